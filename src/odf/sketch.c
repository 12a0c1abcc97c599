/* SPDX-License-Identifier: EUPL-1.2
 *
 * Points, ellipses and SVG paths as moves, lines and cubic curves.
 */
#include "config.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "odf/sketch.h"

#define REACH 10000.0 /* of a drawing in any direction [pt] */
#define GRAIN 1000.0  /* coordinates are kept in thousandths of a point */
#define QUARTER (M_PI / 2)
#define ROUND 0.5522847498 /* control points of a quarter circle */
#define TURNS_MAX 100.0	   /* quarters in one arc */

/* ---- matrices ---- */

struct matrix
matrix_then(struct matrix m, struct matrix n)
{
	return (struct matrix){
		.a = m.a * n.a + m.b * n.c,
		.b = m.a * n.b + m.b * n.d,
		.c = m.c * n.a + m.d * n.c,
		.d = m.c * n.b + m.d * n.d,
		.e = m.e * n.a + m.f * n.c + n.e,
		.f = m.e * n.b + m.f * n.d + n.f,
	};
}

/* The numbers in parentheses at ${s}, lengths in points, angles in radians;
 * returns the end, or NULL. */
static const char *
read_arguments(const char *s, double *v, int *n)
{
	char word[48];
	size_t k;

	*n = 0;
	s += strspn(s, " ");
	if (*s++ != '(')
		return NULL;
	for (;;) {
		s += strspn(s, " ,");
		if (*s == ')')
			return s + 1;
		k = strcspn(s, " ,)");
		if (k == 0 || k >= sizeof word || *n == 6)
			return NULL;
		memcpy(word, s, k);
		word[k] = '\0';
		if (!odf_length(word, &v[*n]) &&
		    odf_number(word, &v[*n]) == NULL)
			return NULL;
		if (k > 3 && strcmp(word + k - 3, "deg") == 0)
			v[*n] *= M_PI / 180;
		(*n)++;
		s += k;
	}
}

static struct matrix
matrix_named(const char *name, size_t length, const double *v, int n)
{
	struct matrix m = MATRIX_UNIT;
	char word[12] = "";

	if (n < 1 || length >= sizeof word)
		return m;
	memcpy(word, name, length);
	if (strcmp(word, "rotate") == 0) {
		/* counter-clockwise on paper, in radians */
		m.a = m.d = cos(v[0]);
		m.c = sin(v[0]);
		m.b = -m.c;
	} else if (strcmp(word, "translate") == 0) {
		m.e = v[0];
		m.f = n > 1 ? v[1] : 0;
	} else if (strcmp(word, "scale") == 0) {
		m.a = v[0];
		m.d = n > 1 ? v[1] : v[0];
	} else if (strcmp(word, "skewX") == 0) {
		m.c = tan(v[0]);
	} else if (strcmp(word, "skewY") == 0) {
		m.b = tan(v[0]);
	} else if (strcmp(word, "matrix") == 0 && n == 6) {
		m = (struct matrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
	}
	return m;
}

struct matrix
matrix_read(const char *s)
{
	struct matrix m = MATRIX_UNIT;
	const char *name;
	double v[6];
	size_t length;
	int n;

	while (s != NULL && *(s += strspn(s, " ,")) != '\0') {
		name = s;
		while (isalpha((unsigned char)*s))
			s++;
		length = (size_t)(s - name);
		s = read_arguments(s, v, &n);
		if (s != NULL)
			m = matrix_then(m, matrix_named(name, length, v, n));
	}
	return m;
}

/* ---- steps ---- */

/* Never tiny, huge or no number at all. */
static double
settle(double v)
{
	if (!isfinite(v))
		return 0;
	return round(fmax(-REACH, fmin(v, REACH)) * GRAIN) / GRAIN;
}

void
sketch_bound(struct sketch *s, double x, double y)
{
	double px = settle(s->m.a * x + s->m.c * y + s->m.e);
	double py = settle(s->m.b * x + s->m.d * y + s->m.f);

	if (!s->bounded) {
		s->left = s->right = px;
		s->top = s->bottom = py;
	}
	s->bounded = true;
	s->left = fmin(s->left, px);
	s->right = fmax(s->right, px);
	s->top = fmin(s->top, py);
	s->bottom = fmax(s->bottom, py);
}

/* Append a step of ${n} points. */
static void
step(struct sketch *s, enum doc_step_kind kind, const double *v, int n)
{
	struct doc_step *new;
	int i;

	if (*s->used >= SKETCH_STEPS) {
		s->full = true;
		return;
	}
	if ((new = vec_push(s->a, &s->steps)) == NULL)
		return;
	(*s->used)++;
	new->kind = kind;
	for (i = 0; i < n; i++) {
		double x = v[2 * i], y = v[2 * i + 1];

		new->x[i] = settle(s->m.a * x + s->m.c * y + s->m.e);
		new->y[i] = settle(s->m.b * x + s->m.d * y + s->m.f);
		sketch_bound(s, x, y);
	}
	if (n > 0) {
		s->x = v[2 * n - 2];
		s->y = v[2 * n - 1];
	}
}

void
sketch_move(struct sketch *s, double x, double y)
{
	step(s, DOC_MOVE, (double[2]){ x, y }, 1);
	s->x0 = x;
	s->y0 = y;
}

void
sketch_line(struct sketch *s, double x, double y)
{
	if (s->steps.n == 0)
		sketch_move(s, s->x, s->y);
	step(s, DOC_LINE, (double[2]){ x, y }, 1);
}

void
sketch_curve(struct sketch *s, const double v[6])
{
	if (s->steps.n == 0)
		sketch_move(s, s->x, s->y);
	step(s, DOC_CURVE, v, 3);
}

void
sketch_quadratic(struct sketch *s, const double v[4])
{
	sketch_curve(
	    s, (double[6]){ s->x + (v[0] - s->x) * 2 / 3,
		   s->y + (v[1] - s->y) * 2 / 3, v[2] + (v[0] - v[2]) * 2 / 3,
		   v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3] });
}

