"""Offer taalscan as a page on one's own computer; nothing leaves it."""

from taalscan.web.app import create_app
from taalscan.web.door import Door, local_door, new_key
from taalscan.web.server import LOCAL, ended_gently, local_socket, serve
from taalscan.web.service import Service, create_service
from taalscan.web.settings import Bounds, WebSettings

__all__ = [
    "LOCAL",
    "Bounds",
    "Door",
    "Service",
    "WebSettings",
    "create_app",
    "create_service",
    "ended_gently",
    "local_door",
    "local_socket",
    "new_key",
    "serve",
]
