"""Asks customs for the truth about a declaration, for when its messages were lost."""

from localization import clock
from localization.outside import Misread, Refused, Unavailable
from logistics.customs.registry import customs
from logistics.models import Declaration
from logistics.services.record_notices import record_notices
from logistics.states import AT_CUSTOMS


def poll_declaration(declaration_id: int) -> None:
    """Fetch and record every notice of a declaration at customs; an office that does not answer is asked again by the sweep."""
    declaration = Declaration.objects.get(pk=declaration_id)
    if declaration.state not in AT_CUSTOMS or not declaration.office:
        return
    Declaration.objects.filter(pk=declaration_id).update(polled_at=clock.now())
    try:
        notices = customs(declaration.office).notices(declaration.customs_reference)
    except (Unavailable, Refused, Misread):
        return
    record_notices(declaration_id, notices)
