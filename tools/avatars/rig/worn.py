# SPDX-License-Identifier: GPL-3.0-or-later
"""Glasses, beards, freckles and earrings, for the face of draw_face."""
import random

from .geometry import mirror, spline
from .hair import between, flow


def draw_glasses(rig, eyes=((155.8, 211.5), (244.2, 211))):
    for name, title, build in (('round', ('Round', 'Rondes'), _round), ('rectangular', ('Rectangular', 'Rectangulaires'), _rectangular)):
        slot = ('glasses', name)
        arms = rig.part(f'glasses-{name}-arms', depth=.2, slot=slot, title=title)
        for s in (-1, 1):
            arms.stroke([(200 + s * 74, 203), (200 + s * 86, 203), (200 + s * 94, 206)], [4, 4, 3], 'accent-deep')
        p = rig.part(f'glasses-{name}', depth=.75, slot=slot)
        for cx, cy in eyes:
            shape = build(cx, cy)
            p.line([(x, y + 2.4, *r) for x, y, *r in shape], 3.2, 'skin-deep', 0.4, closed=True)
            p.fill(spline(shape, True), rig.linear(cx - 30, cy - 30, cx + 30, cy + 30, (0, '#ffffff', 0.2), (0.5, '#ffffff', 0.03), (1, '#dfe8f5', 0.12)))
            p.fill([(cx - 20, cy + 8, 1), (cx - 2, cy - 24, 1), (cx + 6, cy - 24, 1), (cx - 15, cy + 15, 1)], '#ffffff', 0.14)
            p.line(shape, 3.6, 'accent', closed=True)
            p.line([(x - 0.5, y - 0.9, *r) for x, y, *r in shape], 1.0, 'accent-light', 0.8, closed=True)
            p.line([(x + 0.3, y + 1.2, *r) for x, y, *r in shape], 0.9, 'accent-deep', 0.7, closed=True)
        inner = 200 - eyes[0][0] - (31.5 if name == 'round' else 33)
        p.line([(200 - inner, 207), (200 - inner * 0.4, 202.5), (200 + inner * 0.4, 202.5), (200 + inner, 207)], 3.4, 'accent')
        p.line([(200 - inner * 0.8, 204.4), (200, 201.6), (200 + inner * 0.6, 203)], 0.9, 'accent-light', 0.8)
        for s in (-1, 1):
            x = (eyes[0] if s < 0 else eyes[1])[0] + s * (31.5 if name == 'round' else 34)
            p.stroke([(x, 204), (x + s * 4.5, 202.5)], [4.4, 4.4, 3.6], 'accent-shade')


def _round(cx, cy, r=32.0):
    return [(cx, cy - r * .97), (cx + r, cy), (cx, cy + r), (cx - r, cy)]


def _rectangular(cx, cy):
    w, t, b = 34, 21, 23
    s = 1 if cx > 200 else -1
    pts = [(-w + 7, -t), (w - 6, -t - 1.5), (w, -t + 4), (w - 2.5, b - 8), (w - 10, b), (-w + 12, b), (-w + 4, b - 7), (-w, -t + 6)]
    return [(cx + s * x, cy + y) for x, y in pts]


JAW = [(116, 226), (117, 252), (124, 278), (138, 302), (160, 322), (180, 334), (201, 339), (223, 334), (243, 321), (262, 301), (276, 277), (283, 252), (284, 226)]
CHEEK = [(121, 222), (124, 246), (134, 266), (150, 282), (163, 276), (180, 270), (200, 269), (220, 270), (237, 276), (250, 281), (265, 265), (275, 246), (279, 222)]


