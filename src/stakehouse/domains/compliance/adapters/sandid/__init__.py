"""Sandid: applicants, documents handed over, a check, signed notices."""

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, SecretStr

from stakehouse.domains.compliance.errors import VendorRefused, VendorSignatureRefused, VendorUnavailable
from stakehouse.domains.compliance.types.kyc import (
    Applicant,
    HandedDocument,
    RejectionReason,
    VendorNotice,
    VendorReport,
    VendorVerdict,
)
from stakehouse.infra.http_client import AnswerLost, HttpClient, NotSent
from stakehouse.infra.signed_notices import NoticeForged, check_notice
from stakehouse.kernel.clock import Clock

HEADER = "sandid-signature"
OK = frozenset({200, 201})
REFUSED = frozenset({400, 404, 409, 422})

VERDICTS = {
    "created": VendorVerdict.PENDING,
    "pending": VendorVerdict.PENDING,
    "approved": VendorVerdict.VERIFIED,
    "declined": VendorVerdict.REJECTED,
    "on_hold": VendorVerdict.UNDECIDED,
}
LABELS = {
    "BLURRY": RejectionReason.UNREADABLE,
    "CROPPED": RejectionReason.CUT_OFF,
    "EXPIRED": RejectionReason.DOCUMENT_EXPIRED,
    "WRONG_TYPE": RejectionReason.WRONG_DOCUMENT,
    "NAME_MISMATCH": RejectionReason.NAME_DIFFERS,
    "DOB_MISMATCH": RejectionReason.BIRTH_DATE_DIFFERS,
    "ADDRESS_MISMATCH": RejectionReason.ADDRESS_DIFFERS,
    "UNDERAGE": RejectionReason.UNDER_AGE,
    "DUPLICATE": RejectionReason.DUPLICATE_PERSON,
    "FORGERY": RejectionReason.SUSPECTED_FORGERY,
}


