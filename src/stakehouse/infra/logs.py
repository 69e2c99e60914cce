"""Structured logs: one event a line, with the request that caused it, and without secrets.

Everything passes the same gate before it is written, the lines of libraries included: values under
names that mean a secret, bearer tokens, passwords inside addresses, and card numbers (Luhn) are
blacked out wherever they stand.
"""

import logging
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger
from typing_extensions import override

Level = Literal["debug", "info", "warning", "error"]

BLACK = "[redacted]"
CARD = "[card]"
DEPTH_MAX = 6

_SECRET_NAME = re.compile(
    r"passw|secret|token|authorization|cookie|credential|api_?key|private_?key|master_?key"
    r"|server_seed$|signing|otp|^pin$|cvv|cvc|card",
    re.IGNORECASE,
)
_BEARER = re.compile(r"\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_IN_ADDRESS = re.compile(r"(?<=://)[^/\s@]+(?=@)")
_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")

_QUIET = ("asyncio", "nats", "httpcore", "httpx", "sqlalchemy", "_granian", "granian.access")


def configure(level: Level, *, as_json: bool) -> None:
    """Sets up the logs of this process; our own lines and those of libraries look the same.

    Args:
        level: the least serious lines that are kept.
        as_json: one JSON object a line, for machines; else lines for people.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if as_json:
        # Never the local variables of a traceback: they hold what the gate cannot recognise.
        transform = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        tail: list[Processor] = [
            structlog.processors.ExceptionRenderer(transform),
            black_out,
            structlog.processors.JSONRenderer(),
        ]
    else:
        tail = [
            structlog.processors.format_exc_info,
            black_out,
            structlog.dev.ConsoleRenderer(
                colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ]
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*shared, *tail],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=_Printer,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *tail],
        )
    )
    logging.basicConfig(level=number, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(number, logging.WARNING))


class _Printer(structlog.PrintLogger):
    """Prints lines, and goes on without one that cannot be printed.

    Whoever logs is in the middle of something: on a full disk a line that fails must not become the
    failure of what it tells of.
    """

    def __init__(self, *_names: object) -> None:
        """Prints to where the process prints."""
        super().__init__(sys.stdout)

    @override
    def msg(self, message: str) -> None:
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def black_out(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The gate: a line without secrets."""
    return {name: _clean(name, value, 0) for name, value in event.items()}


def _clean(name: str, value: Any, depth: int) -> Any:  # noqa: ANN401 - whatever somebody logs
    if _SECRET_NAME.search(name) and value is not None and not isinstance(value, bool):
        return BLACK
    match value:
        case None | int() | float():
            return value
        case bytes():
            return clean_text(value.decode("utf-8", "backslashreplace"))
        case Mapping() if depth < DEPTH_MAX:
            return {str(key): _clean(str(key), inner, depth + 1) for key, inner in value.items()}
        case list() | tuple() | set() | frozenset() if depth < DEPTH_MAX:
            return [_clean("", inner, depth + 1) for inner in value]
        case _:
            return clean_text(str(value))


def clean_text(text: str) -> str:
    """A text without tokens, passwords inside addresses, and card numbers."""
    text = _BEARER.sub(lambda match: f"{match.group(1)} {BLACK}", text)
    text = _JWT.sub(BLACK, text)
    text = _IN_ADDRESS.sub(BLACK, text)
    return _CARD.sub(_card, text)


def _card(match: re.Match[str]) -> str:
    return CARD if is_card_number(match.group()) else match.group()


def is_card_number(text: str) -> bool:
    """Whether the digits of a text satisfy the check of card numbers (Luhn, ISO/IEC 7812-1)."""
    digits = [int(char) for char in text if char.isdecimal()]
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return total % 10 == 0
