# SPDX-License-Identifier: GPL-3.0-or-later
"""Clothes. They hang on the shoulders and fit the neck of draw_neck with its own numbers."""
from .geometry import mirror, spline, walk

SHOULDERS = [(152, 360), (136, 375), (104, 388), (64, 401), (36, 422), (20, 458), (8, 530)]


def shirt(rig, slot):
    """A shirt, two buttons open."""
    p = rig.part('shirt-back', bone='shoulders', slot=slot, title=('Shirt', 'Chemise'))
    p.fill([(150, 366, 1), (146, 346), (160, 330), (200, 324), (240, 330), (254, 346), (250, 366, 1), (200, 400, 1)], 'outfit-deep')


def shirt_front(rig, slot):
    p = rig.part('shirt', bone='shoulders', slot=slot)
    left = SHOULDERS
    body = [(152, 362, 1), *left[1:-1], (8, 530, 1), (392, 530, 1), *[(400 - x, y) for x, y in left[1:-1]][::-1],
            (248, 362, 1), (226, 410), (203, 462, 1), (198, 462, 1), (174, 410)]
    shape = spline(body, True)
    clip = rig.clip(shape)
    p.fill(shape, rig.linear(60, 390, 340, 500, (0, 'outfit-light'), (0.3, 'outfit'), (0.7, 'outfit'), (1, 'outfit-shade')))
    with p.group(clip=clip):
        # the far side
        p.fill([(300, 380, 1), (300, 530, 1), (400, 530, 1), (400, 380, 1)], rig.linear(300, 430, 376, 440, (0, 'outfit-shade', 0), (0.6, 'outfit-shade', 0.9)))
        # arms against the chest
        p.stroke([(66, 440), (74, 464), (76, 530)], [0.3, 5, 7], 'outfit-shade', 0.9)
        p.stroke([(69, 442), (80, 466), (84, 530)], [0.2, 2.0, 2.6], 'outfit-deep', 0.5)
        p.stroke([(334, 440), (327, 464), (325, 530)], [0.3, 6, 9], 'outfit-deep', 0.55)
        # folds from the shoulders and the buttons
        for line, w in (([(112, 396), (104, 422), (84, 440)], [0.2, 5, 0.2]), ([(126, 436), (112, 462), (108, 500)], [0.2, 5.5, 0.4]),
                        ([(176, 452), (150, 474), (142, 530)], [0.2, 5, 1]), ([(288, 396), (297, 424), (316, 440)], [0.2, 6, 0.2]),
                        ([(276, 436), (290, 466), (292, 530)], [0.2, 6, 1]), ([(228, 456), (250, 478), (256, 530)], [0.2, 5, 1])):
            p.stroke(line, w, 'outfit-shade', 0.75)
        for line, w in (([(92, 396), (70, 404), (50, 420)], [0.2, 6, 0.2]), ([(116, 400), (110, 424), (94, 442)], [0.2, 2.4, 0.2]),
                        ([(134, 440), (121, 464), (118, 500)], [0.2, 2.4, 0.3]), ([(300, 398), (318, 404), (336, 414)], [0.2, 3, 0.2])):
            p.stroke(line, w, 'outfit-light', 0.7)
        # shadows under the collar
        with p.group(blur=1.3, box=(110, 360, 292, 480)):
            p.fill([(150, 366), (128, 384), (120, 398), (143, 440), (160, 426), (180, 440), (196, 470), (180, 420)], 'outfit-deep', 0.5)
            p.fill([(250, 366), (272, 384), (284, 400), (262, 444), (240, 426), (222, 440), (206, 470), (222, 420)], 'outfit-deep', 0.55)
    # placket
    p.fill([(191, 468, 1), (200, 462, 1), (213, 468, 1), (212, 530, 1), (191, 530, 1)], 'outfit')
    p.stroke([(191.5, 470), (191, 530)], [0.8, 1.4], 'outfit-deep', 0.7)
    p.stroke([(213, 468), (212.4, 530)], [0.8, 1.2], 'outfit-deep', 0.5)
    p.ellipse(202.5, 481, 3.3, 3.3, 'outfit-deep', 0.8)
    p.ellipse(202, 480.3, 3.1, 3.1, 'outfit2')
    p.ellipse(202, 480.3, 1.2, 1.2, 'outfit2-deep', 0.8)
    # collar leaves
    lleaf = [(151, 349, 1), (139, 362), (128, 378), (119, 398, 1), (131, 417), (147, 440, 1), (158, 425), (171, 410, 1), (162, 386), (155, 366)]
    rleaf = [(249, 349, 1), (261, 362), (272, 378), (282, 398, 1), (270, 418), (256, 442, 1), (243, 426), (229, 410, 1), (238, 386), (245, 366)]
    p.fill([(171, 410, 1), (158, 425), (172, 438), (197, 463, 1), (199, 462, 1), (184, 440)], rig.linear(165, 415, 195, 465, (0, 'outfit'), (1, 'outfit-shade')))
    p.fill([(229, 410, 1), (243, 426), (229, 438), (205, 463, 1), (202, 462, 1), (216, 440)], 'outfit-shade')
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


