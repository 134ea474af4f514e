#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lueur: the app's own sign as a companion, a small light whose flame feels with it."""
import math

from rig.creature import Brow, Eye, Lips, drop_shape, heart_shape, spark
from rig.draw import Rig
from rig.geometry import spline, taper, walk

INK = 'eyes-line'
SLOTS = {'flame': ('Flame', 'Flamme'), 'accessory': ('Accessory', 'Accessoire'), 'around': ('Around it', 'Autour'), 'backdrop': ('Backdrop', 'Décor')}
#: The flame's own tones: from pale gold to coral, further apart than one colour would give.
FLAME = {'outfit-light': '#ffe7a3', 'outfit': '#ff9f4a', 'outfit-shade': '#f4745c', 'outfit-deep': '#b8541c', 'outfit-line': '#8a3a1c'}

# --- The flame ---------------------------------------------------------------------------------------

#: Outlines clockwise from the tip of the flame; the first point is the tip.
FLAMES = {
    'drop': [(240, 50, 1), (245, 88), (272, 132), (303, 182), (314, 243), (297, 308), (252, 352), (198, 364), (144, 352),
             (101, 310), (86, 248), (99, 190), (139, 148), (196, 114), (230, 76)],
    'curl': [(158, 56, 1), (196, 50), (238, 74), (268, 126), (301, 180), (314, 243), (297, 308), (252, 352), (198, 364),
             (144, 352), (101, 310), (86, 248), (98, 188), (134, 144), (176, 114), (196, 84), (182, 62)],
    'round': [(203, 116), (246, 126), (284, 156), (307, 200), (314, 248), (297, 308), (252, 352), (198, 364), (144, 352),
              (101, 310), (86, 248), (94, 200), (118, 156), (158, 126)],
    'crown': [(212, 48, 1), (222, 90), (240, 112), (252, 106), (262, 84, 1), (276, 122), (302, 180), (314, 243), (297, 308),
              (252, 352), (198, 364), (144, 352), (101, 310), (86, 248), (97, 188), (116, 148), (132, 96, 1), (148, 118),
              (164, 124), (184, 104)],
}
TITLES = {'drop': ('Drop', 'Goutte'), 'curl': ('Curl', 'Volute'), 'round': ('Orb', 'Orbe'), 'crown': ('Three tongues', 'Trois langues')}

HEART = [(200, 158, 1), (226, 122), (262, 110), (300, 134), (314, 190), (300, 256), (258, 318), (199, 368, 1), (142, 318),
         (100, 256), (86, 190), (100, 134), (138, 110), (174, 122)]


def _up(y):
    """How much a point belongs to the flame's tip: 0 below the brows, 1 at the very tip."""
    return max(0.0, (150 - y) / 100)


def bent(points, tall=0.0, lean=0.0, droop=0.0, wide=0.0, stretch=0.0, swell=0.0, sharp=0.0):
    """The outline in one attitude. tall, stretch: units up or down; lean: units to the right; wide: share."""
    out = []
    for p in points:
        x, y = p[0], p[1]
        up, low = _up(y), max(0.0, (y - 250) / 110)
        x += lean * up ** 1.6
        y -= tall * up ** 1.2
        if droop:                       # the tip bows over to the right, and hangs
            turn = droop * min(up, 1.2) ** 1.1
            dx, dy = (x - 236) * (1 - .25 * droop * up), (y - 146) * (1 - .25 * droop * up)
            x = 236 + dx * math.cos(turn) - dy * math.sin(turn)
            y = 146 + dx * math.sin(turn) + dy * math.cos(turn)
        x = 200 + (x - 200) * (1 + wide * (1 - 0.5 * up) * (0.5 + 0.5 * math.sin(math.pi * min(max((y - 90) / 290, 0), 1))))
        y += stretch * low
        x, y = 200 + (x - 200) * (1 + swell), 245 + (y - 245) * (1 + swell)
        if sharp:
            x = 200 + (x - 200) * (1 - sharp * 0.24 * min(up, 1) * (1 if len(p) < 3 else 0.4))
        out.append((x, y, *p[2:]))
    return out


