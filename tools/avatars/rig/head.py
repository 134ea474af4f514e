# SPDX-License-Identifier: GPL-3.0-or-later
"""Skull, ears, nose, neck and the soft shading of a face. Light comes from above left."""
from .geometry import mirror, shift, spline


def _ramp(y, a, b):
    t = min(max((y - a) / (b - a), 0), 1)
    return t * t * (3 - 2 * t)


class Head:
    """contour: the outline clockwise from the top of the skull; jaw: how far the chin drops at mouth.open=1."""

    def __init__(self, contour, jaw=11.0, cheek=2.6, cheek_y=262):
        self.contour, self.jaw, self.cheek, self.cheek_y = contour, jaw, cheek, cheek_y

    def outline(self, gape=0.0, smile=0.0):
        out = []
        for x, y in self.contour:
            side = 0 if abs(x - 200) < 3 else 1 if x > 200 else -1
            wide = smile * self.cheek * max(0, 1 - ((y - self.cheek_y) / 34) ** 2)
            drop = gape * self.jaw * _ramp(y, 248, 322)
            thin = gape * 2.4 * _ramp(y, 235, 300) * (1 - _ramp(y, 300, 334))
            out.append((x + side * (wide - thin), y + drop))
        return spline(out, True)

    def keys(self):
        return {'rest': self.outline(), 'mouth.open=1': self.outline(gape=1), 'mouth.smile=1': self.outline(smile=1)}


EAR = [(270, 216), (286, 203.5), (297, 199), (305.5, 205), (307.5, 219), (303.5, 234), (297, 244), (293.5, 254), (287, 257),
       (275, 250), (268, 232)]


def draw_ears(rig, outline=EAR, left=(0, 0), right=(0, 0), depth=-0.3, size=(1.0, 1.0)):
    """Both ears from the outline of the right one; left, right: where each is moved; size: across and down."""
    grown = lambda s: [(283 + (x - 283) * size[0], 203 + (y - 203) * size[1]) for x, y in s]
    for side in 'rl':
        f = (lambda s: shift(grown(s), *right)) if side == 'l' else (lambda s: shift(mirror(grown(s)), *left))
        p = rig.part(f'ear-{side}', depth=depth)
        lit = side == 'r'
        p.fill(f(outline), 'skin' if lit else 'skin-shade')
        inner = [(287, 212), (291, 205.5), (297.5, 204), (302, 209), (303, 219), (299.5, 232), (294, 241), (291, 246),
                 (288.5, 240), (286, 226)]
        p.fill(f(inner), 'skin-shade' if lit else 'skin-deep', 0.75)
        p.fill(f([(288, 217), (293, 211.5), (297.5, 214), (296, 224), (292, 233), (288, 236), (286, 226)]),
               'skin-deep', 0.6 if lit else 0.7)
        p.stroke(f([(288, 209), (295, 203), (303, 207), (304, 220), (299, 235)]), [0.3, 1.8, 1.7, 1.2, 0.2],
                 'skin-light', 0.55 if lit else 0.3)
        p.stroke(f(outline[1:9]), [0.4, 0.9, 1.4, 1.8, 1.6, 0.6], 'skin-line', 0.5)


