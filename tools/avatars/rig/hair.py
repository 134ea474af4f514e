# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair: strands that follow two guide lines, locks, curls, braids. Random, but the same every time."""
import math
import random

from .geometry import blend, join, leaf, part_of, spline, walk


def flow(a, b, n, width, seed=1, span=(0.1, 0.9), loose=0.08, share=(0.0, 1.0), bend=0.0):
    """n strands between the guides a and b (sketches of as many points).

    width: of the thickest; span: which stretch of the guides they cover, loosened by up to loose;
    share: from which to which guide; bend: how far a strand may wander."""
    rnd = random.Random(seed)
    out = []
    for i in range(n):
        t = share[0] + (share[1] - share[0]) * (i + 0.5 + rnd.uniform(-0.4, 0.4)) / n
        t = 0.04 + 0.92 * t
        line = blend(a, b, t)
        if bend:
            line = [(x + rnd.uniform(-bend, bend), y + rnd.uniform(-bend, bend), *r) for x, y, *r in line]
        lo = min(max(span[0] + rnd.uniform(-loose, loose), 0), 0.97)
        hi = min(max(span[1] + rnd.uniform(-loose, loose), lo + 0.03), 1)
        w = width * rnd.uniform(0.45, 1.0)
        out.append((part_of(spline(line), lo, hi, max(3, round(len(line) * (hi - lo)) + 1)), [0.1, w, w * 0.8, 0.1]))
    return out


def between(a, b):
    """The area between two guides."""
    return join(spline(a), spline(b[::-1]))


def curl(x, y, r, turn=0.0, sweep=300, steps=7, squash=0.9):
    """A loose spiral, as a sketch."""
    out = []
    for i in range(steps):
        t = i / (steps - 1)
        a = math.radians(turn + sweep * t)
        k = r * (1 - 0.55 * t)
        out.append((x + math.cos(a) * k, y + math.sin(a) * k * squash))
    return out


def ringlets(p, spots, r, seed, body, shade='hair-deep', light='hair-light', lit=.85):
    """Curls that lie over one another, from the highest down: each a turn of hair, its shadow, its light."""
    rnd = random.Random(seed)
    rows = sorted(spots, key=lambda q: q[1])
    size = 7
    for i in range(0, len(rows), size):
        under, over, glint = [], [], []
        for x, y in rows[i:i + size]:
            k = r * rnd.uniform(.8, 1.2)
            turn, way = rnd.uniform(150, 250), rnd.choice((1, -1))
            line = curl(x, y, k, turn, way * rnd.uniform(210, 290), 5, 1.0)
            under.append(leaf(spline([(a + k * .1, b + k * .16) for a, b in line]), [.3, k * .74, k * .8, .3], 3))
            over.append(leaf(spline(line), [.3, k * .56, k * .62, .3], 3))
            glint.append(leaf(spline([(a - k * .06, b - k * .1) for a, b in line[:3]]), [.1, k * .24, .1], 2))
        p.fills(under, shade, .62)
        p.fills(over, body)
        p.fills(glint, light, lit)


def rings(p, spots, r, seed, dark='hair-deep', light='hair-light', shine=.7, width=.3):
    """Tight coils: a dark turn and a lit one for each spot, drawn as two lines in all."""
    rnd = random.Random(seed)
    shades, lights = [], []
    for x, y in spots:
        k = r * rnd.uniform(.75, 1.25)
        t = rnd.uniform(0, 360)
        shades.append(curl(x, y, k, t, 250, 4))
        lights.append(curl(x - k * .14, y - k * .2, k * .9, 190 + rnd.uniform(-30, 30), 110, 3))
    p.lines(shades, r * width, dark, .6)
    p.lines(lights, r * width * .9, light, shine)


def scallops(outline, size, seed=1, depth=0.42, jitter=0.25):
    """A closed outline of soft bumps along a closed sketch: the edge of curls."""
    rnd = random.Random(seed)
    curve = spline(outline, True)
    length = sum(math.dist(a[0], b[0]) for a, b in zip(*[iter(walk(curve, 199))] * 2)) * 2
    n = max(8, round(length / size))
    marks = []
    for i in range(n):
        marks.append((i + rnd.uniform(-jitter, jitter)) / n)
    marks = sorted(m % 1 for m in marks)
    pts = []
    for i, m in enumerate(marks):
        nxt = marks[(i + 1) % n] + (1 if i == n - 1 else 0)
        for k, t in ((0.0, m), (0.2, m + (nxt - m) * 0.18), (1.0, (m + nxt) / 2), (0.2, m + (nxt - m) * 0.82)):
            (x, y), (tx, ty) = walk(curve, 1, 0, t % 1)[1]
            d = depth * size * (0.0 if k == 0 else (0.72 if k == 0.2 else 1.0))
            pts.append((x + ty * d, y - tx * d, 1) if k == 0 else (x + ty * d, y - tx * d))
    return spline(pts, True)


