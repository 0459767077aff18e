"""What was put in together: an import, its files and, one by one, what became of their items."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .article import Article


class ImportQuerySet(models.QuerySet):
    def working(self) -> Self:
        """Those that something is still to be done for."""
        return self.filter(state__in=[Import.State.READING, Import.State.RUNNING, Import.State.UNDOING])

    def failed(self) -> Self:
        """Those that ended with files or items refused."""
        refused = ImportedItem.objects.filter(file__of=models.OuterRef("pk"), outcome=ImportedItem.Outcome.REFUSED)
        return self.filter(models.Exists(refused), state__in=[Import.State.READY, Import.State.DONE])


class Import(models.Model):
    """Files and addresses put in together, looked at, run, and perhaps taken back, as one."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        READY = "ready", _("waiting for you")
        RUNNING = "running", _("running")
        CANCELLED = "cancelled", _("stopped")
        DONE = "done", _("done")
        UNDOING = "undoing", _("being taken back")
        UNDONE = "undone", _("taken back")

    class Twins(models.TextChoices):
        """What is done with a new article whose text is nearly that of a stored one."""

        KEEP = "keep", _("keep it as another version of the story")
        SKIP = "skip", _("leave it out")
        UPDATE = "update", _("update the one of the same publication")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.READING, db_index=True)

    twins = models.CharField(_("nearly the same text"), max_length=6, choices=Twins, default=Twins.KEEP)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=["reading", "ready", "running", "cancelled", "done", "undoing", "undone"],
                ),
                name="import_state_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def is_working(self) -> bool:
        return self.state in (self.State.READING, self.State.RUNNING, self.State.UNDOING)

    def get_absolute_url(self) -> str:
        return reverse("admin:articles_import_change", args=[self.pk])


class ImportedFile(models.Model):
    """One file or address of an import; its bytes are kept until they have been read."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="files")
    name = models.CharField(max_length=300)
    url = models.TextField(blank=True)
    data = models.BinaryField(null=True)
    is_read = models.BooleanField(default=False)
    header = models.JSONField(default=list)
    columns = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def wants_columns(self) -> bool:
        """Whether a person has to say which columns hold what."""
        return bool(self.header) and not self.columns


class ImportedItemQuerySet(models.QuerySet):
    def troubled_first(self) -> Self:
        """What was refused, then all others, each as in the files."""
        refused = models.Case(models.When(outcome=ImportedItem.Outcome.REFUSED, then=0), default=1)
        return self.order_by(refused, "pk")


class ImportedItem(models.Model):
    """One article of a file, or why it is none; `data` is what is stored when its turn comes."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("waiting")
        CREATED = "created", _("created")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("unchanged")
        REFUSED = "refused", _("refused")
        LEFT = "left", _("left out")
        UNDONE = "undone", _("taken back")
        KEPT = "kept", _("kept")

    file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="items")
    where = models.CharField(max_length=500, blank=True)
    data = models.JSONField(null=True)
    forecast = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    sentence = models.CharField(max_length=500, blank=True)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(null=True)
    before = models.JSONField(null=True)

    objects = ImportedItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["file", "outcome"], name="imported_item_by_outcome"),
            models.Index(fields=["id"], name="imported_item_waiting", condition=Q(outcome="waiting")),
        ]

    def __str__(self) -> str:
        return self.where or self.file.name

    @property
    def headline(self) -> str:
        return (self.data or {}).get("headline", "")
