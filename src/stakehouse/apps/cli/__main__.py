"""``python -m stakehouse.apps.cli`` is the same as ``stakehouse``."""

from stakehouse.apps.cli import main

if __name__ == "__main__":
    main()
