/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rigs: what is read, what is refused, and that refusing costs little. */

#include <gtk/gtk.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>

#include "ui/avatar/face.h"
#include "ui/avatar/guard.h"
#include "ui/avatar/rig-check.h"
#include "support/loop.h"

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE "\" viewBox=\"0 0 400 500\" lueur:rig=\"1\" lueur:name=\"T\">"
#define PART "<g lueur:part=\"p\"><rect width=\"9\" height=\"9\"/></g>"

static char *
repeat (const char *before, const char *text, guint n, const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static char *million_elements (void) { return repeat (HEAD PART, "<path/>", 1000000, "</svg>"); }
static char *deep (void) { return repeat (HEAD PART, "<g>", 5000, ""); }
static char *nine_megabytes (void) { return repeat (HEAD "<!--", "0123456789", 950000, "--></svg>"); }
static char *many_commands (void) { return repeat (HEAD PART "<path d=\"M0 0", "l1 1", 150000, "\"/></svg>"); }
static char *many_parts (void) { return repeat (HEAD, PART, 1000, "</svg>"); }
static char *long_style (void) { return repeat (HEAD PART "<style>", ".skin{fill:#fff} ", 10000, "</style></svg>"); }
static char *nested_layers (void) { return repeat (HEAD PART, "<g opacity=\"0.5\">", 20, "</g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></g></svg>"); }

static char *
laughs (void)
{
  GString *out = g_string_new (HEAD PART "<defs><g id=\"a0\"><path d=\"M0 0h9v9z\"/></g>");

  for (guint i = 1; i < 20; i++)
    {
      g_string_append_printf (out, "<g id=\"a%u\">", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (out, "<use href=\"#a%u\"/>", i - 1);
      g_string_append (out, "</g>");
    }
  g_string_append (out, "</defs><use href=\"#a19\"/></svg>");
  return g_string_free (out, FALSE);
}

/* Every shape masked by everything: within all caps, and yet the work of hours. */
static char *
slow_masks (void)
{
  GString *out = g_string_new (HEAD "<defs><mask id=\"m0\"><rect width=\"400\" height=\"500\" fill=\"#fff\"/></mask>");

  for (guint i = 1; i < 12; i++)
    {
      g_string_append_printf (out, "<mask id=\"m%u\">", i);
      for (guint k = 0; k < 12; k++)
        g_string_append_printf (out, "<rect width=\"400\" height=\"500\" fill=\"#fff\" mask=\"url(#m%u)\"/>", i - 1);
      g_string_append (out, "</mask>");
    }
  g_string_append (out, "</defs><g lueur:part=\"p\"><rect width=\"400\" height=\"500\" mask=\"url(#m11)\"/></g></svg>");
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  char *(*make) (void);
  int code;
} hostile[] = {
  { "empty", "", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "noise", "\x01\x02\xff\xfe<svg", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "html", "<html><body/></html>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "cut short", HEAD "<g lueur:part=\"p\"><rect", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "no parts", HEAD "<rect width=\"9\" height=\"9\"/></svg>", NULL, LUEUR_RIG_ERROR_NOT_A_RIG },
  { "entity bomb", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" HEAD "&b;</svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "doctype", "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">" HEAD PART "</svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "unknown entity", HEAD PART "<title>&evil;</title></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "style sheet from outside", "<?xml-stylesheet href=\"http://x/y.css\"?>" HEAD PART "</svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "script", HEAD PART "<script>alert(1)</script></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "script by another name", HEAD PART "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">1</x:script></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "event", HEAD "<g lueur:part=\"p\" onclick=\"alert(1)\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "foreign object", HEAD PART "<foreignObject/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "text", HEAD PART "<text>hello</text></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "picture", HEAD PART "<image href=\"data:image/png;base64,AAAA\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "http", HEAD PART "<use href=\"http://example.org/a.svg#b\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "file", HEAD PART "<use xlink:href=\"file:///etc/passwd#x\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "data", HEAD PART "<use href=\"data:image/svg+xml,x#y\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "relative", HEAD PART "<use href=\"other.svg#x\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "url in an attribute", HEAD PART "<rect fill=\"url( 'http://x/y#z')\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "url in style", HEAD PART "<rect style=\"fill:URL(file:///x)\"/></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "url in a sheet", HEAD PART "<style>.a{fill:url(//x/y)}</style></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "import", HEAD PART "<style>@import 'x.css';</style></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "import in CDATA", HEAD PART "<style><![CDATA[@IMPORT url(x);]]></style></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "escaped css", HEAD PART "<style>.a{fill:u\\72l(x)}</style></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "font", HEAD PART "<style>@font-face{src:url(x)}</style></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "filter picture", HEAD PART "<filter id=\"f\"><feImage href=\"#p\"/></filter></svg>", NULL, LUEUR_RIG_ERROR_FORBIDDEN },
  { "nan", HEAD "<g lueur:part=\"p\"><rect width=\"nan\" height=\"9\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "infinity", HEAD "<g lueur:part=\"p\"><rect width=\"inf\" height=\"1e999\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "far away", HEAD "<g lueur:part=\"p\"><rect width=\"1e30\" height=\"9\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "nan in a path", HEAD "<g lueur:part=\"p\"><path d=\"M0 0L nan 5\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "infinite transform", HEAD "<g lueur:part=\"p\" transform=\"scale(1e999)\"/></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "huge page", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE "\" viewBox=\"0 0 100000 100000\">" PART "</svg>", NULL, LUEUR_RIG_ERROR_TOO_LARGE },
  { "no page", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE "\" viewBox=\"0 0 0 0\">" PART "</svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "huge blur", HEAD PART "<filter id=\"f\"><feGaussianBlur stdDeviation=\"5000\"/></filter></svg>", NULL, LUEUR_RIG_ERROR_TOO_LARGE },
  { "endless dashes", HEAD "<g lueur:part=\"p\"><path d=\"M0 0H400\" stroke-dasharray=\"0.000001\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "part in a part", HEAD "<g lueur:part=\"a\"><g lueur:part=\"b\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "same id twice", HEAD PART "<g id=\"a\"/><g id=\"a\"/></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "morph without rest", HEAD "<g lueur:part=\"m\" lueur:morph=\"m\"><path lueur:key=\"mouth.open=1\" d=\"M0 0L9 9\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "morph of arcs", HEAD "<g lueur:part=\"m\" lueur:morph=\"m\"><path lueur:key=\"rest\" d=\"M0 0A5 5 0 0 1 9 9\"/></g></svg>", NULL, LUEUR_RIG_ERROR_MALFORMED },
  { "use of itself", HEAD "<g lueur:part=\"p\" id=\"p\"><use href=\"#p\"/></g></svg>", NULL, LUEUR_RIG_ERROR_TOO_LARGE },
  { "a million elements", NULL, million_elements, LUEUR_RIG_ERROR_TOO_LARGE },
  { "deep", NULL, deep, LUEUR_RIG_ERROR_TOO_LARGE },
  { "nine megabytes", NULL, nine_megabytes, LUEUR_RIG_ERROR_TOO_LARGE },
  { "many commands", NULL, many_commands, LUEUR_RIG_ERROR_TOO_LARGE },
  { "many parts", NULL, many_parts, LUEUR_RIG_ERROR_TOO_LARGE },
  { "long style", NULL, long_style, LUEUR_RIG_ERROR_TOO_LARGE },
  { "nested layers", NULL, nested_layers, LUEUR_RIG_ERROR_TOO_LARGE },
  { "laughs", NULL, laughs, LUEUR_RIG_ERROR_TOO_LARGE },
};

static long
peak_kb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
test_hostile (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *made = hostile[i].make != NULL ? hostile[i].make () : NULL;
  const char *text = made != NULL ? made : hostile[i].text;
  long before = peak_kb ();
  gint64 start = lueur_test_cpu_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRig) rig = lueur_rig_new_from_data ("test", text, strlen (text), &error);

  g_assert_null (rig);
  g_assert_error (error, LUEUR_RIG_ERROR, hostile[i].code);
  /* One sentence, in words. */
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 2 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (peak_kb () - before, <, 256 * 1024);
}

static void
test_slow (void)
{
  g_autofree char *text = slow_masks ();
  g_autoptr (LueurLook) look = lueur_look_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRig) rig = lueur_rig_new_from_data ("test", text, strlen (text), &error);
  gint64 start = lueur_test_cpu_time ();
  g_autoptr (LueurPlates) plates = NULL;

  if (rig != NULL) /* else refused at once, which is as good */
    {
      plates = lueur_plates_new (rig, look, &(LueurPlatesOrder){ .scale = 1 }, NULL, &error);
      g_assert_null (plates);
      g_assert_error (error, LUEUR_RIG_ERROR, LUEUR_RIG_ERROR_TIMEOUT);
    }
  g_assert_cmpint (lueur_test_cpu_time () - start, <, 3 * G_TIME_SPAN_SECOND);
}

/* A machine that is busy elsewhere is no reason: what counts is the work. */
static void
test_guard (void)
{
  gint64 start;
  LueurGuard guard;

  lueur_guard_start (&guard, 1);
  g_usleep (1300000);
  g_assert_false (g_cancellable_is_cancelled (guard.cancellable));
  g_assert_false (lueur_guard_stop (&guard));

  lueur_guard_start (&guard, 1);
  start = lueur_test_cpu_time ();
  while (!g_cancellable_is_cancelled (guard.cancellable) && lueur_test_cpu_time () - start < 3 * G_TIME_SPAN_SECOND)
    ;
  g_assert_true (lueur_guard_stop (&guard));
}

/* --- What is taken ------------------------------------------------------------------------------------ */

static LueurRig *
read_rig (const char *text)
{
  g_autoptr (GError) error = NULL;
  LueurRig *rig = lueur_rig_new_from_data ("test", text, strlen (text), &error);

  g_assert_no_error (error);
  return rig;
}

/* Key shapes that do not fit, unknown binds and bones: left out, and said. */
static void
test_degraded (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      HEAD "<g lueur:part=\"m\" lueur:morph=\"mouth\" lueur:bone=\"tail\">"
           "<path lueur:key=\"rest\" d=\"M0 0 L10 0 L10 10 Z\"/>"
           "<path lueur:key=\"mouth.open=1\" d=\"M0 0 C1 1 2 2 10 10 Z\"/>"
           "<path lueur:key=\"mouth.wide=1\" d=\"M0 0 L10 0 L10 10 Z\"/>"
           "<path lueur:key=\"mouth.smile=1\" d=\"m0 0 h20 v10 z\"/></g>"
           "<g lueur:part=\"x\" lueur:clip=\"nothing\" lueur:bind=\"x:gaze.q*3; colour:pupil; y:gaze.y*2\"/></svg>");

  g_assert_cmpuint (rig->n_morphs, ==, 1);
  g_assert_cmpuint (rig->morphs[0].keys->len, ==, 1);
  g_assert_cmpuint (rig->warnings->len, ==, 6);
  g_assert_cmpuint (rig->parts[1].n_binds, ==, 1);
  g_assert_cmpint (rig->parts[1].clip, ==, -1);
}

static void
test_other_prefix (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      "<?xml version=\"1.0\"?>\n<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:l=\"" LUEUR_RIG_NAMESPACE
      "\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" viewBox=\"0 0 400 500\" l:name=\"Other\" "
      "l:palette=\"skin:#aabbcc\"><inkscape:grid><inkscape:deep/></inkscape:grid>"
      "<s:g l:part=\"p\" inkscape:label=\"x\"><s:rect width=\"9\" height=\"9\"/></s:g></s:svg>");

  g_assert_cmpstr (rig->name, ==, "Other");
  g_assert_cmpuint (rig->n_parts, ==, 1);
  g_assert_cmpuint (rig->materials, ==, 1);
}

static void
test_slots (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE
      "\" viewBox=\"0 0 400 500\" lueur:choices=\"hair:long; glasses:none\">"
      "<g lueur:part=\"a\" lueur:slot=\"hair\" lueur:choice=\"short\" lueur:title=\"Short\" lueur:title-fr=\"Courts\"/>"
      "<g lueur:part=\"b\" lueur:slot=\"hair\" lueur:choice=\"long\"/>"
      "<g lueur:part=\"c\" lueur:slot=\"glasses\" lueur:choice=\"round\"/></svg>");
  const LueurSlot *hair = &g_array_index (rig->slots, LueurSlot, 0), *glasses = &g_array_index (rig->slots, LueurSlot, 1);

  g_assert_cmpint (hair->standard, ==, 1);
  g_assert_cmpuint (hair->choices->len, ==, 2);
  g_assert_cmpstr (g_array_index (hair->choices, LueurChoice, 0).title_fr, ==, "Courts");
  g_assert_cmpint (glasses->standard, ==, 0);
  g_assert_cmpstr (g_array_index (glasses->choices, LueurChoice, 0).id, ==, "none");
  g_assert_cmpint (rig->parts[2].choice, ==, 1);
}

