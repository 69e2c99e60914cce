"""Use cases of national registers: who must be asked about, the asking, and what an answer does.

A register is never asked inside a transaction. Who needs an answer that is not there raises
``RegisterDue``; the answer is fetched and kept by ``Registers.run``, and the use case begins anew.
Silence is an answer too: it is kept for half a minute and lets nobody in.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import (
    OnRegister,
    RegisterKeyRefused,
    RegisterNotConnected,
    RegisterSilent,
    RegisterUnavailable,
    UnknownRegister,
)
from stakehouse.domains.compliance.ports import ExclusionRegister, ExclusionRegisters
from stakehouse.domains.compliance.rules import exclusions as exclusion_rules
from stakehouse.domains.compliance.rules import registers as rules
from stakehouse.domains.compliance.service import history
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import limits as protections
from stakehouse.domains.compliance.store import registers as store
from stakehouse.domains.compliance.types import ExclusionKind
from stakehouse.domains.compliance.types.registers import (
    Cause,
    Listing,
    RegisterAnswer,
    RegisterConnection,
    RegisterState,
    Sought,
    Told,
)
from stakehouse.domains.identity import Member, Newcomer, SessionAudience, Standing
from stakehouse.events.compliance import (
    MemberExcluded,
    NewcomerOnRegister,
    RegisterCleared,
    RegisterFellSilent,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.errands import Errand
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, system
from stakehouse.kernel.clock import Clock, wire
from stakehouse.kernel.ids import MemberId, TenantId, new_id

CREDENTIALS = "register.credentials"
RETRY_S = int(rules.SILENCE_FOR.total_seconds())

SILENT = (
    "The national register of self-exclusions does not answer just now, and without its answer the law "
    "lets nobody in. Try again in a minute."
)


class RegisterDue(Errand):
    """An answer about a person is needed and is not there, or is too old."""

    def __init__(self, person: Sought, cause: Cause, member_id: MemberId | None) -> None:
        """Keeps whom to ask about and what for."""
        super().__init__(cause.value)
        self.person = person
        self.cause = cause
        self.member_id = member_id


NOBODY_AT_ALL = Sought("Test", "Call", date(1900, 1, 1), "test-call@example.com", "AA1 1AA", "")


@dataclass(frozen=True, slots=True)
class Trial:
    """How a test call went.

    Attributes:
        outcome: ``answered``, or the code of what went wrong.
        detail: the same in a sentence.
        milliseconds: how long it took.
    """

    outcome: str
    detail: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How a house stands with registers, and the newest answer about anybody, if there is one."""

    state: RegisterState
    last: RegisterAnswer | None


@dataclass(frozen=True, slots=True)
class Registers:
    """What asking needs beyond a transaction; one for a process.

    Attributes:
        database: where its transactions are opened.
        clock: the time of each.
        vault: opens the keys.
        shelf: the adapters.
    """

    database: Database
    clock: Clock
    vault: Vault
    shelf: ExclusionRegisters

    @asynccontextmanager
    async def transaction(self, tenant_id: TenantId, actor: Actor, request_id: str = "") -> AsyncIterator[Tx]:
        """One transaction of a use case that takes several."""
        async with begin(
            self.database, tenant_id=tenant_id, actor=actor, now=self.clock(), request_id=request_id
        ) as tx:
            yield tx

    def opened(self, tenant_id: TenantId, connection: RegisterConnection) -> ExclusionRegister:
        """The register behind a connection."""
        credentials = self.vault.open(tenant_id, CREDENTIALS, connection.credentials)
        return self.shelf.connect(connection.register, credentials)

    async def run(self, tenant_id: TenantId, errand: Errand, request_id: str) -> None:
        """Asks the house's register, and keeps what it said or that it was silent."""
        assert isinstance(errand, RegisterDue), "registers run no other errands"
        async with self.transaction(tenant_id, _ASKER, request_id) as tx:
            state = await state_of_registers(tx)
        told = await self._ask(tenant_id, state.connection, errand.person)
        async with self.transaction(tenant_id, _ASKER, request_id) as tx:
            await _keep(tx, state, errand, told)

    async def _ask(
        self, tenant_id: TenantId, connection: RegisterConnection | None, person: Sought
    ) -> Told | None:
        if connection is None or not connection.is_active:
            return None
        try:
            return await self.opened(tenant_id, connection).ask(person)
        except (RegisterUnavailable, RegisterKeyRefused, UnknownRegister):
            return None

    async def connect(
        self, tenant_id: TenantId, actor: Actor, register: str, *, base_url: str, key: str, reason: str
    ) -> Overview:
        """Gives the house access to a register, in place of what it had; the key is never shown again.

        Raises:
            UnknownRegister: there is no adapter of this name.
            RegisterAddressRefused: the address is none that the house talks to.
        """
        credentials = self.shelf.credentials(register, base_url, key)
        await self.shelf.check_address(base_url)
        async with self.transaction(tenant_id, actor) as tx:
            before = await store.connection(tx)
            sealed = self.vault.seal(tenant_id, CREDENTIALS, credentials)
            await store.remove_connections(tx)
            await store.keep_connection(tx, RegisterConnection(register, base_url, sealed, True, tx.now))
            tx.record(
                AuditEntry(
                    "register.connected",
                    "register",
                    register,
                    reason,
                    before=None if before is None else _shown(before),
                    after={"register": register, "base_url": base_url},
                )
            )
            return await overview(tx)

    async def test(self, tenant_id: TenantId, actor: Actor) -> Trial:
        """Asks the house's register about somebody who does not exist.

        Raises:
            RegisterNotConnected: there is none.
        """
        async with self.transaction(tenant_id, actor) as tx:
            connection = await store.connection(tx)
        if connection is None:
            raise _not_connected()
        started = self.clock()
        try:
            await self.opened(tenant_id, connection).ask(NOBODY_AT_ALL)
            code, detail = "answered", "The register answers and knows the key."
        except (RegisterUnavailable, RegisterKeyRefused, UnknownRegister) as refusal:
            code, detail = refusal.code, refusal.detail
        return Trial(code, detail, round(1000 * (self.clock() - started).total_seconds()))


