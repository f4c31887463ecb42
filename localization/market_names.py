"""The names of our markets as messages to translate; reference/markets.yaml uses exactly these."""

from django.utils.translation import gettext_noop as _

MARKET_NAMES = (
    _("Germany and Austria"),
    _("France, Belgium, Luxembourg and Monaco"),
    _("United Kingdom"),
    _("United States"),
    _("Japan"),
    _("Australia"),
    _("United Arab Emirates"),
    _("China"),
    _("Switzerland and Liechtenstein"),
    _("Norway"),
    _("Spain"),
    _("Canada"),
    _("Brazil"),
    _("South Korea"),
    _("New Zealand"),
)
