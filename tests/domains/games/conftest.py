"""A hall for the tests of games that need a database: one house a module, one tenant a test."""

from tests.standing import hall, house_of_module

__all__ = ["hall", "house_of_module"]
