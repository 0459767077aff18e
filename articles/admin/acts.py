"""What a reviewer sends: one form for every verb, from the page's buttons, its keys or its script."""

from collections.abc import Callable

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles import reviewing, sources
from articles.models import Article, Decision, Quote, Source
from articles.reviewing.errors import NobodyCalled, NoWords, Outdated
from articles.reviewing.spans import Spans, written

Verbs = dict[str, Callable[[], Decision | None]]


class Act(forms.Form):
    """One decision. `who` is a source's number, "none", "named" (then `source` or `name`) or "unnamed"."""

    do = forms.CharField(max_length=20)
    quote = forms.IntegerField(required=False)
    seen = forms.CharField(required=False, max_length=16)
    who = forms.CharField(required=False, max_length=20)
    source = forms.IntegerField(required=False)
    name = forms.CharField(required=False, max_length=300)
    kind = forms.ChoiceField(required=False, choices=[("person", ""), ("organisation", "")])
    unnamed = forms.CharField(required=False, max_length=300)
    words = forms.CharField(required=False)
    spans = forms.JSONField(required=False)
    at = forms.IntegerField(required=False)
    version = forms.IntegerField(required=False)

    def perform(self, article: Article, *, by: AbstractBaseUser) -> Decision | None:
        """Do it; raises `Undecidable` or `Namesakes` with the sentence to show."""
        verbs = self._verbs_of_article(article, by)
        if self.cleaned_data["do"] not in verbs:
            quote = get_object_or_404(article.quotes.select_related("source"), pk=self.cleaned_data["quote"])
            verbs = self._verbs_of_quote(quote, article, by)
        verb = verbs.get(self.cleaned_data["do"])
        if not verb:
            raise reviewing.Undecidable(_("There is no such thing to do."))
        return verb()

    def _verbs_of_article(self, article: Article, by: AbstractBaseUser) -> Verbs:
        return {
            "certain": lambda: reviewing.confirm_certain(article, by=by),
            "undo": lambda: reviewing.undo(article, by=by),
            "add": lambda: reviewing.add(article, self._spans(article), source=self._source(article, None), by=by),
        }

    def _verbs_of_quote(self, quote: Quote, article: Article, by: AbstractBaseUser) -> Verbs:
        sent = {"by": by, "seen": self.cleaned_data["seen"]}
        more = lambda: [*quote.spans, *self._spans(article, near=quote.end)]  # noqa: E731
        return {
            "confirm": lambda: self._confirm(quote, article, **sent),
            "reject": lambda: reviewing.reject(quote, **sent),
            "reopen": lambda: reviewing.reopen(quote, **sent),
            "mend": lambda: reviewing.mend(quote, self._spans(article, near=quote.start), **sent),
            "extend": lambda: reviewing.mend(quote, more(), **sent),
            "split": lambda: reviewing.split(quote, at=self.cleaned_data["at"], **sent),
            "join": lambda: reviewing.join(quote, **sent),
        }

    def _confirm(self, quote: Quote, article: Article, **sent) -> Decision:
        source = self._source(article, quote.source)
        if source == quote.source:
            return reviewing.confirm(quote, **sent)
        return reviewing.attribute_to(quote, source, **sent)

    def _source(self, article: Article, proposed: Source | None) -> Source | None:
        """Whom the editor chose; `proposed` where she chose nobody."""
        sent = self.cleaned_data
        match sent["who"]:
            case "":
                return proposed
            case "none":
                return None
            case "unnamed" if sent["unnamed"]:
                return sources.unnamed(" ".join(sent["unnamed"].split()), article=article)
            case "named" if sent["source"]:
                return get_object_or_404(Source, pk=sent["source"]).final
            case "named" if sent["name"]:
                return sources.called(sent["name"], kind=sent["kind"] or Source.Kind.PERSON)
            case number if number.isdecimal():
                return get_object_or_404(Source, pk=int(number)).final
        raise NobodyCalled

    def _spans(self, article: Article, *, near: int = 0) -> Spans:
        """Chosen by offsets, which must be those of the text as it is, or by their words."""
        sent = self.cleaned_data
        if not sent["spans"]:
            return written(article.body, sent["words"].replace("\r\n", "\n"), near=near)
        if sent["version"] != article.version:
            raise Outdated
        if not _are_spans(sent["spans"]):
            raise NoWords
        return sent["spans"]


def _are_spans(value: object) -> bool:
    pairs = isinstance(value, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in value)
    return pairs and all(isinstance(offset, int) for pair in value for offset in pair)
