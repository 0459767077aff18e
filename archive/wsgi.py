"""The archive as a WSGI application, in a process that keeps the search index current and works on imports."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
application = get_wsgi_application()

from articles import importing, indexing  # noqa: E402 - models can be imported only now

indexing.keep_current()
importing.keep_working()
