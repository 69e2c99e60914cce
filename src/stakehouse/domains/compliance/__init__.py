"""Compliance: what protects members from harm, and the house from itself.

Owns limits and what was used of them, time-out and self-exclusion, and adjustments of balances.
Promises: what is tighter binds from the next bet or deposit on; what is looser waits a day at least
and asks twice; an exclusion is never lifted early. Does not know games, gateways or who signs in:
play, payments and identity ask.

An excluded member cannot sign in (423), so money is not taken out alone: support pays a balance out
on request, with the same checks and the same four eyes as every payout by hand.
"""

from stakehouse.domains.compliance.errors import (
    AlreadyExcluded,
    CoolingOff,
    Excluded,
    InvalidTimeOut,
    LimitReached,
    NoPendingChange,
    OwnAccount,
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
from stakehouse.domains.compliance.rules.names.evaluation import Evaluation, LabelledPair
from stakehouse.domains.compliance.rules.names.evaluation import evaluate as evaluate_names
from stakehouse.domains.compliance.rules.names.matching import THRESHOLD as NAME_THRESHOLD
from stakehouse.domains.compliance.rules.names.matching import Person, compare
from stakehouse.domains.compliance.rules.protections import Protections
from stakehouse.domains.compliance.rules.watchlists.entries import Format
from stakehouse.domains.compliance.service.adjustments import KIND as ADJUSTMENT
from stakehouse.domains.compliance.service.adjustments import adjust, carry_out_adjustment
from stakehouse.domains.compliance.service.cases import count_open_cases
from stakehouse.domains.compliance.service.deposits import check_deposit, record_deposit
from stakehouse.domains.compliance.service.erasure import ERASURE, carry_out_erasure
from stakehouse.domains.compliance.service.exclusions import (
    admit_sign_in,
    exclude_self,
    exclusion_of,
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
from stakehouse.domains.compliance.service.limits import (
    call_off_limit,
    confirm_limit,
    limits_of,
    set_limit,
    totals_of,
)
from stakehouse.domains.compliance.service.screening import screen_member
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
from stakehouse.domains.compliance.store.protections import (
    ProtectionRows,
    read_protections,
    write_protections,
)
from stakehouse.domains.compliance.store.watchlists import Version as WatchlistVersion
from stakehouse.domains.compliance.types import (
    AccountState,
    Adjustment,
    AdjustmentSettings,
    Exclusion,
    ExclusionKind,
    Limit,
    LimitKind,
    LimitSettings,
    LimitState,
    Period,
    Term,
    Totals,
)

__all__ = [
    "ADJUSTMENT",
    "ERASURE",
    "NAME_THRESHOLD",
    "RELEASE",
    "AccountState",
    "Adjustment",
    "AdjustmentSettings",
    "AlreadyExcluded",
    "AmlSettings",
    "CaseKind",
    "CaseStatus",
    "CoolingOff",
    "Evaluation",
    "Excluded",
    "Exclusion",
    "ExclusionKind",
    "Finding",
    "Format",
    "InvalidTimeOut",
    "LabelledPair",
    "Limit",
    "LimitKind",
    "LimitReached",
    "LimitSettings",
    "LimitState",
    "NoPendingChange",
    "OwnAccount",
    "Period",
    "Person",
    "ProtectionRows",
    "Protections",
    "Severity",
    "SignInExcluded",
    "Stop",
    "Term",
    "Totals",
    "Verdict",
    "WatchlistVersion",
    "activate_watchlist",
    "adjust",
    "admit_sign_in",
    "call_off_limit",
    "carry_out_adjustment",
    "carry_out_erasure",
    "carry_out_release",
    "check_deposit",
    "compare",
    "confirm_limit",
    "count_open_cases",
    "evaluate_names",
    "exclude_self",
    "exclusion_of",
    "follow_standing",
    "freeze",
    "limits_of",
    "load_watchlist",
    "may_market",
    "read_protections",
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
    "write_protections",
]
