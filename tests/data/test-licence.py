#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence in its first lines, and COPYING is there."""
import pathlib
import sys

TOP = pathlib.Path(sys.argv[1])
KINDS = {".c", ".h", ".blp", ".py", ".sh", ".css", ".build", ".options", ".svg", ".xml", ".in", ".po", ".yml"}
FOLDERS = ["src", "tests", "tools", "data", "po", "flatpak"]


def main():
    missing = []
    for folder in FOLDERS:
        for path in (TOP / folder).rglob("*"):
            # A fuzzer's seeds are what strangers might send, to the byte.
            if path.is_file() and path.suffix in KINDS and not {"__pycache__", "corpus"} & set(path.parts):
                head = path.read_text(encoding="utf-8", errors="replace")[:1500]
                if "SPDX-License-Identifier:" not in head:
                    missing.append(path.relative_to(TOP))
    for path in missing:
        print("no SPDX line:", path)
    if "GNU GENERAL PUBLIC LICENSE" not in (TOP / "COPYING").read_text()[:500]:
        missing.append("COPYING")
        print("COPYING is not the licence")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
