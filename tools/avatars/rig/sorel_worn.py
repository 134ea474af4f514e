# SPDX-License-Identifier: GPL-3.0-or-later
"""What Sorel wears: clothes, beards, glasses, earrings; and freckles, hearts, sparks."""
import math
import random

from .creature import heart_shape
from .draw import relative
from .geometry import back, join, mirror, shift, spline, walk
from .head import _ramp
from .mouth import US

# --- Clothes -----------------------------------------------------------------------------------------

SHOULDERS = [(150, 350), (124, 372), (88, 388), (50, 402), (24, 425), (8, 464), (-2, 530)]
TITLES = {'jacket': ('Jacket', 'Veste'), 'rollneck': ('Roll-neck', 'Col roulé'), 'hoodie': ('Hoodie', 'Sweat à capuche'),
          'tunic': ('Tunic', 'Tunique'), 'overshirt': ('Work shirt', 'Surchemise')}


def both(p, sketch, left, right, opacity=1, **kw):
    """The same shape on both sides: the left in the light."""
    p.fill(sketch, left, opacity, **kw)
    p.fill(mirror(sketch), right, opacity, **kw)


def both_strokes(p, line, widths, paint, left=1.0, right=1.0):
    p.stroke(line, widths, paint, left)
    p.stroke(mirror(line), widths, paint, right)


def cloth(rig, name, neckline, material='outfit', folds=True):
    """The body of a garment with the folds that shoulders and arms make. neckline: its left half, downward."""
    p = rig.part(f'{name}-body', bone='shoulders', slot=('outfit', name))
    left = [*neckline[::-1], *SHOULDERS[1:-1]] if folds else [*neckline[:0:-1], (*neckline[0], 1), (134, 396, 1), (140, 470, 1)]
    half = [(*SHOULDERS[-1], 1)] if folds else [(170, 530, 1)]
    outline = left + half + [(400 - x, y, *c) for x, y, *c in (left + half)[::-1] if abs(x - 200) > .01]
    shape = spline(outline, True)
    p.fill(shape, rig.linear(60, 380, 340, 510, (0, f'{material}-light'), (.28, material), (.66, material), (1, f'{material}-shade')))
    clip = rig.clip(shape)
    if not folds:
        return p, clip
    with p.group(clip=clip):
        with p.group(blur=5, box=(30, 386, 400, 510)):
            p.fill([(336, 392), (360, 430), (352, 510), (400, 510), (400, 388)], f'{material}-shade', .9)
            p.fill([(214, 436), (244, 420), (272, 432), (266, 510), (212, 510)], f'{material}-shade', .4)
            p.fill([(110, 392), (70, 404), (40, 424), (56, 432), (92, 412)], f'{material}-light', .55)
        both_strokes(p, [(58, 440), (66, 468), (68, 530)], [.3, 5, 7], f'{material}-shade', .9, 1)
        both_strokes(p, [(62, 442), (74, 470), (77, 530)], [.2, 2, 2.6], f'{material}-deep', .5, .7)
        for line, w in (([(108, 394), (98, 424), (78, 444)], [.2, 5, .2]), ([(122, 440), (106, 468), (102, 510)], [.2, 5.5, .4]),
                        ([(168, 462), (146, 486), (138, 530)], [.2, 5, 1])):
            both_strokes(p, line, w, f'{material}-shade', .8, 1)
            p.stroke(shift(line, 5, 1), [v * .45 for v in w], f'{material}-light', .7)
    return p, clip


def collar_shadow(p, paint='outfit-deep'):
    p.fill([(146, 352), (130, 372), (128, 396), (160, 410), (200, 420), (240, 410), (272, 396), (270, 372), (254, 352), (236, 384), (200, 396), (164, 384)], paint, .5, blur=3)


