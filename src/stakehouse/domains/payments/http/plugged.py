"""What the wiring has plugged into the face that serves a request."""

from typing import Annotated

from fastapi import Depends, Request

from stakehouse.domains.payments.service.office import Office


def office_of(request: Request) -> Office:
    """The office of this process; the wiring keeps it in ``app.state.payments``."""
    office: Office = request.app.state.payments
    return office


Plugged = Annotated[Office, Depends(office_of)]
"""For routes that talk to gateways, or ask what they can do."""
