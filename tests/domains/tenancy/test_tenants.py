"""Tenants in public, and their settings."""

from typing import ClassVar

import pytest
from pydantic import Field

from stakehouse.domains import tenancy
from stakehouse.domains.identity import SignInLimits
from stakehouse.domains.tenancy import SettingChangedMeanwhile, Settings, TenantProfile
from stakehouse.kernel.ids import new_id
from tests.houses import House

SETTINGS = "/api/staff/v1/settings"


class Colours(Settings):
    category: ClassVar[str] = "colours"
    title: ClassVar[str] = "Colours"

    hue: int = Field(default=10, ge=0, le=359)
    is_dark: bool = False


async def test_a_tenant_shows_what_its_pages_need(house: House, tenant: TenantProfile) -> None:
    answer = await house.client(tenant).get("/api/player/v1/tenant")

    assert answer.status_code == 200
    assert answer.json() == {
        "slug": tenant.slug,
        "name": "Lucky",
        "currencies": [
            {"code": "EUR", "scale": 2, "kind": "fiat"},
            {"code": "USD", "scale": 2, "kind": "fiat"},
        ],
        "default_currency": "EUR",
        "languages": ["en", "ru", "id"],
        "features": {"gaming": True, "loyalty": False},
        "branding": {"name": "Lucky", "hue": 150, "chroma": "0.16", "radius": 12, "logo": ""},
        "minimum_age": 18,
        "blocked_countries": ["US"],
        "support_email": "help@lucky.test",
    }


async def test_without_a_tenant_there_is_nothing(house: House, tenant: TenantProfile) -> None:
    for slug in ("nobody", "", "LUCKY' OR 1=1", "ä"):
        answer = await house.client(tenant).get(
            "/api/player/v1/tenant", headers=[(b"x-tenant", slug.encode())]
        )
        assert (answer.status_code, answer.json()["code"]) == (404, "tenant_not_found")


async def test_a_setting_has_its_defaults_until_it_is_changed(house: House, tenant: TenantProfile) -> None:
    async with house.begin(tenant) as tx:
        assert await tenancy.setting(tx, Colours) == Colours()
        version = await tenancy.change_setting(tx, Colours(hue=20), after=0, reason="a new look")
    await house.api.gate.heard({tenancy.CHANNEL})

    async with house.begin(tenant) as tx:
        assert await tenancy.setting(tx, Colours) == Colours(hue=20)
        history = await tenancy.setting_history(tx, "colours")
    assert version == 1
    assert [(entry.version, entry.value, entry.reason) for entry in history] == [
        (1, {"hue": 20, "is_dark": False}, "a new look")
    ]


async def test_two_who_change_the_same_version_do_not_overwrite_each_other(
    house: House, tenant: TenantProfile
) -> None:
    async with house.begin(tenant) as tx:
        await tenancy.change_setting(tx, Colours(hue=20), after=0, reason="first")

    with pytest.raises(SettingChangedMeanwhile):
        async with house.begin(tenant) as tx:
            await tenancy.change_setting(tx, Colours(hue=30), after=0, reason="second")


async def test_settings_of_one_tenant_are_not_anothers(house: House, tenant: TenantProfile) -> None:
    other = await house.open_tenant()
    async with house.begin(tenant) as tx:
        await tenancy.change_setting(tx, Colours(hue=20), after=0, reason="ours")

    async with house.begin(other) as tx:
        assert await tenancy.setting(tx, Colours) == Colours()
        assert await tenancy.setting_history(tx, "colours") == []


async def test_a_field_added_later_has_its_default_and_a_removed_one_is_passed_over(
    house: House, tenant: TenantProfile
) -> None:
    await house.rows(
        "INSERT INTO tenant_settings VALUES ($1, 'colours', '{\"hue\": 5, \"gone\": 1}', 1, now())", tenant.id
    )

    async with house.begin(tenant) as tx:
        assert await tenancy.setting(tx, Colours) == Colours(hue=5)


async def test_staff_changes_a_setting_and_it_acts_at_once(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    before = (await owner.get(f"{SETTINGS}/sign_in")).json()
    value = before["value"] | {"attempts_per_address": 3}

    changed = await owner.put(
        f"{SETTINGS}/sign_in", json={"version": before["version"], "value": value, "reason": "too many bots"}
    )
    stale = await owner.put(
        f"{SETTINGS}/sign_in", json={"version": before["version"], "value": value, "reason": "once more"}
    )
    attempts = [
        await house.client(tenant, address="203.0.113.200").post(
            "/api/player/v1/auth/login", json={"email": f"{new_id().hex}@example.com", "password": "guess"}
        )
        for _ in range(4)
    ]

    assert (changed.status_code, changed.json()["version"]) == (200, before["version"] + 1)
    assert changed.json()["value"]["attempts_per_address"] == 3
    assert (stale.status_code, stale.json()["code"]) == (409, "setting_changed_meanwhile")
    assert [attempt.status_code for attempt in attempts] == [401, 401, 401, 429]
    history = (await owner.get(f"{SETTINGS}/sign_in/history")).json()["items"]
    assert history[0]["reason"] == "too many bots"
    trail = await house.rows(
        "SELECT before::text, after::text FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'setting.changed' ORDER BY id DESC LIMIT 1",
        tenant.id,
    )
    assert tuple(trail[0]) == ('{"attempts_per_address": 100000}', '{"attempts_per_address": 3}')


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"attempts_per_address": 0}, "value.attempts_per_address"),
        ({"attempts_per_address": "many"}, "value.attempts_per_address"),
        ({"unknown": 1}, "value.unknown"),
    ],
)
async def test_a_setting_out_of_shape_is_refused(
    house: House, tenant: TenantProfile, change: dict[str, object], field: str
) -> None:
    owner = await house.staff(tenant, "owner")
    body = {"version": 1, "value": SignInLimits().model_dump() | change, "reason": "a try"}

    refused = await owner.put(f"{SETTINGS}/sign_in", json=body)

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == field


async def test_unknown_settings_do_not_exist(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")

    assert (await owner.get(f"{SETTINGS}/nothing")).status_code == 404
    assert "sign_in" in {item["category"] for item in (await owner.get(SETTINGS)).json()["items"]}
