#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renard: a fox with a white bib, ears that say as much as its brows, and a scarf for cold days."""
from rig.creature import Brow, Eye, Lips, drop_shape, heart_shape
from rig.draw import Rig
from rig.feelings import FEELINGS
from rig.geometry import back, join, mirror, spline, taper, walk

DARK = '#2a1718'
SLOTS = {'hair': ('Tuft', 'Houppe'), 'outfit': ('Clothes', 'Vêtements'), 'glasses': ('Glasses', 'Lunettes'), 'accessory': ('Flowers and leaves', 'Fleurs et feuilles')}
WHITE = ('#fffaf2', '#f6e9df', '#e6cfc9', '#cfb0b4')  # lit, base, shade, deep: fur that takes no colour


def both(points):
    """The right half of an outline, from top to bottom, and its mirror."""
    half = [p for p in points if abs(p[0] - 200) > .01 or p in (points[0], points[-1])]
    left = [(400 - p[0], *p[1:]) for p in half[::-1] if abs(p[0] - 200) > .01]
    return half + left


def fur(*points, bow=.12, first=False):
    """An edge of tufts: points in turn, each a corner, joined by lines that all swing the same way. bow: how far."""
    out = []
    for i, (x, y) in enumerate(points):
        if i:
            px, py = points[i - 1]
            k = bow if i % 2 else -bow
            out.append(((x + px) / 2 + (y - py) * k, (y + py) / 2 - (x - px) * k))
        out.append((x, y, 1))
    return out


# --- Head --------------------------------------------------------------------------------------------

#: Right half of the head, from between the ears to the chin.
FACE = [(200, 116), (236, 118), (268, 134), (293, 166), (309, 204), (326, 232), (346, 248), (368, 254, 1),
        (352, 268), (332, 276, 1), (344, 284), (356, 287, 1), (336, 298), (314, 302, 1), (322, 310), (330, 314, 1), (304, 326), (272, 336), (240, 350),
        (218, 357), (200, 359)]


def contour(gape=0.0, smile=0.0):
    out = []
    for x, y, *c in FACE:
        low = max(0.0, min(1.0, (y - 300) / 55))
        side = (x - 200) / 150
        y += gape * 15 * low ** 1.3
        x += gape * -3 * side * low
        if 225 < y < 325 and x > 280:
            x += smile * 3
            y -= smile * 5
        out.append((x, y, *c))
    return spline(both(out), True)


def draw_ears(rig):
    for side, sign in (('r', -1), ('l', 1)):
        f = lambda pts: pts if sign > 0 else mirror(pts)
        bind = (f'rotate:brow.angle.{side}*{12 * sign}; rotate:brow.furrow*{18 * sign}; rotate:mouth.smile*{-7 * sign}; '
                f'rotate:brow.raise.{side}*{-5 * sign}; rotate:eye.smile.{side}*{10 * sign}; y:brow.raise.{side}*-4')
        ear = rig.part(f'ear-{side}', depth=-.3, pivot=(200 + sign * 76, 158), bind=bind)
        outer = [(222, 142), (236, 92), (262, 40), (284, 16), (293, 14, 1), (303, 30), (314, 78), (314, 134), (300, 186)]
        tilt = 4 if sign > 0 else 0
        outer = [(x + tilt, y, *c) for x, y, *c in outer]
        ear.fill(f(outer), rig.linear(*((250, 20, 300, 180) if sign > 0 else (150, 20, 100, 180)), (0, 'skin-light'), (.5, 'skin'), (1, 'skin-shade')))
        move = lambda pts: f([(x + tilt, y, *c) for x, y, *c in pts])
        cap = [(240, 0, 1), (330, 0, 1), (330, 84, 1)] + fur((318, 78), (306, 90), (300, 74), (290, 92), (283, 74), (272, 90), (266, 72), (254, 84), (240, 66), bow=.1)
        ear.fill(move(cap), rig.linear(270, 14, 280, 92, (0, 'hair'), (.6, 'hair'), (1, 'hair-shade')), clip=rig.clip(f(outer)))
        inner = [(238, 150), (249, 106), (268, 70), (286, 50, 1), (295, 80), (297, 120), (288, 168)]
        ear.fill(move(inner), rig.linear(270, 50, 270, 170, (0, 'hair-deep'), (.45, 'hair'), (1, 'skin-deep')))
        tuft = fur((226, 160), (243, 106), (249, 132), (259, 90), (264, 124), (276, 98), (276, 132), (290, 112), (286, 150), (296, 142), (288, 178), bow=.1)
        ear.fill(move(tuft + [(240, 190)]), rig.linear(260, 84, 262, 175, (0, WHITE[0]), (.5, WHITE[1]), (1, WHITE[2])))
        ear.stroke(move([(226, 126), (240, 88), (262, 42), (282, 18)]), [.4, 5, 5, .4], 'skin-light', .5, clip=rig.clip(f(outer)))


