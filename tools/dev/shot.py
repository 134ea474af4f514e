#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders the views to PNG: light and dark, narrow and wide, English and French.

    shot.py DIR [--all] [--only VIEW[,VIEW…]] [--rows SUFFIX[,SUFFIX…]] [--sheets]

--all is the whole matrix: the middle width, high contrast, text at 200 %, the desktop’s other accent colours and the
two pseudo-languages too.
LUEUR_PSEUDO=rtl|long: that pseudo-language alone. --rows picks rows of the matrix by how their files end
(“narrow-dark-fr”). --sheets also lays the pictures of each row out on sheets, to be looked at side by side.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

from views import ACCENTS, EMPTY, FULL, LOCALES, SIZES, STARTS, Studio

CONTRAST = {"ADW_DEBUG_HIGH_CONTRAST": "1"}


def rows(everything, pseudo):
    """Locale, scheme, width, mark and environment of each process."""
    locales = [pseudo] if pseudo else list(LOCALES) if everything else ["en", "fr"]
    for locale in locales:
        for width in SIZES:
            if width == "middle" and not everything:
                continue
            for scheme in ("light", "dark"):
                yield locale, scheme, width, "", None
            if everything:
                yield locale, "light", width, "-contrast", CONTRAST
        if everything:
            yield locale, "light", "narrow", "-large", {"LUEUR_TEXT_SCALE": "2"}
            yield locale, "dark", "narrow", "-contrast", CONTRAST
    if everything and not pseudo:
        for accent in ACCENTS:
            for scheme in ("light", "dark"):
                yield "en", scheme, "middle", f"-{accent}", {"LUEUR_ACCENT": accent}


def sheet(folder, suffix, names):
    """Pictures of one row, beside each other, each with the name of its view."""
    per, across = (10, 5) if suffix.startswith("narrow") else (6, 3)
    (folder / "sheets").mkdir(exist_ok=True)
    font = subprocess.run(["fc-match", "-f", "%{file}", "sans"], capture_output=True, text=True, check=True).stdout
    here = [name for name in names if (folder / f"{name}-{suffix}.png").exists()]
    for at in range(0, len(here), per):
        pictures = [word for name in here[at:at + per] for word in ("-label", name, str(folder / f"{name}-{suffix}.png"))]
        subprocess.run(["montage", "-font", font, "-pointsize", "15", *pictures, "-tile", f"{across}x", "-geometry", "+6+6",
                        "-background", "#808080", str(folder / "sheets" / f"{suffix}-{at // per + 1:02}.png")], check=False)


def main():
    folder = pathlib.Path(sys.argv[1])
    only = sys.argv[sys.argv.index("--only") + 1].split(",") if "--only" in sys.argv else None
    wanted = sys.argv[sys.argv.index("--rows") + 1].split(",") if "--rows" in sys.argv else None
    if only:
        unknown = set(only) - {name for name, _ in sum(STARTS.values(), EMPTY + FULL)}
        if unknown:
            sys.exit(f"there is no view called {', '.join(sorted(unknown))}")
    everything, failed = "--all" in sys.argv or wanted is not None, 0
    with tempfile.TemporaryDirectory() as place, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        studio = Studio(place)
        studio.prepare()
        jobs = {}
        for locale, scheme, width, mark, extra in rows(everything, os.environ.get("LUEUR_PSEUDO")):
            suffix = f"{width}-{scheme}{mark}-{locale}"
            if wanted and suffix not in wanted:
                continue
            runs = [(False, EMPTY, extra, mark), (True, FULL, extra, mark)]
            runs += [(False, views, dict(extra or {}, LUEUR_SHOT_FAULT=fault), f"{mark}-{fault}") for fault, views in STARTS.items()]
            for full, views, env, place in runs:
                views = [v for v in views if only is None or v[0] in only]
                if views:
                    jobs[pool.submit(studio.show, folder, locale, scheme, SIZES[width], full, views, place, env,
                                     suffix)] = \
                        suffix, [name for name, _ in views]
        for job in concurrent.futures.as_completed(jobs):
            suffix, names = jobs[job]
            try:
                done = job.result()
            except (subprocess.SubprocessError, OSError) as error:
                print(f"{suffix}: {error}", file=sys.stderr)
                failed = 1
                continue
            if done.returncode or done.stderr.strip():
                print(f"{suffix}: {done.stderr.strip()[-1500:]}", file=sys.stderr)
            failed |= done.returncode != 0
        if "--sheets" in sys.argv:
            for suffix in sorted({suffix for suffix, _ in jobs.values()}):
                sheet(folder, suffix, [name for s, names in jobs.values() if s == suffix for name in names])
        studio.close()
    count = len(list(folder.glob("*.png")))
    print(f"{count} pictures in {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
