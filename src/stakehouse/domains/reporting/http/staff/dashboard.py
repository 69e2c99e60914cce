"""The dashboard of the back-office."""

from typing import Annotated

from fastapi import APIRouter, Query

from stakehouse.domains.play import GameFigures
from stakehouse.domains.reporting.service.dashboard import dashboard
from stakehouse.domains.reporting.types import Dashboard, DayFigures, HourFigures
from stakehouse.domains.tenancy import UnknownCurrency
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer, Moment
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.money import format_units

router = APIRouter()


class DayOut(Answer):
    """A day so far; ``ggr`` is what was wagered less what was won."""

    wagered: str
    won: str
    ggr: str
    bets: int
    deposits: str
    withdrawals: str
    active_members: int
    new_members: int


class HourOut(Answer):
    """An hour of play, by the moment of the bet."""

    at: Moment
    wagered: str
    won: str
    ggr: str
    bets: int


class TopGameOut(Answer):
    """A game today; ``rtp`` is what it paid back so far, in percent."""

    game: str
    title: str
    bets: int
    wagered: str
    ggr: str
    rtp: str


class QueuesOut(Answer):
    """What waits for people."""

    withdrawals_waiting: int
    withdrawals_amount: str
    approvals_waiting: int


class DashboardOut(Answer):
    """The day at a glance; the last of the 24 hours is not over."""

    as_of: Moment
    currency: str
    today: DayOut
    last_week: DayOut
    queues: QueuesOut
    series: list[HourOut]
    top_games: list[TopGameOut]


@router.get("/dashboard", dependencies=[staff("dashboard:view")], responses=refuses(UnknownCurrency))
async def get_dashboard(
    tx: UnitOfWork, currency: Annotated[str | None, Query(pattern="^[A-Z0-9]{3,8}$")] = None
) -> DashboardOut:
    """Today in the tenant's zone, and the same day last week up to the same time of day."""
    return _shown(await dashboard(tx, currency))


def _shown(found: Dashboard) -> DashboardOut:
    scale = found.currency.scale
    return DashboardOut(
        as_of=found.as_of,
        currency=found.currency.code,
        today=_day(found.today, scale),
        last_week=_day(found.last_week, scale),
        queues=QueuesOut(
            withdrawals_waiting=found.withdrawals.count,
            withdrawals_amount=format_units(found.withdrawals.units, scale),
            approvals_waiting=found.approvals_waiting,
        ),
        series=[_hour(hour, scale) for hour in found.hours],
        top_games=[_game(game, scale) for game in found.top_games],
    )


def _day(day: DayFigures, scale: int) -> DayOut:
    return DayOut(
        wagered=format_units(day.wagered, scale),
        won=format_units(day.won, scale),
        ggr=format_units(day.wagered - day.won, scale),
        bets=day.bets,
        deposits=format_units(day.deposits, scale),
        withdrawals=format_units(day.withdrawals, scale),
        active_members=day.active_members,
        new_members=day.new_members,
    )


def _hour(hour: HourFigures, scale: int) -> HourOut:
    return HourOut(
        at=hour.at,
        wagered=format_units(hour.wagered, scale),
        won=format_units(hour.won, scale),
        ggr=format_units(hour.wagered - hour.won, scale),
        bets=hour.bets,
    )


def _game(game: GameFigures, scale: int) -> TopGameOut:
    return TopGameOut(
        game=game.slug,
        title=game.title,
        bets=game.bets,
        wagered=format_units(game.wagered, scale),
        ggr=format_units(game.wagered - game.won, scale),
        rtp=format_units(game.won * 10_000 // game.wagered if game.wagered else 0, 2),
    )
