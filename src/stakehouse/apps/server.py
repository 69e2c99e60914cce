"""Where the server enters: the application of one worker, tied to the life of its parent."""

import signal

from stakehouse.apps.api import Application, create_app
from stakehouse.infra.embedded import follow_parent
from stakehouse.infra.memory import settle_down


def application() -> Application:
    """The application; a worker whose parent was killed ends at once and leaves the port free."""
    follow_parent(signal.SIGKILL)
    application = create_app()
    settle_down()
    return application
