"""`fairness verify`, `ledger verify` and `ledger seal`: what they print, and when they fail."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import asyncpg
import pytest

from stakehouse.apps import cli as program
from stakehouse.domains.ledger.service import proofs
from stakehouse.domains.ledger.store.proofs import safe_instant
from stakehouse.kernel.ids import first_id_at
from tests.apps.conftest import CommandLine, Done, in_production
from tests.databases import TestDatabase
from tests.halls import Hall
from tests.houses import House, standing_house

VECTORS = Path(__file__).parents[1] / "domains" / "games" / "vectors"
PF1 = json.loads((VECTORS / "provably-fair.json").read_text())
PF2 = json.loads((VECTORS / "pf2.json").read_text())


NEWEST = (
    "SELECT DISTINCT ON (journal) journal, seal FROM seals WHERE tenant_id = $1 ORDER BY journal, seq DESC"
)

LAST = "SELECT transfer_id AS id FROM transfers WHERE tenant_id = $1 ORDER BY transfer_id DESC LIMIT 1"
LAST_SEALED = (
    "SELECT to_id AS id FROM seals WHERE tenant_id = $1 AND journal = 'transfers' ORDER BY seq DESC LIMIT 1"
)

Fairness = Callable[..., Done]


@pytest.fixture
def fairness(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fairness:
    """Runs `fairness verify`; needs no house, so it runs in this process."""

    def call(**options: object) -> Done:
        arguments = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
        monkeypatch.setattr(sys, "argv", ["stakehouse", "fairness", "verify", *arguments])
        with pytest.raises(SystemExit) as ended:
            program.main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


@pytest.mark.parametrize(
    ("name", "game", "config"),
    [("dice", "dice", {}), ("roulette", "roulette", {}), ("mines3", "mines", {"mines": 3})],
)
def test_published_outcomes_are_computed(
    fairness: Fairness, name: str, game: str, config: dict[str, int]
) -> None:
    known = PF2["rounds"][0]

    code, printed, _ = fairness(
        scheme="pf2",
        server_seed=PF2["server_seed"],
        client_seed=PF2["client_seed"],
        nonce=known["nonce"],
        game=game,
        config=json.dumps(config),
    )

    assert code == 0
    assert json.loads(printed) == {"outcome": known[name]}


def test_pf1_is_computed_as_players_tools_do(fairness: Fairness) -> None:
    vector = next(vector for vector in PF1 if vector["name"] == "dice")

    code, printed, _ = fairness(scheme="pf1", game="dice", **vector["input"])

    assert code == 0
    assert json.loads(printed) == {"outcome": vector["expected"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"game": "thimbles"},
        {"nonce": -1},
        {"nonce": "one"},
        {"config": "{"},
        {"config": "[]"},
        {"config": '{"mine": 3}'},
        {"client_seed": "a b"},
        {"scheme": "pf3"},
    ],
)
def test_what_makes_no_sense_fails_and_prints_no_outcome(
    fairness: Fairness, wrong: dict[str, object]
) -> None:
    sound: dict[str, object] = {
        "scheme": "pf2",
        "server_seed": PF2["server_seed"],
        "client_seed": "player-1",
        "nonce": 0,
        "game": "mines",
        "config": '{"mines": 3}',
    }

    code, printed, said = fairness(**(sound | wrong))

    assert code != 0
    assert "outcome" not in printed
    assert said


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
def books(house: House, command_line: CommandLine) -> CommandLine:
    """Runs a command of the ledger against the house."""

    async def call(command: str, *arguments: str) -> Done:
        return await command_line("ledger", command, *arguments, **in_production(house.test_database))

    return call


async def test_sound_books_verify_and_forged_ones_fail(house: House, books: CommandLine) -> None:
    hall, other = await Hall.open(house), await Hall.open(house)
    ann = await hall.member(10_000)
    await hall.bet(ann)

    code, printed, said = await books("verify")

    assert (code, "Everything holds" in printed) == (0, True), said
    for slug in (hall.tenant.slug, other.tenant.slug):
        lines = [line.split() for line in printed.splitlines() if line.startswith(slug)]
        assert [line[:3] for line in lines] == [[slug, "EUR", "0.00"], [slug, "USD", "0.00"]]

    admin = await asyncpg.connect(house.test_database.admin_url)
    await admin.execute("UPDATE accounts SET balance = balance + 1 WHERE owner_id = $1", ann)
    await admin.close()
    code, printed, _ = await books("verify")
    assert code == 1
    assert f"{hall.tenant.slug}: balance_differs_from_transfers" in printed
    assert "Everything holds" not in printed

    assert (await books("verify", "--tenant", other.tenant.slug))[0] == 0
    assert (await books("verify", "--tenant", hall.tenant.slug))[0] == 1
    code, _, said = await books("verify", "--tenant", "nobody")
    assert code == 1
    assert "There is no tenant nobody" in said


async def test_sealing_now_prints_what_to_hold_outside(house: House, books: CommandLine) -> None:
    hall = await Hall.open(house)
    await hall.bet(await hall.member(10_000))

    async with asyncio.timeout(60):
        # Rows are sealed once nobody can commit an earlier one: seconds after they were written.
        while "transfers" not in (done := await books("seal", "--tenant", hall.tenant.slug))[1]:
            assert done[0] == 0, done[2]

    kept = {row["journal"]: row["seal"].hex() for row in await house.rows(NEWEST, hall.tenant.id)}
    lines = [line.split() for line in done[1].splitlines()]
    assert {(slug, journal, hash_) for slug, journal, _, hash_ in lines} == {
        (hall.tenant.slug, journal, seal) for journal, seal in kept.items()
    }
    assert (await books("verify", "--tenant", hall.tenant.slug))[0] == 0


async def test_one_command_seals_all_there_is(
    house: House, books: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = await Hall.open(house)
    ann = await hall.member(10_000)
    for _ in range(3):
        await hall.bet(ann)
    (last,) = await house.rows(LAST, hall.tenant.id)
    # So that many transactions are needed.
    monkeypatch.setattr(proofs, "SPAN_ROWS_MAX", 1)
    monkeypatch.setattr(proofs, "SEALED_AT_ONCE", 1)
    async with asyncio.timeout(60):
        is_safe = False
        while not is_safe:
            async with hall.begin() as tx:
                is_safe = first_id_at(await safe_instant(tx)) > last["id"]

    code, printed, said = await books("seal", "--tenant", hall.tenant.slug)

    assert code == 0, said
    assert "transfers" in printed
    assert await house.rows(LAST_SEALED, hall.tenant.id) == [last]
