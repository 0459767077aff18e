from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import duplicates
from articles.admin import review, versions
from articles.ingest import store
from articles.models import Article, Quote
from articles.pasting import paste
from articles.readers.data import Rejected, check_address, clean
from articles.reviewing import decide
from articles.roles import visibility_for


class HttpsUrl(forms.URLField):
    """An address; one typed without a scheme is taken as https."""

    def __init__(self, **options) -> None:
        super().__init__(assume_scheme="https", **options)


class ArticleForm(forms.ModelForm):
    """An article as pasted; every field is cleaned as an imported one is.

    It knows the version the editor began with, so that of two editors the slower is told.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [
            "headline", "body", "publication", "section", "language", "byline", "published_on", "published_at",
            "url", "external_id", "caption", "credit", "visibility", "withheld_reason", "corrected_at", "correction",
        ]  # fmt: skip
        field_classes = {"url": HttpsUrl}
        widgets = {
            "headline": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "body": forms.Textarea(attrs={"rows": 28, "class": "vLargeTextField"}),
            "caption": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "correction": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        if "seen" in self.fields:
            self.fields["seen"].initial = self.instance.version

    def clean(self):
        fields = super().clean()
        if self.instance.pk and fields.get("seen") not in (None, self.instance.version):
            raise forms.ValidationError(_("Somebody changed this article since you opened it. Open it again to go on."))
        for name in ("headline", "body", "byline", "section", "caption", "credit", "external_id", "url"):
            if not fields.get(name):
                continue
            try:
                fields[name] = clean(name, fields[name])
                if name == "url":
                    check_address(fields[name])
            except Rejected as problem:
                self.add_error(name, str(problem))
        return fields


class Sections(admin.AllValuesFieldListFilter):
    """The sections there are, and those articles that have none."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or _("none given")}


class QuoteInline(admin.StackedInline):
    """The quotes found in the article, each to confirm or change."""

    model = Quote
    extra = 0
    can_delete = False
    show_change_link = True
    autocomplete_fields = ["source"]
    readonly_fields = ["words", "kind", "confidence", "reason"]
    fields = ["words", ("source", "standing"), ("kind", "confidence", "reason")]
    ordering = ["start", "pk"]

    def has_add_permission(self, request, obj):
        return False  # words are chosen in the review, not typed

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source")

    @admin.display(description=_("words"))
    def words(self, quote):
        return format_html("<blockquote>{}</blockquote>", quote.text)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Paste an article and save: its quotes are found, attributed and shown below it."""

    form = ArticleForm
    list_display = ["headline", "publication", "published_on", "visibility", "quotes"]
    list_filter = ["visibility", "publication", ("section", Sections)]
    list_select_related = ["publication"]
    search_fields = ["headline", "byline", "external_id", "url"]
    search_help_text = _("Headline, byline, identifier or address; words of the text are found by the site's search.")
    show_full_result_count = False
    date_hierarchy = "published_on"
    autocomplete_fields = ["publication"]
    inlines = [QuoteInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["headline", "body", "seen"],
                "description": _("Paste the text; quotes are found when you save."),
            },
        ),
        (
            _("Where and when"),
            {
                "fields": [
                    ("publication", "section", "language"),
                    "byline",
                    ("published_on", "published_at"),
                    "url",
                    "external_id",
                ]
            },
        ),
        (_("Picture"), {"classes": ["collapse"], "fields": ["caption", "credit"]}),
        (
            _("On the site"),
            {"fields": ["visibility", "withheld_reason", ("corrected_at", "correction")]},
        ),
    ]

    def get_urls(self):
        own = [
            path("queue/", self.admin_site.admin_view(review.queue), name="articles_queue"),
            path("<int:pk>/next/", self.admin_site.admin_view(review.next_article), name="articles_next"),
            path("<int:pk>/versions/", self.admin_site.admin_view(versions.versions), name="articles_versions"),
            path("<int:pk>/review/", self.admin_site.admin_view(review.review), name="articles_review"),
        ]
        return own + super().get_urls()

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description=_("quotes"), ordering="quote_count")
    def quotes(self, article):
        return article.quote_count

    def history_view(self, request, object_id, extra_context=None):
        """Every version with its difference, instead of a list of saves."""
        return redirect("admin:articles_versions", object_id)

    def get_actions(self, request):
        """Articles are deleted one by one, so that somebody reads what goes with each."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def delete_view(self, request, object_id, extra_context=None):
        if request.method == "POST" and "sure" not in request.POST:
            messages.error(request, _("Nothing was deleted: say that you want all of it gone."))
            return redirect(request.path)
        quotes = Quote.objects.filter(article=object_id) if object_id.isdecimal() else Quote.objects.none()
        counts = {"quote_count": quotes.count(), "decided_count": quotes.exclude(reviewed_at=None).count()}
        return super().delete_view(request, object_id, counts)

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_readonly_fields(self, request, obj=None):
        """Who only loads does not publish: what they add is a draft."""
        may_publish = request.user.has_perm("articles.change_article")
        return () if may_publish else ("visibility", "withheld_reason", "corrected_at", "correction")

    def save_model(self, request, obj, form, change):
        if change:
            form.body_before = Article.objects.values_list("body", flat=True).get(pk=obj.pk)
        else:
            obj.origin = f"admin: {request.user.get_username()}"
            if visibility_for(request.user) == Article.Visibility.DRAFT:
                obj.visibility = Article.Visibility.DRAFT
            paste(obj)
            if found := duplicates.twins(obj.body, besides=obj.pk):
                self.message_user(request, _("Is it here already? %s") % found[0], messages.WARNING)

    def save_related(self, request, form, formsets, change):
        """Decisions first, then the text: so quotes decided on now follow an edit made now."""
        super().save_related(request, form, formsets, change)
        if change:
            store(form.instance, before=form.body_before)
            self._tell_of_lost_words(request, form.instance)

    def _tell_of_lost_words(self, request, article):
        adrift = article.quotes.filter(adrift=True, standing=Quote.Standing.CONFIRMED).count()
        if not adrift:
            return
        said = ngettext(
            "%d confirmed quote has lost its words in the new text: mend it in the review.",
            "%d confirmed quotes have lost their words in the new text: mend them in the review.",
            adrift,
        )
        self.message_user(request, said % adrift, messages.WARNING)

    def save_formset(self, request, form, formset, change):
        if formset.model is not Quote:
            super().save_formset(request, form, formset, change)
            return
        for quote in formset.save(commit=False):
            decide(quote, source=quote.source, standing=quote.standing, by=request.user)
