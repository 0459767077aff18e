"""Accounts: a name, a role, whether it is in use. Only a superuser makes or changes superusers."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

admin.site.unregister([User, Group])

MAY = _("Loaders add articles as drafts; editors review, merge and publish too; keepers may do everything.")


class Ticked:
    """Choices of many as boxes to tick, all of them to be seen."""

    filter_horizontal = ()

    def formfield_for_manytomany(self, db_field, request=None, **options):
        field = super().formfield_for_manytomany(db_field, request, **options)
        field.help_text = ""  # Django's tells how to choose several in a list
        field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
        return field


@admin.register(User)
class AccountAdmin(Ticked, UserAdmin):
    """Who works at the desk."""

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["first_name", "last_name", "email"]}),
        (
            _("What they may do"),
            {"fields": ["groups", "is_active", "is_staff", "is_superuser", "last_login"], "description": MAY},
        ),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        (_("What they may do"), {"fields": ["groups", "is_staff"], "description": MAY}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user):
        names = [group.name for group in user.groups.all()]
        return ", ".join([str(_("superuser"))] * user.is_superuser + names)

    def get_changeform_initial_data(self, request):
        return {"is_staff": True}

    def get_readonly_fields(self, request, obj=None):
        return ["last_login"] if request.user.is_superuser else ["last_login", "is_superuser"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_within_reach(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._is_within_reach(request, obj)

    @staticmethod
    def _is_within_reach(request, obj) -> bool:
        return obj is None or request.user.is_superuser or not obj.is_superuser


@admin.register(Group)
class RoleAdmin(Ticked, GroupAdmin):
    """Roles; the three of the archive get back at every migration what they lack."""
