"""What comes out of the landed-cost engine: charges with their reasons, as values and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Self

from moneyed import Money

from localization.money import total
from localization.rates import FxRate
from logistics.landed_cost.notice import Notice

Kind = Literal[
    "duty", "vat", "import_vat", "gst", "consumption_tax", "cbec_tax", "sales_tax", "excise", "fee"
]
Confidence = Literal["H", "M", "L", "BG"]
Collected = Literal["checkout", "border"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Charge:
    """One amount owed, with its arithmetic and its legal reason; amounts are in the currency of the answer.

    `rate` is the effective pure rate (0.19 for 19 %), None for flat and specific amounts; `line_id` is None when the
    charge belongs to the whole consignment; `effective_to` is the last day, None while open. `title` is the rule's name in
    English, as its pack gives it. `waived_up_to` is set when the amount is zero because the tariff does not collect sums up
    to this limit, which is in the tariff's own currency. `collected` says who takes it: the seller at checkout or somebody
    at the border.
    """

    kind: Kind
    authority: str
    line_id: str | None
    base: Money
    rate: Decimal | None
    amount: Money
    rule: str
    scheme: str
    source: str
    effective_from: date
    effective_to: date | None
    confidence: Confidence
    note: str = ""
    title: str = ""
    waived_up_to: Money | None = None
    collected: Collected = "border"

    def to_json(self) -> dict[str, Any]:
        """This charge as plain JSON values."""
        return {
            "kind": self.kind,
            "authority": self.authority,
            "line_id": self.line_id,
            "base": _money_json(self.base),
            "rate": None if self.rate is None else str(self.rate),
            "amount": _money_json(self.amount),
            "rule": self.rule,
            "scheme": self.scheme,
            "source": self.source,
            "effective_from": self.effective_from.isoformat(),
            "effective_to": self.effective_to.isoformat() if self.effective_to else None,
            "confidence": self.confidence,
            "note": self.note,
            "title": self.title,
            "waived_up_to": _money_json(self.waived_up_to) if self.waived_up_to else None,
            "collected": self.collected,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The charge that `to_json` wrote."""
        limit = data.get("waived_up_to")
        read = {
            "waived_up_to": _money(limit) if limit else None,
            "base": _money(data["base"]),
            "rate": None if data["rate"] is None else Decimal(data["rate"]),
            "amount": _money(data["amount"]),
            "effective_from": date.fromisoformat(data["effective_from"]),
            "effective_to": date.fromisoformat(data["effective_to"]) if data["effective_to"] else None,
        }
        return cls(**{**data, **read})


@dataclass(frozen=True, kw_only=True, slots=True)
class Relief:
    """Why goods that cross a customs border owe no duty, and with `of_tax` no tax either: the scheme they enter under.

    `title` is the scheme's name in English, as its pack gives it; `effective_to` is the last day, None while open.
    """

    scheme: str
    title: str
    of_tax: bool
    source: str
    effective_from: date
    effective_to: date | None
    confidence: Confidence

    def to_json(self) -> dict[str, Any]:
        """This relief as plain JSON values."""
        return {
            "scheme": self.scheme,
            "title": self.title,
            "of_tax": self.of_tax,
            "source": self.source,
            "effective_from": self.effective_from.isoformat(),
            "effective_to": self.effective_to.isoformat() if self.effective_to else None,
            "confidence": self.confidence,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The relief that `to_json` wrote."""
        ends = data["effective_to"]
        read = {
            "effective_from": date.fromisoformat(data["effective_from"]),
            "effective_to": date.fromisoformat(ends) if ends else None,
        }
        return cls(**{**data, **read})


@dataclass(frozen=True, kw_only=True, slots=True)
class LandedCost:
    """Every charge of a consignment. `scheme` names the customs procedures used, joined by "+"; `reliefs` are those of them
    under which nothing is owed that the border otherwise takes.
    """

    charges: tuple[Charge, ...]
    scheme: str
    collected: Collected
    currency: str
    pack_version: str
    reliefs: tuple[Relief, ...] = ()
    warnings: tuple[Notice, ...] = ()
    fx: tuple[FxRate, ...] = ()

    @property
    def duty(self) -> Money:
        """Customs duty, all lines."""
        return total((charge.amount for charge in self.charges if charge.kind == "duty"), self.currency)

    @property
    def fees(self) -> Money:
        """Fees of authorities and carriers."""
        return total((charge.amount for charge in self.charges if charge.kind == "fee"), self.currency)

    @property
    def tax(self) -> Money:
        """Every tax that is neither duty nor fee."""
        taxes = (charge.amount for charge in self.charges if charge.kind not in ("duty", "fee"))
        return total(taxes, self.currency)

    @property
    def total(self) -> Money:
        """Duty, tax and fees together."""
        return total((charge.amount for charge in self.charges), self.currency)

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values; `from_json` reads it back."""
        return {
            "scheme": self.scheme,
            "collected": self.collected,
            "currency": self.currency,
            "pack_version": self.pack_version,
            "duty": _money_json(self.duty),
            "tax": _money_json(self.tax),
            "fees": _money_json(self.fees),
            "total": _money_json(self.total),
            "charges": [charge.to_json() for charge in self.charges],
            "reliefs": [relief.to_json() for relief in self.reliefs],
            "warnings": [notice.to_json() for notice in self.warnings],
            "fx": [_fx_json(rate) for rate in self.fx],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The answer that `to_json` wrote, exact to the cent."""
        return cls(
            # Quotes frozen before charges said it themselves: all of one consignment were collected alike.
            charges=tuple(
                Charge.from_json({"collected": data["collected"], **row}) for row in data["charges"]
            ),
            scheme=data["scheme"],
            collected=data["collected"],
            currency=data["currency"],
            pack_version=data["pack_version"],
            reliefs=tuple(Relief.from_json(relief) for relief in data.get("reliefs", ())),
            warnings=tuple(Notice.from_json(notice) for notice in data["warnings"]),
            fx=tuple(_fx(rate) for rate in data["fx"]),
        )


def _money_json(money: Money) -> dict[str, str]:
    return {"amount": str(money.amount), "currency": money.currency.code}


def _money(data: Mapping[str, str]) -> Money:
    return Money(Decimal(data["amount"]), data["currency"])


def _fx_json(rate: FxRate) -> dict[str, str]:
    return {
        "source": rate.source,
        "target": rate.target,
        "rate": str(rate.rate),
        "day": rate.day.isoformat(),
        "provider": rate.provider,
    }


def _fx(data: Mapping[str, str]) -> FxRate:
    return FxRate(
        source=data["source"],
        target=data["target"],
        rate=Decimal(data["rate"]),
        day=date.fromisoformat(data["day"]),
        provider=data["provider"],
    )