def draw_neck(rig, jaw_y=336, half=42, slope=((158, 356), (140, 384), (134, 408), (140, 438), (166, 484))):
    """Neck, shoulders and the chest that clothes leave bare. slope: the left edge, downward."""
    left = [(200 - half + 3, 298), (200 - half + 3, 326), *slope]
    right = [(400 - x, y) for x, y in left][::-1]
    p = rig.part('neck', bone='body')
    shape = spline(left[:-1] + [(*left[-1], 1), (*right[0], 1)] + right[1:])
    clip = rig.clip(shape)
    p.fill(shape, rig.linear(120, 330, 290, 440, (0, 'skin'), (0.45, 'skin'), (1, 'skin-shade')))
    with p.group(clip=clip):
        with p.group(blur=2.2, box=(100, 320, 310, 430)):
            # the far side turns away from the light
            p.fill([(224, 330), (228, 352), (240, 374), (264, 386), (304, 394), (304, 340), (246, 300)], 'skin-shade', 0.6)
            # muscles of the neck and the notch between the collarbones
            p.stroke([(172, 350), (178, 376), (188, 398), (195, 410)], [0.3, 3.6, 3.2, 0.3], 'skin-shade', 0.5)
            p.stroke([(231, 352), (224, 380), (213, 400), (206, 411)], [0.3, 4.6, 3.8, 0.3], 'skin-deep', 0.34)
            p.fill([(193, 408), (200, 413), (208, 408), (204, 420), (200, 423), (196, 420)], 'skin-deep', 0.3)
            p.stroke([(192, 415), (172, 410), (144, 409), (112, 400)], [0.4, 4.4, 4.0, 0.3], 'skin-shade', 0.95)
            p.stroke([(209, 415), (229, 410), (256, 409), (288, 400)], [0.4, 4.4, 4.0, 0.3], 'skin-deep', 0.6)
            p.stroke([(190, 410), (171, 404.5), (146, 404)], [0.2, 3.6, 0.3], 'skin-light', 0.9)
        # the head's own shadow: crisp below, deeper towards the jaw
        p.fill([(150, 300, 1), (150, 338), (166, 349), (188, 362), (212, 368), (234, 363), (252, 346), (252, 300, 1)],
               rig.linear(200, 318, 206, 368, (0, 'skin-deep', 0.95), (0.55, 'skin-deep', 0.62), (1, 'skin-shade', 0.95)))
    return p


