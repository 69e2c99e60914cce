"""The process that works: the relay, the subscribers, the jobs and what the clock owes.

The tuples below are the whole table of contents; a domain adds a line. Start as many workers as
there is work: they share jobs and ticks, and one of them at a time relays and serves a consumer.
"""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

from stakehouse.apps.evidence import EVIDENCE
from stakehouse.apps.faces.technical import serve_technical
from stakehouse.apps.knowing import open_desk
from stakehouse.apps.leaving import SECTIONS
from stakehouse.apps.playing import wallet_engine
from stakehouse.apps.settings import Resources, Settings
from stakehouse.domains import play, tenancy
from stakehouse.domains.access import jobs as access_jobs
from stakehouse.domains.compliance import Desk
from stakehouse.domains.compliance import handlers as compliance_handlers
from stakehouse.domains.compliance import jobs as compliance_jobs
from stakehouse.domains.compliance.jobs import harm as harm_jobs
from stakehouse.domains.compliance.jobs import kyc as kyc_jobs
from stakehouse.domains.console import jobs as console_jobs
from stakehouse.domains.games import handlers as games_handlers
from stakehouse.domains.games import jobs as games_jobs
from stakehouse.domains.identity import jobs as identity_jobs
from stakehouse.domains.ledger import jobs as ledger_jobs
from stakehouse.domains.payments import jobs as payments_jobs
from stakehouse.domains.payments.adapters import Shelf
from stakehouse.domains.payments.service.office import Office
from stakehouse.domains.play import Catalogue
from stakehouse.domains.reporting import jobs as reporting_jobs
from stakehouse.domains.support import jobs as support_jobs
from stakehouse.domains.tenancy import jobs as tenancy_jobs
from stakehouse.infra import upkeep
from stakehouse.infra.advisory import Duties
from stakehouse.infra.bus import Bus
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import Database, answers, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.jobs import Job, PostgresQueue, Schedule
from stakehouse.infra.mail import Mailbox, MailCarrier, SmtpCarrier, parse_smtp
from stakehouse.infra.objects import Objects
from stakehouse.infra.relay import Relay, SlugOf
from stakehouse.infra.resolver import Resolver
from stakehouse.infra.signals import Signals
from stakehouse.infra.sms import HttpSmsCarrier, SmsCarrier, SmsMailbox, parse_sms
from stakehouse.infra.subscriber import Handler, Subscriber
from stakehouse.kernel.clock import Clock, system_clock
from stakehouse.kernel.ids import PLATFORM, TenantId

PLATFORM_SLUG = "platform"
"""Stands in subjects for what concerns no tenant; no tenant may be called so."""

HANDLERS: tuple[Handler, ...] = (
    *compliance_handlers.HANDLERS,
    *games_handlers.HANDLERS,
)

JOBS: tuple[Job, ...] = (
    *upkeep.JOBS,
    *identity_jobs.JOBS,
    *access_jobs.JOBS,
    *compliance_jobs.JOBS,
    *ledger_jobs.JOBS,
    *support_jobs.JOBS,
    *tenancy_jobs.JOBS,
)

SCHEDULES: tuple[Schedule, ...] = (
    *upkeep.SCHEDULES,
    *identity_jobs.SCHEDULES,
    *access_jobs.SCHEDULES,
    *compliance_jobs.SCHEDULES,
    *ledger_jobs.SCHEDULES,
    *games_jobs.SCHEDULES,
    *payments_jobs.SCHEDULES,
    *support_jobs.SCHEDULES,
    *harm_jobs.SCHEDULES,
    *kyc_jobs.KYC_SCHEDULES,
    *tenancy_jobs.SCHEDULES,
)


@dataclass(frozen=True, slots=True)
class Tools:
    """What some jobs need beyond a transaction."""

    vault: Vault
    carrier: MailCarrier
    texts: SmsCarrier | None
    objects: Objects
    desk: Desk
    resolver: Resolver
    url: str
    office: Office
    croupier: games_jobs.Croupier


def plugged_jobs(tools: Tools) -> tuple[Job, ...]:
    """The jobs that need tools."""
    return (
        identity_jobs.mail_job(tools.vault, tools.carrier),
        identity_jobs.notice_job(tools.carrier),
        support_jobs.mail_job(tools.carrier),
        compliance_jobs.loading(tools.objects),
        identity_jobs.export_job(SECTIONS, tools.objects, tools.vault),
        identity_jobs.forget_exports_job(tools.objects),
        identity_jobs.plain_mail_job(tools.carrier),
        *(() if tools.texts is None else (identity_jobs.sms_job(tools.vault, tools.texts),)),
        console_jobs.invitation_job(tools.vault, tools.carrier, tools.url),
        reporting_jobs.evidence_job(tools.objects, EVIDENCE),
        tenancy_jobs.look_job(tools.resolver),
        *harm_jobs.diary_jobs(play.hours_played),
        *games_jobs.jobs(tools.croupier),
        *payments_jobs.jobs(tools.office),
        *kyc_jobs.kyc_jobs(tools.desk, tools.carrier),
    )


