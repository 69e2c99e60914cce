"""Sandpay's pages: the checkout a person sees, and the desk from which its operator plays fate."""

import sqlite3
from collections.abc import Mapping
from html import escape
from typing import Final

from stakehouse.apps.simulators.sandpay.book import PAYMENT, PAYOUT, Item

_LOGO: Final = (
    '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#3d4fe8"/>'
    '<path d="M9 20.5c1.6 1.7 4 2.6 6.6 2.6 3.9 0 6.6-1.9 6.6-4.8 0-6.1-10.4-3.2-10.4-7 0-1.5 1.5-2.5'
    ' 3.9-2.5 2 0 3.7.6 5 1.8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>'
)

_TONE: Final[Mapping[str, str]] = {
    "captured": "good",
    "paid": "good",
    "refunded": "wait",
    "partly_refunded": "wait",
    "declined": "bad",
    "voided": "bad",
    "lapsed": "bad",
}

_FINISHED: Final[Mapping[str, tuple[str, str, str]]] = {
    "captured": ("✓", "Paid", "Your payment went through."),
    "authorising": (
        "…",
        "On its way",
        "Your bank is still thinking. You may go back; we will tell the shop.",
    ),
    "declined": ("✕", "Refused", "Your bank said no. Nothing was taken."),
    "voided": ("✕", "Cancelled", "You cancelled this payment. Nothing was taken."),
    "lapsed": ("✕", "Too late", "This page was open for too long. Nothing was taken."),
    "refunded": ("↩", "Given back", "The payment was refunded."),
    "partly_refunded": ("↩", "Partly given back", "A part of the payment was refunded."),
}


def checkout_page(item: Item, *, late_s: int) -> str:
    """The hosted page on which a person pays."""
    return _page(
        f"Pay {item.amount} {item.currency}",
        f'<main class="checkout"><div class="sheet"><div class="brand">{_LOGO}Sandpay'
        f'<span class="pill">Test mode</span></div>'
        f"{_open(item, late_s) if item.status == 'awaiting_customer' else _finished(item)}</div></main>",
    )


def _open(item: Item, late_s: int) -> str:
    return f"""
<div class="total"><p>{escape(item.document["description"] or item.merchant.title())}</p>
<strong>{escape(item.amount)} <small>{escape(item.currency)}</small></strong></div>
<div class="plastic" aria-hidden="true"><span class="chip"></span><b>4242 4242 4242 4242</b>
<div><span>Test card</span><span>12/39</span></div></div>
<form method="post">
<button class="main" name="act" value="pay">Pay {escape(item.amount)} {escape(item.currency)}</button>
<fieldset><legend>Or see what happens when…</legend><div class="trials">
<button name="act" value="late" title="The bank decides after {late_s} seconds">Pay late</button>
<button name="act" value="fail" title="The bank refuses the card">Fail</button>
<button class="wide" name="act" value="twice" title="Pays, and reports it to the shop two times">
Send the notice twice</button>
<button class="wide" name="act" value="lose" title="Pays, but the shop is never told; it has to ask">
Pay, but lose the notice</button>
</div></fieldset>
<button class="plain" name="act" value="cancel">Cancel and go back</button>
</form>
<p class="fine">This is a simulator: no card exists and nothing is charged.<br>
Reference {escape(item.reference)}</p>"""


def _finished(item: Item) -> str:
    mark, title, text = _FINISHED[item.status]
    tone = _TONE.get(item.status, "wait")
    return f"""
<div class="verdict"><span class="mark {tone}" aria-hidden="true">{mark}</span><h1>{title}</h1>
<p>{text}</p><p><b>{escape(item.amount)} {escape(item.currency)}</b></p></div>
<a class="main button" href="{escape(item.document["return_url"])}">
Back to {escape(item.merchant.title())}</a>"""


def unknown_page() -> str:
    """Shown where there is no such payment."""
    return _page(
        "No such payment",
        f'<main class="checkout"><div class="sheet"><div class="brand">{_LOGO}Sandpay</div>'
        '<div class="verdict"><span class="mark bad" aria-hidden="true">?</span><h1>No such payment</h1>'
        "<p>The address is incomplete, or the payment belongs to another simulator.</p></div></div></main>",
    )


