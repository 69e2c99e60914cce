"""The settings of a tenant, for its staff."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter
from pydantic import Field, ValidationError

from stakehouse.domains.tenancy import service
from stakehouse.domains.tenancy.errors import ColourRefused, LogoRefused, SettingChangedMeanwhile
from stakehouse.domains.tenancy.service import branding
from stakehouse.domains.tenancy.types import BrandingSettings, Jurisdiction, Rules, Settings
from stakehouse.infra.tx import Tx
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, ListAnswer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import Invalid, NotFound

# Any: settings travel as JSON whose fields the schema beside them describes.
Value = dict[str, Any]


class SettingAnswer(Answer):
    """A category of settings, with the JSON Schema of its value."""

    category: str
    title: str
    version: int
    value: Value
    value_schema: Value


class SettingVersionAnswer(Answer):
    """An earlier state of a category."""

    version: int
    value: Value
    changed_by: str
    reason: str
    created_at: Moment


class SettingChange(Request):
    """New values: the whole category, and the version they were made from."""

    version: int = Field(ge=0, le=2**31 - 2)
    value: Value
    reason: Reason


class RuleAnswer(Answer):
    """One rule of the tenant's law.

    Attributes:
        rule: its name.
        value: as the house obeys it; null where nothing is limited.
        strictest: what would hold if nobody knew the law.
        source: the clause that demands it; empty where the profile does not say.
        is_stated: whether the profile states it; otherwise it is the strictest of all profiles.
    """

    rule: str
    title: str
    explanation: str
    value: Any
    strictest: Any
    source: str
    is_stated: bool


class JurisdictionAnswer(Answer):
    """The law a tenant is under.

    Attributes:
        wanted: the authority or country that the tenant named.
        is_known: whether there is a profile of it; otherwise the strictest of all profiles holds.
        version: of the profile; 0 where there is none.
        known: codes of all profiles.
    """

    wanted: str
    code: str
    name: str
    authority: str
    is_known: bool
    version: int
    effective_from: date | None
    rules: list[RuleAnswer]
    known: list[str]


def router(categories: Sequence[type[Settings]]) -> APIRouter:
    """The routes over the categories that the house knows."""
    known = {category.category: category for category in categories}
    routes = APIRouter(prefix="/settings", tags=["tenancy"])

    def find(category: str) -> type[Settings]:
        found = known.get(category)
        if found is None:
            raise NotFound("There are no settings of that name.")
        return found

    @routes.get("", dependencies=[staff("settings:view")])
    async def list_settings(tx: UnitOfWork) -> ListAnswer[SettingAnswer]:
        """All categories with their present values."""
        return ListAnswer(items=[await _answer(tx, category) for category in categories])

    @routes.get("/jurisdiction", dependencies=[staff("settings:view")])
    async def get_jurisdiction(tx: UnitOfWork) -> JurisdictionAnswer:
        """The law the tenant is under, rule by rule, with the clause of each; nobody edits it here."""
        tenant = await service.profile(tx)
        return _law(tenant.jurisdiction, service.jurisdiction_of(tenant))

    @routes.get("/{category}", dependencies=[staff("settings:view")], responses=refuses(NotFound))
    async def get_setting(category: str, tx: UnitOfWork) -> SettingAnswer:
        """One category."""
        return await _answer(tx, find(category))

    @routes.get("/{category}/history", dependencies=[staff("settings:view")], responses=refuses(NotFound))
    async def get_history(category: str, tx: UnitOfWork) -> ListAnswer[SettingVersionAnswer]:
        """The last hundred changes of a category, newest first."""
        versions = await service.setting_history(tx, find(category).category)
        return ListAnswer(
            items=[
                SettingVersionAnswer(
                    version=version.version,
                    value=dict(version.value),
                    changed_by=version.changed_by_name,
                    reason=version.reason,
                    created_at=version.created_at,
                )
                for version in versions
            ]
        )

    @routes.put(
        "/{category}",
        dependencies=[staff("settings:edit")],
        responses=refuses(NotFound, SettingChangedMeanwhile, Invalid, ColourRefused, LogoRefused),
    )
    async def put_setting(category: str, change: SettingChange, tx: UnitOfWork) -> SettingAnswer:
        """Changes a category; refused if somebody changed it since it was read."""
        shape = find(category)
        value = _parse(shape, change.value)
        if isinstance(value, BrandingSettings):
            await branding.change_branding(tx, value, after=change.version, reason=change.reason)
        else:
            await service.change_setting(tx, value, after=change.version, reason=change.reason)
        return await _answer(tx, shape)

    return routes


def _parse(shape: type[Settings], value: Value) -> Settings:
    unknown = sorted(set(value) - set(shape.model_fields))
    if unknown:
        raise Invalid(f"There is no field {unknown[0]} in these settings.", field=f"value.{unknown[0]}")
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{place}: {first['msg']}.", field=f"value.{place}") from error


async def _answer(tx: Tx, shape: type[Settings]) -> SettingAnswer:
    value: Settings
    if shape is BrandingSettings:
        value, version = await branding.branding_now(tx)
    else:
        value, version = await service.setting_now(tx, shape)
    return SettingAnswer(
        category=shape.category,
        title=shape.title,
        version=version,
        value=value.model_dump(mode="json"),
        value_schema=shape.model_json_schema(),
    )


def _law(wanted: str, law: Jurisdiction) -> JurisdictionAnswer:
    values = law.rules.model_dump(mode="json")
    strictest = service.strictest_jurisdiction().rules.model_dump(mode="json")
    return JurisdictionAnswer(
        wanted=wanted,
        code=law.code,
        name=law.name,
        authority=law.authority,
        is_known=law.is_known,
        version=law.version,
        effective_from=law.effective_from,
        rules=[
            RuleAnswer(
                rule=name,
                title=field.title or name,
                explanation=field.description or "",
                value=values[name],
                strictest=strictest[name],
                source=law.sources.get(name, ""),
                is_stated=name not in law.left_out,
            )
            for name, field in Rules.model_fields.items()
        ],
        known=[one.code for one in service.shipped_jurisdictions()],
    )
