"""A house for the tests of reporting: one a module, one tenant a test."""

from tests.standing import hall, house_of_module

__all__ = ["hall", "house_of_module"]
