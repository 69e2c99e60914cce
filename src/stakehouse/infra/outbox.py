"""The outbox, set-based: the wallet engine's way to tell facts."""

from collections.abc import Sequence
from datetime import datetime

from stakehouse.infra.pipeline import Statement
from stakehouse.kernel.fact import Fact, encode
from stakehouse.kernel.ids import TenantId, new_id

_INSERT = """
INSERT INTO outbox (tenant_id, id, domain, name, version, key, payload, created_at)
SELECT $1, unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]), unnest($5::smallint[]),
       unnest($6::text[]), unnest($7::bytea[]), $8::timestamptz
"""


def tell_all(tenant_id: TenantId, facts: Sequence[Fact], now: datetime) -> list[Statement]:
    """Adds facts to the outbox, in order."""
    if not facts:
        return []
    args = (
        tenant_id,
        [new_id() for _ in facts],
        [fact.domain for fact in facts],
        [fact.name for fact in facts],
        [fact.version for fact in facts],
        [fact.key() for fact in facts],
        [encode(fact) for fact in facts],
        now,
    )
    return [Statement(_INSERT, args)]
