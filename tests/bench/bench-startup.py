#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until Lueur shows the last conversation, beside an empty libadwaita window.

Runs alternate, so that both meet the same machine. Whatever else runs on it only ever adds time, to either: the
shortest run is the nearest to what the program itself takes, and the ratio is that of the two shortest. Medians, and
the processor's time of the main thread, are told beside it. The database holds 10,000 messages. app_ms is the first
frame with the conversation in it, first_frame_ms the very first.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.environ["LUEUR_BUILD"]
PROBE = f"{BUILD}/tests/bench/startup-probe"
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 15


def run(args, env):
    env = dict(env, LUEUR_BENCH_T0=str(time.monotonic_ns()))
    out = subprocess.run([PROBE, *args], env=env, capture_output=True, text=True, timeout=60)
    if out.returncode or not out.stdout.strip():
        sys.exit(f"the probe ended with {out.returncode}: {out.stderr[-2000:]}")
    return [float(x) for x in out.stdout.split()]


def main():
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
                   XDG_CACHE_HOME=f"{home}/cache", GSETTINGS_BACKEND="memory")
        subprocess.run([f"{BUILD}/src/tool/lueur-tool", "store", "seed", f"{home}/data/lueur", "--messages", "10000"],
                       check=True, env=env, stdout=subprocess.DEVNULL)
        bare, app = [], []
        run(["--bare"], env), run([], env)
        for _ in range(ROUNDS):
            bare.append(run(["--bare"], env))
            app.append(run([], env))
    middle = lambda rows, i: statistics.median(row[i] for row in rows)
    least = lambda rows, i: min(row[i] for row in rows)
    bare_ms, app_ms = least(bare, 1), least(app, 1)
    print(json.dumps({
        "bare_ms": round(bare_ms, 1), "app_ms": round(app_ms, 1), "ratio": round(app_ms / bare_ms, 3),
        "first_frame_ms": round(least(app, 0), 1),
        "bare_median_ms": round(middle(bare, 1), 1), "app_median_ms": round(middle(app, 1), 1),
        "median_ratio": round(middle(app, 1) / middle(bare, 1), 3),
        "bare_cpu_ms": round(least(bare, 3), 1), "app_cpu_ms": round(least(app, 3), 1),
        "bare_rss_kb": int(middle(bare, 2)), "app_rss_kb": int(middle(app, 2)), "rounds": ROUNDS}))


if __name__ == "__main__":
    main()
