"""The HTTP of the games: bets and steps on the fast way, fairness and games on the slow way."""
