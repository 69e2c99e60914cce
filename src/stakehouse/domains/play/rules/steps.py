"""The step of an open round, decided purely."""

from dataclasses import replace

import msgspec

from stakehouse.domains.ledger import Wallet, WalletKind
from stakehouse.domains.play.errors import RoundClosed, RoundNotFound
from stakehouse.domains.play.rules.movements import cap_payout, credit_win
from stakehouse.domains.play.rules.told import large, settled, step_view, view_of, wallet_view
from stakehouse.domains.play.types import BetAnswer, RoundStatus, Scene, Step, StepRow
from stakehouse.events.play import LargeWin

encode = msgspec.json.Encoder().encode


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
    view = view_of(after, step.game, step.currency, outcome.fairness, steps=[step_view(made, scene)])
    answer = encode(BetAnswer(view, wallet_view(scene, step.currency, wallet, plan)))
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
        scene.facts.append(settled(after, step.game.slug))
        if after.payout >= step.terms.large_win[step.currency.code]:
            scene.facts.append(large(LargeWin, after, step.game.slug))
    return answer
