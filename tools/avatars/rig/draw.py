# SPDX-License-Identifier: GPL-3.0-or-later
"""The document: parts, morphs, gradients and classes, written as one SVG that any editor opens."""
import math

from .geometry import leaf, spline, taper
from .tones import lips_of, tones

NS = 'https://lueur-app.github.io/ns/rig/1'


def num(v, places=1):
    s = f'{v:.{places}f}'.rstrip('0').rstrip('.') if places else f'{v:.0f}'
    return '0' if s in ('-0', '') else s


def _short(values, places):
    """Numbers in a row: a sign or a second point begins the next one as well as a blank would."""
    out = ''
    for v in values:
        s = num(v, places).replace('0.', '.', 1) if abs(v) < 1 else num(v, places)
        point = '.' in out[max(out.rfind(' '), out.rfind('-')) + 1:]
        out += s if not out or s[0] == '-' or (s[0] == '.' and point) else ' ' + s
    return out


def exact(curve, places=2, closed=True):
    """Path data for key shapes: every point rounded by itself, so that what is the same in two of them stays the same; written
    in relative commands, which are half as long and lose nothing."""
    grid = 10 ** places
    on = lambda p: tuple(round(float(f'{v:.{places}f}') * grid) for v in p)
    pen = on(curve[0])
    out = f'M{_short([v / grid for v in pen], places)}'
    for n, seg in enumerate(curve[1]):
        points = [on(p) for p in seg]
        row = _short([(p[i] - pen[i]) / grid for p in points for i in (0, 1)], places)
        out += row if n and row[0] == '-' else ('c' if not n else ' ') + row
        pen = points[2]
    return out + ('z' if closed else '')


def relative(curve, places=1, closed=True):
    """Path data in relative commands, rounded without drift: short."""
    def rel(p, o):
        return (round(p[0] - o[0], places), round(p[1] - o[1], places))
    pen = (round(curve[0][0], places), round(curve[0][1], places))
    out = f'M{_short(pen, places)}'
    for n, seg in enumerate(curve[1]):
        d = [rel(p, pen) for p in seg]
        row = _short([v for p in d for v in p], places)
        out += row if n and row[0] == '-' else ('c' if not n else ' ') + row
        pen = (pen[0] + d[2][0], pen[1] + d[2][1])
    return out + ('z' if closed else '')


def curve_of(shape, closed=True):
    """A sketch or a curve, as a curve."""
    return shape if isinstance(shape, tuple) else spline(shape, closed)


def _box(curves):
    pts = [p for c in curves for s in [((c[0],) * 3), *c[1]] for p in s]
    return (min(p[0] for p in pts), min(p[1] for p in pts), max(p[0] for p in pts), max(p[1] for p in pts))


def brush(line, widths, n=0, bias=0.5):
    """A stroke with as few points as its ends allow: a leaf where it runs out thin, else with caps."""
    curve = curve_of(line, False)
    if max(widths[0], widths[-1]) <= 0.6 and len(widths) > 2:
        return leaf(curve, widths, n, bias)
    return taper(curve, widths, n or max(1 if len(curve[1]) == 1 else 2, len(curve[1]), len(widths) - 1), bias)


