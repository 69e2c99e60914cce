"""What the wiring has plugged into the face that serves a request."""

from typing import Annotated

from fastapi import Depends, Request

from stakehouse.domains.compliance.service.kyc.desk import Desk


def desk_of(request: Request) -> Desk:
    """The desk of this process; the wiring keeps it in ``app.state.kyc``."""
    desk: Desk = request.app.state.kyc
    return desk


PluggedDesk = Annotated[Desk, Depends(desk_of)]
"""For routes that open what is sealed, read uploads or speak of vendors."""
