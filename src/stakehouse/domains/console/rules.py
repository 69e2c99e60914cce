"""What a new house has to be, and what happened to one since: read from its trail and its closings."""

import re
from collections.abc import Iterable, Iterator

from stakehouse.domains.access import Approval, ApprovalStatus, AuditRow
from stakehouse.domains.console.types import HouseStepKind, NewHouse, Step
from stakehouse.domains.tenancy import Features, TenantStatus
from stakehouse.kernel.errors import Invalid

SLUG = r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$"
LANGUAGE = r"^[a-z]{2}$"
CURRENCY = r"^[A-Z][A-Z0-9]{2,7}$"
EMAIL = r"^[^@\s]{1,64}@[^@\s]{1,189}$"
SCALE_MAX = 8
NAME_LETTERS = 80
LAW_LETTERS = 20

RESERVED_SLUGS = frozenset({"platform", "www", "api", "admin", "backoffice"})

_SINGULAR = {
    "slug": "short name",
    "languages": "language",
    "currencies": "currency",
    "support_email": "mail address",
    "owner_email": "mail address",
    "owner_name": "name of an owner",
    "jurisdiction": "law",
}
_MOVED = {
    TenantStatus.ACTIVE.value: HouseStepKind.REINSTATED,
    TenantStatus.SUSPENDED.value: HouseStepKind.SUSPENDED,
}
_DECIDED = {
    ApprovalStatus.APPROVED: HouseStepKind.CLOSED,
    ApprovalStatus.REJECTED: HouseStepKind.CLOSING_REJECTED,
    ApprovalStatus.WITHDRAWN: HouseStepKind.CLOSING_WITHDRAWN,
}


def check_new(new: NewHouse) -> None:
    """Lets a house pass that can be opened, whoever asks and by whatever way.

    Raises:
        Invalid: a name, code, address or number makes no sense, or belongs to the platform.
    """
    for field, pattern, values in (
        ("slug", SLUG, (new.slug,)),
        ("languages", LANGUAGE, new.languages),
        ("currencies", CURRENCY, tuple(currency.code for currency in new.currencies)),
        ("support_email", EMAIL, (new.support_email,)),
        ("owner_email", EMAIL, (new.owner_email,)),
        ("name", rf"^\S.{{0,{NAME_LETTERS - 1}}}$", (new.name,)),
        ("owner_name", rf"^\S.{{0,{NAME_LETTERS - 1}}}$", (new.owner_name,)),
        ("jurisdiction", rf"^\S.{{1,{LAW_LETTERS - 1}}}$", (new.jurisdiction,)),
    ):
        for value in values or ("",):
            if re.fullmatch(pattern, value) is None:
                raise Invalid(f"{value!r} is no {_SINGULAR.get(field, field)} of a house.", field=field)
    if new.slug in RESERVED_SLUGS or "localhost" in new.slug:
        raise Invalid(f"The name {new.slug} belongs to the platform.", field="slug")
    if not new.features.gaming and not new.features.loyalty:
        raise Invalid("A house runs games, a loyalty programme, or both.", field="gaming")
    if any(not 0 <= currency.scale <= SCALE_MAX for currency in new.currencies):
        raise Invalid(f"A currency has at most {SCALE_MAX} decimals.", field="currencies")
    for field, named in (
        ("languages", new.languages),
        ("currencies", tuple(currency.code for currency in new.currencies)),
    ):
        if len(set(named)) < len(named):
            raise Invalid(f"One of the {field} is named twice.", field=field)


def history(trail: Iterable[AuditRow], closings: Iterable[Approval]) -> tuple[Step, ...]:
    """What happened to a house, newest first."""
    steps = [step for row in trail for step in _of_row(row)]
    steps += [step for closing in closings for step in _of_closing(closing)]
    return tuple(sorted(steps, key=lambda step: step.at, reverse=True))


def _of_row(row: AuditRow) -> Iterator[Step]:
    after = row.after or {}
    if row.action == "tenant.opened":
        yield Step(row.at, HouseStepKind.OPENED, row.actor_name, row.reason)
    elif row.action == "tenant.features_switched":
        runs = Features(gaming=bool(after.get("gaming")), loyalty=bool(after.get("loyalty")))
        yield Step(row.at, HouseStepKind.SWITCHED, row.actor_name, row.reason, runs)
    elif row.action == "tenant.status_changed":
        kind = _MOVED.get(str(after.get("status")))
        # That it closed is told by the request that two people agreed on.
        if kind is not None:
            yield Step(row.at, kind, row.actor_name, row.reason)


def _of_closing(closing: Approval) -> Iterator[Step]:
    yield Step(closing.created_at, HouseStepKind.CLOSING_ASKED, closing.maker, closing.reason)
    if closing.status is ApprovalStatus.EXPIRED:
        yield Step(closing.expires_at, HouseStepKind.CLOSING_EXPIRED, "")
    elif closing.decided_at is not None:
        kind = _DECIDED[closing.status]
        yield Step(closing.decided_at, kind, closing.decider, closing.decision_reason)
