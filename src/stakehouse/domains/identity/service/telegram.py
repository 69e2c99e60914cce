"""Sign-in by Telegram: the tenant's bot, what Telegram vouches for, links to members."""

import base64
import hashlib
import hmac
import secrets
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import msgspec

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    InvalidBotToken,
    LastWayIn,
    TelegramNotLinked,
    TelegramNotSetUp,
    TelegramTaken,
    TicketOver,
)
from stakehouse.domains.identity.service import post
from stakehouse.domains.identity.store import spent, users
from stakehouse.domains.identity.store import telegram as store
from stakehouse.domains.identity.types import (
    MailOrder,
    TelegramBot,
    TelegramIdentity,
    TelegramLink,
    TelegramSettings,
    Template,
)
from stakehouse.domains.tenancy import setting
from stakehouse.events.identity import TelegramLinked, TelegramUnlinked
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import SealBroken, Vault
from stakehouse.infra.openid import Client, InvalidIdToken, OpenId
from stakehouse.infra.telegram import (
    InvalidTelegramData,
    SignedData,
    TelegramPerson,
    bot_id_of,
    check_init_data,
    check_init_data_signature,
    check_widget,
)
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import TenantId, UserId

TOKEN_PURPOSE = "identity.telegram_bot"  # noqa: S105 - the name of a purpose
SECRET_PURPOSE = "identity.telegram_client"  # noqa: S105 - the name of a purpose
TICKET_PURPOSE = "identity.telegram_ticket"
FLOW_PURPOSE = "identity.telegram_flow"

TICKET_LIFETIME = timedelta(minutes=20)
FLOW_LIFETIME = timedelta(minutes=10)
WAY = "telegram"

Sealed = TypeVar("Sealed", bound=msgspec.Struct)


class Ticket(msgspec.Struct, frozen=True):
    """What a person whom Telegram vouched for, and who is no member yet, registers with."""

    telegram_id: int
    username: str
    first_name: str
    until: int


class Flow(msgspec.Struct, frozen=True):
    """A sign-in by OpenID Connect that is under way; the browser keeps it, sealed."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str
    until: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in by OpenID Connect that has begun.

    Attributes:
        url: where the person is sent.
        flow: what the browser brings back with the code.
    """

    url: str
    flow: str


@dataclass(frozen=True, slots=True)
class Doors:
    """What the checks need that is the same for all tenants.

    Attributes:
        openid: Telegram as a provider of OpenID Connect.
        keys: Telegram's public keys for init data.
    """

    openid: OpenId
    keys: Sequence[bytes]


async def bot(tx: Tx) -> TelegramBot | None:
    """The tenant's bot, without its secrets."""
    return await store.bot(tx)


async def set_bot(
    tx: Tx, *, token: str | None, bot_id: int | None, username: str, client_secret: str | None, vault: Vault
) -> TelegramBot:
    """Gives the tenant its bot, or the bot other credentials; what is not given stays.

    Without a token only Mini Apps sign in, by Telegram's own signature for the bot's number.

    Raises:
        InvalidBotToken: not of the form of a token, of another bot than the number says, or neither given.
    """
    stated = bot_id if token is None else bot_id_of(token)
    before = await store.bot(tx)
    number = stated if stated is not None else (None if before is None else before.bot_id)
    is_malformed = token is not None and stated is None
    if number is None or is_malformed or (bot_id is not None and bot_id != number):
        raise InvalidBotToken("Give the token as BotFather shows it, such as 123456:ABC…", field="token")

    keeps = before is not None and before.bot_id == number
    await store.put_bot(
        tx,
        bot_id=number,
        username=username,
        sealed_token=_sealed(vault, tx, TOKEN_PURPOSE, token),
        sealed_secret=_sealed(vault, tx, SECRET_PURPOSE, client_secret),
        keeps=keeps,
    )
    after = await store.bot(tx)
    assert after is not None, "the row was just written"

    tx.record(
        AuditEntry(
            "telegram_bot.changed",
            "telegram_bot",
            str(number),
            before=None if before is None else _shown(before),
            after=_shown(after)
            | {"token_given": token is not None, "client_secret_given": client_secret is not None},
        )
    )
    return after


async def remove_bot(tx: Tx, reason: str) -> None:
    """Takes the bot away: nobody signs in by Telegram any more; links stay for the next bot.

    Raises:
        TelegramNotSetUp: there is none.
    """
    before = await _demand_bot(tx)

    await store.delete_bot(tx)

    tx.record(
        AuditEntry("telegram_bot.removed", "telegram_bot", str(before.bot_id), reason, before=_shown(before))
    )


