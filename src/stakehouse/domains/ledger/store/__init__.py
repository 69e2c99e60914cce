"""The ledger's SQL: books (hot, set-based), statements, and the proofs."""
