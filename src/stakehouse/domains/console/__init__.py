"""The console: what the platform's own staff do with tenants.

Owns the invitations of owners; otherwise it leads: tenancy keeps the tenants, access their roles, ledger,
play and payments say what is left in a house that shall close. Promises: a house closes only when it is
suspended, nothing in it is under way, and a second person of the platform has seen what is still owed.
"""

from stakehouse.domains.console.errors import (
    ClosingAsked,
    HouseNotReady,
    InvitationOver,
    SlugTaken,
    WrongStatus,
)
from stakehouse.domains.console.service import (
    CLOSING,
    INVITATION,
    accept_invitation,
    carry_out_closing,
    house,
    houses,
    open_house,
    reinstate,
    request_closing,
    suspend,
    switch_features,
    waiting_closing,
)
from stakehouse.domains.console.types import House, HouseStepKind, NewHouse, Remains, Step

__all__ = [
    "CLOSING",
    "INVITATION",
    "ClosingAsked",
    "House",
    "HouseNotReady",
    "HouseStepKind",
    "InvitationOver",
    "NewHouse",
    "Remains",
    "SlugTaken",
    "Step",
    "WrongStatus",
    "accept_invitation",
    "carry_out_closing",
    "house",
    "houses",
    "open_house",
    "reinstate",
    "request_closing",
    "suspend",
    "switch_features",
    "waiting_closing",
]
