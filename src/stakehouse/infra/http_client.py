"""The one way out: HTTP requests of the house to others, with limits on everything.

A name is resolved once, every address it stands for must be public, and the connection goes to the
very address that was checked, with the name in SNI and Host; so a name that answers differently the
second time gains nothing. No redirects are followed, nothing is decompressed, size and time are
bounded, hosts that do not answer are left alone for a while. Inside a transaction it refuses to run.

A failure says whether the request may have reached the other side: ``NotSent`` means that nothing
happened there, ``AnswerLost`` that nobody knows.
"""

import asyncio
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore
import httpx
import structlog
from tenacity import AsyncRetrying, RetryCallState, stop_after_attempt, wait_random_exponential
from typing_extensions import override

from stakehouse.infra.circuit import Circuits
from stakehouse.infra.faults import told
from stakehouse.infra.tx import in_transaction

CONNECT_LIMIT_S = 5.0
TOTAL_LIMIT_S = 20.0
BODY_MAX = 1024 * 1024
ATTEMPTS_MAX = 3
CONNECTIONS_MAX = 64
IDLE_FOR_S = 5.0
HTTPS_PORT = 443

REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
"""Methods whose repetition changes nothing (RFC 9110 §9.2.2)."""

OVERLOADED = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})

_NAT64 = IPv6Network("64:ff9b::/96")
# Public by its number, but the metadata service of a large cloud.
_INNER = (IPv4Network("168.63.129.16/32"),)

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The addresses behind a name."""

_log = structlog.get_logger(__name__)


class NetworkInTransaction(RuntimeError):  # noqa: N818 - the house's word
    """A request inside a transaction: a bug, never to be caught."""


class OutgoingFault(Exception):  # noqa: N818 - the house's word; an Error would be a bug
    """A request that brought no answer."""


class NotSent(OutgoingFault):
    """Nothing left the house: the other side knows of nothing."""


class AddressRefused(NotSent):
    """The address is none that the house talks to."""


class CircuitOpen(NotSent):
    """The host has not answered lately and is left alone for a while."""


class AnswerLost(OutgoingFault):
    """The request may have arrived; what became of it is unknown."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer.

    Attributes:
        status: the HTTP status; 3xx is an answer like any other and is not followed.
        headers: names in lower case; of repeated ones the last.
        body: whole, as it came.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


