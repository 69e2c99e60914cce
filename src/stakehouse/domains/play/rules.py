"""The bet in thirteen phases, and the step, decided purely.

A regulator can follow a bet down ``decide_bet``: each phase is named, in this order. Nothing is in
force before phase 13; until then a refusal leaves no trace, and afterwards nothing can refuse.
"""

from dataclasses import replace
from typing import TypeVar

import msgspec

from stakehouse.domains.compliance import Turn
from stakehouse.domains.jackpots import Share, seed_of
from stakehouse.domains.ledger import (
    Code,
    House,
    HouseKind,
    InsufficientFunds,
    Movement,
    Pool,
    Wallet,
    WalletKind,
)
from stakehouse.domains.play.errors import (
    AutoplayForbidden,
    CurrencyNotPlayable,
    GameClosed,
    RoundClosed,
    RoundNotFound,
    RoundOpen,
    StakeCapped,
    StakeOutOfRange,
)
from stakehouse.domains.play.types import (
    Bet,
    BetAnswer,
    FairnessView,
    GameTerms,
    JackpotWinView,
    Outcome,
    RoundRow,
    RoundStatus,
    RoundView,
    Scene,
    StakeLimits,
    Step,
    StepRow,
    StepView,
    WalletView,
)
from stakehouse.domains.tenancy import PlayKind
from stakehouse.events.play import JackpotWon, LargeWager, LargeWin, RoundOpened, RoundSettled
from stakehouse.kernel.clock import wire, wire_millis
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.ids import OperationId, RoundId
from stakehouse.kernel.money import Currency, format_units

encode = msgspec.json.Encoder().encode

SLOTS = PlayKind.SLOTS.value


def decide_bet(scene: Scene, bet: Bet) -> bytes:
    """Decides a bet and takes it into the scene; answers the body that its key gives for ever.

    Raises:
        Refusal: of any phase before the last; nothing is in force then.
        PoolWanted: the bet wins a pool that the group must lock first.
    """
    # 1 token: verified at the edge, which made this bet in the member's name.
    # 2 tenant and member standing: exclusion, time-out, suspension, and the member's own limits.
    scene.protections.check_bet(bet.member_id, bet.currency.code, bet.stake, bet.reality)
    check_terms(scene, bet)
    # 3 game open, stake within limits.
    limits = check_game(bet.game, bet.currency, bet.stake)
    check_not_busy(scene, bet)
    # 4 wallet lock: taken when the group was read; what the wallet holds is certain from here on.
    wallet = Wallet(bet.member_id, WalletKind.MAIN, bet.currency.code)
    # 5 debit of the full stake.
    movements = [debit_stake(scene, wallet, bet.stake)]
    # 7 before 6 in time only: the draw is needed to know whether the pool is hit.
    outcome = cap_payout(bet.resolve(scene), limits)
    round_id = RoundId(bet.act.subject.id)
    # 6 jackpot share: a part of the stake that the house passes on, and perhaps the pool itself.
    shares = scene.pools.shares(
        bet.member_id, bet.currency.code, bet.stake, word=outcome.word, round_id=round_id
    )
    movements += jackpot_movements(shares, wallet)
    # 7 outcome from the engine: computed above, from the committed seeds and this round's nonce.
    # 8 wagering progress: no bonus is active before the bonuses' chapter; nothing to count.
    # 9 credit of the win.
    movements += credit_win(wallet, outcome.payout)
    # 10 counters: limits and statistics of the member.
    plan = scene.books.plan(bet.act, movements)
    # 11 the event for analytics, a row of the outbox.
    facts = facts_of_bet(bet, round_id, outcome, shares)
    # 12 commission: the platform's and the referrer's share accrue from the settled round's event.
    # 13 commit: from here on nothing refuses; the group writes and commits it all.
    row = round_of(scene, bet, plan.operation_id, outcome)
    answer = encode(
        BetAnswer(
            view_of(row, bet.game, bet.currency, outcome.fairness, jackpot_wins=_wins(shares, bet.currency)),
            _wallet_view(scene, bet.currency, wallet, plan.balances.get(wallet)),
        )
    )
    scene.books.book(plan, answer)
    scene.protections.count_bet(bet.member_id, bet.currency.code, bet.stake)
    if bet.terms.is_paced:
        scene.protections.note_pace(bet.member_id, bet.currency.code, turn_of(bet))
    won = outcome.payout + sum(share.win.amount for share in shares if share.win is not None)
    if won:
        scene.protections.count_win(bet.member_id, bet.currency.code, won)
    scene.pools.take(shares)
    outcome.take()
    scene.new_rounds.append(row)
    if row.status is RoundStatus.OPEN:
        scene.open_rounds[round_id] = row
    scene.facts += facts
    if row.stake >= bet.terms.large_wager[bet.currency.code]:
        scene.facts.append(_large(LargeWager, row, bet.game.slug))
    if row.payout >= bet.terms.large_win[bet.currency.code]:
        scene.facts.append(_large(LargeWin, row, bet.game.slug))
    return answer