/* Keys add up; a corrective is the whole shape wanted when all its conditions hold. */
static void
test_keys (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      HEAD "<g lueur:part=\"m\" lueur:morph=\"mouth\"><path lueur:key=\"rest\" d=\"M0 0L10 0\"/>"
           "<path lueur:key=\"mouth.smile=1 mouth.open=1\" d=\"M0 0L100 7\"/>"
           "<path lueur:key=\"mouth.open=1\" d=\"M0 0L10 20\"/><path lueur:key=\"mouth.smile=1\" d=\"M0 0L14 0\"/></g></svg>");
  const LueurMorph *morph = &rig->morphs[0];

  g_assert_cmpuint (morph->keys->len, ==, 3);
  /* Plain ones first; the corrective holds what is left: (100, 7) − (10, 0) − (0, 20) − (4, 0). */
  g_assert_cmpuint (g_array_index (morph->keys, LueurKey, 2).n_terms, ==, 2);
  g_assert_cmpfloat (g_array_index (morph->keys, LueurKey, 2).delta[2], ==, 86);
  g_assert_cmpfloat (g_array_index (morph->keys, LueurKey, 2).delta[3], ==, -13);
}

static void
test_expression_override (void)
{
  g_autoptr (LueurRig) rig = read_rig (HEAD PART "<metadata><lueur:expression name=\"joy\" mouth.smile=\"0.5\" head.x=\"9\"/></metadata></svg>");

  g_assert_cmpfloat (lueur_rig_get_expression (rig, LUEUR_EMOTION_JOY)->v[LUEUR_PARAM_MOUTH_SMILE], ==, 0.5);
  g_assert_cmpfloat (lueur_rig_get_expression (rig, LUEUR_EMOTION_JOY)->v[LUEUR_PARAM_HEAD_X], ==, 1);
  g_assert_cmpfloat (lueur_rig_get_expression (rig, LUEUR_EMOTION_JOY)->v[LUEUR_PARAM_MOUTH_OPEN], ==, 0);
  g_assert_true (lueur_rig_get_expression (rig, LUEUR_EMOTION_ANGER) == lueur_expression_get_pose (LUEUR_EMOTION_ANGER));
}

