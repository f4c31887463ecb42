"""System checks: what must not go live unseen."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from localization.sealed import good_key

_SHORTEST_KEY = 40


@register(Tags.security, deploy=True)
def no_sandbox_in_production(**_kwargs: Any) -> list[CheckMessage]:
    """Stand-ins of gateway, carrier and customs never take a real buyer's order."""
    sandboxed = [
        name for name in (*settings.GATEWAYS, *settings.CARRIERS, *settings.CUSTOMS) if name == "sandbox"
    ]
    if not sandboxed or settings.EMBEDDED:
        return []
    return [Error("A sandbox provider is configured.", hint="Set SANDBOX_ENABLED=false.", id="shop.E001")]


@register(Tags.security, deploy=True)
def providers_have_secrets(**_kwargs: Any) -> list[CheckMessage]:
    """A provider without a webhook secret would refuse every message: better said at start than found out."""
    kinds = (settings.GATEWAYS, settings.CARRIERS, settings.CUSTOMS)
    providers: Sequence[tuple[str, dict[str, Any]]] = [entry for kind in kinds for entry in kind.items()]
    return [
        Error(f"{name} has no webhook secret.", hint="Give it `secrets` in its OPTIONS.", id="shop.E002")
        for name, provider in providers
        if not any(provider["OPTIONS"].get("secrets", ()))
    ]


@register(Tags.security, deploy=True)
def the_operator_is_named(**_kwargs: Any) -> list[CheckMessage]:
    """A shop must say who runs it before anybody buys."""
    missing = [name for name in ("name", "address", "email") if not settings.OPERATOR[name]]
    return [
        Error(f"The operator's {name} is not said.", hint=f"Set OPERATOR_{name.upper()}.", id="shop.E005")
        for name in missing
    ]


@register(Tags.security)
def a_key_is_set(**_kwargs: Any) -> list[CheckMessage]:
    """Outside the embedded shape the key comes from the environment."""
    if settings.EMBEDDED or len(settings.SECRET_KEY) >= _SHORTEST_KEY:
        return []
    return [Error("SECRET_KEY is missing or short.", hint="Set 50 random characters.", id="shop.E003")]


@register(Tags.security, deploy=True)
def field_keys_are_our_own(**_kwargs: Any) -> list[CheckMessage]:
    """What lies sealed in the database rests on keys that are random, well-formed and none a laptop made for a demo."""
    if settings.EMBEDDED:
        return []
    hint = "Set FIELD_KEYS to the output of `manage.py new_field_key`, the newest key first."
    if not settings.FIELD_KEYS:
        return [Error("FIELD_KEYS is missing.", hint=hint, id="shop.E004")]
    if not all(map(good_key, settings.FIELD_KEYS)):
        return [Error("FIELD_KEYS holds what is no key.", hint=hint, id="shop.E004")]
    laptop = settings.LAPTOP_FIELD_KEY
    if laptop.exists() and laptop.read_text() in settings.FIELD_KEYS:
        return [Error("FIELD_KEYS holds the key of the demo shop.", hint=hint, id="shop.E004")]
    return []
