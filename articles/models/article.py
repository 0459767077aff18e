"""Articles and the publications that printed them."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .paths import path_to


class PublicationQuerySet(models.QuerySet):
    def named(self, name: str) -> Self:
        """The publications called so, whatever the case of the letters."""
        return self.filter(name__iexact=name)


class Publication(models.Model):
    """A newspaper, a wire or a site."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", help_text=_("Its own: the day of an article is the day there.")
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.UniqueConstraint(models.functions.Lower("name"), name="publication_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="publication_name_given"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:publication", args=[self.slug])


class Story(models.Model):
    """What several publications printed in nearly the same words: the articles that have it are its versions."""

    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return str(self.pk)


class ArticleQuerySet(models.QuerySet):
    def published(self) -> Self:
        """What readers may see."""
        return self.filter(visibility=Article.Visibility.PUBLISHED)

    def newest(self) -> Self:
        """Latest first; those without a date last; one fixed order among equals."""
        return self.order_by(
            models.F("published_on").desc(nulls_last=True), models.F("published_at").desc(nulls_last=True), "-pk"
        )

    def same_story(self, article: "Article") -> Self:
        """The other versions of an article's story; none for an article that stands alone."""
        if article.story_id is None:
            return self.none()
        return self.filter(story=article.story_id).exclude(pk=article.pk)

    def printed_in(self, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Those of a year, of a month or of a day."""
        when = {"year": year, "month": month, "day": day}
        return self.filter(**{f"published_on__{part}": number for part, number in when.items() if number})

    def with_rows(self) -> Self:
        """With the publication in the same query and without the body, for lists."""
        return self.select_related("publication").defer("body")

    def unreviewed(self) -> Self:
        """Articles with a quote that nobody has decided on."""
        return self.filter(models.Exists(_quotes().filter(article=models.OuterRef("pk"), reviewed_at=None)))

    def with_counts(self) -> Self:
        """Each with `quote_count`, rejected ones left out; counted for the rows that are read alone."""
        standing = _quotes().filter(article=models.OuterRef("pk")).exclude(standing="rejected").order_by()
        counted = standing.values("article").annotate(count=models.Count("pk")).values("count")
        return self.annotate(quote_count=models.functions.Coalesce(models.Subquery(counted), 0))


def _quotes() -> models.QuerySet:
    from .quote import Quote

    return Quote.objects.all()


class Article(models.Model):
    """One printed text. Offsets of its quotes count characters of `body`."""

    class Visibility(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHHELD = "withheld", _("withheld")

    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("publication"),
    )
    headline = models.CharField(_("headline"), max_length=500)
    byline = models.CharField(_("byline"), max_length=300, blank=True, help_text=_("Names only, without “By”."))
    section = models.CharField(_("section"), max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=35, default="en", help_text=_("A tag such as en or pt-BR."))
    url = models.URLField(_("address"), max_length=2000, blank=True, help_text=_("Where it was first published."))
    url_key = models.CharField(max_length=2000, blank=True, editable=False)
    external_id = models.CharField(
        _("identifier"), max_length=300, blank=True, help_text=_("The publication's own, if it has one.")
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("In the publication's own time zone; empty if unknown.")
    )
    published_at = models.DateTimeField(_("exact time"), null=True, blank=True)
    corrected_at = models.DateTimeField(_("corrected"), null=True, blank=True)
    correction = models.TextField(_("correction"), blank=True, help_text=_("What was corrected, for readers."))
    body = models.TextField(_("text"), help_text=_("Plain text, a line or an empty line between paragraphs."))
    caption = models.TextField(_("photo caption"), blank=True)
    credit = models.CharField(_("photo credit"), max_length=300, blank=True)
    content_hash = models.CharField(max_length=64, editable=False, db_index=True)
    import_hash = models.CharField(max_length=64, editable=False, blank=True)
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, blank=True, editable=False, related_name="versions", verbose_name=_("story")
    )
    sketch = ArrayField(models.BigIntegerField(), default=list, editable=False)
    origin = models.CharField(_("came from"), max_length=300, blank=True, editable=False)
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility.choices, default=Visibility.PUBLISHED, db_index=True
    )
    withheld_reason = models.CharField(_("reason for withholding"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    extractor = models.CharField(_("extractor"), max_length=20, blank=True, editable=False)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["sketch"])

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            GinIndex(fields=["sketch"], name="article_sketch"),
            models.Index(fields=["visibility", "-published_on", "-id"], name="article_newest"),
            models.Index(fields=["publication", "-published_on"], name="article_of_publication"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(headline=""), name="article_headline_given"),
            models.CheckConstraint(condition=~Q(body=""), name="article_body_given"),
            models.CheckConstraint(
                condition=Q(visibility__in=["draft", "published", "withheld"]), name="article_visibility_known"
            ),
            models.CheckConstraint(
                condition=~Q(visibility="withheld") | ~Q(withheld_reason=""),
                name="article_withheld_with_reason",
                violation_error_message=_("Say why the article is withheld."),
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | ~Q(published_on=None),
                name="article_time_has_a_day",
                violation_error_message=_("An exact time needs its day as well."),
            ),
            models.UniqueConstraint(
                fields=["publication", "external_id"],
                condition=~Q(external_id=""),
                name="article_external_id_once",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                condition=~Q(external_id="") & Q(publication=None),
                name="article_external_id_once_without_publication",
            ),
            models.UniqueConstraint(fields=["url_key"], condition=~Q(url_key=""), name="article_url_once"),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def slug(self) -> str:
        """The readable end of its address; the number before it is what counts."""
        return slugify(self.headline)[:80].strip("-") or "article"

    @property
    def is_public(self) -> bool:
        return self.visibility == self.Visibility.PUBLISHED

    def get_absolute_url(self) -> str:
        return path_to("articles:article", self.pk, self.slug)
