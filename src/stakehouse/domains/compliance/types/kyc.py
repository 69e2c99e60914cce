"""The words of identity checks: who is checked, what is asked, what was sent, how it was decided."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, ClassVar, NewType
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from stakehouse.domains.identity import KycStatus
from stakehouse.domains.tenancy import Settings
from stakehouse.kernel.ids import MemberId

CaseId = NewType("CaseId", UUID)
DocumentId = NewType("DocumentId", UUID)
KycConnectionId = NewType("KycConnectionId", UUID)


class SubjectKind(Enum):
    """Whom a case is about."""

    PLAYER = "player"
    OPERATOR = "operator"
    PROVIDER = "provider"


class DocumentKind(Enum):
    """What a document is."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    DRIVING_LICENCE = "driving_licence"
    RESIDENCE_PERMIT = "residence_permit"
    UTILITY_BILL = "utility_bill"
    BANK_STATEMENT = "bank_statement"
    TAX_LETTER = "tax_letter"
    GAMING_LICENCE = "gaming_licence"
    COMPANY_REGISTRATION = "company_registration"
    RNG_CERTIFICATE = "rng_certificate"


class FileType(Enum):
    """What a document's file may be; found in its content, never believed."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"

    @property
    def suffix(self) -> str:
        """What names of such files end with."""
        return {"image/jpeg": "jpg", "application/pdf": "pdf"}.get(
            self.value, self.value.removeprefix("image/")
        )


class DocumentStatus(Enum):
    """The life of an uploaded document."""

    AWAITED = "awaited"
    """A link was given; nothing is known to have come."""

    TAKEN = "taken"
    """It came, was checked, and counts."""

    REPLACED = "replaced"
    """A newer version counts; this one is kept."""

    REFUSED = "refused"
    """It came, and its content was refused."""

    ABANDONED = "abandoned"
    """Its link ended without an upload."""


class RejectionReason(Enum):
    """Why a case is rejected; the member reads the sentence that belongs to it."""

    UNREADABLE = "unreadable"
    CUT_OFF = "cut_off"
    DOCUMENT_EXPIRED = "document_expired"
    WRONG_DOCUMENT = "wrong_document"
    NAME_DIFFERS = "name_differs"
    BIRTH_DATE_DIFFERS = "birth_date_differs"
    ADDRESS_DIFFERS = "address_differs"
    UNDER_AGE = "under_age"
    DUPLICATE_PERSON = "duplicate_person"
    SUSPECTED_FORGERY = "suspected_forgery"
    OTHER = "other"


class KycMethod(Enum):
    """How a case was decided."""

    REVIEW = "review"
    """A member of staff compared the documents with what the person stated."""

    VENDOR = "vendor"
    """A vendor's answer decided."""

    CLOCK = "clock"
    """A document passed its date."""


class KycAct(Enum):
    """Acts that may ask for a finished identity check."""

    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"


