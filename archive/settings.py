"""Every setting, from the environment where a keeper may want another one.

`docs/operations.md` lists the variables. Nothing here opens a connection or starts anything.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

from archive.postgres.place import default_folder
from archive.secret import read_or_make_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

DATA_DIR = BASE_DIR / (env.str("DATA_DIR", "") or ".data")
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or read_or_make_secret(DATA_DIR)
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])]
CSRF_TRUSTED_ORIGINS = [origin.strip() for origin in env.list("CSRF_TRUSTED_ORIGINS", [])]

# How many processes `serve` answers with; 0: one a core, two at most.
PROCESSES = env.int("PROCESSES", 0, validate=validate.Range(min=0))

# What the archive calls itself, and where readers report mistakes.
SITE_NAME = env.str("SITE_NAME", "On the Record")
CORRECTIONS_ADDRESS = env.str("CORRECTIONS_ADDRESS", "")
# https://archive.example.org: the address in feeds, citations and sitemaps; empty means "as the request says".
PUBLIC_URL = env.str("PUBLIC_URL", "").rstrip("/")

INSTALLED_APPS = [
    "archive",
    "articles",
    "haystack",
    "ninja",
    "simple_history",
    "axes",
    "csp",
    "archive.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context.site",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets may be drawn by templates/ too

# PostgreSQL, always: the server of DATABASE_URL, or the embedded one that starts on first connection.
EMBEDDED_POSTGRES_DIR = BASE_DIR / (env.str("EMBEDDED_POSTGRES_DIR", "") or default_folder(DATA_DIR))
if env.str("DATABASE_URL", ""):
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=True)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "archive.postgres",
            "NAME": "on_the_record",
            "CONN_MAX_AGE": 0 if DEBUG else 600,
            "CONN_HEALTH_CHECKS": True,
            "EMBEDDED_DATA_DIR": EMBEDDED_POSTGRES_DIR,
            "OPTIONS": {"prepare_threshold": 3},  # no pooler between us and it that would lose prepared statements
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One connection a kind of row; both indexes stand in one folder and can be made anew at any time.
SEARCH_INDEX_DIR = BASE_DIR / (env.str("SEARCH_INDEX_DIR", "") or DATA_DIR / "index")
HAYSTACK_CONNECTIONS = {
    alias: {
        "ENGINE": "articles.search.backend.ArchiveEngine",
        "ROWS": rows,
        "EXCLUDED_INDEXES": [f"articles.search_indexes.{other}"],
        "SILENTLY_FAIL": False,
    }
    for alias, rows, other in (("default", "articles", "QuoteIndex"), ("quotes", "quotes", "ArticleIndex"))
}

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "archive.proxy.client_address"
LOGIN_URL = reverse_lazy("admin:login")
LOGIN_REDIRECT_URL = reverse_lazy("admin:index")
SESSION_COOKIE_AGE = 14 * 24 * 3600

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
TIME_ZONE = env.str("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000  # one import
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # an article with several hundred quotes is one admin form

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Set HTTPS=1 behind a proxy that speaks TLS and sends X-Forwarded-Proto.
HTTPS = env.bool("HTTPS", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
    "loggers": {"axes": {"level": "ERROR"}},
}
