"""Defects of games that were seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

from typing import Any

import httpx
import pytest

from stakehouse.kernel.ids import new_id
from tests.halls import PLAYER, Hall, lay, seat

TILES = 25


async def step(client: httpx.AsyncClient, round_id: str, **body: Any) -> httpx.Response:
    return await client.post(
        f"{PLAYER}/rounds/{round_id}/steps", json=body, headers={"idempotency-key": str(new_id())}
    )


async def one_safe_tile(client: httpx.AsyncClient) -> dict[str, Any]:
    """A round of mines with one mine in which one tile was opened and it goes on."""
    for tile in range(TILES):
        opened = (await lay(client, game="mines", choices={"mines": 1})).json()["round"]
        after: dict[str, Any] = (
            await step(client, opened["id"], action="reveal", choices={"tile": tile})
        ).json()["round"]
        if after["status"] == "open":
            return after
    raise AssertionError("every first tile was the mine")


@pytest.mark.requirement("36")
@pytest.mark.parametrize(
    "lie",
    [
        {"choices": {"picks": 20}},
        {"choices": {"revealed": 20}},
        {"choices": {"tiles": list(range(20))}},
        {"choices": {"multiplier": "1000"}},
        {"choices": {}, "picks": 20},
        {"choices": {}, "payout": "1000.00"},
    ],
    ids=str,
)
async def test_how_many_tiles_were_safe_is_not_the_clients_to_say(hall: Hall, lie: dict[str, Any]) -> None:
    client, _ = await seat(hall)
    played = await one_safe_tile(client)

    refused = await step(client, played["id"], action="cash_out", **lie)
    paid = await step(client, played["id"], action="cash_out", choices={})

    assert refused.status_code == 422, refused.text
    assert (paid.status_code, paid.json()["round"]["payout"]) == (200, "1.03")  # 0.99 × 25 / 24
    assert await hall.findings() == []


@pytest.mark.parametrize("mines", [0, TILES, -1, 10**30, "3", 1.5, True, None, [3], {"a": 3}], ids=repr)
async def test_a_board_that_cannot_be_is_refused_and_nothing_moves(hall: Hall, mines: object) -> None:
    client, member = await seat(hall)

    answer = await lay(client, game="mines", choices={"mines": mines})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_choices")
    assert await hall.holds(member) == 10_000
    assert await hall.count("rounds") == 0


@pytest.mark.parametrize("tile", [-1, TILES, 10**30, "0", 0.0, True, None, [0]], ids=repr)
async def test_a_tile_that_is_not_on_the_board_is_refused(hall: Hall, tile: object) -> None:
    client, _ = await seat(hall)
    opened = (await lay(client, game="mines", choices={"mines": 1})).json()["round"]

    answer = await step(client, opened["id"], action="reveal", choices={"tile": tile})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_choices")
    seen = (await client.get(f"{PLAYER}/rounds/{opened['id']}")).json()
    assert (seen["status"], seen["steps"]) == ("open", [])


async def test_a_tile_is_opened_once(hall: Hall) -> None:
    client, _ = await seat(hall)
    played = await one_safe_tile(client)
    tile = played["steps"][0]["choices"]["tile"]

    again = await step(client, played["id"], action="reveal", choices={"tile": tile})

    assert (again.status_code, again.json()["code"]) == (422, "invalid_choices")


@pytest.mark.parametrize("mines", [1, 2, 22, 23, 24])
async def test_a_board_can_be_opened_to_its_last_tile(hall: Hall, mines: int) -> None:
    client, _ = await seat(hall)
    played = (await lay(client, game="mines", choices={"mines": mines})).json()["round"]

    for tile in range(TILES):
        answer = await step(client, played["id"], action="reveal", choices={"tile": tile})
        assert answer.status_code == 200, answer.text
        played = answer.json()["round"]
        if played["status"] == "settled":
            break

    assert played["status"] == "settled"
    assert await hall.findings() == []
