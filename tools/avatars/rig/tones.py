# SPDX-License-Identifier: GPL-3.0-or-later
"""Five tones from one base colour, worked out in OKLCH (Ottosson 2020) so that hues stay themselves."""
import math


def _to_lab(hexa):
    lin = []
    for i in (1, 3, 5):
        c = int(hexa[i:i + 2], 16) / 255
        lin.append(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
    r, g, b = lin
    l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)


def _linear(lab):
    L, a, b = lab
    l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (L - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)


def _to_hex(lab):
    out = []
    for c in _linear(lab):
        c = min(max(c, 0), 1)
        c = 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055
        out.append(round(min(max(c, 0), 1) * 255))
    return '#%02x%02x%02x' % tuple(out)


def lch(hexa):
    L, a, b = _to_lab(hexa)
    return L, math.hypot(a, b), math.atan2(b, a)


def of_lch(L, c, h):
    """A colour; one that a screen cannot show loses chroma, not hue."""
    lab = lambda c: (min(max(L, 0), 1), c * math.cos(h), c * math.sin(h))
    low, high = 0.0, c
    if not _inside(_linear(lab(c))):
        for _ in range(16):
            middle = (low + high) / 2
            low, high = (middle, high) if _inside(_linear(lab(middle))) else (low, middle)
        c = low
    return _to_hex(lab(c))


def mix(a, b, t):
    x, y = _to_lab(a), _to_lab(b)
    return _to_hex(tuple(p + (q - p) * t for p, q in zip(x, y)))


def _inside(rgb):
    return all(-0.0005 <= c <= 1.0005 for c in rgb)


def _turn(hue, goal, share):
    way = (goal - hue + 540) % 360 - 180
    return hue + way * share


def _tone(L, c, hue):
    return of_lch(L, c, math.radians(hue))


def tones(material, base):
    """{class name: colour} for one material, by the same rules as Lueur's own (src/ui/avatar/tones.c)."""
    L, c, h = lch(base)
    h = math.degrees(h)
    warm, hair = material in ('skin', 'lips'), material == 'hair'
    goal = 38 if warm or hair else 280
    share = 0.18 if warm else 0.06 if hair else 0.05
    down = 0.35 + 0.65 * min(max(L / 0.8, 0), 1)
    up = 0.3 + 0.7 * min(max((1 - L) / 0.45, 0), 1)
    richer = 1.08 if warm else 1.04
    return {
        material: base,
        material + '-shade': _tone(L - 0.09 * down, c * richer + (0.004 if warm else 0), _turn(h, goal, share)),
        material + '-light': _tone(min(L + (0.10 if hair else 0.065) * up, 0.995), c * (0.8 if warm else 0.92),
                                   _turn(h, 85, 0.12 if warm else 0.03)),
        material + '-deep': _tone(L - 0.19 * down, c * (1.1 if warm else 1.05) + (0.008 if warm else 0),
                                  _turn(h, goal, share * 1.7)),
        material + '-line': _tone(max(L - 0.33 * down, 0.11), c * (1.0 if warm else 0.95) + (0.008 if warm else 0),
                                  _turn(h, goal, share * 2)),
    }


def lips_of(skin):
    """The lips of someone with this skin: rosier, a little darker."""
    L, c, h = lch(skin)
    rose = of_lch(max(L * 0.79, 0.5 * L + 0.23), min(max(c * 1.2, 0.075), 0.12), math.radians(28))
    return mix(skin, rose, 0.85)
