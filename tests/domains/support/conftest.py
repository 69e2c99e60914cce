"""A standing house for the tests of support."""

from tests.standing import house_of_test, tenant

__all__ = ["house_of_test", "tenant"]
