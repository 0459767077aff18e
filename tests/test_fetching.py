"""What may be fetched, tried on real sockets: the server listens at 127.0.0.2, which alone counts as public here."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles.fetching import Unfetchable, fetch, is_public

PUBLIC = "127.0.0.2"


class Site(BaseHTTPRequestHandler):
    """Answers what the test put at a path: a body, or an address to redirect to."""

    def do_GET(self):
        self.server.requests.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path, b"")
        if callable(answer):
            answer(self)
        elif isinstance(answer, str):
            self.send_response(302)
            self.send_header("Location", answer)
            self.send_header("Set-Cookie", "a=b")
            self.end_headers()
        else:
            self.send_response(200 if self.path in self.server.answers else 404)
            self.end_headers()
            self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def serving(address: str) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer((address, 0), Site)
    server.daemon_threads = True
    server.handle_error = lambda *arguments: None  # whoever is cut off complains
    server.requests, server.answers = [], {}
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    return server


@pytest.fixture
def site():
    server = serving(PUBLIC)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def inside():
    """A server of the private network, which must never be asked."""
    server = serving("127.0.0.1")
    yield server
    server.shutdown()
    server.server_close()


def resolver(host: str, port: int) -> list[str]:
    if host == "news.example":
        return [PUBLIC]
    return list(dict.fromkeys(entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def permitted(address: str) -> bool:
    return address == PUBLIC or is_public(address)


def get(site, path="/", **options):
    return fetch(
        f"http://news.example:{site.server_port}{path}",
        **{"resolve": resolver, "permitted": permitted, "patience": 5, **options},
    )


def test_a_page_is_fetched_with_its_address_after_redirects(site):
    site.answers = {"/old?a=1": "/new", "/new": b"<p>Ferry</p>"}
    fetched = get(site, "/old?a=1#top")
    assert fetched.data == b"<p>Ferry</p>"
    assert fetched.url == f"http://news.example:{site.server_port}/new"
    assert "Cookie" not in site.requests[1][1]
    assert site.requests[1][1]["Host"] == f"news.example:{site.server_port}"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://2130706433:{port}/", "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/", "http://127.1:{port}/", "http://[::1]:{port}/", "http://[::ffff:127.0.0.1]:{port}/",
        "http://0.0.0.0:{port}/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[64:ff9b::7f00:1]/",
        "http://[::]:{port}/", "http://0:{port}/", "http://[::127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/",
        "http://LOCALHOST:{port}/", "http://198.18.0.1/", "http://192.0.0.9/", "http://192.88.99.1/", "http://[3fff::1]/",
        "http://[::ffff:0:127.0.0.1]/", "http://[fec0::1]/", "http://[2001:db8::1]/", "http://[fd00:ec2::254]/",
        "http://[2002:7f00:1::]/", "http://224.0.0.1/", "http://255.255.255.255/", "//127.0.0.1:{port}/",
    ],
)  # fmt: skip
def test_no_redirect_leads_inside(site, inside, address):
    inside.answers = {"/": b"secret"}
    address = address.format(port=inside.server_port)
    site.answers = {"/": address}
    with pytest.raises(Unfetchable, match="private or local network"):
        get(site)
    if address.startswith("http"):
        with pytest.raises(Unfetchable, match="private or local network"):
            fetch(address)
    assert not inside.requests


@pytest.mark.parametrize("host", ["①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1.", "127.0.0.1%00.example", "[::1%25lo]"])
def test_no_spelling_of_loopback_leads_inside(inside, host):
    inside.answers = {"/": b"secret"}
    with pytest.raises(Unfetchable):
        fetch(f"http://{host}:{inside.server_port}/")
    assert not inside.requests


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://news.example/", "gopher://x/", "javascript:alert(1)", "data:text/html,x"]
)
def test_only_the_web_is_fetched(site, address):
    site.answers = {"/": address}
    for attempt in (lambda: fetch(address), lambda: get(site)):
        with pytest.raises(Unfetchable, match="http:// or https://"):
            attempt()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://", "http:// or https://"),
        ("http://[::1", "not a web address"),
        ("http://news.example:99999/", "not a web address"),
        ("http://user:pw@news.example/", "name or password"),
        ("http://news.example:25/", "not one of the web"),
        ("http://a b.example/", "http:// or https://"),
        ("http://" + "a" * 70 + ".example/", "there is no server called"),
        ("http://no-such-name.invalid/", "there is no server called"),
    ],
)
def test_what_is_no_address_is_a_sentence(address, sentence):
    with pytest.raises(Unfetchable, match=sentence):
        fetch(address)


def test_a_name_that_answers_differently_the_second_time_gains_nothing(site, inside):
    """The address that was judged is the one connected to: the name is asked once."""
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    site.answers = inside.answers = {"/": b"public"}
    fetched = fetch(
        f"http://rebinding.example:{site.server_port}/",
        resolve=lambda host, port: next(answers),
        permitted=permitted,
    )
    assert fetched.data == b"public"
    with pytest.raises(Unfetchable, match="private or local"):
        fetch(
            f"http://rebinding.example:{inside.server_port}/",
            resolve=lambda host, port: next(answers),
            permitted=permitted,
        )
    assert not inside.requests


def test_a_name_with_one_private_address_among_public_ones_is_refused(site):
    with pytest.raises(Unfetchable, match="private or local"):
        get(site, resolve=lambda host, port: [PUBLIC, "10.0.0.1"])
    assert not site.requests


def test_redirects_end(site):
    site.answers = {"/": "/"}
    with pytest.raises(Unfetchable, match="redirects more than 5 times"):
        get(site)
    assert len(site.requests) == 6


def test_a_refusal_of_the_server_is_told(site):
    with pytest.raises(Unfetchable, match="answers 404 Not Found"):
        get(site, "/nowhere")


def test_an_answer_without_end_is_cut_off(site):
    def pour(request):
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(bytes(65_536))

    site.answers = {"/": pour}
    with pytest.raises(Unfetchable, match="larger than 1,000,000 bytes"):
        get(site, largest=1_000_000)


@pytest.mark.parametrize("part", ["header", "body"])
def test_a_server_that_drips_is_left(site, part):
    def drip(request):
        if part == "body":
            request.send_response(200)
            request.end_headers()
        while True:
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.1)

    site.answers = {"/": drip}
    with pytest.raises(Unfetchable, match="took too long"):
        get(site, patience=0.6)