def draw_nose(rig, width=16.0, base=260.0, bridge=205.0, cx=200.0, tip=0.0):
    """A soft nose: bridge plane, ball, wings, nostrils. width: half the distance between the wings."""
    w, b = width, base
    x = lambda u: cx + u * w
    soft = rig.part('nose-bridge', depth=0.7)
    # shadow side of the bridge, from the brow down
    with soft.group(blur=2.4, box=(cx - 24, bridge - 24, cx + 26, b)):
        soft.fill([(cx + 11, bridge - 16), (cx + 6.5, bridge), (cx + 6.5, bridge + 20), (x(0.55), b - 18), (x(0.95), b - 11),
                   (x(0.75), b - 24), (cx + 10, bridge + 14), (cx + 15, bridge - 8)], 'skin-shade', 0.5)
        soft.fill([(cx - 15, bridge - 16), (cx - 9.5, bridge - 2), (cx - 10.5, bridge + 8), (cx - 16, bridge - 4)],
                  'skin-shade', 0.22)
        soft.stroke([(cx - 1.5, bridge - 6), (cx - 2, bridge + 14), (cx - 2.5, b - 20)], [0.4, 4.6, 5.6, 1.0], 'skin-light', 0.85)
        soft.stroke([(cx - 2, bridge), (cx - 2.5, bridge + 16), (cx - 3, b - 19)], [0.4, 3.0, 3.6, 0.6], '#fff0e0', 0.3)
    p = rig.part('nose', depth=1.0, bind='y:nose.wrinkle*-2.5; y:mouth.smile*-0.6')
    # the ball, and the plane below it
    p.ellipse(x(0.02), b - 10, w * 0.8, w * 0.8, rig.radial(x(0.02), b - 10, w * 0.8, (0, 'lips', 0.22), (0.6, 'lips', 0.12), (1, 'lips', 0)))
    p.fill([(x(-0.98), b - 4.8), (x(-0.8), b - 0.9), (x(-0.55), b - 0.2), (x(-0.25), b + 1.8 + tip), (x(0.04), b + 3.2 + tip),
            (x(0.32), b + 2.2 + tip), (x(0.6), b + 0.2), (x(0.86), b - 0.7), (x(1.04), b - 5.4), (x(0.84), b - 4.2),
            (x(0.62), b - 3.6), (x(0.36), b - 1.6), (x(0.05), b - 0.2 + tip), (x(-0.3), b - 1.4), (x(-0.6), b - 3.4), (x(-0.8), b - 3.8)],
           'skin-deep', 0.6)
    # shadow side of the ball and what the wing throws on the cheek
    with p.group(blur=1.3, box=(cx - 4, b - 22, cx + w + 12, b + 6)):
        p.fill([(x(0.42), b - 17), (x(0.72), b - 13), (x(0.95), b - 8), (x(0.9), b - 4), (x(0.6), b - 4), (x(0.44), b - 7),
                (x(0.5), b - 12)], 'skin-shade', 0.6)
        p.fill([(x(1.0), b - 10), (x(1.08), b - 5), (x(0.96), b - 0.4), (x(1.22), b - 1.4), (x(1.32), b - 8)], 'skin-shade', 0.6)
    p.stroke([(x(0.86), b - 12), (x(1.03), b - 9), (x(1.06), b - 5), (x(0.9), b - 1)], [0.2, 1.0, 1.5, 0.4], 'skin-line', 0.55)
    p.stroke([(x(-0.84), b - 10.5), (x(-0.98), b - 8), (x(-1.0), b - 4.6), (x(-0.84), b - 1.2)], [0.2, 0.7, 1.2, 0.4], 'skin-line', 0.4)
    # nostrils
    for s, o in ((-1, 0.7), (1, 0.8)):
        p.fill([(x(0.22 * s), b - 0.2), (x(0.36 * s), b - 2.2), (x(0.56 * s), b - 2.4), (x(0.64 * s), b - 1.0), (x(0.44 * s), b + 0.2)],
               'skin-line', o)
    # the wings' edges in the light: what tells the nose from the cheek where lines cannot
    p.strokes([([(x(-0.96), b - 10), (x(-1.1), b - 6), (x(-1.0), b - 1.5)], [0.2, 1.4, 0.2]), ([(x(1.0), b - 11), (x(1.18), b - 6.5), (x(1.06), b - 1.5)], [0.2, 1.2, 0.2]),
               ([(x(-0.4), b + 3.4), (x(0.04), b + 5.2 + tip), (x(0.5), b + 3.2)], [0.2, 1.2, 0.2])], '#fff0e0', 0.22)
    # light on the tip and the left wing
    def glint(px, py, r, paint, alpha, squash=0.75, turn=-20):
        p.ellipse(px, py, r, r, rig.radial(px, py, r, (0, paint, alpha), (0.45, paint, alpha * 0.8), (1, paint, 0), squash=squash, turn=turn))
    glint(x(-0.18), b - 11.5, 6.2, 'skin-light', 1)
    glint(x(-0.26), b - 12.6, 2.6, '#ffffff', 0.7)
    glint(x(-0.8), b - 7.5, 3.2, 'skin-light', 0.7, turn=80)
    w_ = rig.part('nose-wrinkle', depth=0.8, opacity=0, bind='opacity:nose.wrinkle*1')
    for s in (-1, 1):
        f = lambda pts: [(cx + s * (q[0] - 200), q[1]) for q in pts]
        w_.strokes([(f([(208, bridge + 4), (213.5, bridge + 9), (215.5, bridge + 18)]), [0.2, 2.8, 0.2]), (f([(205, bridge - 2), (209, bridge + 2), (213, bridge + 1)]), [0.2, 1.9, 0.2]),
                    (f([(217, bridge + 27), (227, bridge + 32), (234, bridge + 43)]), [0.2, 3.4, 0.2])], 'skin-line', 0.75)
    w_.strokes([([(193, bridge + 2), (200, bridge + 5.5), (207, bridge + 2)], [0.2, 2, 0.2]), ([(194, bridge - 5), (200, bridge - 2.5), (206, bridge - 5)], [0.2, 1.7, 0.2])],
               'skin-line', 0.65)


