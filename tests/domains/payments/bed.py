"""A house that takes payments: a tenant, members with roles, Sandpay in a process of its own."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
from fastapi import FastAPI
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server
from typing_extensions import override

from stakehouse.apps.simulators.sandpay import merchant_keys
from stakehouse.domains import identity, ledger, tenancy
from stakehouse.domains.identity import KycStatus, NewMember
from stakehouse.domains.ledger import Code, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.domains.payments import jobs
from stakehouse.domains.payments.adapters.sandpay import Config
from stakehouse.domains.payments.http import machine, player, staff
from stakehouse.domains.payments.service.methods import open_connection
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.payments.types import ConnectionId
from stakehouse.domains.tenancy import Branding, Features, Settings, TenantSeed
from stakehouse.infra.database import Database
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.objects import open_objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import RateLimiter
from stakehouse.infra.tokens import Tokens
from stakehouse.infra.tx import Tx, begin
from stakehouse.infra.web import problems
from stakehouse.infra.web.context import Audience, Edge, Gate, TenantRef
from stakehouse.kernel.actor import Actor, ActorKind, system
from stakehouse.kernel.errors import Unauthenticated
from stakehouse.kernel.ids import MemberId, TenantId, UserId, new_id
from stakehouse.kernel.money import Currency
from tests.houses import CHEAP
from tests.processes import Listener, plain_client

SECRET = b"a secret of the simulator, 32 b!"
MERCHANT = "lucky"
EUR = Currency("EUR", 2)

SERVE = """
import sys
from pathlib import Path
from stakehouse.apps.simulators.sandpay import serve
serve(port=int(sys.argv[1]), folder=Path(sys.argv[2]), secret=bytes.fromhex(sys.argv[3]), pace=0.05)
"""


class Simulator(Listener):
    """Sandpay as a process; the tests are its operator."""

    def __init__(self, port: int, folder: Path) -> None:
        super().__init__(SERVE, port, (str(folder), SECRET.hex()))

    async def _post(self, path: str, fields: Mapping[str, str]) -> httpx.Response:
        async with plain_client(self.url) as client:
            return await client.post(path, data=dict(fields))

    async def fault(self, fault: str, times: int = 1) -> None:
        await self._post("/operator/faults", {"fault": fault, "times": str(times)})

    async def switch(self, **switches: str) -> None:
        await self._post("/operator/switches", switches)

    async def replay(self) -> None:
        await self._post("/operator/replay", {})

    async def press(self, redirect_url: str, act: str) -> httpx.Response:
        """The person presses a button on the checkout page."""
        async with plain_client() as client:
            return await client.post(redirect_url, data={"act": act})

    async def state(self) -> dict[str, Any]:
        async with plain_client(self.url) as client:
            answer: dict[str, Any] = (await client.get("/operator/state.json")).json()
            return answer

    async def sent_notice(self, reference: str) -> tuple[bytes, str]:
        """The last notice about a reference, with the signature of this moment."""
        async with plain_client(self.url) as client:
            answer = await client.get(f"/operator/notices/{reference}")
        return answer.content, answer.headers["sandpay-signature"]

    async def operate(self, reference: str, act: str) -> None:
        """The operator presses a button beside a payment or payout."""
        item = next(i for i in (await self.state())["objects"] if i["reference"] == reference)
        await self._post(f"/operator/objects/{item['id']}", {"act": act})

    async def effects(self, kind: str, reference: str) -> int:
        """How often Sandpay acted on a reference."""
        counts = (await self.state())["counts"]
        return sum(c["effects"] for c in counts if (c["kind"], c["reference"]) == (kind, reference))

    async def asked(self, kind: str, reference: str) -> int:
        """How often Sandpay was asked to."""
        counts = (await self.state())["counts"]
        return sum(c["asked"] for c in counts if (c["kind"], c["reference"]) == (kind, reference))


@dataclass(slots=True)
class MovableClock:
    """A clock that a test can move ahead."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead  # noqa: TID251 - signatures carry the true time


