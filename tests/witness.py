"""A witness of every changed row of a database, for tests that nothing changed.

Triggers of the superuser note each row that a committed transaction wrote; what was rolled back leaves
no note. Asking costs one small query, however many tables there are.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Self
from uuid import UUID

import asyncpg

from tests.databases import TestDatabase

PREPARE = """
CREATE SCHEMA witness;
CREATE TABLE witness.notes (relation text NOT NULL, act text NOT NULL, tenant text);
CREATE FUNCTION witness.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO witness.notes
    VALUES (TG_ARGV[0], lower(TG_OP), coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> 'tenant_id');
    RETURN NULL;
END $$;
"""
WATCH = """
CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION witness.note('{table}');
CREATE TRIGGER witness_of_emptying AFTER TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION witness.note('{table}');
"""
TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Witness:
    """What was written since it was last asked."""

    connection: asyncpg.Connection

    @classmethod
    async def of(cls, database: TestDatabase, *, but: frozenset[str] = frozenset()) -> Self:
        """Begins to watch all tables of a database but some."""
        connection = await asyncpg.connect(database.admin_url)
        await connection.execute(PREPARE)
        for row in await connection.fetch(TABLES):
            if row["relname"] not in but:
                await connection.execute(WATCH.format(table=row["relname"]))
        return cls(connection)

    async def seen(self, tenant_id: UUID | None = None) -> Counter[str]:
        """Rows written since the last question, as ``insert members``; of one tenant, if one is given."""
        rows = await self.connection.fetch("DELETE FROM witness.notes RETURNING relation, act, tenant")
        return Counter(
            f"{row['act']} {row['relation']}"
            for row in rows
            if tenant_id is None or row["tenant"] == str(tenant_id)
        )

    async def close(self) -> None:
        """Stops listening; the triggers go with the database."""
        await self.connection.close()
