"""The outside world, played by processes of our own."""

import typer

from stakehouse.apps.settings import load_settings, resources
from stakehouse.apps.simulators import sandid as identity_checks
from stakehouse.apps.simulators import sandpay as payments
from stakehouse.apps.simulators import sandstop as register
from stakehouse.infra.crypto import Vault, parse_masters
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
        raise _missing("payment simulator")
    payments.serve(
        port=settings.port, folder=settings.folder, secret=settings.secret.get_secret_value().encode()
    )


@app.command()
def sandid() -> None:
    """The vendor of identity checks; `up` starts it."""
    given = resources(load_settings())
    if given.sandid is None:
        raise _missing("simulated vendor of identity checks")
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    identity_checks.serve(port=given.sandid.port, secret=identity_checks.simulator_secret(vault))


@app.command()
def sandstop() -> None:
    """The national register of exclusions, with its operator's page; `up` starts it."""
    given = resources(load_settings())
    if given.sandstop is None:
        raise _missing("simulated national register")
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    register.serve(port=given.sandstop.port, secret=register.simulator_secret(vault))


def _missing(simulator: str) -> HouseFault:
    return HouseFault(f"This house has no {simulator}.", "Start one with 'make up'.")