#: What love asks of the flame besides the heart: the heart is drawn so that the sum of all comes out whole.
WITH_LOVE = {'mouth.smile=1': .8, 'shoulder=1': .5, 'head.x=1': .2, 'head.y=1': .05, 'head.roll=1': .8}


def flame_keys(points):
    a = lambda **k: bent(points, **k)
    keys = {
        'rest': a(), 'mouth.open=1': a(stretch=13, wide=-.02), 'mouth.smile=1': a(tall=8, wide=.03), 'mouth.smile=-1': a(tall=-14, wide=-.02),
        'shoulder=1': a(tall=22, wide=-.05), 'shoulder=-1': a(tall=-20, droop=.45, wide=.05, stretch=5),
        'brow.furrow=1': a(tall=14, sharp=1), 'eye.open.l=1': a(tall=10), 'tear=1': a(tall=-18, droop=.5),
        'sweat=1': a(lean=-34, wide=-.045, tall=4), 'head.x=1': a(lean=-26), 'head.x=-1': a(lean=26),
        'head.y=1': a(tall=-14), 'head.y=-1': a(tall=12), 'head.roll=1': a(lean=-20), 'head.roll=-1': a(lean=20),
        'breath=1': a(swell=.014, tall=5),
    }
    heart = heart_of(points)
    for key, w in WITH_LOVE.items():
        heart = [(hx - w * (kx - rx), hy - w * (ky - ry), *corner)
                 for (hx, hy, *corner), (kx, ky, *_), (rx, ry, *_) in zip(heart, keys[key], keys['rest'])]
    keys['heart=1'] = heart
    return {k: spline(p, True) for k, p in keys.items()}


def heart_of(points):
    """As many points as the outline, along a heart, with its corners where they fall."""
    n = len(points)
    ring = spline(HEART, True)
    m = [p for p, _ in walk(ring, n)][:n]
    # the tip becomes the notch: corners of the flame lie on the heart's contour as smooth as may be
    out = []
    for i, p in enumerate(points):
        out.append((*m[i], *p[2:]))
    k = min(range(n), key=lambda i: math.dist(m[i], (199, 368)))
    out[k] = (199, 366, *points[k][2:])
    return out


def tongues(size):
    """The flames that anger sets free, rising all round."""
    out = []
    for angle, length in ((-118, 66), (-92, 84), (-66, 74), (-40, 70), (-14, 44), (40, 66), (66, 74), (92, 84), (118, 66)):
        a = math.radians(angle)
        dx, dy = math.sin(a), -math.cos(a)
        x, y = 200 + dx * 92, 252 + dy * 96
        reach = 20 + length * size
        mid = (x + dx * (26 + reach * .30), y + dy * (26 + reach * .3) - reach * .16)
        tip = (x + dx * (20 + reach * .34), y + dy * (26 + reach * .3) - reach * .86)
        out.append(taper([(x, y + 18), mid, tip], [46 * (.6 + .4 * size), 40 * (.55 + .45 * size), 17 * size, .6], n=8))
    return out


