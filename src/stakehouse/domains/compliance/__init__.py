"""Compliance: what protects members from harm, and the house from itself.

Owns limits and what was used of them, time-out and self-exclusion, and adjustments of balances.
Promises: what is tighter binds from the next bet or deposit on; what is looser waits a day at least
and asks twice; an exclusion is never lifted early. Does not know games, gateways or who signs in:
play, payments and identity ask.

An excluded member cannot sign in to play (423). The refusal hands out a ticket to a payout session,
which sees the wallet, withdraws and asks to come back, and which no other route takes.
"""

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    CoolingOff,
    DepositLimitNotAsked,
    DepositLimitRequired,
    DepositLimitUnanswered,
    Excluded,
    ExclusionInForce,
    InvalidInterval,
    InvalidLimit,
    InvalidTicket,
    InvalidTimeOut,
    KycRequired,
    LimitOfHouse,
    LimitReached,
    NoPendingChange,
    NotExcluded,
    OwnAccount,
    RealityCheckDue,
    RegisterSilent,
    SignInExcluded,
)
from stakehouse.domains.compliance.rules.cases import (
    AmlSettings,
    CaseKind,
    CaseStatus,
    Finding,
    Severity,
    Verdict,
)
from stakehouse.domains.compliance.rules.harm import HarmSettings, PlayHour
from stakehouse.domains.compliance.rules.names.evaluation import Evaluation, LabelledPair
from stakehouse.domains.compliance.rules.names.evaluation import evaluate as evaluate_names
from stakehouse.domains.compliance.rules.names.matching import THRESHOLD as NAME_THRESHOLD
from stakehouse.domains.compliance.rules.names.matching import Person, compare
from stakehouse.domains.compliance.rules.pace import Turn
from stakehouse.domains.compliance.rules.protections import PlayRow, Protections
from stakehouse.domains.compliance.rules.significant import EventKind, SignificanceSettings, least_units
from stakehouse.domains.compliance.rules.watchlists.entries import Format
from stakehouse.domains.compliance.service.adjustments import KIND as ADJUSTMENT
from stakehouse.domains.compliance.service.adjustments import adjust, carry_out_adjustment
from stakehouse.domains.compliance.service.cases import count_open_cases
from stakehouse.domains.compliance.service.cases import open_case as open_aml_case
from stakehouse.domains.compliance.service.deposit_prompt import answer_prompt, deposit_prompt_of
from stakehouse.domains.compliance.service.deposits import check_deposit, record_deposit
from stakehouse.domains.compliance.service.erasure import ERASURE, carry_out_erasure
from stakehouse.domains.compliance.service.exclusions import (
    admit_sign_in,
    ask_return,
    clear_to_market,
    exclude_self,
    exclusion_of,
    follow_exclusion,
    follow_standing,
    may_market,
    set_standing,
    state_of,
    take_time_out,
)
from stakehouse.domains.compliance.service.freezes import (
    RELEASE,
    Stop,
    carry_out_release,
    freeze,
    withdrawal_stop,
)
from stakehouse.domains.compliance.service.guardians import (
    LOOSENING,
    RETURN,
    carry_out_loosening,
    carry_out_return,
)
from stakehouse.domains.compliance.service.kyc.cases import (
    clearance_for_withdrawal,
    demand_kyc_for_deposit,
)
from stakehouse.domains.compliance.service.kyc.desk import Desk
from stakehouse.domains.compliance.service.kyc.review import count_waiting_kyc
from stakehouse.domains.compliance.service.limits import (
    call_off_limit,
    confirm_limit,
    lapse_changes,
    limits_of,
    set_limit,
    totals_of,
)
from stakehouse.domains.compliance.service.play_clock import (
    answer_reality_check,
    choose_interval,
    play_clock,
    reality_band_of,
)
from stakehouse.domains.compliance.service.registers import Registers, enrolment
from stakehouse.domains.compliance.service.screening import screen_member
from stakehouse.domains.compliance.service.significant import enter as enter_event
from stakehouse.domains.compliance.service.tickets import open_payout_session
from stakehouse.domains.compliance.service.watchlists import (
    activate as activate_watchlist,
)
from stakehouse.domains.compliance.service.watchlists import (
    load as load_watchlist,
)
from stakehouse.domains.compliance.service.watchlists import (
    register as register_watchlist,
)
from stakehouse.domains.compliance.service.watchlists import (
    versions as watchlist_versions,
)
from stakehouse.domains.compliance.store.evidence import gather as gather_evidence
from stakehouse.domains.compliance.store.evidence import gather_aml, gather_kyc
from stakehouse.domains.compliance.store.protections import (
    ProtectionRows,
    read_protections,
    writes_of_protections,
)
from stakehouse.domains.compliance.store.watchlists import Version as WatchlistVersion
from stakehouse.domains.compliance.types import (
    AccountState,
    Adjustment,
    AdjustmentSettings,
    DepositPrompt,
    Exclusion,
    ExclusionKind,
    Limit,
    LimitKind,
    LimitSettings,
    LimitState,
    Period,
    PlayClock,
    PromptAnswer,
    PromptSource,
    RealityAnswer,
    RealityBand,
    Term,
    Totals,
)
from stakehouse.domains.compliance.types.kyc import KycSettings

