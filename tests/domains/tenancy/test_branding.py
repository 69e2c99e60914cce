"""How a tenant looks: colours that can be read, logos drawn anew, history and the way back."""

from io import BytesIO
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.domains.tenancy.rules import colours
from tests.houses import House

SETTING = "/api/staff/v1/settings/branding"
LOGO = "/api/staff/v1/branding/logo"


def picture(kind: str = "PNG", size: tuple[int, int] = (800, 400), **more: Any) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (200, 30, 60)).save(target, kind, **more)
    return target.getvalue()


async def change(owner: httpx.AsyncClient, **fields: Any) -> httpx.Response:
    now = (await owner.get(SETTING)).json()
    body = {"version": now["version"], "value": now["value"] | fields, "reason": "a new look"}
    return await owner.put(SETTING, json=body)


@given(hue=st.integers(0, 359), chroma=st.decimals(0, "0.37", places=3))
def test_text_on_every_colour_can_be_read(hue: int, chroma: Any) -> None:
    look = colours.look(hue, str(chroma))

    assert look.is_readable
    assert 0 <= float(look.chroma) <= float(chroma)
    assert look.is_weaker is (float(look.chroma) < float(chroma))


@pytest.mark.parametrize(
    ("picked", "hue"), [("#ff0000", 29), ("#00ff00", 142), ("#0000ff", 264), ("#ffff00", 110)]
)
def test_a_picked_colour_has_the_hue_of_the_published_ones(picked: str, hue: int) -> None:
    assert colours.from_hex(picked)[0] == hue


async def test_a_new_look_is_on_every_face_at_once_and_can_be_taken_back(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.staff(tenant, "owner")
    first = (await owner.get(SETTING)).json()

    changed = await change(owner, name="Luckier", hue=20, chroma="0.1")
    page = await house.client(tenant).get("/api/player/v1/tenant")
    back = await change(owner, **first["value"])
    history = (await owner.get(f"{SETTING}/history")).json()["items"]

    assert (first["version"], first["value"]["name"], first["value"]["hue"]) == (0, "Lucky", 150)
    assert changed.status_code == 200
    assert page.json()["branding"] == {
        "name": "Luckier",
        "hue": 20,
        "chroma": "0.1",
        "radius": 12,
        "logo": "",
    }
    assert back.json()["value"] | {"chroma": "0.16"} == first["value"]
    assert [entry["version"] for entry in history] == [2, 1]


async def test_a_colour_no_screen_shows_is_kept_as_strong_as_screens_can(
    house: House, tenant: TenantProfile
) -> None:
    owner = await house.staff(tenant, "owner")

    tried = (await owner.post("/api/staff/v1/branding/colour", json={"colour": "#ffff00"})).json()
    changed = await change(owner, hue=110, chroma="0.37")

    assert tried["is_weaker"] is True
    assert tried["is_readable"] is True
    assert "no screen shows" in tried["explanation"]
    assert float(changed.json()["value"]["chroma"]) < 0.2


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_logo_is_drawn_anew_and_served_to_everybody(
    house: House, tenant: TenantProfile, kind: str
) -> None:
    owner = await house.staff(tenant, "owner")
    hidden = b"<script>alert(1)</script>"

    logo = (await owner.post(LOGO, content=picture(kind) + hidden)).json()["logo"]
    await change(owner, logo=logo)
    shown = await house.client(tenant).get(f"/api/player/v1/tenant/logo/{logo}")

    with Image.open(BytesIO(shown.content)) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (512, 256))
    assert hidden not in shown.content
    assert shown.headers["content-type"] == "image/png"
    assert shown.headers["x-content-type-options"] == "nosniff"
    elsewhere = await house.client(await house.open_tenant()).get(f"/api/player/v1/tenant/logo/{logo}")
    assert elsewhere.status_code == 404


async def test_a_picture_names_its_house_in_its_address(house: House, tenant: TenantProfile) -> None:
    owner = await house.staff(tenant, "owner")
    logo = (await owner.post(LOGO, content=picture("PNG"))).json()["logo"]
    other = await house.open_tenant()
    address = f"/api/player/v1/tenant/logo/{logo}"
    page = house.client(tenant)
    del page.headers["x-tenant"]

    found = await page.get(address, params={"tenant": tenant.slug})
    unnamed = await page.get(address)
    of_another = await page.get(address, params={"tenant": other.slug})
    crooked = await page.get(address, params={"tenant": "../lucky"})

    assert found.status_code == 200
    assert (unnamed.status_code, unnamed.json()["code"]) == (404, "tenant_not_found")
    assert (of_another.status_code, of_another.json()["code"]) == (404, "logo_not_found")
    assert (crooked.status_code, crooked.json()["code"]) == (404, "tenant_not_found")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + b"\0" * 100,
        picture()[:200],
        picture(size=(5_000, 5_000)),
        b"\0" * (2 * 1024 * 1024 + 1),
    ],
    ids=["nothing", "text", "svg", "gif", "cut", "pixels", "bytes"],
)
async def test_what_is_no_picture_is_refused(house: House, tenant: TenantProfile, content: bytes) -> None:
    answer = await (await house.staff(tenant, "owner")).post(LOGO, content=content)

    assert (answer.status_code, answer.json()["code"]) == (422, "logo_refused")
    assert await house.rows("SELECT 1 FROM tenant_logos WHERE tenant_id = $1", tenant.id) == []


async def test_a_logo_that_nobody_uploaded_is_refused(house: House, tenant: TenantProfile) -> None:
    answer = await change(await house.staff(tenant, "owner"), logo="0" * 64)

    assert (answer.status_code, answer.json()["code"]) == (422, "logo_refused")
