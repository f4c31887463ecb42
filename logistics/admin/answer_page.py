"""The page where an operator answers a question of customs: with the parcel's invoice, or with a file."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from localization.refusals import Refusal
from logistics.selectors.questions import Question, invoice_answer
from logistics.services.answer_customs import answer_customs
from logistics.values import CustomsAnswer

_NOTE_LENGTH = 500


class AnswerForm(forms.Form):
    """Which question, the document (none: the parcel's commercial invoice), and a note."""

    question = forms.TypedChoiceField(label=_("Question"), coerce=int, widget=UnfoldAdminSelectWidget)
    file = forms.FileField(
        label=_("Document"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "PDF, PNG or JPEG, at most 5 MB. Without a file the parcel's commercial invoice is sent."
        ),
    )
    note = forms.CharField(
        label=_("Note to customs"),
        required=False,
        max_length=_NOTE_LENGTH,
        widget=UnfoldAdminTextInputWidget,
    )

    def __init__(self, data: Any, files: Any, *, open_questions: list[Question]) -> None:
        super().__init__(data, files)
        choice: Any = self.fields["question"]
        choice.choices = [(one.id, one.label) for one in open_questions]

    def sent(self, declaration_id: int, *, actor: str) -> bool:
        """Whether the answer was written down; False, with the reason on the form, when it was refused."""
        try:
            answer_customs(self.cleaned_data["question"], self._answer(declaration_id), actor=actor)
        except Refusal as refusal:
            self.add_error("file", str(refusal))
            return False
        return True

    def _answer(self, declaration_id: int) -> CustomsAnswer:
        note, file = self.cleaned_data["note"], self.cleaned_data["file"]
        if file is None:
            return invoice_answer(declaration_id, note=note)
        return CustomsAnswer(note=note, name=file.name, content=file.read())


def answer_page(
    page: Any, request: HttpRequest, declaration: Any, asked: tuple[Question, ...]
) -> HttpResponse:
    """Show the questions and the form, write an answer down, go back to the declaration."""
    still_open = [question for question in asked if question.open]
    form = AnswerForm(request.POST or None, request.FILES or None, open_questions=still_open)
    if form.is_valid() and form.sent(declaration.pk, actor=str(request.user)):
        page.message_user(request, _("The answer is on its way to customs."))
        return redirect("admin:logistics_declaration_change", declaration.pk)
    context = {
        **page.admin_site.each_context(request),
        "title": _("Answer customs"),
        "opts": page.model._meta,
        "original": declaration,
        "questions": asked,
        "form": form if still_open else None,
    }
    return TemplateResponse(request, "admin/logistics/answer_customs.html", context)
