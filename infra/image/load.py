"""Asks a running server a number of times for a document's codes, and says how it went."""
import json
import sys
import time
import urllib.request

port, count = int(sys.argv[1]), int(sys.argv[2])
note = "CLINICAL NOTE\nAssessment: Type 2 diabetes mellitus. Essential hypertension. Asthma, uncomplicated.\n"
body = json.dumps({"document_text": note}).encode()
started = time.time()
for _ in range(count):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/extract-codes", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as reply:
        assert reply.status == 200 and json.load(reply)["codes"], "no codes"
print(f"{count} requests in {time.time() - started:.1f} s")
