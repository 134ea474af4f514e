#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""preview.py FILE OUT.png [--poses a,b|all] [--looks hair=bun,skin=#aabbcc/hair=curly] [--size W] [--dark] [--crop x,y,w,h]

Bakes poses of a rig into plain pictures, for whoever draws: no build needed, only PyGObject with Rsvg and cairo.
What Lueur itself shows is `lueur-tool avatar sheet`; this is a quick stand-in for it.
"""
import argparse
import re
import xml.etree.ElementTree as ET

from rig.tones import lips_of, tones

SVG, LU = '{http://www.w3.org/2000/svg}', '{https://lueur-app.github.io/ns/rig/1}'


def both(**kw):
    out = {}
    for k, v in kw.items():
        k = k.replace('_', '.')
        for key in ([k + '.l', k + '.r'] if k in ('brow.raise', 'brow.angle', 'eye.open', 'eye.smile') else [k]):
            out[key] = v
    return out


POSES = {
    'neutral': {},
    'joy': both(mouth_smile=1, mouth_open=.75, eye_smile=.75, brow_raise=.45, cheek_blush=.35, head_roll=-.2, shoulder=.2),
    'sadness': both(brow_angle=1, brow_furrow=.35, eye_open=-.32, mouth_smile=-.9, gaze_y=.6, head_y=.6, head_roll=.35, shoulder=-.5),
    'anger': both(brow_angle=-1, brow_furrow=1, eye_open=.15, eye_smile=.35, mouth_smile=-.75, mouth_open=.32, mouth_width=.25, nose_wrinkle=.5, head_y=.25),
    'fear': both(brow_raise=.8, brow_angle=.85, brow_furrow=.6, eye_open=1, pupil=-.8, mouth_open=.38, mouth_width=.55, mouth_smile=-.55, shoulder=.9, head_y=-.2, sweat=.8),
    'surprise': both(brow_raise=1, eye_open=1, mouth_open=.72, mouth_pout=.45, head_y=-.4),
    'disgust': both(brow_angle=-.45, brow_furrow=.7, brow_raise=-.3, eye_open=-.3, eye_smile=.5, mouth_smile=-.7, mouth_asym=-.8, nose_wrinkle=1, head_x=.5, head_roll=.3, gaze_x=-.5),
    'love': both(mouth_smile=.8, eye_smile=.45, eye_open=-.1, brow_raise=.4, brow_angle=.4, cheek_blush=.9, pupil=.9, head_roll=.6),
    'embarrassment': both(mouth_smile=.35, mouth_press=.45, mouth_asym=.5, eye_open=-.25, gaze_x=.8, gaze_y=.7, brow_angle=.75, brow_raise=.2, cheek_blush=1, head_y=.5, head_x=.5, head_roll=.3, shoulder=.6),
    'caring': both(mouth_smile=.45, brow_angle=.65, brow_raise=.15, eye_smile=.25, head_roll=-.65, head_y=.15, body_lean=-.3),
    'thinking': {**both(gaze_x=-.75, gaze_y=-.75, mouth_asym=.5, mouth_press=.4, head_roll=-.35, head_y=-.2), 'brow.raise.r': .75, 'brow.raise.l': -.25},
    'amusement': both(mouth_smile=1, mouth_open=1, eye_open=-1, eye_smile=1, brow_raise=.35, head_roll=.5, head_y=-.3, cheek_blush=.3),
    'closed': both(eye_open=-1),
    'wink': {'eye.open.l': -1, 'eye.smile.l': 1, 'mouth.smile': .8, 'mouth.asym': .4, 'brow.raise.r': .4},
    'open': both(mouth_open=1), 'smile': both(mouth_smile=1), 'frown': both(mouth_smile=-1), 'pout': both(mouth_pout=1),
    'press': both(mouth_press=1), 'wide': both(mouth_width=1), 'ooh': both(mouth_pout=1, mouth_open=1),
    'grimace': both(mouth_smile=-1, mouth_open=1), 'ee': both(mouth_width=1, mouth_open=1), 'grin': both(mouth_smile=1, mouth_open=1),
    'left': both(head_x=-1, gaze_x=-1), 'right': both(head_x=1, gaze_x=1), 'up': both(head_y=-1, gaze_y=-1), 'down': both(head_y=1, gaze_y=1),
    'rolll': both(head_roll=-1, body_lean=-1), 'rollr': both(head_roll=1, shoulder=1), 'tear': both(tear=1, brow_angle=1, mouth_smile=-1),
    'half': both(eye_open=-.5), 'eyewide': both(eye_open=1), 'squint': both(eye_smile=1), 'arc': both(eye_open=-1, eye_smile=1),
}

NUM = re.compile(r'-?\d*\.?\d+(?:e-?\d+)?')


def weight(key, pose):
    w = 1.0
    for term in key.split():
        p, v = term.split('=')
        w *= min(max(pose.get(p, 0) / float(v), 0), 1)
    return w


def morphed(part, pose):
    keys = {e.get(LU + 'key'): [float(n) for n in NUM.findall(e.get('d'))] for e in part}
    rest = keys['rest']
    out = list(rest)
    delta = lambda k: [a - b for a, b in zip(keys[k], rest)]
    for k in keys:
        if k == 'rest':
            continue
        w = weight(k, pose)
        if not w:
            continue
        d = delta(k)
        if ' ' in k:
            for term in k.split():
                if term in keys:
                    d = [a - b for a, b in zip(d, delta(term))]
        out = [o + w * x for o, x in zip(out, d)]
    base = next(e for e in part if e.get(LU + 'key') == 'rest')
    it = iter(out)
    return base, NUM.sub(lambda m: '%.2f' % next(it), base.get('d')).replace('C', ' C').replace('L', ' L')


def baked(root, pose, choices, colours, prefix=''):
    """A plain SVG of one pose, as text."""
    pose = dict(pose)
    get = lambda k: pose.get(k, 0)
    choice = dict(p.strip().split(':') for p in root.get(LU + 'choices').split(';'))
    choice.update(choices)
    palette = dict(p.strip().split(':') for p in root.get(LU + 'palette').split(';'))
    palette.update(colours)
    palette.setdefault('lips', lips_of(palette['skin']))
    css = ''
    for m, c in palette.items():
        for k, v in tones(m, c).items():
            css += f'.{k}{{fill:{v}}} .{k}.stroke{{fill:none;stroke:{v}}} stop.{k}{{stop-color:{v}}}\n'
    body = f'translate(0 {-3 * get("breath"):.2f}) rotate({4 * get("body.lean"):.2f} 200 500)'
    bones = {'still': '', 'body': body, 'shoulders': body + f' translate(0 {-10 * get("shoulder"):.2f})',
             'head': body + f' translate({6 * get("head.x"):.2f} {6 * get("head.y"):.2f}) rotate({9 * get("head.roll"):.2f} 200 320)'}
    parts, defs, clips = [], [], {}
    style = root.find(f'{SVG}defs/{SVG}style')
    for d in root.find(SVG + 'defs'):
        if d is not style:
            defs.append(ET.tostring(d, encoding='unicode'))
    todo = [p for p in root if p.get(LU + 'part')]
    todo = [p for p in todo if not p.get(LU + 'slot') or choice.get(p.get(LU + 'slot'), 'none') == p.get(LU + 'choice')]

    def where(p):
        bone = p.get(LU + 'bone', 'head')
        t = bones[bone]
        depth = float(p.get(LU + 'depth', 0))
        if bone == 'head' and depth:
            t += f' translate({depth * get("head.x") * 12:.2f} {depth * get("head.y") * 9:.2f})'
        opacity = float(p.get(LU + 'opacity', 1))
        px, py = p.get(LU + 'pivot', '200 205').split()
        for b in (p.get(LU + 'bind') or '').split(';'):
            if not b.strip():
                continue
            prop, rest = b.strip().split(':')
            param, k = rest.split('*')
            v = get(param) * float(k)
            if prop == 'x': t += f' translate({v:.2f} 0)'
            elif prop == 'y': t += f' translate(0 {v:.2f})'
            elif prop == 'rotate': t += f' rotate({v:.2f} {px} {py})'
            elif prop == 'scale': t += f' translate({px} {py}) scale({1 + v:.3f}) translate({-float(px)} {-float(py)})'
            elif prop == 'opacity': opacity += v
        return t, min(max(opacity, 0), 1)

    for p in todo:
        if p.get(LU + 'morph'):
            base, d = morphed(p, pose)
            clips[p.get(LU + 'morph')] = (d, where(p)[0])
    for p in todo:
        t, opacity = where(p)
        if opacity <= 0.003:
            continue
        if p.get(LU + 'morph'):
            if p.get(LU + 'shape') == 'clip':
                continue
            base, d = morphed(p, pose)
            attrs = ''.join(f' {k}="{v}"' for k, v in base.attrib.items() if k in ('class', 'fill', 'stroke', 'stroke-width', 'opacity'))
            inner = f'<path d="{d}"{attrs}/>'
        else:
            inner = ''.join(ET.tostring(e, encoding='unicode') for e in p)
        g = f'<g transform="{t}" opacity="{opacity:.3f}">{inner}</g>'
        clip = p.get(LU + 'clip')
        if clip:
            d, ct = clips[clip]
            defs.append(f'<clipPath id="k-{p.get(LU + "part")}"><path d="{d}" transform="{ct}"/></clipPath>')
            g = f'<g clip-path="url(#k-{p.get(LU + "part")})">{g}</g>'
        parts.append(g)
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500"><style>{css}</style><defs>{"".join(defs)}</defs>{"".join(parts)}</svg>'
    return text.replace('ns0:', '').replace('xmlns:ns0="http://www.w3.org/2000/svg"', '')


def main():
    import gi
    gi.require_version('Rsvg', '2.0')
    from gi.repository import Rsvg
    import cairo
    ap = argparse.ArgumentParser()
    ap.add_argument('file')
    ap.add_argument('out')
    ap.add_argument('--poses', default='neutral')
    ap.add_argument('--looks', default='')
    ap.add_argument('--size', type=int, default=400)
    ap.add_argument('--columns', type=int, default=0)
    ap.add_argument('--dark', action='store_true')
    ap.add_argument('--labels', action='store_true')
    ap.add_argument('--crop', default='0,0,400,500')
    a = ap.parse_args()
    ET.register_namespace('', 'http://www.w3.org/2000/svg')
    root = ET.parse(a.file).getroot()
    names = list(POSES) if a.poses == 'all' else a.poses.split(',')
    looks = [dict(kv.split('=') for kv in look.split(',') if kv) for look in a.looks.split('/')]
    cells = [(n, look) for look in looks for n in names]
    cx, cy, cw, ch = map(float, a.crop.split(','))
    w = a.size
    h = round(w * ch / cw)
    cols = a.columns or min(len(cells), max(1, 2000 // w))
    rows = -(-len(cells) // cols)
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, cols * w, rows * h)
    ctx = cairo.Context(surface)
    ctx.set_source_rgb(*((.14, .14, .15) if a.dark else (.97, .965, .96)))
    ctx.paint()
    for i, (name, look) in enumerate(cells):
        choices = {k: v for k, v in look.items() if not v.startswith('#')}
        colours = {k: v for k, v in look.items() if v.startswith('#')}
        text = baked(root, POSES[name], choices, colours)
        handle = Rsvg.Handle.new_from_data(text.encode())
        ctx.save()
        ctx.translate(i % cols * w, i // cols * h)
        ctx.rectangle(0, 0, w, h)
        ctx.clip()
        ctx.scale(w / cw, w / cw)
        ctx.translate(-cx, -cy)
        box = Rsvg.Rectangle()
        box.x = box.y = 0
        box.width, box.height = 400, 500
        handle.render_document(ctx, box)
        ctx.restore()
        if a.labels:
            ctx.set_source_rgb(.5, .5, .5)
            ctx.move_to(i % cols * w + 6, i // cols * h + 14)
            ctx.set_font_size(12)
            ctx.show_text(name + ' ' + ' '.join(look.values()))
    surface.write_to_png(a.out)


if __name__ == '__main__':
    main()
