"""Dependencies point one way: pure text code ← models ← verbs ← faces; one door to Haystack."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "articles"
PURE = ("text", "readers", "query", "arrays", "citations", "likeness")
MODELS = ("models",)
FACES = ("views", "admin", "feeds", "api", "urls", "sitemaps", "management", "templatetags", "context")
HAYSTACK_DOOR = ("search", "search_indexes")
FRAMEWORKS = {"django", "haystack", "ninja", "simple_history", "psycopg"}


def modules() -> list[Path]:
    return sorted(path for path in APP.rglob("*.py") if "migrations" not in path.parts)


def noun(path: Path) -> str:
    """The first name below `articles`, which says the layer."""
    return path.relative_to(APP).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Every module named by an import of the file, relative ones made absolute."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *filter(None, [node.module])))
            names.update({stem, *(f"{stem}.{alias.name}" for alias in node.names)})
    return names


def nouns_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("articles.")}


@pytest.mark.parametrize("path", [p for p in modules() if noun(p) in PURE], ids=str)
def test_pure_text_code_imports_neither_django_nor_the_app(path):
    assert not {name.split(".")[0] for name in imported(path)} & (FRAMEWORKS | {"archive"})
    assert nouns_imported(path) <= set(PURE)


@pytest.mark.parametrize("path", [p for p in modules() if noun(p) in MODELS], ids=str)
def test_models_know_only_text_code_and_each_other(path):
    assert nouns_imported(path) <= {*PURE, *MODELS}


@pytest.mark.parametrize("path", [p for p in modules() if noun(p) not in (*FACES, "apps", "__init__")], ids=str)
def test_nothing_below_the_faces_imports_a_face(path):
    assert not nouns_imported(path) & set(FACES)


@pytest.mark.parametrize("path", [p for p in modules() if noun(p) in FACES and noun(p) != "urls"], ids=str)
def test_faces_do_not_import_each_other(path):
    assert nouns_imported(path) & set(FACES) <= {noun(path)}


@pytest.mark.parametrize("path", [p for p in modules() if noun(p) not in HAYSTACK_DOOR], ids=str)
def test_haystack_has_one_door(path):
    assert "haystack" not in {name.split(".")[0] for name in imported(path)}


def test_only_the_engine_and_its_two_neighbours_know_whoosh():
    allowed = {"arrays", "search/schema.py", "search/lowering.py", "query/words.py"}
    found = {path.relative_to(APP) for path in modules() if "whoosh" in {name.split(".")[0] for name in imported(path)}}
    assert {str(path) if path.parts[0] != "arrays" else "arrays" for path in found} == allowed
