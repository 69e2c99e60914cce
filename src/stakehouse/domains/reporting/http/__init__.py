"""The HTTP of reporting."""
