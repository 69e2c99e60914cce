"""Records of rounds: every field that a regulator recalls a round by, from the books themselves."""

import csv
import io
from typing import Any

import pytest

from stakehouse.kernel.ids import MemberId, moment_of, new_id
from tests.halls import PLAYER, STAFF, Hall, lay, round_of, seat
from tests.houses import sign_in

FIELDS = {
    *("cycle_id", "player_id", "player", "session_id", "sessions", "started_at", "settled_at", "status"),
    *("theme", "engine"),
    *("paytable", "paytable_hash", "currency", "denomination", "funds_at_start", "funds_at_end", "wagered"),
    *("wagered_incentive", "won", "won_jackpot", "jackpot_contributions", "purchases", "fees"),
    *("is_jackpot_won", "jackpot_wins", "choices", "steps", "display", "advice"),
}


async def record_of(hall: Hall, round_id: object) -> dict[str, Any]:
    clerk = await hall.house.staff(hall.tenant, "support")
    answer = await clerk.get(f"{STAFF}/rounds/{round_id}/record")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.requirement("43")
async def test_a_record_tells_all_that_the_standard_asks_for(hall: Hall) -> None:
    hall.house.clock.now = moment_of(new_id())  # ids carry the machine's time; so do sessions now
    ann, ann_id = await seat(hall, 10_000)
    await hall.jackpot(ann_id, contribution_bp=200)
    played = (await lay(ann)).json()

    record = await record_of(hall, played["round"]["id"])

    assert set(record) == FIELDS
    assert (record["cycle_id"], record["player_id"]) == (played["round"]["id"], str(ann_id))
    assert [session["address"] for session in record["sessions"]] == ["198.51.100.7"]
    assert record["session_id"] == record["sessions"][0]["id"]
    assert (record["theme"], record["paytable"], record["engine"]) == ("dice", "dice@1", "dice")
    assert record["paytable_hash"] == hall.game("dice").config_hash
    assert (record["currency"], record["denomination"], record["status"]) == ("EUR", "0.01", "settled")
    assert (record["funds_at_start"], record["wagered"]) == ("100.00", "1.00")
    assert record["funds_at_end"] == played["wallet"]["main"]
    assert (record["won"], record["won_jackpot"]) == (played["round"]["payout"], "0.00")
    assert (record["wagered_incentive"], record["purchases"], record["fees"]) == ("0.00", "0.00", "0.00")
    assert (record["jackpot_contributions"], record["is_jackpot_won"]) == ("0.02", False)
    assert record["choices"] == played["round"]["choices"]
    assert record["display"] == played["round"]["outcome"]
    assert record["advice"] is None


@pytest.mark.requirement("43")
async def test_a_record_names_the_session_that_was_played_in(hall: Hall) -> None:
    hall.house.clock.now = moment_of(new_id())
    ann, _ = await seat(hall)
    other = hall.house.client(hall.tenant, address="203.0.113.9", agent="another device")
    await sign_in(other, "player", (await ann.get(f"{PLAYER}/me")).json()["email"])
    at_home = round_of((await lay(ann)).json())
    on_the_way = round_of((await lay(other, game="mines", choices={"mines": 1})).json())
    await hall.house.change(f"UPDATE rounds SET session_id = NULL WHERE round_id = '{at_home}'")

    known, of_before = await record_of(hall, on_the_way), await record_of(hall, at_home)

    [session] = known["sessions"]
    assert known["session_id"] == session["id"]
    assert (session["address"], session["device"]) == ("203.0.113.9", "another device")
    assert of_before["session_id"] is None
    assert [each["address"] for each in of_before["sessions"]] == ["198.51.100.7", "203.0.113.9"]


@pytest.mark.requirement("43")
async def test_a_record_holds_the_phases_and_the_funds_after_the_last(hall: Hall) -> None:
    _, ann = await seat(hall, 10_000)
    round_id = round_of({"round": (await hall.bet(ann, game="mines", choices={"mines": 1}))["round"]})
    tile, answer = 0, await hall.step(ann, round_id, "reveal", tile=0)
    while answer["round"]["status"] == "open" and tile < 2:
        tile += 1
        answer = await hall.step(ann, round_id, "reveal", tile=tile)
    if answer["round"]["status"] == "open":
        answer = await hall.step(ann, round_id, "cash_out")

    record = await record_of(hall, round_id)

    assert record["funds_at_start"] == "100.00"
    assert record["funds_at_end"] == answer["wallet"]["main"]
    assert record["won"] == answer["round"]["payout"]
    assert {step["action"] for step in record["steps"]} <= {"reveal", "cash_out"}
    assert len(record["steps"]) >= 1
    assert record["display"] == answer["round"]["outcome"]


@pytest.mark.requirement("43", "72")
async def test_a_members_rounds_of_a_time_are_one_file(hall: Hall) -> None:
    ann, ann_id = await seat(hall)
    ben, _ = await seat(hall)
    for _ in range(3):
        await lay(ann)
    await lay(ben)
    clerk = await hall.house.staff(hall.tenant, "regulator")
    path = f"{STAFF}/members/{ann_id}/rounds/export"

    table = await clerk.get(path)
    rows = list(csv.DictReader(io.StringIO(table.text)))
    listed = (await clerk.get(path, params={"format": "json"})).json()["items"]
    later = (await clerk.get(path, params={"format": "json", "from": "2100-01-01T00:00:00Z"})).json()
    told = await hall.house.rows(
        "SELECT resource_id FROM audit_trail WHERE tenant_id = $1 AND action = 'rounds.exported'",
        hall.tenant.id,
    )

    assert set(rows[0]) == FIELDS
    assert [row["cycle_id"] for row in rows] == [one["cycle_id"] for one in listed]
    assert len(rows) == 3
    assert {row["player_id"] for row in rows} == {str(ann_id)}
    assert rows[0]["funds_at_end"] == (await ann.get(f"{PLAYER}/wallet")).json()["accounts"][0]["balance"]
    assert later == {"items": []}
    assert [row["resource_id"] for row in told] == [str(ann_id)] * 3


@pytest.mark.parametrize("query", [{"format": "xml"}, {"from": "yesterday"}, {"to": "2026-01-01T00:00:00"}])
async def test_a_file_that_makes_no_sense_is_refused(hall: Hall, query: dict[str, Any]) -> None:
    clerk = await hall.house.staff(hall.tenant, "support")
    _, member_id = await seat(hall, 0)

    answer = await clerk.get(f"{STAFF}/members/{member_id}/rounds/export", params=query)

    assert answer.status_code == 422, answer.text


async def test_there_is_no_record_of_what_was_not_played(hall: Hall) -> None:
    clerk = await hall.house.staff(hall.tenant, "support")

    assert (await clerk.get(f"{STAFF}/rounds/{new_id()}/record")).status_code == 404
    unknown = await clerk.get(f"{STAFF}/members/{MemberId(new_id())}/rounds/export")
    assert unknown.status_code == 404
