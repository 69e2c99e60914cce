"""The wallet engine's working state of compliance: may this bet be taken, and what does it use up.

``Protections`` opens over rows that one query read for the whole group. ``check_bet`` refuses and
leaves no trace; ``count_bet`` and ``count_win`` take a decision in and cannot refuse. A stake counts
when it is taken, a win when it is credited, each in the period of that moment.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from stakehouse.domains.compliance.rules.calendar import PERIODS, Starts, resets_at, rolled, starts_at
from stakehouse.domains.compliance.rules.exclusions import admit
from stakehouse.domains.compliance.rules.limits import reached
from stakehouse.domains.compliance.types import LimitKind, Period, Protection
from stakehouse.kernel.ids import MemberId, TenantId
from stakehouse.kernel.money import UNITS_MAX

Key = tuple[MemberId, str]
"""A member and a currency code."""

SLOT = {period: slot for slot, period in enumerate(PERIODS)}
"""Where counters hold a period."""


class PlayLimit(NamedTuple):
    """A wager or loss limit in force."""

    kind: LimitKind
    period: Period
    slot: int
    units: int


class PlayRow(NamedTuple):
    """What was read of one member in one currency.

    Attributes:
        protection: ``None`` for a member whom nothing protects: active, never excluded, no limits.
        limits: what bounds play in this currency; the one that frees up last comes first.
        scale: decimals of the currency, known where there are limits.
        counted_at: when something was counted last; ``None`` if nothing ever was.
        wagered: per period in the order of ``PERIODS``, then in all.
        won: the same.
    """

    protection: Protection | None
    limits: Sequence[PlayLimit]
    scale: int
    counted_at: datetime | None
    wagered: Sequence[int]
    won: Sequence[int]


class PlayState:
    """What one member wagered and won in one currency, as this group sees it."""

    __slots__ = ("is_touched", "row", "time_zone", "wagered", "won")

    def __init__(self, row: PlayRow, time_zone: str, starts: Starts) -> None:
        """Starts from the row, with what lies behind at zero."""
        self.row = row
        self.time_zone = time_zone
        self.wagered = rolled(row.counted_at, row.wagered, starts)
        self.won = rolled(row.counted_at, row.won, starts)
        self.is_touched = False

    def used(self, limit: PlayLimit) -> int:
        """What counts against a limit: all stakes, or stakes less wins."""
        if limit.kind is LimitKind.WAGER:
            return self.wagered[limit.slot]
        return self.wagered[limit.slot] - self.won[limit.slot]


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

    def check_bet(self, member_id: MemberId, currency: str, stake_units: int) -> None:
        """Lets a bet pass that the member's protections allow.

        Args:
            member_id: who bets.
            currency: the code.
            stake_units: real money staked; bonus money is left out.

        Raises:
            MemberSuspended: staff suspended the member.
            AccountClosed: the account is closed.
            Excluded: a time-out or self-exclusion is in force.
            LimitReached: the stake would pass a wager limit, or a loss limit if it were lost.
        """
        row = self._rows[member_id, currency]
        if row.protection is None:
            return
        admit(row.protection, self._now)
        if not row.limits:
            return
        state = self._state(member_id, currency)
        for limit in row.limits:
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

    def count_bet(self, member_id: MemberId, currency: str, stake_units: int) -> None:
        """Counts a stake that was taken."""
        state = self._state(member_id, currency)
        state.wagered = added(state.wagered, stake_units)
        state.is_touched = True

    def count_win(self, member_id: MemberId, currency: str, payout_units: int) -> None:
        """Counts a win that was credited; it makes room under the loss limits."""
        state = self._state(member_id, currency)
        state.won = added(state.won, payout_units)
        state.is_touched = True

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
            state = self._states[key] = PlayState(row, time_zone, starts)
        return state


def added(sums: Sequence[int], units: int) -> list[int]:
    """Sums with an amount added to each; at the end of 64 bits they stay there instead of wrapping."""
    day, week, month, total = sums
    total += units
    if total > UNITS_MAX:  # every period lies within the total, so it is the first to get there
        return [min(sum_ + units, UNITS_MAX) for sum_ in sums]
    return [day + units, week + units, month + units, total]
