/* SPDX-License-Identifier: EUPL-1.2
 *
 * Custom shapes (draw:enhanced-geometry, ODF 1.3 part 3, 10.6.2): a small path
 * language whose numbers may be formulas of the shape's size and handles.  The
 * formulas are read with bounds on depth and work; what cannot be read makes
 * the whole shape unreadable, and the caller draws its box instead.
 */
#include "config.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "odf/sketch.h"

#define MAX_DEPTH 40	/* of formulas in formulas */
#define MAX_WORK 200000 /* terms of one shape's formulas */
#define MAX_FORMULAS 500
#define MAX_HANDLES 20
#define MAX_VALUES 10 /* numbers of one command */

struct formula {
	const char *name, *text;
	double value;
	bool known;
};

struct shape {
	struct sketch *s;
	struct extent view, box;
	struct formula formulas[MAX_FORMULAS];
	size_t nformulas;
	double handles[MAX_HANDLES];
	size_t nhandles;
	const char *p; /* the formula being read */
	int depth;
	size_t work;
	bool broken;
};

/* ---- formulas ---- */

static double sum(struct shape *t);

static void
skip(struct shape *t)
{
	t->p += strspn(t->p, " \t\r\n");
}

static bool
accept(struct shape *t, char sign)
{
	skip(t);
	if (*t->p != sign)
		return false;
	t->p++;
	return true;
}

static double
fail(struct shape *t)
{
	t->broken = true;
	return 0;
}

/* The value of the formula ${name}, reckoned once. */
static double
value_of(struct shape *t, const char *name, size_t n)
{
	const char *outer = t->p;
	struct formula *f;
	size_t i;

	for (i = 0; i < t->nformulas; i++) {
		f = &t->formulas[i];
		if (strncmp(f->name, name, n) != 0 || f->name[n] != '\0')
			continue;
		if (f->known)
			return f->value;
		if (++t->depth > MAX_DEPTH)
			return fail(t);
		t->p = f->text;
		f->value = sum(t);
		f->known = true;
		skip(t);
		if (*t->p != '\0')
			t->broken = true;
		t->depth--;
		t->p = outer;
		return f->value;
	}
	return fail(t);
}

/* A name without sign: a measure of the shape. */
static double
measure(const struct shape *t, const char *name, size_t n, bool *found)
{
	const double mm = 2540.0 / 72; /* hundredths of a millimetre */
	const struct {
		const char *name;
		double value;
	} names[] = {
		{ "left", t->view.x },
		{ "top", t->view.y },
		{ "right", t->view.x + t->view.width },
		{ "bottom", t->view.y + t->view.height },
		{ "width", t->view.width },
		{ "height", t->view.height },
		{ "logwidth", t->box.width * mm },
		{ "logheight", t->box.height * mm },
		{ "pi", M_PI },
		{ "xstretch", 0 },
		{ "ystretch", 0 },
		{ "hasstroke", 1 },
		{ "hasfill", 1 },
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == n &&
		    strncmp(names[i].name, name, n) == 0)
			return names[i].value;
	*found = false;
	return 0;
}

static double
apply(struct shape *t, const char *name, size_t n, const double v[3], int count)
{
	static const struct {
		const char *name;
		int arguments;
	} functions[] = { { "abs", 1 }, { "sqrt", 1 }, { "sin", 1 },
		{ "cos", 1 }, { "tan", 1 }, { "atan", 1 }, { "atan2", 2 },
		{ "min", 2 }, { "max", 2 }, { "if", 3 } };
	size_t i;

	for (i = 0; i < sizeof functions / sizeof *functions; i++)
		if (strlen(functions[i].name) == n &&
		    strncmp(functions[i].name, name, n) == 0 &&
		    functions[i].arguments == count)
			break;
	switch (i) {
	case 0:
		return fabs(v[0]);
	case 1:
		return sqrt(fmax(v[0], 0));
	case 2:
		return sin(v[0]);
	case 3:
		return cos(v[0]);
	case 4:
		return tan(v[0]);
	case 5:
		return atan(v[0]);
	case 6:
		return atan2(v[0], v[1]);
	case 7:
		return fmin(v[0], v[1]);
	case 8:
		return fmax(v[0], v[1]);
	case 9:
		return v[0] > 0 ? v[1] : v[2];
	default:
		return fail(t);
	}
}

/* A word: a function with its arguments, or a measure. */
static double
word(struct shape *t)
{
	const char *name = t->p;
	double v[3] = { 0 }, value;
	bool found = true;
	int count = 0;
	size_t n;

	while (isalnum((unsigned char)*t->p))
		t->p++;
	n = (size_t)(t->p - name);
	if (!accept(t, '(')) {
		value = measure(t, name, n, &found);
		return found ? value : fail(t);
	}
	do
		v[count++] = sum(t);
	while (count < 3 && accept(t, ','));
	if (!accept(t, ')'))
		return fail(t);
	return apply(t, name, n, v, count);
}

