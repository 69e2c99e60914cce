"""Sandstop: a form with the person, a key in a header, the answer in headers.

The shape is that of the British scheme: first and last name, date of birth, e-mail, postcode and, if
known, the mobile number; ``X-Exclusion`` answers Y (on the register), N (not) or P (was, and is off).
"""

from urllib.parse import urlencode

import msgspec
from pydantic import BaseModel, ConfigDict, HttpUrl, SecretStr

from stakehouse.domains.compliance.errors import RegisterKeyRefused, RegisterUnavailable
from stakehouse.domains.compliance.types.registers import Listing, Sought, Told
from stakehouse.infra.http_client import HttpClient, OutgoingFault

OK, KEY_REFUSED = 200, frozenset({401, 403})
LISTINGS = {"Y": Listing.ON, "N": Listing.OFF, "P": Listing.FORMER}
REFERENCE_MAX = 100
NAME_MAX = 20
"""More letters of a name are not compared there."""


class Config(BaseModel):
    """What a house's connection to Sandstop holds.

    Attributes:
        base_url: where the API is.
        api_key: names the house and proves it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: HttpUrl
    api_key: SecretStr

    def sealed_form(self) -> bytes:
        """The configuration with its key, as the vault is to seal it."""
        return msgspec.json.encode(
            {"base_url": str(self.base_url), "api_key": self.api_key.get_secret_value()}
        )


class Sandstop:
    """One house's access to Sandstop."""

    def __init__(self, config: Config, http: HttpClient) -> None:
        """Keeps the key and the way out."""
        self._url = str(config.base_url).rstrip("/") + "/v2"
        self._key = config.api_key.get_secret_value()
        self._http = http

    async def ask(self, person: Sought) -> Told:
        """What the register says about a person."""
        form = {
            "firstName": person.first_name[:NAME_MAX],
            "lastName": person.last_name[:NAME_MAX],
            "dateOfBirth": person.birth_date.isoformat(),
            "email": person.email,
            "postcode": person.postcode.replace(" ", ""),
        }
        if person.phone:
            form["mobile"] = person.phone
        headers = {"content-type": "application/x-www-form-urlencoded", "x-api-key": self._key}
        try:
            # A person waits at the door: what got lost is not asked for again.
            answer = await self._http.request(
                "POST", self._url, headers=headers, content=urlencode(form).encode(), is_repeatable=False
            )
        except OutgoingFault as fault:
            raise RegisterUnavailable(f"The register gave no answer: {fault}.") from fault
        if answer.status in KEY_REFUSED:
            raise RegisterKeyRefused(f"The register refuses the key with {answer.status}.")
        if answer.status != OK:
            raise RegisterUnavailable(f"The register answered with {answer.status}.")
        listing = LISTINGS.get(answer.headers.get("x-exclusion", ""))
        reference = answer.headers.get("x-unique-id", "")
        if listing is None or not 0 < len(reference) <= REFERENCE_MAX:
            raise RegisterUnavailable("The register's answer cannot be read.")
        return Told(listing, reference)


def credentials(base_url: str, key: str) -> bytes:
    """What is sealed of a connection."""
    return Config.model_validate({"base_url": base_url, "api_key": key}).sealed_form()


def connect(credentials: bytes, http: HttpClient) -> Sandstop:
    """The access behind a connection's opened credentials."""
    return Sandstop(Config.model_validate_json(credentials), http)
