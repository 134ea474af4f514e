# SPDX-License-Identifier: GPL-3.0-or-later
"""What the years draw: beside the eyes, from nose to mouth, across the brow. Two measures of it."""
from .geometry import mirror


def draw_age(rig, clip=None, depth=.25, mouth=(200, 287.5)):
    slot = lambda name: ('lines', name)
    some = rig.part('lines-some', depth=depth, slot=slot('some'), title=('Some', 'Quelques-unes'))
    _lines(some, mouth, .85, False)
    deep = rig.part('lines-deep', depth=depth, slot=slot('deep'), title=('Many', 'Marquées'))
    _lines(deep, mouth, 1.15, True)


def _lines(p, mouth, k, deep):
    my = mouth[1]
    strong, soft, faint = [], [], []
    for s in (1, -1):
        f = (lambda q: q) if s > 0 else mirror
        strong.append((f([(222, my - 34), (232, my - 25), (238.5, my - 12)]), [.2, 2.0 * k, .3]))
        soft += [(f([(226, 229), (240, 234), (255, 232)]), [.2, 1.6 * k, .2]), (f([(275, 206), (280, 202.5), (284, 201.5)]), [.2, 1.2 * k, .2]),
                 (f([(276, 211), (280.5, 211.5), (284.5, 213)]), [.2, 1.2 * k, .2])]
        if deep:
            soft += [(f([(274, 216), (278, 219), (281, 223.5)]), [.2, 1.1, .2]), (f([(232, 240), (246, 242.5), (258, 240)]), [.2, 1.3, .2]),
                     (f([(237.5, my + 4), (240, my + 12), (238.5, my + 20)]), [.2, 1.7, .2]), (f([(247, my - 18), (253, my - 6), (252, my + 8)]), [.2, 1.3, .2])]
            faint.append((f([(206, my - 14), (206.5, my - 10)]), [.2, 1, .2]))
    faint += [([(160, 140), (182, 136.5), (204, 138.5), (228, 136)], [.2, 1.4 * k, 1.2 * k, .2]), ([(176, 124), (198, 122.5), (224, 123.5)], [.2, 1.2 * k, .2])]
    if deep:
        faint += [([(164, 153), (186, 150.5), (210, 151.5), (234, 149.5)], [.2, 1.3, 1.3, .2]), ([(196, 172), (194.5, 179), (195.5, 187)], [.2, 1.3, .2]),
                  ([(205, 173), (206, 180), (204.5, 186)], [.2, 1.2, .2])]
    p.strokes(strong, 'skin-deep', .6)
    p.strokes(soft, 'skin-deep', .45)
    p.strokes(faint, 'skin-deep', .36)