def draw_flame(rig):
    rig.part('halo', depth=-.6, opacity=.8, pivot=(200, 240),
             bind='opacity:mouth.smile*0.3; opacity:shoulder*0.12; opacity:sparkle*0.2; opacity:tear*-0.3') \
        .ellipse(200, 240, 196, 196, rig.radial(200, 240, 196, (.34, 'outfit', .62), (.56, 'outfit', .34), (.78, 'outfit', .12), (1, 'outfit', 0)))
    fury = rig.part('fury', depth=-.4, opacity=0, pivot=(200, 320),
                    bind='opacity:brow.angle.l*-0.5; opacity:brow.angle.r*-0.5; opacity:brow.raise.l*-0.4; opacity:brow.raise.r*-0.4; '
                    'opacity:nose.wrinkle*-1.1; opacity:mouth.press*-0.9')
    fury.fills(tongues(1.0), rig.linear(200, 40, 200, 350, (0, '#ff7a3a'), (.4, '#f2452f'), (1, '#d62f3a')))
    fury.fills(tongues(.5), rig.linear(200, 80, 200, 350, (0, '#ffc04a'), (.5, '#ff9a3f'), (1, '#f2553a')))
    for name, points in FLAMES.items():
        slot = dict(slot=('flame', name))
        keys = flame_keys(points)
        rig.morph('flame', keys, rig.linear(140, 90, 262, 368, (0, 'outfit-light'), (.4, 'outfit'), (.78, 'outfit-shade'), (1, 'outfit-shade')),
                  depth=0, places=1, title=TITLES[name], **slot)
    inside = dict(clip='flame', depth=0)
    core = rig.part('core', **inside)
    core.ellipse(194, 262, 134, 152, rig.radial(188, 252, 140, (0, 'outfit-light'), (.6, 'outfit-light'), (.8, 'outfit-light', .75), (1, 'outfit-light', 0), squash=1.06))
    core.ellipse(190, 254, 118, 130, rig.radial(188, 250, 122, (0, '#fff3cf', .9), (.42, '#ffefc0', .75), (.72, '#ffe9ae', .42), (1, '#ffe6a4', 0), squash=1.06))
    core.ellipse(180, 236, 92, 96, rig.radial(176, 230, 94, (0, '#fffdf6', .95), (.45, '#fffdf6', .5), (1, '#fffdf6', 0)))
    # light that the flame's own tip lets through, and the turn of its edge away from the light
    core.fill([(228, 92), (236, 128), (222, 168), (180, 178), (188, 142), (212, 118)], '#fff6d6', .35, blur=9)
    core.fill([(318, 232), (300, 314), (252, 358), (198, 370), (140, 356), (190, 352), (244, 340), (286, 302), (302, 250)], 'outfit-shade', .62, blur=9)
    page = [(54, -10, 1), (346, -10, 1), (346, 400, 1), (54, 400, 1)]
    pale = rig.part('pale', opacity=0, bind='opacity:sweat*0.45; opacity:mouth.smile*-0.5; opacity:pupil*-0.25; opacity:brow.furrow*-0.45; opacity:tear*-0.6; opacity:nose.wrinkle*-0.4', **inside)
    pale.fill(page, rig.linear(160, 60, 240, 372, (0, '#c9b8ff', .8), (.4, '#eef0ff', .85), (.7, '#dfe0ff', .85), (1, '#a79be8', .9)))
    dim = rig.part('dim', opacity=0, bind='opacity:mouth.smile*-0.42; opacity:shoulder*-0.28; opacity:tear*0.45; opacity:head.y*0.1', **inside)
    dim.fill(page, rig.linear(160, 60, 240, 372, (0, '#6f78cc', .96), (.4, '#b3bdf0', .86), (.68, '#8f98e0', .9), (1, '#4f55ac', .97)))
    green = rig.part('green', opacity=0, bind='opacity:nose.wrinkle*1.9; opacity:brow.furrow*-0.95', **inside)
    green.fill(page, rig.linear(180, 60, 220, 372, (0, '#7aa02a', .95), (.4, '#bccf55', .85), (.7, '#93b23c', .9), (1, '#4f7d2f', .97)))
    red = rig.part('red', opacity=0, bind='opacity:brow.angle.l*-0.3; opacity:brow.angle.r*-0.3; opacity:brow.furrow*0.25; opacity:mouth.smile*-0.1; opacity:nose.wrinkle*-0.35', **inside)
    red.fill(page, rig.linear(190, 60, 210, 372, (0, '#e02f2f', .95), (.42, '#ff6a48', .72), (.68, '#f2523f', .75), (1, '#b81f3f', .97)))
    rose = rig.part('rose', opacity=0, bind='opacity:heart*0.85; opacity:cheek.blush*0.15', **inside)
    rose.fill(page,
              rig.linear(180, 90, 220, 372, (0, '#f2609a', .85), (.4, '#ff9ab8', .35), (.7, '#ff86a8', .4), (1, '#e0407f', .9)))


# --- Eyes --------------------------------------------------------------------------------------------

