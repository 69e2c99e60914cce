"""The bet in thirteen phases, decided purely.

A regulator can follow a bet down ``DECIDING`` and ``TAKING_IN``: each phase is named, in this order.
While a bet is decided nothing is in force, and a refusal leaves no trace; while it is taken in, nothing
can refuse.

Bets of different members are led through together, all of them through one phase before any enters
the next. None of them can tell: what a phase reads of a member, no phase of another's bet changes. The
processor can: it finds the code of a phase, and what it has learned of its branches, still there for
the next bet, and a bet costs it half as much (``docs/decisions/0011``).
"""

from collections.abc import Sequence

import msgspec

from stakehouse.domains.jackpots import Share
from stakehouse.domains.ledger import Movement, Plan, Wallet, WalletKind
from stakehouse.domains.play.rules import movements
from stakehouse.domains.play.rules.terms import check_game, check_not_busy, check_terms, turn_of
from stakehouse.domains.play.rules.told import Wins, facts_of_bet, large, view_of, wallet_view, wins_shown
from stakehouse.domains.play.types import Bet, BetAnswer, Outcome, RoundRow, RoundStatus, Scene, StakeLimits
from stakehouse.events.play import LargeWager, LargeWin
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import RoundId

encode = msgspec.json.Encoder().encode


class InCompany(Exception):  # noqa: N818 - control flow, not an error
    """A bet wins a pool, which its companions feed: each of them must be decided for itself."""


class Passage:
    """A bet on its way through the phases, and what they found."""

    __slots__ = (
        "answer",
        "bet",
        "facts",
        "limits",
        "moves",
        "outcome",
        "plan",
        "refusal",
        "round_id",
        "row",
        "shares",
        "wallet",
        "wins",
    )

    limits: StakeLimits
    wallet: Wallet
    moves: list[Movement]
    outcome: Outcome
    shares: list[Share]
    wins: Wins
    plan: Plan
    facts: list[Fact]
    row: RoundRow
    answer: bytes

    def __init__(self, bet: Bet) -> None:
        """Stands before the first phase."""
        self.bet = bet
        self.round_id = RoundId(bet.act.subject.id)
        self.refusal: Refusal | None = None


def decide_bets(scene: Scene, bets: Sequence[Bet]) -> list[Passage]:
    """Decides bets of different members; nothing of it is in force until they are taken in.

    Returns:
        A passage for each bet, with its answer or the refusal of any phase.

    Raises:
        PoolWanted: a bet wins a pool that the group must lock first.
        InCompany: a bet wins a pool and is not the only one.
    """
    passages = [Passage(bet) for bet in bets]
    under_way = passages
    for phase in DECIDING:
        is_whole = True
        for passage in under_way:
            try:
                phase(scene, passage)
            except Refusal as refusal:
                passage.refusal = refusal
                is_whole = False
        if not is_whole:
            under_way = [passage for passage in under_way if passage.refusal is None]
    if len(under_way) > 1 and any(passage.wins for passage in under_way):
        raise InCompany
    return passages


def take_in(scene: Scene, passages: Sequence[Passage]) -> None:
    """Takes decided bets into the scene; those that were refused leave nothing there."""
    decided = [passage for passage in passages if passage.refusal is None]
    for phase in TAKING_IN:
        for passage in decided:
            phase(scene, passage)


# Phase 1, the token, is verified at the edge, which made the bet in the member's name.


def check_standing(scene: Scene, passage: Passage) -> None:
    """Phase 2, member standing: exclusion, time-out, suspension, and the member's own limits."""
    bet = passage.bet
    scene.protections.check_bet(bet.member_id, bet.currency.code, bet.stake, bet.reality)


def check_stake(scene: Scene, passage: Passage) -> None:
    """Phase 3: what the law asks of the bet, game open, stake within limits."""
    bet = passage.bet
    check_terms(scene, bet)
    passage.limits = check_game(bet.game, bet.currency, bet.stake)
    check_not_busy(scene, bet)


def find_wallet(_scene: Scene, passage: Passage) -> None:
    """Phase 4, wallet lock: taken when the group was read, or demanded when it is written."""
    bet = passage.bet
    passage.wallet = Wallet(bet.member_id, WalletKind.MAIN, bet.currency.code)


def debit_stake(scene: Scene, passage: Passage) -> None:
    """Phase 5: debit of the full stake."""
    passage.moves = [movements.debit_stake(scene, passage.wallet, passage.bet.stake)]


def draw_outcome(scene: Scene, passage: Passage) -> None:
    """Phase 7, outcome from the engine: before phase 6 in time, for the draw tells whether a pool is hit."""
    passage.outcome = movements.cap_payout(passage.bet.resolve(scene), passage.limits)