def draw_beards(rig, mouth=(200, 287.5)):
    """Below the lips. The chin follows the jaw; the moustache stays."""
    cx, cy = mouth
    hole = [(cx - 24, cy + 1), (cx - 12, cy - 8), (cx, cy - 8), (cx + 12, cy - 8), (cx + 24, cy + 1), (cx + 16, cy + 12), (cx, cy + 16), (cx - 16, cy + 12)]
    p = rig.part('beard-stubble', depth=.28, slot=('beard', 'stubble'), clip='face', bind='y:mouth.open*8', title=('Stubble', 'Naissante'))
    area = [spline([(x, y - 3) for x, y in JAW] + CHEEK[::-1], True), spline(hole[::-1], True)]
    with p.group(blur=4.5, box=(100, 200, 300, 350)):
        p.fills(area, 'skin-deep', 0.38)
        p.fills(area, 'hair-deep', 0.18)
    rnd = random.Random(7)
    hairs = []
    for i in range(190):
        t, u = rnd.random(), rnd.random()
        k = t * (len(JAW) - 1)
        j = min(int(k), len(JAW) - 2)
        lerp = lambda q: (q[j][0] + (q[j + 1][0] - q[j][0]) * (k - j), q[j][1] + (q[j + 1][1] - q[j][1]) * (k - j))
        a, b = lerp(JAW), lerp(CHEEK)
        x, y = b[0] + (a[0] - b[0]) * (.16 + .78 * u), b[1] + (a[1] - b[1]) * (.16 + .78 * u)
        if ((x - cx) / 33) ** 2 + ((y - cy - 3) / 14) ** 2 > 1:
            hairs.append([(x, y), (x + rnd.uniform(-.5, .9), y + 2.2)])
    p.lines(hairs, .8, 'hair-line', 0.4)

    slot = ('beard', 'full')
    p = rig.part('beard-full', depth=.3, slot=slot, bind='y:mouth.open*10', title=('Full', 'Pleine'))
    outer = [(114, 212), (113, 250), (120, 284), (136, 314), (162, 338), (201, 350), (240, 338), (265, 313), (281, 284), (287, 250), (286, 212)]
    inner = [(119, 212), (123, 246), (134, 268), (150, 285), (166, 296), (201, 306), (235, 296), (250, 284), (266, 267), (276, 246), (281, 212)]
    p.fill(between(outer, inner), rig.linear(120, 220, 280, 345, (0, 'hair'), (.45, 'hair-shade'), (1, 'hair-deep')))
    p.fill(between(outer[:3], inner[:3]), rig.linear(118, 206, 118, 240, (0, 'skin', .7), (1, 'skin', 0)))
    p.fill(between(outer[-3:], inner[-3:]), rig.linear(283, 206, 283, 240, (0, 'skin-shade', .7), (1, 'skin-shade', 0)))
    hairs = ([], [], [])
    for i in range(150):
        t = rnd.random()
        k = t * (len(outer) - 1)
        j = min(int(k), len(outer) - 2)
        lerp = lambda q: (q[j][0] + (q[j + 1][0] - q[j][0]) * (k - j), q[j][1] + (q[j + 1][1] - q[j][1]) * (k - j))
        a, b = lerp(outer), lerp(inner)
        u = rnd.uniform(.02, .62)
        x0, y0 = b[0] + (a[0] - b[0]) * u, b[1] + (a[1] - b[1]) * u
        dx, dy = (a[0] - b[0]) * .36 + (x0 - 200) * -.03, (a[1] - b[1]) * .36 + 3
        hairs[i % 3].append(([(x0, y0), (x0 + dx * .5 + (x0 - 200) * .02, y0 + dy * .5), (x0 + dx, y0 + dy)], [.2, 1.5, .2]))
    p.strokes(hairs[0], 'hair-deep', .7, n=2)
    p.strokes(hairs[1], 'hair-light', .55, n=2)
    p.strokes(hairs[2], 'hair-line', .4, n=2)
    # the edge towards the cheek grows thin
    edge = [([(x, y), (x + (x - 200) * -.02, y - 5)], [1.6, .9, .1]) for x, y in [q for q in _along(inner, 46)] if y > 236 and abs(x - 200) > 36]
    p.strokes(edge, 'hair-shade', .8, n=1)
    m = rig.part('beard-moustache', depth=.55, slot=slot, bind='y:mouth.smile*-1.5; scale:mouth.smile*0.07')
    left = [(200, 271, 1), (186, 271), (174, 278), (164, 290), (161, 303, 1), (168, 296), (178, 286), (188, 281.5), (200, 281, 1)]
    for f, paint in ((lambda q: q, rig.linear(165, 272, 200, 296, (0, 'hair-light'), (.4, 'hair'), (1, 'hair-shade'))), (mirror, rig.linear(200, 272, 238, 296, (0, 'hair'), (1, 'hair-deep')))):
        m.fill(f(left), paint)
        a, b = f([(199, 271), (184, 272), (170, 282), (162, 300)]), f([(199, 280), (186, 282), (174, 289), (163, 300)])
        m.strokes(flow(a, b, 8, 1.6, 61, (.05, .95), .1), 'hair-deep', .6)
        m.strokes(flow(a, b, 5, 1.3, 62, (.1, .7), .1), 'hair-light', .6)


def _along(sketch, n):
    from .geometry import walk
    return [q for q, _ in walk(spline(sketch), n)]


def draw_freckles(rig, clip=None, depth=.4, seed=11):
    rnd = random.Random(seed)
    p = rig.part('freckles', depth=depth, slot=('freckles', 'some'), title=('Freckles', 'Taches de rousseur'))
    for i in range(74):
        side = rnd.choice((-1, 1))
        x, y = 200 + side * abs(rnd.gauss(38, 17)), rnd.gauss(250, 8) + 0.0
        if i % 6 == 0:
            x, y = rnd.gauss(200, 8), rnd.gauss(240, 7)
        if y < 232 and abs(x - 200) > 18 or abs(x - 200) > 78:
            continue
        p.ellipse(x, y, rnd.uniform(.8, 1.7), rnd.uniform(.7, 1.4), 'skin-deep', rnd.uniform(.35, .75))


def draw_earrings(rig, lobes=((111, 252), (289.5, 252.5))):
    for name, title in (('studs', ('Studs', 'Puces')), ('hoops', ('Hoops', 'Créoles'))):
        p = rig.part(f'earrings-{name}', depth=-.28, slot=('earrings', name), title=title)
        for x, y in lobes:
            if name == 'studs':
                p.ellipse(x + .5, y + 1, 3.4, 3.4, 'accent-deep', .8)
                p.ellipse(x, y, 3.4, 3.4, rig.radial(x - 1, y - 1.2, 4.6, (0, 'accent-light'), (.5, 'accent'), (1, 'accent-shade')))
                p.ellipse(x - 1.1, y - 1.2, 1, 1, '#ffffff', .9)
            else:
                p.ring(x + 1, y + 13, 9.4, 11.6, 2.6, 'accent-deep')
                p.ring(x, y + 12.4, 9.4, 11.6, 2.4, 'accent')
                p.stroke([(x - 9, y + 8), (x - 9.6, y + 14), (x - 6.5, y + 21)], [.3, 1.4, .3], 'accent-light')
                p.ellipse(x - 9.2, y + 11.6, 1, 1.6, '#ffffff', .85)
