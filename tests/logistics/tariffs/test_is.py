"""Iceland: VAT at the border from the first króna, no duty on industrial goods."""

from tests.logistics.tariff_support import amounts, line, parcel, quoted


def test_goods_are_taxed_with_freight_from_the_first_krona():
    answer = quoted(parcel("IS", "ISK", line("1000", "ISK"), freight="500"))
    assert (answer.scheme, amounts(answer)) == ("standard", [("customs-duty", "0"), ("import-vat", "360")])


def test_books_and_food_have_the_reduced_rate():
    answer = quoted(parcel("IS", "ISK", line("1000", "ISK", hs_code="490199")))
    assert amounts(answer)[1] == ("import-vat", "110")


def test_a_sale_within_iceland_has_no_duty():
    answer = quoted(parcel("IS", "ISK", line("1000", "ISK"), ship_from="IS"))
    assert (answer.scheme, amounts(answer)) == ("domestic", [("supply-vat", "240")])
