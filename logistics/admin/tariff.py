"""Tariff packs in the back office: which versions were loaded, and every rule with its source; nothing to change here."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from localization.admin.scoped import ReadOnlyAdmin
from logistics.models import TariffPack
from logistics.selectors.sources import SourcedPack, active_sources
from logistics.selectors.tariffs import RuleLine, rule_lines

_SECTIONS = {"schemes": _("Schemes"), "rules": _("Rules")}
_CONFIDENCES = {"H": _("high"), "M": _("medium"), "L": _("low"), "BG": _("background knowledge")}


@admin.register(TariffPack)
class TariffPackAdmin(ReadOnlyAdmin):
    """Read-only: packs come from files by `manage.py load_tariff`."""

    merchant_path = None
    list_display = (
        "code",
        "called",
        "version_shown",
        "active",
        "own",
        "checked",
        "valid_from",
        "expires",
        "loaded_at",
    )
    list_filter = ("active", "own", "code")
    actions_list = ("sources",)
    search_fields = ("code", "title", "digest")
    fields = (
        "code",
        "called",
        "digest",
        "extends",
        "territories",
        "checked",
        "valid_from",
        "expires",
        "active",
        "own",
        "loaded_at",
        "to_verify",
        "rules",
    )
    readonly_fields = fields

    @action(description=_("Sources of the rules"), permissions=("view",), url_path="sources")  # type: ignore[untyped-decorator]  # unfold ships no types
    def sources(self, request: HttpRequest) -> HttpResponse:
        """Every rule in force with its source, by destination and confidence."""
        every = active_sources()
        codes = [pack.code for pack in every]
        pack = _chosen(request, "pack", codes, codes[:1])
        confidence = _chosen(request, "confidence", [*_CONFIDENCES], [""])
        shown = [one for one in every if pack in ("", one.code)]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Sources of the rules"),
            "opts": self.opts,
            "codes": [(one.code, gettext(one.title), one.code == pack) for one in every],
            "confidences": [(code, name, code == confidence) for code, name in _CONFIDENCES.items()],
            "all_packs": pack == "",
            "packs": [(one, _sourced_rows(one, confidence)) for one in shown],
        }
        return TemplateResponse(request, "admin/logistics/sources.html", context)

    @admin.display(description=_("title"), ordering="title")
    def called(self, pack: TariffPack) -> str:
        """The title in the reader's language."""
        return gettext(pack.title)

    @admin.display(description=_("version"), ordering="digest")
    def version_shown(self, pack: TariffPack) -> str:
        """The version as quotes name it."""
        return pack.version

    @admin.display(description=_("to verify"))
    def to_verify(self, pack: TariffPack) -> SafeString | str:
        """What the pack's author was not sure of."""
        notes = pack.content["pack"].get("verify", [])
        items = format_html_join("", '<li dir="auto">{}</li>', ((note,) for note in notes))
        return format_html("<ul>{}</ul>", items) if notes else "–"

    @admin.display(description=_("rules and rates"))
    def rules(self, pack: TariffPack) -> SafeString:
        """Every rule and rate: what, how much, since when, says who, how sure."""
        titles = (
            gettext("Section"),
            gettext("Rule"),
            gettext("Rate"),
            gettext("From"),
            gettext("To"),
            gettext("Confidence"),
            gettext("Source"),
            gettext("To verify"),
        )
        head = format_html_join("", '<th scope="col">{}</th>', ((title,) for title in titles))
        rows = format_html_join(
            "",
            '<tr dir="auto">' + "<td>{}</td>" * len(titles) + "</tr>",
            (
                (
                    _SECTIONS.get(line.section, line.section),
                    line.name,
                    line.rate,
                    line.effective_from,
                    line.effective_to,
                    _CONFIDENCES.get(line.confidence, line.confidence),
                    line.source,
                    line.verify,
                )
                for line in rule_lines(pack)
            ),
        )
        return format_html(
            '<div class="office-wide" tabindex="0" role="region" aria-label="{}"><table class="office-table">'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            *(gettext("rules and rates"), head, rows),
        )


def _chosen(request: HttpRequest, name: str, known: list[str], default: list[str]) -> str:
    """What the reader chose; the first time the default, and everything for what is not known."""
    if name not in request.GET:
        return next(iter(default), "")
    asked = request.GET[name]
    return asked if asked in known else ""


def _sourced_rows(pack: SourcedPack, confidence: str) -> list[tuple[RuleLine, str]]:
    return [
        (line, str(_CONFIDENCES.get(line.confidence, line.confidence)))
        for line in pack.lines
        if confidence in ("", line.confidence)
    ]
