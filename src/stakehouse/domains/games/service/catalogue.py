"""Putting our games live: a configuration is certified exactly before anybody can play it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from stakehouse.domains.games.engines import certify, engine_named
from stakehouse.domains.games.errors import ExposureTooLarge
from stakehouse.domains.games.rules.multiples import check_band
from stakehouse.domains.games.types import Certificate, GameSettings, Scheme
from stakehouse.domains.play import GameTerms, StakeLimits, add_game, has_game
from stakehouse.domains.tenancy import Rules, TenantProfile, jurisdiction_of, profile, setting
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import GameId, new_id
from stakehouse.kernel.money import UNITS_MAX, format_units

# A certificate follows from the configuration alone and takes up to a fifth of a second to compute.
_certificates: dict[tuple[UUID, int], tuple[Certificate, ...]] = {}
CERTIFICATES_REMEMBERED_MAX = 1_000

CONFIG_VERSION_FIRST = 1


@dataclass(frozen=True, slots=True)
class NewGame:
    """A game about to go live.

    Attributes:
        slug: names it in addresses, unique in the tenant.
        title: for people.
        engine: the code of the engine.
        category: the shelf of the lobby it stands on.
        config: the engine's configuration; what is left out is as shipped.
        limits: by currency code; ``payout_max`` is the stated largest win of a round.
        position: in the lobby, the smallest first.
    """

    slug: str
    title: str
    engine: str
    category: str
    config: Mapping[str, object]
    limits: Mapping[str, StakeLimits]
    position: int


async def publish(tx: Tx, game: NewGame) -> bool:
    """Certifies a game and puts it live; one of that slug is left as it is.

    Answers:
        Whether it was added.

    Raises:
        UnknownGame: there is no such engine.
        InvalidConfiguration: the configuration cannot be played.
        ReturnOutOfBand: a way of betting returns less or more than the tenant allows.
        UnknownCurrency: the tenant does not deal in a currency of the limits.
        ExposureTooLarge: the highest stake could win more than is stated or can be booked.
    """
    if await has_game(tx, game.slug):
        return False
    return await add_game(tx, await prove(tx, game))


async def prove(tx: Tx, game: NewGame) -> GameTerms:
    """The game as it goes live, its figures exact and within what the tenant allows.

    Raises:
        Refusal: as :func:`publish`.
    """
    tenant = await profile(tx)
    low, high = band_under(jurisdiction_of(tenant).rules, await setting(tx, GameSettings))
    proven = [certify(game.engine, game.config, scheme) for scheme in Scheme]
    for one in proven:
        check_band(one.rtp, low, high)
    check_exposure(game, tenant)

    stated = next(one for one in proven if one.scheme is Scheme.PF2)
    return GameTerms(
        id=GameId(new_id()),
        slug=game.slug,
        title=game.title,
        engine=game.engine,
        category=game.category,
        is_open=True,
        config=game.config,
        config_version=CONFIG_VERSION_FIRST,
        config_hash=stated.paytable_hash,
        rtp=percent_text(min(stated.rtp.values())),
        hit_rate=percent_text(max(stated.hit_rate.values())),
        max_multiplier=stated.max_multiplier,
        position=game.position,
        limits=game.limits,
    )


def band_under(rules: Rules, wanted: GameSettings) -> tuple[Fraction, Fraction]:
    """The returns that may go live: what the tenant wants, as far as the law allows it."""
    low, high = Fraction(rules.rtp_min_bp, 10_000), Fraction(rules.rtp_max_bp, 10_000)
    return max(wanted.low, low), min(wanted.high, high)


def check_exposure(game: NewGame, tenant: TenantProfile) -> None:
    """Refuses limits under which a win would be cut: the stated return would no longer be true.

    Raises:
        UnknownCurrency: the tenant does not deal in a currency of the limits.
        ExposureTooLarge: ``stake_max`` times the largest multiple exceeds ``payout_max`` or 64 bits.
    """
    engine = engine_named(game.engine)
    top = engine.max_multiplier(engine.configure(game.config))
    for code, limits in game.limits.items():
        scale = tenant.currency(code).scale
        largest = limits.stake_max * top.numerator // top.denominator
        if largest > min(limits.payout_max, UNITS_MAX):
            raise ExposureTooLarge(
                f"A stake of {format_units(limits.stake_max, scale)} {code} can win "
                f"{format_units(largest, scale)}, more than the stated "
                f"{format_units(limits.payout_max, scale)}; lower the stake or raise the largest win.",
                field=f"limits.{code}",
            )


def certificates(game: GameTerms) -> tuple[Certificate, ...]:
    """What is proven of a game's configuration, one certificate a scheme; computed once a version."""
    key = (game.id, game.config_version)
    found = _certificates.get(key)
    if found is None:
        found = tuple(certify(game.engine, game.config, scheme) for scheme in Scheme)
        if len(_certificates) >= CERTIFICATES_REMEMBERED_MAX:
            _certificates.clear()
        _certificates[key] = found
    return found


def percent_text(share: Fraction) -> str:
    """A share as a percentage with two decimals, to the nearest: 36/37 is ``97.30``."""
    hundredths = (share.numerator * 20_000 + share.denominator) // (2 * share.denominator)
    return format_units(hundredths, 2)
