#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak takes on a disk, beside its runtime: bench-size.py BUNDLE, once flatpak/build.sh has installed it.

Installed is the sum of the files' sizes as deployed, each once; the runtime is another's and not counted. One built on
the stand-in runtime says so: the same program built for GNOME's takes about the same.
"""
import configparser
import json
import os
import pathlib
import subprocess
import sys

APP = "io.github.lueur_app.Lueur"


def main():
    bundle = pathlib.Path(sys.argv[1])
    place = pathlib.Path(subprocess.run(["flatpak", "info", "--user", "--show-location", APP], check=True, capture_output=True,
                                        text=True).stdout.strip())
    metadata = configparser.ConfigParser(strict=False)
    metadata.read(place / "metadata")
    runtime = metadata["Application"]["runtime"]
    sizes, seen = {}, set()
    for path in (place / "files").rglob("*"):
        status = os.lstat(path)
        if path.is_file() and not path.is_symlink() and status.st_ino not in seen:
            seen.add(status.st_ino)
            sizes[str(path.relative_to(place / "files"))] = status.st_size
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:8]:
        print(f"{size / 1000:8.0f} kB  {name}")
    installed = sum(sizes.values())
    assert installed > 0
    print(json.dumps({"installed_mb": round(installed / 1e6, 2), "bundle_mb": round(bundle.stat().st_size / 1e6, 2),
                      "files": len(sizes), "runtime": runtime, "stand_in_runtime": "Standin" in runtime}))


if __name__ == "__main__":
    main()
