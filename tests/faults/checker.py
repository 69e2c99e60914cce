"""Was the house right? What clients wrote down against the journal, on a model with one thread.

After Jepsen's test of TigerBeetle: every outcome that was unknown has been resolved by asking again
under the same key. The journal's operations are replayed, each member's in the order of the journal,
on the simplest model there is: balances in a dictionary, outcomes taken from the answers. Whatever
differs is a finding with the exact keys.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.faults.history import Attempt, Call, by_call

MAIN, LOCKED = "main", "locked"
SCALE = 2


class Effect(NamedTuple):
    """What a transfer did to one account of a member, and the balance it left there."""

    account: str
    units: int
    balance: int


class Entry(NamedTuple):
    """An operation of the journal; ``member`` is whose statement shows it."""

    id: str
    kind: str
    member: str
    source: str
    key: str
    subject: str
    answer: str
    effects: tuple[Effect, ...]


class Payment(NamedTuple):
    """A deposit or withdrawal as the house shows it in the end."""

    member: str
    direction: str
    units: int
    status: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the house says of itself when all is over.

    Attributes:
        journal: the operations, each member's in their order.
        balances: what stands on (member, account).
        rounds: by id, as their owners see them.
        payments: by id.
    """

    journal: Sequence[Entry]
    balances: Mapping[tuple[str, str], int]
    rounds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    payments: Mapping[str, Payment] = field(default_factory=dict)


class Finding(NamedTuple):
    """Something that must not be: what, under which keys, and how it shows."""

    code: str
    keys: tuple[str, ...]
    detail: str


class Told(NamedTuple):
    """What clients know of a call: when it was first sent, when it was first settled, and how."""

    call: Call
    sent_at: float
    settled_at: float
    settled: Attempt


Key = tuple[str, str]


def check(attempts: Iterable[Attempt], evidence: Evidence) -> list[Finding]:
    """Everything that does not fit together; nothing if the house was right."""
    findings: list[Finding] = []
    told: dict[Key, Told] = {}
    for key, tries in by_call(attempts).items():
        findings += _check_answers(tries)
        settled = _settled(tries)
        if settled is not None:
            told[key] = settled
    findings += _check_keys(told, evidence.journal)
    findings += _check_payments(told, evidence)
    for member, entries in _by_member(evidence.journal).items():
        findings += _replay(member, entries, told, evidence)
        findings += _check_order(entries, told)
        findings += _check_refusals(member, entries, told)
    return findings


def units_of(amount: str) -> int:
    """The units of a decimal string with two decimals."""
    whole, _, rest = amount.partition(".")
    assert len(rest) == SCALE, f"{amount} has {SCALE} decimals"
    units: int = abs(int(whole)) * 10**SCALE + int(rest)
    return -units if amount.startswith("-") else units


def is_conflicting(tries: Sequence[Attempt], attempt: Attempt) -> bool:
    """Whether an attempt used the key for something else than it was first used for."""
    return attempt.call != tries[0].call


def _check_answers(tries: Sequence[Attempt]) -> Iterator[Finding]:
    """One key, one content, one answer."""
    keys = (tries[0].call.key,)
    same = [one for one in tries if not is_conflicting(tries, one) and one.is_definite]
    if not same:
        yield Finding("unresolved", keys, "nobody knows what became of it")
        return
    # A refusal carries the id of its request, so only its code repeats; an answer repeats whole.
    said = {(one.status, one.answer if one.is_done else one.code) for one in same}
    if len(said) > 1:
        yield Finding("answer_changed", keys, f"{len(said)} answers: {sorted(map(str, said))}")
    for one in tries:
        if is_conflicting(tries, one) and one.is_definite and one.code != "idempotency_conflict":
            yield Finding("conflict_ignored", keys, f"other content was answered {one.status} {one.answer}")


def _settled(tries: Sequence[Attempt]) -> Told | None:
    definite = [one for one in tries if one.is_definite and not is_conflicting(tries, one)]
    if not definite:
        return None
    first = min(definite, key=lambda one: one.answered_at or 0.0)
    assert first.answered_at is not None, "what is definite was answered"
    return Told(tries[0].call, tries[0].sent_at, first.answered_at, first)


