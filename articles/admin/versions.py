"""An article's past: versions, differences, decisions; withheld, restored, marked as corrected, brought back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import versions as past
from articles.models import Article


@permission_required("articles.view_article", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """The versions, one of them with what it changed, and what editors decided on the quotes."""
    article = get_object_or_404(Article.objects.select_related("publication"), pk=pk)
    if request.method == "POST":
        _perform(request, article)
        return redirect(request.path)
    every = past.versions(article)
    chosen = next((one for one in every if str(one.number) == request.GET.get("version")), every[0] if every else None)
    context = {
        "here": "articles",
        "article": article,
        "versions": every,
        "chosen": chosen,
        "latest": every[0] if every else None,
        "decisions": article.decisions.select_related("by")[:100],
        "may_change": request.user.has_perm("articles.change_article"),
    }
    return render(request, "desk/versions.html", context)


@permission_required("articles.change_article", raise_exception=True)
def _perform(request: HttpRequest, article: Article) -> None:
    sent = request.POST
    try:
        match sent.get("do"):
            case "revert" if sent.get("version", "").isdecimal() and len(sent["version"]) < 12:
                past.revert(article, int(sent["version"]), by=request.user)
                said = _("The article is as it was; quotes followed their words.")
            case "withhold":
                past.withhold(article, reason=sent.get("reason", ""), by=request.user)
                said = _("Withheld: no reader sees the article or its quotes.")
            case "restore":
                past.restore(article, by=request.user)
                said = _("Readers see the article again.")
            case "correct":
                past.mark_corrected(article, note=sent.get("note", "")[:5000], by=request.user)
                said = _("Readers are told that the article was corrected.")
            case _other:
                raise Http404
    except past.NoReason as problem:
        messages.error(request, str(problem))
    except article.history.model.DoesNotExist as error:
        raise Http404 from error
    except IntegrityError:
        messages.error(request, _("Another article has this address or identifier by now."))
    else:
        messages.success(request, said)
