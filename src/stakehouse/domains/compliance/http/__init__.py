"""The routes of compliance."""