/* "?name": a formula; "$0": a handle. */
static double
reference(struct shape *t)
{
	const char *name = t->p + 1;
	bool handle = *t->p == '$';
	char *end;
	size_t n;
	long i;

	for (n = 0; isalnum((unsigned char)name[n]); n++)
		;
	t->p = name + n;
	if (!handle)
		return value_of(t, name, n);
	i = strtol(name, &end, 10);
	if (n == 0 || end != t->p || i < 0 || (size_t)i >= t->nhandles)
		return fail(t);
	return t->handles[i];
}

static double
term(struct shape *t)
{
	double value;

	skip(t);
	if (t->broken || ++t->work > MAX_WORK || t->depth >= MAX_DEPTH)
		return fail(t);
	if (*t->p == '-' || *t->p == '+') {
		value = *t->p++ == '-' ? -1 : 1;
		t->depth++;
		value *= term(t);
	} else if (*t->p == '(') {
		t->p++;
		t->depth++;
		value = sum(t);
		if (!accept(t, ')'))
			return fail(t);
	} else if (*t->p == '?' || *t->p == '$') {
		return reference(t);
	} else if (isalpha((unsigned char)*t->p)) {
		t->depth++;
		value = word(t);
	} else {
		t->p = odf_number(t->p, &value);
		if (t->p == NULL) {
			t->p = "";
			return fail(t);
		}
		return value;
	}
	t->depth--;
	return value;
}

static double
product(struct shape *t)
{
	double value = term(t), by;

	for (;;) {
		if (accept(t, '*')) {
			value *= term(t);
		} else if (accept(t, '/')) {
			by = term(t);
			value = by == 0 ? 0 : value / by;
		} else {
			return value;
		}
	}
}

static double
sum(struct shape *t)
{
	double value = product(t);

	for (;;) {
		if (accept(t, '+'))
			value += product(t);
		else if (accept(t, '-'))
			value -= product(t);
		else
			return isfinite(value) ? value : 0;
	}
}

/* ---- the geometry ---- */

static void
read_formulas(struct shape *t, const xmlNode *geometry)
{
	const xmlNode *n = odf_child(geometry, "draw:equation");
	struct formula *f;

	for (; n != NULL && t->nformulas < MAX_FORMULAS;
	     n = odf_next(n, "draw:equation")) {
		f = &t->formulas[t->nformulas];
		f->name = odf_attr(n, "draw:name");
		f->text = odf_attr(n, "draw:formula");
		t->nformulas += f->name != NULL && f->text != NULL;
	}
}

static void
read_handles(struct shape *t, const char *s)
{
	while (s != NULL && t->nhandles < MAX_HANDLES) {
		s = odf_number(s + strspn(s, " ,"), &t->handles[t->nhandles]);
		t->nhandles += s != NULL;
	}
}

/* The next ${n} numbers of the path. */
static bool
values(struct shape *t, double *v, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		t->p += strspn(t->p, " \t\r\n,");
		if (*t->p == '?' || *t->p == '$')
			v[i] = reference(t);
		else if ((t->p = odf_number(t->p, &v[i])) == NULL)
			return false;
		if (t->broken)
			return false;
	}
	return true;
}

/* Are there more numbers before the next command? */
static bool
more(const struct shape *t)
{
	const char *p = t->p + strspn(t->p, " \t\r\n,");

	return *p != '\0' && !isalpha((unsigned char)*p);
}

/* T, U: part of an ellipse by centre, radii and angles [degrees]. */
static void
draw_angles(struct shape *t, const double v[6], bool join)
{
	double from = v[4] * M_PI / 180, to = v[5] * M_PI / 180;
	struct extent box = { v[0] - v[2], v[1] - v[3], 2 * v[2], 2 * v[3] };

	if (to < from)
		to += 2 * M_PI * ceil((from - to) / (2 * M_PI));
	sketch_arc(t->s, &box, from, to, join);
}

/* A, B, W, V: part of the ellipse in a box between two rays. */
static void
draw_rays(struct shape *t, const double v[8], bool clockwise, bool join)
{
	struct extent box = { fmin(v[0], v[2]), fmin(v[1], v[3]),
		fabs(v[2] - v[0]), fabs(v[3] - v[1]) };
	double rx = fmax(box.width / 2, 1e-6), ry = fmax(box.height / 2, 1e-6);
	double cx = box.x + box.width / 2, cy = box.y + box.height / 2;
	double from = atan2((v[5] - cy) / ry, (v[4] - cx) / rx);
	double to = atan2((v[7] - cy) / ry, (v[6] - cx) / rx);

	if (clockwise && to <= from)
		to += 2 * M_PI;
	if (!clockwise && to >= from)
		to -= 2 * M_PI;
	sketch_arc(t->s, &box, from, to, join);
}

