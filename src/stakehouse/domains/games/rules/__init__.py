"""Pure decisions of games: seeds into draws, draws into outcomes, returns into verdicts."""
