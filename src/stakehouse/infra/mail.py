"""Mail: what a message is, who carries it, and the mailbox of the embedded house.

A carrier is only ever called by a job, outside of any transaction.
"""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import formataddr
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg

from stakehouse.infra.tx import in_transaction
from stakehouse.kernel.clock import Clock

SMTP_TIMEOUT_S = 20.0
SUBMISSION_PORT = 587
MAILBOX_SHOWN = 50
MAILBOX_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Mail:
    """One message to one person.

    Attributes:
        to: the address.
        sender_name: shown as the sender: the tenant's name.
        subject: one line.
        text: the message without markup.
        html: the same message with markup.
    """

    to: str
    sender_name: str
    subject: str
    text: str
    html: str


class MailCarrier(Protocol):
    """Carries mail out of the house."""

    async def send(self, mail: Mail) -> None:
        """Hands a message over; returns when it was accepted.

        Raises:
            OSError: it was not accepted (smtplib's errors are such); trying again later is right.
        """
        ...


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed over.

    Attributes:
        host: name of the server; its certificate must bear it.
        port: 465 for TLS from the first byte, any other for STARTTLS.
        user: sign-in, empty for none.
        password: of the sign-in.
        sender: the address that mail comes from.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str


def parse_smtp(url: str) -> SmtpServer:
    """Where mail is handed over, from one setting.

    Args:
        url: ``smtp://user:password@host:587?sender=mail@house.example``; the port may be left out.

    Raises:
        ValueError: not of that form; the message does not show the password.
    """
    parts = urlsplit(url)
    sender = parse_qs(parts.query).get("sender", [""])[0]
    if parts.scheme != "smtp" or not parts.hostname or "@" not in sender:
        message = "mail goes to smtp://user:password@host:587?sender=mail@house.example"
        raise ValueError(message)
    return SmtpServer(
        host=parts.hostname,
        port=parts.port or SUBMISSION_PORT,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=sender,
    )


class SmtpCarrier:
    """Hands mail to an SMTP server, over TLS always."""

    def __init__(self, server: SmtpServer) -> None:
        """Keeps where to; connects for each message anew."""
        self._server = server

    async def send(self, mail: Mail) -> None:
        """Hands a message over in a thread.

        Raises:
            OSError: the server cannot be reached or refuses.
        """
        assert not in_transaction(), "the network waits for the commit"
        message = EmailMessage()
        message["From"] = formataddr((mail.sender_name, self._server.sender))
        message["To"] = mail.to
        message["Subject"] = mail.subject
        message.set_content(mail.text)
        message.add_alternative(mail.html, subtype="html")
        await asyncio.to_thread(self._deliver, message)

    def _deliver(self, message: EmailMessage) -> None:
        context = ssl.create_default_context()
        server = self._server
        if server.port == smtplib.SMTP_SSL_PORT:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=SMTP_TIMEOUT_S, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=SMTP_TIMEOUT_S)
        with connection:
            if server.port != smtplib.SMTP_SSL_PORT:
                connection.starttls(context=context)
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(message)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message in the embedded mailbox."""

    to: str
    subject: str
    text: str
    html: str
    sent_at: datetime


class Mailbox:
    """The carrier of the embedded house: keeps mail in a table where anybody may read it."""

    def __init__(self, pool: asyncpg.Pool, clock: Clock) -> None:
        """Keeps mail in the database behind this pool."""
        self._pool = pool
        self._clock = clock

    async def send(self, mail: Mail) -> None:
        """Puts a message into the mailbox; the oldest make room."""
        assert not in_transaction(), "a carrier is called after the commit"
        seq = await self._pool.fetchval(
            "INSERT INTO dev_mailbox (recipient, sender, subject, text, html, sent_at) "
            "VALUES ($1, $2, $3, $4, $5, $6) RETURNING seq",
            mail.to,
            mail.sender_name,
            mail.subject,
            mail.text,
            mail.html,
            self._clock(),
        )
        await self._pool.execute("DELETE FROM dev_mailbox WHERE seq <= $1", seq - MAILBOX_KEPT)

    async def read(self, to: str) -> list[Delivered]:
        """The newest messages to an address, newest first."""
        rows = await self._pool.fetch(
            "SELECT recipient, subject, text, html, sent_at FROM dev_mailbox "
            "WHERE recipient = $1 ORDER BY seq DESC LIMIT $2",
            to.strip().lower(),
            MAILBOX_SHOWN,
        )
        return [
            Delivered(row["recipient"], row["subject"], row["text"], row["html"], row["sent_at"])
            for row in rows
        ]
