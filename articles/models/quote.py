"""Quotes: the words, where they stand, by which cue, whose they are and who says so."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.text.document import Medium

from .article import Article
from .paths import path_to
from .source import Role, Source

CERTAIN = 0.8
"""From this confidence on, a machine's attribution is shown without a mark of doubt."""
LONGEST_LEAD = 80
"""A cue so many characters before the words is too far away to be read with them."""


class QuoteQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """All but those an editor has rejected."""
        return self.exclude(standing=Quote.Standing.REJECTED)

    def shown(self) -> Self:
        """What readers may see: standing quotes of published articles."""
        return self.standing().filter(article__visibility=Article.Visibility.PUBLISHED)

    def unreviewed(self) -> Self:
        return self.filter(reviewed_at=None)

    def by(self, source: Source) -> Self:
        return self.filter(source=source)

    def anchored(self) -> Self:
        """Those whose words stand in the article's text as it is now."""
        return self.filter(adrift=False)

    def in_marks(self) -> Self:
        """Direct and partial quotes: words that were printed in quotation marks."""
        return self.exclude(kind=Quote.Kind.INDIRECT)

    def newest(self) -> Self:
        """By the day of the article, latest first, unknown days last; in an article as printed."""
        return self.order_by(F("article__published_on").desc(nulls_last=True), "-article_id", "start", "pk")

    def oldest(self) -> Self:
        """By the day of the article, earliest first, unknown days last; in an article as printed."""
        return self.order_by(F("article__published_on").asc(nulls_last=True), "article_id", "start", "pk")

    def attributed(self, how: "Quote.Attribution") -> Self:
        """Those whose `attribution` is `how`."""
        return self.with_attribution().filter(attributed=how)

    def with_attribution(self) -> Self:
        """Each with `attributed`, the same as `Quote.attribution`, to count and filter by."""
        sure = Q(standing=Quote.Standing.CONFIRMED) | Q(confidence__gte=CERTAIN)
        return self.annotate(
            attributed=models.Case(
                models.When(source=None, then=models.Value(Quote.Attribution.UNKNOWN)),
                models.When(source__kind=Source.Kind.UNNAMED, then=models.Value(Quote.Attribution.UNNAMED)),
                models.When(sure, then=models.Value(Quote.Attribution.NAMED)),
                default=models.Value(Quote.Attribution.UNCERTAIN),
            )
        )

    def with_rows(self) -> Self:
        """With article, publication, source, `lead` and the `role` its article gives it in one query, for lists."""
        role = Role.objects.filter(source=models.OuterRef("source"), article=models.OuterRef("article"))
        led = Q(adrift=False, cue_end__lte=F("start"), cue_start__gte=F("start") - LONGEST_LEAD)
        lead = Substr("article__body", F("cue_start") + 1, F("start") - F("cue_start"))
        return (
            self.select_related("article__publication", "source")
            .defer("article__body")
            .annotate(
                role=models.Subquery(role.order_by("start").values("text")[:1]),
                printed_lead=models.Case(
                    models.When(led & ~Q(kind=Quote.Kind.DIRECT), then=lead), default=models.Value("")
                ),
            )
        )


