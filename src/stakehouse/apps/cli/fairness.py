"""Verifying a round without the house: the published algorithm, from what the player holds."""

import json
from typing import Annotated

import typer

from stakehouse.domains.games import (
    Scheme,
    check_client_seed,
    check_game,
    check_nonce,
    open_draws,
    raw_outcome,
)
from stakehouse.infra.embedded import HouseFault
from stakehouse.kernel.errors import Refusal

app = typer.Typer(no_args_is_help=True, help="Proofs that rounds were fair.")


@app.callback()
def fairness() -> None:
    """Proofs that rounds were fair."""


@app.command()
def verify(
    *,
    scheme: Annotated[Scheme, typer.Option(help="How seeds become outcomes.")],
    server_seed: Annotated[str, typer.Option(help="The revealed server seed.")],
    client_seed: Annotated[str, typer.Option(help="The player's seed.")],
    nonce: Annotated[int, typer.Option(help="The round's number under the pair.")],
    game: Annotated[str, typer.Option(help="The game's code: dice, limbo, roulette, slots, mines …")],
    config: Annotated[str, typer.Option(help='What else it depends on, as JSON: {"mines": 3}')] = "{}",
) -> None:
    """Computes the outcome of a round anew and prints it as JSON, in the terms of its scheme."""
    parameters = _object(config)
    try:
        draws = open_draws(
            scheme,
            server_seed=server_seed,
            client_seed=client_seed if scheme is Scheme.PF1 else check_client_seed(client_seed),
            nonce=check_nonce(nonce),
            game=check_game(game),
        )
        outcome = raw_outcome(draws, game, parameters)
    except Refusal as refusal:
        raise HouseFault(refusal.detail, "docs/guides/fairness.md says what goes in.") from refusal
    typer.echo(json.dumps({"outcome": outcome}))


def _object(text: str) -> dict[str, object]:
    try:
        parsed = json.loads(text)
    except ValueError as error:
        raise HouseFault("--config is not JSON.", """Write it like --config '{"mines": 3}'.""") from error
    if not isinstance(parsed, dict):
        raise HouseFault("--config is JSON, and not an object.", """Write it like --config '{"mines": 3}'.""")
    return parsed
