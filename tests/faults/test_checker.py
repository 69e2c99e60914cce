"""The checker itself: histories with a planted fault are reported with the exact keys."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from tests.faults.checker import Effect, Entry, Evidence, Finding, Payment, check
from tests.faults.history import Attempt, Call

ANN, BEN = "ann", "ben"


@dataclass
class House:
    """A house that is always right, until a test spoils what it left behind."""

    attempts: list[Attempt] = field(default_factory=list)
    journal: list[Entry] = field(default_factory=list)
    balances: dict[tuple[str, str], int] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    now: float = 0.0

    def open(self, member: str, units: int) -> None:
        self._book(member, "opening", "opening", "member:x", "{}", [("main", units)])

    def bet(self, member: str, key: str, stake: int, payout: int) -> None:
        played = self._round(f"r-{key}", stake, payout, "settled")
        self._play(member, key, "/bets", {"stake": _text(stake)}, "bet", played, [-stake, payout])

    def mines(self, member: str, key: str, stake: int) -> None:
        played = self._round(f"r-{key}", stake, 0, "open")
        self._play(member, key, "/bets", {"stake": _text(stake)}, "bet", played, [-stake])

    def cash_out(self, member: str, key: str, bet: str, stake: int, payout: int) -> None:
        played = self._round(f"r-{bet}", stake, payout, "settled")
        self._play(member, key, f"/rounds/r-{bet}/steps", {}, "step", played, [payout])

    def refuse(self, member: str, key: str, stake: int) -> None:
        call = Call(member, key, "/bets", json.dumps({"stake": _text(stake)}))
        self._answer(call, 402, {"code": "insufficient_funds"})

    def deposit(self, member: str, key: str, units: int) -> None:
        body = {"id": f"p-{key}", "amount": _text(units)}
        self._answer(Call(member, key, "/deposits", json.dumps({"amount": _text(units)})), 201, body)
        self.payments[f"p-{key}"] = Payment(member, "deposit", units, "succeeded")
        self._book(member, "deposit", f"p-{key}", f"payment:p-{key}", "{}", [("main", units)])

    def repeat(self, number: int) -> None:
        """The same request again, answered as the first time."""
        first = self.attempts[number]
        self.attempts.append(replace(first, sent_at=self._tick(), answered_at=self._tick()))

    def findings(self) -> list[Finding]:
        return check(self.attempts, Evidence(self.journal, self.balances, payments=self.payments))

    def _play(
        self,
        member: str,
        key: str,
        path: str,
        content: dict[str, str],
        kind: str,
        played: dict[str, object],
        moved: list[int],
    ) -> None:
        main = self.balances[member, "main"] + sum(moved)
        body = {"round": played, "wallet": {"main": _text(main), "bonus": "0.00"}}
        sent_at = self._tick()
        moves = [("main", units) for units in moved if units]
        self._book(member, kind, key, f"round:{played['id']}", json.dumps(body), moves)
        call = Call(member, key, path, json.dumps(content))
        self.attempts.append(Attempt(call, sent_at, self._tick(), 201, json.dumps(body)))

    def _answer(self, call: Call, status: int, body: dict[str, str]) -> None:
        self.attempts.append(Attempt(call, self._tick(), self._tick(), status, json.dumps(body)))

    def _book(
        self, member: str, kind: str, key: str, subject: str, answer: str, moved: list[tuple[str, int]]
    ) -> None:
        effects = []
        for account, units in moved:
            self.balances[member, account] = self.balances.get((member, account), 0) + units
            effects.append(Effect(account, units, self.balances[member, account]))
        number = f"{len(self.journal):04d}"
        self.journal.append(Entry(number, kind, member, member, key, subject, answer, tuple(effects)))

    def _round(self, round_id: str, stake: int, payout: int, status: str) -> dict[str, object]:
        return {
            "id": round_id,
            "stake": _text(stake),
            "payout": _text(payout),
            "status": status,
            "steps": [],
            "jackpot_wins": [],
            "fairness": {"server_seed": None},
        }

    def _tick(self) -> float:
        self.now += 1.0
        return self.now


def _text(units: int) -> str:
    return f"{units // 100}.{units % 100:02d}"


@pytest.fixture
def house() -> House:
    house = House()
    house.open(ANN, 1_000)
    house.open(BEN, 500)
    house.bet(ANN, "a1", 100, 0)
    house.bet(BEN, "b1", 200, 396)
    house.mines(ANN, "a2", 100)
    house.bet(ANN, "a3", 50, 99)
    house.cash_out(ANN, "a4", "a2", 100, 112)
    house.deposit(BEN, "b2", 2_000)
    house.refuse(BEN, "b3", 2_697)
    house.repeat(0)
    house.bet(BEN, "b4", 100, 0)
    return house


def position(house: House, key: str) -> int:
    return next(number for number, entry in enumerate(house.journal) if entry.key == key)


def spoil(house: House, key: str, change: Callable[[Entry], Entry]) -> None:
    at = position(house, key)
    house.journal[at] = change(house.journal[at])


def named(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.code, finding.keys) for finding in findings]


def test_a_house_that_was_right_is_found_right(house: House) -> None:
    assert house.findings() == []


def test_a_lost_bet_is_named(house: House) -> None:
    del house.journal[position(house, "b1")]

    assert ("lost", ("b1",)) in named(house.findings())


def test_a_lost_bet_is_named_even_where_every_balance_after_it_was_made_to_fit(house: House) -> None:
    house.journal.pop()
    house.balances[BEN, "main"] += 100

    assert named(house.findings()) == [("lost", ("b4",))]


def test_a_doubled_bet_is_named(house: House) -> None:
    house.journal.insert(position(house, "a1"), house.journal[position(house, "a1")])

    assert ("doubled", ("a1",)) in named(house.findings())


def test_a_bet_that_was_carried_out_again_under_another_key_is_named(house: House) -> None:
    house.journal.append(house.journal[-1]._replace(key="b4-again", effects=(Effect("main", -100, 2_496),)))
    house.balances[BEN, "main"] -= 100

    assert named(house.findings()) == [("unexplained", ("b4-again",))]


def test_two_keys_with_one_round_are_named(house: House) -> None:
    answer = next(one for one in house.attempts if one.call.key == "b1").answer
    for number, one in enumerate(house.attempts):
        if one.call.key == "b4":
            house.attempts[number] = replace(one, answer=answer)

    assert ("doubled", ("b1", "b4")) in named(house.findings())


def test_a_wrong_balance_in_an_answer_is_named(house: House) -> None:
    for number, one in enumerate(house.attempts):
        if one.call.key == "a3" and one.answer:
            body = json.loads(one.answer)
            body["wallet"]["main"] = "8.50"
            house.attempts[number] = replace(one, answer=json.dumps(body))

    assert ("wrong_balance", ("a3",)) in named(house.findings())


def test_a_wrong_balance_in_the_journal_is_named(house: House) -> None:
    spoil(house, "a3", lambda entry: entry._replace(effects=(Effect("main", -50, 751), entry.effects[1])))

    assert named(house.findings()) == [("wrong_balance", ("a3",))]


def test_a_balance_that_does_not_follow_from_the_journal_is_named(house: House) -> None:
    house.balances[ANN, "main"] += 1

    assert named(house.findings()) == [("wrong_balance", ("a4",))]


def test_a_payout_that_was_not_the_one_answered_is_named(house: House) -> None:
    spoil(house, "b1", lambda entry: entry._replace(effects=(entry.effects[0],)))

    assert ("wrong_effect", ("b1",)) in named(house.findings())


def test_a_swap_against_the_order_of_time_is_named(house: House) -> None:
    first, second = position(house, "a1"), position(house, "a2")
    house.journal[first], house.journal[second] = house.journal[second], house.journal[first]

    assert ("out_of_order", ("a2", "a1")) in named(house.findings())


def test_an_answer_that_changed_is_named(house: House) -> None:
    house.attempts[-2] = replace(house.attempts[-2], answer=(house.attempts[-2].answer or "") + " ")

    assert named(house.findings()) == [("answer_changed", ("a1",))]


def test_a_refusal_that_was_carried_out_is_named(house: House) -> None:
    spoil(house, "b4", lambda entry: entry._replace(key="b3"))

    assert ("refused_but_done", ("b3",)) in named(house.findings())


def test_a_refusal_for_want_of_money_that_was_there_is_named(house: House) -> None:
    house.refuse(ANN, "a5", 800)

    assert named(house.findings()) == [("refused_without_reason", ("a5",))]


def test_a_key_whose_outcome_nobody_knows_is_named(house: House) -> None:
    house.attempts.append(Attempt(Call(ANN, "a9", "/bets", '{"stake": "1.00"}'), house.now))

    assert named(house.findings()) == [("unresolved", ("a9",))]


def test_a_key_that_was_taken_for_other_content_is_named(house: House) -> None:
    first = house.attempts[0]
    other = first.call._replace(body='{"stake": "2.00"}')
    house.attempts.append(replace(first, call=other))

    assert named(house.findings()) == [("conflict_ignored", ("a1",))]


def test_a_deposit_that_was_credited_twice_is_named(house: House) -> None:
    credit = house.journal[position(house, "p-b2")]
    house.journal.append(credit._replace(key="late", effects=(Effect("main", 2_000, 4_596),)))
    house.balances[BEN, "main"] += 2_000

    assert named(house.findings()) == [("doubled", ("p-b2", "late"))]


def test_a_payment_that_nobody_opened_is_named(house: House) -> None:
    house.payments["p-x"] = Payment(ANN, "deposit", 1, "pending")

    assert named(house.findings()) == [("unexplained", ())]


def test_a_step_in_a_settled_round_is_named(house: House) -> None:
    house.cash_out(ANN, "a6", "a2", 100, 112)

    assert named(house.findings()) == [("wrong_effect", ("a4", "a6"))]


def test_a_round_that_is_shown_otherwise_or_not_at_all_is_named(house: House) -> None:
    rounds = {
        f"r-{key}": json.loads(one.answer or "")["round"]
        for one in house.attempts
        for key in [one.call.key]
        if one.status == 201 and one.call.path == "/bets" and key != "a2"
    }
    rounds["r-a2"] = json.loads(next(one for one in house.attempts if one.call.key == "a4").answer or "")[
        "round"
    ]
    evidence = Evidence(house.journal, house.balances, rounds, house.payments)
    assert check(house.attempts, evidence) == []

    rounds["r-b1"] = {**rounds["r-b1"], "payout": "9.99"}
    del rounds["r-a3"]

    assert named(check(house.attempts, evidence)) == [("lost", ("a3",)), ("shown_otherwise", ("b1",))]
