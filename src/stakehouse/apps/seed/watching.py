"""A watchlist of invented people in the gaming house, and a member who bears a name on it."""

import hashlib
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path

from stakehouse.apps.seed.ground import Ground
from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance import Format
from stakehouse.domains.identity import NewMember
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.tx import Tx

HOUSE = "lucky"
CODE, TITLE = "invented", "Invented people"
LIST = Path(__file__).with_name("lists") / "sample.targets.simple.csv"
EMAIL, USERNAME = "rodion@lucky.test", "rodion"
FIRST_NAME, LAST_NAME, BORN = "Родион", "Скворченко", date(1968, 3, 14)


async def watch(ground: Ground) -> None:
    """Puts the list in force and brings the member, who is a case from then on."""
    tenant = ground.tenants[HOUSE]
    async with ground.begin(tenant.id) as tx:
        known = any(version.code == CODE for version in await compliance.watchlist_versions(tx))
    if not known:
        await _load(ground, tenant)
    async with ground.begin(tenant.id) as tx:
        await _bring(tx, ground, tenant)


async def _load(ground: Ground, tenant: TenantProfile) -> None:
    content = LIST.read_bytes()

    def opened() -> AbstractAsyncContextManager[Tx]:
        return ground.begin(tenant.id)

    async with opened() as tx:
        version_id = await compliance.register_watchlist(
            tx,
            None,
            code=CODE,
            title=TITLE,
            form=Format.OPENSANCTIONS_CSV,
            file_name=LIST.name,
            sha256=hashlib.sha256(content).hexdigest(),
            size_bytes=len(content),
        )
    with LIST.open("rb") as file:
        await compliance.load_watchlist(opened, version_id, file)
    async with opened() as tx:
        await compliance.activate_watchlist(tx, version_id, reason="Sown with the house.")


async def _bring(tx: Tx, ground: Ground, tenant: TenantProfile) -> None:
    user_id = await identity.ensure_user(tx, EMAIL, ground.password_hash, name="")
    stored = await identity.password_hash_of(tx, EMAIL)
    if stored != ground.password_hash and not await ground.verifies(stored):
        await identity.set_password_hash(tx, user_id, ground.password_hash)
    ground.people.append(EMAIL)
    if await identity.member_of_user(tx, user_id) is not None:
        return
    new = NewMember(
        user_id=user_id,
        username=USERNAME,
        birth_date=BORN,
        country="CY",
        currency=tenant.default_currency,
        locale="ru",
    )
    member_id = await identity.enrol(tx, new)
    assert member_id is not None, "the name is free in a house that was just opened"
    await identity.set_name(tx, member_id, FIRST_NAME, LAST_NAME)
    await compliance.screen_member(tx, member_id, "registration")