def _body(p, rig, neck, paint=('outfit-light', 'outfit', 'outfit-shade'), folds=True):
    """Shoulders and chest up to a neckline (points from left to right), with folds. Returns the clip of it."""
    left = SHOULDERS
    right = [(400 - x, y) for x, y in left]
    body = [*left[2:-1], (8, 530, 1), (392, 530, 1), *right[2:-1][::-1], (*neck[-1], 1), *neck[-2:0:-1], (*neck[0], 1)]
    shape = spline(body, True)
    clip = rig.clip(shape)
    base = paint[1]
    p.fill(shape, rig.linear(60, 390, 340, 500, (0, paint[0]), (0.3, base), (0.7, base), (1, paint[2])))
    with p.group(clip=clip):
        p.fill([(300, 370, 1), (300, 530, 1), (400, 530, 1), (400, 370, 1)], rig.linear(300, 430, 376, 440, (0, paint[2], 0), (0.6, paint[2], 0.9)))
        if folds:
            for line, w in (([(66, 440), (74, 464), (76, 530)], [0.3, 5, 7]), ([(334, 440), (327, 464), (325, 530)], [0.3, 6, 9]),
                            ([(112, 398), (104, 422), (84, 440)], [0.2, 5, 0.2]), ([(126, 436), (112, 462), (108, 520)], [0.2, 5.5, 0.4]),
                            ([(288, 398), (297, 424), (316, 440)], [0.2, 6, 0.2]), ([(276, 436), (290, 466), (292, 520)], [0.2, 6, 1])):
                p.stroke(line, w, paint[2], 0.85)
            for line, w in (([(92, 398), (70, 406), (50, 422)], [0.2, 6, 0.2]), ([(116, 402), (110, 426), (94, 444)], [0.2, 2.4, 0.2]),
                            ([(300, 400), (318, 406), (336, 416)], [0.2, 3, 0.2])):
                p.stroke(line, w, paint[0], 0.75)
    return clip


def jumper(rig, slot):
    """A knit jumper with a rolled collar."""
    p = rig.part('jumper-back', bone='shoulders', slot=slot, title=('Knit jumper', 'Pull en maille'))
    p.fill([(148, 372, 1), (146, 350), (170, 336), (200, 332), (230, 336), (254, 350), (252, 372, 1), (200, 400)], 'outfit-deep')


def jumper_front(rig, slot):
    p = rig.part('jumper', bone='shoulders', slot=slot)
    clip = _body(p, rig, [(143, 368), (160, 384), (200, 394), (240, 384), (257, 368)])
    with p.group(clip=clip):
        rows = []
        for i in range(-10, 11):
            x = 200 + i * 15
            for y in range(388, 506, 13):
                yy = y + abs(i) * 1.2
                rows.append([(x - 5, yy), (x, yy + 6.6, 1), (x + 5, yy)])
        p.lines(rows, 1.5, 'outfit-shade', 0.55)
        p.stroke([(140, 382), (164, 402), (200, 411), (236, 402), (260, 382)], [0.5, 7, 9, 8, 0.5], 'outfit-deep', 0.35)
    collar = [(141, 362, 1), (150, 350), (158, 358), (176, 372), (202, 378), (226, 372), (243, 358), (250, 350), (259, 362, 1), (256, 380), (234, 398), (200, 406), (166, 398), (144, 380)]
    p.fill(collar, rig.linear(140, 356, 262, 400, (0, 'outfit-light'), (0.5, 'outfit'), (1, 'outfit-shade')))
    a = [(152, 352), (164, 366), (200, 379), (236, 366), (248, 352)]
    b = [(143, 372), (160, 392), (200, 405), (240, 392), (257, 372)]
    for i in range(1, 22):
        t = i / 22
        (q, _), (r, _) = walk(spline(a), 22)[i], walk(spline(b), 22)[i]
        p.stroke([q, ((q[0] + r[0]) / 2, (q[1] + r[1]) / 2 + 0.5), r], [0.6, 1.7, 0.6], 'outfit-shade' if t < 0.6 else 'outfit-deep', 0.7)
    p.stroke(b, [0.5, 1.6, 2.0, 1.8, 0.5], 'outfit-line', 0.55)
    p.stroke([(150, 351), (164, 365), (200, 378), (236, 365), (250, 351)], [0.5, 1.2, 1.4, 1.2, 0.5], 'outfit-line', 0.5)
    p.stroke([(148, 360), (164, 376), (196, 386)], [0.3, 2.6, 0.3], 'outfit-light', 0.6)


