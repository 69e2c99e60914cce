"""The use cases of payments, one file a subject."""
