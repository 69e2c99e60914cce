"""Group commit: many small acts, each durable before it is answered, few commits.

An act is put on its tenant's lane and awaits its answer. While one group reads and decides, the next
gathers by itself; there is no timer, so a quiet house adds no wait. For a group the plan reads
together what it does not remember, decides each act in arrival order in memory, and writes together:
one or two round trips, the last of which ends with COMMIT. Only then are the callers answered. While
the database writes one group, the next one of the lane is read and decided: no two of them hold acts
of the same party, so neither waits for the other, nor decides on what is about to change. The two
share evenly what there is to do.

What is guaranteed:

* The refusal of one act touches no other: decisions change nothing until they are applied, and
  applying cannot refuse.
* If a decision or a statement fails, the group is halved until the one bad act stands alone and is
  refused.
* If the connection dies, also in the middle of COMMIT, the group is sent again: acts carry keys, so
  what was committed answers as it did, and what was not happens now. Only when the database stays
  away are the callers told that the outcome is unknown and that the key will tell.
* The queue is bounded; a full one refuses at once. So is the wait: while a group is stuck (a server
  that neither answers nor dies), its callers are told to come back with their keys, and those behind
  it that nothing was done.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from uuid import UUID

import structlog
from psycopg import errors

from stakehouse.infra.metrics import GROUP_AGAIN, GROUP_FAULTS, GROUP_QUEUE, GROUP_SECONDS, GROUP_SIZE
from stakehouse.infra.pipeline import PipelinePool, Statement, Statements
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.errors import InternalError, OutcomeUnknown, Overloaded, Refusal
from stakehouse.kernel.ids import TenantId

_log = structlog.get_logger(__name__)

IN_FLIGHT_MAX = 2
"""Groups of a lane: one that the database writes, and one that reads and decides."""

LOOK_AGAIN_S = 1.0
"""While a group is stuck, whoever came meanwhile is answered so often."""


class Act(Protocol):
    """What goes onto a lane."""

    @property
    def tenant_id(self) -> TenantId:
        """The tenant; a group holds one."""
        ...


A = TypeVar("A", bound=Act)
S = TypeVar("S")
R = TypeVar("R")
A_contra = TypeVar("A_contra", bound=Act, contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class NeedsMore(Exception):  # noqa: N818 - control flow between decision and plan, not an error
    """A decision met something the group has not read (a jackpot about to be won).

    The group reads it, under its lock, and decides anew from the beginning; decisions are pure, so
    nothing is left of the first pass.
    """

    def __init__(self, what: object) -> None:
        """Names what is needed."""
        super().__init__(what)
        self.what = what


class Plan(Protocol[A_contra, S, R_co]):
    """How a group of acts is read, decided and written."""

    def party(self, act: A_contra) -> Hashable:
        """Whose state an act changes; acts of one party are never in two groups under way."""
        ...

    async def read(
        self, conn: Statements, tenant_id: TenantId, acts: Sequence[A_contra], *, anew: bool = False
    ) -> object:
        """Locks and reads, set-based, all that the decisions need.

        What the plan remembers of an earlier group it need not read, if its writes demand of the
        database that it still holds; after a failure it is asked for everything ``anew``.
        """
        ...

    async def read_more(self, conn: Statements, tenant_id: TenantId, rows: object, what: object) -> None:
        """Adds to the rows what a decision found missing."""
        ...

    def scene(self, tenant_id: TenantId, rows: object, now: datetime) -> S:
        """The working state of one pass over the rows."""
        ...

    def decide(self, scene: S, acts: Sequence[A_contra]) -> Sequence[R_co | Refusal | None]:
        """Decides acts, as if one after the other, and applies the decisions to the scene.

        Returns:
            An answer for each act: the decision's, a refusal, or ``None`` for an act that must not be
            decided on what the plan remembers; it goes into the next group, first in line.

        Raises:
            NeedsMore: something has not been read.
        """
        ...

    def writes(self, scene: S) -> Iterable[Statement]:
        """The statements that write, set-based, all that was decided.

        Each demands of the database whatever must still hold: a group is committed with the last of
        them. Each is made when the one before has left, so the largest comes first.
        """
        ...

    def committed(self, scene: S, acts: Sequence[A_contra]) -> None:
        """Hears that a group was committed."""
        ...

    def forget(self) -> None:
        """Forgets what it remembers: the server behind the next connection may be another."""
        ...


@dataclass(slots=True)
class _Flight:
    """A group under way."""

    size: int
    parties: set[Hashable]


@dataclass(slots=True)
class _Waiting(Generic[A, R]):
    act: A
    told: Callable[[R | Refusal], None]
    is_told: bool = False

    def tell(self, answer: R | Refusal) -> None:
        """Answers, once: who was let go while its group was stuck is not answered again."""
        if self.is_told:
            return
        self.is_told = True
        try:
            self.told(answer)
        except Exception:  # noqa: BLE001 - what one does with its answer must not reach its neighbours
            _log.exception("group.answer_lost")


@dataclass(slots=True)
class _Lane(Generic[A, R]):
    tenant_id: TenantId
    queue: "deque[_Waiting[A, R]]" = field(default_factory=deque)
    is_served: bool = False
    in_flight: dict[asyncio.Task[None], _Flight] = field(default_factory=dict)
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def share(self) -> int:
        """The acts of a group, if the groups in flight share evenly what there is to do."""
        under_way = sum(flight.size for flight in self.in_flight.values())
        return -(-(under_way + len(self.queue)) // IN_FLIGHT_MAX)

    @property
    def is_ready(self) -> bool:
        """Whether a group may start."""
        if not self.in_flight:
            return True
        return len(self.in_flight) < IN_FLIGHT_MAX and len(self.queue) >= self.share

    def is_busy(self, party: Hashable) -> bool:
        """Whether an act of a party is under way."""
        return any(party in flight.parties for flight in self.in_flight.values())

    def land(self, task: asyncio.Task[None]) -> None:
        """Takes a group that is done from those in flight."""
        del self.in_flight[task]
        self.stirred.set()


@dataclass(slots=True)
class _Overdue(Generic[A, R]):
    """The alarm of a group, set anew while the group is stuck."""

    lane: _Lane[A, R]
    group: list[_Waiting[A, R]]
    handle: asyncio.TimerHandle | None = None

    def set(self, within_s: float) -> None:
        """Goes off after so long."""
        self.handle = asyncio.get_running_loop().call_later(within_s, self._let_go)

    def cancel(self) -> None:
        """Does not go off any more."""
        if self.handle is not None:
            self.handle.cancel()
            # The handle knows the alarm and this the group: in a circle, everything a group has made
            # would lie about until the collector came, which then stood still for a tenth of a second.
            self.handle = None

    def _let_go(self) -> None:
        """Answers whoever waits for a group that is stuck, and whoever waits behind it."""
        _log.warning("group.stuck", size=len(self.group), behind=len(self.lane.queue))
        _fail(self.group, _unknown())
        _fail(self.lane.queue, Overloaded("The books cannot be reached; nothing was done.", retry_after_s=2))
        self.lane.queue.clear()
        self.set(LOOK_AGAIN_S)


RETRYABLE = (
    errors.DeadlockDetected,
    errors.SerializationFailure,  # also of ours: what the group read without a lock was changed meanwhile
    errors.LockNotAvailable,
    errors.UniqueViolation,  # the same key in another process; a second look replays it
)
LOST = (
    OSError,
    TimeoutError,
    errors.ConnectionException,
    errors.AdminShutdown,
    errors.CrashShutdown,
    errors.CannotConnectNow,
    errors.TooManyConnections,
    errors.QueryCanceled,
    errors.InsufficientResources,
    errors.ReadOnlySqlTransaction,
    errors.IdleInTransactionSessionTimeout,
)


class GroupCommit(Generic[A, S, R]):
    """The engine: one lane a tenant, one group in flight a lane."""

    def __init__(
        self,
        pool: PipelinePool,
        plan: Plan[A, S, R],
        *,
        clock: Clock,
        group_max: int = 256,
        queue_max: int = 4096,
        patience_s: float = 8.0,
        answer_within_s: float = 10.0,
    ) -> None:
        """Keeps its parts.

        Args:
            pool: connections of the application's role.
            plan: how groups are read, decided and written.
            clock: the moment of a group, read once when it starts.
            group_max: acts in one group; beyond 512 only the slowest answers grow.
            queue_max: acts waiting on one lane before new ones are refused.
            patience_s: how long a group is tried again while the database is away.
            answer_within_s: how long a caller waits for a group at most; the group goes on.
        """
        self._pool = pool
        self._plan = plan
        self._clock = clock
        self._group_max = group_max
        self._queue_max = queue_max
        self._patience_s = patience_s
        self._answer_within_s = answer_within_s
        self._breaks = 0
        self._lanes: dict[UUID, _Lane[A, R]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def submit(self, act: A) -> R:
        """Carries out one act; answers after its commit.

        Raises:
            Refusal: the decision's own, ``Overloaded``, ``OutcomeUnknown`` or ``InternalError``.
        """
        outcome: asyncio.Future[R] = asyncio.get_running_loop().create_future()

        def told(answer: R | Refusal) -> None:
            if outcome.done():  # the caller went away; the act stands all the same
                return
            if isinstance(answer, Refusal):
                outcome.set_exception(answer)
            else:
                outcome.set_result(answer)

        self.put(act, told)
        return await outcome

    def put(self, act: A, told: Callable[[R | Refusal], None]) -> None:
        """Puts one act on its lane; ``told`` hears the answer, once, after its commit.

        For who has many acts under way and needs no task for each.

        Raises:
            Overloaded: too many wait there already; ``told`` hears nothing.
        """
        lane = self._lanes.get(act.tenant_id)
        if lane is None:
            lane = self._lanes[act.tenant_id] = _Lane(act.tenant_id)
        if len(lane.queue) >= self._queue_max:
            raise Overloaded("The house is very busy; repeat the request in a second.", retry_after_s=1)
        lane.queue.append(_Waiting(act, told))
        self._wake(lane)

    def _wake(self, lane: _Lane[A, R]) -> None:
        """Sees to it that a lane's queue is served."""
        if lane.is_ready:
            lane.stirred.set()
        if not lane.is_served:
            lane.is_served = True
            _ = self._start(self._serve(lane))

    def _start(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def drain(self) -> None:
        """Waits until every lane is empty; for shutdown."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _serve(self, lane: _Lane[A, R]) -> None:
        """Starts group after group: the next one reads while the one before is written."""
        try:
            while lane.queue:
                await self._gather(lane)
                if not lane.queue:  # those who waited behind a stuck group were let go
                    break
                group, parties = self._form(lane)
                if not group:  # everybody in the queue is in a group under way
                    lane.stirred.clear()
                    await lane.stirred.wait()
                    continue
                GROUP_QUEUE.set(len(lane.queue))
                decided = asyncio.Event()
                task = self._start(self._carry_out(lane, group, decided))
                lane.in_flight[task] = _Flight(len(group), parties)
                task.add_done_callback(lane.land)
                await decided.wait()
        finally:
            lane.is_served = False

    def _form(self, lane: _Lane[A, R]) -> tuple[list[_Waiting[A, R]], set[Hashable]]:
        """The next group: who came first, but nobody whose earlier act is still under way."""
        size = min(lane.share if lane.in_flight else len(lane.queue), self._group_max)
        group: list[_Waiting[A, R]] = []
        later: list[_Waiting[A, R]] = []
        parties: set[Hashable] = set()
        while lane.queue and len(group) < size:
            waiting = lane.queue.popleft()
            party = self._plan.party(waiting.act)
            if lane.is_busy(party):
                later.append(waiting)
            else:
                group.append(waiting)
                parties.add(party)
        lane.queue.extendleft(reversed(later))
        return group, parties

    async def _gather(self, lane: _Lane[A, R]) -> None:
        """Lets a group gather until it is as large as the one in flight, or that one is done.

        What a group costs whatever it holds is paid less often then, and neither of two groups waits
        long for the other; a lone act behind a lone act still starts at once.
        """
        while not lane.is_ready:
            lane.stirred.clear()
            await lane.stirred.wait()

    async def _carry_out(
        self, lane: _Lane[A, R], group: list[_Waiting[A, R]], decided: asyncio.Event
    ) -> None:
        overdue = _Overdue(lane, group)
        overdue.set(self._answer_within_s)
        try:
            await self._settle(lane, group, decided)
        except BaseException as error:
            _fail(group, InternalError("A fault of ours; nothing was done. Repeat the request."))
            if not isinstance(error, Exception):
                raise
            _log.exception("group.failed", size=len(group))
        finally:
            overdue.cancel()
            decided.set()

    async def _settle(
        self, lane: _Lane[A, R], group: list[_Waiting[A, R]], decided: asyncio.Event, *, anew: bool = False
    ) -> None:
        """Commits a group; on failure tries again, halves it, or answers that it could not."""
        deadline = time.monotonic() + self._patience_s
        retries = 0
        while True:
            try:
                await self._commit(lane, group, decided, anew=anew or retries > 0)
            except LOST as error:
                if time.monotonic() > deadline:
                    _log.warning("group.outcome_unknown", size=len(group), error=repr(error))
                    _fail(group, _unknown())
                    return
                await asyncio.sleep(min(0.05 * 2**retries, 1.0))
                retries += 1
            except RETRYABLE as error:
                GROUP_AGAIN.inc()
                retries += 1
                if retries > 3:  # noqa: PLR2004 - three looks tell a race from a fault
                    await self._halve(lane, group, error, decided)
                    return
            except Exception as error:  # noqa: BLE001 - whatever it was, it must hit one act alone
                await self._halve(lane, group, error, decided)
                return
            else:
                return

    async def _halve(
        self, lane: _Lane[A, R], group: list[_Waiting[A, R]], error: Exception, decided: asyncio.Event
    ) -> None:
        if len(group) == 1:
            GROUP_FAULTS.inc()
            _log.error("group.act_refused", exc_info=error)
            _fail(group, InternalError("A fault of ours; nothing was done. We have been told."))
            return
        middle = len(group) // 2
        await self._settle(lane, group[:middle], decided, anew=True)
        await self._settle(lane, group[middle:], decided, anew=True)

    async def _commit(
        self, lane: _Lane[A, R], group: list[_Waiting[A, R]], decided: asyncio.Event, *, anew: bool
    ) -> None:
        tenant_id = lane.tenant_id
        started = time.perf_counter()
        acts = [waiting.act for waiting in group]
        if self._pool.breaks != self._breaks:
            self._breaks = self._pool.breaks
            self._plan.forget()
        async with self._pool.acquire() as conn:
            # SET LOCAL rather than set_config() so that the setting also travels to the workers of a
            # distributed database. If it fails, the reads do.
            conn.begin(f"SET LOCAL app.tenant = '{tenant_id}'")
            try:
                scene, answers = await self._decide(conn, tenant_id, acts, anew=anew)
                decided.set()
                await conn.commit(self._plan.writes(scene))
            except BaseException:
                await conn.roll_back()
                raise
        self._keep(scene, acts)
        GROUP_SECONDS.observe(time.perf_counter() - started)
        first: list[_Waiting[A, R]] = []
        for waiting, answer in zip(group, answers, strict=True):
            if answer is not None:
                waiting.tell(answer)
            elif not waiting.is_told:
                first.append(waiting)
        GROUP_SIZE.observe(len(group) - len(first))
        if first:
            lane.queue.extendleft(reversed(first))
            self._wake(lane)

    def _keep(self, scene: S, acts: Sequence[A]) -> None:
        try:
            self._plan.committed(scene, acts)
        except Exception:  # noqa: BLE001 - the group stands; what of it is remembered is not worth an answer
            _log.exception("group.not_remembered")
            self._plan.forget()

    async def _decide(
        self, conn: Statements, tenant_id: TenantId, acts: Sequence[A], *, anew: bool
    ) -> tuple[S, Sequence[R | Refusal | None]]:
        """The answers of a group; ``None`` for an act that goes into the next one."""
        rows = await self._plan.read(conn, tenant_id, acts, anew=anew)
        now = self._clock()
        while True:
            scene = self._plan.scene(tenant_id, rows, now)
            try:
                return scene, self._plan.decide(scene, acts)
            except NeedsMore as needs:
                await self._plan.read_more(conn, tenant_id, rows, needs.what)


def _unknown() -> OutcomeUnknown:
    return OutcomeUnknown(
        "Not confirmed; repeat the request with the same key to learn its outcome.", retry_after_s=2
    )


def _fail(group: "Iterable[_Waiting[A, R]]", refusal: Refusal) -> None:
    for waiting in group:
        waiting.tell(refusal)
