"""The gateway's hosted pages: plain HTML that works on a phone, without scripts and from right to left."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape
from pathlib import Path

from babel.numbers import format_currency

from shop.sandbox import cards
from shop.sandbox.account import Document
from shop.sandbox.texts import LANGUAGES, LOCALES, NAMES, language_of, texts

# This gateway's own decimals, apart from ISO 4217's: https://docs.stripe.com/currencies (zero-decimal, three-decimal).
_ZERO = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
_THREE = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
_STYLE = (Path(__file__).parent / "pages.css").read_text()
_CARDS = (
    (cards.APPROVE, "approve"),
    (cards.CHALLENGE, "challenge"),
    (cards.DECLINE, "decline"),
    (cards.TIMEOUT, "timeout"),
    (cards.DELAYED, "delayed"),
)


def card_form(payment: Document, back: str, *, error: str = "") -> str:
    """Where the buyer types a card number, or presses a test card."""
    said = _said(payment)
    note = f'<p class="error" role="alert" id="error">{said[error]}</p>' if error else ""
    wrong = ' aria-invalid="true" aria-describedby="error"' if error else ""
    return _page(
        payment,
        said["title"],
        f"""<p class="sandbox">{said["sandbox"]}</p>{note}
<form method="post">
<label for="card">{said["card"]}</label>
<input id="card" name="card" dir="ltr" inputmode="numeric" autocomplete="cc-number" maxlength="23"
 placeholder="4242 4242 4242 4242"{wrong}>
<div class="pair"><div><label for="expiry">{said["expiry"]}</label>
<input id="expiry" name="expiry" dir="ltr" inputmode="numeric" autocomplete="cc-exp" maxlength="7" placeholder="12/30"></div>
<div><label for="code">{said["code"]}</label>
<input id="code" name="code" dir="ltr" inputmode="numeric" autocomplete="cc-csc" maxlength="4" placeholder="123"></div></div>
<button class="main" type="submit">{said["pay"]}</button>
<p class="private">{said["private"]}</p>
<h2>{said["cards"]}</h2><ul class="cards">{"".join(_card(number, said[name]) for number, name in _CARDS)}</ul>
</form>{_link(back, said["back"])}""",
    )


def challenge(payment: Document) -> str:
    """The bank's question in between (3-D Secure)."""
    said = _said(payment)
    return _page(
        payment,
        said["challenge_title"],
        f"""<h2>{said["challenge_title"]}</h2><p>{said["challenge_text"]}</p>
<form method="post" action="/gateway/pay/{payment["id"]}/challenge">
<button class="main" name="answer" value="approve">{said["confirm"]}</button>
<button class="quiet" name="answer" value="fail">{said["reject"]}</button></form>""",
    )


def closed(payment: Document, back: str) -> str:
    """A payment that was declined, or that needs nothing more."""
    kind = "declined" if payment["status"] == "declined" else "closed"
    return _notice(payment, kind, back)


def gone(payment: Document, back: str) -> str:
    """What a buyer sees when the gateway charged, but its answer got lost."""
    return _notice(payment, "gone", back)


def missing() -> str:
    """No payment stands behind the link."""
    said = texts("en")
    return _frame("en", said["missing_title"], f"<h2>{said['missing_title']}</h2>")


def _notice(payment: Document, kind: str, back: str) -> str:
    said = _said(payment)
    return _page(
        payment,
        said[f"{kind}_title"],
        f"""<h2>{said[f"{kind}_title"]}</h2><p>{said[f"{kind}_text"]}</p>
<a class="main" id="back" href="{escape(back)}">{said["back"]}</a>""",
    )


def _card(number: str, label: str) -> str:
    spaced = " ".join(number[start : start + 4] for start in range(0, len(number), 4))
    return (
        f'<li><button class="card" name="test_card" value="{number}" formnovalidate>'
        f'<bdi dir="ltr">{spaced}</bdi><span>{label}</span></button></li>'
    )


def _link(back: str, label: str) -> str:
    return f'<p class="back"><a href="{escape(back)}">{label}</a></p>'


def _said(payment: Document) -> Mapping[str, str]:
    """Every text with the payment's facts in place, safe to put into HTML."""
    facts = {
        "amount": f"<bdi>{escape(_amount(payment))}</bdi>",
        "ends": f'<bdi dir="ltr">{escape(str(payment.get("card_ends", "")))}</bdi>',
    }
    said = texts(language_of(payment["language"]))
    return {name: text.format(**facts) for name, text in said.items()}


def _amount(payment: Document) -> str:
    code = payment["currency"]
    decimals = 0 if code in _ZERO else 3 if code in _THREE else 2
    amount = Decimal(payment["amount_minor"]).scaleb(-decimals)
    return format_currency(amount, code, locale=LOCALES[language_of(payment["language"])])


def _page(payment: Document, title: str, main: str) -> str:
    said = _said(payment)
    head = (
        f'<p class="payee">{said["pay_to"]}</p><h1><bdi>{escape(_amount(payment))}</bdi></h1>'
        f'<p class="what"><bdi>{escape(payment["description"] or payment["reference"])}</bdi></p>'
    )
    return _frame(language_of(payment["language"]), title, head + main)


def _frame(language: str, title: str, main: str) -> str:
    direction = "rtl" if language == "ar" else "ltr"
    choices = "".join(
        f'<a href="?lang={code}" lang="{code}"{" aria-current=true" if code == language else ""}>{NAMES[code]}</a>'
        for code in LANGUAGES
    )
    return f"""<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title} · Causeway</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<style>{_STYLE}</style></head><body><main>{main}</main><nav aria-label="Language">{choices}</nav></body></html>"""
