"""Asking a national register: whose answer it is, how long it counts, what is made of it."""

import hashlib
import unicodedata
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from stakehouse.domains.compliance.types.registers import Listing, RegisterAnswer, Sought
from stakehouse.domains.identity import Details

SILENCE_FOR = timedelta(seconds=30)
"""A register that did not answer is left in peace for so long about the same person."""


def sought(details: Details, birth_date: date, email: str) -> Sought:
    """Whom to ask about, from what a person stated."""
    return Sought(details.first_name, details.last_name, birth_date, email, details.postcode, details.phone)


def print_of(tenant_id: UUID, register: str, person: Sought) -> bytes:
    """A digest by which an answer is found again, and which is another one once anything stated changes."""
    said = (
        register,
        _plain(person.first_name),
        _plain(person.last_name),
        person.birth_date.isoformat(),
        _plain(person.email),
        _plain(person.postcode),
        person.phone,
    )
    return hashlib.sha256(tenant_id.bytes + msgspec.json.encode(said)).digest()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def valid_until(listing: Listing, now: datetime, minutes: int) -> datetime:
    """Until when an answer counts."""
    return now + (SILENCE_FOR if listing is Listing.SILENT else timedelta(minutes=minutes))


def counts(answer: RegisterAnswer, now: datetime, minutes: int) -> bool:
    """Whether an answer may still be gone by; a profile that became stricter binds older answers too."""
    if now >= answer.valid_until:
        return False
    return answer.listing is Listing.SILENT or now < answer.asked_at + timedelta(minutes=minutes)


def lets_in(listing: Listing) -> bool:
    """Whether a person comes in on it."""
    return listing in {Listing.OFF, Listing.FORMER}
