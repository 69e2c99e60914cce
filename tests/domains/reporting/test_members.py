"""Members as staff see them: the list with balances, and all about one on one page."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from stakehouse.domains import compliance, identity, payments
from stakehouse.domains.compliance import LimitKind, Period
from stakehouse.domains.payments import Connection, ConnectionId
from stakehouse.domains.payments import store as payments_store
from stakehouse.domains.payments.types import PaymentStatus
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import MemberId, new_id
from tests.halls import STAFF, Hall
from tests.houses import House, sign_in

ROW = {
    "id",
    "username",
    "email",
    "country",
    "currency",
    "standing",
    "kyc_status",
    "balance",
    "created_at",
    "last_sign_in_at",
}
FILE = ROW | {
    "user_id",
    "birth_date",
    "locale",
    "time_zone",
    "accounts",
    "limits",
    "exclusion",
    "sessions",
    "totals",
    "other_totals",
}


_A_PAYMENT = """
INSERT INTO payments (tenant_id, id, direction, member_id, user_id, currency, scale, units, method,
                      connection_id, status, reason, attention, request_hash, gateway_reference,
                      return_url, destination, destination_masked, destination_print, hold_id, checks,
                      looks, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, 2, $7, 'sandpay',
        $8, $9, '', '', '', '',
        '', '', '', '', CASE WHEN $3::text = 'withdrawal' THEN $8::uuid END, '[]',
        0, now(), now())
"""


@pytest.fixture(autouse=True)
def now(house: House) -> None:
    """Ids carry the machine's time, so the house shows it too."""
    house.clock.now = system_clock()


