"""The routes of tenancy."""