def _check_keys(told: Mapping[Key, Told], journal: Sequence[Entry]) -> Iterator[Finding]:
    """Each key that was carried out has one operation, and nothing else has any."""
    done = Counter((entry.source, entry.key) for entry in journal if _is_played(entry))
    for key, count in done.items():
        if count > 1:
            yield Finding("doubled", (key[1],), f"{count} operations under one key")
        if key not in told:
            yield Finding("unexplained", (key[1],), "an operation that nobody sent")
        elif not told[key].settled.is_done:
            yield Finding("refused_but_done", (key[1],), f"refused with {told[key].settled.code}")
    for key, one in told.items():
        if one.settled.is_done and _is_play(one.call) and key not in done:
            yield Finding("lost", (key[1],), "acknowledged, and not in the journal")


def _check_payments(told: Mapping[Key, Told], evidence: Evidence) -> Iterator[Finding]:
    """Each payment that was opened belongs to one key, and nobody else opened any."""
    opened: dict[str, list[str]] = {}
    for one in told.values():
        if one.settled.is_done and _is_opening(one.call):
            body = _body(one)
            opened.setdefault(body["id"], []).append(one.call.key)
            found = evidence.payments.get(body["id"])
            if found is None or (found.member, found.units) != (one.call.member, units_of(body["amount"])):
                yield Finding("lost", (one.call.key,), f"payment {body['id']} became {found}")
    for payment_id, keys in opened.items():
        if len(keys) > 1:
            yield Finding("answer_changed", tuple(keys), f"payment {payment_id} answers several keys")
    for payment_id, payment in evidence.payments.items():
        if payment_id not in opened:
            yield Finding("unexplained", (), f"{payment.direction} {payment_id} that nobody opened")


@dataclass(slots=True)
class _Model:
    """A member with one thread: balances, rounds and payments."""

    balances: dict[str, int] = field(default_factory=dict)
    rounds: dict[str, tuple[str, bool]] = field(default_factory=dict)
    credited: dict[str, str] = field(default_factory=dict)


def _replay(
    member: str, entries: Sequence[Entry], told: Mapping[Key, Told], evidence: Evidence
) -> list[Finding]:
    """The first operation of a member that does not do what was answered, and what it left behind."""
    model = _Model()
    shown: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for entry in entries:
        one = told.get((entry.source, entry.key)) if _is_played(entry) else None
        findings = _carry_out(model, entry, one, evidence)
        if findings:
            return findings
        if one is not None and one.settled.is_done:
            body = _body(one)
            shown[body["round"]["id"]] = (entry.key, body["round"])
    findings = []
    last = entries[-1].key
    for (owner, account), units in evidence.balances.items():
        if owner == member and model.balances.get(account, 0) != units:
            detail = f"{account} holds {units}, the model {model.balances.get(account, 0)}"
            findings.append(Finding("wrong_balance", (last,), detail))
    for round_id, (key, answered) in shown.items() if evidence.rounds else ():
        if round_id not in evidence.rounds:
            findings.append(Finding("lost", (key,), f"round {round_id} cannot be found"))
            continue
        found = evidence.rounds[round_id]
        for name in _differing(answered, found):
            detail = f"{name}: answered {answered[name]}, shown {found.get(name)}"
            findings.append(Finding("shown_otherwise", (key,), detail))
    return findings


def _carry_out(model: _Model, entry: Entry, one: Told | None, evidence: Evidence) -> list[Finding]:
    keys = (entry.key,)
    expected = _expected(model, entry, one, evidence)
    if isinstance(expected, Finding):
        return [expected]
    moved = [(effect.account, effect.units) for effect in entry.effects]
    if expected is not None and sorted(moved) != sorted(expected):
        return [Finding("wrong_effect", keys, f"{entry.kind} moved {moved} instead of {expected}")]
    for effect in entry.effects:
        after = model.balances.get(effect.account, 0) + effect.units
        model.balances[effect.account] = after
        if after != effect.balance:
            detail = f"{effect.account} stood at {effect.balance}, the model says {after}"
            return [Finding("wrong_balance", keys, detail)]
    if one is not None and one.settled.is_done:
        body = _body(one)
        if units_of(body["wallet"]["main"]) != model.balances.get(MAIN, 0):
            detail = f"answered {body['wallet']['main']}, the model says {model.balances.get(MAIN, 0)}"
            return [Finding("wrong_balance", keys, detail)]
        if entry.answer != one.settled.answer:
            return [Finding("answer_changed", keys, f"kept {entry.answer}, answered {one.settled.answer}")]
    return []