void
sketch_close(struct sketch *s)
{
	if (s->steps.n == 0 || s->steps.v[s->steps.n - 1].kind == DOC_CLOSE)
		return;
	step(s, DOC_CLOSE, NULL, 0);
	s->x = s->x0;
	s->y = s->y0;
}

void
sketch_arc(struct sketch *s, const struct extent *box, double from, double to,
    bool join)
{
	double rx = box->width / 2, ry = box->height / 2;
	double cx = box->x + rx, cy = box->y + ry, turn, k, a = from, b;
	double x, y;
	int i, n;

	if (!isfinite(from) || !isfinite(to))
		return;
	n = (int)fmin(ceil(fabs(to - from) / QUARTER - 1e-9), TURNS_MAX);
	x = cx + rx * cos(from);
	y = cy + ry * sin(from);
	if (!join)
		sketch_move(s, x, y);
	else if (s->steps.n == 0 || hypot(x - s->x, y - s->y) > 1e-6)
		sketch_line(s, x, y);
	turn = n > 0 ? (to - from) / n : 0;
	k = 4.0 / 3 * tan(turn / 4);
	for (i = 0; i < n; i++, a = b) {
		b = from + turn * (i + 1);
		sketch_curve(s, (double[6]){ cx + rx * (cos(a) - k * sin(a)),
				    cy + ry * (sin(a) + k * cos(a)),
				    cx + rx * (cos(b) + k * sin(b)),
				    cy + ry * (sin(b) - k * cos(b)),
				    cx + rx * cos(b), cy + ry * sin(b) });
	}
}

void
sketch_rectangle(struct sketch *s, const struct extent *box, double radius)
{
	double r = fmin(radius, fmin(box->width, box->height) / 2);
	double k = r * (1 - ROUND), x = box->x, y = box->y;
	double x2 = x + box->width, y2 = y + box->height;

	if (!(r > 0)) {
		sketch_move(s, x, y);
		sketch_line(s, x2, y);
		sketch_line(s, x2, y2);
		sketch_line(s, x, y2);
		sketch_close(s);
		return;
	}
	sketch_move(s, x + r, y);
	sketch_line(s, x2 - r, y);
	sketch_curve(s, (double[6]){ x2 - k, y, x2, y + k, x2, y + r });
	sketch_line(s, x2, y2 - r);
	sketch_curve(s, (double[6]){ x2, y2 - k, x2 - k, y2, x2 - r, y2 });
	sketch_line(s, x + r, y2);
	sketch_curve(s, (double[6]){ x + k, y2, x, y2 - k, x, y2 - r });
	sketch_line(s, x, y + r);
	sketch_curve(s, (double[6]){ x, y + k, x + k, y, x + r, y });
	sketch_close(s);
}

