#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Lueur opens: .charx cards and its own links, and no claim on pictures or JSON, which belong to other programs."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP, DESKTOP = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
ID = "io.github.lueur_app.Lueur"


def main():
    desktop = DESKTOP.read_text(encoding="utf-8")
    claimed = set(filter(None, re.search(r"^MimeType=(.*)$", desktop, re.M)[1].split(";")))
    assert claimed == {"application/x-charx", "x-scheme-handler/lueur"}, claimed
    assert re.search(r"^Exec=lueur %U$", desktop, re.M) and re.search(r"^DBusActivatable=true$", desktop, re.M)
    assert re.search(r"^SingleMainWindow=true$", desktop, re.M)

    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home) / "mime"
        packages = folder / "packages"
        packages.mkdir(parents=True)
        shutil.copy(TOP / f"data/{ID}.mime.xml", packages / f"{ID}.xml")
        done = subprocess.run(["update-mime-database", folder], env=dict(os.environ, XDG_DATA_HOME=home), capture_output=True, text=True)
        assert done.returncode == 0 and not done.stderr.strip(), done.stderr
        globs = [line for line in (folder / "globs2").read_text().splitlines() if not line.startswith("#")]
        assert globs == ["50:application/x-charx:*.charx"], globs
        assert "application/x-charx application/zip" in (folder / "subclasses").read_text()
        names = (folder / "application/x-charx.xml").read_text(encoding="utf-8")
        assert 'xml:lang="fr"' in names

    metainfo = (TOP / f"data/{ID}.metainfo.xml.in").read_text(encoding="utf-8")
    assert "<mediatype>application/x-charx</mediatype>" in metainfo
    # A store shows what is kept here.
    shown = re.findall(r"<image[^>]*>[^<]*/docs/pictures/([\w.-]+)</image>", metainfo)
    assert 3 <= len(shown) <= 8, shown
    for name in shown:
        head = (TOP / "docs/pictures" / name).read_bytes()[:24]
        width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
        assert head[1:4] == b"PNG" and width >= 320 and height >= 640, (name, width, height)
    return 0


if __name__ == "__main__":
    sys.exit(main())
