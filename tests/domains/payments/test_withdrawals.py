"""A withdrawal from the request to the payout, or back into the wallet."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from stakehouse.domains.payments.types import PaymentSettings
from stakehouse.kernel.ids import new_id
from tests.domains.payments.bed import Bed

ASKED = {
    "amount": "20.00",
    "currency": "EUR",
    "method": "sandpay",
    "destination": {"account": "DE89 3704 0044"},
}


@pytest.fixture
async def rich(bed: Bed) -> Bed:
    """Ann has a hundred euros."""
    await bed.give(10_000)
    return bed


async def approve(bed: Bed, payment_id: str, *, by: str = "finance", key: str | None = None) -> int:
    answer = await bed.send(
        "POST", f"/staff/withdrawals/{payment_id}/approve", {}, by=by, key=key or str(new_id())
    )
    return answer.status_code


async def test_ann_withdraws_twenty(rich: Bed) -> None:
    asked = await rich.withdrawal()
    assert asked.status_code == 201
    body = asked.json()
    assert (body["status"], body["amount"], body["destination_masked"]) == (
        "in_review",
        "20.00",
        "DE89••••0044",
    )
    assert (await rich.balance(), await rich.balance("locked")) == (8_000, 2_000)

    assert await approve(rich, body["id"]) == 200
    await rich.work_until_status(body["id"], "paid")
    assert (await rich.balance(), await rich.balance("locked")) == (8_000, 0)
    assert await rich.simulator.effects("payout", body["id"]) == 1
    assert await rich.steps(body["id"]) == [
        "requested",
        "in_review",
        "approved",
        "processing",
        "paid",
    ]
    assert await rich.told() == ["withdrawal.requested", "withdrawal.approved", "withdrawal.paid"]
    actions = await rich.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND resource_kind = 'withdrawal'"
    )
    assert [row["action"] for row in actions] == ["withdrawal.approved"]
    await rich.check_books()


@pytest.mark.requirement("17")
async def test_the_destination_is_stored_sealed(rich: Bed) -> None:
    asked = (await rich.withdrawal(account="DE89 3704 0044 0532 0130 00")).json()
    row = (await rich.rows("SELECT * FROM payments WHERE tenant_id = $1"))[0]
    assert b"0532" not in row["destination"]
    assert "0532" not in str(dict(row))
    assert asked["destination_masked"] == "DE89••••••••••••••3000"


@pytest.mark.parametrize(
    ("act", "body", "by", "status"),
    [
        ("/player/withdrawals/{}/cancel", None, "ann", "cancelled"),
        ("/staff/withdrawals/{}/reject", {"reason": "Please call us."}, "finance", "rejected"),
    ],
)
async def test_taken_back_or_turned_down_the_money_returns_to_the_wallet(
    rich: Bed, act: str, body: dict[str, str] | None, by: str, status: str
) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    answer = await rich.send("POST", act.format(payment_id), body, by=by, key="k1")
    assert (answer.status_code, answer.json()["status"]) == (200, status)
    again = await rich.send("POST", act.format(payment_id), body, by=by, key="k1")
    assert again.content == answer.content
    assert (await rich.balance(), await rich.balance("locked")) == (10_000, 0)
    assert await approve(rich, payment_id) == 409
    await rich.work(ahead=timedelta(days=1))
    assert await rich.simulator.asked("payout", payment_id) == 0
    assert await rich.told() == ["withdrawal.requested", "withdrawal.returned"]
    await rich.check_books()


async def test_what_is_approved_is_neither_cancelled_nor_rejected(rich: Bed) -> None:
    payment_id = await rich.approved()
    for path, body, by in (
        (f"/player/withdrawals/{payment_id}/cancel", None, "ann"),
        (f"/staff/withdrawals/{payment_id}/reject", {"reason": "too late"}, "finance"),
        (f"/staff/withdrawals/{payment_id}/approve", {}, "finance"),
    ):
        answer = await rich.send("POST", path, body, by=by, key=str(new_id()))
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
        assert answer.json()["payment_status"] == "approved"
    assert await rich.balance("locked") == 2_000


async def test_twenty_approvals_at_once_pay_once(rich: Bed) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    answers = await asyncio.gather(*(approve(rich, payment_id) for _ in range(20)))
    assert sorted(answers) == [200] + [409] * 19
    await asyncio.gather(*(rich.work() for _ in range(4)))
    await rich.work_until_status(payment_id, "paid")
    await rich.work(ahead=timedelta(days=2))
    assert await rich.simulator.effects("payout", payment_id) == 1
    assert await rich.simulator.asked("payout", payment_id) == 1
    assert await rich.told() == ["withdrawal.requested", "withdrawal.approved", "withdrawal.paid"]
    await rich.check_books()


async def test_approve_against_cancel_and_reject_one_wins(rich: Bed) -> None:
    for _ in range(5):
        payment_id = (await rich.withdrawal("5.00")).json()["id"]
        approved, cancelled, rejected = await asyncio.gather(
            approve(rich, payment_id),
            rich.send("POST", f"/player/withdrawals/{payment_id}/cancel", key=str(new_id())),
            rich.send(
                "POST",
                f"/staff/withdrawals/{payment_id}/reject",
                {"reason": "no way"},
                by="finance",
                key=str(new_id()),
            ),
        )
        assert sorted([approved, cancelled.status_code, rejected.status_code]) == [200, 409, 409]
    await rich.check_books()


@pytest.mark.requirement("29")
async def test_nobody_approves_their_own_withdrawal(rich: Bed) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    for act, body in (("approve", {}), ("reject", {"reason": "mine"})):
        answer = await rich.send(
            "POST", f"/staff/withdrawals/{payment_id}/{act}", body, by="ann_at_work", key=str(new_id())
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "own_payment")
    assert await rich.status(payment_id) == "in_review"


async def test_the_database_too_refuses_an_approval_by_the_member(rich: Bed) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    with pytest.raises(Exception, match="payments_nobody_approves_their_own"):
        await rich.rows(
            "UPDATE payments SET approved_by = user_id WHERE tenant_id = $1 AND id = $2", UUID(payment_id)
        )


@pytest.mark.parametrize("by", ["viewer", "nobody", "ann"])
async def test_who_may_not_approve(rich: Bed, by: str) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    assert await approve(rich, payment_id, by=by) in (401, 403)
    assert await rich.status(payment_id) == "in_review"


@pytest.mark.parametrize(("by", "status"), [("finance", 200), ("viewer", 200), ("nobody", 403), ("ann", 401)])
async def test_who_may_look(rich: Bed, by: str, status: int) -> None:
    for path in ("/staff/withdrawals", "/staff/deposits", "/staff/payment-notices"):
        assert (await rich.send("GET", path, by=by)).status_code == status


async def test_the_gateway_declines_at_once(rich: Bed) -> None:
    payment_id = await rich.approved(account="DECLINE 1234")
    await rich.work()
    assert await rich.status(payment_id) == "failed"
    assert (await rich.balance(), await rich.balance("locked")) == (10_000, 0)
    assert (await rich.told())[-1] == "withdrawal.returned"
    shown = (await rich.send("GET", f"/player/withdrawals/{payment_id}")).json()
    assert shown["reason"] == "The destination account is closed."
    await rich.check_books()


async def test_the_gateway_fails_later(rich: Bed) -> None:
    payment_id = await rich.approved(account="FAIL 1234")
    await rich.work_until_status(payment_id, "failed")
    assert (await rich.balance(), await rich.balance("locked")) == (10_000, 0)
    await rich.check_books()


@pytest.mark.parametrize("trouble", ["payout.hang", "payout.error_after"])
async def test_a_lost_answer_is_looked_up_and_never_sent_again(rich: Bed, trouble: str) -> None:
    await rich.simulator.switch(payout_mode="manual")
    payment_id = await rich.approved()
    await rich.simulator.fault(trouble)
    await rich.work()
    assert await rich.status(payment_id) == "processing"
    assert await rich.balance("locked") == 2_000

    rich.clock.ahead = timedelta(minutes=1)
    await rich.work()
    assert await rich.status(payment_id) == "processing"
    await rich.simulator.fault("notice.lose")
    await rich.simulator.operate(payment_id, "confirm")
    rich.clock.ahead = timedelta(hours=2)
    await rich.work()
    assert await rich.status(payment_id) == "paid"
    assert await rich.simulator.effects("payout", payment_id) == 1
    assert await rich.simulator.asked("payout", payment_id) == 1
    await rich.check_books()


async def test_an_order_that_never_arrived_is_sent_after_looking(rich: Bed) -> None:
    payment_id = await rich.approved()
    await rich.simulator.fault("payout.refuse")
    await rich.work()
    assert await rich.status(payment_id) == "processing"
    assert await rich.simulator.effects("payout", payment_id) == 0
    await rich.work(ahead=timedelta(seconds=31))
    await rich.work_until_status(payment_id, "paid")
    assert await rich.simulator.effects("payout", payment_id) == 1


async def test_a_state_we_do_not_know_stays_open_until_a_person_is_asked(rich: Bed) -> None:
    payment_id = await rich.approved(account="ODD 1234")
    await rich.work()
    await rich.work_until_notices(1)
    assert await rich.outcomes() == ["unknown_status"]
    assert await rich.status(payment_id) == "processing"
    for days in range(1, 15):
        rich.clock.ahead = timedelta(days=days)
        await rich.work()
    assert await rich.status(payment_id) == "processing"
    assert await rich.balance("locked") == 2_000
    questioned = (await rich.send("GET", "/staff/withdrawals?attention=true", by="finance")).json()
    assert [item["id"] for item in questioned["items"]] == [payment_id]
    assert await rich.simulator.effects("payout", payment_id) == 1

    rich.clock.ahead = timedelta()
    await rich.simulator.operate(payment_id, "confirm")
    await rich.work_until_status(payment_id, "paid")
    await rich.check_books()


async def test_paid_after_failed_calls_a_person_and_moves_nothing(rich: Bed) -> None:
    await rich.simulator.switch(payout_mode="manual")
    payment_id = await rich.approved()
    await rich.work()
    await rich.simulator.fault("notice.lose")
    await rich.simulator.operate(payment_id, "fail")
    rich.clock.ahead = timedelta(minutes=5)
    await rich.work()
    assert await rich.status(payment_id) == "failed"
    # The gateway changes its mind; no state of its own allows it, so the notice is made by hand.
    from_gateway = await rich.signed_notice(payment_id, "paid", kind="payout", amount="20.00")
    assert from_gateway.status_code == 200
    await rich.work()
    assert await rich.outcomes() == ["contradiction"]
    assert await rich.status(payment_id) == "failed"
    assert await rich.balance() == 10_000
    assert "payment.questioned" in await rich.told()
    await rich.check_books()


async def test_small_and_quiet_is_approved_by_rule(rich: Bed) -> None:
    await rich.set(PaymentSettings(approve_below={"EUR": "10.00"}))
    reviewed = (await rich.withdrawal("9.99")).json()
    assert reviewed["status"] == "in_review"
    shown = (await rich.send("GET", f"/staff/withdrawals/{reviewed['id']}", by="finance")).json()
    failed = {check["code"] for check in shown["risk"]["checks"] if not check["passed"]}
    assert failed == {"known_destination", "established_member", "plausible_winnings"}
    assert shown["member"]["username"] == "ann"

    rich.clock.ahead = timedelta(days=8)
    deposit = await rich.deposit("50.00")
    rich.clock.ahead = timedelta()
    await rich.simulator.press(deposit["redirect_url"], "pay")
    await rich.work_until_status(deposit["id"], "succeeded")
    assert await approve(rich, reviewed["id"]) == 200
    await rich.work_until_status(reviewed["id"], "paid")
    rich.clock.ahead = timedelta(days=8)
    assert (await rich.withdrawal("9.99")).json()["status"] == "approved"
    assert (await rich.withdrawal("10.00")).json()["status"] == "in_review"


async def test_more_than_the_wallet_holds(rich: Bed) -> None:
    answer = await rich.withdrawal("100.01")
    assert (answer.status_code, answer.json()["code"]) == (402, "insufficient_funds")
    assert await rich.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 0
    assert await rich.told() == []
    assert await rich.balance() == 10_000


async def test_two_race_for_the_last_euro(rich: Bed) -> None:
    answers = await asyncio.gather(*(rich.withdrawal("100.00") for _ in range(2)))
    assert sorted(answer.status_code for answer in answers) == [201, 402]
    assert (await rich.balance(), await rich.balance("locked")) == (0, 10_000)
    await rich.check_books()


async def test_identical_requests_hold_once(rich: Bed) -> None:
    answers = await asyncio.gather(*(rich.withdrawal("20.00", key="one") for _ in range(20)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    bodies = {answer.content for answer in answers if answer.status_code == 201}
    bodies.add((await rich.withdrawal("20.00", key="one")).content)
    assert len(bodies) == 1
    assert await rich.balance("locked") == 2_000


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount": "-20.00"}, "invalid_amount"),
        ({"amount": "0"}, "invalid_amount"),
        ({"amount": "NaN"}, "invalid_amount"),
        ({"amount": "4.99"}, "amount_out_of_range"),
        ({"amount": "50000.01"}, "amount_out_of_range"),
        ({"amount": 20}, "invalid_request"),
        ({"currency": "XXX"}, "unknown_currency"),
        ({"currency": "USD"}, "method_unavailable"),
        ({"method": "pigeon"}, "method_unavailable"),
        ({"destination": {"account": "x"}}, "destination_refused"),
        ({"destination": {"account": "4242424242424242"}}, "destination_refused"),
        ({"destination": {}}, "invalid_request"),
        ({"destination": ["DE89 3704"]}, "invalid_request"),
        ({"destination": "x"}, "destination_refused"),
        ({"destination": {"account": "DE89 3704", "iban": "x"}}, "invalid_request"),
        ({"member_id": "00000000-0000-0000-0000-000000000000"}, "invalid_request"),
    ],
)
async def test_what_makes_no_sense_changes_nothing(rich: Bed, change: dict[str, object], code: str) -> None:
    answer = await rich.send("POST", "/player/withdrawals", {**ASKED, **change}, key="k1")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert await rich.value("SELECT count(*) FROM payments WHERE tenant_id = $1") == 0
    assert await rich.balance() == 10_000


async def test_a_destination_may_be_plain_text(rich: Bed) -> None:
    answer = await rich.send(
        "POST", "/player/withdrawals", {**ASKED, "destination": "DE89 3704 0044"}, key="k1"
    )
    assert (answer.status_code, answer.json()["destination_masked"]) == (201, "DE89••••0044")


async def test_the_payments_of_one_member(rich: Bed) -> None:
    deposit = await rich.deposit()
    asked = (await rich.withdrawal()).json()
    for path, payment_id in (("deposits", deposit["id"]), ("withdrawals", asked["id"])):
        found = (await rich.send("GET", f"/staff/members/{rich.member.member_id}/{path}", by="viewer")).json()
        assert [item["id"] for item in found["items"]] == [payment_id]
        stranger = await rich.send("GET", f"/staff/members/{new_id()}/{path}", by="viewer")
        assert (stranger.status_code, stranger.json()["code"]) == (404, "member_not_found")
        assert (await rich.send("GET", f"/staff/{path}/{payment_id}", by="viewer")).status_code == 200
        assert (await rich.send("GET", f"/staff/{path}/{new_id()}", by="viewer")).status_code == 404
    assert (await rich.send("GET", f"/staff/withdrawals/{deposit['id']}", by="viewer")).status_code == 404


@pytest.mark.requirement("11")
async def test_the_daily_sum_and_kyc(rich: Bed) -> None:
    await rich.set(PaymentSettings(withdrawal_daily_maximum={"EUR": "30.00"}))
    assert (await rich.withdrawal("20.00")).status_code == 201
    refused = await rich.withdrawal("10.01")
    assert (refused.status_code, refused.json()["code"]) == (409, "daily_sum_reached")
    assert refused.json()["left"] == "10.00"
    assert (await rich.withdrawal("10.00")).status_code == 201

    await rich.set(PaymentSettings(kyc_for_withdrawals=True))
    await rich.rows("UPDATE members SET kyc_status = 'not_started' WHERE tenant_id = $1")
    refused = await rich.withdrawal("10.00")
    assert (refused.status_code, refused.json()["code"]) == (403, "kyc_required")


async def test_a_suspended_member_withdraws_nothing(rich: Bed) -> None:
    await rich.rows("UPDATE members SET standing = 'suspended' WHERE tenant_id = $1")
    refused = await rich.withdrawal("10.00")
    assert (refused.status_code, refused.json()["code"]) == (403, "member_suspended")


async def test_eligibility(rich: Bed) -> None:
    await rich.set(
        PaymentSettings(withdrawal_minimum={"EUR": "10.00"}, withdrawal_daily_maximum={"EUR": "60.00"})
    )
    asked = await rich.withdrawal("55.00")
    assert asked.status_code == 201
    found = (await rich.send("GET", "/player/withdrawals/eligibility?currency=EUR")).json()
    assert found == {
        "currency": "EUR",
        "available": "45.00",
        "locked": "55.00",
        "min_amount": "10.00",
        "max_amount": "5.00",
        "allowed": False,
        "reasons": [
            {
                "code": "daily_sum_reached",
                "detail": "You have reached the largest sum of a day; try again tomorrow.",
            }
        ],
    }
    none = (await rich.send("GET", "/player/withdrawals/eligibility?currency=USD")).json()
    assert (none["allowed"], none["reasons"][0]["code"]) == (False, "method_unavailable")
    unknown = await rich.send("GET", "/player/withdrawals/eligibility?currency=XXX")
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_currency")


async def test_the_queue_of_the_staff(rich: Bed) -> None:
    waiting = [(await rich.withdrawal("5.00")).json()["id"] for _ in range(3)]
    assert await approve(rich, waiting[0]) == 200
    listed = (await rich.send("GET", "/staff/withdrawals?status=in_review&limit=1", by="finance")).json()
    assert [item["id"] for item in listed["items"]] == [waiting[2]]
    rest = (
        await rich.send("GET", f"/staff/withdrawals?status=in_review&cursor={listed['next']}", by="finance")
    ).json()
    assert [item["id"] for item in rest["items"]] == [waiting[1]]
    assert rest["next"] is None
    two = (await rich.send("GET", "/staff/withdrawals?status=in_review&status=approved", by="finance")).json()
    assert len(two["items"]) == 3
    item = rest["items"][0]
    assert item["member"] == {
        "id": str(rich.member.member_id),
        "username": "ann",
        "email": f"ann@{rich.slug}.test",
        "country": "DE",
    }
    assert [step["status"] for step in item["steps"]] == ["requested", "in_review"]
    assert item["steps"][0]["actor"] == "ann"
    for bad in ("status=nonsense", "cursor=!!!", "limit=0", "limit=201", "member_id=x"):
        answer = await rich.send("GET", f"/staff/withdrawals?{bad}", by="finance")
        assert answer.status_code == 422


async def test_a_notice_about_a_payout_nobody_ordered(rich: Bed) -> None:
    payment_id = (await rich.withdrawal()).json()["id"]
    await rich.signed_notice(payment_id, "paid", kind="payout", amount="20.00")
    await rich.work()
    assert await rich.outcomes() == ["contradiction"]
    assert await rich.status(payment_id) == "in_review"
    assert await rich.balance("locked") == 2_000


async def test_a_rejection_says_why_and_an_approval_is_given_once(rich: Bed) -> None:
    asked = (await rich.withdrawal()).json()
    path = f"/staff/withdrawals/{asked['id']}"

    blank = await rich.send("POST", f"{path}/reject", {"reason": "   "}, by="finance", key=str(new_id()))
    first = await rich.send("POST", f"{path}/approve", {}, by="finance", key=str(new_id()))
    second = await rich.send("POST", f"{path}/approve", {}, by="finance", key=str(new_id()))

    assert (blank.status_code, blank.json()["errors"][0]["field"]) == (422, "reason")
    assert first.status_code == 200
    assert (second.status_code, second.json()["code"]) == (409, "wrong_state")
    assert second.json()["detail"] == "This withdrawal is approved already."