def draw_face(rig, head, depth=0.25, cheeks=((143, 264), (258, 264)), eyes=((158, 210), (242, 210)), on_skin=()):
    """The face itself: one morphed shape, and the light and shade that lie on it.

    on_skin: what draws more on the skin, called with the clip of the face and its depth."""
    ys = [p[1] for p in head.contour]
    top, chin = min(ys), max(ys)
    rig.morph('face', head.keys(), rig.linear(132, top + 30, 292, chin - 10, (0, 'skin-light'), (0.34, 'skin'), (0.72, 'skin'),
                                              (1, 'skin-shade')), depth=depth, places=1)
    clip = rig.clip(head.outline())
    p = rig.part('face-shade', depth=depth)
    with p.group(clip=clip), p.group(blur=5.5, box=(90, 100, 310, 350)):
        # the side turned from the light, from temple to jaw
        p.fill([(296, 120), (276, 160), (272, 205), (274, 240), (262, 274), (240, 306), (214, 326), (206, 346), (300, 340), (310, 220)],
               'skin-shade', 0.62)
        p.fill([(300, 150), (286, 190), (284, 240), (272, 280), (248, 312), (226, 338), (300, 340), (316, 220)], 'skin-deep', 0.3)
        # a little on the near side too, so that the cheek is round
        p.fill([(104, 190), (113, 240), (126, 280), (150, 314), (180, 336), (140, 340), (96, 290)], 'skin-shade', 0.5)
    with p.group(clip=clip):
        # light: forehead, cheekbone, chin
        p.ellipse(172, 140, 62, 44, rig.radial(172, 140, 62, (0, 'skin-light', 0.75), (1, 'skin-light', 0), squash=0.72))
        p.ellipse(cheeks[0][0] + 4, cheeks[0][1] - 22, 30, 17,
                  rig.radial(cheeks[0][0] + 4, cheeks[0][1] - 22, 30, (0, 'skin-light', 0.85), (1, 'skin-light', 0), squash=0.56, turn=-14))
        p.ellipse(cheeks[1][0] - 7, cheeks[1][1] - 22, 24, 14,
                  rig.radial(cheeks[1][0] - 7, cheeks[1][1] - 22, 24, (0, 'skin-light', 0.5), (1, 'skin-light', 0), squash=0.56, turn=14))
        # a sheen that pale skin hardly shows, and that gives deep skin its form
        for x, y, r, a, k, turn in ((166, 136, 48, 0.22, 0.5, -12), (cheeks[0][0] - 1, cheeks[0][1] - 24, 23, 0.27, 0.42, -18),
                                   (cheeks[1][0] + 3, cheeks[1][1] - 24, 19, 0.19, 0.42, 16), (194, chin - 17, 13, 0.16, 0.6, 0)):
            p.ellipse(x, y, r, r, rig.radial(x, y, r, (0, '#fff0e0', a), (0.5, '#fff0e0', a * 0.4), (1, '#fff0e0', 0), squash=k, turn=turn))
        for i, (x, y) in enumerate(cheeks):
            p.ellipse(x, y, 31, 23, rig.radial(x, y, 31, (0, 'lips', 0.34 - 0.04 * i), (0.45, 'lips', 0.2), (1, 'lips', 0), squash=0.72))
    for draw in on_skin:
        draw(rig, clip, depth)
    sockets = rig.part('sockets', depth=0.5)
    for i, (x, y) in enumerate(eyes):
        s = 1 if i else -1
        sockets.ellipse(x, y - 6, 31, 21, rig.radial(x - s * 6, y - 6, 31, (0, 'skin-shade', 0.55), (0.55, 'skin-shade', 0.28),
                                                    (1, 'skin-shade', 0), squash=0.68))
        sockets.ellipse(x + s * 12, y - 25, 24, 24, rig.radial(x + s * 12, y - 25, 24, (0, 'skin-light', 0.6 - 0.2 * i), (1, 'skin-light', 0), squash=0.36, turn=s * 14))
        sockets.ellipse(x + s * 6, y - 16, 17, 17, rig.radial(x + s * 6, y - 16, 17, (0, '#fff0e0', 0.16 - 0.04 * i), (1, '#fff0e0', 0), squash=0.3, turn=s * 8))
        sockets.ellipse(x - s * 24, y - 4, 12, 15, rig.radial(x - s * 24, y - 4, 15, (0, 'skin-deep', 0.16 + 0.08 * i), (1, 'skin-deep', 0)))
    chin_part = rig.part('chin-shade', depth=depth, bind=f'y:mouth.open*{head.jaw:.0f}')
    with chin_part.group(clip=clip):
        with chin_part.group(blur=3, box=(140, chin - 30, 262, chin + 10)):
            chin_part.fill([(150, chin - 16), (176, chin - 7), (203, chin - 3.4), (230, chin - 9), (252, chin - 24), (240, chin + 6),
                            (164, chin + 6)], 'skin-shade', 0.8)
        chin_part.ellipse(194, chin - 18, 14, 14, rig.radial(194, chin - 18, 14, (0, 'skin-light', 0.7), (1, 'skin-light', 0), squash=0.6))
    return clip
