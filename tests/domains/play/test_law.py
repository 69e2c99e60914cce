"""The engine obeys the law of its house: pace, stakes by age, autoplay, one slot game at a time."""

from datetime import date, timedelta

import httpx
import pytest

from stakehouse.domains import games, identity, tenancy
from stakehouse.domains.compliance.service.ages import keep_birth_date
from stakehouse.domains.games import NewGame
from stakehouse.domains.identity import NewMember
from stakehouse.domains.play import Catalogue
from stakehouse.domains.tenancy.store import jurisdiction_files
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import MemberId, new_id
from tests.halls import LIMITS, Hall, lay, seat
from tests.houses import House

FILES = {file["code"]: file for file in jurisdiction_files()}


def law(code: str, **rules: object) -> dict[str, object]:
    """A profile like Malta's but for some rules."""
    mga = FILES["MGA"]
    return mga | {"code": code, "territories": [], "rules": mga["rules"] | rules}


async def born(hall: Hall, birth_date: date, *, is_known: bool = True) -> MemberId:
    """A member of an age, with money."""
    name = new_id().hex[-12:]
    async with hall.begin() as tx:
        user_id = await identity.ensure_user(tx, f"{name}@example.com", "hash", name="")
        member_id = await identity.enrol(tx, NewMember(user_id, f"m{name}", birth_date, "GB", "EUR", "en"))
        assert member_id is not None
        if is_known:
            await keep_birth_date(tx, member_id)
    await hall.fund(member_id, 100_000)
    return member_id


async def _under(hall: Hall, code: str) -> None:
    await hall.house.change(f"UPDATE tenants SET jurisdiction = '{code}' WHERE id = '{hall.tenant.id}'")
    await hall.house.api.gate.heard([tenancy.CHANNEL])


async def refused(hall: Hall, member_id: MemberId, **bet: object) -> Refusal:
    before = await hall.count("rounds")
    with pytest.raises(Refusal) as refusal:
        await hall.bet(member_id, **bet)
    assert await hall.count("rounds") == before
    return refusal.value


def spin(stake: int = 100) -> dict[str, object]:
    return {"game": "slots", "stake": stake, "choices": {}}


@pytest.mark.requirement("50")
async def test_a_bet_too_soon_is_refused_whatever_the_currency_and_the_process(house: House) -> None:
    hall = await Hall.open(house, jurisdiction="GB")
    ann = await born(hall, date(1990, 1, 1))
    await hall.fund(ann, 100_000, "USD")
    await hall.bet(ann)

    house.clock.forward(timedelta(milliseconds=4_999))
    refusal = await refused(hall, ann)
    assert (refusal.code, refusal.retry_after_s, refusal.facts["retry_after_ms"]) == ("too_fast", 1, 1)
    assert (await refused(hall, ann, currency="USD")).code == "too_fast"
    async with hall.another_process() as engine:
        with pytest.raises(Refusal, match="5 seconds"):
            await engine.submit(hall.bet_act(ann))
    await hall.bet(ann, **spin())  # another kind has a clock of its own

    house.clock.forward(timedelta(milliseconds=1))
    await hall.bet(ann, currency="USD")
    assert (await refused(hall, ann)).code == "too_fast"
    assert await hall.findings() == []


async def test_the_same_key_may_be_sent_again_once_it_is_time(house: House) -> None:
    hall = await Hall.open(house, jurisdiction="GB")
    ann = await born(hall, date(1990, 1, 1))
    await hall.bet(ann)

    assert (await refused(hall, ann, key="again")).code == "too_fast"
    house.clock.forward(timedelta(seconds=5))
    first = await hall.bet(ann, key="again")

    assert await hall.bet(ann, key="again") == first, "a known key is no new bet"


