"""The conditions of a question: looked up, named for the reader, and put to the engine."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Publication, Source

from .facets import LABELS, period_label, translated
from .params import Params
from .problems import BadQuery
from .question import Question
from .results import Chip
from .statement import Statement


@dataclass(frozen=True, slots=True)
class Conditions:
    """A question with its source and publication looked up."""

    params: Params
    source: Source | None = None
    publication: Publication | None = None

    def question(self, **more: object) -> Question:
        """The engine's question; `more` are its rows, facets and so on."""
        exact = {
            "source": str(self.source.pk) if self.source else "",
            "publication": str(self.publication.pk) if self.publication else "",
            "section": self.params.section,
            "kind": self.params.kind,
            "attribution": self.params.attribution,
        }
        since, until = self.params.period
        given = {
            "tree": self.params.tree,
            "exact": tuple((name, value) for name, value in exact.items() if value),
            "since": since,
            "until": until,
            "upto": self.params.upto,
            "order": self.params.order,
        }
        return Question(**(given | more))

    def chips(self) -> tuple[Chip, ...]:
        """Every condition in force, in the order of the form."""
        params = self.params
        labels, kinds, attributions = translated(get_language())
        values = {
            "q": params.q,
            "source": self.source and self.source.name,
            "publication": self.publication and self.publication.name,
            "date": params.date and period_label(params.date),
            "since": params.since and period_label(params.since),
            "until": params.until and period_label(params.until),
            "section": params.section,
            "kind": params.kind and kinds[params.kind],
            "attribution": params.attribution and attributions[params.attribution],
        }
        return tuple(
            Chip(name, labels[name], value, params.query(**{name: None})) for name, value in values.items() if value
        )

    def without(self, name: str) -> "Conditions":
        """The same question with one condition less."""
        kept = {"source": self.source, "publication": self.publication} | ({name: None} if name in LABELS else {})
        return Conditions(self.params.without(name), kept["source"], kept["publication"])

    def asking(self, params: Params) -> "Conditions":
        """The same source and publication, other words or rows."""
        return Conditions(params, self.source, self.publication)


def conditions(params: Params) -> Conditions:
    """Look up what is asked for. Raises BadQuery for a source or publication that isn't in the archive."""
    return Conditions(params, _source(params), _publication(params))


@cache
def _sources() -> Statement:
    return Statement(Source.objects.select_related("merged_into"))


def _source(params: Params) -> Source | None:
    """The source itself, or the one it was merged into."""
    if params.source is None:
        return None
    found = _sources().rows([params.source]).get(params.source)
    if found is None:
        raise BadQuery(_("There is no source with the number %(number)s.") % {"number": params.source},
                       query=params.query(source=None))  # fmt: skip
    return found.merged_into or found


def _publication(params: Params) -> Publication | None:
    if not params.publication:
        return None
    wanted = {"pk": int(params.publication)} if params.publication.isdecimal() else {"slug": params.publication}
    found = Publication.objects.filter(**wanted).first() if len(params.publication) < 19 or "slug" in wanted else None
    if found is None:
        raise BadQuery(_("There is no publication “%(name)s”.") % {"name": params.publication},
                       query=params.query(publication=None))  # fmt: skip
    return found
