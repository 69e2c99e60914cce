"""The keys of Sandstop's customers, derived from one secret so that nobody has to register."""

import hashlib
import hmac

from stakehouse.infra.crypto import Vault


def simulator_secret(vault: Vault) -> bytes:
    """From which the simulator derives the keys of its customers."""
    return vault.derived(vault.masters[-1], "simulator.sandstop")


def key_of(secret: bytes, house: str) -> str:
    """The key of one house."""
    return f"{house}.{hmac.new(secret, f'sandstop:{house}'.encode(), hashlib.sha256).hexdigest()}"


def house_of(secret: bytes, key: str) -> str | None:
    """Whose key this is; ``None`` if nobody's."""
    house = key.rpartition(".")[0]
    return house if house and hmac.compare_digest(key_of(secret, house).encode(), key.encode()) else None
