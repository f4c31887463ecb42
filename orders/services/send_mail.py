"""Send a letter to the buyer, in the language the order was placed in, as far as possible exactly once."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from localization import clock
from localization.languages import BY_CODE
from orders.links import order_url
from orders.models import Order, OrderMail
from orders.periods import MAIL_CLAIM
from orders.selectors.order_view import order_view_by_id
from orders.selectors.parcel_views import speaking
from orders.selectors.withdrawals import withdrawal_of
from orders.states import MailKind
from orders.values.pages import OrderView, TrackedParcelView


def send_mail(mail_id: int) -> None:
    """Send the letter unless somebody else is sending or has sent it.

    Claimed before, marked after: a worker that dies in between leaves a letter that the sweep sends again after five
    minutes, so a buyer may at worst get it twice, never not at all.
    """
    if not _claim(mail_id):
        return
    mail = OrderMail.objects.select_related("order").get(pk=mail_id)
    try:
        _compose(mail).send()
    except OSError:
        # The server of the mail did not take it: the next sweep may claim it at once.
        OrderMail.objects.filter(pk=mail_id).update(claimed_at=None)
        raise
    OrderMail.objects.filter(pk=mail_id).update(sent_at=clock.now())


def _claim(mail_id: int) -> bool:
    now = clock.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - MAIL_CLAIM)
    return bool(OrderMail.objects.filter(free, pk=mail_id, sent_at=None).update(claimed_at=now))


def _compose(mail: OrderMail) -> EmailMultiAlternatives:
    order = mail.order
    view = order_view_by_id(order.pk, order.language)
    context = {
        "order": view,
        "parcels": _parcels(mail, view),
        "withdrawal": withdrawal_of(order.pk),
        "url": order_url(market=order.market, language=order.language, token=order.token),
        "site_url": settings.SITE_URL,
        "direction": "rtl" if BY_CODE[order.language].right_to_left else "ltr",
    }
    with speaking(order.language):
        template = f"emails/{mail.kind}"
        letter = EmailMultiAlternatives(
            subject=_subject(mail, order),
            body=render_to_string(f"{template}.txt", context),
            to=[order.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
        letter.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return letter


def _parcels(mail: OrderMail, view: OrderView) -> tuple[TrackedParcelView, ...]:
    return tuple(parcel for parcel in view.parcels if mail.parcel in {0, parcel.id})


def _subject(mail: OrderMail, order: Order) -> str:
    subjects = {
        MailKind.CONFIRMED: _("Your order %(number)s is confirmed"),
        MailKind.DISPATCHED: _("Your order %(number)s is on its way"),
        MailKind.CUSTOMS_HELD: _("Customs has a question about your order %(number)s"),
        MailKind.CUSTOMS_REFUSED: _("Customs did not let a parcel of your order %(number)s in"),
        MailKind.UNDELIVERED: _("A parcel of your order %(number)s was not delivered"),
        MailKind.REFUNDED: _("Your money for order %(number)s goes back to you"),
        MailKind.CANCELLED: _("Your order %(number)s is cancelled"),
        MailKind.WITHDRAWN: _("We have received your withdrawal from order %(number)s"),
    }
    return subjects[MailKind(mail.kind)] % {"number": order.number}
