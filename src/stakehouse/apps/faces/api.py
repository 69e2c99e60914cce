"""The player's, the staff's and the machines' faces as FastAPI applications.

Each has its own OpenAPI document, audience and limits. A domain contributes one router a face;
the tuples below are the whole table of contents.
"""

from functools import cache

from fastapi import APIRouter, FastAPI
from starlette.routing import BaseRoute

from stakehouse.apps.evidence import EVIDENCE
from stakehouse.apps.leaving import leaving
from stakehouse.domains.access import (
    RESET_KINDS,
    ApprovalKind,
    FourEyesSettings,
    StaffAccess,
    must_hold_factor,
)
from stakehouse.domains.access.http import player as access_player
from stakehouse.domains.access.http import staff as access_staff
from stakehouse.domains.compliance import (
    ADJUSTMENT,
    ERASURE,
    LOOSENING,
    RELEASE,
    RETURN,
    AdjustmentSettings,
    AmlSettings,
    HarmSettings,
    KycSettings,
    LimitSettings,
    SignificanceSettings,
    admit_sign_in,
    carry_out_adjustment,
    carry_out_erasure,
    carry_out_loosening,
    carry_out_release,
    carry_out_return,
    enrolment,
)
from stakehouse.domains.compliance.http import cases as aml_cases
from stakehouse.domains.compliance.http import deposit_prompt as compliance_prompt
from stakehouse.domains.compliance.http import erasure as compliance_erasure
from stakehouse.domains.compliance.http import harm as compliance_harm
from stakehouse.domains.compliance.http import kyc_machine, kyc_player, kyc_staff
from stakehouse.domains.compliance.http import monitoring as aml_monitoring
from stakehouse.domains.compliance.http import player as compliance_player
from stakehouse.domains.compliance.http import protections as compliance_protections
from stakehouse.domains.compliance.http import registers as compliance_registers
from stakehouse.domains.compliance.http import requests as compliance_requests
from stakehouse.domains.compliance.http import significant as compliance_significant
from stakehouse.domains.compliance.http import staff as compliance_staff
from stakehouse.domains.compliance.http import watchlists as aml_watchlists
from stakehouse.domains.console import CLOSING, carry_out_closing
from stakehouse.domains.console.http import staff as console_staff
from stakehouse.domains.games import GameSettings
from stakehouse.domains.games.http import player as games_player
from stakehouse.domains.games.http import records as games_records
from stakehouse.domains.games.http import staff as games_staff
from stakehouse.domains.identity import SessionAudience, SessionSettings, SignInLimits, TelegramSettings
from stakehouse.domains.identity.http import factors as identity_factors
from stakehouse.domains.identity.http import houses as identity_houses
from stakehouse.domains.identity.http import live_sessions as identity_sessions
from stakehouse.domains.identity.http import passwords as identity_passwords
from stakehouse.domains.identity.http import player as identity_player
from stakehouse.domains.identity.http import proofs as identity_proofs
from stakehouse.domains.identity.http import staff as identity_staff
from stakehouse.domains.identity.http import staff_telegram as identity_staff_telegram
from stakehouse.domains.jackpots.http import player as jackpots_player
from stakehouse.domains.jackpots.http import staff as jackpots_staff
from stakehouse.domains.ledger.http import player as ledger_player
from stakehouse.domains.ledger.http import staff as ledger_staff
from stakehouse.domains.payments import PaymentSettings
from stakehouse.domains.payments.http import machine as payments_machine
from stakehouse.domains.payments.http import player as payments_player
from stakehouse.domains.payments.http import staff as payments_staff
from stakehouse.domains.reporting.http import staff as reporting_staff
from stakehouse.domains.support import ComplaintSettings
from stakehouse.domains.support.http import player as support_player
from stakehouse.domains.support.http import staff as support_staff
from stakehouse.domains.tenancy import BrandingSettings, Settings
from stakehouse.domains.tenancy.http import branding as tenancy_branding
from stakehouse.domains.tenancy.http import hosts as tenancy_hosts
from stakehouse.domains.tenancy.http import player as tenancy_player
from stakehouse.domains.tenancy.http import staff as tenancy_staff
from stakehouse.infra.web import problems
from stakehouse.infra.web.context import Audience, Edge

VERSION = "1"

