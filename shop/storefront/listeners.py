"""What the storefront does at news from the catalog: forget the pages that were kept."""

from typing import Any

from django.dispatch import receiver

from catalog.events import offers_stale, stock_changed
from shop.storefront.page_cache import forget_pages


@receiver([offers_stale, stock_changed], dispatch_uid="storefront.forget_pages")
def forget_kept_pages(**_news: Any) -> None:
    """Prices or stock changed: no kept page may show them as they were."""
    forget_pages()
