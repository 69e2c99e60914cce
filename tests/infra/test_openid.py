"""Tokens of an OpenID provider: which are believed, and how its keys are fetched."""

import base64
import json
from datetime import UTC, datetime
from typing import Any, cast

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stakehouse.infra.http_client import AnswerLost, HttpClient, NetworkInTransaction, Response
from stakehouse.infra.openid import Client, InvalidIdToken, OpenId, ProviderUnreachable, challenge_of
from stakehouse.infra.tx import holding

ISSUER = "https://id.example"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
CLIENT = Client("77", "a secret of ours", "https://house.example/sign-in/telegram")
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = Ed25519PrivateKey.generate()
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(key: Any, kid: str, algorithm: str) -> dict[str, Any]:
    kinds: dict[str, Any] = {
        "RS256": jwt.algorithms.RSAAlgorithm,
        "ES256": jwt.algorithms.ECAlgorithm,
        "EdDSA": jwt.algorithms.OKPAlgorithm,
    }
    public: dict[str, Any] = kinds[algorithm].to_jwk(key.public_key(), as_dict=True)
    return public | {"kid": kid, "alg": algorithm, "use": "sig"}


class Provider:
    """A provider in place of the way out: answers from memory and counts what it was asked."""

    def __init__(self) -> None:
        self.keys = [jwk(RSA, "r1", "RS256"), jwk(EC, "e1", "ES256"), jwk(ED, "d1", "EdDSA")]
        self.description: dict[str, Any] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/auth",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/keys",
        }
        self.answers: dict[str, tuple[int, object]] = {}
        self.asked: list[str] = []
        self.is_away = False

    async def request(self, method: str, url: str, **_kwargs: object) -> Response:
        self.asked.append(f"{method} {url.removeprefix(ISSUER)}")
        if self.is_away:
            raise AnswerLost("gone")
        status, body = self.answers.get(
            url,
            (200, {"keys": self.keys} if url.endswith("/keys") else self.description),
        )
        return Response(status, {}, json.dumps(body).encode())


@pytest.fixture
def provider() -> Provider:
    return Provider()


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def opened(provider: Provider, seconds: Seconds | None = None) -> OpenId:
    return OpenId(ISSUER, cast(HttpClient, provider), seconds=seconds or Seconds())


def token(
    key: Any = RSA, kid: str = "r1", algorithm: str = "RS256", leave_out: str = "", **claims: object
) -> str:
    at = int(NOON.timestamp())
    body: dict[str, object] = {
        "iss": ISSUER,
        "aud": CLIENT.id,
        "sub": "1001",
        "nonce": "n-1",
        "iat": at,
        "exp": at + 300,
    }
    body.update(claims)
    body.pop(leave_out, None)
    return jwt.encode(body, key, algorithm=algorithm, headers={"kid": kid})


@pytest.mark.parametrize(
    ("key", "kid", "algorithm"), [(RSA, "r1", "RS256"), (EC, "e1", "ES256"), (ED, "d1", "EdDSA")]
)
async def test_a_token_of_the_provider_is_believed(
    provider: Provider, key: Any, kid: str, algorithm: str
) -> None:
    claims = await opened(provider).verify(token(key, kid, algorithm), CLIENT.id, nonce="n-1", now=NOON)

    assert claims["sub"] == "1001"


def unsigned() -> str:
    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    body = {"iss": ISSUER, "aud": CLIENT.id, "sub": "1", "nonce": "n-1", "iat": 0, "exp": 2**40}
    return f"{part({'alg': 'none', 'kid': 'r1'})}.{part(body)}."


AT = int(NOON.timestamp())
WRONG = {
    "a stranger's key": token(STRANGER),
    "an unknown key": token(kid="r9"),
    "no signature": unsigned(),
    "the algorithm of another key": token(ED, "r1", "EdDSA"),
    "a public key taken for a secret": token("x" * 32, "r1", "HS256"),
    "another issuer": token(iss="https://evil.example"),
    "another client": token(aud="78"),
    "several clients, acting for another": token(aud=[CLIENT.id, "78"], azp="78"),
    "another sign-in": token(nonce="n-2"),
    "over": token(exp=AT - 61),
    "of tomorrow": token(iat=AT + 61),
    "no end": token(leave_out="exp"),
    "no nonce": token(leave_out="nonce"),
    "no subject": token(leave_out="sub"),
    "an end that is no number": token(exp=AT + 300).replace(".", ".e30", 1),
    "no token": "hello",
    "enormous": "x" * 9000,
}


@pytest.mark.parametrize("case", list(WRONG))
async def test_other_tokens_are_refused(provider: Provider, case: str) -> None:
    with pytest.raises(InvalidIdToken):
        await opened(provider).verify(WRONG[case], CLIENT.id, nonce="n-1", now=NOON)


async def test_keys_are_fetched_once_an_hour_and_for_an_unknown_one_once_a_minute(provider: Provider) -> None:
    seconds = Seconds()
    openid = opened(provider, seconds)

    async def verify(text: str) -> None:
        await openid.verify(text, CLIENT.id, nonce="n-1", now=NOON)

    for _ in range(3):
        await verify(token())
    assert provider.asked.count("GET /keys") == 1

    provider.keys.append(jwk(STRANGER, "r2", "RS256"))
    with pytest.raises(InvalidIdToken):
        await verify(token(STRANGER, "r2"))
    seconds.now = 61
    await verify(token(STRANGER, "r2"))
    assert provider.asked.count("GET /keys") == 2

    provider.keys = provider.keys[:3]
    seconds.now = 4000
    with pytest.raises(InvalidIdToken):
        await verify(token(STRANGER, "r2"))
    assert provider.asked.count("GET /.well-known/openid-configuration") == 2


async def test_the_way_there_carries_state_nonce_and_challenge(provider: Provider) -> None:
    url = await opened(provider).authorization_url(CLIENT, state="s-1", nonce="n-1", verifier="v" * 43)

    assert url.startswith(f"{ISSUER}/auth?")
    assert "state=s-1" in url
    assert f"code_challenge={challenge_of('v' * 43)}" in url
    assert CLIENT.secret not in url
    assert CLIENT.secret not in repr(CLIENT)


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B.
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        (f"{ISSUER}/.well-known/openid-configuration", (200, {"issuer": "https://evil.example"})),
        (f"{ISSUER}/.well-known/openid-configuration", (500, {})),
        (f"{ISSUER}/token", (200, {"access_token": "-"})),
        (f"{ISSUER}/token", (200, ["?"])),
    ],
)
async def test_a_provider_that_makes_no_sense_is_away(
    provider: Provider, url: str, answer: tuple[int, object]
) -> None:
    provider.answers[url] = answer

    with pytest.raises(ProviderUnreachable):
        await opened(provider).exchange(CLIENT, "code", "verifier")


async def test_a_code_that_the_provider_refuses_is_over(provider: Provider) -> None:
    provider.answers[f"{ISSUER}/token"] = (400, {"error": "invalid_grant"})

    with pytest.raises(InvalidIdToken):
        await opened(provider).exchange(CLIENT, "code", "verifier")


async def test_a_silent_provider_is_away(provider: Provider) -> None:
    provider.is_away = True

    with pytest.raises(ProviderUnreachable):
        await opened(provider).verify(token(), CLIENT.id, nonce="n-1", now=NOON)


async def test_keys_are_never_fetched_inside_a_transaction() -> None:
    openid = OpenId(ISSUER, HttpClient())

    async with holding():
        with pytest.raises(NetworkInTransaction):
            await openid.verify(token(), CLIENT.id, nonce="n-1", now=NOON)
