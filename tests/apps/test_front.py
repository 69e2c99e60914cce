"""The one door: ids, limits, the last resort, and what is logged."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta

import httpx
import pytest
import structlog
from starlette.types import ASGIApp, Receive, Scope, Send
from structlog.testing import capture_logs

from stakehouse.apps.faces.front import FAST_LOGGED_ONE_IN, Front, answer
from stakehouse.infra.rate_limit import LocalLimiter, Rate
from stakehouse.infra.web.fast import Answered, FastRequest

BUDGET = Rate(burst=10, period=timedelta(seconds=10))


async def ready() -> Mapping[str, bool]:
    return {"part": True}


async def fast(_request: FastRequest) -> Answered:
    return 201, [], b"{}"


async def web(_scope: Scope, _receive: Receive, send: Send) -> None:
    await answer(send, 200, b"page")


async def limited(scope: Scope, _receive: Receive, send: Send) -> None:
    scope["state"]["rate_limit"] = LocalLimiter(nanoseconds=lambda: 0).count("key", BUDGET)
    structlog.get_logger().info("spoke")
    await answer(send, 200, b"{}")


async def falling(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RuntimeError("a secret of the house")


async def falling_late(_scope: Scope, _receive: Receive, send: Send) -> None:
    await answer(send, 503, b"{}")
    raise RuntimeError("told already")


MOUNTS: dict[str, ASGIApp] = {
    "/api/player/v1/limited": limited,
    "/api/player/v1/falling": falling,
    "/api/staff/v1": falling_late,
}


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    front = Front(fast={("POST", "/api/player/v1/bets"): fast}, mounts=MOUNTS, ready=ready, web=web)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(front), base_url="http://house.test"
    ) as client:
        yield client


async def test_the_client_is_told_its_request_id_and_what_is_left_of_its_budget(
    client: httpx.AsyncClient,
) -> None:
    response = await client.get("/api/player/v1/limited")

    assert response.headers["x-request-id"]
    assert response.headers["ratelimit-limit"] == "10"
    assert response.headers["ratelimit-remaining"] == "9"
    assert response.headers["ratelimit-reset"] == "1"


async def test_what_nobody_caught_is_answered_without_its_cause(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        response = await client.get("/api/player/v1/falling")

    assert response.status_code == 500
    assert response.json()["code"] == "internal_error"
    assert response.json()["instance"] == f"urn:request:{response.headers['x-request-id']}"
    assert "secret" not in response.text
    assert [log["event"] for log in logs] == ["request.failed", "request.answered"]


async def test_what_a_face_answered_itself_is_not_answered_twice(client: httpx.AsyncClient) -> None:
    response = await client.get("/api/staff/v1/x")

    assert (response.status_code, response.content) == (503, b"{}")


async def test_requests_of_the_slow_way_are_logged_and_of_bets_one_in_many(
    client: httpx.AsyncClient,
) -> None:
    with capture_logs() as logs:
        await client.get("/api/player/v1/limited?code=hush")
        for _ in range(FAST_LOGGED_ONE_IN):
            await client.post("/api/player/v1/bets")
        await client.get("/health/live")

    assert all("request_id" in log for log in logs if log.get("path", "").endswith("bets"))
    answered = [log for log in logs if log["event"] == "request.answered"]
    assert [(log["path"], log["status"]) for log in answered] == [
        ("/api/player/v1/limited", 200),
        ("/api/player/v1/bets", 201),
    ]


async def test_lines_on_the_way_carry_the_request_id(client: httpx.AsyncClient) -> None:
    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
        response = await client.get("/api/player/v1/limited")

    assert {log["request_id"] for log in logs} == {response.headers["x-request-id"]}
