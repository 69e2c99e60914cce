"""Monitoring rules at the staff's face: as they are, as they were, and what one would raise."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from stakehouse.domains.compliance.errors import InvalidParameters, RuleChangedMeanwhile, RuleNotFound
from stakehouse.domains.compliance.rules.cases import Severity
from stakehouse.domains.compliance.rules.monitoring import SHAPES, Rule, RuleKind
from stakehouse.domains.compliance.service import monitoring
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork

SHOWN = 200

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=100)]
# Any: each kind has parameters of its own, described by its schema and checked against it.
Given = dict[str, Any]


class RuleOut(Answer):
    """A rule in its present version."""

    id: UUID
    kind: RuleKind
    title: str
    is_on: bool
    severity: Severity
    is_blocking: Annotated[bool, Field(description="Withdrawals wait until its cases are closed.")]
    parameters: Given
    version: int


class MonitoringKindOut(Answer):
    """A kind of rule, with the JSON schema of its parameters."""

    kind: RuleKind
    description: str
    parameters: Given


class RulesOut(Answer):
    """All rules of the tenant and all kinds there are."""

    rules: list[RuleOut]
    kinds: list[MonitoringKindOut]


class RuleVersionOut(Answer):
    """A rule as it was once."""

    version: int
    title: str
    is_on: bool
    severity: str
    is_blocking: bool
    parameters: Given
    reason: str
    changed_at: Moment
    changed_by: str


class RuleBody(Request):
    """A rule as it shall be."""

    title: Title
    is_on: bool
    severity: Severity
    is_blocking: bool
    parameters: Given
    reason: Reason


class NewRuleBody(RuleBody):
    """A new rule."""

    kind: RuleKind


class ChangeRuleBody(RuleBody):
    """A change of the version that was read."""

    version: Annotated[int, Field(ge=1)]


class DryRunBody(Request):
    """A rule, saved or not, and how far back it is tried."""

    kind: RuleKind
    parameters: Given
    days: Annotated[int, Field(ge=1, le=90)] = 30


class WouldRaiseOut(Answer):
    """An observation that the rule would have raised."""

    member_id: UUID
    username: str
    at: Moment
    reason: str


class DryRunOut(Answer):
    """What a rule would have raised; nothing was."""

    days: int
    payments: int
    is_cut: Annotated[bool, Field(description="There were more payments than are looked at.")]
    alerts: int
    members: int
    found: list[WouldRaiseOut]


router = APIRouter(prefix="/monitoring-rules", tags=["aml"])


@router.get("", dependencies=[staff("aml:view")])
async def list_rules(tx: UnitOfWork) -> RulesOut:
    """All rules, and the kinds there are with their parameters."""
    return RulesOut(
        rules=[_rule_out(rule) for rule in await monitoring.monitoring_rules(tx)],
        kinds=[
            MonitoringKindOut(
                kind=kind, description=shape.__doc__ or "", parameters=shape.model_json_schema()
            )
            for kind, shape in SHAPES.items()
        ],
    )


@router.post("", status_code=201, dependencies=[staff("aml:configure")], responses=refuses(InvalidParameters))
async def add_rule(body: NewRuleBody, tx: UnitOfWork) -> RuleOut:
    """Adds a rule."""
    rule = await monitoring.add_rule(
        tx,
        body.kind,
        title=body.title,
        is_on=body.is_on,
        severity=body.severity,
        is_blocking=body.is_blocking,
        parameters=body.parameters,
        reason=body.reason,
    )
    return _rule_out(rule)


@router.post("/dry-run", dependencies=[staff("aml:view")], responses=refuses(InvalidParameters))
async def dry_run(body: DryRunBody, tx: UnitOfWork) -> DryRunOut:
    """Says what a rule would have raised over the last days; raises nothing."""
    tried = await monitoring.dry_run(tx, body.kind, body.parameters, body.days)
    return DryRunOut(
        days=tried.days,
        payments=tried.payments,
        is_cut=tried.is_cut,
        alerts=len(tried.found),
        members=len({each.member.member_id for each in tried.found}),
        found=[
            WouldRaiseOut(
                member_id=each.member.member_id,
                username=each.member.username,
                at=each.alert.at,
                reason=each.alert.reason,
            )
            for each in tried.found[:SHOWN]
        ],
    )


@router.put(
    "/{rule_id}",
    dependencies=[staff("aml:configure")],
    responses=refuses(RuleNotFound, RuleChangedMeanwhile, InvalidParameters),
)
async def change_rule(rule_id: UUID, body: ChangeRuleBody, tx: UnitOfWork) -> RuleOut:
    """Changes a rule; what it raised before stays."""
    rule = await monitoring.change_rule(
        tx,
        rule_id,
        title=body.title,
        is_on=body.is_on,
        severity=body.severity,
        is_blocking=body.is_blocking,
        parameters=body.parameters,
        after=body.version,
        reason=body.reason,
    )
    return _rule_out(rule)


@router.get("/{rule_id}/versions", dependencies=[staff("aml:view")], responses=refuses(RuleNotFound))
async def list_versions(rule_id: UUID, tx: UnitOfWork) -> ListAnswer[RuleVersionOut]:
    """A rule as it was, the newest version first."""
    return ListAnswer(
        items=[
            RuleVersionOut(
                version=each.version,
                title=each.title,
                is_on=each.is_on,
                severity=each.severity,
                is_blocking=each.is_blocking,
                parameters=each.parameters,
                reason=each.reason,
                changed_at=each.changed_at,
                changed_by=each.changed_by,
            )
            for each in await monitoring.rule_versions(tx, rule_id)
        ]
    )


def _rule_out(rule: Rule) -> RuleOut:
    return RuleOut(
        id=rule.id,
        kind=rule.kind,
        title=rule.title,
        is_on=rule.is_on,
        severity=rule.severity,
        is_blocking=rule.is_blocking,
        parameters=rule.parameters.model_dump(mode="json"),
        version=rule.version,
    )
