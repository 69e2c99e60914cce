"""When the law lets money in only from members whose identity is verified."""

from datetime import datetime, timedelta

from stakehouse.domains.tenancy import Rules


def law_demands_kyc(rules: Rules, *, joined_at: datetime, now: datetime) -> bool:
    """Whether the law wants the identity verified before a deposit: always, or by now."""
    hours = rules.kyc_within_hours
    is_late = hours is not None and now - joined_at >= timedelta(hours=hours)
    return rules.kyc_before_deposit or is_late
