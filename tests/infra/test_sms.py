"""Text messages: posted to a real HTTP server, once each, and never told to logs or strangers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.sms import HttpSmsCarrier, Sms, SmsGateway, parse_sms

CODE = Sms("+35699123456", "Lucky", "123456 is your code.")


@contextmanager
def gateway(*statuses: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A gateway that answers with these statuses, one after the other."""
    heard: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            heard.append({"path": self.path, "headers": dict(self.headers.items()), "body": json.loads(body)})
            self.send_response(statuses[min(len(heard), len(statuses)) - 1])
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


async def send(address: str, *messages: Sms, sender: str = "", inside: bool = True) -> None:
    http = HttpClient(inside=[address] if inside else [])
    carrier = HttpSmsCarrier(SmsGateway(f"http://{address}/v1/messages", "tok", sender), http)
    try:
        for message in messages:
            await carrier.send(message)
    finally:
        await http.close()


async def test_a_message_is_posted_with_the_token() -> None:
    with gateway(202) as (address, heard):
        await send(address, CODE)

    assert [(each["path"], each["body"]) for each in heard] == [
        ("/v1/messages", {"to": "+35699123456", "from": "Lucky", "text": "123456 is your code."})
    ]
    assert heard[0]["headers"]["authorization"] == "Bearer tok"


async def test_the_operators_sender_goes_before_the_houses_name() -> None:
    with gateway(200) as (address, heard):
        await send(address, CODE, sender="LuckyBet")

    assert heard[0]["body"]["from"] == "LuckyBet"


async def test_a_repeat_bears_the_key_of_the_first_and_another_message_its_own() -> None:
    with gateway(200) as (address, heard):
        await send(address, CODE, CODE, replace(CODE, text="654321 is your code."))

    first, again, other = [each["headers"]["idempotency-key"] for each in heard]
    assert first == again
    assert other != first


@pytest.mark.parametrize("status", [302, 400, 401, 429, 500, 503])
async def test_what_is_not_accepted_is_the_jobs_to_try_again(status: int) -> None:
    with gateway(status, 200) as (address, heard):
        with pytest.raises(OSError, match=str(status)) as refused:
            await send(address, CODE)
        await send(address, CODE)

    assert len(heard) == 2
    assert "123456" not in str(refused.value)


async def test_nobody_at_home_is_the_jobs_to_try_again() -> None:
    with gateway(200) as (address, _):
        pass
    with pytest.raises(OSError, match="not carried"):
        await send(address, CODE)


async def test_an_inner_address_is_never_reached() -> None:
    with gateway(200) as (address, heard), pytest.raises(OSError, match="not carried"):
        await send(address, CODE, inside=False)

    assert heard == []


def test_a_gateway_is_read_from_a_setting() -> None:
    found = parse_sms("https://sms.example/v1/messages?token=a%2Fb&sender=Lucky")

    assert found == SmsGateway("https://sms.example/v1/messages", "a/b", "Lucky")
    assert "a/b" not in repr(found)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://sms.example/?token=a",
        "https://sms.example/",
        "https:///?token=a",
        "https://u@sms.example/?token=a",
    ],
)
def test_a_setting_that_names_no_gateway_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="text messages go to"):
        parse_sms(url)
