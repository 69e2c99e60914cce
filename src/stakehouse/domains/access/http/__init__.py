"""The routes of access."""
