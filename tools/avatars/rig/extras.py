# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes and goes on a face: blush, lines of the brow, lifted cheeks, tears, sweat."""
from .geometry import mirror, spline, taper


def _grown(lines, widths, key):
    """Lines without width at rest that come out with one parameter."""
    thin = [taper(spline(l), [w * 0.02 for w in widths], n=6) for l in lines]
    full = [taper(spline(l), widths, n=6) for l in lines]
    return {'rest': thin, key: full}


def draw_under(rig, cheeks=((147, 262), (254, 262)), brow_y=176, cx=200, depth=0.3):
    """Below eyes and mouth."""
    p = rig.part('blush', depth=depth, opacity=0, bind='opacity:cheek.blush*1; y:mouth.smile*-2')
    # skin's own deep tone carries it, so that it glows on brown as on pale; the red only turns it
    for x, y in cheeks:
        for paint, a in (('skin-deep', 0.24), ('lips', 0.42), ('#e8304a', 0.25)):
            p.ellipse(x, y, 30, 30, rig.radial(x, y, 30, (0, paint, a), (0.5, paint, a * 0.62), (1, paint, 0), squash=0.68))
    p.ellipse(cx, 250, 16, 16, rig.radial(cx, 250, 16, (0, '#e8304a', 0.12), (1, '#e8304a', 0), squash=0.7))
    # fright draws the blood from brow and cheeks, disgust turns them green
    pale = rig.part('pallor', depth=depth, opacity=0, clip='face',
                    bind='opacity:pupil*-0.9; opacity:brow.angle.l*0.3; opacity:mouth.pout*-0.8; opacity:brow.furrow*-0.3; opacity:cheek.blush*-0.5')
    pale.fill([(90, 70, 1), (310, 70, 1), (310, 300, 1), (90, 300, 1)], rig.linear(200, 96, 200, 290, (0, '#b9c4f2', 0.36), (0.4, '#c6cdf0', 0.24), (1, '#cfd4f0', 0)))
    sick = rig.part('queasy', depth=depth, opacity=0, clip='face', bind='opacity:nose.wrinkle*1.8; opacity:brow.furrow*-1.2')
    sick.fill([(90, 190, 1), (310, 190, 1), (310, 350, 1), (90, 350, 1)], rig.linear(200, 200, 200, 340, (0, '#8aa03a', 0), (0.55, '#8aa03a', 0.14), (1, '#7f9a3a', 0.08)))
    # cheeks that a smile pushes up: light on top, a soft fold under it
    for s, name in ((-1, 'r'), (1, 'l')):
        f = (lambda q: mirror(q)) if s < 0 else (lambda q: q)
        x, y = cheeks[0] if s < 0 else cheeks[1]
        c = rig.part(f'cheek-{name}', depth=depth + 0.1, opacity=0, bind=f'opacity:mouth.smile*0.6; opacity:eye.smile.{name}*0.4; y:mouth.smile*-3')
        c.ellipse(x + s * -3, y - 10, 24, 24, rig.radial(x + s * -3, y - 10, 24, (0, 'skin-light', 0.8 if s < 0 else 0.55), (1, 'skin-light', 0), squash=0.5,
                                             turn=s * 14))
        c.ellipse(x + s * -8, y + 15, 24, 24, rig.radial(x + s * -8, y + 15, 24, (0, 'skin-shade', 0.6), (0.4, 'skin-shade', 0.4), (1, 'skin-shade', 0),
                                                        squash=0.34, turn=s * -12))
    rig.morph('furrow', _grown([[(194.5, brow_y - 4), (192.5, brow_y + 4), (194.5, brow_y + 13)],
                                [(206, brow_y - 3), (208, brow_y + 4), (205.5, brow_y + 12)]], [0.2, 2.6, 2.2, 0.2], 'brow.furrow=1'),
              'skin-deep', opacity=0.8, depth=depth + 0.2)
    for s, name in ((-1, 'r'), (1, 'l')):
        f = (lambda q: mirror(q)) if s < 0 else (lambda q: q)
        rig.morph(f'forehead-{name}', _grown([f([(203, 146), (224, 140.5), (248, 143), (264, 150)]),
                                              f([(204, 131), (224, 126.5), (246, 129)])], [0.2, 1.8, 1.6, 0.2], f'brow.raise.{name}=1'),
                  'skin-shade', opacity=0.75, depth=depth + 0.1)
    rig.morph('sorrow', _grown([[(186, 150), (194, 146), (200, 148), (206, 146), (214, 150)]], [0.2, 1.8, 1.6, 1.8, 0.2], 'brow.angle.l=1'),
              'skin-shade', opacity=0.8, depth=depth + 0.1)


def drop(cx, cy, r, tall=1.9):
    """A drop: round below, pointed above."""
    return [(cx, cy - r * tall, 1), (cx + r * 0.62, cy - r * 0.55), (cx + r, cy + r * 0.25), (cx, cy + r * 1.1),
            (cx - r, cy + r * 0.25), (cx - r * 0.62, cy - r * 0.55)]