@dataclass(frozen=True, slots=True)
class Person:
    """A member, or somebody of the staff."""

    user_id: UserId
    member_id: MemberId | None = None


class TokenGate(Gate):
    """The gate of these tests: a token is the name of a person whom the bed knows."""

    def __init__(self, tenant: TenantRef) -> None:
        self._tenant = tenant
        self.members: dict[str, Actor] = {}
        self.staff: dict[str, Actor] = {}

    @override
    async def demand_step_up(
        self, actor: Actor, tenant: TenantRef, *, host: str, takes_fresh_sign_in: bool
    ) -> None:
        """Everybody has just proved who they are."""

    async def heard(self, channels: Collection[str]) -> None:
        del channels

    @override
    async def tenant_of(self, host: str, slug: str | None) -> TenantRef:
        del host, slug
        return self._tenant

    @override
    async def actor_of(
        self,
        token: str,
        audience: Audience,
        tenant: TenantRef,
        *,
        address: str,
        user_agent: str,
        takes_payout: bool = False,
    ) -> Actor:
        del tenant, user_agent, takes_payout
        known = self.members if audience is Audience.PLAYER else self.staff
        if token not in known:
            raise Unauthenticated("Nobody goes by this token.")
        return replace(known[token], address=address)


@dataclass(slots=True)
class Bed:
    """Everything a test of payments works with."""

    database: Database
    admin_url: str
    office: Office
    clock: MovableClock
    simulator: Simulator
    tenant_id: TenantId
    slug: str
    gate: TokenGate
    member: Person
    connection_id: ConnectionId = field(default_factory=lambda: ConnectionId(UUID(int=0)))
    http: httpx.AsyncClient = field(default_factory=httpx.AsyncClient)

    # -- the house from within

    def begin(self, actor: Actor | None = None) -> AbstractAsyncContextManager[Tx]:
        return begin(self.database, tenant_id=self.tenant_id, actor=actor or system("test"), now=self.clock())

    async def rows(self, query: str, *values: object) -> list[asyncpg.Record]:
        """What really lies in the tables; ``$1`` is the tenant."""
        connection = await asyncpg.connect(self.admin_url)
        try:
            return await connection.fetch(query, self.tenant_id, *values)
        finally:
            await connection.close()

    async def value(self, query: str, *values: object) -> Any:
        """The first value of the first row."""
        return (await self.rows(query, *values))[0][0]

    async def balance(self, kind: str = "main") -> int:
        async with self.begin() as tx:
            assert self.member.member_id is not None
            found = await ledger.balances(tx, self.member.member_id)
        return sum(b.units for b in found if (b.kind.value, b.currency) == (kind, "EUR"))

    async def told(self) -> list[str]:
        query = "SELECT name FROM outbox WHERE tenant_id = $1 AND domain = 'payments' ORDER BY seq"
        return [row["name"] for row in await self.rows(query)]

    async def outcomes(self) -> list[str]:
        """What became of the notices, in the order in which they came."""
        query = "SELECT outcome FROM payment_notices WHERE tenant_id = $1 ORDER BY id"
        return [row["outcome"] for row in await self.rows(query)]

    async def check_books(self) -> None:
        """What must always hold: zero sum, no negative balance, locked equals open holds."""
        sums = await self.rows(
            "SELECT o.kind, sum(CASE WHEN t.credit_account = a.account_id THEN t.amount ELSE -t.amount END) "
            "FROM transfers t JOIN accounts a ON a.tenant_id = t.tenant_id "
            "AND a.account_id IN (t.debit_account, t.credit_account) "
            "JOIN operations o ON o.tenant_id = t.tenant_id AND o.operation_id = t.operation_id "
            "WHERE t.tenant_id = $1 GROUP BY o.kind"
        )
        assert all(row["sum"] == 0 for row in sums), sums
        locked = await self.value(
            "SELECT coalesce(sum(balance), 0) FROM accounts WHERE tenant_id = $1 AND kind = 'locked'"
        )
        held = await self.value(
            "SELECT coalesce(sum(amount), 0) FROM holds WHERE tenant_id = $1 AND status = 'open'"
        )
        assert locked == held
        credited = await self.rows(
            "SELECT p.id, p.units, count(o.operation_id) AS operations FROM payments p "
            "LEFT JOIN operations o ON o.tenant_id = p.tenant_id AND o.subject_id = p.id "
            "AND o.kind = 'deposit' "
            "WHERE p.tenant_id = $1 AND p.direction = 'deposit' GROUP BY p.id, p.units, p.status "
            "HAVING count(o.operation_id) <> CASE WHEN p.status = 'succeeded' THEN 1 ELSE 0 END"
        )
        assert credited == []

    # -- work

    async def work(self, *, ahead: timedelta = timedelta()) -> int:
        """Does the jobs of payments that are due, or will be after a while; answers how many."""
        done = 0
        while True:
            taken = await self._take(self.clock() + ahead)
            if taken is None:
                return done
            name, payload = taken
            job = {job.name: job for job in jobs.jobs(self.office)}[name]
            await job.run(self.context(name, payload))
            done += 1

    def context(self, name: str, payload: bytes = b"{}") -> JobContext:
        """What a job of the tenant is given."""
        return JobContext(
            name=name,
            tenant_id=self.tenant_id,
            payload=payload,
            attempt=1,
            is_last=False,
            clock=self.clock,
            database=self.database,
            job_id=1,
        )

    async def _take(self, due: datetime) -> tuple[str, bytes] | None:
        connection = await asyncpg.connect(self.admin_url)
        try:
            row = await connection.fetchrow(
                "DELETE FROM jobs WHERE id = (SELECT id FROM jobs WHERE tenant_id = $1 "
                "AND name LIKE 'payments.%' AND due_at <= $2 ORDER BY due_at, id LIMIT 1) "
                "RETURNING name, payload",
                self.tenant_id,
                due,
            )
        finally:
            await connection.close()
        return None if row is None else (row["name"], row["payload"])

    async def work_until(self, is_done: Callable[[], Any], *, limit_s: float = 15.0) -> None:
        """Works and waits for the outside until something holds."""
        until = time.monotonic() + limit_s
        while True:
            await self.work()
            if await is_done():
                return
            assert time.monotonic() < until, "it never came to pass"
            await asyncio.sleep(0.05)

    async def work_until_status(self, payment_id: str, status: str, *, limit_s: float = 15.0) -> None:
        async def reached() -> bool:
            return bool(await self.status(payment_id) == status)

        await self.work_until(reached, limit_s=limit_s)

    async def work_until_notices(self, count: int, *, limit_s: float = 15.0) -> None:
        async def arrived() -> bool:
            return len([o for o in await self.outcomes() if o]) >= count

        await self.work_until(arrived, limit_s=limit_s)

    async def status(self, payment_id: str) -> str:
        found: str = await self.value(
            "SELECT status FROM payments WHERE tenant_id = $1 AND id = $2", UUID(payment_id)
        )
        return found

    async def steps(self, payment_id: str) -> list[str]:
        query = "SELECT status FROM payment_steps WHERE tenant_id = $1 AND payment_id = $2 ORDER BY id"
        return [row["status"] for row in await self.rows(query, UUID(payment_id))]

    # -- people

    async def send(
        self, method: str, path: str, body: Any = None, *, by: str = "ann", key: str | None = None
    ) -> httpx.Response:
        """A request of a member (``/player/…``) or of the staff (``/staff/…``)."""
        headers = {"authorization": f"Bearer {by}"}
        if key is not None:
            headers["idempotency-key"] = key
        return await self.http.request(method, path, json=body, headers=headers)

    async def deposit(self, amount: str = "50.00", *, key: str | None = None) -> dict[str, Any]:
        """A deposit that has been begun."""
        answer = await self.send(
            "POST",
            "/player/deposits",
            {"amount": amount, "currency": "EUR", "method": "sandpay"},
            key=key or str(new_id()),
        )
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def withdrawal(
        self, amount: str = "20.00", *, account: str = "DE89 3704 0044", key: str | None = None
    ) -> httpx.Response:
        return await self.send(
            "POST",
            "/player/withdrawals",
            {
                "amount": amount,
                "currency": "EUR",
                "method": "sandpay",
                "destination": {"account": account},
            },
            key=key or str(new_id()),
        )

    async def signed_notice(
        self,
        reference: str,
        status: str,
        *,
        kind: str = "payment",
        amount: str = "50.00",
        currency: str = "EUR",
        notice_id: str | None = None,
        connection_id: UUID | None = None,
    ) -> httpx.Response:
        """A notice with Sandpay's true signature, made by hand."""
        body = json.dumps(
            {
                "id": notice_id or f"ntc_{new_id()}",
                "type": f"{kind}.{status}",
                "data": {
                    "id": f"{kind}_1",
                    "object": kind,
                    "reference": reference,
                    "status": status,
                    "amount": {"value": amount, "currency": currency},
                },
            }
        ).encode()
        return await self.send_notice(body, self.signature(body), connection_id=connection_id)

    def signature(self, body: bytes, *, skew_s: int = 0) -> str:
        """Sandpay's signature of a body, now or at another time."""
        at = int(self.clock().timestamp()) + skew_s
        secret = merchant_keys(SECRET, MERCHANT).signing_secret
        digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
        return f"t={at},v1={digest}"

    async def send_notice(
        self, body: bytes, signature: str | None, *, connection_id: UUID | None = None
    ) -> httpx.Response:
        """Bytes at the door for notices."""
        headers = {} if signature is None else {"sandpay-signature": signature}
        return await self.http.post(
            f"/webhooks/payments/sandpay/{connection_id or self.connection_id}",
            content=body,
            headers={"content-type": "application/json", **headers},
        )

    async def approved(self, amount: str = "20.00", *, account: str = "DE89 3704 0044") -> str:
        """A withdrawal that staff have approved."""
        asked = await self.withdrawal(amount, account=account)
        assert asked.status_code == 201, asked.text
        payment_id: str = asked.json()["id"]
        answer = await self.send(
            "POST", f"/staff/withdrawals/{payment_id}/approve", {}, by="finance", key=str(new_id())
        )
        assert answer.status_code == 200, answer.text
        return payment_id

    async def give(self, units: int) -> None:
        """Puts money into Ann's wallet without a gateway."""
        assert self.member.member_id is not None
        async with self.begin() as tx:
            await ledger.post(
                tx,
                kind="gift",
                source=new_id(),
                key="gift",
                subject=Subject("gift", new_id()),
                member_id=self.member.member_id,
                movements=[
                    Movement(
                        Code.DEPOSIT,
                        House(HouseKind.EXTERNAL, "EUR"),
                        Wallet(self.member.member_id, WalletKind.MAIN, "EUR"),
                        units,
                    )
                ],
            )

    async def set(self, settings: Settings) -> None:
        """Changes a category of the tenant's settings."""
        known = "SELECT max(version) FROM tenant_settings WHERE tenant_id = $1 AND category = $2"
        version = await self.value(known, settings.category) or 0
        async with self.begin() as tx:
            await tenancy.change_setting(tx, settings, after=version, reason="a test")
        tenancy.forget()


