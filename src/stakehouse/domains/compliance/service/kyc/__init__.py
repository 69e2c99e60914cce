"""The use cases of identity checks."""
