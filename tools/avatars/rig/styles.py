# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair styles, for a skull about 172 wide whose top is at y = 80, ears at y = 200 to 257.

Each style has a back (painted first of all) and a front (painted last)."""
import math
import random

from .geometry import blend, leaf, mirror, part_of, spline
from .hair import between, braid, curl, flow, scallops, sheaf, tress


def wavy_back(rig, slot):
    p = rig.part('hair-wavy-back', depth=-.6, slot=slot, title=('Wavy', 'Ondulés'))
    for f in (lambda q: q, mirror):
        p.fill(f([(238, 200), (280, 214), (306, 260), (314, 310), (304, 352), (268, 364), (236, 352), (230, 300)]), rig.linear(200, 210, 200, 350, (0, 'hair-deep'), (1, 'hair-line')))


#: What falls on the shoulders, from the outline of the head inward: locks, two guides each, that end in tips of their own.
FALLS = {
    1: [[(292, 150), (311, 202), (320, 248), (334, 292), (330, 334), (340, 370), (333, 408)], [(298, 156), (310, 208), (311, 250), (322, 292), (316, 332), (322, 372), (333, 408)],
        [(298, 156), (310, 208), (311, 250), (322, 292), (316, 332), (322, 378), (306, 424)], [(291, 166), (301, 212), (298, 254), (306, 296), (299, 336), (300, 382), (306, 424)],
        [(291, 166), (301, 212), (298, 254), (306, 296), (299, 336), (303, 378), (287, 414)], [(286, 178), (293, 218), (286, 258), (292, 300), (284, 338), (282, 380), (287, 414)],
        [(286, 178), (293, 218), (286, 258), (292, 300), (284, 338), (284, 366), (272, 392)], [(280, 190), (285, 222), (275, 262), (277, 302), (268, 334), (266, 362), (272, 392)]],
    -1: [[(108, 150), (90, 204), (81, 248), (65, 292), (68, 336), (56, 376), (66, 416)], [(103, 156), (91, 206), (90, 250), (77, 292), (82, 334), (74, 376), (66, 416)],
         [(103, 156), (91, 206), (90, 250), (77, 292), (82, 334), (76, 380), (96, 430)], [(110, 166), (100, 212), (103, 254), (94, 296), (101, 338), (94, 382), (96, 430)],
         [(110, 166), (100, 212), (103, 254), (94, 296), (101, 338), (97, 378), (115, 418)], [(116, 178), (109, 218), (115, 258), (110, 300), (118, 340), (114, 380), (115, 418)],
         [(116, 178), (109, 218), (115, 258), (110, 300), (118, 340), (118, 366), (131, 394)], [(121, 190), (116, 222), (126, 262), (125, 302), (133, 336), (134, 364), (131, 394)]],
}


def wavy_fall(rig, slot):
    """In front of the shoulders and behind the ears."""
    p = rig.part('hair-wavy-fall', depth=-.2, slot=slot)
    for s in (-1, 1):
        g = FALLS[s]
        p.fills([between([(x - s * 6, y + 6) for x, y in g[k][4:]], [(x - s * 6, y + 6) for x, y in g[k + 1][4:]]) for k in (2, 4, 6)], 'outfit-line', .3)
        low = [g[0][5], *[(x, y - 24) for x, y in (g[2][6], g[4][6])], g[7][5], g[7][4]]
        p.fill([*g[0][:5], *low, *g[7][3::-1]], 'hair-deep')
        paint = rig.linear(200 + s * 60, 190, 200 + s * 100, 420, (0, 'hair-deep'), (.16, 'hair-deep'), (.4, 'hair' if s < 0 else 'hair-shade'), (.75, 'hair' if s < 0 else 'hair-shade'), (1, 'hair-deep'))
        for k in (6, 4, 2, 0):
            sheaf(p, g[k:k + 2], paint, 31 + s + k, (.34, .55), 'hair-light' if s < 0 else 'hair', .8, None, True, 2, 5.4, .56)
        p.fills([leaf_of(g[k], g[k + 1], t, lo, hi, w) for k in (0, 2, 4, 6) for t, lo, hi, w in ((.24, .68, .84, 4.6), (.46, .72, .83, 2.6))], 'hair-light' if s < 0 else 'hair', .7)


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
    left = [[(226, 44), (186, 33), (136, 50), (98, 92), (84, 146), (80, 190), (84, 228)], [(228, 55), (192, 49), (148, 68), (110, 108), (95, 156), (89, 198), (85, 228)],
            [(230, 66), (199, 66), (158, 88), (122, 126), (105, 168), (97, 202), (86, 228)], [(232, 78), (206, 84), (169, 107), (134, 142), (114, 178), (103, 206), (87, 228)],
            [(235, 94), (212, 110), (178, 131), (146, 158), (123, 187), (107, 210), (88, 228)]]
    body = rig.linear(176, 40, 92, 224, (0, 'hair'), (.5, 'hair'), (.8, 'hair-shade'), (1, 'hair-deep'))
    sun = rig.radial(142, 92, 84, (0, 'hair-light', .8), (.45, 'hair-light', .36), (1, 'hair-light', 0), squash=.5, turn=-44)
    sheaf(p, left, body, 61, (.2, .45), lit=.85, glow=sun, fine=3, width=6.4)
    # the parting, a lock that never stays behind the ear, and what is too short to lie flat
    p.stroke([(226, 45), (230, 64), (235, 92)], [.3, 1.5, .3], 'hair-line', .55)
    loose = [(128, 178), (118, 204), (116, 236), (121, 264), (114, 290), (119, 310)]
    p.stroke(loose, [.3, 4.2, 5, 4.4, 3.4, .3], 'hair-shade')
    p.stroke([(x - 1, y) for x, y in loose], [.2, 2.2, 2.6, 2.2, 1.4, .2], 'hair')
    p.stroke([(115.6, 212), (114.6, 236), (117.4, 256)], [.2, 1.5, .2], 'hair-light', .9)
    p.strokes([([(266, 134), (280, 168), (286, 198), (283, 226)], [.2, 1.9, 2.2, .2]), ([(118, 70), (96, 96), (86, 132), (80, 168)], [.2, 1.8, 2, .2]),
               ([(296, 72), (313, 106), (320, 146), (321, 176)], [.2, 1.8, 2, .2]), ([(210, 112), (194, 124), (182, 136), (173, 149)], [.2, 1.2, 1.2, .2]),
               ([(160, 147), (146, 162), (136, 180)], [.2, 1.3, .2]), ([(254, 118), (264, 134), (270, 152)], [.2, 1.2, .2])], 'hair')


# --- Straight and long -----------------------------------------------------------------------------

def straight_back(rig, slot):
    p = rig.part('hair-straight-back', depth=-.6, slot=slot, title=('Long and straight', 'Longs et lisses'))
    shape = [(200, 50), (256, 62), (302, 104), (316, 180), (318, 260), (322, 350), (318, 440, 1), (300, 448), (250, 420, 1), (240, 350),
             (160, 350), (150, 420, 1), (100, 448), (82, 440, 1), (78, 350), (82, 260), (84, 180), (98, 104), (144, 62)]
    p.fill(shape, rig.linear(120, 80, 300, 420, (0, 'hair-shade'), (.5, 'hair-deep'), (1, 'hair-deep')))
    for f in (lambda q: q, mirror):
        p.strokes(flow(f([(296, 130), (306, 240), (312, 340), (306, 440)]), f([(250, 150), (258, 240), (254, 340), (260, 430)]), 10, 4, 7, (.1, .95)), 'hair-line', .5)


def straight_front(rig, slot):
    p = rig.part('hair-straight-front', depth=.6, slot=slot)
    left = [[(203, 44), (152, 47), (106, 90), (90, 160), (84, 240), (80, 330), (82, 410), (90, 462)],
            [(204, 56), (160, 70), (122, 116), (102, 176), (96, 246), (94, 330), (96, 410), (90, 462)],
            [(205, 68), (168, 88), (136, 130), (112, 184), (107, 248), (106, 330), (110, 400), (114, 456)],
            [(206, 84), (182, 106), (152, 142), (127, 190), (119, 244), (118, 320), (124, 390), (114, 456)]]
    right = [[(203, 44), (254, 48), (298, 90), (312, 160), (317, 240), (322, 330), (320, 410), (312, 462)],
             [(203, 56), (246, 70), (282, 116), (300, 176), (305, 246), (308, 330), (306, 410), (312, 462)],
             [(203, 68), (238, 88), (268, 130), (290, 184), (294, 248), (296, 330), (292, 400), (288, 456)],
             [(203, 84), (226, 106), (252, 142), (273, 190), (281, 244), (283, 320), (278, 390), (288, 456)]]
    sun = rig.radial(142, 112, 90, (0, 'hair-light', .8), (.45, 'hair-light', .36), (1, 'hair-light', 0), squash=.6, turn=-42)
    body = rig.linear(140, 50, 110, 460, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade'))
    far = rig.linear(240, 50, 310, 460, (0, 'hair'), (.4, 'hair-shade'), (1, 'hair-shade'))
    for i, (g, paint, glow) in enumerate(((right, far, None), (left, body, sun))):
        tress(p, g[0], g[1], paint, 101 + 20 * i, 5, 4.6, (.22, .36), glow=glow, edge=False)
        tress(p, [*g[2][:-1], g[2][-1]], g[3], paint, 105 + 20 * i, 5, 4.2, (.24, .38), glow=glow)
        tress(p, g[1], [*g[2][:-1], g[2][-1]], paint, 111 + 20 * i, 5, 4.6, (.22, .38), glow=glow, edge=False)
    p.stroke([(204, 46), (205, 64), (205, 84)], [.3, 1.8, .4], 'hair-line', .7)
    p.stroke([(96, 300), (74, 350), (76, 410), (66, 440)], [.2, 2, 2.4, .2], 'hair', 1)


# --- Curly ------------------------------------------------------------------------------------------

def _curls(p, spots, r, seed, tones=('hair-deep', 'hair-shade', 'hair-light')):
    """Ringlets at the spots: a dark spiral, its body, its light."""
    rnd = random.Random(seed)
    dark, mid, light = [], [], []
    for x, y in spots:
        k = r * rnd.uniform(.8, 1.2)
        turn = rnd.uniform(150, 260)
        sweep = rnd.choice((1, -1)) * rnd.uniform(230, 330)
        dark.append((curl(x, y, k, turn, sweep, 6), [.4, k * .3, k * .24, .3]))
        mid.append((curl(x - .6, y - .8, k * .74, turn, sweep, 5), [.3, k * .26, k * .2, .2]))
        light.append((curl(x - 1.2, y - 1.6, k * .96, turn + sweep * .12, sweep * .4, 4), [.1, k * .17, .1]))
    p.strokes(dark, tones[0], .75, n=5)
    if r > 8:
        p.strokes(mid, tones[1], .7, n=4)
    p.strokes(light, tones[2], .85, n=3)


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
    edge = [(200, 46), (262, 52), (312, 98), (330, 164), (338, 236), (336, 304), (316, 362), (270, 372), (200, 352), (130, 372), (84, 362),
            (64, 304), (62, 236), (70, 164), (88, 98), (138, 52)]
    p.fill(scallops(edge, 26, 5, .34), rig.linear(110, 60, 310, 370, (0, 'hair-shade'), (.5, 'hair-deep'), (1, 'hair-line')))
    inside = lambda x, y: ((x - 200) / 128) ** 2 + ((y - 210) / 156) ** 2 < 1 and (abs(x - 200) > 70 or y < 130)
    _curls(p, _scatter(inside, (66, 60, 336, 372), 25, 3), 12, 8, ('hair-line', 'hair-shade', 'hair'))


def curly_front(rig, slot):
    p = rig.part('hair-curly-front', depth=.6, slot=slot)
    edge = [(206, 36), (256, 42), (300, 78), (322, 140), (328, 200), (334, 262), (318, 316), (294, 300), (296, 250), (286, 196), (272, 154), (250, 124),
            (222, 112), (192, 122), (160, 132), (136, 160), (120, 200), (110, 250), (112, 304), (88, 330), (68, 292), (68, 230), (76, 160), (92, 92), (146, 44)]
    p.fill(scallops(edge, 23, 9, .36), rig.linear(110, 40, 310, 330, (0, 'hair'), (.45, 'hair'), (1, 'hair-shade')))
    glow = rig.radial(140, 96, 92, (0, 'hair-light', .7), (.5, 'hair-light', .3), (1, 'hair-light', 0), squash=.7, turn=-40)
    p.fill(scallops(edge, 23, 9, .36), glow)

    def inside(x, y):
        if y < 130:
            return ((x - 202) / 114) ** 2 + ((y - 140) / 98) ** 2 < 1 and (y < 108 or abs(x - 206) > 40)
        return (76 < x < 118 - (y - 200) * .04 and y < 316) or (x < 130 and y < 170 and x > 84) or (290 < x < 324 and y < 306) or (x > 276 and y < 170 and x < 316)
    _curls(p, _scatter(inside, (70, 46, 334, 330), 23, 4), 11.5, 18)
    _curls(p, [(150, 140), (172, 130), (236, 124), (258, 142), (128, 178), (276, 172)], 10, 28)
    p.stroke(curl(146, 176, 9, 260, -300, 7), [.3, 2.2, 2.6, .3], 'hair-shade', 1)
    p.stroke(curl(262, 166, 8, 260, 280, 7), [.3, 2, 2.4, .3], 'hair-shade', 1)


# --- Coily ------------------------------------------------------------------------------------------

def coily_back(rig, slot):
    p = rig.part('hair-coily-back', depth=-.6, slot=slot, title=('Coily', 'Crépus'))
    edge = [(200 + 146 * math.cos(a) * (1 + .015 * math.sin(5 * a)), 158 + 134 * math.sin(a)) for a in [math.radians(i * 20 - 90) for i in range(18)]]
    p.fill(scallops(edge, 11, 3, .3, .3), rig.radial(140, 90, 220, (0, 'hair-shade'), (.5, 'hair-deep'), (1, 'hair-line')))
    inside = lambda x, y: ((x - 200) / 138) ** 2 + ((y - 158) / 126) ** 2 < 1 and (abs(x - 200) > 76 or y < 100)
    _curls(p, _scatter(inside, (56, 30, 346, 290), 17, 3), 5.4, 8, ('hair-line', 'hair-deep', 'hair-shade'))


def coily_front(rig, slot):
    p = rig.part('hair-coily-front', depth=.5, slot=slot)
    edge = [(202, 28), (256, 34), (304, 66), (330, 116), (334, 170), (318, 208), (298, 218), (292, 196), (280, 158), (258, 130), (228, 116), (200, 113), (170, 117),
            (140, 132), (119, 160), (108, 198), (101, 222), (82, 210), (66, 170), (70, 116), (98, 64), (148, 34)]
    p.fill(scallops(edge, 10, 5, .3, .3), rig.radial(136, 76, 200, (0, 'hair-light'), (.28, 'hair'), (.7, 'hair-shade'), (1, 'hair-deep')))

    def inside(x, y):
        return ((x - 200) / 126) ** 2 + ((y - 140) / 108) ** 2 < 1 and (((x - 200) / 92) ** 2 + ((y - 200) / 87) ** 2 > 1.04) and y < 212
    _curls(p, _scatter(inside, (70, 36, 332, 214), 14, 6), 5.2, 12, ('hair-deep', 'hair-shade', 'hair-light'))
    _curls(p, _scatter(lambda x, y: ((x - 140) / 60) ** 2 + ((y - 84) / 40) ** 2 < 1, (80, 44, 200, 124), 17, 9), 4.6, 13, ('hair-shade', 'hair', 'hair-light'))


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
    for line in ([(128, 170), (122, 196), (126, 226), (121, 246)], [(276, 166), (283, 196), (280, 224), (284, 240)], [(196, 112), (180, 128), (172, 146)]):
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
    c.stroke([(246, 24), (262, 12), (270, 16)], [.3, 2, .2], 'hair', 1)
    c.stroke([(172, 26), (160, 14), (150, 18)], [.3, 1.8, .2], 'hair', 1)


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
    for line in ([(150, 46), (126, 52), (108, 72)], [(220, 40), (190, 28), (168, 34)], [(196, 140), (184, 156), (182, 170)], [(140, 146), (132, 164), (134, 180)]):
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
    wavy_fall(rig, ('hair', 'wavy'))


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
        'straight': (.46, [(206, 82), (184, 110), (156, 146), (136, 190), (130, 240), (128, 310), (100, 310), (96, 120), (180, 70)]),
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
            if name == 'straight':
                p.fill(mirror(shape), 'skin-deep', opacity, blur=2)


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
