# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorel's hair: what lies behind the head, and what frames the face."""
import math
import random

from .geometry import blend, mirror, spline, taper, walk
from .hair import between, ringlets, rings, scallops, sheaf

TITLES = {
    'swept': ('Swept back', 'En arrière'), 'receding': ('Receding', 'Dégarni'), 'curly': ('Curly', 'Bouclés'), 'coily': ('Coily', 'Crépus'),
    'straight': ('Straight', 'Raides'), 'shaved': ('Shaved', 'Rasés'), 'long': ('Long', 'Longs'), 'bun': ('Top knot', 'Chignon'),
    'locs': ('Locs', 'Locks'), 'headscarf': ('Headscarf', 'Foulard'), 'turban': ('Turban', 'Turban'),
}
SLOT = 'hair'


def part(rig, name, bit, depth, first=False, **more):
    return rig.part(f'hair-{name}-{bit}', depth=depth, slot=(SLOT, name), title=TITLES[name] if first else None, **more)


#: What each style throws on the forehead: how dark, and where.
SHADOWS = [
    ('swept', .4, [(120, 176), (132, 144), (160, 128), (204, 119), (244, 122), (268, 140), (281, 176), (294, 176), (288, 130), (246, 100), (180, 100), (116, 140)]),
    ('curly', .46, [(112, 226), (120, 160), (146, 142), (204, 132), (258, 142), (282, 166), (290, 226), (300, 220), (300, 60), (100, 60)]),
    ('coily', .46, [(112, 226), (120, 160), (144, 138), (204, 124), (258, 138), (282, 166), (290, 226), (300, 220), (300, 60), (100, 60)]),
    ('straight', .46, [(246, 66), (212, 106), (160, 134), (130, 170), (128, 250), (122, 300), (96, 290), (96, 90), (200, 60)]),
    ('straight', .4, [(238, 70), (262, 110), (276, 150), (276, 240), (270, 300), (310, 290), (310, 110)]),
    ('long', .4, [(204, 84), (180, 116), (144, 140), (126, 180), (124, 250), (128, 300), (90, 300), (96, 80), (200, 60), (304, 80), (310, 300), (272, 300), (277, 240),
     (274, 176), (256, 138), (222, 112)]),
    ('locs', .42, [(204, 96), (176, 122), (140, 142), (124, 180), (122, 260), (90, 260), (96, 80), (200, 60), (304, 80), (310, 260), (279, 260), (276, 176), (258, 140),
     (226, 120)]),
    ('headscarf', .4, [(130, 300), (124, 240), (126, 180), (146, 136), (200, 118), (254, 136), (275, 180), (278, 240), (270, 300), (320, 300), (320, 60), (80, 60), (80,
     300)]),
    ('turban', .42, [(112, 196), (122, 168), (146, 144), (174, 128), (202, 117), (232, 127), (262, 146), (282, 172), (292, 200), (312, 190), (300, 60), (100, 60), (90,
     190)]),
]


def draw_shadows(rig, clip, depth):
    """On the face itself, at its own depth: so they are one picture with it."""
    for i, (name, opacity, shape) in enumerate(SHADOWS):
        p = part(rig, name, f'shadow-{i}', depth)
        with p.group(clip=clip):
            p.fill(shape, 'skin-deep', opacity, blur=1.6)


