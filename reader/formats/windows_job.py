"""A job of Windows: processes that have limits together and end together."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import subprocess
    from ctypes import wintypes

    _KILL_ON_CLOSE = 0x2000
    _JOB_MEMORY = 0x0200
    _EXTENDED_LIMITS = 9

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("Basic", _Basic),
            ("IoCounters", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Job:
        """Holds processes; Windows ends them all when this program ends. Raises OSError."""

        def __init__(self, memory: int) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._handle = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            if not self._handle:
                raise ctypes.WinError(ctypes.get_last_error())
            limits = _Extended()
            limits.Basic.LimitFlags = _KILL_ON_CLOSE | _JOB_MEMORY
            limits.JobMemoryLimit = memory
            self._kernel.SetInformationJobObject(
                self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )

        def add(self, process: subprocess.Popen[bytes]) -> None:
            """Take a process in, and with it all that it starts from now on."""
            handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]
            if not self._kernel.AssignProcessToJobObject(self._handle, handle):
                process.kill()
                raise ctypes.WinError(ctypes.get_last_error())

        def end(self) -> None:
            """End all processes in it."""
            self._kernel.TerminateJobObject(self._handle, 1)
            self._kernel.CloseHandle(self._handle)