def seed(slug: str) -> TenantSeed:
    return TenantSeed(
        slug=slug,
        name="Lucky",
        jurisdiction="MT",
        features=Features(gaming=True, loyalty=False),
        languages=("en",),
        currencies=(EUR, Currency("USD", 2)),
        minimum_age=18,
        blocked_countries=frozenset(),
        time_zone="Europe/Berlin",
        support_email="help@lucky.test",
        branding=Branding(name="Lucky House", hue=150, chroma="0.13", radius=12),
    )


async def make_person(tx: Tx, email: str, username: str) -> Person:
    user_id = await identity.ensure_user(tx, email, "not-a-hash", name=username)
    member_id = await identity.enrol(
        tx,
        NewMember(
            user_id=user_id,
            username=username,
            birth_date=date(1990, 1, 1),
            country="DE",
            currency="EUR",
            locale="en",
            kyc_status=KycStatus.VERIFIED,
        ),
    )
    return Person(user_id, member_id)


def member_actor(person: Person) -> Actor:
    return Actor(ActorKind.MEMBER, user_id=person.user_id, member_id=person.member_id, name="ann")


def staff_actor(user_id: UUID, name: str, *permissions: str) -> Actor:
    return Actor(ActorKind.STAFF, user_id=user_id, name=name, permissions=frozenset(permissions))