async def prove_mini_app(tx: Tx, raw: str, *, doors: Doors, vault: Vault) -> SignedData:
    """Whom the init data of a Mini App vouches for; the same data never counts a second time.

    The tenant is the one whose bot's token or number verified it, never a field inside.

    Raises:
        TelegramNotSetUp: the tenant has no bot, or does not let Mini Apps in.
        InvalidTelegramData: not for this bot, altered, too old, or used before.
    """
    settings = await setting(tx, TelegramSettings)
    known = await _demand_bot(tx)
    if not settings.mini_app:
        raise _not_set_up()
    token = await _token(tx, vault)
    age_max = timedelta(seconds=settings.mini_app_seconds)
    data: SignedData | None = None
    if token is not None:
        data = check_init_data(raw, token, now=tx.now, age_max=age_max)
    if token is None or settings.demand_signature:
        signed = check_init_data_signature(raw, known.bot_id, doors.keys, now=tx.now, age_max=age_max)
        data = data or signed
    assert data is not None, "one of the two proofs was asked for"
    await _spend(tx, data.digest, age_max)
    return data


async def prove_widget(tx: Tx, raw: str, *, vault: Vault) -> SignedData:
    """Whom the fields of the login widget vouch for; the same fields never count a second time.

    Raises:
        TelegramNotSetUp: the tenant has no bot with a token, or does not use the widget.
        InvalidTelegramData: not by this bot, altered, too old, or used before.
    """
    settings = await setting(tx, TelegramSettings)
    await _demand_bot(tx)
    token = await _token(tx, vault)
    if token is None or not settings.widget:
        raise _not_set_up()
    age_max = timedelta(seconds=settings.widget_seconds)
    data = check_widget(raw, token, now=tx.now, age_max=age_max)
    await _spend(tx, data.digest, age_max)
    return data


async def openid_client(tx: Tx, redirect_uri: str, *, vault: Vault) -> Client:
    """Who the tenant is at Telegram's OpenID Connect: its bot.

    Raises:
        TelegramNotSetUp: the tenant has no bot with a client secret, or does not use OpenID Connect.
    """
    settings = await setting(tx, TelegramSettings)
    known = await _demand_bot(tx)
    sealed = await store.sealed_secret(tx)
    if sealed is None or not settings.openid:
        raise _not_set_up()
    secret = vault.open(tx.tenant_id, SECRET_PURPOSE, sealed).decode()
    return Client(str(known.bot_id), secret, redirect_uri)


async def begin_openid(
    tenant_id: TenantId, client: Client, *, doors: Doors, clock: Clock, vault: Vault
) -> Begun:
    """Begins a sign-in by OpenID Connect; speaks with Telegram, so in no transaction."""
    flow = Flow(
        state=secrets.token_urlsafe(24),
        nonce=secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        redirect_uri=client.redirect_uri,
        until=int((clock() + FLOW_LIFETIME).timestamp()),
    )
    url = await doors.openid.authorization_url(
        client, state=flow.state, nonce=flow.nonce, verifier=flow.verifier
    )
    return Begun(url, _wrap(vault, tenant_id, FLOW_PURPOSE, flow))


def open_flow(tenant_id: TenantId, flow: str, state: str, *, clock: Clock, vault: Vault) -> Flow:
    """The sign-in that a browser brings back.

    Raises:
        InvalidTelegramData: not begun here, of another browser, or too long ago.
    """
    opened = _unwrap(vault, tenant_id, FLOW_PURPOSE, flow, Flow)
    same = opened is not None and hmac.compare_digest(opened.state.encode(), state.encode())
    if opened is None or not same or opened.until <= clock().timestamp():
        raise InvalidTelegramData("This sign-in is no longer valid; begin again.")
    return opened


async def prove_openid(flow: Flow, code: str, client: Client, *, doors: Doors, clock: Clock) -> SignedData:
    """Whom Telegram vouches for by OpenID Connect; speaks with Telegram, so in no transaction.

    Raises:
        InvalidIdToken: Telegram does not vouch for anybody by this code.
        ProviderUnreachable: Telegram does not answer.
    """
    token = await doors.openid.exchange(client, code, flow.verifier)
    claims = await doors.openid.verify(token, client.id, nonce=flow.nonce, now=clock())
    number = str(claims.get("id", claims["sub"]))
    if not (number.isascii() and number.isdecimal() and len(number) <= 16):  # noqa: PLR2004 - digits of an id
        raise InvalidIdToken("The sign-in service did not vouch for you; begin again.")
    person = TelegramPerson(
        int(number),
        str(claims.get("given_name") or claims.get("name") or "")[:64],
        username=str(claims.get("preferred_username") or "")[:64],
    )
    return SignedData(person, "", clock(), hashlib.sha256(flow.state.encode()).digest())


async def spend_flow(tx: Tx, data: SignedData) -> None:
    """Makes sure that a sign-in by OpenID Connect counts once.

    Raises:
        InvalidTelegramData: it was used before.
    """
    await _spend(tx, data.digest, FLOW_LIFETIME)


async def user_behind(tx: Tx, person: TelegramPerson) -> UserId | None:
    """The user who linked a person of Telegram in this tenant."""
    return await store.user_of(tx, person.id)