def draw_face(rig):
    keys = {'rest': contour(), 'mouth.open=1': contour(gape=1), 'mouth.smile=1': contour(smile=1)}
    rig.morph('face', keys, rig.linear(130, 110, 270, 350, (0, 'skin-light'), (.4, 'skin'), (1, 'skin-shade')), depth=.15, places=1)
    rig.morph('face-line', keys, 'skin-deep stroke', opacity=.4, depth=.15, places=1, width=2.4)
    inside = dict(clip='face', depth=.25)
    # above the jaw, which alone moves: no need to be cut to the face in every frame
    top = rig.part('brow-fur', depth=.15)
    skull = rig.clip(contour())
    top.ellipse(168, 152, 74, 46, rig.radial(168, 150, 72, (0, 'skin-light', .9), (1, 'skin-light', 0), squash=.7))
    with top.group(clip=skull):
        top.fill([(300, 150), (318, 216), (372, 250), (346, 300), (300, 300), (306, 236), (286, 180)], 'skin-deep', .3, blur=9)
    hairs = []
    for x, y, dx, dy, w in ((176, 140, -4, 20, 2.4), (190, 132, -1, 24, 2.8), (210, 132, 2, 24, 2.8), (224, 140, 5, 20, 2.4), (154, 152, -8, 16, 2),
                            (246, 152, 8, 16, 2), (200, 148, 0, 20, 2.4)):
        hairs.append(([(x, y), (x + dx * .6, y + dy * .5), (x + dx, y + dy)], [.3, w, .3]))
    top.strokes(hairs, 'skin-shade', .55)
    # the white of cheeks and jaw
    white = ([(211, 276, 1), (213, 256), (218, 246)] + fur((226, 242), (238, 264), (248, 253), (264, 271), (274, 257), (293, 271), (298, 253), (317, 260), (316, 241),
                                                        (338, 244), (330, 226), bow=.1)
             + [(380, 240, 1), (380, 300, 1), (330, 350, 1), (240, 400, 1), (200, 400, 1)])
    mask = rig.part('mask', **inside)
    mask.fill(white + [(400 - x, y, *c) for x, y, *c in white[:-1][::-1]],
              rig.linear(150, 240, 240, 370, (0, WHITE[0]), (.5, WHITE[1]), (1, WHITE[2])))
    mask.fill([(300, 268), (350, 262), (352, 300), (318, 330), (250, 362), (200, 372), (150, 362), (200, 352), (252, 338), (296, 306)], WHITE[3], .5, blur=8)
    tufts = []
    for x, y, dx, dy in ((318, 262, 26, -3), (312, 276, 26, 4), (300, 292, 22, 10), (282, 306, 18, 11), (262, 320, 14, 11)):
        for k in (1, -1):
            tufts.append(([(200 + k * (x - 200), y), (200 + k * (x + dx * .5 - 200), y + dy * .3 + 1), (200 + k * (x + dx - 200), y + dy)], [.3, 2.2, .3]))
    mask.strokes(tufts, WHITE[3], .55)


# --- Eyes --------------------------------------------------------------------------------------------

LIDS = {
    'rest': dict(inner=(-1, 11), upper=[(7, -9), (25, -22), (43, -18)], outer=(55, -5), lower=[(47, 13), (28, 21), (9, 19)]),
    'wide': dict(inner=(-2, 12), upper=[(5, -15), (25, -32), (46, -27)], outer=(57, -7), lower=[(49, 18), (28, 26), (7, 22)]),
    'closed': dict(inner=(-3, 12), upper=[(11, 15), (27, 15), (43, 9)], outer=(57, -2), lower=[(43, 10.5), (27, 16.5), (11, 16.5)]),
    'smile': dict(inner=(-1, 10), upper=[(7, -8), (25, -20), (43, -16)], outer=(56, -3), lower=[(46, 4), (28, 4), (9, 8)]),
    'arc': dict(inner=(-3, 13), upper=[(9, -3), (27, -12), (45, -8)], outer=(58, 5), lower=[(44, -5.5), (27, -9.5), (10, -.5)]),
    'angry': dict(inner=(-2, 17), upper=[(8, 5), (25, -9), (43, -17)], outer=(56, -10), lower=[(48, 12), (29, 21), (9, 22)]),
    'sad': dict(inner=(-1, 1), upper=[(6, -20), (25, -22), (44, -9)], outer=(55, 5), lower=[(47, 16), (28, 21), (9, 17)]),
    'closed-angry': dict(inner=(-3, 18), upper=[(11, 19), (27, 15), (43, 6)], outer=(57, -7), lower=[(43, 7.5), (27, 16.5), (11, 20.5)]),
    'closed-sad': dict(inner=(-3, 6), upper=[(11, 12), (27, 16), (43, 14)], outer=(57, 7), lower=[(43, 15.5), (27, 17.5), (11, 13.5)]),
}
LOOK = (8, 6)


