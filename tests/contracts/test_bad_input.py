"""Whatever is sent, the house answers in its own words: a 4xx with a stable code, never a 5xx.

A whole house over real HTTP. Generated requests come from the OpenAPI documents; those that end the
caller's own session are left to the stories of their domains.
"""

from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.whole_house import DEMO_PASSWORD, WholeHouse

EXAMPLES = 6
DOCUMENTS = Path(__file__).parents[2] / "docs" / "api"
PROBLEM = "application/problem+json"
ENDS_THE_CALLER = ("/auth/", "/exclusion", "/sessions", "/sign-out", "/suspend")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def base(whole_house: WholeHouse) -> str:
    return f"http://127.0.0.1:{whole_house.port}"


def token_of(base: str, face: str, email: str) -> dict[str, str]:
    answer = httpx.post(
        f"{base}/api/{face}/v1/auth/login",
        json={"email": email, "password": DEMO_PASSWORD},
        headers={"X-Tenant": "lucky"},
    )
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}", "X-Tenant": "lucky"}


@pytest.fixture(scope="module")
def player(base: str) -> dict[str, str]:
    return token_of(base, "player", "player@lucky.test")


@pytest.fixture(scope="module")
def owner(base: str) -> dict[str, str]:
    return token_of(base, "staff", "owner@lucky.test")


def operations(face: str) -> list[Any]:
    """Every call of a face but those that end the caller's own session."""
    found = schemathesis.openapi.from_path(DOCUMENTS / f"{face}.json")
    calls: list[Any] = [one.ok() for one in cast("Any", found.get_all_operations())]
    return [call for call in calls if not any(part in call.path for part in ENDS_THE_CALLER)]


def probe(operation: Any, base: str, face: str, headers: dict[str, str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy())
    def send(case: Any) -> None:
        answer = case.call(base_url=f"{base}/api/{face}/v1", headers=headers, timeout=30)
        assert answer.status_code < 500, f"{case.method} {case.path}: {answer.status_code} {answer.text}"
        if answer.status_code >= 400:
            assert answer.headers["content-type"][0].startswith(PROBLEM)
            assert answer.json()["code"]
            assert answer.json()["status"] == answer.status_code

    send()


def name_of(operation: Any) -> str:
    return f"{operation.method} {operation.path}"


@pytest.mark.parametrize("operation", operations("player"), ids=name_of)
def test_players_get_no_fault_whatever_they_send(operation: Any, base: str, player: dict[str, str]) -> None:
    probe(operation, base, "player", player)


@pytest.mark.parametrize("operation", operations("staff"), ids=name_of)
def test_staff_get_no_fault_whatever_they_send(operation: Any, base: str, owner: dict[str, str]) -> None:
    probe(operation, base, "staff", owner)


OVER = {"direction": "over", "target": "50.50"}
BET = {"game": "dice", "currency": "EUR", "stake": "1.00", "choices": OVER}

STAKES: list[Any] = [
    0, 1, 1.5, True, None, [], {}, "", " ", "0", "0.00", "-1.00", "+1.00", "1,00", "1.001", "1e2", "NaN",
    "Infinity", "-Infinity", "0x10", "１.００", "٣", "1.00\u0000", "9" * 30, "9223372036854775807.00",
    "92233720368547758.08", "00001.00", "1.", ".5",
]  # fmt: skip

CHOICES: list[Any] = [
    None, [], "over", {}, {"direction": "over"}, {"target": "50.50"}, {**OVER, "direction": "up"},
    {**OVER, "target": 50.5}, {**OVER, "target": "100.00"}, {**OVER, "target": "0"}, {**OVER, "target": "-1"},
    {"direction": ["over"], "target": {"a": 1}}, {**OVER, "roll": "99.99"}, {**OVER, "multiplier": "1000"},
    {**OVER, "direction": "o\u0000r"},
]  # fmt: skip


def bet(base: str, player: dict[str, str], body: Any, key: str = "bad") -> httpx.Response:
    return httpx.post(
        f"{base}/api/player/v1/bets", json=body, headers={**player, "Idempotency-Key": key}, timeout=20
    )


def wallet(base: str, player: dict[str, str]) -> Any:
    return httpx.get(f"{base}/api/player/v1/wallet", headers=player).json()


@pytest.mark.parametrize("stake", STAKES, ids=repr)
def test_a_stake_that_is_no_amount_is_refused_and_nothing_moves(
    base: str, player: dict[str, str], stake: Any
) -> None:
    before = wallet(base, player)

    answer = bet(base, player, {**BET, "stake": stake}, key=f"stake-{STAKES.index(stake)}")

    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] in {"invalid_amount", "invalid_request"}
    assert wallet(base, player) == before


