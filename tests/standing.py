"""A house that stands, as fixtures: a conftest imports those that its folder's tests ask for.

``house`` is there in two ways, and a conftest imports one of them: ``house_of_module`` stands for all tests
of a module and is the cheaper one; ``house_of_test`` is for tests that move its clock, or fill what a process
remembers.
"""

from collections.abc import AsyncIterator

import pytest

from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.database import Database
from tests.databases import TestDatabase
from tests.halls import Hall
from tests.houses import House, standing_house


@pytest.fixture(name="house", scope="module")
async def house_of_module(module_database: TestDatabase) -> AsyncIterator[House]:
    """One house a module."""
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture(name="house")
async def house_of_test(module_database: TestDatabase, module_pools: Database) -> AsyncIterator[House]:
    """One house a test, on the module's database."""
    async with standing_house(module_database, pools=module_pools) as standing:
        yield standing


@pytest.fixture
async def tenant(house: House) -> TenantProfile:
    """A tenant of the test's own."""
    return await house.open_tenant()


@pytest.fixture
async def hall(house: House) -> Hall:
    """A tenant of the test's own, with games to play."""
    return await Hall.open(house)
