"""Cookies, HTTPS, content security policy and the rules of login."""

from csp.constants import NONE, SELF

from localization.sealed import new_key
from shop.settings.environment import DATA, EMBEDDED, env, laptop_secret

_HTTPS = env.bool("HTTPS", default=not EMBEDDED)

SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_HSTS_PRELOAD = _HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
LAPTOP_FIELD_KEY = DATA / "field-key"
"""Where the embedded shape keeps the key it made for itself; `check --deploy` refuses that key."""
FIELD_KEYS: list[str] = env.list("FIELD_KEYS", default=[]) or (
    [laptop_secret(LAPTOP_FIELD_KEY.name, new_key)] if EMBEDDED else []
)
"""Keys under which identifiers and registration numbers lie sealed, the newest first (see localization/sealed.py)."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [
            SELF,
            *env.list("PAYMENT_PAGE_ORIGINS", default=["http://127.0.0.1:*"] if EMBEDDED else []),
        ],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
# Alpine, which django-unfold ships, evaluates expressions: the back office gets a policy of its own, without inline script.
BACKOFFICE_CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Sign-up answers known and unknown addresses alike only while an address must be confirmed before the first sign-in.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_ADAPTER = "shop.accounts.adapter.AccountAdapter"
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MERCHANTS_OF = "catalog.selectors.merchants.merchants_of"
"""The function that says which merchants' rows a member of staff may see in the back office."""
COLLEAGUES_OF = "catalog.selectors.merchants.colleagues_of"
"""The function that says whose e-mail addresses a member of a merchant may see there."""
