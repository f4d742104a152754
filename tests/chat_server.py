"""A small OpenAI-compatible server on loopback, for the real client to talk to.

It answers /chat/completions with whatever a test tells it to say, keeps every
request it received, and can fail in the ways servers fail.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: What the server says to a request: the text of the answer, made from its body.
Says = Callable[[dict[str, Any]], str]


class ChatServer:
    """What a test sees of the server: its address, and what it was sent."""

    def __init__(self) -> None:
        self.says: Says = lambda body: "Nothing was set."
        self.status = 200
        self.hangs = 0.0  #: seconds before it answers
        self.raw: bytes | None = None  #: sent as it is instead of a completion
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.url = ""
        self.closing = threading.Event()

    def say(self, text: str) -> None:
        self.says = lambda body: text

    @property
    def sent(self) -> str:
        """Everything that reached the server, as one text."""
        return json.dumps(self.bodies, ensure_ascii=False)

    def prompt(self) -> str:
        """The messages of the last request, joined."""
        return "\n".join(m["content"] for m in self.bodies[-1]["messages"])


def _handler(server: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            server.paths.append(self.path)
            server.headers.append(dict(self.headers))
            try:
                server.bodies.append(json.loads(body))
            except ValueError:
                server.bodies.append({"unreadable": len(body)})
            if server.hangs:
                server.closing.wait(server.hangs)
            self._answer()

        def _answer(self) -> None:
            if server.raw is not None:
                payload = server.raw
            elif server.status != 200:
                secret = "key sk-secret-123 at /srv/private/prompts"
                payload = json.dumps({"error": {"message": secret, "type": "x"}}).encode()
            else:
                payload = json.dumps(_completion(server.says(server.bodies[-1]))).encode()
            try:
                self.send_response(server.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, *args: Any) -> None:
            pass

    return Handler


def _completion(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "test-model",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """A running server on a free port; it ends with the block."""
    server = ChatServer()
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = True
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(
        target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        http.shutdown()
        http.server_close()
