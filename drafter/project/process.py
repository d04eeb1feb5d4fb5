"""Which processes run on this machine, told apart even where a number is used again."""

import os
import platform
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_LONGEST = 5  # s that a tool of the system may take


@cache
def machine() -> str:
    """Give a word for the machine since it was started: two processes with the same word see each other."""
    name = platform.node()
    if sys.platform == "win32":
        return f"{name}/{_windows_guid()}"
    if sys.platform == "darwin":
        return f"{name}/{said('/usr/sbin/sysctl', '-n', 'kern.bootsessionuuid')}"
    with suppress(OSError):
        # Containers share the start of their machine, but don't see each other's processes.
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{name}/{boot}/{Path('/proc/self/ns/pid').readlink()}"
    return name


def birth(process: int) -> str | None:
    """Tell when a process of this machine was started.

    Args:
        process: its number.

    Returns:
        A word that another process of the same number would not have; "" where that can't be told; None where no such
        process runs.
    """
    if sys.platform == "win32":
        return _windows_birth(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except OSError:
        pass  # it runs, and is somebody else's
    if sys.platform == "darwin":
        return said("/bin/ps", "-o", "lstart=", "-p", str(process))
    try:
        # The name of the program, in brackets, may hold anything; state and time of start stand behind it.
        fields = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
        return None if fields[0] in (b"Z", b"X") else fields[19].decode("ascii")
    except (OSError, IndexError):
        return ""


def said(*command: str) -> str:
    """Give what a tool of the system says, "" where it says nothing."""
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 -- tools of the system, by their full names
            command, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    _LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259

    def _windows_guid() -> str:
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""

    def _windows_birth(process: int) -> str | None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
        kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4)
        handle = kernel.OpenProcess(_LIMITED_INFORMATION, False, process)
        if not handle:
            denied = 5
            return "" if ctypes.get_last_error() == denied else None
        try:
            status, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
            if kernel.GetExitCodeProcess(handle, ctypes.byref(status)) and status.value != _STILL_ACTIVE:
                return None
            if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
                return ""
            return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime)
        finally:
            kernel.CloseHandle(handle)
