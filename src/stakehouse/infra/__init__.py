"""Technique without business: database, outbox, bus, jobs, HTTP, crypto, telemetry."""
