"""The register of significant events: what it hears, what people enter, who reads it."""

from typing import Any

import asyncpg
import httpx
import pytest

from stakehouse.domains import tenancy
from stakehouse.domains.compliance import SignificanceSettings
from stakehouse.domains.compliance.rules.significant import (
    BY_HAND,
    FACTS,
    EventKind,
    LargeAmounts,
    least_units,
)
from stakehouse.domains.play import Catalogue
from stakehouse.events.compliance import AdjustmentBooked, MemberExcluded
from stakehouse.events.identity import RefreshTokenReused
from stakehouse.events.play import JackpotWon
from stakehouse.events.tenancy import SettingChanged
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.test_harm import hear, paid, person
from tests.halls import Hall

REGISTER = "/api/staff/v1/significant-events"

pytestmark = pytest.mark.requirement("67")


async def register(officer: httpx.AsyncClient, **query: str) -> list[dict[str, Any]]:
    answer = await officer.get(REGISTER, params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def test_the_kinds_are_the_seventeen_of_the_standard() -> None:
    assert "".join(kind.letter for kind in EventKind) == "abcdefghijklmnopq"
    assert all(issubclass(fact, object) for fact in FACTS)


def test_thresholds_are_exact_in_every_currency() -> None:
    assert least_units("10.50", 2) == 1050
    assert least_units("10.50", 0) == 11
    assert least_units("0.00000001", 8) == 1


async def test_facts_become_entries_and_small_ones_do_not(hall: Hall) -> None:
    ann = await person(hall)
    officer = await hall.house.staff(hall.tenant, "compliance")

    await hear(hall, paid(ann))  # 50.00 EUR
    assert await register(officer) == []

    await hear(
        hall,
        AdjustmentBooked(
            adjustment_id=new_id(),
            member_id=ann,
            account="main",
            currency="EUR",
            scale=2,
            units=-700,
            balance_after=-200,
        ),
    )
    await hear(
        hall,
        JackpotWon(jackpot_id=new_id(), round_id=new_id(), member_id=ann, currency="EUR", amount=123_456),
    )
    await hear(hall, MemberExcluded(member_id=ann, kind="self_exclusion", until=None))
    await hear(hall, RefreshTokenReused(user_id=new_id(), session_id=new_id(), address="192.0.2.1"))

    entries = {entry["summary"]: entry for entry in await register(officer)}
    adjusted = entries["A balance was adjusted by -7.00 EUR and is negative."]
    assert (adjusted["letter"], adjusted["before"], adjusted["after"]) == (
        "n",
        {"balance": "5.00 EUR"},
        {"balance": "-2.00 EUR"},
    )
    assert entries["A jackpot of 1234.56 EUR was won."]["kind"] == "large_win"
    assert entries["A member is kept out for good (self-exclusion)."]["member_id"] == str(ann)
    assert entries["A spent token came back: two held it, and its session was ended."]["letter"] == "b"
    assert len(entries) == 4


async def test_what_is_large_is_the_tenants_to_say_and_rounds_tell_it(hall: Hall) -> None:
    large = SignificanceSettings(amounts=LargeAmounts(wager="5.00", win="9.99"))
    async with hall.begin() as tx:
        await tenancy.change_setting(tx, large, after=0, reason="a small house")
    tenancy.forget()
    hall.offer = await Catalogue(hall.house.api.edge.database).offer(hall.tenant.id)
    ann = await person(hall, 100_000)

    await hall.bet(ann, stake=499)
    assert await told(hall) == []
    answer = await hall.bet(ann, stake=500)

    won = answer["round"]["payout"] != "0.00"
    assert await told(hall) == ["round.large_wager"] + ["round.large_win"] * won


async def told(hall: Hall) -> list[str]:
    rows = await hall.house.rows(
        "SELECT name FROM outbox WHERE tenant_id = $1 AND name LIKE 'round.large%' ORDER BY seq",
        hall.tenant.id,
    )
    return [row["name"] for row in rows]


async def test_a_changed_parameter_is_registered_with_before_and_after(hall: Hall) -> None:
    owner = await hall.house.staff(hall.tenant, "owner")
    path = "/api/staff/v1/settings/games"
    known = (await owner.get(path)).json()
    value = known["value"] | {"return_min_bp": 9000}
    changed = await owner.put(path, json={"version": 0, "value": value, "reason": "a higher floor"})
    assert changed.status_code == 200, changed.text

    await hear(hall, SettingChanged(tenant_id=hall.tenant.id, category="games", setting_version=1))

    [entry] = await register(owner, kind="game_parameters")
    assert entry["after"]["return_min_bp"] == 9000
    assert entry["summary"].startswith("The settings games were changed")


async def test_people_enter_what_the_house_cannot_know_and_nothing_else(hall: Hall) -> None:
    officer = await hall.house.staff(hall.tenant, "compliance")
    now = hall.house.clock()
    body = {
        "kind": "time",
        "at": now.isoformat(),
        "summary": "The master clock was set back by two seconds.",
        "facts": {"drift_ms": "2000"},
    }

    entered = await officer.post(REGISTER, json=body)
    own = await officer.post(REGISTER, json=body | {"kind": "large_win"})
    future = await officer.post(REGISTER, json=body | {"at": "2199-01-01T00:00:00Z"})
    support = await (await hall.house.staff(hall.tenant, "support")).post(REGISTER, json=body)

    assert entered.status_code == 201, entered.text
    assert (entered.json()["letter"], entered.json()["facts"]) == ("j", {"drift_ms": "2000"})
    assert (own.status_code, own.json()["code"]) == (422, "not_entered_by_hand")
    assert (future.status_code, future.json()["code"]) == (422, "invalid_moment")
    assert support.status_code == 403
    assert len(await register(officer)) == 1
    kinds = (await officer.get(f"{REGISTER}/kinds")).json()["items"]
    assert {kind["kind"] for kind in kinds if kind["is_entered_by_hand"]} == {kind.value for kind in BY_HAND}


async def test_the_register_is_filtered_exported_and_never_changed(hall: Hall) -> None:
    officer = await hall.house.staff(hall.tenant, "compliance")
    for summary in ("=1+1 was typed into a form.", "The library was published anew."):
        await officer.post(
            REGISTER,
            json={"kind": "other", "at": hall.house.clock().isoformat(), "summary": summary},
        )
    elsewhere = await hall.house.staff(await hall.house.open_tenant(), "owner")

    page = (await officer.get(REGISTER, params={"limit": "1"})).json()
    rest = (await officer.get(REGISTER, params={"limit": "1", "cursor": page["next"]})).json()
    export = await officer.get(f"{REGISTER}/export")

    assert [entry["summary"] for entry in page["items"] + rest["items"]] == [
        "The library was published anew.",
        "=1+1 was typed into a form.",
    ]
    assert rest["next"] is None
    assert await register(officer, kind="time") == []
    assert await register(officer, to="2020-01-01T00:00:00Z") == []
    assert await register(elsewhere) == []
    lines = export.text.splitlines()
    assert lines[0].startswith("at,recorded_at,recorded_by,letter,kind")
    assert ",'=1+1 was typed into a form.," in lines[2]
    with pytest.raises(asyncpg.PostgresError, match="never changed"):
        await hall.house.change("UPDATE significant_events SET summary = 'nothing'")
