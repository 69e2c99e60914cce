"""Sandid, a vendor of identity checks that exists only here: applicants, documents, signed notices.

It knows nothing of the house but what comes over HTTP, and forgets everything when it stops. A word
in the applicant's name chooses the verdict, as test cards do elsewhere: ``Reject``, ``Hold``,
``Odd`` (a status nobody knows), ``Twice`` (the notice comes twice), ``Late`` (an older notice comes
after the verdict); everybody else is approved.
"""

from stakehouse.apps.simulators.sandid.app import sandid
from stakehouse.apps.simulators.sandid.keys import AccountKeys, account_keys, simulator_secret
from stakehouse.apps.simulators.sandid.server import serve

__all__ = ["AccountKeys", "account_keys", "sandid", "serve", "simulator_secret"]
