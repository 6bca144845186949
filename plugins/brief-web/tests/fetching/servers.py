"""Web servers on loopback that answer as they are told to, well or badly, and remember it all."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import NamedTuple, Self

from brief_web.fetching import Fetcher, Limits

HERE = Path(__file__).parent
# Who vouches for the servers of these tests; made with tls/make_certificates.sh.
CA = HERE / "tls" / "ca.pem"
NEWS = HERE / "tls" / "news.example.pem"
HURRIED = Limits(connecting=2.0, reading=5.0, total=10.0, pause=0.01, longest_wait=2.0)
MOST = 1_000_000


class Request(NamedTuple):
    """What a server was asked: *path*, and *headers* by their names in lower case."""

    path: str
    headers: dict[str, str]


Pieces = Iterable[bytes]
Answer = bytes | Callable[[Request], bytes | Pieces]


def page(
    body: bytes = b"<p>Rain fell.</p>", status: int = 200, headers: Mapping[str, str] | None = None
) -> bytes:
    """Return an answer as it goes over the wire; *headers* take the place of the usual ones."""
    usual = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    lines = [f"{name}: {value}\r\n" for name, value in {**usual, **(headers or {})}.items()]
    return f"HTTP/1.1 {status} X\r\n{''.join(lines)}\r\n".encode() + body


def moved(location: str, status: int = 302) -> bytes:
    """Return an answer that sends whoever asks to *location*."""
    return page(b"", status, {"Location": location})


class Site:
    """A server for *answers* by path, at *host*; others are 404. With *tls*, a PEM file, https.

    An answer is bytes, or a function of the request that gives bytes, whole or in pieces.
    """

    def __init__(
        self,
        answers: Mapping[str, Answer] | None = None,
        *,
        host: str = "127.0.0.1",
        tls: Path | None = None,
    ) -> None:
        self.answers = dict(answers or {})
        self.requests: list[Request] = []
        self.connections = 0
        self.busiest = 0
        self.stopped = Event()
        self._busy = 0
        self._lock = Lock()
        self._threads: list[Thread] = []
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if tls else None
        if self._context is not None and tls is not None:
            self._context.load_cert_chain(tls)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.socket(family)
        self._listening.bind((host, 0))
        self._listening.listen(128)
        self.port = int(self._listening.getsockname()[1])
        self._scheme = "https" if tls else "http"

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of *path* here, with the server under the name *host*."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, but for robots.txt."""
        return [each.path for each in self.requests if each.path != "/robots.txt"]

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stopped.set()
        # Wakes the thread that waits for a connection.
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, act: Callable[..., None], *args: object) -> None:
        thread = Thread(target=act, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        with suppress(OSError):
            plain.settimeout(10)
            if self._context is not None:
                connection = self._context.wrap_socket(plain, server_side=True)
            self._talk(connection)
        connection.close()
        plain.close()

    def _talk(self, connection: socket.socket) -> None:
        request = _read(connection)
        with self._lock:
            self.requests.append(request)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        last = b""
        try:
            answer = self.answers.get(request.path, page(b"", 404))
            said = answer if isinstance(answer, bytes) else answer(request)
            for piece in (said,) if isinstance(said, bytes) else said:
                if self.stopped.is_set():
                    return
                connection.sendall(last)
                last = piece
        finally:
            # Before the last piece: whoever has it may be back before this thread runs again.
            with self._lock:
                self._busy -= 1
        connection.sendall(last)


def _read(connection: socket.socket) -> Request:
    raw = b""
    while b"\r\n\r\n" not in raw and (piece := connection.recv(65_536)):
        raw += piece
        if not raw[:1].isalpha():  # no HTTP: answered as servers answer what they cannot read
            return Request("", {})
    first, *rest = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    named = (line.partition(": ") for line in rest)
    return Request(first.split(" ")[1], {name.lower(): value for name, _, value in named})


Entries = list[tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int]]]


def entries(*addresses: str) -> Entries:
    """Return what a resolver answers that knows *addresses*."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 0)) for each in addresses]


def visitor(cache: Path, **options: object) -> Fetcher:
    """Return a fetcher in a hurry that may fetch from loopback and keeps its cache in *cache*."""
    settings = {"allow_private": True, "cache_dir": str(cache), "limits": HURRIED, **options}
    return Fetcher(**settings)  # type: ignore[arg-type]  # the tests give what fits
