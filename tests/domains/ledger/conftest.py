"""A bank for the tests of the ledger: one house a module, one tenant a test."""

import pytest

from tests.banks import Bank
from tests.houses import House
from tests.standing import house_of_module

__all__ = ["bank", "house_of_module"]


@pytest.fixture
async def bank(house: House) -> Bank:
    return Bank(house, await house.open_tenant())
