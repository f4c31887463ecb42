"""The shop's own packs, market by market: what each scheme charges, and where one ends and the next begins."""

from datetime import date

import pytest
from moneyed import Money

from logistics.landed_cost import CannotQuote, LandedCost
from tests.logistics.tariff_support import amounts, line, parcel, quoted

OURS = ("IOSS", "UK-VAT", "AU-GST", "CN-CBEC")

# destination, currency, goods, freight, other facts of the parcel, scheme, charges
CASES = [
    ("DE", "EUR", "39.00", "12.00", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "9.69")]),
    ("DE", "EUR", "150.00", "0", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "28.50")]),
    ("DE", "EUR", "150.01", "0", {}, "standard", [("customs-duty", "12.00"), ("import-vat", "30.78")]),
    ("DE", "EUR", "150.00", "99", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "47.31")]),
    ("DE", "EUR", "150.00", "0", {"registrations": ()}, "low-value", [("flat-duty", "3.00"), ("import-vat", "29.07")]),
    ("DE", "EUR", "100.00", "10", {"ship_from": "PT"}, "oss", [("supply-vat", "20.90")]),
    ("DE", "EUR", "100.00", "10", {"ship_from": "DE"}, "domestic", [("supply-vat", "20.90")]),
    ("DE", "EUR", "39.00", "0", {"on": date(2026, 6, 30)}, "IOSS", [("ioss-vat", "7.41")]),
    ("FR", "EUR", "100.00", "0", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "20.00"), ("line-fee", "2.00")]),
    ("FR", "EUR", "100.00", "0", {"on": date(2026, 2, 28)}, "IOSS", [("ioss-vat", "20.00")]),
    ("MC", "EUR", "100.00", "0", {"ship_from": "FR"}, "oss", [("supply-vat", "20.00")]),
    ("AT", "EUR", "100.00", "0", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "20.00")]),
    ("BE", "EUR", "100.00", "0", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "21.00")]),
    ("LU", "EUR", "100.00", "0", {}, "IOSS", [("flat-duty", "3.00"), ("ioss-vat", "17.00")]),
    ("GB", "GBP", "135.00", "5.00", {}, "UK-VAT", [("supply-vat", "28.00")]),
    ("GB", "GBP", "135.01", "5.00", {}, "standard", [("customs-duty", "11.20"), ("import-vat", "30.24")]),
    ("GB", "GBP", "100.00", "0", {"postcode": "BT1 5GS", "registrations": ()}, "low-value", None),
    ("GB", "GBP", "60.00", "0", {"registrations": ()}, "low-value-unregistered", [("import-vat", "12.00")]),
    ("US", "USD", "100.00", "20.00", {}, "informal",
     [("column-1", "0.90"), ("section-301-china", "7.50"), ("forced-labour", "12.50")]),
    ("US", "USD", "100.00", "0", {"on": date(2026, 7, 23)}, "informal",
     [("column-1", "0.90"), ("section-301-china", "7.50"), ("section-122", "10.00")]),
    ("US", "USD", "2500.01", "0", {"on": date(2026, 7, 23)}, "formal",
     [("column-1", "22.50"), ("section-301-china", "187.50"), ("section-122", "250.00"), ("mpf-formal", "33.58")]),
    ("US", "USD", "100.00", "0", {"ship_from": "US"}, "domestic", []),
    ("JP", "JPY", "16666", "9999", {}, "relief-10000", []),
    ("JP", "JPY", "16668", "0", {}, "standard", [("customs-duty", "720"), ("consumption-tax", "1072")]),
    ("JP", "JPY", "5000", "500", {"ship_from": "JP"}, "domestic", [("domestic-consumption-tax", "550")]),
    ("AU", "AUD", "1000.00", "50.00", {}, "AU-GST", [("supply-gst", "105.00")]),
    ("AU", "AUD", "1000.01", "50.00", {}, "standard", [("customs-duty", "50.00"), ("import-gst", "110.00")]),
    ("AU", "AUD", "1000.00", "50.00", {"registrations": ()}, "low-value-unregistered", []),
    ("AE", "AED", "950.00", "50.00", {}, "low-value", [("import-vat", "50.00")]),
    ("AE", "AED", "950.01", "50.00", {}, "standard", [("customs-duty", "50.00"), ("import-vat", "52.50")]),
    ("CN", "CNY", "5000.00", "0", {"ship_from": "DE"}, "CN-CBEC", [("cbec-vat", "455.00")]),
    ("CN", "CNY", "5000.01", "0", {"ship_from": "DE"}, "CN-CBEC-full", [("customs-duty", "300.00"), ("full-vat", "689.00")]),
    ("CN", "CNY", "100.00", "10", {}, "domestic", [("supply-vat", "14.30")]),
    ("CN", "CNY", "250.00", "0", {"ship_from": "DE", "registrations": (), "service_mode": "post"},
     "postal-articles", [("postal-tax", "0.00")]),
    ("CN", "CNY", "250.05", "0", {"ship_from": "DE", "registrations": (), "service_mode": "post"},
     "postal-articles", [("postal-tax", "50.01")]),
]  # fmt: skip


