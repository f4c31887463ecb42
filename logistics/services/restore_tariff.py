"""Takes an operator's own tariff pack or an imported tariff out of force, so that the shop's own is read again."""

from django.db import transaction

from logistics.landed_cost.packs import BadPack, Fault, assemble
from logistics.models import TariffPack
from logistics.selectors.tariffs import BOOK, active_correlation, active_packs
from logistics.services.load_tariff import TARIFFS, LoadReport, load_tariff


@transaction.atomic
def restore_tariff(code: str) -> LoadReport:
    """Put the pack `code` that ships with the shop back in force; an amendment of an operator just ends.

    Raises BadPack when the operator has no pack of that code, or when other packs cannot do without it; then nothing changed.
    """
    if not TariffPack.objects.filter(code=code, active=True, own=True).update(active=False):
        raise BadPack((Fault(code, "pack.code", "no pack of an operator's own is in force under this code"),))
    BOOK.forget()
    if (TARIFFS / code).is_dir():
        return load_tariff(TARIFFS / code)
    book = assemble(active_packs(), correlation=active_correlation())
    return LoadReport(packs=(), book_version=book.version)