/* The next ${n} numbers; returns where they end, or NULL. */
static const char *
numbers(const char *p, double *v, int n)
{
	int i;

	for (i = 0; i < n && p != NULL; i++)
		p = odf_number(p + strspn(p, " \t\r\n,"), &v[i]);
	return p;
}

void
sketch_points(struct sketch *s, const char *points, bool closed)
{
	double v[2];
	bool first = true;

	while ((points = numbers(points, v, 2)) != NULL && !s->full) {
		if (first)
			sketch_move(s, v[0], v[1]);
		else
			sketch_line(s, v[0], v[1]);
		first = false;
	}
	if (closed)
		sketch_close(s);
}

bool
sketch_view(const char *s, struct extent *view)
{
	double v[4];

	if (s == NULL || numbers(s, v, 4) == NULL || v[2] < 0 || v[3] < 0)
		return false;
	*view = (struct extent){ v[0], v[1], v[2], v[3] };
	return true;
}

void
sketch_fit(
    struct sketch *s, const struct extent *view, const struct extent *box)
{
	double sx = view->width > 0 ? box->width / view->width : 0;
	double sy = view->height > 0 ? box->height / view->height : 0;
	struct matrix m;

	/* a view without width or height: a line, to the same measure */
	if (sx <= 0)
		sx = sy > 0 ? sy : 1;
	if (sy <= 0)
		sy = sx;
	m = (struct matrix){ .a = sx,
		.d = sy,
		.e = box->x - view->x * sx,
		.f = box->y - view->y * sy };
	s->m = matrix_then(m, s->m);
}

void
sketch_take(struct sketch *s, const struct doc_shape *shape)
{
	struct doc_shape *new = NULL;

	if (s->steps.n > 0 || shape->text != NULL) {
		if (s->shapes.n >= SKETCH_SHAPES)
			s->full = true;
		else
			new = vec_push(s->a, &s->shapes);
	}
	if (new != NULL) {
		*new = *shape;
		new->steps = s->steps.v;
		new->nsteps = s->steps.n;
	}
	memset(&s->steps, 0, sizeof s->steps);
}

/* ---- SVG paths ---- */

/* A path being read. */
struct path {
	struct sketch *s;
	const char *p;
	char command, before; /* and the one before it */
	bool relative;
	double cx, cy; /* the latest control point, for smooth curves */
};

/* An elliptical arc from the pen to (x, y), by its end points (SVG 1.1,
 * F.6.5). */
static void
arc_to(struct sketch *s, double rx, double ry, double turn, bool large,
    bool sweep, double x, double y)
{
	double c = cos(turn), n = sin(turn), x0 = s->x, y0 = s->y;
	double dx = (x0 - x) / 2, dy = (y0 - y) / 2;
	double px = c * dx + n * dy, py = c * dy - n * dx;
	double over, root, qx, qy, from, sweep_by;
	struct matrix whole = s->m, own;

	if (s->steps.n == 0)
		sketch_move(s, x0, y0);
	rx = fabs(rx);
	ry = fabs(ry);
	if (!(rx > 1e-9) || !(ry > 1e-9) || (px == 0 && py == 0)) {
		sketch_line(s, x, y);
		return;
	}
	over = px * px / (rx * rx) + py * py / (ry * ry);
	if (over > 1) {
		rx *= sqrt(over);
		ry *= sqrt(over);
		over = 1;
	}
	root = sqrt(fmax(1 / over - 1, 0)) * (large == sweep ? -1 : 1);
	qx = root * rx * py / ry;
	qy = -root * ry * px / rx;
	from = atan2((py - qy) / ry, (px - qx) / rx);
	sweep_by = atan2((-py - qy) / ry, (-px - qx) / rx) - from;
	if (sweep && sweep_by < 0)
		sweep_by += 2 * M_PI;
	if (!sweep && sweep_by > 0)
		sweep_by -= 2 * M_PI;
	own = (struct matrix){ c, n, -n, c, c * qx - n * qy + (x0 + x) / 2,
		n * qx + c * qy + (y0 + y) / 2 };
	s->m = matrix_then(own, whole);
	s->x = rx * cos(from);
	s->y = ry * sin(from);
	sketch_arc(s, &(struct extent){ -rx, -ry, 2 * rx, 2 * ry }, from,
	    from + sweep_by, true);
	s->m = whole;
	s->x = x;
	s->y = y;
}

