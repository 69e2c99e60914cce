"""What is paid with: each gaming house has an account at the payment simulator, where one runs."""

from stakehouse.apps.paying import open_office
from stakehouse.apps.seed.ground import Ground
from stakehouse.apps.settings import Sandpay
from stakehouse.apps.simulators.sandpay import merchant_keys
from stakehouse.domains import payments
from stakehouse.domains.payments import Office
from stakehouse.domains.payments.adapters.sandpay import Config
from stakehouse.infra.tx import Tx

GATEWAY = "sandpay"


async def open_gateways(ground: Ground) -> None:
    """Opens each account, or tells an open one where the simulator is now."""
    if ground.sandpay is None:
        return
    office, http = open_office(
        database=ground.database, clock=ground.clock, vault=ground.vault, simulators=(), public_url=""
    )
    try:
        for tenant in ground.tenants.values():
            if tenant.features.gaming:
                credentials = credentials_at(ground.sandpay, tenant.slug)
                async with ground.begin(tenant.id) as tx:
                    await _keep_account(tx, office, frozenset(tenant.currencies), credentials)
    finally:
        await http.close()


def credentials_at(simulator: Sandpay, merchant: str) -> bytes:
    """What a merchant needs to speak with the simulator."""
    keys = merchant_keys(simulator.secret.get_secret_value().encode(), merchant)
    config = {"base_url": simulator.url, "api_key": keys.api_key, "signing_secrets": [keys.signing_secret]}
    return Config.model_validate(config).sealed_form()


async def _keep_account(tx: Tx, office: Office, currencies: frozenset[str], credentials: bytes) -> None:
    known = next((found for found in await payments.connections(tx) if found.gateway == GATEWAY), None)
    if known is None:
        await payments.open_connection(
            tx, office, gateway=GATEWAY, currencies=currencies, credentials=credentials
        )
    else:
        await payments.change_credentials(tx, office, known.id, credentials)
