"""What compliance announces: limits, exclusions, adjustments."""

from datetime import datetime
from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class _LimitFact(Fact, frozen=True, kw_only=True):
    """What every change of a limit tells.

    Attributes:
        member_id: whose limit.
        kind: ``deposit``, ``loss``, ``wager`` or ``session_time``.
        period: ``session``, ``day``, ``week`` or ``month``.
        currency: the code; empty for session time.
        scale: decimals of the currency; 0 for session time.
        units: the limit in force in the smallest unit or in minutes, ``None`` if there is none.
    """

    domain = "compliance"

    member_id: UUID
    kind: str
    period: str
    currency: str
    scale: int
    units: int | None

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class LimitChanged(_LimitFact, frozen=True, kw_only=True):
    """A limit in force changed: lowered at once, or loosened after its wait and a second yes.

    Attributes:
        before: what it was.
    """

    name = "limit.changed"

    before: int | None


class LimitLooseningAsked(_LimitFact, frozen=True, kw_only=True):
    """A member asked for a raise or a removal; the limit stands until it is confirmed.

    Attributes:
        asked: the value asked for, ``None`` for removal.
        effective_from: the earliest moment at which it may be confirmed.
    """

    name = "limit.loosening_asked"

    asked: int | None
    effective_from: datetime


class LimitLooseningLapsed(_LimitFact, frozen=True, kw_only=True):
    """A raise or removal that waited was not confirmed in time; the limit stays."""

    name = "limit.loosening_lapsed"


class LimitLooseningCalledOff(_LimitFact, frozen=True, kw_only=True):
    """A raise or removal that waited was called off."""

    name = "limit.loosening_called_off"


class DepositLimitAnswered(Fact, frozen=True, kw_only=True):
    """A member answered when the house asked for a deposit limit, as its law wants.

    Attributes:
        member_id: who.
        answer: ``limit``, or ``none`` for no limit.
        source: where the house asked: ``registration`` or ``cashier``.
        law: the code of the jurisdiction.
    """

    domain = "compliance"
    name = "deposit_limit.answered"

    member_id: UUID
    answer: str
    source: str
    law: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberExcluded(Fact, frozen=True, kw_only=True):
    """A member keeps out: no sign-in, deposit, bet or marketing until it ends.

    Attributes:
        member_id: who.
        kind: ``time_out``, ``self_exclusion``, ``national_register``, or ``excluded`` where it came from
            outside the house.
        until: when its term ends; ``None`` for good, or where the house does not learn it.
    """

    domain = "compliance"
    name = "member.excluded"

    member_id: UUID
    kind: str
    until: datetime | None

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class RegisterCleared(Fact, frozen=True, kw_only=True):
    """The national register that kept a member out has taken them off.

    Attributes:
        member_id: who.
        register: which register.
    """

    domain = "compliance"
    name = "register.cleared"

    member_id: UUID
    register: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class RegisterFellSilent(Fact, frozen=True, kw_only=True):
    """A national register gave no usable answer, after one that did; nobody new comes in.

    Attributes:
        register: which register.
    """

    domain = "compliance"
    name = "register.fell_silent"

    register: str

    @override
    def key(self) -> str:
        return f"register:{self.register}"


class NewcomerOnRegister(Fact, frozen=True, kw_only=True):
    """Somebody whom a national register keeps out wanted to register, and was refused.

    Attributes:
        register: which register.
    """

    domain = "compliance"
    name = "register.newcomer_refused"

    register: str

    @override
    def key(self) -> str:
        return f"register:{self.register}"


class ExclusionRequested(Fact, frozen=True, kw_only=True):
    """Somebody asked that another person be kept out; a person of the house decides.

    Attributes:
        request_id: of the request.
        asked_by: ``court``, ``authority``, ``family`` or ``other``.
    """

    domain = "compliance"
    name = "exclusion.requested"

    request_id: UUID
    asked_by: str

    @override
    def key(self) -> str:
        return f"exclusion_request:{self.request_id}"


class ExclusionRequestDecided(Fact, frozen=True, kw_only=True):
    """A request that somebody be kept out was decided.

    Attributes:
        request_id: of the request.
        status: ``excluded`` or ``declined``.
    """

    domain = "compliance"
    name = "exclusion.request_decided"

    request_id: UUID
    status: str

    @override
    def key(self) -> str:
        return f"exclusion_request:{self.request_id}"


