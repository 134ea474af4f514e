# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes, brows, a mouth and signs for faces that are no one's: plainer than a person's, and bolder."""
from .geometry import back, join, mirror_curve, part_of, spline, taper
from .mouth import Mouth

#: state of the lids: key of the format, for one side
KEYS = {'rest': 'rest', 'wide': 'eye.open.{s}=1', 'closed': 'eye.open.{s}=-1', 'smile': 'eye.smile.{s}=1',
        'arc': 'eye.open.{s}=-1 eye.smile.{s}=1', 'angry': 'brow.angle.{s}=-1', 'sad': 'brow.angle.{s}=1',
        'closed-angry': 'brow.angle.{s}=-1 eye.open.{s}=-1', 'closed-sad': 'brow.angle.{s}=1 eye.open.{s}=-1'}


class Eye:
    """side: 'l' or 'r'; corner: the inner one, on the right of the page; lids: shapes of LIDS' kind."""

    def __init__(self, side, corner, lids, size=1.0, line=(.2, 2.4, 3.6, 3.0, .4), shut=(1.4, 5.6, 7.4, 5.6, 1.4), under=.7):
        self.side, self.corner, self.lids, self.size = side, corner, lids, size
        self.line, self.shut, self.under = line, shut, under

    def place(self, curve):
        f = lambda p: (self.corner[0] + p[0] * self.size, self.corner[1] + p[1] * self.size)
        c = (f(curve[0]), [tuple(f(q) for q in s) for s in curve[1]])
        return c if self.side == 'l' else mirror_curve(c)

    def keys(self, build):
        return {key.format(s=self.side): self.place(build(self.lids[name], name)) for name, key in KEYS.items()}

    @staticmethod
    def ring(s):
        whole = spline([s['inner'], *s['upper'], s['outer'], *s['lower']], True)
        return whole

    def opening(self, s, name):
        if name.startswith(('closed', 'arc')):
            return join(spline([s['inner'], *s['upper'], s['outer']]), spline([s['outer'], *s['lower'], s['inner']]))
        return self.ring(s)

    def lid(self, s, name):
        shut = name.startswith(('closed', 'arc'))
        line = (s['inner'], self.opening(s, name)[1][:4])
        w = self.shut if shut else self.line
        return taper(line, w, n=6, bias=.5 if shut else .35)

    def lower(self, s, name):
        ring = self.opening(s, name)
        line = back((s['outer'], ring[1][4:]))
        line = part_of((line[0], line[1]), .06, .94, 4)
        w = {'smile': [.4, 3.4, 4.2, 3.4, .4], 'rest': [.1, self.under * .7, self.under, self.under * .7, .1]}.get(name, [.1, self.under * .6, self.under * .8, self.under * .6, .1])
        line = (line[0], line[1])
        drop = 5.5 if name == 'smile' else 3
        line = ((line[0][0], line[0][1] + drop), [tuple((q[0], q[1] + drop) for q in s2) for s2 in line[1]])
        return taper(line, w, n=6)


class Brow:
    """A flick: thick at the nose, drawn out to a point."""

    def __init__(self, side, points, widths=(4.5, 9.5, 8.6, 6.2, .6), reach=1.0):
        self.side, self.points, self.widths, self.reach = side, points, widths, reach

    def shape(self, up=0.0, angle=0.0, furrow=0.0):
        up, angle, furrow = up * self.reach, angle * self.reach, furrow * self.reach
        pts = []
        for (x, y), t in zip(self.points, (0, .33, .68, 1)):
            inner, outer = (1 - t) ** 1.2, t ** 1.2
            y -= up * (15 + 5 * 4 * t * (1 - t)) if up > 0 else up * (9 - 2 * t)
            if angle > 0:
                y += angle * (-17 * inner + 9 * outer)
                x -= angle * 2 * inner
            else:
                y -= angle * (17 * inner - 7 * outer)
                x += angle * 3 * inner
            x -= furrow * (8 * inner + 3 * (1 - t))
            y += furrow * 5 * inner
            pts.append((x, y))
        c = taper(pts, self.widths, n=6)
        return c if self.side == 'l' else mirror_curve(c)

    def keys(self):
        s, b = self.side, self.shape
        return {'rest': b(), f'brow.raise.{s}=1': b(up=1), f'brow.raise.{s}=-1': b(up=-1), f'brow.angle.{s}=1': b(angle=1),
                f'brow.angle.{s}=-1': b(angle=-1), 'brow.furrow=1': b(furrow=1)}


class Lips(Mouth):
    """A mouth without lips: one soft line that opens."""

    weight = 5.6

    def opening(self, s):
        """Sharp at the corners, unless it is an O."""
        _, iu, il, _ = self.k(s)
        return spline(iu + il[-2:0:-1], True) if s.get('round') else join(spline(iu), back(spline(il)))

    def k(self, s):
        return self.curves(**{name: v for name, v in s.items() if name != 'round'})

    def lip(self, s, which):
        ou, iu, il, ol = self.k(s)
        line = [(x, y - 5) for x, y in iu] if which else [(x, y + 5) for x, y in il]
        return taper(spline(line[1:6]), [.2, 2.2, 3, 2.2, .2], n=6)

    def edge(self, s):
        _, iu, il, _ = self.k(s)
        gape = max(s.get('down', 0), s.get('up', 0)) / 30
        w = self.weight
        lift = s.get('lift', 0)
        a = (iu[0][0] - 2.2, iu[0][1] - .2 * lift)
        b = (iu[-1][0] + 2.2, iu[-1][1] - .2 * lift)
        t = w * (1 - .35 * min(gape, 1))
        return taper(spline([a] + iu + [b]), [1.6, t * .9, t, t, t, t, t, t * .9, 1.6], n=12)


def drop_shape(x, y, r):
    """A drop of light with its point up."""
    return [(x, y - 1.9 * r, 1), (x + .55 * r, y - .75 * r), (x + r, y + .1 * r), (x + .7 * r, y + .85 * r), (x, y + 1.1 * r),
            (x - .7 * r, y + .85 * r), (x - r, y + .1 * r), (x - .55 * r, y - .75 * r)]


def heart_shape(x, y, r):
    half = [(0, -.35, 1), (.42, -.85), (.95, -.62), (.98, -.05), (.55, .5), (0, 1, 1)]
    return [(x + a * r, y + b * r, *c) for a, b, *c in half] + [(x - a * r, y + b * r) for a, b, *c in half[-2:0:-1]]


def spark(part, x, y, r, paint='accent'):
    part.fill([(x, y - r, 1), (x + .16 * r, y - .16 * r), (x + r, y, 1), (x + .16 * r, y + .16 * r), (x, y + r, 1), (x - .16 * r, y + .16 * r),
               (x - r, y, 1), (x - .16 * r, y - .16 * r)], paint)
