# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes: from two lid curves for each state come the opening, lid line, lashes, crease and shadows.

Shapes are worked out for the companion's left eye (right of the page) in a space of its own: x from the
inner corner outward, y down from the corner's height. The other eye is the mirror of its own spec, so that
the two may differ.
"""
from .geometry import back, join, mirror_curve, part_of, spline, taper, walk

#: Lid shapes a rig may start from: inner and outer corner, upper and lower lid, crease, lash lengths.
ALMOND = {
    'rest': dict(inner=(0, 3.8), outer=(47, -2), upper=[(8, -6), (21, -12), (36, -9.6)],
                 lower=[(12, 8.0), (25, 10.4), (38, 6.8)],
                 crease=[(4, -9), (14, -17.5), (28, -20.5), (43, -13.5), (51, -5)], fold=1.0, lash=(0.75, -0.8)),
    'wide': dict(inner=(0, 3.5), outer=(47, -2.5), upper=[(6.5, -11.5), (21, -20.5), (38, -15.5)],
                 lower=[(11.5, 11.2), (25, 14.8), (39, 9.8)],
                 crease=[(4, -13), (14, -24), (28, -27.5), (43, -19), (51, -7.5)], fold=1.0, lash=(0.7, -1.0)),
    'closed': dict(inner=(0, 4), outer=(47.5, 0), upper=[(11, 9.6), (24, 12.2), (37, 8.4)],
                   lower=[(11, 9.8), (24, 12.4), (37, 8.6)],
                   crease=[(4, -4.5), (14, -9.5), (28, -11.5), (43, -6.5), (51, -0.5)], fold=0.6, lash=(0.75, 0.75)),
    'smile': dict(inner=(0, 3.5), outer=(47, -2), upper=[(8, -7), (21, -12.2), (36, -8.8)],
                  lower=[(12, 4.8), (25, 5.2), (38, 2.2)],
                  crease=[(4, -8.5), (14, -16.5), (28, -19), (43, -12), (51, -4)], fold=1.0, lash=(0.75, -0.75)),
    'arc': dict(inner=(0, 6.5), outer=(47.5, 3.5), upper=[(10, -2.6), (24, -6.8), (38, -3.4)],
                lower=[(10, -2.4), (24, -6.6), (38, -3.2)],
                crease=[(4, -6), (14, -13.5), (28, -16), (43, -9.5), (51, -2)], fold=0.7, lash=(0.8, -0.2)),
}

#: state of the spec: key of the format, for one side
KEYS = {'rest': 'rest', 'wide': 'eye.open.{s}=1', 'closed': 'eye.open.{s}=-1', 'smile': 'eye.smile.{s}=1',
        'arc': 'eye.open.{s}=-1 eye.smile.{s}=1'}


class Eye:
    """One eye. side: 'l' or 'r'; corner: its inner corner, as if on the right of the page; states: lid shapes."""

    def __init__(self, side, corner, states, size=1.0, lashes=2, line=3.2, wing=7.0, axis=200.0):
        self.side, self.axis, self.line, self.lashes, self.size, self.wing = side, axis, line, lashes, size, wing
        self.corner = corner
        self.states = states

    def place(self, curve):
        k, (cx, cy) = self.size, self.corner
        f = lambda p: (cx + p[0] * k, cy + p[1] * k)
        c = (f(curve[0]), [tuple(f(q) for q in s) for s in curve[1]])
        return c if self.side == 'l' else mirror_curve(c, self.axis)

    def point(self, x, y):
        """A point of the eye's own space, on the page."""
        return self.place(((x, y), []))[0]

    def upper(self, s):
        return spline([s['inner'], *s['upper'], s['outer']])

    def lower(self, s):
        return spline([s['inner'], *s['lower'], s['outer']])

    def keys(self, build):
        """The key shapes of whatever build makes of a state."""
        out = {}
        for name, key in KEYS.items():
            made = build(self.states[name])
            many = made if isinstance(made, list) else [made]
            out[key.format(s=self.side)] = [self.place(c) for c in many]
        return out

    # --- shapes --------------------------------------------------------------------------------------

    def opening(self, s):
        return join(self.upper(s), back(self.lower(s)))

    def lid(self, s):
        """The lash line: thin at the nose, thickest past the middle, out into a small wing."""
        w = self.line
        path = walk(self.upper(s), 6, 0.0, 0.96)
        widths = [0.2 * w, 0.55 * w, 0.8 * w, 0.96 * w, 1.04 * w, 1.02 * w, 0.98 * w]
        top = [(p[0] + t[1] * d, p[1] - t[0] * d) for (p, t), d in zip(path, widths)]
        low = [(p[0] - t[1] * 0.5, p[1] + t[0] * 0.5) for p, t in path]
        lx, ly = s['lash']
        ox, oy = s['outer']
        tip = (ox + self.wing * lx, oy + 0.95 * self.wing * ly)
        start = (s['inner'][0] - 1.0, s['inner'][1] + 0.8)
        root = (ox + 0.6, oy + 0.7)
        knee = (ox + 0.55 * self.wing * lx, oy + 0.34 * self.wing * ly + 0.3)
        return join(spline([start] + top), spline([top[-1], (top[-1][0] * 0.45 + tip[0] * 0.55, top[-1][1] * 0.62 + tip[1] * 0.38), tip]),
                    spline([tip, knee, root]), spline([root] + low[:-1][::-1]), spline([low[0], start]), gaps=True)

    def lash_curves(self, s):
        """A few lashes at the outer end of the upper lid, swept outward."""
        out = []
        lx, ly = s['lash']
        upper = self.upper(s)
        for i in range(self.lashes):
            share = i / max(self.lashes - 1, 1)
            (x, y), (tx, ty) = walk(upper, 1, 0, 0.82 + 0.11 * share)[1]
            x, y = x + ty * self.line * 0.5, y - tx * self.line * 0.5
            reach = self.wing * (0.62 + 0.2 * share)
            dx, dy = reach * lx * (1.0 + 0.15 * share), reach * ly * (1.2 - 0.1 * share)
            mid = (x + dx * 0.62, y + dy * 0.36) if ly < 0 else (x + dx * 0.5, y + dy * 0.55)
            out.append(taper(spline([(x, y), mid, (x + dx, y + dy)]), [1.7, 1.3, 0.1], n=3))
        return out

    def crease(self, s):
        f = s['fold']
        return taper(spline(s['crease']), [0.3 * f, 1.7 * f, 2.1 * f, 1.5 * f, 0.3 * f], n=6)

    def lid_skin(self, s):
        return join(spline([s['inner'], *s['crease'][1:4], s['outer']]), back(self.upper(s)))

    def shadow(self, s, depth=5.2):
        """What the upper lid throws on the eye."""
        up = self.upper(s)
        tall = max(0.0, min(1.0, (s['lower'][1][1] - s['upper'][1][1]) / 24))
        low = [(x, y + depth * tall * w) for ((x, y), _), w in zip(walk(up, 4), (0.4, 1.0, 1.05, 0.9, 0.4))]
        return join(spline([(p[0], p[1] - 3) for p, _ in walk(up, 4)]), spline(low[::-1]))

    def lower_line(self, s):
        low = part_of(self.lower(s), 0.3, 0.96, 5)
        return taper(((low[0][0], low[0][1] + 0.5), [tuple((c[0], c[1] + 0.5) for c in seg) for seg in low[1]]),
                     [0.2, 0.9, 1.5, 1.5, 0.3], n=6)

    def waterline(self, s):
        """The wet edge of the lower lid."""
        return taper(part_of(self.lower(s), 0.08, 0.9, 5), [0.3, 1.2, 1.5, 1.2, 0.4], n=5, bias=0.85)

    def bag(self, s, amount):
        pts = [(x * 0.98 + 1, y + 7.2 - 1.5 * amount) for (x, y), _ in walk(self.lower(s), 4, 0.1, 0.86)]
        return taper(spline(pts), [0.05, 1.6 * amount, 1.9 * amount, 1.2 * amount, 0.05], n=5)

    def bags(self):
        key = 'eye.smile.%s=1' % self.side
        rest = self.states['rest']
        return {'rest': self.place(self.bag(rest, 0.03)), key: self.place(self.bag(self.states['smile'], 1.0))}


