"""Sign-out: allauth's, and the header forgets how many pieces the customer's cart holds."""

from allauth.account.views import logout
from django.http import HttpRequest, HttpResponse

from shop.storefront.caller import count_pieces


def sign_out(request: HttpRequest) -> HttpResponse:
    """GET asks, POST signs out."""
    response: HttpResponse = logout(request)
    if not request.user.is_authenticated:
        count_pieces(response, 0)
    return response
