"""Use cases of the ledger: posting, holds, statements, checkpoints, seals, verification."""
