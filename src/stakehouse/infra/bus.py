"""The bus: NATS JetStream, one stream for all facts of all tenants.

PostgreSQL is the truth; what lies on the bus can be thrown away and published again. So the stream
discards its oldest messages rather than refuse new ones, and nothing that decides about money
reads from it.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

import msgspec
import nats.errors
import nats.js.errors
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import DiscardPolicy, Header, RetentionPolicy, StorageType, StreamConfig

from stakehouse.infra.faults import told

ACKNOWLEDGEMENT_LIMIT_S = 10.0
CONNECT_LIMIT_S = 5
RECONNECT_PAUSE_S = 1
WHOLE_FROM = 32
"""From so many messages on an atomic batch is faster: measured with ``sync_interval: always``, 60,000
messages a second against 1,000 to 6,000 one by one; but a batch costs some nine milliseconds."""

BATCH = "Nats-Batch-Id"
BATCH_NUMBER = "Nats-Batch-Sequence"
BATCH_COMMIT = "Nats-Batch-Commit"

_CONFIGURATION_DIFFERS = 10058
_ALREADY_STORED = 10201

_log = structlog.get_logger(__name__)

BUS_FAULTS = (nats.errors.Error, OSError, TimeoutError, asyncio.TimeoutError)
"""What the bus may fail with while it is away."""


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """A fact on the bus.

    Attributes:
        id: of the event; the same however often it is published.
        tenant_id: whose it is.
        domain: who speaks.
        name: what happened ("round.settled").
        version: of the payload's shape.
        key: facts of one key are heard in order.
        created_at: when it happened, in UTC.
        payload: the fact itself.
    """

    id: UUID
    tenant_id: UUID
    domain: str
    name: str
    version: int
    key: str
    created_at: datetime
    payload: msgspec.Raw


encode_envelope = msgspec.json.Encoder(uuid_format="canonical").encode
decode_envelope = msgspec.json.Decoder(Envelope).decode


class _Fault(msgspec.Struct):
    description: str = "refused"
    err_code: int = 0


class _Answer(msgspec.Struct):
    """The broker's answer to a publication; ``count`` is that of an atomic batch."""

    error: _Fault | None = None
    count: int = 0


_decode_answer = msgspec.json.Decoder(_Answer).decode
_NOBODY_LISTENS = _Answer(error=_Fault(description="no stream takes this subject"))


@dataclass(frozen=True, slots=True)
class Message:
    """What is published: the bus drops a second message of the same id within the window."""

    id: str
    subject: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Stream:
    """How the stream is kept.

    Attributes:
        name: of the stream.
        root: first token of all its subjects.
        age_max: messages older than this are discarded; less than inbox rows are kept.
        bytes_max: the oldest messages beyond this size are discarded.
        repeats_for: how long the ids of messages are remembered.
        replicas: servers that hold a copy; three in production.
    """

    name: str = "STAKEHOUSE"
    root: str = "stakehouse"
    age_max: timedelta = timedelta(days=3)
    bytes_max: int = 1024 * 1024 * 1024
    repeats_for: timedelta = timedelta(minutes=2)
    replicas: int = 1

    def configuration(self) -> StreamConfig:
        """The stream in the terms of the server."""
        return StreamConfig(
            name=self.name,
            subjects=[f"{self.root}.>"],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            discard=DiscardPolicy.OLD,
            max_age=self.age_max.total_seconds(),
            max_bytes=self.bytes_max,
            duplicate_window=self.repeats_for.total_seconds(),
            num_replicas=self.replicas,
            allow_atomic=True,
        )