def jacket(rig):
    tee, clip = cloth(rig, 'jacket', [(134, 360), (151, 384), (172, 401), (200, 409)], 'outfit2', folds=False)
    tee.stroke([(134, 358), (151, 385), (172, 405), (200, 413), (228, 405), (249, 385), (266, 358)], [.3, 8, 9, 9, 9, 8, .3], 'outfit2')
    tee.stroke([(132, 362), (148, 389), (170, 411), (200, 419), (230, 411), (252, 389), (268, 362)], [.3, 1.6, 1.6, 1.6, 1.6, 1.6, .3], 'outfit2-deep', .6)
    tee.stroke([(146, 360), (155, 381), (174, 400), (198, 407)], [.4, 1.8, 1.8, .4], 'outfit2-light', .9)
    tee.strokes([([(238, 412), (232, 450), (214, 496)], [.4, 9, .4]), ([(164, 414), (172, 452), (190, 500)], [.4, 6, .4])], 'outfit2-shade', .6)
    p = rig.part('jacket', bone='shoulders', slot=('outfit', 'jacket'))
    panel = [(138, 352, 1), (122, 373), (88, 388), (50, 402), (24, 425), (8, 464), (-2, 530, 1), (192, 530, 1), (184, 500), (160, 440), (144, 392)]
    for s in (-1, 1):
        f = (lambda q: q) if s < 0 else mirror
        shape = spline(f(panel), True)
        p.fill(shape, rig.linear(30, 390, 190, 530, (0, 'outfit-light'), (.4, 'outfit'), (1, 'outfit-shade')) if s < 0 else
               rig.linear(210, 390, 390, 530, (0, 'outfit'), (.5, 'outfit'), (1, 'outfit-deep')))
        with p.group(clip=rig.clip(shape)):
            p.stroke(f([(58, 440), (68, 470), (70, 530)]), [.3, 5, 8], 'outfit-shade', .95)
            p.stroke(f([(62, 442), (75, 472), (79, 530)]), [.2, 2, 3], 'outfit-deep', .6)
            p.stroke(f([(98, 396), (88, 424), (70, 442)]), [.2, 5, .2], 'outfit-shade', .9)
            p.stroke(f([(112, 446), (102, 480), (104, 530)]), [.2, 5, .4], 'outfit-shade', .8)
            p.fill(f([(122, 400), (120, 430), (150, 490), (186, 534), (196, 530), (160, 530), (128, 470)]), 'outfit-deep', .38)
            if s < 0:
                p.stroke([(104, 388), (66, 400), (36, 420)], [.3, 5, .3], 'outfit-light', .8)
        lapel = [(138, 350, 1), (127, 372), (112, 396, 1), (130, 408, 1), (119, 422, 1), (138, 466), (180, 528, 1), (174, 480), (156, 428), (146, 388)]
        p.fill(f(lapel), rig.linear(112, 360, 176, 520, (0, 'outfit-light'), (.5, 'outfit'), (1, 'outfit-shade')) if s < 0 else
               rig.linear(222, 360, 290, 520, (0, 'outfit'), (1, 'outfit-shade')))
        p.stroke(f([(138, 352), (146, 388), (156, 428), (174, 480), (181, 529)]), [.6, 1.8, 2, 2, .6], 'outfit-line', .7)
        p.stroke(f([(112, 396), (130, 408, 1), (119, 422)]), [1.2, 1.6, 1.2], 'outfit-line', .75)
        p.stroke(f([(119, 422), (138, 466), (179, 527)]), [1, 2.2, 1], 'outfit-line', .55)
        p.stroke(f([(127, 373), (113, 395)]), [.8, 1.4], 'outfit-line', .5)
        p.stroke(f([(124, 424), (142, 464), (172, 510)]), [.6, .9, .6], 'outfit-deep', .5)


def jacket_behind(rig):
    p = rig.part('jacket-collar', bone='shoulders', slot=('outfit', 'jacket'), title=TITLES['jacket'])
    p.fill([(136, 366, 1), (136, 348), (154, 334), (200, 328), (246, 334), (264, 348), (264, 366, 1), (200, 396)], 'outfit-deep')


