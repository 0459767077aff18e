"""Who is quoted: people, organisations and those who would not be named."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.text.filing import filed
from articles.text.folding import fold

from .paths import path_to

LONGEST_NAME, MOST_WORDS = 300, 10
"""Of what is typed for a name, so many characters and words are looked for."""


class SourceQuerySet(models.QuerySet):
    def living(self) -> Self:
        """Those not merged into another."""
        return self.filter(merged_into=None)

    def named(self) -> Self:
        """People and organisations."""
        return self.exclude(kind=Source.Kind.UNNAMED)

    def heard(self) -> Self:
        """Those with at least one quote a reader may see, not counted."""
        return self.filter(models.Exists(_quotes().shown().filter(source=models.OuterRef("pk"))))

    def quoted(self) -> Self:
        """Those with at least one quote a reader may see, each with `quote_count`."""
        return self.annotate(
            quote_count=models.Count(
                "quotes", filter=Q(quotes__article__visibility="published") & ~Q(quotes__standing="rejected")
            )
        ).filter(quote_count__gt=0)

    def called(self, words: str) -> Self:
        """Those of whose known forms each word is a part, whatever its capitals and accents; some words are enough."""
        rows = self
        for word in list(dict.fromkeys(fold(words[:LONGEST_NAME]).split()))[:MOST_WORDS]:
            rows = rows.filter(pk__in=SourceName.objects.filter(folded__contains=word).values("source"))
        return rows

    def after(self, source: "Source") -> Self:
        """Those filed behind it, in order."""
        behind = Q(sort_key__gt=source.sort_key) | Q(sort_key=source.sort_key, pk__gt=source.pk)
        return self.filter(behind).order_by("sort_key", "pk")

    def with_counts(self) -> Self:
        """Each with `quote_count` of all its standing quotes, for the desk; counted for the rows that are read alone."""
        standing = _quotes().standing().filter(source=models.OuterRef("pk")).order_by()
        counted = standing.values("source").annotate(count=models.Count("pk")).values("count")
        return self.annotate(quote_count=models.functions.Coalesce(models.Subquery(counted), 0))

    def most_quoted(self) -> Self:
        return self.quoted().order_by("-quote_count", "sort_key", "pk")


def _quotes() -> models.QuerySet:
    from .quote import Quote

    return Quote.objects.all()


class Source(models.Model):
    """A person, an organisation, or an unnamed source of one article."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        UNNAMED = "unnamed", _("unnamed source")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name = models.CharField(
        _("name"),
        max_length=300,
        help_text=_("The fullest form, without titles; for an unnamed source the article's own words."),
    )
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)
    article = models.ForeignKey(
        "Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="unnamed_sources",
        verbose_name=_("article"),
        help_text=_("Only for an unnamed source, which belongs to its article."),
    )
    note = models.TextField(
        _("anonymity note"), blank=True, help_text=_("Why the article does not name the source, in its words.")
    )
    merged_into = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    needs_review = models.BooleanField(
        _("needs review"), default=False, help_text=_("The archive could not tell who this is.")
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="source_name_given"),
            models.CheckConstraint(
                condition=Q(kind="unnamed", article__isnull=False)
                | Q(kind__in=["person", "organisation"], article__isnull=True),
                name="source_unnamed_has_article",
                violation_error_message=_("An unnamed source belongs to an article, a named one to none."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("pk")), name="source_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slugify(self.name)[:80].strip("-") or "source"

    @property
    def is_named(self) -> bool:
        return self.kind != self.Kind.UNNAMED

    @property
    def filed_name(self) -> str:
        """The name as a directory files it: "Halloran, Edda" for a person, as it is for others."""
        return filed(self.name) if self.kind == self.Kind.PERSON else self.name

    @property
    def final(self) -> Self:
        """Itself or, where it was merged, the source it is now."""
        source = self
        while source.merged_into is not None:
            source = source.merged_into
        return source

    def get_absolute_url(self) -> str:
        return path_to("articles:source", self.pk, self.slug)


class SourceName(models.Model):
    """One printed form of a source's name."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="forms", verbose_name=_("source"))
    form = models.CharField(_("form"), max_length=300)
    folded = models.CharField(max_length=300, editable=False, db_index=True)
    pinned = models.BooleanField(
        _("always means this source"),
        default=False,
        help_text=_("Even where others bear the name; only in the publication, if one is given."),
    )
    publication = models.ForeignKey(
        "Publication", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("in")
    )

    class Meta:
        ordering = ["form"]
        verbose_name = _("form of the name")
        verbose_name_plural = _("forms of the name")
        constraints = [
            models.UniqueConstraint(fields=["source", "form"], name="source_form_once"),
            models.CheckConstraint(condition=~Q(form=""), name="source_form_given"),
            models.UniqueConstraint(
                fields=["folded", "publication"],
                condition=Q(pinned=True),
                nulls_distinct=False,
                name="source_form_pinned_once",
                violation_error_message=_("This form is pinned to another source already."),
            ),
        ]

    def __str__(self) -> str:
        return self.form


class Role(models.Model):
    """What an article says a source is, and where it says so."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="roles", verbose_name=_("source"))
    article = models.ForeignKey("Article", models.CASCADE, related_name="roles", verbose_name=_("article"))
    text = models.CharField(_("role"), max_length=500)
    start = models.PositiveIntegerField(_("from"))
    end = models.PositiveIntegerField(_("to"))

    class Meta:
        ordering = ["article__published_on", "start"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="role_span_in_order"),
            models.UniqueConstraint(fields=["source", "article", "start"], name="role_once"),
        ]

    def __str__(self) -> str:
        return self.text