def _water(rig, p, cx, cy, r, tall=1.9):
    p.fill(drop(cx, cy, r, tall), rig.linear(cx - r, cy - r * 1.5, cx + r, cy + r, (0, '#e4f5fd', 0.92), (0.55, '#a9d8f2', 0.96), (1, '#6fb2dd', 0.97)))
    p.stroke([(cx + r * 0.5, cy - r * 0.5), (cx + r * 0.82, cy + r * 0.3), (cx, cy + r * 0.96)], [0.1, 0.9, 0.2], '#5b97bb', 0.7)
    p.ellipse(cx - r * 0.35, cy + r * 0.1, r * 0.26, r * 0.4, '#ffffff', 0.95, turn=20)


def draw_over(rig, eyes=((158, 212), (242, 212)), depth=0.6, brow=((266, 146), (250, 124))):
    """Above everything of the face, below the hair."""
    for (x, y), name in zip(eyes, 'rl'):
        s = -1 if name == 'r' else 1
        w = rig.part(f'well-{name}', depth=depth - 0.05, opacity=0, bind='opacity:tear*1.4', clip=f'eye-{name}')
        w.stroke([(x - 22, y + 7), (x - 4, y + 11.5), (x + 12, y + 10), (x + 24, y + 3)], [0.5, 4.4, 4.4, 0.5], '#bfe3f4', 0.9)
        w.stroke([(x - 12, y + 9.2), (x, y + 10.6), (x + 10, y + 9.2)], [0.2, 1.5, 0.2], '#ffffff', 0.95)
        run = rig.part(f'tear-track-{name}', depth=depth - 0.2, opacity=0, bind='opacity:tear*0.9' if s > 0 else 'opacity:tear*0.75')
        run.stroke([(x + s * 7, y + 13), (x + s * 9, y + 30), (x + s * 8.5, y + 52)], [1.2, 4.2, 5.2], '#bfe3f6', 0.8)
        t = rig.part(f'tear-{name}', depth=depth - 0.2, opacity=0, bind='opacity:tear*1.5; y:tear*34' if s > 0 else 'opacity:tear*1.2; y:tear*20')
        _water(rig, t, x + s * 8, y + 24, 7.0 if s > 0 else 6.0)
    p = rig.part('sweat', depth=0.35, opacity=0, bind='opacity:sweat*1.4; y:sweat*10')
    _water(rig, p, *brow[0], 8.0, 2.0)
    _water(rig, p, *brow[1], 4.6, 2.0)


def draw_love(rig, eyes=((155.8, 210), (244.2, 209.5)), depth=0.56):
    """Sparkles in the eyes and hearts that rise beside the head."""
    for (x, y), name in zip(eyes, 'rl'):
        p = rig.part(f'sparkle-{name}', depth=depth, opacity=0, clip=f'eye-{name}', bind='opacity:sparkle*1; scale:sparkle*0.12; x:gaze.x*5; y:gaze.y*3.2',
                     pivot=(x, y))
        p.ellipse(x - 5, y - 5, 5.4, 5.0, '#ffffff')
        p.ellipse(x + 5.4, y + 5.6, 3.2, 3.0, '#ffffff', 0.9)
        p.ellipse(x + 6.4, y - 5.4, 1.6, 1.6, '#ffffff', 0.9)
        star = [(x - 3.4, y + 7, 1), (x - 2.8, y + 8.6), (x - 1, y + 9.2, 1), (x - 2.8, y + 9.8), (x - 3.4, y + 11.6, 1), (x - 4, y + 9.8), (x - 5.8, y + 9.2, 1), (x - 4, y + 8.6)]
        p.fill(star, '#ffffff', 0.9)


def draw_hearts(rig):
    """Last of all: above the hair."""
    for i, (x, y, k, rise) in enumerate(((316, 112, 1.1, 14), (338, 72, 0.7, 20), (298, 62, 0.5, 24))):
        p = rig.part(f'heart-{i + 1}', depth=-0.2, opacity=0, bind=f'opacity:heart*1; y:heart*-{rise}; scale:heart*0.15', pivot=(x, y))
        f = lambda pts: [(x + a * k, y + b * k, *c) for a, b, *c in pts]
        heart = [(0, -8, 1), (9, -17), (21, -13), (21, 0), (11, 12), (0, 21, 1), (-11, 12), (-21, 0), (-21, -13), (-9, -17)]
        p.fill(f(heart), rig.linear(x - 18 * k, y - 16 * k, x + 16 * k, y + 18 * k, (0, '#ff8f96'), (0.5, '#ee5a6c'), (1, '#cf3a56')))
        p.stroke(f([(-15, -4), (-13, -10), (-7, -11.5)]), [0.3, 3.4 * k, 0.3], '#ffffff', 0.75)
