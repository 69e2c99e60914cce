"""The refusals of identity."""

from stakehouse.kernel.errors import Kind, Refusal


class InvalidCredentials(Refusal):
    """Address and password do not belong together; said of unknown addresses as well."""

    kind = Kind.UNAUTHENTICATED


class InvalidEmail(Refusal):
    """The text is not an e-mail address."""

    kind = Kind.INVALID


class TooYoung(Refusal):
    """Younger than the tenant may serve."""

    kind = Kind.INVALID


class CountryBlocked(Refusal):
    """The tenant may not serve people of this country."""

    kind = Kind.FORBIDDEN


class UnknownCountry(Refusal):
    """Not a country code of ISO 3166-1."""

    kind = Kind.INVALID


class DetailsRequired(Refusal):
    """The house asks a national register about everybody, and needs name and postcode for that."""

    kind = Kind.INVALID


class InvalidBirthDate(Refusal):
    """A date on which nobody alive was born."""

    kind = Kind.INVALID


class CommonPassword(Refusal):
    """One of the passwords that are tried first."""

    kind = Kind.INVALID


class UsernameTaken(Refusal):
    """Another member of the tenant bears the name."""

    kind = Kind.CONFLICT


class InvalidCode(Refusal):
    """Wrong, too old, tried too often, or never sent: the answer does not tell which."""

    kind = Kind.INVALID


class ChallengeOver(Refusal):
    """The challenge was answered, ran out of time or tries, or never was: the answer does not tell which."""

    kind = Kind.GONE


class MethodUnavailable(Refusal):
    """The person cannot prove themselves in this way."""

    kind = Kind.INVALID


class WrongPassword(Refusal):
    """The person who is signed in gave another password than theirs."""

    kind = Kind.FORBIDDEN


class PasswordNeeded(Refusal):
    """The act asks for a password, and the person has none yet."""


class SameEmail(Refusal):
    """The address is the person's already."""

    kind = Kind.INVALID


class FactorExists(Refusal):
    """This second factor is set up already."""

    kind = Kind.CONFLICT


class FactorNotFound(Refusal):
    """No such second factor is set up, or was begun."""

    kind = Kind.NOT_FOUND


class TelegramNotSetUp(Refusal):
    """The tenant has no bot, or does not offer this way."""

    kind = Kind.NOT_FOUND


class InvalidBotToken(Refusal):
    """Not of the form of a bot's token, or of another bot."""

    kind = Kind.INVALID


class TicketOver(Refusal):
    """Telegram vouched for the person too long ago."""

    kind = Kind.INVALID


class TelegramTaken(Refusal):
    """The account of Telegram, or the member, is linked to another."""


class TelegramNotLinked(Refusal):
    """The member has no link to Telegram."""

    kind = Kind.NOT_FOUND


class LastWayIn(Refusal):
    """The member could not sign in any more."""


class OnlyTheMember(Refusal):
    """The person themselves does this, and nobody who acts for them."""

    kind = Kind.FORBIDDEN


class CannotClose(Refusal):
    """Something has to go first; ``obstacles`` says what."""


class NotClosed(Refusal):
    """The account is open; it is closed before its data are erased."""


class AlreadyErased(Refusal):
    """Nothing personal is left."""


class ExportUnderWay(Refusal):
    """An archive is being built already."""


class ExportNotFound(Refusal):
    """No archive of that id is the caller's."""

    kind = Kind.NOT_FOUND


class ExportNotReady(Refusal):
    """The archive is still being built, could not be, or is no longer kept."""


class HouseNotFound(Refusal):
    """The caller is known in no other open house of that name."""

    kind = Kind.NOT_FOUND


class PassOver(Refusal):
    """The pass was used, is too old, or was made for another place."""

    kind = Kind.UNAUTHENTICATED


class SessionEnded(Refusal):
    """The session behind the token has ended."""

    kind = Kind.UNAUTHENTICATED


class SessionNotFound(Refusal):
    """No live session of that id belongs to the caller."""

    kind = Kind.NOT_FOUND


class MemberNotFound(Refusal):
    """No member of that id in this tenant."""

    kind = Kind.NOT_FOUND


class DetailsVerified(Refusal):
    """What was verified is changed with support, not by the member alone."""

    kind = Kind.CONFLICT


class MemberSuspended(Refusal):
    """The operator suspended the member."""

    kind = Kind.FORBIDDEN


class AccountClosed(Refusal):
    """The member's account is closed."""

    kind = Kind.FORBIDDEN


class AccountPending(Refusal):
    """Something the house must see first is missing."""

    kind = Kind.FORBIDDEN


class AccountLimited(Refusal):
    """The account may neither play nor deposit at present; what it holds can be paid out."""

    kind = Kind.FORBIDDEN


class WrongStanding(Refusal):
    """The member's present standing does not allow this change."""

    kind = Kind.CONFLICT


class InvalidPhone(Refusal):
    """Not a telephone that text messages reach."""

    kind = Kind.INVALID


class LastFactor(Refusal):
    """The person's work needs a second factor, and this is the last one."""

    kind = Kind.CONFLICT
