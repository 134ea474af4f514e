# SPDX-License-Identifier: GPL-3.0-or-later
"""The mouth: four curves (outer and inner edge of both lips) worked out for each drawn state."""
from .geometry import back, join, spline, taper

US = (-1, -0.6, -0.2, 0, 0.2, 0.6, 1)

#: The drawn states. wide: added to the half width; lift: corners up; sag: middle down; up, down: how far the
#: inner edges part; square: how full the opening is at its sides; bow: how much of the
#: upper lip's peak is drawn flat; top, low: thickness of the lips; seam: how much
#: of the resting wave of the line is left; drop: the whole mouth down; teeth: how far the upper teeth show.
STATES = {
    'rest': dict(lift=2.2, wide=0.6),
    'mouth.smile=1': dict(wide=8.5, lift=9.5, sag=2.0, top=0.74, low=0.86, seam=0.45, teeth=10),
    'mouth.smile=-1': dict(wide=-1.5, lift=-8.5, sag=-3.5, top=0.86, low=1.02, seam=0.6, teeth=4),
    'mouth.open=1': dict(wide=-3.5, up=5.5, down=27, top=0.86, low=0.9, seam=0.25, drop=1.5, teeth=7.5, square=0.48, bow=0.2),
    'mouth.width=1': dict(wide=8, top=0.86, low=0.84, seam=0.8),
    'mouth.width=-1': dict(wide=-8.5, top=1.06, low=1.08, seam=1.1),
    'mouth.pout=1': dict(wide=-11, top=1.22, low=1.28, seam=0.7, sag=-0.6, lift=-1.5, teeth=2),
    'mouth.press=1': dict(wide=1.5, top=0.34, low=0.42, seam=0.25, sag=0.4, drop=-0.5),
    'mouth.asym=1': dict(right=(4.5, -7.5), left=(-0.5, 0.8), seam=0.8),
    'mouth.asym=-1': dict(left=(-4.5, -7.5), right=(0.5, 0.8), seam=0.8),
    'mouth.smile=1 mouth.open=1': dict(wide=11, lift=12.5, sag=1.5, up=1.5, down=25, top=0.62, low=0.78, seam=0.12,
                                       teeth=11, square=0.62),
    'mouth.smile=-1 mouth.open=1': dict(wide=3.5, lift=-9, sag=-2.0, up=6, down=18, top=0.78, low=0.84, seam=0.1,
                                        square=0.34, teeth=8, under=4.5),
    'mouth.pout=1 mouth.open=1': dict(wide=-11, up=10, down=21, top=0.9, low=0.9, seam=0, teeth=1, square=0.5, lift=-2.5, bow=0.42),
    'mouth.width=-1 mouth.open=1': dict(wide=-9, up=6.5, down=24, top=1.0, low=1.0, seam=0.1, teeth=6, square=0.34),
    'mouth.pout=1 mouth.width=-1': dict(wide=-13.5, top=1.25, low=1.3, seam=0.6, sag=-0.6, lift=-1.5, teeth=2),
    'nose.wrinkle=1': dict(wide=1, lift=-2.5, up=5.5, down=0.5, top=0.82, low=1.0, seam=0.2, square=0.42, teeth=8, drop=-1),
    # teeth set on one another
    'mouth.width=1 mouth.open=1': dict(wide=9.5, up=8, down=13, top=0.74, low=0.78, seam=0.1, teeth=11, under=9, square=0.3),
}