class ReturnAsked(Fact, frozen=True, kw_only=True):
    """A member asked, after the term of a self-exclusion, to come back.

    Attributes:
        member_id: who.
        returns_at: when they may play again.
    """

    domain = "compliance"
    name = "member.return_asked"

    member_id: UUID
    returns_at: datetime

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class ExclusionTried(Fact, frozen=True, kw_only=True):
    """Somebody tried what a time-out or self-exclusion forbids; it was refused.

    Attributes:
        member_id: whose protection it is.
        act: ``sign_in``, ``return`` (to end it early) or ``lift`` (by staff).
        by: who tried: ``nobody`` before sign-in, ``member`` or ``staff``.
    """

    domain = "compliance"
    name = "exclusion.tried"

    member_id: UUID
    act: str
    by: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class RealityCheckAnswered(Fact, frozen=True, kw_only=True):
    """A member said whether to go on playing.

    Attributes:
        member_id: who.
        answer: ``continue`` or ``stop``.
        minutes: how long the session of play had lasted.
    """

    domain = "compliance"
    name = "reality_check.answered"

    member_id: UUID
    answer: str
    minutes: int

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class WatchlistActivated(Fact, frozen=True, kw_only=True):
    """A version of a watchlist is in force from now on; members are screened anew.

    Attributes:
        watchlist_id: of the list.
        version_id: of the version.
        number: of the version within the list.
        entries: how many it names.
    """

    domain = "compliance"
    name = "watchlist.activated"

    watchlist_id: UUID
    version_id: UUID
    number: int
    entries: int

    @override
    def key(self) -> str:
        return f"watchlist:{self.watchlist_id}"


class _CaseFact(Fact, frozen=True, kw_only=True):
    """What every step of an AML case tells.

    Attributes:
        case_id: of the case.
        member_id: about whom.
        kind: ``screening``, ``monitoring`` or ``manual``.
        severity: ``low``, ``medium`` or ``high``.
        is_blocking: whether withdrawals wait for it.
    """

    domain = "compliance"

    case_id: UUID
    member_id: UUID
    kind: str
    severity: str
    is_blocking: bool

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class AmlCaseOpened(_CaseFact, frozen=True, kw_only=True):
    """A suspicion needs a person. The member is never told."""

    name = "aml_case.opened"


class AmlCaseEscalated(_CaseFact, frozen=True, kw_only=True):
    """A case was put before somebody higher, by staff or because its deadline passed."""

    name = "aml_case.escalated"


class AmlCaseClosed(_CaseFact, frozen=True, kw_only=True):
    """A case ended.

    Attributes:
        finding: ``false_positive``, ``no_action``, ``monitored``, ``true_match`` or ``reported``.
    """

    name = "aml_case.closed"

    finding: str


class AccountFrozen(Fact, frozen=True, kw_only=True):
    """An account was frozen: its member can look, and neither deposit, play nor withdraw.

    Attributes:
        member_id: whose.
        case_id: the case behind it, if there is one.
    """

    domain = "compliance"
    name = "account.frozen"

    member_id: UUID
    case_id: UUID | None

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class AccountReleased(Fact, frozen=True, kw_only=True):
    """A second person released a frozen account.

    Attributes:
        member_id: whose.
    """

    domain = "compliance"
    name = "account.released"

    member_id: UUID

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class AdjustmentBooked(Fact, frozen=True, kw_only=True):
    """Staff corrected a member's balance, alone or with a second person.

    Attributes:
        adjustment_id: of the correction; that of its approval if there was one.
        member_id: whose balance.
        account: ``main``, ``bonus`` or ``referral``.
        currency: the code.
        scale: decimals of the currency.
        units: what was added in the smallest unit; negative where it was taken.
        balance_after: of the account, in the smallest unit.
    """

    domain = "compliance"
    name = "adjustment.booked"

    adjustment_id: UUID
    member_id: UUID
    account: str
    currency: str
    scale: int
    units: int
    balance_after: int

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class KycCaseMoved(Fact, frozen=True, kw_only=True):
    """The identity check of a person or company took a step.

    Attributes:
        case_id: of the check.
        subject: ``player``, ``operator`` or ``provider``.
        member_id: the member, for players.
        came_from: the state it left.
        status: the state it is in now.
        reasons: of a rejection.
        valid_until: the last day on which the decision holds, ISO 8601; ``None`` for no end.
    """

    domain = "compliance"
    name = "kyc.case_moved"

    case_id: UUID
    subject: str
    member_id: UUID | None
    came_from: str
    status: str
    reasons: tuple[str, ...]
    valid_until: str | None

    @override
    def key(self) -> str:
        return f"kyc:{self.case_id}"


class _HarmFact(Fact, frozen=True, kw_only=True):
    """What every step of a case about markers of harm tells.

    Attributes:
        case_id: of the case.
        member_id: whom it concerns.
    """

    domain = "compliance"

    case_id: UUID
    member_id: UUID

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class HarmCaseRaised(_HarmFact, frozen=True, kw_only=True):
    """A member shows markers of harm, or graver ones than before: somebody should look.

    Attributes:
        band: ``amber``, ``red`` or ``black``.
        score: what the markers add up to.
        markers: their codes.
    """

    name = "harm_case.raised"

    band: str
    score: int
    markers: tuple[str, ...]


class HarmContactMade(_HarmFact, frozen=True, kw_only=True):
    """Somebody of the house was in contact with a member about markers of harm.

    Attributes:
        contact: the kind of it.
        outcome: what it came to.
    """

    name = "harm_case.contact_made"

    contact: str
    outcome: str


class HarmCaseEnded(_HarmFact, frozen=True, kw_only=True):
    """A case about markers of harm was closed.

    Attributes:
        outcome: what it came to.
    """

    name = "harm_case.ended"

    outcome: str
