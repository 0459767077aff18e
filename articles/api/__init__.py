"""The archive for machines: read-only JSON under /api/v1/, described by OpenAPI 3.1."""

from .service import api

__all__ = ["api"]