__all__ = [
    "ADJUSTMENT",
    "ERASURE",
    "LOOSENING",
    "NAME_THRESHOLD",
    "RELEASE",
    "RETURN",
    "AccountState",
    "Adjustment",
    "AdjustmentSettings",
    "AlreadyExcluded",
    "AmlSettings",
    "CaseKind",
    "CaseStatus",
    "CoolingOff",
    "DepositLimitNotAsked",
    "DepositLimitRequired",
    "DepositLimitUnanswered",
    "DepositPrompt",
    "Desk",
    "Evaluation",
    "EventKind",
    "Excluded",
    "Exclusion",
    "ExclusionInForce",
    "ExclusionKind",
    "Finding",
    "Format",
    "HarmSettings",
    "InvalidInterval",
    "InvalidLimit",
    "InvalidTicket",
    "InvalidTimeOut",
    "KycRequired",
    "KycSettings",
    "LabelledPair",
    "Limit",
    "LimitKind",
    "LimitOfHouse",
    "LimitReached",
    "LimitSettings",
    "LimitState",
    "NoPendingChange",
    "NotExcluded",
    "OwnAccount",
    "Period",
    "Person",
    "PlayClock",
    "PlayHour",
    "PlayRow",
    "PromptAnswer",
    "PromptSource",
    "ProtectionRows",
    "Protections",
    "RealityAnswer",
    "RealityBand",
    "RealityCheckDue",
    "RegisterSilent",
    "Registers",
    "Severity",
    "SignInExcluded",
    "SignificanceSettings",
    "Stop",
    "Term",
    "Totals",
    "Turn",
    "Verdict",
    "WatchlistVersion",
    "activate_watchlist",
    "adjust",
    "admit_sign_in",
    "answer_prompt",
    "answer_reality_check",
    "ask_return",
    "call_off_limit",
    "carry_out_adjustment",
    "carry_out_erasure",
    "carry_out_loosening",
    "carry_out_release",
    "carry_out_return",
    "check_deposit",
    "choose_interval",
    "clear_to_market",
    "clearance_for_withdrawal",
    "compare",
    "confirm_limit",
    "count_open_cases",
    "count_waiting_kyc",
    "demand_kyc_for_deposit",
    "deposit_prompt_of",
    "enrolment",
    "enter_event",
    "evaluate_names",
    "exclude_self",
    "exclusion_of",
    "follow_exclusion",
    "follow_standing",
    "freeze",
    "gather_aml",
    "gather_evidence",
    "gather_kyc",
    "lapse_changes",
    "least_units",
    "limits_of",
    "load_watchlist",
    "may_market",
    "open_aml_case",
    "open_payout_session",
    "play_clock",
    "read_protections",
    "reality_band_of",
    "record_deposit",
    "register_watchlist",
    "screen_member",
    "set_limit",
    "set_standing",
    "state_of",
    "take_time_out",
    "totals_of",
    "watchlist_versions",
    "withdrawal_stop",
    "writes_of_protections",
]
