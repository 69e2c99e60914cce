"""The HTTP of the jackpots: the ticker, and a member's choice to take part."""
