"""A deposit from the request to the credit, whatever the gateway does."""

import asyncio
from datetime import timedelta

import pytest

from stakehouse.kernel.ids import new_id
from tests.domains.payments.bed import Bed

ASKED = {"amount": "50.00", "currency": "EUR", "method": "sandpay"}


@pytest.mark.requirement("22", "23")
async def test_ann_deposits_fifty(bed: Bed) -> None:
    deposit = await bed.deposit()
    assert deposit["status"] == "pending"
    assert deposit["redirect_url"].startswith(f"{bed.simulator.url}/checkout/")
    assert await bed.balance() == 0

    back = await bed.simulator.press(deposit["redirect_url"], "pay")
    assert back.status_code == 303
    assert back.headers["location"].endswith(f"/wallet/deposits/{deposit['id']}")
    await bed.work_until_status(deposit["id"], "succeeded")

    assert await bed.balance() == 5_000
    shown = (await bed.send("GET", f"/player/deposits/{deposit['id']}")).json()
    assert (shown["status"], shown["redirect_url"]) == ("succeeded", None)
    assert [step["status"] for step in shown["steps"]] == ["created", "pending", "succeeded"]
    assert await bed.told() == ["deposit.opened", "deposit.succeeded"]
    await bed.check_books()


@pytest.mark.requirement("23")
@pytest.mark.parametrize(
    ("act", "status", "fact"),
    [("fail", "failed", "deposit.ended"), ("cancel", "cancelled", "deposit.ended")],
)
async def test_a_deposit_that_is_not_paid(bed: Bed, act: str, status: str, fact: str) -> None:
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], act)
    await bed.work_until_status(deposit["id"], status)
    assert await bed.balance() == 0
    assert await bed.told() == ["deposit.opened", fact]
    await bed.check_books()


async def test_paid_late(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], "late")
    await bed.work_until_status(deposit["id"], "processing")
    await bed.work_until_status(deposit["id"], "succeeded")
    assert await bed.balance() == 5_000


async def test_the_notice_comes_twice(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], "twice")
    await bed.work_until_status(deposit["id"], "succeeded")
    await bed.simulator.replay()
    await asyncio.sleep(0.3)
    await bed.work()
    assert await bed.outcomes() == ["applied"]
    assert await bed.balance() == 5_000


async def test_the_notice_is_lost_and_the_gateway_is_asked(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], "lose")
    await bed.work()
    assert await bed.status(deposit["id"]) == "pending"
    await bed.work(ahead=timedelta(minutes=3))
    assert await bed.status(deposit["id"]) == "succeeded"
    assert await bed.outcomes() == []
    assert await bed.balance() == 5_000


@pytest.mark.parametrize("manner", ["tamper", "corrupt", "old_clock", "future_clock"])
async def test_a_spoilt_notice_is_refused_and_the_true_one_taken(bed: Bed, manner: str) -> None:
    deposit = await bed.deposit()
    await bed.simulator.fault(f"notice.{manner}")
    await bed.simulator.press(deposit["redirect_url"], "pay")
    await bed.work_until_status(deposit["id"], "succeeded")
    notices = (await bed.simulator.state())["notices"]
    spoilt = [notice for notice in notices if notice["manner"] == manner]
    assert any(notice["answer"] == f"{manner}: 401" for notice in spoilt)
    assert await bed.outcomes() == ["applied"]
    assert await bed.balance() == 5_000


async def test_repeats_answer_byte_for_byte(bed: Bed) -> None:
    first = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    await bed.simulator.press(first.json()["redirect_url"], "pay")
    await bed.work_until_status(first.json()["id"], "succeeded")
    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert (again.status_code, again.content) == (first.status_code, first.content) == (201, first.content)
    other = await bed.send("POST", "/player/deposits", {**ASKED, "amount": "51.00"}, key="k1")
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 1