class Requirement(BaseModel):
    """One thing that a kind of person has to show.

    Attributes:
        code: stable within its set; documents name it.
        title: what it is called to the person.
        why: why it is asked, to the person.
        documents: any one of these will do.
        expires: whether the document itself bears a date until which it is valid.
        numbered: whether the document bears a number that tells people apart.
        valid_months: after so many months it has to be shown anew; ``None`` for never.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    code: Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,39}$")]
    title: Annotated[str, Field(min_length=2, max_length=80)]
    why: Annotated[str, Field(max_length=300)] = ""
    documents: Annotated[tuple[DocumentKind, ...], Field(min_length=1, max_length=10)]
    expires: bool = False
    numbered: bool = False
    valid_months: Annotated[int | None, Field(ge=1, le=120)] = None


Requirements = Annotated[tuple[Requirement, ...], Field(min_length=1, max_length=10)]

Amount = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?$")]
Code = Annotated[str, Field(pattern="^[A-Z0-9]{3,8}$")]


class KycSettings(Settings):
    """What a tenant asks of the people it deals with, and before which acts."""

    category: ClassVar[str] = "kyc"
    title: ClassVar[str] = "Identity checks"

    before_deposit: bool = Field(default=False, title="Only verified members may deposit")
    before_withdrawal: bool = Field(default=False, title="Only verified members are paid out")
    deposits_without: dict[Code, Amount] = Field(
        default_factory=dict, title="What a member may deposit in all before being verified, by currency"
    )
    withdrawals_without: dict[Code, Amount] = Field(
        default_factory=dict, title="Amount from which a withdrawal needs a verified member, by currency"
    )
    vendor_decides: bool = Field(
        default=False, title="A vendor's yes verifies at once; otherwise a person looks at it too"
    )
    player: Requirements = Field(
        default=(
            Requirement(
                code="identity",
                title="Proof of identity",
                why="The law asks us to know who plays here, and that they are old enough.",
                documents=(
                    DocumentKind.PASSPORT,
                    DocumentKind.IDENTITY_CARD,
                    DocumentKind.DRIVING_LICENCE,
                    DocumentKind.RESIDENCE_PERMIT,
                ),
                expires=True,
                numbered=True,
            ),
            Requirement(
                code="address",
                title="Proof of address",
                why="It shows where you live; not older than three months.",
                documents=(
                    DocumentKind.UTILITY_BILL,
                    DocumentKind.BANK_STATEMENT,
                    DocumentKind.TAX_LETTER,
                ),
                valid_months=36,
            ),
        ),
        title="What a player has to show",
    )
    operator: Requirements = Field(
        default=(
            Requirement(
                code="licence",
                title="Gaming licence",
                documents=(DocumentKind.GAMING_LICENCE,),
                expires=True,
                numbered=True,
            ),
            Requirement(
                code="identity",
                title="Identity of the responsible person",
                documents=(DocumentKind.PASSPORT, DocumentKind.IDENTITY_CARD),
                expires=True,
                numbered=True,
            ),
        ),
        title="What an operator has to show",
    )
    provider: Requirements = Field(
        default=(
            Requirement(
                code="registration",
                title="Company registration",
                documents=(DocumentKind.COMPANY_REGISTRATION,),
                numbered=True,
            ),
            Requirement(
                code="licence",
                title="Supplier licence",
                documents=(DocumentKind.GAMING_LICENCE,),
                expires=True,
                numbered=True,
            ),
            Requirement(
                code="rng_certificate",
                title="Certificate of the random number generator",
                documents=(DocumentKind.RNG_CERTIFICATE,),
                expires=True,
                valid_months=24,
            ),
        ),
        title="What a provider of games has to show",
    )

    def asked_of(self, subject: SubjectKind) -> tuple[Requirement, ...]:
        """The requirements of a kind of person."""
        match subject:
            case SubjectKind.PLAYER:
                return self.player
            case SubjectKind.OPERATOR:
                return self.operator
            case SubjectKind.PROVIDER:
                return self.provider


@dataclass(frozen=True, slots=True)
class Person:
    """What a person states about themselves, to be compared with the documents; sealed at rest.

    Attributes:
        full_name: as it stands on the document; of a company its registered name.
        birth_date: of a person.
        address: street and number, postal code, town.
        country: two-letter code.
    """

    full_name: str
    birth_date: date | None = None
    address: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One upload for one requirement.

    Attributes:
        id: of the document.
        case_id: of the case.
        requirement: the code of what it shows.
        kind: what it is said to be.
        version: 1 for the first upload for its requirement.
        status: where it stands.
        file_name: what the person's device called it; shown, never used as a name.
        type: what its content is, once it was looked at.
        size: bytes that are kept.
        digest: SHA-256 of what is kept, in hex.
        pages: of a PDF; 1 for a picture.
        number: the document's own number as the person typed it; sealed at rest.
        expires_on: the last day on which the document is valid.
        uploaded_by: who sent it.
        created_at: when its link was given.
        taken_at: when its content was accepted.
        link_until: when its upload link ends.
        refusal: why its content was refused.
    """

    id: DocumentId
    case_id: CaseId
    requirement: str
    kind: DocumentKind
    version: int
    status: DocumentStatus
    file_name: str
    number: str
    expires_on: date | None
    uploaded_by: str
    created_at: datetime
    link_until: datetime
    type: FileType | None = None
    size: int = 0
    digest: str = ""
    pages: int = 0
    taken_at: datetime | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The check of one person or company.

    Attributes:
        id: of the case.
        subject: whom it is about.
        member_id: the member, for players.
        subject_name: how staff call the operator or provider.
        status: where it stands.
        person: what was stated at the last submission.
        reviewer_id: who looks at it.
        reviewer: that person's name.
        submitted_at: the last time it was sent in.
        decided_at: when it was decided last.
        decided_by: who decided.
        method: how.
        reasons: of a rejection.
        text: what the reviewer said to the person.
        valid_until: the last day on which the decision holds; ``None`` for no end.
        vendor_applicant: under which id a vendor knows the person.
        vendor_said: the vendor's last verdict in our words, for the reviewer.
        vendor_said_at: the moment of it by the vendor's clock; older ones change nothing.
    """

    id: CaseId
    subject: SubjectKind
    member_id: MemberId | None
    subject_name: str
    status: KycStatus
    created_at: datetime
    updated_at: datetime
    person: Person | None = None
    reviewer_id: UUID | None = None
    reviewer: str = ""
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str = ""
    method: KycMethod | None = None
    reasons: tuple[RejectionReason, ...] = ()
    text: str = ""
    valid_until: date | None = None
    vendor_connection_id: KycConnectionId | None = None
    vendor_applicant: str = ""
    vendor_said: str = ""
    vendor_said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step of a case, as it was recorded."""

    id: UUID
    came_from: KycStatus
    status: KycStatus
    at: datetime
    by_kind: str
    by: str
    reasons: tuple[RejectionReason, ...]
    text: str
    method: KycMethod | None