@pytest.mark.requirement("50")
async def test_of_twenty_bets_at_once_one_is_taken(house: House) -> None:
    hall = await Hall.open(house, jurisdiction="GB")
    ann = await born(hall, date(1990, 1, 1))
    client = await _signed_in(hall)

    answers = [await lay(client) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [201, 429, 429]
    assert answers[1].json()["code"] == "too_fast"
    assert int(answers[1].headers["retry-after"]) == 5
    assert (await hall.bet(ann))["round"]["status"] == "settled", "others are not slowed"


async def _signed_in(hall: Hall) -> httpx.AsyncClient:
    # The law asks a register about whoever comes in under it; they came in before.
    await _under(hall, "MT")
    client, _ = await seat(hall)
    await _under(hall, hall.tenant.jurisdiction)
    return client


@pytest.mark.requirement("51")
async def test_one_slot_game_is_played_at_a_time(house: House) -> None:
    hall = await Hall.open(house, jurisdiction="GB")
    await _second_slots(hall)
    ann = await born(hall, date(1990, 1, 1))
    await hall.bet(ann, **spin())
    house.clock.forward(timedelta(milliseconds=2_500))

    refusal = await refused(hall, ann, game="more", stake=100, choices={})
    await hall.bet(ann, **spin())
    house.clock.forward(timedelta(seconds=10))
    await hall.bet(ann, game="more", stake=100, choices={})

    assert (refusal.code, refusal.retry_after_s) == ("parallel_play", 8)


async def _second_slots(hall: Hall) -> None:
    async with hall.begin() as tx:
        await games.publish(
            tx, NewGame("more", "More", "slots", "originals", {}, dict.fromkeys(("EUR", "USD"), LIMITS), 9)
        )
    hall.offer = await Catalogue(hall.house.api.edge.database).offer(hall.tenant.id)


@pytest.mark.requirement("52")
async def test_stakes_are_capped_by_age_and_the_unknown_are_held_to_the_lowest(house: House) -> None:
    hall = await Hall.open(house, jurisdiction="GB")
    today = house.clock().date()
    young = await born(hall, today.replace(year=today.year - 25) + timedelta(days=1))
    grown = await born(hall, today.replace(year=today.year - 25))
    unknown = await born(hall, date(1950, 1, 1), is_known=False)

    for member_id, cap in ((young, 200), (grown, 500), (unknown, 200)):
        refusal = await refused(hall, member_id, **spin(cap + 1))
        assert refusal.code == "stake_capped"
        assert refusal.facts["stake_max"] == f"{cap // 100}.00"
        await hall.bet(member_id, **spin(cap))
        await hall.bet(member_id, stake=50_000)  # dice are not slots


@pytest.mark.requirement("49")
async def test_no_bet_places_itself_where_the_law_says_so(house: House) -> None:
    strict = await Hall.open(house, jurisdiction="GB")
    free = await Hall.open(house)

    answers = [
        await lay(await _signed_in(hall), automatic=automatic)
        for hall in (strict, free)
        for automatic in (True, False)
    ]

    assert [answer.status_code for answer in answers] == [403, 201, 201, 201]
    assert answers[0].json()["code"] == "autoplay_forbidden"


async def test_a_house_whose_law_slows_nothing_is_not_slowed_and_keeps_no_pace(house: House) -> None:
    hall = await Hall.open(house)
    ann = await born(hall, date(1990, 1, 1))

    for _ in range(5):
        await hall.bet(ann)
        await hall.bet(ann, **spin())

    rows = await house.rows("SELECT pace FROM limit_counters WHERE tenant_id = $1", hall.tenant.id)
    assert [row["pace"] for row in rows] == [""]


@pytest.mark.requirement("39")
@pytest.mark.parametrize(
    ("rules", "is_live"), [({}, True), ({"rtp_min_bp": 9901}, False), ({"rtp_max_bp": 9899}, False)]
)
async def test_a_game_goes_live_only_within_the_laws_returns(
    house: House, *, rules: dict[str, object], is_live: bool
) -> None:
    tenant = await house.open_tenant(jurisdiction="AB")
    dice = NewGame("dice", "Dice", "dice", "originals", {}, {"EUR": LIMITS}, 1)

    with tenancy.beside_shipped([law("AB", **rules)]):
        async with house.begin(tenant) as tx:
            if is_live:
                assert await games.publish(tx, dice)
            else:
                with pytest.raises(Refusal) as refusal:
                    await games.publish(tx, dice)
                assert refusal.value.code == "return_out_of_band"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({}, None),
        ({"shortest_cycle_ms": {"slots": 1, "casino": 1}}, "too_fast"),
        ({"stake_caps": [{"kind": "casino", "amounts": {"EUR": "0.50"}}]}, "stake_capped"),
        ({"stake_caps": [{"kind": "casino", "amounts": {"GBP": "9.00"}}]}, "stake_capped"),
    ],
)
async def test_a_changed_rule_changes_what_the_engine_does(
    house: House, rules: dict[str, object], code: str | None
) -> None:
    with tenancy.beside_shipped([law("AC", **rules)]):
        hall = await Hall.open(house, jurisdiction="AC")
        ann = await born(hall, date(1990, 1, 1))
        if code is None or code == "too_fast":
            await hall.bet(ann)
        if code is None:
            await hall.bet(ann)
        else:
            assert (await refused(hall, ann)).code == code
