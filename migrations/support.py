"""What migrations share: the row-level security of a tenant table and the grants of its role."""

from alembic import op

APPLICATION_ROLE = "stakehouse_app"
RELAY_ROLE = "stakehouse_relay"

TENANT_SET = "(SELECT nullif(current_setting('app.tenant', true), '')::uuid)"
"""The tenant of the transaction. ``nullif`` because the setting is the empty string, not NULL, on a
connection that set it locally before; an empty string must see nothing instead of failing. As a
subquery it is evaluated once a statement instead of once a row."""


def tenant_table(name: str, *, grants: str = "SELECT, INSERT, UPDATE, DELETE") -> None:
    """Binds a table to its tenant: forced row-level security and the application's grants."""
    op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY tenant_isolation ON {name} "
        f"USING (tenant_id = {TENANT_SET}) WITH CHECK (tenant_id = {TENANT_SET})"
    )
    op.execute(f"GRANT {grants} ON {name} TO {APPLICATION_ROLE}")


def append_only(name: str) -> None:
    """Binds a table whose rows are never changed: the application may only add and read."""
    tenant_table(name, grants="SELECT, INSERT")


def platform_table(name: str, *, grants: str = "SELECT, INSERT, UPDATE, DELETE") -> None:
    """Grants the application a table that belongs to no tenant."""
    op.execute(f"GRANT {grants} ON {name} TO {APPLICATION_ROLE}")


def partitioned(name: str) -> None:
    """Registers a table for the job that keeps partitions ahead, and makes the first ones."""
    op.execute(f"SELECT stakehouse_keep_partitions('{name}', now(), 3)")
