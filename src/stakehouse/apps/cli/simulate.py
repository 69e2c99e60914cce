"""The outside world, played by processes of our own."""

import typer

from stakehouse.apps.settings import load_settings, resources
from stakehouse.apps.simulators.sandpay.server import serve
from stakehouse.infra.embedded import HouseFault

app = typer.Typer(no_args_is_help=True, help="Simulators of the services around the house.")


@app.callback()
def simulate() -> None:
    """Simulators of the services around the house."""


@app.command()
def sandpay() -> None:
    """The payment gateway with its checkout page; `up` starts it."""
    settings = resources(load_settings()).sandpay
    if settings is None:
        raise HouseFault("This house has no payment simulator.", "Start one with 'make up'.")
    serve(port=settings.port, folder=settings.folder, secret=settings.secret.get_secret_value().encode())
