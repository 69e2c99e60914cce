"""Sandpay: hosted checkout, payouts, refunds, look-ups, signed notices. See ``README.md`` here."""
