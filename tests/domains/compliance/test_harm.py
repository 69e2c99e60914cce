"""Markers of harm as they are watched, scored and worked on."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg
import httpx
import msgspec
import pytest

from stakehouse.domains.compliance import PlayHour, may_market
from stakehouse.domains.compliance.handlers import HANDLERS
from stakehouse.domains.compliance.jobs.harm import diary_jobs
from stakehouse.domains.play import hours_played
from stakehouse.events.compliance import LimitChanged, MemberExcluded
from stakehouse.events.payments import DepositEnded, DepositSucceeded, WithdrawalReturned
from stakehouse.infra.bus import Envelope
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.subscriber import hear_once
from stakehouse.infra.tx import Tx
from stakehouse.kernel.fact import Fact, encode
from stakehouse.kernel.ids import MemberId, new_id
from tests.halls import PLAYER, Hall, seat

STAFF = "/api/staff/v1"
CASES = f"{STAFF}/harm-cases"
SHARES = f"{STAFF}/protection-shares"


async def person(hall: Hall, units: int = 0) -> MemberId:
    """A member of the tenant, with money."""
    name = new_id().hex[-12:]
    member_id = await hall.house.add_member(hall.tenant, f"{name}@example.com", f"m{name}")
    if units:
        await hall.fund(member_id, units)
    return member_id


async def hear(hall: Hall, fact: Fact, *, times: int = 1) -> None:
    """Lets compliance hear a fact, each time as a new one, and the last one once more."""
    for _ in range(times):
        envelope = Envelope(
            id=new_id(),
            tenant_id=hall.tenant.id,
            domain=fact.domain,
            name=fact.name,
            version=fact.version,
            key=fact.key(),
            created_at=hall.house.clock(),
            payload=msgspec.Raw(encode(fact)),
        )
        for handler in HANDLERS:
            if type(fact) in handler.facts:
                for _again in range(2):
                    async with hall.begin() as tx:
                        await hear_once(handler, tx, envelope)


def paid(member_id: MemberId, kind: type[Fact] = DepositSucceeded, **more: Any) -> Fact:
    return kind(
        payment_id=new_id(),
        member_id=member_id,
        currency="EUR",
        units=5_000,
        scale=2,
        method="Sandpay",
        reference="D-1",
        **more,
    )


def cancelled(member_id: MemberId) -> Fact:
    return paid(member_id, WithdrawalReturned, status="cancelled", reason="")


async def score(hall: Hall, hours: list[PlayHour]) -> None:
    """Looks at the days of those who played, by a diary that holds these hours."""
    edge = hall.house.api.edge

    async def diary(_tx: Tx, since: datetime, until: datetime) -> dict[MemberId, list[PlayHour]]:
        found: dict[MemberId, list[PlayHour]] = {}
        for hour in hours:
            if since <= hour.hour < until:
                found.setdefault(hour.member_id, []).append(hour)
        return found

    [job] = [job for job in diary_jobs(diary) if job.name == "compliance.score_days"]
    await job.run(
        JobContext(
            name=job.name,
            tenant_id=hall.tenant.id,
            payload=b"{}",
            attempt=1,
            is_last=False,
            clock=edge.clock,
            database=edge.database,
            job_id=1,
        )
    )


async def cases(officer: httpx.AsyncClient, **query: str) -> list[dict[str, Any]]:
    answer = await officer.get(CASES, params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_two_cancelled_withdrawals_open_one_case_at_once(hall: Hall) -> None:
    ann = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")

    await hear(hall, cancelled(ann))
    assert await cases(officer) == []
    await hear(hall, cancelled(ann), times=3)

    [case] = await cases(officer)
    assert (case["member_id"], case["status"], case["band"], case["score"]) == (str(ann), "open", "amber", 30)
    assert case["suggested"] == ["message", "propose_limit"]
    [finding] = case["findings"]
    assert finding["marker"] == "cancelled_withdrawals"
    assert finding["explanation"].endswith("withdrawals cancelled within seven days.")
    told = await hall.house.rows(
        "SELECT payload FROM outbox WHERE tenant_id = $1 AND name = 'harm_case.raised'", hall.tenant.id
    )
    assert len(told) == 1


async def test_what_gets_graver_wakes_a_case_that_was_put_aside(hall: Hall) -> None:
    ann = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")
    await hear(hall, cancelled(ann), times=2)
    [case] = await cases(officer)
    until = hall.house.clock() + timedelta(days=3)
    put = await officer.post(
        f"{CASES}/{case['id']}/snooze", json={"until": until.isoformat(), "reason": "On holiday."}
    )
    assert (put.status_code, put.json()["status"]) == (200, "snoozed")
    assert await cases(officer) == []
    assert len(await cases(officer, status="snoozed")) == 1

    await hear(hall, paid(ann, DepositEnded, status="failed", reason="declined"), times=4)

    [woken] = await cases(officer)
    assert (woken["id"], woken["status"], woken["band"], woken["score"]) == (case["id"], "open", "red", 50)
    assert {each["marker"] for each in woken["findings"]} == {"cancelled_withdrawals", "failed_deposits"}


@pytest.mark.requirement("R15")
async def test_who_is_red_is_sent_no_invitation(hall: Hall) -> None:
    ann = await person(hall)
    await hear(hall, cancelled(ann), times=2)
    async with hall.begin() as tx:
        assert await may_market(tx, ann)

    await hear(hall, paid(ann, DepositEnded, status="failed", reason="declined"), times=4)

    async with hall.begin() as tx:
        assert not await may_market(tx, ann)


async def test_a_case_that_was_put_aside_comes_back_at_its_time(hall: Hall) -> None:
    ann = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")
    await hear(hall, cancelled(ann), times=2)
    [case] = await cases(officer)
    until = hall.house.clock() + timedelta(minutes=10)
    await officer.post(f"{CASES}/{case['id']}/snooze", json={"until": until.isoformat(), "reason": "Lunch."})

    too_long = await officer.post(
        f"{CASES}/{case['id']}/snooze",
        json={"until": (until + timedelta(days=60)).isoformat(), "reason": "Never mind."},
    )
    hall.house.clock.forward(timedelta(minutes=10))

    assert (too_long.status_code, too_long.json()["code"]) == (422, "invalid_moment")
    assert [each["status"] for each in await cases(officer)] == ["open"]


async def test_a_case_is_worked_on_by_one_and_everything_is_kept(hall: Hall) -> None:
    ann = await person(hall)
    first = await hall.house.staff(hall.tenant, "compliance")
    second = await hall.house.staff(hall.tenant, "compliance")
    await hear(hall, cancelled(ann), times=2)
    [case] = await cases(first)
    path = f"{CASES}/{case['id']}"

    taken = await first.post(f"{path}/take")
    again = await first.post(f"{path}/take")
    late = await second.post(f"{path}/take")
    called = await first.post(
        f"{path}/contacts",
        json={"contact": "call", "outcome": "limit_set", "note": "Spoke for ten minutes; wants 50 a week."},
    )
    closed = await first.post(f"{path}/close", json={"outcome": "limit_set", "reason": "Limit is in force."})
    more = await first.post(
        f"{path}/contacts", json={"contact": "message", "outcome": "informed", "note": "One more message."}
    )

    assert (taken.status_code, taken.json()["status"]) == (200, "taken")
    assert again.status_code == 200
    assert (late.status_code, late.json()["code"]) == (409, "harm_case_taken")
    assert [each["contact"] for each in called.json()["contacts"]] == ["call"]
    assert (closed.json()["status"], closed.json()["outcome"]) == ("closed", "limit_set")
    assert (more.status_code, more.json()["code"]) == (409, "harm_case_closed")
    trail = await hall.house.rows(
        "SELECT action FROM audit_trail WHERE tenant_id = $1 AND action LIKE 'harm_case.%' ORDER BY id",
        hall.tenant.id,
    )
    assert [row["action"] for row in trail] == [
        "harm_case.taken",
        "harm_case.contact_recorded",
        "harm_case.closed",
    ]
    with pytest.raises(asyncpg.PostgresError, match="never changed"):
        await hall.house.change("DELETE FROM harm_contacts")

    await hear(hall, cancelled(ann))
    assert await cases(first) == [], "the same markers open no case in the quiet days"


@pytest.mark.requirement("R24")
async def test_the_house_tells_how_many_of_its_members_are_protected(hall: Hall) -> None:
    careful, paused, excluded, _plain = [(await seat(hall, 0))[0] for _ in range(4)]
    spoken_with = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")
    now = hall.house.clock()
    for client, method, path, body in (
        (careful, "PUT", "limits/wager/day", {"amount": "5.00"}),
        (careful, "PUT", "limits/loss/week", {"amount": "5.00"}),
        (paused, "POST", "exclusion", {"kind": "time_out", "until": (now + timedelta(days=2)).isoformat()}),
        (excluded, "POST", "exclusion", {"kind": "self_exclusion", "term": "P6M"}),
    ):
        assert (await client.request(method, f"{PLAYER}/{path}", json=body)).status_code == 200
    await hear(hall, cancelled(spoken_with), times=2)
    [case] = await cases(officer)
    contact = {"contact": "call", "outcome": "informed", "note": "Spoke for ten minutes."}
    for _ in range(2):
        await officer.post(f"{CASES}/{case['id']}/contacts", json=contact)

    told = (await officer.get(SHARES)).json()
    hall.house.clock.forward(timedelta(days=3))
    later = (await officer.get(SHARES, params={"days": 2})).json()
    stranger = await hall.house.staff(await hall.house.open_tenant(), "compliance")
    elsewhere = (await stranger.get(SHARES)).json()

    counts = ("members", "limited", "paused", "excluded", "contacted")
    assert [told[name] for name in counts] == [5, 1, 1, 1, 1]
    assert (told["limited_share"], told["days"]) == ("0.2000", 30)
    assert [later[name] for name in counts] == [5, 1, 0, 1, 0]
    assert [elsewhere[name] for name in counts] == [0] * 5
    assert elsewhere["limited_share"] == "0.0000"
    assert (await officer.get(SHARES, params={"days": 0})).status_code == 422


async def test_a_day_of_play_is_looked_at_once_in_the_members_zone(hall: Hall) -> None:
    ann = await person(hall)
    clock = hall.house.clock
    midnight = (clock() + timedelta(days=2)).replace(hour=23, minute=0)  # in Berlin
    hours = [PlayHour(ann, "EUR", midnight - timedelta(hours=hour), 5, 500, 400) for hour in range(1, 8)]

    clock.now = midnight - timedelta(minutes=1)
    await score(hall, hours)
    early = await (await hall.house.staff(hall.tenant, "compliance")).get(f"{STAFF}/members/{ann}/harm")
    clock.now = midnight + timedelta(minutes=11)
    await score(hall, hours)
    await score(hall, hours)
    officer = await hall.house.staff(hall.tenant, "compliance")
    seen = (await officer.get(f"{STAFF}/members/{ann}/harm")).json()

    assert early.json() == {"days": [], "cases": []}
    [day] = seen["days"]
    assert (day["score"], day["band"]) == (20, "amber")
    assert day["day"] == (midnight - timedelta(hours=1)).date().isoformat()
    assert [each["marker"] for each in day["findings"]] == ["long_play"]
    assert [case["band"] for case in seen["cases"]] == ["amber"]


async def test_play_tells_what_was_played_hour_by_hour(hall: Hall) -> None:
    ann = await person(hall, 10_000)
    answers = [await hall.bet(ann, stake=100) for _ in range(3)]
    made = datetime.fromisoformat(answers[0]["round"]["created_at"])
    made = made.replace(minute=0, second=0, microsecond=0)

    async with hall.begin() as tx:
        played = await hours_played(tx, made - timedelta(hours=2), made + timedelta(hours=2))

    hours = played[ann]
    assert sum(hour.bets for hour in hours) == 3
    assert sum(hour.wagered for hour in hours) == 300
    assert sum(hour.won for hour in hours) == sum(
        int(answer["round"]["payout"].replace(".", "")) for answer in answers
    )
    assert {hour.hour for hour in hours} <= {made, made + timedelta(hours=1)}


async def test_limits_and_time_outs_are_signs_too_and_a_self_exclusion_is_none(hall: Hall) -> None:
    ann = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")
    change = LimitChanged(
        member_id=ann, kind="deposit", period="day", currency="EUR", scale=2, units=1, before=2
    )
    await hear(hall, change, times=4)
    await hear(hall, MemberExcluded(member_id=ann, kind="self_exclusion", until=None), times=3)
    [case] = await cases(officer)
    assert [each["marker"] for each in case["findings"]] == ["limit_changes"]

    await hear(hall, MemberExcluded(member_id=ann, kind="time_out", until=hall.house.clock()), times=3)
    [case] = await cases(officer)
    assert {each["marker"] for each in case["findings"]} == {"limit_changes", "time_outs"}


async def test_another_house_sees_nothing_and_support_does_nothing(hall: Hall) -> None:
    ann = await person(hall)
    await hear(hall, cancelled(ann), times=2)
    officer = await hall.house.staff(hall.tenant, "compliance")
    [case] = await cases(officer)
    elsewhere = await hall.house.staff(await hall.house.open_tenant(), "owner")
    support = await hall.house.staff(hall.tenant, "support")

    assert (await elsewhere.get(f"{CASES}/{case['id']}")).status_code == 404
    assert (await elsewhere.post(f"{CASES}/{case['id']}/take")).status_code == 404
    assert await cases(elsewhere) == []
    assert (await support.get(CASES)).status_code == 403


async def test_the_work_list_shows_the_gravest_first_page_by_page(hall: Hall) -> None:
    officer = await hall.house.staff(hall.tenant, "compliance")
    people = [await person(hall) for _ in range(3)]
    for each in people:
        await hear(hall, cancelled(each), times=2)
    await hear(hall, paid(people[2], DepositEnded, status="failed", reason=""), times=4)

    seen: list[str] = []
    query: dict[str, str] = {"limit": "2"}
    while True:
        page = (await officer.get(CASES, params=query)).json()
        seen += [case["member_id"] for case in page["items"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]

    assert seen == [str(each) for each in (people[2], people[0], people[1])]
