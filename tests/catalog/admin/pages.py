"""Addresses of the catalog's pages, and what a browser would post back from their forms."""

from django.urls import reverse

from localization.admin.group_field import GroupField


def change_url(row) -> str:
    return reverse(f"admin:catalog_{row._meta.model_name}_change", args=[row.pk])


def list_url(name: str) -> str:
    return reverse(f"admin:catalog_{name}_changelist")


def form_of(response) -> dict[str, object]:
    """What a browser would post back unchanged."""
    data = {}
    forms = [response.context["adminform"].form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            if bound.name not in ("new_picture", "DELETE"):
                data |= posted(bound)
    return data


def posted(bound) -> dict[str, object]:
    """What a browser would post of one field; a group's parts each have a name."""
    if isinstance(bound.field, GroupField):
        values = bound.field.widget.decompress(bound.value())
        named = {
            f"{bound.html_name}_{key}": value for key, value in zip(bound.field.parts, values, strict=True)
        }
    else:
        named = {bound.html_name: bound.value()}
    return {name: value for name, value in named.items() if value is not None and value is not False}
