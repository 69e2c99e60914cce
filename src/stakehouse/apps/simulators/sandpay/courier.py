"""The courier: carries notices to the merchants, again and again until they are taken."""

import asyncio
import secrets
from datetime import UTC, datetime

import httpx
import structlog

from stakehouse.apps.simulators.sandpay.book import REFUND, Book, Delivery, Item
from stakehouse.apps.simulators.sandpay.keys import merchant_keys
from stakehouse.apps.simulators.sandpay.wire import notice_body
from stakehouse.apps.simulators.signing import signature

RETRY_AFTER_MS = (1_000, 5_000, 15_000, 60_000, 300_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000)
"""Waits between tries; after the last one Sandpay gives up, as gateways do after about three days."""

TIMEOUT_S = 5.0
IDLE_S = 30.0
SKEW_S = 3_600
"""How far a signature with a wrong clock lies from the true time."""

_log = structlog.get_logger(__name__)


class Courier:
    """Watches the books and carries what is due."""

    def __init__(self, book: Book, secret: bytes, base_url: str, *, pace: float = 1.0) -> None:
        """A courier that has not set out yet.

        Args:
            book: Sandpay's books.
            secret: from which the merchants' keys are derived.
            base_url: where Sandpay itself is reached.
            pace: multiplies every wait between tries; tests hurry.
        """
        self._book = book
        self._secret = secret
        self._base_url = base_url
        self._pace = pace
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Tells the courier that there is something new."""
        self._woken.set()

    def tell(self, item: Item, *, times: int = 1) -> None:
        """Writes the notice about an object's present state, with the faults that are due."""
        notice_id = f"ntc_{secrets.token_hex(10)}"
        at = datetime.fromtimestamp(self._book.now_ms() / 1000, tz=UTC)
        body = notice_body(notice_id, item, self._base_url, at)
        url = self._notify_url(item)
        copies = times + (1 if self._book.takes_fault("notice.twice") else 0)
        manner, after_ms = self._manner()
        for copy in range(copies):
            self._book.write_notice(
                notice_id, item.merchant, url, body, manner=manner, after_ms=after_ms + copy
            )
        self.wake()

    def _notify_url(self, item: Item) -> str:
        if item.kind == REFUND:
            item = self._book.by_id(item.document["payment"])
        return str(item.document["notify_url"])

    def _manner(self) -> tuple[str, int]:
        """How the next notice is carried, and after how many milliseconds."""
        for manner in ("lose", "corrupt", "tamper", "old_clock", "future_clock"):
            if self._book.takes_fault(f"notice.{manner}"):
                return manner, 0
        if self._book.takes_fault("notice.late"):
            return "plain", int(self._book.switch("late_ms", "20000"))
        return "plain", 0

    async def run(self) -> None:
        """Works until it is cancelled."""
        async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as client:
            while True:
                self._woken.clear()
                self._follow_plans()
                due = self._book.due_notices()
                if self._book.takes_fault("notice.reorder"):
                    due.reverse()
                for delivery in due:
                    await self._carry(client, delivery)
                if not due:
                    await self._rest()

    async def _rest(self) -> None:
        next_due = self._book.next_due_ms()
        wait_s = IDLE_S if next_due is None else max(0.0, (next_due - self._book.now_ms()) / 1000)
        try:
            await asyncio.wait_for(self._woken.wait(), min(wait_s, IDLE_S))
        except TimeoutError:
            return

    def _follow_plans(self) -> None:
        for item_id, status, reason in self._book.due_plans():
            if self._book.move(item_id, status, reason):
                self.tell(self._book.by_id(item_id))

    async def _carry(self, client: httpx.AsyncClient, delivery: Delivery) -> None:
        if delivery.manner == "lose":
            self._book.note_delivery(delivery.row, answer="lost on purpose", is_done=True)
            return
        body, header = self._signed(delivery)
        try:
            answer = await client.post(
                delivery.url,
                content=body,
                headers={"content-type": "application/json", "sandpay-signature": header},
            )
            taken, said = answer.is_success, str(answer.status_code)
        except httpx.HTTPError as error:
            taken, said = False, type(error).__name__
        # A notice spoilt on purpose is carried once as it is and then as it should be.
        if delivery.manner in {"corrupt", "tamper", "old_clock", "future_clock"}:
            self._book.note_delivery(delivery.row, answer=f"{delivery.manner}: {said}", is_done=True)
            self._book.write_notice(
                delivery.id,
                delivery.merchant,
                delivery.url,
                delivery.body,
                manner="plain",
                after_ms=int(RETRY_AFTER_MS[0] * self._pace),
            )
            return
        given_up = delivery.tries >= len(RETRY_AFTER_MS)
        after_ms = 0 if taken or given_up else int(RETRY_AFTER_MS[delivery.tries] * self._pace)
        self._book.note_delivery(delivery.row, answer=said, is_done=taken or given_up, after_ms=after_ms)
        _log.info("sandpay.notice_carried", notice=delivery.id, answer=said, tries=delivery.tries + 1)

    def _signed(self, delivery: Delivery) -> tuple[str, str]:
        """Body and signature header, spoilt if the manner says so."""
        skew = {"old_clock": -SKEW_S, "future_clock": SKEW_S}.get(delivery.manner, 0)
        secret = merchant_keys(self._secret, delivery.merchant).signing_secret
        header = signature(secret, self._book.now_ms() // 1000 + skew, delivery.body)
        match delivery.manner:
            case "corrupt":
                return delivery.body[: len(delivery.body) // 2], header
            case "tamper":
                return delivery.body.replace('"value":"', '"value":"9'), header
            case _:
                return delivery.body, header