@pytest.mark.parametrize(("to", "currency", "goods", "freight", "facts", "scheme", "charges"), CASES)
def test_a_market_charges_what_its_scheme_says(to, currency, goods, freight, facts, scheme, charges):
    known = {"registrations": OURS, "ship_from": "CN", **facts}
    answer = quoted(parcel(to, currency, line(goods, currency), freight=freight, **known))
    assert answer.scheme == scheme
    if charges is not None:
        assert amounts(answer) == charges


@pytest.mark.parametrize(
    ("to", "currency", "facts", "reliefs"),
    [
        ("JP", "JPY", {}, [("relief-10000", "Customs value up to JPY 10,000, no duty and no consumption tax", True)]),
        ("AE", "AED", {}, [("low-value", "Customs value up to AED 1,000, no duty", False)]),
        ("DE", "EUR", {}, []),
        ("DE", "EUR", {"on": date(2026, 6, 30)}, [("IOSS", "Import One-Stop Shop, up to EUR 150", False)]),
        ("US", "USD", {"ship_from": "US"}, []),
    ],
)  # fmt: skip
def test_a_border_that_takes_nothing_says_by_which_scheme(to, currency, facts, reliefs):
    answer = quoted(parcel(to, currency, line("100", currency), registrations=OURS, **facts))
    assert [(relief.scheme, relief.title, relief.of_tax) for relief in answer.reliefs] == reliefs


def test_a_relief_has_its_source_and_its_days():
    answer = quoted(parcel("JP", "JPY", line("5000", "JPY")))
    (relief,) = answer.reliefs
    assert relief.source == "https://importsquare.com/post/dutyandtax"
    assert (relief.effective_from, relief.effective_to) == (date(2024, 1, 1), date(2028, 3, 31))
    assert LandedCost.from_json(answer.to_json()).reliefs == answer.reliefs


def test_a_tax_that_is_not_collected_names_its_limit():
    articles = {"ship_from": "DE", "service_mode": "post"}
    waived = quoted(parcel("CN", "CNY", line("250.00", "CNY"), **articles))
    owed = quoted(parcel("CN", "CNY", line("250.05", "CNY"), **articles))
    assert [charge.waived_up_to for charge in waived.charges] == [Money("50.00", "CNY")]
    assert [charge.waived_up_to for charge in owed.charges] == [None]
    assert LandedCost.from_json(waived.to_json()).charges == waived.charges


def test_duty_of_three_euro_is_per_heading_not_per_line_or_piece():
    lines = (
        line("20", "EUR", line_id="1", hs_code="610910", quantity=5),
        line("20", "EUR", line_id="2", hs_code="61091000"),
        line("20", "EUR", line_id="3", hs_code="910211"),
    )
    answer = quoted(parcel("DE", "EUR", *lines, registrations=OURS))
    assert answer.duty == Money("6.00", "EUR")
    assert answer.tax == Money("11.40", "EUR")


def test_wine_moves_the_whole_parcel_out_of_ioss_and_says_why():
    lines = (line("40", "EUR"), line("40", "EUR", line_id="2", hs_code="220421"))
    answer = quoted(parcel("DE", "EUR", *lines, registrations=OURS))
    assert answer.scheme == "low-value"
    assert "Line 2 (220421, excise) closes IOSS to this parcel." in [str(one) for one in answer.warnings]


def test_the_ordinary_duty_is_taken_off_a_cap():
    answer = quoted(parcel("US", "USD", line("100", "USD", origin="DE"), ship_from="DE"))
    assert amounts(answer) == [("column-1", "0.90"), ("forced-labour-cap", "9.10")]


def test_sales_tax_is_said_to_be_missing():
    answer = quoted(parcel("US", "USD", line("100", "USD")))
    assert [str(one) for one in answer.warnings] == ["Sales tax by state is not included."]


