"""Secrets at rest: AES-256-GCM under keys of one tenant and one purpose, derived from a master key.

Data keys are derived (HKDF-SHA256, RFC 5869) instead of stored, so sealing and opening never wait
for a database and every process agrees from its first moment on. What is sealed names the master
it was sealed under: a new master seals from then on, the earlier ones still open.
"""

import hashlib
import hmac
import os
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
FORMAT = 1
HEADER_BYTES = 2
MASTER_NUMBER_MAX = 255
KEYS_REMEMBERED_MAX = 20_000


class SealBroken(Exception):  # noqa: N818 - a fault of the store or an attack, told in the house's words
    """What was stored is not what we sealed: another tenant's, another purpose's, altered, or no master."""


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A master key.

    Attributes:
        number: 1 to 255, never used again for another key; written into whatever it seals.
        secret: 32 random bytes.
    """

    number: int
    secret: bytes

    def __post_init__(self) -> None:
        """Refuses a key that is no key."""
        if not 1 <= self.number <= MASTER_NUMBER_MAX or len(self.secret) != KEY_BYTES:
            message = f"a master key has a number from 1 to {MASTER_NUMBER_MAX} and {KEY_BYTES} bytes"
            raise ValueError(message)

    def __repr__(self) -> str:
        """Its number; the secret never shows in a log."""
        return f"MasterKey({self.number})"


class Vault:
    """Seals, opens and signs on behalf of the house; all synchronous, about five microseconds an act."""

    def __init__(self, masters: Sequence[MasterKey]) -> None:
        """Keeps the masters.

        Args:
            masters: the newest first; it seals, the others only open.
        """
        assert masters, "a vault needs a master key"
        self._masters = {master.number: master.secret for master in masters}
        self._newest = masters[0].number
        self._ciphers: dict[tuple[int, UUID, str], AESGCM] = {}
        self._derived: dict[tuple[int, str], bytes] = {}

    @property
    def masters(self) -> tuple[int, ...]:
        """The numbers of the masters, the sealing one first."""
        return (self._newest, *(number for number in self._masters if number != self._newest))

    def seal(self, tenant_id: UUID, purpose: str, plaintext: bytes) -> bytes:
        """Encrypts under the tenant's key for a purpose.

        Args:
            tenant_id: whose secret it is; only the same id opens it.
            purpose: what it is for ("server_seed"); only the same word opens it.
            plaintext: the secret.
        """
        header = bytes((FORMAT, self._newest))
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._cipher(self._newest, tenant_id, purpose)
        return header + nonce + cipher.encrypt(nonce, plaintext, header)

    def open(self, tenant_id: UUID, purpose: str, sealed: bytes) -> bytes:
        """The secret behind what :meth:`seal` answered.

        Raises:
            SealBroken: it was not sealed for this tenant and purpose, or was altered.
        """
        header, nonce = sealed[:HEADER_BYTES], sealed[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES]
        if len(nonce) != NONCE_BYTES or header[0] != FORMAT or header[1] not in self._masters:
            raise SealBroken("sealed under a format or a master key that this house does not know")
        try:
            rest = sealed[HEADER_BYTES + NONCE_BYTES :]
            return self._cipher(header[1], tenant_id, purpose).decrypt(nonce, rest, header)
        except InvalidTag as error:
            message = f"a sealed {purpose} does not open"
            raise SealBroken(message) from error

    def digest(self, purpose: str, message: bytes) -> bytes:
        """The HMAC-SHA256 of a message under a key of this purpose: for codes and short-lived tokens.

        The newest master keys it, so what was digested under an earlier one no longer matches.
        """
        return hmac.digest(self.derived(self._newest, purpose), message, hashlib.sha256)

    def derived(self, master: int, purpose: str) -> bytes:
        """32 bytes that belong to the platform, a master and a purpose."""
        known = self._derived.get((master, purpose))
        if known is None:
            known = _derive(self._masters[master], f"platform\0{purpose}".encode())
            self._derived[master, purpose] = known
        return known

    def _cipher(self, master: int, tenant_id: UUID, purpose: str) -> AESGCM:
        key = (master, tenant_id, purpose)
        cipher = self._ciphers.get(key)
        if cipher is None:
            info = b"tenant\0" + tenant_id.bytes + purpose.encode()
            cipher = AESGCM(_derive(self._masters[master], info))
            if len(self._ciphers) >= KEYS_REMEMBERED_MAX:
                self._ciphers.clear()
            self._ciphers[key] = cipher
        return cipher


def _derive(secret: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"stakehouse/1\0" + info).derive(secret)


def parse_masters(text: str) -> list[MasterKey]:
    """The master keys of a setting.

    Args:
        text: 32 bytes in base64, or several with their numbers, the newest first:
            ``2:base64,1:base64``. A key without a number is number 1.

    Raises:
        ValueError: not of that form; the message does not show the keys.
    """
    masters = []
    for entry in text.split(","):
        number, _, secret = entry.strip().rpartition(":")
        try:
            masters.append(MasterKey(int(number or 1), b64decode(secret, validate=True)))
        except ValueError as error:
            message = f"a master key is {KEY_BYTES} bytes in base64, several are written 2:key,1:key"
            raise ValueError(message) from error
    if len({master.number for master in masters}) != len(masters):
        message = "two master keys have the same number"
        raise ValueError(message)
    return masters
