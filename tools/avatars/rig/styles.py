# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair styles, for a skull about 172 wide whose top is at y = 80, ears at y = 200 to 257.

Each style has a back (painted first of all) and a front (painted last)."""
import math
import random

from .geometry import blend, leaf, mirror, part_of, spline
from .hair import between, braid, flow, ringlets, rings, scallops, sheaf, tress


def wavy_back(rig, slot):
    p = rig.part('hair-wavy-back', depth=-.6, slot=slot, title=('Wavy', 'Ondulés'))
    for f in (lambda q: q, mirror):
        p.fill(f([(240, 236), (266, 232), (286, 260), (292, 310), (288, 356), (270, 380), (238, 366), (232, 300)]), rig.linear(200, 210, 200, 350, (0, 'hair-deep'), (1, 'hair-line')))


#: What falls on the shoulders, from the outline of the head inward: locks, two guides each, that end in tips of their own.
FALLS = {
    1: [[(298, 188), (308, 212), (320, 248), (333, 290), (329, 330), (336, 360), (347, 380), (363, 384)], [(298, 186), (305, 210), (310, 250), (320, 292), (314, 332), (319, 366), (336, 386), (363, 384)],
        [(298, 186), (305, 210), (310, 250), (320, 292), (314, 334), (320, 372), (319, 402), (303, 420)], [(292, 188), (297, 216), (297, 256), (304, 298), (297, 338), (300, 372), (303, 398), (303, 420)],
        [(292, 188), (297, 216), (297, 256), (304, 298), (297, 338), (298, 364), (290, 388), (270, 396)], [(284, 196), (286, 226), (276, 262), (278, 302), (269, 334), (268, 358), (266, 378), (270, 396)]],
    -1: [[(102, 188), (93, 212), (80, 250), (64, 294), (62, 338), (49, 376), (57, 414), (86, 432)], [(102, 186), (95, 210), (94, 252), (82, 296), (84, 338), (77, 374), (76, 406), (86, 432)],
         [(102, 186), (95, 210), (94, 252), (82, 296), (84, 338), (78, 380), (88, 412), (114, 420)], [(108, 188), (103, 216), (108, 256), (100, 298), (104, 338), (101, 374), (103, 400), (114, 420)],
         [(108, 188), (103, 216), (108, 256), (100, 298), (104, 338), (104, 368), (114, 392), (138, 398)], [(117, 196), (114, 226), (126, 262), (124, 302), (133, 336), (131, 360), (129, 380), (138, 398)]],
}


def behind_ear(s):
    """What shows between ear, face and fringe when the head turns."""
    patch = [(276, 172), (292, 172), (305, 196), (306, 222), (290, 224), (276, 204)]
    return patch if s > 0 else mirror(patch)


def wavy_fall(rig, slot):
    """In front of the shoulders and behind the ears: longer on the near side."""
    p = rig.part('hair-wavy-fall', depth=-.2, slot=slot)
    for s in (-1, 1):
        g = FALLS[s]
        p.fill(behind_ear(s), 'hair-deep')
        paint = rig.linear(200 + s * 60, 190, 200 + s * 100, 420, (0, 'hair-deep'), (.16, 'hair-deep'), (.4, 'hair' if s < 0 else 'hair-shade'), (.75, 'hair' if s < 0 else 'hair-shade'), (1, 'hair-shade'))
        p.fill([*g[0][1:6], (g[0][6][0] - s * 8, g[0][6][1] + 12), *g[2][6:7], *g[4][6:7], *g[5][5:0:-1]], 'hair-deep')
        for k in (4, 2, 0):
            sheaf(p, g[k:k + 2], paint, 31 + s + k, (.32, .5), 'hair-light' if s < 0 else 'hair', .8, None, True, 3, 6, .56)
        p.fills([leaf_of(g[k], g[k + 1], t, lo, hi, w) for k in (0, 2, 4) for t, lo, hi, w in ((.24, .64, .82, 5.2), (.46, .68, .84, 3))], 'hair-light' if s < 0 else 'hair', .75)
    p.strokes([([(70, 300), (60, 340), (44, 372), (46, 398)], [.2, 2, 2.2, .2])], 'hair')


def fall_shadows(rig):
    """What falling hair throws on the clothes, and moves with them."""
    for name, shapes in (('wavy', ([(86, 412), (120, 404), (150, 396), (146, 408), (126, 426), (98, 444), (84, 438)], [(268, 402), (300, 404), (324, 402), (318, 414), (302, 432), (282, 416)])),
                         ('straight', ([(82, 440), (124, 440), (126, 470), (110, 482), (86, 480)], [(274, 440), (318, 440), (316, 470), (296, 478), (272, 470)]))):
        p = rig.part(f'hair-{name}-cast', bone='shoulders', slot=('hair', name))
        p.fills(shapes, 'outfit-line', .22, blur=3.5)


def leaf_of(a, b, t, lo, hi, width):
    """A light on the crest of a wave: between two guides, over a stretch of them."""
    return leaf(part_of(spline(blend(a, b, t)), lo, hi, 3), [.2, width, width * .8, .2])


def wavy_front(rig, slot):
    p = rig.part('hair-wavy-front', depth=.35, slot=slot)
    # right: swept back, over the tip of the ear
    right = [[(226, 44), (266, 48), (302, 82), (317, 136), (320, 184), (316, 226)], [(229, 58), (263, 68), (292, 104), (305, 150), (311, 192), (315, 226)],
             [(231, 74), (258, 88), (280, 122), (292, 162), (301, 198), (314, 226)], [(233, 92), (252, 110), (268, 142), (280, 176), (293, 204), (313, 226)]]
    sheaf(p, right, rig.linear(240, 60, 312, 224, (0, 'hair'), (.5, 'hair'), (1, 'hair-deep')), 51, (.2, .44), lit=.75, fine=3)
    # left: the sweep from the parting
    left = [[(226, 43), (188, 28), (137, 45), (98, 90), (84, 146), (80, 190), (84, 228)], [(228, 54), (193, 46), (148, 65), (110, 107), (95, 156), (89, 198), (85, 228)],
            [(230, 66), (199, 66), (158, 88), (122, 126), (105, 168), (97, 202), (86, 228)], [(232, 78), (206, 84), (169, 107), (134, 142), (114, 178), (103, 206), (87, 228)],
            [(235, 94), (212, 110), (178, 131), (146, 158), (123, 187), (107, 210), (88, 228)]]
    body = rig.linear(176, 40, 92, 224, (0, 'hair'), (.5, 'hair'), (.8, 'hair-shade'), (1, 'hair-deep'))
    sun = rig.radial(142, 92, 84, (0, 'hair-light', .8), (.45, 'hair-light', .36), (1, 'hair-light', 0), squash=.5, turn=-44)
    sheaf(p, left, body, 61, (.2, .45), lit=.85, glow=sun, fine=3, width=6.4)
    # the parting, a lock that never stays behind the ear, and what is too short to lie flat
    p.stroke([(226, 45), (230, 64), (235, 92)], [.3, 1.5, .3], 'hair-line', .55)
    q = rig.part('hair-wavy-loose', depth=.3, slot=slot)  # apart: or the picture of the fringe would reach down to the chin
    loose = [(128, 178), (118, 204), (116, 236), (121, 264), (114, 290), (119, 310)]
    q.stroke(loose, [.3, 4.2, 5, 4.4, 3.4, .3], 'hair-shade')
    q.stroke([(x - 1, y) for x, y in loose], [.2, 2.2, 2.6, 2.2, 1.4, .2], 'hair')
    q.stroke([(115.6, 212), (114.6, 236), (117.4, 256)], [.2, 1.5, .2], 'hair-light', .9)
    p.strokes([([(266, 134), (280, 168), (286, 198), (283, 226)], [.2, 1.9, 2.2, .2]), ([(118, 70), (96, 96), (86, 132), (80, 168)], [.2, 1.8, 2, .2]),
               ([(296, 72), (313, 106), (320, 146), (321, 176)], [.2, 1.8, 2, .2]), ([(210, 112), (194, 124), (182, 136), (173, 149)], [.2, 1.2, 1.2, .2]),
               ([(160, 147), (146, 162), (136, 180)], [.2, 1.3, .2]), ([(254, 118), (264, 134), (270, 152)], [.2, 1.2, .2])], 'hair')


# --- Straight and long -----------------------------------------------------------------------------

def straight_back(rig, slot):
    p = rig.part('hair-straight-back', depth=-.6, slot=slot, title=('Long and straight', 'Longs et lisses'))
    for f in (lambda q: q, mirror):
        p.fill(f([(240, 236), (268, 232), (290, 270), (294, 340), (288, 400), (264, 400), (238, 366), (232, 300)]), rig.linear(200, 210, 200, 350, (0, 'hair-deep'), (1, 'hair-line')))


def straight_fall(rig, slot):
    """Down in front of the shoulders, cut straight."""
    p = rig.part('hair-straight-fall', depth=-.2, slot=slot)
    guides = [[(298, 188), (307, 212), (317, 270), (323, 350), (322, 420), (315, 464)], [(297, 186), (303, 214), (306, 276), (310, 350), (308, 420), (303, 469)],
              [(290, 188), (294, 220), (296, 280), (298, 350), (295, 420), (290, 468)], [(282, 196), (285, 230), (283, 286), (285, 350), (281, 414), (276, 460)]]
    for s in (-1, 1):
        p.fill(behind_ear(s), 'hair-deep')
        g = guides if s > 0 else [[(400 - x - (4 if i > 3 else 0), y + (6 if i > 4 else 0)) for i, (x, y) in enumerate(q)] for q in guides]
        paint = rig.linear(200, 190, 200, 470, (0, 'hair-deep'), (.14, 'hair-deep'), (.34, 'hair' if s < 0 else 'hair-shade'), (.7, 'hair' if s < 0 else 'hair-shade'), (1, 'hair-shade'))
        sheaf(p, g, paint, 131 + s, (.34, .56), 'hair-light' if s < 0 else 'hair', .7, None, False, 3, 4.4, .7)
    p.strokes([([(84, 320), (72, 380), (74, 430), (68, 452)], [.2, 2, 2.2, .2]), ([(317, 340), (328, 392), (324, 440)], [.2, 2, .2])], 'hair')


def straight_front(rig, slot):
    p = rig.part('hair-straight-front', depth=.35, slot=slot)
    right = [[(204, 42), (248, 38), (288, 66), (312, 114), (320, 166), (321, 198), (316, 228)], [(204, 56), (244, 54), (276, 82), (300, 126), (310, 172), (313, 202), (315, 228)],
             [(205, 72), (238, 76), (264, 104), (284, 142), (297, 180), (305, 206), (314, 228)], [(206, 92), (228, 104), (254, 132), (274, 168), (288, 196), (299, 212), (313, 228)]]
    left = [[(204, 42), (160, 36), (116, 64), (90, 112), (81, 164), (79, 196), (84, 230)], [(204, 56), (163, 54), (127, 82), (102, 126), (91, 172), (87, 202), (85, 230)],
            [(205, 72), (170, 76), (138, 104), (116, 142), (103, 180), (95, 206), (86, 230)], [(206, 92), (181, 105), (150, 132), (126, 169), (112, 197), (101, 213), (87, 230)]]
    sun = rig.radial(138, 96, 80, (0, 'hair-light', .8), (.45, 'hair-light', .34), (1, 'hair-light', 0), squash=.5, turn=-46)
    sheaf(p, right, rig.linear(210, 50, 314, 226, (0, 'hair'), (.5, 'hair'), (1, 'hair-deep')), 101, (.22, .42), lit=.7, fine=4)
    sheaf(p, left, rig.linear(190, 40, 90, 226, (0, 'hair'), (.55, 'hair'), (.82, 'hair-shade'), (1, 'hair-deep')), 111, (.22, .44), lit=.8, glow=sun, fine=4, width=5.6)
    p.stroke([(204, 43), (205, 64), (206, 92)], [.3, 1.6, .3], 'hair-line', .6)
    p.strokes([([(270, 150), (281, 178), (286, 204), (283, 230)], [.2, 1.8, 2, .2]), ([(130, 154), (120, 180), (115, 204), (118, 232)], [.2, 1.8, 2, .2]),
               ([(186, 108), (172, 120), (160, 136)], [.2, 1.2, .2]), ([(226, 108), (242, 124), (252, 140)], [.2, 1.2, .2])], 'hair')


# --- Curly ------------------------------------------------------------------------------------------

def _scatter(inside, box, step, seed):
    """Points on a loose grid where inside(x, y)."""
    rnd = random.Random(seed)
    out = []
    y = box[1]
    odd = 0
    while y < box[3]:
        x = box[0] + (step / 2 if odd else 0)
        while x < box[2]:
            q = (x + rnd.uniform(-.22, .22) * step, y + rnd.uniform(-.22, .22) * step)
            if inside(*q):
                out.append(q)
            x += step
        y += step * .82
        odd = not odd
    return out


def curly_back(rig, slot):
    p = rig.part('hair-curly-back', depth=-.6, slot=slot, title=('Curly', 'Bouclés'))
    edge = [(200, 56), (262, 62), (310, 104), (328, 166), (338, 236), (338, 304), (320, 356), (276, 372), (240, 356), (200, 340), (160, 356), (124, 372), (80, 356),
            (62, 304), (62, 236), (72, 166), (90, 104), (138, 62)]
    p.fill(scallops(edge, 34, 5, .3), rig.linear(200, 120, 200, 370, (0, 'hair-deep'), (1, 'hair-line')))
    inside = lambda x, y: ((x - 200) / 126) ** 2 + ((y - 226) / 144) ** 2 < 1 and abs(x - 200) > 62 and y > 236
    ringlets(p, _scatter(inside, (66, 230, 336, 372), 26, 3), 16, 8, 'hair-shade', 'hair-line', 'hair', .7)


def curly_front(rig, slot):
    p = rig.part('hair-curly-front', depth=.45, slot=slot)
    edge = [(206, 34), (256, 42), (300, 78), (322, 140), (328, 200), (336, 262), (322, 322), (300, 312), (298, 256), (289, 198), (274, 156), (250, 126),
            (222, 114), (192, 124), (160, 134), (136, 162), (118, 200), (106, 256), (104, 316), (80, 328), (66, 286), (68, 230), (76, 160), (92, 92), (146, 44)]
    paint = rig.linear(120, 40, 310, 330, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade'))
    p.fill(scallops(edge, 30, 9, .3), paint)
    inside = lambda x, y: _inside(edge, x, y)
    ringlets(p, _scatter(inside, (62, 40, 338, 330), 24, 4), 15.5, 18, paint)
    # curls that spring on to the brow
    ringlets(p, [(150, 146), (170, 136), (190, 128), (234, 124), (256, 140), (130, 176), (276, 170), (118, 214), (288, 212)], 10.5, 28, paint)
    p.fill(scallops(edge, 30, 9, .3), rig.radial(140, 92, 96, (0, 'hair-light', .42), (.5, 'hair-light', .16), (1, 'hair-light', 0), squash=.7, turn=-40))


def _inside(outline, x, y):
    odd = False
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


# --- Coily ------------------------------------------------------------------------------------------

def coily_back(rig, slot):
    p = rig.part('hair-coily-back', depth=-.6, slot=slot, title=('Coily', 'Crépus'))
    edge = [(200 + 146 * math.cos(a) * (1 + .015 * math.sin(5 * a)), 158 + 134 * math.sin(a)) for a in [math.radians(i * 20 - 90) for i in range(18)]]
    p.fill(scallops(edge, 11, 3, .3, .3), rig.radial(140, 90, 220, (0, 'hair-shade'), (.5, 'hair-deep'), (1, 'hair-line')))
    inside = lambda x, y: ((x - 200) / 138) ** 2 + ((y - 158) / 126) ** 2 < 1 and (abs(x - 200) > 76 or y < 100)
    rings(p, _scatter(inside, (56, 30, 346, 290), 17, 3), 5.6, 8, 'hair-line', 'hair-shade')


def coily_front(rig, slot):
    p = rig.part('hair-coily-front', depth=.5, slot=slot)
    edge = [(202, 28), (256, 34), (304, 66), (330, 116), (334, 170), (318, 208), (298, 218), (292, 196), (280, 158), (258, 130), (228, 116), (200, 113), (170, 117),
            (140, 132), (119, 160), (108, 198), (101, 222), (82, 210), (66, 170), (70, 116), (98, 64), (148, 34)]
    p.fill(scallops(edge, 10, 5, .3, .3), rig.radial(136, 76, 200, (0, 'hair-light'), (.28, 'hair'), (.7, 'hair-shade'), (1, 'hair-deep')))

    def inside(x, y):
        return ((x - 200) / 126) ** 2 + ((y - 140) / 108) ** 2 < 1 and (((x - 200) / 92) ** 2 + ((y - 200) / 87) ** 2 > 1.04) and y < 212
    rings(p, _scatter(inside, (70, 36, 332, 214), 12.5, 6), 5.4, 12, shine=.6)


# --- Gathered: plait, bun ------------------------------------------------------------------------------

def _gathered(rig, slot, name, lines, part_x=206):
    """Hair drawn close to the skull. lines: guides from the hairline to where it is gathered, left to right."""
    p = rig.part(f'hair-{name}-front', depth=.45, slot=slot)
    cap = [(113, 214, 1), (106, 176), (108, 128), (132, 82), (170, 60), (206, 55), (242, 60), (274, 84), (293, 128), (294, 176), (287, 214, 1), (282, 188), (272, 158), (250, 128),
           (part_x, 108), (154, 130), (130, 158), (120, 188)]
    clip = rig.clip(spline(cap, True))
    p.fill(cap, rig.linear(120, 60, 300, 210, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade')))
    p.fill(cap, rig.radial(150, 96, 70, (0, 'hair-light', .9), (.5, 'hair-light', .35), (1, 'hair-light', 0), squash=.6, turn=-36))
    with p.group(clip=clip):
        for i, (a, b) in enumerate(lines):
            p.strokes(flow(a, b, 12, 3.2, 200 + 5 * i, (.0, .98), .1), 'hair-shade', .8)
            p.strokes(flow(a, b, 6, 1.8, 201 + 5 * i, (.05, .95), .1), 'hair-deep', .6)
            p.strokes(flow(a, b, 9, 2.6, 202 + 5 * i, (.22, .5), .08), 'hair-light', .7)
    p.stroke([(113, 214), (119, 190), (130, 158), (154, 130), (part_x, 108)], [.3, 1.4, 1.6, 1.2, .3], 'hair-line', .4)
    p.stroke([(287, 214), (282, 188), (272, 158), (250, 128), (part_x, 108)], [.3, 1.6, 2, 1.4, .3], 'hair-line', .5)
    for line in ([(128, 170), (122, 196), (126, 226), (121, 246)], [(276, 166), (283, 196), (280, 224), (284, 240)]):
        p.stroke(line, [.2, 1.6, 1.8, .2], 'hair', 1)
    return p


def braid_back(rig, slot):
    p = rig.part('hair-braid-back', depth=-.4, slot=slot, title=('Plait', 'Tresse'))
    p.fill([(112, 190), (110, 260), (134, 322), (200, 344), (266, 330), (294, 300), (296, 240), (288, 190), (200, 100)], rig.linear(120, 120, 280, 340, (0, 'hair-shade'), (1, 'hair-line')))


def braid_front(rig, slot):
    _gathered(rig, slot, 'braid', [([(part, 106) for part in (206,)] + [(168, 116), (136, 146), (122, 176), (114, 214)], [(206, 58), (158, 66), (118, 104), (106, 160), (112, 214)]),
                                   ([(206, 106), (246, 118), (268, 146), (280, 178), (287, 214)], [(206, 58), (250, 64), (286, 104), (295, 160), (289, 214)])])
    p = rig.part('hair-braid-plait', bone='shoulders', slot=slot)
    line = [(262, 322), (272, 352), (280, 388), (280, 424), (272, 456), (274, 478)]
    p.stroke([(x + 3, y + 3) for x, y in line], [20, 34, 34, 30, 18], 'outfit-line', .22)
    links = braid(line, 36, 9, .5)
    base = rig.linear(256, 330, 296, 470, (0, 'hair-light'), (.4, 'hair'), (1, 'hair-shade'))
    p.stroke(line, [20, 26, 26, 24, 14], 'hair-deep')
    for i, link in enumerate(links):
        p.fill(link, base)
        a, (b, c, d) = link[0], link[1][0]
        pts = [link[0]] + [s[2] for s in link[1]]
        p.stroke([pts[0], pts[1], pts[2], pts[3]], [.3, 1.6, 1.6, .3], 'hair-line', .6)
        mid = blend([pts[0], pts[3]], [pts[1], pts[2]], .5)
        p.stroke(mid, [.2, 2.6, .2], 'hair-light', .6)
        p.stroke(blend([pts[0], pts[3]], [pts[1], pts[2]], .2), [.2, 1.6, .2], 'hair-shade', .9)
    p.fill([(264, 470), (272, 474), (283, 470), (282, 480), (266, 480)], 'accent')
    p.fill([(266, 480), (274, 482), (282, 480), (286, 496), (276, 508), (270, 506), (264, 494)], 'hair-shade')
    p.strokes([([(271, 482), (270, 494), (272, 504)], [.3, 1.6, .2]), ([(278, 482), (280, 494), (277, 504)], [.3, 1.4, .2])], 'hair-deep', .7)


def bun_back(rig, slot):
    p = rig.part('hair-bun-back', depth=-.45, slot=slot, title=('Bun', 'Chignon'))
    p.fill([(114, 150), (113, 214), (126, 240), (150, 250), (250, 250), (274, 240), (287, 214), (286, 150), (200, 90)], 'hair-deep')
    c = rig.part('hair-bun-knot', depth=-.35, slot=slot)
    c.ellipse(210, 50, 43, 37, rig.radial(194, 30, 66, (0, 'hair-light'), (.35, 'hair'), (1, 'hair-shade')))
    for i, (r, o) in enumerate(((42, 0), (33, 40), (24, 90), (14, 150))):
        c.stroke([(210 + math.cos(math.radians(o + t)) * r * .92, 50 + math.sin(math.radians(o + t)) * r * .84) for t in range(20, 261, 40)],
                 [.2, 3.0, 3.4, 2.4, .2], 'hair-deep', .55)
        c.stroke([(210 + math.cos(math.radians(o + t)) * (r - 3) * .92, 49 + math.sin(math.radians(o + t)) * (r - 3) * .84) for t in range(160, 301, 35)],
                 [.2, 2.6, 2.6, .2], 'hair-light', .7)


def bun_front(rig, slot):
    _gathered(rig, slot, 'bun', [([(114, 212), (108, 150), (136, 92), (196, 60)], [(204, 108), (205, 90), (206, 74), (207, 60)]),
                                 ([(206, 108), (207, 90), (208, 74), (209, 60)], [(288, 212), (293, 150), (268, 92), (220, 60)])])


# --- Short ----------------------------------------------------------------------------------------------

def crop_back(rig, slot):
    p = rig.part('hair-crop-back', depth=-.4, slot=slot, title=('Short', 'Courts'))
    p.fill([(114, 140), (112, 200), (122, 236), (150, 250), (250, 250), (278, 236), (288, 200), (286, 140), (200, 90)], 'hair-deep')


def crop_front(rig, slot):
    p = rig.part('hair-crop-front', depth=.55, slot=slot)
    # short sides
    for f, paint in ((lambda q: q, rig.linear(290, 130, 284, 226, (0, 'hair-shade'), (.6, 'hair-deep', .95), (1, 'hair-deep', 0))),
                     (mirror, rig.linear(110, 130, 116, 226, (0, 'hair-shade'), (.6, 'hair-shade', .95), (1, 'hair-shade', 0)))):
        p.fill(f([(276, 120, 1), (292, 130), (295, 170), (291, 206), (285, 228, 1), (281, 206), (278, 176), (268, 150, 1)]), paint)
    back = [(112, 176, 1), (103, 128), (118, 80), (160, 48), (214, 38), (264, 54), (294, 96), (297, 150), (288, 178, 1), (276, 150), (252, 124), (206, 116), (150, 124), (126, 150)]
    p.fill(back, rig.linear(130, 50, 290, 170, (0, 'hair'), (.6, 'hair-shade'), (1, 'hair-shade')))
    sun = rig.radial(158, 80, 74, (0, 'hair-light', .85), (.5, 'hair-light', .35), (1, 'hair-light', 0), squash=.55, turn=-20)
    body = rig.linear(150, 40, 150, 170, (0, 'hair'), (.7, 'hair'), (1, 'hair-shade'))
    far = rig.linear(240, 50, 296, 170, (0, 'hair'), (1, 'hair-shade'))
    # locks from a parting on the right, swept over the brow
    tress(p, [(252, 62), (276, 76), (292, 112), (296, 150), (290, 188)], [(248, 84), (262, 100), (274, 128), (280, 152), (290, 188)], far, 301, 5, 4, (.2, .5))
    g = [[(254, 56), (206, 34), (150, 44), (112, 84), (102, 134), (108, 192)],
         [(253, 64), (204, 52), (156, 68), (126, 104), (114, 144), (108, 192)],
         [(252, 72), (206, 68), (168, 88), (142, 120), (130, 150), (126, 178)],
         [(251, 80), (214, 82), (184, 104), (164, 130), (154, 150), (150, 168)],
         [(250, 88), (226, 96), (206, 112), (194, 130), (186, 146), (180, 160)],
         [(249, 94), (240, 104), (230, 118), (222, 132), (214, 146), (206, 156)]]
    tress(p, g[4], g[5], body, 331, 4, 4, (.2, .5))
    tress(p, g[3], [*g[4][:-1], g[3][-1]], body, 325, 5, 4.4, (.2, .46), glow=sun)
    tress(p, g[2], [*g[3][:-1], g[2][-1]], body, 319, 5, 4.6, (.2, .46), glow=sun)
    tress(p, g[1], [*g[2][:-1], (118, 186)], body, 313, 5, 4.6, (.2, .44), glow=sun)
    tress(p, g[0], g[1], body, 307, 6, 4.6, (.2, .44), glow=sun)
    for line in ([(196, 140), (184, 156), (182, 170)], [(140, 146), (132, 164), (134, 180)]):
        p.stroke(line, [.2, 2.2, .2], 'hair', 1)


def buzz_front(rig, slot):
    p = rig.part('hair-buzz', depth=.26, slot=slot, title=('Shaved', 'Rasés'))
    cap = [(115, 208, 1), (113, 166), (125, 118), (156, 89), (200, 78.5), (244, 89), (274, 118), (286, 160), (286, 208, 1), (283.5, 190), (281, 164), (268, 138), (250, 124),
           (226, 117), (200, 121), (172, 117), (148, 124), (130, 140), (119, 164), (116.5, 190)]
    p.fill(cap, rig.linear(130, 80, 280, 200, (0, 'hair', .62), (.5, 'hair-shade', .72), (1, 'hair-deep', .8)))
    p.fill([(x, y) for x, y, *_ in cap], rig.radial(160, 96, 60, (0, 'skin-light', .5), (1, 'skin-light', 0), squash=.5, turn=-25))
    inside = lambda x, y: (((x - 200) / 84) ** 2 + ((y - 166) / 86) ** 2 < 1) and (y < 120 or (abs(x - 200) > 66 + (y - 120) * .2 and y < 196))
    dots = [([(x, y), (x + 1.0, y - 2.2)], [.3, 1.0, .2]) for x, y in _scatter(inside, (112, 80, 288, 200), 6.4, 5)]
    p.strokes(dots, 'hair-deep', .5)


# --- Headscarf ------------------------------------------------------------------------------------------

def scarf_back(rig, slot):
    p = rig.part('hair-scarf-back', depth=-.4, slot=slot, title=('Headscarf', 'Foulard'))
    p.fill([(200, 50), (262, 62), (304, 110), (314, 190), (306, 270), (288, 340), (240, 380), (160, 380), (112, 340), (94, 270), (86, 190), (96, 110), (138, 62)],
           rig.linear(110, 80, 300, 360, (0, 'accent-shade'), (1, 'accent-deep')))


def draw_falls(rig):
    """Hair over the clothes: below ears and face."""
    fall_shadows(rig)
    wavy_fall(rig, ('hair', 'wavy'))
    straight_fall(rig, ('hair', 'straight'))


def scarf_drape(rig, slot):
    """The part that lies on neck and shoulders."""
    p = rig.part('hair-scarf-drape', bone='shoulders', slot=slot)
    p.fill([(104, 262, 1), (112, 330), (96, 376), (76, 408), (92, 436), (136, 452), (188, 470), (214, 470), (268, 450), (312, 434), (322, 404), (304, 372), (288, 330), (298, 262, 1),
            (250, 322), (200, 344), (150, 322)], rig.linear(100, 320, 300, 460, (0, 'accent-light'), (.35, 'accent'), (1, 'accent-shade')))
    p.fill([(120, 262), (140, 316), (170, 346), (204, 356), (240, 346), (266, 314), (284, 262), (284, 340), (240, 378), (200, 386), (156, 376), (116, 340)], 'accent-deep', .75)
    for line, w, c in (([(114, 300), (130, 352), (170, 388), (220, 404), (270, 396)], [.3, 7, 9, 6, .3], 'accent-shade'),
                       ([(108, 340), (124, 386), (170, 420), (230, 436), (290, 420)], [.3, 6, 8, 6, .3], 'accent-shade'),
                       ([(96, 384), (130, 418), (180, 442), (214, 456)], [.3, 5, 6, .3], 'accent-shade'),
                       ([(286, 300), (274, 344), (240, 376), (196, 396), (150, 392)], [.3, 6, 8, 6, .3], 'accent-deep'),
                       ([(292, 350), (276, 384), (240, 408), (196, 424)], [.3, 4, 5, .3], 'accent-deep'),
                       ([(112, 318), (130, 366), (168, 398), (214, 414)], [.2, 3.4, 3.4, .2], 'accent-light'),
                       ([(104, 360), (126, 402), (170, 430), (220, 444)], [.2, 3, 3, .2], 'accent-light'),
                       ([(294, 376), (282, 402), (256, 420)], [.2, 2.4, .2], 'accent-light')):
        p.stroke(line, w, c, .7)
    p.stroke([(76, 408), (92, 436), (136, 452), (188, 470), (214, 470), (268, 450), (312, 434)], [.4, 1.6, 2, 2, 2, 1.6, .4], 'accent-line', .5)


def scarf_front(rig, slot):
    p = rig.part('hair-scarf-front', depth=.35, slot=slot)
    outer = [(200, 48), (258, 58), (300, 102), (310, 170), (308, 240), (294, 300), (264, 344), (226, 358), (200, 360), (172, 358), (136, 342), (106, 300), (92, 240), (90, 170), (100, 102), (142, 58)]
    inner = [(200, 108), (246, 118), (272, 146), (284, 190), (284, 236), (277, 268), (262, 296), (240, 320), (200, 350), (162, 322), (138, 298), (123, 268), (116, 236), (116, 190), (128, 146), (154, 118)]
    ring = lambda o, i: [spline(o, True), spline(i[::-1], True)]
    p.fills(ring(outer[:6] + outer[6:], inner), rig.linear(110, 50, 310, 340, (0, 'accent-light'), (.3, 'accent'), (.7, 'accent'), (1, 'accent-shade')))
    for i, (t, w, c, o) in enumerate(((.22, 5, 'accent-shade', .75), (.5, 6, 'accent-shade', .7), (.74, 4, 'accent-deep', .5), (.36, 3, 'accent-light', .8), (.62, 3, 'accent-light', .7))):
        ro = blend(inner, outer, t)
        p.stroke(ro[11:] + ro[:2], [.3, w, w * .8, w, .3], c, o)
        p.stroke(ro[1:7], [.3, w, w * .9, w * .6, .3], 'accent-shade' if c == 'accent-light' else c, o * .8)
    p.stroke(inner[8:] + inner[:1], [.5, 1.8, 2, 2, 1.8, 1.6], 'accent-deep', .8)
    p.stroke(inner[:9], [1.6, 2, 2.6, 2.6, 2, .5], 'accent-line', .7)
    # the band under the scarf
    p.stroke([(x, y + 1) for x, y in (inner[12:] + inner[:5])], [.3, 5, 6, 5, .3], 'accent-deep', .85)


#: What each style throws on the forehead: how dark, and where.
SHADOWS = {
        'wavy': (.5, [(236, 92), (206, 122), (172, 144), (146, 172), (130, 200), (121, 226), (117, 262), (96, 262), (96, 120), (180, 66), (300, 70), (304, 262), (284,
        262), (281, 222), (272, 184), (258, 146), (242, 118)]),
        'straight': (.46, [(206, 98), (184, 114), (154, 142), (131, 178), (120, 208), (116, 240), (96, 240), (96, 110), (150, 66), (260, 66), (304, 110), (304, 240), (283, 240),
        (280, 208), (267, 172), (246, 138), (226, 114)]),
    'curly': (.46, [(96, 320), (96, 70), (304, 70), (304, 320), (284, 260), (282, 200), (268, 160), (246, 134), (216, 126), (186, 134), (156, 146), (136, 176),
        (128, 220), (120, 270)]),
        'coily': (.42, [(96, 230), (96, 70), (304, 70), (304, 230), (284, 200), (272, 156), (248, 130), (200, 122), (152, 132), (128, 160), (122, 204)]),
        'braid': (.4, [(100, 230), (96, 70), (304, 70), (300, 230), (284, 206), (276, 166), (256, 136), (206, 116), (152, 136), (128, 166), (119, 206)]),
        'bun': (.4, [(100, 230), (96, 70), (304, 70), (300, 230), (284, 206), (276, 166), (256, 136), (206, 116), (152, 136), (128, 166), (119, 206)]),
        'crop': (.42, [(96, 224), (96, 70), (304, 70), (304, 224), (285, 206), (280, 166), (262, 142), (236, 130), (206, 146), (176, 142), (148, 154), (130, 172), (122,
        206)]),
        'scarf': (.42, [(90, 350, 1), (90, 70, 1), (310, 70, 1), (310, 350, 1), (262, 312), (278, 262), (282, 204), (272, 158), (246, 128), (200, 118), (156, 130),
        (130, 160), (124, 206), (128, 262), (146, 310)]),
}


def draw_shadows(rig, clip, depth):
    """On the face itself, at its own depth: so they are one picture with it."""
    for name, (opacity, shape) in SHADOWS.items():
        p = rig.part(f'hair-{name}-shadow', depth=depth, slot=('hair', name))
        with p.group(clip=clip):
            p.fill(shape, 'skin-deep', opacity, blur=2)


STYLES = {
    'wavy': (wavy_back, wavy_front), 'straight': (straight_back, straight_front), 'curly': (curly_back, curly_front),
    'coily': (coily_back, coily_front), 'braid': (braid_back, braid_front), 'bun': (bun_back, bun_front),
    'crop': (crop_back, crop_front), 'buzz': (None, buzz_front), 'scarf': (scarf_back, scarf_front),
}


def draw_backs(rig):
    for name, (back, _) in STYLES.items():
        if back:
            back(rig, ('hair', name))


def draw_fronts(rig):
    for name, (_, front) in STYLES.items():
        front(rig, ('hair', name))
