"""Use cases of the question for a deposit limit, which some laws want asked before the first deposit."""

from dataclasses import dataclass

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import (
    DepositLimitNotAsked,
    DepositLimitRequired,
    DepositLimitUnanswered,
)
from stakehouse.domains.compliance.rules.deposit_prompt import is_open
from stakehouse.domains.compliance.service import history
from stakehouse.domains.compliance.service.limits import set_limit
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import deposit_prompt as store
from stakehouse.domains.compliance.store import limits as limits_store
from stakehouse.domains.compliance.types import (
    DepositPrompt,
    LimitKind,
    LimitState,
    Period,
    PromptAnswer,
    PromptAnswered,
    PromptSource,
)
from stakehouse.domains.tenancy import LimitPrompt
from stakehouse.events.compliance import DepositLimitAnswered
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import format_units


@dataclass(frozen=True, slots=True)
class WishedLimit:
    """The deposit limit a member answers with."""

    period: Period
    amount: str


async def deposit_prompt_of(tx: Tx, member_id: MemberId, *, currency: str | None = None) -> DepositPrompt:
    """Whether a member is asked for a deposit limit before depositing.

    Args:
        tx: the transaction.
        member_id: who.
        currency: that would be deposited; that of the first wallet if not given.

    Raises:
        MemberNotFound: no such member here.
        UnknownCurrency: the tenant does not deal in it.
    """
    person = await identity.member(tx, member_id)
    tenant = await tenancy.profile(tx)
    code = tenant.currency(currency or person.currency).code
    law = tenancy.deposit_limit_prompt_of(tenant)
    answered = await store.answered(tx, member_id)
    if law is LimitPrompt.OFF:
        return DepositPrompt(law, code, False, answered)
    limits = await limits_store.limits_of(tx, member_id)
    return DepositPrompt(law, code, is_open(law, code, limits, answered), answered)


async def answer_prompt(
    tx: Tx,
    member_id: MemberId,
    limit: WishedLimit | None,
    *,
    source: PromptSource,
    currency: str | None = None,
) -> DepositPrompt:
    """Takes a member's answer: a limit, in force at once, or none where the law leaves it open.

    Args:
        tx: the transaction.
        member_id: who answers.
        limit: the one wished for; ``None`` for no limit.
        source: where the house asked.
        currency: of the limit; that of the first wallet if not given.

    Raises:
        UnknownCurrency: the tenant does not deal in it.
        DepositLimitNotAsked: nothing is asked, or not any more.
        DepositLimitRequired: no limit is no answer under this law.
        InvalidAmount: not an amount of that currency, or negative.
    """
    person = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    await limits_store.lock_protection(tx, member_id, time_zone=person.time_zone)
    prompt = await deposit_prompt_of(tx, member_id, currency=currency)
    if not prompt.is_open:
        raise DepositLimitNotAsked("You have answered already; your limits show what holds.")
    if limit is None and prompt.law is LimitPrompt.REQUIRED:
        raise DepositLimitRequired("Here nobody deposits without a limit; choose an amount.", field="answer")

    told: dict[str, object] = {}
    if limit is not None:
        state = await set_limit(
            tx, member_id, LimitKind.DEPOSIT, limit.period, amount=limit.amount, currency=prompt.currency
        )
        told = {"period": limit.period.value, "amount": _amount(state), "currency": prompt.currency}
    answer = PromptAnswer.NONE if limit is None else PromptAnswer.LIMIT
    await store.save(tx, member_id, PromptAnswered(answer, source, tx.now))

    law = await tenancy.jurisdiction(tx)
    await history.note(
        tx,
        member_id,
        "deposit_limit.answered",
        after={
            "answer": answer.value,
            **told,
            "source": source.value,
            "law": f"{law.code} {law.version}",
            "prompt": prompt.law.value,
        },
    )
    tx.tell(DepositLimitAnswered(member_id=member_id, answer=answer.value, source=source.value, law=law.code))
    return await deposit_prompt_of(tx, member_id, currency=prompt.currency)


def _amount(state: LimitState) -> str:
    assert state.limit.units is not None, "an amount was asked for"
    return format_units(state.limit.units, state.limit.scale)


async def demand_answer(tx: Tx, member_id: MemberId, currency: str) -> None:
    """Lets a deposit pass before which nothing is left to be answered.

    Raises:
        DepositLimitUnanswered: the law has members asked for a limit first.
    """
    if tenancy.deposit_limit_prompt_of(await tenancy.profile(tx)) is LimitPrompt.OFF:
        return
    prompt = await deposit_prompt_of(tx, member_id, currency=currency)
    if prompt.is_open:
        raise DepositLimitUnanswered(
            "Before your first deposit, say whether you want a limit on what you deposit.",
            facts={"currency": prompt.currency, "prompt": prompt.law.value},
        )