def tress(p, a, b, paint, seed, n=6, width=4.6, lights=(.2, .42), shine='hair-light', lit=.8, edge=True):
    """One big lock between two guides."""
    sheaf(p, [a, b], paint, seed, lights, shine, lit, None, edge, max(2, n // 2), width)


def fuzz(p, a, b, n, seed, length=.22, width=1.4, paint='hair', opacity=.8):
    """Short hairs scattered between two guides, lying along them."""
    rnd = random.Random(seed)
    out = []
    for _ in range(n):
        line = spline(blend(a, b, rnd.uniform(.03, .97)))
        lo = rnd.uniform(0, 1 - length)
        pts = [q for q, _ in walk(line, 1, lo, lo + length * rnd.uniform(.6, 1))]
        out.append(pts)
    p.lines(out, width * .8, paint, opacity)


def body(rig, x1=130, y1=40, x2=290, y2=210):
    return rig.linear(x1, y1, x2, y2, (0, 'hair-light'), (.3, 'hair'), (.7, 'hair'), (1, 'hair-shade'))


# Where short hair lies at the sides: outer edge, hairline; from the top to the sideburn. Right of the page.
SIDE_OUT = [(276, 96), (292, 124), (296, 160), (294.5, 192), (290, 220)]
SIDE_IN = [(258, 112), (268, 134), (277, 156), (279.5, 188), (283, 221)]


def sides(rig, p, seed, thick=0.0, opacity=1.0):
    """Both short sides, fading down to the sideburns."""
    out = [(x + thick, y) for x, y in SIDE_OUT]
    for s in (-1, 1):
        f = mirror if s < 0 else (lambda q: q)
        a, b = f(out), f(SIDE_IN)
        tone = 'hair' if s < 0 else 'hair-shade'
        p.fill(between(a, b), rig.linear(200, 100, 200, 222, (0, tone, opacity), (.6, tone, opacity * .9), (.85, tone, opacity * .6), (1, tone, opacity * .12)))
        fuzz(p, a, b, 44, seed + s, .16, 1.3, 'hair-deep', .5)
        fuzz(p, a, b, 16, seed + s + 7, .14, 1.2, 'hair-light', .4)
        # where skin and hair meet: short strokes, no edge
        edge = spline(b)
        p.lines([[(x + s, y - 2), (x - s * (.6 + k % 2), y + 5)] for k, ((x, y), _) in enumerate(walk(edge, 22, .06, .98))], 1.0, tone, .5)


def cap(p, paint, opacity=1.0, lift=0.0, blur=0):
    """Hair that lies on the skull: down to a hairline with corners at the temples."""
    top = [(283, 221, 1), (290, 220), (294.5, 192), (296 + lift * .3, 158), (291 + lift * .6, 120), (276, 92 - lift), (244, 74 - lift), (201, 68 - lift), (158, 75 - lift),
           (126, 92 - lift), (109 - lift * .6, 120), (104 - lift * .3, 158), (105.5, 192), (110, 220), (117, 221, 1), (120.5, 188), (123, 156), (134, 140, 1), (150, 121),
           (176, 113), (201, 111), (226, 113), (252, 121), (266, 140, 1), (277, 156), (279.5, 188)]
    p.fill(top, paint, opacity, blur)
    return top


# --- Styles ------------------------------------------------------------------------------------------


def swept(rig):
    p = part(rig, 'swept', 'sides', .3, first=True)
    sides(rig, p, 11)
    p = part(rig, 'swept', 'top', .5, bind='y:brow.raise.l*-.8; y:brow.raise.r*-.8')
    g = [[(110, 168), (100, 122), (116, 64), (176, 35), (240, 38), (286, 74), (298, 134)], [(114, 168), (111, 124), (136, 80), (192, 50), (246, 56), (279, 90), (295, 150)],
         [(117, 166), (119, 127), (150, 91), (203, 68), (247, 75), (275, 106), (292, 157)], [(122, 161), (134, 131), (166, 108), (212, 95), (248, 100), (269, 126), (286, 164)],
         [(127, 156), (146, 133), (178, 117), (214, 109), (246, 114), (267, 138), (281, 168)]]
    sun = rig.radial(160, 66, 80, (0, 'hair-light', .6), (.5, 'hair-light', .24), (1, 'hair-light', 0), squash=.42, turn=-24)
    sheaf(p, g, rig.linear(130, 40, 290, 170, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade')), 21, (.22, .44), lit=.3, glow=sun, fine=5, width=3.4, valley=.74, sheen=.06, depth=.5)
    # locks that stand a little out of the mass, and a top that is no line
    p.strokes([(line, [.3, 3.4, 4.2, .3]) for line in ([(132, 118), (154, 92), (190, 74), (222, 72)], [(190, 104), (222, 92), (252, 96), (270, 116)], [(148, 62), (178, 46), (214, 42), (244, 50)],
                                                       [(252, 64), (272, 82), (284, 108), (290, 138)])], 'hair-shade', .8)
    p.strokes([(line, [.2, 2.2, 2.4, .2]) for line in ([(140, 106), (160, 84), (194, 66), (226, 65)], [(158, 124), (186, 108), (214, 101)], [(126, 92), (146, 66), (176, 51)],
                                                       [(240, 84), (262, 96), (276, 118)])], 'hair-light', .32)
    p.strokes([(line, [.3, 2.6, .2]) for line in ([(128, 62), (142, 48), (158, 39)], [(150, 48), (168, 37), (188, 31)], [(180, 38), (200, 31), (222, 31)], [(212, 36), (232, 33), (250, 40)],
                                                  [(240, 42), (260, 46), (274, 58)], [(264, 58), (280, 68), (290, 84)], [(284, 82), (294, 98), (299, 116)], [(112, 88), (104, 106), (102, 126)],
                                                  [(120, 72), (109, 88), (104, 104)])], 'hair')
    # short hairs where the sweep begins and ends
    p.strokes([([(110, 160), (106, 178), (107, 202)], [.2, 1.6, .2]), ([(116, 164), (112, 182), (113, 206)], [.2, 1.5, .2]), ([(121, 160), (117, 178), (117, 198)], [.2, 1.2, .2]),
               ([(293, 150), (294, 172), (291, 196)], [.2, 1.6, .2]), ([(287, 160), (288, 178), (286, 198)], [.2, 1.3, .2])], 'hair-light', .35)
    p.strokes([([(136, 150), (150, 135), (172, 123)], [.2, 1.4, .2]), ([(184, 119), (204, 113), (228, 113)], [.2, 1.4, .2]), ([(250, 120), (264, 134), (272, 152)], [.2, 1.4, .2]),
               ([(160, 130), (178, 120), (196, 116)], [.2, 1.2, .2])], 'hair-shade', .9)


def receding(rig):
    """What is left of it: combed back from a high hairline, full at the sides."""
    p = part(rig, 'receding', 'sides', .3, first=True)
    for s in (-1, 1):
        f = mirror if s < 0 else (lambda q: q)
        out, inn = f([(250, 86), (272, 104), (288, 132), (295.5, 164), (295, 196), (290, 222)]), f([(244, 97), (262, 112), (275, 138), (279, 166), (280, 196), (283, 222)])
        p.fill(between(out, inn), rig.linear(200 + s * 50, 92, 200 + s * 92, 190, (0, 'hair', .5), (.4, 'hair', .9), (1, 'hair' if s < 0 else 'hair-shade')))
        fuzz(p, out, inn, 26, 51 + s, paint='hair-deep', opacity=.5)
        fuzz(p, out, inn, 20, 57 + s, paint='hair-light', opacity=.85)
    p = part(rig, 'receding', 'top', .35)
    line = [(128, 116, 1), (140, 92), (166, 74), (201, 68), (238, 74), (262, 92), (272, 116, 1), (258, 98), (244, 92), (226, 100), (202, 104), (176, 100), (158, 91), (142, 98)]
    p.fill(line, rig.linear(200, 68, 200, 106, (0, 'hair', .95), (.6, 'hair', .72), (1, 'hair', .2)))
    back = [(134, 110), (152, 88), (180, 76), (202, 72), (226, 76), (250, 88), (266, 110)], [(146, 98), (164, 93), (184, 101), (202, 104), (220, 101), (240, 93), (254, 98)]
    hairs = []
    for i in range(26):
        t = .03 + .94 * i / 25
        (x0, y0), _ = walk(spline(back[1]), 1, 0, t)[1]
        (x1, y1), _ = walk(spline(back[0]), 1, 0, t)[1]
        hairs.append([(x0, y0 - 1), ((x0 + x1) / 2 + (i % 3 - 1), (y0 + y1) / 2 - 2), (x1 + (x1 - 200) * .04, y1)])
    p.lines(hairs[::2], 1.5, 'hair', .8)
    p.lines(hairs[1::4], 1.3, 'hair-light', .8)
    p.lines(hairs[3::4], 1.2, 'hair-deep', .55)


def spots_in(outline, step, seed, hole=None):
    """Points spread in an outline (a closed sketch), not in the hole."""
    rnd = random.Random(seed)
    ring = [q for q, _ in walk(spline(outline, True), 80)]
    empty = [q for q, _ in walk(spline(hole, True), 60)] if hole else []

    def within(x, y, poly):
        odd = False
        for (x1, y1), (x2, y2) in zip(poly, poly[1:] + poly[:1]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
        return odd

    out = []
    y = min(q[1] for q in ring) + step * .5
    row = 0
    while y < max(q[1] for q in ring):
        x = min(q[0] for q in ring) + step * (.5 if row % 2 else 0)
        while x < max(q[0] for q in ring):
            px, py = x + rnd.uniform(-.25, .25) * step, y + rnd.uniform(-.25, .25) * step
            if within(px, py, ring) and not (hole and within(px, py, empty)):
                out.append((px, py))
            x += step
        y += step * .86
        row += 1
    return out


CURLY = [(202, 24), (250, 30), (292, 60), (316, 106), (320, 160), (312, 206), (296, 226), (286, 200), (280, 160), (262, 132), (232, 128), (206, 118), (176, 128),
         (146, 134), (124, 160), (116, 200), (104, 226), (88, 206), (80, 160), (86, 106), (110, 60), (154, 30)]


def curly_back(rig):
    p = part(rig, 'curly', 'back', -.5, first=True)
    p.fill(scallops([(200, 34), (262, 44), (304, 92), (318, 160), (308, 222), (280, 252), (200, 200), (120, 252), (92, 222), (82, 160), (96, 92), (138, 44)], 26, 3),
           rig.linear(120, 40, 300, 240, (0, 'hair-shade'), (1, 'hair-deep')))


def curly(rig):
    p = part(rig, 'curly', 'front', .5)
    p.fill(scallops(CURLY, 22, 8), body(rig))
    ringlets(p, spots_in(CURLY, 20, 4), 12.5, 5, body(rig))


COILY = [(200, 14), (260, 24), (310, 60), (334, 116), (332, 176), (312, 218), (294, 228), (283, 196), (278, 158), (258, 130), (228, 118), (200, 115), (172, 118), (142, 130),
         (122, 158), (117, 196), (106, 228), (88, 218), (68, 176), (66, 116), (90, 60), (140, 24)]


def coily_back(rig):
    p = part(rig, 'coily', 'back', -.5, first=True)
    p.fill(scallops([(200, 22), (266, 34), (316, 82), (332, 150), (318, 222), (280, 250), (200, 220), (120, 250), (82, 222), (68, 150), (84, 82), (134, 34)], 13, 3),
           'hair-deep')


def coily(rig):
    p = part(rig, 'coily', 'front', .5)
    p.fill(scallops(COILY, 11, 8, depth=.36), rig.radial(150, 60, 230, (0, 'hair-light'), (.35, 'hair'), (.75, 'hair-shade'), (1, 'hair-deep')))
    spots = spots_in(COILY, 13, 4)
    rings(p, spots, 5.8, 5, shine=.55)


def straight_back(rig):
    p = part(rig, 'straight', 'back', -.6, first=True)
    p.fill([(200, 48), (262, 58), (302, 100), (314, 170), (318, 240), (312, 318), (290, 330, 1), (240, 300), (160, 300), (108, 330, 1), (88, 318), (84, 240), (86, 170), (98, 100),
            (138, 58)], rig.linear(120, 60, 300, 320, (0, 'hair-shade'), (1, 'hair-line')))


def straight(rig):
    p = part(rig, 'straight', 'right', .45)
    h0 = [(234, 42), (278, 58), (308, 104), (318, 170), (320, 240), (314, 316)]
    h1 = [(236, 54), (270, 78), (294, 122), (300, 180), (302, 250), (298, 322)]
    h2 = [(238, 70), (262, 102), (278, 146), (283, 196), (284, 256), (280, 326)]
    tress(p, h1, h2, rig.linear(250, 90, 300, 320, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade')), 151, 6, 4, (.28, .48))
    tress(p, h0, h1, rig.linear(250, 60, 320, 320, (0, 'hair'), (.6, 'hair-shade'), (1, 'hair-deep')), 155, 5, 4, (.3, .5))
    p = part(rig, 'straight', 'left', .55)
    g0 = [(238, 42), (190, 30), (136, 52), (98, 104), (84, 172), (80, 250), (86, 326)]
    g1 = [(238, 50), (196, 50), (150, 78), (114, 124), (100, 184), (96, 256), (101, 332)]
    g2 = [(240, 58), (204, 74), (162, 104), (128, 142), (113, 194), (110, 262), (116, 330)]
    g3 = [(242, 68), (214, 98), (176, 124), (142, 152), (126, 202), (124, 266), (131, 322)]
    tress(p, g0, g1, body(rig, 150, 40, 90, 330), 161, 7, 4.6, (.26, .42))
    tress(p, g2, g3, body(rig, 190, 80, 120, 330), 171, 6, 4.4, (.3, .46))
    tress(p, g1, g2, body(rig, 170, 50, 100, 330), 181, 7, 4.6, (.28, .44))


def shaved(rig):
    p = part(rig, 'shaved', 'cap', .25, first=True, clip='face')
    cap(p, 'hair', .34, blur=1.2)
    cap(p, rig.linear(130, 70, 280, 220, (0, 'hair', .3), (.5, 'hair', .5), (1, 'hair-deep', .6)), .7)
    rnd = random.Random(9)
    dots = [[(x, y), (x + rnd.uniform(-1, 1), y - 2)] for x, y in spots_in(CAPRING, 7.5, 3)]
    p.lines(dots, 1.1, 'hair-deep', .45)
    p.ellipse(168, 96, 52, 26, rig.radial(168, 96, 52, (0, 'skin-light', .5), (1, 'skin-light', 0), squash=.5, turn=-18))


CAPRING = [(286, 214), (294, 190), (296, 158), (291, 122), (275, 94), (244, 77), (201, 71), (158, 78), (127, 94), (109, 122), (104, 158), (106, 190), (114, 214), (122, 186),
           (124, 158), (136, 138), (152, 122), (178, 115), (201, 113), (226, 115), (250, 122), (265, 138), (276, 158), (279, 186)]


def long_back(rig):
    p = part(rig, 'long', 'back', -.6, first=True)
    p.fill([(200, 62), (252, 70), (290, 104), (312, 170), (326, 250), (340, 330), (346, 420), (334, 470), (300, 460), (262, 400), (200, 360), (138, 400), (100, 460), (62, 470),
            (54, 420), (62, 330), (76, 250), (88, 170), (110, 104), (148, 70)], rig.linear(120, 60, 300, 460, (0, 'hair-deep'), (1, 'hair-line')))
    for s in (-1, 1):
        f = mirror if s < 0 else (lambda q: q)
        k0 = f([(300, 110), (318, 190), (326, 270), (340, 340), (350, 410), (334, 486)])
        k1 = f([(294, 130), (302, 200), (308, 280), (320, 350), (324, 420), (312, 480)])
        k2 = f([(286, 150), (288, 210), (290, 290), (298, 360), (298, 420), (286, 468)])
        tress(p, k0, k1, rig.linear(300, 120, 320, 470, (0, 'hair-shade'), (1, 'hair-deep')), 201 + s, 6, 4.4, (.46, .7), 'hair', lit=.8)
        tress(p, k1, k2, rig.linear(300, 120, 300, 470, (0, 'hair-shade'), (1, 'hair-deep')), 207 + s, 5, 4, (.5, .72), 'hair', lit=.7)


def long(rig):
    p = part(rig, 'long', 'front', .5)
    for s in (1, -1):
        f = mirror if s < 0 else (lambda q: q)
        o = 0 if s > 0 else 4
        g0 = f([(196 - o, 46), (244, 46), (290, 82), (312, 146), (318, 214), (328, 280), (336, 344), (326, 400)])
        g1 = f([(197 - o, 54), (240, 62), (280, 98), (299, 154), (304, 220), (310, 286), (318, 344), (316, 404)])
        g2 = f([(198 - o, 62), (234, 80), (268, 116), (286, 164), (291, 226), (294, 290), (300, 344), (300, 396)])
        g3 = f([(199 - o, 72), (226, 100), (256, 130), (275, 174), (280, 230), (282, 288), (284, 336), (282, 380)])
        shade = s > 0
        paint = body(rig, 190, 50, 320, 390) if shade else body(rig, 200, 50, 80, 390)
        tress(p, g0, g1, paint, 221 + s, 6, 4.6, (.2, .34) if not shade else (.24, .36))
        tress(p, g2, g3, paint, 231 + s, 5, 4.2, (.24, .38))
        tress(p, g1, g2, paint, 241 + s, 6, 4.6, (.22, .36))


def bun_back(rig):
    p = part(rig, 'bun', 'knot', -.2, first=True)
    p.fill([(200, 8), (232, 18), (244, 44), (232, 70), (200, 78), (168, 70), (156, 44), (168, 18)], rig.radial(186, 26, 62, (0, 'hair-light'), (.4, 'hair'), (1, 'hair-deep')))
    p.strokes([([(162, 50), (178, 22), (214, 16)], [.2, 2.6, .2]), ([(168, 62), (184, 34), (226, 26)], [.2, 2.6, .2]), ([(182, 72), (204, 46), (238, 40)], [.2, 2.4, .2])], 'hair-deep', .7)
    p.strokes([([(166, 44), (180, 24), (204, 17)], [.2, 2.4, .2]), ([(176, 56), (192, 36), (218, 29)], [.2, 2.2, .2])], 'hair-light', .8)
    p.fill([(172, 70), (200, 64), (228, 70), (226, 84), (200, 80), (174, 84)], rig.linear(172, 50, 228, 66, (0, 'accent-light'), (.5, 'accent'), (1, 'accent-shade')))


def bun(rig):
    p = part(rig, 'bun', 'sides', .3)
    sides(rig, p, 61)
    p = part(rig, 'bun', 'top', .4)
    ring = [(266, 140, 1), (288, 128), (284, 98), (258, 74), (228, 62), (200, 58), (172, 62), (142, 74), (116, 98), (112, 128), (134, 140, 1), (152, 122), (176, 114), (201, 112),
            (226, 114), (250, 122)]
    p.fill(ring, body(rig, 130, 60, 280, 150))
    left, right, mid = [], [], []
    for i, (x, y) in enumerate([(116, 122), (128, 136), (142, 131), (156, 121), (172, 115), (188, 112.5), (204, 112), (220, 113), (236, 116), (250, 122), (262, 132), (278, 130)]):
        tx = 200 + (x - 200) * .22
        line = [(x, y), ((x + tx) / 2 + (x - 200) * .13, y - 30), (tx, 62)]
        left.append((line, [.2, 3.2, 2.2, .4]))
        mid.append(([(q[0] + 3, q[1]) for q in line], [.1, 1.5, 1.2, .2]))
        if x < 222:
            right.append(([(q[0] - 3, q[1]) for q in line[:2]] + [(tx - 2, 74)], [.1, 2.2, .2]))
    p.strokes(left, 'hair-shade', .8).strokes(mid, 'hair-deep', .6).strokes(right, 'hair-light', .75)
    p.strokes([([(130, 138), (120, 158), (118, 182)], [.2, 1.6, .2]), ([(268, 138), (280, 160), (283, 186)], [.2, 1.6, .2])], 'hair')


def loc(p, line, width, lit):
    """One rope of hair, with its turns."""
    p.fill(taper(line, [width * .8, width, width, width * .95, width * .5], n=4), lit)
    curve = spline(line)
    marks, shine = [], []
    length = sum(math.dist(a, b) for a, b in zip([q[:2] for q in line], [q[:2] for q in line[1:]]))
    n = max(4, round(length / 11))
    for i in range(max(1, n // 6), n):
        (x, y), (tx, ty) = walk(curve, 1, 0, i / n)[1]
        w = width * .3
        marks.append([(x - ty * w - tx * 2, y + tx * w - ty * 2), (x + ty * w + tx * 3, y - tx * w + ty * 3)])
        shine.append([(x - ty * w * .5, y + tx * w * .5 + 3), (x + ty * w * .3, y - tx * w * .3 + 5)])
    p.lines(marks, 1.3, 'hair-line', .6)
    p.lines(shine, 1.5, 'hair-light', .55)


def locs_back(rig):
    p = part(rig, 'locs', 'back', -.6, first=True)
    p.fill([(200, 50), (262, 60), (300, 104), (312, 180), (318, 260), (316, 340), (286, 372), (240, 340), (160, 340), (114, 372), (84, 340), (82, 260), (88, 180), (100, 104), (138, 60)],
           'hair-line')
    for i in range(6):
        for s in (-1, 1):
            x = 200 + s * (70 + i * 8)
            loc(p, [(200 + s * (40 + i * 4), 84 + i * 3), (200 + s * (62 + i * 7.4), 118), (x + s * 6, 200), (x + s * (6 + i * 1.5), 290), (x + s * (9 + i * 1.5), 366 + (i * 37 % 23))], 15, 'hair-deep' if i % 2 else 'hair-shade')


def locs(rig):
    p = part(rig, 'locs', 'front', .5)
    p.fill([(276, 168, 1), (298, 160), (300, 124), (282, 82), (246, 58), (200, 50), (154, 58), (118, 82), (100, 124), (102, 160), (124, 168, 1), (138, 138), (166, 120), (200, 112),
            (234, 120), (262, 138)], 'hair-deep')
    for i in (6, 5, 4, 3, 2, 1, 0):
        for s in (-1, 1):
            far = 6 - i
            loc(p, [(200 + s * 3, 58 + i * 8.5), (200 + s * (38 + far * 1.5), 56 + i * 10 - far * 2), (200 + s * (70 + far * 3.6), 84 + i * 10),
                    (200 + s * (79 + far * 4.2), 150 + i * 5), (200 + s * (84 + far * 4.4), 240), (200 + s * (85 + far * 5) + s * (i % 3), 322 + (i * 29 % 37))],
                14, 'hair' if (i + (s > 0)) % 2 else 'hair-shade')


def headscarf_back(rig):
    p = part(rig, 'headscarf', 'back', -.5, first=True)
    p.fill([(200, 40), (262, 50), (302, 96), (316, 170), (318, 250), (324, 320), (344, 372), (360, 420), (200, 440), (40, 420), (56, 372), (76, 320), (82, 250), (84, 170), (98, 96), (138, 50)],
           rig.linear(90, 60, 310, 420, (0, 'outfit2-shade'), (1, 'outfit2-deep')))


def headscarf(rig):
    low = rig.part('hair-headscarf-drape', bone='shoulders', slot=(SLOT, 'headscarf'))
    drape = [(116, 290), (140, 336), (200, 356), (262, 334), (286, 288), (306, 320), (330, 364), (352, 400), (340, 440), (288, 470), (214, 486), (140, 476), (76, 446), (48, 404), (72, 360), (96, 318)]
    low.fill(drape, rig.linear(90, 320, 310, 470, (0, 'outfit2-light'), (.4, 'outfit2'), (1, 'outfit2-shade')))
    low.fill([(126, 320), (150, 344), (200, 360), (254, 344), (278, 316), (286, 350), (250, 384), (200, 392), (150, 384), (116, 352)], 'outfit2-deep', .55, blur=5)
    for line, w in (([(108, 320), (150, 384), (230, 418), (320, 420)], [.3, 6, 7, .5]), ([(96, 344), (132, 412), (206, 450), (290, 456)], [.3, 6, 7, .5]),
                    ([(286, 316), (262, 372), (196, 408), (112, 426)], [.3, 5, 6, .4])):
        low.stroke(line, w, 'outfit2-shade', .9)
        low.stroke([(x, y + 5) for x, y in line], [v * .4 for v in w], 'outfit2-deep', .5)
        low.stroke([(x - 1, y - 5) for x, y in line], [v * .6 for v in w], 'outfit2-light', .7)
    under = part(rig, 'headscarf', 'cap', .3)
    under.fill(between([(116, 196), (130, 146), (160, 114), (200, 104), (240, 114), (270, 146), (284, 196)], [(124, 192), (138, 158), (166, 136), (200, 129), (234, 136), (262, 158), (276, 192)]),
               rig.linear(120, 110, 280, 190, (0, 'outfit2-shade'), (1, 'outfit2-deep')))
    under.stroke([(124, 192), (138, 158), (166, 136), (200, 129), (234, 136), (262, 158), (276, 192)], [.6, 1.6, 2, 2, 2, 1.6, .6], 'outfit2-line', .5)
    p = part(rig, 'headscarf', 'front', .35)
    outer = [(200, 46), (256, 54), (298, 96), (312, 166), (312, 240), (300, 300), (270, 342), (200, 366), (130, 342), (100, 300), (88, 240), (88, 166), (102, 96), (144, 54)]
    hole = [(200, 112), (240, 120), (268, 150), (276, 200), (275, 248), (264, 292), (240, 328), (200, 347), (160, 328), (136, 292), (125, 248), (124, 200), (132, 150), (160, 120)]
    p._add('<path d="%s%s" fill-rule="evenodd"%s/>' % (_d(outer), _d(hole), p._paint(rig.linear(110, 50, 300, 360, (0, 'outfit2-light'), (.35, 'outfit2'), (1, 'outfit2-shade')), 1, 0, None)))
    for line, w in (([(132, 70), (106, 130), (104, 210), (118, 290)], [.3, 5, 6, .4]), ([(156, 60), (118, 112), (113, 190), (122, 270)], [.3, 4, 4, .3]),
                    ([(252, 62), (290, 120), (298, 210), (282, 296)], [.3, 5, 7, .4]), ([(236, 58), (274, 106), (287, 180), (284, 250)], [.3, 4, 5, .3]),
                    ([(150, 88), (198, 74), (252, 88)], [.3, 4, .3]), ([(130, 316), (164, 346), (206, 358), (250, 346)], [.3, 5, 5, .4])):
        p.stroke(line, w, 'outfit2-shade', .9)
        p.stroke([(x + 3, y + 2) for x, y in line], [v * .35 for v in w], 'outfit2-deep', .55)
    p.strokes([([(126, 92), (98, 150), (97, 220)], [.3, 4, .3]), ([(168, 54), (204, 50), (240, 58)], [.3, 4, .3]), ([(140, 108), (166, 94), (204, 90)], [.3, 3, .3])], 'outfit2-light', .9)
    p.line([*hole], 1.6, 'outfit2-deep', .55, closed=True)


def turban(rig):
    p = part(rig, 'turban', 'wrap', .4, first=True)
    shape = [(101, 198, 1), (91, 150), (96, 96), (130, 50), (200, 28), (270, 50), (304, 96), (309, 150), (299, 198, 1), (286, 166), (264, 138), (234, 120), (200, 108, 1), (166, 120),
             (136, 138), (114, 166)]
    p.fill(shape, rig.linear(110, 40, 300, 180, (0, 'outfit2-light'), (.4, 'outfit2'), (1, 'outfit2-shade')))
    with p.group(clip=rig.clip(shape)):
        folds = [[(92, 178), (112, 146), (148, 124), (206, 116)], [(88, 154), (114, 118), (156, 98), (216, 100)], [(90, 128), (122, 90), (168, 74), (226, 82)],
                 [(98, 100), (136, 64), (184, 52), (238, 66)], [(118, 72), (158, 42), (200, 34), (246, 50)]]
        under = [mirror(line) for line in folds]
        for kind in (under, folds):
            a, b = (.9, .45) if kind is under else (.9, .8)
            p.strokes([(line, [.3, 5, 5.4, .4]) for line in kind], 'outfit2-shade', a)
            p.strokes([([(x, y + 3.4) for x, y in line], [.2, 2, 2.2, .2]) for line in kind], 'outfit2-deep', .55)
            p.strokes([([(x, y - 5.5) for x, y in line], [.2, 4, 3, .2]) for line in kind], 'outfit2-light', b)
        p.fill([(186, 112), (200, 104), (215, 112), (208, 122), (200, 126), (192, 122)], rig.linear(186, 104, 214, 126, (0, 'outfit2-light'), (1, 'outfit2-shade')))
    p.stroke([(101, 197), (114, 166), (136, 138), (166, 120), (200, 108)], [.6, 1.8, 2, 1.8, .6], 'outfit2-deep', .6)
    p.stroke([(200, 108), (234, 120), (264, 138), (286, 166), (299, 197)], [.6, 1.8, 2, 2, .6], 'outfit2-line', .55)


def _d(sketch):
    from .draw import relative
    return relative(spline(sketch, True))


def draw_back(rig):
    for f in (curly_back, coily_back, straight_back, long_back, bun_back, locs_back, headscarf_back):
        f(rig)


def draw_front(rig, head):
    for f in (swept, receding, curly, coily, straight, shaved, long, bun, locs, headscarf, turban):
        f(rig)
