#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the avatar costs.  bench-avatar.py [RIG] [--seconds N]

librsvg_ms     librsvg drawing the same rig at the same size with a new style: what every frame would
               cost without parts that are drawn once
frame_ms       a whole changed frame through the cairo renderer, with read-back
ratio          frame_ms / librsvg_ms
snapshot_us    the avatar's own work on such a frame, from the springs to the render nodes
snapshot_cold_us    the same right behind a software renderer, which leaves nothing of ours in the caches
load_ms, rasterise_ms   reading the rig, and drawing its parts; both off the main thread
idle_cpu_pct   a window that shows the avatar at that size and is left alone, in percent of one core
hidden_wakeups_per_s    wake-ups of the avatar's own sources while it is not shown
frame_ms and both snapshot figures are means over a minute and a half of lively talk at 60 frames a second: a new
feeling every three seconds, all 28 in turn, words, thoughts, blinks, glances and breath in between. librsvg_ms,
load_ms and rasterise_ms are medians. All are processor time of the thread; sizes are in pixels at scale 1.
"""
import json
import os
import subprocess
import sys

TOP = os.environ["LUEUR_TOP"]
STAGE = os.environ["LUEUR_BUILD"] + "/tests/bench/avatar-stage"
SIZE = ("400", "500")


def stage(*args):
    env = dict(os.environ, GSK_RENDERER="cairo", LUEUR_DATA_DIR=f"{TOP}/data")
    out = subprocess.run([STAGE, *args], capture_output=True, text=True, timeout=300, env=env)
    if out.returncode:
        sys.exit(f"avatar-stage ended with {out.returncode}: {out.stderr[-2000:]}")
    return {k: float(v) for k, v in (line.split("=") for line in out.stdout.split())}


def main():
    args = sys.argv[1:]
    seconds = "20"
    if "--seconds" in args:
        at = args.index("--seconds")
        seconds = args[at + 1]
        del args[at:at + 2]
    rig = args[0] if args else "ambre"
    look = json.dumps({"rig": rig})
    micro = stage("micro", f"{TOP}/data/avatars/{rig}.svg", *SIZE)
    idle = stage("window", look, *SIZE, seconds)
    hidden = stage("window", look, *SIZE, "5", "hidden")
    if not idle["ready"]:
        sys.exit("the avatar was not ready: nothing was measured")
    print(json.dumps({
        "rig": rig, "size": "x".join(SIZE), "parts": int(micro["parts"]),
        "librsvg_ms": round(micro["librsvg_ms"], 2), "frame_ms": round(micro["frame_ms"], 3),
        "ratio": round(micro["frame_ms"] / micro["librsvg_ms"], 3), "snapshot_us": round(micro["snapshot_us"], 1),
        "snapshot_cold_us": round(micro["snapshot_cold_us"], 1),
        "load_ms": round(micro["load_ms"], 2), "rasterise_ms": round(micro["rasterise_ms"], 2),
        "idle_cpu_pct": round(idle["cpu_pct"], 2), "idle_frames_per_s": round(idle["frames_per_s"], 2),
        "hidden_wakeups_per_s": round(hidden["wakes_per_s"], 3), "hidden_cpu_pct": round(hidden["cpu_pct"], 2)}))


if __name__ == "__main__":
    main()
