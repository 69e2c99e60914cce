"""Starts one part so that it cannot outlive its parent; run as a script, standard library only.

``python -I -S launch.py PARENT_PID DEATH_SIGNAL USER CAPABILITY COMMAND…``

The process becomes the command: same process id, no process in between. Before that it gives up
the superuser for USER (``-`` keeps the present one) and asks the kernel to send DEATH_SIGNAL when
the parent dies, however it dies. Only Linux offers that; elsewhere a killed parent leaves its
parts running, and the next start stops them.
"""

import ctypes
import os
import pwd
import signal
import sys
from contextlib import suppress

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAPABILITY_VERSION_3 = 0x20080522


def main(arguments: list[str]) -> None:
    """Prepares the process and turns it into the command."""
    parent, death_signal, user, capability, *command = arguments
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    if user != "-":
        become(pwd.getpwnam(user), None if capability == "-" else int(capability))
    # After the change of user: changing it clears the death signal.
    follow_parent(int(death_signal))
    take_long_turns()
    if os.getppid() != int(parent):
        sys.exit("the parent is gone")
    os.umask(0o077)
    os.execv(command[0], command)  # noqa: S606 - the whole purpose; no shell is involved


def follow_parent(death_signal: int) -> None:
    """Asks the kernel to send a signal to this process when its parent dies, where it can."""
    if sys.platform == "linux":
        control(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)


def take_long_turns() -> None:
    """Asks the kernel not to interrupt other parts of the house whenever this one wakes up.

    A bet goes through five processes. Each of them fills the caches of a processor anew when its turn
    comes, so few long turns do more than many short ones, see ``docs/decisions/0013``.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # a sandbox may forbid it; then it is a little slower
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def become(user: pwd.struct_passwd, capability: int | None) -> None:
    """Gives up the superuser for good, but for one capability if asked."""
    if capability is not None:
        control(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    if capability is not None:
        keep(capability)


def keep(capability: int) -> None:
    """Reduces the capabilities to one and lets the command inherit it."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    bit = 1 << capability
    # effective, permitted, inheritable; the second triple is for capabilities above 31.
    sets = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)
    if libc.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")
    control(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)


def control(*arguments: int) -> None:
    """Calls prctl."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(*(ctypes.c_ulong(argument) for argument in arguments)) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    main(sys.argv[1:])
