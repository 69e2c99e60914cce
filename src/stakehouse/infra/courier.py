"""Questions to another process of this machine, many in one message.

A server of HTTP spends its time on requests; what a few of them need from a process that holds
something all of them share (the wallet engine's lanes) goes over a Unix socket. Whatever was asked by
the end of the loop's turn is one message, and whatever was answered by then is another: one system
call and one turn of MessagePack for a whole group.

The socket belongs to the user that runs both processes and nobody else may open it.
"""

import asyncio
import fcntl
import os
import socket
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import msgspec
import structlog
from typing_extensions import override

PATH_MAX = 100
"""Bytes that the name of a Unix socket may have on every system, and a little less."""

MESSAGE_MAX = 64 * 1024 * 1024
RETRY_FIRST_S, RETRY_LAST_S = 0.05, 1.0
SWEEP_S = 1.0
UNASKED = 0
"""The number of what is told; answers to it are nobody's."""

_HEAD = struct.Struct(">I")
_encode = msgspec.msgpack.Encoder().encode
_log = structlog.get_logger(__name__)

Q = TypeVar("Q")
A = TypeVar("A")


class CourierLost(OSError):  # noqa: N818 - says what happened
    """Nobody answers over there; what was asked may or may not have been carried out."""


class _Messages(asyncio.Protocol):
    """One end: frames of a length and a body; what is said in one turn of the loop leaves together."""

    def __init__(self, heard: Callable[[bytes], None], ended: Callable[["_Messages"], None]) -> None:
        self._heard = heard
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._arrived = bytearray()
        self._to_say: list[object] = []
        self.is_over = asyncio.Event()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are of classes of their own.
        self._transport = cast("asyncio.Transport", transport)

    @override
    def data_received(self, data: bytes) -> None:
        arrived = self._arrived
        arrived += data
        while len(arrived) >= _HEAD.size:
            (size,) = _HEAD.unpack_from(arrived)
            end = _HEAD.size + size
            if size > MESSAGE_MAX:
                self.hang_up()
                return
            if len(arrived) < end:
                return
            body = bytes(arrived[_HEAD.size : end])
            del arrived[:end]
            self._heard(body)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self.is_over.set()
        self._ended(self)

    def say(self, item: object) -> None:
        """Puts an item into the message of this turn."""
        if not self._to_say:
            self._loop.call_soon(self._send)
        self._to_say.append(item)

    def hang_up(self) -> None:
        if self._transport is not None:
            self._transport.close()

    async def close(self) -> None:
        """Hangs up when what was said has left."""
        if self._to_say:
            self._send()
        self.hang_up()
        await self.is_over.wait()

    def _send(self) -> None:
        items, self._to_say = self._to_say, []
        if items and self._transport is not None:
            body = _encode(items)
            self._transport.write(_HEAD.pack(len(body)) + body)