def desk_page(
    *,
    payments: list[Item],
    payouts: list[Item],
    notices: list[sqlite3.Row],
    faults: Mapping[str, int],
    payout_mode: str,
) -> str:
    """The operator's desk."""
    return _page(
        "Sandpay desk",
        f"""<main class="desk"><header class="brand">{_LOGO}<h1>Sandpay desk</h1>
<span class="pill">Simulator</span></header>
<section class="panel"><h2>Fate</h2>{_fate(faults, payout_mode)}</section>
<section class="panel"><h2>Payouts</h2>{_table(payouts, _PAYOUT_ACTS)}</section>
<section class="panel"><h2>Payments</h2>{_table(payments, _PAYMENT_ACTS)}</section>
<section class="panel"><h2>Notices</h2>{_notices(notices)}</section></main>""",
    )


_PAYOUT_ACTS: Final = (
    ("confirm", "Confirm payout"),
    ("fail", "Fail payout"),
    ("leave", "Leave unknown"),
)
_PAYMENT_ACTS: Final = (("capture", "Capture"), ("decline", "Decline"))
_SETTLED: Final = frozenset({"captured", "paid", "refunded", "partly_refunded"})

_FAULTS: Final = (
    ("payout.hang", "Lose the next payout answer"),
    ("payout.error_after", "Answer 500 after the next payout"),
    ("payout.refuse", "Refuse the next payout (503)"),
    ("payment.refuse", "Refuse the next checkout (503)"),
    ("payment.hang", "Lose the next checkout answer"),
    ("notice.lose", "Lose the next notice"),
    ("notice.twice", "Send the next notice twice"),
    ("notice.late", "Send the next notice late"),
    ("notice.tamper", "Forge the next notice"),
)


def _fate(faults: Mapping[str, int], payout_mode: str) -> str:
    modes = "".join(
        f'<button name="payout_mode" value="{mode}"{_lit(mode == payout_mode)}>{title}</button>'
        for mode, title in (("auto", "by themselves after 3 s"), ("manual", "when I confirm them"))
    )
    trouble = "".join(
        f'<button name="fault" value="{fault}"{_lit(fault in faults)}>{title}'
        f"{f' ({faults[fault]})' if fault in faults else ''}</button>"
        for fault, title in _FAULTS
    )
    return (
        f'<form method="post" action="/operator/switches"><p class="row"><span>Payouts are paid</span>{modes}'
        f'</p></form><br><form method="post" action="/operator/faults"><p class="row"><span>Trouble</span>'
        f'{trouble}</p></form><br><form method="post" action="/operator/replay"><p class="row">'
        "<span>Inbox test</span><button>Send every notice again</button></p></form>"
    )


def _lit(is_on: bool) -> str:  # noqa: FBT001 - a condition turned into an attribute
    return ' class="on"' if is_on else ""


def _table(items: list[Item], acts: tuple[tuple[str, str], ...]) -> str:
    if not items:
        return '<p class="empty">Nothing yet.</p>'
    rows = "".join(_row(item, acts) for item in items)
    return (
        '<div class="scroll"><table><thead><tr><th>Reference</th><th>Merchant</th><th>Amount</th>'
        f"<th>To or from</th><th>State</th><th>Act</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(item: Item, acts: tuple[tuple[str, str], ...]) -> str:
    party = item.document["account"] if item.kind == PAYOUT else item.document["customer"]
    buttons = "".join(f'<button name="act" value="{act}">{title}</button>' for act, title in acts)
    form = (
        ""
        if item.status in _SETTLED or (item.kind != PAYMENT and item.status == "declined")
        else f'<form method="post" action="/operator/objects/{item.id}" class="row">{buttons}</form>'
    )
    return (
        f"<tr><td><code>{escape(item.reference)}</code></td><td>{escape(item.merchant)}</td>"
        f'<td class="money">{escape(item.amount)} {escape(item.currency)}</td><td>{escape(party)}</td>'
        f'<td><span class="badge {_TONE.get(item.status, "wait")}">{item.status.replace("_", " ")}</span>'
        f"</td><td>{form}</td></tr>"
    )


def _notices(notices: list[sqlite3.Row]) -> str:
    if not notices:
        return '<p class="empty">Nothing yet.</p>'
    rows = "".join(
        f"<tr><td><code>{escape(row['id'])}</code></td><td>{escape(row['merchant'])}</td>"
        f"<td>{row['tries']} tries</td><td>{escape(row['answer']) or '–'}</td>"
        f"<td><span class='badge {'good' if row['is_done'] else 'wait'}'>"
        f"{'done' if row['is_done'] else 'on its way'}</span></td></tr>"
        for row in notices
    )
    return f'<div class="scroll"><table><tbody>{rows}</tbody></table></div>'


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)} · Sandpay</title><link rel="stylesheet" href="/assets/sandpay.css">'
        f"</head><body>{body}</body></html>"
    )
