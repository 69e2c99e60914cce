"""What the house claims about speed, runnable: ``make bench`` prints a table and writes JSON."""
