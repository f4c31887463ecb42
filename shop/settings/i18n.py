"""Languages, time and formats."""

from django.utils.translation import gettext_lazy as _

from shop.settings.environment import EMBEDDED, ROOT, env

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("ja", _("Japanese")),
    ("zh-hans", _("Chinese")),
    ("ar", _("Arabic")),
]
LOCALE_PATHS = [ROOT / "localization" / "locale"]
USE_THOUSAND_SEPARATOR = True

FX_MAX_AGE_DAYS = env.int("FX_MAX_AGE_DAYS", default=3650 if EMBEDDED else 5)
"""A currency whose newest rate is older than this many days is closed for sale. Five bridges Easter, when the ECB publishes
nothing from Friday to Monday; a laptop lives on the bundled history, whose date every price shows."""