def credentials(simulator: Simulator) -> bytes:
    keys = merchant_keys(SECRET, MERCHANT)
    return Config.model_validate(
        {"base_url": simulator.url, "api_key": keys.api_key, "signing_secrets": [keys.signing_secret]}
    ).sealed_form()


def face(bed: Bed) -> FastAPI:
    """The routes of payments as the wiring mounts them, each face under a path of its own."""
    front = FastAPI()
    vault = bed.office.vault
    edge = Edge(
        database=bed.database,
        gate=bed.gate,
        clock=bed.clock,
        vault=vault,
        tokens=Tokens(vault),
        passwords=Passwords(CHEAP),
        limiter=RateLimiter(bed.database.pool),
        objects=open_objects("memory:", vault),
    )
    for path, router in (("/player", player.router), ("/staff", staff.router), ("/webhooks", machine.router)):
        app = FastAPI()
        problems.install(app)
        app.include_router(router)
        app.state.edge = edge
        app.state.payments = bed.office
        front.mount(path, app)
    return front


@asynccontextmanager
async def served(app: FastAPI, port: int) -> AsyncIterator[None]:
    """The application behind a real port, so that the simulator can reach it."""
    server = Server(
        app,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGINL,
        log_level=LogLevels.error,
    )
    task = asyncio.create_task(server.serve())
    try:
        await _reachable(port)
        yield
    finally:
        server.stop()  # type: ignore[no-untyped-call] # the library is not typed there
        await task


