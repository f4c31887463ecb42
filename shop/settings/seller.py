"""Who runs the shop, as its pages must say by law (Directive 2000/31/EC, article 5; Directive 2011/83/EU, article 6)."""

from shop.settings.environment import EMBEDDED, env


def _said(name: str, demo: str) -> str:
    said: str = env.str(name, default=demo if EMBEDDED else "")
    return said


OPERATOR = {
    "name": _said("OPERATOR_NAME", "Causeway Demo GmbH"),
    "address": _said("OPERATOR_ADDRESS", "Musterstraße 1, 10115 Berlin, DE"),
    "email": _said("OPERATOR_EMAIL", "service@causeway.example"),
    "register": _said("OPERATOR_REGISTER", "HRB 000000, Amtsgericht Charlottenburg"),
    "tax_id": _said("OPERATOR_TAX_ID", "DE000000000"),
}
"""Name, postal address, e-mail, register entry and VAT number; outside the embedded shape a check wants them set."""
