"""Passkeys: made, used as the second and as the only factor, copied, taken away."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import new_id
from tests.authenticator import Authenticator
from tests.houses import PASSWORD, House, sign_in

PLAYER = "/api/player/v1"
SECURITY = f"{PLAYER}/security"


class Place:
    """A tenant with a host name, and a member who reaches it there."""

    def __init__(self, house: House, tenant: TenantProfile, host: str, email: str) -> None:
        self.house, self.tenant, self.host, self.email = house, tenant, host, email
        self.device = Authenticator(f"http://{host}", credential_id=new_id().bytes)

    def browser(self) -> httpx.AsyncClient:
        client = self.house.client(self.tenant)
        client.base_url = httpx.URL(f"http://{self.host}")
        return client

    async def signed_in(self) -> httpx.AsyncClient:
        client = self.browser()
        await sign_in(client, "player", self.email)
        return client

    async def make(self, client: httpx.AsyncClient, **changes: Any) -> httpx.Response:
        asked = (await client.post(f"{SECURITY}/passkeys/options")).json()
        made = self.device.make(asked["passkey"])
        body = {"challenge": asked["challenge"], "name": "Telephone", "passkey": made, **changes}
        return await client.post(f"{SECURITY}/passkeys", json=body)

    async def first_step(self) -> tuple[httpx.AsyncClient, dict[str, Any]]:
        client = self.browser()
        login = await client.post(f"{PLAYER}/auth/login", json={"email": self.email, "password": PASSWORD})
        return client, login.json()["second_factor"]

    async def alone(self, *, device: Authenticator | None = None) -> httpx.Response:
        """Signs in with nothing but the passkey."""
        client = self.browser()
        asked = (await client.post(f"{PLAYER}/auth/passkey/options")).json()
        signed = (device or self.device).sign(asked["passkey"])
        return await client.post(
            f"{PLAYER}/auth/passkey", json={"challenge": asked["challenge"], "passkey": signed}
        )


@pytest.fixture
async def place(house: House) -> Place:
    host = f"h{new_id().hex[-12:]}.localhost"
    tenant = await house.open_tenant(hosts=(host,))
    email = f"ann.{new_id().hex[-12:]}@example.com"
    await house.add_member(tenant, email, f"ann_{new_id().hex[-8:]}")
    return Place(house, tenant, host, email)


async def test_a_passkey_is_the_second_factor(place: Place) -> None:
    client = await place.signed_in()
    made = await place.make(client)
    assert made.status_code == 201, made.text
    assert len(made.json()["recovery_codes"]) == 10
    browser, challenge = await place.first_step()
    assert challenge["methods"] == ["passkey", "recovery_code"]
    assert challenge["passkey"]["rpId"] == place.host
    assert len(challenge["passkey"]["allowCredentials"]) == 1

    reply = {"challenge": challenge["challenge"], "method": "passkey"}
    signed = place.device.sign(challenge["passkey"])
    done = await browser.post(f"{PLAYER}/auth/second-factor", json={**reply, "passkey": signed})

    assert done.status_code == 200
    again = await browser.post(f"{PLAYER}/auth/second-factor", json={**reply, "passkey": signed})
    assert again.json()["code"] == "challenge_over"


async def test_a_passkey_alone_signs_in_and_counts_for_step_up(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)

    done = await place.alone()

    assert done.status_code == 200
    client.headers["authorization"] = f"Bearer {done.json()['access_token']}"
    renewed = await client.post(f"{SECURITY}/recovery-codes")
    assert renewed.status_code == 200


async def test_alone_it_must_have_checked_its_owner(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)
    place.device.is_verified = False

    refused = await place.alone()
    browser, challenge = await place.first_step()
    signed = place.device.sign(challenge["passkey"])
    reply = {"challenge": challenge["challenge"], "method": "passkey", "passkey": signed}
    second = await browser.post(f"{PLAYER}/auth/second-factor", json=reply)

    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_code")
    assert second.status_code == 200, "after the password its presence is enough"


async def test_a_counter_that_goes_back_ends_the_trust(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)
    assert (await place.alone()).status_code == 200
    place.device.counter = 0

    copied = await place.alone()
    place.device.counter = 50
    later = await place.alone()

    assert (copied.status_code, later.status_code) == (422, 422)
    assert not (await client.get(SECURITY)).json()["passkeys"][0]["is_trusted"]
    assert "no longer trusted" in (await place.house.mails_to(place.email))[0].subject


async def test_a_forged_counter_without_the_key_ends_nobodys_trust(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)
    place.device.counter = 5
    assert (await place.alone()).status_code == 200
    thief = Authenticator(place.device.origin, credential_id=place.device.credential_id)

    forged = await place.alone(device=thief)

    assert forged.status_code == 422
    assert (await client.get(SECURITY)).json()["passkeys"][0]["is_trusted"]
    assert (await place.alone()).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.localhost", "https://other.example", ""])
async def test_another_sites_answer_is_refused(place: Place, origin: str) -> None:
    client = await place.signed_in()
    await place.make(client)
    place.device.origin = origin

    assert (await place.alone()).status_code == 422


async def test_a_passkey_has_five_minutes(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)
    browser, challenge = await place.first_step()
    place.house.clock.forward(timedelta(minutes=5))

    signed = place.device.sign(challenge["passkey"])
    reply = {"challenge": challenge["challenge"], "method": "passkey", "passkey": signed}

    assert (await browser.post(f"{PLAYER}/auth/second-factor", json=reply)).status_code == 422


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": 5},
        {"id": "é"},
        {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}},
        {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": [1]}},
    ],
)
async def test_an_answer_that_is_none_is_refused(place: Place, answer: dict[str, Any]) -> None:
    client = await place.signed_in()
    made = await place.make(client, passkey=answer)
    browser = place.browser()
    asked = (await browser.post(f"{PLAYER}/auth/passkey/options")).json()

    alone = await browser.post(
        f"{PLAYER}/auth/passkey", json={"challenge": asked["challenge"], "passkey": answer}
    )

    assert (made.status_code, alone.status_code) == (422, 422)


async def test_passkeys_are_renamed_and_removed_by_their_owner_only(place: Place) -> None:
    client = await place.signed_in()
    await place.make(client)
    other = await place.house.player(place.tenant)
    mine = (await client.get(SECURITY)).json()["passkeys"][0]["id"]

    foreign = await other.patch(f"{SECURITY}/passkeys/{mine}", json={"name": "Stolen"})
    foreign_removal = await other.delete(f"{SECURITY}/passkeys/{mine}")
    renamed = await client.patch(f"{SECURITY}/passkeys/{mine}", json={"name": "  New telephone "})
    shown = (await client.get(SECURITY)).json()["passkeys"][0]["name"]
    removed = await client.delete(f"{SECURITY}/passkeys/{mine}")

    assert (foreign.status_code, foreign_removal.status_code) == (404, 404)
    assert (renamed.status_code, shown) == (204, "New telephone")
    assert removed.status_code == 204
    assert (await place.alone()).status_code == 422


async def test_a_house_reached_by_its_address_takes_no_passkeys(house: House) -> None:
    client = await house.player(await house.open_tenant())

    refused = await client.post(f"{SECURITY}/passkeys/options")

    assert (refused.status_code, refused.json()["code"]) == (422, "method_unavailable")
    assert not (await client.get(SECURITY)).json()["takes_passkeys"]
