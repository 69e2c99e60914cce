"""Real rows for everything that a path can name, and where it is seen that they are real.

The seed brings most of them; what is somebody's own is made by Ann. A path that names something else
fails the matrix until it has a row here, or a reason why it names no row.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from stakehouse.domains.console.service import CLOSING
from stakehouse.kernel.ids import new_id
from tests.contracts.operations import Operation
from tests.domains.compliance.kyc.files import picture

PLAYER, STAFF = "/api/player/v1", "/api/staff/v1"

ROWS = {
    "aml-cases.case_id": "aml_cases.id",
    "evidence.evidence_id": "aml_evidence.id",
    "harm-cases.case_id": "harm_cases.id",
    "cases.case_id": "kyc_cases.id",
    "documents.document_id": "kyc_documents.id",
    "approvals.approval_id": "approvals.id",
    "closing.approval_id": "approvals.id",
    "complaints.complaint_id": "complaints.id",
    "deposits.deposit_id": "payments.id",
    "withdrawals.withdrawal_id": "payments.id",
    "evidence.pack_id": "evidence_packs.id",
    "exports.export_id": "data_exports.id",
    "games.slug": "games.slug",
    "grants.grant_id": "role_grants.id",
    "hosts.host": "tenant_hosts.host",
    "impersonations.impersonation_id": "impersonations.id",
    "invitations.invitation_id": "staff_invitations.id",
    "jackpots.jackpot_id": "jackpots.jackpot_id",
    "logo.logo": "tenant_logos.hash",
    "members.member_id": "members.id",
    "monitoring-rules.rule_id": "monitoring_rules.id",
    "overrides.override_id": "permission_overrides.id",
    "roles.role": "roles.code",
    "rounds.round_id": "rounds.round_id",
    "sessions.session_id": "sessions.id",
    "staff.user_id": "staff_members.user_id",
    "watchlists.version_id": "watchlist_versions.id",
    "payments.connection_id": "payment_connections.id",
    "kyc.connection_id": "kyc_connections.id",
    "exclusion-requests.request_id": "exclusion_requests.id",
}
"""By what stands before it in a path and its name: the column in which it is found, with the tenant."""

OF_NO_TENANT = {
    "tenants.tenant_id": "tenants.id",
    "passkeys.passkey_id": "passkeys.id",
}
"""Likewise, of tables that no tenant owns a part of."""

NO_ROWS = {
    "factors.kind": "one of the kinds there are; the row is the caller's own",
    "limits.kind": "one of the kinds there are; the row is the member's",
    "limits.period": "likewise",
    "settings.category": "one of the groups that the program knows, with or without a row",
    "usernames.username": "asked whether it is free",
    "registers.register": "one of the registers that the program speaks with",
    "kyc.vendor": "one of the vendors that the program speaks with",
    "payments.gateway": "one of the gateways that the program speaks with",
}
"""What is named but no row of its own, and why."""


LIVE = {
    "sessions.session_id": "ended_at IS NULL",
    "staff.user_id": "status = 'active'",
    "hosts.host": "status <> 'removed'",
}
"""When a row is no longer there for those who ask."""


def kinds(operation: Operation) -> Iterator[str]:
    """What a path names, by what stands before it: ``aml-cases.case_id``."""
    before = ""
    for part in operation.path.split("/"):
        if part.startswith("{"):
            yield f"{before}.{part[1:-1]}"
        elif part:
            before = part


async def things(
    rows: asyncpg.Connection,
    tenant_id: UUID,
    *,
    ann: httpx.AsyncClient,
    owner: httpx.AsyncClient,
    ann_id: str,
    colleague: str,
) -> dict[str, str]:
    """What really is there to be asked for by those who may not, by kind."""

    async def made(client: httpx.AsyncClient, path: str, **body: Any) -> Any:
        answer = await client.post(path, json=body, headers={"idempotency-key": str(new_id())})
        assert answer.status_code < 300, f"{path}: {answer.text}"
        return answer.json()

    async def sown(table: str, column: str = "id", where: str = "true") -> str:
        query = f"SELECT {column} FROM {table} WHERE tenant_id = $1 AND {where} ORDER BY 1 LIMIT 1"
        return str(await rows.fetchval(query, tenant_id))

    reason = "So that there is something to ask for"
    override = {"permission": "team:view", "effect": "deny", "reason": reason}
    await made(owner, f"{STAFF}/staff/{colleague}/overrides", **override)
    people = (await owner.get(f"{STAFF}/staff")).json()["items"]
    [person] = [each for each in people if each["user_id"] == colleague]
    [session] = (await ann.get(f"{PLAYER}/sessions")).json()["items"]
    adjustment = {"member_id": ann_id, "account_kind": "main", "currency": "EUR", "amount": "900.00"}
    adjustment["reason"] = reason
    complaint = {"category": "account", "subject": "A matter", "text": "Something is not as it should be."}
    paper = {"requirement": "address", "kind": "utility_bill", "file_name": "bill.jpg"}
    bet = {"game": "dice", "currency": "EUR", "stake": "1.00"}
    over = {"direction": "over", "target": "50.50"}
    announced = await made(ann, f"{PLAYER}/kyc/documents", **paper)
    document_id = announced["document"]["id"]
    sent = await ann.put(announced["upload"]["url"], content=picture())
    assert sent.status_code < 300, sent.text
    await made(ann, f"{PLAYER}/kyc/documents/{document_id}/complete")
    rule = {"kind": "amount_over", "title": "Much", "is_on": True, "severity": "low", "is_blocking": False}
    rule |= {"parameters": {}, "reason": reason}
    settings = (await owner.get(f"{STAFF}/settings")).json()
    evidence = await rows.fetchrow("SELECT id, case_id FROM aml_evidence WHERE tenant_id = $1", tenant_id)
    assert evidence is not None
    invitation = {"email": "new@example.com", "name": "New", "role": "cashier"}
    connection = await sown("payment_connections")
    plea = {"asked_by": "family", "name": "Bea", "email": "bea@example.com", "first_name": "Ann"}
    plea |= {"last_name": "Archer", "reason": "So that there is something to decide."}
    await made(ann, f"{PLAYER}/exclusion-requests", **plea)
    return {
        "aml-cases.case_id": str(evidence["case_id"]),
        "evidence.evidence_id": str(evidence["id"]),
        "harm-cases.case_id": await _harm_case(rows, tenant_id, ann_id),
        "cases.case_id": await sown("kyc_cases", where=f"member_id = '{ann_id}'"),
        "documents.document_id": document_id,
        "approvals.approval_id": (await made(owner, f"{STAFF}/adjustments", **adjustment))["id"],
        "closing.approval_id": await sown("approvals", where=f"kind = '{CLOSING}'"),
        "complaints.complaint_id": (await made(ann, f"{PLAYER}/complaints", **complaint))["id"],
        "deposits.deposit_id": await _payment(rows, tenant_id, ann_id, connection, "deposit"),
        "withdrawals.withdrawal_id": await _payment(rows, tenant_id, ann_id, connection, "withdrawal"),
        "evidence.pack_id": (await made(owner, f"{STAFF}/evidence", member_id=ann_id, reason=reason))["id"],
        "exports.export_id": (await made(ann, f"{PLAYER}/me/exports"))["id"],
        "games.slug": "dice",
        "grants.grant_id": person["grants"][0]["id"],
        "hosts.host": await sown("tenant_hosts", "host"),
        "impersonations.impersonation_id": (
            await made(owner, f"{STAFF}/members/{ann_id}/impersonate", reason=reason)
        )["id"],
        "invitations.invitation_id": (await made(owner, f"{STAFF}/invitations", **invitation))["id"],
        "jackpots.jackpot_id": await sown("jackpots", "jackpot_id"),
        "logo.logo": await _logo(rows, tenant_id),
        "members.member_id": ann_id,
        "monitoring-rules.rule_id": (await made(owner, f"{STAFF}/monitoring-rules", **rule))["id"],
        "overrides.override_id": person["overrides"][0]["id"],
        "passkeys.passkey_id": await _passkey(rows, await _user_of(rows, session["id"])),
        "roles.role": "cashier",
        "rounds.round_id": (await made(ann, f"{PLAYER}/bets", **bet, choices=over))["round"]["id"],
        "sessions.session_id": session["id"],
        "settings.category": settings["items"][0]["category"],
        "staff.user_id": colleague,
        "tenants.tenant_id": str(tenant_id),
        "watchlists.version_id": await sown("watchlist_versions"),
        "payments.gateway": "sandpay",
        "payments.connection_id": connection,
        "kyc.vendor": "sandid",
        "kyc.connection_id": await sown("kyc_connections"),
        "exclusion-requests.request_id": await sown("exclusion_requests"),
        "registers.register": "sandstop",
    }


async def missing(rows: asyncpg.Connection, tenant_id: UUID, ids: Mapping[str, str], kind: str) -> bool:
    """Whether the row that a kind is asked for with is not there, or is not the tenant's."""
    if kind in NO_ROWS:
        return False
    table, _, column = (ROWS | OF_NO_TENANT)[kind].partition(".")
    of_tenant = "tenant_id = $2" if kind in ROWS else "$2::uuid IS NOT NULL"
    query = f"SELECT true FROM {table} WHERE {column}::text = $1 AND {of_tenant} AND {LIVE.get(kind, 'true')}"
    return not await rows.fetchval(query, ids[kind], tenant_id)


