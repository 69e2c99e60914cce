"""A standing house for the tests of access."""

from tests.domains.compliance.conftest import scene
from tests.standing import house_of_test, tenant

__all__ = ["house_of_test", "scene", "tenant"]