class Quote(models.Model):
    """One attribution. Offsets are half-open and count characters of `article.body`."""

    class Kind(models.TextChoices):
        DIRECT = "direct", _("direct")
        PARTIAL = "partial", _("partial")
        INDIRECT = "indirect", _("indirect")

    class Standing(models.TextChoices):
        PROPOSED = "proposed", _("proposed by the archive")
        CONFIRMED = "confirmed", _("confirmed by an editor")
        REJECTED = "rejected", _("not a quote")

    class Attribution(models.TextChoices):
        """How well a quote's source is known."""

        NAMED = "named", _("named, certain")
        UNCERTAIN = "uncertain", _("named, uncertain")
        UNNAMED = "unnamed", _("unnamed")
        UNKNOWN = "unknown", _("speaker not clear")

    MEDIA = {
        Medium.UNTOLD.value: _("not told"),
        Medium.INTERVIEW.value: _("interview"),
        Medium.STATEMENT.value: _("statement"),
        Medium.SPEECH.value: _("speech"),
        Medium.TWEET.value: _("tweet"),
        Medium.LETTER.value: _("letter"),
        Medium.DOCUMENT.value: _("document"),
        Medium.COURT.value: _("in court"),
        Medium.BROADCAST.value: _("broadcast"),
    }

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", verbose_name=_("article"))
    # RESTRICT: whoever is quoted can't be deleted, but an article takes its unnamed sources with it.
    source = models.ForeignKey(
        Source,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("source"),
        help_text=_("Empty where the article does not tell: better than a guess."),
    )
    text = models.TextField(_("words"))
    spans = ArrayField(ArrayField(models.PositiveIntegerField(), size=2), verbose_name=_("spans"))
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    cue_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    cue_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    mention_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    mention_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    medium = models.CharField(_("medium"), max_length=12, choices=MEDIA, blank=True)
    addressee = models.CharField(_("said to"), max_length=200, blank=True)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    confidence = models.FloatField(
        _("confidence"), default=0, help_text=_("Probability that words and source are right.")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    adrift = models.BooleanField(
        _("adrift"),
        default=False,
        editable=False,
        help_text=_("Its words no longer stand in the text; offsets are void."),
    )
    extractor = models.CharField(_("extractor"), max_length=20, blank=True, editable=False)
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices, default=Standing.PROPOSED)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True, editable=False)

    objects = QuoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["article", "start", "pk"]
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        indexes = [models.Index(fields=["article", "start"], name="quote_in_article")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_span_in_order"),
            models.CheckConstraint(condition=Q(spans__len__gt=0), name="quote_has_spans"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="quote_confidence_probability"
            ),
            models.CheckConstraint(
                condition=Q(cue_start=None, cue_end=None) | Q(cue_end__gt=F("cue_start")), name="quote_cue_whole"
            ),
            models.CheckConstraint(
                condition=Q(mention_start=None, mention_end=None) | Q(mention_end__gt=F("mention_start")),
                name="quote_mention_whole",
            ),
            models.CheckConstraint(
                condition=Q(standing="proposed", reviewed_at=None)
                | Q(standing__in=["confirmed", "rejected"], reviewed_at__isnull=False),
                name="quote_decided_when_reviewed",
            ),
            models.CheckConstraint(condition=Q(kind__in=["direct", "partial", "indirect"]), name="quote_kind_known"),
            models.UniqueConstraint(
                fields=["article", "start", "end", "kind"],
                name="quote_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text[:60]}…" if len(self.text) > 60 else self.text

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_at is not None

    @property
    def is_certain(self) -> bool:
        """Confirmed by a person, or as good as sure."""
        return self.standing == self.Standing.CONFIRMED or self.confidence >= CERTAIN

    @property
    def attribution(self) -> "Quote.Attribution":
        """How well its source is known, in the three words readers get and a fourth for no source."""
        if self.source is None:
            return self.Attribution.UNKNOWN
        if not self.source.is_named:
            return self.Attribution.UNNAMED
        return self.Attribution.NAMED if self.is_certain else self.Attribution.UNCERTAIN

    @property
    def opens_with_mark(self) -> bool:
        """Whether the words begin with a printed quotation mark, which then hangs in the margin."""
        return self.text[:1] in "“\"„«‘'"

    @property
    def cue(self) -> str:
        """The cue as printed; needs `article.body`."""
        return "" if self.cue_start is None else self.article.body[self.cue_start : self.cue_end]

    @property
    def lead(self) -> str:
        """What is printed from the cue to the words of a partial or indirect quote; needs `with_rows()`.

        "never mentioned ", "denied that ": without it some words would say the opposite. Empty where the cue stands
        elsewhere, or where another paragraph or quotation lies between.
        """
        return "" if any(mark in self.printed_lead for mark in '\n“”„«»"') else self.printed_lead

    @property
    def as_printed(self) -> str:
        """The words after their lead; needs `with_rows()`."""
        return self.lead + self.text

    @property
    def mention(self) -> str:
        """The source mention as printed; needs `article.body`."""
        return "" if self.mention_start is None else self.article.body[self.mention_start : self.mention_end]

    def get_absolute_url(self) -> str:
        return path_to("articles:quote", self.pk)

    @property
    def url_in_article(self) -> str:
        """The article's page, at these very words."""
        return f"{self.article.get_absolute_url()}#quote-{self.pk}"
