"""Addresses of our own pages, as mails and gateways need them: whole, with the site in front."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse


def order_url(*, market: str, language: str, token: str) -> str:
    """The page of an order: confirmation and tracking, open to whoever has the link."""
    where = {"market": market, "language": language, "token": token}
    site: str = settings.SITE_URL
    return urljoin(site, reverse("storefront:order", kwargs=where))
