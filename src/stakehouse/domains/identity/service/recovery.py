"""Recovery codes: ten of them, each good for one time, for the day on which the telephone is gone."""

import hashlib
import hmac
import secrets

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.store import factors
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId

DIGEST_PURPOSE = "identity.recovery_code"


async def renew(tx: Tx, user_id: UserId, vault: Vault) -> list[str]:
    """Makes ten new codes in place of all earlier ones; they are shown once and stored nowhere."""
    codes = [_new_code() for _ in range(rules.RECOVERY_CODES)]
    newest = vault.masters[0]
    digests = [_digest(vault, newest, user_id, code) for code in codes]
    await factors.replace_recovery_codes(tx, user_id, digests)
    return [rules.shown_recovery_code(code) for code in codes]


async def accepts(tx: Tx, user_id: UserId, text: str, vault: Vault) -> bool:
    """Whether a code is one of the person's that was not used yet; it is used up by this."""
    code = rules.normalise_recovery_code(text)
    if len(code) != rules.RECOVERY_CODE_LENGTH:
        return False
    # The sheet in the drawer outlives a master key: the digests under all of them are looked for.
    digests = [_digest(vault, master, user_id, code) for master in vault.masters]
    return await factors.claim_recovery_code(tx, user_id, digests)


def _new_code() -> str:
    return "".join(secrets.choice(rules.RECOVERY_ALPHABET) for _ in range(rules.RECOVERY_CODE_LENGTH))


def _digest(vault: Vault, master: int, user_id: UserId, code: str) -> bytes:
    key = vault.derived(master, DIGEST_PURPOSE)
    return hmac.digest(key, user_id.bytes + code.encode(), hashlib.sha256)
