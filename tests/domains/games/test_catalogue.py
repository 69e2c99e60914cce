"""Going live: a game is proven first, and refused if what it says would not be true."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from stakehouse.domains import tenancy
from stakehouse.domains.games import (
    ExposureTooLarge,
    GameSettings,
    InvalidConfiguration,
    NewGame,
    ReturnOutOfBand,
    Scheme,
    UnknownGame,
    publish,
)
from stakehouse.domains.games.service.catalogue import certificates, percent_text
from stakehouse.domains.play import StakeLimits
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.money import UNITS_MAX
from tests.halls import LIMITS, Hall


def game(
    slug: str = "dice-2",
    *,
    engine: str = "dice",
    config: Mapping[str, object] | None = None,
    limits: StakeLimits = LIMITS,
    currency: str = "EUR",
) -> NewGame:
    return NewGame(slug, "Dice", engine, "originals", config or {}, {currency: limits}, 9)


@pytest.mark.requirement("39")
async def test_a_proven_game_goes_live_with_its_figures(hall: Hall) -> None:
    async with hall.begin() as tx:
        assert await publish(tx, game(config={"edge_bp": 150}))

    rows = await hall.house.rows(
        "SELECT * FROM games WHERE tenant_id = $1 AND slug = 'dice-2'", hall.tenant.id
    )
    assert (rows[0]["rtp"], rows[0]["hit_rate"], rows[0]["max_multiplier"]) == ("98.50", "49.25", "9850.00")
    assert rows[0]["status"] == "open"
    assert len(rows[0]["config_hash"]) == 64


@pytest.mark.requirement("6")
async def test_a_slug_is_taken_once(hall: Hall) -> None:
    async with hall.begin() as tx:
        assert await publish(tx, game())
        assert not await publish(tx, game(config={"edge_bp": 300}))

    assert await hall.count("games") == 6


@pytest.mark.requirement("39")
@pytest.mark.parametrize(
    ("refused", "asked"),
    [
        (ReturnOutOfBand, game(config={"edge_bp": 0})),
        (ReturnOutOfBand, game(config={"edge_bp": 1_600})),
        (InvalidConfiguration, game(config={"edge": 1})),
        (InvalidConfiguration, game(config={"edge_bp": "100"})),
        (UnknownGame, game(engine="thimbles")),
        (UnknownCurrency, game(currency="GBP")),
        (ExposureTooLarge, game(limits=StakeLimits(1, 100, 9_900 * 100 - 1))),
        (ExposureTooLarge, game(limits=StakeLimits(1, UNITS_MAX // 9_900 + 1, UNITS_MAX))),
        (ExposureTooLarge, game(engine="limbo", limits=LIMITS)),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
async def test_what_would_not_be_true_is_refused(hall: Hall, refused: type[Refusal], asked: NewGame) -> None:
    async with hall.begin() as tx:
        with pytest.raises(refused):
            await publish(tx, asked)

    assert await hall.count("games") == 5


async def test_the_largest_win_may_be_exactly_what_is_stated(hall: Hall) -> None:
    async with hall.begin() as tx:
        assert await publish(tx, game(limits=StakeLimits(1, 100, 9_900 * 100)))


async def test_the_tenant_sets_its_band(hall: Hall) -> None:
    async with hall.begin() as tx:
        await tenancy.change_setting(tx, GameSettings(return_max_bp=9_800), after=0, reason="tests")
    tenancy.forget()

    async with hall.begin() as tx:
        with pytest.raises(
            ReturnOutOfBand, match=r"'over' returns 98\.99.* %; this house allows 85\.00 to 98\.00 %"
        ):
            await publish(tx, game())
        assert await publish(tx, game(config={"edge_bp": 200}))


@pytest.mark.requirement("39", "40")
def test_certificates_tell_each_way_of_betting_exactly(hall: Hall) -> None:
    roulette = {one.scheme: one for one in certificates(hall.game("roulette"))}

    assert set(roulette[Scheme.PF2].rtp.values()) == {Fraction(36, 37)}
    assert roulette[Scheme.PF2].hit_rate["straight"] == Fraction(1, 37)
    assert certificates(hall.game("roulette")) is certificates(hall.game("roulette"))


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(36, 37), "97.30"),
        (Fraction(99, 100), "99.00"),
        (Fraction(1), "100.00"),
        (Fraction(0), "0.00"),
        (Fraction(1, 20_000), "0.01"),
        (Fraction(1, 20_001), "0.00"),
    ],
)
def test_a_percentage_is_the_nearest_with_two_decimals(share: Fraction, text: str) -> None:
    assert percent_text(share) == text