_ASKER = system("national register")


async def disconnect(tx: Tx, reason: str) -> None:
    """Forgets the house's key. Where the law names a register, nobody comes in until there is another.

    Raises:
        RegisterNotConnected: there is none.
    """
    before = await store.connection(tx)
    if before is None:
        raise _not_connected()
    await store.remove_connections(tx)
    tx.record(AuditEntry("register.disconnected", "register", before.register, reason, before=_shown(before)))


def _shown(connection: RegisterConnection) -> dict[str, object]:
    return {"register": connection.register, "base_url": connection.base_url}


def _not_connected() -> RegisterNotConnected:
    return RegisterNotConnected("This house is connected to no register.")


async def state_of_registers(tx: Tx) -> RegisterState:
    """How the house stands with registers: what its law names, what it is connected to."""
    profile = await tenancy.profile(tx)
    law = tenancy.jurisdiction_of(profile).rules
    if not profile.features.gaming:
        return RegisterState(None, law.register_answer_minutes, None)
    return RegisterState(law.exclusion_register, law.register_answer_minutes, await store.connection(tx))


async def overview(tx: Tx) -> Overview:
    """The same for people, with what was heard last."""
    return Overview(await state_of_registers(tx), await store.newest_answer(tx))


async def answer_about(
    tx: Tx, state: RegisterState, person: Sought, cause: Cause, member_id: MemberId | None
) -> Listing:
    """What the register says about a person, by an answer that still counts.

    Raises:
        RegisterDue: there is none.
    """
    last = await store.last_answer(tx, rules.print_of(tx.tenant_id, _name(state), person))
    if last is None or not rules.counts(last, tx.now, state.minutes):
        raise RegisterDue(person, cause, member_id)
    return last.listing


def sought_of(member: Member) -> Sought:
    """Whom to ask about, of a member."""
    return rules.sought(member.details, member.birth_date, member.email)


def silent() -> RegisterSilent:
    """The refusal of everybody while a register does not answer."""
    return RegisterSilent(SILENT, retry_after_s=RETRY_S)


class Enrolment:
    """Who becomes a member, as identity asks: name and postcode are stated, and the register is clear."""

    async def demands_details(self, tx: Tx) -> bool:
        """Whether the house asks a register about everybody."""
        return (await state_of_registers(tx)).is_asked

    async def admit(self, tx: Tx, newcomer: Newcomer) -> None:
        """Returns if no register keeps the person out.

        Raises:
            RegisterDue: it has to be asked first.
            RegisterSilent: it did not answer.
            OnRegister: the person has excluded themselves.
        """
        state = await state_of_registers(tx)
        if not state.is_asked:
            return
        person = rules.sought(newcomer.details, newcomer.birth_date, newcomer.email)
        listing = await answer_about(tx, state, person, Cause.REGISTRATION, None)
        if listing is Listing.SILENT:
            raise silent()
        if not rules.lets_in(listing):
            refusal = OnRegister(
                "You are on the national register of self-exclusions, so no licensed house may open an "
                "account for you. It ends only there."
            )
            register = _name(state)

            async def trace(after: Tx) -> None:
                after.record(AuditEntry("registration.refused_by_register", "register", register))
                after.tell(NewcomerOnRegister(register=register))

            refusal.trace = trace
            raise refusal


