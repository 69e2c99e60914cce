"""Stand-ins for the outside world: each speaks a vendor's wire format from a process of its own."""