def braid(line, width, links, tail=0.35):
    """A plait along a line: pairs of (left, right) leaf shapes, from root to end."""
    curve = spline(line)
    out = []
    for i in range(links):
        t0, t1 = i / links, (i + 1.75) / links
        (x0, y0), (ux, uy) = walk(curve, 1, 0, t0)[1]
        (x1, y1), _ = walk(curve, 1, 0, min(t1, 1))[1]
        w = width * (1 - (1 - tail) * (i / links) ** 1.4)
        for s in ((1, -1) if i % 2 else (-1, 1)):
            nx, ny = uy * s, -ux * s
            out.append(spline([(x0 + nx * w * 0.06, y0 + ny * w * 0.06, 1),
                               (x0 + nx * w * 0.56 + ux * w * 0.1, y0 + ny * w * 0.56 + uy * w * 0.1),
                               (x0 + nx * w * 0.52 + ux * w * 0.55, y0 + ny * w * 0.52 + uy * w * 0.55),
                               (x1 - nx * w * 0.08, y1 - ny * w * 0.08, 1),
                               (x0 + nx * w * 0.02 + ux * w * 0.45, y0 + ny * w * 0.02 + uy * w * 0.45)], True))
    return out


def tress(p, a, b, paint, seed, n=7, width=5.0, lights=(0.18, 0.36), shine='hair-light', edge=True, lit=.8, glow=None):
    """One lock between two guides: its body, the valley where it turns under, a crest of light, a line below."""
    sheaf(p, [a, b], paint, seed, lights, shine, lit, glow, edge, max(2, n // 2), width)


def sheaf(p, guides, paint, seed, lights=(.18, .42), shine='hair-light', lit=.8, glow=None, edge=True, fine=3, width=5.0, valley=.62, apart=False, sheen=.15, depth=.6):
    """Locks side by side, from the lit side to the far one: guides (sketches of as many points) bound them.

    apart: each lock has a tip of its own."""
    rnd = random.Random(seed)
    if apart:
        p.fills([between(a, b) for a, b in zip(guides, guides[1:])], paint)
    else:
        p.fill(between(guides[0], guides[-1]), paint)
    if glow:
        p.fill(between(guides[0], guides[-1]), glow)
    valleys, seams, crests, threads, shines = [], [], [], [], []
    for i, (a, b) in enumerate(zip(guides, guides[1:])):
        valleys.append(between(blend(a, b, valley), b))
        if i < len(guides) - 2 or edge:
            seams.append(leaf(b, [.3, 1.5, 2.1, 1.8, .3]))
        for k in range(fine):
            t = (k + .5 + rnd.uniform(-.25, .25)) / fine
            lo, hi = rnd.uniform(.04, .3), rnd.uniform(.6, .97)
            threads.append(leaf(part_of(spline(blend(a, b, t)), lo, hi, 3), [.2, rnd.uniform(.9, 1.7), .2]))
        for k, (t, w) in enumerate(((.14, 1.0), (.32, .7), (.47, .4))):
            lo, hi = lights[0] + rnd.uniform(-.03, .05) + .03 * k, lights[1] + rnd.uniform(-.05, .04) - .02 * k
            if hi - lo > .04:
                crests.append(leaf(part_of(spline(blend(a, b, t)), lo, hi, 3), [.2, w * width, w * width * .7, .2]))
                if k < 2 and shine == 'hair-light':
                    d = (hi - lo) * .2
                    shines.append(leaf(part_of(spline(blend(a, b, t + .02)), lo + d, hi - d * 1.4, 2), [.1, w * width * .42, .1]))
    p.fills(valleys, 'hair-shade', depth)
    p.fills(threads, 'hair-deep', .42)
    p.fills(crests, shine, lit)
    p.fills(shines, '#ffffff', sheen)
    p.fills(seams, 'hair-line', .45)
