"""Finds gateways by the name they have in settings.GATEWAYS."""

from django.conf import settings
from django.utils.module_loading import import_string

from payments.gateways.base import Gateway
from payments.refusals import NoSuchGateway


def gateway(name: str) -> Gateway:
    """The gateway of this name, made from its BACKEND and OPTIONS. Raises NoSuchGateway."""
    row = settings.GATEWAYS.get(name)
    if row is None:
        raise NoSuchGateway(gateway=name)
    adapter: Gateway = import_string(row["BACKEND"])(name=name, **row["OPTIONS"])
    return adapter