class Part:
    """A group of shapes. Every method adds one and returns the part, so that calls chain."""

    def __init__(self, rig, attrs):
        self.rig, self.attrs, self.rows, self.depth = rig, attrs, [], 0

    def _add(self, row):
        self.rows.append('  ' * self.depth + row)
        return self

    def _paint(self, paint, opacity, blur, clip, box=None):
        out = ''
        if paint.startswith(('#', 'url(')):
            out += f' fill="{paint}"'
        else:
            self.rig.use(paint)
            out += f' class="{paint}"'
        if opacity != 1:  # not opacity: librsvg would set up a whole page for each shape
            out += f' fill-opacity="{num(opacity, 2)}"'
        if blur:
            out += f' filter="url(#{self.rig.blur(blur, box)})"'
        if clip:
            out += f' clip-path="url(#{clip})"'
        return out

    def fill(self, shape, paint, opacity=1, blur=0, clip=None):
        curve = curve_of(shape)
        return self._add(f'<path d="{relative(curve)}"{self._paint(paint, opacity, blur, clip, _box([curve]))}/>')

    def fills(self, shapes, paint, opacity=1, blur=0, clip=None):
        """Many shapes of one colour, as one path: smaller and quicker to draw."""
        curves = [curve_of(s) for s in shapes]
        d = ''.join(relative(c) for c in curves)
        return self._add(f'<path d="{d}"{self._paint(paint, opacity, blur, clip, _box(curves))}/>') if d else self

    def stroke(self, sketch, widths, paint, opacity=1, blur=0, clip=None, bias=0.5):
        return self.fill(brush(sketch, widths, bias=bias), paint, opacity, blur, clip)

    def strokes(self, lines, paint, opacity=1, blur=0, clip=None, n=0):
        """lines: (sketch, widths) pairs of one colour; n: how finely each is drawn."""
        curves = [(curve_of(s, False), w) for s, w in lines]
        return self.fills([brush(c, w, n) for c, w in curves], paint, opacity, blur, clip)

    def ellipse(self, cx, cy, rx, ry, paint, opacity=1, blur=0, clip=None, turn=0):
        t = f' transform="rotate({num(turn)} {num(cx)} {num(cy)})"' if turn else ''
        shape = f'circle cx="{num(cx)}" cy="{num(cy)}" r="{num(rx, 2)}"' if rx == ry else \
            f'ellipse cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx, 2)}" ry="{num(ry, 2)}"'
        r = max(rx, ry)
        box = (cx - r, cy - r, cx + r, cy + r)
        return self._add(f'<{shape}{t}{self._paint(paint, opacity, blur, clip, box)}/>')

    def ring(self, cx, cy, rx, ry, width, paint, opacity=1, clip=None):
        shape = f'ellipse cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx, 2)}" ry="{num(ry, 2)}"'
        return self._add(f'<{shape}{self._line(paint, width, opacity, clip)}/>')

    def line(self, sketch, width, paint, opacity=1, clip=None, closed=False):
        """A line of even width."""
        d = relative(curve_of(sketch, closed), closed=closed)
        return self._add(f'<path d="{d}"{self._line(paint, width, opacity, clip)} stroke-linecap="round" '
                         'stroke-linejoin="round"/>')

    def lines(self, sketches, width, paint, opacity=1):
        """Many lines of even width as one path: a tenth of the points that drawn-out strokes take."""
        d = ''.join(relative(curve_of(q, False), closed=False) for q in sketches)
        return self._add(f'<path d="{d}"{self._line(paint, width, opacity, None)} stroke-linecap="round"/>')

    def _line(self, paint, width, opacity, clip):
        if paint.startswith(('#', 'url(')):
            out = f' fill="none" stroke="{paint}"'
        else:
            self.rig.use(paint + ' stroke')
            out = f' class="{paint} stroke"'
        out += f' stroke-width="{num(width, 2)}"'
        if opacity != 1:
            out += f' stroke-opacity="{num(opacity, 2)}"'
        return out + (f' clip-path="url(#{clip})"' if clip else '')

    def group(self, **attrs):
        """with part.group(opacity=.5): what is drawn inside is painted as one.

        blur=2, box=(x, y, right, bottom) softens it all at once: librsvg pays for every filter, not for its size."""
        return _Group(self, attrs)


class _Group:
    def __init__(self, part, attrs):
        self.part, self.attrs = part, attrs

    def __enter__(self):
        a = dict(self.attrs)
        if 'clip' in a:
            a['clip-path'] = f'url(#{a.pop("clip")})'
        if 'blur' in a:
            a['filter'] = f'url(#{self.part.rig.blur(a.pop("blur"), a.pop("box"))})'
        self.part._add('<g' + ''.join(f' {k}="{v}"' for k, v in a.items()) + '>')
        self.part.depth += 1
        return self.part

    def __exit__(self, *_):
        self.part.depth -= 1
        self.part._add('</g>')


