"""The documents in ``docs/api``: written, or compared with what the program says today."""

from collections.abc import Iterable
from typing import Annotated

import typer

from stakehouse.apps.schemas import Document, asyncapi, openapi, written
from stakehouse.apps.settings import CHECKOUT

FOLDER = CHECKOUT / "docs" / "api"

Check = Annotated[bool, typer.Option("--check", help="Write nothing; fail if a document is out of date.")]

app = typer.Typer(no_args_is_help=True, help="Documents that describe the house to other programs.")


@app.command("openapi")
def export_openapi(*, check: Check = False) -> None:
    """The HTTP interface of each face."""
    _put(openapi(), check=check)


@app.command("asyncapi")
def export_asyncapi(*, check: Check = False) -> None:
    """The facts that the house announces."""
    _put([("asyncapi", asyncapi())], check=check)


def _put(documents: Iterable[tuple[str, Document]], *, check: bool) -> None:
    stale = []
    for name, document in documents:
        path = FOLDER / f"{name}.json"
        text = written(document)
        if path.exists() and path.read_text() == text:
            continue
        stale.append(path.relative_to(CHECKOUT))
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    for path in stale:
        typer.echo(f"{path} {'is out of date: make docs' if check else 'written'}")
    if check and stale:
        raise typer.Exit(1)