static void
test_check (void)
{
  g_autoptr (LueurRig) rig = read_rig (HEAD PART "</svg>");
  g_autoptr (LueurRigReport) report = lueur_rig_check (rig);
  gboolean says_mouth = FALSE;

  for (guint i = 0; i < report->missing->len; i++)
    says_mouth |= strstr (g_ptr_array_index (report->missing, i), "“mouth”") != NULL;
  g_assert_true (says_mouth);
}

/* --- Tones --------------------------------------------------------------------------------------------- */

static double
brightness (const GdkRGBA *c)
{
  return 0.2126 * pow (c->red, 2.2) + 0.7152 * pow (c->green, 2.2) + 0.0722 * pow (c->blue, 2.2);
}

/* From the palest to the darkest base: light, base, shade, deep and line in that order, all in range. */
static void
test_tones (void)
{
  static const char *const bases[] = { "#fbe3d3", "#e8b48f", "#8d5a3c", "#3e261d", "#1f1a1c", "#ffffff", "#000000", "#0000ff", "#4a8f7a" };

  for (guint m = 0; lueur_materials[m] != NULL; m++)
    for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
      {
        GdkRGBA base, t[LUEUR_N_TONES];

        gdk_rgba_parse (&base, bases[i]);
        lueur_tones_derive (lueur_materials[m], &base, t);
        for (guint k = 0; k < LUEUR_N_TONES; k++)
          {
            g_assert_true (t[k].red >= 0 && t[k].red <= 1 && t[k].green >= 0 && t[k].green <= 1);
            g_assert_true (t[k].blue >= 0 && t[k].blue <= 1 && t[k].alpha == 1);
          }
        g_assert_true (gdk_rgba_equal (&t[LUEUR_TONE_BASE], &base));
        if (!g_str_equal (bases[i], "#000000"))
          {
            g_assert_cmpfloat (brightness (&t[LUEUR_TONE_LIGHT]), >=, brightness (&base) - 1e-3);
            g_assert_cmpfloat (brightness (&t[LUEUR_TONE_SHADE]), <, brightness (&base));
            g_assert_cmpfloat (brightness (&t[LUEUR_TONE_DEEP]), <=, brightness (&t[LUEUR_TONE_SHADE]) + 1e-3);
            g_assert_cmpfloat (brightness (&t[LUEUR_TONE_LINE]), <=, brightness (&t[LUEUR_TONE_DEEP]) + 1e-3);
          }
      }
}

