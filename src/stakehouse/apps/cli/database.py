"""The schema: upgrade and check."""

import asyncio

import typer

from stakehouse.apps.cli.process import asking_the_database
from stakehouse.apps.settings import load_settings, resources
from stakehouse.infra import migrations

app = typer.Typer(no_args_is_help=True, help="The schema of the database.")


@app.command()
def upgrade() -> None:
    """Applies the migrations that the database lacks; one process at a time."""
    url = resources(load_settings()).database_owner_url.get_secret_value()
    missing = _missing(url)
    migrations.upgrade(url)
    typer.echo(f"applied {', '.join(missing)}" if missing else "nothing to apply")


@app.command()
def check() -> None:
    """Tells whether the database has the schema of this program; fails if not."""
    missing = _missing(resources(load_settings()).database_owner_url.get_secret_value())
    if missing:
        typer.echo(f"missing: {', '.join(missing)}")
        raise typer.Exit(1)
    typer.echo("the schema is current")


def _missing(url: str) -> list[str]:
    with asking_the_database("STAKEHOUSE_DATABASE_OWNER_URL"):
        return asyncio.run(migrations.pending(url))
