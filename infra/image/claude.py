"""Speaks the Messages API on a port of this machine, by rule and without understanding: it reports the candidate codes that the
program would report, each with a word of the document that its title shares. Shows mechanics, never accuracy."""
import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def words(message):
    return "".join(block.get("text", "") for block in message) if isinstance(message, list) else message


def reply(message):
    found = re.search(r"<document-([0-9a-f]{8})>\n(.*)\n</document-\1>", message, re.S)
    document = found.group(2)
    first = document.strip().splitlines()[0][:40]
    codes = []
    for line in message[: found.start()].splitlines():
        row = line.split(" | ")
        if len(row) == 3 and re.fullmatch(r"[A-Z][0-9A-Z.]+", row[0]) and row[2] == "reports":
            shared = (re.search(rf"\b{word}\b", document, re.I) for word in re.findall(r"[A-Za-z]{5,}", row[1]))
            quote = next((match.group(0) for match in shared if match), None)
            if quote:
                codes.append({"code": row[0], "confidence": 0.8, "rationale": "Treated at this visit.", "quotes": [quote]})
    return {
        "document_type": {"type": "CLINICAL NOTE", "confidence": 0.9, "rationale": "Headings of a visit.", "quotes": [first]},
        "codes": codes,
        "declined": [],
        "summary": [{"statement": first, "quotes": [first]}],
    }


class Claude(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = {"input_tokens": 1200}
        if self.path == "/v1/messages":
            answer = {
                "id": "msg_loopback",
                "type": "message",
                "role": "assistant",
                "model": body["model"],
                "content": [{"type": "text", "text": json.dumps(reply(words(body["messages"][0]["content"])))}],
                "stop_reason": "end_turn",
                "stop_sequence": None,
                "usage": {
                    "input_tokens": 1500,
                    "cache_creation_input_tokens": 0,
                    "cache_read_input_tokens": 2400,
                    "output_tokens": 400,
                },
            }
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *line):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Claude).serve_forever()
