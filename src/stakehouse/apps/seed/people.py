"""The people: staff of every role in every house, the platform's administrators, a verified player."""

from datetime import date

from stakehouse.apps.seed.ground import Ground
from stakehouse.domains import access, identity
from stakehouse.domains.access import SHIPPED, PlatformRole
from stakehouse.domains.identity import KycStatus, NewMember
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId

ROOT = "root@stakehouse.test"
PLATFORM = {ROOT: "Platform administrator", "second@stakehouse.test": "Second administrator"}
"""What closes a house for good takes two of them."""

PLAYERS = {"lucky": "player@lucky.test"}
BORN = date(1990, 5, 17)


async def bring_people(ground: Ground) -> None:
    """Brings everybody who is missing, and gives the demo password to those who have another one."""
    for tenant in ground.tenants.values():
        async with ground.begin(tenant.id) as tx:
            for role in SHIPPED:
                email = f"{role.code}@{tenant.slug}.test"
                user_id = await _person(tx, ground, email, role.title)
                await access.add_staff(tx, user_id, role.title)
                await access.grant(tx, user_id, role.code)
            if tenant.slug in PLAYERS:
                await _bring_player(tx, ground, tenant)
    async with ground.begin(next(iter(ground.tenants.values())).id) as tx:
        for email, name in PLATFORM.items():
            user_id = await _person(tx, ground, email, name)
            await access.grant_platform_role(tx, user_id, PlatformRole.SUPER_ADMIN, name)


async def _bring_player(tx: Tx, ground: Ground, tenant: TenantProfile) -> None:
    user_id = await _person(tx, ground, PLAYERS[tenant.slug], "")
    known = await identity.member_of_user(tx, user_id)
    if known is not None:
        ground.players[tenant.slug] = known.member_id
        return
    member_id = await identity.enrol(
        tx,
        NewMember(
            user_id=user_id,
            username="player",
            birth_date=BORN,
            country="MT",
            currency=tenant.default_currency,
            locale=tenant.languages[0],
            kyc_status=KycStatus.VERIFIED,
        ),
    )
    assert member_id is not None, "the name is free in a house that was just opened"
    ground.players[tenant.slug] = member_id


async def _person(tx: Tx, ground: Ground, email: str, name: str) -> UserId:
    user_id = await identity.ensure_user(tx, email, ground.password_hash, name=name)
    stored = await identity.password_hash_of(tx, email)
    # Those of this run carry the very hash; an earlier run's one is checked, which takes a moment.
    if stored != ground.password_hash and not await ground.verifies(stored):
        await identity.set_password_hash(tx, user_id, ground.password_hash)
    await identity.mark_demo(tx, user_id)
    ground.people.append(email)
    return user_id