def share_with_pools(scene: Scene, passage: Passage) -> None:
    """Phase 6, jackpot share: a part of the stake that the house passes on, and perhaps the pool itself."""
    bet = passage.bet
    shares = passage.shares = scene.pools.shares(
        bet.member_id,
        bet.currency.code,
        bet.stake,
        word=passage.outcome.word,
        round_id=passage.round_id,
    )
    passage.wins = [(share.entry.jackpot, share.win) for share in shares if share.win is not None]
    passage.moves += movements.jackpot_movements(shares, passage.wallet)


# Phase 8, wagering progress: no bonus is active before the bonuses' chapter; nothing to count.


def credit_win(scene: Scene, passage: Passage) -> None:
    """Phase 9: credit of the win; debit, shares and win become one operation."""
    passage.moves += movements.credit_win(passage.wallet, passage.outcome.payout)
    passage.plan = scene.books.plan(passage.bet.act, passage.moves)


def announce(scene: Scene, passage: Passage) -> None:
    """Phase 11: the round's record, and the event for analytics, a row of the outbox."""
    bet = passage.bet
    row = passage.row = round_of(scene, passage)
    facts = passage.facts = facts_of_bet(row, bet.game.slug, passage.wins)
    if row.stake >= bet.terms.large_wager[row.currency]:
        facts.append(large(LargeWager, row, bet.game.slug))
    if row.payout >= bet.terms.large_win[row.currency]:
        facts.append(large(LargeWin, row, bet.game.slug))


# Phase 12, commission: the platform's and the referrer's share accrue from the settled round's event.


def write_answer(scene: Scene, passage: Passage) -> None:
    """Phase 13, commit, begins: the body that the bet's key gives for ever. Nothing refuses from here on."""
    bet = passage.bet
    view = view_of(
        passage.row,
        bet.game,
        bet.currency,
        passage.outcome.fairness,
        jackpot_wins=wins_shown(passage.wins, bet.currency),
    )
    passage.answer = encode(BetAnswer(view, wallet_view(scene, bet.currency, passage.wallet, passage.plan)))


def book(scene: Scene, passage: Passage) -> None:
    """Phase 13: the operation stands in the books."""
    scene.books.book(passage.plan, passage.answer)


def count(scene: Scene, passage: Passage) -> None:
    """Phase 10, counters: limits and statistics of the member. They count what is booked."""
    bet = passage.bet
    protections, code = scene.protections, bet.currency.code
    protections.count_bet(bet.member_id, code, bet.stake)
    if bet.terms.is_paced:
        protections.note_pace(bet.member_id, code, turn_of(bet))
    won = passage.outcome.payout
    for _, win in passage.wins:
        won += win.amount
    if won:
        protections.count_win(bet.member_id, code, won)


def keep(scene: Scene, passage: Passage) -> None:
    """Phase 13: shares, nonce, round and events are taken in; the group writes and commits it all."""
    scene.pools.take(passage.shares)
    passage.outcome.take()
    row = passage.row
    scene.new_rounds.append(row)
    if row.status is RoundStatus.OPEN:
        scene.open_rounds[row.round_id] = row
    scene.facts += passage.facts


DECIDING = (
    check_standing,  # 2
    check_stake,  # 3
    find_wallet,  # 4
    debit_stake,  # 5
    draw_outcome,  # 7, before 6 in time only
    share_with_pools,  # 6
    credit_win,  # 9
    announce,  # 11
    write_answer,  # 13
)
"""The phases in which a bet may be refused; they change nothing."""

TAKING_IN = (
    book,  # 13
    count,  # 10
    keep,  # 13
)
"""The phases after which a bet is in force, once the group has committed."""


def round_of(scene: Scene, passage: Passage) -> RoundRow:
    """The round's record."""
    bet, outcome = passage.bet, passage.outcome
    return RoundRow(
        round_id=passage.round_id,
        member_id=bet.member_id,
        operation_id=passage.plan.operation_id,
        game_id=bet.game.id,
        config_version=bet.game.config_version,
        currency=bet.currency.code,
        stake=bet.stake,
        payout=outcome.payout,
        multiplier=outcome.multiplier,
        choices=bet.choices,
        outcome=outcome.outcome,
        status=RoundStatus.OPEN if outcome.is_open else RoundStatus.SETTLED,
        state=outcome.state,
        actions=outcome.actions,
        pair_id=outcome.pair_id,
        nonce=outcome.fairness.nonce,
        settled_at=None if outcome.is_open else scene.now,
        session_id=bet.session_id,
    )