@pytest.mark.parametrize("choices", CHOICES, ids=repr)
def test_choices_that_are_none_of_the_game_are_refused_and_nothing_moves(
    base: str, player: dict[str, str], choices: Any
) -> None:
    before = wallet(base, player)

    answer = bet(base, player, {**BET, "choices": choices}, key=f"choices-{CHOICES.index(choices)}")

    assert answer.status_code == 422, answer.text
    assert wallet(base, player) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b'"bet"', b"\xff\xfe", b"[" * 5_000, b"{" + b'"a":' * 2_000, b"1" * 20_000],
    ids=["empty", "cut off", "null", "list", "text", "no UTF-8", "deep lists", "deep objects", "large"],
)
def test_a_body_that_is_no_bet_is_refused(base: str, player: dict[str, str], content: bytes) -> None:
    answer = httpx.post(
        f"{base}/api/player/v1/bets",
        content=content,
        headers={**player, "Idempotency-Key": "body", "Content-Type": "application/json"},
        timeout=20,
    )

    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] == "invalid_request"


@pytest.mark.parametrize("key", ["", "a b", "ä", "x" * 256], ids=repr)
def test_a_key_that_is_none_is_refused(base: str, player: dict[str, str], key: str) -> None:
    headers = {name.encode(): value.encode() for name, value in player.items()}
    headers[b"Idempotency-Key"] = key.encode()

    answer = httpx.post(f"{base}/api/player/v1/bets", json=BET, headers=headers, timeout=20)

    assert answer.status_code in {400, 422}
    assert answer.status_code == 400 or answer.json()["code"] == "idempotency_key_missing"


def test_another_tenants_token_opens_nothing(base: str, player: dict[str, str]) -> None:
    elsewhere = {**player, "X-Tenant": "resort"}

    for path in ("/me", "/wallet", "/rounds", "/transactions", "/fairness", "/limits"):
        answer = httpx.get(f"{base}/api/player/v1{path}", headers=elsewhere)
        assert answer.status_code == 401, path
    assert bet(base, elsewhere, BET, key="elsewhere").status_code == 401


def test_a_players_token_opens_no_door_of_the_staff(base: str, player: dict[str, str]) -> None:
    for path in ("/me", "/members", "/withdrawals", "/audit", "/ledger/check", "/dashboard"):
        answer = httpx.get(f"{base}/api/staff/v1{path}", headers=player)
        assert answer.status_code == 401, path


HIDDEN = [
    "/../pyproject.toml", "/..%2fpyproject.toml", "/%2e%2e/pyproject.toml", "/assets/../../package.json",
    "/.git/config", "/assets/%2e%2e%2f%2e%2e%2fvite.config.ts", "//etc/passwd", "/backoffice/../../../x.py",
]  # fmt: skip


@pytest.mark.parametrize("path", HIDDEN)
def test_the_servers_own_files_are_not_served(base: str, path: str) -> None:
    with httpx.Client() as client:
        request = client.build_request("GET", base)
        request.url = httpx.URL(base).copy_with(raw_path=path.encode())
        answer = client.send(request)

    # A path without a file name is a page of the app, whatever it looks like; nothing else is served.
    is_shell = answer.status_code == 200 and answer.text.startswith("<!doctype html>")
    assert is_shell or answer.status_code in {400, 404}, answer.text[:200]


async def test_a_round_of_another_member_is_not_found(base: str, whole_house: WholeHouse) -> None:
    ann, bob = await whole_house.players([10_00, 10_00])
    async with httpx.AsyncClient(base_url=f"{base}/api/player/v1", headers={"X-Tenant": "lucky"}) as client:
        anns = {"Authorization": f"Bearer {ann.token}", "Idempotency-Key": "anns"}
        placed = (await client.post("/bets", json=BET, headers=anns)).json()["round"]["id"]

        answer = await client.get(f"/rounds/{placed}", headers={"Authorization": f"Bearer {bob.token}"})

    assert answer.status_code == 404
    assert answer.json()["code"] == "round_not_found"


def test_figures_are_not_for_the_anonymous(base: str) -> None:
    for path in ("/dashboard", "/members", "/withdrawals", "/rounds", "/audit", "/ledger/check", "/jackpots"):
        answer = httpx.get(f"{base}/api/staff/v1{path}", headers={"X-Tenant": "lucky"})
        assert answer.status_code == 401, path