async def test_a_hundred_at_once_under_one_key_open_one_deposit(bed: Bed) -> None:
    answers = await asyncio.gather(
        *(bed.send("POST", "/player/deposits", ASKED, key="one") for _ in range(100))
    )
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {
        "request_in_progress"
    }
    bodies = {answer.content for answer in answers if answer.status_code == 201}
    bodies.add((await bed.send("POST", "/player/deposits", ASKED, key="one")).content)
    assert len(bodies) == 1
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 1
    payment_id = await bed.value("SELECT id::text FROM payments WHERE tenant_id = $1")
    assert await bed.simulator.effects("payment", payment_id) == 1


async def test_the_gateway_is_away_and_the_same_key_goes_on_later(bed: Bed) -> None:
    await bed.simulator.fault("payment.refuse")
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert (refused.status_code, refused.json()["code"]) == (503, "gateway_unavailable")
    assert refused.headers["retry-after"] == "5"
    deposit_id = refused.json()["deposit_id"]
    assert await bed.status(deposit_id) == "created"

    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert again.status_code == 201
    assert again.json()["id"] == deposit_id
    assert await bed.simulator.effects("payment", deposit_id) == 1


async def test_the_gateway_is_away_and_a_job_begins_it(bed: Bed) -> None:
    await bed.simulator.fault("payment.refuse")
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    deposit_id = refused.json()["deposit_id"]
    await bed.work(ahead=timedelta(seconds=36))
    shown = (await bed.send("GET", f"/player/deposits/{deposit_id}")).json()
    assert shown["status"] == "pending"
    assert shown["redirect_url"]


async def test_a_deposit_that_never_reached_the_gateway_expires(bed: Bed) -> None:
    await bed.simulator.fault("payment.refuse", 50)
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    deposit_id = refused.json()["deposit_id"]
    for minutes in (1, 2, 5, 10, 20, 31, 40):
        bed.clock.ahead = timedelta(minutes=minutes)
        await bed.work()
    assert await bed.status(deposit_id) == "expired"
    assert await bed.simulator.effects("payment", deposit_id) == 0
    await bed.simulator.fault("payment.refuse", 0)
    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert (again.status_code, again.json()["status"], again.json()["redirect_url"]) == (201, "expired", None)


async def test_the_answer_is_lost_but_the_gateway_acted(bed: Bed) -> None:
    await bed.simulator.fault("payment.error_after")
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert refused.status_code == 503
    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    assert again.status_code == 201
    assert await bed.simulator.effects("payment", again.json()["id"]) == 1
    assert await bed.simulator.asked("payment", again.json()["id"]) == 2


async def test_the_gateway_refuses_for_good(bed: Bed) -> None:
    await bed.simulator.fault("payment.decline")
    refused = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    again = await bed.send("POST", "/player/deposits", ASKED, key="k1")
    for answer in (refused, again):
        assert (answer.status_code, answer.json()["code"]) == (409, "gateway_declined")
    assert await bed.status(refused.json()["deposit_id"]) == "failed"
    assert await bed.told() == ["deposit.opened", "deposit.ended"]


async def test_nobody_pays_and_it_expires_but_late_money_is_still_credited(bed: Bed) -> None:
    deposit = await bed.deposit()
    bed.clock.ahead = timedelta(minutes=31)
    await bed.work()
    assert await bed.status(deposit["id"]) == "expired"
    assert (await bed.told())[-1] == "deposit.ended"

    bed.clock.ahead = timedelta()
    await bed.simulator.press(deposit["redirect_url"], "pay")
    await bed.work_until_status(deposit["id"], "succeeded")
    assert await bed.balance() == 5_000
    reason = await bed.value("SELECT reason FROM payments WHERE tenant_id = $1")
    assert reason.startswith("Paid after the deposit was expired")
    await bed.check_books()


async def test_money_that_came_after_the_last_regular_look_is_found(bed: Bed) -> None:
    deposit = await bed.deposit()
    bed.clock.ahead = timedelta(minutes=31)
    await bed.work()
    await bed.simulator.press(deposit["redirect_url"], "lose")
    bed.clock.ahead = timedelta(minutes=95)
    await bed.work()
    assert await bed.status(deposit["id"]) == "succeeded"


