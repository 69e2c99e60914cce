"""What compliance does when it hears news."""

import msgspec
import pytest

from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance.handlers import HANDLERS
from stakehouse.domains.identity import MemberSuspended, Standing
from stakehouse.domains.ledger import driver
from stakehouse.infra.bus import Envelope
from stakehouse.infra.subscriber import hear_once
from tests.domains.compliance.conftest import NOON, Scene, staff

STANDING = next(handler for handler in HANDLERS if handler.consumer == "compliance-standing")


async def heard(scene: Scene) -> list[bool]:
    """Lets compliance hear all that identity told of standings; whether each was news."""
    rows = await scene.rows(
        "SELECT id, version, key, payload, created_at FROM outbox "
        "WHERE tenant_id = $1 AND name = 'member.standing_changed' ORDER BY seq"
    )
    news = []
    for row in rows:
        envelope = Envelope(
            id=row["id"],
            tenant_id=scene.tenant_id,
            domain="identity",
            name="member.standing_changed",
            version=row["version"],
            key=row["key"],
            created_at=row["created_at"],
            payload=msgspec.Raw(row["payload"]),
        )
        async with scene.begin() as tx:
            news.append(await hear_once(STANDING, tx, envelope))
    return news


async def check_bet(scene: Scene) -> None:
    async with scene.begin() as tx:
        rows = await compliance.read_protections(
            await driver(tx), scene.tenant_id, [(scene.member_id, "EUR")]
        )
        rows.open(NOON).check_bet(scene.member_id, "EUR", 100)


async def set_standing(scene: Scene, standing: Standing) -> None:
    async with scene.begin(NOON, staff("support@lucky.test")) as tx:
        await identity.set_standing(tx, scene.member_id, standing, "Asked by phone.")


async def test_a_suspension_is_heard_once(scene: Scene) -> None:
    await set_standing(scene, Standing.SUSPENDED)

    assert await heard(scene) == [True]
    assert await heard(scene) == [False]

    with pytest.raises(MemberSuspended):
        await check_bet(scene)


async def test_news_that_comes_late_says_what_is_true_now(scene: Scene) -> None:
    await set_standing(scene, Standing.SUSPENDED)
    await set_standing(scene, Standing.ACTIVE)

    assert await heard(scene) == [True, True]

    await check_bet(scene)
