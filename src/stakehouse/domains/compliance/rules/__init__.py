"""The pure decisions of compliance."""
