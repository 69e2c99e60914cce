"""A standing house for the tests of support."""

from collections.abc import AsyncIterator

import pytest

from stakehouse.domains.tenancy import TenantProfile
from tests.databases import TestDatabase
from tests.houses import House, standing_house


@pytest.fixture
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    return await house.open_tenant()
