"""National registers of exclusions, for staff: the house's access, and what was said about a member."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi import Request as HttpRequest
from pydantic import Field, StringConstraints

from stakehouse.domains.compliance.errors import (
    RegisterAddressRefused,
    RegisterNotConnected,
    UnknownRegister,
)
from stakehouse.domains.compliance.service import registers
from stakehouse.domains.compliance.service.registers import Overview, Registers
from stakehouse.domains.compliance.types.registers import RegisterAnswer
from stakehouse.domains.identity import MemberNotFound
from stakehouse.infra.web.context import actor_of, tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment, Reason, Request
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.ids import MemberId


class RegisterConnectionOut(Answer):
    """The house's access to a register; its key is never shown again."""

    register_name: str
    base_url: str
    updated_at: Moment


class RegisterAnswerOut(Answer):
    """What a register said about somebody; what it was asked with is not kept."""

    id: UUID
    register_name: str
    cause: Annotated[str, Field(description="`registration`, `sign_in` or `marketing`")]
    answer: Annotated[
        str, Field(description="`on` (keeps out), `off`, `former` (was on it) or `silent` (no usable answer)")
    ]
    reference: Annotated[str, Field(description="the register's own name of its answer")]
    asked_at: Moment
    valid_until: Moment


class RegisterStateOut(Answer):
    """How the house stands with registers.

    Attributes:
        named: the register its law names; `null` if it names none.
        is_asked: whether nobody comes in without an answer.
        answer_minutes: how long an answer counts.
        adapters: the registers that can be connected.
        connection: the access to one; `null` without.
        last: the newest answer about anybody.
    """

    named: str | None
    is_asked: bool
    answer_minutes: int
    adapters: list[str]
    connection: RegisterConnectionOut | None
    last: RegisterAnswerOut | None


class MemberRegisterOut(Answer):
    """What registers said about a member.

    Attributes:
        is_asked: whether the house asks one.
        has_details: whether name and postcode are known, without which it cannot be asked.
        listed_since: since when it keeps the member out; `null` if it does not.
        answers: those that are kept, the newest first.
    """

    is_asked: bool
    has_details: bool
    listed_since: Moment | None
    answers: list[RegisterAnswerOut]


class ConnectBody(Request):
    """Where the register is and the key it gave the house, and why."""

    base_url: Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=200)]
    key: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=8, max_length=400, pattern=r"^[!-~]+$")
    ]
    reason: Reason


class DisconnectBody(Request):
    """Why."""

    reason: Reason


class TrialOut(Answer):
    """How a test call went: `answered`, `register_key_refused` or `register_unavailable`."""

    outcome: str
    detail: str
    milliseconds: int


def registers_of(request: HttpRequest) -> Registers:
    """Those who ask, of this process; the wiring keeps them in ``app.state.registers``."""
    desk: Registers = request.app.state.registers
    return desk


Plugged = Annotated[Registers, Depends(registers_of)]

router = APIRouter(tags=["compliance"])


@router.get("/registers", dependencies=[staff("settings:view")])
async def show_registers(desk: Plugged, tx: UnitOfWork) -> RegisterStateOut:
    """How the house stands with national registers of exclusions."""
    return _state(desk, await registers.overview(tx))


@router.put(
    "/registers/{register}",
    dependencies=[staff("settings:edit", step_up=True)],
    responses=refuses(UnknownRegister, RegisterAddressRefused),
)
async def connect_register(
    request: HttpRequest, register: str, body: ConnectBody, desk: Plugged
) -> RegisterStateOut:
    """Connects the house to a register, in place of what it had; from now on it is asked about everybody.

    The address has to be a public one that speaks TLS. The key is sealed and never shown again.
    """
    tenant = await tenant_of(request)
    state = await desk.connect(
        tenant.id,
        actor_of(request),
        register,
        base_url=body.base_url,
        key=body.key,
        reason=body.reason,
    )
    return _state(desk, state)


@router.post(
    "/registers/test", dependencies=[staff("settings:edit")], responses=refuses(RegisterNotConnected)
)
async def test_register(request: HttpRequest, desk: Plugged) -> TrialOut:
    """Asks the register about somebody who does not exist, and tells how it went."""
    trial = await desk.test((await tenant_of(request)).id, actor_of(request))
    return TrialOut.model_validate(trial, from_attributes=True)


@router.post(
    "/registers/remove",
    status_code=204,
    dependencies=[staff("settings:edit", step_up=True)],
    responses=refuses(RegisterNotConnected),
)
async def disconnect_register(body: DisconnectBody, tx: UnitOfWork) -> None:
    """Forgets the key. Where the law names a register, nobody comes in until another one is connected."""
    await registers.disconnect(tx, body.reason)


@router.get(
    "/members/{member_id}/register",
    dependencies=[staff("members:view")],
    responses=refuses(MemberNotFound),
)
async def show_register_of(member_id: UUID, tx: UnitOfWork) -> MemberRegisterOut:
    """What national registers said about a member."""
    about = await registers.about(tx, MemberId(member_id))
    return MemberRegisterOut(
        is_asked=about.state.is_asked,
        has_details=about.has_details,
        listed_since=about.listed_since,
        answers=[_answer(each) for each in about.answers],
    )


def _state(desk: Registers, overview: Overview) -> RegisterStateOut:
    state, last = overview.state, overview.last
    connection = state.connection
    return RegisterStateOut(
        named=state.named,
        is_asked=state.is_asked,
        answer_minutes=state.minutes,
        adapters=list(desk.shelf.names),
        connection=None
        if connection is None
        else RegisterConnectionOut(
            register_name=connection.register,
            base_url=connection.base_url,
            updated_at=connection.updated_at,
        ),
        last=None if last is None else _answer(last),
    )


def _answer(answer: RegisterAnswer) -> RegisterAnswerOut:
    return RegisterAnswerOut(
        id=answer.id,
        register_name=answer.register,
        cause=answer.cause.value,
        answer=answer.listing.value,
        reference=answer.reference,
        asked_at=answer.asked_at,
        valid_until=answer.valid_until,
    )