class Mouth:
    """centre: where the lips meet; half: half the width; upper, lower: thickness at the seven stations."""

    def __init__(self, centre=(200, 286), half=28.5, upper=(0, 6.0, 9.6, 8.2, 9.4, 5.8, 0),
                 lower=(0, 8.6, 11.4, 11.5, 11.4, 8.4, 0), wave=(-2.6, 0.2, 0.9, 1.9, 0.9, 0.0, -2.8),
                 tilt=(0.3, -0.7), states=STATES):
        self.centre, self.half, self.upper, self.lower, self.wave, self.tilt = centre, half, upper, lower, wave, tilt
        self.states = states

    def curves(self, wide=0, lift=0, sag=0.0, up=0, down=0, square=0.5, top=1, low=1, seam=1, drop=0, teeth=6, under=0,
               left=(0, 0), right=(0, 0), bow=0):
        """Sketches: outer upper, inner upper, inner lower, outer lower."""
        cx, cy = self.centre
        out = ([], [], [], [])
        for i, u in enumerate(US):
            side = right if u > 0 else left
            share = abs(u) ** 1.7
            x = cx + (self.half + wide) * u + side[0] * share
            y = cy + drop + self.wave[i] * seam - lift * abs(u) ** 1.9 + sag * (1 - u * u) + side[1] * share
            y += self.tilt[1] * max(u, 0) + self.tilt[0] * max(-u, 0)
            full = (1 - u * u) ** square
            if abs(u) == 1:
                full = 0
            iu, il = y - up * full, y + down * full
            wide_in = 1.0
            out[0].append((x, iu - self.upper[i] * top * (1 - bow * (1 - abs(u)))))
            out[1].append((x * wide_in, iu))
            out[2].append((x, il))
            out[3].append((x, il + self.lower[i] * low))
        return out

    def keys(self, build, only=None):
        out = {}
        for key, s in self.states.items():
            if only is None or key in only:
                out[key] = build(s)
        return out

    def k(self, s):
        return self.curves(**s)

    def opening(self, s):
        _, iu, il, _ = self.k(s)
        return join(spline(iu), back(spline(il)))

    def lip_upper(self, s):
        ou, iu, _, _ = self.k(s)
        low = [(x, y + (0.8 if 0 < i < 6 else 0)) for i, (x, y) in enumerate(iu)]
        ou = [(*p, 0) for p in ou]
        return join(spline(ou), back(spline(low)))

    def lip_lower(self, s):
        _, _, il, ol = self.k(s)
        top = [(x, y - (0.8 if 0 < i < 6 else 0)) for i, (x, y) in enumerate(il)]
        return join(spline(top), back(spline(ol)))

    def line(self, s):
        """Where the lips meet, with the two corners."""
        _, iu, _, _ = self.k(s)
        lift = s.get('lift', 0)
        l, r = s.get('left', (0, 0))[1], s.get('right', (0, 0))[1]
        k = max(0.0, 1 - s.get('down', 0) / 12)  # corners that gape have no dimple
        a = (iu[0][0] - 1.8 * k - 0.2, iu[0][1] - (0.22 * (lift - l) + 0.6) * k)
        b = (iu[-1][0] + 1.8 * k + 0.2, iu[-1][1] - (0.22 * (lift - r) + 0.6) * k)
        return self.band([a] + iu + [b], (0, 0.9 + 1.2 * k, 1.6, 1.6, 1.8, 1.6, 1.6, 0.9 + 1.2 * k, 0))

    @staticmethod
    def band(line, widths):
        """A line along stations: it stays with whatever else goes through them, in every mixture of shapes."""
        up = [(x, y - w * 0.5) for (x, y), w in zip(line, widths)]
        low = [(x, y + w * 0.5) for (x, y), w in zip(line, widths)]
        return join(spline(up), back(spline(low)), gaps=False)

    def teeth(self, s):
        _, iu, _, _ = self.k(s)
        h = s.get('teeth', 6)
        top = [(x, y - 6) for x, y in iu]
        low = [(self.centre[0] + (x - self.centre[0]) * 0.97, y + h * (1 - 0.35 * u * u)) for (x, y), u in zip(iu, US)]
        return join(spline(top), back(spline(low)))

    def teeth_low(self, s):
        _, iu, il, _ = self.k(s)
        h = s.get('under', 0)
        low = [(x, y + 8) for x, y in il]
        top = [(self.centre[0] + (x - self.centre[0]) * 0.94, y - h * (1 - 0.3 * u * u) + (0 if h else 7) + (6 if abs(u) == 1 else 0))
               for (x, y), u in zip(il, US)]
        return join(spline(top), back(spline(low)))

    def tongue(self, s):
        _, iu, il, _ = self.k(s)
        floor = il[3][1]
        gap = floor - iu[3][1]
        cx = self.centre[0] + 0.8
        w = (self.half + s.get('wide', 0)) * 0.62
        h = 0.36 * gap
        pts = [(cx - w, floor + 3), (cx - w * 0.72, floor - h * 0.75), (cx - w * 0.28, floor - h * 1.05), (cx, floor - h * 0.9),
               (cx + w * 0.3, floor - h * 1.05), (cx + w * 0.72, floor - h * 0.75), (cx + w, floor + 3)]
        return join(spline(pts), spline([pts[-1], (cx, floor + 8), pts[0]]))

    def shine(self, s):
        """A soft light on the lower lip, left of the middle."""
        _, _, il, ol = self.k(s)
        mix = lambda a, b, t: (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
        line = [mix(il[i], ol[i], 0.44) for i in (1, 2, 3, 4)]
        line[0] = mix(line[0], line[1], 0.25)
        line[3] = mix(line[2], line[3], 0.75)
        h = 3.0 * s.get('low', 1)
        return taper(spline(line), [0.2, h, h * 0.9, 0.2], n=6)

    def glow(self, s):
        """The edge of the upper lip that catches light."""
        ou, iu, _, _ = self.k(s)
        return self.band([(x, y - 0.5) for x, y in ou[1:6]], (0, 1.1, 1.3, 1.1, 0))

    def below(self, s):
        """Shadow under the lower lip."""
        _, _, _, ol = self.k(s)
        top = [(x + (200 - x) * 0.1, y + 0.6) for x, y in ol[1:6]]
        low = [(200 + (x - 200) * 0.8 + 1.0, y + 4.6 - 1.2 * abs(u)) for (x, y), u in zip(ol[1:6], US[1:6])]
        low[0], low[-1] = top[0], top[-1]
        return join(spline(top), back(spline(low)))

    def folds(self, s):
        """The fold from nose to mouth on both sides; without thickness at rest."""
        cx, cy = self.centre
        ou, iu, _, _ = self.k(s)
        lift, gape = s.get('lift', 0), s.get('down', 0)
        out = []
        for sign, end, side in ((-1, iu[0], s.get('left', (0, 0))), (1, iu[-1], s.get('right', (0, 0)))):
            rise = lift - side[1]
            rise -= 2.2
            amount = max(0.02, min(1.0, rise / 7)) if rise > 0 else max(0.02, min(0.7, -rise / 11))
            ex, ey = end[0] + sign * (5.5 + 0.25 * rise), end[1] + 3.5
            a = (cx + sign * 22, cy - 26)
            line = spline([a, ((a[0] + ex) / 2 + sign * (2.5 + 0.05 * gape), (a[1] + ey) / 2 - 2.5), (ex, ey)])
            w = 5.2 * amount
            c = taper(line, [0.1 * amount, w, w * 1.1, 0.1 * amount], n=4)
            out.append(c)
        return out


def draw_mouth(rig, m, depth=0.6):
    cx, cy = m.centre
    where = dict(depth=depth)
    rig.morph('smile-folds', m.keys(m.folds), 'skin-deep', opacity=0.27, **where)
    rig.morph('lip-below', m.keys(m.below), 'skin-deep', opacity=0.34, **where)
    rig.morph('lip-lower', m.keys(m.lip_lower),
              rig.linear(cx - 6, cy - 4, cx + 6, cy + 18, (0, 'lips'), (0.5, 'lips'), (1, 'lips-shade')), **where)
    rig.morph('lip-upper', m.keys(m.lip_upper),
              rig.linear(cx, cy - 11, cx, cy + 3, (0, 'lips'), (0.55, 'lips-shade'), (1, 'lips-deep')), **where)
    rig.morph('lip-shine', m.keys(m.shine), 'lips-light', opacity=0.75, **where)
    rig.morph('lip-edge', m.keys(m.glow), '#fff0e0', opacity=0.34, **where)
    rig.morph('mouth', m.keys(m.opening),
              rig.linear(cx, cy - 6, cx, cy + 30, (0, '#3a1420'), (1, '#6a2532')), **where)
    inside = dict(clip='mouth', depth=depth)
    rig.morph('tongue', m.keys(m.tongue),
              rig.linear(cx, cy + 6, cx, cy + 30, (0, '#b9515c'), (1, '#dd7f80')), **inside)
    rig.morph('teeth', m.keys(m.teeth),
              rig.linear(cx, cy - 8, cx, cy + 8, (0, '#d9cfc9'), (0.55, '#fbf6f1')), **inside)
    rig.morph('teeth-low', m.keys(m.teeth_low), '#e9dfd8', **inside)
    rig.morph('mouth-line', m.keys(m.line), 'lips-line', opacity=0.92, **where)
    # disgust sticks it out; a brow that is knit in anger keeps it in
    t = rig.part('tongue-out', opacity=0, bind='opacity:nose.wrinkle*2.4; opacity:brow.furrow*-1.4; y:mouth.open*22; x:mouth.asym*-3', **where)
    x, y = cx + 1, cy
    t.fill([(x - 12, y - 3), (x - 14, y + 8), (x - 12.5, y + 19), (x - 6, y + 26), (x + 1, y + 27.5), (x + 8, y + 25.5), (x + 13.5, y + 18), (x + 14.5, y + 7), (x + 12, y - 3),
            (x, y - 5.5)], rig.linear(x, y - 6, x, y + 27, (0, '#9c3c49'), (0.35, '#d0646c'), (1, '#ea8d8c')))
    t.stroke([(x + 0.5, y - 2), (x + 1, y + 8), (x + 0.2, y + 19)], [0.3, 2.2, 0.3], '#a8434f', 0.6)
    t.stroke([(x - 13.5, y + 10), (x - 11, y + 20), (x - 2, y + 27), (x + 9, y + 24), (x + 14, y + 13)], [0.2, 1.2, 1.7, 1.4, 0.2], '#8c2f40', 0.5)
    t.ellipse(x - 6, y + 16, 2.2, 4.6, '#ffffff', 0.35, turn=12)