def draw_eye(rig, side, corner):
    eye = Eye(side, corner, LIDS, size=1.06, under=2.6)
    cx, cy = eye.place(((26.5, 0), []))[0]
    where = dict(depth=.5)
    socket = rig.part(f'socket-{side}', **where)
    socket.ellipse(cx, cy - 2, 42, 32, rig.radial(cx, cy - 4, 42, (0, 'skin-deep', .5), (.6, 'skin-deep', .28), (1, 'skin-deep', 0), squash=.76))
    rig.morph(f'eye-{side}', eye.keys(eye.opening), rig.linear(cx, cy - 18, cx, cy + 18, (0, '#e8d9cf'), (.4, '#fffaf2'), (1, '#fffaf2')), **where)
    inside = dict(clip=f'eye-{side}', depth=.5)
    move = f'x:gaze.x*{LOOK[0]}; y:gaze.y*{LOOK[1]}'
    iris = rig.part(f'iris-{side}', bind=move, pivot=(cx, cy), **inside)
    iris.ellipse(cx, cy, 20, 21, 'eyes-line')
    iris.ellipse(cx, cy, 18.4, 19.4, rig.linear(cx, cy - 19, cx, cy + 19, (0, 'eyes-deep'), (.45, 'eyes'), (1, 'eyes-light')))
    iris.ellipse(cx, cy + 8, 14, 11, rig.radial(cx, cy + 11, 15, (0, 'eyes-light'), (1, 'eyes-light', 0)))
    rig.part(f'pupil-{side}', bind=move + '; scale:pupil*0.35', pivot=(cx, cy), **inside).ellipse(cx, cy, 8.6, 11.6, '#1c0f12')
    rig.morph(f'eye-shadow-{side}', eye.keys(shade(eye)), '#3a1c22', opacity=.34, clip=f'eye-{side}', **where)
    glint = rig.part(f'glint-{side}', bind=f'x:gaze.x*{LOOK[0] * .8:.1f}; y:gaze.y*{LOOK[1] * .8:.1f}; scale:sparkle*0.25', pivot=(cx - 5, cy - 6), **inside)
    glint.ellipse(cx - 6.5, cy - 7.5, 5.8, 6, '#ffffff')
    glint.ellipse(cx + 7, cy + 8, 3, 3.2, '#ffffff', .75)
    star = rig.part(f'star-{side}', opacity=0, bind=f'{move}; opacity:sparkle', **inside)
    for x, y, r in ((6, -6, 3), (-7, 6, 2.8), (0, 11, 2)):
        star.ellipse(cx + x, cy + y, r, r, '#ffffff', .95)
    rig.morph(f'lower-{side}', eye.keys(rim(eye)), DARK, opacity=.92, **where)
    rig.morph(f'lid-{side}', eye.keys(lid(eye)), DARK, **where)


def shade(eye):
    """What the upper lid throws on the eye."""
    def make(s, name):
        line = eye.opening(s, name)
        up = spline([s['inner'], *s['upper'], s['outer']])
        tall = max(0.0, min(1.0, (s['lower'][1][1] - s['upper'][1][1]) / 34))
        return taper(up, [.2, 14 * tall + .2, 17 * tall + .2, 14 * tall + .2, .2], n=6)
    return make


def lid(eye):
    """The dark rim above, drawn out at both ends as a fox's is."""
    def make(s, name):
        shut = name.startswith(('closed', 'arc'))
        ring = eye.opening(s, name)
        (x0, y0), (x1, y1) = s['inner'], s['outer']
        pts = [p for p, _ in walk((ring[0], ring[1][:4]), 7)][:-1]
        line = [(x0 - 4, y0 + 6)] + pts + [(x1 + 7, y1 + (-4 if not shut or name == 'arc' else 1))]
        w = [.4, 2.8, 4.6, 5.8, 6.4, 6.2, 5.2, 3.8, .4] if not shut else [.4, 3.6, 5.6, 6.8, 7.2, 6.8, 5.8, 4, .4]
        return taper(spline(line), w, n=10, bias=.42)
    return make


def rim(eye):
    def make(s, name):
        ring = eye.opening(s, name)
        line = back((s['outer'], ring[1][4:]))
        w = [2.4, 2.6, 2.6, 3, 4] if not name.startswith(('closed', 'arc')) else [.3, .4, .4, .4, .3]
        return taper(line, w, n=6, bias=.3)
    return make


# --- Muzzle ------------------------------------------------------------------------------------------

