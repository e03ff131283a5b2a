"""Honour what authors mark as deliberate, in a file beside the document (*bewust zo*)."""

from taalscan.deliberate.match import with_deliberate
from taalscan.deliberate.sidecar import Sidecar, is_sidecar, read_sidecars

__all__ = ["Sidecar", "is_sidecar", "read_sidecars", "with_deliberate"]
