"""Bets decided together: the same answers, rows and refusals as one after the other."""

import json
from collections.abc import Sequence
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from stakehouse.domains import compliance
from stakehouse.domains.compliance import LimitKind, Period
from stakehouse.domains.play import Bet, Scene, WalletAct, WalletPlan
from stakehouse.domains.play.service.wallet_plan import companies
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import MemberId
from tests.domains.play.test_at_hand import member, plan
from tests.halls import Hall

SOME = 4


class _Bet(Bet):
    """A bet of which only its member counts."""

    def __init__(self, member_id: int) -> None:
        self.member_id = member_id  # type: ignore[assignment]  # a number is enough to tell members apart


class _Step:
    def __init__(self, member_id: int) -> None:
        self.member_id = member_id


acts = st.lists(
    st.tuples(st.booleans(), st.integers(0, SOME)).map(
        lambda drawn: _Bet(drawn[1]) if drawn[0] else _Step(drawn[1])
    ),
    max_size=30,
)


@given(acts)
def test_companies_keep_the_order_and_hold_a_member_once(queue: Sequence[WalletAct]) -> None:
    cut = list(companies(queue))

    assert [act for company in cut for act in company] == list(queue)
    for company in cut:
        assert len({act.member_id for act in company}) == len(company)
        assert len(company) == 1 or all(isinstance(act, Bet) for act in company)


@given(acts)
def test_a_company_is_as_large_as_it_can_be(queue: Sequence[WalletAct]) -> None:
    for company, following in zip(cut := list(companies(queue)), cut[1:], strict=False):
        members = {act.member_id for act in company}
        is_full = following[0].member_id in members
        assert is_full or not isinstance(company[0], Bet) or not isinstance(following[0], Bet)


async def test_together_is_as_one_after_the_other(hall: Hall) -> None:
    """Winners and losers, some with limits, some without money, keys that come again, and a pool."""
    people = [await member(hall, units) for units in (0, 100, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000)]
    await hall.jackpot(*people[1:6], contribution_bp=137)
    async with hall.begin() as tx:
        for who in people[2:4]:
            await compliance.set_limit(tx, who, LimitKind.WAGER, Period.DAY, amount="3.00", currency="EUR")
    # A third bet of each passes the limit; then a key comes with other content, and one as it came before.
    plays = [(100, "a"), (150, "b"), (200, "c"), (100, "b"), (100, "a")]
    bets = [hall.bet_act(who, stake=stake, key=f"{who} {key}") for stake, key in plays for who in people]
    plans = plan(hall, None)
    async with hall.house.api.edge.database.pipelines.acquire() as conn:
        conn.begin(f"SET LOCAL app.tenant = '{hall.tenant.id}'")
        rows = await plans.read(conn, hall.tenant.id, bets)
        await conn.roll_back()
    now = hall.house.clock()

    together = _decided(plans, hall, rows, now, [bets])
    single = _decided(plans, hall, rows, now, [[bet] for bet in bets])

    assert together == single
    refused = {answer for answer in together[0] if isinstance(answer, tuple)}
    assert {code for code, _ in refused} == {"insufficient_funds", "limit_reached", "idempotency_conflict"}
    assert together[0][-1] == together[0][len(people) - 1]


def _decided(
    plans: WalletPlan, hall: Hall, rows: object, now: datetime, groups: Sequence[Sequence[WalletAct]]
) -> tuple[list[object], list[object]]:
    """What is answered, and what would be written, without the ids that are new each time."""
    scene = plans.scene(hall.tenant.id, rows, now)
    answers = [answer for group in groups for answer in plans.decide(scene, group)]
    return [_plain(answer) for answer in answers], _written(scene)


def _plain(answer: bytes | Refusal | None) -> object:
    if isinstance(answer, Refusal):
        return answer.code, answer.detail
    assert answer is not None
    return json.dumps(json.loads(answer), sort_keys=True)


def _written(scene: Scene) -> list[object]:
    books, protections, pools = scene.books, scene.protections, scene.pools
    by_member: dict[MemberId, list[object]] = {}
    for row in books.transfers:
        by_member.setdefault(MemberId(row.owner_id), []).append(row[3:])
    return [
        by_member,
        sorted((str(account.account_id), account.balance, account.version) for account in books.touched()),
        sorted((row.act.key, row.answer) for row in books.operations),
        sorted((row.act.key, row.refusal) for row in books.refusals),
        sorted((str(key), list(s.wagered), list(s.won), list(s.played)) for key, s in protections.touched()),
        [(entry.member_id, entry.carry, entry.contributed) for entry in pools.touched()],
        sorted((str(row.round_id), row.nonce, row.payout) for row in scene.new_rounds),
        sorted(str(fact) for fact in scene.facts),
    ]
