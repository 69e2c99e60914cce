"""The decisions of tenancy."""
