"""Every model and every column has a name a reader's language can give it."""

import pytest
from django.apps import apps
from django.db.models import Field
from django.utils.functional import Promise
from djmoney.models.fields import CurrencyField

from tests.architecture.source import APPS

MODELS = [model for model in apps.get_models() if model.__module__.partition(".")[0] in APPS]
IDS = [model._meta.label for model in MODELS]


def columns(model):
    """The columns somebody wrote; a money column's currency is shown with its amount and never by itself."""
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, Field) and not field.auto_created and not isinstance(field, CurrencyField)
    ]


def test_the_models_of_all_apps_are_looked_at():
    assert {label.partition(".")[0] for label in IDS} == {
        *("accounts", "catalog", "localization", "logistics", "orders", "payments")
    }


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_a_model_is_named_in_the_readers_language(model):
    names = (model._meta.verbose_name, model._meta.verbose_name_plural)
    assert [name for name in names if not isinstance(name, Promise)] == []


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_a_column_is_named_in_the_readers_language(model):
    nameless = [field.name for field in columns(model) if not isinstance(field.verbose_name, Promise)]
    assert nameless == []


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_what_a_column_says_of_itself_is_translatable(model):
    hints = [field.name for field in columns(model) if field.help_text]
    fixed = [name for name in hints if not isinstance(model._meta.get_field(name).help_text, Promise)]
    assert fixed == []
