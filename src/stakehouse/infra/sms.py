"""Text messages: what one is, who carries it, and where the embedded house keeps them.

A carrier is only ever called by a job, outside of any transaction.
"""

from dataclasses import dataclass
from html import escape
from typing import Protocol

from stakehouse.infra.mail import Mail, Mailbox


@dataclass(frozen=True, slots=True)
class Sms:
    """One text message.

    Attributes:
        to: the telephone number in its international form (E.164).
        sender_name: the tenant's name.
        text: the message.
    """

    to: str
    sender_name: str
    text: str


class SmsCarrier(Protocol):
    """Carries text messages out of the house."""

    async def send(self, sms: Sms) -> None:
        """Hands a message over; returns when it was accepted.

        Raises:
            OSError: it was not accepted; trying again later is right.
        """
        ...


class SmsMailbox:
    """The carrier of the embedded house: messages lie in its mailbox, under the telephone number."""

    def __init__(self, mailbox: Mailbox) -> None:
        """Keeps messages where the mail is kept."""
        self._mailbox = mailbox

    async def send(self, sms: Sms) -> None:
        """Puts a message into the mailbox."""
        html = f"<p>{escape(sms.text)}</p>"
        await self._mailbox.send(Mail(sms.to, sms.sender_name, sms.text, sms.text, html))
