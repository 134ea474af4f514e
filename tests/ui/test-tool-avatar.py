# SPDX-License-Identifier: GPL-3.0-or-later
"""lueur-tool avatar: what it says of good and bad files, and what a bad one may cost at most."""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

TOOL, TOP = sys.argv[1], sys.argv[2]
HEAD = ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:lueur="https://lueur-app.github.io/ns/rig/1" '
        'viewBox="0 0 400 500" lueur:rig="1" lueur:name="T">')
PART = '<g lueur:part="p"><rect width="9" height="9"/></g>'
MORPH = ('<g lueur:part="m" lueur:morph="mouth"><path lueur:key="rest" d="M0 0L9 9"/>'
         '<path lueur:key="mouth.open=1" d="M0 0C1 1 2 2 9 9"/></g>')
SECONDS, KILOBYTES = 2.0, 256 * 1024
n = 0


def check(good, name, why=""):
    global n
    n += 1
    print(f"{'ok' if good else 'not ok'} {n} - {name}")
    if not good and why:
        print(f"# {why}")


def tool(*args):
    """Words, status, seconds of processor time and kilobytes at the peak."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = subprocess.Popen([TOOL, "avatar", *args], stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return out.read(), err.read(), child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def png(width, height, rows=None):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + b"\x80\x60\x40\xff" * width for _ in range(rows or height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def write(path, data):
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


def pack(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def svg(body):
    return HEAD + body + "</svg>"


REFUSED = {
    "entity bomb": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY b{i} "' + (f"&b{i - 1};" if i else "&a;") * 10 + '">' for i in range(9)) + "]>" + svg("<title>&b8;</title>"),
    "a million elements": svg(PART + "<path/>" * 1000000),
    "a page of 100,000 pixels": svg(PART).replace("0 0 400 500", "0 0 100000 100000"),
    "http": svg(PART + '<use href="http://example.org/a.svg#b"/>'),
    "file": svg(PART + '<use href="file:///etc/passwd#b"/>'),
    "a picture within": svg(PART + '<image href="data:image/png;base64,' + "A" * 3000000 + '"/>'),
    "script": svg(PART + "<script>alert(1)</script>"),
    "not a number": svg('<g lueur:part="p"><rect width="nan" height="9"/></g>'),
    "infinite": svg('<g lueur:part="p"><path d="M0 0L1e999 5"/></g>'),
    "no parts": svg('<rect width="9" height="9"/>'),
    "not SVG": "just words",
}

with tempfile.TemporaryDirectory() as top:
    # What ships is complete.
    ships = sorted(pathlib.Path(TOP, "data/avatars").glob("*.svg"))
    check(len(ships) >= 4, "several ship")
    for path in ships:
        out, err, code, _, _ = tool("check", str(path))
        check(code == 0 and out.endswith("Complete.\n") and not err, f"{path.stem} is complete", out + err)

    # What is missing is named, each in a line.
    out, _, code, _, _ = tool("check", write(f"{top}/bare.svg", svg(PART)))
    lines = [line for line in out.splitlines() if line.startswith("missing: ")]
    check(code == 1 and out.endswith("Not complete.\n"), "a bare file is not complete")
    check(any("“mouth”" in line for line in lines) and any("“eye.open.l”" in line for line in lines), "missing parts are named", out)
    check(all(line.endswith(".") for line in lines), "each in a sentence", out)

    # Key shapes that do not fit are left out, and that is said.
    out, err, code, _, _ = tool("check", write(f"{top}/unlike.svg", svg(PART + MORPH)))
    check(code == 1 and not err and any(line.startswith("odd: ") and "mouth.open=1" in line for line in out.splitlines()),
          "morphs with unlike commands are named", out + err)

    # What may not be is refused with one sentence, soon and cheaply.
    files = {name: write(f"{top}/{name.replace(' ', '-')}.svg", text) for name, text in REFUSED.items()}
    small = png(8, 8)
    files |= {
        "half a PNG": write(f"{top}/half.png", small[:40]),
        "half a WebP": write(f"{top}/half.webp", b"RIFF\x20\x10\0\0WEBPVP8 \x10\x10\0\0" + b"\x9d\x01\x2a\x20\0\x20\0"),
        "a PNG that lies": write(f"{top}/lies.png", png(100000, 100000, 1)),
        "zip bomb": pack(f"{top}/bomb.zip", {"joy.png": bytes(300 * 1024 * 1024)}),
        "a path upwards": pack(f"{top}/up.zip", {"../joy.png": small}),
        "an absolute path": pack(f"{top}/root.zip", {"/etc/joy.png": small}),
        "a zip of other things": pack(f"{top}/other.zip", {"holiday.png": small}),
    }
    for name, path in files.items():
        start = time.monotonic()
        out, err, code, seconds, kilobytes = tool("check", path)
        said = err.strip()
        check(code == 1 and said.startswith(path) and said.endswith(".") and "\n" not in said, f"{name}: one sentence", f"{code} {out} {err}")
        check(seconds < SECONDS and kilobytes < KILOBYTES, f"{name}: cheap",
              f"{seconds:.2f} s of processor time in {time.monotonic() - start:.2f} s, {kilobytes // 1024} MiB")

    # Packs and single pictures are checked too.
    out, err, code, _, _ = tool("check", pack(f"{top}/good.zip", {"joy.png": small, "joy-1.png": small, "sadness.png": small}))
    check(code == 0 and "2 of 28 feelings" in out and "“anger”" in out and "“joy”" not in out, "a pack says which feelings it lacks", out + err)
    out, err, code, _, _ = tool("check", write(f"{top}/one.png", small))
    check(code == 0 and "One picture" in out, "a single picture is taken", out + err)

    # Sheets: one cell an expression, captions or not.
    tall = {}
    for flag in ("--labels", "--no-labels"):
        args = ["sheet", f"{TOP}/data/avatars/lueur.svg", f"{top}/sheet.png", "--size", "40x50"] + ([flag] if flag == "--no-labels" else [])
        _, err, code, _, _ = tool(*args)
        data = open(f"{top}/sheet.png", "rb").read() if code == 0 else bytes(32)
        width, tall[flag] = struct.unpack(">II", data[16:24])
        check(code == 0 and width == 7 * 52 + 12, f"sheet {flag}", err)
    check(tall["--no-labels"] == 5 * 62 + 12 < tall["--labels"], "captions take room of their own")
    check(tool("sheet", f"{TOP}/data/avatars/lueur.svg")[2] == 2, "a sheet needs a place to go")

print(f"1..{n}")
