"""The way out: what is refused, what is tried again, and what a failure says."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from stakehouse.infra.circuit import Circuits
from stakehouse.infra.http_client import (
    AddressRefused,
    AnswerLost,
    CircuitOpen,
    HttpClient,
    NetworkInTransaction,
    NotSent,
    is_public,
)
from stakehouse.infra.tx import holding

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """A server of this test."""

    port: int
    requests: list[bytes] = field(default_factory=list)

    @property
    def inside(self) -> set[str]:
        return {f"127.0.0.1:{self.port}"}

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@asynccontextmanager
async def serving(*answers: bytes | None, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """Answers the first request with the first answer, and so on; the last one for all that follow.

    ``None`` reads the request and never answers; an empty answer hangs up.
    """
    left = list(answers)
    hanging: set[asyncio.Event] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            writer.close()
            return
        server.requests.append(head)
        answer = left.pop(0) if len(left) > 1 else left[0]
        if answer is None:
            end = asyncio.Event()
            hanging.add(end)
            await end.wait()
        else:
            writer.write(answer)
        writer.close()

    listener = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    server = Server(listener.sockets[0].getsockname()[1])
    try:
        yield server
    finally:
        for end in hanging:
            end.set()
        listener.close()
        await listener.wait_closed()


def answer(status: int, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} X", f"content-length: {len(body)}", "connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@asynccontextmanager
async def client(**options: object) -> AsyncIterator[HttpClient]:
    async def no_rest(_seconds: float) -> None:
        return

    http = HttpClient(**{"rest": no_rest, **options})  # type: ignore[arg-type]  # options of the test at hand
    try:
        yield http
    finally:
        await http.close()


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that somebody tried to connect to; nobody answers there."""
    tried: list[str] = []

    async def dial(_self: object, host: str, port: int, *_: object) -> httpcore.AsyncNetworkStream:
        tried.append(f"{host}:{port}")
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", dial)
    return tried


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[fe80::1%25lo]/",
        "https://[fd00:ec2::254]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://168.63.129.16/",
        "https://100.100.100.200/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://10.1.2.3/",
        "https://127。0。0。1/",
        "https://①②⑦.0.0.1/",
        "https://user@example.com/",
        "https://example.com@127.0.0.1/",
        "https://example.com:8443/",
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https:///nothing",
        "gopher://127.0.0.1:6379/_",
        "https://exa mple.com/",
        "",
    ],
)
async def test_no_packet_reaches_an_inner_address(dialled: list[str], url: str) -> None:
    async with client() as http:
        # Some are refused by name, others because nobody of that name exists.
        with pytest.raises(NotSent):
            await http.request("GET", url)

    assert dialled == []


@pytest.mark.parametrize("inner", ["10.0.0.1", "::1", "169.254.169.254"])
async def test_a_name_with_one_inner_address_is_refused_whole(dialled: list[str], inner: str) -> None:
    async def names(_host: str, _port: int) -> list[str]:
        return ["93.184.215.14", inner]

    async with client(resolve_name=names) as http:
        with pytest.raises(AddressRefused):
            await http.request("GET", "https://example.com/")

    assert dialled == []


async def test_a_name_that_answers_public_first_and_private_then_gains_nothing(dialled: list[str]) -> None:
    turns = iter([["93.184.215.14"], ["127.0.0.1"]])

    async def names(_host: str, _port: int) -> list[str]:
        return next(turns)

    async with client(resolve_name=names) as http:
        with pytest.raises(AddressRefused):
            await http.request("GET", "https://example.com/")

    assert dialled == ["93.184.215.14:443"]


