"""The routes of payments: the player's, the staff's, and the door for notices."""
