"""What must not go live is said by the system check."""

from localization.sealed import new_key
from shop import checks


def test_a_sandbox_beside_production_is_an_error(settings):
    settings.EMBEDDED = False
    settings.GATEWAYS = {"sandbox": {"OPTIONS": {"secrets": ["s"]}}}
    assert [e.id for e in checks.no_sandbox_in_production()] == ["shop.E001"]


def test_the_embedded_shape_may_use_the_sandbox(settings):
    settings.EMBEDDED = True
    assert checks.no_sandbox_in_production() == []


def test_a_provider_with_blank_secrets_is_an_error(settings):
    settings.GATEWAYS = {"sandbox": {"OPTIONS": {"secrets": [""]}}}
    settings.CARRIERS = {}
    assert [e.id for e in checks.providers_have_secrets()] == ["shop.E002"]


def test_a_short_key_is_an_error_outside_the_laptop(settings):
    settings.EMBEDDED = False
    settings.SECRET_KEY = "short"
    assert [e.id for e in checks.a_key_is_set()] == ["shop.E003"]


def test_missing_or_bad_field_keys_are_an_error(settings):
    settings.EMBEDDED = False
    settings.FIELD_KEYS = []
    assert [e.id for e in checks.field_keys_are_our_own()] == ["shop.E004"]
    settings.FIELD_KEYS = [new_key(), "changeme"]
    assert [e.id for e in checks.field_keys_are_our_own()] == ["shop.E004"]


def test_the_key_of_a_demo_shop_may_not_go_live(settings, tmp_path):
    settings.EMBEDDED = False
    settings.LAPTOP_FIELD_KEY = tmp_path / "field-key"
    settings.FIELD_KEYS = [new_key()]
    assert checks.field_keys_are_our_own() == []
    settings.LAPTOP_FIELD_KEY.write_text(settings.FIELD_KEYS[0])
    assert [e.id for e in checks.field_keys_are_our_own()] == ["shop.E004"]


def test_a_shop_that_does_not_say_who_runs_it_is_an_error(settings):
    settings.OPERATOR = {
        "name": "",
        "address": "1 Road",
        "email": "a@b.example",
        "register": "",
        "tax_id": "",
    }
    assert [(e.id, e.hint) for e in checks.the_operator_is_named()] == [("shop.E005", "Set OPERATOR_NAME.")]
