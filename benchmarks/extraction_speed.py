"""Articles a second on one core, and what import and the weights cost, in processor time.

python -m benchmarks.extraction_speed ../shared/news/polnear/dev
"""

import sys
import time
from pathlib import Path


def main() -> None:
    start = time.process_time()
    from articles.text import extract  # here: the import is what is measured

    extract("“Yes,” said Ann Lee.")
    loaded = time.process_time()
    texts = [path.read_bytes().decode("utf-8") for path in sorted((Path(sys.argv[1]) / "text").glob("*.txt"))]
    begun = time.process_time()
    words = 0
    for text in texts:
        extract(text)
        words += len(text.split())
    took = time.process_time() - begun
    print(f"import and weights {loaded - start:.2f} s, {len(texts) / took:.0f} articles/s, {words / took:.0f} words/s")


if __name__ == "__main__":
    main()
