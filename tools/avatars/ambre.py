# SPDX-License-Identifier: GPL-3.0-or-later
"""Ambre: a warm oval face, hazel-green eyes, chestnut hair to the shoulder."""
from rig import outfits
from rig.extras import draw_under, draw_over
from rig.brows import Brow, draw_brow
from rig.draw import Rig
from rig.eyes import ALMOND, Eye, draw_eye, varied
from rig.geometry import blend, mirror, shift, spline
from rig.hair import between, flow, lock
from rig.head import Head, draw_ears, draw_face, draw_neck, draw_nose
from rig.mouth import Mouth, draw_mouth

SLOTS = {'hair': ('Hair', 'Cheveux'), 'outfit': ('Clothes', 'Vêtements'), 'glasses': ('Glasses', 'Lunettes'),
         'beard': ('Beard', 'Barbe'), 'freckles': ('Freckles', 'Taches de rousseur'),
         'earrings': ('Earrings', 'Boucles d’oreilles')}

CONTOUR = [(201, 80), (243, 90), (272, 118), (284, 160), (286, 202), (283.5, 232), (278, 258), (268, 285), (249.5, 308),
           (225, 327.5), (201, 333), (178, 328), (153.5, 310), (133, 287), (122, 260), (116, 233), (113.5, 202), (115, 160),
           (127, 118), (158, 90)]


