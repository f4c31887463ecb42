"""Customs declarations in the back office: where they stand, what was filed, what customs asks, and the buttons."""

import json

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from localization.admin.history import HistoryRows
from localization.admin.scoped import ReadOnlyAdmin
from localization.refusals import Refusal
from localization.templatetags.localized import moment
from logistics.admin.answer_page import answer_page
from logistics.models import Declaration, DeclarationHistory
from logistics.selectors.questions import Question, questions
from logistics.services.retry_declaration import retry_declaration


class VerdictRows(HistoryRows):
    """Why the declaration moved."""

    model = DeclarationHistory


@admin.register(Declaration)
class DeclarationAdmin(ReadOnlyAdmin):
    """Which parcel was declared how, and what customs makes of it."""

    merchant_path = None
    list_display = ("shipment", "state", "form", "data_set", "mrn", "made_at", "decided_at")
    list_filter = ("state", ("parked_at", admin.EmptyFieldListFilter), "data_set", "form")
    list_select_related = ("shipment",)
    search_fields = ("shipment__reference", "shipment__number", "mrn")
    inlines = (VerdictRows,)
    actions = ("file_again",)
    fields = (
        ("shipment", "state", "form"),
        "asked",
        "papers",
        ("office", "data_set", "mrn", "customs_reference"),
        ("made_at", "filed_at", "decided_at"),
        ("attempts", "faults", "run_after", "parked_at", "problem"),
        "declared",
        "filed",
    )
    readonly_fields = ("asked", "papers", "declared", "filed")

    def get_urls(self) -> list[URLPattern]:
        """One more page: the answer to customs."""
        view = self.admin_site.admin_view(self.answer)
        name = "logistics_declaration_answer"
        urls: list[URLPattern] = super().get_urls()
        return [path("<path:object_id>/answer/", view, name=name), *urls]

    def answer(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The page for an operator; the same 404 for a missing declaration and for whoever may not see it."""
        declaration = self.get_object(request, object_id)
        if declaration is None or not self.has_view_permission(request, declaration):
            raise Http404
        if not self.has_operate_permission(request):
            raise PermissionDenied
        return answer_page(self, request, declaration, questions(declaration.pk))

    @admin.display(description=_("What customs asks"))
    def asked(self, declaration: Declaration) -> str:
        """Each question and what became of it, with the way to the answer."""
        found = questions(declaration.pk)
        rows = format_html_join("", "<li>{} · {} · {}</li>", ((q.label, q.text, _stage(q)) for q in found))
        if not any(question.open for question in found):
            return format_html("<ul>{}</ul>", rows) if found else "–"
        url = reverse("admin:logistics_declaration_answer", args=(declaration.pk,))
        link = format_html(
            '<a class="underline font-semibold" href="{}">{}</a>', url, _("Answer with a document")
        )
        return format_html("<ul>{}</ul>{}", rows, link)

    @admin.display(description=_("Papers"))
    def papers(self, declaration: Declaration) -> str:
        """The form and the invoice as PDF."""
        kinds = ((declaration.form, declaration.get_form_display()), ("invoice", _("Commercial invoice")))
        page = "admin:logistics_shipment_paper"
        links = ((reverse(page, args=(declaration.shipment_id, kind)), label) for kind, label in kinds)
        return format_html_join(" · ", '<a class="underline" href="{}">{}</a>', links)

    @admin.display(description=_("Declared"))
    def declared(self, declaration: Declaration) -> str:
        """What the postal form says."""
        return _as_text(declaration.content)

    @admin.display(description=_("Data as filed"))
    def filed(self, declaration: Declaration) -> str:
        """The data set as customs got it."""
        return _as_text(declaration.message) if declaration.message else "–"

    @admin.action(description=_("File again"), permissions=["operate"])
    def file_again(self, request: HttpRequest, declarations: QuerySet[Declaration]) -> None:
        """For declarations that customs refused, or whose work was given up."""
        done = 0
        for declaration in declarations:
            try:
                retry_declaration(declaration.pk, actor=str(request.user))
            except Refusal as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                done += 1
        text = ngettext("%(count)s declaration was changed.", "%(count)s declarations were changed.", done)
        self.message_user(request, text % {"count": done}, messages.SUCCESS)


def _stage(question: Question) -> str | Promise:
    if question.sent_at:
        return format_html("{} <bdi>{}</bdi>", _("sent"), moment(question.sent_at))
    return _("on its way") if question.answered_at else _("not answered yet")


def _as_text(content: object) -> str:
    return format_html("<pre>{}</pre>", json.dumps(content, indent=2, ensure_ascii=False))
