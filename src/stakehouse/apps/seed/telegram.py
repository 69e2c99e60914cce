"""A Telegram bot for each house, where the simulator plays Telegram."""

from stakehouse.apps.seed.ground import Ground
from stakehouse.apps.simulators.telegram import bot_keys, simulator_secret
from stakehouse.domains import identity, tenancy
from stakehouse.domains.identity import TelegramSettings


async def bring_bots(ground: Ground) -> None:
    """Gives each house its bot, unless staff gave it another, and lets the simulator's widget in."""
    if ground.sandpay is None:
        return
    for tenant in ground.tenants.values():
        bot = bot_keys(simulator_secret(ground.vault), tenant.slug)
        async with ground.begin(tenant.id) as tx:
            if await identity.telegram_bot(tx) is not None:
                continue
            await identity.set_telegram_bot(
                tx,
                token=bot.token,
                bot_id=bot.bot_id,
                username=bot.username,
                client_secret=bot.client_secret,
                vault=ground.vault,
            )
            if not await tenancy.setting_history(tx, TelegramSettings.category):
                wished = TelegramSettings(widget=True)
                await tenancy.change_setting(tx, wished, after=0, reason="The simulator plays it too.")
