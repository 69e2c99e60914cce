"""Sessions over HTTP against several processes: one head whatever the crowd, and ended means ended."""

import asyncio
import base64
import hashlib
import time

import httpx

from tests.whole_house import DEMO_PASSWORD, WholeHouse

API = "/api/player/v1"
CROWD = 50


def browser(house: WholeHouse, *, agent: str = "browser") -> httpx.AsyncClient:
    headers = {"x-tenant": "lucky", "user-agent": agent}
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{house.port}", headers=headers)


async def sign_in(client: httpx.AsyncClient) -> str:
    """Signs in and answers the refresh token; the client carries the access token."""
    body = {"email": "player@lucky.test", "password": DEMO_PASSWORD}
    answer = await client.post(f"{API}/auth/login", json=body)
    assert answer.status_code == 200, answer.text
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    return client.cookies["stakehouse-lucky"]


async def refresh(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(f"{API}/auth/refresh", headers={"cookie": f"stakehouse-lucky={token}"})


async def heads(house: WholeHouse, token: str) -> list[int]:
    """The generations of a token's family that were not used yet."""
    digest = hashlib.sha256(base64.urlsafe_b64decode(token + "=")).digest()
    rows = await house.rows(
        "SELECT generation FROM refresh_tokens WHERE used_at IS NULL AND session_id = "
        "(SELECT session_id FROM refresh_tokens WHERE digest = $1)",
        digest,
    )
    return [row["generation"] for row in rows]


async def test_fifty_parallel_refreshes_leave_one_head_and_a_spent_token_ends_the_family(
    whole_house: WholeHouse,
) -> None:
    async with browser(whole_house) as client, browser(whole_house, agent="thief") as thief:
        token = await sign_in(client)
        client.cookies.clear()
        answers = await asyncio.gather(*(refresh(client, token) for _ in range(CROWD)))

        assert {answer.status_code for answer in answers} <= {200, 401}
        successors = {answer.cookies["stakehouse-lucky"] for answer in answers if answer.status_code == 200}
        assert len(successors) == 1
        assert await heads(whole_house, token) == [2]

        client.cookies.clear()
        assert (await refresh(thief, token)).status_code == 401
        assert (await refresh(client, successors.pop())).status_code == 401


async def test_an_ended_session_is_refused_in_every_process_within_a_second(whole_house: WholeHouse) -> None:
    assert len(whole_house.api_workers()) > 1
    async with browser(whole_house) as owner, browser(whole_house, agent="phone") as phone:
        await sign_in(owner)
        await sign_in(phone)
        listed = (await owner.get(f"{API}/sessions")).json()["items"]
        ended = next(item["id"] for item in listed if item["device"] == "phone")

        async def asked() -> set[int]:
            answers = await asyncio.gather(*(phone.get(f"{API}/me") for _ in range(CROWD)))
            return {answer.status_code for answer in answers}

        assert await asked() == {200}
        assert (await owner.delete(f"{API}/sessions/{ended}")).status_code == 204
        since = time.monotonic()
        while await asked() != {401}:
            assert time.monotonic() - since < 1
        assert (await owner.get(f"{API}/me")).status_code == 200