#: x outward from the inner corner, y down: inner corner, upper lid, outer corner, lower lid.
LIDS = {
    'rest': dict(inner=(0, 2), upper=[(4, -14), (17, -25), (31, -15)], outer=(36, 1), lower=[(31, 17), (18.5, 26), (5, 18)]),
    'wide': dict(inner=(-3, 1), upper=[(1, -20), (17, -33), (34, -21)], outer=(39.5, 0), lower=[(34, 20), (18.5, 30), (2, 21)]),
    'closed': dict(inner=(-4, 6), upper=[(6, 13), (18, 16), (30, 12.5)], outer=(40, 4), lower=[(30, 14), (18, 17.5), (6, 14.5)]),
    'smile': dict(inner=(-1, 3), upper=[(4, -13), (17, -22), (31, -14)], outer=(37, 2), lower=[(31, 8), (18, 6), (5, 8.5)]),
    'arc': dict(inner=(-4, 9), upper=[(5, -5), (18, -11), (31, -5.5)], outer=(40, 8), lower=[(30, -2.5), (18, -8.5), (6, -2.5)]),
    'angry': dict(inner=(-1, 8), upper=[(3, -3), (17, -13), (31, -19)], outer=(37, -5), lower=[(32, 17), (18.5, 25), (4, 20)]),
    'sad': dict(inner=(-1, -5), upper=[(4, -20), (17, -18), (31, -5)], outer=(37, 9), lower=[(31, 20), (18.5, 26), (4, 16)]),
    'closed-angry': dict(inner=(-4, 14), upper=[(6, 17), (18, 15), (30, 8)], outer=(40, -2), lower=[(30, 9.5), (18, 16.5), (6, 18.5)]),
    'closed-sad': dict(inner=(-4, -1), upper=[(6, 9), (18, 16), (30, 18)], outer=(40, 14), lower=[(30, 19.5), (18, 17.5), (6, 10.5)]),
}
LOOK = (10, 8)


def draw_eye(rig, side, corner):
    eye = Eye(side, corner, LIDS, size=1.24)
    cx, cy = eye.place(((18, 1), []))[0]
    where = dict(depth=.55)
    gaze = f'x:gaze.x*{LOOK[0]}; y:gaze.y*{LOOK[1]}'
    rig.morph(f'eye-{side}', eye.keys(eye.opening), rig.linear(cx - 4, cy - 28, cx + 4, cy + 30, (0, INK), (.45, 'eyes-deep'), (1, 'eyes')),
              bind=gaze, **where)
    inside = dict(clip=f'eye-{side}', depth=.55)
    deep = f'x:gaze.x*{LOOK[0] + 4}; y:gaze.y*{LOOK[1] + 4}'
    iris = rig.part(f'iris-{side}', bind=deep, pivot=(cx, cy), **inside)
    iris.ellipse(cx, cy + 14, 20, 20, rig.radial(cx, cy + 23, 22, (0, 'eyes-light', .95), (.55, 'eyes-light', .45), (1, 'eyes-light', 0)))
    rig.part(f'pupil-{side}', bind=deep + '; scale:pupil*0.3', pivot=(cx, cy), **inside).ellipse(cx, cy - 1, 12, 14, INK)
    glint = rig.part(f'glint-{side}', bind=deep + '; scale:pupil*0.3; scale:sparkle*0.2', pivot=(cx - 6, cy - 10), **inside)
    glint.ellipse(cx - 7, cy - 12, 7.6, 8.4, '#fffdf6')
    glint.ellipse(cx + 8.5, cy + 12, 3.8, 4.2, '#fff3d6', .85)
    star = rig.part(f'star-{side}', opacity=0, bind=deep + '; opacity:sparkle', **inside)
    for x, y, r in ((7, -6, 3.6), (-7, 9, 3.2), (1, 15, 2.2)):
        star.ellipse(cx + x, cy + y, r, r, '#fffdf6', .95)
    rig.morph(f'lower-{side}', eye.keys(eye.lower), 'outfit', opacity=.7, bind=gaze, **where)
    rig.morph(f'lid-{side}', eye.keys(eye.lid), INK, bind=gaze, **where)


# --- Brows and mouth ---------------------------------------------------------------------------------