/* A colour that somebody chose wins over the file's own style, in pictures and in morphs. */
static void
test_palette_wins (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE "\" viewBox=\"0 0 400 500\" "
      "lueur:palette=\"skin:#ff0000\"><style>.skin{fill:#ff0000}</style>"
      "<g lueur:part=\"p\"><rect x=\"100\" y=\"100\" width=\"50\" height=\"50\" class=\"skin\" style=\"fill:#ff0000\"/></g>"
      "<g lueur:part=\"m\" lueur:morph=\"m\"><path lueur:key=\"rest\" class=\"skin\" d=\"M200 100H250V150H200Z\"/></g></svg>");
  g_autoptr (LueurLook) look = lueur_look_new ("test");
  g_autoptr (LueurPlates) plates = NULL;
  g_autoptr (LueurFace) face = NULL;
  LueurPose pose = { 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 500);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  const guint32 *pixels;
  int stride;

  lueur_look_set_colour (look, "skin", "#00ff00");
  plates = lueur_plates_new (rig, look, &(LueurPlatesOrder){ .scale = 1 }, NULL, NULL);
  g_assert_nonnull (plates);
  face = lueur_face_new (plates);
  node = lueur_face_draw (face, &pose);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface) / 4;
  g_assert_cmphex (pixels[125 * stride + 125], ==, 0xff00ff00);
  g_assert_cmphex (pixels[125 * stride + 225], ==, 0xff00ff00);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What a rig says of its own colours is what is offered for them; of the others, and of what is no colour, nothing changes. */
