"""How well names are compared, measured against pairs that people labelled."""

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from stakehouse.domains.compliance import (
    NAME_THRESHOLD,
    Evaluation,
    LabelledPair,
    Person,
    compare,
    evaluate_names,
)
from stakehouse.infra.embedded import HouseFault

PAIRS = Path(__file__).with_name("name_pairs.csv")

app = typer.Typer(no_args_is_help=True, help="The comparison of names.")


@app.callback()
def names() -> None:
    """The comparison of names."""


@app.command()
def evaluate(
    *,
    pairs: Annotated[Path, typer.Option(help="CSV: left, right, same, left_born, right_born, note.")] = PAIRS,
    threshold: Annotated[
        float, typer.Option(min=0.5, max=1, help="Found from this score on.")
    ] = NAME_THRESHOLD,
) -> None:
    """Prints precision, recall, F1 and every pair that was judged wrongly."""
    _print(evaluate_names(labelled(pairs), threshold))


@app.command("compare")
def compare_(left: str, right: str) -> None:
    """Compares two names and says which word met which."""
    match = compare(Person((left,)), Person((right,)))
    typer.echo(f"{match.score:.3f}")
    for pairing in match.pairings:
        typer.echo(f"  {pairing.left or '-'} ~ {pairing.right or '-'}  {pairing.how} {pairing.score:.2f}")


def labelled(file: Path) -> list[LabelledPair]:
    """The pairs of a file.

    Raises:
        HouseFault: the file is not there, or not of the form.
    """
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            return [_pair(row) for row in csv.DictReader(lines)]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        raise HouseFault(
            f"{file} cannot be read as pairs ({error}).",
            "Its first line is: left,right,same,left_born,right_born,note",
        ) from error


def _pair(row: dict[str, str]) -> LabelledPair:
    return LabelledPair(
        Person((row["left"],), (row["left_born"],) if row["left_born"] else ()),
        Person((row["right"],), (row["right_born"],) if row["right_born"] else ()),
        is_same=row["same"] == "yes",
        note=row["note"],
    )


def _print(found: Evaluation) -> None:
    console = Console(highlight=False, soft_wrap=True)
    total = found.hits + found.misses + found.false_alarms + found.passes
    console.print(f"pairs      {total} ({found.hits + found.misses} of one person)")
    console.print(f"threshold  {found.threshold:.2f}")
    console.print(f"precision  {found.precision:.3f}")
    console.print(f"recall     {found.recall:.3f}")
    console.print(f"F1         {found.f1:.3f}")
    for mistake in found.mistakes:
        kind = "missed" if mistake.pair.is_same else "false alarm"
        left, right = mistake.pair.left.names[0], mistake.pair.right.names[0]
        console.print(
            f"✗ {kind} {mistake.match.score:.3f}: {left} / {right} ({mistake.pair.note})", markup=False
        )