def is_public(address: str) -> bool:
    """Whether an address belongs to the world: no private, local, shared, test or metadata one.

    Addresses of IPv6 that carry one of IPv4 inside (mapped, NAT64, 6to4) are judged by that one.
    """
    if "%" in address:
        return False
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return _is_global(parsed)
    if parsed.ipv4_mapped is not None:
        return _is_global(parsed.ipv4_mapped)
    if parsed in _NAT64:
        return _is_global(IPv4Address(int(parsed) & 0xFFFFFFFF))
    carried = parsed.sixtofour
    return _is_global(parsed) and (carried is None or _is_global(carried))


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address) and any(address in network for network in _INNER):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system tells them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to addresses that were checked, and to nothing else."""

    def __init__(self, inside: Collection[str], resolve_name: Resolve) -> None:
        self._inside = inside
        self._resolve = resolve_name
        self._network = httpcore.AnyIOBackend()

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # the library's own type is not public
    ) -> httpcore.AsyncNetworkStream:
        fault: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in await self.checked(host, port):
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    async def checked(self, host: str, port: int) -> list[str]:
        """The addresses of a name, all of which may be talked to.

        Raises:
            httpcore.ConnectError: it cannot be found.
            AddressRefused: one of them is not public.
        """
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be found") from error
        if f"{host}:{port}" not in self._inside and not all(is_public(address) for address in addresses):
            raise AddressRefused(f"{host} is not a public address.")
        return addresses

    @override
    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        raise AddressRefused("A socket of this machine is not an address of the world.")

    @override
    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


class _Sending:
    """Notes whether anything of a request has left."""

    def __init__(self) -> None:
        self.has_begun = False

    async def __call__(self, event: str, _info: Mapping[str, Any]) -> None:
        if event.endswith("send_request_headers.started"):
            self.has_begun = True


class HttpClient:
    """Sends requests; one for a process."""

    def __init__(
        self,
        *,
        inside: Collection[str] = (),
        total_limit_s: float = TOTAL_LIMIT_S,
        body_max: int = BODY_MAX,
        circuits: Circuits | None = None,
        resolve_name: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Connects when the first request is made.

        Args:
            inside: ``host:port`` of services of the house itself (simulators): neither a public
                address nor TLS is asked of them.
            total_limit_s: seconds for one attempt, from resolving the name to the last byte.
            body_max: bytes of an answer beyond which it is given up.
            circuits: which hosts are left alone; its own by default.
            resolve_name: finds the addresses of a name.
            tls: how certificates are checked; the usual authorities by default.
            rest: waits between attempts.
        """
        self._inside = frozenset(inside)
        self._total_limit_s = total_limit_s
        self._body_max = body_max
        self._circuits = circuits or Circuits()
        self._rest = rest
        self._network = _GuardedNetwork(self._inside, resolve_name)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls or httpx.create_ssl_context(),
            max_connections=CONNECTIONS_MAX,
            max_keepalive_connections=CONNECTIONS_MAX,
            keepalive_expiry=IDLE_FOR_S,
            network_backend=self._network,
        )

    async def close(self) -> None:
        """Closes what is open."""
        await self._pool.aclose()

    async def check_address(self, url: str) -> None:
        """Returns if requests to an address would go out: for addresses that people state.

        Raises:
            NetworkInTransaction: the task holds a transaction.
            AddressRefused: it is not https, not public, or cannot be found.
        """
        if in_transaction():
            raise NetworkInTransaction("Looking an address up inside a transaction.")
        target = self._target(url)
        try:
            await self._network.checked(target.host, target.port or HTTPS_PORT)
        except httpcore.ConnectError as error:
            raise AddressRefused(f"{target.host} cannot be found.") from error

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        is_repeatable: bool | None = None,
    ) -> Response:
        """Sends a request and reads the whole answer, whatever its status.

        What never left is tried again; what may have arrived only if repeating it changes nothing,
        and so are answers that say "overloaded".

        Args:
            method: in capitals.
            url: with ``https``, on port 443, without user information.
            headers: besides Host and length, which are ours.
            content: the body.
            is_repeatable: whether repeating it changes nothing, if the method does not say so.

        Raises:
            NetworkInTransaction: the task holds a transaction.
            NotSent: nothing reached the other side.
            AnswerLost: it may have, and no answer came back.
        """
        if in_transaction():
            raise NetworkInTransaction(f"{method} inside a transaction: write, commit, call, record.")
        target = self._target(url)
        repeatable = method in REPEATABLE if is_repeatable is None else is_repeatable

        def comes_again(state: RetryCallState) -> bool:
            assert state.outcome is not None, "asked after an attempt"
            fault = state.outcome.exception()
            if fault is None:
                return repeatable and state.outcome.result().status in OVERLOADED
            if isinstance(fault, AddressRefused | CircuitOpen):
                return False
            return isinstance(fault, NotSent) or (isinstance(fault, AnswerLost) and repeatable)

        attempts = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS_MAX),
            wait=wait_random_exponential(multiplier=0.25, max=2),
            retry=comes_again,
            retry_error_callback=_last_outcome,
            sleep=self._rest,
        )
        answer: Response = await attempts(self._attempt, method, target, dict(headers or {}), content)
        return answer

    def _target(self, url: str) -> httpx.URL:
        try:
            target = httpx.URL(url)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise AddressRefused("This is not an address.") from error
        port = target.port or (HTTPS_PORT if target.scheme == "https" else 80)
        if target.scheme not in {"http", "https"} or not target.host:
            raise AddressRefused("Only addresses that begin with https:// are called.")
        if target.userinfo:
            raise AddressRefused("An address with a user in it is not called.")
        if f"{target.host}:{port}" in self._inside:
            return target
        if target.scheme != "https" or port != HTTPS_PORT:
            raise AddressRefused("Only https on port 443 is called.")
        return target

    async def _attempt(
        self, method: str, target: httpx.URL, headers: Mapping[str, str], content: bytes | None
    ) -> Response:
        host = target.netloc.decode("ascii")
        if not self._circuits.admit(host):
            raise CircuitOpen(f"{target.host} has not answered lately.")
        sending = _Sending()
        started = time.perf_counter()
        try:
            async with asyncio.timeout(self._total_limit_s):
                answer = await self._exchange(method, target, headers, content, sending)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError) as error:
            # TimeoutError is an OSError, so the limit on the whole attempt ends here as well.
            self._circuits.failed(host)
            _log.warning("outgoing.failed", host=target.host, method=method, error=told(error))
            if sending.has_begun:
                raise AnswerLost(told(error)) from error
            raise NotSent(told(error)) from error
        except BaseException:
            self._circuits.abandoned(host)
            raise
        (self._circuits.failed if answer.status in OVERLOADED else self._circuits.succeeded)(host)
        _log.info(
            "outgoing.answered",
            host=target.host,
            method=method,
            status=answer.status,
            milliseconds=round(1000 * (time.perf_counter() - started)),
        )
        return answer

    async def _exchange(
        self,
        method: str,
        target: httpx.URL,
        headers: Mapping[str, str],
        content: bytes | None,
        sending: _Sending,
    ) -> Response:
        all_headers: dict[bytes | str, bytes | str] = {
            **{name.lower(): value for name, value in headers.items()},
            "host": target.netloc,
            "accept-encoding": "identity",
            "user-agent": "stakehouse",
        }
        if content is not None:
            all_headers["content-length"] = str(len(content))
        address = httpcore.URL(
            scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path
        )
        limits = {"connect": CONNECT_LIMIT_S, "read": self._total_limit_s, "pool": CONNECT_LIMIT_S}
        async with self._pool.stream(
            method,
            address,
            headers=all_headers,
            content=content,
            extensions={"timeout": limits, "trace": sending},
        ) as answer:
            body = bytearray()
            async for piece in answer.aiter_stream():
                body += piece
                if len(body) > self._body_max:
                    raise AnswerLost(f"The answer is larger than {self._body_max} bytes.")
            return Response(answer.status, _readable(answer.headers), bytes(body))


def _readable(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}


def _last_outcome(state: RetryCallState) -> Response:
    """The last answer, or the last failure, when no attempt is left."""
    assert state.outcome is not None, "asked after an attempt"
    answer: Response = state.outcome.result()
    return answer
