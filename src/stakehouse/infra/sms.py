"""Text messages: what one is, a gateway that carries it, and where the embedded house keeps them.

A carrier is only ever called by a job, outside of any transaction.
"""

import hashlib
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qs, urlsplit, urlunsplit

import msgspec

from stakehouse.infra.http_client import HttpClient, OutgoingFault
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


@dataclass(frozen=True, slots=True)
class SmsGateway:
    """A service that carries text messages.

    Attributes:
        address: where messages are posted.
        token: proves that the house may.
        sender: the name or number that readers see; the tenant's name where it is empty.
    """

    address: str
    token: str = field(repr=False)
    sender: str = ""


def parse_sms(url: str) -> SmsGateway:
    """Where text messages are handed over, from one setting.

    Args:
        url: ``https://gateway.example/v1/messages?token=…&sender=Lucky``; the sender may be left out.

    Raises:
        ValueError: not of that form; the message does not show the token.
    """
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    token = asked.get("token", [""])[0]
    if parts.scheme != "https" or not parts.hostname or not token or parts.username is not None:
        message = "text messages go to https://gateway.example/v1/messages?token=…&sender=…"
        raise ValueError(message)
    address = urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
    return SmsGateway(address, token, asked.get("sender", [""])[0])


class HttpSmsCarrier:
    """Posts messages to a gateway as JSON: ``to``, ``from`` and ``text``.

    The same message carries the same ``Idempotency-Key``, so a gateway that was slow to answer sends a
    repeat once.
    """

    def __init__(self, gateway: SmsGateway, http: HttpClient) -> None:
        """Keeps where to, and the way out; the client is the caller's to close."""
        self._gateway = gateway
        self._http = http

    async def send(self, sms: Sms) -> None:
        """Hands a message over.

        Raises:
            OSError: it was not accepted; what it said is not repeated, for it may hold the message.
        """
        body = {"to": sms.to, "from": self._gateway.sender or sms.sender_name, "text": sms.text}
        content = msgspec.json.encode(body)
        headers = {
            "authorization": f"Bearer {self._gateway.token}",
            "content-type": "application/json",
            "idempotency-key": hashlib.sha256(content).hexdigest(),
        }
        try:
            answer = await self._http.request("POST", self._gateway.address, headers=headers, content=content)
        except OutgoingFault as fault:
            message = f"the text message was not carried: {fault}"
            raise OSError(message) from fault
        if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            message = f"the gateway of text messages answered {answer.status}"
            raise OSError(message)


class SmsMailbox:
    """The carrier of the embedded house: messages lie in its mailbox, under the telephone number."""

    def __init__(self, mailbox: Mailbox) -> None:
        """Keeps messages where the mail is kept."""
        self._mailbox = mailbox

    async def send(self, sms: Sms) -> None:
        """Puts a message into the mailbox."""
        html = f"<p>{escape(sms.text)}</p>"
        await self._mailbox.send(Mail(sms.to, sms.sender_name, sms.text, sms.text, html))
