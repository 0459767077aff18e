"""The admin's order of things."""

from django.contrib.admin import AdminSite

LAST = ("auth", "axes")
"""Applications that an editor needs least."""


class Desk(AdminSite):
    """Django's admin; what editors work on comes first, accounts and the log of signing in last."""

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: LAST.index(app["app_label"]) if app["app_label"] in LAST else -1)
