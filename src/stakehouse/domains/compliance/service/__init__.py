"""The use cases of compliance."""
