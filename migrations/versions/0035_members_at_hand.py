"""Whatever a bet depends on and somebody else changes moves the version of the member's wallets on.

The wallet engine remembers what its last group left of a member and commits only if the versions are
still those that it knows. Triggers see to it, so that no way of changing a protection can forget to.
What only bets and their wins change (counters, carries, nonces) moves a wallet or a nonce by itself.
"""

from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def moved_on(row: str, besides: str = "") -> str:
    """Locks the running wallets of a row's member, in the order in which everybody locks them, and moves them on."""
    owner = "owner_id" if besides else "member_id"
    wallets = (
        f"tenant_id = {row}.tenant_id AND owner_id = {row}.{owner} AND owner_kind = 'member' AND is_running"
    )
    return f"""
        PERFORM FROM accounts WHERE {wallets} {besides} ORDER BY account_id FOR UPDATE;
        UPDATE accounts SET version = version + 1 WHERE {wallets} {besides};
    """


def upgrade() -> None:
    op.execute(f"""
        CREATE FUNCTION move_wallets_on() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                {moved_on("OLD")}
            END IF;
            IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND OLD.member_id <> NEW.member_id THEN
                {moved_on("NEW")}
            END IF;
            RETURN NULL;
        END $$
    """)
    # A wallet that is opened beside others is shown with them from then on.
    op.execute(f"""
        CREATE FUNCTION move_other_wallets_on() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {moved_on("NEW", besides="AND account_id <> NEW.account_id")}
            RETURN NULL;
        END $$
    """)
    for table, events in (
        ("member_protections", "INSERT OR UPDATE OR DELETE"),
        ("limits", "INSERT OR UPDATE OR DELETE"),
        ("jackpot_entries", "INSERT OR DELETE OR UPDATE OF is_opted_in"),
    ):
        op.execute(f"""
            CREATE TRIGGER move_wallets_on AFTER {events} ON {table}
            FOR EACH ROW EXECUTE FUNCTION move_wallets_on()
        """)
    op.execute("""
        CREATE TRIGGER move_other_wallets_on AFTER INSERT ON accounts
        FOR EACH ROW WHEN (NEW.owner_kind = 'member') EXECUTE FUNCTION move_other_wallets_on()
    """)


def downgrade() -> None:
    op.execute("DROP TRIGGER move_other_wallets_on ON accounts")
    for table in ("jackpot_entries", "limits", "member_protections"):
        op.execute(f"DROP TRIGGER move_wallets_on ON {table}")
    op.execute("DROP FUNCTION move_other_wallets_on()")
    op.execute("DROP FUNCTION move_wallets_on()")
