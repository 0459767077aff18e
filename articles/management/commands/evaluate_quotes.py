"""Print how well quotes are found and attributed on an annotated corpus."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.text import extract
from articles.text.evaluation.corpus import read_corpus
from articles.text.evaluation.score import Table, Tally, brier, calibration
from articles.text.evaluation.speakers import add_speakers, read_answers

EDGES = (0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


class Command(BaseCommand):
    help = "Score extraction on a corpus in PolNeAR's layout: precision, recall and F1 of each question."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, help="a folder with text/*.txt and attributions/*.ann")
        parser.add_argument("--speakers", type=Path, help="a JSON file of who said each quotation")

    def handle(self, *, corpus: Path, speakers: Path | None, **options: Any) -> None:
        if not (corpus / "text").is_dir():
            raise CommandError(f"{corpus}: has no folder text.")
        answers = read_answers(speakers) if speakers else {}
        table, tells_sources = Table(), False
        for article in read_corpus(corpus):
            extraction = extract(article.text)
            table.add(article, extraction)
            tells_sources |= any(attribution.source for attribution in article.attributions)
            if article.name in answers:
                add_speakers(table.speaker, article, extraction, answers[article.name])
        self.row("quotations found", table.detection)
        if tells_sources:
            self.row("with the right source", table.attribution)
            self.row("relations, indirect included", table.relation)
        if speakers:
            self.row("speaker named rightly", table.speaker)
        if tells_sources:
            self.calibration(table)

    def calibration(self, table: Table) -> None:
        self.stdout.write(f"\nconfidence of {len(table.judged)} quotations, Brier score {brier(table.judged):.3f}")
        for bin in calibration(table.judged, edges=EDGES):
            self.stdout.write(f"  {bin.sure:.2f} sure, {bin.right:.2f} right ({bin.size})")

    def row(self, label: str, tally: Tally) -> None:
        figures = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        self.stdout.write(f"{label:30} {figures}  ({tally.right} of {tally.annotated}, {tally.found} found)")