def rollneck(rig):
    p, clip = cloth(rig, 'rollneck', [(142, 366), (160, 390), (200, 400)])
    with p.group(clip=clip):
        for i in range(-9, 10):
            x = 200 + i * 17
            p.stroke([(x + i * 1.2, 402 + abs(i) * 1.2), (x + i * 2.2, 460), (x + i * 2.8, 530)], [.6, 1.5, 1.7], 'outfit-shade', .75)
        collar_shadow(p)
    c = rig.part('rollneck-collar', bone='shoulders', slot=('outfit', 'rollneck'), title=TITLES['rollneck'])
    shape = [(147, 326), (141, 346), (136, 368), (146, 388), (170, 401), (200, 405), (230, 401), (254, 388), (264, 368), (259, 346), (253, 326), (232, 342), (200, 348), (168, 342)]
    c.fill(shape, rig.linear(136, 340, 264, 390, (0, 'outfit-light'), (.35, 'outfit'), (.7, 'outfit'), (1, 'outfit-deep')))
    with c.group(clip=rig.clip(shape)):
        for i in range(-7, 8):
            x = 200 + 58 * math.sin(i / 7 * 1.45)
            c.stroke([(x, 330), (x + i * .5, 368), (x, 408)], [1.2, 2.2, 1.2], 'outfit-shade', .8)
            c.stroke([(x - 2.4, 330), (x - 2.4 + i * .5, 368), (x - 2.4, 408)], [.4, 1.2, .4], 'outfit-light', .5)
        c.fill([(140, 320), (168, 344), (200, 352), (240, 344), (262, 322), (266, 350), (240, 366), (200, 372), (160, 364), (136, 348)], 'outfit-deep', .5, blur=3)
    c.stroke([(137, 370), (147, 389), (170, 402), (200, 406), (230, 402), (254, 389), (264, 370)], [.5, 1.8, 2.4, 2.4, 2.4, 1.8, .5], 'outfit-line', .6)


def hoodie_behind(rig):
    p = rig.part('hoodie-hood', bone='shoulders', slot=('outfit', 'hoodie'), title=TITLES['hoodie'])
    p.fill([(104, 396), (98, 360), (112, 326), (150, 312), (200, 308), (250, 312), (288, 326), (302, 360), (296, 396), (200, 430)],
           rig.linear(100, 320, 300, 400, (0, 'outfit-shade'), (1, 'outfit-deep')))
    p.fill([(124, 392), (122, 352), (150, 334), (200, 330), (250, 334), (278, 352), (276, 392), (200, 420)], 'outfit-line', .75, blur=4)


def hoodie(rig):
    p, clip = cloth(rig, 'hoodie', [(140, 372), (166, 412), (200, 446, 1)])
    with p.group(clip=clip):
        p.fill([(108, 392), (140, 440), (200, 476), (260, 440), (292, 392), (300, 420), (250, 474), (200, 500), (150, 474), (100, 420)], 'outfit-deep', .45, blur=5)
    for s in (1, -1):
        f = mirror if s > 0 else (lambda q: q)
        roll = [(134, 340, 1), (112, 338), (98, 364), (104, 398), (136, 438), (176, 462), (206, 464, 1), (204, 448), (172, 420), (150, 388), (140, 362)]
        p.fill(f(roll), rig.linear(100, 340, 190, 460, (0, 'outfit-light'), (.5, 'outfit'), (1, 'outfit-shade')) if s < 0 else
               rig.linear(210, 350, 300, 460, (0, 'outfit'), (1, 'outfit-deep')))
        p.stroke(f([(136, 346), (142, 368), (152, 392), (174, 422), (203, 449)]), [.6, 2, 2.4, 2, .6], 'outfit-line', .6)
        p.stroke(f([(126, 350), (122, 376), (138, 412), (176, 446)]), [.3, 3, 3.4, .3], 'outfit-shade', .9)
        p.stroke(f([(106, 398), (138, 440), (178, 464)]), [.4, 2.2, .6], 'outfit-line', .5)
        if s < 0:
            p.stroke(f([(114, 350), (108, 372), (118, 398)]), [.3, 4, .3], 'outfit-light', .9)
    for x, y in ((180, 446), (222, 447)):
        p.stroke([(x, y), (x + 3, y + 30), (x - 2, y + 62)], [4.4, 4.4, 4.4], 'outfit2')
        p.stroke([(x - 1, y + 2), (x + 2, y + 30), (x - 3, y + 60)], [.4, 1.2, .4], 'outfit2-light', .9)
        p.fill([(x - 4.5, y + 60), (x + 1, y + 60), (x + 1, y + 72), (x - 4.5, y + 72)], 'outfit2-shade')
        p.ellipse(x, y, 4.6, 4.6, 'accent-shade').ellipse(x, y, 2.4, 2.4, 'outfit-line')


