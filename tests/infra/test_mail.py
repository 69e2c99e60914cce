"""Mail: carried over TLS to a real server, kept in the mailbox of the embedded house."""

import asyncio
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from stakehouse.infra.database import open_database
from stakehouse.infra.mail import Mail, Mailbox, SmtpCarrier, SmtpServer, parse_smtp
from tests.databases import TestDatabase

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MAIL = Mail("ann@example.com", "Lucky", "123456 is your code", "Your code", "<p>Your code</p>")


async def test_the_mailbox_shows_the_newest_first_and_nobody_elses(database: TestDatabase) -> None:
    pools = await open_database(database.app_url)
    moments = iter([NOON, NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)])
    mailbox = Mailbox(pools.pool, lambda: next(moments))

    await mailbox.send(MAIL)
    await mailbox.send(Mail("bob@example.com", "Lucky", "for bob", "", ""))
    await mailbox.send(Mail("ann@example.com", "Lucky", "the second", "", ""))
    read = await mailbox.read(" Ann@Example.com")
    await pools.close()

    assert [mail.subject for mail in read] == ["the second", "123456 is your code"]
    assert read[1].sent_at == NOON


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp://us%40er:pa%2Fss@mail.example:2525?sender=house@example.com",
            SmtpServer("mail.example", 2525, "us@er", "pa/ss", "house@example.com"),
        ),
        ("smtp://mail.example?sender=a@b.c", SmtpServer("mail.example", 587, "", "", "a@b.c")),
    ],
)
def test_a_server_is_read_from_a_setting(url: str, server: SmtpServer) -> None:
    assert parse_smtp(url) == server
    assert "pa/ss" not in repr(server)


@pytest.mark.parametrize(
    "url", ["", "https://mail.example?sender=a@b.c", "smtp://mail.example", "smtp://?sender=a@b"]
)
def test_a_setting_that_names_no_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="mail goes to"):
        parse_smtp(url)


async def test_mail_is_never_handed_to_a_server_without_tls() -> None:
    with plain_server() as (port, heard):
        carrier = SmtpCarrier(SmtpServer("127.0.0.1", port, "user", "secret", "house@example.com"))

        with pytest.raises(smtplib.SMTPException):
            await carrier.send(MAIL)
        await asyncio.sleep(0)

    assert b"secret" not in b"".join(heard)
    assert b"ann@example.com" not in b"".join(heard)


@contextmanager
def plain_server() -> Iterator[tuple[int, list[bytes]]]:
    """A server that offers no TLS."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"220 here\r\n")
            while line := connection.recv(4096):
                heard.append(line)
                connection.sendall(b"250 fine\r\n")

    thread = Thread(target=serve)
    thread.start()
    try:
        yield listening.getsockname()[1], heard
    finally:
        thread.join(5)
        listening.close()
