"""The decisions of support."""