def decide_step(scene: Scene, step: Step) -> bytes:
    """Decides a step of an open round; the same order of phases, without a new stake.

    An open round may be finished: the stake was taken when the member could still play. Only whom an
    exclusion keeps out may not; the house settles the round by its rule then.

    Raises:
        Excluded: a time-out or self-exclusion is in force.
        RoundNotFound: the member has no such round.
        RoundClosed: it is settled.
        Refusal: the engine's, if the step is not possible.
    """
    row = scene.open_rounds.get(step.round_id)
    if row is None or row.member_id != step.member_id:
        raise RoundNotFound("There is no such round.")
    if row.status is not RoundStatus.OPEN:
        raise RoundClosed("This round is settled; start a new one.")
    if not step.is_by_house:
        scene.protections.check_step(step.member_id, step.currency.code)
    limits = step.game.limits.get(step.currency.code)
    outcome = step.resolve(scene, row)
    outcome = cap_payout(outcome, limits) if limits is not None else outcome
    wallet = Wallet(step.member_id, WalletKind.MAIN, step.currency.code)
    plan = scene.books.plan(step.act, credit_win(wallet, outcome.payout))
    number = row.steps + 1
    made = StepRow(row.round_id, number, plan.operation_id, step.action, step.choices, outcome.outcome)
    after = replace(
        row,
        payout=outcome.payout,
        multiplier=outcome.multiplier,
        outcome=outcome.outcome,
        status=RoundStatus.OPEN if outcome.is_open else RoundStatus.SETTLED,
        state=outcome.state,
        actions=outcome.actions,
        settled_at=None if outcome.is_open else scene.now,
        steps=number,
    )
    view = view_of(after, step.game, step.currency, outcome.fairness, steps=[_step_view(made, scene)])
    answer = encode(BetAnswer(view, _wallet_view(scene, step.currency, wallet, plan.balances.get(wallet))))
    scene.books.book(plan, answer)
    if not outcome.payout:
        scene.books.touch(wallet)
    else:
        scene.protections.count_win(step.member_id, step.currency.code, outcome.payout)
    outcome.take()
    scene.open_rounds[row.round_id] = after
    scene.changed_rounds.append(after)
    scene.steps.append(made)
    if not outcome.is_open:
        scene.facts.append(_settled(after, step.game.slug))
        if after.payout >= step.terms.large_win[step.currency.code]:
            scene.facts.append(_large(LargeWin, after, step.game.slug))
    return answer


def check_game(game: GameTerms, currency: Currency, stake: int) -> StakeLimits:
    """The limits that hold for a stake.

    Raises:
        GameClosed: the game is not open.
        CurrencyNotPlayable: it is not offered in this currency.
        StakeOutOfRange: the stake is outside its limits.
    """
    if not game.is_open:
        raise GameClosed("This game is closed at the moment.")
    limits = game.limits.get(currency.code)
    if limits is None:
        raise CurrencyNotPlayable(f"This game is not offered in {currency.code}.", field="currency")
    if not limits.stake_min <= stake <= limits.stake_max:
        least, most = (format_units(units, currency.scale) for units in (limits.stake_min, limits.stake_max))
        raise StakeOutOfRange(
            f"Stakes of this game lie between {least} and {most} {currency.code}.", field="stake"
        )
    return limits