def ticket_for(tx: Tx, person: TelegramPerson, *, vault: Vault) -> str:
    """What somebody registers with whom Telegram vouches for."""
    until = int((tx.now + TICKET_LIFETIME).timestamp())
    ticket = Ticket(person.id, person.username, person.first_name, until)
    return _wrap(vault, tx.tenant_id, TICKET_PURPOSE, ticket)


def open_ticket(tx: Tx, ticket: str, *, vault: Vault) -> Ticket:
    """The ticket of a registration.

    Raises:
        TicketOver: not ours, or too old.
    """
    opened = _unwrap(vault, tx.tenant_id, TICKET_PURPOSE, ticket, Ticket)
    if opened is None or opened.until <= tx.now.timestamp():
        raise TicketOver(
            "Telegram vouched for you too long ago; sign in with Telegram again.", field="ticket"
        )
    return opened


async def linked(tx: Tx) -> TelegramLink | None:
    """The caller's link."""
    return await store.link_of(tx, _caller(tx))


async def link(tx: Tx, person: TelegramPerson, *, vault: Vault) -> TelegramLink:
    """Lets the caller sign in by Telegram from now on; harmless if they are linked to this person.

    Raises:
        TelegramTaken: the person of Telegram is another member's, or the caller is linked to another.
    """
    rules.demand_self(tx.actor)
    user_id = _caller(tx)
    made = await keep_link(tx, user_id, TelegramIdentity(person.id, person.first_name, person.username))
    found = await store.link_of(tx, user_id)
    assert found is not None, "the row was just written"
    if not made:
        return found

    owner = await users.email_of(tx, user_id)
    if owner is not None:
        fields = {"telegram": f"@{person.username}" if person.username else person.first_name or "Telegram"}
        order = MailOrder(template=Template.TELEGRAM_LINKED, to=owner[0], locale=owner[1], fields=fields)
        post.owe(tx, vault, order)
    return found


async def keep_link(tx: Tx, user_id: UserId, person: TelegramIdentity) -> bool:
    """Links a user to a person of Telegram in this tenant; false if they were already.

    Raises:
        TelegramTaken: one of the two is linked to another.
    """
    if await store.user_of(tx, person.id) == user_id:
        return False
    if not await store.add_link(tx, user_id, person):
        raise TelegramTaken("This Telegram account, or yours, is linked already; unlink it first.")
    tx.record(AuditEntry("telegram.linked", "user", user_id))
    tx.tell(TelegramLinked(user_id=user_id))
    return True


async def unlink(tx: Tx) -> None:
    """Ends sign-in by Telegram for the caller.

    Raises:
        TelegramNotLinked: there is no link.
        LastWayIn: the caller would have no other way to sign in.
    """
    rules.demand_self(tx.actor)
    user_id = _caller(tx)
    if await store.link_of(tx, user_id) is None:
        raise TelegramNotLinked("No Telegram account is linked.")
    _email, password_hash = await users.password_of(tx, user_id)
    if password_hash is None:
        raise LastWayIn("Choose a password first; otherwise you could not sign in any more.")

    await store.delete_link(tx, user_id)

    tx.record(AuditEntry("telegram.unlinked", "user", user_id))
    tx.tell(TelegramUnlinked(user_id=user_id))


async def _demand_bot(tx: Tx) -> TelegramBot:
    found = await store.bot(tx)
    if found is None:
        raise _not_set_up()
    return found


async def _token(tx: Tx, vault: Vault) -> str | None:
    sealed = await store.sealed_token(tx)
    return None if sealed is None else vault.open(tx.tenant_id, TOKEN_PURPOSE, sealed).decode()


async def _spend(tx: Tx, digest: bytes, age_max: timedelta) -> None:
    if not await spent.spend(tx, digest, tx.now + age_max + timedelta(minutes=2)):
        raise InvalidTelegramData("This was used already; open it again from Telegram.")


def _sealed(vault: Vault, tx: Tx, purpose: str, secret: str | None) -> bytes | None:
    return None if secret is None else vault.seal(tx.tenant_id, purpose, secret.encode())


def _shown(found: TelegramBot) -> dict[str, object]:
    return {
        "bot_id": str(found.bot_id),
        "username": found.username,
        "has_token": found.has_token,
        "has_client_secret": found.has_client_secret,
    }


def _wrap(vault: Vault, tenant_id: TenantId, purpose: str, value: msgspec.Struct) -> str:
    sealed = vault.seal(tenant_id, purpose, msgspec.json.encode(value))
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def _unwrap(vault: Vault, tenant_id: TenantId, purpose: str, text: str, shape: type[Sealed]) -> Sealed | None:
    try:
        sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(vault.open(tenant_id, purpose, sealed), type=shape)
    except (NotBase64, ValueError, SealBroken):
        return None


def _caller(tx: Tx) -> UserId:
    assert tx.actor.user_id is not None, "the guard let in nobody but a signed-in person"
    return UserId(tx.actor.user_id)


def _not_set_up() -> TelegramNotSetUp:
    return TelegramNotSetUp("This house does not offer sign-in by Telegram this way.")
