"""How a failure is told in logs and dead letters."""

TOLD_MAX = 2_000


def told(error: BaseException) -> str:
    """A failure as one line; the lines behind it name the values of a statement."""
    first_line, _, _ = str(error).partition("\n")
    return f"{type(error).__name__}: {first_line}"[:TOLD_MAX]