async def _payment(
    rows: asyncpg.Connection, tenant_id: UUID, member_id: str, connection: str, direction: str
) -> str:
    is_deposit = direction == "deposit"
    found = await rows.fetchval(
        """INSERT INTO payments (tenant_id, id, direction, member_id, user_id, currency, scale, units, method,
               connection_id, status, hold_id, created_at, updated_at)
           SELECT tenant_id, $1, $2, id, user_id, 'EUR', 2, 500, 'bank', $3, $4, $5, created_at, created_at
           FROM members WHERE tenant_id = $6 AND id = $7 RETURNING id""",
        new_id(),
        direction,
        UUID(connection),
        "pending" if is_deposit else "in_review",
        None if is_deposit else new_id(),
        tenant_id,
        UUID(member_id),
    )
    return str(found)


async def _harm_case(rows: asyncpg.Connection, tenant_id: UUID, member_id: str) -> str:
    found = await rows.fetchval(
        """INSERT INTO harm_cases (tenant_id, id, member_id, status, band, rank, score, findings, opened_at,
               updated_at)
           SELECT tenant_id, $1, id, 'open', 'amber', 1, 40, '[]', created_at, created_at
           FROM members WHERE tenant_id = $2 AND id = $3 RETURNING id""",
        new_id(),
        tenant_id,
        UUID(member_id),
    )
    return str(found)


