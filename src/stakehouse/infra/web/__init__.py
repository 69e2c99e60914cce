"""The technique of the HTTP edge: guards, unit of work, problem documents, idempotency, headers."""
