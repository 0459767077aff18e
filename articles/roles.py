"""Who may do what: three groups, the product's own, brought up to date at every migration.

For other rights make other groups; what is missing in these is added again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.management import create_permissions

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

LOADER, EDITOR, KEEPER = "Loader", "Editor", "Keeper"
LOADS = ("add_article", "add_publication", "view_article", "view_publication", "view_quote", "view_source")
EDITS = (
    *("change_article", "change_publication", "change_quote", "add_source", "change_source"),
    *("add_sourcename", "change_sourcename", "delete_sourcename", "view_sourcename", "view_role"),
    *("view_decision", "view_merge", "view_historicalarticle", "view_historicalquote", "view_historicalsource"),
)


def set_up(*, using: str = "default", **signal: object) -> None:
    """Make the groups and add what they lack: loaders add, editors review and publish too, keepers may do all."""
    from django.contrib.auth.models import Group, Permission

    for label in ("articles", "auth"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    permissions = Permission.objects.using(using).filter(content_type__app_label__in=["articles", "auth"])
    own = permissions.filter(content_type__app_label="articles")
    rights = {
        LOADER: own.filter(codename__in=LOADS),
        EDITOR: own.filter(codename__in=(*LOADS, *EDITS)),
        KEEPER: permissions,
    }
    for name, granted in rights.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(*granted)


def visibility_for(user: AbstractBaseUser | None) -> str:
    """What an article that `user` adds becomes: who only loads adds drafts; a command, without a user, publishes."""
    may_publish = user is None or user.has_perm("articles.change_article")
    return "published" if may_publish else "draft"
