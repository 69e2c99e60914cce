"""A frozen account can be looked at, and nothing else, until a second person releases it."""

import asyncio
from datetime import datetime

import pytest

from stakehouse.domains import access, compliance, identity
from stakehouse.domains.access import ApprovalKind, OwnRequest
from stakehouse.domains.compliance.errors import AccountFrozen, NotFrozen, OwnCase
from stakehouse.domains.compliance.handlers import on_standing_changed
from stakehouse.domains.compliance.rules.cases import Finding, Severity
from stakehouse.domains.compliance.service import cases, exclusions, freezes
from stakehouse.domains.compliance.service.freezes import Stop
from stakehouse.domains.identity import AccountLimited, Standing
from stakehouse.domains.ledger import driver
from stakehouse.events.identity import MemberStandingChanged
from stakehouse.infra.subscriber import Event
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.conftest import NOON, Scene, staff

OFFICER = staff("compliance@lucky.test", "aml:freeze")
SECOND = staff("owner@lucky.test", "aml:freeze")
KINDS = {freezes.RELEASE: ApprovalKind(freezes.RELEASE, "aml:freeze", freezes.carry_out_release)}


async def freeze(scene: Scene, actor: Actor = OFFICER) -> None:
    async with scene.begin(NOON, actor) as tx:
        await freezes.freeze(tx, scene.member_id, reason="Money of unknown origin.")


async def release(scene: Scene, *, asks: Actor = OFFICER, decides: Actor = SECOND) -> None:
    async with scene.begin(NOON, asks) as tx:
        asked = await freezes.ask_release(tx, scene.member_id, reason="The origin was shown.")
    async with scene.begin(NOON, decides) as tx:
        await access.approve(tx, asked.id, asked.content_hash, KINDS)


async def check_bet(scene: Scene, now: datetime = NOON) -> None:
    async with scene.begin() as tx:
        rows = await compliance.read_protections(
            await driver(tx), scene.tenant_id, [(scene.member_id, "EUR")]
        )
        rows.open(now).check_bet(scene.member_id, "EUR", 100)


async def stop(scene: Scene) -> Stop | None:
    async with scene.begin() as tx:
        return await compliance.withdrawal_stop(tx, scene.member_id)


async def test_a_frozen_member_may_come_in_and_neither_bet_deposit_nor_withdraw(scene: Scene) -> None:
    await freeze(scene)

    with pytest.raises(AccountLimited):
        await check_bet(scene)
    async with scene.begin() as tx:
        with pytest.raises(AccountLimited):
            await compliance.check_deposit(tx, scene.member_id, "EUR", 100)
        await compliance.admit_sign_in(tx, scene.member_id)
        identity_standing = (await identity.member(tx, scene.member_id)).standing
    assert identity_standing is Standing.LIMITED
    assert await stop(scene) is Stop.FROZEN
    assert "account.frozen" in await scene.told()


async def test_only_a_second_person_releases(scene: Scene) -> None:
    await freeze(scene)

    with pytest.raises(OwnRequest):
        await release(scene, decides=OFFICER)
    assert await stop(scene) is Stop.FROZEN

    await release(scene)

    await check_bet(scene)
    assert await stop(scene) is None
    assert "account.released" in await scene.told()
    recorded = await scene.recorded()
    assert recorded.index("account.frozen") < recorded.index("account.released")


async def test_no_other_way_makes_a_frozen_account_active(scene: Scene) -> None:
    await freeze(scene)

    async with scene.begin(NOON, SECOND) as tx:
        with pytest.raises(AccountFrozen):
            await exclusions.set_standing(tx, scene.member_id, Standing.ACTIVE, "He asked nicely.")
    # Identity alone does not know of the freeze; play goes on asking compliance.
    async with scene.begin(NOON, SECOND) as tx:
        await identity.set_standing(tx, scene.member_id, Standing.ACTIVE, "He asked nicely.")
        fact = MemberStandingChanged(member_id=scene.member_id, standing="active", reason="")
        await on_standing_changed(tx, Event(new_id(), scene.tenant_id, "m", NOON, fact))

    with pytest.raises(AccountLimited):
        await check_bet(scene)
    async with scene.begin() as tx:
        with pytest.raises(AccountLimited):
            await compliance.check_deposit(tx, scene.member_id, "EUR", 100)


async def test_what_was_limited_before_stays_so_after_the_release(scene: Scene) -> None:
    async with scene.begin() as tx:
        await exclusions.set_standing(tx, scene.member_id, Standing.LIMITED, "Waits for papers.")
    await freeze(scene)
    await release(scene)

    with pytest.raises(AccountLimited):
        await check_bet(scene)
    assert await stop(scene) is None


async def test_ten_freezes_at_once_are_one_and_a_release_ends_once(scene: Scene) -> None:
    done = await asyncio.gather(*(freeze(scene) for _ in range(10)), return_exceptions=True)

    assert sum(1 for each in done if each is None) == 1
    assert all(each is None or isinstance(each, AccountFrozen) for each in done)
    await release(scene)
    with pytest.raises(NotFrozen):
        await release(scene)


async def test_nobody_freezes_or_releases_themselves(scene: Scene) -> None:
    own = staff("ann", "aml:freeze", user_id=scene.user_id)
    with pytest.raises(OwnCase):
        await freeze(scene, own)
    await freeze(scene)
    with pytest.raises(OwnCase):
        await release(scene, decides=own)
    assert await stop(scene) is Stop.FROZEN


async def test_an_open_case_that_blocks_stops_withdrawals_until_it_is_closed(scene: Scene) -> None:
    async with scene.begin(NOON, OFFICER) as tx:
        case = await cases.open_case(
            tx, scene.member_id, severity=Severity.HIGH, is_blocking=True, summary="Third-party payments."
        )
    assert await stop(scene) is Stop.CASE
    await check_bet(scene)

    async with scene.begin(NOON, OFFICER) as tx:
        await cases.close(tx, case.id, Finding.NO_ACTION, reason="His wife's card, shown.")
    assert await stop(scene) is None