def tunic(rig):
    p, clip = cloth(rig, 'tunic', [(143, 352), (152, 378), (178, 400), (196, 414, 1), (198, 474, 1), (200, 476, 1)])
    with p.group(clip=clip):
        collar_shadow(p)
    for s in (1, -1):
        f = mirror if s > 0 else (lambda q: q)
        band = [(146, 336, 1), (141, 348), (143, 366), (164, 394), (197, 416, 1), (198, 402), (176, 384), (158, 362), (152, 346)]
        p.fill(f(band), 'outfit2' if s < 0 else 'outfit2-shade')
        p.stroke(f([(142, 356), (150, 374), (172, 396), (197, 414)]), [.6, 1.6, 1.6, .8], 'outfit2-deep', .7)
        p.stroke(f([(152, 346), (158, 362), (176, 384), (197, 401)]), [.6, 1.6, 1.6, .8], 'outfit2-deep', .6)
        strip = [(186, 404, 1), (197, 412, 1), (198, 476, 1), (200, 486, 1), (184, 478, 1)]
        p.fill(f(strip), 'outfit2' if s < 0 else 'outfit2-shade')
        for y in (420, 434, 448, 462):
            p.ellipse(*f([(191, y)])[0], 2.6, 2.6, 'accent').ellipse(*f([(190.3, y - .8)])[0], 1, 1, 'accent-light')
    p.stroke([(199, 412), (200, 440), (199.5, 476)], [.8, 1.8, .6], 'outfit-line', .8)


def overshirt_behind(rig):
    p = rig.part('overshirt-collar', bone='shoulders', slot=('outfit', 'overshirt'), title=TITLES['overshirt'])
    p.fill([(136, 368, 1), (138, 346), (156, 332), (200, 326), (244, 332), (262, 346), (264, 368, 1), (200, 398)], 'outfit-deep')


def overshirt(rig):
    p, clip = cloth(rig, 'overshirt', [(140, 362), (160, 400), (198, 462, 1), (200, 462, 1)])
    with p.group(clip=clip):
        p.fill([(130, 396), (146, 444), (172, 426), (200, 478), (228, 426), (254, 444), (270, 396), (290, 420), (258, 466), (200, 510), (142, 466), (110, 420)], 'outfit-deep', .5, blur=2)
        for s in (-1, 1):
            f = (lambda q: q) if s < 0 else mirror
            p.fill(f([(92, 470, 1), (146, 474, 1), (144, 520), (142, 530, 1), (92, 530, 1)]), 'outfit' if s < 0 else 'outfit-shade')
            p.stroke(f([(92, 470), (146, 474), (144, 530)]), [1.4, 1.6, 1.6], 'outfit-deep', .7)
            p.stroke(f([(92, 486), (145, 490)]), [1.2, 1.2], 'outfit-deep', .5)
            p.ellipse(*f([(119, 480)])[0], 3, 3, 'outfit2').ellipse(*f([(119, 480)])[0], 1, 1, 'outfit2-deep')
    p.fill([(192, 452, 1), (200, 462, 1), (211, 456, 1), (211, 530, 1), (190, 530, 1)], 'outfit')
    p.stroke([(190.5, 456), (190.5, 530)], [.8, 1.4], 'outfit-deep', .7).stroke([(211, 458), (211, 530)], [.8, 1.2], 'outfit-deep', .5)
    for y in (482, 524):
        p.ellipse(201, y, 3.2, 3.2, 'outfit2').ellipse(201, y, 1.1, 1.1, 'outfit2-deep')
    for s in (-1, 1):
        f = (lambda q: q) if s < 0 else mirror
        leaf = [(142, 340, 1), (130, 360), (118, 384), (112, 406, 1), (126, 426), (146, 448, 1), (160, 428), (174, 410, 1), (158, 384), (147, 360)]
        p.fill(f(leaf), rig.linear(118, 360, 170, 440, (0, 'outfit-light'), (1, 'outfit')) if s < 0 else rig.linear(230, 360, 284, 440, (0, 'outfit'), (1, 'outfit-shade')))
        p.fill(f([(174, 410, 1), (160, 428), (174, 446), (196, 466, 1), (199, 456, 1), (186, 436)]), 'outfit-shade' if s > 0 else 'outfit')
        for line in ([(143, 342), (148, 361), (159, 385), (174, 410), (186, 436), (199, 457)], [(112, 406), (126, 427), (146, 449)], [(146, 449), (160, 429), (174, 411)]):
            p.stroke(f(line), [.5] + [1.7] * (len(line) - 2) + [.6], 'outfit-line', .7)
        p.stroke(f([(117, 404), (130, 422), (146, 440)]), [.7, .9, .7], 'outfit-deep', .45)


