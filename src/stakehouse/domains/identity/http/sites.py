"""The site that a request was sent to: passkeys are bound to it."""

from starlette.requests import HTTPConnection

from stakehouse.domains.identity.types import Site
from stakehouse.infra.web.context import edge_of, host_name, origin_of


def site_of(request: HTTPConnection) -> Site:
    """The site as a browser would name it."""
    origin = origin_of(request)
    edge = edge_of(request)
    return Site(
        host_name(origin.netloc), origin.geturl(), is_embedded=edge.is_embedded, sends_sms=edge.sends_sms
    )
