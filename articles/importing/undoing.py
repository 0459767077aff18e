"""What an import stored taken back, article by article; what a person has since worked on is kept."""

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from articles.ingest import restore
from articles.models import Article, Decision, Import, ImportedFile, ImportedItem, Merge, NotTheSame, Source

Outcome = ImportedItem.Outcome
STORED = (Outcome.CREATED, Outcome.UPDATED)


@transaction.atomic
def take_back_one() -> bool:
    """Take back the newest stored article of an import that is being taken back."""
    files = list(ImportedFile.objects.filter(of__state=Import.State.UNDOING).values_list("pk", flat=True))
    stored = ImportedItem.objects.filter(outcome__in=STORED, file__in=files)
    item = stored.select_for_update(skip_locked=True, of=("self",)).order_by("-pk").first()
    if item is None:
        return _all_back()
    article = Article.objects.select_for_update(of=("self",)).filter(pk=item.article_id).first()
    reason = _why_kept(item, article) if article else ""
    if reason:
        item.outcome, item.sentence = Outcome.KEPT, reason
    else:
        if article and item.outcome == Outcome.CREATED:
            _forget(article)
            item.article = None
        elif article:
            restore(article, item.before)
            _as_before(item, article)
        item.outcome = Outcome.UNDONE
    item.save()
    return True


def _as_before(item: ImportedItem, article: Article) -> None:
    """The deliveries before it count as unchanged again if nobody but this one had changed them."""
    later = article.version - (item.version - 1)
    earlier = ImportedItem.objects.filter(article=article, outcome__in=STORED, pk__lt=item.pk)
    earlier.update(version=F("version") + later)


def _why_kept(item: ImportedItem, article: Article) -> str:
    if article.quotes.exclude(reviewed_at=None).exists() or Decision.objects.filter(article=article).exists():
        return _("Somebody has decided on its quotes.")
    if article.version != item.version or (item.outcome == Outcome.UPDATED and item.before is None):
        return _("It has been changed since.")
    if Merge.objects.filter(Q(kept__article=article) | Q(gone__article=article)).exists():
        return _("Somebody has merged one of its sources.")
    return ""


def _forget(article: Article) -> None:
    """Delete an article, and the sources that only it made known and nobody has touched."""
    quoted = set(article.quotes.exclude(source=None).values_list("source", flat=True))
    article.delete()
    idle = Source.objects.filter(
        pk__in=quoted, quotes=None, roles=None, merged=None, merged_into=None, added_at__gte=article.added_at
    )
    kept = set(Merge.objects.values_list("kept", flat=True)) | set(Merge.objects.values_list("gone", flat=True))
    apart = NotTheSame.objects.filter(Q(one__in=idle) | Q(other__in=idle)).values_list("one", "other")
    kept |= {pk for pair in apart for pk in pair}
    kept |= set(Source.objects.filter(pk__in=quoted, forms__pinned=True).values_list("pk", flat=True))
    idle.exclude(pk__in=kept).delete()


def _all_back() -> bool:
    undoing = Import.objects.filter(state=Import.State.UNDOING)
    stored = ImportedItem.objects.filter(outcome__in=STORED, file__of__in=undoing).values("file__of")
    return bool(undoing.exclude(pk__in=stored).update(state="undone"))
