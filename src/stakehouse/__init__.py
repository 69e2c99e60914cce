"""Stakehouse: one identity, one double-entry ledger, many tenants, games anyone can verify."""
