"""The pages on which a keeper gives people accounts and roles."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles import roles
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    roles.set_up()
    user = User.objects.create_user("keeper", password="x", is_staff=True)
    user.groups.add(Group.objects.get(name=roles.KEEPER))
    client.force_login(user)
    return client


def test_an_account_is_made_with_its_role_at_once(keeper):
    page = keeper.get(reverse("admin:auth_user_add")).content.decode()
    assert "Loaders add articles as drafts" in page
    role = Group.objects.get(name=roles.EDITOR)
    word = "seven-tall-herons"
    sent = {"username": "nell", "usable_password": "true", "password1": word, "password2": word, "groups": role.pk}
    keeper.post(reverse("admin:auth_user_add"), sent | {"is_staff": "on"})
    nell = User.objects.get(username="nell")
    assert (nell.is_staff, nell.is_superuser, list(nell.groups.all())) == (True, False, [role])
    assert "Editor" in keeper.get(reverse("admin:auth_user_changelist")).content.decode()


def test_a_weak_password_is_refused(keeper):
    sent = {"username": "nell", "usable_password": "true", "password1": "herons", "password2": "herons"}
    assert "too short" in keeper.post(reverse("admin:auth_user_add"), sent).content.decode()
    assert not User.objects.filter(username="nell").exists()


def test_only_a_superuser_makes_or_changes_superusers(keeper):
    above, me = make.editor("owner"), User.objects.get(username="keeper")
    page = reverse("admin:auth_user_change", args=[above.pk])
    assert keeper.post(page, {"username": "owned"}).status_code == 403
    assert keeper.get(reverse("admin:auth_user_password_change", args=[above.pk])).status_code == 403
    assert keeper.post(reverse("admin:auth_user_delete", args=[above.pk]), {"post": "yes"}).status_code == 403
    keeper.post(
        reverse("admin:auth_user_change", args=[me.pk]),
        {"username": "keeper", "is_active": "on", "is_staff": "on", "is_superuser": "on", "email": "k@example.org"},
    )
    me.refresh_from_db()
    assert (me.email, me.is_superuser) == ("k@example.org", False)
    listed = {"action": "delete_selected", "_selected_action": [above.pk], "post": "yes"}
    keeper.post(reverse("admin:auth_user_changelist"), listed)
    assert User.objects.filter(pk=above.pk).exists()
