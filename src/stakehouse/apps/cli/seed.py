"""The seed of an embedded house."""

import asyncio

import typer

from stakehouse.apps.seed import Sown, sow
from stakehouse.apps.settings import Resources, load_settings, resources
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.kernel.clock import system_clock

app = typer.Typer()


@app.command()
def seed() -> None:
    """Opens the three houses with people to try everything with; adds only what is missing."""
    given = resources(load_settings())
    if given.demo_password is None:
        raise HouseFault(
            "Sign-ins whose password is printed have no place in production.",
            "Open tenants and invite people through the platform console.",
        )
    sown = asyncio.run(_sow(given, given.demo_password.get_secret_value()))
    typer.echo(f"tenants: {', '.join(sown.tenants)}")
    typer.echo(f"sign-ins: {', '.join(sown.people)}")


async def _sow(given: Resources, password: str) -> Sown:
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    database = await open_database(given.database_url.get_secret_value(), name="stakehouse-seed")
    try:
        return await sow(
            database=database,
            vault=vault,
            clock=system_clock,
            password=password,
            sandpay=given.sandpay,
            sandid=given.sandid,
            objects=given.objects(vault),
        )
    finally:
        await database.close()