def varied(states, **changes):
    """A copy of lid shapes with some numbers moved: varied(ALMOND, outer=(0, 2)) lowers the outer corner."""
    out = {}
    for name, s in states.items():
        s = dict(s)
        for field, d in changes.items():
            if field in ('inner', 'outer'):
                s[field] = (s[field][0] + d[0], s[field][1] + d[1])
            elif field in ('upper', 'lower', 'crease'):
                k = 1.0 if name in ('rest', 'wide', 'smile') else 0.3
                s[field] = [(x + dx * k, y + dy * k) for (x, y), (dx, dy) in zip(s[field], d)]
            else:
                s[field] = d
        out[name] = s
    return out


def draw_eye(rig, eye, iris=13.6, gaze=(7.2, 4.6), centre=(23.6, -0.9), depth=0.55):
    """All parts of one eye, in paint order."""
    s = eye.side
    cx, cy = eye.point(*centre)
    sign = 1  # one light for both eyes
    where = dict(depth=depth)
    top, bottom = cy - 16, cy + 14
    rig.morph(f'lid-skin-{s}', eye.keys(eye.lid_skin),
              rig.linear(cx, cy - 20, cx, cy + 12, (0, 'skin-shade', 0.15), (0.45, 'skin-shade', 0.75), (1, 'skin-deep', 0.55)), **where)
    rig.morph(f'eye-{s}', eye.keys(eye.opening),
              rig.linear(cx, top, cx, bottom, (0, '#d9d3d6'), (0.45, '#f7f4f2'), (1, '#fbf8f5')), **where)
    move = f'x:gaze.x*{gaze[0]}; y:gaze.y*{gaze[1]}'
    p = rig.part(f'iris-{s}', clip=f'eye-{s}', bind=move + '; scale:pupil*0.13', pivot=(cx, cy), **where)
    p.ellipse(cx, cy, iris, iris, 'eyes-line')
    p.ellipse(cx, cy, iris - 1.3, iris - 1.3,
              rig.linear(cx, cy - iris, cx, cy + iris, (0, 'eyes-deep'), (0.5, 'eyes'), (1, 'eyes-light')))
    p.ellipse(cx, cy, iris - 1.3, iris - 1.3,
              rig.radial(cx, cy + 8.5, iris - 1, (0, 'eyes-light', 1), (0.5, 'eyes-light', 0.55), (1, 'eyes-light', 0), squash=0.72))
    rays = []
    import math
    for i in range(14):
        a = math.radians(i * 360 / 14 + 7)
        rays.append(([(cx + math.cos(a) * 6.2, cy + math.sin(a) * 6.2),
                      (cx + math.cos(a) * (iris - 2.2), cy + math.sin(a) * (iris - 2.2))], [0.9, 0.2]))
    p.strokes(rays, 'eyes-deep', 0.35)
    p.ring(cx, cy, 7.4, 7.4, 1.6, 'eyes-deep', 0.45)
    rig.part(f'pupil-{s}', clip=f'eye-{s}', bind=move + '; scale:pupil*0.34', pivot=(cx, cy), **where) \
        .ellipse(cx, cy, 6.5, 6.5, '#150e17')
    rig.morph(f'eye-shadow-{s}', eye.keys(eye.shadow), '#2a1a2c', opacity=0.3, clip=f'eye-{s}', **where)
    g = rig.part(f'glint-{s}', clip=f'eye-{s}', bind=f'x:gaze.x*{gaze[0] * 0.72:.1f}; y:gaze.y*{gaze[1] * 0.72:.1f}', **where)
    g.ellipse(cx - 4.6 * sign, cy - 5.0, 3.9, 3.6, '#ffffff', 0.96)
    g.ellipse(cx + 4.9 * sign, cy + 5.6, 1.9, 1.7, '#ffffff', 0.6)
    rig.morph(f'waterline-{s}', eye.keys(eye.waterline), 'lips-light', opacity=0.55, **where)
    rig.morph(f'lower-{s}', eye.keys(eye.lower_line), 'skin-line', opacity=0.62, **where)
    rig.morph(f'bag-{s}', eye.bags(), 'skin-deep', opacity=0.6, **where)
    rig.morph(f'crease-{s}', eye.keys(eye.crease), 'skin-line', opacity=0.55, **where)
    if eye.lashes:
        rig.morph(f'lash-{s}', eye.keys(eye.lash_curves), LASH, **where)
    rig.morph(f'lid-{s}', eye.keys(eye.lid), LASH, **where)


LASH = '#2b1b1d'
