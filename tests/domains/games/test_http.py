"""The games over HTTP: what players and staff read and send, and what they are refused."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from stakehouse.kernel.ids import new_id
from tests.halls import PLAYER, STAFF, Hall, lay, seat

PROBLEM = "application/problem+json"


async def get(client: httpx.AsyncClient, path: str, **query: Any) -> Any:
    answer = await client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert (answer.status_code, answer.json().get("code")) == (status, code), answer.text
    assert answer.headers["content-type"] == PROBLEM
    problem: dict[str, Any] = answer.json()
    return problem


async def test_a_bet_answers_as_the_contract_says(hall: Hall) -> None:
    client, _ = await seat(hall)

    answer = await lay(client)

    assert answer.status_code == 201
    body = answer.json()
    assert set(body) == {"round", "wallet"}
    assert set(body["wallet"]) == {"main", "bonus"}
    assert set(body["round"]) == {
        "id",
        "game",
        "currency",
        "stake",
        "payout",
        "multiplier",
        "choices",
        "outcome",
        "status",
        "fairness",
        "steps",
        "actions",
        "jackpot_wins",
        "created_at",
        "settled_at",
    }
    assert set(body["round"]["fairness"]) >= {"scheme", "server_seed_hash", "client_seed", "nonce"}
    wallet = await get(client, f"{PLAYER}/wallet")
    assert {"kind": "main", "currency": "EUR", "balance": body["wallet"]["main"]} in wallet["accounts"]


async def test_a_hundred_identical_requests_are_one_bet_and_one_body(hall: Hall) -> None:
    client, _ = await seat(hall)

    answers = await asyncio.gather(*(lay(client, key="same") for _ in range(100)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert await hall.count("rounds") == 1


@pytest.mark.parametrize(
    ("bet", "status", "code"),
    [
        ({"stake": "100.01"}, 402, "insufficient_funds"),
        ({"stake": "1000.01"}, 422, "stake_out_of_range"),
        ({"stake": "0"}, 422, "invalid_amount"),
        ({"stake": "0.00"}, 422, "invalid_amount"),
        ({"stake": "-1.00"}, 422, "invalid_amount"),
        ({"stake": "1.001"}, 422, "invalid_amount"),
        ({"stake": "1e2"}, 422, "invalid_amount"),
        ({"stake": "NaN"}, 422, "invalid_amount"),
        ({"stake": "٣.00"}, 422, "invalid_amount"),
        ({"stake": "9" * 30}, 422, "invalid_amount"),
        ({"stake": 1}, 422, "invalid_request"),
        ({"stake": None}, 422, "invalid_request"),
        ({"currency": "XXX"}, 422, "unknown_currency"),
        ({"currency": "eur"}, 422, "unknown_currency"),
        ({"game": "thimbles"}, 404, "game_not_found"),
        ({"game": "../dice"}, 404, "game_not_found"),
        ({"choices": {}}, 422, "invalid_choices"),
        ({"choices": {"direction": "over", "target": 50.5}}, 422, "invalid_choices"),
        ({"choices": {"direction": "over", "target": "50.50", "win": True}}, 422, "invalid_choices"),
        ({"choices": []}, 422, "invalid_request"),
        ({"outcome": "win"}, 422, "invalid_request"),
    ],
)
async def test_bets_that_are_none_are_refused(
    hall: Hall, bet: dict[str, Any], status: int, code: str
) -> None:
    client, member = await seat(hall)

    refused(await lay(client, **bet), status, code)

    assert await hall.holds(member) == 10_000
    assert await hall.count("rounds") == 0


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"bet"', b"\xff\xfe", b"[" * 5_000, b"{}" * 9_000]
)
async def test_bodies_that_are_no_bets_are_refused(hall: Hall, body: bytes) -> None:
    client, _ = await seat(hall, 0)

    answer = await client.post(f"{PLAYER}/bets", content=body, headers={"idempotency-key": "k"})

    refused(answer, 422, "invalid_request")


@pytest.mark.parametrize("key", ["", " ", "a" * 256, "ä", "a b"])
async def test_a_bet_needs_a_key_of_visible_characters(hall: Hall, key: str) -> None:
    client, _ = await seat(hall)
    body = {"game": "dice", "currency": "EUR", "stake": "1.00", "choices": {}}

    answer = await client.post(
        f"{PLAYER}/bets", json=body, headers=[(b"idempotency-key", key.encode())] if key else {}
    )

    refused(answer, 422, "idempotency_key_missing")


async def test_a_key_with_other_content_is_a_conflict(hall: Hall) -> None:
    client, _ = await seat(hall)
    await lay(client, key="k")

    refused(await lay(client, key="k", stake="2.00"), 409, "idempotency_conflict")


async def test_nobody_bets_without_signing_in(hall: Hall) -> None:
    stranger = hall.house.client(hall.tenant)
    clerk = await hall.house.staff(hall.tenant, "owner")

    for client in (stranger, clerk):
        refused(await lay(client), 401, "unauthenticated")


@pytest.mark.requirement("45")
async def test_a_round_of_mines_survives_a_lost_connection(hall: Hall) -> None:
    client, _ = await seat(hall)
    answer = await lay(client, game="mines", choices={"mines": 1})
    opened = answer.json()["round"]
    assert opened["actions"] == ["reveal"]
    body = {"action": "reveal", "choices": {"tile": 7}}
    key = {"idempotency-key": "step"}
    first = await client.post(f"{PLAYER}/rounds/{opened['id']}/steps", json=body, headers=key)

    again = await client.post(f"{PLAYER}/rounds/{opened['id']}/steps", json=body, headers=key)
    seen = await get(client, f"{PLAYER}/rounds/{opened['id']}")

    assert (first.status_code, again.content) == (200, first.content)
    assert seen["steps"][0]["choices"] == {"tile": 7}
    assert seen["outcome"] == first.json()["round"]["outcome"]
    page = await get(client, f"{PLAYER}/games/mines")
    if seen["status"] == "open":
        assert page["open_round"]["id"] == opened["id"]
        assert "mine_tiles" not in json.dumps(page["open_round"])
    else:
        assert page["open_round"] is None


async def test_steps_are_refused_in_rounds_that_are_not_ones_own(hall: Hall) -> None:
    ann, _ = await seat(hall)
    ben, _ = await seat(hall)
    opened = (await lay(ann, game="mines", choices={"mines": 1})).json()["round"]["id"]
    body = {"action": "reveal", "choices": {"tile": 0}}

    for round_id in (opened, new_id()):
        answer = await ben.post(
            f"{PLAYER}/rounds/{round_id}/steps", json=body, headers={"idempotency-key": "k"}
        )
        refused(answer, 404, "round_not_found")
        refused(await ben.get(f"{PLAYER}/rounds/{round_id}"), 404, "round_not_found")
    answer = await ann.post(f"{PLAYER}/rounds/{opened}/steps", json=body)
    refused(answer, 422, "idempotency_key_missing")
    answer = await ann.post(
        f"{PLAYER}/rounds/{opened}/steps", json=body | {"peek": True}, headers={"idempotency-key": "k"}
    )
    refused(answer, 422, "invalid_request")


async def test_the_lobby_finds_marks_and_remembers_games(hall: Hall) -> None:
    client, _ = await seat(hall)
    await lay(client)

    everything = await get(client, f"{PLAYER}/games", limit=2)
    rest = await get(client, f"{PLAYER}/games", cursor=everything["next"])
    assert [game["slug"] for game in everything["items"] + rest["items"]] == [
        "dice",
        "mines",
        "slots",
        "roulette",
        "limbo",
    ]
    assert [game["slug"] for game in (await get(client, f"{PLAYER}/games", query="aurora"))["items"]] == [
        "slots"
    ]
    table = await get(client, f"{PLAYER}/games", category="table")
    assert [game["slug"] for game in table["items"]] == ["roulette"]
    recent = await get(client, f"{PLAYER}/games", category="recent")
    assert [game["slug"] for game in recent["items"]] == ["dice"]

    assert (await client.put(f"{PLAYER}/games/limbo/favourite")).status_code == 204
    assert (await client.put(f"{PLAYER}/games/limbo/favourite")).status_code == 204
    marked = await get(client, f"{PLAYER}/games", category="favourites")
    assert [(game["slug"], game["favourite"]) for game in marked["items"]] == [("limbo", True)]
    assert (await client.delete(f"{PLAYER}/games/limbo/favourite")).status_code == 204
    assert (await get(client, f"{PLAYER}/games", category="favourites"))["items"] == []
    refused(await client.put(f"{PLAYER}/games/thimbles/favourite"), 404, "game_not_found")


@pytest.mark.requirement("38")
async def test_a_game_tells_all_that_its_page_needs(hall: Hall) -> None:
    client, _ = await seat(hall, 0)

    game = await get(client, f"{PLAYER}/games/roulette")

    assert (game["rtp"], game["max_win"], game["engine"]) == ("97.30", "36.00", "roulette")
    assert game["config"]["pockets"] == 37
    assert {limit["currency"] for limit in game["limits"]} == {"EUR", "USD"}
    assert game["open_round"] is None
    refused(await client.get(f"{PLAYER}/games/thimbles"), 404, "game_not_found")


@pytest.mark.requirement("44")
async def test_rounds_are_listed_filtered_and_nobody_elses(hall: Hall) -> None:
    ann, _ = await seat(hall)
    ben, _ = await seat(hall)
    await lay(ann)
    await lay(ann, game="slots", choices={})
    await lay(ann, game="mines", choices={"mines": 2})

    everything = await get(ann, f"{PLAYER}/rounds")
    first = await get(ann, f"{PLAYER}/rounds", limit=2)
    rest = await get(ann, f"{PLAYER}/rounds", limit=2, cursor=first["next"])

    assert [one["game"] for one in everything["items"]] == ["mines", "slots", "dice"]
    assert first["items"] + rest["items"] == everything["items"]
    assert rest["next"] is None
    for query, games in (
        ({"game": "slots"}, ["slots"]),
        ({"status": "open"}, ["mines"]),
        ({"status": "settled"}, ["slots", "dice"]),
        ({"currency": "USD"}, []),
        ({"from": "2100-01-01T00:00:00Z"}, []),
        ({"to": "2020-01-01T00:00:00Z"}, []),
    ):
        assert [one["game"] for one in (await get(ann, f"{PLAYER}/rounds", **query))["items"]] == games
    assert (await get(ben, f"{PLAYER}/rounds"))["items"] == []


@pytest.mark.parametrize(
    "query",
    [
        {"cursor": "???"},
        {"limit": 0},
        {"limit": 201},
        {"status": "lost"},
        {"currency": "eur"},
        {"from": "yesterday"},
        {"from": "2026-01-01T00:00:00"},
        {"to": "0001-01-01T00:00:00Z"},
    ],
)
async def test_filters_that_are_none_are_refused(hall: Hall, query: dict[str, Any]) -> None:
    client, _ = await seat(hall, 0)

    answer = await client.get(f"{PLAYER}/rounds", params=query)

    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.requirement("44")
async def test_after_the_rotation_a_round_shows_its_server_seed(hall: Hall) -> None:
    client, _ = await seat(hall)
    played = (await lay(client)).json()["round"]
    before = await get(client, f"{PLAYER}/fairness")
    assert before["nonce"] == 1

    answer = await client.post(f"{PLAYER}/fairness/rotate", json={"client_seed": "mine", "scheme": "pf1"})

    assert answer.status_code == 200
    rotated = answer.json()
    assert rotated["revealed"]["server_seed_hash"] == before["server_seed_hash"]
    assert rotated["current"]["client_seed"] == "mine"
    assert rotated["current"]["scheme"] == "pf1"
    assert rotated["current"]["server_seed_hash"] == before["next_server_seed_hash"]
    shown = await get(client, f"{PLAYER}/rounds/{played['id']}")
    assert shown["fairness"]["server_seed"] == rotated["revealed"]["server_seed"]
    history = await get(client, f"{PLAYER}/fairness/history")
    assert [one["rounds"] for one in history["items"]] == [1]


async def test_the_rotation_is_refused_while_a_round_is_open(hall: Hall) -> None:
    client, _ = await seat(hall)
    await lay(client, game="mines", choices={"mines": 3})

    answer = await client.post(f"{PLAYER}/fairness/rotate", json={})

    refused(answer, 409, "round_open")


@pytest.mark.parametrize(
    "body", [{"client_seed": "a b"}, {"client_seed": ""}, {"scheme": "pf3"}, {"seed": "x"}]
)
async def test_rotations_that_make_no_sense_are_refused(hall: Hall, body: dict[str, Any]) -> None:
    client, _ = await seat(hall, 0)

    assert (await client.post(f"{PLAYER}/fairness/rotate", json=body)).status_code == 422


# -- staff


async def test_staff_see_rounds_and_whose_they_are(hall: Hall) -> None:
    ann, ann_id = await seat(hall)
    ben, _ = await seat(hall)
    await lay(ann)
    opened = (await lay(ann, game="mines", choices={"mines": 2})).json()["round"]
    await lay(ben)
    clerk = await hall.house.staff(hall.tenant, "support")

    everything = await get(clerk, f"{STAFF}/rounds")
    anns = await get(clerk, f"{STAFF}/rounds", member_id=str(ann_id))
    same = await get(clerk, f"{STAFF}/members/{ann_id}/rounds")
    one = await get(clerk, f"{STAFF}/rounds/{opened['id']}")

    assert len(everything["items"]) == 3
    assert [item["game"] for item in anns["items"]] == ["mines", "dice"]
    assert same == anns
    assert one["member"]["id"] == str(ann_id)
    assert one["member"]["username"].startswith("ann_")
    assert one["fairness"]["server_seed"] is None
    assert "mine_tiles" not in json.dumps(one)
    mines = await get(clerk, f"{STAFF}/rounds", game="mines", status="open")
    assert [item["id"] for item in mines["items"]] == [opened["id"]]
    refused(await clerk.get(f"{STAFF}/rounds/{new_id()}"), 404, "round_not_found")
    refused(await clerk.get(f"{STAFF}/rounds", params={"game": "thimbles"}), 404, "game_not_found")


async def test_staff_see_the_certificates(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "analyst")

    found = {game["slug"]: game for game in (await get(clerk, f"{STAFF}/games"))["items"]}

    assert set(found) == {"dice", "mines", "slots", "roulette", "limbo"}
    roulette = {one["scheme"]: one for one in found["roulette"]["certificates"]}
    straight = next(way for way in roulette["pf2"]["ways"] if way["way"] == "straight")
    assert (straight["rtp"], straight["rtp_exact"], straight["hit_rate"]) == (
        "97.29729729",
        "36/37",
        "2.7027027",
    )
    assert len(found["dice"]["config_hash"]) == 64


async def test_staff_without_the_permission_see_nothing(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "promoter")

    for path in ("/rounds", f"/rounds/{new_id()}", f"/members/{new_id()}/rounds", "/games", "/jackpots"):
        refused(await clerk.get(f"{STAFF}{path}"), 403, "forbidden")
    player, _ = await seat(hall, 0)
    refused(await player.get(f"{STAFF}/rounds"), 401, "unauthenticated")


async def test_staff_of_another_house_see_nothing(hall: Hall) -> None:
    ann, ann_id = await seat(hall)
    played = (await lay(ann)).json()["round"]
    other = await hall.house.open_tenant()
    clerk = await hall.house.staff(other, "owner")

    assert (await get(clerk, f"{STAFF}/rounds"))["items"] == []
    refused(await clerk.get(f"{STAFF}/members/{ann_id}/rounds"), 404, "member_not_found")
    refused(await clerk.get(f"{STAFF}/rounds/{played['id']}"), 404, "round_not_found")
