"""A person's password and address: forgotten, changed, confirmed."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import InvalidCode, PasswordNeeded, SameEmail, WrongPassword
from stakehouse.domains.identity.service import codes, lock, post
from stakehouse.domains.identity.service.sessions import end_sessions_everywhere
from stakehouse.domains.identity.store import members, memberships, users
from stakehouse.domains.identity.types import (
    CodePurpose,
    MailOrder,
    SessionAudience,
    SignInLimits,
    Template,
)
from stakehouse.domains.tenancy import profile, setting
from stakehouse.events.identity import EmailChanged, PasswordChanged
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import TenantId, UserId

NameHere = Callable[[Tx, UserId], Awaitable[str | None]]
"""What a person is called in this tenant, ``None`` if they are not known here."""


async def name_of_member(tx: Tx, user_id: UserId) -> str | None:
    """The username of a person who is a member of this tenant."""
    found = await members.member_of_user(tx, user_id)
    return None if found is None else found.username


async def name_on_staff(tx: Tx, user_id: UserId) -> str | None:
    """The name of a person who works for this tenant."""
    if tx.tenant_id not in await memberships.tenants_of(tx, user_id, SessionAudience.STAFF):
        return None
    return await users.name_of(tx, user_id)


async def forget_password(tx: Tx, email: str, *, name_here: NameHere, vault: Vault) -> None:
    """Mails a code with which a new password can be chosen.

    The answer and the work are the same whether the address is known here or not: then the code is
    one that nothing fits, and the mail says so to its owner alone.

    Args:
        tx: the transaction.
        email: normalised address.
        name_here: tells whether the person is known in this tenant.
        vault: seals the mail and digests the code.
    """
    known = await users.credentials(tx, email)
    name = await name_here(tx, known.user_id or UserId(UUID(int=0)))
    user_id = known.user_id if name is not None else None
    language = await users.email_of(tx, known.user_id or UserId(UUID(int=0)))
    locale = language[1] if language is not None and user_id is not None else (await profile(tx)).languages[0]

    code = await codes.issue(tx, CodePurpose.PASSWORD_RESET, email, user_id=user_id, email=email, vault=vault)

    template = Template.RESET if user_id is not None else Template.RESET_UNKNOWN
    fields = {"code": code, "username": name or ""} if user_id is not None else {}
    post.owe(tx, vault, MailOrder(template=template, to=email, locale=locale, fields=fields))


async def reset_password(
    tx: Tx, email: str, code: str, password_hash: str, *, vault: Vault
) -> InvalidCode | None:
    """Gives the password that was chosen to whoever brings the code; all sessions end, nobody is signed in.

    The new password is then used like any other, so a second factor is asked for as ever. A refusal
    is returned, not raised: the try it used up must be kept by the commit.
    """
    taken = await codes.take(tx, CodePurpose.PASSWORD_RESET, email, code, vault=vault)
    if isinstance(taken, InvalidCode):
        return taken
    assert taken.user_id is not None, "no code fits without a person"

    await users.change_password(tx, taken.user_id, password_hash)
    await lock.forgive(tx, email)
    await end_sessions_everywhere(tx, taken.user_id, reason="password reset")

    await _tell_password_changed(tx, taken.user_id, how="reset", vault=vault)
    return None


async def prove_again(
    tenant_id: TenantId,
    actor: Actor,
    password: str,
    *,
    database: Database,
    clock: Clock,
    passwords: Passwords,
) -> None:
    """Checks that whoever is signed in knows the password, in no transaction of the caller.

    Raises:
        WrongPassword: they do not.
        PasswordNeeded: there is none; they came by another way.
        TooManyRequests: the account is locked after its failures.
    """
    user_id = _caller(actor)
    async with begin(database, tenant_id=tenant_id, actor=actor, now=clock()) as tx:
        email, stored = await users.password_of(tx, user_id)
        if stored is None:
            raise PasswordNeeded(
                "You have no password yet; choose one with “Forgot your password?” on the sign-in page."
            )
        await lock.count_attempt(tx, email, await setting(tx, SignInLimits))
    if not await passwords.verify(password, stored):
        raise WrongPassword("That is not your password.", field="password")
    async with begin(database, tenant_id=tenant_id, actor=actor, now=clock()) as tx:
        await lock.forgive(tx, email)


async def change_password(tx: Tx, password_hash: str, *, vault: Vault) -> None:
    """Gives the caller another password; every session but the present one ends."""
    rules.demand_self(tx.actor)
    user_id = _caller(tx.actor)

    await users.change_password(tx, user_id, password_hash)
    await end_sessions_everywhere(tx, user_id, reason="password changed", but=tx.actor.session_id)

    await _tell_password_changed(tx, user_id, how="changed", vault=vault)


async def ask_for_email(tx: Tx, email: str, *, vault: Vault) -> None:
    """Mails a code to the address the caller wants to sign in with from now on.

    Where the address is another person's the answer is the same, no code fits, and the mail says so
    to its owner alone.

    Raises:
        SameEmail: it is the caller's address already.
    """
    rules.demand_self(tx.actor)
    user_id = _caller(tx.actor)
    mine = await users.email_of(tx, user_id)
    assert mine is not None, "a person who signed in has an address"
    if mine[0] == email:
        raise SameEmail("This is your address already.", field="email")
    holder = (await users.credentials(tx, email)).user_id

    code = await codes.issue(
        tx,
        CodePurpose.EMAIL_CHANGE,
        str(user_id),
        user_id=user_id if holder is None else None,
        email=email,
        vault=vault,
    )

    template = Template.EMAIL_CHANGE if holder is None else Template.EMAIL_TAKEN
    fields = {"code": code, "username": tx.actor.name} if holder is None else {}
    post.owe(tx, vault, MailOrder(template=template, to=email, locale=mine[1], fields=fields))


async def confirm_email(tx: Tx, code: str, *, vault: Vault) -> str | InvalidCode:
    """Makes the address that the code was sent to the caller's, and tells the former one.

    A refusal is returned, not raised: the try it used up must be kept by the commit.
    """
    rules.demand_self(tx.actor)
    user_id = _caller(tx.actor)
    taken = await codes.take(tx, CodePurpose.EMAIL_CHANGE, str(user_id), code, vault=vault)
    if isinstance(taken, InvalidCode):
        return taken
    before = await users.email_of(tx, user_id)
    assert before is not None, "a person who signed in has an address"

    if not await users.change_email(tx, user_id, taken.email):
        # Somebody else registered with the address while the code was on its way.
        return codes.invalid_code()
    await end_sessions_everywhere(tx, user_id, reason="address changed", but=tx.actor.session_id)

    notice = MailOrder(
        template=Template.EMAIL_CHANGED,
        to=before[0],
        locale=before[1],
        fields={"masked": _masked(taken.email)},
    )
    post.owe(tx, vault, notice)
    tx.record(
        AuditEntry(
            "user.email_changed",
            "user",
            user_id,
            before={"email": _masked(before[0])},
            after={"email": _masked(taken.email)},
        )
    )
    tx.tell(EmailChanged(user_id=user_id))
    return taken.email


async def _tell_password_changed(tx: Tx, user_id: UserId, *, how: str, vault: Vault) -> None:
    person = await users.email_of(tx, user_id)
    if person is not None:
        notice = MailOrder(
            template=Template.PASSWORD_CHANGED,
            to=person[0],
            locale=person[1],
            fields={"address": tx.actor.address},
        )
        post.owe(tx, vault, notice)
    tx.record(AuditEntry(f"user.password_{how}", "user", user_id))
    tx.tell(PasswordChanged(user_id=user_id, how=how))


def _caller(actor: Actor) -> UserId:
    assert actor.user_id is not None, "the guard let in nobody but a signed-in person"
    return UserId(actor.user_id)


def _masked(email: str) -> str:
    name, _, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}"