async def ask(client: httpx.AsyncClient, path: str, **query: str) -> dict[str, Any]:
    answer = await client.get(f"{STAFF}/members{path}", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def enrolled(hall: Hall, name: str, units: int = 0) -> MemberId:
    member_id = await hall.house.add_member(hall.tenant, f"{name}.{mark()}@example.com", name)
    if units:
        await hall.fund(member_id, units)
    return member_id


def mark() -> str:
    return new_id().hex[-12:]


@contextmanager
def statements(house: House) -> Iterator[list[str]]:
    """What the house asks its database through SQLAlchemy meanwhile."""
    asked: list[str] = []

    def note(*given: Any) -> None:
        asked.append(given[2])

    engine = house.api.edge.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def test_the_list_shows_the_main_balance_in_the_members_currency(hall: Hall) -> None:
    poor, rich = await enrolled(hall, "poor"), await enrolled(hall, "rich", 123_45)
    await hall.fund(rich, 999_99, "USD")
    clerk = await hall.house.staff(hall.tenant, "support")

    items = (await ask(clerk, ""))["items"]

    assert [(item["id"], item["balance"]) for item in items] == [(str(rich), "123.45"), (str(poor), "0.00")]
    assert all(set(item) == ROW for item in items)


async def test_a_page_costs_the_same_questions_whatever_is_on_it(hall: Hall) -> None:
    await enrolled(hall, "first", 100)
    clerk = await hall.house.staff(hall.tenant, "support")
    await ask(clerk, "")

    with statements(hall.house) as for_one:
        await ask(clerk, "")
    for number in range(12):
        await enrolled(hall, f"more_{number}", 100)
    await ask(clerk, "")  # What is remembered for moments only may have run out meanwhile.
    with statements(hall.house) as for_many:
        assert len((await ask(clerk, ""))["items"]) == 13

    assert len(for_many) == len(for_one)


async def test_one_page_tells_all_about_a_member(hall: Hall) -> None:
    email = f"ann.{mark()}@example.com"
    ann = await hall.house.add_member(hall.tenant, email, "ann")
    await hall.fund(ann, 10_000)
    player = hall.house.client(hall.tenant, address="203.0.113.9", agent="Lantern 7")
    await sign_in(player, "player", email)
    bets = [await hall.bet(ann, stake=250) for _ in range(4)]
    async with hall.begin() as tx:
        await compliance.set_limit(tx, ann, LimitKind.WAGER, Period.DAY, amount="50.00", currency=None)
    clerk = await hall.house.staff(hall.tenant, "support")

    found = await ask(clerk, f"/{ann}")

    won = sum(Decimal(bet["round"]["payout"]) for bet in bets)
    assert set(found) == FILE
    main = next(one for one in found["accounts"] if (one["kind"], one["currency"]) == ("main", "EUR"))
    assert main["balance"] == found["balance"] == str(100 - Decimal("10.00") + won)
    assert {one["currency"] for one in found["accounts"]} == {"EUR", "USD"}
    [limit] = [one for one in found["limits"] if one["value"] is not None]
    assert (limit["kind"], limit["period"], limit["value"], limit["used"]) == (
        "wager",
        "day",
        "50.00",
        "10.00",
    )
    assert len(found["limits"]) == 13
    assert found["exclusion"] is None
    assert found["totals"] == {
        "currency": "EUR",
        "deposited": "0.00",
        "withdrawn": "0.00",
        "wagered": "10.00",
        "won": str(won),
    }
    assert found["other_totals"] == []
    [session] = found["sessions"]
    assert set(session) == {"id", "device", "address", "created_at", "last_seen_at"}
    assert (session["device"], session["address"]) == ("Lantern 7", "203.0.113.9")


async def test_signing_out_empties_the_list_of_sessions(hall: Hall) -> None:
    email = f"ben.{mark()}@example.com"
    ben = await hall.house.add_member(hall.tenant, email, "ben")
    for _ in range(2):
        await sign_in(hall.house.client(hall.tenant), "player", email)
    clerk = await hall.house.staff(hall.tenant, "compliance")
    assert len((await ask(clerk, f"/{ben}"))["sessions"]) == 2

    ended = await clerk.post(f"{STAFF}/members/{ben}/sign-out")

    assert ended.json() == {"sessions_ended": 2}
    assert (await ask(clerk, f"/{ben}"))["sessions"] == []


async def test_an_exclusion_in_force_is_shown_and_one_that_is_over_is_not(hall: Hall) -> None:
    cat = await enrolled(hall, "cat")
    async with hall.begin() as tx:
        await compliance.take_time_out(tx, cat, tx.now + timedelta(days=2))
    clerk = await hall.house.staff(hall.tenant, "support")

    during = (await ask(clerk, f"/{cat}"))["exclusion"]
    hall.house.clock.forward(timedelta(days=3))
    later = await hall.house.staff(hall.tenant, "support")

    assert (during["kind"], set(during)) == (
        "time_out",
        {"kind", "from", "until", "everywhere", "returns_at"},
    )
    assert (await ask(later, f"/{cat}"))["exclusion"] is None


async def test_totals_count_what_was_paid_and_only_that(hall: Hall) -> None:
    dan = await enrolled(hall, "dan")
    connection_id = ConnectionId(new_id())
    async with hall.begin() as tx:
        user_id = (await identity.member(tx, dan)).user_id
        connection = Connection(connection_id, "sandpay", frozenset({"EUR", "USD"}), b"", is_active=True)
        await payments_store.insert_connection(tx, connection)
    for direction, status, currency, units in (
        ("deposit", PaymentStatus.SUCCEEDED, "EUR", 5_000),
        ("deposit", PaymentStatus.SUCCEEDED, "EUR", 250),
        ("deposit", PaymentStatus.FAILED, "EUR", 7_777),
        ("withdrawal", PaymentStatus.PAID, "EUR", 1_000),
        ("withdrawal", PaymentStatus.REQUESTED, "EUR", 2_000),
        ("deposit", PaymentStatus.SUCCEEDED, "USD", 300),
    ):
        values = (hall.tenant.id, new_id(), direction, dan, user_id, currency, units, connection_id)
        await hall.house.rows(_A_PAYMENT, *values, status.value)
    clerk = await hall.house.staff(hall.tenant, "finance")

    found = await ask(clerk, f"/{dan}")

    async with hall.begin() as tx:
        assert await payments.figures_of(tx, dan) == {
            "EUR": payments.PaymentFigures(5_250, 1_000),
            "USD": payments.PaymentFigures(300, 0),
        }
    assert (found["totals"]["deposited"], found["totals"]["withdrawn"]) == ("52.50", "10.00")
    assert [(one["currency"], one["deposited"]) for one in found["other_totals"]] == [("USD", "3.00")]


async def test_nobody_sees_members_of_another_house_or_without_permission(hall: Hall) -> None:
    eve = await enrolled(hall, "eve", 100)
    other = await hall.house.open_tenant()
    stranger = await hall.house.staff(other, "owner")
    promoter = await hall.house.staff(hall.tenant, "promoter")

    missing = await stranger.get(f"{STAFF}/members/{eve}")
    parts = ("wallet", "transactions", "rounds", "deposits", "withdrawals", "limits", "exclusion")
    of_parts = [await stranger.get(f"{STAFF}/members/{eve}/{part}") for part in parts]
    forbidden = await promoter.get(f"{STAFF}/members/{eve}")

    assert (missing.status_code, missing.json()["code"]) == (404, "member_not_found")
    assert {(part.status_code, part.json()["code"]) for part in of_parts} == {(404, "member_not_found")}
    assert (await ask(stranger, ""))["items"] == []
    assert (await ask(stranger, "", query=str(eve)))["items"] == []
    assert (forbidden.status_code, forbidden.json()["code"]) == (403, "forbidden")