def draw_behind(rig):
    jacket_behind(rig)
    hoodie_behind(rig)
    overshirt_behind(rig)
    rig.part('tunic-collar', bone='shoulders', slot=('outfit', 'tunic'), title=TITLES['tunic']) \
        .fill([(142, 362, 1), (146, 340), (160, 330), (200, 326), (240, 330), (254, 340), (258, 362, 1), (200, 390)], 'outfit2-deep')


def draw_outfits(rig):
    jacket(rig)
    rollneck(rig)
    hoodie(rig)
    tunic(rig)
    overshirt(rig)


# --- Beards ------------------------------------------------------------------------------------------


def with_jaw(head, points, gape=0.0, smile=0.0):
    """Points of the skin, moved as the face under them moves."""
    out = []
    for x, y, *c in points:
        side = 0 if abs(x - 200) < 3 else 1 if x > 200 else -1
        near = min(1.0, abs(x - 200) / 60)
        wide = smile * head.cheek * max(0, 1 - ((y - head.cheek_y) / 34) ** 2) * near
        drop = gape * head.jaw * _ramp(y, 248, 322)
        thin = gape * 2.4 * _ramp(y, 235, 300) * (1 - _ramp(y, 300, 334)) * near
        out.append((x + side * (wide - thin), y + drop, *c))
    return out


def jaw_keys(head, make):
    """Keys of whatever make builds from a way of moving points."""
    return {'rest': make(lambda q: q), 'mouth.open=1': make(lambda q: with_jaw(head, q, gape=1)), 'mouth.smile=1': make(lambda q: with_jaw(head, q, smile=1))}


JAW = [(288, 210), (287, 242), (284, 266), (279, 290), (264, 315), (238, 336), (200, 343)]
CHEEK = [(200, 271), (214, 269), (226, 272), (240, 282), (256, 279), (269, 263), (277, 241), (280, 210)]


def beard_outline(grow=0.0, chin=0.0):
    """Right half of a beard from the sideburn round the chin, then the cheek line back. grow: beyond the jaw."""
    outer = []
    for i, (x, y) in enumerate(JAW):
        t = i / (len(JAW) - 1)
        outer.append((x + grow * (1 - t) * min(1, t * 4), y + (grow * .6 + chin * t ** 2) * min(1, t * 2)))
    left = [(400 - x, y) for x, y in outer[:-1]][::-1]
    cheek = [(400 - x, y) for x, y in CHEEK[1:]][::-1] + CHEEK
    return [(*outer[0], 1)] + outer[1:] + left[:-1] + [(*left[-1], 1), (*cheek[0], 1)] + cheek[1:-1] + [(*cheek[-1], 1)]


