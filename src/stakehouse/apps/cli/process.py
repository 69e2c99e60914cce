"""What commands share: how a process that is no server of HTTP runs, and what a lost database says."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg
import uvloop
from sqlalchemy.exc import DBAPIError

from stakehouse.apps.settings import Resources, Settings, load_settings, resources
from stakehouse.infra import logs
from stakehouse.infra.embedded import HouseFault


def run(work: Callable[[Settings, Resources], Coroutine[Any, Any, None]]) -> None:
    """Reads the settings, sets the logs up, and works until there is nothing more to do."""
    settings = load_settings()
    logs.configure(settings.log_level, as_json=not settings.is_embedded)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work(settings, resources(settings)))


@contextmanager
def asking_the_database(variable: str = "STAKEHOUSE_DATABASE_URL") -> Iterator[None]:
    """Tells people what to do where the database does not answer.

    Args:
        variable: names the address that was asked.

    Raises:
        HouseFault: it did not.
    """
    try:
        yield
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError) as error:
        raise HouseFault(
            f"The database does not answer ({error}).",
            f"Start the house with 'make up', or check {variable}.",
        ) from error