def test_high_end_cosmetics_pay_consumption_tax_at_seventy_percent():
    # domain figures: 1000 / 0.85 * 0.15 * 0.7 and 1000 / 0.85 * 0.13 * 0.7
    cream = line("1000", "CNY", hs_code="330499", origin="FR", weight_grams=50)
    answer = quoted(parcel("CN", "CNY", cream, ship_from="FR", registrations=OURS))
    assert amounts(answer) == [("cosmetics-tax", "123.53"), ("cbec-vat", "107.06")]


@pytest.mark.parametrize(
    ("facts", "goods"),
    [
        ({"quantity": 2}, "5000.01"),
        ({}, "26000.01"),
    ],
)
def test_beyond_the_chinese_limits_there_is_no_quote(facts, goods):
    with pytest.raises(CannotQuote) as refusal:
        quoted(parcel("CN", "CNY", line(goods, "CNY", **facts), ship_from="DE", registrations=OURS))
    assert refusal.value.reason == "over_limit"


@pytest.mark.parametrize(("before", "fits"), [("21000", True), ("21000.01", False)])
def test_what_the_buyer_bought_this_year_counts(before, fits):
    consignment = parcel(
        "CN",
        "CNY",
        line("5000", "CNY"),
        ship_from="DE",
        registrations=OURS,
        buyer_year_to_date=Money(before, "CNY"),
    )
    if fits:
        assert quoted(consignment).scheme == "CN-CBEC"
    else:
        with pytest.raises(CannotQuote, match="26,000"):
            quoted(consignment)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"hs_code": ""}, "missing_hs_code"),
        ({"hs_code": "6214"}, "missing_hs_code"),
        ({"hs_code": "62141٠"}, "missing_hs_code"),
        ({"origin": ""}, "missing_origin"),
        ({"weight_grams": 0}, "missing_weight"),
    ],
)
@pytest.mark.parametrize("to", ["DE", "GB", "US", "JP", "AU", "AE"])
def test_a_missing_fact_is_refused_by_line(to, facts, reason):
    with pytest.raises(CannotQuote) as refusal:
        quoted(parcel(to, "EUR", line("40", "EUR"), line("40", "EUR", line_id="b", **facts)))
    assert (refusal.value.reason, refusal.value.line_id) == (reason, "b")


def test_a_heading_without_a_rate_is_refused_not_free():
    with pytest.raises(CannotQuote) as refusal:
        quoted(parcel("DE", "EUR", line("200", "EUR", hs_code="280110")))
    assert (refusal.value.reason, refusal.value.line_id) == ("no_rate", "1")


@pytest.mark.parametrize(
    ("to", "on", "reason"),
    [
        ("AR", date(2026, 11, 22), "no_pack"),
        ("DE", date(2028, 1, 1), "pack_expired"),
        ("DE", date(2023, 12, 31), "no_pack"),
    ],
)
def test_without_a_pack_for_the_day_there_is_no_quote(to, on, reason):
    with pytest.raises(CannotQuote) as refusal:
        quoted(parcel(to, "EUR", line("40", "EUR"), on=on))
    assert refusal.value.reason == reason


def test_the_answer_may_be_in_another_currency_with_its_rate():
    answer = quoted(parcel("GB", "EUR", line("40.00", "EUR"), registrations=OURS))
    (charge,) = answer.charges
    assert charge.amount == Money("8.00", "EUR")
    assert {(rate.source, rate.target) for rate in answer.fx} == {("EUR", "GBP"), ("GBP", "EUR")}


def test_every_charge_says_why():
    answer = quoted(parcel("DE", "EUR", line("200", "EUR", hs_code="910211", quantity=2), freight="10"))
    duty, vat = answer.charges
    assert (duty.kind, duty.authority, duty.rule, duty.scheme) == (
        "duty",
        "DE:Zoll",
        "customs-duty",
        "standard",
    )
    assert (duty.base, duty.rate, duty.amount) == (Money("210.00", "EUR"), None, Money("1.60", "EUR"))
    assert duty.note.startswith("4.5 % min 0.30 EUR/unit max 0.80 EUR/unit")
    assert (duty.confidence, duty.effective_from) == ("BG", date(2024, 1, 1))
    assert "2658/87" in duty.source
    assert (vat.base, str(vat.rate), vat.amount) == (Money("211.60", "EUR"), "0.19", Money("40.20", "EUR"))