STATES = {
    'rest': dict(lift=3),
    'mouth.smile=1': dict(wide=10, lift=17, sag=2, seam=.75, teeth=1, fang=.6),
    'mouth.smile=-1': dict(wide=0, lift=-15, sag=-5, seam=.35, teeth=.5, fang=.4),
    'mouth.open=1': dict(wide=-4, up=3, down=34, seam=.6, teeth=1, fang=1, square=.5),
    'mouth.width=1': dict(wide=10, lift=2), 'mouth.width=-1': dict(wide=-9, lift=2),
    'mouth.pout=1': dict(wide=-15, lift=-1, up=0, down=3, seam=.5), 'mouth.press=1': dict(wide=4, lift=1, seam=.35),
    'mouth.asym=1': dict(lift=3, right=(6, -13), left=(0, 3)), 'mouth.asym=-1': dict(lift=3, left=(-6, -13), right=(0, 3)),
    'mouth.smile=1 mouth.open=1': dict(wide=16, lift=17, sag=1, up=0, down=42, seam=.75, teeth=1, fang=1.2, square=.5),
    'mouth.smile=-1 mouth.open=1': dict(wide=16, lift=-6, sag=-4, up=16, down=28, seam=.4, square=.34, teeth=1.8, fang=1.9),
    'mouth.pout=1 mouth.open=1': dict(wide=-4, lift=0, up=12, down=34, seam=0, square=.5, teeth=-1.5, fang=-1.2, round=1),
    'mouth.width=1 mouth.open=1': dict(wide=12, lift=1, up=7, down=24, seam=.5, teeth=1.4, fang=1.4, square=.4),
}


class Maw(Lips):
    """A fox's mouth: two curves that meet under the nose, with a fang on either side."""
    weight = 5

    def k(self, s):
        return self.curves(**{n: v for n, v in s.items() if n not in ('round', 'fang')})

    def teeth(self, s):
        _, iu, _, _ = self.k(s)
        h, fang = 4.5 * s.get('teeth', .3), 9.5 * s.get('fang', .3)
        top = [(x, y - 7) for x, y in iu]
        rim = spline(iu)
        row = [p for p, _ in walk(rim, 12)]
        low = []
        for i, (x, y) in enumerate(row):
            low.append((x, y + (fang + h if i in (3, 9) else h), 1) if i in (2, 3, 4, 8, 9, 10) else (x, y + h))
        return join(spline(top), spline(low[::-1]), gaps=True)


