from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from articles import roles


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("the archive")

    def ready(self) -> None:
        post_migrate.connect(roles.set_up, sender=self, dispatch_uid="articles.roles")
