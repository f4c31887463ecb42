"""Gateways, carriers and rate sources by name: a BACKEND and its OPTIONS, as Django does for storages."""

from typing import Any

from shop.settings.environment import EMBEDDED, env

SANDBOX_URL = env.str("SANDBOX_URL", default="http://127.0.0.1:8090")
"""Where the stand-ins of the outside world answer (gateway, carrier and customs); a process of its own, HTTP only."""
SANDBOX_SECRETS = env.list("SANDBOX_SECRETS", default=["embedded-sandbox"] if EMBEDDED else [])
SANDBOX_ENABLED = env.bool("SANDBOX_ENABLED", default=EMBEDDED)

WEBHOOK_BASE_URL = env.str("WEBHOOK_BASE_URL", default="http://127.0.0.1:8000")
"""The address under which providers reach our webhook doors."""

_sandbox_options: dict[str, Any] = {
    "url": SANDBOX_URL,
    "secrets": SANDBOX_SECRETS,
    "webhook_base_url": WEBHOOK_BASE_URL,
}

GATEWAYS: dict[str, dict[str, Any]] = (
    {"sandbox": {"BACKEND": "payments.gateways.sandbox.SandboxGateway", "OPTIONS": _sandbox_options}}
    if SANDBOX_ENABLED
    else {}
)
DEFAULT_GATEWAY = env.str("DEFAULT_GATEWAY", default="sandbox")
CARRIERS: dict[str, dict[str, Any]] = (
    {"sandbox": {"BACKEND": "logistics.carriers.sandbox.SandboxCarrier", "OPTIONS": _sandbox_options}}
    if SANDBOX_ENABLED
    else {}
)
# An office answers for its COUNTRIES (ISO codes; "*": every country no other office names). Where none does, the carrier
# shows the paper form to customs and the declaration follows the carrier's scans.
CUSTOMS: dict[str, dict[str, Any]] = (
    {
        "sandbox": {
            "BACKEND": "logistics.customs.sandbox.SandboxCustoms",
            "OPTIONS": _sandbox_options,
            "COUNTRIES": ["*"],
        }
    }
    if SANDBOX_ENABLED
    else {}
)
TRACKING_QUIET_SECONDS = env.int("TRACKING_QUIET_SECONDS", default=120 if EMBEDDED else 3600)
"""A parcel on its way that is silent for so long is asked about at its carrier, a declaration at customs."""
RATE_SOURCES: dict[str, dict[str, Any]] = {
    "history": {"BACKEND": "localization.rate_sources.ecb_history.EcbHistory", "OPTIONS": {}},
    "live": {
        "BACKEND": "localization.rate_sources.ecb_live.EcbLive",
        "OPTIONS": {
            "url": env.str("ECB_URL", default="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml")
        },
    },
}
DEMO_DISPATCH_SECONDS = env.int("DEMO_DISPATCH_SECONDS", default=0)
"""Above zero, a stand-in for the merchants hands confirmed orders to the carrier after so many seconds (demo only)."""

# Well-formed and nobody's: they let the demo shop use the simplified schemes.
_DEMO_NUMBERS = {
    "IOSS": "IM2760000158",
    "UK-VAT": "GB999999973",
    "VOEC": "2099999",
    "CH-VAT": "CHE100000006MWST",
    "AU-GST": "300000000009",
    "NZ-GST": "49091869",
    "SG-GST": "M90000001X",
    "MY-LVG": "W10240132000001",
    "TH-VAT": "0990000000011",
    "BR-PRC": "99000000000159",
    "CL-VAT": "590000019",
    "CN-CBEC": "CW31000001",
}
REGISTRATIONS: dict[str, str] = env.dict("REGISTRATIONS", default=_DEMO_NUMBERS if EMBEDDED else {})
"""The seller's tax registrations by scheme, e.g. REGISTRATIONS=IOSS=IM…,UK-VAT=GB…: the first seed of the records in the
back office, which decide from then on (`manage.py load_registrations`)."""
