"""The books, recomputed from every transfer."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from stakehouse.apps.cli.process import asking_the_database
from stakehouse.apps.settings import load_settings, resources
from stakehouse.domains import ledger, tenancy
from stakehouse.domains.ledger import CurrencySum, Finding, Seal
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.tx import Begin, Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import TenantId
from stakehouse.kernel.money import format_units

app = typer.Typer(no_args_is_help=True, help="The books of the house.")

T = TypeVar("T")
Books = tuple[list[CurrencySum], list[Finding]]
One = Annotated[str | None, typer.Option("--tenant", help="Slug of one tenant; all if left out.")]


@app.callback()
def ledger_() -> None:
    """The books of the house."""


@app.command()
def verify(*, tenant: One = None) -> None:
    """Recomputes balances, checkpoints and seals; fails if anything does not hold."""
    books = _of_each(tenant, _verify)
    _print(books)
    if any(findings for _, (_, findings) in books):
        raise typer.Exit(1)


@app.command()
def seal(*, tenant: One = None) -> None:
    """Seals the journals now, not at the next tenth minute, and prints the newest seal of each."""
    for house, newest in _of_each(tenant, _seal):
        for one in newest:
            # A line each and nothing cut, for these go into a file.
            typer.echo(f"{house.slug}  {one.journal:<11}  {one.seq:>6}  {one.seal.hex()}")


async def _verify(begin: Begin) -> Books:
    async with begin() as tx:
        return await ledger.verify(tx)


async def _seal(begin: Begin) -> list[Seal]:
    await ledger.seal_all(begin)
    async with begin() as tx:
        return await ledger.last_seals(tx)


def _of_each(slug: str | None, ask: Callable[[Begin], Awaitable[T]]) -> list[tuple[TenantProfile, T]]:
    """What transactions of each tenant answer, or of one tenant only."""
    url = resources(load_settings()).database_url.get_secret_value()
    with asking_the_database():
        return asyncio.run(_answers(url, slug, ask))


async def _answers(
    url: str, slug: str | None, ask: Callable[[Begin], Awaitable[T]]
) -> list[tuple[TenantProfile, T]]:
    database = await open_database(url, name="stakehouse-ledger", slow_pool_max=1, fast_pool_max=1)
    try:
        async with database.engine.connect() as conn:
            tenants = [one for one in await tenancy.tenants(conn) if slug in {None, one.slug}]
        if slug is not None and not tenants:
            raise HouseFault(f"There is no tenant {slug}.", "Leave --tenant out to ask for all of them.")
        return [(one, await ask(partial(_opened, database, one.id))) for one in tenants]
    finally:
        await database.close()


def _opened(database: Database, tenant_id: TenantId) -> AbstractAsyncContextManager[Tx]:
    return begin(database, tenant_id=tenant_id, actor=system("ledger command"), now=system_clock())


def _print(books: list[tuple[TenantProfile, Books]]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    for name in ("tenant", "currency"):
        table.add_column(name)
    for name in ("sum", "accounts", "transfers", "findings"):
        table.add_column(name, justify="right")
    for tenant, (sums, findings) in books:
        for entry in sums:
            scale = tenant.currencies[entry.currency].scale
            table.add_row(
                tenant.slug,
                entry.currency,
                format_units(entry.sum, scale),
                f"{entry.accounts}",
                f"{entry.transfers}",
                f"{len(findings)}",
            )
    console.print(table)
    for tenant, (_, findings) in books:
        for one in findings:
            console.print(f"✗ {tenant.slug}: {one.check}: {one.id}: {one.detail}", markup=False)
    if not any(findings for _, (_, findings) in books):
        console.print("✓ Everything holds.")
