"""How fast pages are served: requests a second and the slowest twentieth, beside a page that asks for nothing.

    python benchmarks/pages.py http://127.0.0.1:8000 [--readers 4] [--seconds 5] [ADDRESS …]

Needs a running archive. Without addresses it takes the front page, the latest article, its first
quote, the source quoted most, a search and the lists, as the API and the pages name them.
"""

import argparse
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import quantiles
from urllib.parse import urlsplit

PLAIN = "/help/"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("site")
    asked.add_argument("addresses", nargs="*")
    asked.add_argument("--readers", type=int, default=4)
    asked.add_argument("--seconds", type=float, default=5)
    wanted = asked.parse_intermixed_args()
    host = urlsplit(wanted.site).netloc
    rates = {}
    print(f"{'address':60} {'per second':>10} {'median ms':>10} {'p95 ms':>8} {'of plain':>9}")
    for address in [PLAIN, *(wanted.addresses or usual(host))]:
        times, span = load(host, address, readers=wanted.readers, seconds=wanted.seconds)
        cuts = quantiles(times, n=20)
        rates[address] = len(times) / span
        ratio = rates[address] / rates[PLAIN]
        print(f"{address[:60]:60} {rates[address]:10.1f} {cuts[9] * 1000:10.1f} {cuts[18] * 1000:8.1f} {ratio:9.2f}")


def usual(host: str) -> list[str]:
    """Addresses that every archive has."""
    newest = json.loads(fetch(host, "/api/v1/quotes?sort=newest"))["items"][0]
    most = re.search(rb'href="(/sources/\d+/[^"]+/)"', fetch(host, "/sources/?sort=quotes"))
    local = [urlsplit(url).path for url in (newest["article"]["url"], newest["url"])]
    speakers = [most.group(1).decode()] if most else []
    return ["/", *local, *speakers, "/quotes/?q=said", "/search/?q=said", "/articles/", "/sources/", "/sourcing/"]


def load(host: str, address: str, *, readers: int, seconds: float) -> tuple[list[float], float]:
    """Seconds each request took, of readers that ask again as soon as they have an answer, and the whole span."""
    fetch(host, address)
    began = time.perf_counter()

    def read() -> list[float]:
        connection, times = HTTPConnection(host), []
        while time.perf_counter() - began < seconds:
            asked = time.perf_counter()
            connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise SystemExit(f"{address} answered {answer.status}")
            times.append(time.perf_counter() - asked)
        return times

    with ThreadPoolExecutor(readers) as pool:
        done = [pool.submit(read) for _ in range(readers)]
        times = [took for reader in done for took in reader.result()]
    return times, time.perf_counter() - began


def fetch(host: str, address: str) -> bytes:
    connection = HTTPConnection(host)
    connection.request("GET", address)
    return connection.getresponse().read()


if __name__ == "__main__":
    main()
