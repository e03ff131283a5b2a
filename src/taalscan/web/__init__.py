"""Offer taalscan as a page on one's own computer; nothing leaves it."""

from taalscan.web.app import create_app, create_coding_app
from taalscan.web.coding import coding_pages, open_coding
from taalscan.web.door import Door, local_door, new_key
from taalscan.web.names import safe_stem
from taalscan.web.server import LOCAL, ended_gently, local_socket, serve
from taalscan.web.service import Service, create_service
from taalscan.web.settings import Bounds, WebSettings

__all__ = [
    "LOCAL",
    "Bounds",
    "Door",
    "Service",
    "WebSettings",
    "coding_pages",
    "create_app",
    "create_coding_app",
    "create_service",
    "ended_gently",
    "local_door",
    "local_socket",
    "new_key",
    "open_coding",
    "safe_stem",
    "serve",
]
