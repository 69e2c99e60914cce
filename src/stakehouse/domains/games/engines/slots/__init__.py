"""Slots: five reels, lines, a wild, a scatter and free spins played within the one round."""