def hoodie(rig, slot):
    p = rig.part('hoodie-back', bone='shoulders', slot=slot, title=('Hoodie', 'Sweat à capuche'))
    p.fill([(116, 396, 1), (108, 362), (122, 326), (160, 306), (200, 302), (240, 306), (278, 326), (292, 362), (284, 396, 1), (200, 420)],
           rig.linear(120, 310, 280, 400, (0, 'outfit'), (1, 'outfit-shade')))
    p.fill([(134, 386, 1), (130, 360), (150, 332), (200, 322), (250, 332), (270, 360), (266, 386, 1), (200, 410)], 'outfit-deep')


def hoodie_front(rig, slot):
    p = rig.part('hoodie', bone='shoulders', slot=slot)
    clip = _body(p, rig, [(146, 364), (160, 392), (200, 424), (240, 392), (254, 364)])
    with p.group(clip=clip):
        p.stroke([(112, 388), (140, 424), (196, 452), (256, 428), (290, 388)], [0.5, 12, 14, 13, 0.5], 'outfit-deep', 0.4)
    left = [(118, 372, 1), (126, 352), (146, 348, 1), (152, 370), (166, 394), (201, 422, 1), (198, 446, 1), (164, 428), (132, 402)]
    right = [(282, 372, 1), (274, 352), (254, 348, 1), (248, 370), (234, 394), (199, 422, 1), (202, 446, 1), (236, 428), (268, 402)]
    p.fill(right, rig.linear(220, 370, 284, 430, (0, 'outfit'), (1, 'outfit-shade')))
    p.fill(left, rig.linear(120, 350, 196, 440, (0, 'outfit-light'), (0.6, 'outfit'), (1, 'outfit')))
    for f, dark in ((lambda q: q, 'outfit-shade'), (mirror, 'outfit-deep')):
        p.stroke(f([(146, 349), (152, 371), (167, 395), (200, 423)]), [0.4, 1.8, 2, 1.2], 'outfit-line', 0.65)
        p.stroke(f([(118, 373), (132, 402), (164, 428), (198, 446)]), [0.4, 1.8, 2, 1.2], 'outfit-line', 0.55)
        p.stroke(f([(138, 356), (146, 380), (164, 404), (194, 430)]), [0.4, 3, 3, 0.4], dark, 0.8)
        p.stroke(f([(130, 360), (138, 384), (160, 410)]), [0.2, 3, 0.2], 'outfit-light', 0.6 if dark == 'outfit-shade' else 0.3)
    for x, end, s in ((181, 486, -1), (219, 478, 1)):
        p.stroke([(x + 2 * s + 3, 422), (x + 5, 450), (x + 3 * s + 3, end)], [3, 3.4, 3], 'outfit-line', 0.3)
        p.stroke([(x, 418), (x + 2 * s, 448), (x + 3 * s, end)], [3.2, 3.6, 3.2], 'outfit2')
        p.stroke([(x + 1, 420), (x + 1 + 2 * s, 448), (x + 1 + 3 * s, end)], [0.4, 1.2, 0.8], 'outfit2-deep', 0.7)
        p.stroke([(x + 3 * s, end - 2), (x + 3 * s, end + 9)], [4.6, 5, 4.4], 'accent')
        p.ellipse(x, 417, 3.6, 3.6, 'accent-deep')
        p.ellipse(x, 417, 2.0, 2.0, 'outfit-line')
    p.stroke([(200, 444), (200, 470), (201, 530)], [0.4, 1.4, 1.4], 'outfit-deep', 0.5)


