# SPDX-License-Identifier: GPL-3.0-or-later
"""Brows: a tapered band with a few hairs drawn in it, bent by raise, angle and furrow."""
from .geometry import join, mirror_curve, spline, walk, _width


class Brow:
    """points: inner end to tail, both brows as if on the right of the page; widths: thickness along it."""

    def __init__(self, side, points, widths, axis=200.0):
        self.side, self.points, self.widths, self.axis = side, points, widths, axis

    def bent(self, up=0.0, angle=0.0, furrow=0.0):
        """The centre line in one attitude. up, angle in [-1, 1]; furrow in [0, 1]."""
        out = []
        n = len(self.points) - 1
        for i, (x, y) in enumerate(self.points):
            t = i / n
            inner, outer, arch = (1 - t) ** 1.5, t ** 1.3, 4 * t * (1 - t)
            if up > 0:
                y -= up * (9.5 + 4.5 * arch)
                x += up * 0.8 * t
            else:
                y -= up * (6.5 - 1.0 * arch + 0.8 * t)
            if angle > 0:
                y += angle * (-13.5 * inner + 8.5 * outer + 2.6 * arch)
                x -= angle * 2.5 * inner
            else:
                y += -angle * (9.5 * inner - 4.5 * outer + 1.0 * arch)
                x += angle * 3.0 * inner
            x -= furrow * (6.0 * inner + 1.5 * arch * (1 - t))
            y += furrow * (4.0 * inner + 1.2 * arch)
            out.append((x, y))
        return out

    def shape(self, grow=1.0, **attitude):
        line = spline(self.bent(**attitude))
        n = 7
        pts = walk(line, n)
        width = [_width(self.widths, i / n) * grow for i in range(n + 1)]
        top = [(p[0] + t[1] * w * 0.5, p[1] - t[0] * w * 0.5) for (p, t), w in zip(pts, width)]
        low = [(p[0] - t[1] * w * 0.5, p[1] + t[0] * w * 0.5) for (p, t), w in zip(pts, width)]
        (x, y), (tx, ty) = pts[0]
        w = width[0]
        end = (x - tx * 0.2 * w - ty * 0.1 * w, y - ty * 0.2 * w + tx * 0.1 * w)
        out = [join(spline([end] + top + [low[-1]]), spline(low[::-1] + [end]), gaps=True)]
        return out if self.side == 'l' else [mirror_curve(c, self.axis) for c in out]

    def keys(self, **more):
        s = self.side
        b = lambda **a: self.shape(**a, **more)
        return {'rest': b(), f'brow.raise.{s}=1': b(up=1), f'brow.raise.{s}=-1': b(up=-1),
                f'brow.angle.{s}=1': b(angle=1), f'brow.angle.{s}=-1': b(angle=-1), 'brow.furrow=1': b(furrow=1)}

    def strands(self):
        """Hairs inside the band, in each attitude."""
        def make(**attitude):
            line = spline(self.bent(**attitude))
            out = []
            for i, t in enumerate((0.06, 0.2, 0.34, 0.5, 0.66)):
                (x, y), (tx, ty) = walk(line, 1, 0, t)[1]
                w = _width(self.widths, t)
                a = (x - tx * 1.0 - ty * -0.26 * w, y - ty * 1.0 + tx * 0.26 * w)
                b = (x + tx * w * 1.15 + ty * 0.3 * w, y + ty * w * 1.15 - tx * 0.3 * w)
                m = ((a[0] + b[0]) / 2 + tx * 0.4, (a[1] + b[1]) / 2 + 0.8)
                thick = 0.5
                c = join(spline([a, (m[0] + ty * thick, m[1] - tx * thick), b]),
                         spline([b, (m[0] - ty * thick, m[1] + tx * thick), a]))
                out.append(c if self.side == 'l' else mirror_curve(c, self.axis))
            return out
        s = self.side
        return {'rest': make(), f'brow.raise.{s}=1': make(up=1), f'brow.raise.{s}=-1': make(up=-1),
                f'brow.angle.{s}=1': make(angle=1), f'brow.angle.{s}=-1': make(angle=-1), 'brow.furrow=1': make(furrow=1)}


def draw_brow(rig, brow, depth=0.55):
    s = brow.side
    (x0, y0), (x1, _) = [(p[0] if s == 'l' else 2 * brow.axis - p[0], p[1]) for p in (brow.points[0], brow.points[2])]
    rig.morph(f'brow-{s}', brow.keys(), rig.linear(x0, y0, x1, y0, (0, 'hair-shade'), (0.3, 'hair-deep'), (1, 'hair-deep')), depth=depth)
    rig.morph(f'brow-hairs-{s}', brow.strands(), 'hair-line', opacity=0.5, depth=depth)
