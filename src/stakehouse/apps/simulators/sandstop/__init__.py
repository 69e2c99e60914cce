"""Sandstop, a national register of exclusions that exists only here: one call, its answer in headers.

It knows nothing of the house but what comes over HTTP, and forgets everything when it stops. Its page
at ``/operator`` puts people on the register, takes them off, and makes it slow, closed or talk nonsense.
A house is given a key there, or at ``/operator/keys``.
"""

from stakehouse.apps.simulators.sandstop.app import Mode, sandstop
from stakehouse.apps.simulators.sandstop.keys import key_of, simulator_secret
from stakehouse.apps.simulators.sandstop.server import serve

__all__ = ["Mode", "key_of", "sandstop", "serve", "simulator_secret"]
