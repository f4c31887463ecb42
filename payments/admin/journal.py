"""The journal and the trial balance: to look at, never to change."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from localization.admin.scoped import ReadOnlyAdmin
from payments.admin.amounts import entry_kind
from payments.admin.rows import PostingRows
from payments.models import JournalEntry
from payments.selectors import trial_balance, trial_totals
from payments.services.prove_books import prove_books


@admin.register(JournalEntry)
class JournalEntryAdmin(ReadOnlyAdmin):
    """Entries, newest first."""

    merchant_path = None
    list_display = ("key", "kind_shown", "payment", "booked_at")
    list_filter = ("kind",)
    list_select_related = ("payment",)
    search_fields = ("key", "payment__reference")
    fields = ("key", "kind_shown", "payment", "booked_at")
    readonly_fields = ("kind_shown",)
    inlines = (PostingRows,)
    actions_list = ("trial_balance",)

    @admin.display(description=_("kind"), ordering="kind")
    def kind_shown(self, entry: JournalEntry) -> str:
        """What happened to the money."""
        return entry_kind(entry)

    @action(description=_("Trial balance"), permissions=("view",), url_path="trial-balance")  # type: ignore[untyped-decorator]  # unfold ships no types
    def trial_balance(self, request: HttpRequest) -> HttpResponse:
        """Every account's balance, and the proof of the books."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Trial balance"),
            "rows": trial_balance(),
            "totals": trial_totals(),
            "proofs": prove_books(),
        }
        return TemplateResponse(request, "admin/payments/trial_balance.html", context)
