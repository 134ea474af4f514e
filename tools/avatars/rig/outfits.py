# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes. They hang on the shoulders and fit the neck of draw_neck with its own numbers."""
from .geometry import join, mirror, spline

SHOULDERS = [(152, 360), (136, 375), (104, 388), (64, 401), (36, 422), (20, 458), (8, 540)]


def _both(p, sketch, paint_l, paint_r, opacity=1, **kw):
    p.fill(sketch, paint_l, opacity, **kw)
    p.fill(mirror(sketch), paint_r, opacity, **kw)


def shirt(rig, slot):
    """A shirt, two buttons open."""
    backs = rig.part('shirt-back', bone='shoulders', slot=slot, title=('Shirt', 'Chemise'))
    backs.fill([(150, 366, 1), (146, 346), (160, 330), (200, 324), (240, 330), (254, 346), (250, 366, 1), (200, 400, 1)], 'outfit-deep')
    return backs


def shirt_front(rig, slot):
    p = rig.part('shirt', bone='shoulders', slot=slot)
    left = SHOULDERS
    body = [(152, 362, 1), *left[1:-1], (8, 540, 1), (392, 540, 1), *[(400 - x, y) for x, y in left[1:-1]][::-1],
            (248, 362, 1), (226, 410), (203, 462, 1), (198, 462, 1), (174, 410)]
    shape = spline(body, True)
    clip = rig.clip(shape)
    p.fill(shape, rig.linear(60, 390, 340, 500, (0, 'outfit-light'), (0.3, 'outfit'), (0.7, 'outfit'), (1, 'outfit-shade')))
    with p.group(clip=clip):
        # the far side
        p.fill([(300, 380, 1), (300, 540, 1), (400, 540, 1), (400, 380, 1)], rig.linear(300, 430, 376, 440, (0, 'outfit-shade', 0), (0.6, 'outfit-shade', 0.9)))
        # arms against the chest
        p.stroke([(66, 440), (74, 464), (76, 540)], [0.3, 5, 7], 'outfit-shade', 0.9)
        p.stroke([(69, 442), (80, 466), (84, 540)], [0.2, 2.0, 2.6], 'outfit-deep', 0.5)
        p.stroke([(334, 440), (327, 464), (325, 540)], [0.3, 6, 9], 'outfit-deep', 0.55)
        # folds from the shoulders and the buttons
        for line, w in (([(112, 396), (104, 422), (84, 440)], [0.2, 5, 0.2]), ([(126, 436), (112, 462), (108, 500)], [0.2, 5.5, 0.4]),
                        ([(176, 452), (150, 474), (142, 540)], [0.2, 5, 1]), ([(288, 396), (297, 424), (316, 440)], [0.2, 6, 0.2]),
                        ([(276, 436), (290, 466), (292, 540)], [0.2, 6, 1]), ([(228, 456), (250, 478), (256, 540)], [0.2, 5, 1])):
            p.stroke(line, w, 'outfit-shade', 0.75)
        for line, w in (([(92, 396), (70, 404), (50, 420)], [0.2, 6, 0.2]), ([(116, 400), (110, 424), (94, 442)], [0.2, 2.4, 0.2]),
                        ([(134, 440), (121, 464), (118, 500)], [0.2, 2.4, 0.3]), ([(300, 398), (318, 404), (336, 414)], [0.2, 3, 0.2])):
            p.stroke(line, w, 'outfit-light', 0.7)
        # shadows under the collar
        with p.group(blur=1.3, box=(110, 360, 292, 480)):
            p.fill([(150, 366), (128, 384), (120, 398), (143, 440), (160, 426), (180, 440), (196, 470), (180, 420)], 'outfit-deep', 0.5)
            p.fill([(250, 366), (272, 384), (284, 400), (262, 444), (240, 426), (222, 440), (206, 470), (222, 420)], 'outfit-deep', 0.55)
    # placket
    p.fill([(196, 452, 1), (203, 458, 1), (213, 462, 1), (212, 540, 1), (191, 540, 1), (191, 462, 1)], 'outfit')
    p.stroke([(191.5, 458), (191, 540)], [0.8, 1.4], 'outfit-deep', 0.7)
    p.stroke([(213, 462), (212.4, 540)], [0.8, 1.2], 'outfit-deep', 0.5)
    p.ellipse(202.5, 481, 3.3, 3.3, 'outfit-deep', 0.8)
    p.ellipse(202, 480.3, 3.1, 3.1, 'outfit2')
    p.ellipse(202, 480.3, 1.2, 1.2, 'outfit2-deep', 0.8)
    # collar leaves
    lleaf = [(151, 349, 1), (139, 362), (128, 378), (119, 398, 1), (131, 417), (147, 440, 1), (158, 425), (171, 410, 1), (162, 386), (155, 366)]
    rleaf = [(249, 349, 1), (261, 362), (272, 378), (282, 398, 1), (270, 418), (256, 442, 1), (243, 426), (229, 410, 1), (238, 386), (245, 366)]
    p.fill([(171, 410, 1), (158, 425), (170, 442), (197, 472, 1), (199, 463, 1), (184, 440)], rig.linear(165, 415, 195, 465, (0, 'outfit'), (1, 'outfit-shade')))
    p.fill([(229, 410, 1), (243, 426), (231, 443), (206, 472, 1), (202, 463, 1), (216, 440)], 'outfit-shade')
    p.fill(lleaf, rig.linear(130, 370, 165, 430, (0, 'outfit-light'), (1, 'outfit')))
    p.fill(rleaf, rig.linear(235, 370, 280, 440, (0, 'outfit'), (1, 'outfit-shade')))
    for line in ([(152, 351), (156, 368), (163, 387), (171.5, 410), (184, 440), (199, 463)], [(248, 351), (244, 368), (237, 387), (228.5, 410), (216, 440), (202, 463)]):
        p.stroke(line, [0.4, 1.5, 1.7, 1.7, 1.4, 0.6], 'outfit-line', 0.75)
    for edge, seam in (([(119.5, 398), (132, 418.5), (147, 440)], [(124, 395), (135, 413), (147, 431)]),
                       ([(147, 440), (159, 425), (171, 410)], [(147.5, 432), (157, 420), (167, 409)]),
                       ([(281.5, 398), (269.5, 419.5), (256, 442)], [(277, 395), (267, 413), (256.5, 432)]),
                       ([(256, 442), (242.5, 426), (229, 410)], [(255, 433), (245, 421), (233, 409)])):
        p.stroke(edge, [0.6, 1.9, 1.5], 'outfit-line', 0.65)
        p.stroke(seam, [0.7, 0.8, 0.7], 'outfit-deep', 0.4)
    p.stroke([(136, 368), (127, 384), (122, 396)], [0.3, 1.6, 0.3], 'outfit-light', 0.9)
    return p
