/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data and transform lists, as strict as a file from outside deserves. */

#include "ui/avatar/rig-path.h"

#include <math.h>
#include <string.h>

#define FARTHEST 1e6

LueurAffine
lueur_affine_multiply (const LueurAffine *outer, const LueurAffine *inner)
{
  return (LueurAffine){
    outer->a * inner->a + outer->c * inner->b,
    outer->b * inner->a + outer->d * inner->b,
    outer->a * inner->c + outer->c * inner->d,
    outer->b * inner->c + outer->d * inner->d,
    outer->a * inner->e + outer->c * inner->f + outer->e,
    outer->b * inner->e + outer->d * inner->f + outer->f,
  };
}

gboolean
lueur_scan_number (const char **cursor, double *number)
{
  const char *p = *cursor;
  char *end;

  while (g_ascii_isspace (*p) || *p == ',')
    p++;
  /* g_ascii_strtod also takes "nan", "inf" and hexadecimal: only what SVG allows may begin one. */
  if (!(g_ascii_isdigit (*p) || *p == '.' || *p == '-' || *p == '+'))
    return FALSE;
  if ((*p == '-' || *p == '+') && !(g_ascii_isdigit (p[1]) || p[1] == '.'))
    return FALSE;
  if (strchr ("-+0", *p) != NULL && (p[*p != '0'] == '0') && g_ascii_tolower (p[*p == '0' ? 1 : 2]) == 'x')
    return FALSE;
  *number = g_ascii_strtod (p, &end);
  if (end == p)
    return FALSE;
  *cursor = end;
  return TRUE;
}

/**
 * lueur_affine_parse:
 * @text: (nullable): the value of a transform attribute
 * @affine: (out): the product of the list; the identity for %NULL
 *
 * Returns: %FALSE when @text is no transform list
 */
gboolean
lueur_affine_parse (const char *text, LueurAffine *affine)
{
  static const char *const names[] = { "matrix", "translate", "scale", "rotate", "skewX", "skewY" };
  const char *p = text;

  *affine = LUEUR_AFFINE_IDENTITY;
  if (text == NULL)
    return TRUE;

  for (;;)
    {
      LueurAffine m = LUEUR_AFFINE_IDENTITY;
      double n[6];
      guint kind, count = 0;

      while (g_ascii_isspace (*p) || *p == ',')
        p++;
      if (*p == '\0')
        return TRUE;
      for (kind = 0; kind < G_N_ELEMENTS (names); kind++)
        if (g_str_has_prefix (p, names[kind]))
          break;
      if (kind == G_N_ELEMENTS (names))
        return FALSE;
      p += strlen (names[kind]);
      while (g_ascii_isspace (*p))
        p++;
      if (*p++ != '(')
        return FALSE;
      while (count < G_N_ELEMENTS (n) && lueur_scan_number (&p, &n[count]))
        {
          if (!isfinite (n[count]) || fabs (n[count]) > FARTHEST)
            return FALSE;
          count++;
        }
      while (g_ascii_isspace (*p))
        p++;
      if (*p++ != ')')
        return FALSE;

      switch (kind)
        {
        case 0:
          if (count != 6)
            return FALSE;
          m = (LueurAffine){ n[0], n[1], n[2], n[3], n[4], n[5] };
          break;
        case 1:
          if (count < 1 || count > 2)
            return FALSE;
          m.e = n[0];
          m.f = count > 1 ? n[1] : 0;
          break;
        case 2:
          if (count < 1 || count > 2)
            return FALSE;
          m.a = n[0];
          m.d = count > 1 ? n[1] : n[0];
          break;
        case 3:
          {
            double s, c;

            if (count != 1 && count != 3)
              return FALSE;
            s = sin (n[0] * G_PI / 180);
            c = cos (n[0] * G_PI / 180);
            m = (LueurAffine){ c, s, -s, c, 0, 0 };
            if (count == 3)
              {
                m.e = n[1] - c * n[1] + s * n[2];
                m.f = n[2] - s * n[1] - c * n[2];
              }
            break;
          }
        default:
          if (count != 1)
            return FALSE;
          if (kind == 4)
            m.c = tan (n[0] * G_PI / 180);
          else
            m.b = tan (n[0] * G_PI / 180);
        }
      *affine = lueur_affine_multiply (affine, &m);
    }
}

typedef struct
{
  GString *ops;
  GArray *points;
  const LueurAffine *affine;
  gboolean bad;
} Builder;

static void
add_point (Builder *b, double x, double y)
{
  float p[2] = { (float) (b->affine->a * x + b->affine->c * y + b->affine->e),
                 (float) (b->affine->b * x + b->affine->d * y + b->affine->f) };

  if (!isfinite (p[0]) || !isfinite (p[1]) || fabsf (p[0]) > FARTHEST || fabsf (p[1]) > FARTHEST)
    b->bad = TRUE;
  g_array_append_vals (b->points, p, 2);
}

/**
 * lueur_outline_parse:
 * @d: path data
 * @affine: (nullable): applied to every point
 * @max_commands: how many commands are taken
 * @outline: (out): cleared by [func@outline_clear]
 *
 * Returns: whether @d is a path in the commands that morphs may use
 */
