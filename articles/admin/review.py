"""The review of an article, and the queue of articles to review."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles import reviewing, sources
from articles.admin.acts import Act
from articles.models import Article, Decision, Publication
from articles.paging import pages
from articles.reviewing import queue as queues
from articles.reviewing.sheet import Sheet, next_open, sheet

GOES_ON = {Decision.Verb.CONFIRM, Decision.Verb.ATTRIBUTE, Decision.Verb.REJECT, Decision.Verb.CONFIRM_CERTAIN}
"""Decisions after which the next quote is shown."""


class Narrowing(forms.Form):
    """The part of the archive that is reviewed."""

    publication = forms.ModelChoiceField(
        Publication.objects.all(), required=False, label=gettext_lazy("Publication"), empty_label=gettext_lazy("all")
    )
    since = forms.DateField(
        required=False, label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        required=False, label=gettext_lazy("To"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    @property
    def choice(self) -> queues.Choice:
        """What was chosen, as far as it can be understood."""
        sent = self.cleaned_data if self.is_bound and self.is_valid() else getattr(self, "cleaned_data", {})
        publication = sent.get("publication")
        return queues.Choice(publication and publication.pk, sent.get("since"), sent.get("until"))

    @property
    def query(self) -> str:
        """The same again for an address: "&publication=3&since=2024-01-01", or nothing."""
        choice = self.choice
        fields = {"publication": choice.publication, "since": choice.since, "until": choice.until}
        return "".join(f"&{name}={value}" for name, value in fields.items() if value)


@permission_required("articles.view_quote", raise_exception=True)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Articles to review, the least certain first."""
    narrowing = Narrowing(request.GET)
    choice = narrowing.choice
    return render(
        request,
        "desk/queue.html",
        {
            "here": "review",
            "narrowing": narrowing,
            "progress": queues.progress(choice),
            "page": pages(queues.queue(choice), request.GET.get("page")),
        },
    )


@permission_required("articles.view_quote", raise_exception=True)
@require_safe
def next_article(request: HttpRequest, pk: int) -> HttpResponse:
    """On to the article to look at after this one, or back to the queue where that is the last."""
    article = get_object_or_404(Article, pk=pk)
    narrowing = Narrowing(request.GET)
    found = queues.after(article, narrowing.choice)
    address = reverse("admin:articles_review", args=[found.pk]) if found else reverse("admin:articles_queue")
    return redirect(f"{address}?{narrowing.query.removeprefix('&')}")


@permission_required("articles.view_quote", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One article: its text, its quotes, and what is decided on them."""
    article = get_object_or_404(Article.objects.select_related("publication"), pk=pk)
    if request.method == "POST":
        return _decide(request, article)
    return _answer(request, article, quote=_number(request.GET.get("quote")))


@permission_required("articles.change_quote", raise_exception=True)
def _decide(request: HttpRequest, article: Article) -> HttpResponse:
    act = Act(request.POST)
    quote = _number(request.POST.get("quote"))
    try:
        if not act.is_valid():
            raise reviewing.Undecidable(_("That could not be understood: %s") % " ".join(act.errors))
        decision = act.perform(article, by=request.user)
    except (reviewing.Undecidable, sources.Namesakes) as problem:
        return _answer(request, article, quote=quote, said=str(problem), status=409)
    article.refresh_from_db()
    return _answer(request, article, quote=_next(article, decision, quote), said=_told(decision))


def _next(article: Article, decision: Decision | None, quote: int | None) -> int | None:
    """The quote to show after a decision."""
    if decision is None:
        return quote
    decided = decision.after[0]["id"]
    if decision.undone_at or decision.verb not in GOES_ON:
        return decided if article.quotes.filter(pk=decided).exists() else quote
    return next_open(sheet(article).cards, decided)


def _told(decision: Decision | None) -> str:
    if decision is None:
        return _("There was nothing certain to confirm.")
    words = decision.after[0]["text"]
    words = f"{words[:40]}…" if len(words) > 40 else words
    told = {"what": decision.get_verb_display(), "words": words}
    if decision.undone_at:
        return _("Taken back: %(what)s %(words)s") % told
    if decision.verb == Decision.Verb.CONFIRM_CERTAIN:
        return _("Confirmed %d certain quotes.") % len(decision.after)
    return _("You %(what)s %(words)s") % told


def _answer(request: HttpRequest, article: Article, *, quote: int | None, said: str = "", status: int = 200):
    """The page; for the page's script its changing part as JSON; after a form without script a redirect."""
    narrowing = Narrowing(request.GET)
    view: Sheet = sheet(article, quote=quote, by=request.user)
    at = view.current.quote.pk if view.current else None
    address = f"{reverse('admin:articles_review', args=[article.pk])}?quote={at or ''}{narrowing.query}"
    context = {
        "here": "review",
        "sheet": view,
        "article": article,
        "there": narrowing.query,
        "address": address,
        "may_decide": request.user.has_perm("articles.change_quote"),
    }
    if "application/json" in request.headers.get("Accept", ""):
        html = render_to_string("desk/_review.html", context, request)
        return JsonResponse({"html": html, "said": said, "address": address}, status=status)
    if request.method == "POST":
        messages.add_message(request, messages.SUCCESS if status == 200 else messages.ERROR, said)
        return redirect(address)
    return render(request, "desk/review.html", context)


@permission_required("articles.change_quote", raise_exception=True)
@require_safe
def find_source(request: HttpRequest) -> JsonResponse:
    """Sources that `q` may be the beginning of, for the field that completes names."""
    found = sources.find(request.GET.get("q", "")[:100])
    rows = [{"id": one.source.pk, "name": one.source.name, "role": one.role, "quotes": one.quotes} for one in found]
    return JsonResponse({"sources": rows})


def _number(sent: str | None) -> int | None:
    return int(sent) if sent and sent.isascii() and sent.isdecimal() and len(sent) < 12 else None
