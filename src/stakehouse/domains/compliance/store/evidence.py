"""What compliance puts into archives: protections with their history, harm, identity checks, laundering.

What is encrypted at rest stays out: the number of a passport proves nothing to whom the pack is for,
the hash of the picture does.
"""

from collections.abc import AsyncIterator, Mapping

from stakehouse.infra.archive import PackedFile, Span, lines
from stakehouse.infra.tx import Tx

PROTECTIONS = {
    "limits": """
SELECT member_id, currency, kind, period, scale, units, pending_units, pending_from, is_of_house, updated_at
FROM limits
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
ORDER BY member_id, currency, kind, period
""",
    "exclusions": """
SELECT member_id, standing, time_zone, exclusion_kind, exclusion_since, exclusion_until, exclusion_is_wide,
       returns_at, register_since, reality_minutes, reality_checked_at, deposit_limit_answer,
       deposit_limit_source,
       deposit_limit_answered_at, updated_at
FROM member_protections
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
ORDER BY member_id
""",
    "history": """
SELECT id, member_id, at, act, before, after, reason, actor_kind, actor_name
FROM protection_changes
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND at >= :since AND at < :until
ORDER BY id
""",
    "harm-days": """
SELECT member_id, day, bets, night_bets, hours, money, score, band, findings
FROM harm_days
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND day >= CAST(:since AS date) - 1 AND day <= CAST(:until AS date) + 1
ORDER BY member_id, day
""",
    "harm-cases": """
SELECT id, member_id, status, band, score, findings, opened_at, updated_at, taken_by_name, snoozed_until,
       closed_at, outcome
FROM harm_cases
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND opened_at < :until AND updated_at >= :since
ORDER BY id
""",
    "harm-contacts": """
SELECT case_id, id, member_id, at, by_name, contact, outcome, note
FROM harm_contacts
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND at >= :since AND at < :until
ORDER BY case_id, id
""",
    "significant-events": """
SELECT id, at, recorded_at, recorded_by, kind, summary, member_id, subject, facts, before, after
FROM significant_events
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND at >= :since AND at < :until
ORDER BY id
""",
}

KYC = {
    "cases": """
SELECT id, member_id, subject, subject_name, status, reviewer, submitted_at, decided_at, decided_by, method,
       reasons, decision_text, valid_until, vendor_applicant, vendor_said, vendor_said_at, created_at, updated_at
FROM kyc_cases
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND created_at < :until AND updated_at >= :since
ORDER BY id
""",
    "decisions": """
SELECT s.case_id, s.id, s.came_from, s.status, s.at, s.actor_kind, s.actor_name, s.reasons, s.decision_text,
       s.method
FROM kyc_cases c JOIN kyc_steps s ON s.tenant_id = c.tenant_id AND s.case_id = c.id
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND s.at >= :since AND s.at < :until
ORDER BY s.case_id, s.id
""",
    "documents": """
SELECT d.case_id, d.id, d.requirement, d.kind, d.version, d.status, d.file_name, d.type, d.size,
       d.digest AS sha256, d.pages, d.expires_on, d.uploaded_by, d.created_at, d.taken_at, d.refusal
FROM kyc_cases c JOIN kyc_documents d ON d.tenant_id = c.tenant_id AND d.case_id = c.id
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND d.created_at >= :since AND d.created_at < :until
ORDER BY d.case_id, d.requirement, d.version
""",
}

AML = {
    "screenings": """
SELECT member_id, cause, versions, candidates, hits, screened_at
FROM screenings
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND screened_at >= :since AND screened_at < :until
ORDER BY member_id
""",
    "watchlists": """
SELECT v.id AS version_id, w.code, w.title, v.number, v.format, v.file_name, v.sha256, v.status, v.entries,
       v.people, v.loaded_at, v.activated_by, v.activated_at
FROM watchlists w JOIN watchlist_versions v ON v.tenant_id = w.tenant_id AND v.watchlist_id = w.id
WHERE w.tenant_id = :tenant_id AND v.created_at < :until
ORDER BY w.code, v.number
""",
    "judged-matches": """
SELECT member_id, watchlist_id, ref, verdict, case_id, judged_by, judged_at
FROM judged_matches
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND judged_at >= :since AND judged_at < :until
ORDER BY member_id, judged_at, watchlist_id, ref
""",
    "cases": """
SELECT id, kind, source, member_id, status, severity, is_blocking, summary, assignee, due_at, finding,
       opened_at, updated_at, closed_at, closed_by
FROM aml_cases
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND opened_at < :until AND updated_at >= :since
ORDER BY id
""",
    "case-steps": """
SELECT s.case_id, s.id, s.kind, s.text, s.at, s.actor_kind, s.actor_name
FROM aml_cases c JOIN aml_case_steps s ON s.tenant_id = c.tenant_id AND s.case_id = c.id
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND s.at >= :since AND s.at < :until
ORDER BY s.case_id, s.id
""",
    "case-findings": """
SELECT e.case_id, e.id, e.kind, e.key, e.title, e.content, e.verdict, e.verdict_by, e.verdict_at, e.added_at,
       e.added_by
FROM aml_cases c JOIN aml_evidence e ON e.tenant_id = c.tenant_id AND e.case_id = c.id
WHERE c.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR c.member_id = :member_id)
  AND e.added_at >= :since AND e.added_at < :until
ORDER BY e.case_id, e.id
""",
    "freezes": """
SELECT id, member_id, case_id, reason, frozen_by, frozen_at, standing_before, released_by, released_at,
       release_reason
FROM account_freezes
WHERE tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR member_id = :member_id)
  AND frozen_at < :until AND (released_at IS NULL OR released_at >= :since)
ORDER BY id
""",
    "alerts": """
SELECT a.rule_id, r.kind, r.title, a.member_id, a.key, a.case_id, a.raised_at
FROM monitoring_alerts a JOIN monitoring_rules r ON r.tenant_id = a.tenant_id AND r.id = a.rule_id
WHERE a.tenant_id = :tenant_id AND (CAST(:member_id AS uuid) IS NULL OR a.member_id = :member_id)
  AND a.raised_at >= :since AND a.raised_at < :until
ORDER BY a.raised_at, a.rule_id, a.member_id, a.key
""",
}


async def gather(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """Protections with their history, markers of harm with their contacts, significant events."""
    async for file in _gathered(tx, span, PROTECTIONS):
        yield file


async def gather_kyc(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """Identity checks: cases, decisions, and the hash of every document."""
    async for file in _gathered(tx, span, KYC):
        yield file


async def gather_aml(tx: Tx, span: Span) -> AsyncIterator[PackedFile]:
    """Watch for laundering: screenings against which lists, cases with their steps, freezes."""
    async for file in _gathered(tx, span, AML):
        yield file


async def _gathered(tx: Tx, span: Span, queries: Mapping[str, str]) -> AsyncIterator[PackedFile]:
    values = {"tenant_id": tx.tenant_id, **span.values()}
    for name, query in queries.items():
        async for file in lines(tx, name, query, values):
            yield file
