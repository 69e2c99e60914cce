"""What is taken in from files: watchlists."""

import asyncio
import hashlib
import io
import zipfile
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import asyncpg
import typer
from rich.console import Console
from sqlalchemy.exc import DBAPIError

from stakehouse.apps.settings import load_settings, resources
from stakehouse.domains import tenancy
from stakehouse.domains.compliance import (
    Format,
    activate_watchlist,
    load_watchlist,
    register_watchlist,
)
from stakehouse.domains.compliance import WatchlistVersion as Version
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import PLATFORM, TenantId

OFAC_FILES = ("sdn.csv", "add.csv", "alt.csv")
FAULTS_SHOWN = 10
PIECE = 1_000_000

app = typer.Typer(no_args_is_help=True, help="What is taken in from files.")


@app.callback()
def import_() -> None:
    """What is taken in from files."""


@app.command()
def watchlist(
    file: Annotated[
        Path, typer.Argument(help="For ofac_csv a ZIP archive, or the folder of the three files.")
    ],
    *,
    form: Annotated[Format, typer.Option("--format", help="Which form the file has.")],
    code: Annotated[str, typer.Option(help="Of the list; a new one makes a new list.")] = "",
    title: Annotated[str, typer.Option(help="Of the list, for people; its code if left out.")] = "",
    tenant: Annotated[
        str | None,
        typer.Option(help="Slug of the tenant that owns the list; left out: the platform."),
    ] = None,
    activate: Annotated[bool, typer.Option(help="Put it in force, and screen all members anew.")] = False,
) -> None:
    """Loads a watchlist as its next version, and prints how it differs from the one in force."""
    code = code or file.stem.lower().replace("_", "-").replace(".", "-")
    url = resources(load_settings()).database_url.get_secret_value()
    try:
        with _open(file) as content:
            given = Given(content, file.name, form, code, title or code)
            loaded = asyncio.run(_load(url, given, tenant, activate=activate))
    except OSError as error:
        raise HouseFault(f"{file} cannot be read ({error.strerror}).", "Check the path.") from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError) as error:
        raise HouseFault(
            f"The database does not answer ({error}).",
            "Start the house with 'make up', or check STAKEHOUSE_DATABASE_URL.",
        ) from error
    _print(loaded)
    if loaded.status == "failed":
        raise typer.Exit(1)


def _open(file: Path) -> BinaryIO:
    """The file; a folder of the three files as the archive that an upload would be."""
    if not file.is_dir():
        return file.open("rb")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in OFAC_FILES:
            if (file / name).exists():
                archive.write(file / name, name)
    packed.seek(0)
    return packed


@dataclass(frozen=True, slots=True)
class Given:
    """A file, and what it shall be."""

    content: BinaryIO
    name: str
    form: Format
    code: str
    title: str

    def measure(self) -> tuple[str, int]:
        """SHA-256 in hex and size; leaves the file at its beginning."""
        digest = hashlib.sha256()
        while piece := self.content.read(PIECE):
            digest.update(piece)
        size = self.content.tell()
        self.content.seek(0)
        return digest.hexdigest(), size


async def _load(url: str, given: Given, slug: str | None, *, activate: bool) -> Version:
    database = await open_database(url, name="stakehouse-import", slow_pool_max=2, fast_pool_max=1)
    try:
        owner = await _owner(database, slug)

        def opened() -> AbstractAsyncContextManager[Tx]:
            return begin(database, tenant_id=owner, actor=system("import"), now=system_clock())

        sha256, size = await asyncio.to_thread(given.measure)
        async with opened() as tx:
            version_id = await register_watchlist(
                tx,
                None,
                code=given.code,
                title=given.title,
                form=given.form,
                file_name=given.name,
                sha256=sha256,
                size_bytes=size,
            )
        loaded = await load_watchlist(opened, version_id, given.content)
        if activate and loaded.status == "ready":
            async with opened() as tx:
                loaded = await activate_watchlist(tx, version_id, reason="By command.")
        return loaded
    finally:
        await database.close()


async def _owner(database: Database, slug: str | None) -> TenantId:
    if slug is None:
        return PLATFORM
    async with database.engine.connect() as conn:
        found = await tenancy.tenant_by_slug(conn, slug)
    if found is None:
        raise HouseFault(f"There is no tenant {slug}.", "Leave --tenant out for a list of the platform.")
    return found.id


def _print(loaded: Version) -> None:
    console = Console(highlight=False, soft_wrap=True)
    differs = loaded.difference
    console.print(f"list      {loaded.code}, version {loaded.number}: {loaded.status}", markup=False)
    console.print(f"entries   {loaded.entries} ({loaded.people} people)")
    console.print(f"differs   {differs.added} added, {differs.changed} changed, {differs.removed} removed")
    console.print(f"faults    {loaded.faults}")
    console.print(f"sha256    {loaded.sha256}")
    for fault in loaded.fault_lines[:FAULTS_SHOWN]:
        console.print(f"✗ line {fault.line}: {fault.detail}", markup=False)
