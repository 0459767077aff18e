from django.apps import AppConfig
from django.contrib.admin import apps as admin


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "On the Record"


class DeskConfig(admin.AdminConfig):
    """Django's admin as the editors' desk."""

    default = False  # of this package
    default_site = "archive.desk.Desk"
