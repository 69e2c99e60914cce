"""The question for a deposit limit, where the law has members asked for one before they deposit."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import Field

from stakehouse.domains.compliance.errors import DepositLimitNotAsked, DepositLimitRequired
from stakehouse.domains.compliance.http.player import CurrencyQuery, member_of
from stakehouse.domains.compliance.service import deposit_prompt as service
from stakehouse.domains.compliance.types import DepositPrompt, Period, PromptAnswer, PromptSource
from stakehouse.domains.tenancy import LimitPrompt, UnknownCurrency
from stakehouse.infra.web.guard import member
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.money import InvalidAmount


class LimitAnswerBody(Request):
    """A limit on what is deposited in a period; it holds at once."""

    answer: Literal["limit"]
    period: Literal["day", "week", "month"]
    amount: Annotated[str, Field(max_length=40)]
    currency: Annotated[str | None, Field(min_length=3, max_length=8)] = None
    source: Annotated[PromptSource, Field(description="Where the member was asked; it is kept.")]


class NoLimitAnswerBody(Request):
    """No limit, said in so many words; refused where the law requires one."""

    answer: Literal["none"]
    currency: Annotated[str | None, Field(min_length=3, max_length=8)] = None
    source: Annotated[PromptSource, Field(description="Where the member was asked; it is kept.")]


class PromptAnsweredOut(Answer):
    """What was answered last, where, and when."""

    answer: PromptAnswer
    source: PromptSource
    at: Moment


class DepositPromptOut(Answer):
    """Whether one is asked for a deposit limit before a deposit.

    `prompt` is what the law wants: `off`; `offered`, where no limit is an answer too; `required`, where
    nobody deposits without one. While it `is_open`, deposits are refused as `deposit_limit_unanswered`.
    """

    prompt: LimitPrompt
    currency: str
    is_open: bool
    answered: PromptAnsweredOut | None


router = APIRouter(tags=["compliance"])


@router.get("/deposit-limit-prompt", dependencies=[member()], responses=refuses(UnknownCurrency))
async def show_prompt(tx: UnitOfWork, currency: CurrencyQuery = None) -> DepositPromptOut:
    """Whether the law has one asked for a deposit limit, and what one answered."""
    return _out(await service.deposit_prompt_of(tx, member_of(tx), currency=currency))


@router.post(
    "/deposit-limit-prompt",
    dependencies=[member()],
    responses=refuses(UnknownCurrency, InvalidAmount, DepositLimitNotAsked, DepositLimitRequired),
)
async def answer_prompt(
    body: Annotated[LimitAnswerBody | NoLimitAnswerBody, Body(discriminator="answer")], tx: UnitOfWork
) -> DepositPromptOut:
    """Answers the question for a deposit limit: an amount of one's own, or none.

    A limit one has is an answer as well. Each answer is kept, with where and when it was given.
    """
    limit = None
    if isinstance(body, LimitAnswerBody):
        limit = service.WishedLimit(Period(body.period), body.amount)
    answered = await service.answer_prompt(
        tx, member_of(tx), limit, source=body.source, currency=body.currency
    )
    return _out(answered)


def _out(prompt: DepositPrompt) -> DepositPromptOut:
    answered = prompt.answered
    return DepositPromptOut(
        prompt=prompt.law,
        currency=prompt.currency,
        is_open=prompt.is_open,
        answered=None
        if answered is None
        else PromptAnsweredOut(answer=answered.answer, source=answered.source, at=answered.at),
    )
