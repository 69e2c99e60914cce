"""Defects of data and operation seen elsewhere (docs/guides/seen-elsewhere.md): ours must not have them."""

import ast
import asyncio
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from fastapi.routing import iter_route_contexts

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.infra.web.context import Audience
from tests.banks import together
from tests.halls import PLAYER, STAFF, Hall, lay, seat

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "docs" / "api").glob("*.json"))
SOURCE = ROOT / "src"
VERBS = {"get", "post", "put", "patch", "delete"}

NULLABLE_KEYS = """
SELECT i.relname AS name, a.attname AS nullable
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey) AND NOT a.attnotnull
WHERE x.indisunique AND NOT x.indnullsnotdistinct AND i.relnamespace = 'public'::regnamespace
"""

# Keys of what a row may well lack: a person has an address or a Telegram account (checked), a payment
# that nobody sent over HTTP has no key, and each job that was given up is a letter of its own.
MAY_BE_MISSING = {
    "dead_letters_tenant_id_source_consumer_event_id_key: event_id",
    "kyc_cases_of_member: member_id",  # companies have identity checks too, and none of them is a member
    "payments_key: key",
    "users_email_key: email",
    "users_telegram_id_key: telegram_id",
}


async def test_no_row_of_the_house_or_of_others_makes_a_bet_wait(hall: Hall) -> None:
    ann, ben = await hall.member(1_000), await hall.member(1_000)
    await hall.bet(ben)
    busy = await asyncpg.connect(hall.house.test_database.admin_url)
    try:
        async with busy.transaction():
            for others in (
                "SELECT FROM games WHERE tenant_id = $1 AND $2::uuid IS NOT NULL FOR UPDATE",
                "SELECT FROM game_limits WHERE tenant_id = $1 AND $2::uuid IS NOT NULL FOR UPDATE",
                "SELECT FROM accounts WHERE tenant_id = $1 AND owner_id <> $2 FOR UPDATE",
                "SELECT FROM rounds WHERE tenant_id = $1 AND member_id <> $2 FOR UPDATE",
            ):
                await busy.execute(others, hall.tenant.id, ann)

            answer = await asyncio.wait_for(hall.bet(ann), timeout=20)
    finally:
        await busy.close()

    assert answer["round"]["status"] == "settled"


async def test_bets_that_come_together_share_their_commits(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(48)]

    await together([lambda member=member: hall.bet(member) for member in members])  # type: ignore[misc]  # mypy cannot infer the default

    [found] = await hall.house.rows(
        "SELECT count(*) AS bets, count(DISTINCT xmin::text) AS commits FROM rounds WHERE tenant_id = $1",
        hall.tenant.id,
    )
    assert found["bets"] == 48
    assert found["commits"] <= 12


async def test_no_unique_key_is_escaped_by_null(hall: Hall) -> None:
    found = await hall.house.rows(NULLABLE_KEYS)

    assert {f"{row['name']}: {row['nullable']}" for row in found} == MAY_BE_MISSING


async def test_a_round_that_won_is_shown_once(hall: Hall) -> None:
    client, member = await seat(hall)
    for _ in range(12):
        await lay(client, choices={"direction": "over", "target": "2.00"})
    clerk = await hall.house.staff(hall.tenant, "owner")

    mine = (await client.get(f"{PLAYER}/rounds")).json()["items"]
    theirs = (await clerk.get(f"{STAFF}/rounds", params={"member_id": str(member)})).json()["items"]

    assert any(played["payout"] != "0.00" for played in mine)
    assert len(mine) == len({played["id"] for played in mine}) == 12
    assert sorted(played["id"] for played in theirs) == sorted(played["id"] for played in mine)


def declared() -> Iterator[tuple[str, str]]:
    """Module and function of every route that the source declares."""
    for path in SOURCE.glob("stakehouse/domains/*/http/**/*.py"):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for mark in node.decorator_list:
                    called = mark.func if isinstance(mark, ast.Call) else None
                    if isinstance(called, ast.Attribute) and called.attr in VERBS:
                        yield module, node.name


def mounted() -> Iterator[tuple[str, str, str]]:
    """Module, function and path of every route that the faces serve."""
    for audience in Audience:
        for route in iter_route_contexts(face(audience, None).router.routes):
            endpoint: Any = getattr(route.original_route, "endpoint", None)
            if endpoint is not None and route.path != "/openapi.json":
                yield endpoint.__module__, endpoint.__name__, f"{PREFIXES[audience]}{route.path}"


def test_every_route_that_is_written_is_served() -> None:
    written, served = set(declared()), {(module, name) for module, name, _ in mounted()}

    assert len(written) > 60
    assert written - served == set()


def test_no_path_repeats_its_prefix() -> None:
    for _, _, path in mounted():
        parts = path.strip("/").split("/")
        assert path.count("/api/") == 1, path
        assert all(part != following for part, following in itertools.pairwise(parts)), path


def binary_numbers(part: Any, at: str = "") -> Iterator[str]:
    """Where a document promises numbers that may have a fraction."""
    if isinstance(part, dict):
        if part.get("type") == "number":
            yield at
        for name, value in part.items():
            yield from binary_numbers(value, f"{at}/{name}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from binary_numbers(value, f"{at}/{number}")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_nothing_goes_out_as_a_binary_number(document: Path) -> None:
    assert list(binary_numbers(json.loads(document.read_text()))) == []
