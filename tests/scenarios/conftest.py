"""A hall for the defects that were seen elsewhere: one house a module, one tenant a test."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import TestDatabase
from tests.halls import Hall
from tests.houses import House, standing_house


@pytest.fixture(scope="module")
async def house(module_database: TestDatabase) -> AsyncIterator[House]:
    async with standing_house(module_database) as standing:
        yield standing


@pytest.fixture
async def hall(house: House) -> Hall:
    return await Hall.open(house)
