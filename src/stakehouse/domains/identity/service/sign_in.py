"""Sign-in by address and password."""

from datetime import timedelta

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import InvalidCredentials
from stakehouse.domains.identity.ports import Admission
from stakehouse.domains.identity.service import lock
from stakehouse.domains.identity.service.challenges import second_step
from stakehouse.domains.identity.service.members import demand_admitted, set_standing
from stakehouse.domains.identity.service.sessions import open_member_session
from stakehouse.domains.identity.store import members, users
from stakehouse.domains.identity.types import (
    Asked,
    Attempt,
    Credentials,
    Device,
    Proof,
    SessionAudience,
    SignedIn,
    SignInLimits,
    Site,
    Standing,
)
from stakehouse.domains.tenancy import setting
from stakehouse.infra.database import Database
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import Limiter, Rate, network_of
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import NOBODY
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import TenantId, UserId

WINDOW = timedelta(minutes=15)


async def prove(
    attempt: Attempt, *, database: Database, clock: Clock, passwords: Passwords, limiter: Limiter
) -> Proof:
    """Checks somebody's claim to be somebody.

    It runs in no transaction of the caller: checking a password takes long, and a failed attempt
    has to count although the request is refused. Known and unknown addresses cost the same work.

    Args:
        attempt: address and password, and where they came from.
        database: where people are looked up.
        clock: tells the time of the look-up.
        passwords: checks the password.
        limiter: counts attempts of an address.

    Raises:
        InvalidCredentials: they do not belong together.
        TooManyRequests: the account is locked after its failures, or too many attempts from this address.
        Overloaded: too many people sign in at this moment.
    """
    email = attempt.email.strip().lower()
    async with begin(database, tenant_id=attempt.tenant_id, actor=NOBODY, now=clock()) as tx:
        limits = await setting(tx, SignInLimits)
    by_address = f"sign_in.address:{attempt.tenant_id}:{network_of(attempt.address)}"
    await limiter.take(by_address, Rate(limits.attempts_per_address, WINDOW))
    async with begin(database, tenant_id=attempt.tenant_id, actor=NOBODY, now=clock()) as tx:
        await lock.count_attempt(tx, email, limits)
        stored = await users.credentials(tx, email)

    proof = await _check(stored, attempt.password, passwords)

    async with begin(database, tenant_id=attempt.tenant_id, actor=NOBODY, now=clock()) as tx:
        await lock.forgive(tx, email)
    return proof


async def password_fits(
    tenant_id: TenantId,
    user_id: UserId,
    password: str,
    *,
    database: Database,
    clock: Clock,
    passwords: Passwords,
) -> bool:
    """Whether a password is a person's; checked in no transaction, as it takes long."""
    async with begin(database, tenant_id=tenant_id, actor=NOBODY, now=clock()) as tx:
        stored = await users.credentials_of(tx, user_id)
    fits = len(password) <= rules.PASSWORD_LENGTH_MAX
    return await passwords.verify(password if fits else "", stored.password_hash) and fits


async def sign_in_member(
    tx: Tx, proof: Proof, *, device: Device, admit: Admission, site: Site
) -> SignedIn | Asked:
    """Opens a session for a person who proved to be a member of this tenant, or asks for a second proof.

    Args:
        tx: the transaction.
        proof: who they are.
        device: what they sign in from.
        admit: asked whether the member may sign in now.
        site: where they sign in.

    Raises:
        InvalidCredentials: the person is not a member here; elsewhere does not show.
        MemberSuspended: the operator suspended the member.
        AccountClosed: the account is closed.
        Excluded: whatever ``admit`` refuses with.
    """
    member = await members.member_of_user(tx, proof.user_id)
    if member is None:
        raise wrong_credentials()
    demand_admitted(member)
    await keep_new_hash(tx, proof)
    step = await second_step(tx, proof, audience=SessionAudience.PLAYER, site=site)
    if isinstance(step, Asked):
        return step
    # Last of all: whoever is refused here has proved everything, and may get a ticket to be paid out.
    await admit(tx, member.member_id)
    if member.standing is Standing.INACTIVE:
        await set_standing(tx, member.member_id, Standing.ACTIVE, "Signed in again.")
    return await open_member_session(
        tx,
        proof.user_id,
        member.member_id,
        methods=proof.methods,
        device=device,
        is_stepped_up=step.is_stepped_up,
    )


async def keep_new_hash(tx: Tx, proof: Proof) -> None:
    """Replaces a hash made with yesterday's parameters."""
    if proof.new_hash is not None:
        await users.set_password_hash(tx, proof.user_id, proof.new_hash)


def wrong_credentials() -> InvalidCredentials:
    """The one refusal for every way in which a sign-in can be wrong."""
    return InvalidCredentials("E-mail or password is wrong.")


async def _check(stored: Credentials, password: str, passwords: Passwords) -> Proof:
    fits = len(password) <= rules.PASSWORD_LENGTH_MAX
    matches = await passwords.verify(password if fits else "", stored.password_hash)
    if stored.user_id is None or stored.password_hash is None or not matches or not fits:
        raise wrong_credentials()
    outdated = passwords.is_outdated(stored.password_hash)
    return Proof(stored.user_id, ("pwd",), await passwords.hash(password) if outdated else None)
