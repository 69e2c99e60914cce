"""Identity checks: each gaming house's account at the vendor, and people who showed their papers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from stakehouse.apps.knowing import open_desk
from stakehouse.apps.seed.ground import SOWER, Ground
from stakehouse.apps.seed.papers import Papers, bill, passport
from stakehouse.apps.settings import Simulator
from stakehouse.apps.simulators.sandid import account_keys, simulator_secret
from stakehouse.domains import identity
from stakehouse.domains.compliance import Desk
from stakehouse.domains.compliance.adapters.sandid import Config
from stakehouse.domains.compliance.service.kyc import cases, documents, review, vendors
from stakehouse.domains.compliance.service.kyc.desk import upload_key
from stakehouse.domains.compliance.types.kyc import DocumentKind, KycMethod, Person, RejectionReason
from stakehouse.domains.identity import KycStatus, NewMember
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.crypto import Vault
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.objects import Objects, open_objects
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

HOUSE = "lucky"
VENDOR = "sandid"
LONG, SOON = timedelta(days=1800), timedelta(days=20)


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody who showed their papers, and what became of it.

    Attributes:
        first_name: a word in the name decides what the simulated vendor says.
        last_name: likewise.
        born: date of birth.
        country: where they live.
        address: and exactly.
        number: of the passport.
        valid_for: how long the passport is still valid.
        became: where the case stands.
    """

    first_name: str
    last_name: str
    born: date
    country: str
    address: str
    number: str
    valid_for: timedelta = LONG
    became: KycStatus = KycStatus.SUBMITTED

    @property
    def name(self) -> str:
        """How they are called in the house."""
        return self.first_name.lower()


PEOPLE = (
    Shown("Mira", "Lindqvist", date(1984, 2, 9), "MT", "14 Old Mint Street, Valletta", "UT 204518"),
    Shown("Ingrid", "Holdt", date(1991, 11, 23), "DK", "Havnegade 31, Aarhus", "UT 730026"),
    Shown("Odd", "Nilsen", date(1977, 6, 1), "NO", "Strandgata 8, Bergen", "UT 118842"),
    Shown(
        "Paolo",
        "Serra",
        date(1999, 8, 15),
        "IT",
        "Via dei Mille 6, Torino",
        "UT 559310",
        became=KycStatus.REJECTED,
    ),
    Shown(
        "Hanna",
        "Vogel",
        date(1969, 4, 30),
        "AT",
        "Lindengasse 22, Wien",
        "UT 640977",
        valid_for=SOON,
        became=KycStatus.VERIFIED,
    ),
)


async def open_vendors(ground: Ground) -> None:
    """Opens each gaming house's account at the vendor, or tells an open one where the simulator is now."""
    if ground.sandid is None:
        return
    async with _desk(ground, open_objects("memory:", ground.vault)) as desk:
        for tenant in ground.tenants.values():
            if tenant.features.gaming:
                credentials = credentials_at(ground.sandid, ground.vault, tenant.slug)
                async with ground.begin(tenant.id) as tx:
                    await vendors.keep_kyc_connection(tx, desk, vendor=VENDOR, credentials=credentials)


def credentials_at(simulator: Simulator, vault: Vault, account: str) -> bytes:
    """What a house needs to speak with the simulator."""
    keys = account_keys(simulator_secret(vault), account)
    config = {
        "base_url": simulator.url,
        "app_token": keys.app_token,
        "secret_key": keys.secret_key,
        "signing_secrets": [keys.signing_secret],
    }
    return Config.model_validate(config).sealed_form()


async def check_people(ground: Ground) -> None:
    """Brings people whose papers wait, were rejected, or will soon pass their date."""
    if ground.objects is None:
        return
    tenant = ground.tenants[HOUSE]
    async with _desk(ground, ground.objects) as desk:
        for person in PEOPLE:
            async with ground.begin(tenant.id) as tx:
                member_id = await _bring(tx, ground, tenant, person)
                known = (await cases.dossier_of_member(tx, desk, member_id)).case
            if known is None:
                await _show(ground, desk, tenant, member_id, person)


async def _bring(tx: Tx, ground: Ground, tenant: TenantProfile, person: Shown) -> MemberId:
    email = f"{person.name}@{tenant.slug}.test"
    user_id = await identity.ensure_user(tx, email, ground.password_hash, name="")
    stored = await identity.password_hash_of(tx, email)
    if stored != ground.password_hash and not await ground.verifies(stored):
        await identity.set_password_hash(tx, user_id, ground.password_hash)
    ground.people.append(email)
    known = await identity.member_of_user(tx, user_id)
    if known is not None:
        return known.member_id
    new = NewMember(
        user_id=user_id,
        username=person.name,
        birth_date=person.born,
        country=person.country,
        currency=tenant.default_currency,
        locale="en",
    )
    member_id = await identity.enrol(tx, new)
    assert member_id is not None, "the name is free in a house that was just opened"
    await identity.set_name(tx, member_id, person.first_name, person.last_name)
    return member_id


async def _show(
    ground: Ground, desk: Desk, tenant: TenantProfile, member_id: MemberId, person: Shown
) -> None:
    """Sends somebody's papers in as they would, and decides as a reviewer would."""
    today = ground.clock().date()
    papers = Papers(
        first_name=person.first_name,
        last_name=person.last_name,
        born=person.born,
        number=person.number,
        valid_until=today + person.valid_for,
        address=person.address,
    )
    sent = (
        (
            documents.Announced(
                "identity", DocumentKind.PASSPORT, "passport.jpg", papers.number, papers.valid_until
            ),
            passport(papers),
        ),
        (
            documents.Announced("address", DocumentKind.UTILITY_BILL, "bill.jpg"),
            bill(papers, today - timedelta(days=18)),
        ),
    )
    for announced, content in sent:
        async with ground.begin(tenant.id) as tx:
            case = await cases.case_for_member(tx, desk, member_id)
            document = await documents.announce(tx, desk, case, announced)
        await desk.objects.put(tenant.id, upload_key(document), content, limit=len(content))
        await documents.complete(desk, tenant.id, SOWER, document.id, case.id)
    async with ground.begin(tenant.id) as tx:
        case = await cases.case_for_member(tx, desk, member_id)
        stated = Person(
            f"{person.first_name} {person.last_name}", person.born, person.address, person.country
        )
        case = await cases.submit(tx, desk, case, stated)
        if person.became is KycStatus.VERIFIED:
            await review.verify(tx, desk, case, method=KycMethod.REVIEW, text="")
        if person.became is KycStatus.REJECTED:
            await review.turn_down(
                tx,
                desk,
                case,
                method=KycMethod.REVIEW,
                reasons=(RejectionReason.CUT_OFF,),
                text="The lower edge of the passport is missing; please show the whole page.",
            )


@asynccontextmanager
async def _desk(ground: Ground, objects: Objects) -> AsyncIterator[Desk]:
    http = HttpClient()
    try:
        yield open_desk(
            database=ground.database,
            clock=ground.clock,
            vault=ground.vault,
            objects=objects,
            http=http,
            public_url="",
        )
    finally:
        await http.close()
