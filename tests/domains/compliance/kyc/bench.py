"""A member and a reviewer of a real house, and the acts of both."""

from dataclasses import dataclass
from typing import Any

import httpx

from stakehouse.domains import compliance, tenancy
from stakehouse.domains.compliance.jobs.kyc import kyc_jobs
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.jobs import Job, JobContext
from stakehouse.infra.mail import Mailbox
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.kyc.files import pdf, picture
from tests.houses import House, sign_in

PASSPORT = {
    "requirement": "identity",
    "kind": "passport",
    "file_name": "passport.jpg",
    "number": "AB 123456",
    "expires_on": "2027-03-01",
}
BILL = {"requirement": "address", "kind": "utility_bill", "file_name": "bill.pdf"}
STATED = {"full_name": "Anna Maria Eriksson", "address": "Lindenweg 4, 10117 Berlin"}


@dataclass(slots=True)
class Bench:
    """The house, one tenant, a member ``ann`` and a reviewer."""

    house: House
    tenant: TenantProfile
    ann: httpx.AsyncClient
    officer: httpx.AsyncClient
    email: str

    @classmethod
    async def open(cls, house: House) -> "Bench":
        tenant = await house.open_tenant()
        ann, email = await cls.member(house, tenant)
        return cls(house, tenant, ann, await house.staff(tenant, "compliance"), email)

    @staticmethod
    async def member(house: House, tenant: TenantProfile) -> tuple[httpx.AsyncClient, str]:
        email = f"ann.{new_id().hex[-12:]}@example.com"
        await house.add_member(tenant, email, f"ann_{new_id().hex[-8:]}")
        client = house.client(tenant)
        await sign_in(client, "player", email)
        return client, email

    async def send(
        self, about: dict[str, Any], content: bytes, *, who: httpx.AsyncClient | None = None
    ) -> httpx.Response:
        """Announces, uploads and completes; answers what completing said."""
        who = who or self.ann
        announced = await who.post("/api/player/v1/kyc/documents", json=about)
        assert announced.status_code == 201, announced.text
        body = announced.json()
        sent = await who.put(body["upload"]["url"], content=content)
        assert sent.status_code == 204, sent.text
        return await who.post(f"/api/player/v1/kyc/documents/{body['document']['id']}/complete")

    async def show_all(self, *, who: httpx.AsyncClient | None = None, number: str = "AB 123456") -> None:
        for about, content in ((PASSPORT | {"number": number}, picture()), (BILL, pdf())):
            done = await self.send(about, content, who=who)
            assert done.status_code == 200, done.text

    async def submit(self, *, who: httpx.AsyncClient | None = None) -> None:
        done = await (who or self.ann).post("/api/player/v1/kyc/submit", json=STATED)
        assert done.status_code == 200, done.text

    async def state(self, who: httpx.AsyncClient | None = None) -> dict[str, Any]:
        body: dict[str, Any] = (await (who or self.ann).get("/api/player/v1/kyc")).json()
        return body

    async def case_id(self, who: httpx.AsyncClient | None = None) -> str:
        member_id = (await (who or self.ann).get("/api/player/v1/me")).json()["member_id"]
        items = (await self.officer.get(f"/api/staff/v1/members/{member_id}/kyc")).json()["items"]
        return str(items[0]["id"])

    async def decide(
        self, act: str, body: dict[str, Any] | None = None, *, who: httpx.AsyncClient | None = None
    ) -> httpx.Response:
        path = f"/api/staff/v1/kyc/cases/{await self.case_id()}/{act}"
        return await (who or self.officer).post(path, json=body)

    async def verified(self) -> None:
        await self.show_all()
        await self.submit()
        done = await self.decide("approve", {})
        assert done.status_code == 200, done.text

    async def setting(self, **fields: Any) -> None:
        async with self.house.begin(self.tenant) as tx:
            await tenancy.change_setting(
                tx, compliance.KycSettings(**fields), after=0, reason="the test wants it"
            )

    async def work(self) -> None:
        """Does what is owed of identity checks, whatever its time."""
        jobs = self._jobs()
        for owed in await self.house.rows(
            "DELETE FROM jobs WHERE name = ANY($1) AND tenant_id = $2 RETURNING id, name, payload",
            list(jobs),
            self.tenant.id,
        ):
            await jobs[owed["name"]].run(self._context(owed["name"], owed["payload"], owed["id"]))

    async def run(self, name: str) -> None:
        """Runs one job of the clock for the tenant."""
        await self._jobs()[name].run(self._context(name, b"{}", 1))

    def _jobs(self) -> dict[str, Job]:
        mailbox = Mailbox(self.house.api.edge.database.pool, self.house.clock)
        return {job.name: job for job in kyc_jobs(self.house.api.desk, mailbox)}

    def _context(self, name: str, payload: bytes, job_id: Any) -> JobContext:
        return JobContext(
            name=name,
            tenant_id=self.tenant.id,
            payload=payload,
            attempt=1,
            is_last=False,
            clock=self.house.clock,
            database=self.house.api.edge.database,
            job_id=job_id,
        )