async def _reachable(port: int) -> None:
    for _ in range(200):
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            await writer.wait_closed()
            return
    raise AssertionError("nothing listens")


async def open_house(bed: Bed) -> None:
    """Opens the tenant, its people, its house accounts and its connection."""
    async with bed.begin() as tx:
        await tenancy.open_tenant(tx, seed(bed.slug))
    tenancy.forget()
    async with bed.begin() as tx:
        await ledger.open_house_accounts(tx, ["EUR", "USD"])
        bed.member = await make_person(tx, f"ann@{bed.slug}.test", "ann")
        other = await make_person(tx, f"bob@{bed.slug}.test", "bob")
        bed.connection_id = await open_connection(
            tx,
            bed.office,
            gateway="sandpay",
            currencies=frozenset({"EUR"}),
            credentials=credentials(bed.simulator),
        )
    bed.gate.members.update(ann=member_actor(bed.member), bob=member_actor(other))
    permissions = ("payments:view", "payments:approve")
    bed.gate.staff.update(
        finance=staff_actor(new_id(), "finance@lucky.test", *permissions),
        ann_at_work=staff_actor(bed.member.user_id, f"ann@{bed.slug}.test", *permissions),
        viewer=staff_actor(new_id(), "viewer@lucky.test", "payments:view"),
        nobody=staff_actor(new_id(), "nobody@lucky.test"),
    )
