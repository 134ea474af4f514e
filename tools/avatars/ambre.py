# SPDX-License-Identifier: GPL-3.0-or-later
"""Ambre: a warm oval face, hazel-green eyes, chestnut hair to the shoulder."""
from rig import outfits, styles, worn
from rig.age import draw_age
from rig.brows import Brow, draw_brow
from rig.draw import Rig
from rig.eyes import ALMOND, Eye, draw_eye
from rig.extras import draw_hearts, draw_love, draw_over, draw_under
from rig.feelings import FEELINGS
from rig.head import Head, draw_ears, draw_face, draw_neck, draw_nose
from rig.mouth import Mouth, draw_mouth

SLOTS = {'hair': ('Hair', 'Cheveux'), 'outfit': ('Clothes', 'Vêtements'), 'glasses': ('Glasses', 'Lunettes'),
         'beard': ('Beard', 'Barbe'), 'freckles': ('Freckles', 'Taches de rousseur'),
         'earrings': ('Earrings', 'Boucles d’oreilles'), 'lines': ('Lines', 'Rides')}

CONTOUR = [(201, 80), (243, 90), (272, 118), (284, 160), (286, 202), (283.5, 232), (278, 258), (268, 285), (249.5, 308),
           (225, 327.5), (201, 333), (178, 328), (153.5, 310), (133, 287), (122, 260), (116, 233), (113.5, 202), (115, 160),
           (127, 118), (158, 90)]


def build():
    rig = Rig('Ambre', 'A portrait drawn for Lueur.', {'hair': 'wavy', 'outfit': 'shirt', 'glasses': 'none', 'beard': 'none',
              'freckles': 'none', 'earrings': 'none', 'lines': 'none'},
              {'skin': '#ecbb97', 'hair': '#663822', 'eyes': '#7a7a3c', 'outfit': '#2f6a6e', 'outfit2': '#f1ece4',
               'accent': '#d2a84a'}, SLOTS)
    head = Head(CONTOUR)
    styles.draw_backs(rig)
    outfits.draw_outfits(rig, False)
    draw_neck(rig)
    outfits.draw_outfits(rig, True)
    styles.draw_falls(rig)
    styles.scarf_drape(rig, ('hair', 'scarf'))
    draw_ears(rig, size=(.84, .9))
    worn.draw_earrings(rig, ((113.5, 246), (287.5, 246.5)))
    draw_face(rig, head, on_skin=(draw_age, worn.draw_freckles, styles.draw_shadows))
    draw_under(rig)
    worn.draw_beards(rig)
    draw_eye(rig, Eye('r', (217.5, 211), ALMOND, 1.13))
    draw_eye(rig, Eye('l', (217.5, 210.5), ALMOND, 1.13))
    brow = [(217.5, 178), (232, 174), (250, 171), (266, 174), (281, 186)]
    draw_brow(rig, Brow('l', brow, [4.5, 8.4, 9.8, 9.2, 7.6, 5.2, 2.4, .2]))
    draw_brow(rig, Brow('r', [(x, y - 1.5) for x, y in brow], [4.5, 8.4, 9.8, 9.2, 7.6, 5.2, 2.4, .2]))
    draw_mouth(rig, Mouth(centre=(200, 287.5)))
    draw_nose(rig)
    draw_love(rig)
    draw_over(rig, brow=((244, 148), (229, 128)))
    worn.draw_glasses(rig)
    styles.draw_fronts(rig)
    draw_hearts(rig)
    rig.expressions += FEELINGS.items()
    return rig
