"""A bank for the tests of the ledger: one house a module, one tenant a test."""

from collections.abc import AsyncIterator

import pytest

from tests.banks import Bank
from tests.databases import TestDatabase
from tests.houses import House, standing_house


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def bank(house: House) -> Bank:
    return Bank(house, await house.open_tenant())