def whiskers(n, seed, low, length, top=.04):
    """Short hairs that follow the jaw, as pairs of points. low: how far below the jaw they may hang; top: where they begin along it."""
    rnd = random.Random(seed)
    outer, inner = spline(JAW), spline([(281, 214), (277, 244), (268, 268), (252, 290), (232, 306), (212, 316), (200, 318)])
    out = []
    for i in range(n):
        t = top + (1 - top) * ((i // 2 + rnd.uniform(0, 1)) / (n / 2)) ** .9
        t = min(t, 1)
        u = ((i // 2 * .618034 + seed * .37 + rnd.uniform(0, .2)) % 1) * .94 + .03
        (ax, ay), (tx, ty) = walk(outer, 1, 0, t)[1]
        (bx, by), _ = walk(inner, 1, 0, t)[1]
        x, y = bx + (ax - bx) * u, by + (ay - by) * u + low * u * t
        k = length * rnd.uniform(.6, 1) * (.75 + .4 * t)
        dx, dy = tx * .7 * (1 - t ** 2) + rnd.uniform(-.2, .2), .85
        s = -1 if i % 2 else 1
        out.append([(200 + s * (x - 200), y - dy * k * .5), (200 + s * (x + dx * k - 200), y + dy * k * .5)])
    return out


def moustache(m, thick, reach, droop, cover=1.5):
    """Along the upper lip, wherever it goes."""
    def make(s):
        ou, iu, _, _ = m.k(s)
        low = [(x, y + cover) for x, y in ou]
        a, b = low[0], low[-1]
        low[0] = (a[0] - reach, a[1] + droop)
        low[-1] = (b[0] + reach, b[1] + droop)
        top = []
        for (x, y), u in zip(ou, US):
            if abs(u) == 1:
                continue
            top.append((x, y - thick * (1 - .55 * abs(u) ** 1.5) + (1.6 if abs(u) < .1 else 0)))
        up = [low[0]] + top + [low[-1]]
        return join(spline(up), back(spline(low)))
    return make


def lip_hairs(m, thick, reach, droop):
    """Strands of a moustache, from the middle outward."""
    def make(s):
        ou = spline(m.k(s)[0])
        out = []
        for i in range(11):
            t = .08 + .84 * i / 10
            (x, y), _ = walk(ou, 1, 0, t)[1]
            side = 1 if t > .5 else -1
            k = abs(t - .5) * 2
            out.append(spline([(x - side * 1.5, y - thick * (.85 - .3 * k)), (x + side * (1.5 + k * 3), y - thick * .3), (x + side * (3 + k * (reach * .5 + 2)), y + .8 + droop * k * .4)]))
        return out
    return make


def draw_beards(rig, head):
    where = dict(depth=.27)
    # stubble: the skin in shade, a breath of the hair's own colour, and short hairs that thin out towards the cheek
    veil = rig.part('beard-stubble', clip='face', slot=('beard', 'stubble'), title=('Stubble', 'De trois jours'), bind='y:mouth.open*6', **where)
    around = [(162, 284), (180, 268), (200, 264), (220, 268), (238, 284), (236, 300), (222, 310), (200, 312), (178, 310), (164, 300)]
    area = [spline(beard_outline(4, 8), True), spline(around[::-1], True)]
    with veil.group(blur=4.5, box=(104, 200, 296, 356)):
        veil.fills(area, 'skin-deep', .36)
        veil.fills(area, 'hair-deep', .17)
    with veil.group(blur=1.8, box=(160, 268, 240, 300)):
        for f in ((lambda q: q), mirror):
            veil.stroke(f([(203, 280), (214, 279), (226, 284), (234, 294)]), [.5, 7, 6, .5], 'skin-deep', .34)
            veil.stroke(f([(203, 280), (214, 279), (226, 284), (234, 294)]), [.5, 6, 5, .5], 'hair-deep', .16)
    hairs = [[(200 + (x - 200) * .965, y - 2) for x, y in q] for i in range(3) for q in whiskers(58, 70 + i, 0, 2.7, .08)]
    veil.rig.use('hair-line stroke')
    d = ''.join(relative(spline(q), closed=False) for q in hairs)
    veil._add(f'<path d="{d}" class="hair-line stroke" stroke-width="0.8" stroke-opacity="0.42" stroke-linecap="round"/>')
    # short: fills the jaw, lies close
    for name, title, grow, chin, n, length, width in (('short', ('Short beard', 'Barbe courte'), 1.2, 2, 3, 8.5, 1.3), ('full', ('Full beard', 'Barbe pleine'), 7, 34, 3, 19, 2)):
        shape = jaw_keys(head, lambda f: spline(f(beard_outline(grow, chin)), True))
        rig.morph(f'beard-{name}', shape, rig.linear(180, 210, 214, 345 + chin, (0, 'hair', .8), (.25, 'hair', .93), (.6, 'hair'), (1, 'hair-shade')), places=1,
                  slot=('beard', name), title=title, **where)
        for i in range(n):
            dark = whiskers(58, 80 + i, chin, length)
            rig.morph(f'beard-{name}-dark-{i}', jaw_keys(head, lambda f: [spline(f(q)) for q in dark]), 'hair-deep stroke', opacity=.5, places=1, width=width,
                      slot=('beard', name), **where)
        grey = whiskers(58, 90, chin, length * .9)
        rig.morph(f'beard-{name}-grey', jaw_keys(head, lambda f: [spline(f(q)) for q in grey]), 'hair-light stroke', opacity=.9, places=1, width=width * .8,
                  slot=('beard', name), **where)


def draw_moustaches(rig, m):
    where = dict(depth=.62)
    for name, choice, thick, reach, droop, cover in (('short', 'short', 9.5, 6, 5, .6), ('full', 'full', 13, 9, 9, 2.6), ('moustache', 'moustache', 12.5, 7, 5, 2)):
        title = ('Moustache', 'Moustache') if choice == 'moustache' else None
        rig.morph(f'moustache-{name}', m.keys(moustache(m, thick, reach, droop, cover)),
                  rig.linear(170, m.centre[1] - 22, 230, m.centre[1] + 4, (0, 'hair'), (.6, 'hair'), (1, 'hair-shade')), slot=('beard', choice), title=title, **where)
        rig.morph(f'moustache-{name}-hairs', m.keys(lip_hairs(m, thick, reach, droop)), 'hair-deep stroke', opacity=.5, width=1.3, slot=('beard', choice), **where)


# --- Small things ------------------------------------------------------------------------------------


def draw_freckles(rig, clip=None, depth=.35):
    for choice, title, n, opacity in (('light', ('A few freckles', 'Quelques taches de rousseur'), 34, .4), ('many', ('Freckles', 'Taches de rousseur'), 90, .5)):
        rnd = random.Random(6)
        p = rig.part(f'freckles-{choice}', depth=depth, slot=('freckles', choice), title=title)
        dots = []
        while len(dots) < n:
            x, y = rnd.gauss(0, 42), rnd.gauss(0, 11 if choice == 'light' else 17)
            if abs(x) > 78 or abs(y) > 34:
                continue
            dots.append((200 + x, 249 + y - abs(x) * .06, rnd.uniform(.8, 1.9)))
        for x, y, r in dots:
            p.ellipse(round(x, 1), round(y, 1), r, r * .86, 'skin-deep', opacity)


LOBE = (289, 254)


def draw_earrings(rig):
    for choice, title in (('studs', ('Studs', 'Puces')), ('hoops', ('Hoops', 'Créoles')), ('drops', ('Drops', 'Pendants'))):
        p = rig.part(f'earrings-{choice}', depth=-.28, slot=('earrings', choice), title=title)
        for s in (1, -1):
            x, y = (LOBE[0], LOBE[1]) if s > 0 else (400 - LOBE[0], LOBE[1])
            if choice == 'studs':
                p.ellipse(x, y, 3.9, 3.9, rig.linear(x - 4, y - 4, x + 4, y + 4, (0, 'accent-light'), (.5, 'accent'), (1, 'accent-deep')))
                p.ellipse(x - 1.2, y - 1.3, 1.2, 1.1, '#ffffff', .9)
            elif choice == 'hoops':
                p.ring(x, y + 11, 8.5, 11, 2.8, 'accent')
                p.ring(x - .6, y + 10.6, 8.5, 11, .9, 'accent-light', .9)
            else:
                p.ellipse(x, y, 2.6, 2.6, 'accent')
                p.stroke([(x, y + 2), (x, y + 12)], [1.3, 1.3], 'accent-shade')
                p.fill([(x, y + 10, 1), (x + 5, y + 20), (x, y + 29), (x - 5, y + 20)], rig.linear(x - 5, y + 12, x + 5, y + 28, (0, 'accent-light'), (.5, 'accent'), (1, 'accent-deep')))
                p.ellipse(x - 1.6, y + 19, 1.1, 2.2, '#ffffff', .8)


def lens(cx, cy, rx, ry, square):
    """An outline between an ellipse and a rounded rectangle."""
    out = []
    for i in range(16):
        a = 2 * math.pi * i / 16
        c, s = math.cos(a), math.sin(a)
        k = 2 / square
        out.append((cx + math.copysign(abs(c) ** k, c) * rx, cy + math.copysign(abs(s) ** k, s) * ry))
    return out


def draw_glasses(rig, y=214):
    for choice, title, rx, ry, square, weight, dy in (('round', ('Round', 'Rondes'), 33, 32, 2, 3.4, 1), ('square', ('Square', 'Carrées'), 36, 27, 3.6, 5.4, 0),
                                                     ('half', ('Reading', 'De lecture'), 31, 17, 2.6, 3, 15)):
        p = rig.part(f'glasses-{choice}', depth=.66, slot=('glasses', choice), title=title)
        for s in (-1, 1):
            cx = 200 + s * 43
            shape = lens(cx, y + dy, rx, ry, square)
            p.fill(shape, '#ffffff', .1)
            p.fill([(cx - rx * .55, y + dy - ry * .2, 1), (cx - rx * .1, y + dy - ry * .72, 1), (cx + rx * .12, y + dy - ry * .72, 1), (cx - rx * .55, y + dy + ry * .12, 1)], '#ffffff', .32)
            p.line([(q[0], q[1] + 2.2) for q in shape], weight * .8, 'skin-deep', .28, closed=True)
            p.line(shape, weight + 1.5, 'accent-line', closed=True)
            p.line(shape, weight, 'accent', closed=True)
            p.line(shape[9:14], weight * .3, 'accent-light', .9)
            p.stroke([(cx + s * rx, y + dy - 4), (200 + s * 92, y - 8), (200 + s * 98, y - 6)], [weight, weight, weight * .7], 'accent-shade')
        p.stroke([(200 - 43 + rx, y + dy - 3), (200, y + dy - 8), (200 + 43 - rx, y + dy - 3)], [weight, weight * 1.1, weight], 'accent')
        p.stroke([(200 - 43 + rx, y + dy - 4), (200, y + dy - 9), (200 + 43 - rx, y + dy - 4)], [.4, weight * .3, .4], 'accent-light', .9)


def draw_love(rig, eyes=((158, 212), (242, 212))):
    h = rig.part('hearts', opacity=0, bind='opacity:heart*1.2; y:heart*-14')
    for x, y, r, t in ((326, 104, 16, 12), (350, 150, 10, 20), (70, 128, 12, -16)):
        with h.group(transform=f'rotate({t} {x} {y})'):
            h.fill(heart_shape(x, y, r), rig.linear(x - r, y - r, x + r, y + r, (0, '#ff8fb0'), (1, '#e0406f')))
            h.ellipse(x - r * .42, y - r * .35, r * .24, r * .2, '#ffffff', .7)
    for side, (x, y) in zip('rl', eyes):
        p = rig.part(f'sparkle-{side}', depth=.55, opacity=0, clip=f'eye-{side}', bind='opacity:sparkle; x:gaze.x*6; y:gaze.y*4')
        for dx, dy, r in ((5, -4.5, 2.6), (-5, 5.5, 2.4), (0.5, 8.5, 1.6)):
            p.ellipse(x + dx, y + dy, r, r, '#ffffff', .95)