@dataclass(frozen=True, slots=True)
class Twin:
    """Another case of this tenant that speaks of the same person.

    Attributes:
        case_id: the other case.
        member_id: its member, if it has one.
        name: the member's username, or how staff call the subject.
        status: where it stands.
        by: what is the same: ``person`` (name and birth date) or ``document`` (its number).
    """

    case_id: CaseId
    member_id: MemberId | None
    name: str
    status: KycStatus
    by: str


class VendorVerdict(Enum):
    """What a vendor says of an applicant, translated by its adapter.

    ``UNKNOWN`` is a word of the vendor that we do not know: a person decides.
    """

    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VendorReport:
    """What a vendor says of one applicant.

    Attributes:
        case_id: our id, as we gave it to the vendor.
        applicant: the vendor's id.
        verdict: in our words.
        vendor_status: in the vendor's, for people.
        said_at: by the vendor's clock; decides which of two reports is the newer.
        reasons: of a rejection, in our words.
        text: what the vendor adds for people.
    """

    case_id: str
    applicant: str
    verdict: VendorVerdict
    vendor_status: str
    said_at: datetime
    reasons: tuple[RejectionReason, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class VendorNotice:
    """A verified notice of a vendor: its id at this connection, and what it reports, if it does."""

    notice_id: str
    kind: str
    report: VendorReport | None


@dataclass(frozen=True, slots=True)
class Applicant:
    """What a vendor needs to know of a person."""

    case_id: CaseId
    person: Person
    notify_url: str


@dataclass(frozen=True, slots=True)
class HandedDocument:
    """A document as it is handed to a vendor."""

    id: DocumentId
    kind: DocumentKind
    country: str
    number: str
    expires_on: date | None
    type: FileType
    content: bytes


@dataclass(frozen=True, slots=True)
class KycConnection:
    """A tenant's account at a vendor; the credentials are sealed."""

    id: KycConnectionId
    vendor: str
    credentials: bytes
    is_active: bool
