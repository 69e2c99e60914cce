"""The collector of cycles in a process that serves."""

import gc


def settle_down() -> None:
    """Looks for cycles rarely from now on, and never again through what was imported.

    What was imported stays for good, and most of what a request makes dies with it by reference
    count.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