def draw_muzzle(rig):
    where = dict(depth=.7)
    bridge = rig.part('bridge', depth=.6, bind='y:nose.wrinkle*-3')
    bridge.fill([(189, 190), (200, 182), (211, 190), (214, 226), (217, 258), (200, 264), (183, 258), (186, 226)],
                rig.linear(200, 184, 200, 262, (0, 'skin-light', 0), (.4, 'skin-light', .8), (1, 'skin-light', .95)), blur=3)
    bridge.strokes([([(186, 206), (184, 232), (180, 256)], [.4, 4, .4])], 'skin-shade', .35).strokes([([(214, 206), (217, 232), (221, 256)], [.4, 5, .4])], 'skin-shade', .7)
    puff = rig.part('puffs', bind='y:nose.wrinkle*-3; y:mouth.smile*-2', **where)
    puff.ellipse(200, 304, 74, 42, rig.radial(200, 306, 74, (0, WHITE[3], .6), (.6, WHITE[3], .3), (1, WHITE[3], 0), squash=.56))
    puff.fill([(200, 262, 1), (222, 264), (250, 278), (258, 294), (246, 310), (222, 314), (200, 303, 1), (178, 314), (154, 310), (142, 294), (150, 278),
               (178, 264)], rig.linear(160, 262, 226, 316, (0, '#fffdf8'), (.55, WHITE[0]), (1, WHITE[2])))
    for k in (1, -1):
        for x, y in ((226, 287), (236, 297), (222, 300)):
            puff.ellipse(200 + k * (x - 200), y, 1.5, 1.5, 'hair-shade', .55)
    m = Maw(centre=(200, 306), half=35, upper=(0, 1, 1, 1, 1, 1, 0), lower=(0, 1, 1, 1, 1, 1, 0), wave=(-3, 4.5, 4.6, -3, 4.6, 4.5, -3), tilt=(0, -1.2),
            states=STATES)
    rig.morph('lip-lower', m.keys(lambda s: m.lip(s, 0)), WHITE[2], opacity=.9, **where)
    rig.morph('mouth', m.keys(m.opening), rig.linear(200, 300, 200, 340, (0, '#3a1119'), (1, '#702a36')), **where)
    inside = dict(clip='mouth', depth=.7)
    rig.morph('tongue', m.keys(m.tongue), rig.linear(200, 312, 200, 340, (0, '#d0606e'), (1, '#f4949a')), **inside)
    rig.morph('teeth', m.keys(m.teeth), '#fffaf2', **inside)
    rig.morph('lip-upper', m.keys(lambda s: m.lip(s, 1)), WHITE[0], opacity=.6, **where)
    rig.morph('mouth-line', m.keys(m.edge), DARK, **where)
    out = rig.part('tongue-out', opacity=0, bind='opacity:nose.wrinkle*2.4; opacity:brow.furrow*-1.4; y:mouth.open*24; x:mouth.asym*-4', **where)
    out.fill([(186, 306), (184, 320), (187, 334), (195, 343), (204, 344), (213, 339), (217, 326), (216, 308), (201, 302)],
             rig.linear(200, 302, 200, 344, (0, '#a8434f'), (.35, '#d96c76'), (1, '#f4949a')))
    out.stroke([(201, 308), (201, 320), (200, 334)], [.3, 2.6, .3], '#a8434f', .6)
    out.stroke([(184, 322), (188, 335), (198, 344), (211, 340), (217, 326)], [.2, 1.6, 2.2, 1.8, .2], '#8c2f40', .5)
    whisker = rig.part('whiskers', bind='y:mouth.smile*-3; rotate:mouth.asym*2', pivot=(200, 290), depth=.6)
    for k in (1, -1):
        whisker.strokes([([(200 + k * 40, 290), (200 + k * 78, 284), (200 + k * 118, 287)], [1.4, 1.2, .2]),
                         ([(200 + k * 42, 297), (200 + k * 80, 298), (200 + k * 116, 306)], [1.4, 1.2, .2])], 'hair-shade', .42)
    nose = rig.part('nose', depth=1, bind='y:nose.wrinkle*-4; y:mouth.smile*-1.5')
    nose.stroke([(200, 276), (200.5, 290), (200, 304)], [4.6, 3.4, 4.4], DARK)
    nose.fill([(200, 258), (213, 255), (223, 261), (220, 273), (209, 281), (200, 285), (191, 281), (180, 273), (177, 261), (187, 255)],
              rig.linear(190, 254, 206, 284, (0, 'hair'), (.45, 'hair-deep'), (1, 'hair-line')))
    nose.ellipse(191, 262, 7.5, 3.6, '#ffffff', .5, turn=-14)
    nose.fill([(186, 274), (190, 270.5), (195, 272.5), (192, 277)], DARK, .8).fill([(214, 274), (210, 270.5), (205, 272.5), (208, 277)], DARK, .8)
    wrinkle = rig.part('wrinkle', depth=.8, opacity=0, bind='opacity:nose.wrinkle*1.2; y:nose.wrinkle*-3')
    for k in (1, -1):
        wrinkle.strokes([([(200 + k * 5, 246), (200 + k * 13, 242), (200 + k * 21, 246)], [.4, 3.4, .4]),
                         ([(200 + k * 4, 234), (200 + k * 11, 229), (200 + k * 18, 231)], [.4, 3, .4]),
                         ([(200 + k * 26, 262), (200 + k * 38, 262), (200 + k * 47, 272)], [.4, 3, .4])], 'skin-line', .75)


# --- Body --------------------------------------------------------------------------------------------