static void
test_offers (void)
{
  g_autoptr (LueurRig) rig = read_rig (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:lueur=\"" LUEUR_RIG_NAMESPACE "\" viewBox=\"0 0 400 500\">"
      "<metadata><lueur:colours material=\"skin\" title=\"Fur\" title-fr=\"Pelage\" values=\"#E58A3C, #b8b4b0 red\"/></metadata>"
      "<g lueur:part=\"p\"><rect x=\"100\" y=\"100\" width=\"50\" height=\"50\" class=\"skin\"/></g></svg>");
  g_auto (GStrv) fur = lueur_rig_dup_colours (rig, 0), hair = lueur_rig_dup_colours (rig, 1);

  g_assert_cmpstr (rig->offers[0].title, ==, "Fur");
  g_assert_cmpstr (rig->offers[0].title_fr, ==, "Pelage");
  g_assert_cmpuint (g_strv_length (fur), ==, 2);
  g_assert_cmpstr (fur[0], ==, "#E58A3C");
  g_assert_cmpuint (rig->warnings->len, >, 0);
  g_assert_null (rig->offers[1].title);
  g_assert_cmpuint (g_strv_length (hair), ==, 12);
}

/* --- Steady state --------------------------------------------------------------------------------------- */

static guint
count_nodes (GskRenderNode *node)
{
  guint n = 1;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_nodes (gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      n += count_nodes (gsk_transform_node_get_child (node));
      break;
    case GSK_FILL_NODE:
      n += count_nodes (gsk_fill_node_get_child (node));
      break;
    case GSK_OPACITY_NODE:
      n += count_nodes (gsk_opacity_node_get_child (node));
      break;
    default:
      break;
    }
  return n;
}

