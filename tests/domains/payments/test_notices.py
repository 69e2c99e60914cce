"""The inbox: what is let in, what becomes of it, and that no history of notices pays twice."""

import asyncio
from datetime import timedelta
from random import Random  # noqa: TID251 - seeded disorder
from uuid import UUID

import pytest
from prometheus_client import REGISTRY

from stakehouse.domains import tenancy
from stakehouse.domains.payments import jobs
from stakehouse.domains.payments.service.methods import change_credentials, open_connection
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import TenantId, new_id
from tests.domains.payments.bed import Bed, credentials, seed


def counted(outcome: str) -> float:
    labels = {"gateway": "sandpay", "outcome": outcome}
    return REGISTRY.get_sample_value("stakehouse_payment_notices_total", labels) or 0.0


async def stored(bed: Bed) -> int:
    found: int = await bed.value("SELECT count(*) FROM payment_notices WHERE tenant_id = $1")
    return found


async def test_a_wrong_signature_is_refused_and_counted(bed: Bed) -> None:
    deposit = await bed.deposit()
    body = b'{"id":"ntc_1","type":"payment.captured","data":{}}'
    before = counted("refused")
    wrong = bed.signature(body)[:-1] + "x"
    for signature in (None, "", wrong, bed.signature(b"other"), bed.signature(body, skew_s=-400)):
        answer = await bed.send_notice(body, signature)
        assert (answer.status_code, answer.json()["code"]) == (401, "signature_refused")
    assert counted("refused") == before + 5
    assert await stored(bed) == 0
    assert await bed.status(deposit["id"]) == "pending"


async def test_an_address_that_is_nobodys(bed: Bed) -> None:
    body = b"{}"
    answer = await bed.send_notice(body, bed.signature(body), connection_id=new_id())
    assert (answer.status_code, answer.json()["code"]) == (404, "connection_not_found")
    other = await bed.http.post(f"/webhooks/payments/stripe/{bed.connection_id}", content=body)
    assert other.status_code == 404
    nonsense = await bed.http.post("/webhooks/payments/sandpay/nonsense", content=body)
    assert nonsense.status_code == 422


async def test_a_body_beyond_all_measure(bed: Bed) -> None:
    body = b"x" * 70_000
    answer = await bed.send_notice(body, bed.signature(body))
    assert (answer.status_code, answer.json()["code"]) == (422, "notice_too_large")


@pytest.mark.parametrize("body", [b"", b"\xff\x00", b"[]", b'{"id":"x"}', '{"id":"\u0000"}'.encode()])
async def test_signed_but_unreadable_is_kept_for_people(bed: Bed, body: bytes) -> None:
    assert (await bed.send_notice(body, bed.signature(body))).status_code == 200
    assert (await bed.send_notice(body, bed.signature(body))).status_code == 200
    await bed.work()
    assert await bed.outcomes() == ["not_a_payment"]
    shown = (await bed.send("GET", "/staff/payment-notices", by="finance")).json()
    assert [item["kind"] for item in shown["items"]] == ["unreadable"]


async def test_it_is_answered_before_it_is_understood(bed: Bed) -> None:
    deposit = await bed.deposit()
    answer = await bed.signed_notice(deposit["id"], "captured")
    assert (answer.status_code, answer.json()) == (200, {"status": "received"})
    assert await bed.status(deposit["id"]) == "pending"
    await bed.work()
    assert await bed.status(deposit["id"]) == "succeeded"


async def test_the_same_notice_ten_times_at_once(bed: Bed) -> None:
    deposit = await bed.deposit()
    answers = await asyncio.gather(
        *(bed.signed_notice(deposit["id"], "captured", notice_id="ntc_same") for _ in range(10))
    )
    assert {answer.status_code for answer in answers} == {200}
    assert await stored(bed) == 1
    await asyncio.gather(bed.work(), bed.work(), bed.work())
    assert await bed.balance() == 5_000
    await bed.check_books()


async def test_ten_notices_of_one_success_at_once(bed: Bed) -> None:
    deposit = await bed.deposit()
    await asyncio.gather(*(bed.signed_notice(deposit["id"], "captured") for _ in range(10)))
    await asyncio.gather(*(bed.work() for _ in range(5)))
    assert sorted(await bed.outcomes()) == ["applied"] + ["duplicate"] * 9
    assert await bed.balance() == 5_000
    await bed.check_books()


