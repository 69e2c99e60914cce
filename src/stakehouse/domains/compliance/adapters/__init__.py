"""What is plugged into identity checks: scanners, and the shelf of vendors (one folder each)."""
