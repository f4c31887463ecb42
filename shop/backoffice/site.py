"""The back-office site: django-unfold's, with our start page."""

from unfold.sites import UnfoldAdminSite


class BackofficeSite(UnfoldAdminSite):
    """The admin of merchants and operators."""
