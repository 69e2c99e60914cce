"""What reporting announces."""

from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class EvidencePackBuilt(Fact, frozen=True, kw_only=True):
    """An evidence pack was built.

    Attributes:
        pack_id: of the pack.
        manifest_sha256: of its manifest, which names every file by its hash.
    """

    domain = "reporting"
    name = "evidence.built"

    pack_id: UUID
    manifest_sha256: str

    @override
    def key(self) -> str:
        return f"evidence:{self.pack_id}"
