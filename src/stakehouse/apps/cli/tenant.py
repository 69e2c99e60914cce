"""Tenants from the command line: for whoever runs the platform's machines."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from stakehouse.apps.cli.process import asking_the_database
from stakehouse.apps.settings import load_settings, resources
from stakehouse.domains import console, tenancy
from stakehouse.domains.access import Approval
from stakehouse.domains.console import House, NewHouse, Step
from stakehouse.domains.tenancy import Features
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web.shapes import REASON_MAX, REASON_MIN
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock, wire
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import TenantId, new_id
from stakehouse.kernel.money import Currency, format_units

app = typer.Typer(
    no_args_is_help=True, help="Tenants of the platform: open, list, suspend, reinstate, close."
)


def _reason(text: str) -> str:
    reason = text.strip()
    if not REASON_MIN <= len(reason) <= REASON_MAX:
        raise typer.BadParameter(f"Say it in {REASON_MIN} to {REASON_MAX} letters.")
    return reason


Slug = Annotated[str, typer.Argument(help="Slug of the tenant.")]
Reason = Annotated[
    str,
    typer.Option(help="Why; stands in the audit trail.", parser=_reason, metavar="TEXT"),
]
RUNS = {
    "gaming": Features(gaming=True, loyalty=False),
    "loyalty": Features(gaming=False, loyalty=True),
    "both": Features(gaming=True, loyalty=True),
}
ACTOR = system("cli.tenant")
T = TypeVar("T")


@app.command("list")
def list_() -> None:
    """All tenants with what they run and where they stand."""
    table = Table(box=None, pad_edge=False)
    for name in ("slug", "name", "status", "law", "runs", "currencies"):
        table.add_column(name)

    async def read() -> None:
        async with _database() as database, database.engine.connect() as conn:
            for tenant in await tenancy.tenants(conn):
                runs = [name for name in ("gaming", "loyalty") if getattr(tenant.features, name)]
                table.add_row(
                    tenant.slug,
                    tenant.name,
                    tenant.status.value,
                    tenant.jurisdiction,
                    ", ".join(runs),
                    ", ".join(tenant.currencies),
                )

    _run(read())
    Console(highlight=False, soft_wrap=True).print(table)


@app.command("open")
def open_(
    slug: Slug,
    *,
    name: Annotated[str, typer.Option(help="Of the operator.")],
    jurisdiction: Annotated[str, typer.Option(help="Whose law applies: MT, UKGC …")],
    currencies: Annotated[str, typer.Option(help="Code and decimals, the first is the default: EUR:2,USD:2")],
    owner: Annotated[str, typer.Option(help="Mail address of the owner, who is invited.")],
    owner_name: Annotated[str, typer.Option(help="The owner's name.")] = "Owner",
    languages: Annotated[str, typer.Option(help="The first is the default.")] = "en",
    runs: Annotated[str, typer.Option(help="gaming, loyalty or both")] = "gaming",
    time_zone: Annotated[str, typer.Option(help="Of its days (IANA name).")] = "UTC",
    support_email: Annotated[
        str | None, typer.Option(help="Where members turn to; the owner's if left out.")
    ] = None,
) -> None:
    """Opens a tenant and invites its owner by mail."""
    features = RUNS.get(runs)
    if features is None:
        raise HouseFault(f"A house cannot run {runs!r}.", f"Choose one of {', '.join(RUNS)}.")
    given = resources(load_settings())
    vault = Vault(parse_masters(given.master_key.get_secret_value()))

    async def act() -> None:
        new = NewHouse(
            slug=slug,
            name=name,
            jurisdiction=jurisdiction,
            features=features,
            languages=tuple(part.strip() for part in languages.split(",")),
            currencies=tuple(_currency(part) for part in currencies.split(",")),
            time_zone=tenancy.time_zone(time_zone),
            support_email=support_email or owner,
            owner_email=owner,
            owner_name=owner_name,
        )
        async with _database() as database, _begin(database, TenantId(new_id())) as tx:
            await console.open_house(tx, new, vault)

    _run(act())
    typer.echo(f"✓ {slug} is open; {owner} is invited by mail.")


@app.command()
def show(slug: Slug) -> None:
    """A tenant with its figures, what is left in it, and what happened to it."""

    async def read(tx: Tx) -> tuple[House, Approval | None]:
        return await console.house(tx), await console.waiting_closing(tx)

    _print(*_run(_of(slug, read)))


@app.command()
def suspend(slug: Slug, *, reason: Reason) -> None:
    """Takes a tenant off the air; every face refuses within seconds."""
    _run(_of(slug, lambda tx: console.suspend(tx, reason)))
    typer.echo(f"✓ {slug} is suspended.")


@app.command()
def reinstate(slug: Slug, *, reason: Reason) -> None:
    """Puts a suspended tenant back on the air."""
    _run(_of(slug, lambda tx: console.reinstate(tx, reason)))
    typer.echo(f"✓ {slug} is active.")


@app.command()
def features(
    slug: Slug,
    *,
    gaming: Annotated[bool, typer.Option("--gaming/--no-gaming", help="Games, deposits and withdrawals.")],
    loyalty: Annotated[bool, typer.Option("--loyalty/--no-loyalty", help="Guests, levels and the till.")],
    reason: Reason,
) -> None:
    """Switches what a tenant runs: --gaming/--no-gaming, --loyalty/--no-loyalty."""
    _run(_of(slug, lambda tx: console.switch_features(tx, Features(gaming=gaming, loyalty=loyalty), reason)))
    typer.echo(f"✓ {slug}: gaming {'on' if gaming else 'off'}, loyalty {'on' if loyalty else 'off'}.")


@app.command()
def close(
    slug: Slug,
    *,
    reason: Reason,
    keep_owed: Annotated[
        bool, typer.Option(help="Balances that nobody took out stay in the books, to be paid by hand.")
    ] = False,
) -> None:
    """Asks for the closing of a suspended tenant; a person in the platform's console has to agree."""
    _run(_of(slug, lambda tx: console.request_closing(tx, reason, keeps_owed=keep_owed)))
    typer.echo(
        f"✓ Asked for; a person of the platform's staff decides in the back-office within 72 h ({slug})."
    )


