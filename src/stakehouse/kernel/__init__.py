"""Words without technique: money, ids, clock, errors, actor, page. Imports nothing of the house."""
