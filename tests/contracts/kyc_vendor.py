"""The vendors' exam: what every adapter of identity checks must do against its simulator, over real HTTP.

An adapter's test subclasses :class:`KycVendorContract` and supplies ``bench``: one account at the
vendor and a hand on the other side.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

import pytest

from stakehouse.domains.compliance.errors import (
    VendorRefused,
    VendorSignatureRefused,
    VendorUnavailable,
)
from stakehouse.domains.compliance.ports import KycVendor
from stakehouse.domains.compliance.types.kyc import (
    Applicant,
    CaseId,
    DocumentId,
    DocumentKind,
    FileType,
    HandedDocument,
    Person,
    VendorReport,
    VendorVerdict,
)
from stakehouse.kernel.ids import new_id
from tests.domains.compliance.kyc.files import picture


class OtherSide(Protocol):
    """The hand on the simulator."""

    def named(self, verdict: VendorVerdict) -> str:
        """A name whose bearer is decided so."""

    async def close(self, call: str) -> None:
        """Refuses each ``applicant``, ``document``, ``check`` or ``look_up`` without acting, until opened."""

    async def open(self, call: str) -> None:
        """Acts on them again."""

    async def lose_answer(self, call: str) -> None:
        """Acts on the next ``applicant``, ``document`` or ``check``, but its answer never comes."""

    async def applicants(self, case_id: UUID) -> int:
        """How many people it knows by a case."""

    async def documents(self, case_id: UUID) -> int:
        """How many documents it has of a case."""

    async def decided(self, case_id: UUID) -> None:
        """Waits until a check that began is decided."""

    async def notice(self, case_id: UUID) -> tuple[bytes, Mapping[str, str], datetime]:
        """The notice about a case as it would be sent: body, headers, when."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is examined.

    Attributes:
        vendor: the adapter with an account.
        side: the hand on its simulator.
        stranger: the same adapter with keys that nobody issued.
    """

    vendor: KycVendor
    side: OtherSide
    stranger: KycVendor


def applicant(name: str = "Anna Maria Eriksson") -> Applicant:
    person = Person(name, date(1990, 5, 17), "Lindenweg 4, 10117 Berlin", "DE")
    return Applicant(CaseId(new_id()), person, "http://127.0.0.1:9/notify")


def passport() -> HandedDocument:
    return HandedDocument(
        id=DocumentId(new_id()),
        kind=DocumentKind.PASSPORT,
        country="DE",
        number="AB 123456",
        expires_on=date(2031, 3, 1),
        type=FileType.JPEG,
        content=picture(),
    )


async def checked(bench: Bench, verdict: VendorVerdict) -> tuple[Applicant, VendorReport]:
    """Somebody whose check came to a verdict, as a later look tells."""
    who = applicant(bench.side.named(verdict))
    known = await bench.vendor.create_applicant(who)
    await bench.vendor.hand_over(known, passport())
    begun = await bench.vendor.begin_check(known)
    assert (begun.verdict, begun.case_id, begun.applicant) == (
        VendorVerdict.PENDING,
        str(who.case_id),
        known,
    )
    await bench.side.decided(who.case_id)
    report = await bench.vendor.look_up(known)
    assert report.said_at > begun.said_at
    return who, report


class KycVendorContract:
    """The exam; ``bench`` comes from the subclass."""

    async def test_the_same_person_twice_is_one(self, bench: Bench) -> None:
        who = applicant()
        first = await bench.vendor.create_applicant(who)
        again = await bench.vendor.create_applicant(replace(who, notify_url="http://127.0.0.1:9/moved"))
        assert first == again
        assert await bench.side.applicants(who.case_id) == 1

    async def test_the_same_document_twice_is_one(self, bench: Bench) -> None:
        who, document = applicant(), passport()
        known = await bench.vendor.create_applicant(who)
        for sent in (document, document, passport()):
            await bench.vendor.hand_over(known, sent)
        assert await bench.side.documents(who.case_id) == 2

    @pytest.mark.parametrize(
        "verdict",
        [VendorVerdict.VERIFIED, VendorVerdict.REJECTED, VendorVerdict.UNDECIDED, VendorVerdict.UNKNOWN],
    )
    async def test_how_a_check_ended_can_be_asked(self, bench: Bench, verdict: VendorVerdict) -> None:
        _, report = await checked(bench, verdict)
        assert report.verdict is verdict
        assert report.vendor_status
        assert bool(report.reasons) == (verdict is VendorVerdict.REJECTED)

    async def test_a_check_without_documents_is_refused(self, bench: Bench) -> None:
        known = await bench.vendor.create_applicant(applicant())
        with pytest.raises(VendorRefused):
            await bench.vendor.begin_check(known)

    async def test_whom_it_never_heard_of_is_refused(self, bench: Bench) -> None:
        with pytest.raises(VendorRefused):
            await bench.vendor.look_up("nobody")
        with pytest.raises(VendorRefused):
            await bench.vendor.hand_over("nobody", passport())

    async def test_a_closed_door_is_unavailable_and_no_refusal(self, bench: Bench) -> None:
        known = await bench.vendor.create_applicant(applicant())
        await bench.vendor.hand_over(known, passport())
        for call, ask in (
            ("applicant", lambda: bench.vendor.create_applicant(applicant())),
            ("document", lambda: bench.vendor.hand_over(known, passport())),
            ("check", lambda: bench.vendor.begin_check(known)),
            ("look_up", lambda: bench.vendor.look_up(known)),
        ):
            await bench.side.close(call)
            with pytest.raises(VendorUnavailable):
                await ask()
            await bench.side.open(call)

    async def test_a_lost_answer_and_a_repeat_have_one_effect(self, bench: Bench) -> None:
        """Whether the adapter repeats by itself or leaves it to us."""
        who, document = applicant(), passport()
        await bench.side.lose_answer("applicant")
        with suppress(VendorUnavailable):
            await bench.vendor.create_applicant(who)
        known = await bench.vendor.create_applicant(who)
        await bench.side.lose_answer("document")
        with suppress(VendorUnavailable):
            await bench.vendor.hand_over(known, document)
        await bench.vendor.hand_over(known, document)
        assert await bench.side.applicants(who.case_id) == 1
        assert await bench.side.documents(who.case_id) == 1

    async def test_wrong_keys_are_no_refusal_of_the_person(self, bench: Bench) -> None:
        """An expired key must not turn every check under way into a refusal."""
        with pytest.raises(VendorUnavailable):
            await bench.stranger.create_applicant(applicant())

    async def test_its_notices_are_verified_on_the_raw_bytes(self, bench: Bench) -> None:
        who, report = await checked(bench, VendorVerdict.VERIFIED)
        body, headers, at = await bench.side.notice(who.case_id)

        notice = bench.vendor.read_webhook(body, headers, now=at)
        assert notice.report == report
        assert notice.notice_id
        assert bench.vendor.read_stored(body) == notice

        for wrong_body, wrong_headers, now in (
            (body + b" ", headers, at),
            (body.replace(b"approved", b"declined"), headers, at),
            (body, {}, at),
            (body, dict.fromkeys(headers, ""), at),
            (body, headers, at + timedelta(minutes=10)),
            (body, headers, at - timedelta(minutes=10)),
        ):
            with pytest.raises(VendorSignatureRefused):
                bench.vendor.read_webhook(wrong_body, wrong_headers, now=now)
        with pytest.raises(VendorSignatureRefused):
            bench.stranger.read_webhook(body, headers, now=at)