/* X, Y: a quarter of an ellipse that sets out along one axis. */
static void
draw_quadrant(struct shape *t, const double v[2], bool along_x)
{
	const double k = 0.5522847498;
	double x = t->s->x, y = t->s->y;
	double c[6] = { x, y, v[0], v[1], v[0], v[1] };

	if (along_x) {
		c[0] = x + k * (v[0] - x);
		c[3] = v[1] - k * (v[1] - y);
	} else {
		c[1] = y + k * (v[1] - y);
		c[2] = v[0] - k * (v[0] - x);
	}
	sketch_curve(t->s, c);
}

/* One command with its numbers, again while there are more. */
static bool
draw_command(struct shape *t, char command)
{
	static const char counts[] = "M2L2C6Q4X2Y2T6U6A8B8W8V8";
	const char *count = strchr(counts, command);
	bool along_x = command == 'X';
	double v[MAX_VALUES];

	if (count == NULL || isdigit((unsigned char)command))
		return false;
	do {
		if (!values(t, v, count[1] - '0'))
			return false;
		if (command == 'M')
			sketch_move(t->s, v[0], v[1]);
		else if (command == 'L')
			sketch_line(t->s, v[0], v[1]);
		else if (command == 'C')
			sketch_curve(t->s, v);
		else if (command == 'Q')
			sketch_quadratic(t->s, v);
		else if (command == 'X' || command == 'Y')
			draw_quadrant(t, v, along_x);
		else if (command == 'T' || command == 'U')
			draw_angles(t, v, command == 'T');
		else
			draw_rays(t, v, command == 'W' || command == 'V',
			    command == 'A' || command == 'W');
		along_x = !along_x;
		if (command == 'M')
			command = 'L';
	} while (more(t) && !t->s->full && !arena_failed(t->s->a));
	return true;
}

static bool
draw_path(struct shape *t, const char *path, const struct doc_shape *look)
{
	struct doc_shape shape = *look;
	char command;

	for (t->p = path; *(t->p += strspn(t->p, " \t\r\n,")) != '\0';) {
		command = *t->p++;
		switch (command) {
		case 'Z':
			sketch_close(t->s);
			break;
		case 'F':
			shape.fill = DOC_NO_COLOUR;
			break;
		case 'S':
			shape.stroke = DOC_NO_COLOUR;
			break;
		case 'N':
			sketch_take(t->s, &shape);
			shape = *look;
			break;
		default:
			if (!draw_command(t, command))
				return false;
			break;
		}
		if (t->s->full || arena_failed(t->s->a))
			break;
	}
	sketch_take(t->s, &shape);
	return true;
}

static bool
is_true(const xmlNode *n, const char *name)
{
	const char *s = odf_attr(n, name);

	return s != NULL && strcmp(s, "true") == 0;
}

/* Turned over within its view. */
static void
mirror(struct shape *t, const xmlNode *geometry)
{
	const struct extent *v = &t->view;
	struct matrix m = MATRIX_UNIT;

	if (is_true(geometry, "draw:mirror-horizontal")) {
		m.a = -1;
		m.e = 2 * v->x + v->width;
	}
	if (is_true(geometry, "draw:mirror-vertical")) {
		m.d = -1;
		m.f = 2 * v->y + v->height;
	}
	t->s->m = matrix_then(m, t->s->m);
}

bool
enhanced_draw(struct sketch *s, const xmlNode *geometry,
    const struct extent *box, const struct doc_shape *look)
{
	const char *path = odf_attr(geometry, "draw:enhanced-path");
	const double mm = 2540.0 / 72;
	struct sketch before = *s;
	struct shape *t;
	bool ok;

	if (path == NULL || *path == '\0')
		return false;
	if ((t = arena_alloc(s->a, sizeof *t)) == NULL)
		return false;
	t->s = s;
	t->box = *box;
	if (!sketch_view(odf_attr(geometry, "svg:viewBox"), &t->view) ||
	    t->view.width <= 0 || t->view.height <= 0)
		t->view =
		    (struct extent){ 0, 0, box->width * mm, box->height * mm };
	read_formulas(t, geometry);
	read_handles(t, odf_attr(geometry, "draw:modifiers"));
	sketch_fit(s, &t->view, box);
	mirror(t, geometry);
	ok = draw_path(t, path, look) && s->shapes.n > before.shapes.n;
	s->m = before.m;
	if (!ok && !s->full) {
		before.shapes.v = s->shapes.v; /* they may have moved */
		before.shapes.cap = s->shapes.cap;
		*s = before;
		memset(&s->steps, 0, sizeof s->steps);
	}
	return ok || s->full;
}
