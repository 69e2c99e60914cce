"""OpenID Connect as the side that relies on it: authorization code with PKCE, tokens checked by keys.

The provider's description and keys are fetched through the house's one way out and remembered; nothing
here runs inside a transaction, because that way out refuses to.
"""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import jwt
import structlog

from stakehouse.infra.http_client import HttpClient, OutgoingFault
from stakehouse.kernel.errors import Kind, Refusal

ALGORITHMS = ("RS256", "ES256", "EdDSA")
KEY_TYPES = {"RS256": "RSA", "ES256": "EC", "EdDSA": "OKP"}
SLACK_S = 60
REMEMBERED_S = 3600.0
LOOK_AGAIN_S = 60.0
"""An unknown key makes us fetch the keys anew, at most so often."""

TOKEN_LENGTH_MAX = 8192

_log = structlog.get_logger(__name__)


class ProviderUnreachable(Refusal):
    """The other side does not answer, or not in the form it promised."""

    kind = Kind.UNAVAILABLE


class InvalidIdToken(Refusal):
    """The provider's token does not prove what it should."""

    kind = Kind.UNAUTHENTICATED


@dataclass(frozen=True, slots=True)
class Client:
    """Who we are at the provider.

    Attributes:
        id: public.
        secret: proves us when a code is exchanged.
        redirect_uri: where the provider sends people back to; registered there.
    """

    id: str
    secret: str
    redirect_uri: str

    def __repr__(self) -> str:
        """Its id; the secret never shows in a log."""
        return f"Client({self.id})"


@dataclass(frozen=True, slots=True)
class _Provider:
    """What the provider says of itself."""

    authorization: str
    token: str
    keys: str