def kind_of(game: GameTerms) -> PlayKind:
    """What the law takes a game for; one that spins reels is slots, whatever shelf it stands on."""
    return PlayKind.SLOTS if SLOTS in (game.engine, game.category) else PlayKind.CASINO


def check_terms(scene: Scene, bet: Bet) -> None:
    """Lets a bet pass that the law of the house allows; most laws ask nothing of it.

    Raises:
        AutoplayForbidden: the page placed it, and the law lets no bet place itself.
        TooFast: the shortest cycle of this kind of game is not over.
        ParallelPlay: another slot game is being played.
        StakeCapped: the stake is above the cap of the member's age.
    """
    terms = bet.terms
    if bet.is_automatic and not terms.autoplay:
        raise AutoplayForbidden("Each bet at this game is placed by hand here.")
    if terms.is_paced:
        scene.protections.check_pace(bet.member_id, bet.currency.code, turn_of(bet))
    if not terms.rules.stake_caps:
        return
    age = scene.protections.age_of(bet.member_id, bet.currency.code)
    cap = terms.rules.stake_cap(terms.kind, age, bet.currency)
    if cap is not None and bet.stake > cap:
        most = format_units(cap, bet.currency.scale)
        raise StakeCapped(
            f"The law allows you stakes of up to {most} {bet.currency.code} at this game.",
            field="stake",
            facts={"stake_max": most, "currency": bet.currency.code},
        )


def turn_of(bet: Bet) -> Turn:
    """What the law asks of a bet's pace."""
    terms = bet.terms
    return Turn(terms.kind.value, bet.game.id.hex, terms.cycle_ms, not terms.parallel)


def check_not_busy(scene: Scene, bet: Bet) -> None:
    """A multi-step game holds one open round a member.

    Raises:
        RoundOpen: an earlier round of the game is not finished.
    """
    if not bet.is_multi_step:
        return
    for row in scene.open_rounds.values():
        is_same = row.member_id == bet.member_id and row.game_id == bet.game.id
        if is_same and row.status is RoundStatus.OPEN:
            raise RoundOpen(
                "Finish your open round of this game first.", facts={"round_id": str(row.round_id)}
            )


def debit_stake(scene: Scene, wallet: Wallet, stake: int) -> Movement:
    """The stake leaves the member's main account.

    Raises:
        InsufficientFunds: it is not there.
    """
    if scene.books.balance(wallet) < stake:
        raise InsufficientFunds("Your balance is too low for this stake; deposit or stake less.")
    return Movement(Code.BET, wallet, House(HouseKind.GAMING_REVENUE, wallet.currency), stake)


def credit_win(wallet: Wallet, payout: int) -> list[Movement]:
    """The win reaches the member's main account; no movement where nothing was won."""
    if payout == 0:
        return []
    return [Movement(Code.WIN, House(HouseKind.GAMING_REVENUE, wallet.currency), wallet, payout)]


def cap_payout(outcome: Outcome, limits: StakeLimits) -> Outcome:
    """The outcome with the stated maximum win of the game applied."""
    if outcome.payout <= limits.payout_max:
        return outcome
    return outcome._replace(payout=limits.payout_max)


def jackpot_movements(shares: list[Share], wallet: Wallet) -> list[Movement]:
    """Contributions out of the house's revenue, and for a pool that was hit the win and new seed."""
    movements = []
    revenue = House(HouseKind.GAMING_REVENUE, wallet.currency)
    for share in shares:
        pool = Pool(share.entry.jackpot.id, wallet.currency)
        if share.units:
            movements.append(Movement(Code.JACKPOT_CONTRIBUTION, revenue, pool, share.units))
        if share.win is None:
            continue
        if share.win.amount:
            movements.append(Movement(Code.JACKPOT_WIN, pool, wallet, share.win.amount))
        if share.entry.jackpot.seed_amount:
            movements.append(seed_of(share.entry.jackpot))
    return movements