async def test_a_look_up_and_a_notice_at_the_same_instant_credit_once(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.simulator.press(deposit["redirect_url"], "pay")
    await asyncio.gather(bed.work(ahead=timedelta(minutes=5)), bed.signed_notice(deposit["id"], "captured"))
    await bed.work_until_notices(2)
    assert await bed.balance() == 5_000
    assert await bed.told() == ["deposit.opened", "deposit.succeeded"]


@pytest.mark.requirement("23")
async def test_another_amount_credits_nothing_and_finance_is_asked(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.signed_notice(deposit["id"], "captured", amount="5000.00")
    await bed.signed_notice(deposit["id"], "captured", amount="5000.00")
    await bed.signed_notice(deposit["id"], "captured", currency="USD")
    await bed.work()
    assert await bed.outcomes() == ["amount_differs"] * 3
    assert await bed.status(deposit["id"]) == "pending"
    assert await bed.balance() == 0
    assert (await bed.told()).count("payment.questioned") == 2
    listed = (await bed.send("GET", "/staff/deposits?attention=true", by="finance")).json()
    assert [item["id"] for item in listed["items"]] == [deposit["id"]]
    assert "USD" in listed["items"][0]["attention"]

    await bed.signed_notice(deposit["id"], "captured")
    await bed.work()
    assert await bed.balance() == 5_000


async def test_money_that_went_back_is_shown_to_finance(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.signed_notice(deposit["id"], "captured")
    await bed.signed_notice(deposit["id"], "in_dispute")
    await bed.work()
    assert await bed.outcomes() == ["applied", "reversal"]
    assert await bed.status(deposit["id"]) == "succeeded"
    assert "payment.questioned" in await bed.told()


@pytest.mark.parametrize("reference", ["nonsense", "00000000-0000-0000-0000-000000000000"])
async def test_an_unknown_reference_is_tried_again_and_then_shown(bed: Bed, reference: str) -> None:
    assert (await bed.signed_notice(reference, "captured")).status_code == 200
    await bed.work()
    assert await bed.value("SELECT handled_at FROM payment_notices WHERE tenant_id = $1") is None
    for hours in range(1, 10):
        bed.clock.ahead = timedelta(hours=hours)
        await bed.work()
    assert await bed.value("SELECT tries FROM payment_notices WHERE tenant_id = $1") == 6
    shown = (await bed.send("GET", "/staff/payment-notices", by="finance")).json()
    assert [item["outcome"] for item in shown["items"]] == ["unknown_reference"]


async def test_a_notice_that_overtook_the_payment(bed: Bed) -> None:
    """It speaks of a payment whose first transaction has not committed yet."""
    await bed.signed_notice(str(new_id()), "captured", notice_id="ntc_early")
    await bed.work()
    assert await bed.outcomes() == ["unknown_reference"]
    deposit = await bed.deposit()
    await bed.rows(
        "UPDATE payment_notices SET body = convert_to(replace(convert_from(body, 'UTF8'), "
        "(convert_from(body, 'UTF8')::jsonb #>> '{data,reference}'), $2), 'UTF8') WHERE tenant_id = $1",
        deposit["id"],
    )
    await bed.work(ahead=timedelta(seconds=6))
    assert await bed.outcomes() == ["applied"]
    assert await bed.balance() == 5_000


async def test_a_notice_through_another_connection_moves_nothing(bed: Bed) -> None:
    deposit = await bed.deposit()
    async with bed.begin() as tx:
        other = await open_connection(
            tx,
            bed.office,
            gateway="sandpay",
            currencies=frozenset({"EUR"}),
            credentials=credentials(bed.simulator),
        )
    assert (await bed.signed_notice(deposit["id"], "captured", connection_id=other)).status_code == 200
    await bed.work()
    assert await bed.outcomes() == ["unknown_reference"]
    assert await bed.balance() == 0


async def test_a_notice_through_another_tenants_connection_moves_nothing(bed: Bed) -> None:
    deposit = await bed.deposit()
    tenant_id = TenantId(new_id())
    async with begin(bed.database, tenant_id=tenant_id, actor=system("test"), now=bed.clock()) as tx:
        await tenancy.open_tenant(tx, seed(f"r{tenant_id.hex[-12:]}"))
        connection_id = await open_connection(
            tx,
            bed.office,
            gateway="sandpay",
            currencies=frozenset({"EUR"}),
            credentials=credentials(bed.simulator),
        )
    answer = await bed.signed_notice(deposit["id"], "captured", connection_id=connection_id)
    assert answer.status_code == 200
    assert await stored(bed) == 0
    await bed.work()
    assert await bed.status(deposit["id"]) == "pending"


async def test_either_secret_is_taken_while_it_is_replaced(bed: Bed) -> None:
    deposit = await bed.deposit()
    now = credentials(bed.simulator).decode()
    replaced = now.replace('"signing_secrets":["', '"signing_secrets":["ws_new","')
    async with bed.begin() as tx:
        await change_credentials(tx, bed.office, bed.connection_id, replaced.encode())
    assert (await bed.signed_notice(deposit["id"], "captured")).status_code == 200
    async with bed.begin() as tx:
        only_new = replaced.replace(replaced[replaced.index(',"ws_') : replaced.index("]")], "")
        await change_credentials(tx, bed.office, bed.connection_id, only_new.encode())
    assert (await bed.signed_notice(deposit["id"], "captured")).status_code == 401


@pytest.mark.requirement("17")
async def test_the_credentials_are_stored_sealed(bed: Bed) -> None:
    sealed = await bed.value("SELECT credentials FROM payment_connections WHERE tenant_id = $1")
    assert b"sk_lucky" not in sealed
    assert b"ws_" not in sealed


async def test_a_notice_whose_job_was_lost_is_swept_up(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.signed_notice(deposit["id"], "captured")
    await bed.rows("DELETE FROM jobs WHERE tenant_id = $1")
    bed.clock.ahead = timedelta(minutes=2)
    await jobs.sweep(bed.context(jobs.SWEEP))
    await bed.work()
    assert await bed.status(deposit["id"]) == "succeeded"


async def test_what_came_is_never_changed(bed: Bed) -> None:
    deposit = await bed.deposit()
    await bed.signed_notice(deposit["id"], "captured")
    for statement in (
        "UPDATE payment_notices SET body = ''",
        "DELETE FROM payment_notices",
        "UPDATE payment_steps SET reason = ''",
        "DELETE FROM payment_steps",
        "DELETE FROM payments",
    ):
        with pytest.raises(Exception, match="permission denied"):
            async with bed.begin() as tx:
                await tx.conn.exec_driver_sql(statement)


@pytest.mark.parametrize("number", range(4))
async def test_any_history_of_notices_ends_in_the_truth(bed: Bed, number: int) -> None:
    """Ten deposits; each true notice comes one to ten times, shuffled, a fifth spoilt (FI-14)."""
    chance = Random(number)  # noqa: S311 - disorder that can be repeated
    ids = [(await bed.deposit("10.00"))["id"] for _ in range(10)]
    true_end = {payment_id: chance.choice(["captured", "declined", "lapsed"]) for payment_id in ids}
    deliveries = []
    for payment_id in ids:
        for status in {"authorising", true_end[payment_id]}:
            notice_id = f"ntc_{payment_id}_{status}"
            deliveries += [(payment_id, status, notice_id)] * chance.randint(1, 10)
    chance.shuffle(deliveries)

    for payment_id, status, notice_id in deliveries:
        spoilt = chance.random() < 0.2
        if spoilt:
            body = b'{"id":"forged","type":"payment.captured"}'
            answer = await bed.send_notice(
                body, bed.signature(body, skew_s=chance.choice([-310, 310, 86_400]))
            )
            assert answer.status_code == 401
        answer = await bed.signed_notice(payment_id, status, amount="10.00", notice_id=notice_id)
        assert answer.status_code == 200
        if chance.random() < 0.3:
            await bed.work()
    await bed.work()

    ends = {"captured": "succeeded", "declined": "failed", "lapsed": "expired"}
    for payment_id in ids:
        assert await bed.status(payment_id) == ends[true_end[payment_id]]
        steps = await bed.steps(payment_id)
        assert len(steps) == len(set(steps))
    paid = sum(1 for end in true_end.values() if end == "captured")
    assert await bed.balance() == paid * 1_000
    assert (await bed.told()).count("deposit.succeeded") == paid
    await bed.check_books()
    assert (
        await bed.value("SELECT count(*) FROM payments WHERE tenant_id = $1 AND id = $2", UUID(ids[0])) == 1
    )
