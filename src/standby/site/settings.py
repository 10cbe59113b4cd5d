"""The only settings. Everything that differs between installations comes from the environment, with a safe default.

STANDBY_DATA         the data folder (default: var in the checkout): keys, the embedded database, logs
DATABASE_URL         a PostgreSQL server of one's own instead of the embedded one
STANDBY_PUBLIC_URL   the address that personal links carry; https turns the strict cookie and transport rules on
STANDBY_POOL         how many database connections a web process keeps (default: none kept between requests)
STANDBY_STATIC       "hashed": serve the collected, compressed assets under names that carry their hash
STANDBY_PROXIES      how many reverse proxies of one's own stand in front (default 0: X-Forwarded-* is ignored)
FLOOD_FREE …         what is taken unasked from one network (docs/how-to/survive-a-surge.md)
EMAIL_HOST …         the SMTP server, by Django's own names; without EMAIL_HOST no e-mail leaves
SMS_URL …            the gateway for short messages; without SMS_URL none leaves (docs/reference/channels.md)
TELEGRAM_TOKEN …     the bot; without TELEGRAM_TOKEN no message leaves for Telegram
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from standby.site import environment

BASE_DIR = Path(__file__).resolve().parents[3]
_env = os.environ

STANDBY_DATA = Path(_env.get("STANDBY_DATA") or BASE_DIR / "var").resolve()
STANDBY_KEYS = STANDBY_DATA / "keys"
STANDBY_PUBLIC_URL = environment.public_url(_env.get("STANDBY_PUBLIC_URL", ""))
_is_https = STANDBY_PUBLIC_URL.startswith("https:")

SECRET_KEY = environment.signing_secret(STANDBY_KEYS)
DEBUG = False
ALLOWED_HOSTS = environment.allowed_hosts(STANDBY_PUBLIC_URL)
ROOT_URLCONF = "standby.site.urls"
WSGI_APPLICATION = "standby.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

INSTALLED_APPS = [
    "standby.site",
    "standby.rooms.look",
    "standby.rooms.desk",
    "standby.rooms.enquiry",
    "standby.rooms.office",
    "standby.rooms.door",
    "standby.rooms.situation",
    "standby.rooms.welfare",
    "standby.rooms.callup",
    "standby.rooms.needs",
    "standby.rooms.people",
    "standby.rooms.places",
    "standby.rooms.accounts",
    "standby.rooms.messages",
    "standby.rooms.operations",
    "standby.rooms.vault",
    "standby.rooms.audit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "standby.site.middleware.RequestLog",
    "standby.site.middleware.Health",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "standby.site.compression.PackedPages",
    "csp.middleware.CSPMiddleware",
    "standby.site.middleware.PrivatePages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "standby.site.middleware.RequestClock",
    "standby.rooms.accounts.sessions.SessionLimits",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# The database: PostgreSQL and nothing else (docs/decisions/0002).
DATABASES = {
    "default": environment.database_settings(
        _env.get("DATABASE_URL") or environment.embedded_url(STANDBY_DATA),
        pool=environment.whole_number(_env, "STANDBY_POOL", default=0),
    )
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _env.get("STANDBY_STATIC") == "hashed"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = STANDBY_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = _env.get("STANDBY_STATIC") != "hashed"

# Languages: a page is in the reader's own, dates and zones are those of the place.
LANGUAGE_CODE = "en"
LANGUAGES = [("hy", "Հայերեն"), ("ru", "Русский"), ("en", "English"), ("az", "Azərbaycanca")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Who works here.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "/desk/accounts/login/"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "standby.site.attempts.pseudonym_of_login"
AXES_CLIENT_IP_CALLABLE = "standby.site.attempts.pseudonym_of_address"
AXES_LOCKOUT_CALLABLE = "standby.site.errors.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "login", "email", "ip_address", "next", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
STANDBY_PROXIES = environment.whole_number(_env, "STANDBY_PROXIES", default=0)

# Sessions hold a key and nothing about a person; the names are those of OWASP ASVS 3.3 where https is on.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-session" if _is_https else "session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _is_https
CSRF_COOKIE_NAME = "__Host-csrf" if _is_https else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _is_https
CSRF_TRUSTED_ORIGINS = [STANDBY_PUBLIC_URL] if STANDBY_PUBLIC_URL else []
CSRF_FAILURE_VIEW = "standby.site.errors.forged"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SECURE = _is_https
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What browsers are told.
# Nothing is told to other sites. "no-referrer" would do the same, but makes browsers send a form of our own with
# `Origin: null`, which the check against forged forms refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _is_https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if STANDBY_PROXIES else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Uploads stay in memory until a room has sealed them: nothing readable is ever written to a temporary file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024

# Floods: what is taken unasked from one network in ten minutes, in each process (docs/how-to/survive-a-surge.md).
FLOOD_FREE = environment.whole_number(_env, "FLOOD_FREE", default=60)
FLOOD_SURGE = environment.whole_number(_env, "FLOOD_SURGE", default=300)
FLOOD_SURGE_IN_A_DAY = environment.whole_number(_env, "FLOOD_SURGE_IN_A_DAY", default=3000)
FLOOD_FREE_IN_SURGE = environment.whole_number(_env, "FLOOD_FREE_IN_SURGE", default=0)
FLOOD_HARD = environment.whole_number(_env, "FLOOD_HARD", default=6000)
FLOOD_CONTACT = environment.whole_number(_env, "FLOOD_CONTACT", default=6)
FLOOD_FIRST_BITS = environment.whole_number(_env, "FLOOD_FIRST_BITS", default=14)
FLOOD_MOST_BITS = environment.whole_number(_env, "FLOOD_MOST_BITS", default=21)

# Messages out.
EMAIL_HOST = _env.get("EMAIL_HOST", "")
EMAIL_PORT = environment.whole_number(_env, "EMAIL_PORT", default=587 if EMAIL_HOST else 25)
EMAIL_HOST_USER = _env.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _env.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _env.get("EMAIL_USE_TLS", "yes" if EMAIL_PORT == 587 else "no") == "yes"
EMAIL_TIMEOUT = 20
EMAIL_CONNECTIONS = environment.whole_number(_env, "EMAIL_CONNECTIONS", default=2)
DEFAULT_FROM_EMAIL = _env.get("DEFAULT_FROM_EMAIL", "standby@localhost")
SMS_URL = environment.gateway_url(_env, "SMS_URL")
SMS_STYLE = environment.one_of(_env, "SMS_STYLE", allowed={"kannel", "form"}, default="kannel")
SMS_SENDER = environment.plain_text(_env, "SMS_SENDER")
SMS_USER = environment.plain_text(_env, "SMS_USER")
SMS_PASSWORD = environment.plain_text(_env, "SMS_PASSWORD")
SMS_CONNECTIONS = environment.whole_number(_env, "SMS_CONNECTIONS", default=4)
SMS_REPLY_SECRET = environment.shared_secret(_env, "SMS_REPLY_SECRET")
TELEGRAM_URL = environment.gateway_url(_env, "TELEGRAM_URL", default="https://api.telegram.org")
TELEGRAM_TOKEN = environment.plain_text(_env, "TELEGRAM_TOKEN")
TELEGRAM_BOT = environment.plain_text(_env, "TELEGRAM_BOT")
TELEGRAM_SECRET = environment.shared_secret(_env, "TELEGRAM_SECRET")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "standby.site.logs.DiscreetFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "standby": {"level": "INFO"},
        # These print addresses with their query, and logins: standby.requests says what may be said.
        "django.request": {"handlers": [], "propagate": False},
        "django.security": {"handlers": [], "propagate": False},
        "axes": {"handlers": [], "propagate": False},
    },
}
LOGGING_CONFIG = "logging.config.dictConfig"