SETTINGS: tuple[type[Settings], ...] = (
    BrandingSettings,
    SignInLimits,
    SessionSettings,
    TelegramSettings,
    StaffAccess,
    LimitSettings,
    AdjustmentSettings,
    FourEyesSettings,
    AmlSettings,
    GameSettings,
    PaymentSettings,
    ComplaintSettings,
    KycSettings,
    HarmSettings,
    SignificanceSettings,
)
"""Every category of settings that a tenant can change."""

APPROVAL_KINDS: dict[str, ApprovalKind] = {
    RELEASE: ApprovalKind(RELEASE, "aml:freeze", carry_out_release),
    CLOSING: ApprovalKind(CLOSING, "tenants:manage", carry_out_closing),
    ADJUSTMENT: ApprovalKind(ADJUSTMENT, "ledger:adjust", carry_out_adjustment),
    ERASURE: ApprovalKind(ERASURE, "members:erase", carry_out_erasure),
    LOOSENING: ApprovalKind(LOOSENING, "members:manage", carry_out_loosening),
    RETURN: ApprovalKind(RETURN, "members:manage", carry_out_return),
    **{kind.kind: kind for kind in RESET_KINDS},
}
"""How each act that needs a second person is carried out, by its kind."""

PLAYER_ROUTERS: tuple[APIRouter, ...] = (
    tenancy_player.router,
    access_player.router,
    identity_player.router(admit_sign_in, leaving, enrolment),
    ledger_player.router,
    compliance_player.router,
    compliance_prompt.router,
    compliance_requests.player_router,
    kyc_player.router,
    games_player.lobby_router,
    games_player.router,
    jackpots_player.ticker_router,
    jackpots_player.router,
    payments_player.router,
    support_player.router,
)
STAFF_ROUTERS: tuple[APIRouter, ...] = (
    access_staff.router(APPROVAL_KINDS),
    identity_proofs.router(SessionAudience.STAFF, access_staff.finish_sign_in),
    identity_factors.router(SessionAudience.STAFF, must_hold_factor),
    identity_staff.router,
    identity_staff_telegram.router,
    identity_sessions.router(SessionAudience.STAFF),
    identity_passwords.router(SessionAudience.STAFF),
    identity_houses.router(SessionAudience.STAFF, access_staff.enter),
    tenancy_staff.router(SETTINGS),
    tenancy_hosts.router,
    tenancy_branding.router,
    ledger_staff.router,
    compliance_staff.router,
    aml_cases.router,
    aml_watchlists.router,
    aml_monitoring.router,
    compliance_erasure.router,
    kyc_staff.router,
    compliance_protections.router,
    compliance_registers.router,
    compliance_requests.router,
    compliance_harm.router,
    compliance_significant.router,
    games_staff.router,
    games_records.router,
    jackpots_staff.router,
    payments_staff.router,
    support_staff.router,
    reporting_staff.router(len(EVIDENCE)),
    console_staff.router,
)
MACHINE_ROUTERS: tuple[APIRouter, ...] = (payments_machine.router, kyc_machine.router)

TITLES = {
    Audience.PLAYER: "Stakehouse player API",
    Audience.STAFF: "Stakehouse staff API",
    Audience.MACHINE: "Stakehouse machine API",
}
PREFIXES = {
    Audience.PLAYER: "/api/player/v1",
    Audience.STAFF: "/api/staff/v1",
    Audience.MACHINE: "/api/machine/v1",
}
ROUTERS = {
    Audience.PLAYER: PLAYER_ROUTERS,
    Audience.STAFF: STAFF_ROUTERS,
    Audience.MACHINE: MACHINE_ROUTERS,
}


def face(audience: Audience, edge: Edge | None) -> FastAPI:
    """One face; without an edge it can only describe itself (schema export)."""
    app = FastAPI(
        title=TITLES[audience],
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        servers=[{"url": PREFIXES[audience]}],
        redirect_slashes=False,
    )
    problems.install(app)
    app.router.routes += _routes(audience)
    app.state.edge = edge
    return app


@cache
def _routes(audience: Audience) -> list[BaseRoute]:
    """The routes of a face, shared by all applications of a process: they hold nothing of any.

    What they take and answer is worked out at the first request to each router, and not again for the
    next application.
    """
    whole = APIRouter()
    for router in ROUTERS[audience]:
        whole.include_router(router)
    return whole.routes