def draw_body(rig):
    tail = rig.part('tail', bone='body', pivot=(300, 490), bind='rotate:mouth.smile*-7; rotate:shoulder*6; rotate:eye.smile.l*-4; rotate:tear*7')
    shape = [(270, 520, 1), (288, 470), (316, 436), (340, 392), (346, 344), (342, 306, 1), (368, 330), (384, 372), (386, 424), (372, 474), (346, 520, 1)]
    tail.fill(shape, rig.linear(300, 330, 386, 500, (0, 'skin-light'), (.45, 'skin'), (1, 'skin-deep')))
    tail.fill([(320, 290, 1), (400, 290, 1), (400, 400, 1)] + fur((392, 396), (384, 412), (376, 386), (366, 408), (360, 380), (348, 398), (346, 372), (334, 384)),
              rig.linear(340, 306, 376, 410, (0, WHITE[0]), (.6, WHITE[1]), (1, WHITE[2])), clip=rig.clip(shape))
    tail.line(shape, 1.6, 'skin-deep', .35, closed=True)
    tail.strokes([([(352, 420), (340, 452), (322, 484)], [.4, 3.4, .4]), ([(370, 430), (362, 462), (344, 496)], [.4, 3.4, .4])], 'skin-shade', .8)
    torso = rig.part('torso', bone='shoulders')
    trunk = [(150, 300), (142, 350), (120, 384), (86, 416), (64, 462), (54, 540, 1), (346, 540, 1), (336, 462), (314, 416), (280, 384), (258, 350), (250, 300)]
    torso.fill(trunk, rig.linear(90, 340, 320, 520, (0, 'skin-light'), (.4, 'skin'), (1, 'skin-deep')))
    hairs = []
    for x, y, dx, dy in ((96, 430, -6, 26), (84, 456, -4, 28), (108, 414, -4, 22), (304, 430, 6, 26), (316, 456, 4, 28), (292, 414, 4, 22), (112, 452, -2, 26),
                         (288, 452, 2, 26)):
        hairs.append(([(x, y), (x + dx * .3, y + dy * .5), (x + dx, y + dy)], [.4, 3.2, .4]))
    torso.strokes(hairs, 'skin-shade', .7)
    right = fur((268, 336), (292, 408), (276, 402), (290, 452), (268, 444), (274, 492), (250, 476), (248, 520), (222, 500), (200, 536))
    bib = right + [(400 - x, y, *c) for x, y, *c in right[-2::-1]]
    torso.fill(bib, rig.linear(150, 350, 250, 520, (0, WHITE[0]), (.5, WHITE[1]), (1, WHITE[2])), clip=rig.clip(trunk))
    lines = []
    for x, y, dx, dy in ((150, 400, -6, 26), (170, 424, -6, 28), (200, 440, 0, 32), (230, 424, 6, 28), (250, 400, 6, 26), (186, 400, -3, 22), (216, 400, 3, 22),
                         (156, 452, -4, 26), (244, 452, 4, 26), (180, 474, -2, 24), (222, 474, 2, 24)):
        lines.append(([(x, y), (x + dx * .2, y + dy * .5), (x + dx, y + dy)], [.4, 3.2, .4]))
    torso.strokes(lines, WHITE[3], .6)
    torso.fill([(120, 320), (200, 330), (280, 320), (296, 366), (268, 394), (232, 408), (200, 411), (168, 408), (132, 394), (104, 366)], '#8a4a52', .34, blur=7,
               clip=rig.clip(trunk))


def draw_worn(rig):
    scarf = rig.part('scarf', bone='shoulders', slot=('outfit', 'scarf'), title=('Scarf', 'Écharpe'))
    scarf.fill([(238, 382), (252, 406), (262, 456), (266, 530, 1), (226, 530, 1), (222, 456), (214, 406)],
               rig.linear(220, 386, 270, 520, (0, 'outfit'), (.5, 'outfit-shade'), (1, 'outfit-deep')))
    for y in (440, 438, 486, 498):
        scarf.stroke([(218 + (y - 440) * .06, y), (240, y + 3), (259 + (y - 440) * .08, y - 1)], [5, 5, 5], 'outfit2', .9)
    scarf.fill([(118, 338), (150, 362), (200, 370), (250, 362), (282, 338), (298, 358), (292, 388), (258, 410), (200, 420), (142, 410), (108, 388), (102, 358)],
               rig.linear(120, 336, 270, 440, (0, 'outfit-light'), (.4, 'outfit'), (1, 'outfit-deep')))
    scarf.stroke([(108, 370), (150, 394), (200, 400), (250, 394), (292, 370)], [5, 6, 6, 6, 5], 'outfit2', .9)
    scarf.strokes([([(114, 358), (150, 380), (200, 386), (240, 382)], [.4, 3, 3, .4]), ([(124, 394), (160, 410), (208, 412)], [.4, 3, .4])], 'outfit-deep', .6)
    scarf.fill([(214, 372), (246, 370), (258, 388), (250, 410), (220, 414), (208, 394)], rig.linear(214, 370, 256, 428, (0, 'outfit-light'), (.5, 'outfit'), (1, 'outfit-shade')))
    scarf.stroke([(222, 380), (232, 392), (230, 406)], [.4, 3, .4], 'outfit-deep', .6)
    bow = rig.part('bow', bone='shoulders', slot=('outfit', 'bow'), title=('Bow tie', 'Nœud papillon'))
    for s in (1, -1):
        bow.fill([(200, 392), (200 + s * 22, 374), (200 + s * 46, 372), (200 + s * 50, 396), (200 + s * 44, 420), (200 + s * 20, 408)],
                 rig.linear(200, 370, 200, 420, (0, 'outfit-light'), (.5, 'outfit'), (1, 'outfit-deep')))
        bow.stroke([(200 + s * 10, 392), (200 + s * 24, 387), (200 + s * 34, 386)], [.4, 3, .4], 'outfit-deep', .8)
    bow.ellipse(200, 393, 11, 14, rig.linear(200, 380, 200, 408, (0, 'outfit2-light'), (1, 'outfit2-shade')))
    cape = rig.part('cape', bone='shoulders', slot=('outfit', 'cape'), title=('Hooded cape', 'Pèlerine'))
    for s in (1, -1):
        cape.fill([(200 + s * 62, 344), (200 + s * 92, 366), (200 + s * 132, 404), (200 + s * 156, 460), (200 + s * 164, 540, 1), (200 + s * 56, 540, 1),
                   (200 + s * 46, 480), (200 + s * 18, 414, 1), (200 + s * 54, 398)],
                  rig.linear(200 - 130, 350, 200 + 130, 520, (0, 'outfit-light'), (.45, 'outfit'), (1, 'outfit-deep')))
        cape.strokes([([(200 + s * 82, 390), (200 + s * 98, 440), (200 + s * 104, 520)], [.4, 5, 6]), ([(200 + s * 116, 420), (200 + s * 130, 470), (200 + s * 134, 530)], [.4, 4, 5])],
                     'outfit-deep', .5)
        cape.stroke([(200 + s * 18, 414), (200 + s * 44, 476), (200 + s * 55, 540)], [4, 6, 6], 'outfit2')
    cape.ellipse(200, 412, 15, 15, rig.linear(190, 398, 210, 426, (0, 'accent-light'), (.5, 'accent'), (1, 'accent-deep')))
    cape.ellipse(196, 407, 4, 3, '#ffffff', .7)


