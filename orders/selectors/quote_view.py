"""A frozen quote as checkout shows it."""

from localization import clock
from orders.freezing import thaw
from orders.models import Quote
from orders.refusals import QuoteNotFound
from orders.route import merged
from orders.selectors.parcel_views import door, parcel_views, speaking
from orders.values.pages import QuoteView
from orders.values.quote import QuoteBody


def quote_view(quote_id: int, language: str, *, cart_token: str) -> QuoteView:
    """The quote of a cart in a language. One query. Raises QuoteNotFound, also for a quote of another cart."""
    quote = Quote.objects.filter(pk=quote_id, cart__token=cart_token).first()
    if quote is None:
        raise QuoteNotFound
    body = thaw(QuoteBody, quote.body)
    with speaking(language):
        parcels = parcel_views(body.parcels, to=door(body.country, body.address, language))
    return QuoteView(
        id=quote.pk,
        market=body.market,
        currency=body.currency,
        country=body.country,
        address=body.address,
        parcels=parcels,
        totals=body.totals,
        journey=merged([parcel.journey for parcel in parcels]),
        rates=body.rates,
        pack_versions=body.pack_versions,
        created_at=quote.created_at,
        expires_at=quote.expires_at,
        expired=quote.expires_at <= clock.now(),
        used=quote.used_at is not None,
    )
