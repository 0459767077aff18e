"""The archive as a WSGI application, in a process that keeps the search index current."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
application = get_wsgi_application()

from articles.indexing import keep_current  # noqa: E402 - models can be imported only now

keep_current()
