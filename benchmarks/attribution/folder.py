"""Where weights are written, and extraction with others than the package's."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from articles.text import weights
from articles.text.weights import FOLDER, by_weight


@contextmanager
def weights_of(**learned: dict[str, float]) -> Iterator[None]:
    """Extraction with these linear models in place of the package's of the same names."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in FOLDER.glob("*.json"):
            shutil.copy(path, folder)
        for model, by_feature in learned.items():
            write(model, by_weight(by_feature), folder)
        with _weights_in(folder):
            yield


@contextmanager
def _weights_in(folder: Path) -> Iterator[None]:
    usual = weights.FOLDER
    weights.FOLDER = folder
    weights.load.cache_clear()
    weights.linear.cache_clear()
    try:
        yield
    finally:
        weights.FOLDER = usual
        weights.load.cache_clear()
        weights.linear.cache_clear()


def write(name: str, found: Any, folder: Path = FOLDER) -> int:
    """Write a weights file, of the package unless told otherwise; how many characters it has."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    return len(text)
