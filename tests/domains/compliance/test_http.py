"""Compliance over HTTP: the contract's shapes, codes and guards."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from stakehouse.domains import compliance
from stakehouse.domains.compliance.http import player, staff
from stakehouse.infra.web import problems
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.conftest import Scene, after, the_member
from tests.domains.compliance.conftest import staff as staff_actor
from tests.domains.compliance.doors import Door, open_door


@pytest.fixture
async def door(scene: Scene) -> AsyncIterator[Door]:
    actors = {
        "ann": the_member(scene),
        "officer": staff_actor("officer@lucky.test", "members:view"),
        "analyst": staff_actor("analyst@lucky.test", "reports:view"),
    }
    async with open_door(scene, actors, {"/player": player.router, "/staff": staff.router}) as made:
        yield made


async def test_the_limits_of_the_contract(door: Door) -> None:
    put = await door.ask("PUT", "/player/limits/wager/day", {"amount": "50.00", "currency": "EUR"})
    raised = await door.ask("PUT", "/player/limits/wager/day", {"amount": None})
    items = (await door.ask("GET", "/player/limits")).json()["items"]

    assert put.status_code == 200
    assert put.json() == {
        "kind": "wager",
        "period": "day",
        "currency": "EUR",
        "value": "50.00",
        "used": "0.00",
        "pending_value": None,
        "pending_from": None,
        "pending_until": None,
        "is_of_house": False,
    }
    assert raised.json()["pending_from"] == "2026-11-21T12:00:00.000Z"
    assert raised.json()["pending_until"] == "2026-11-28T12:00:00.000Z"
    assert len(items) == 13
    assert raised.json() in items


@pytest.mark.requirement("R3")
async def test_a_raise_is_confirmed_or_called_off(door: Door) -> None:
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "50.00", "currency": "EUR"})
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "60.00", "currency": "EUR"})

    early = await door.ask("POST", "/player/limits/loss/month/confirm")
    called_off = await door.ask("DELETE", "/player/limits/loss/month/pending")
    none_left = await door.ask("POST", "/player/limits/loss/month/confirm?currency=EUR")
    await door.ask("PUT", "/player/limits/loss/month", {"amount": "60.00", "currency": "EUR"})
    door.now = after(days=1)
    late = await door.ask("POST", "/player/limits/loss/month/confirm")

    assert (early.status_code, early.json()["code"]) == (409, "cooling_off")
    assert (called_off.status_code, called_off.content) == (204, b"")
    assert (none_left.status_code, none_left.json()["code"]) == (409, "no_pending_change")
    assert (late.status_code, late.json()["value"]) == (200, "60.00")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("day", {}),
        ("day", {"amount": 50}),
        ("day", {"amount": "50.001", "currency": "EUR"}),
        ("day", {"amount": "-1", "currency": "EUR"}),
        ("day", {"amount": "1.00", "currency": "XYZ"}),
        ("day", {"amount": "1.00", "currency": "E\x00R"}),
        ("day", {"amount": "1.00", "currency": "EUR", "minutes": 5}),
        ("year", {"amount": "1.00", "currency": "EUR"}),
        ("day", None),
        ("day", []),
    ],
)
async def test_a_limit_that_makes_no_sense_is_refused(door: Door, path: str, body: Any) -> None:
    answer = await door.ask("PUT", f"/player/limits/wager/{path}", body)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert await door.scene.told() == []


async def test_a_time_out_and_what_is_in_force(door: Door) -> None:
    none = await door.ask("GET", "/player/exclusion")
    asked = await door.ask(
        "POST", "/player/exclusion", {"kind": "time_out", "until": "2026-11-27T14:00:00+02:00"}
    )
    shorter = await door.ask(
        "POST", "/player/exclusion", {"kind": "time_out", "until": "2026-11-22T12:00:00Z"}
    )
    seen = await door.ask("GET", f"/staff/members/{door.scene.member_id}/exclusion", as_="officer")

    assert none.json() == {"active": None}
    assert asked.json() == {
        "active": {
            "kind": "time_out",
            "from": "2026-11-20T12:00:00.000Z",
            "until": "2026-11-27T12:00:00.000Z",
            "everywhere": False,
            "returns_at": None,
        }
    }
    assert (shorter.status_code, shorter.json()["code"]) == (409, "already_excluded")
    assert seen.json() == asked.json()


@pytest.mark.parametrize("term", ["P6M", "P1Y", "P2Y", "P5Y", "forever"])
async def test_every_term_of_the_contract_is_taken(door: Door, term: str) -> None:
    answer = await door.ask("POST", "/player/exclusion", {"kind": "self_exclusion", "term": term})

    assert answer.status_code == 200
    assert (answer.json()["active"]["until"] is None) is (term == "forever")


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "time_out"},
        {"kind": "time_out", "until": 1_800_000_000},
        {"kind": "time_out", "until": "1800000000"},
        {"kind": "time_out", "until": "2026-11-27T12:00:00"},
        {"kind": "time_out", "until": "2027-11-27T12:00:00Z"},
        {"kind": "time_out", "until": "9999-12-31T23:59:59-14:00"},
        {"kind": "time_out", "until": "2026-11-27T12:00:00Z", "term": "P6M"},
        {"kind": "self_exclusion", "term": "P1D"},
        {"kind": "self_exclusion", "until": "2026-11-27T12:00:00Z"},
        {"kind": "holiday"},
        {},
    ],
)
async def test_an_exclusion_that_makes_no_sense_is_refused(door: Door, body: dict[str, Any]) -> None:
    answer = await door.ask("POST", "/player/exclusion", body)

    assert answer.status_code == 422
    assert await door.scene.told() == []


async def test_staff_see_a_members_limits_and_strangers_are_unknown(door: Door) -> None:
    known = await door.ask("GET", f"/staff/members/{door.scene.member_id}/limits", as_="officer")
    unknown = await door.ask("GET", f"/staff/members/{new_id()}/limits", as_="officer")

    assert len(known.json()["items"]) == 13
    assert (unknown.status_code, unknown.json()["code"]) == (404, "member_not_found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/staff/members/01a21e53-1deb-777a-97c4-b6c5c05804dc/limits"),
        ("GET", "/staff/members/01a21e53-1deb-777a-97c4-b6c5c05804dc/exclusion"),
    ],
)
async def test_staff_without_the_permission_stay_outside(door: Door, method: str, path: str) -> None:
    assert (await door.ask(method, path, as_="analyst")).status_code == 403
    assert (await door.ask(method, path, as_="nobody")).status_code == 401


async def test_a_door_that_is_shut_says_so(door: Door) -> None:
    async with door.scene.begin() as tx:
        await compliance.take_time_out(tx, door.scene.member_id, after(days=2))

    with pytest.raises(compliance.SignInExcluded) as refusal:
        async with door.scene.begin() as tx:
            await compliance.admit_sign_in(tx, door.scene.member_id)

    status, _, body = problems.refusal_answer(refusal.value)
    assert status == 423
    assert b'"code":"excluded"' in body
