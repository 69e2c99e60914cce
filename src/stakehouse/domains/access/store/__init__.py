"""The SQL of access."""