class Config(BaseModel):
    """What a tenant's connection to Sandid holds.

    Attributes:
        base_url: where the API is.
        app_token: names the account.
        secret_key: signs our requests.
        signing_secrets: of its notices; the present one first, the former one while it is replaced.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: HttpUrl
    app_token: str
    secret_key: SecretStr
    signing_secrets: tuple[SecretStr, ...] = Field(min_length=1, max_length=2)

    def sealed_form(self) -> bytes:
        """The configuration with its secrets, as the vault is to seal it."""
        return msgspec.json.encode(
            {
                "base_url": str(self.base_url),
                "app_token": self.app_token,
                "secret_key": self.secret_key.get_secret_value(),
                "signing_secrets": [secret.get_secret_value() for secret in self.signing_secrets],
            }
        )


class ApplicantBody(msgspec.Struct, frozen=True):
    """An applicant as Sandid tells it."""

    id: str
    external_id: str
    status: str
    changed_at_ms: int
    labels: list[str] = msgspec.field(default_factory=list)
    comment: str = ""


class NoticeBody(msgspec.Struct, frozen=True):
    """A notice as Sandid sends it."""

    id: str
    type: str
    applicant: ApplicantBody | None = None


class Sandid:
    """One tenant's account at Sandid."""

    def __init__(self, config: Config, http: HttpClient, clock: Clock) -> None:
        """Keeps the account's keys and the way out."""
        self._base_url = str(config.base_url).rstrip("/")
        self._token = config.app_token
        self._key = config.secret_key.get_secret_value().encode()
        self._secrets = [secret.get_secret_value().encode() for secret in config.signing_secrets]
        self._http = http
        self._clock = clock

    async def create_applicant(self, applicant: Applicant) -> str:
        """Makes the person known; our case is the external id, which Sandid holds unique."""
        person = applicant.person
        body = {
            "external_id": str(applicant.case_id),
            "full_name": person.full_name,
            "birth_date": None if person.birth_date is None else person.birth_date.isoformat(),
            "address": person.address,
            "country": person.country,
            "notify_url": applicant.notify_url,
        }
        return (await self._call("POST", "/v1/applicants", body)).id

    async def hand_over(self, applicant_id: str, document: HandedDocument) -> None:
        """Hands a document over; its id makes a repeat harmless."""
        body = {
            "document_id": str(document.id),
            "kind": document.kind.value,
            "country": document.country,
            "number": document.number,
            "expires_on": None if document.expires_on is None else document.expires_on.isoformat(),
            "content_type": document.type.value,
            "content": b64encode(document.content).decode(),
        }
        await self._call("POST", f"/v1/applicants/{applicant_id}/documents", body)

    async def begin_check(self, applicant_id: str) -> VendorReport:
        """Asks for the check."""
        return report(await self._call("POST", f"/v1/applicants/{applicant_id}/check", {}))

    async def look_up(self, applicant_id: str) -> VendorReport:
        """What Sandid says of an applicant now."""
        return report(await self._call("GET", f"/v1/applicants/{applicant_id}", None))

    def read_webhook(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> VendorNotice:
        """Verifies and translates a notice."""
        verify(headers.get(HEADER, ""), body, self._secrets, now=now)
        return notice(body)

    def read_stored(self, body: bytes) -> VendorNotice:
        """Translates a notice that was verified when it came."""
        return notice(body)

    async def _call(self, method: str, path: str, body: object) -> ApplicantBody:
        content = None if body is None else msgspec.json.encode(body)
        stamp = str(int(self._clock().timestamp()))
        signed = stamp.encode() + method.encode() + path.encode() + (content or b"")
        headers = {
            "content-type": "application/json",
            "x-sandid-token": self._token,
            "x-sandid-ts": stamp,
            "x-sandid-signature": hmac.new(self._key, signed, hashlib.sha256).hexdigest(),
        }
        try:
            answer = await self._http.request(
                method, self._base_url + path, headers=headers, content=content, is_repeatable=True
            )
        except (NotSent, AnswerLost) as error:
            raise VendorUnavailable(f"The vendor gave no answer: {error}.") from error
        if answer.status in REFUSED:
            raise VendorRefused(f"The vendor refused with {answer.status}.")
        if answer.status not in OK:
            raise VendorUnavailable(f"The vendor answered with {answer.status}.")
        try:
            return msgspec.json.decode(answer.body, type=ApplicantBody)
        except msgspec.DecodeError as error:
            raise VendorUnavailable("The vendor's answer cannot be read.") from error


def connect(credentials: bytes, http: HttpClient, clock: Clock) -> Sandid:
    """The account behind a connection's opened credentials."""
    return Sandid(Config.model_validate_json(credentials), http, clock)


def verify(header: str, body: bytes, secrets: Sequence[bytes], *, now: datetime) -> None:
    """Refuses a notice that Sandid did not sign in its ``Sandid-Signature`` header, or at another time.

    Raises:
        VendorSignatureRefused: missing, malformed, wrong, too old or from the future.
    """
    try:
        check_notice(header, body, secrets, now=now)
    except NoticeForged as forged:
        raise VendorSignatureRefused(str(forged)) from forged


def notice(body: bytes) -> VendorNotice:
    """A notice in our words; one that cannot be read reports nothing, under a name of its own."""
    try:
        told = msgspec.json.decode(body, type=NoticeBody)
    except msgspec.DecodeError:
        return VendorNotice(hashlib.sha256(body).hexdigest(), "unreadable", None)
    return VendorNotice(told.id, told.type, None if told.applicant is None else report(told.applicant))


def report(applicant: ApplicantBody) -> VendorReport:
    """What Sandid says of an applicant, in our words."""
    reasons = tuple(dict.fromkeys(LABELS.get(each, RejectionReason.OTHER) for each in applicant.labels))
    return VendorReport(
        case_id=applicant.external_id,
        applicant=applicant.id,
        verdict=VERDICTS.get(applicant.status, VendorVerdict.UNKNOWN),
        vendor_status=applicant.status,
        said_at=datetime.fromtimestamp(applicant.changed_at_ms / 1000, tz=UTC),
        reasons=reasons,
        text=applicant.comment,
    )
