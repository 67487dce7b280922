"""Why the system refused something: codes, which `reader.text.messages` says in words."""

from __future__ import annotations

import errno


class Cause:
    """A code of `CAUSES` in the table of messages, and the values that its words name."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values


# Not all systems have all of them.
_ERRNO = {
    "EISDIR": "is_folder",
    "ENOENT": "no_folder",
    "ENOTDIR": "no_folder",
    "EINVAL": "bad_name",
    "EILSEQ": "bad_name",
    "ENAMETOOLONG": "long_name",
    "ELOOP": "link_loop",
    "ENOSPC": "no_room",
    "EDQUOT": "no_room",
    "EROFS": "read_only",
    "EBUSY": "in_use",
    "ETXTBSY": "in_use",
    "EAGAIN": "in_use",
    "EIO": "disk_error",
    "ETIMEDOUT": "disk_silent",
    "ENODEV": "disk_gone",
    "ENXIO": "disk_gone",
    "ESTALE": "disk_gone",
    "ENOMEDIUM": "disk_gone",
    "ENOLCK": "disk_cannot",
    "ENOSYS": "disk_cannot",
    "EOPNOTSUPP": "disk_cannot",
    "EFBIG": "disk_limit",
    "EMFILE": "many_open",
    "ENFILE": "many_open",
    "ENOMEM": "no_memory",
    "ENETDOWN": "no_network",
    "ENETUNREACH": "no_network",
    "EHOSTDOWN": "no_network",
    "EHOSTUNREACH": "no_network",
    "ECONNREFUSED": "refused",
    "ECONNRESET": "broke_off",
    "ECONNABORTED": "broke_off",
    "ENOTCONN": "broke_off",
    "EPIPE": "broke_off",
}
_BY_ERRNO = {
    number: cause for name, cause in _ERRNO.items() if (number := getattr(errno, name, None))
}


def cause_of(error: Exception) -> Cause:
    """Return why the system refused something, in its own words where the table has none."""
    if isinstance(error, OSError):
        code = _BY_ERRNO.get(error.errno or 0)
        return Cause(code) if code else Cause("system", words=error.strerror or str(error))
    # pathlib says so of a link that leads to itself, and of a name that holds a NUL.
    return Cause("link_loop" if isinstance(error, RuntimeError) else "bad_name")
