"""The published language: every fact the house can announce, versioned; one file a speaker."""
