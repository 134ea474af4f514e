#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model server that misbehaves on demand, on 127.0.0.1, for tests.

Prints its port, alone on a line, and serves until it is ended (--until-eof: until its standard input
is closed, so that it never outlives the test that started it).

    base address                      http://127.0.0.1:PORT/v1
    GET  /v1/models                   the names of the scenarios; none at all at /s/no-models/v1
    POST /v1/chat/completions         the scenario called like the request's model, else that of
                                      --scenario (“good”)
    /s/SCENARIO/v1/…                  the same with the scenario in the address, for both calls
    GET  /_log                        what was asked, as JSON: method, path, headers, body, seconds, sent
                                      (bytes of the body), closed_early, closed_after (seconds, null)
    POST /_set                        {"scenario", "reply", "pace"}: changes these from now on
    POST /_reset                      empties the log

`mock-model.py --list` tells the scenarios.
"""
import argparse
import gzip
import json
import os
import select
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REPLY = (
    "That is wonderful news, I am so happy for you! Tell me how it went. "
    "I was a little worried that it would be too much at once. Shall we celebrate?"
)
SCENARIOS = {}


class Closed(Exception):
    """The client went away."""


def scenario(*names):
    def add(function):
        for name in names:
            SCENARIOS[name] = function
        return function

    return add


class Options:
    """What /_set may change while requests run."""

    def __init__(self, args):
        self.scenario = args.scenario
        self.reply = args.reply
        self.pace = args.pace
        self.key = args.key
        self.refuse = args.refuse


class Log:
    def __init__(self):
        self.lock = threading.Lock()
        self.entries = []

    def add(self, entry):
        with self.lock:
            self.entries.append(entry)

    def clear(self):
        with self.lock:
            self.entries.clear()

    def dump(self):
        with self.lock:
            return json.dumps(self.entries)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "MockModel"
    sys_version = ""
    disable_nagle_algorithm = True

    def log_message(self, format, *args):
        pass

    # --- Asking ---------------------------------------------------------------------------------

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def answer(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path
        if "://" in path:  # asked as a proxy
            path = "/" + path.split("://", 1)[1].partition("/")[2]
        if path.startswith("/_"):
            self.control(path, raw)
            return

        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = raw.decode("utf-8", "replace")
        self.started = time.monotonic()
        self.entry = {
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": body,
            "raw": raw.decode("utf-8", "replace"),
            "sent": 0,
            "seconds": None,
            "closed_early": False,
            "closed_after": None,
        }
        self.chunked = False
        self.server.log.add(self.entry)
        try:
            self.dispatch(path, body)
        except (Closed, BrokenPipeError, ConnectionError, ssl.SSLError):
            self.entry["closed_early"] = True
            self.entry["closed_after"] = time.monotonic() - self.started
            self.close_connection = True
        self.entry["seconds"] = time.monotonic() - self.started

    def dispatch(self, path, body):
        options = self.server.options
        name = None
        if path.startswith("/s/"):
            name, _, path = path[3:].partition("/")
            path = "/" + path
        if name is None and isinstance(body, dict) and body.get("model") in SCENARIOS:
            name = body["model"]
        name = name or options.scenario

        if options.key and self.headers.get("Authorization") != "Bearer " + options.key:
            self.error(401, "Incorrect API key provided.", "invalid_api_key")
        elif path == "/v1/models":
            self.models(name)
        elif path == "/v1/chat/completions" and self.command == "POST":
            message, options.refuse = options.refuse, None
            if message:
                self.error(400, message, "unsupported_parameter")
            else:
                SCENARIOS[name](self)
        else:
            self.whole(404, b'{"detail":"Not Found"}', "application/json")

    def control(self, path, raw):
        if path == "/_log":
            self.whole(200, self.server.log.dump().encode(), "application/json", note=False)
            return
        if path == "/_reset":
            self.server.log.clear()
        elif path == "/_set":
            for name, value in json.loads(raw).items():
                setattr(self.server.options, name, value)
        self.whole(200, b"{}", "application/json", note=False)

    # --- Answering ------------------------------------------------------------------------------

    def whole(self, status, body, kind, headers=(), note=True):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if note:
            self.entry["sent"] += len(body)

    def json(self, status, value, headers=()):
        self.whole(status, json.dumps(value).encode(), "application/json", headers)

    def error(self, status, message, code=None, headers=()):
        self.json(status, {"error": {"message": message, "type": "mock", "code": code}}, headers)

    def open(self, kind="text/event-stream"):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.chunked = True

    def write(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data) if self.chunked else data)
        self.entry["sent"] += len(data)

    def close(self):
        self.wfile.write(b"0\r\n\r\n")

    def cut(self):
        """Ends the connection without ending the answer."""
        self.wfile.flush()
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def pause(self, seconds):
        """Waits, and notices at once when the client goes away."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            ready, _, _ = select.select([self.connection], [], [], max(0, left))
            if ready:
                if isinstance(self.connection, ssl.SSLSocket) or not self.connection.recv(1, socket.MSG_PEEK):
                    raise Closed
                time.sleep(max(0, left))
            if left <= 0:
                return

    def event(self, delta, finish=None, end=b"\n\n"):
        value = {
            "id": "mock",
            "object": "chat.completion.chunk",
            "model": "mock-model-1",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        self.write(b"data: " + json.dumps(value, ensure_ascii=False).encode() + end)

    def words(self, text, pace):
        self.event({"role": "assistant", "content": ""})
        for i, word in enumerate(text.split(" ")):
            self.pause(pace / 1000)
            self.event({"content": (" " if i else "") + word})

    def done(self, finish="stop"):
        self.event({}, finish)
        usage = {"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}}
        self.write(b"data: " + json.dumps(usage).encode() + b"\n\n")
        self.write(b"data: [DONE]\n\n")
        self.close()

    def models(self, name):
        if name in MODELS_LIKE_CHAT:
            SCENARIOS[name](self)
        else:
            names = [] if name == "no-models" else SCENARIOS
            self.json(200, {"object": "list", "data": [{"id": n, "object": "model"} for n in names]})


# --- The scenarios --------------------------------------------------------------------------------


@scenario("good", "mock-model")
def good(h):
    """a fine stream, one word at a time"""
    h.open()
    h.words(h.server.options.reply, h.server.options.pace)
    h.done()


@scenario("tags")
def tags(h):
    """expression tags, cut anywhere"""
    h.open()
    for piece in ("[j", "oy", "]", " I am", " glad <|A", "CT sm", "ile|", ">you came", ". (", "smile)", " Sit [d", "own"):
        h.event({"content": piece})
        h.pause(0.01)
    h.done()


@scenario("slow")
def slow(h):
    """the same, a word every 300 ms"""
    h.open()
    h.words(h.server.options.reply, max(300, h.server.options.pace))
    h.done()


@scenario("json")
def plain_json(h):
    """one JSON object although a stream was asked for"""
    message = {"role": "assistant", "content": h.server.options.reply}
    h.json(200, {"model": "mock-model-1", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})


@scenario("crlf")
def crlf(h):
    """a byte order mark, comments, CR LF and CR, events over several lines"""
    h.open()
    h.write(b"\xef\xbb\xbf: hello\r\n\r\nid: 1\r\nevent: message\r\n")
    h.write(b'data: {"choices": [{"index": 0,\r\ndata:  "delta": {"content": "One "}}]}\r\n\r\n')
    h.write(b'data:{"choices":[{"index":0,"delta":{"content":"two."},"finish_reason":"stop"}]}\r\r')
    h.write(b": bye\n\ndata: [DONE]")
    h.close()


@scenario("think")
def think(h):
    """reasoning in fields of its own, nulls, no choices, parts"""
    h.open()
    h.write(b'data: {"choices":[]}\n\n')
    h.event({"role": "assistant", "content": None, "reasoning_content": "secret thought"})
    h.event({"reasoning": "secret thought"})
    h.event({"content": [{"type": "text", "text": "Said "}, {"type": "thinking", "thinking": "secret thought"}]})
    h.event({"content": "aloud."})
    h.done()


@scenario("think-aloud")
def think_aloud(h):
    """the same between marks in the text, cut at every letter"""
    h.open()
    for letter in "\n<think>\nsecret < thought </thin\n</think>\n\nSaid aloud.":
        h.event({"content": letter})
    h.done()


@scenario("only-think")
def only_think(h):
    """a thought that takes all the room there is"""
    h.open()
    h.event({"content": "<think>secret thought"})
    h.done("length")


@scenario("utf8")
def utf8(h):
    """bytes that are no UTF-8"""
    h.open()
    h.write(b'data: {"choices":[{"delta":{"content":"caf\xe9 \xff\xfe ok"}}]}\n\n')
    h.done()


@scenario("utf8-split")
def utf8_split(h):
    """characters cut between chunks, between events, and as halves of a surrogate pair"""
    h.open()
    whole = 'data: {"choices":[{"delta":{"content":"é"}}]}\n\n'.encode()
    for i in range(len(whole)):
        h.write(whole[i : i + 1])
    h.write(b'data: {"choices":[{"delta":{"content":"\xe2\x82"}}]}\n\n')
    h.write(b'data: {"choices":[{"delta":{"content":"\xac"}}]}\n\n')
    h.write(b'data: {"choices":[{"delta":{"content":"\\ud83d"}}]}\n\n')
    h.write(b'data: {"choices":[{"delta":{"content":"\\ude00"}}]}\n\n')
    h.done()


@scenario("length")
def length(h):
    """ends because the reply is as long as allowed"""
    h.open()
    h.words("As far as I may", 0)
    h.done("length")


@scenario("flood")
def flood(h):
    """50,000 deltas of one letter as fast as they go"""
    h.open()
    one = b'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n'
    for _ in range(500):
        h.write(one * 100)
    h.done()


@scenario("endless")
def endless(h):
    """a stream that never ends, a word every 20 ms"""
    h.open()
    while True:
        h.event({"content": "on "})
        h.pause(0.02)


@scenario("empty")
def empty(h):
    """a stream without a word"""
    h.open()
    h.event({"role": "assistant", "content": ""})
    h.done()


@scenario("blank")
def blank(h):
    """only spaces and line breaks"""
    h.open()
    h.event({"content": " \n"})
    h.event({"content": "\u00a0\n "})
    h.done()


@scenario("nothing")
def nothing(h):
    """status 200 and an empty body"""
    h.whole(200, b"", "text/event-stream")


@scenario("cut")
def cut(h):
    """the connection breaks half-way"""
    h.open()
    h.words("This sentence stops", h.server.options.pace)
    h.cut()


@scenario("cut-clean")
def cut_clean(h):
    """the answer ends properly, but without its last event"""
    h.open()
    h.words("This sentence stops", h.server.options.pace)
    h.close()


@scenario("cut-json")
def cut_json(h):
    """half of a JSON object"""
    h.whole(200, b'{"choices": [{"message": {"content": "Hal', "application/json")


@scenario("hang-up")
def hang_up(h):
    """hangs up without a word"""
    h.cut()


@scenario("garbage")
def garbage(h):
    """something that is not HTTP"""
    h.wfile.write(b"220 mail.example ESMTP ready\r\n")
    h.cut()


@scenario("silent")
def silent(h):
    """never answers"""
    h.pause(600)


@scenario("stall")
def stall(h):
    """a few words, then nothing more"""
    h.open()
    h.words("Wait for it", 0)
    h.pause(600)


@scenario("401")
def unauthorized(h):
    """no such key; the answer repeats the key"""
    sent = h.headers.get("Authorization", "")
    h.error(401, "Incorrect API key provided: %s. You sent “%s”." % (sent[7:], sent), "invalid_api_key")


@scenario("403")
def forbidden(h):
    """not allowed"""
    h.error(403, "Country, region, or territory not supported")


@scenario("402")
def payment(h):
    """no credit left"""
    h.error(402, "Insufficient credits")


@scenario("404-model")
def no_model(h):
    """no such model"""
    h.error(404, "The model `404-model` does not exist or you do not have access to it.", "model_not_found")


@scenario("404-path")
def no_path(h):
    """no such path"""
    h.whole(404, b"404 page not found", "text/plain")


@scenario("400-model")
def bad_model(h):
    """no such model, said with status 400"""
    h.error(400, "400-model is not a valid model ID")


@scenario("429")
def busy(h):
    """too many requests; come back in 20 seconds"""
    h.error(429, "Rate limit reached for requests", "rate_limit_exceeded", [("Retry-After", "20")])


@scenario("429-quota")
def quota(h):
    """no money left"""
    h.error(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota")


@scenario("503")
def unavailable(h):
    """loading"""
    h.error(503, "Loading model")


@scenario("529")
def overloaded(h):
    """overloaded"""
    h.json(529, {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}})


@scenario("400-long")
def too_long(h):
    """the conversation does not fit"""
    h.error(400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000.", "context_length_exceeded")


@scenario("500")
def broken(h):
    """an error inside the server"""
    h.whole(500, b"Internal Server Error", "text/plain")


@scenario("html")
def html(h):
    """a web page"""
    h.whole(200, b"<!DOCTYPE html>\n<html><head><title>Welcome</title></head></html>", "text/html")


@scenario("html-502")
def html_502(h):
    """a gateway's page"""
    h.whole(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html")


@scenario("text")
def text(h):
    """a few words of plain text"""
    h.whole(200, b"Ollama is running", "text/plain")


@scenario("wrong-json")
def wrong_json(h):
    """JSON that has nothing to do with models"""
    h.json(200, {"status": "ok"})


@scenario("error")
def error_inside(h):
    """an error inside the stream"""
    h.open()
    h.words("It began well", 0)
    h.write(b'data: {"error":{"message":"The server had an error","type":"server_error","code":500}}\n\n')
    h.close()


@scenario("error-busy")
def error_busy(h):
    """an error inside the stream that says: later"""
    h.open()
    h.write(b'event: error\ndata: {"error":{"message":"Rate limited upstream","code":429}}\n\n')
    h.close()


@scenario("filter")
def content_filter(h):
    """stopped by the model's own filter"""
    h.open()
    h.words("I would", 0)
    h.done("content_filter")


@scenario("line")
def line(h):
    """a line of 10 MB"""
    h.open()
    h.write(b"data: ")
    for _ in range(160):
        h.write(b"a" * 65536)
    h.write(b"\n\n")
    h.done()


@scenario("body")
def body(h):
    """a body of 64 MB in fine small events"""
    h.open()
    one = b'data: {"choices":[{"index":0,"delta":{"content":"' + b"a" * 1000 + b'"}}]}\n\n'
    for _ in range(1000):
        h.write(one * 64)
    h.done()


@scenario("big-json")
def big_json(h):
    """a JSON object of 8 MB"""
    h.whole(200, b'{"choices":[{"message":{"content":"' + b"a" * (8 << 20) + b'"}}]}', "application/json")


@scenario("deep-json")
def deep_json(h):
    """100,000 brackets"""
    h.whole(200, b'{"choices":' + b"[" * 100000, "application/json")


@scenario("headers")
def headers(h):
    """a megabyte of headers"""
    h.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
    for i in range(1000):
        h.wfile.write(b"X-Filler-%d: %s\r\n" % (i, b"a" * 1000))
    h.wfile.write(b"Content-Length: 0\r\n\r\n")


@scenario("redirect")
def redirect(h):
    """sends one to another host"""
    h.whole(302, b"", "text/plain", [("Location", "http://elsewhere.invalid/v1/chat/completions")])


@scenario("gzip")
def bomb(h):
    """packed although nobody asked; 100 MB once unpacked"""
    data = gzip.compress(bytes(100 << 20), 9)
    h.whole(200, data, "text/event-stream", [("Content-Encoding", "gzip")])


# Scenarios that answer the list of models in the same way.
MODELS_LIKE_CHAT = {
    "401", "403", "402", "404-path", "429", "429-quota", "500", "503", "529", "html", "html-502", "text", "wrong-json",
    "nothing", "cut-json", "hang-up", "garbage", "silent", "big-json", "deep-json", "headers", "redirect", "gzip",
}  # fmt: skip


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass


def make_certificate(folder):
    """A certificate that nobody has a reason to trust."""
    pair = [os.path.join(folder, name) for name in ("cert.pem", "key.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"]
        + ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-out", pair[0], "-keyout", pair[1]],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return pair


def main():
    parser = argparse.ArgumentParser(description="A model server that misbehaves on demand, for tests.")
    parser.add_argument("--port", type=int, default=0, help="0, the default, for any free one")
    parser.add_argument("--scenario", default="good", help="for requests that name none")
    parser.add_argument("--reply", default=REPLY, help="what the good scenarios say")
    parser.add_argument("--pace", type=float, default=0, help="milliseconds between words")
    parser.add_argument("--key", help="the only key that is let in")
    parser.add_argument("--refuse", metavar="MESSAGE", help="refuse the first chat request with status 400 and MESSAGE")
    parser.add_argument("--tls", action="store_true", help="https, with a certificate of its own making")
    parser.add_argument("--until-eof", action="store_true", help="end when standard input does")
    parser.add_argument("--list", action="store_true", help="print the scenarios and end")
    args = parser.parse_args()

    if args.list:
        for name, function in SCENARIOS.items():
            print("%-12s %s" % (name, function.__doc__))
        return

    server = Server(("127.0.0.1", args.port), Handler)
    server.options = Options(args)
    server.log = Log()
    if args.tls:
        with tempfile.TemporaryDirectory() as folder:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*make_certificate(folder))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        if args.until_eof:
            sys.stdin.buffer.read()
        else:
            threading.Event().wait()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
