"""The shelf of gateways: one folder a vendor, one line in the registry."""

from collections.abc import Mapping

from stakehouse.domains.payments.adapters import sandpay
from stakehouse.domains.payments.adapters.shelf import Adapter, Shelf

GATEWAYS: Mapping[str, Adapter] = {"sandpay": sandpay.ADAPTER}
"""Every adapter by the name under which connections and addresses of notices know it."""

__all__ = ["GATEWAYS", "Adapter", "Shelf"]
