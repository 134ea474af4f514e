# SPDX-License-Identifier: GPL-3.0-or-later
"""Curves: smooth splines through a few points, tapered strokes, and what is needed to bend them.

A *sketch* is a list of points. A point is (x, y), or (x, y, 1) for a corner. A *curve* is
(start, [(c1, c2, end), ...]): cubic segments. The spline is Hobby's (“Smooth, easy to compute
interpolating splines”, 1986), which keeps curvature even where a Catmull-Rom would flatten.
"""
import math


def _solve(matrix, right):
    """Gaussian elimination with pivoting: the systems here have a dozen unknowns."""
    n = len(right)
    rows = [matrix[i][:] + [right[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            f = rows[k][i] / rows[i][i]
            if f:
                for j in range(i, n + 1):
                    rows[k][j] -= f * rows[i][j]
    out = [0.0] * n
    for i in range(n - 1, -1, -1):
        out[i] = (rows[i][n] - sum(rows[i][j] * out[j] for j in range(i + 1, n))) / rows[i][i]
    return out


def _velocity(theta, phi):
    st, sp, ct, cp = math.sin(theta), math.sin(phi), math.cos(theta), math.cos(phi)
    a = math.sqrt(2) * (st - sp / 16) * (sp - st / 16) * (ct - cp)
    return min((2 + a) / (3 * (1 + 0.5 * (math.sqrt(5) - 1) * ct + 0.5 * (3 - math.sqrt(5)) * cp)), 4.0)


def _turn(a):
    return (a + math.pi) % (2 * math.pi) - math.pi


def _smooth(pts, closed):
    """Hobby's spline through pts, without corners. Returns the segments."""
    n = len(pts)
    count = n if closed else n - 1
    z = [complex(p[0], p[1]) for p in pts]
    if count == 1:
        d = (z[1] - z[0]) / 3
        return [(z[0] + d, z[1] - d, z[1])]
    delta = [z[(i + 1) % n] - z[i] for i in range(count)]
    dist = [max(abs(d), 1e-6) for d in delta]
    ang = [math.atan2(d.imag, d.real) for d in delta]
    psi = [0.0] * n
    for i in range(n):
        if closed or 0 < i < n - 1:
            psi[i] = _turn(ang[i % count] - ang[(i - 1) % count])
    m = [[0.0] * n for _ in range(n)]
    r = [0.0] * n
    for i in range(n):
        if not closed and i == 0:
            m[0][0], m[0][1], r[0] = 1, 1, -psi[1]
        elif not closed and i == n - 1:
            m[i][i - 1], m[i][i] = 1, 1
        else:
            p, q = dist[(i - 1) % count], dist[i % count]
            a, nx = (i - 1) % n, (i + 1) % n
            m[i][a] += 1 / p
            m[i][i] += 2 / p + 2 / q
            m[i][nx] += 1 / q
            r[i] = -(2 * psi[i] / p) - (psi[nx] / q)
    theta = _solve(m, r)
    out = []
    for i in range(count):
        j = (i + 1) % n
        t = theta[i]
        f = -psi[j] - theta[j]
        u = complex(math.cos(ang[i] + t), math.sin(ang[i] + t))
        v = complex(math.cos(ang[i] - f), math.sin(ang[i] - f))
        out.append((z[i] + u * dist[i] * _velocity(t, f), z[j] - v * dist[i] * _velocity(f, t), z[j]))
    return out


def spline(sketch, closed=False):
    """The curve through a sketch; corners break the smoothness."""
    corners = [i for i, p in enumerate(sketch) if len(p) > 2 and p[2]]
    pts = [(p[0], p[1]) for p in sketch]
    n = len(pts)
    if closed and not corners:
        segs = _smooth(pts, True)
        start = 0
    else:
        if closed:
            start = corners[0]
            order = [(start + i) % n for i in range(n + 1)]
        else:
            start = 0
            order = list(range(n))
        cut = [k for k, i in enumerate(order) if i in corners or k in (0, len(order) - 1)]
        segs = []
        for a, b in zip(cut, cut[1:]):
            segs += _smooth([pts[order[k]] for k in range(a, b + 1)], False)
    return (pts[start], [tuple((c.real, c.imag) for c in s) for s in segs])


def join(*curves, gaps=None):
    """One curve out of several that continue one another; gaps become straight segments.

    gaps: whether there is one at every joint, for key shapes that must have as many segments each."""
    start, segs = curves[0][0], list(curves[0][1])
    for c in curves[1:]:
        end = segs[-1][2]
        if gaps if gaps is not None else math.dist(end, c[0]) > 0.01:
            segs.append((_mix(end, c[0], 1 / 3), _mix(end, c[0], 2 / 3), c[0]))
        segs += c[1]
    return (start, segs)


def back(curve):
    """The same curve, walked from its end."""
    pts = [curve[0]] + [s[2] for s in curve[1]]
    segs = [(s[1], s[0], pts[i]) for i, s in enumerate(curve[1])]
    return (pts[-1], segs[::-1])


def _mix(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def at(curve, t):
    """Point and unit tangent at t in [0, 1], equal share for each segment."""
    n = len(curve[1])
    i = min(int(t * n), n - 1)
    u = t * n - i
    p0 = curve[0] if i == 0 else curve[1][i - 1][2]
    c1, c2, p3 = curve[1][i]
    v = 1 - u
    xy = tuple(v**3 * p0[k] + 3 * v * v * u * c1[k] + 3 * v * u * u * c2[k] + u**3 * p3[k] for k in (0, 1))
    d = tuple(3 * v * v * (c1[k] - p0[k]) + 6 * v * u * (c2[k] - c1[k]) + 3 * u * u * (p3[k] - c2[k]) for k in (0, 1))
    length = math.hypot(*d)
    if length < 1e-9:
        d = (p3[0] - p0[0], p3[1] - p0[1])
        length = math.hypot(*d) or 1
    return xy, (d[0] / length, d[1] / length)


def walk(curve, n, start=0.0, end=1.0):
    """n + 1 (point, tangent) pairs, even along the length, between two shares of it."""
    steps = 24 * len(curve[1])
    pts = [at(curve, i / steps) for i in range(steps + 1)]
    acc = [0.0]
    for a, b in zip(pts, pts[1:]):
        acc.append(acc[-1] + math.dist(a[0], b[0]))
    out = []
    k = 0
    for i in range(n + 1):
        want = acc[-1] * (start + (end - start) * i / n)
        while k < steps - 1 and acc[k + 1] < want:
            k += 1
        span = acc[k + 1] - acc[k]
        u = (want - acc[k]) / span if span > 1e-9 else 0
        out.append(at(curve, min(max((k + u) / steps, 0), 1)))
    return out


def part_of(curve, start, end, n=6):
    """A stretch of a curve, re-fitted through n + 1 points."""
    return spline([p for p, _ in walk(curve, n, start, end)])


def _width(widths, t):
    """Widths are spread evenly along the stroke and joined smoothly."""
    if callable(widths):
        return widths(t)
    x = t * (len(widths) - 1)
    i = min(int(x), len(widths) - 2)
    u = x - i
    u = u * u * (3 - 2 * u)
    return widths[i] + (widths[i + 1] - widths[i]) * u


def offset(curve, n, d, start=0.0, end=1.0):
    """Points beside a curve: d (number, list of widths or function of t) to the left of its direction."""
    if not callable(d) and not isinstance(d, (list, tuple)):
        d = [d, d]
    out = []
    for i, (p, t) in enumerate(walk(curve, n, start, end)):
        w = _width(d, i / n)
        out.append((p[0] + t[1] * w, p[1] - t[0] * w))
    return out


def taper(sketch, widths, n=0, bias=0.5):
    """A stroke whose width changes, as a closed curve. bias: share of the width left of the line."""
    curve = sketch if isinstance(sketch, tuple) else spline(sketch)
    n = n or max(3, 2 * len(curve[1]))
    left = [_width(widths, i / n) * bias for i in range(n + 1)]
    right = [-_width(widths, i / n) * (1 - bias) for i in range(n + 1)]
    pts = walk(curve, n)
    a = [(p[0] + t[1] * w, p[1] - t[0] * w) for (p, t), w in zip(pts, left)]
    b = [(p[0] + t[1] * w, p[1] - t[0] * w) for (p, t), w in zip(pts, right)]
    return join(spline(a), spline(b[::-1]), gaps=True)


def leaf(sketch, widths, n=0, bias=0.5):
    """A stroke that comes to a point at both ends: as taper, for half of the points."""
    curve = sketch if isinstance(sketch, tuple) else spline(sketch)
    n = n or max(2, len(curve[1]), 0 if callable(widths) else len(widths) - 1)
    pts = walk(curve, n)
    side = lambda k: [(p[0] + t[1] * w, p[1] - t[0] * w) for (p, t), w in
                      [(q, _width(widths, i / n) * k) for i, q in enumerate(pts) if 0 < i < n]]
    a, b = pts[0][0], pts[-1][0]
    return join(spline([a] + side(bias) + [b]), spline([b] + side(bias - 1)[::-1] + [a]), gaps=False)


def shift(sketch, dx=0, dy=0):
    return [(p[0] + dx, p[1] + dy, *p[2:]) for p in sketch]


def mirror(sketch, axis=200.0):
    return [(2 * axis - p[0], p[1], *p[2:]) for p in sketch]


def mirror_curve(curve, axis=200.0):
    f = lambda p: (2 * axis - p[0], p[1])
    return (f(curve[0]), [tuple(f(c) for c in s) for s in curve[1]])


def blend(a, b, t):
    """A sketch between two sketches of as many points."""
    assert len(a) == len(b)
    return [(*_mix(p, q, t), *p[2:]) for p, q in zip(a, b)]