STATES = {
    'rest': dict(lift=3.5),
    'mouth.smile=1': dict(wide=9, lift=13, sag=2.5, seam=.4, teeth=8),
    'mouth.smile=-1': dict(wide=0, lift=-12, sag=-4, seam=.4, teeth=2),
    'mouth.open=1': dict(wide=1, up=12, down=30, seam=0, teeth=4, square=.5, lift=0, drop=-2, round=1),
    'mouth.width=1': dict(wide=10, lift=3), 'mouth.width=-1': dict(wide=-8, lift=3),
    'mouth.pout=1': dict(wide=-11, lift=-2, sag=-1, up=1.5, down=2.5, teeth=0), 'mouth.press=1': dict(wide=3, lift=1, seam=.1),
    'mouth.asym=1': dict(lift=3.5, right=(6, -10), left=(0, 2)), 'mouth.asym=-1': dict(lift=3.5, left=(-6, -10), right=(0, 2)),
    'mouth.smile=1 mouth.open=1': dict(wide=14, lift=13, sag=0, up=0, down=32, seam=0, teeth=9, square=.55),
    'mouth.smile=-1 mouth.open=1': dict(wide=5, lift=-9, sag=-2, up=11, down=15, seam=0, square=.4, teeth=5),
    'mouth.pout=1 mouth.open=1': dict(wide=2, lift=0, up=25, down=27, seam=0, teeth=-6, square=.5, drop=2, round=1),
    'mouth.width=1 mouth.open=1': dict(wide=9, lift=2, up=6, down=20, seam=0, teeth=7, square=.45),
}


def draw_mouth(rig):
    m = Lips(centre=(200, 311), half=20, upper=(0, 1, 1, 1, 1, 1, 0), lower=(0, 1, 1, 1, 1, 1, 0), wave=(0, 0, 0, 0, 0, 0, 0),
             tilt=(0, -1.0), states=STATES)
    where = dict(depth=.6)
    rig.morph('lip-lower', m.keys(lambda s: m.lip(s, 0)), 'outfit', opacity=.4, **where)
    rig.morph('lip-upper', m.keys(lambda s: m.lip(s, 1)), '#fff6d6', opacity=.5, **where)
    rig.morph('mouth', m.keys(m.opening), rig.linear(200, 296, 200, 336, (0, INK), (1, 'eyes')), **where)
    inside = dict(clip='mouth', depth=.6)
    rig.morph('tongue', m.keys(m.tongue), rig.linear(200, 308, 200, 336, (0, '#d9566a'), (1, '#ff8f86')), **inside)
    rig.morph('teeth', m.keys(m.teeth), '#fff6e6', **inside)
    rig.morph('mouth-line', m.keys(m.edge), INK, **where)


# --- Everything else ---------------------------------------------------------------------------------


def draw_hands(rig):
    """Two small lights that it gestures with."""
    for side, sign in (('l', 1), ('r', -1)):
        x, y = 200 + sign * 146, 322
        p = rig.part(f'hand-{side}', bone='shoulders', pivot=(x, y), bind=f'y:shoulder*-34; x:heart*{-sign * 58}; y:heart*26; '
                     f'x:sweat*{-sign * 36}; rotate:shoulder*{sign * 22}; y:mouth.smile*-10')
        p.ellipse(x, y, 40, 40, rig.radial(x, y, 40, (.3, 'outfit', .5), (1, 'outfit', 0)))
        c = drop_shape(x, y, 19)
        c = [(px + sign * (y - py) * .28, py, *r) for px, py, *r in c]
        p.fill(c, rig.linear(x - 12, y - 26, x + 12, y + 22, (0, 'outfit-light'), (.5, 'outfit'), (1, 'outfit-shade')))
        p.ellipse(x - 2, y + 3, 13, 13, rig.radial(x - 3, y + 1, 13, (0, '#fff6d6'), (.5, 'outfit-light', .9), (1, 'outfit-light', 0)))
        d = rig.part(f'hand-dim-{side}', bone='shoulders', opacity=0, pivot=(x, y), bind='y:shoulder*-34; '
                     f'rotate:shoulder*{sign * 22}; y:mouth.smile*-10; opacity:mouth.smile*-0.42; opacity:shoulder*-0.35; x:sweat*{-sign * 36}')
        d.fill(c, rig.linear(x - 12, y - 26, x + 12, y + 22, (0, '#8f98e0'), (.5, '#b3bdf0'), (1, '#6f78cc')))