gboolean
lueur_outline_parse (const char *d, const LueurAffine *affine, guint max_commands, LueurOutline *outline)
{
  static const LueurAffine identity = { 1, 0, 0, 1, 0, 0 };
  Builder b = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (float)), affine ? affine : &identity, FALSE };
  const char *p = d;
  double x = 0, y = 0, start_x = 0, start_y = 0, ctrl_x = 0, ctrl_y = 0;
  char command = 0, before = 0;

  memset (outline, 0, sizeof *outline);
  while (!b.bad)
    {
      double n[6];
      guint want;
      gboolean rel;
      double ox, oy;

      while (g_ascii_isspace (*p) || *p == ',')
        p++;
      if (*p == '\0')
        break;
      if (g_ascii_isalpha (*p))
        command = *p++;
      else if (command == 0 || command == 'Z')
        {
          b.bad = TRUE;
          break;
        }

      rel = g_ascii_islower (command);
      switch (g_ascii_toupper (command))
        {
        case 'M': case 'L': case 'T': want = 2; break;
        case 'H': case 'V': want = 1; break;
        case 'S': case 'Q': want = 4; break;
        case 'C': want = 6; break;
        case 'Z': want = 0; break;
        default: want = 99; break;
        }
      if (want == 99 || b.ops->len >= max_commands || (b.ops->len == 0 && g_ascii_toupper (command) != 'M'))
        {
          b.bad = TRUE;
          break;
        }
      for (guint i = 0; i < want && !b.bad; i++)
        if (!lueur_scan_number (&p, &n[i]) || !isfinite (n[i]) || fabs (n[i]) > FARTHEST)
          b.bad = TRUE;
      if (b.bad)
        break;

      ox = rel ? x : 0;
      oy = rel ? y : 0;
      switch (g_ascii_toupper (command))
        {
        case 'M':
          x = start_x = ox + n[0];
          y = start_y = oy + n[1];
          g_string_append_c (b.ops, 'M');
          add_point (&b, x, y);
          before = 'M';
          command = rel ? 'l' : 'L';
          continue;
        case 'L':
        case 'H':
        case 'V':
          if (g_ascii_toupper (command) == 'H')
            x = ox + n[0];
          else if (g_ascii_toupper (command) == 'V')
            y = oy + n[0];
          else
            {
              x = ox + n[0];
              y = oy + n[1];
            }
          g_string_append_c (b.ops, 'L');
          add_point (&b, x, y);
          break;
        case 'C':
        case 'S':
          {
            double c1x, c1y;
            guint k = 0;

            if (g_ascii_toupper (command) == 'C')
              {
                c1x = ox + n[0];
                c1y = oy + n[1];
                k = 2;
              }
            else
              {
                gboolean smooth = before == 'C' || before == 'S';
                c1x = smooth ? 2 * x - ctrl_x : x;
                c1y = smooth ? 2 * y - ctrl_y : y;
              }
            ctrl_x = ox + n[k];
            ctrl_y = oy + n[k + 1];
            x = ox + n[k + 2];
            y = oy + n[k + 3];
            g_string_append_c (b.ops, 'C');
            add_point (&b, c1x, c1y);
            add_point (&b, ctrl_x, ctrl_y);
            add_point (&b, x, y);
            break;
          }
        case 'Q':
        case 'T':
          {
            double from_x = x, from_y = y;

            if (g_ascii_toupper (command) == 'Q')
              {
                ctrl_x = ox + n[0];
                ctrl_y = oy + n[1];
                x = ox + n[2];
                y = oy + n[3];
              }
            else
              {
                gboolean smooth = before == 'Q' || before == 'T';
                ctrl_x = smooth ? 2 * x - ctrl_x : x;
                ctrl_y = smooth ? 2 * y - ctrl_y : y;
                x = ox + n[0];
                y = oy + n[1];
              }
            g_string_append_c (b.ops, 'C');
            add_point (&b, from_x + (ctrl_x - from_x) * 2 / 3, from_y + (ctrl_y - from_y) * 2 / 3);
            add_point (&b, x + (ctrl_x - x) * 2 / 3, y + (ctrl_y - y) * 2 / 3);
            add_point (&b, x, y);
            break;
          }
        default:
          g_string_append_c (b.ops, 'Z');
          x = start_x;
          y = start_y;
          command = 'Z';
        }
      before = g_ascii_toupper (command);
    }

  if (b.bad || b.ops->len == 0)
    {
      g_string_free (b.ops, TRUE);
      g_array_unref (b.points);
      return FALSE;
    }
  outline->n_ops = b.ops->len;
  outline->n_floats = b.points->len;
  outline->ops = g_string_free (b.ops, FALSE);
  outline->points = (float *) (gpointer) g_array_free (b.points, FALSE);
  return TRUE;
}

void
lueur_outline_clear (LueurOutline *outline)
{
  g_clear_pointer (&outline->ops, g_free);
  g_clear_pointer (&outline->points, g_free);
  outline->n_ops = outline->n_floats = 0;
}

int
lueur_path_count_commands (const char *d)
{
  const char *p = d;
  guint letters = 0, numbers = 0;

  while (*p != '\0')
    {
      double n;

      if (g_ascii_isspace (*p) || *p == ',')
        p++;
      else if (strchr ("MmLlHhVvCcSsQqTtAaZz", *p) != NULL)
        {
          letters++;
          p++;
        }
      else if (lueur_scan_number (&p, &n))
        {
          if (!isfinite (n) || fabs (n) > FARTHEST)
            return -1;
          numbers++;
        }
      else
        return -1;
      if (letters + numbers > G_MAXINT / 2)
        return -1;
    }
  /* Repeated commands need no letter, only two numbers. */
  return (int) MAX (letters, numbers / 2);
}
