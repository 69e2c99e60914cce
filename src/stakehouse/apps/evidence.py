"""What goes into an evidence pack: one contribution a domain; a domain adds a line."""

from stakehouse.domains import access, compliance, identity, ledger, payments, play, support
from stakehouse.infra.archive import Contribution

EVIDENCE: tuple[Contribution, ...] = (
    Contribution(
        "identity", "Who the member is, all states of the account, and sessions", identity.gather_evidence
    ),
    Contribution(
        "compliance",
        "Limits, exclusions and reality checks with their history, harm, significant events",
        compliance.gather_evidence,
    ),
    Contribution("kyc", "Identity checks: cases, decisions, hashes of documents", compliance.gather_kyc),
    Contribution("aml", "Screenings, cases with their steps, freezes, alerts", compliance.gather_aml),
    Contribution("ledger", "The journal with its seals, accounts and holds", ledger.gather_evidence),
    Contribution("play", "Rounds with choices and outcomes", play.gather_evidence),
    Contribution("payments", "Deposits and withdrawals with every step", payments.gather_evidence),
    Contribution("support", "Complaints with everything that was said", support.gather),
    Contribution("access", "The audit trail, and what two persons decided", access.gather_evidence),
)
