"""What the law has the house keep can be deleted by nothing that the house runs."""

import asyncpg
import pytest

from tests.databases import TestDatabase

KEPT = frozenset(
    {
        *("members", "standing_changes", "protection_changes", "member_protections", "limits"),
        *("accounts", "operations", "transfers", "seals", "rounds", "round_steps", "jackpot_wins"),
        *("payments", "payment_steps", "payment_notices", "seed_pairs", "revealed_pairs"),
        *("kyc_cases", "kyc_documents", "kyc_steps", "aml_cases", "aml_evidence", "aml_case_steps"),
        *("account_freezes", "harm_days", "harm_cases", "harm_contacts", "significant_events"),
        *("complaints", "complaint_entries", "approvals", "approval_decisions", "impersonations"),
        *("audit_trail", "tenant_settings", "tenant_setting_versions", "evidence_packs"),
    }
)
"""Five years at least, and longer if a tenant wishes: for ever, as nothing takes a row away."""

LOSING = """
SELECT c.relname, r.rolname FROM pg_class c, pg_roles r
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND r.rolname = ANY($1)
  AND (has_table_privilege(r.oid, c.oid, 'DELETE') OR has_table_privilege(r.oid, c.oid, 'TRUNCATE'))
"""

DELETING = """
SELECT proname, prosrc FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prosrc ~* '(delete from|truncate|drop table|detach partition)'
"""


@pytest.mark.requirement("10")
async def test_no_role_of_the_house_can_delete_what_the_law_keeps(database: TestDatabase) -> None:
    connection = await asyncpg.connect(database.admin_url)
    try:
        tables = {row["name"] for row in await connection.fetch(TABLES)}
        losing = await connection.fetch(LOSING, ["stakehouse_app", "stakehouse_relay"])
        functions = await connection.fetch(DELETING)
    finally:
        await connection.close()

    assert tables >= KEPT
    parents = {row["relname"].partition("_y20")[0] for row in losing}
    assert parents & KEPT == set()
    # With the owner's rights only the answers to requests and what was heard already are pruned.
    assert {name for name in KEPT for row in functions if f"from {name} " in row["prosrc"].lower()} == set()
    assert {row["proname"] for row in functions} == {"stakehouse_prune"}


TABLES = """
SELECT c.relname AS name FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
"""
