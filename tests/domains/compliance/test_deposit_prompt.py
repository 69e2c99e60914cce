"""The law has members asked for a deposit limit: at registration, before a deposit, and provably answered."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from stakehouse.domains import compliance, tenancy
from stakehouse.domains.compliance import (
    DepositLimitNotAsked,
    DepositLimitUnanswered,
    Limit,
    LimitKind,
    LimitReached,
    Period,
    PromptSource,
)
from stakehouse.domains.compliance.http import deposit_prompt, player
from stakehouse.domains.compliance.rules.deposit_prompt import is_open
from stakehouse.domains.compliance.types import PromptAnswer, PromptAnswered
from stakehouse.domains.tenancy import LimitPrompt
from stakehouse.domains.tenancy.store import jurisdiction_files
from tests.domains.compliance.conftest import NOON, Scene, after, the_member
from tests.domains.compliance.doors import Door, open_door

MGA = next(file for file in jurisdiction_files() if file["code"] == "MGA")
PROMPT = "/player/deposit-limit-prompt"
NO_LIMIT = {"answer": "none", "source": "cashier"}


def law(prompt: str) -> dict[str, Any]:
    return MGA | {"rules": MGA["rules"] | {"deposit_limit_prompt": prompt}}


@pytest.fixture
def offered() -> Iterator[None]:
    with tenancy.beside_shipped([law("offered")]):
        yield


@pytest.fixture
def required() -> Iterator[None]:
    with tenancy.beside_shipped([law("required")]):
        yield


@pytest.fixture
async def door(scene: Scene) -> AsyncIterator[Door]:
    routers = {"/player": deposit_prompt.router, "/staff": player.router}
    async with open_door(scene, {"ann": the_member(scene)}, routers) as made:
        yield made


async def deposit(scene: Scene, currency: str = "EUR", units: int = 1_000) -> None:
    async with scene.begin(actor=the_member(scene)) as tx:
        await compliance.check_deposit(tx, scene.member_id, currency, units)


async def history(scene: Scene) -> list[dict[str, Any]]:
    """The history of answers as it really lies in the table."""
    query = (
        "SELECT after, at, actor_kind FROM protection_changes WHERE tenant_id = $1 AND act = $2 ORDER BY id"
    )
    return [dict(row) for row in await scene.rows(query, "deposit_limit.answered")]


BOUNDED = Limit(LimitKind.DEPOSIT, Period.WEEK, "EUR", 2, 5_000)
REMOVED = Limit(LimitKind.DEPOSIT, Period.WEEK, "EUR", 2, None)
OTHER_KIND = Limit(LimitKind.WAGER, Period.WEEK, "EUR", 2, 5_000)
SAID_NONE = PromptAnswered(PromptAnswer.NONE, PromptSource.CASHIER, NOON)


@pytest.mark.requirement("R5")
@pytest.mark.parametrize(
    ("prompt", "currency", "limits", "answered", "open_"),
    [
        (LimitPrompt.OFF, "EUR", [], None, False),
        (LimitPrompt.OFFERED, "EUR", [], None, True),
        (LimitPrompt.OFFERED, "EUR", [OTHER_KIND, REMOVED], None, True),
        (LimitPrompt.OFFERED, "EUR", [], SAID_NONE, False),
        (LimitPrompt.OFFERED, "USD", [BOUNDED], None, False),
        (LimitPrompt.REQUIRED, "EUR", [BOUNDED], None, False),
        (LimitPrompt.REQUIRED, "USD", [BOUNDED], None, True),
        (LimitPrompt.REQUIRED, "EUR", [REMOVED], SAID_NONE, True),
    ],
)
def test_who_is_asked(
    prompt: LimitPrompt, currency: str, limits: list[Limit], answered: PromptAnswered | None, *, open_: bool
) -> None:
    assert is_open(prompt, currency, limits, answered) is open_


async def test_where_the_law_does_not_ask_nothing_is_asked(door: Door) -> None:
    shown = await door.ask("GET", PROMPT)
    answered = await door.ask("POST", PROMPT, NO_LIMIT)
    await deposit(door.scene)

    assert shown.json() == {"prompt": "off", "currency": "EUR", "is_open": False, "answered": None}
    assert (answered.status_code, answered.json()["code"]) == (409, "deposit_limit_not_asked")
    assert await door.scene.told() == []


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("offered")
async def test_no_deposit_before_the_answer_and_no_limit_is_one(door: Door) -> None:
    shown = await door.ask("GET", PROMPT)
    with pytest.raises(DepositLimitUnanswered) as refusal:
        await deposit(door.scene)
    told_before = await door.scene.told()

    answered = await door.ask("POST", PROMPT, NO_LIMIT)
    await deposit(door.scene)

    assert shown.json() == {"prompt": "offered", "currency": "EUR", "is_open": True, "answered": None}
    assert refusal.value.code == "deposit_limit_unanswered"
    assert refusal.value.facts == {"currency": "EUR", "prompt": "offered"}
    assert told_before == []
    assert answered.json() == {
        "prompt": "offered",
        "currency": "EUR",
        "is_open": False,
        "answered": {"answer": "none", "source": "cashier", "at": "2026-11-20T12:00:00.000Z"},
    }
    assert await door.scene.told() == ["deposit_limit.answered"]
    assert await door.scene.recorded() == ["tenant.opened", "deposit_limit.answered"]
    [kept] = await history(door.scene)
    assert (kept["at"], kept["actor_kind"]) == (NOON, "member")
    assert json.loads(kept["after"]) == {
        "answer": "none",
        "source": "cashier",
        "law": "MGA 2",
        "prompt": "offered",
    }


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize("period", ["day", "week", "month"])
async def test_the_limit_one_answers_with_holds_at_once(door: Door, period: str) -> None:
    wish = {"answer": "limit", "period": period, "amount": "37.5", "source": "registration"}

    answered = await door.ask("POST", PROMPT, wish)
    await deposit(door.scene, units=3_750)
    with pytest.raises(LimitReached):
        await deposit(door.scene, units=3_751)

    assert answered.status_code == 200, answered.text
    assert answered.json()["answered"]["source"] == "registration"
    assert await door.scene.told() == ["limit.changed", "deposit_limit.answered"]
    limits = (await door.ask("GET", "/staff/limits")).json()["items"]
    [held] = [limit for limit in limits if limit["kind"] == "deposit" and limit["value"]]
    assert (held["period"], held["value"], held["pending_value"]) == (period, "37.50", None)
    [kept] = await history(door.scene)
    assert json.loads(kept["after"])["amount"] == "37.50"


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("offered")
async def test_a_limit_that_stands_is_an_answer(scene: Scene) -> None:
    async with scene.begin(actor=the_member(scene)) as tx:
        await compliance.set_limit(tx, scene.member_id, LimitKind.DEPOSIT, Period.DAY, amount="50.00")
    await deposit(scene)

    with pytest.raises(DepositLimitNotAsked):
        async with scene.begin(actor=the_member(scene)) as tx:
            await compliance.answer_prompt(tx, scene.member_id, None, source=PromptSource.CASHIER)

    assert await history(scene) == []


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("required")
async def test_where_a_limit_is_required_no_limit_is_no_answer(door: Door) -> None:
    refused = await door.ask("POST", PROMPT, NO_LIMIT)
    untouched = await door.scene.told(), await history(door.scene)
    wish = {"answer": "limit", "period": "month", "amount": "100.00", "source": "cashier"}

    taken = await door.ask("POST", PROMPT, wish)
    await deposit(door.scene)
    with pytest.raises(DepositLimitUnanswered):
        await deposit(door.scene, "USD")

    assert (refused.status_code, refused.json()["code"]) == (403, "deposit_limit_required")
    assert untouched == ([], [])
    assert (taken.json()["is_open"], taken.json()["currency"]) == (False, "EUR")
    assert (await door.ask("GET", f"{PROMPT}?currency=USD")).json()["is_open"] is True


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("required")
async def test_a_required_limit_that_was_removed_is_asked_for_again(scene: Scene) -> None:
    async with scene.begin(actor=the_member(scene)) as tx:
        await compliance.set_limit(tx, scene.member_id, LimitKind.DEPOSIT, Period.DAY, amount="50.00")
        await compliance.set_limit(tx, scene.member_id, LimitKind.DEPOSIT, Period.DAY)
    await deposit(scene)

    async with scene.begin(after(hours=24), the_member(scene)) as tx:
        await compliance.confirm_limit(tx, scene.member_id, LimitKind.DEPOSIT, Period.DAY, currency=None)

    with pytest.raises(DepositLimitUnanswered):
        await deposit(scene)


@pytest.mark.requirement("R5")
@pytest.mark.usefixtures("offered")
async def test_one_question_has_one_answer_however_often_it_is_sent(door: Door) -> None:
    answers = await asyncio.gather(*(door.ask("POST", PROMPT, NO_LIMIT) for _ in range(5)))

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
    assert len(await history(door.scene)) == 1


@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answer": "later", "source": "cashier"},
        {"answer": "none"},
        {"answer": "none", "source": "street"},
        {"answer": "none", "source": "cashier", "amount": "5.00"},
        {"answer": "limit", "source": "cashier"},
        {"answer": "limit", "source": "cashier", "period": "session", "amount": "5.00"},
        {"answer": "limit", "source": "cashier", "period": "day", "amount": "5.001"},
        {"answer": "limit", "source": "cashier", "period": "day", "amount": "-5.00"},
        {"answer": "limit", "source": "cashier", "period": "day", "amount": "5.00", "currency": "XYZ"},
        None,
    ],
)
async def test_an_answer_that_makes_no_sense_is_refused(door: Door, body: Any) -> None:
    answer = await door.ask("POST", PROMPT, body)

    assert answer.status_code == 422
    assert await door.scene.told() == []
    assert (await door.ask("GET", PROMPT)).json()["is_open"] is True
