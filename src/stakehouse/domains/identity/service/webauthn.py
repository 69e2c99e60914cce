"""What browsers and passkeys say to each other (WebAuthn), made and checked by the library."""

from binascii import Error as NotBase64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

import webauthn
from webauthn.helpers import base64url_to_bytes, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    CredentialDeviceType,
    PublicKeyCredentialCreationOptions,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRequestOptions,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.types import Passkey, Site
from stakehouse.kernel.ids import UserId

TIMEOUT_MS = int(rules.PASSKEY_CHALLENGE_LIFETIME.total_seconds() * 1000)

# What the library may make of an answer that is no answer.
_MALFORMED = (WebAuthnException, NotBase64, ValueError, TypeError, KeyError, AttributeError)


@dataclass(frozen=True, slots=True)
class Registered:
    """A new credential that was checked."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    is_synced: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was checked: the counter that came with it."""

    sign_count: int


def takes_passkeys(site: Site) -> bool:
    """Whether a browser lets passkeys be made for the site: it must have a name, not only an address."""
    try:
        ip_address(site.rp_id)
    except ValueError:
        return bool(site.rp_id)
    return False


def registration_options(
    site: Site, user_id: UserId, *, account: str, house: str, known: Sequence[Passkey], challenge: bytes
) -> dict[str, object]:
    """What the browser needs to make a passkey."""
    options = webauthn.generate_registration_options(
        rp_id=site.rp_id,
        rp_name=house,
        user_id=user_id.bytes,
        user_name=account,
        user_display_name=account,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=[_descriptor(passkey) for passkey in known],
    )
    return _plain(options)


def authentication_options(
    site: Site, *, known: Sequence[Passkey], challenge: bytes, is_verified: bool
) -> dict[str, object]:
    """What the browser needs to ask a passkey; without known ones it offers those it has itself."""
    options = webauthn.generate_authentication_options(
        rp_id=site.rp_id,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        allow_credentials=[_descriptor(passkey) for passkey in known],
        user_verification=UserVerificationRequirement.REQUIRED
        if is_verified
        else UserVerificationRequirement.PREFERRED,
    )
    return _plain(options)


def registered(answer: Mapping[str, object], *, site: Site, challenge: bytes) -> Registered | None:
    """The credential that a browser made, if the answer stands up to the checks."""
    try:
        checked = webauthn.verify_registration_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
        )
    except _MALFORMED:
        return None
    return Registered(
        checked.credential_id,
        checked.credential_public_key,
        checked.sign_count,
        checked.credential_device_type is CredentialDeviceType.MULTI_DEVICE,
    )


def credential_id_in(answer: Mapping[str, object]) -> bytes | None:
    """Which credential an answer says it is of."""
    text = answer.get("id")
    if not isinstance(text, str):
        return None
    try:
        return base64url_to_bytes(text)
    except (NotBase64, ValueError):
        return None


def signed(
    answer: Mapping[str, object], passkey: Passkey, *, site: Site, challenge: bytes, is_verified: bool
) -> Signed | None:
    """The counter of a signature that stands up to the checks.

    The counter is judged by the caller: the library would judge it before the signature, and anybody
    could then have somebody else's passkey distrusted.
    """
    try:
        checked = webauthn.verify_authentication_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,
            require_user_verification=is_verified,
        )
    except _MALFORMED:
        return None
    return Signed(checked.new_sign_count)


def _descriptor(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    known = {transport.value for transport in AuthenticatorTransport}
    transports = [AuthenticatorTransport(name) for name in passkey.transports if name in known]
    return PublicKeyCredentialDescriptor(id=passkey.credential_id, transports=transports or None)


def _plain(
    options: PublicKeyCredentialCreationOptions | PublicKeyCredentialRequestOptions,
) -> dict[str, object]:
    return dict(options_to_json_dict(options))
