"""The only SQL of compliance."""