def draw_glasses(rig):
    for choice, title, rx, ry in (('round', ('Round', 'Rondes'), 37, 36), ('half', ('Reading', 'De lecture'), 36, 22)):
        g = rig.part(f'glasses-{choice}', depth=.62, slot=('glasses', choice), title=title)
        y = 224 if choice == 'round' else 244
        for s in (1, -1):
            g.ellipse(200 + s * 54, y, rx, ry, '#ffffff', .14)
            g.ring(200 + s * 54, y, rx, ry, 5, 'accent')
            g.line([(200 + s * (54 + rx), y - 5), (200 + s * 108, y - 16)], 4.5, 'accent')
            g.stroke([(200 + s * 54 - rx * .6, y - ry * .3), (200 + s * 54 - rx * .3, y - ry * .68)], [.5, 3.5, .5], '#ffffff', .6)
        g.line([(200 - 54 + rx, y - 3), (200, y - 9), (200 + 54 - rx, y - 3)], 5, 'accent')


def draw_tufts(rig):
    bind = 'rotate:shoulder*-3; y:brow.raise.l*-2; y:brow.raise.r*-2'
    t = rig.part('tuft', depth=.35, slot=('hair', 'tuft'), title=('Tuft', 'Houppette'), pivot=(200, 130), bind=bind)
    t.fill(fur((166, 138), (164, 96), (182, 112), (186, 72), (202, 102), (220, 62), (220, 106), (242, 88), (230, 118), (240, 140), bow=.14) + [(202, 152)],
           rig.linear(180, 62, 212, 150, (0, 'skin-light'), (.62, 'skin'), (.72, 'skin', .9), (1, 'skin', 0)))
    t.strokes([([(188, 88), (192, 108), (190, 130)], [.3, 2.6, .3]), ([(216, 82), (210, 106), (208, 130)], [.3, 2.6, .3]),
               ([(172, 110), (178, 122), (180, 134)], [.3, 2.2, .3]), ([(234, 98), (226, 114), (222, 130)], [.3, 2.2, .3])], 'skin-shade', .8)
    q = rig.part('quiff', depth=.35, slot=('hair', 'quiff'), title=('Quiff', 'Mèche'), pivot=(200, 134), bind=bind)
    q.fill([(164, 140), (166, 108), (190, 84), (228, 78), (256, 92), (262, 112, 1), (246, 104), (250, 122, 1), (230, 112), (228, 132), (240, 142, 1), (200, 150)],
           rig.linear(176, 80, 240, 150, (0, 'hair-light'), (.5, 'hair'), (1, 'hair-shade')))
    q.strokes([([(176, 132), (186, 108), (214, 94)], [.4, 3, .4]), ([(192, 138), (202, 116), (226, 106)], [.4, 3, .4])], 'hair-light', .7)
    f = rig.part('flower', depth=.3, slot=('accessory', 'flower'), title=('Flower', 'Fleur'), pivot=(272, 140))
    import math
    for i in range(5):
        a = math.radians(i * 72 - 90)
        x, y = 272 + math.cos(a) * 15, 140 + math.sin(a) * 15
        f.ellipse(x, y, 12.5, 12.5, rig.linear(256, 120, 290, 164, (0, 'accent-light'), (1, 'accent')))
    f.ellipse(272, 140, 8.5, 8.5, rig.linear(264, 132, 280, 148, (0, '#fff0a8'), (1, '#f0a83a')))
    w = rig.part('wreath', depth=.3, slot=('accessory', 'wreath'), title=('Leaves', 'Couronne de feuilles'))
    for i, (x, y, t) in enumerate(((120, 156, -60), (134, 140, -48), (152, 128, -34), (172, 121, -18), (194, 118, -4), (216, 119, 10), (238, 125, 26), (258, 136, 42),
                                   (274, 152, 56))):
        with w.group(transform=f'rotate({t} {x} {y})'):
            w.fill([(x - 16, y + 3, 1), (x - 4, y - 9), (x + 16, y - 5, 1), (x + 4, y + 8)], '#7fae5a' if i % 2 else '#5f9450')
            w.stroke([(x - 14, y + 2), (x + 2, y - .5), (x + 14, y - 4)], [1.4, 1.2, .3], '#47773f', .8)


