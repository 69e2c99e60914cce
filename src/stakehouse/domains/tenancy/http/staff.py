"""The settings of a tenant, for its staff."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from pydantic import Field, ValidationError

from stakehouse.domains.tenancy import service
from stakehouse.domains.tenancy.errors import SettingChangedMeanwhile
from stakehouse.domains.tenancy.types import Settings
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
        responses=refuses(NotFound, SettingChangedMeanwhile, Invalid),
    )
    async def put_setting(category: str, change: SettingChange, tx: UnitOfWork) -> SettingAnswer:
        """Changes a category; refused if somebody changed it since it was read."""
        shape = find(category)
        value = _parse(shape, change.value)
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
    value, version = await service.setting_now(tx, shape)
    return SettingAnswer(
        category=shape.category,
        title=shape.title,
        version=version,
        value=value.model_dump(mode="json"),
        value_schema=shape.model_json_schema(),
    )
