"""Back office: a merchant sees and sends what is theirs; state and money are read-only; buttons say their no."""

import pytest
from django.urls import reverse

from catalog.models import MerchantMember
from logistics.models import Shipment
from orders.models import Order
from orders.services.cancel_order import cancel_order
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.sync_order import sync_order
from shop.backoffice.roles import set_up_roles
from tests.orders.making import make_merchant, make_order, make_variant
from tests.orders.outside import again, pay

pytestmark = pytest.mark.django_db(transaction=True)


def staff(django_user_model, merchant):
    """A member of a merchant with a merchant's rights."""
    user = django_user_model.objects.create_user(
        f"{merchant.code}-staff@example.com", "long enough", is_staff=True
    )
    user.groups.add(set_up_roles())
    MerchantMember.objects.create(merchant=merchant, user=user)
    return user


@pytest.fixture
def mine(scarf):
    """A paid order with the merchant's scarf."""
    order = make_order((scarf, 2))
    pay(order)
    return order


@pytest.fixture
def mei(client, django_user_model, merchant):
    """The merchant's member at the desk."""
    user = staff(django_user_model, merchant)
    client.force_login(user)
    return client


@pytest.fixture
def stranger(django_user_model, reference, client):
    """The member of another merchant at the desk."""
    client.force_login(staff(django_user_model, make_merchant("kyoto", "JP", "JPY")))
    return client


def page(name, row):
    """The page of a row."""
    return reverse(f"admin:orders_{name}_change", args=[row.pk])


def press(client, model, button, row, **data):
    """Press a button and confirm its dialog."""
    url = reverse(f"admin:orders_{model}_{button}", args=[row.pk])
    return client.post(url, {**data, "_form_submitted": "1"}, headers={"HX-Request": "true"})


def test_the_merchant_sees_the_order_and_its_parcel(mei, mine):
    listed = mei.get(reverse("admin:orders_order_changelist")).content.decode()
    assert mine.number in listed
    shown = mei.get(page("order", mine)).content.decode()
    assert "Torstraße 12" in shown
    assert 'name="_save"' not in shown
    assert mei.get(page("orderparcel", mine.parcels.get())).status_code == 200


def test_another_merchant_sees_neither(stranger, mine):
    assert mine.number not in stranger.get(reverse("admin:orders_order_changelist")).content.decode()
    for name, row in (("order", mine), ("orderparcel", mine.parcels.get())):
        assert stranger.get(page(name, row)).status_code != 200


def test_the_button_hands_the_parcel_to_the_carrier(mei, mine):
    press(mei, "orderparcel", "dispatch_now", mine.parcels.get())
    assert again(mine).state == "dispatched"


def test_another_merchants_buttons_do_nothing(stranger, mine):
    press(stranger, "orderparcel", "dispatch_now", mine.parcels.get())
    press(stranger, "order", "cancel", mine, reason="spite")
    assert again(mine).state == "confirmed"
    assert not mine.parcels.get().shipments.exists()


def test_the_merchant_may_cancel_an_order_of_theirs_alone(mei, mine):
    press(mei, "order", "cancel", mine, reason="flooded workshop")
    assert again(mine).state == "cancelled"
    assert mine.history.latest("pk").reason == "flooded workshop"


def test_an_order_with_another_merchant_is_not_theirs_to_cancel(mei, scarf):
    bowl = make_variant(make_merchant("kyoto", "JP", "JPY"), "BOWL", price="4200", hs_code="691200")
    shared = make_order((scarf, 1), (bowl, 1))
    press(mei, "order", "cancel", shared, reason="mine")
    assert again(shared).state == "awaiting_payment"
    shown = mei.get(page("order", shared)).content.decode()
    assert "SCARF" in shown
    assert "BOWL" not in shown


@pytest.fixture
def strayed(mine):
    """The merchant's order whose parcel came back."""
    dispatch_parcel(parcel_id=mine.parcels.get().pk, actor="merchant")
    shipment_id = mine.parcels.get().shipments.get().shipment_id
    Shipment.objects.filter(pk=shipment_id).update(state="returned", number="LX000000001CN")
    sync_order(mine.pk)
    return mine


def test_an_operator_pays_back_what_came_back(client, django_user_model, strayed):
    client.force_login(django_user_model.objects.create_superuser("olga@example.com", "long enough"))
    press(client, "order", "refund", strayed)
    assert again(strayed).state == "refunded"
    assert strayed.parcels.get().refund_decided_by == "olga@example.com"


def test_a_merchant_does_not_decide_on_a_buyers_money(mei, strayed):
    assert press(mei, "order", "refund", strayed).status_code == 403
    assert again(strayed).state == "undelivered"
    assert strayed.parcels.get().refund_decided_at is None
    assert "order/refund" not in mei.get(page("order", strayed)).content.decode()


def test_a_refused_button_says_why(mei, mine):
    cancel_order(order_id=mine.pk, actor="buyer", reason="")
    answer = press(mei, "orderparcel", "dispatch_now", mine.parcels.get())
    told = mei.get(answer.headers["HX-Redirect"]).content.decode()
    assert f"{mine.number}-1 cannot be dispatched now" in told
    assert Order.objects.get().state == "cancelled"