@dataclass(frozen=True, slots=True)
class Worker:
    """What one working process holds."""

    database: Database
    bus: Bus
    duties: Duties
    relay: Relay
    subscribers: tuple[Subscriber, ...]
    queue: PostgresQueue

    async def ready(self) -> dict[str, bool]:
        """Which parts are ready; unlike the API, a worker needs the bus."""
        return {
            "database": await answers(self.database),
            "bus": self.bus.is_connected,
            "relay": self.relay.is_well,
            "subscribers": all(subscriber.is_well for subscriber in self.subscribers),
            "jobs": self.queue.is_well,
        }

    async def run(self, stop: asyncio.Event) -> None:
        """Works until told to stop; then finishes what runs and returns within half a minute."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self.queue.run(stop))
            group.create_task(self._speak_and_hear(stop))

    async def _speak_and_hear(self, stop: asyncio.Event) -> None:
        """Waits for the bus, however long it is away, while jobs are done already."""
        opening = asyncio.create_task(self.bus.open())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not opening.done():
            opening.cancel()
            return
        opening.result()
        async with asyncio.TaskGroup() as group:
            group.create_task(self.relay.run(stop))
            for subscriber in self.subscribers:
                group.create_task(subscriber.run(stop))


@asynccontextmanager
async def open_worker(
    *, given: Resources, public_url: str, clock: Clock = system_clock
) -> AsyncIterator[Worker]:
    """Opens and wires a worker, and closes it again.

    Args:
        given: addresses and keys.
        public_url: how gateways reach the house, without a slash at the end.
        clock: the time that transactions get.
    """
    url = given.database_url.get_secret_value()
    database = await open_database(url, name="stakehouse-worker")
    signals = Signals(url, name="stakehouse-worker-signals")
    signals.on(tenancy.CHANNEL, tenancy.forget)
    await signals.start()
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    http = HttpClient(inside=given.simulators)
    office = Office(database, clock, vault, Shelf(http), public_url)
    croupier = games_jobs.Croupier(
        Catalogue(database), wallet_engine(database, vault, clock, remembers=False), vault, os.urandom
    )
    carrier, texts = _carriers(given, database, clock, http)
    objects = given.objects(vault)
    desk = open_desk(
        database=database, clock=clock, vault=vault, objects=objects, http=http, public_url=public_url
    )
    tools = Tools(vault, carrier, texts, objects, desk, given.resolver, public_url, office, croupier)
    bus = Bus(given.nats_url.get_secret_value(), name="stakehouse-worker")
    duties = Duties(url, name="stakehouse-worker-duties")
    queue = PostgresQueue(database, clock)
    for job in (*JOBS, *plugged_jobs(tools)):
        queue.register(job)
    for schedule in SCHEDULES:
        queue.schedule(schedule)
    try:
        yield Worker(
            database,
            bus,
            duties,
            Relay(url, bus, slugs(database)),
            tuple(Subscriber(handler, database, bus, duties, clock) for handler in HANDLERS),
            queue,
        )
    finally:
        await bus.close()
        await duties.close()
        await http.close()
        await signals.stop()
        await database.close()


def _carriers(
    given: Resources, database: Database, clock: Clock, http: HttpClient
) -> tuple[MailCarrier, SmsCarrier | None]:
    """Who carries mail and text messages; what has no address goes to the mailbox of an embedded house."""
    mailbox = Mailbox(database.pool, clock)
    texts: SmsCarrier | None = None
    if given.sms_url is not None:
        texts = HttpSmsCarrier(parse_sms(given.sms_url.get_secret_value()), http)
    elif given.demo_password is not None:
        texts = SmsMailbox(mailbox)
    if given.smtp_url is None:
        return mailbox, texts
    return SmtpCarrier(parse_smtp(given.smtp_url.get_secret_value())), texts


def slugs(database: Database) -> SlugOf:
    """Tells the slugs of tenants; they never change, so each is asked for once."""
    known: dict[UUID, str] = {PLATFORM: PLATFORM_SLUG}

    async def slug_of(tenant_id: UUID) -> str:
        if tenant_id not in known:
            async with database.engine.connect() as conn:
                known[tenant_id] = (await tenancy.profile_of(conn, TenantId(tenant_id))).slug
        return known[tenant_id]

    return slug_of


async def work(settings: Settings, given: Resources) -> None:
    """Runs a worker until the process is asked to end by SIGTERM or SIGINT.

    Args:
        settings: for the addresses.
        given: addresses and keys; health and metrics are served on the worker's port, on this
            machine only.

    Raises:
        HouseFault: nothing says where mail goes.
    """
    if given.smtp_url is None and not settings.is_embedded:
        raise HouseFault("STAKEHOUSE_SMTP_URL is not set.", "Say where mail is handed over.")
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with (
        open_worker(given=given, public_url=settings.url) as worker,
        await serve_technical("127.0.0.1", given.worker_port, worker.ready),
    ):
        await worker.run(stop)
