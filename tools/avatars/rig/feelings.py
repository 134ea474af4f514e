# SPDX-License-Identifier: GPL-3.0-or-later
"""Feelings that a human face shows in its own way, in place of the points that serve every rig.

What is not named here is as in src/ui/avatar/expression.c. Each names its parameters in full: a rig's point
replaces the whole of the other."""


def _point(brows=(0, 0), angle=(0, 0), lids=(0, 0), squint=(0, 0), gaze=(0, 0), head=(0, 0, 0), **more):
    names = {'furrow': 'brow.furrow', 'smile': 'mouth.smile', 'gape': 'mouth.open', 'width': 'mouth.width', 'pout': 'mouth.pout', 'press': 'mouth.press',
             'asym': 'mouth.asym', 'wrinkle': 'nose.wrinkle', 'blush': 'cheek.blush', 'lean': 'body.lean'}
    out = {}
    for name, (l, r) in (('brow.raise', brows), ('brow.angle', angle), ('eye.open', lids), ('eye.smile', squint)):
        out[name + '.l'], out[name + '.r'] = l, r
    out['gaze.x'], out['gaze.y'] = gaze
    out['head.x'], out['head.y'], out['head.roll'] = head
    for k, v in more.items():
        out[names.get(k, k)] = v
    return {k: v for k, v in out.items() if v}


FEELINGS = {
    # teeth set, brows down to the eyes: nothing of it may be taken for disgust
    'anger': _point(brows=(-.8, -.8), angle=(-1, -1), furrow=1, lids=(.05, .05), squint=(.4, .4), pupil=-.5, gaze=(0, -.1), smile=-.6, gape=.5, width=.9, wrinkle=.3,
                    blush=.45, head=(0, .6, 0), shoulder=.85),
    # turns away, nose drawn up, tongue out
    'disgust': _point(brows=(-.6, -.1), angle=(-.1, .25), furrow=.5, lids=(-.6, -.4), squint=(1, .85), gaze=(.7, .3), smile=-.6, gape=.5, width=-.15, asym=-.45, wrinkle=1,
                      head=(-.8, -.35, -.6), shoulder=.5, lean=-.7),
    'annoyance': _point(brows=(-.35, .1), angle=(-.6, -.3), furrow=.45, lids=(-.3, -.25), gaze=(.75, -.9), smile=-.4, press=.4, asym=.85, head=(.25, -.15, .4), shoulder=.3),
    'approval': _point(brows=(.5, .5), lids=(-.1, -.1), squint=(.6, .6), smile=.85, press=.25, width=.25, head=(0, .5, -.15), shoulder=-.1, blush=.15),
    'confusion': _point(brows=(.95, -.65), angle=(.35, -.55), furrow=.45, lids=(.35, -.4), gaze=(-.25, -.35), smile=-.35, pout=.15, width=-.35, asym=-.95, head=(-.1, 0, -.85),
                        shoulder=.4),
    'desire': _point(brows=(.4, .5), angle=(.4, .4), lids=(-.32, -.32), pupil=1, gaze=(.1, -.45), smile=.5, gape=.18, blush=.5, sparkle=.45, head=(.15, .3, .5), lean=.45,
                     shoulder=.35),
    'embarrassment': _point(brows=(.45, .45), angle=(.85, .85), lids=(-.28, -.28), gaze=(-.9, .6), smile=.5, press=.35, width=.2, asym=.45, blush=1, sweat=.8,
                            head=(.45, .5, .5), shoulder=1),
    'excitement': _point(brows=(1, 1), lids=(.85, .85), pupil=.9, smile=1, gape=1, width=.08, blush=.5, sparkle=.8, head=(0, -.35, .15), shoulder=.9),
    'joy': _point(brows=(.5, .5), lids=(-.1, -.1), squint=(.75, .75), pupil=.3, smile=1, gape=.62, width=.15, blush=.5, head=(.05, -.2, .2), shoulder=.3),
    'amusement': _point(brows=(.45, .65), lids=(-1, -1), squint=(1, 1), smile=1, gape=.75, width=.1, asym=.3, blush=.35, head=(-.2, -.2, -.75), shoulder=.6),
    'fear': _point(brows=(.9, .95), angle=(1, 1), furrow=.55, lids=(1, 1), pupil=-1, gaze=(.1, 0), smile=-.8, gape=.6, width=.45, sweat=1, head=(-.35, -.1, -.3), lean=-.7,
                   shoulder=1),
    'nervousness': _point(brows=(.5, .35), angle=(.85, .7), furrow=.3, lids=(.35, .35), pupil=-.45, gaze=(.85, .1), smile=-.15, gape=.35, width=.85, sweat=1,
                          head=(-.35, .1, -.2), shoulder=.8),
    'pride': _point(brows=(.55, .75), angle=(-.15, -.15), lids=(-.5, -.5), squint=(.45, .45), gaze=(0, .45), smile=.8, press=.3, width=.2, asym=.5, blush=.2,
                    head=(-.15, -1, -.2), lean=-.35, shoulder=.9),
    'realization': _point(brows=(1, .85), lids=(.75, .7), gaze=(.3, -.75), smile=.5, gape=.5, width=-.2, pout=.1, sparkle=.6, head=(.2, -.4, .25), shoulder=.4),
    'remorse': _point(brows=(.1, .1), angle=(1, 1), furrow=.6, lids=(-.5, -.5), gaze=(.2, 1), smile=-.55, press=.85, blush=.2, head=(.2, .95, .35), shoulder=.4, lean=.2),
    'sadness': _point(brows=(.2, .2), angle=(1, 1), furrow=.35, lids=(-.28, -.28), gaze=(0, .4), smile=-1, pout=.25, tear=.75, head=(.1, .45, .4), shoulder=-.75),
    'grief': _point(brows=(-.05, 0), angle=(1, 1), furrow=1, lids=(-1, -1), squint=(.5, .5), smile=-1, gape=.65, width=.25, blush=.3, tear=1, head=(-.1, .55, -.5), shoulder=.55),
}
