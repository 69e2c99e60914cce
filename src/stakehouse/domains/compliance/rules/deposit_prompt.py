"""Whether the house still has to ask a member for a deposit limit."""

from collections.abc import Iterable

from stakehouse.domains.compliance.types import Limit, LimitKind, PromptAnswered
from stakehouse.domains.tenancy import LimitPrompt


def is_open(
    law: LimitPrompt, currency: str, limits: Iterable[Limit], answered: PromptAnswered | None
) -> bool:
    """Whether a member must answer before a deposit.

    Args:
        law: what the law of the house wants.
        currency: of the deposit.
        limits: all of the member's; one that bounds deposits is an answer, whoever set it.
        answered: what the member said before.

    Returns:
        Where a limit is offered, true until the member has one or has answered. Where it is required,
        true as long as nothing bounds deposits in this very currency, whatever was answered.
    """
    bounded = {
        limit.currency for limit in limits if limit.kind is LimitKind.DEPOSIT and limit.units is not None
    }
    match law:
        case LimitPrompt.OFF:
            return False
        case LimitPrompt.OFFERED:
            return answered is None and not bounded
        case LimitPrompt.REQUIRED:
            return currency not in bounded
