"""The shelves of the shop and what they are called."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from localization.languages import LANGUAGES

LANGUAGE_CHOICES = [(language.code, language.name) for language in LANGUAGES]


class Category(models.Model):
    """A shelf; `tint` is the ground its pictures stand on, as #rrggbb."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    tint = models.CharField(_("tint"), max_length=7, default="#eeeae4")
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.code


class CategoryText(models.Model):
    """The name and the opening sentence of a category in one language."""

    category = models.ForeignKey(
        Category, on_delete=models.CASCADE, related_name="texts", verbose_name=_("category")
    )
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    name = models.CharField(_("name"), max_length=100)
    lead = models.TextField(_("lead"), blank=True)

    class Meta:
        verbose_name = _("category text")
        verbose_name_plural = _("category texts")
        constraints = [
            models.UniqueConstraint(fields=["category", "language"], name="category_text_once_per_language")
        ]

    def __str__(self) -> str:
        return self.name