async def _logo(rows: asyncpg.Connection, tenant_id: UUID) -> str:
    found = await rows.fetchval(
        "INSERT INTO tenant_logos VALUES ($1, repeat('a', 64), 'a picture', now()) RETURNING hash", tenant_id
    )
    return str(found)


async def _passkey(rows: asyncpg.Connection, user_id: UUID) -> str:
    passkey_id = new_id()
    await rows.execute(
        """INSERT INTO passkeys (id, user_id, rp_id, credential_id, public_key, sign_count, name, is_synced,
               created_at)
           VALUES ($1, $2, 'localhost', $3, 'a key', 0, 'Key', true, now())""",
        passkey_id,
        user_id,
        passkey_id.bytes,
    )
    return str(passkey_id)


async def _user_of(rows: asyncpg.Connection, session_id: str) -> UUID:
    found: UUID = await rows.fetchval("SELECT user_id FROM sessions WHERE id = $1", UUID(session_id))
    return found


async def staffs(rows: asyncpg.Connection, owner: httpx.AsyncClient) -> dict[str, str]:
    """What is somebody's own, of one of the staff: a passkey, and a session in another browser."""
    [session, *_] = (await owner.get(f"{STAFF}/me/sessions")).json()["items"]
    other = await rows.fetchval(
        """INSERT INTO sessions
           SELECT (jsonb_populate_record(s, jsonb_build_object('id', $1::text))).*
           FROM sessions s WHERE id = $2 RETURNING id""",
        str(new_id()),
        UUID(session["id"]),
    )
    passkey = await _passkey(rows, await _user_of(rows, session["id"]))
    return {"sessions.session_id": str(other), "passkeys.passkey_id": passkey}
