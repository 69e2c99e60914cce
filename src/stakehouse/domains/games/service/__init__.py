"""Use cases of the games: seeds and their rotation, and the bets on our own engines."""
