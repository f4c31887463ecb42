"""Installed apps, middleware, templates, static files and media."""

import secrets

from shop.settings.environment import DATA, EMBEDDED, ROOT, env, laptop_secret

BASE_DIR = ROOT
DATA_DIR = DATA
SECRET_KEY = env.str("SECRET_KEY", default="") or (
    laptop_secret("secret-key", lambda: secrets.token_urlsafe(50)) if EMBEDDED else ""
)
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if EMBEDDED else [])
SITE_URL = env.str("SITE_URL", default="http://localhost:8000")

INSTALLED_APPS = [
    "shop.backoffice",
    "unfold.apps.BasicAppConfig",  # not its default: that one would replace our site by its own
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "shop.backoffice.site_config.BackofficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_structlog",
    "csp",
    "djmoney",
    "allauth",
    "allauth.account",
    "rest_framework",
    "drf_spectacular",
    "health_check",
    "localization",
    "catalog",
    "logistics",
    "payments",
    "orders",
    "shop.accounts",
    "shop.storefront",
    "shop.api",
    "shop.webhooks",
    "shop.demo",
    "shop.apps.ShopConfig",
    "django.forms",  # last: its widgets' templates may be replaced by any other
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "shop.backoffice.policy.BackofficePolicyMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "shop.storefront.page_cache.KeptPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "shop.storefront.market.MarketMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shop.storefront.market.visit_context",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(DATA / "static"))()
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(DATA / "media"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = EMBEDDED

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["shop.api.parsing.PatientJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "shop.api.problems.problem_response",
    "DEFAULT_THROTTLE_RATES": {"quotes": "120/min", "anonymous": "600/min"},
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Causeway API",
    "DESCRIPTION": "Products, landed-cost quotes, carts, orders and tracking.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
}
