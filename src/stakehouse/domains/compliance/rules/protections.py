"""The wallet engine's working state of compliance: may this bet be taken, and what does it use up.

``Protections`` opens over rows that one query read for the whole group. ``check_bet`` refuses and
leaves no trace; ``count_bet`` and ``count_win`` take a decision in and cannot refuse. A stake counts
when it is taken, a win when it is credited, each in the period of that moment.

Time is counted from bet to bet: what passes between two of them is play, unless it is longer than a
session of play survives. So the clock needs no visit of its own and cannot be kept from running by
closing a page.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from stakehouse.domains.compliance.errors import RealityCheckDue
from stakehouse.domains.compliance.rules import pace
from stakehouse.domains.compliance.rules.calendar import (
    PERIODS,
    PLAY_IDLE,
    Starts,
    lasted,
    resets_at,
    rolled,
    starts_at,
)
from stakehouse.domains.compliance.rules.exclusions import admit, check_not_excluded
from stakehouse.domains.compliance.rules.limits import reached
from stakehouse.domains.compliance.types import LimitKind, Period, Protection, RealityBand
from stakehouse.kernel.ids import MemberId, TenantId
from stakehouse.kernel.money import UNITS_MAX

Key = tuple[MemberId, str]
"""A member and a currency code."""

SLOT = {period: slot for slot, period in enumerate(PERIODS)} | {Period.SESSION: -1}
"""Where counters hold a period; a session of play is no place in them, and frees up before any."""

UNPLAYED = (0,) * len(PERIODS)
MINUTE_MS = 60_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class PlayLimit(NamedTuple):
    """A wager, loss or time limit in force; time is bound in minutes."""

    kind: LimitKind
    period: Period
    slot: int
    units: int


class Sitting(NamedTuple):
    """What was read of a session of play in one currency; ``since`` is ``None`` if none runs."""

    since: datetime | None
    wagered: int
    won: int


NO_SITTING = Sitting(None, 0, 0)


class ClockRow(NamedTuple):
    """What one currency's counters know of the member's time."""

    counted_at: datetime
    played: Sequence[int]
    since: datetime | None


class PlayRow(NamedTuple):
    """What was read of one member in one currency.

    Attributes:
        protection: ``None`` for a member whom nothing protects: active, never excluded, no limits.
        limits: what bounds play in this currency; the one that frees up last comes first.
        scale: decimals of the currency, known where there are limits.
        counted_at: when something was counted last; ``None`` if nothing ever was.
        wagered: per period in the order of ``PERIODS``, then in all.
        won: the same.
        played: milliseconds per period, as far as counted in this currency.
        sitting: this currency's part of the session of play.
        clock: the time counted in every currency of the member.
        paces: the last bets at each kind of game, from every currency of the member.
    """

    protection: Protection | None
    limits: Sequence[PlayLimit]
    scale: int
    counted_at: datetime | None
    wagered: Sequence[int]
    won: Sequence[int]
    played: Sequence[int] = UNPLAYED
    sitting: Sitting = NO_SITTING
    clock: Sequence[ClockRow] = ()
    paces: Sequence[str] = ()


class MemberClock:
    """How long a member has played, over all currencies."""

    __slots__ = ("_now", "_starts", "last", "played", "since")

    def __init__(self, rows: Sequence[ClockRow], now: datetime, starts: Starts) -> None:
        """Starts from what was counted; a session that nobody continued in time is over."""
        self._now = now
        self._starts = starts
        self.last: datetime | None = None
        self.since: datetime | None = None
        self.played: Sequence[int] = UNPLAYED
        for counted_at, played, since in rows:
            if self.last is None or counted_at > self.last:
                self.last, self.since = counted_at, since
            self.played = plus(self.played, rolled(counted_at, played, starts))
        if self.last is None or now - self.last > PLAY_IDLE:
            self.since = None

    def running(self) -> Sequence[int]:
        """The milliseconds since the last bet or win, by period; they are play if another follows now."""
        if self.since is None or self.last is None:
            return UNPLAYED
        return lasted(self.last, self._now, self._starts)

    def go_on(self) -> Sequence[int]:
        """Play goes on at this moment: what that adds, by period. Without a session one begins."""
        if self.since is not None and self.last == self._now:
            # A bet and its win are one moment.
            return UNPLAYED
        added_ms = self.running()
        if self.since is None:
            self.since = self._now
        self.played = plus(self.played, added_ms)
        self.last = self._now
        return added_ms

    def used_ms(self, limit: PlayLimit) -> int:
        """The play that counts against a limit of time."""
        if limit.period is Period.SESSION:
            return 0 if self.since is None else (self._now - self.since) // timedelta(milliseconds=1)
        return self.played[limit.slot] + self.running()[limit.slot]


class PlayState:
    """What one member wagered, won and played in one currency, as this group sees it."""

    __slots__ = ("clock", "is_touched", "pace", "played", "row", "sitting", "time_zone", "wagered", "won")

    def __init__(self, row: PlayRow, time_zone: str, starts: Starts, clock: MemberClock) -> None:
        """Starts from the row, with what lies behind at zero."""
        self.row = row
        self.time_zone = time_zone
        self.clock = clock
        self.wagered = rolled(row.counted_at, row.wagered, starts)
        self.won = rolled(row.counted_at, row.won, starts)
        self.played = rolled(row.counted_at, row.played, starts)
        self.sitting = row.sitting
        self.pace = row.paces[0] if len(row.paces) == 1 else pace.written(pace.read(row.paces))
        self.is_touched = False

    def used(self, limit: PlayLimit) -> int:
        """What counts against a limit of money: all stakes, or stakes less wins."""
        if limit.kind is LimitKind.WAGER:
            return self.wagered[limit.slot]
        return self.wagered[limit.slot] - self.won[limit.slot]

    def sit(self, *, wagered: int = 0, won: int = 0) -> None:
        """Takes a bet or win into the session of play."""
        clock = self.clock
        if clock.since is None and not wagered:
            # A win that came long after its round (the house settled it) is no play.
            self.sitting = NO_SITTING
            return
        added_ms = clock.go_on()
        if added_ms is not UNPLAYED:
            self.played = plus(self.played, added_ms)
        before = self.sitting if self.sitting.since == clock.since else NO_SITTING
        self.sitting = Sitting(
            clock.since, min(before.wagered + wagered, UNITS_MAX), min(before.won + won, UNITS_MAX)
        )


class Protections:
    """The working state for one group of one tenant."""

    def __init__(
        self, tenant_id: TenantId, rows: Mapping[Key, PlayRow], now: datetime, time_zone: str
    ) -> None:
        """Starts from what was read; the rows stay as they are, so they may be opened again.

        Args:
            tenant_id: whose members they are.
            rows: one for each member and currency of the group.
            now: the moment of the group.
            time_zone: of members whose own is not known here, because nothing protects them.
        """
        self.tenant_id = tenant_id
        self._rows = rows
        self._now = now
        self._time_zone = time_zone
        self._states: dict[Key, PlayState] = {}
        self._starts: dict[str, Starts] = {}
        self._clocks: dict[MemberId, MemberClock] = {}
        self._last_bets: dict[MemberId, dict[str, pace.LastBet]] = {}

    def check_bet(
        self, member_id: MemberId, currency: str, stake_units: int, reality: RealityBand | None = None
    ) -> None:
        """Lets a bet pass that the member's protections allow.

        Args:
            member_id: who bets.
            currency: the code.
            stake_units: real money staked; bonus money is left out.
            reality: how often members are asked whether to go on; ``None`` for never.

        Raises:
            MemberSuspended: staff suspended the member.
            AccountClosed: the account is closed.
            AccountPending: something the house must see first is missing.
            AccountLimited: only payouts are possible.
            Excluded: a time-out or self-exclusion is in force.
            LimitReached: the stake would pass a wager limit, or a loss limit if it were lost; or all
                the time the member wanted to play is over.
            RealityCheckDue: the member has not said yet whether to go on.
        """
        row = self._rows[member_id, currency]
        if row.protection is not None:
            admit(row.protection, self._now)
            if row.limits:
                self._check_limits(row, self._state(member_id, currency), currency, stake_units)
        if reality is not None and row.clock:
            self._check_reality(row.protection, self._state(member_id, currency).clock, reality)

    def check_step(self, member_id: MemberId, currency: str) -> None:
        """Lets a step of an open round pass, unless the member is kept out: the house settles it then.

        Raises:
            Excluded: a time-out or self-exclusion is in force.
        """
        protection = self._rows[member_id, currency].protection
        if protection is not None:
            check_not_excluded(protection.exclusion, self._now)

    def _check_limits(self, row: PlayRow, state: PlayState, currency: str, stake_units: int) -> None:
        for limit in row.limits:
            if limit.kind is LimitKind.SESSION_TIME:
                self._check_time(limit, state)
                continue
            used = state.used(limit)
            if used + stake_units > limit.units:
                raise reached(
                    limit.kind,
                    limit.period,
                    currency,
                    scale=row.scale,
                    limit=limit.units,
                    used=used,
                    resets_at=resets_at(limit.period, self._now, state.time_zone),
                )

    def _check_time(self, limit: PlayLimit, state: PlayState) -> None:
        used_ms = state.clock.used_ms(limit)
        if used_ms < limit.units * MINUTE_MS:
            return
        if limit.period is Period.SESSION:
            over_at = (state.clock.last or self._now) + PLAY_IDLE
        else:
            over_at = resets_at(limit.period, self._now, state.time_zone)
        raise reached(
            limit.kind,
            limit.period,
            "",
            scale=0,
            limit=limit.units,
            used=used_ms // MINUTE_MS,
            resets_at=over_at,
        )

    def _check_reality(self, protection: Protection | None, clock: MemberClock, band: RealityBand) -> None:
        minutes = band.minutes(None if protection is None else protection.reality_minutes)
        due = reality_due_at(
            clock.since, None if protection is None else protection.reality_checked_at, minutes
        )
        if due is not None and self._now >= due:
            raise RealityCheckDue(
                f"You have played for {minutes} minutes. Say whether you want to go on.",
                facts={"minutes": minutes},
            )

    def check_pace(self, member_id: MemberId, currency: str, turn: pace.Turn) -> None:
        """Lets a bet pass that comes late enough after the member's last one, whatever the currency.

        Raises:
            TooFast: the shortest cycle is not over.
            ParallelPlay: another game of the kind is being played.
        """
        pace.check(self._last(member_id, currency), turn, self._now_ms())

    def note_pace(self, member_id: MemberId, currency: str, turn: pace.Turn) -> None:
        """Notes a bet that was taken as the last one of its kind."""
        last = self._last(member_id, currency)
        last[turn.kind] = pace.LastBet(self._now_ms(), turn.game)
        self._state(member_id, currency).pace = pace.written(last)

    def age_of(self, member_id: MemberId, currency: str) -> int | None:
        """The member's age today in the member's zone; ``None`` where it is not known here."""
        protection = self._rows[member_id, currency].protection
        if protection is None or protection.birth_date is None:
            return None
        today = self._now.astimezone(ZoneInfo(protection.time_zone)).date()
        return pace.age_on(today, protection.birth_date)

    def _last(self, member_id: MemberId, currency: str) -> dict[str, pace.LastBet]:
        last = self._last_bets.get(member_id)
        if last is None:
            last = self._last_bets[member_id] = pace.read(self._rows[member_id, currency].paces)
        return last

    def _now_ms(self) -> int:
        return (self._now - EPOCH) // timedelta(milliseconds=1)

    def count_bet(self, member_id: MemberId, currency: str, stake_units: int) -> None:
        """Counts a stake that was taken."""
        state = self._state(member_id, currency)
        state.wagered = added(state.wagered, stake_units)
        state.sit(wagered=stake_units)
        state.is_touched = True

    def count_win(self, member_id: MemberId, currency: str, payout_units: int) -> None:
        """Counts a win that was credited; it makes room under the loss limits."""
        state = self._state(member_id, currency)
        state.won = added(state.won, payout_units)
        state.sit(won=payout_units)
        state.is_touched = True

    def after(self, member_id: MemberId, currency: str) -> PlayRow | None:
        """A row as it reads after the group is written.

        ``None`` for who plays in several currencies: their clocks and paces are in rows that change
        without this one.
        """
        row = self._rows[member_id, currency]
        if len(row.clock) != (row.counted_at is not None):
            return None
        state = self._states.get((member_id, currency))
        if state is None or not state.is_touched:
            return row
        counted_at = self._now if row.counted_at is None else max(row.counted_at, self._now)
        return PlayRow(
            row.protection,
            row.limits,
            row.scale,
            counted_at,
            state.wagered,
            state.won,
            state.played,
            state.sitting,
            clock=(ClockRow(counted_at, state.played, state.sitting.since),),
            paces=(state.pace,) if state.pace else (),
        )

    def touched(self) -> list[tuple[Key, PlayState]]:
        """The counters that this group changed."""
        return [(key, state) for key, state in self._states.items() if state.is_touched]

    def _state(self, member_id: MemberId, currency: str) -> PlayState:
        key = (member_id, currency)
        state = self._states.get(key)
        if state is None:
            row = self._rows[key]
            time_zone = row.protection.time_zone if row.protection is not None else self._time_zone
            starts = self._starts.get(time_zone)
            if starts is None:
                starts = self._starts[time_zone] = starts_at(self._now, time_zone)
            clock = self._clocks.get(member_id)
            if clock is None:
                clock = self._clocks[member_id] = MemberClock(row.clock, self._now, starts)
            state = self._states[key] = PlayState(row, time_zone, starts, clock)
        return state


def reality_due_at(since: datetime | None, checked_at: datetime | None, minutes: int) -> datetime | None:
    """When a member has to say whether to go on; ``None`` while no session of play runs."""
    if since is None:
        return None
    begun = since if checked_at is None else max(since, checked_at)
    return begun + timedelta(minutes=minutes)


def plus(sums: Sequence[int], more: Sequence[int]) -> Sequence[int]:
    """Two times per period together."""
    if more is UNPLAYED:
        return sums
    day, week, month = sums
    more_day, more_week, more_month = more
    return [day + more_day, week + more_week, month + more_month]


def added(sums: Sequence[int], units: int) -> list[int]:
    """Sums with an amount added to each; at the end of 64 bits they stay there instead of wrapping."""
    day, week, month, total = sums
    total += units
    if total > UNITS_MAX:  # every period lies within the total, so it is the first to get there
        return [min(sum_ + units, UNITS_MAX) for sum_ in sums]
    return [day + units, week + units, month + units, total]
