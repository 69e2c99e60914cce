"""The pure decisions of access."""