class Bus:
    """One connection to the broker; comes back by itself when the broker does."""

    def __init__(self, url: str, *, name: str = "stakehouse", stream: Stream | None = None) -> None:
        """Connects later, see :meth:`open`.

        Args:
            url: ``nats://token@host:port``.
            name: shown in the broker's list of connections.
            stream: how the stream is kept.
        """
        self.stream = stream or Stream()
        self.connections = 0
        """How often the connection was made; whoever depends on the stream checks it again then."""
        self._url = url
        self._name = name
        self._client = Client()
        self._jetstream: JetStreamContext | None = None
        # nats-py has asynchronous publishing as well, but leaves a refusal of the broker unanswered
        # until the time is up.
        self._inbox = ""
        self._tokens = count()
        self._unanswered: dict[str, asyncio.Future[_Answer]] = {}

    @property
    def is_connected(self) -> bool:
        """Whether the broker can be reached right now."""
        return bool(self._client.is_connected)

    @property
    def jetstream(self) -> JetStreamContext:
        """JetStream on this connection."""
        assert self._jetstream is not None, "the bus has not been opened"
        return self._jetstream

    async def open(self) -> None:
        """Connects; waits for the broker as long as it takes."""
        await self._client.connect(
            self._url,
            name=self._name,
            connect_timeout=CONNECT_LIMIT_S,
            reconnect_time_wait=RECONNECT_PAUSE_S,
            max_reconnect_attempts=-1,
            ping_interval=10,
            error_cb=self._on_error,
            reconnected_cb=self._on_connected,
        )
        self._jetstream = self._client.jetstream()
        self._inbox = self._client.new_inbox()
        await self._client.subscribe(f"{self._inbox}.*", cb=self._on_answer)
        await self._on_connected()

    async def close(self) -> None:
        """Closes the connection after what was written has been sent."""
        with suppress(*BUS_FAULTS):
            await self._client.flush(1)
        with suppress(*BUS_FAULTS):
            await self._client.close()

    async def ensure_stream(self) -> str:
        """Makes the stream if there is none, and brings its limits up to date.

        Returns:
            A mark that tells this stream from any other of the same name: when it was made.
        """
        configuration = self.stream.configuration()
        try:
            found = await self.jetstream.add_stream(configuration)
        except nats.js.errors.APIError as error:
            if error.err_code != _CONFIGURATION_DIFFERS:
                raise
            found = await self.jetstream.update_stream(configuration)
        assert found.created is not None, "the broker says when the stream was made"
        return str(found.created.isoformat())

    async def publish(self, messages: Sequence[Message]) -> int:
        """Publishes messages in order, without waiting for one before sending the next.

        Either way nothing is stored when something before it was lost on the way, so what is
        published again never comes behind what should follow it.

        Returns:
            How many from the first on, without a gap, the broker has acknowledged.
        """
        if not self.is_connected:
            return 0
        if len(messages) >= WHOLE_FROM and await self._publish_whole(messages):
            return len(messages)
        return await self._publish_chained(messages)

    async def _publish_whole(self, messages: Sequence[Message]) -> bool:
        """Publishes all or none: the broker stores an atomic batch with one flush of the disk.

        The broker refuses a batch that holds a message it already has.
        """
        batch = self._client.new_inbox()[-22:]
        *others, last = messages
        try:
            for number, message in enumerate(others, 1):
                headers = {**self._headers(message), BATCH: batch, BATCH_NUMBER: str(number)}
                await self._client.publish(message.subject, message.body, headers=headers)
            commit = {BATCH: batch, BATCH_NUMBER: str(len(messages)), BATCH_COMMIT: "1"}
            headers = {**self._headers(last), **commit}
            answer = await asyncio.wait_for(await self._send(last, headers), ACKNOWLEDGEMENT_LIMIT_S)
        except BUS_FAULTS as error:
            _log.warning("bus.interrupted", error=told(error))
            return False
        if answer.error is not None and answer.error.err_code != _ALREADY_STORED:
            _log.warning("bus.batch_refused", why=answer.error.description)
        return answer.count == len(messages)

    async def _publish_chained(self, messages: Sequence[Message]) -> int:
        """Publishes each on the condition that its predecessor is the last one stored."""
        sent: list[asyncio.Future[_Answer]] = []
        try:
            for number, message in enumerate(messages):
                headers = self._headers(message)
                if number > 0:
                    headers[Header.EXPECTED_LAST_MSG_ID.value] = messages[number - 1].id
                sent.append(await self._send(message, headers))
        except BUS_FAULTS as error:
            _log.warning("bus.interrupted", error=told(error), sent=len(sent))
        if sent:
            await asyncio.wait(sent, timeout=ACKNOWLEDGEMENT_LIMIT_S)
        return _unbroken(sent)

    def _headers(self, message: Message) -> dict[str, str]:
        return {Header.MSG_ID.value: message.id, Header.EXPECTED_STREAM.value: self.stream.name}

    async def _send(self, message: Message, headers: dict[str, str]) -> asyncio.Future[_Answer]:
        token = f"{next(self._tokens):x}"
        answer: asyncio.Future[_Answer] = asyncio.get_running_loop().create_future()
        self._unanswered[token] = answer
        answer.add_done_callback(lambda _: self._unanswered.pop(token, None))
        await self._client.publish(message.subject, message.body, f"{self._inbox}.{token}", headers)
        return answer

    async def _on_answer(self, message: Msg) -> None:
        answer = self._unanswered.get(message.subject.rpartition(".")[2])
        if answer is not None and not answer.done():
            answer.set_result(_decode_answer(message.data) if message.data else _NOBODY_LISTENS)

    async def _on_connected(self) -> None:
        self.connections += 1

    async def _on_error(self, error: Exception) -> None:
        _log.warning("bus.fault", error=told(error))


def _unbroken(sent: list[asyncio.Future[_Answer]]) -> int:
    """The length of the acknowledged prefix; what is still open is given up."""
    unbroken = 0
    for future in sent:
        error = future.result().error if future.done() else _Fault(description="no answer in time")
        if error is not None:
            _log.warning("bus.refused", why=error.description)
            break
        unbroken += 1
    for future in sent[unbroken:]:
        future.cancel()
    return unbroken
