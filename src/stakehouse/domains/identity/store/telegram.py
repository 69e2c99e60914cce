"""The SQL of Telegram: a tenant's bot, links of its members, what was used already."""

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.identity.tables import telegram_bots, telegram_links
from stakehouse.domains.identity.types import TelegramBot, TelegramIdentity, TelegramLink
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId


async def bot(tx: Tx) -> TelegramBot | None:
    """The tenant's bot, without its secrets."""
    row = (
        await tx.conn.execute(
            select(
                telegram_bots.c.bot_id,
                telegram_bots.c.username,
                telegram_bots.c.sealed_token.is_not(None).label("has_token"),
                telegram_bots.c.sealed_secret.is_not(None).label("has_client_secret"),
                telegram_bots.c.updated_at,
            ).where(telegram_bots.c.tenant_id == tx.tenant_id)
        )
    ).one_or_none()
    if row is None:
        return None
    return TelegramBot(row.bot_id, row.username, row.has_token, row.has_client_secret, row.updated_at)


async def sealed_token(tx: Tx) -> bytes | None:
    """The bot's token as it is stored."""
    query = select(telegram_bots.c.sealed_token).where(telegram_bots.c.tenant_id == tx.tenant_id)
    found: bytes | None = (await tx.conn.execute(query)).scalar_one_or_none()
    return found


async def sealed_secret(tx: Tx) -> bytes | None:
    """The bot's client secret as it is stored."""
    query = select(telegram_bots.c.sealed_secret).where(telegram_bots.c.tenant_id == tx.tenant_id)
    found: bytes | None = (await tx.conn.execute(query)).scalar_one_or_none()
    return found


async def put_bot(
    tx: Tx,
    *,
    bot_id: int,
    username: str,
    sealed_token: bytes | None,
    sealed_secret: bytes | None,
    keeps: bool,
) -> None:
    """Stores the tenant's bot; secrets that are not given stay if ``keeps`` says so."""
    given = {
        "bot_id": bot_id,
        "username": username,
        "sealed_token": sealed_token,
        "sealed_secret": sealed_secret,
        "updated_at": tx.now,
    }
    statement = upsert(telegram_bots).values(tenant_id=tx.tenant_id, **given)
    kept = {
        name: func.coalesce(getattr(statement.excluded, name), telegram_bots.c[name])
        for name in ("sealed_token", "sealed_secret")
    }
    await tx.conn.execute(
        statement.on_conflict_do_update(
            index_elements=["tenant_id"], set_={**given, **kept} if keeps else given
        )
    )


async def delete_bot(tx: Tx) -> None:
    """Deletes the tenant's bot."""
    await tx.conn.execute(delete(telegram_bots).where(telegram_bots.c.tenant_id == tx.tenant_id))


async def user_of(tx: Tx, telegram_id: int) -> UserId | None:
    """The user whom a person of Telegram is linked to in this tenant."""
    query = select(telegram_links.c.user_id).where(
        telegram_links.c.tenant_id == tx.tenant_id, telegram_links.c.telegram_id == telegram_id
    )
    found = (await tx.conn.execute(query)).scalar_one_or_none()
    return None if found is None else UserId(found)


async def link_of(tx: Tx, user_id: UserId) -> TelegramLink | None:
    """The person of Telegram whom a user is linked to in this tenant."""
    row = (
        await tx.conn.execute(
            select(
                telegram_links.c.telegram_id,
                telegram_links.c.username,
                telegram_links.c.first_name,
                telegram_links.c.linked_at,
            ).where(telegram_links.c.tenant_id == tx.tenant_id, telegram_links.c.user_id == user_id)
        )
    ).one_or_none()
    return None if row is None else TelegramLink(row.telegram_id, row.username, row.first_name, row.linked_at)


async def add_link(tx: Tx, user_id: UserId, person: TelegramIdentity) -> bool:
    """Links a user to a person of Telegram; false if one of them is linked."""
    row = await tx.conn.execute(
        upsert(telegram_links)
        .values(
            tenant_id=tx.tenant_id,
            user_id=user_id,
            telegram_id=person.id,
            username=person.username,
            first_name=person.first_name,
            linked_at=tx.now,
        )
        .on_conflict_do_nothing()
        .returning(telegram_links.c.user_id)
    )
    return row.one_or_none() is not None


async def delete_link(tx: Tx, user_id: UserId) -> None:
    """Ends a link."""
    await tx.conn.execute(
        delete(telegram_links).where(
            telegram_links.c.tenant_id == tx.tenant_id, telegram_links.c.user_id == user_id
        )
    )