class Rig:
    """One avatar file in the making."""

    def __init__(self, name, desc, choices, palette, slots):
        self.name, self.desc, self.choices, self.palette, self.slots = name, desc, choices, palette, slots
        self.parts, self.defs, self.known, self.classes = [], [], {}, {}
        self.expressions = []
        self.optional = []  # slots that may be left empty though something is worn there at first
        self.offers = {}  # colours that the editor offers: {material: (title, French title, colours)}
        self.handmade = {}  # tones mixed by hand, in place of those derived: {class: colour}

    # --- definitions ---------------------------------------------------------------------------------

    def _define(self, prefix, text):
        if text not in self.known:
            self.known[text] = f'{prefix}{sum(1 for k in self.known.values() if k.startswith(prefix)) + 1}'
            self.defs.append(text.replace('ID', self.known[text], 1))
        return self.known[text]

    def use(self, name):
        self.classes[name] = True

    def _stops(self, stops):
        out = ''
        for stop in stops:
            at, paint, alpha = (*stop, 1)[:3]
            out += f'<stop offset="{num(at, 3)}"'
            if paint.startswith('#'):
                out += f' stop-color="{paint}"'
            else:
                self.use('stop ' + paint)
                out += f' class="{paint}"'
            out += f' stop-opacity="{num(alpha, 2)}"/>' if alpha != 1 else '/>'
        return out

    def linear(self, x1, y1, x2, y2, *stops):
        return 'url(#%s)' % self._define('l', f'<linearGradient id="ID" gradientUnits="userSpaceOnUse" x1="{num(x1)}" '
                                         f'y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}">{self._stops(stops)}'
                                         '</linearGradient>')

    def radial(self, cx, cy, r, *stops, squash=1.0, turn=0):
        """squash: height over width."""
        t = ''
        if squash != 1 or turn:
            t = f' gradientTransform="translate({num(cx)} {num(cy)}) rotate({num(turn)}) scale(1 {num(squash, 3)})"'
            cx = cy = 0
        return 'url(#%s)' % self._define('r', f'<radialGradient id="ID" gradientUnits="userSpaceOnUse" cx="{num(cx)}" '
                                         f'cy="{num(cy)}" r="{num(r)}"{t}>{self._stops(stops)}</radialGradient>')

    def blur(self, deviation, box):
        """A soft edge. The filter covers what is drawn and no more: its cost is its area."""
        m = 2.6 * deviation
        x, y = math.floor(box[0] - m), math.floor(box[1] - m)
        w, h = math.ceil(box[2] + m) - x, math.ceil(box[3] + m) - y
        return self._define('b', f'<filter id="ID" filterUnits="userSpaceOnUse" x="{x}" y="{y}" width="{w}" height="{h}">'
                            f'<feGaussianBlur stdDeviation="{num(deviation)}"/></filter>')

    def clip(self, *shapes):
        d = ''.join(relative(curve_of(s)) for s in shapes)
        return self._define('c', f'<clipPath id="ID"><path d="{d}"/></clipPath>')

    # --- parts ---------------------------------------------------------------------------------------

    @staticmethod
    def _attrs(name, bone, depth, slot, clip, pivot, bind, opacity, title):
        out = f' lueur:part="{name}"'
        if bone != 'head':
            out += f' lueur:bone="{bone}"'
        if depth:
            out += f' lueur:depth="{num(depth, 2)}"'
        if slot:
            out += f' lueur:slot="{slot[0]}" lueur:choice="{slot[1]}"'
        if clip:
            out += f' lueur:clip="{clip}"'
        if pivot:
            out += f' lueur:pivot="{num(pivot[0])} {num(pivot[1])}"'
        if bind:
            out += f' lueur:bind="{bind}"'
        if opacity != 1:
            out += f' lueur:opacity="{num(opacity, 2)}"'
            if opacity == 0:
                out += ' display="none"'
        if title:
            out += f' lueur:title="{title[0]}" lueur:title-fr="{title[1]}"'
        return out

    def part(self, name, bone='head', depth=0.0, slot=None, clip=None, pivot=None, bind=None, opacity=1, title=None):
        p = Part(self, self._attrs(name, bone, depth, slot, clip, pivot, bind, opacity, title))
        self.parts.append(p)
        return p

    def morph(self, name, keys, paint, opacity=1, clip_only=False, places=2, width=0, **where):
        """keys: {key name: curve or list of curves}; all of as many segments. width: of the line, for a paint that is a stroke."""
        opts = dict(bone='head', depth=0.0, slot=None, clip=None, pivot=None, bind=None, opacity=1, title=None)
        opts.update(where)
        p = Part(self, self._attrs(name, **opts) + f' lueur:morph="{name}"' + (' lueur:shape="clip"' if clip_only else ''))
        keys = {k: c if isinstance(c, list) else [c] for k, c in keys.items()}
        sizes = {tuple(len(c[1]) for c in cs) for cs in keys.values()}
        assert len(sizes) == 1, f'{name}: keys of unlike length {sizes}'
        rest = keys['rest']
        for key, curves in keys.items():
            if key != 'rest' and curves == rest:
                continue
            look = p._paint(paint, 1, 0, None) + (f' opacity="{num(opacity, 2)}"' if opacity != 1 else '') if key == 'rest' else ' display="none"'
            if width and key == 'rest':
                look += f' stroke-width="{num(width, 2)}"'
            if clip_only and key == 'rest':
                look = ' display="none"'
            d = ''.join(exact(c, places) for c in curves)
            p._add(f'<path lueur:key="{key}" d="{d}"{look}/>')
        self.parts.append(p)
        return p

    # --- writing -------------------------------------------------------------------------------------

    def _style(self):
        colours = {}
        lips = {'lips': lips_of(self.palette['skin'])} if 'skin' in self.palette else {}
        for material, base in {**lips, **self.palette}.items():
            colours.update(tones(material, base))
        colours.update(self.handmade)
        rows = []
        for c, value in colours.items():
            if c in self.classes:
                rows.append(f'.{c}{{fill:{value}}}')
            if c + ' stroke' in self.classes:
                rows.append(f'.{c}.stroke{{fill:none;stroke:{value}}}')
            if 'stop ' + c in self.classes:
                rows.append(f'stop.{c}{{stop-color:{value}}}')
        return '\n'.join('      ' + r for r in rows)

    def text(self):
        pairs = lambda d: '; '.join(f'{k}:{v}' for k, v in d.items())
        out = ['<?xml version="1.0" encoding="UTF-8"?>',
               '<!-- SPDX-License-Identifier: GPL-3.0-or-later -->',
               f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:lueur="{NS}" viewBox="0 0 400 500"',
               f'     lueur:rig="1" lueur:name="{self.name}"',
               f'     lueur:choices="{pairs(self.choices)}"',
               *([f'     lueur:optional="{" ".join(self.optional)}"'] if self.optional else []),
               f'     lueur:palette="{pairs(self.palette)}">',
               f'  <title>{self.name}</title>', f'  <desc>{self.desc}</desc>', '  <metadata>']
        for slot, (en, fr) in self.slots.items():
            out.append(f'    <lueur:slot name="{slot}" title="{en}" title-fr="{fr}"/>')
        for material, (en, fr, colours) in self.offers.items():
            title = f' title="{en}" title-fr="{fr}"' if en else ''
            out.append(f'    <lueur:colours material="{material}"{title} values="{" ".join(colours)}"/>')
        for name, values in self.expressions:
            attrs = ' '.join(f'{k}="{num(v, 2)}"' for k, v in values.items())
            out.append(f'    <lueur:expression name="{name}" {attrs}/>')
        out += ['  </metadata>', '  <defs>', '    <style>', self._style(), '    </style>']
        out += ['    ' + d for d in self.defs] + ['  </defs>']
        for p in self.parts:
            hidden = ''
            slot = _attr(p.attrs, 'lueur:slot')
            if slot and self.choices.get(slot, 'none') != _attr(p.attrs, 'lueur:choice'):
                hidden = ' display="none"'
            out.append(f'  <g{p.attrs}{hidden}>')
            out += ['    ' + r for r in p.rows] + ['  </g>']
        return '\n'.join(out + ['</svg>', ''])


def _attr(attrs, name):
    i = attrs.find(f' {name}="')
    return attrs[i + len(name) + 3:].split('"', 1)[0] if i >= 0 else None