def _expected(
    model: _Model, entry: Entry, one: Told | None, evidence: Evidence
) -> list[tuple[str, int]] | Finding | None:
    """What the operation must have moved; ``None`` where only the arithmetic can be checked."""
    subject_kind, _, subject_id = entry.subject.partition(":")
    if subject_kind == "payment":
        return _expected_of_payment(model, entry, subject_id, evidence)
    if one is None or not one.settled.is_done:
        # Openings, and what another finding has named already.
        return None
    played = _body(one)["round"]
    before, is_open = model.rounds.get(played["id"], ("", False))
    is_bet = entry.kind == "bet"
    if played["id"] != subject_id or is_bet == bool(before):
        return Finding("doubled", (before, entry.key), f"round {played['id']} answers both")
    if not is_bet and not is_open:
        return Finding("wrong_effect", (before, entry.key), f"a step in round {played['id']}, settled before")
    model.rounds[played["id"]] = (entry.key, played["status"] == "open")
    moved = [(MAIN, -units_of(played["stake"]))] if is_bet else []
    won = [played["payout"], *(win["amount"] for win in played["jackpot_wins"])]
    return moved + [(MAIN, units_of(amount)) for amount in won if units_of(amount)]


def _expected_of_payment(
    model: _Model, entry: Entry, payment_id: str, evidence: Evidence
) -> list[tuple[str, int]] | Finding:
    payment = evidence.payments.get(payment_id)
    if payment is None:
        return Finding("unexplained", (entry.key,), f"{entry.kind} for payment {payment_id}, unknown")
    what = f"{payment_id} {entry.kind}"
    if what in model.credited:
        return Finding("doubled", (model.credited[what], entry.key), f"{entry.kind} of {payment_id} twice")
    model.credited[what] = entry.key
    match entry.kind:
        case "deposit":
            return [(MAIN, payment.units)]
        case "withdrawal_hold":
            return [(MAIN, -payment.units), (LOCKED, payment.units)]
        case "hold_released":
            return [(MAIN, payment.units), (LOCKED, -payment.units)]
        case _:
            return [(LOCKED, -payment.units)]


def _check_order(entries: Sequence[Entry], told: Mapping[Key, Told]) -> Iterator[Finding]:
    """What was settled before something else was sent stands before it in the journal."""
    latest: Told | None = None
    for entry in entries:
        one = told.get((entry.source, entry.key))
        if one is None or not _is_played(entry):
            continue
        if latest is not None and latest.sent_at > one.settled_at:
            detail = "the second was settled before the first was sent"
            yield Finding("out_of_order", (latest.call.key, one.call.key), detail)
        if latest is None or one.sent_at > latest.sent_at:
            latest = one


def _check_refusals(member: str, entries: Sequence[Entry], told: Mapping[Key, Told]) -> Iterator[Finding]:
    """Nobody is refused for want of money that was there all the time."""
    balance, line = 0, []
    for entry in entries:
        balance += sum(effect.units for effect in entry.effects if effect.account == MAIN)
        line.append((told.get((entry.source, entry.key)) if _is_played(entry) else None, balance))
    for one in told.values():
        if one.call.member != member or one.settled.code != "insufficient_funds" or not _is_bet(one.call):
            continue
        before = [i for i, (other, _) in enumerate(line) if other and other.settled_at < one.sent_at]
        after = [i for i, (other, _) in enumerate(line) if other and other.sent_at > one.settled_at]
        lowest = min(
            (left for _, left in line[max(before, default=0) : min(after, default=len(line))]), default=0
        )
        if lowest >= units_of(one.call.content()["stake"]):
            yield Finding("refused_without_reason", (one.call.key,), f"there were {lowest} at least")


def _by_member(journal: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in journal:
        found.setdefault(entry.member, []).append(entry)
    return found


def _is_played(entry: Entry) -> bool:
    """Whether a client's own key stands behind an operation."""
    return entry.kind in {"bet", "step"}


def _is_bet(call: Call) -> bool:
    return call.path.endswith("/bets")


def _is_play(call: Call) -> bool:
    return _is_bet(call) or call.path.endswith("/steps")


def _is_opening(call: Call) -> bool:
    return call.path.endswith(("/deposits", "/withdrawals"))


def _body(one: Told) -> Any:
    return Call("", "", "", one.settled.answer or "").content()


def _differing(answered: Mapping[str, Any], shown: Mapping[str, Any]) -> list[str]:
    """The fields of a round that are shown otherwise than they were answered.

    The seed is told once it is spent, and a step answers only itself of all the steps there were.
    """
    told = {**answered, "fairness": {**answered["fairness"], "server_seed": None}}
    seen = {**shown, "fairness": {**shown["fairness"], "server_seed": None}}
    for field_ in ("steps", "jackpot_wins"):
        count = len(told.get(field_, []))
        seen[field_] = seen.get(field_, [])[-count:] if count else []
    return [name for name in told if told[name] != seen.get(name)]