async def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    async with serving(answer(200)) as canary:
        to_canary = answer(302, b"", f"location: {canary.url()}")
        async with serving(to_canary) as server, client(inside=server.inside | canary.inside) as http:
            response = await http.request("GET", server.url())

        assert (response.status, response.headers["location"]) == (302, canary.url())
        assert canary.requests == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("64:ff9b::5db8:d70e", True),
        ("::ffff:93.184.215.14", True),
        ("2002:0a00:0001::", False),
        ("2001:db8::1", False),
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("255.255.255.255", False),
        ("240.0.0.1", False),
        ("::", False),
        ("ff02::1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001 - a table
    assert is_public(address) is public


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate for a name, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    today = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=3650))
        .not_valid_after(today + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    pem.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    trusting = ssl.create_default_context(cadata=made.public_bytes(serialization.Encoding.PEM).decode())
    return server, trusting


async def test_it_connects_to_the_checked_address_with_the_name_in_sni_and_host(tmp_path: Path) -> None:
    server_tls, client_tls = certificate(tmp_path, "shop.test")
    asked: list[str | None] = []
    server_tls.sni_callback = lambda _sock, name, _context: asked.append(name)

    async def names(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    async with serving(answer(200, b"hello"), tls=server_tls) as server:
        inside = {f"shop.test:{server.port}", f"other.test:{server.port}"}
        async with client(inside=inside, resolve_name=names, tls=client_tls) as http:
            response = await http.request("GET", f"https://shop.test:{server.port}/")
            with pytest.raises(NotSent):
                await http.request("POST", f"https://other.test:{server.port}/")

    assert response.body == b"hello"
    assert asked[0] == "shop.test"
    assert f"host: shop.test:{server.port}".encode() in server.requests[0].lower()


async def test_it_refuses_to_run_inside_a_transaction() -> None:
    async with serving(answer(200)) as server, client(inside=server.inside) as http:
        async with holding():
            with pytest.raises(NetworkInTransaction):
                await http.request("GET", server.url())
        after = await http.request("GET", server.url())

    assert after.status == 200
    assert len(server.requests) == 1


async def test_what_was_never_sent_is_tried_again_whatever_the_method(dialled: list[str]) -> None:
    async def names(_host: str, _port: int) -> list[str]:
        return ["93.184.215.14", "93.184.215.15"]

    async with client(resolve_name=names) as http:
        with pytest.raises(NotSent) as fault:
            await http.request("POST", "https://example.com/")

    assert not isinstance(fault.value, AddressRefused)
    assert dialled == ["93.184.215.14:443", "93.184.215.15:443"] * 3


async def test_an_order_whose_answer_was_lost_is_not_repeated() -> None:
    async with serving(b"") as server, client(inside=server.inside) as http:
        with pytest.raises(AnswerLost):
            await http.request("POST", server.url(), content=b"pay")

    assert len(server.requests) == 1


async def test_what_may_be_repeated_is_until_it_succeeds() -> None:
    async with (
        serving(b"", answer(503), answer(200, b"here")) as server,
        client(inside=server.inside) as http,
    ):
        response = await http.request("GET", server.url())

    assert (response.status, response.body) == (200, b"here")
    assert len(server.requests) == 3


async def test_an_order_that_carries_its_own_key_may_be_repeated() -> None:
    async with serving(b"", answer(201)) as server, client(inside=server.inside) as http:
        response = await http.request("POST", server.url(), content=b"pay", is_repeatable=True)

    assert response.status == 201


async def test_after_the_last_attempt_the_answer_stands_as_it_is() -> None:
    async with serving(answer(503, b"busy")) as server, client(inside=server.inside) as http:
        response = await http.request("GET", server.url())

    assert (response.status, response.body) == (503, b"busy")
    assert len(server.requests) == 3


async def test_an_order_is_not_repeated_because_the_other_side_is_overloaded() -> None:
    async with serving(answer(503)) as server, client(inside=server.inside) as http:
        response = await http.request("POST", server.url())

    assert response.status == 503
    assert len(server.requests) == 1


async def test_an_answer_has_a_time() -> None:
    async with serving(None) as server, client(inside=server.inside, total_limit_s=0.1) as http:
        with pytest.raises(AnswerLost):
            await http.request("POST", server.url())


async def test_an_answer_has_a_size() -> None:
    async with serving(answer(200, b"x" * 5_000)) as server:
        async with client(inside=server.inside, body_max=4_999) as http:
            with pytest.raises(AnswerLost):
                await http.request("POST", server.url())
        async with client(inside=server.inside, body_max=5_000) as http:
            assert len((await http.request("POST", server.url())).body) == 5_000


async def test_what_a_caller_says_of_host_does_not_count() -> None:
    async with serving(answer(200)) as server, client(inside=server.inside) as http:
        await http.request("GET", server.url(), headers={"Host": "inner", "X-Own": "kept"})

    head = server.requests[0].lower()
    assert head.count(b"host:") == 1
    assert f"host: 127.0.0.1:{server.port}".encode() in head
    assert b"x-own: kept" in head


async def test_a_host_that_does_not_answer_is_left_alone_then_tried_once() -> None:
    time = [0.0]
    circuits = Circuits(failures_max=2, open_for_s=10, seconds=lambda: time[0])
    async with (
        serving(b"", b"", answer(200)) as server,
        client(inside=server.inside, circuits=circuits) as http,
    ):
        for _ in range(2):
            with pytest.raises(AnswerLost):
                await http.request("POST", server.url())
        with pytest.raises(CircuitOpen):
            await http.request("POST", server.url())
        seen_while_open = len(server.requests)
        time[0] = 10.0
        response = await http.request("POST", server.url())

    assert seen_while_open == 2
    assert response.status == 200


def test_a_half_open_circuit_lets_one_through_and_opens_again_if_that_fails() -> None:
    time = [0.0]
    circuits = Circuits(failures_max=1, open_for_s=10, seconds=lambda: time[0])
    circuits.failed("host")
    time[0] = 10.0

    probe, beside_it = circuits.admit("host"), circuits.admit("host")
    circuits.failed("host")
    after = circuits.admit("host")
    time[0] = 20.0
    again = circuits.admit("host")
    circuits.abandoned("host")
    instead = circuits.admit("host")
    circuits.succeeded("host")

    assert (probe, beside_it, after, again, instead) == (True, False, False, True, True)
    assert circuits.admit("host")
    assert circuits.admit("host")
