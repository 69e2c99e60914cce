"""The mailbox of the embedded house: what would have been sent, for anybody to read."""

import msgspec
from starlette.types import ASGIApp, Receive, Scope, Send

from stakehouse.apps.faces.front import answer, query_of
from stakehouse.infra.mail import Mailbox
from stakehouse.infra.web.problems import CONTENT_TYPE, problem_body
from stakehouse.kernel.clock import wire


def mailbox_app(mailbox: Mailbox) -> ASGIApp:
    """``GET /dev/mailbox?to=<address>``: the newest messages to an address, newest first."""

    async def serve(scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["path"].rstrip("/") != "/dev/mailbox" or scope["method"] != "GET":
            await nothing_here(scope, _receive, send)
            return
        to = query_of(scope).get("to", [""])[0]
        items = [
            {
                "to": mail.to,
                "subject": mail.subject,
                "text": mail.text,
                "html": mail.html,
                "sent_at": wire(mail.sent_at),
            }
            for mail in await mailbox.read(to)
        ]
        await answer(send, 200, msgspec.json.encode({"items": items}))

    return serve


async def nothing_here(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answers 404 to everything."""
    body = problem_body(status=404, code="not_found", title="Not found", detail="There is nothing here.")
    await answer(send, 404, body, CONTENT_TYPE)
