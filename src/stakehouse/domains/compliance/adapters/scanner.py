"""The scanner that comes with the house: it knows one signature, the one that scanners are tried with.

It shows that the place is wired; it is no protection. An operator plugs in a scanner of theirs,
which is one class with one method (:class:`~stakehouse.domains.compliance.ports.Scanner`).
"""

# Put together here, so that a scanner of this very file finds nothing.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


class SignatureScanner:
    """Finds the test file of the European Institute for Computer Antivirus Research, wherever it stands."""

    async def scan(self, content: bytes) -> str | None:
        """The signature's name if it is in there."""
        return "EICAR-Test-File" if EICAR in content else None