def tress(p, a, b, paint, seed, n=7, width=5.0, lights=(0.18, 0.36), shine='hair-light', edge=True, lit=.8, glow=None):
    """One big lock between two guides: mass, a few dark strands, a band of light, a line below."""
    p.fill(between(a, b), paint)
    if glow:
        p.fill(between(a, b), glow)
    p.strokes(flow(a, b, n, width, seed, (.06, .95), .1), 'hair-shade', .75)
    p.strokes(flow(a, b, max(2, n // 2), width * .5, seed + 1, (.1, .9), .12), 'hair-deep', .55)
    p.strokes(flow(a, b, max(3, n - 2), width * .85, seed + 2, lights, .05, (.1, .9)), shine, lit)
    if edge:
        p.stroke(b, [.4, 2.0, 2.4, 2.0, .3], 'hair-line', .5)


def wavy_back(rig, slot):
    p = rig.part('hair-wavy-back', depth=-.6, slot=slot, title=('Wavy', 'Ondulés'))
    shape = [(206, 56), (258, 66), (300, 106), (316, 168), (318, 222), (330, 270), (336, 310), (326, 350), (326, 372), (306, 376), (280, 372),
             (250, 360), (200, 340), (150, 360), (126, 384), (104, 396), (76, 384, 1), (72, 350), (62, 310), (70, 270), (82, 222), (84, 168), (102, 106), (146, 70)]
    p.fill(shape, rig.linear(120, 80, 300, 380, (0, 'hair-deep'), (1, 'hair-line')))
    base = rig.linear(290, 160, 300, 390, (0, 'hair-shade'), (.5, 'hair-shade'), (1, 'hair-deep'))
    # behind the right shoulder: three waves
    k0 = [(306, 120), (320, 180), (318, 226), (334, 268), (341, 308), (330, 346), (338, 384)]
    k1 = [(298, 130), (308, 180), (304, 226), (314, 268), (322, 308), (308, 346), (338, 384)]
    k2 = [(288, 140), (294, 180), (289, 226), (292, 268), (302, 308), (288, 350), (312, 404)]
    k3 = [(276, 150), (280, 190), (274, 232), (270, 272), (276, 310), (268, 344), (284, 392)]
    tress(p, [*k2[:-1], (284, 392)], k3, rig.linear(280, 200, 290, 390, (0, 'hair-deep'), (1, 'hair-deep')), 31, 5, 4, (.45, .7), 'hair-shade')
    tress(p, k1, [*k2[:-1], (312, 404)], base, 35, 6, 4.5, (.5, .72), 'hair', lit=.7)
    tress(p, k0, k1, base, 39, 5, 4, (.42, .66), 'hair', lit=.8)
    p.fill(between([(112, 150), (100, 230), (96, 300), (110, 380)], [(140, 150), (130, 230), (130, 300), (140, 360)]), 'hair-deep')


def wavy_front(rig, slot):
    s = rig.part('hair-wavy-shadow', depth=.3, slot=slot, clip='face')
    s.fill([(236, 84), (214, 118), (180, 144), (150, 170), (131, 204), (128, 240), (124, 270), (134, 306), (100, 306), (96, 120), (180, 70)], 'skin-deep', .46)
    s.fill([(226, 88), (250, 116), (270, 148), (280, 182), (284, 216), (300, 226), (300, 120), (250, 76)], 'skin-deep', .46)
    # right: swept back over the ear
    p = rig.part('hair-wavy-side', depth=.45, slot=slot)
    h0 = [(221, 47), (264, 52), (302, 84), (320, 138), (323, 186), (318, 224)]
    h1 = [(227, 66), (260, 80), (288, 118), (301, 158), (308, 192), (318, 224)]
    h2 = [(233, 87), (252, 107), (270, 138), (280, 168), (288, 192), (312, 216)]
    tress(p, h1, h2, rig.linear(240, 90, 312, 220, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade')), 51, 6, 4, (.2, .45))
    tress(p, h0, h1, rig.linear(230, 70, 322, 220, (0, 'hair'), (.5, 'hair'), (1, 'hair-shade')), 55, 6, 4.4, (.22, .46))
    # left: the big sweep and its waves
    p = rig.part('hair-wavy-front', depth=.6, slot=slot)
    g0 = [(222, 46), (190, 38), (144, 50), (103, 90), (84, 148), (78, 206), (62, 256), (58, 306), (76, 346), (66, 396)]
    g1 = [(227, 58), (196, 56), (154, 76), (119, 118), (101, 168), (97, 220), (84, 264), (80, 308), (94, 346), (66, 396)]
    g1b = [*g1[:-1], (108, 402)]
    g2 = [(231, 72), (204, 84), (166, 108), (133, 141), (112, 184), (107, 228), (99, 268), (103, 308), (116, 346), (108, 402)]
    g2b = [*g2[:-1], (136, 378)]
    g3 = [(235, 88), (212, 113), (178, 135), (146, 159), (123, 196), (119, 232), (115, 266), (119, 300), (130, 336), (136, 378)]
    body = rig.linear(150, 50, 100, 400, (0, 'hair'), (.4, 'hair'), (.8, 'hair-shade'), (1, 'hair-shade'))
    sun = rig.radial(140, 108, 92, (0, 'hair-light', .75), (.45, 'hair-light', .36), (1, 'hair-light', 0), squash=.6, turn=-42)
    tress(p, g0, g1, body, 61, 7, 5, (.2, .36), glow=sun)
    p.strokes(flow(g0, g1, 4, 3.6, 66, (.62, .78), .04), 'hair-light', .55)
    tress(p, g2b, g3, body, 71, 6, 5, (.22, .4), glow=sun)
    p.strokes(flow(g2b, g3, 3, 3.0, 76, (.7, .84), .03), 'hair', .8)
    tress(p, g1b, g2, body, 81, 7, 5.4, (.2, .38), glow=sun)
    p.strokes(flow(g1b, g2, 4, 3.8, 86, (.64, .8), .04), 'hair-light', .6)
    p.stroke(g1b, [.2, 1.2, 1.6, 1.4, .2], 'hair-deep', .5)
    # loose strands
    p.stroke([(214, 108), (184, 140), (158, 168), (146, 196)], [.2, 1.6, 1.8, .2], 'hair', 1)
    p.stroke([(80, 296), (60, 330), (62, 358), (50, 384)], [.2, 2.6, 3.0, .2], 'hair', 1)
    p.stroke([(150, 48), (120, 62), (96, 92), (84, 120)], [.2, 1.4, 1.4, .2], 'hair', 1)


def build():
    rig = Rig('Ambre', 'A portrait drawn for Lueur.', {'hair': 'wavy', 'outfit': 'shirt', 'glasses': 'none', 'beard': 'none',
              'freckles': 'none', 'earrings': 'none'},
              {'skin': '#ecbb97', 'hair': '#663822', 'eyes': '#7a7a3c', 'outfit': '#2f6a6e', 'outfit2': '#f1ece4',
               'accent': '#d2a84a'}, SLOTS)
    head = Head(CONTOUR)
    wavy_back(rig, ('hair', 'wavy'))
    outfits.shirt(rig, ('outfit', 'shirt'))
    draw_neck(rig)
    outfits.shirt_front(rig, ('outfit', 'shirt'))
    draw_ears(rig)
    draw_face(rig, head)
    draw_under(rig)
    draw_eye(rig, Eye('r', (217.5, 211), ALMOND, 1.13))
    draw_eye(rig, Eye('l', (217.5, 210.5), ALMOND, 1.13))
    brow = [(217.5, 178), (232, 174), (250, 171), (266, 174), (281, 186)]
    draw_brow(rig, Brow('l', brow, [4.5, 8.4, 9.8, 9.2, 7.6, 5.2, 2.4, .2]))
    draw_brow(rig, Brow('r', [(x, y - 1.5) for x, y in brow], [4.5, 8.4, 9.8, 9.2, 7.6, 5.2, 2.4, .2]))
    draw_mouth(rig, Mouth(centre=(200, 287.5)))
    draw_nose(rig)
    draw_over(rig)
    wavy_front(rig, ('hair', 'wavy'))
    return rig
