"""Sources kept in order: duplicates suggested, merged and parted again, quotes moved to whom they belong."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from articles import reviewing, sources
from articles.models import Merge, Source
from articles.paging import pages
from articles.reviewing.errors import NobodyCalled, NoWords

PER_PAGE = 10
MOST_ROLES = 20
LATEST = F("article__published_on").desc(nulls_last=True)


@permission_required("articles.view_source", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one source, the evidence side by side."""
    if request.method == "POST":
        _perform(request)
        return redirect(request.get_full_path())
    page = pages(sources.suggestions(), request.GET.get("page"), per_page=PER_PAGE)
    merges = Merge.objects.filter(undone_at=None).select_related("kept", "gone", "by")[:5]
    return render(request, "desk/duplicates.html", {"here": "sources", "page": page, "merges": merges})


@permission_required("articles.view_source", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """All the archive knows of one source, and whom else it may be."""
    one = get_object_or_404(Source, pk=pk)
    if request.method == "POST":
        _perform(request, one)
        return redirect(request.get_full_path())
    sought = request.GET.get("sought", "")[:100]
    context = {
        "here": "sources",
        "source": one,
        "page": pages(one.quotes.standing().with_rows().newest(), request.GET.get("page"), per_page=50),
        "roles": one.roles.select_related("article__publication").order_by(LATEST, "-pk")[:MOST_ROLES],
        "role_count": one.roles.count(),
        "forms": one.forms.select_related("publication"),
        "merges": Merge.objects.filter(Q(kept=one) | Q(gone=one)).select_related("kept", "gone", "by"),
        "suggestions": sources.suggestions(of=one) if one.is_named and not one.merged_into_id else [],
        "sought": sought,
        "found": [found for found in sources.find(sought) if found.source.pk != one.pk],
        "may_change": request.user.has_perm("articles.change_source"),
    }
    return render(request, "desk/source.html", context)


@permission_required("articles.change_source", raise_exception=True)
def _perform(request: HttpRequest, one: Source | None = None) -> None:
    """Do what a button says, and say what became of it."""
    verbs = {"merge": _merge, "unmerge": _unmerge, "two": _two, "move": _move}
    verb = verbs.get(request.POST.get("do", ""))
    try:
        said = verb(request, one) if verb else _("There is no such thing to do.")
    except (sources.Unmergeable, sources.Namesakes, reviewing.Undecidable) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)


def _sent(request: HttpRequest, name: str, model=Source):
    number = request.POST.get(name, "")
    return get_object_or_404(model, pk=int(number) if number.isdecimal() and len(number) < 12 else 0)


def _merge(request: HttpRequest, one: Source | None) -> str:
    merge = sources.merge(_sent(request, "gone"), into=_sent(request, "kept"), by=request.user)
    moved = {name: len(rows) for name, rows in merge.moved.items()}
    names = {"gone": merge.gone, "kept": merge.kept, **moved}
    told = _("“%(gone)s” is now “%(kept)s”: %(quotes)d quotes, %(forms)d names and %(roles)d roles moved.")
    return told % names


def _unmerge(request: HttpRequest, one: Source | None) -> str:
    merge = _sent(request, "merge", Merge)
    sources.unmerge(merge, by=request.user)
    return _("“%(gone)s” and “%(kept)s” are two again.") % {"gone": merge.gone, "kept": merge.kept}


def _two(request: HttpRequest, one: Source | None) -> str:
    first, second = _sent(request, "one"), _sent(request, "other")
    sources.not_the_same(first, second, by=request.user)
    return _("Remembered: “%(one)s” and “%(other)s” are two.") % {"one": first, "other": second}


@transaction.atomic
def _move(request: HttpRequest, one: Source | None) -> str:
    quotes = one.quotes.filter(pk__in=[n for n in request.POST.getlist("quote") if n.isdecimal() and len(n) < 12])
    if not quotes:
        raise NoWords
    to = _whom(request, one)
    count = reviewing.move(list(quotes), to, by=request.user)
    return ngettext("%(n)d quote is now by “%(to)s”.", "%(n)d quotes are now by “%(to)s”.", count) % {
        "n": count,
        "to": to,
    }


def _whom(request: HttpRequest, one: Source) -> Source:
    if request.POST.get("to"):
        return _sent(request, "to").final
    if name := request.POST.get("name", "").strip():
        return sources.another(name, kind=Source.Kind.PERSON if one.kind == Source.Kind.UNNAMED else one.kind)
    raise NobodyCalled
