"""Seeds: committed before they are used, secret while they are, revealed when they are over."""

import asyncio
import os

import pytest

from stakehouse.domains.games import InvalidSeed, Scheme, commitment, engine_named
from stakehouse.domains.games.service import seeds
from stakehouse.domains.games.service.bets import config_of
from stakehouse.domains.play import RoundOpen
from stakehouse.kernel.ids import MemberId, new_id
from tests.banks import together
from tests.halls import EVEN, Hall, Unveiled


async def fairness(hall: Hall, member: MemberId) -> seeds.Fairness:
    async with hall.begin() as tx:
        return await seeds.fairness(tx, member, sealer=hall.house.api.edge.vault, entropy=os.urandom)


async def rotate(
    hall: Hall, member: MemberId, client_seed: str | None = None, scheme: Scheme | None = None
) -> tuple[seeds.Revealed, seeds.Fairness]:
    async with hall.begin() as tx:
        return await seeds.rotate(
            tx,
            member,
            sealer=hall.house.api.edge.vault,
            entropy=os.urandom,
            client_seed=client_seed,
            scheme=scheme,
        )


@pytest.mark.requirement("32")
async def test_what_was_committed_is_what_is_revealed(hall: Hall) -> None:
    ann = await hall.member(100_000)
    before = await fairness(hall, ann)
    played = [(await hall.bet(ann))["round"]["fairness"] for _ in range(3)]

    revealed, current = await rotate(hall, ann, "my-own")

    assert {one["server_seed_hash"] for one in played} == {before.server_seed_hash}
    assert all("server_seed" not in one or one["server_seed"] is None for one in played)
    assert commitment(revealed.server_seed) == revealed.server_seed_hash == before.server_seed_hash
    assert revealed.rounds == 3
    assert current.server_seed_hash == before.next_server_seed_hash
    assert (current.client_seed, current.nonce) == ("my-own", 0)
    assert current.next_server_seed_hash not in {before.server_seed_hash, before.next_server_seed_hash}


@pytest.mark.requirement("35", "44")
@pytest.mark.parametrize("scheme", Scheme)
async def test_a_player_recomputes_every_round_from_what_was_revealed(hall: Hall, scheme: Scheme) -> None:
    ann = await hall.member(100_000)
    await rotate(hall, ann, scheme=scheme)
    games: dict[str, dict[str, object]] = {
        "dice": dict(EVEN),
        "limbo": {"target": "2.00"},
        "slots": {},
        "roulette": {"bets": [{"kind": "red", "stake": "1.00"}]},
    }
    played = [(slug, (await hall.bet(ann, game=slug, choices=games[slug]))["round"]) for slug in games]

    pair = await hall.reveal(ann)

    assert pair.scheme is scheme
    for slug, shown in played:
        game = hall.game(slug)
        engine = engine_named(game.engine)
        config = config_of(game, engine)
        choices = engine.choose(config, games[slug], 100, 2)
        again = engine.play(config, choices, 100, pair.draws(engine.code, shown["fairness"]["nonce"]))
        assert dict(again.outcome) == shown["outcome"]
        assert again.multiplier == shown["multiplier"]


async def test_a_seed_is_not_shown_while_a_round_under_it_is_open(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, mines=1)
    before = await fairness(hall, ann)

    with pytest.raises(RoundOpen):
        await rotate(hall, ann)

    assert await fairness(hall, ann) == before
    assert await hall.count("revealed_pairs") == 0
    await hall.step(ann, opened, "reveal", tile=0)
    rows = await hall.house.rows("SELECT status FROM rounds WHERE round_id = $1", opened)
    if rows[0]["status"] == "open":
        await hall.step(ann, opened, "cash_out")
    assert (await rotate(hall, ann))[0].rounds == 1


