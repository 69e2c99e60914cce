"""Sandpay, a gateway that exists only here: hosted checkout, payouts, signed notices.

It knows nothing of the house but what comes over HTTP, keeps its own books in one SQLite file,
counts how often it acted on each reference, and misbehaves on request: it delays, repeats,
reorders, loses and corrupts its notices, answers 500 after acting, and lets answers hang.
"""

from stakehouse.apps.simulators.sandpay.app import sandpay
from stakehouse.apps.simulators.sandpay.keys import MerchantKeys, merchant_keys
from stakehouse.apps.simulators.sandpay.server import serve

__all__ = ["MerchantKeys", "merchant_keys", "sandpay", "serve"]