/* The flag of an arc: a digit that need not be set apart. */
static const char *
flag(const char *p, double *v)
{
	p += strspn(p, " \t\r\n,");
	*v = *p == '1';
	return *p == '0' || *p == '1' ? p + 1 : NULL;
}

static const char *
read_arc(struct path *t, double v[7])
{
	const char *p = numbers(t->p, v, 3);

	if (p != NULL)
		p = flag(p, &v[3]);
	if (p != NULL)
		p = flag(p, &v[4]);
	return p == NULL ? NULL : numbers(p, v + 5, 2);
}

/* The numbers of the command, made absolute: (x, y) pairs. */
static const char *
read_pairs(struct path *t, double *v, int pairs)
{
	const char *p = numbers(t->p, v, 2 * pairs);
	int i;

	for (i = 0; p != NULL && t->relative && i < pairs; i++) {
		v[2 * i] += t->s->x;
		v[2 * i + 1] += t->s->y;
	}
	return p;
}

/* The control point that mirrors the one before, if there was one. */
static void
mirror(const struct path *t, const char *kin, double v[2])
{
	bool smooth = t->before != '\0' && strchr(kin, t->before) != NULL;

	v[0] = smooth ? 2 * t->s->x - t->cx : t->s->x;
	v[1] = smooth ? 2 * t->s->y - t->cy : t->s->y;
}

static const char *
draw_curve(struct path *t)
{
	const char *p;
	double v[6];

	switch (t->command) {
	case 'C':
		p = read_pairs(t, v, 3);
		break;
	case 'S':
		mirror(t, "CS", v);
		p = read_pairs(t, v + 2, 2);
		break;
	case 'Q':
		p = read_pairs(t, v, 2);
		break;
	default:
		mirror(t, "QT", v);
		p = read_pairs(t, v + 2, 1);
		break;
	}
	if (p == NULL)
		return NULL;
	if (t->command == 'C' || t->command == 'S') {
		sketch_curve(t->s, v);
		t->cx = v[2];
		t->cy = v[3];
	} else {
		sketch_quadratic(t->s, v);
		t->cx = v[0];
		t->cy = v[1];
	}
	return p;
}

/* One command with its numbers; returns where they end, or NULL. */
static const char *
draw_command(struct path *t)
{
	const char *p;
	double v[7];

	switch (t->command) {
	case 'M':
	case 'L':
		if ((p = read_pairs(t, v, 1)) == NULL)
			return NULL;
		if (t->command == 'M')
			sketch_move(t->s, v[0], v[1]);
		else
			sketch_line(t->s, v[0], v[1]);
		return p;
	case 'H':
		if ((p = numbers(t->p, v, 1)) != NULL)
			sketch_line(
			    t->s, v[0] + (t->relative ? t->s->x : 0), t->s->y);
		return p;
	case 'V':
		if ((p = numbers(t->p, v, 1)) != NULL)
			sketch_line(
			    t->s, t->s->x, v[0] + (t->relative ? t->s->y : 0));
		return p;
	case 'A':
		if ((p = read_arc(t, v)) == NULL)
			return NULL;
		if (t->relative) {
			v[5] += t->s->x;
			v[6] += t->s->y;
		}
		arc_to(t->s, v[0], v[1], v[2] * M_PI / 180, v[3] > 0, v[4] > 0,
		    v[5], v[6]);
		return p;
	default:
		return draw_curve(t);
	}
}

void
sketch_path(struct sketch *s, const char *d)
{
	struct path t = { .s = s, .p = d };

	s->x = s->y = s->x0 = s->y0 = 0;
	while (t.p != NULL && !s->full && !arena_failed(s->a)) {
		t.p += strspn(t.p, " \t\r\n,");
		if (isalpha((unsigned char)*t.p)) {
			t.command = (char)toupper((unsigned char)*t.p);
			t.relative = islower((unsigned char)*t.p) != 0;
			t.p++;
			if (t.command == 'Z') {
				sketch_close(s);
				t.before = 'Z';
				continue;
			}
			if (strchr("MLHVCSQTA", t.command) == NULL)
				return;
		} else if (*t.p == '\0' || t.command == '\0' ||
			   t.command == 'Z') {
			return;
		}
		t.p = draw_command(&t);
		t.before = t.command;
		if (t.command == 'M')
			t.command = 'L'; /* more pairs are lines */
	}
}