async def test_a_round_opened_while_the_seed_rotates_lies_under_one_pair(hall: Hall) -> None:
    """Whichever comes first, no open round ever lies under a seed that was revealed."""
    for _ in range(6):
        ann = await hall.member(10_000)
        await fairness(hall, ann)

        await together(
            [
                lambda member=ann: rotate(hall, member),  # type: ignore[misc]  # mypy cannot infer the default
                lambda member=ann: hall.open_mines(member),  # type: ignore[misc]  # as above
                lambda member=ann: rotate(hall, member),  # type: ignore[misc]  # as above
            ]
        )

        rows = await hall.house.rows(
            "SELECT count(*) FROM rounds r JOIN revealed_pairs p USING (tenant_id, member_id, pair_id) "
            "WHERE r.member_id = $1 AND r.status = 'open'",
            ann,
        )
        assert rows[0][0] == 0


async def test_bets_and_rotations_at_once_leave_no_gap_and_no_double(hall: Hall) -> None:
    ann = await hall.member(1_000_000)

    async def rotate_now_and_then() -> None:
        for _ in range(5):
            await asyncio.sleep(0.02)
            await rotate(hall, ann)

    async with hall.another_process() as other:
        await together(
            [rotate_now_and_then]
            + [
                lambda engine=engine: engine.submit(hall.bet_act(ann))  # type: ignore[misc]  # as above
                for engine in (hall.engine, other) * 20
            ]
        )

    rows = await hall.house.rows(
        "SELECT pair_id, array_agg(nonce ORDER BY nonce) AS nonces FROM rounds WHERE member_id = $1 "
        "GROUP BY pair_id",
        ann,
    )
    assert sum(len(row["nonces"]) for row in rows) == 40
    for row in rows:
        assert row["nonces"] == list(range(len(row["nonces"])))
    revealed = await hall.house.rows("SELECT pair_id, rounds FROM revealed_pairs WHERE member_id = $1", ann)
    counted = {row["pair_id"]: len(row["nonces"]) for row in rows}
    assert all(row["rounds"] == counted.get(row["pair_id"], 0) for row in revealed)


async def test_many_first_bets_at_once_make_one_pair(hall: Hall) -> None:
    ann = await hall.member(100_000)
    await hall.fund(ann, 100_000, "USD")

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine, currency=currency: engine.submit(  # type: ignore[misc]  # as above
                    hall.bet_act(ann, currency=currency)
                )
                for engine in (hall.engine, other)
                for currency in ("EUR", "USD") * 4
            ]
        )

    assert all(isinstance(one, bytes) for one in outcomes), outcomes
    rows = await hall.house.rows("SELECT nonce FROM rounds WHERE member_id = $1 ORDER BY nonce", ann)
    assert [row["nonce"] for row in rows] == list(range(16))


@pytest.mark.requirement("32")
async def test_server_seeds_lie_encrypted(hall: Hall) -> None:
    ann = await hall.member(10_000)
    await hall.bet(ann)
    sealed = await hall.house.rows(
        "SELECT server_seed_sealed, next_server_seed_sealed FROM seed_pairs WHERE member_id = $1", ann
    )

    pair = await hall.reveal(ann)

    assert isinstance(pair, Unveiled)
    for column in sealed[0]:
        assert pair.server_seed.encode() not in column
        assert bytes.fromhex(pair.server_seed) not in column


@pytest.mark.parametrize("client_seed", ["", "a" * 65, "a b", "ä", "a|b", "a:b", "\x00"])
async def test_a_client_seed_is_letters_and_digits(hall: Hall, client_seed: str) -> None:
    ann = await hall.member(10_000)
    before = await fairness(hall, ann)

    with pytest.raises(InvalidSeed):
        await rotate(hall, ann, client_seed)

    assert await fairness(hall, ann) == before


async def test_history_tells_pairs_that_are_over(hall: Hall) -> None:
    ann = await hall.member(100_000)
    over = []
    for _ in range(3):
        await hall.bet(ann)
        over.append((await rotate(hall, ann))[0])

    async with hall.begin() as tx:
        first = await seeds.history(tx, ann, after=None, limit=2)
        rest = await seeds.history(tx, ann, after=first.items[-1].pair_id, limit=2)
        nobody = await seeds.history(tx, MemberId(new_id()), after=None, limit=2)

    assert [one.server_seed for one in (*first.items, *rest.items)] == [
        one.server_seed for one in reversed(over)
    ]
    assert (first.next is None, rest.next is None) == (False, True)
    assert nobody.items == []