async def _of(slug: str, act: Callable[[Tx], Awaitable[T]]) -> T:
    async with _database() as database:
        async with database.engine.connect() as conn:
            tenant = await tenancy.tenant_by_slug(conn, slug)
        if tenant is None:
            raise HouseFault(f"There is no tenant {slug}.", "'stakehouse tenant list' names all of them.")
        async with _begin(database, tenant.id) as tx:
            return await act(tx)


@asynccontextmanager
async def _begin(database: Database, tenant_id: TenantId) -> AsyncIterator[Tx]:
    async with begin(database, tenant_id=tenant_id, actor=ACTOR, now=system_clock(), request_id="cli") as tx:
        yield tx


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    url = resources(load_settings()).database_url.get_secret_value()
    database = await open_database(url, name="stakehouse-tenant", slow_pool_max=2, fast_pool_max=1)
    try:
        yield database
    finally:
        await database.close()


def _run(work: Awaitable[T]) -> T:
    async def act() -> T:
        return await work

    try:
        with asking_the_database():
            return asyncio.run(act())
    except Refusal as refusal:
        raise HouseFault(refusal.detail, "Nothing was changed.") from refusal


def _currency(text: str) -> Currency:
    code, _, scale = text.strip().partition(":")
    if not scale.isdecimal():
        raise HouseFault(f"{text!r} is no currency.", "Write code and decimals, like EUR:2.")
    return Currency(code, int(scale))


def _print(found: House, closing: Approval | None) -> None:
    tenant, remains = found.tenant, found.remains
    typer.echo(f"{tenant.name} ({tenant.slug}), {tenant.status.value}, law {tenant.jurisdiction}")
    typer.echo(f"members {found.members}, staff {found.staff}")
    typer.echo(f"open rounds {remains.open_rounds}, payments under way {remains.open_payments}")
    for owed in remains.owed:
        amount = format_units(owed.units, owed.currency.scale)
        typer.echo(f"owed {amount} {owed.currency.code} to {owed.members} members")
    if closing is not None:
        typer.echo(f"closing asked for by {closing.maker}; waits until {wire(closing.expires_at)}")
    for step in found.history:
        typer.echo("  ".join(part for part in _told(step) if part))


def _told(step: Step) -> tuple[str, ...]:
    runs = "" if step.runs is None else ", ".join(name for name, is_on in asdict(step.runs).items() if is_on)
    return wire(step.at), step.kind.value.replace("_", " "), runs, step.by, step.reason
