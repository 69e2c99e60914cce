"""The HTTP of the ledger."""