def draw_trail(rig):
    """What it leaves behind: three sparks, as when a bubble of speech begins."""
    p = rig.part('trail', bone='body')
    for x, y, r in ((186, 404, 15), (160, 442, 10), (140, 474, 6.5)):
        p.ellipse(x, y, r * 2.4, r * 2.4, rig.radial(x, y, r * 2.4, (.25, 'outfit', .42), (1, 'outfit', 0)))
        p.ellipse(x, y, r, r, rig.linear(x - r, y - r, x + r, y + r, (0, 'outfit-light'), (.55, 'outfit'), (1, 'outfit-shade')))
        p.ellipse(x - r * .15, y - r * .15, r * .72, r * .72, rig.radial(x - r * .2, y - r * .2, r * .75, (0, '#fff6d6'), (.5, 'outfit-light', .9), (1, 'outfit-light', 0)))


def draw_signs(rig):
    """Tears, sweat, hearts, sparks, what disgust folds."""
    for side, sign in (('l', 1), ('r', -1)):
        x, y = 200 + sign * 70, 292
        p = rig.part(f'tear-{side}', depth=.5, opacity=0, bind='opacity:tear*1.4; y:tear*22')
        p.fill(drop_shape(x, y, 9.5), rig.linear(x - 8, y - 14, x + 8, y + 10, (0, '#e4f2ff'), (.5, '#8cc2f2'), (1, '#4f8fd8')))
        p.ellipse(x - 3.2, y + 1, 2.4, 3.4, '#ffffff', .9)
        b = rig.part(f'cheek-{side}', depth=.4, opacity=.22, bind='opacity:cheek.blush*0.8; y:eye.smile.%s*-4' % side)
        x, y = 200 + sign * 76, 290
        b.ellipse(x, y, 27, 19, rig.radial(x, y, 27, (0, '#ff5f6a', .85), (.5, '#ff6a6f', .5), (1, '#ff7a78', 0), squash=.7))
    n = rig.part('wrinkle', depth=.7, opacity=0, bind='opacity:nose.wrinkle*1.1; y:nose.wrinkle*-2')
    n.strokes([([(189, 268), (194, 272), (193, 278)], [.6, 3, .6]), ([(211, 268), (206, 272), (207, 278)], [.6, 3, .6]),
               ([(193, 262), (200, 265.5), (207, 262)], [.6, 3.2, .6])], 'eyes-deep', .8)
    s = rig.part('sweat', depth=.3, opacity=0, bind='opacity:sweat*1.3; y:sweat*12')
    s.fill(drop_shape(296, 168, 11), rig.linear(286, 150, 306, 178, (0, '#eaf6ff'), (.5, '#9fd0f5'), (1, '#5f9fe0')))
    s.ellipse(292, 170, 2.6, 4, '#ffffff', .9)
    h = rig.part('hearts', opacity=0, bind='opacity:heart*1.2; y:heart*-16; x:heart*3')
    for x, y, r, t in ((316, 104, 19, 12), (344, 156, 11, 22), (66, 128, 13, -16)):
        with h.group(transform=f'rotate({t} {x} {y})'):
            h.fill(heart_shape(x, y, r), rig.linear(x - r, y - r, x + r, y + r, (0, '#ff8fb0'), (1, '#e8447a')))
            h.ellipse(x - r * .42, y - r * .35, r * .24, r * .2, '#ffffff', .7)
    t = rig.part('twinkles', opacity=0, pivot=(200, 240), bind='opacity:sparkle*1.2; scale:sparkle*0.06')
    for x, y, r in ((74, 150, 17), (330, 130, 20), (352, 206, 11), (48, 216, 10), (300, 72, 9), (110, 84, 11)):
        spark(t, x, y, r)


