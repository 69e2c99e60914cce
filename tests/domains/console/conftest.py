"""A standing house, and people of the platform's own staff."""

import httpx
import pytest

from stakehouse.domains import access, identity
from stakehouse.domains.access import PlatformRole
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.kernel.ids import new_id
from tests.houses import House, sign_in
from tests.standing import house_of_test, tenant

__all__ = ["desk", "house_of_test", "root", "tenant"]


@pytest.fixture
async def desk(house: House) -> TenantProfile:
    """The house at whose back-office the platform's staff sign in."""
    return await house.open_tenant()


async def root(house: House, desk: TenantProfile, *roles: str) -> httpx.AsyncClient:
    """A person of the platform's staff, signed in; with roles at the desk as well, if any are named."""
    email = f"root.{new_id().hex[-12:]}@example.com"
    async with house.begin(desk) as tx:
        user_id = await identity.ensure_user(tx, email, house.password_hash, name="Root")
        await identity.mark_demo(tx, user_id)
        await access.grant_platform_role(tx, user_id, PlatformRole.SUPER_ADMIN, email)
    if roles:
        await house.add_staff(desk, email, *roles)
    client = house.client(desk)
    await sign_in(client, "staff", email)
    return client
