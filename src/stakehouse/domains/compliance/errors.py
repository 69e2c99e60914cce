"""The refusals compliance can give."""

from typing import ClassVar

from stakehouse.infra.tx import Traced
from stakehouse.kernel.errors import Kind, Refusal


class Excluded(Refusal):
    """A time-out or self-exclusion keeps the member from playing and depositing."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class SignInExcluded(Traced, Excluded):
    """The same protection at the door: no sign-in while it lasts. The try is recorded."""

    kind: ClassVar[Kind] = Kind.LOCKED


# One word for one protection, wherever it is met; the class name would have made it another.
SignInExcluded.code = Excluded.code
SignInExcluded.title = Excluded.title


class ExclusionRequestNotFound(Refusal):
    """No request of that id in this tenant."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class RequestDecided(Refusal):
    """The request was decided before."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class RegisterSilent(Traced):
    """The national register of exclusions gave no usable answer, so nobody comes in."""

    kind: ClassVar[Kind] = Kind.UNAVAILABLE


class OnRegister(Traced):
    """The national register says that the person has excluded themselves: no account is opened."""

    kind: ClassVar[Kind] = Kind.LOCKED


class RegisterDetailsMissing(Traced):
    """The register cannot be asked before the member has stated name and postcode."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class RegisterUnavailable(Refusal):
    """The register gave no usable answer."""

    kind: ClassVar[Kind] = Kind.UNAVAILABLE


class RegisterKeyRefused(Refusal):
    """The register does not accept the key."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class UnknownRegister(Refusal):
    """No adapter of this name."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class RegisterNotConnected(Refusal):
    """The house has no connection to this register."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class RegisterAddressRefused(Refusal):
    """The address is none that the house talks to."""

    kind: ClassVar[Kind] = Kind.INVALID


class LimitReached(Refusal):
    """A limit of the member's own would be passed."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class RealityCheckDue(Refusal):
    """Play stops until the member has said whether to go on."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class InvalidInterval(Refusal):
    """A reality check is asked for within the band of the house."""

    kind: ClassVar[Kind] = Kind.INVALID


class InvalidLimit(Refusal):
    """Minutes bound session time and amounts bound money; a session bounds time only."""

    kind: ClassVar[Kind] = Kind.INVALID


class DepositLimitUnanswered(Refusal):
    """The law has the house ask for a deposit limit, and the member has not answered yet."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class DepositLimitNotAsked(Refusal):
    """Nothing is asked: the law does not want it, or the member has answered."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class DepositLimitRequired(Refusal):
    """Under this law nobody deposits without a limit."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class LimitOfHouse(Refusal):
    """Staff tightened the limit; two of them must agree before it is loosened."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class ExclusionInForce(Traced):
    """The term is not over; nobody ends it early. The try is recorded."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class NotExcluded(Refusal):
    """Nothing keeps the member out that could be returned from."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class InvalidTicket(Refusal):
    """Wrong, used or too old; sign in again for another one."""

    kind: ClassVar[Kind] = Kind.UNAUTHENTICATED


class NoPendingChange(Refusal):
    """The limit has no change that waits."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class CoolingOff(Refusal):
    """A raise or removal was confirmed before its waiting time is over."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class InvalidTimeOut(Refusal):
    """A time-out lasts one to forty-two days."""

    kind: ClassVar[Kind] = Kind.INVALID


class AlreadyExcluded(Refusal):
    """A protection at least as long is in force; it is never shortened."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class WatchlistNotFound(Refusal):
    """No list, or no version of it, of that id that the tenant may know of."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class WatchlistNotReady(Refusal):
    """Only a version that is loaded can be put in force."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class CaseNotFound(Refusal):
    """No case of that id in this tenant."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class CaseClosed(Refusal):
    """The case is closed; nothing is added to it any more."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class WrongFinding(Refusal):
    """The finding contradicts what was decided about the hits."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class OwnCase(Refusal):
    """Nobody works on a case about themselves."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class AccountFrozen(Refusal):
    """The account is frozen; it is released by a second person only."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class NotFrozen(Refusal):
    """The account is not frozen."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class RuleNotFound(Refusal):
    """No monitoring rule of that id in this tenant."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class RuleChangedMeanwhile(Refusal):
    """Somebody else changed the rule after it was read."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class InvalidParameters(Refusal):
    """The parameters do not fit the kind of the rule."""

    kind: ClassVar[Kind] = Kind.INVALID


class OwnAccount(Refusal):
    """Nobody adjusts, or lets somebody adjust, their own balance."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class KycRequired(Refusal):
    """The act needs a member whose identity was checked."""

    kind: ClassVar[Kind] = Kind.FORBIDDEN


class KycCaseNotFound(Refusal):
    """No identity check of that id in this tenant."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class KycDocumentNotFound(Refusal):
    """No document of that id that the asker may see."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class UnknownRequirement(Refusal):
    """Nothing of that name is asked, or not this kind of document."""

    kind: ClassVar[Kind] = Kind.INVALID


class FileRefused(Refusal):
    """The file is not what is taken here."""

    kind: ClassVar[Kind] = Kind.INVALID


class FileInfected(FileRefused):
    """The scanner found a known danger in it."""


class UploadMissing(Refusal):
    """Nothing came under the upload link yet."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class TooManyUploads(Refusal):
    """So many uploads in a day are not needed by anybody."""

    kind: ClassVar[Kind] = Kind.TOO_MANY


class WrongKycState(Refusal):
    """The identity check stands where this cannot be done."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class DocumentsMissing(Refusal):
    """Something that is asked was not shown yet."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class DocumentDatePassed(Refusal):
    """The document is not valid any more."""

    kind: ClassVar[Kind] = Kind.INVALID


class DocumentDetailMissing(Refusal):
    """The document's number or date is asked too."""

    kind: ClassVar[Kind] = Kind.INVALID


class ReasonMissing(Refusal):
    """A rejection tells the person what to do."""

    kind: ClassVar[Kind] = Kind.INVALID


class TakenByAnother(Refusal):
    """Another reviewer looks at it."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class VendorUnavailable(Refusal):
    """The vendor gave no usable answer; what it did is unknown."""

    kind: ClassVar[Kind] = Kind.UNAVAILABLE


class VendorRefused(Refusal):
    """The vendor said a definite no; nothing happened there."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class VendorSignatureRefused(Refusal):
    """The notice was not signed by the vendor for this connection."""

    kind: ClassVar[Kind] = Kind.UNAUTHENTICATED


class KycConnectionNotFound(Refusal):
    """No connection has this address."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class KycNoticeTooLarge(Refusal):
    """The notice is larger than any that a vendor sends."""

    kind: ClassVar[Kind] = Kind.INVALID


class NotEnteredByHand(Refusal):
    """The register takes such events in by itself."""

    kind: ClassVar[Kind] = Kind.INVALID


class InvalidMoment(Refusal):
    """A moment that cannot be."""

    kind: ClassVar[Kind] = Kind.INVALID


class HarmCaseNotFound(Refusal):
    """No such case in this tenant."""

    kind: ClassVar[Kind] = Kind.NOT_FOUND


class HarmCaseClosed(Refusal):
    """The case is closed; its contacts stand."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class HarmCaseTaken(Refusal):
    """Somebody else has taken the case."""

    kind: ClassVar[Kind] = Kind.CONFLICT


class TooFast(Refusal):
    """The member's last bet at this kind of game is not long enough ago."""

    kind: ClassVar[Kind] = Kind.TOO_MANY


class ParallelPlay(Refusal):
    """Another slot game is being played; the law allows one at a time."""

    kind: ClassVar[Kind] = Kind.TOO_MANY