def blazer(rig, slot):
    p = rig.part('blazer-back', bone='shoulders', slot=slot, title=('Blazer over a tee', 'Veste et tee-shirt'))
    p.fill([(148, 376, 1), (142, 352), (166, 338), (200, 334), (234, 338), (258, 352), (252, 376, 1), (200, 400)], 'outfit-deep')


def blazer_front(rig, slot):
    p = rig.part('blazer', bone='shoulders', slot=slot)
    tee = [(146, 374, 1), (158, 388), (178, 402), (200, 406), (222, 402), (242, 388), (254, 374, 1), (280, 420), (262, 530, 1), (138, 530, 1), (120, 420)]
    p.fill(tee, rig.linear(140, 390, 262, 500, (0, 'outfit2'), (0.6, 'outfit2'), (1, 'outfit2-shade')))
    p.stroke([(146, 374), (160, 390), (180, 403.5), (200, 407.5), (220, 403.5), (240, 390), (254, 374)], [1.2, 5, 5.4, 5.4, 5.4, 5, 1.2], 'outfit2-light')
    p.stroke([(146, 377), (160, 393.5), (180, 407), (200, 411), (220, 407), (240, 393.5), (254, 377)], [0.4, 1.1, 1.4, 1.4, 1.4, 1.2, 0.4], 'outfit2-deep', 0.6)
    for line in ([(178, 430), (186, 456), (184, 500)], [(222, 424), (214, 460), (220, 510)]):
        p.stroke(line, [0.3, 4, 0.5], 'outfit2-shade', 0.8)
    for f, paint, dark in ((lambda q: q, rig.linear(40, 390, 190, 500, (0, 'outfit-light'), (0.4, 'outfit'), (1, 'outfit')), 'outfit-shade'),
                           (mirror, rig.linear(220, 390, 380, 480, (0, 'outfit'), (0.5, 'outfit'), (1, 'outfit-shade')), 'outfit-deep')):
        side = [(146, 360, 1), (130, 378), (100, 388), (62, 399), (32, 420), (16, 458), (6, 530, 1), (192, 530, 1), (184, 500), (164, 440), (150, 396)]
        p.fill(f(side), paint)
        for line, w in (([(66, 440), (74, 464), (76, 530)], [0.3, 5, 7]), ([(110, 400), (100, 424), (80, 440)], [0.2, 5, 0.2]), ([(140, 470), (132, 500), (134, 530)], [0.2, 6, 2])):
            p.stroke(f(line), w, dark, 0.8)
        lapel = [(148, 352, 1), (136, 366), (122, 386), (112, 410, 1), (132, 416, 1), (124, 432, 1), (150, 470), (190, 530, 1), (180, 480), (160, 424), (150, 384)]
        p.stroke(f([(112, 412), (126, 440), (152, 478), (186, 530)]), [0.4, 9, 8, 0.4], dark, 0.7)
        p.fill(f(lapel), paint)
        p.stroke(f([(113, 410), (132, 416.5), (148, 404)]), [0.5, 1.6, 1.2], 'outfit-line', 0.7)
        p.stroke(f([(148, 353), (136, 367), (122, 387), (112, 410)]), [0.4, 1.2, 1.4, 0.8], 'outfit-line', 0.45)
        p.stroke(f([(124, 432), (150, 471), (188, 528)]), [0.5, 1.8, 1.0], 'outfit-line', 0.65)
        p.stroke(f([(149, 354), (151, 385), (161, 425), (181, 481), (190, 528)]), [0.4, 1.8, 2, 2, 0.6], 'outfit-line', 0.7)
        p.stroke(f([(132, 376), (122, 394), (117, 407)]), [0.2, 2, 0.2], 'outfit-light', 0.7)
    p.stroke([(92, 394), (68, 402), (46, 418)], [0.2, 6, 0.2], 'outfit-light', 0.75)


OUTFITS = {'shirt': (shirt, shirt_front), 'jumper': (jumper, jumper_front), 'hoodie': (hoodie, hoodie_front), 'blazer': (blazer, blazer_front)}


def draw_outfits(rig, front):
    """The backs go below the neck, the fronts over it."""
    for name, both in OUTFITS.items():
        both[1 if front else 0](rig, ('outfit', name))