def facts_of_bet(bet: Bet, round_id: RoundId, outcome: Outcome, shares: list[Share]) -> list[Fact]:
    """What a decided bet announces."""
    facts: list[Fact] = []
    if outcome.is_open:
        facts.append(
            RoundOpened(
                round_id=round_id,
                member_id=bet.member_id,
                game=bet.game.slug,
                currency=bet.currency.code,
                stake=bet.stake,
            )
        )
    else:
        facts.append(
            RoundSettled(
                round_id=round_id,
                member_id=bet.member_id,
                game=bet.game.slug,
                currency=bet.currency.code,
                stake=bet.stake,
                payout=outcome.payout,
                multiplier=outcome.multiplier,
            )
        )
    facts += [
        JackpotWon(
            jackpot_id=share.win.jackpot_id,
            round_id=round_id,
            member_id=bet.member_id,
            currency=bet.currency.code,
            amount=share.win.amount,
        )
        for share in shares
        if share.win is not None
    ]
    return facts


_Large = TypeVar("_Large", LargeWager, LargeWin)


def _large(fact: type[_Large], row: RoundRow, game: str) -> _Large:
    return fact(
        round_id=row.round_id,
        member_id=row.member_id,
        game=game,
        currency=row.currency,
        stake=row.stake,
        payout=row.payout,
    )


def _settled(row: RoundRow, game: str) -> RoundSettled:
    return RoundSettled(
        round_id=row.round_id,
        member_id=row.member_id,
        game=game,
        currency=row.currency,
        stake=row.stake,
        payout=row.payout,
        multiplier=row.multiplier,
    )


def round_of(scene: Scene, bet: Bet, operation_id: OperationId, outcome: Outcome) -> RoundRow:
    """The round's record."""
    return RoundRow(
        round_id=RoundId(bet.act.subject.id),
        member_id=bet.member_id,
        operation_id=operation_id,
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


def view_of(
    row: RoundRow,
    game: GameTerms,
    currency: Currency,
    fairness: FairnessView,
    *,
    steps: list[StepView] | None = None,
    jackpot_wins: list[JackpotWinView] | None = None,
) -> RoundView:
    """A round as every face shows it; what the engine keeps for itself is never in it."""
    return RoundView(
        id=str(row.round_id),
        game=game.slug,
        currency=currency.code,
        stake=format_units(row.stake, currency.scale),
        payout=format_units(row.payout, currency.scale),
        multiplier=row.multiplier,
        choices=msgspec.Raw(row.choices),
        outcome=msgspec.Raw(row.outcome),
        status=row.status.value,
        fairness=fairness,
        steps=steps or [],
        actions=row.actions,
        jackpot_wins=jackpot_wins or [],
        created_at=wire_millis(row.round_id.int >> 80),
        settled_at=wire(row.settled_at) if row.settled_at is not None else None,
    )


def _step_view(step: StepRow, scene: Scene) -> StepView:
    return StepView(step.action, msgspec.Raw(step.choices), msgspec.Raw(step.outcome), wire(scene.now))


def _wins(shares: list[Share], currency: Currency) -> list[JackpotWinView]:
    return [
        JackpotWinView(
            share.entry.jackpot.name,
            share.entry.jackpot.level.value,
            format_units(share.win.amount, currency.scale),
        )
        for share in shares
        if share.win is not None
    ]


def _wallet_view(scene: Scene, currency: Currency, main: Wallet, after: int | None) -> WalletView:
    bonus = Wallet(main.member_id, WalletKind.BONUS, main.currency)
    units = scene.books.balance(main) if after is None else after
    return WalletView(
        format_units(units, currency.scale), format_units(scene.books.balance(bonus), currency.scale)
    )
