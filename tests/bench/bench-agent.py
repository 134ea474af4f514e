#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lueur-agent takes while it waits: a minute with three rituals of which none is due."""
import datetime
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

PREFIX = os.environ["LUEUR_PREFIX"]
SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60


def figures(pid):
    stat = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    status = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line)
    ticks = int(stat[11]) + int(stat[12])
    run = int(pathlib.Path(f"/proc/{pid}/schedstat").read_text().split()[0]) if os.path.exists(f"/proc/{pid}/schedstat") else ticks * 10**7
    return run, int(status["VmRSS"].split()[0]), int(status["voluntary_ctxt_switches"])


with tempfile.TemporaryDirectory() as home:
    folder = pathlib.Path(home) / "lueur"
    subprocess.run([f"{PREFIX}/bin/lueur-tool", "store", "seed", str(folder), "--messages", "1000"], check=True,
                   stdout=subprocess.DEVNULL)
    db = sqlite3.connect(folder / "lueur.db", isolation_level=None)
    body = json.loads(db.execute("SELECT body FROM persona").fetchone()[0])
    now = datetime.datetime.now()
    for hours in (3, 6, 9):
        body.update({"morning": True, "morning-time": (now.hour * 60 + now.minute + hours * 60) % 1440})
        db.execute("INSERT INTO persona (body, version, created_at, updated_at) VALUES (?, 1, 1, 1)", (json.dumps(body),))
    db.close()
    agent = subprocess.Popen([f"{PREFIX}/bin/lueur-agent"], env=dict(os.environ, XDG_DATA_HOME=home))
    try:
        time.sleep(2)
        start, began = figures(agent.pid), time.monotonic()
        time.sleep(SECONDS)
        end, took = figures(agent.pid), time.monotonic() - began
    finally:
        agent.kill()
        agent.wait()
print(f"the start took {start[0] / 1e6:.1f} ms of a core")
print(json.dumps({"cpu_pct": round((end[0] - start[0]) / 1e9 / took * 100, 4), "rss_kb": end[1],
                  "wakeups": end[2] - start[2], "seconds": round(took), "start_ms": round(start[0] / 1e6, 1)}))
