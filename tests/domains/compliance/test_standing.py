"""Account states: which may follow which, what each lets a member do, and that all is written down."""

from itertools import product

import pytest

from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance import AccountState
from stakehouse.domains.compliance.rules.exclusions import state_of
from stakehouse.domains.compliance.types import Exclusion, ExclusionKind
from stakehouse.domains.identity import (
    AccountClosed,
    AccountLimited,
    AccountPending,
    MemberSuspended,
    Standing,
    WrongStanding,
)
from stakehouse.domains.identity.rules import STANDINGS_AFTER
from stakehouse.domains.ledger import driver
from stakehouse.kernel.errors import Refusal
from tests.domains.compliance.conftest import NOON, Scene, after, staff, the_member

REFUSED: dict[Standing, type[Refusal] | None] = {
    Standing.PENDING: AccountPending,
    Standing.ACTIVE: None,
    Standing.LIMITED: AccountLimited,
    Standing.SUSPENDED: MemberSuspended,
    Standing.INACTIVE: AccountLimited,
    Standing.CLOSED: AccountClosed,
}


async def become(scene: Scene, standing: Standing, reason: str = "Looked into.") -> None:
    async with scene.begin(NOON, staff("aml@lucky.test")) as tx:
        await compliance.set_standing(tx, scene.member_id, standing, reason)


async def check_bet(scene: Scene) -> None:
    async with scene.begin() as tx:
        rows = await compliance.read_protections(
            await driver(tx), scene.tenant_id, [(scene.member_id, "EUR")]
        )
        rows.open(NOON).check_bet(scene.member_id, "EUR", 100)


async def check_deposit(scene: Scene) -> None:
    async with scene.begin() as tx:
        await compliance.check_deposit(tx, scene.member_id, "EUR", 100)


@pytest.mark.requirement("19")
@pytest.mark.parametrize("standing", sorted(STANDINGS_AFTER[Standing.ACTIVE], key=str))
async def test_a_standing_acts_on_the_next_bet_and_deposit(scene: Scene, standing: Standing) -> None:
    await become(scene, standing)

    refusal = REFUSED[standing]
    assert refusal is not None
    with pytest.raises(refusal):
        await check_bet(scene)
    with pytest.raises(refusal):
        await check_deposit(scene)


@pytest.mark.requirement("19")
async def test_each_change_has_time_reason_and_actor(scene: Scene) -> None:
    await become(scene, Standing.LIMITED, "Papers ran out.")
    await become(scene, Standing.ACTIVE, "New papers came.")
    async with scene.begin(after(hours=1), the_member(scene)) as tx:
        await compliance.take_time_out(tx, scene.member_id, after(days=8))

    async with scene.begin() as tx:
        history = await identity.standing_history(tx, scene.member_id)

    assert [(each.before, each.after, each.reason) for each in history] == [
        ("active", "time_out", "Asked for by the member."),
        ("limited", "active", "New papers came."),
        ("active", "limited", "Papers ran out."),
    ]
    assert [(each.at, each.until, each.actor_kind, each.actor_name) for each in history[:2]] == [
        (after(hours=1), after(days=8), "member", "ann"),
        (NOON, None, "staff", "aml@lucky.test"),
    ]


@pytest.mark.requirement("19")
@pytest.mark.parametrize(("before", "wanted"), list(product(Standing, Standing)))
def test_closed_is_for_good_and_nobody_becomes_what_they_are(before: Standing, wanted: Standing) -> None:
    allowed = STANDINGS_AFTER[before]

    assert before not in allowed
    assert Standing.PENDING not in allowed
    if before is Standing.CLOSED:
        assert wanted not in allowed


async def test_a_closed_account_is_not_opened_again(scene: Scene) -> None:
    await become(scene, Standing.CLOSED)

    with pytest.raises(WrongStanding):
        await become(scene, Standing.ACTIVE)


@pytest.mark.parametrize("standing", list(Standing))
def test_a_protection_outweighs_all_that_would_let_a_member_play(standing: Standing) -> None:
    covered = state_of(standing, Exclusion(ExclusionKind.SELF_EXCLUSION, NOON, None), NOON)

    expected = standing.value if standing in {Standing.CLOSED, Standing.SUSPENDED} else "excluded"
    assert covered is AccountState(expected)
    assert state_of(standing, None, NOON) is AccountState(standing.value)


@pytest.mark.requirement("R15")
async def test_only_whom_nothing_keeps_out_may_get_marketing(scene: Scene) -> None:
    async def may() -> bool:
        async with scene.begin() as tx:
            return await compliance.may_market(tx, scene.member_id)

    assert await may()
    await become(scene, Standing.LIMITED)
    assert not await may()
    await become(scene, Standing.ACTIVE)
    async with scene.begin(NOON, the_member(scene)) as tx:
        await compliance.take_time_out(tx, scene.member_id, after(days=1))
    assert not await may()


async def test_history_is_never_rewritten(scene: Scene) -> None:
    await become(scene, Standing.LIMITED)

    with pytest.raises(Exception, match="never changed"):
        await scene.rows("UPDATE standing_changes SET reason = 'x' WHERE tenant_id = $1 RETURNING 1")
