"""Write a file whole or not at all."""

import os
import tempfile
from errno import EEXIST
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or all of the new, never a part.

    The bytes go to a file beside it first, which then takes its place. Missing folders are made.

    Raises:
        OSError: if the file cannot be written, or what stands there is no file; it is left as it
            was.
    """
    if path.exists() and not path.is_file():
        # a device such as /dev/null would be replaced by a file, for every program
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".taalscan-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(0o666 & ~_mask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """Return the permissions that new files go without; temporary files are private otherwise."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
