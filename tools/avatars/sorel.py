#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorel: a square jaw, deep-set kind eyes, lines that laughter left; hair and beard going grey."""
from functools import partial

from rig import sorel_hair, sorel_worn
from rig.age import draw_age
from rig.brows import Brow, draw_brow
from rig.draw import Rig
from rig.extras import draw_over, draw_under
from rig.eyes import ALMOND, Eye, draw_eye, varied
from rig.feelings import FEELINGS
from rig.head import Head, draw_ears, draw_face, draw_neck, draw_nose
from rig.mouth import Mouth, STATES, draw_mouth


SLOTS = {'hair': ('Hair', 'Cheveux'), 'outfit': ('Clothes', 'Vêtements'), 'glasses': ('Glasses', 'Lunettes'), 'beard': ('Beard', 'Barbe'),
         'freckles': ('Freckles', 'Taches de rousseur'), 'earrings': ('Earrings', 'Boucles d’oreilles'),
         'lines': ('Lines', 'Rides')}

CONTOUR = [(201, 78), (244, 86), (275, 114), (287, 156), (289, 203), (287, 236), (284, 262), (278, 288), (263, 314), (237, 334),
           (201, 341), (165, 335), (138, 315), (123, 289), (117, 263), (114, 236), (112, 203), (114, 156), (127, 114), (158, 87)]

#: Lower lids that age has let down a little, the outer corner with them.
EYES = varied(ALMOND, outer=(0, 3.4), upper=[(0, 1.6), (0, 1.2), (0, 2.4)], crease=[(0, 2.5), (0, 3.5), (0, 4.5), (1, 5), (2, 5.5)], lower=[(0, 0), (0, .4), (0, 1.2)])
BROW = [(215.5, 184), (232, 178), (250, 174.5), (266, 177), (281, 187)]
WIDTHS = [5.5, 10, 11.4, 11, 9.6, 7, 3.6, .4]


#: A mouth that shows through a beard: its corners go further.
MOUTH = {key: {**s, 'lift': s.get('lift', 0) * 1.22, 'wide': s.get('wide', 0) + (2 if s.get('lift') else 0)} for key, s in STATES.items()}
MOUTH['mouth.pout=1 mouth.open=1'].update(wide=-8, up=11, down=24)


class Heavy(Brow):
    """A thick brow has to travel further before it is seen to move."""

    def bent(self, up=0.0, angle=0.0, furrow=0.0):
        return super().bent(up * 1.15, angle * 1.3, furrow * 1.15)


def build():
    rig = Rig('Sorel', 'A portrait drawn for Lueur.', {'hair': 'swept', 'outfit': 'jacket', 'glasses': 'none', 'beard': 'stubble', 'freckles': 'none', 'earrings': 'none', 'lines': 'some'},
              {'skin': '#b97f58', 'hair': '#463d3e', 'eyes': '#6b4a2c', 'outfit': '#3d4f6b', 'outfit2': '#d9cdbd', 'accent': '#c8a860', 'lips': '#a5645a'}, SLOTS)
    rig.optional = ['beard', 'lines']
    rig.expressions += FEELINGS.items()
    head = Head(CONTOUR, jaw=12)
    sorel_hair.draw_back(rig)
    sorel_worn.draw_behind(rig)
    draw_neck(rig, half=50, slope=((152, 356), (134, 384), (128, 408), (136, 442), (164, 488)))
    sorel_worn.draw_outfits(rig)
    draw_ears(rig, left=(-1, 2), right=(2, 2), size=(.86, .95))
    sorel_worn.draw_earrings(rig)
    draw_face(rig, head, on_skin=(partial(draw_age, mouth=(200, 293)), sorel_worn.draw_freckles, sorel_hair.draw_shadows))
    draw_under(rig)
    sorel_worn.draw_beards(rig, head)
    draw_eye(rig, Eye('r', (217, 213), EYES, 1.08, lashes=0, line=2.8, wing=3), iris=13)
    draw_eye(rig, Eye('l', (217, 212.5), EYES, 1.08, lashes=0, line=2.8, wing=3), iris=13)
    draw_brow(rig, Heavy('l', BROW, WIDTHS))
    draw_brow(rig, Heavy('r', [(x, y - 1) for x, y in BROW], WIDTHS))
    mouth = Mouth(centre=(200, 293), half=28.5, upper=(0, 4.4, 7.2, 6.4, 7.0, 4.2, 0), lower=(0, 5.6, 8.8, 9.8, 9.0, 5.6, 0), states=MOUTH)
    draw_mouth(rig, mouth)
    sorel_worn.draw_moustaches(rig, mouth)
    draw_nose(rig, width=18.5, base=264, bridge=207)
    draw_over(rig)
    sorel_worn.draw_glasses(rig)
    sorel_hair.draw_front(rig, head)
    sorel_worn.draw_love(rig)
    return rig


if __name__ == '__main__':
    import sys
    open(sys.argv[1], 'w').write(build().text())
