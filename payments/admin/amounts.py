"""Columns that several pages of payments show: amounts with their currency, and what an entry booked."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from localization.templatetags.localized import money
from payments.labels import ENTRIES
from payments.models import JournalEntry


def entry_kind(entry: JournalEntry) -> str:
    """What an entry booked, in the reader's words."""
    return str(ENTRIES.get(entry.kind, entry.kind))


class AmountColumn:
    """The amount of a row, which its table keeps in minor units beside a currency."""

    @admin.display(description=_("amount"))
    def amount_shown(self, row: Any) -> str:
        """With its currency."""
        return money(row.amount)