enrolment = Enrolment()


@dataclass(frozen=True, slots=True)
class About:
    """What registers said about a member.

    Attributes:
        state: how the house stands with them.
        has_details: whether what a register needs is known.
        listed_since: since when one keeps the member out; ``None`` if it does not.
        answers: those that are kept, the newest first.
    """

    state: RegisterState
    has_details: bool
    listed_since: datetime | None
    answers: list[RegisterAnswer]


async def about(tx: Tx, member_id: MemberId) -> About:
    """What registers said about a member.

    Raises:
        MemberNotFound: no such member here.
    """
    member = await identity.member(tx, member_id)
    state = await state_of_registers(tx)
    protection = await protections.protection(tx, member.member_id)
    print_ = rules.print_of(tx.tenant_id, _name(state), sought_of(member))
    return About(
        state,
        member.details.is_complete,
        None if protection is None else protection.register_since,
        await store.answers_about(tx, member.member_id, print_),
    )


def _name(state: RegisterState) -> str:
    if state.connection is not None and state.connection.is_active:
        return state.connection.register
    return state.named or ""


async def _keep(tx: Tx, state: RegisterState, errand: RegisterDue, told: Told | None) -> None:
    listing = Listing.SILENT if told is None else told.listing
    name = _name(state)
    answer = RegisterAnswer(
        id=new_id(),
        print=rules.print_of(tx.tenant_id, name, errand.person),
        member_id=errand.member_id,
        register=name,
        cause=errand.cause,
        listing=listing,
        reference="" if told is None else told.reference,
        asked_at=tx.now,
        valid_until=rules.valid_until(listing, tx.now, state.minutes),
    )
    if listing is Listing.SILENT:
        last = await store.newest_answer(tx)
        if last is None or last.listing is not Listing.SILENT:
            tx.tell(RegisterFellSilent(register=name))
    if errand.member_id is not None:
        await _follow(tx, errand.member_id, answer)
    await store.add_answer(tx, answer)


async def _follow(tx: Tx, member_id: MemberId, answer: RegisterAnswer) -> None:
    """Lets an answer keep a member out, or end what an earlier one began.

    Only an answer about the very person who was found on it ends that: who states another name or
    address meanwhile stays out.
    """
    if answer.listing is Listing.SILENT:
        return
    member = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    protection = await protections.lock_protection(tx, member_id, time_zone=member.time_zone)
    is_listed = answer.listing is Listing.ON
    if is_listed == (protection.register_since is not None):
        return
    if not is_listed:
        found = await store.listing_answer(tx, member_id)
        if found is not None and found.print != answer.print:
            return
    await store.note_listed(tx, member_id, is_listed=is_listed)
    own = exclusion_rules.state_of(member.standing, protection.exclusion, tx.now)
    since = protection.register_since or tx.now
    listed = replace(protection, register_since=since).listed
    out = exclusion_rules.state_of(Standing.ACTIVE, listed, tx.now)
    told = {"kind": ExclusionKind.REGISTER.value, "register": answer.register, "since": wire(since)}
    if is_listed:
        await identity.note_state(
            tx, member_id, before=own.value, after=out.value, reason="On the national register."
        )
        await identity.end_sessions(
            tx, member.user_id, reason=ExclusionKind.REGISTER.value, audience=SessionAudience.PLAYER
        )
        await history.note(tx, member_id, "member.excluded", after=told, reason="On the national register.")
        tx.tell(MemberExcluded(member_id=member_id, kind=ExclusionKind.REGISTER.value, until=None))
        return
    reason = "The national register has taken the member off."
    await identity.note_state(tx, member_id, before=out.value, after=own.value, reason=reason)
    await history.note(tx, member_id, "register.cleared", before=told, reason=reason)
    tx.tell(RegisterCleared(member_id=member_id, register=answer.register))