def challenge_of(verifier: str) -> str:
    """The challenge that a verifier answers (RFC 7636, S256)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


class OpenId:
    """A provider, as one process knows it."""

    def __init__(
        self, issuer: str, http: HttpClient, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """Asks nothing yet.

        Args:
            issuer: the provider's address, which its tokens name; without a slash at the end.
            http: the way out.
            seconds: a clock that only goes forward.
        """
        self._issuer = issuer
        self._http = http
        self._seconds = seconds
        self._provider: tuple[float, _Provider] | None = None
        self._keys: tuple[float, dict[str, jwt.PyJWK]] | None = None

    async def authorization_url(self, client: Client, *, state: str, nonce: str, verifier: str) -> str:
        """Where a person is sent to say who they are.

        Raises:
            ProviderUnreachable: the provider does not say where.
        """
        provider = await self._described()
        query = {
            "response_type": "code",
            "client_id": client.id,
            "redirect_uri": client.redirect_uri,
            "scope": "openid profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge_of(verifier),
            "code_challenge_method": "S256",
        }
        return f"{provider.authorization}{'&' if '?' in provider.authorization else '?'}{urlencode(query)}"

    async def exchange(self, client: Client, code: str, verifier: str) -> str:
        """The id token behind a code.

        Raises:
            ProviderUnreachable: the provider does not answer.
            InvalidIdToken: the provider does not know this code.
        """
        provider = await self._described()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": client.redirect_uri,
            "client_id": client.id,
            "code_verifier": verifier,
        }
        credentials = base64.b64encode(f"{client.id}:{client.secret}".encode()).decode()
        headers = {
            "authorization": f"Basic {credentials}",
            "content-type": "application/x-www-form-urlencoded",
            "accept": "application/json",
        }
        try:
            answer = await self._http.request(
                "POST", provider.token, headers=headers, content=urlencode(form).encode()
            )
        except OutgoingFault as fault:
            raise _unreachable() from fault
        if answer.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED}:
            raise InvalidIdToken("This sign-in is no longer valid; begin again.")
        token = _json(answer.status, answer.body).get("id_token")
        if not isinstance(token, str):
            raise _unreachable()
        return token

    async def verify(self, token: str, client_id: str, *, nonce: str, now: datetime) -> Mapping[str, Any]:
        """What an id token says, if the provider made it for us, for this very sign-in, and it still counts.

        Raises:
            InvalidIdToken: another's, altered, for somebody else, of another sign-in, or over.
            ProviderUnreachable: its keys cannot be fetched.
        """
        if len(token) > TOKEN_LENGTH_MAX:
            raise _invalid()
        try:
            header = jwt.get_unverified_header(token)
        except jwt.InvalidTokenError as error:
            raise _invalid() from error
        algorithm, kid = header.get("alg"), header.get("kid")
        if algorithm not in ALGORITHMS or not isinstance(kid, str):
            raise _invalid()
        key = await self._key(kid)
        # A key says what it is for: a public key of one kind is never taken for a secret of another.
        if key.key_type != KEY_TYPES[algorithm]:
            raise _invalid()
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=client_id,
                issuer=self._issuer,
                # Time is an input of ours: the claims that concern it are checked below.
                options={
                    "require": ["aud", "exp", "iat", "iss", "nonce", "sub"],
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
            expires, issued = float(claims["exp"]), float(claims["iat"])
        except (jwt.InvalidTokenError, ValueError, TypeError) as error:
            raise _invalid() from error
        if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
            raise _invalid()
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != client_id:
            raise _invalid()
        at = now.timestamp()
        if expires + SLACK_S <= at or issued - SLACK_S > at:
            raise _invalid()
        return claims

    async def _described(self) -> _Provider:
        if self._provider is not None and self._seconds() - self._provider[0] < REMEMBERED_S:
            return self._provider[1]
        document = await self._get(f"{self._issuer}/.well-known/openid-configuration")
        places = [document.get(f"{name}_endpoint") for name in ("authorization", "token")]
        keys = document.get("jwks_uri")
        if document.get("issuer") != self._issuer or not all(
            isinstance(place, str) for place in (*places, keys)
        ):
            _log.warning("openid.description_refused", issuer=self._issuer)
            raise _unreachable()
        provider = _Provider(str(places[0]), str(places[1]), str(keys))
        self._provider = (self._seconds(), provider)
        return provider

    async def _key(self, kid: str) -> jwt.PyJWK:
        known = self._keys
        if known is not None:
            age = self._seconds() - known[0]
            if kid in known[1] and age < REMEMBERED_S:
                return known[1][kid]
            if kid not in known[1] and age < LOOK_AGAIN_S:
                raise _invalid()
        document = await self._get((await self._described()).keys)
        found = document.get("keys")
        keys: dict[str, jwt.PyJWK] = {}
        for entry in found if isinstance(found, list) else []:
            try:
                key = jwt.PyJWK.from_dict(entry)
            except (jwt.PyJWKError, jwt.InvalidKeyError, TypeError, AttributeError, KeyError, ValueError):
                continue  # a key of a kind that we do not know signs nothing for us
            if key.key_id:
                keys[key.key_id] = key
        self._keys = (self._seconds(), keys)
        if kid not in keys:
            raise _invalid()
        return keys[kid]

    async def _get(self, url: str) -> dict[str, Any]:
        try:
            answer = await self._http.request("GET", url, headers={"accept": "application/json"})
        except OutgoingFault as fault:
            raise _unreachable() from fault
        return _json(answer.status, answer.body)


def _json(status: int, body: bytes) -> dict[str, Any]:
    if status != HTTPStatus.OK:
        raise _unreachable()
    try:
        document = json.loads(body)
    except ValueError as error:
        raise _unreachable() from error
    if not isinstance(document, dict):
        raise _unreachable()
    return document


def _unreachable() -> ProviderUnreachable:
    return ProviderUnreachable("The sign-in service does not answer; try again in a moment.", retry_after_s=5)


def _invalid() -> InvalidIdToken:
    return InvalidIdToken("The sign-in service did not vouch for you; begin again.")
