"""Evidence packs: built from the command line, and verified without the house."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from hmac import compare_digest
from pathlib import Path
from typing import Annotated
from uuid import UUID
from zipfile import BadZipFile

import asyncpg
import typer
from sqlalchemy.exc import DBAPIError

from stakehouse.apps.evidence import EVIDENCE
from stakehouse.apps.settings import load_settings, resources
from stakehouse.domains import tenancy
from stakehouse.domains.reporting import build_evidence
from stakehouse.infra.archive import Span, manifest_digest, verify
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.database import open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock

app = typer.Typer(
    invoke_without_command=True, help="Evidence packs: archives with the hashes of all that is in them."
)

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@app.callback()
def build(
    context: typer.Context,
    *,
    tenant: Annotated[str | None, typer.Option(help="Slug of the tenant.")] = None,
    member: Annotated[str | None, typer.Option(help="Id of a member; everybody if left out.")] = None,
    since: Annotated[datetime | None, typer.Option("--from", help="From then on, in UTC.")] = None,
    until: Annotated[datetime | None, typer.Option("--to", help="Up to then; now if left out.")] = None,
    reason: Annotated[str, typer.Option(help="Why; stands in the manifest and the audit trail.")] = "",
    out: Annotated[Path, typer.Option(help="Where the archive is written.")] = Path("evidence.zip"),
) -> None:
    """Builds a pack about a member (--member) or a time (--from, --to)."""
    if context.invoked_subcommand is not None:
        return
    if tenant is None or (member is None and since is None):
        raise HouseFault(
            "An evidence pack is about a tenant's member or about a time.",
            "Name --tenant and --member, or --tenant, --from and --to.",
        )
    try:
        person = None if member is None else UUID(member)
    except ValueError as error:
        raise HouseFault(f"{member!r} is no id of a member.", "The member's page shows it.") from error
    span = Span(person, _utc(since) or BEGINNING, _utc(until) or system_clock())
    try:
        digest, files = asyncio.run(_build(tenant, span, reason, out))
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError) as error:
        raise HouseFault(
            f"The pack could not be built ({error}).",
            "Start the house with 'make up', or check STAKEHOUSE_DATABASE_URL.",
        ) from error
    typer.echo(f"✓ {out}: {files} files, manifest {digest}")


@app.command("verify")
def verify_(
    pack: Annotated[Path, typer.Argument(help="The archive.")],
    *,
    sha256: Annotated[str | None, typer.Option(help="What the audit trail says of its manifest.")] = None,
) -> None:
    """Recomputes every hash of a pack and names what differs; fails if anything does."""
    try:
        with pack.open("rb") as source:
            manifest, differences = verify(source)
            digest = manifest_digest(source) if manifest else ""
    except (OSError, BadZipFile) as error:
        raise HouseFault(f"{pack} cannot be read ({error}).", "Download it again.") from error
    if manifest and sha256 is not None and not compare_digest(digest, sha256.lower()):
        differences.append(f"manifest.json: has SHA-256 {digest}, not {sha256.lower()}")
    for difference in differences:
        typer.echo(f"✗ {difference}")
    if differences:
        raise typer.Exit(1)
    typer.echo(f"✓ {len(manifest['files'])} files are as they were packed; manifest {digest}")


async def _build(slug: str, span: Span, reason: str, out: Path) -> tuple[str, int]:
    url = resources(load_settings()).database_url.get_secret_value()
    database = await open_database(url, name="stakehouse-evidence", slow_pool_max=1, fast_pool_max=1)
    actor = system("cli.evidence")
    try:
        async with database.engine.connect() as conn:
            tenant = await tenancy.tenant_by_slug(conn, slug)
        if tenant is None:
            raise HouseFault(f"There is no tenant {slug}.", "'stakehouse tenant list' names all of them.")
        tenant_id = tenant.id

        def opened() -> AbstractAsyncContextManager[Tx]:
            return begin(database, tenant_id=tenant_id, actor=actor, now=system_clock(), request_id="cli")

        with out.open("wb") as target:
            built = await build_evidence(opened, EVIDENCE, target, span, reason=reason, asked_by=actor.name)
        async with opened() as tx:
            tx.record(
                AuditEntry(
                    "evidence.built",
                    "evidence_pack",
                    out.name,
                    reason,
                    after={"manifest_sha256": built.manifest_sha256, "member_id": span.member_id},
                )
            )
        return built.manifest_sha256, built.files
    finally:
        await database.close()


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=moment.tzinfo or UTC)
