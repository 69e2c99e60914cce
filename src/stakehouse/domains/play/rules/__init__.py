"""Pure decisions of play: the bet in thirteen phases, the step, and what is told of a round."""
