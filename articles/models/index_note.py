"""What the search index has still to learn."""

from django.db import models


class IndexNote(models.Model):
    """An article or quote that changed. The database itself writes it, in the change's transaction (see 0002)."""

    class Of(models.TextChoices):
        ARTICLE = "article"
        QUOTE = "quote"

    of = models.CharField(max_length=7, choices=Of.choices)
    object_id = models.BigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(of__in=["article", "quote"]), name="index_note_kind")]

    def __str__(self) -> str:
        return f"{self.of} {self.object_id}"