class Courier(Generic[Q, A]):
    """The asking end; makes its connection anew whenever it is lost."""

    def __init__(self, path: Path, answer_type: type[A], *, answer_within_s: float) -> None:
        """Connects later, see :meth:`start`.

        Args:
            path: the socket.
            answer_type: what msgspec makes of an answer.
            answer_within_s: after so long a question counts as lost.
        """
        self._path = path
        answers: Any = list[tuple[int, answer_type]]  # type: ignore[valid-type]  # made at run time
        self._decode = msgspec.msgpack.Decoder(answers).decode
        self._answer_within_s = answer_within_s
        self._messages: _Messages | None = None
        self._asked: dict[int, tuple[asyncio.Future[A], float]] = {}
        self._number = 0
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def is_connected(self) -> bool:
        """Whether somebody is there to be asked."""
        return self._messages is not None

    async def start(self) -> None:
        """Connects if somebody listens, and goes on trying otherwise."""
        self._loop = asyncio.get_running_loop()
        await self._connect()
        self._tasks = [
            asyncio.create_task(self._keep_connected(), name="courier"),
            asyncio.create_task(self._sweep(), name="courier sweep"),
        ]

    async def stop(self) -> None:
        """Lets go; whoever still waits hears that it is lost."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        messages, self._messages = self._messages, None
        self._give_up()
        if messages is not None:
            await messages.close()

    def ask(self, question: Q) -> "asyncio.Future[A]":
        """Asks; the answer.

        Raises:
            CourierLost: there is nobody, or the connection ended before the answer came.
        """
        answer: asyncio.Future[A] = self._loop.create_future()
        if self._messages is None:
            answer.set_exception(CourierLost("nobody listens"))
            return answer
        self._number += 1
        self._asked[self._number] = answer, self._loop.time() + self._answer_within_s
        self._messages.say((self._number, question))
        return answer

    def tell(self, question: Q) -> None:
        """Says something whose answer nobody waits for, before all that is asked from now on."""
        if self._messages is not None:
            self._messages.say((UNASKED, question))

    async def _connect(self) -> None:
        with suppress(OSError):
            _, messages = await self._loop.create_unix_connection(
                lambda: _Messages(self._heard, self._ended), str(self._path)
            )
            # It may have ended before this task was woken.
            if not messages.is_over.is_set():
                self._messages = messages

    async def _keep_connected(self) -> None:
        pause_s = RETRY_FIRST_S
        while True:
            if self._messages is None:
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, RETRY_LAST_S)
                await self._connect()
                continue
            pause_s = RETRY_FIRST_S
            await self._messages.is_over.wait()

    async def _sweep(self) -> None:
        """Gives up questions that were never answered: the other end may stand still without dying."""
        while True:
            await asyncio.sleep(SWEEP_S)
            now = self._loop.time()
            # They were asked in this order, so the first that may still be answered ends the search.
            while self._asked:
                number, (answer, until) = next(iter(self._asked.items()))
                if until > now:
                    break
                del self._asked[number]
                if not answer.done():
                    answer.set_exception(CourierLost("no answer in time"))

    def _heard(self, body: bytes) -> None:
        for number, answer in self._decode(body):
            asked = self._asked.pop(number, None)
            if asked is not None and not asked[0].done():
                asked[0].set_result(answer)

    def _ended(self, messages: _Messages) -> None:
        if self._messages is messages:
            _log.warning("courier.lost", path=str(self._path), open=len(self._asked))
            self._messages = None
            self._give_up()

    def _give_up(self) -> None:
        asked, self._asked = self._asked, {}
        for answer, _ in asked.values():
            if not answer.done():
                answer.set_exception(CourierLost("the connection ended"))


Take = Callable[[Sequence[tuple[Q, Callable[[A], None]]]], None]
"""Takes questions that came in one message, each with what to call with its answer."""


class Counter(Generic[Q, A]):
    """The answering end: takes questions from every process that connects."""

    def __init__(self, path: Path, question_type: object, take: Take[Q, A]) -> None:
        """Listens later, see :meth:`open`.

        Args:
            path: the socket; one that nobody listens on any more is replaced.
            question_type: what msgspec makes of a question.
            take: takes questions, each with what to call with its answer, once, now or later. It
                never raises. There is no task for each question: many are under way at a time.
        """
        self._path = path
        questions: Any = list[tuple[int, question_type]]  # type: ignore[valid-type]  # made at run time
        self._decode = msgspec.msgpack.Decoder(questions).decode
        self._take_questions = take
        self._server: asyncio.Server | None = None
        self._lock: int | None = None
        self._ends: set[_Messages] = set()
        self._open = 0
        self._is_answered = asyncio.Event()

    async def open(self) -> None:
        """Starts to listen.

        Raises:
            FileExistsError: another process listens there.
        """
        self._take_place()
        door = socket.socket(socket.AF_UNIX)
        # The socket is never open to others, not even for a moment: its mode is that of its making.
        mask = os.umask(0o177)
        try:
            door.bind(str(self._path))
        finally:
            os.umask(mask)
        self._server = await asyncio.get_running_loop().create_unix_server(self._take, sock=door)

    async def close(self) -> None:
        """Takes nothing more, answers what was asked, and lets go."""
        if self._server is not None:
            self._server.close()
        while self._open:
            self._is_answered.clear()
            await self._is_answered.wait()
        for end in list(self._ends):
            await end.close()
        self._path.unlink(missing_ok=True)
        if self._lock is not None:
            os.close(self._lock)

    def _take_place(self) -> None:
        """Holds the lock beside the socket; the system lets go of it however the process ends."""
        lock = os.open(f"{self._path}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise FileExistsError(f"another process listens at {self._path}") from error
        self._lock = lock
        self._path.unlink(missing_ok=True)

    def _take(self) -> _Messages:
        def heard(body: bytes) -> None:
            try:
                questions = self._decode(body)
            except msgspec.DecodeError:
                _log.warning("courier.unreadable", path=str(self._path))
                end.hang_up()
                return
            self._open += len(questions)
            self._take_questions(
                [(question, partial(self._answer, end, number)) for number, question in questions]
            )

        end = _Messages(heard, self._ends.discard)
        self._ends.add(end)
        return end

    def _answer(self, end: _Messages, number: int, answer: A) -> None:
        self._open -= 1
        if not self._open:
            self._is_answered.set()
        end.say((number, answer))