def draw_slots(rig):
    night = rig.part('night', bone='still', slot=('backdrop', 'night'), title=('Night', 'Nuit'))
    night.ellipse(200, 250, 196, 196, rig.radial(200, 236, 200, (0, 'outfit2-light'), (.45, 'outfit2'), (1, 'outfit2-deep')))
    for x, y, r in ((92, 120, 2.4), (128, 72, 1.6), (300, 104, 2.2), (336, 170, 1.6), (62, 210, 1.8), (330, 322, 2.2), (84, 360, 1.8),
                    (274, 404, 1.6), (244, 72, 1.4), (350, 250, 1.3), (148, 410, 1.3)):
        night.ellipse(x, y, r, r, '#fff6dc', .85)
    metal = lambda x1, x2: rig.linear(x1, 0, x2, 0, (0, 'outfit2-shade'), (.3, 'outfit2-light'), (.62, 'outfit2'), (1, 'outfit2-deep'))
    glass = [(72, 80), (200, 72), (328, 80), (350, 150), (356, 250), (350, 350), (330, 424), (200, 432), (70, 424), (50, 350), (44, 250),
             (50, 150)]
    lantern = rig.part('lantern', bone='still', slot=('backdrop', 'lantern'), title=('Lantern', 'Lanterne'))
    lantern.ring(200, 33, 20, 18, 7, 'outfit2-shade')
    lantern.fill(glass, rig.linear(60, 80, 340, 430, (0, '#ffffff', .5), (.4, '#fff3d6', .34), (1, 'outfit', .3)))
    lantern.line(glass, 6, 'outfit2', closed=True)
    lantern.fill([(52, 92, 1), (78, 58), (142, 42), (200, 38), (258, 42), (322, 58), (348, 92, 1), (200, 78)], metal(60, 340))
    lantern.stroke([(84, 68), (140, 52), (186, 48)], [.5, 4, .5], '#ffffff', .5)
    lantern.fill([(56, 418, 1), (200, 430), (344, 418, 1), (356, 456), (346, 474, 1), (200, 484), (54, 474, 1), (44, 456)], metal(50, 350))
    lantern.stroke([(62, 440), (140, 450), (230, 450)], [.5, 5, .5], '#ffffff', .4)
    lantern.stroke([(66, 120), (60, 230), (70, 350)], [1, 12, 1], '#ffffff', .4)
    fire = rig.part('fireflies', bone='body', slot=('around', 'fireflies'), title=('Fireflies', 'Lucioles'), bind='y:breath*-4')
    for x, y, r in ((60, 120, 5), (338, 92, 4), (366, 262, 5.5), (38, 282, 4), (310, 420, 5), (82, 418, 4.5), (262, 456, 3.2)):
        fire.ellipse(x, y, r * 3.4, r * 3.4, rig.radial(x, y, r * 3.4, (.1, 'accent', .7), (1, 'accent', 0)))
        fire.ellipse(x, y, r, r, 'accent-light')
    star = rig.part('stars', bone='body', slot=('around', 'stars'), title=('Stars', 'Étoiles'), bind='y:breath*-3')
    for x, y, r in ((58, 130, 15), (344, 100, 12), (366, 280, 16), (36, 276, 10), (316, 424, 13), (84, 424, 12)):
        spark(star, x, y, r)


def draw_worn(rig):
    leaf = rig.part('leaf', depth=.2, slot=('accessory', 'leaf'), title=('Leaf', 'Feuille'), pivot=(196, 118), bind='rotate:shoulder*-8; y:shoulder*-6; rotate:tear*10')
    leaf.stroke([(196, 122), (190, 100), (178, 84)], [4, 3, 2.4], '#5d8a4a')
    leaf.fill([(178, 86, 1), (150, 86), (124, 62), (116, 40, 1), (150, 42), (174, 62)], rig.linear(120, 40, 176, 90, (0, '#a6d07a'), (1, '#5f9a55')))
    leaf.stroke([(176, 84), (152, 68), (124, 47)], [2, 1.4, .4], '#4f8048', .8)
    bow = rig.part('bow', bone='head', depth=.5, slot=('accessory', 'bow'), title=('Bow tie', 'Nœud papillon'), bind='y:mouth.open*9')
    for s in (1, -1):
        bow.fill([(200, 352), (200 + s * 22, 334), (200 + s * 46, 332), (200 + s * 50, 354), (200 + s * 44, 376), (200 + s * 20, 366)],
                 rig.linear(200, 332, 200, 378, (0, 'outfit2-light'), (.5, 'outfit2'), (1, 'outfit2-deep')))
        bow.stroke([(200 + s * 10, 351), (200 + s * 24, 346), (200 + s * 34, 345)], [.4, 3, .4], 'outfit2-deep', .8)
    bow.ellipse(200, 352, 11, 13, rig.linear(200, 340, 200, 366, (0, 'outfit2-light'), (1, 'outfit2-shade')))
    glasses = rig.part('glasses', depth=.62, slot=('accessory', 'glasses'), title=('Round glasses', 'Lunettes rondes'))
    for s in (1, -1):
        glasses.ellipse(200 + s * 46, 256, 37, 37, '#ffffff', .14)
        glasses.ring(200 + s * 46, 256, 37, 37, 5, 'outfit2')
        glasses.line([(200 + s * 82, 250), (200 + s * 106, 240)], 4.5, 'outfit2')
    glasses.line([(192, 250), (200, 246), (208, 250)], 5, 'outfit2')
    ring = rig.part('ring', depth=.1, slot=('accessory', 'ring'), title=('Ring of light', 'Anneau de lumière'), pivot=(206, 66), bind='y:shoulder*-10; rotate:head.roll*4')
    ring.ring(206, 62, 62, 16, 8, 'accent')
    ring.ring(206, 60.5, 62, 16, 3, 'accent-light')


