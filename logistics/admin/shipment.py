"""Shipments in the back office: read-only with their timeline and papers, and buttons that call services."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from localization.admin.history import HistoryRows
from localization.admin.scoped import ReadOnlyAdmin, ScopedTabularInline
from localization.refusals import Refusal
from localization.templatetags.localized import moment
from logistics.models import Declaration, Shipment, ShipmentHistory, ShipmentLine, TrackingEvent
from logistics.selectors.shipments import document, timeline
from logistics.services.cancel_shipment import cancel_shipment
from logistics.services.retry_shipment import retry_shipment
from logistics.tracking import event_label
from logistics.values import DocumentKind

_KINDS: dict[str, DocumentKind] = {"label": "label", "cn22": "cn22", "cn23": "cn23", "invoice": "invoice"}
_PAPERS = {
    "label": _("Label"),
    "cn22": "CN22",
    "cn23": "CN23",
    "invoice": _("Commercial invoice"),
}


class _FrozenInline(ScopedTabularInline):
    """Rows that write themselves."""

    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody adds them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody edits them by hand."""
        return False


class LineInline(_FrozenInline):
    """What is in the parcel."""

    model = ShipmentLine
    fields = ("sku", "description", "hs_code", "origin", "quantity", "weight_grams", "value")


class MoveRows(HistoryRows):
    """Why the parcel moved."""

    model = ShipmentHistory

    def worded(self, reason: str) -> str:
        """A scan's code by its meaning, with its place; anything else as it is."""
        code, _space, place = reason.partition(" ")
        meaning = event_label(code)
        return super().worded(reason) if meaning == code else ", ".join(filter(None, (meaning, place)))


class EventInline(_FrozenInline):
    """What the carrier said, also what we do not show."""

    model = TrackingEvent
    fields = ("local_time", "meaning", "code", "place", "country", "condition", "received_at")
    readonly_fields = ("meaning",)

    @admin.display(description=_("event"))
    def meaning(self, event: TrackingEvent) -> str:
        """What the carrier's code says, in the reader's language."""
        return event_label(event.code, event.condition)


@admin.register(Shipment)
class ShipmentAdmin(ReadOnlyAdmin):
    """Parcels and where they are."""

    merchant_path = None
    list_display = ("reference", "number", "state", "carrier", "service_code", "booked_at", "delivered_at")
    list_filter = ("state", ("parked_at", admin.EmptyFieldListFilter), "carrier", "service_code")
    search_fields = ("reference", "number")
    inlines = (LineInline, MoveRows, EventInline)
    actions = ("ask_again", "cancel")
    fields = (
        ("reference", "state", "number"),
        ("carrier", "service_code", "incoterm"),
        "papers",
        "story",
        ("freight", "insurance"),
        ("asked_at", "booked_at", "handed_over_at", "delivered_at"),
        ("attempts", "faults", "run_after", "parked_at", "problem"),
    )
    readonly_fields = ("papers", "story")

    def get_urls(self) -> list[URLPattern]:
        """The papers beside the pages."""
        view = self.admin_site.admin_view(self.paper)
        name = "logistics_shipment_paper"
        return [path("<int:shipment_id>/papers/<str:kind>/", view, name=name), *super().get_urls()]

    def paper(self, request: HttpRequest, shipment_id: int, kind: str) -> HttpResponse:
        """One paper as PDF; the same 404 for a missing one and for whoever may not see the parcel."""
        shipment = self.get_object(request, str(shipment_id))
        if shipment is None or kind not in _KINDS or not self.has_view_permission(request, shipment):
            raise Http404
        try:
            pdf = document(shipment_id, _KINDS[kind])
        except Refusal as refusal:
            raise Http404(str(refusal)) from refusal
        name = f'inline; filename="{kind}-{shipment.number}.pdf"'
        return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": name})

    @admin.display(description=_("Papers"))
    def papers(self, shipment: Shipment) -> str:
        """Links to what can be printed."""
        forms = Declaration.objects.filter(shipment=shipment).values_list("form", flat=True)
        kinds = ["label", *forms, *(["invoice"] if forms else [])] if shipment.number else []
        links = (
            (reverse("admin:logistics_shipment_paper", args=(shipment.pk, k)), _PAPERS[k]) for k in kinds
        )
        return format_html_join(" · ", '<a href="{}">{}</a>', links) or "–"

    @admin.display(description=_("Timeline"))
    def story(self, shipment: Shipment) -> str:
        """What the buyer sees."""
        rows = (
            (moment(entry.at), ", ".join(filter(None, (str(entry.description), entry.place))))
            for entry in timeline(shipment.pk)
        )
        entries = format_html_join("", "<li><bdi>{}</bdi> · <bdi>{}</bdi></li>", rows)
        return format_html("<ol>{}</ol>", entries) if entries else "–"

    @admin.action(description=_("Ask the carrier again"), permissions=["operate"])
    def ask_again(self, request: HttpRequest, shipments: QuerySet[Shipment]) -> None:
        """For parcels the carrier refused, or whose work was given up."""
        self._each(request, shipments, retry_shipment)

    @admin.action(description=_("Cancel before hand-over"), permissions=["operate"])
    def cancel(self, request: HttpRequest, shipments: QuerySet[Shipment]) -> None:
        """For parcels that should not leave."""
        self._each(request, shipments, cancel_shipment)

    def _each(self, request: HttpRequest, shipments: QuerySet[Shipment], service: Callable[..., Any]) -> None:
        done = 0
        for shipment in shipments:
            try:
                service(shipment.pk, actor=str(request.user))
            except Refusal as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                done += 1
        text = ngettext("%(count)s parcel was changed.", "%(count)s parcels were changed.", done)
        self.message_user(request, text % {"count": done}, messages.SUCCESS)
