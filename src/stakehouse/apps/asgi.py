"""Where the server enters: the application of one worker, tied to the life of its parent."""

import signal

from stakehouse.apps.api import Application, create_app
from stakehouse.infra.embedded import follow_parent


def application() -> Application:
    """The application; a worker whose parent was killed ends at once and leaves the port free."""
    follow_parent(signal.SIGKILL)
    return create_app()