#: Closed eyes of a light are one line each: here they bow clearly down, or clearly up.
CALM = [
    ('gratitude', {'brow.raise.l': .4, 'brow.raise.r': .4, 'brow.angle.l': .5, 'brow.angle.r': .5, 'eye.open.l': -1, 'eye.open.r': -1,
                   'mouth.smile': .7, 'mouth.press': .15, 'cheek.blush': .55, 'head.y': .85, 'head.roll': .25, 'shoulder': .2}),
    ('pride', {'brow.raise.l': .75, 'brow.raise.r': .75, 'brow.angle.l': -.1, 'brow.angle.r': -.1, 'eye.open.l': -1, 'eye.open.r': -1,
               'eye.smile.l': .85, 'eye.smile.r': .85, 'mouth.smile': .75, 'mouth.press': .3, 'mouth.width': .2, 'mouth.asym': .45,
               'cheek.blush': .2, 'head.x': -.15, 'head.y': -1, 'head.roll': -.2, 'body.lean': -.3, 'shoulder': .75}),
]


def build():
    rig = Rig('Lueur', 'The small light that is the sign of the app, drawn for Lueur.',
              {'flame': 'drop', 'accessory': 'none', 'around': 'none', 'backdrop': 'none'},
              {'outfit': '#ff9f4a', 'eyes': '#6b3140', 'outfit2': '#4a4590', 'accent': '#ffd766'}, SLOTS)
    rig.expressions += CALM
    rig.handmade = FLAME
    rig.offers = {
        'outfit': ('Light', 'Lumière', ('#ff9f4a', '#f7c04a', '#ff7f6a', '#f28ab0', '#c58af0', '#7f9cf5', '#58c0e8', '#5fcfa0', '#a8d05a', '#e8ddd0')),
        'eyes': ('Eyes and mouth', 'Yeux et bouche', ('#6b3140', '#5a3522', '#3a3450', '#2f4a5a', '#2f5a4a', '#6b2a5a')),
        'outfit2': ('Bow, glasses and backdrop', 'Nœud, lunettes et décor', ('#4a4590', '#2f3a4a', '#2f6f6a', '#3f5f8a', '#8a3f4a', '#7a5a8f', '#b58a4a', '#8f8a8c')),
        'accent': ('Sparks and ring', 'Étincelles et anneau', ('#ffd766', '#ffffff', '#ffb38a', '#ff9ac0', '#b0c4ff', '#9fe8d0')),
    }
    draw_slots(rig)
    draw_trail(rig)
    draw_flame(rig)
    draw_eye(rig, 'r', (223, 254))
    draw_eye(rig, 'l', (222, 253))
    for side, pts in (('l', [(223, 201), (238, 194), (255, 193), (275, 203)]), ('r', [(224, 199), (239, 192), (256, 191), (276, 201)])):
        rig.morph(f'brow-{side}', Brow(side, pts).keys(), 'outfit-deep', depth=.55, bind='x:gaze.x*4; y:gaze.y*3')
    draw_mouth(rig)
    draw_worn(rig)
    draw_signs(rig)
    draw_hands(rig)
    return rig


if __name__ == '__main__':
    import sys
    open(sys.argv[1], 'w').write(build().text())
