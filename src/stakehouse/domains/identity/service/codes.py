"""Codes by mail: made, sent, and taken back once."""

import hmac
import secrets
from uuid import UUID

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import InvalidCode
from stakehouse.domains.identity.store import codes
from stakehouse.domains.identity.types import CodePurpose, MailedCode
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id

CODE_PURPOSE = "identity.code"


def new_code() -> str:
    """Six digits."""
    return f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"


def digest(vault: Vault, request_id: UUID, code: str) -> bytes:
    """What is kept of a code: bound to the request that caused it."""
    return vault.digest(CODE_PURPOSE, request_id.bytes + code.encode())


async def issue(
    tx: Tx, purpose: CodePurpose, subject: str, *, user_id: UserId | None, email: str, vault: Vault
) -> str:
    """Keeps a new code, which voids the one before; without a person it is one that nothing fits."""
    request_id, code = new_id(), new_code()
    made = digest(vault, request_id, code)
    await codes.replace_code(
        tx,
        MailedCode(
            id=request_id,
            purpose=purpose,
            subject=subject,
            user_id=user_id,
            email=email,
            code_digest=made if user_id is not None else secrets.token_bytes(len(made)),
            tries_left=rules.CODE_TRIES,
            expires_at=tx.now + rules.CODE_LIFETIME,
        ),
    )
    return code


async def take(
    tx: Tx, purpose: CodePurpose, subject: str, code: str, *, vault: Vault
) -> MailedCode | InvalidCode:
    """Takes a code back, once. A refusal is returned: the try it used up must be kept by the commit."""
    kept = await codes.lock_code(tx, purpose, subject)
    expected = kept.code_digest if kept else bytes(32)
    matches = hmac.compare_digest(expected, digest(vault, kept.id if kept else UUID(int=0), code))
    if kept is None or kept.tries_left == 0 or kept.expires_at <= tx.now:
        return invalid_code()
    if not matches or kept.user_id is None:
        await codes.use_try(tx, kept.id)
        return invalid_code()
    await codes.delete_code(tx, kept.id)
    return kept


def invalid_code() -> InvalidCode:
    """The one refusal for every way in which a code can be wrong."""
    return InvalidCode("This code is wrong or no longer valid; check it, or ask for a new one.", field="code")
