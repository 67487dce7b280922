"""A translation server of the tests' own, on this computer."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server:
    """Answers like LibreTranslate, or as a test says: `answer` takes what was asked."""

    def __init__(self):
        self.asked = []
        self.paths = []
        self.address = ""
        self.answer = self.translate

    def translate(self, asked):
        """Return (status, body) as LibreTranslate would."""
        return 200, json.dumps({"translatedText": [f"<{one}>" for one in asked["q"]]})

    @property
    def sentences(self):
        """Everything that came, in order."""
        return [one for asked in self.asked for one in asked["q"]]


@contextmanager
def serving():
    """Run a server while a test uses it."""
    server = Server()
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.paths.append(self.path)
            server.asked.append(asked)
            answer = server.answer(asked)
            if answer is None:  # until the test is over
                ended.wait(30)
                return
            status, body, *headers = answer
            data = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            length = dict(headers).get("Content-Length", str(len(data)))
            self.send_header("Content-Length", length)
            for name, value in headers:
                if name != "Content-Length":
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self):
            server.paths.append(f"GET {self.path}")
            self.send_error(405)

        def log_message(self, *_):
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request, client_address):
            """A client that does not wait for the end is no failure of the test."""

    http = Quiet(("127.0.0.1", 0), Handler)
    server.address = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        ended.set()
        http.shutdown()
        thread.join()
        http.server_close()
