"""Where the server enters: the application of one worker, tied to the life of its parent."""

import gc
import signal

from stakehouse.apps.api import Application, create_app
from stakehouse.infra.embedded import follow_parent


def application() -> Application:
    """The application; a worker whose parent was killed ends at once and leaves the port free."""
    follow_parent(signal.SIGKILL)
    application = create_app()
    # What was imported stays for good, and most of what a request makes dies with it by reference
    # count: look for cycles rarely, and never again through the modules.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    return application
