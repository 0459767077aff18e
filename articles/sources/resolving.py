"""Which source of the archive an article's source is."""

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from articles import text
from articles.models import Article, Role, Source, SourceName
from articles.text.filing import filed
from articles.text.folding import fold


class Namesakes(ValueError):
    """A typed name that several sources bear; `str()` is the sentence for the editor."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Several sources are called “%s”: choose one from the list.") % name)


DOMINANT = 0.9
"""Share of the quotes of all who bear a surname, from which the surname alone means one of them."""
ENOUGH = 10
"""Quotes before dominance says anything."""


def name_key(name: str) -> str:
    """One key for the spellings of a name: folded, without dots and single initials.

    "Kim Jong-un" and "Kim Jong Un" share a key, "George W. Bush" and "George H. W. Bush" don't:
    two or more initials stay.
    """
    words = fold(name).replace(".", " ").replace("-", " ").split()
    initials = [word for word in words if len(word) == 1]
    if len(initials) == 1 and len(words) > 2:
        words.remove(initials[0])
    return " ".join(words)


def sort_key(name: str, kind: str) -> str:
    """What a source is sorted by: a person's name as it is filed, all folded; 300 characters at most."""
    return " ".join(fold(filed(name) if kind == Source.Kind.PERSON else name).split())[:300]


def resolve(found: text.Source, *, article: Article) -> Source:
    """The archive's source for one an article names, made where there is none, with its forms and roles.

    A full name is enough; a surname alone only where it can mean one person. Where it can't be told,
    a new source marked for review. An unnamed source is the article's own.
    """
    if found.kind == text.SourceKind.UNNAMED:
        return unnamed(found.name, article=article, note=found.note)
    source = known(found.name, kind=found.kind, article=article) or _new(found)
    _add_forms(source, [found.name, *found.names])
    _add_roles(source, found, article=article)
    return source


def known(name: str, *, kind: str, article: Article | None = None) -> Source | None:
    """The one living source that goes by this name, or None where there is none or no telling which.

    A form that an editor pinned decides; among several bearers the one the article quotes already.
    """
    key = name_key(name)
    if pinned := _pinned(key, article):
        return pinned
    bearers = list(
        Source.objects.living()
        .filter(kind=kind, pk__in=SourceName.objects.filter(folded=key).values("source"))
        .annotate(quote_count=Count("quotes", filter=~Q(quotes__standing="rejected")))
        .order_by("-quote_count", "pk")
    )
    return _likeliest(key, bearers, kind=kind) or _quoted_here(bearers, article)


def _likeliest(key: str, bearers: list[Source], *, kind: str) -> Source | None:
    by_full_name = [source for source in bearers if name_key(source.name) == key]
    if " " in key or kind == Source.Kind.ORGANISATION:
        return by_full_name[0] if len(by_full_name) == 1 else bearers[0] if len(bearers) == 1 else None
    return _dominant(bearers) or (by_full_name[0] if len(by_full_name) == 1 else None)


def _pinned(key: str, article: Article | None) -> Source | None:
    pins = SourceName.objects.filter(folded=key, pinned=True, source__merged_into=None).select_related("source")
    here = Q(publication=article.publication_id) if article and article.publication_id else Q(pk=None)
    pin = pins.filter(here | Q(publication=None)).order_by(F("publication").asc(nulls_last=True)).first()
    return pin.source if pin else None


def _quoted_here(bearers: list[Source], article: Article | None) -> Source | None:
    """So that reading an article again makes no further namesakes."""
    if not article or not bearers:
        return None
    here = set(article.quotes.filter(source__in=bearers).values_list("source_id", flat=True))
    quoted = [source for source in bearers if source.pk in here]
    return quoted[0] if len(quoted) == 1 else None


def _dominant(bearers: list[Source]) -> Source | None:
    fuller = [source for source in bearers if " " in name_key(source.name)]
    if len(fuller) == 1:
        return fuller[0]
    total = sum(source.quote_count for source in fuller)
    if fuller and total >= ENOUGH and fuller[0].quote_count >= DOMINANT * total:
        return fuller[0]
    return None


def _new(found: text.Source) -> Source:
    name = found.name[:300]
    alone = found.kind == text.SourceKind.PERSON and " " not in name_key(name)
    namesake = SourceName.objects.filter(folded=name_key(name), source__merged_into=None).exists()
    return Source.objects.create(
        kind=found.kind, name=name, sort_key=sort_key(name, found.kind), needs_review=alone or namesake
    )


def unnamed(name: str, *, article: Article, note: str = "") -> Source:
    """The article's own source that it calls so, made where there is none; a merged one leads to where it went."""
    name = name[:300]
    known_ones = Source.objects.filter(kind=Source.Kind.UNNAMED, article=article, name=name)
    source = known_ones.order_by(F("merged_into").asc(nulls_first=True), "pk").first()
    if source:
        source = source.final
    else:
        key = sort_key(name, Source.Kind.UNNAMED)
        source = Source.objects.create(kind=Source.Kind.UNNAMED, article=article, name=name, sort_key=key, note=note)
    if note and not source.is_named and source.note != note:
        source.note = note
        source.save(update_fields=["note"])
    return source


def called(name: str, *, kind: str) -> Source:
    """The source an editor means by a name she typed: the one bearer of it, or a new one.

    Raises `Namesakes` where there are several.
    """
    name = " ".join(name.split())[:300]
    forms = SourceName.objects.filter(folded=name_key(name))
    bearers = [
        s for s in Source.objects.living().filter(pk__in=forms.values("source")) if name_key(s.name) == name_key(name)
    ]
    if len(bearers) > 1:
        raise Namesakes(name)
    return bearers[0] if bearers else another(name, kind=kind)


def another(name: str, *, kind: str) -> Source:
    """A new source of that name, whoever else bears it."""
    name = " ".join(name.split())[:300]
    source = Source.objects.create(kind=kind, name=name, sort_key=sort_key(name, kind))
    _add_forms(source, [name])
    return source


def learn(printed: Source, meant: Source) -> None:
    """An editor said who is meant: where the printed name is a part of the other's, it is a form of it from now on.

    So the next article's surname goes to the person, if it can mean only one.
    """
    if not (printed.is_named and meant.is_named and printed.kind == meant.kind):
        return
    if set(name_key(printed.name).split()) < set(name_key(meant.name).split()):
        _add_forms(meant, [printed.name])


def _add_forms(source: Source, forms: list[str]) -> None:
    known_forms = set(source.forms.values_list("form", flat=True))
    SourceName.objects.bulk_create(
        SourceName(source=source, form=form, folded=name_key(form)[:300])
        for form in dict.fromkeys(form[:300] for form in forms)
        if form and form not in known_forms
    )


def _add_roles(source: Source, found: text.Source, *, article: Article) -> None:
    Role.objects.bulk_create(
        (
            Role(source=source, article=article, text=role.text[:500], start=role.span.start, end=role.span.end)
            for role in found.roles
        ),
        ignore_conflicts=True,
    )
