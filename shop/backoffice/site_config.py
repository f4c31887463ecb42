"""Makes our back-office site the default admin site."""

from django.contrib.admin.apps import AdminConfig


class BackofficeAdminConfig(AdminConfig):
    """Django's admin with the back office's own site."""

    default_site = "shop.backoffice.site.BackofficeSite"