/* A thousand frames of breathing and looking: as many nodes at the end as at the beginning, and no texture more. */
static void
test_steady (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRig) rig = lueur_rig_new_from_file (path, &error);
  g_autoptr (LueurLook) look = lueur_look_new ("test");
  g_autoptr (LueurPlates) plates = NULL;
  g_autoptr (LueurFace) face = NULL;
  LueurPose pose = { 0 };
  guint textures, paths, nodes = 0;

  g_assert_no_error (error);
  plates = lueur_plates_new (rig, look, &(LueurPlatesOrder){ .scale = 0.8 }, NULL, &error);
  g_assert_no_error (error);
  face = lueur_face_new (plates);
  gsk_render_node_unref (lueur_face_draw (face, &pose));
  textures = lueur_plates_get_n_textures ();
  paths = lueur_face_get_n_paths (face);
  for (guint i = 0; i < 1000; i++)
    {
      GskRenderNode *node;
      guint n;

      pose.v[LUEUR_PARAM_BREATH] = 0.5f - 0.5f * cosf (i * 0.1f);
      pose.v[LUEUR_PARAM_HEAD_X] = 0.05f + 0.04f * sinf (i * 0.05f);
      pose.v[LUEUR_PARAM_GAZE_X] = 0.3f + 0.1f * sinf (i * 0.3f);
      pose.v[LUEUR_PARAM_GAZE_Y] = 0.1f;
      node = lueur_face_draw (face, &pose);
      n = count_nodes (node);
      gsk_render_node_unref (node);
      /* All courses come round once in so many frames; what a value of 0 needs no transform for has needed it by then. */
      if (i < 200)
        nodes = MAX (nodes, n);
      else
        g_assert_cmpuint (n, <=, nodes);
    }
  g_assert_cmpuint (textures, >, 0);
  g_assert_cmpuint (lueur_plates_get_n_textures (), ==, textures);
  g_assert_cmpuint (lueur_face_get_n_paths (face), <=, paths + 1000);
}

/* Pictures drawn for a tilted head show the same as pictures that are turned. */
static void
test_tilt (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LueurRig) rig = lueur_rig_new_from_file (path, &error);
  g_autoptr (LueurLook) look = lueur_look_new ("test");
  cairo_surface_t *surfaces[2];
  LueurPose pose = { 0 };
  double sum = 0;

  g_assert_no_error (error);
  pose.v[LUEUR_PARAM_HEAD_ROLL] = 0.8f;
  pose.v[LUEUR_PARAM_BODY_LEAN] = -0.6f;
  pose.v[LUEUR_PARAM_HEAD_X] = 0.4f;
  for (guint i = 0; i < 2; i++)
    {
      LueurPlatesOrder order = { .scale = 0.5, .lean = i * pose.v[LUEUR_PARAM_BODY_LEAN], .roll = i * pose.v[LUEUR_PARAM_HEAD_ROLL] };
      g_autoptr (LueurPlates) plates = lueur_plates_new (rig, look, &order, NULL, &error);
      g_autoptr (LueurFace) face = lueur_face_new (plates);
      GskRenderNode *node = lueur_face_draw (face, &pose);
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 250);
      cr = cairo_create (surfaces[i]);
      cairo_scale (cr, 0.5, 0.5);
      gsk_render_node_draw (node, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
      gsk_render_node_unref (node);
    }
  for (guint i = 0; i < 200 * 250 * 4; i++)
    sum += abs (cairo_image_surface_get_data (surfaces[0])[i] - cairo_image_surface_get_data (surfaces[1])[i]);
  g_assert_cmpfloat (sum / (200 * 250 * 4), <, 2.0);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/avatar/rig/hostile/", hostile[i].name, NULL), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/avatar/rig/slow", test_slow);
  g_test_add_func ("/avatar/rig/guard", test_guard);
  g_test_add_func ("/avatar/rig/degraded", test_degraded);
  g_test_add_func ("/avatar/rig/other-prefix", test_other_prefix);
  g_test_add_func ("/avatar/rig/slots", test_slots);
  g_test_add_func ("/avatar/rig/keys", test_keys);
  g_test_add_func ("/avatar/rig/expression-override", test_expression_override);
  g_test_add_func ("/avatar/rig/check", test_check);
  g_test_add_func ("/avatar/rig/tones", test_tones);
  g_test_add_func ("/avatar/rig/offers", test_offers);
  g_test_add_func ("/avatar/rig/palette-wins", test_palette_wins);
  g_test_add_data_func ("/avatar/rig/steady/plain", "ui/rigs/plain.svg", test_steady);
  g_test_add_data_func ("/avatar/rig/steady/ambre", "../data/avatars/ambre.svg", test_steady);
  g_test_add_data_func ("/avatar/rig/tilt/plain", "ui/rigs/plain.svg", test_tilt);
  g_test_add_data_func ("/avatar/rig/tilt/ambre", "../data/avatars/ambre.svg", test_tilt);
  return g_test_run ();
}
