#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads meson's log of a test run and closes with one plain line: N passed, N failed.

A test that speaks TAP counts once for each of its cases, any other once as a whole.
"""
import json
import re
import sys


def main(path):
    passed = failed = skipped = 0
    broken = []
    with open(path, encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            out = test.get("stdout") or ""
            cases = re.findall(r"^(not ok|ok) \d+(.*)$", out, re.M)
            bad = 0
            for verdict, rest in cases:
                if re.search(r"#\s*skip", rest, re.I):
                    skipped += 1
                elif verdict == "ok":
                    passed += 1
                else:
                    bad += 1
            fine = test["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
            if not fine and not bad:
                bad = 1
            elif not cases:
                if test["result"] == "SKIP":
                    skipped += 1
                elif fine:
                    passed += 1
            failed += bad
            if bad or not fine:
                broken.append(test["name"])
    for name in broken:
        print("failed:", name)
    tail = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{tail}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
