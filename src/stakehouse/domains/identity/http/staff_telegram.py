"""The tenant's Telegram bot, for its staff."""

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from pydantic import Field

from stakehouse.domains.identity.errors import InvalidBotToken, TelegramNotSetUp
from stakehouse.domains.identity.service import telegram
from stakehouse.domains.identity.types import TelegramBot
from stakehouse.infra.web.context import edge_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork


class BotAnswer(Answer):
    """The bot; its token and its secret are never shown again."""

    bot_id: str
    username: str
    has_token: bool
    has_client_secret: bool
    updated_at: Moment


class BotBody(Request):
    """The bot's name and credentials; what is left out stays as it is.

    The token comes from BotFather, the client secret from its Web Login settings. With the bot's number
    alone only Mini Apps sign in, checked by Telegram's own signature.
    """

    username: str = Field(pattern="^[A-Za-z][A-Za-z0-9_]{3,31}$", description="without the sign in front")
    token: str | None = Field(default=None, min_length=6, max_length=120)
    bot_id: str | None = Field(default=None, pattern="^[0-9]{1,16}$")
    client_secret: str | None = Field(default=None, min_length=8, max_length=200)


class RemoveBotBody(Request):
    """Why."""

    reason: Reason


router = APIRouter(prefix="/telegram-bot", tags=["identity"])


@router.get("", dependencies=[staff("settings:view")], responses=refuses(TelegramNotSetUp))
async def get_bot(tx: UnitOfWork) -> BotAnswer:
    """The tenant's bot."""
    found = await telegram.bot(tx)
    if found is None:
        raise TelegramNotSetUp("No Telegram bot is set up.")
    return _answer(found)


@router.put("", dependencies=[staff("settings:edit")], responses=refuses(InvalidBotToken))
async def put_bot(request: HttpRequest, body: BotBody, tx: UnitOfWork) -> BotAnswer:
    """Sets the tenant's bot up, or changes its credentials."""
    return _answer(
        await telegram.set_bot(
            tx,
            token=body.token,
            bot_id=None if body.bot_id is None else int(body.bot_id),
            username=body.username,
            client_secret=body.client_secret,
            vault=edge_of(request).vault,
        )
    )


@router.post(
    "/remove", status_code=204, dependencies=[staff("settings:edit")], responses=refuses(TelegramNotSetUp)
)
async def remove_bot(body: RemoveBotBody, tx: UnitOfWork) -> None:
    """Takes the bot away: nobody signs in by Telegram until another one is set up."""
    await telegram.remove_bot(tx, body.reason)


def _answer(found: TelegramBot) -> BotAnswer:
    return BotAnswer(
        bot_id=str(found.bot_id),
        username=found.username,
        has_token=found.has_token,
        has_client_secret=found.has_client_secret,
        updated_at=found.updated_at,
    )
