# SPDX-License-Identifier: GPL-3.0-or-later
"""lueur-tool store: what seed writes, dump shows."""
import json
import os
import subprocess
import sys
import tempfile

TOOL = sys.argv[1]
n = 0


def check(good, name):
    global n
    n += 1
    print(f"{'ok' if good else 'not ok'} {n} - {name}")


def tool(*args):
    return subprocess.run([TOOL, "store", *args], capture_output=True, text=True, timeout=50)


def dump(folder):
    lines = [json.loads(line) for line in tool("dump", folder).stdout.splitlines()]
    return {kind: [x for x in lines if x["kind"] == kind] for kind in ("persona", "conversation", "message")}


with tempfile.TemporaryDirectory() as top:
    for language in ("en", "fr"):
        one, two = f"{top}/{language}/1", f"{top}/{language}/2"
        args = ("--messages", "700", "--language", language, "--now", "1741633200", "--persona", "Ada")
        seeded = tool("seed", one, *args)
        check(seeded.returncode == 0, f"{language}: seed ends well")
        tool("seed", two, *args)
        held = dump(one)
        check(held == dump(two), f"{language}: the same again gives the same")
        check(len(held["message"]) == 700, f"{language}: as many messages as were asked for")
        check([p["body"]["name"] for p in held["persona"]] == ["Ada"], f"{language}: with whom was asked for")
        check(len(held["conversation"]) > 5 and all(c["title"] and c["preview"] for c in held["conversation"]),
              f"{language}: conversations with titles and previews")
        good = True
        for c in held["conversation"]:
            said = [m for m in held["message"] if m["conversation"] == c["id"]]
            good &= len(said) == c["n_messages"] and said[-1]["role"] == "companion"
            good &= all(a["role"] != b["role"] for a, b in zip(said, said[1:]))
            good &= all(a["created_at"] <= b["created_at"] and b["parent"] == a["id"] for a, b in zip(said, said[1:]))
        check(good, f"{language}: people take turns, and time goes on")
        days = {m["created_at"] // 86_400_000_000 for m in held["message"]}
        check(len(days) > 10 and max(m["created_at"] for m in held["message"]) <= 1741633200_000_000,
              f"{language}: over days, and none of them in the future")
        check(os.stat(one).st_mode & 0o777 == 0o700 and os.stat(f"{one}/lueur.db").st_mode & 0o777 == 0o600,
              f"{language}: for nobody else to read")
    missing = tool("dump", f"{top}/nowhere")
    check(missing.returncode == 1 and "nowhere" in missing.stderr and not os.path.exists(f"{top}/nowhere"),
          "a folder that is not there is named, and not made")
    check(tool("seed").returncode == 2 and tool("dump", "a", "b").returncode == 2 and tool("x").returncode == 2,
          "wrong words are told how it goes")
print(f"1..{n}")
