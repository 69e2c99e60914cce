"""Access tokens: short-lived JWTs signed with Ed25519 by a key that changes every thirty days.

The signing key of a period is derived from the master key and the period's number, so a rotation
needs no store and no announcement: every process of the house knows the key of any moment. The
``kid`` names master and period; only that of the period itself and of its neighbours is accepted.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from stakehouse.infra.crypto import Vault
from stakehouse.kernel.errors import Unauthenticated

ALGORITHM = "EdDSA"
TYPE = "at+jwt"
ISSUER = "stakehouse"
LIFETIME = timedelta(minutes=15)
CLOCK_SKEW_S = 30
PERIOD_S = 30 * 24 * 3600
PURPOSE = "token.ed25519"
TOKEN_LENGTH_MAX = 4096
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says.

    Attributes:
        user_id: the person (``sub``).
        tenant_id: where it counts (``tid``).
        member_id: the member of that tenant, for players (``mid``).
        session_id: the session that can end it (``sid``).
        audience: the face it opens, ``player`` or ``staff`` (``aud``).
        methods: how the person proved themselves (``amr``, RFC 8176: ``pwd``, ``otp``, …).
        roles_version: the tenant's version of roles when it was made (``rv``).
        expires_at: when it ends (``exp``).
    """

    user_id: UUID
    tenant_id: UUID
    member_id: UUID | None
    session_id: UUID
    audience: str
    methods: tuple[str, ...]
    roles_version: int
    expires_at: datetime


class Tokens:
    """Makes and checks access tokens."""

    def __init__(self, vault: Vault) -> None:
        """Takes its keys from the vault."""
        self._vault = vault
        self._private: dict[str, Ed25519PrivateKey] = {}
        self._public: dict[str, Ed25519PublicKey] = {}

    def mint(self, claims: Claims, now: datetime) -> str:
        """The signed token; signing takes about sixty microseconds."""
        kid = _kid(self._vault.masters[0], _period(now))
        payload: dict[str, Any] = {
            "iss": ISSUER,
            "aud": claims.audience,
            "sub": str(claims.user_id),
            "tid": str(claims.tenant_id),
            "sid": str(claims.session_id),
            "amr": list(claims.methods),
            "rv": claims.roles_version,
            "iat": int(now.timestamp()),
            "nbf": int(now.timestamp()),
            "exp": int(claims.expires_at.timestamp()),
        }
        if claims.member_id is not None:
            payload["mid"] = str(claims.member_id)
        return jwt.encode(
            payload, self._private_key(kid), algorithm=ALGORITHM, headers={"kid": kid, "typ": TYPE}
        )

    def verify(self, token: str, audience: str, now: datetime) -> Claims:
        """What a token says, if we made it for this face and it still counts.

        Raises:
            Unauthenticated: not ours, altered, for another face, not yet valid or over.
        """
        if len(token) > TOKEN_LENGTH_MAX:
            raise Unauthenticated("The access token is not valid; sign in again.")
        try:
            header = jwt.get_unverified_header(token)
            kid = str(header.get("kid", ""))
            if header.get("typ") != TYPE or kid not in self._accepted(now):
                raise Unauthenticated("The access token is not valid; sign in again.")
            payload = jwt.decode(
                token,
                self._public_key(kid),
                algorithms=[ALGORITHM],
                audience=audience,
                issuer=ISSUER,
                # Time is an input of ours: the two claims that concern it are checked below.
                options={
                    "require": ["aud", "exp", "iat", "iss", "nbf", "sid", "sub", "tid"],
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
            claims = _claims(payload, audience)
        except (jwt.InvalidTokenError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise Unauthenticated("The access token is not valid; sign in again.") from error
        if claims.expires_at <= now or payload["nbf"] > now.timestamp() + CLOCK_SKEW_S:
            raise Unauthenticated("The access token has ended; refresh it.")
        return claims

    def _accepted(self, now: datetime) -> set[str]:
        # The neighbours cover tokens made just before the turn, and clocks that differ a little.
        periods = (_period(now) - 1, _period(now), _period(now) + 1)
        return {_kid(master, period) for master in self._vault.masters for period in periods}

    def _private_key(self, kid: str) -> Ed25519PrivateKey:
        key = self._private.get(kid)
        if key is None:
            master = int(kid.partition(".")[0])
            key = Ed25519PrivateKey.from_private_bytes(self._vault.derived(master, f"{PURPOSE}.{kid}"))
            self._private[kid] = key
        return key

    def _public_key(self, kid: str) -> Ed25519PublicKey:
        key = self._public.get(kid)
        if key is None:
            key = self._public[kid] = self._private_key(kid).public_key()
        return key


def _period(now: datetime) -> int:
    return int(now.timestamp()) // PERIOD_S


def _kid(master: int, period: int) -> str:
    return f"{master}.{period}"


def _claims(payload: dict[str, Any], audience: str) -> Claims:
    member_id = payload.get("mid")
    return Claims(
        user_id=UUID(payload["sub"]),
        tenant_id=UUID(payload["tid"]),
        member_id=None if member_id is None else UUID(member_id),
        session_id=UUID(payload["sid"]),
        audience=audience,
        methods=tuple(str(method) for method in payload.get("amr", ())),
        roles_version=int(payload.get("rv", 0)),
        expires_at=EPOCH + timedelta(seconds=int(payload["exp"])),
    )
