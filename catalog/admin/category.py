"""Categories in the back office: operators keep them, merchants choose from them."""

from django.contrib import admin

from catalog.models import Category, CategoryText
from localization.admin.scoped import ScopedAdmin, ScopedTabularInline


class CategoryTextInline(ScopedTabularInline):
    """What a category is called in each language."""

    model = CategoryText


@admin.register(Category)
class CategoryAdmin(ScopedAdmin):
    """The shelves of the shop."""

    shared_with_merchants = True
    list_display = ("code", "position", "tint")
    search_fields = ("code",)
    inlines = (CategoryTextInline,)
