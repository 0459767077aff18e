"""What editors decided, kept so that it can be told and taken back."""

from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .article import Article
from .source import Source


class DecisionQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Those not taken back."""
        return self.filter(undone_at=None)


class Decision(models.Model):
    """One thing an editor did to quotes of one article, with their state before and after it."""

    class Verb(models.TextChoices):
        CONFIRM = "confirm", _("confirmed")
        CONFIRM_CERTAIN = "confirm_certain", _("confirmed all certain ones")
        ATTRIBUTE = "attribute", _("changed the speaker of")
        REJECT = "reject", _("called not a quote")
        REOPEN = "reopen", _("opened again")
        MEND = "mend", _("mended the words of")
        ADD = "add", _("added")
        SPLIT = "split", _("split")
        JOIN = "join", _("joined")

    article = models.ForeignKey(Article, models.CASCADE, related_name="decisions", verbose_name=_("article"))
    verb = models.CharField(_("what"), max_length=16, choices=Verb.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="decisions", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(_("taken back"), null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return self.get_verb_display()


class Merge(models.Model):
    """One source taken into another, with the rows that moved, so that they can move back."""

    kept = models.ForeignKey(Source, models.CASCADE, related_name="+", verbose_name=_("kept"))
    gone = models.ForeignKey(Source, models.CASCADE, related_name="+", verbose_name=_("merged away"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    moved = models.JSONField(_("moved"))
    undone_at = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


class NotTheSame(models.Model):
    """Two sources of which somebody said that they are two."""

    one = models.ForeignKey(Source, models.CASCADE, related_name="+")
    other = models.ForeignKey(Source, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(one__lt=models.F("other")), name="not_the_same_in_order"),
            models.UniqueConstraint(fields=["one", "other"], name="not_the_same_once"),
        ]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
