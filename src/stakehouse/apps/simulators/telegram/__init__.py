"""Telegram's sign-in, simulated: signs init data, widget fields and id tokens for the seeded bots."""

from stakehouse.apps.simulators.telegram.app import telegram
from stakehouse.apps.simulators.telegram.keys import BotKeys, bot_keys, simulator_secret, test_key

__all__ = ["BotKeys", "bot_keys", "simulator_secret", "telegram", "test_key"]
