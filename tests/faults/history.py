"""What clients wrote down outside the house: what they sent, and what was answered."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

LATER = frozenset({"request_in_progress"})
"""Codes of 4xx answers that say "ask again" and decide nothing."""


class Call(NamedTuple):
    """A request that moves value: whose, under which key, and its content."""

    member: str
    key: str
    path: str
    body: str

    def content(self) -> dict[str, Any]:
        return json.loads(self.body) if self.body else {}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sending of a call, and what came of it.

    Attributes:
        call: what was sent.
        sent_at: before the first byte left, in seconds of one clock.
        answered_at: after the last byte came; ``None`` if nothing did.
        status: of the answer.
        answer: its body, as it came.
    """

    call: Call
    sent_at: float
    answered_at: float | None = None
    status: int | None = None
    answer: str | None = None

    @property
    def code(self) -> str:
        """The code of a refusal, empty for anything else."""
        if self.status is None or self.status < 400 or not self.answer:
            return ""
        return str(json.loads(self.answer).get("code", ""))

    @property
    def is_definite(self) -> bool:
        """Whether the answer says for good what became of the call."""
        if self.status is None or self.status >= 500 or self.status in {401, 429}:
            return False
        return self.code not in LATER

    @property
    def is_done(self) -> bool:
        """Whether the answer says that the call was carried out."""
        return self.status is not None and 200 <= self.status < 300


class Notebook:
    """An append-only file of what is sent and answered, line by line, written at once."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", buffering=1, encoding="utf-8")
        self._count = 0

    def sent(self, call: Call, at: float) -> int:
        """Notes a sending; the number names it in the line of its answer."""
        self._count += 1
        self._write({"n": self._count, "at": at, **call._asdict()})
        return self._count

    def answered(self, number: int, at: float, status: int, body: str) -> None:
        """Notes an answer."""
        self._write({"answered": number, "at": at, "status": status, "answer": body})

    def close(self) -> None:
        self._file.close()

    def _write(self, line: dict[str, object]) -> None:
        self._file.write(json.dumps(line) + "\n")


def read(path: Path) -> list[Attempt]:
    """The attempts of a notebook, in the order in which they were sent."""
    sent: dict[int, dict[str, Any]] = {}
    answers: dict[int, dict[str, Any]] = {}
    for text in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        if "answered" in line:
            answers[line["answered"]] = line
        else:
            sent[line["n"]] = line
    return [_attempt(line, answers.get(number)) for number, line in sent.items()]


def _attempt(line: dict[str, Any], answer: dict[str, Any] | None) -> Attempt:
    call = Call(line["member"], line["key"], line["path"], line["body"])
    if answer is None:
        return Attempt(call, line["at"])
    return Attempt(call, line["at"], answer["at"], answer["status"], answer["answer"])


def by_call(attempts: Iterable[Attempt]) -> dict[tuple[str, str], list[Attempt]]:
    """The attempts under each key of each member."""
    found: dict[tuple[str, str], list[Attempt]] = {}
    for attempt in attempts:
        found.setdefault((attempt.call.member, attempt.call.key), []).append(attempt)
    return found