async def test_a_deposit_is_not_given_up_while_the_gateway_is_silent(bed: Bed) -> None:
    deposit = await bed.deposit()
    bed.clock.ahead = timedelta(minutes=31)
    await bed.simulator.fault("look_up.refuse", 3)
    await bed.work()
    assert await bed.status(deposit["id"]) == "pending"
    await bed.simulator.press(deposit["redirect_url"], "lose")
    await bed.simulator.fault("look_up.refuse", 0)
    await bed.work(ahead=timedelta(hours=2))
    assert await bed.status(deposit["id"]) == "succeeded"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"amount": "-5.00"}, 422, "invalid_amount"),
        ({"amount": "0.00"}, 422, "invalid_amount"),
        ({"amount": "NaN"}, 422, "invalid_amount"),
        ({"amount": "1e3"}, 422, "invalid_amount"),
        ({"amount": "50.001"}, 422, "invalid_amount"),
        ({"amount": "0.99"}, 422, "amount_out_of_range"),
        ({"amount": "50000.01"}, 422, "amount_out_of_range"),
        ({"amount": "9" * 30}, 422, "invalid_amount"),
        ({"amount": 50}, 422, "invalid_request"),
        ({"amount": None}, 422, "invalid_request"),
        ({"currency": "XXX"}, 422, "unknown_currency"),
        ({"currency": "USD"}, 422, "method_unavailable"),
        ({"method": "stripe"}, 422, "method_unavailable"),
        ({"status": "succeeded"}, 422, "invalid_request"),
    ],
)
async def test_what_makes_no_sense_changes_nothing(
    bed: Bed, change: dict[str, object], status: int, code: str
) -> None:
    answer = await bed.send("POST", "/player/deposits", {**ASKED, **change}, key="k1")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 0
    assert await bed.told() == []


async def test_a_key_and_a_token_are_demanded(bed: Bed) -> None:
    without_key = await bed.send("POST", "/player/deposits", ASKED)
    assert (without_key.status_code, without_key.json()["code"]) == (422, "idempotency_key_missing")
    stranger = await bed.send("POST", "/player/deposits", ASKED, by="mallory", key="k1")
    assert stranger.status_code == 401


async def test_another_members_deposit_is_not_there(bed: Bed) -> None:
    deposit = await bed.deposit()
    for path in (f"/player/deposits/{deposit['id']}", f"/player/deposits/{new_id()}"):
        answer = await bed.send("GET", path, by="bob")
        assert (answer.status_code, answer.json()["code"]) == (404, "payment_not_found")
    own = await bed.send("GET", f"/player/withdrawals/{deposit['id']}")
    assert own.status_code == 404
    assert (await bed.send("GET", "/player/deposits", by="bob")).json() == {"items": [], "next": None}


async def test_lists_go_on_behind_the_cursor(bed: Bed) -> None:
    made = [(await bed.deposit())["id"] for _ in range(3)]
    first = (await bed.send("GET", "/player/deposits?limit=2")).json()
    assert [item["id"] for item in first["items"]] == [made[2], made[1]]
    rest = (await bed.send("GET", f"/player/deposits?limit=2&cursor={first['next']}")).json()
    assert [item["id"] for item in rest["items"]] == [made[0]]
    assert rest["next"] is None


async def test_the_ways_to_pay(bed: Bed) -> None:
    answer = (await bed.send("GET", "/player/payment-methods?direction=deposit")).json()
    assert answer == {
        "items": [
            {
                "method": "sandpay",
                "title": "Sandpay",
                "direction": "deposit",
                "currencies": ["EUR"],
                "min_amount": "1.00",
                "max_amount": "50000.00",
                "fee": "No fee",
                "expected_time": "Within a minute",
                "limits": [{"currency": "EUR", "min_amount": "1.00", "max_amount": "50000.00"}],
            }
        ]
    }
