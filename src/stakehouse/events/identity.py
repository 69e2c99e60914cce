"""What identity announces. No address of a person is in a fact: who needs one asks identity."""

from uuid import UUID

from typing_extensions import override

from stakehouse.kernel.fact import Fact


class MemberRegistered(Fact, frozen=True, kw_only=True):
    """A person confirmed the address and is a member of the tenant from now on.

    Attributes:
        member_id: of the new member.
        user_id: the person behind it.
        country: two-letter code.
        currency: of the member's first wallet.
        locale: language of screens and mails.
        referral_code: given at registration, if one was.
    """

    domain = "identity"
    name = "member.registered"

    member_id: UUID
    user_id: UUID
    country: str
    currency: str
    locale: str
    referral_code: str | None

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberSignedIn(Fact, frozen=True, kw_only=True):
    """A member signed in.

    Attributes:
        member_id: of the member.
        session_id: of the session that began.
        methods: how they proved themselves (``pwd``, ``otp``, …).
    """

    domain = "identity"
    name = "member.signed_in"

    member_id: UUID
    session_id: UUID
    methods: tuple[str, ...]

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberStandingChanged(Fact, frozen=True, kw_only=True):
    """A member was suspended, closed or made active again.

    Attributes:
        member_id: of the member.
        standing: the new one: ``active``, ``suspended`` or ``closed``.
        reason: why.
    """

    domain = "identity"
    name = "member.standing_changed"

    member_id: UUID
    standing: str
    reason: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberKycChanged(Fact, frozen=True, kw_only=True):
    """What is known of a member's identity changed.

    Attributes:
        member_id: of the member.
        kyc_status: the new state.
    """

    domain = "identity"
    name = "member.kyc_changed"

    member_id: UUID
    kyc_status: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberDetailsChanged(Fact, frozen=True, kw_only=True):
    """A member's name, birth date or country changed; who needs them asks identity.

    Attributes:
        member_id: of the member.
    """

    domain = "identity"
    name = "member.details_changed"

    member_id: UUID

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class RefreshTokenReused(Fact, frozen=True, kw_only=True):
    """A refresh token that was spent came back: two hold it, so its session was ended.

    Attributes:
        user_id: whose session it was.
        session_id: the session.
        address: the network address it came back from.
    """

    domain = "identity"
    name = "session.token_reused"

    user_id: UUID
    session_id: UUID
    address: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class PasswordChanged(Fact, frozen=True, kw_only=True):
    """A person has another password.

    Attributes:
        user_id: whose it is.
        how: ``changed`` by the person signed in, or ``reset`` by a code.
    """

    domain = "identity"
    name = "user.password_changed"

    user_id: UUID
    how: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class EmailChanged(Fact, frozen=True, kw_only=True):
    """A person signs in with another address from now on.

    Attributes:
        user_id: the person.
    """

    domain = "identity"
    name = "user.email_changed"

    user_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class TelegramLinked(Fact, frozen=True, kw_only=True):
    """A person signs in by Telegram from now on.

    Attributes:
        user_id: the person.
    """

    domain = "identity"
    name = "telegram.linked"

    user_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class TelegramUnlinked(Fact, frozen=True, kw_only=True):
    """A person no longer signs in by Telegram.

    Attributes:
        user_id: the person.
    """

    domain = "identity"
    name = "telegram.unlinked"

    user_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class DataExported(Fact, frozen=True, kw_only=True):
    """An archive of a member's personal data is ready for the member.

    Attributes:
        member_id: whose data.
        export_id: of the archive.
    """

    domain = "identity"
    name = "member.data_exported"

    member_id: UUID
    export_id: UUID

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class MemberErased(Fact, frozen=True, kw_only=True):
    """A member's personal data were erased; whoever keeps some erases them too.

    Attributes:
        member_id: of the member.
        pseudonym: under which the rest stays.
    """

    domain = "identity"
    name = "member.erased"

    member_id: UUID
    pseudonym: str

    @override
    def key(self) -> str:
        return f"member:{self.member_id}"


class FactorAdded(Fact, frozen=True, kw_only=True):
    """A person set up a second factor.

    Attributes:
        user_id: the person.
        method: which: ``totp``, ``sms``, ``email`` or ``passkey``.
    """

    domain = "identity"
    name = "factor.added"

    user_id: UUID
    method: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class FactorRemoved(Fact, frozen=True, kw_only=True):
    """A person took a second factor away.

    Attributes:
        user_id: the person.
        method: which: ``totp``, ``sms``, ``email`` or ``passkey``.
    """

    domain = "identity"
    name = "factor.removed"

    user_id: UUID
    method: str

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class FactorsReset(Fact, frozen=True, kw_only=True):
    """All second factors of a person who lost them were taken away by two of the staff.

    Attributes:
        user_id: the person.
        factors: how many there were.
    """

    domain = "identity"
    name = "factors.reset"

    user_id: UUID
    factors: int

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class RecoveryCodeUsed(Fact, frozen=True, kw_only=True):
    """A recovery code proved a person.

    Attributes:
        user_id: the person.
        left: codes that are not used yet.
    """

    domain = "identity"
    name = "recovery_code.used"

    user_id: UUID
    left: int

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"


class PasskeyDistrusted(Fact, frozen=True, kw_only=True):
    """The counter of a passkey went back: somebody may hold a copy, so it proves nothing any more.

    Attributes:
        user_id: the person.
        passkey_id: the passkey.
    """

    domain = "identity"
    name = "passkey.distrusted"

    user_id: UUID
    passkey_id: UUID

    @override
    def key(self) -> str:
        return f"user:{self.user_id}"