def draw_signs(rig):
    for side, sign in (('l', 1), ('r', -1)):
        x, y = 200 + sign * 62, 252
        p = rig.part(f'tear-{side}', depth=.5, opacity=0, bind='opacity:tear*1.4; y:tear*24')
        p.fill(drop_shape(x, y, 9), rig.linear(x - 8, y - 14, x + 8, y + 10, (0, '#eaf5ff'), (.5, '#9ccaf4'), (1, '#5a96dc')))
        p.ellipse(x - 3, y + 1, 2.2, 3.2, '#ffffff', .9)
        b = rig.part(f'cheek-{side}', depth=.4, opacity=0, bind=f'opacity:cheek.blush*0.95; y:eye.smile.{side}*-3')
        x, y = 200 + sign * 86, 270
        b.ellipse(x, y, 36, 22, rig.radial(x, y, 36, (0, '#f2606a', .85), (.5, '#f47a7a', .5), (1, '#f88a86', 0), squash=.62))
        b.strokes([([(x - 12 + k, y + 7), (x - 8 + k, y - 6)], [.6, 2.6, .6]) for k in (-4, 6, 16)], '#e0485a', .55)
    s = rig.part('sweat', depth=.3, opacity=0, bind='opacity:sweat*1.3; y:sweat*12')
    s.fill(drop_shape(298, 176, 11), rig.linear(288, 158, 308, 186, (0, '#f0f8ff'), (.5, '#a8d4f6'), (1, '#64a2e2')))
    s.ellipse(294, 178, 2.6, 4, '#ffffff', .9)
    h = rig.part('hearts', opacity=0, bind='opacity:heart*1.2; y:heart*-14')
    for x, y, r, t in ((340, 118, 18, 12), (364, 166, 11, 20), (52, 138, 13, -16)):
        with h.group(transform=f'rotate({t} {x} {y})'):
            h.fill(heart_shape(x, y, r), rig.linear(x - r, y - r, x + r, y + r, (0, '#ff8fb0'), (1, '#e8447a')))
            h.ellipse(x - r * .42, y - r * .35, r * .24, r * .2, '#ffffff', .7)


def build():
    rig = Rig('Renard', 'A fox, drawn for Lueur.', {'outfit': 'scarf', 'glasses': 'none', 'accessory': 'none', 'hair': 'tuft'},
              {'skin': '#e58a3c', 'hair': '#4a2b24', 'eyes': '#c8862a', 'outfit': '#2f7a72', 'outfit2': '#f0dcae', 'accent': '#b23a5a'}, SLOTS)
    rig.optional = ['hair', 'outfit']
    rig.expressions += [(name, FEELINGS[name]) for name in ('anger', 'confusion', 'disgust', 'nervousness', 'pride', 'realization')]
    rig.offers = {
        'skin': ('Fur', 'Pelage', ('#e58a3c', '#c9622f', '#d9a55c', '#f0dcc4', '#e6e4e8', '#b3aca8', '#7f8794', '#8a5a3a', '#5a4340', '#3a3338')),
        'hair': ('Markings', 'Marques', ('#4a2b24', '#3a2018', '#241c1f', '#6b4632', '#7a3a2a', '#5a5560', '#8a7f7a', '#c9b49a')),
        'eyes': ('', '', ('#c8862a', '#9a6a2f', '#6b4423', '#7f8a3a', '#4d8a6b', '#4a86b0', '#8a93a8', '#7a62a8')),
    }
    draw_body(rig)
    draw_worn(rig)
    draw_ears(rig)
    draw_face(rig)
    draw_tufts(rig)
    for side, pts in (('l', [(228, 180), (244, 172), (262, 171), (284, 184)]), ('r', [(229, 178), (245, 169.5), (263, 168.5), (285, 182)])):
        rig.morph(f'brow-{side}', Brow(side, pts, widths=(8.5, 13, 12, 8, .8), reach=1.1).keys(), 'hair', depth=.5)
    draw_eye(rig, 'r', (230, 227))
    draw_eye(rig, 'l', (229, 226))
    draw_muzzle(rig)
    draw_glasses(rig)
    draw_signs(rig)
    return rig


if __name__ == '__main__':
    import sys
    open(sys.argv[1], 'w').write(build().text())
