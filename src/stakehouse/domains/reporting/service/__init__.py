"""Use cases of reporting: the dashboard, and members with all that the house knows of them."""
