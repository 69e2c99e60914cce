"""A hall for the defects that were seen elsewhere: one house a module, one tenant a test."""

from tests.standing import hall, house_of_module

__all__ = ["hall", "house_of_module"]
