"""The business, one package per subject; calls go down the tiers, news travels as events."""
