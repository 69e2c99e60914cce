"""Subscribers: what the house does when it hears a fact, once, and in order for each key.

The effect of a handler, the inbox row that says it happened, and what the handler tells in turn are
one transaction; the acknowledgement follows the commit. An event that comes again finds its inbox
row. One process at a time serves a consumer; within it, events of one key wait for each other and
different keys run side by side. A handler that raises is tried again after a growing pause, during
which only its own key waits; at the end of its budget the event becomes a dead letter.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

import msgspec
import nats.js.errors
import structlog
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from sqlalchemy import text

from stakehouse.infra.advisory import Duties
from stakehouse.infra.bus import BUS_FAULTS, Bus, Envelope, decode_envelope
from stakehouse.infra.database import DATABASE_FAULTS, Database, answers
from stakehouse.infra.dead_letters import DeadLetter, DeadLetterNotFound, Source, bury, claim
from stakehouse.infra.faults import told
from stakehouse.infra.metrics import CONSUMER_LAG, EVENTS_HANDLED
from stakehouse.infra.relay import Watch
from stakehouse.infra.tx import Deferred, Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import TenantId

BACK_OFF_S = (1.0, 5.0, 30.0, 120.0, 600.0)
"""Pauses before an event is tried again; after the last attempt it is a dead letter."""

SIDE_BY_SIDE = 8
IN_HAND_MAX = 256
FETCH_MAX = 64
FETCH_WAIT_S = 1.0
ACKNOWLEDGE_WITHIN_S = 30.0
FINISH_WITHIN_S = 25.0
STAND_BY_PAUSE_S = 1.0
FAULT_PAUSE_S = 0.5
AWAY_PAUSE_S = 1.0
PROBE_EVERY_S = 15.0

F_co = TypeVar("F_co", bound=Fact, covariant=True)

_log = structlog.get_logger(__name__)

_NOTE = text(
    "INSERT INTO inbox (tenant_id, consumer, event_id, handled_at) "
    "VALUES (:tenant_id, :consumer, :event_id, :handled_at) ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Event(Generic[F_co]):
    """A fact as a handler hears it.

    Attributes:
        id: the same each time it is delivered.
        tenant_id: whose it is.
        key: facts of one key come in order.
        created_at: when it happened, in UTC.
        fact: what happened.
    """

    id: UUID
    tenant_id: TenantId
    key: str
    created_at: datetime
    fact: F_co


Hear = Callable[[Tx, Event[Any]], Awaitable[None]]  # Any: each handler names its own facts


@dataclass(frozen=True, slots=True)
class Handler:
    """What one consumer does with the facts it hears.

    Attributes:
        consumer: its name, for good: letters, digits, ``_`` and ``-``. A new name hears again what
            the bus still holds.
        facts: the facts it hears.
        hear: acts in the transaction it is given; raising gives the event back.
        back_off_s: pauses before each new attempt.
    """

    consumer: str
    facts: tuple[type[Fact], ...]
    hear: Hear
    back_off_s: Sequence[float] = BACK_OFF_S


class UnknownFact(Exception):  # noqa: N818 - not an error of the program: a newer one spoke
    """A fact of a version that this program does not know."""


class _Abandoned(Exception):  # noqa: N818 - a signal to its own lane
    """The subscriber stops; the event stays unacknowledged and will come again."""


class _Silent(Exception):  # noqa: N818 - a signal to the loop
    """Events wait at the broker and none arrives: the subscription is dead."""


@dataclass(slots=True)
class _InHand:
    """An event that was delivered and is not settled yet."""

    message: Msg
    envelope: Envelope


@dataclass(slots=True)
class _Session:
    """One subscription, from its opening to its end."""

    subscription: JetStreamContext.PullSubscription
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    freed: asyncio.Event = field(default_factory=asyncio.Event)
    in_hand: dict[UUID, _InHand] = field(default_factory=dict)
    lanes: dict[tuple[UUID, str], deque[_InHand]] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    received: int = 0
    fault: BaseException | None = None

    def ended(self, task: asyncio.Task[None]) -> None:
        """Notes the end of a lane, and its fault if it had one."""
        self.tasks.discard(task)
        if not task.cancelled():
            self.fault = self.fault or task.exception()


@cache
def decoders(facts: tuple[type[Fact], ...]) -> dict[tuple[str, str, int], msgspec.json.Decoder[Fact]]:
    """How to read each fact, by speaker, name and version."""
    return {(fact.domain, fact.name, fact.version): msgspec.json.Decoder(fact) for fact in facts}


async def hear_once(handler: Handler, tx: Tx, envelope: Envelope) -> bool:
    """Lets a handler hear an event in a transaction, unless its inbox knows it.

    Returns:
        Whether it was heard now.

    Raises:
        UnknownFact: the version is newer than this program.
    """
    row = {"tenant_id": tx.tenant_id, "consumer": handler.consumer, "event_id": envelope.id}
    if (await tx.conn.execute(_NOTE, {**row, "handled_at": tx.now})).rowcount == 0:
        return False
    known = decoders(handler.facts).get((envelope.domain, envelope.name, envelope.version))
    if known is None:
        raise UnknownFact(f"{envelope.domain} {envelope.name} version {envelope.version}")
    fact = known.decode(envelope.payload)
    tenant_id = TenantId(envelope.tenant_id)
    await handler.hear(tx, Event(envelope.id, tenant_id, envelope.key, envelope.created_at, fact))
    return True


async def replay(tx: Tx, letter_id: UUID, handlers: Sequence[Handler]) -> None:
    """Tries a dead letter of the tenant again: an event now, a job by the queue.

    Both happen in this transaction, so a failing handler leaves the letter as it was. An event that
    its inbox knows by now changes nothing.

    Raises:
        DeadLetterNotFound: there is none, it was replayed before, or nobody hears it any more.
    """
    kept = await claim(tx, letter_id)
    if kept.source is Source.JOB:
        tx.defer(Deferred(kept.consumer, kept.payload))
        return
    for handler in handlers:
        if handler.consumer == kept.consumer:
            await hear_once(handler, tx, decode_envelope(kept.payload))
            return
    raise DeadLetterNotFound(f"No consumer {kept.consumer} hears it any more.")


class Subscriber:
    """Serves one consumer; start as many as there are workers, one of them serves."""

    def __init__(
        self,
        handler: Handler,
        database: Database,
        bus: Bus,
        duties: Duties,
        clock: Clock,
        *,
        acknowledge_within_s: float = ACKNOWLEDGE_WITHIN_S,
        watch: Watch = lambda _step: None,
    ) -> None:
        """Keeps what it needs.

        Args:
            handler: what to do.
            database: where effects and inbox rows go.
            bus: where facts come from.
            duties: the locks of this process.
            clock: the time that transactions get.
            acknowledge_within_s: the broker delivers again what is silent for so long; while an
                event is in hand the subscriber tells the broker three times in that span.
            watch: told at each step, for tests.
        """
        self._handler = handler
        self._database = database
        self._bus = bus
        self._duties = duties
        self._clock = clock
        self._acknowledge_within_s = acknowledge_within_s
        self._watch = watch
        self._side_by_side = asyncio.Semaphore(SIDE_BY_SIDE)
        self._duty = f"consumer:{bus.stream.name}:{handler.consumer}"
        self.is_serving = False
        self.is_well = False
        """Whether it serves, or stands by while another process does."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until told to stop; then finishes what runs and returns within half a minute."""
        while not stop.is_set():
            try:
                if await self._duties.take(self._duty):
                    await self._serve(stop)
                else:
                    self.is_well = True
                    await _pause(stop, STAND_BY_PAUSE_S)
                continue
            except _Silent:
                _log.error("subscriber.silent", consumer=self._handler.consumer)
                self._watch("silent")
            except (*BUS_FAULTS, *DATABASE_FAULTS) as error:
                _log.warning("subscriber.interrupted", consumer=self._handler.consumer, error=told(error))
            except Exception as error:  # noqa: BLE001 - one consumer must not stop the others
                _log.error("subscriber.failed", consumer=self._handler.consumer, exc_info=error)
            finally:
                self.is_serving = False
            self.is_well = False
            await _pause(stop, FAULT_PAUSE_S)

    async def _serve(self, stop: asyncio.Event) -> None:
        session = _Session(await self._open())
        _log.info("subscriber.serves", consumer=self._handler.consumer)
        work = [
            asyncio.create_task(self._feed(session)),
            asyncio.create_task(self._keep_in_hand(session)),
            asyncio.create_task(self._probe(session)),
            asyncio.create_task(_wait_for(stop)),
        ]
        try:
            done, _ = await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            await self._finish(session, work)

    async def _feed(self, session: _Session) -> None:
        """Fetches events as long as the duty is ours and nothing has gone wrong."""
        while self._duties.has(self._duty):
            await self._fetch(session)
            self.is_serving = self.is_well = True
            if session.fault is not None:
                raise session.fault

    async def _open(self) -> JetStreamContext.PullSubscription:
        """Binds to the durable consumer, and takes back what a predecessor had in hand.

        Otherwise that would come again only when the broker's patience ends, behind newer events
        of the same keys. A new consumer from the acknowledged floor on brings it at once and in
        order; what was handled beyond the floor is in the inbox.
        """
        stream = self._bus.stream.name
        await self._bus.ensure_stream()
        subjects = sorted({f"{self._bus.stream.root}.*.{f.domain}.{f.name}" for f in self._handler.facts})
        start: int | None = None
        with suppress(nats.js.errors.NotFoundError):
            known = await self._bus.jetstream.consumer_info(stream, self._handler.consumer)
            heard = known.config.filter_subjects or [known.config.filter_subject]
            if known.num_ack_pending == 0 and heard == subjects:
                return await self._bind()
            assert known.ack_floor is not None, "the broker tells the floor"
            start = known.ack_floor.stream_seq + 1
            await self._bus.jetstream.delete_consumer(stream, self._handler.consumer)
        await self._bus.jetstream.add_consumer(
            stream,
            ConsumerConfig(
                name=self._handler.consumer,
                durable_name=self._handler.consumer,
                deliver_policy=DeliverPolicy.ALL if start is None else DeliverPolicy.BY_START_SEQUENCE,
                opt_start_seq=start,
                ack_policy=AckPolicy.EXPLICIT,
                ack_wait=self._acknowledge_within_s,
                max_ack_pending=IN_HAND_MAX,
                filter_subjects=subjects,
            ),
        )
        return await self._bind()

    async def _bind(self) -> JetStreamContext.PullSubscription:
        return await self._bus.jetstream.pull_subscribe_bind(
            durable=self._handler.consumer, stream=self._bus.stream.name
        )

    async def _fetch(self, session: _Session) -> None:
        room = IN_HAND_MAX - len(session.in_hand)
        if room <= 0:
            session.freed.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(session.freed.wait(), FETCH_WAIT_S)
            return
        try:
            messages = await session.subscription.fetch(min(room, FETCH_MAX), FETCH_WAIT_S)
        except TimeoutError:
            if not self._bus.is_connected:
                raise
            return
        self._watch("received")
        session.received += len(messages)
        for message in messages:
            await self._accept(session, message)

    async def _accept(self, session: _Session, message: Msg) -> None:
        """Puts an event behind the others of its key."""
        try:
            envelope = decode_envelope(message.data)
        except msgspec.DecodeError:
            # Not from our relay: nobody can say whose it is.
            _log.error("subscriber.unreadable", consumer=self._handler.consumer, subject=message.subject)
            EVENTS_HANDLED.labels(consumer=self._handler.consumer, outcome="unreadable").inc()
            await message.term()
            return
        known = session.in_hand.get(envelope.id)
        if known is not None:
            # Delivered again while we still have it: the newer delivery is the one to acknowledge.
            known.message = message
            return
        item = session.in_hand[envelope.id] = _InHand(message, envelope)
        key = (envelope.tenant_id, envelope.key)
        if key in session.lanes:
            session.lanes[key].append(item)
            return
        session.lanes[key] = deque([item])
        task = asyncio.create_task(self._work(session, key))
        session.tasks.add(task)
        task.add_done_callback(session.ended)

    async def _work(self, session: _Session, key: tuple[UUID, str]) -> None:
        """Settles the events of one key, one after the other."""
        lane = session.lanes[key]
        with suppress(_Abandoned):
            while lane and not session.ending.is_set():
                item = lane[0]
                await self._settle(session, item)
                lane.popleft()
                del session.in_hand[item.envelope.id]
                session.freed.set()
            del session.lanes[key]

    async def _settle(self, session: _Session, item: _InHand) -> None:
        """Handles an event or gives it up, and acknowledges it."""
        attempts = 0
        first_at = self._clock()
        consumer = self._handler.consumer
        while True:
            try:
                async with self._side_by_side:
                    heard = await self._hear(session, item.envelope)
                EVENTS_HANDLED.labels(consumer=consumer, outcome="handled" if heard else "seen").inc()
                break
            except _Abandoned:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a handler raises gives the event back
                if not await answers(self._database):
                    await self._wait(session, AWAY_PAUSE_S)
                    continue
                attempts += 1
                EVENTS_HANDLED.labels(consumer=consumer, outcome="failed").inc()
                _log.warning(
                    "event.failed",
                    consumer=consumer,
                    event_id=str(item.envelope.id),
                    attempts=attempts,
                    exc_info=error,
                )
                if attempts <= len(self._handler.back_off_s):
                    await self._wait(session, self._handler.back_off_s[attempts - 1])
                    continue
                await self._give_up(session, item, DeadLetter.of_event(consumer, error, attempts, first_at))
                break
        with suppress(*BUS_FAULTS):
            await item.message.ack()
        self._watch("acknowledged")

    async def _hear(self, session: _Session, envelope: Envelope) -> bool:
        if session.ending.is_set():
            raise _Abandoned
        async with begin(
            self._database,
            tenant_id=TenantId(envelope.tenant_id),
            actor=system(self._handler.consumer),
            now=self._clock(),
            request_id=str(envelope.id),
        ) as tx:
            heard = await hear_once(self._handler, tx, envelope)
            self._watch("handled")
        self._watch("committed")
        return heard

    async def _give_up(self, session: _Session, item: _InHand, letter: DeadLetter) -> None:
        """Keeps the event as a dead letter; waits for the database if need be."""
        while True:
            try:
                await bury(
                    self._database,
                    letter,
                    tenant_id=TenantId(item.envelope.tenant_id),
                    event_id=item.envelope.id,
                    payload=bytes(item.message.data),
                    now=self._clock(),
                )
            except Exception:
                if await answers(self._database):
                    raise
                await self._wait(session, AWAY_PAUSE_S)
            else:
                return

    async def _wait(self, session: _Session, seconds: float) -> None:
        await _pause(session.ending, seconds)
        if session.ending.is_set():
            raise _Abandoned

    async def _keep_in_hand(self, session: _Session) -> None:
        """Tells the broker that the events in hand are still being worked on."""
        while True:
            await asyncio.sleep(self._acknowledge_within_s / 3)
            for item in list(session.in_hand.values()):
                with suppress(*BUS_FAULTS):
                    await item.message.in_progress()

    async def _probe(self, session: _Session) -> None:
        """Watches progress, not the connection: pull consumers have gone silent on live ones.

        Raises:
            _Silent: events wait at the broker, none is in hand, and none came since the last look.
        """
        received = -1
        while True:
            await asyncio.sleep(PROBE_EVERY_S)
            try:
                info = await session.subscription.consumer_info()
            except BUS_FAULTS:
                continue
            waiting = info.num_pending or 0
            CONSUMER_LAG.labels(consumer=self._handler.consumer).set(waiting)
            if waiting and not session.in_hand and session.received == received:
                raise _Silent
            received = session.received

    async def _finish(self, session: _Session, helpers: Sequence[asyncio.Task[None]]) -> None:
        """Lets running handlers end, gives back the rest, and leaves the broker.

        The first helper feeds and stops at once; the others keep what is in hand until the end.
        """
        session.ending.set()
        helpers[0].cancel()
        if session.tasks:
            _, late = await asyncio.wait(set(session.tasks), timeout=FINISH_WITHIN_S)
            for task in late:
                task.cancel()
        for helper in helpers:
            helper.cancel()
        await asyncio.gather(*helpers, *session.tasks, return_exceptions=True)
        with suppress(*BUS_FAULTS):
            await session.subscription.unsubscribe()


async def _wait_for(stop: asyncio.Event) -> None:
    await stop.wait()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
