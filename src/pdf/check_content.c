/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading content streams (ISO 32000-1, 7.8.2): every text, line and picture
 * must be tagged or an artifact, be painted with things that last, and be
 * readable as text.  Form XObjects are followed.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check.h"

#define CONTENT_MAX ((size_t)64 << 20)
#define MAX_OPERANDS 64
#define MAX_MARKS 512
#define MAX_STATES 512
#define MAX_NESTING 24	 /* form in form */
#define NESTED_STATES 28 /* allowed by PDF/A */
#define RENEW 20000	 /* operators after which memory is given back */

/* What a piece of content lies in; each includes those around it. */
struct mark {
	bool artifact, lang, replaced;
	const struct selem *elem;
};

struct state {
	const struct pobj *fill, *stroke; /* colour spaces */
	struct font *font;
	int mode; /* text rendering */
	bool over_fill, over_stroke;
	long long over_mode;
};

struct content {
	struct check *c;
	const struct pobj *resources, *stream;
	bool own_resources; /* not inherited from above */
	bool tagged;	    /* marks count: page content, not an appearance */
	bool again;	    /* the same form was read before */
	unsigned owner;	    /* object number to which marks belong */
	long long parents;  /* StructParents, -1: none */
	struct mark marks[MAX_MARKS];
	size_t nmarks;
	struct state states[MAX_STATES];
	size_t nstates, base_state;
	struct pobj operands[MAX_OPERANDS];
	size_t n;
	bool has_mcid; /* any so far in this stream */
	int nesting;
};

static const struct pobj grey = { .type = POBJ_NAME, .text = "DeviceGray" };
static const struct pobj rgb = { .type = POBJ_NAME, .text = "DeviceRGB" };
static const struct pobj cmyk = { .type = POBJ_NAME, .text = "DeviceCMYK" };

static void run(struct content *t, const struct pobj *stream);

static struct state *
state(struct content *t)
{
	return &t->states[t->nstates];
}

static const struct pobj *
operand(const struct content *t, size_t from_last)
{
	return from_last < t->n ? &t->operands[t->n - 1 - from_last]
				: pdf_real(t->c->pdf, NULL);
}

/* A named resource; a null object if there is none. */
static const struct pobj *
resource(struct content *t, const char *kind, const struct pobj *name)
{
	const struct pobj *o = pdf_get(
	    t->c->pdf, pdf_get(t->c->pdf, t->resources, kind), pobj_name(name));

	if (name->type == POBJ_NAME &&
	    (o->type == POBJ_NULL || !t->own_resources))
		report(t->c, CHECK_RESOURCES, t->stream, name->text);
	return o;
}

/* ---- marks -------------------------------------------------------------- */

static struct mark
around(const struct content *t)
{
	return t->nmarks == 0 ? (struct mark){ 0 } : t->marks[t->nmarks - 1];
}

static bool
is_replaced(struct check *c, const struct selem *e)
{
	for (; e != NULL; e = e->parent)
		if (pdf_get(c->pdf, e->obj, "ActualText")->type == POBJ_STRING)
			return true;
	return false;
}

static void
check_span(struct content *t, const struct pobj *properties, bool lang)
{
	struct check *c = t->c;

	if (lang || c->has_lang)
		return;
	if (pobj_has(c->pdf, properties, "ActualText"))
		report(c, CHECK_SPAN_ACTUAL, t->stream, NULL);
	if (pobj_has(c->pdf, properties, "Alt"))
		report(c, CHECK_SPAN_ALT, t->stream, NULL);
	if (pobj_has(c->pdf, properties, "E"))
		report(c, CHECK_SPAN_E, t->stream, NULL);
}

static void
begin_mark(struct content *t, const struct pobj *tag, const struct pobj *with)
{
	struct check *c = t->c;
	struct mark outer = around(t), m = outer;
	const struct pobj *mcid;
	const struct selem *elem = NULL;

	if (with->type == POBJ_NAME)
		with = resource(t, "Properties", with);
	mcid = pdf_get(c->pdf, with, "MCID");
	if (mcid->type == POBJ_INT && t->tagged) {
		t->has_mcid = true;
		elem = check_parent(c, t->parents, mcid->integer);
		if (!t->again)
			check_mark_seen(
			    c, t->owner, mcid->integer, elem, t->stream);
	}
	m.lang |= check_lang(c, with);
	if (elem != NULL) {
		m.elem = elem;
		m.lang |= elem->lang != NULL;
		m.replaced |= is_replaced(c, elem);
	}
	m.replaced |= pdf_get(c->pdf, with, "ActualText")->type == POBJ_STRING;
	if (pobj_is(tag, "Span"))
		check_span(t, with, m.lang);
	if (pobj_is(tag, "Artifact")) {
		m.artifact = true;
		if (t->tagged && outer.elem != NULL)
			report(c, CHECK_ARTIFACT_INSIDE, t->stream, NULL);
	}
	if (elem != NULL && outer.artifact)
		report(c, CHECK_TAG_INSIDE, t->stream, NULL);
	if (t->nmarks < MAX_MARKS)
		t->marks[t->nmarks++] = m;
}

/* Something is shown. */
static void
show(struct content *t, const char *what)
{
	struct mark m = around(t);

	if (t->tagged && m.elem == NULL && !m.artifact)
		report(t->c, CHECK_UNTAGGED, t->stream, what);
}

/* ---- painting ----------------------------------------------------------- */

static void
check_overprint(struct content *t, const struct pobj *space, bool over)
{
	struct pdf *pdf = t->c->pdf;

	if (space->type == POBJ_NAME)
		space = pdf_get(
		    pdf, pdf_get(pdf, t->resources, "ColorSpace"), space->text);
	if (over && state(t)->over_mode == 1 &&
	    pobj_is(pdf_at(pdf, space, 0), "ICCBased") &&
	    pdf_get(pdf, pdf_at(pdf, space, 1), "N")->integer == 4)
		report(t->c, CHECK_OVERPRINT, t->stream, NULL);
}

static void
paint(struct content *t, bool fill, bool stroke)
{
	struct state *s = state(t);

	if (fill) {
		check_colour(t->c, t->resources, s->fill, 0);
		check_overprint(t, s->fill, s->over_fill);
	}
	if (stroke) {
		check_colour(t->c, t->resources, s->stroke, 0);
		check_overprint(t, s->stroke, s->over_stroke);
	}
}

static void
show_text(struct content *t, const struct pobj *o)
{
	struct state *s = state(t);
	struct mark m = around(t);
	size_t i;

	show(t, "text");
	if (t->tagged && !t->c->has_lang && !m.lang)
		report(t->c, CHECK_TEXT_LANGUAGE, t->stream, NULL);
	if (s->mode != 3 && s->mode != 7)
		paint(
		    t, s->mode % 4 != 1, s->mode % 4 == 1 || s->mode % 4 == 2);
	if (s->font == NULL)
		return;
	if (o->type == POBJ_STRING)
		check_glyphs(t->c, s->font, o->text, o->n, s->mode, m.replaced);
	for (i = 0; o->type == POBJ_ARRAY && i < o->n; i++)
		if (o->items[i].type == POBJ_STRING)
			check_glyphs(t->c, s->font, o->items[i].text,
			    o->items[i].n, s->mode, m.replaced);
}

/* A colour space is chosen: as one of the document's objects, which last. */
static const struct pobj *
chosen(struct content *t, const struct pobj *name)
{
	if (pobj_is(name, "DeviceRGB"))
		return &rgb;
	if (pobj_is(name, "DeviceCMYK"))
		return &cmyk;
	if (pobj_is(name, "DeviceGray") || pobj_is(name, "Pattern"))
		return pobj_is(name, "Pattern") ? pdf_real(t->c->pdf, NULL)
						: &grey;
	return resource(t, "ColorSpace", name);
}

static void
use_pattern(struct content *t, const struct pobj *name)
{
	const struct pobj *o;

	if (name->type != POBJ_NAME)
		return;
	o = resource(t, "Pattern", name);
	if (pdf_get(t->c->pdf, o, "PatternType")->integer == 2)
		check_colour(t->c, t->resources,
		    pdf_get(t->c->pdf, pdf_get(t->c->pdf, o, "Shading"),
			"ColorSpace"),
		    0);
	else
		check_appearance(t->c, o, t->resources);
}

static void
use_state(struct content *t, const struct pobj *gs)
{
	struct pdf *pdf = t->c->pdf;
	const struct pobj *o;

	check_gstate(t->c, gs);
	o = pdf_get(pdf, gs, "OP");
	if (o->type == POBJ_BOOL) {
		state(t)->over_stroke = o->integer != 0;
		if (!pobj_has(pdf, gs, "op"))
			state(t)->over_fill = o->integer != 0;
	}
	o = pdf_get(pdf, gs, "op");
	if (o->type == POBJ_BOOL)
		state(t)->over_fill = o->integer != 0;
	o = pdf_get(pdf, gs, "OPM");
	if (o->type == POBJ_INT)
		state(t)->over_mode = o->integer;
	o = pdf_get(pdf, gs, "Font");
	if (o->type == POBJ_ARRAY)
		state(t)->font = check_font(t->c, pdf_at(pdf, o, 0));
}

/* A font is chosen; the glyphs of a Type 3 font are content themselves. */
static void
use_font(struct content *t, const struct pobj *o)
{
	struct pdf *pdf = t->c->pdf;
	const struct pobj *glyphs = pdf_get(pdf, o, "CharProcs");
	size_t i;

	state(t)->font = check_font(t->c, o);
	if (!pobj_is(pdf_get(pdf, o, "Subtype"), "Type3"))
		return;
	for (i = 0; glyphs->type == POBJ_DICT && i < glyphs->n && i < 1000; i++)
		check_appearance(t->c, pdf_real(pdf, &glyphs->items[2 * i + 1]),
		    pdf_get(pdf, o, "Resources"));
}

/* ---- XObjects ----------------------------------------------------------- */

static void
check_form_dict(struct check *c, const struct pobj *form)
{
	if (pobj_has(c->pdf, form, "OPI") || pobj_has(c->pdf, form, "PS") ||
	    pobj_is(pdf_get(c->pdf, form, "Subtype2"), "PS"))
		report(c, CHECK_FORM_POSTSCRIPT, form, NULL);
	if (pobj_has(c->pdf, form, "Ref"))
		report(c, CHECK_FORM_REFERENCE, form, NULL);
}

/* Read a form with its own resources, then go on as before. */
static void
run_form(struct content *t, const struct pobj *form)
{
	struct content saved = *t;
	const struct pobj *own = pdf_get(t->c->pdf, form, "Resources");
	const struct pobj *parents = pdf_get(t->c->pdf, form, "StructParents");
	bool has_mcid;

	t->own_resources = pobj_is_dict(own);
	if (t->own_resources)
		t->resources = own;
	t->owner = form->number;
	t->parents = parents->type == POBJ_INT ? parents->integer : -1;
	t->has_mcid = false;
	t->nesting++;
	run(t, form);
	has_mcid = t->has_mcid;
	*t = saved;
	if (has_mcid && form->number < t->c->pdf->count)
		t->c->form_uses[form->number] |= 0x80000000u;
}

static void
use_form(struct content *t, const struct pobj *form)
{
	struct check *c = t->c;
	struct mark m = around(t);
	unsigned bit = m.elem != NULL || m.artifact || !t->tagged
			   ? SEEN_FORM_IN
			   : SEEN_FORM_OUT;
	unsigned *uses;
	bool again = t->again;

	if (form->number >= c->pdf->count || t->nesting >= MAX_NESTING)
		return;
	if (pobj_is(pdf_get(c->pdf, pdf_get(c->pdf, form, "Group"), "S"),
		"Transparency"))
		c->transparent = true;
	uses = &c->form_uses[form->number];
	if ((*uses & 0x7fffffffu) == 0)
		check_form_dict(c, form);
	if ((++*uses & 0x7fffffffu) == 2 && (*uses & 0x80000000u) && t->tagged)
		report(c, CHECK_FORM_TWICE, form, NULL);
	if (check_seen(c, form, bit))
		return;
	t->again = again || (*uses & 0x7fffffffu) > 1;
	run_form(t, form);
	t->again = again;
}

static void
use_xobject(struct content *t, const struct pobj *name)
{
	const struct pobj *o = resource(t, "XObject", name);
	const struct pobj *subtype = pdf_get(t->c->pdf, o, "Subtype");

	if (pobj_is(subtype, "Image")) {
		show(t, "image");
		if (pdf_get(t->c->pdf, o, "ImageMask")->integer != 0)
			paint(t, true, false);
		check_image(t->c, t->resources, o);
	} else if (pobj_is(subtype, "Form")) {
		use_form(t, o);
	} else if (pobj_is(subtype, "PS")) {
		report(t->c, CHECK_XOBJECT_POSTSCRIPT, o, NULL);
	}
}

/* The value of an inline image under its long or short name. */
static const struct pobj *
inline_value(const struct content *t, const char *name, const char *brief)
{
	size_t i;

	for (i = 0; i + 1 < t->n; i += 2)
		if (pobj_is(&t->operands[i], name) ||
		    pobj_is(&t->operands[i], brief))
			return &t->operands[i + 1];
	return pdf_real(t->c->pdf, NULL);
}

static void
inline_filter(struct content *t, const struct pobj *o)
{
	static const char *const good[] = { "ASCIIHexDecode", "ASCII85Decode",
		"FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode",
		"AHx", "A85", "Fl", "RL", "CCF", "DCT" };
	size_t i;

	if (o->type != POBJ_NAME)
		return;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (pobj_is(o, good[i]))
			return;
	report(t->c, CHECK_INLINE_FILTER, t->stream, o->text);
}

static void
inline_image(struct content *t)
{
	const struct pobj *filter = inline_value(t, "Filter", "F");
	const struct pobj *space = inline_value(t, "ColorSpace", "CS");
	size_t i;

	show(t, "image");
	inline_filter(t, filter);
	for (i = 0; filter->type == POBJ_ARRAY && i < filter->n; i++)
		inline_filter(t, &filter->items[i]);
	if (inline_value(t, "Interpolate", "I")->integer != 0)
		report(t->c, CHECK_INTERPOLATE, t->stream, NULL);
	check_rendering(t->c, inline_value(t, "Intent", "Intent"));
	if (inline_value(t, "ImageMask", "IM")->integer != 0)
		paint(t, true, false);
	else
		check_colour(t->c, t->resources, space, 0);
}

/* ---- operators ---------------------------------------------------------- */

enum act {
	NOTHING,
	SAVE,
	RESTORE,
	BEGIN,
	BEGIN_WITH,
	END,
	PAINT_FILL,
	PAINT_STROKE,
	PAINT_BOTH,
	SHADE,
	TEXT,
	FONT,
	MODE,
	FILL_SPACE,
	STROKE_SPACE,
	FILL_GREY,
	STROKE_GREY,
	FILL_RGB,
	STROKE_RGB,
	FILL_CMYK,
	STROKE_CMYK,
	PATTERN,
	STATE,
	XOBJECT,
	INTENT,
	IMAGE
};

static const struct {
	const char *name;
	enum act act;
} operators[] = {
	/* in the order of strcmp */
	{ "\"", TEXT }, { "'", TEXT }, { "B", PAINT_BOTH },
	{ "B*", PAINT_BOTH }, { "BDC", BEGIN_WITH }, { "BI", NOTHING },
	{ "BMC", BEGIN }, { "BT", NOTHING }, { "BX", NOTHING },
	{ "CS", STROKE_SPACE }, { "DP", NOTHING }, { "Do", XOBJECT },
	{ "EI", NOTHING }, { "EMC", END }, { "ET", NOTHING }, { "EX", NOTHING },
	{ "F", PAINT_FILL }, { "G", STROKE_GREY }, { "ID", IMAGE },
	{ "J", NOTHING }, { "K", STROKE_CMYK }, { "M", NOTHING },
	{ "MP", NOTHING }, { "Q", RESTORE }, { "RG", STROKE_RGB },
	{ "S", PAINT_STROKE }, { "SC", NOTHING }, { "SCN", PATTERN },
	{ "T*", NOTHING }, { "TD", NOTHING }, { "TJ", TEXT }, { "TL", NOTHING },
	{ "Tc", NOTHING }, { "Td", NOTHING }, { "Tf", FONT }, { "Tj", TEXT },
	{ "Tm", NOTHING }, { "Tr", MODE }, { "Ts", NOTHING }, { "Tw", NOTHING },
	{ "Tz", NOTHING }, { "W", NOTHING }, { "W*", NOTHING },
	{ "b", PAINT_BOTH }, { "b*", PAINT_BOTH }, { "c", NOTHING },
	{ "cm", NOTHING }, { "cs", FILL_SPACE }, { "d", NOTHING },
	{ "d0", NOTHING }, { "d1", NOTHING }, { "f", PAINT_FILL },
	{ "f*", PAINT_FILL }, { "g", FILL_GREY }, { "gs", STATE },
	{ "h", NOTHING }, { "i", NOTHING }, { "j", NOTHING },
	{ "k", FILL_CMYK }, { "l", NOTHING }, { "m", NOTHING },
	{ "n", NOTHING }, { "q", SAVE }, { "re", NOTHING }, { "rg", FILL_RGB },
	{ "ri", INTENT }, { "s", PAINT_STROKE }, { "sc", NOTHING },
	{ "scn", PATTERN }, { "sh", SHADE }, { "v", NOTHING }, { "w", NOTHING },
	{ "y", NOTHING }
};

static int
by_name(const void *x, const void *y)
{
	const char *const *name = y;

	return strcmp(x, *name);
}

static void
save(struct content *t)
{
	if (t->nstates + 1 < MAX_STATES) {
		t->states[t->nstates + 1] = t->states[t->nstates];
		t->nstates++;
	}
	if (t->nstates - t->base_state > NESTED_STATES)
		report(t->c, CHECK_STATE_DEPTH, t->stream, NULL);
}

static void
act_paint(struct content *t, enum act act)
{
	show(t, "path");
	paint(t, act != PAINT_STROKE, act != PAINT_FILL);
}

static void
act_colour(struct content *t, enum act act)
{
	static const struct pobj *const spaces[] = { &grey, &grey, &rgb, &rgb,
		&cmyk, &cmyk };
	const struct pobj *space = act == FILL_SPACE || act == STROKE_SPACE
				       ? chosen(t, operand(t, 0))
				       : spaces[act - FILL_GREY];
	bool fill = act == FILL_SPACE || act == FILL_GREY || act == FILL_RGB ||
		    act == FILL_CMYK;

	if (fill)
		state(t)->fill = space;
	else
		state(t)->stroke = space;
}

static void
act_shade(struct content *t)
{
	const struct pobj *o = resource(t, "Shading", operand(t, 0));

	show(t, "shading");
	check_colour(
	    t->c, t->resources, pdf_get(t->c->pdf, o, "ColorSpace"), 0);
}

static void
carry_out(struct content *t, enum act act)
{
	switch (act) {
	case NOTHING:
		break;
	case SAVE:
		save(t);
		break;
	case RESTORE:
		if (t->nstates > t->base_state)
			t->nstates--;
		break;
	case BEGIN:
		begin_mark(t, operand(t, 0), pdf_real(t->c->pdf, NULL));
		break;
	case BEGIN_WITH:
		begin_mark(t, operand(t, 1), operand(t, 0));
		break;
	case END:
		if (t->nmarks > 0)
			t->nmarks--;
		break;
	case PAINT_FILL:
	case PAINT_STROKE:
	case PAINT_BOTH:
		act_paint(t, act);
		break;
	case SHADE:
		act_shade(t);
		break;
	case TEXT:
		show_text(t, operand(t, 0));
		break;
	case FONT:
		use_font(t, resource(t, "Font", operand(t, 1)));
		break;
	case MODE:
		state(t)->mode = (int)(operand(t, 0)->integer & 7);
		break;
	case PATTERN:
		use_pattern(t, operand(t, 0));
		break;
	case STATE:
		use_state(t, resource(t, "ExtGState", operand(t, 0)));
		break;
	case XOBJECT:
		use_xobject(t, operand(t, 0));
		break;
	case INTENT:
		check_rendering(t->c, operand(t, 0));
		break;
	case IMAGE:
		inline_image(t);
		break;
	default:
		act_colour(t, act);
		break;
	}
}

/* The operator after its operands. */
static void
operate(struct content *t, struct plex *l, const char *name)
{
	size_t n = sizeof operators / sizeof *operators;
	const void *found =
	    bsearch(name, operators, n, sizeof *operators, by_name);

	if (found == NULL) {
		report(t->c, CHECK_OPERATOR, t->stream, name);
	} else {
		size_t i =
		    (size_t)((const char *)found - (const char *)operators) /
		    sizeof *operators;

		carry_out(t, operators[i].act);
		if (operators[i].act == IMAGE)
			plex_skip_image(l);
	}
	t->n = 0;
}

static void
run_bytes(struct content *t, const unsigned char *data, size_t n)
{
	struct plex l = { data, data + n, NULL, t->stream->number, false, false,
		false, 0 };
	struct pobj o;
	size_t count = 0;

	l.a = arena_new(256u << 20);
	while (l.a != NULL && plex_next(&l, &o) && t->c->operations > 0) {
		if (o.type != POBJ_OPERATOR) {
			if (t->n == MAX_OPERANDS) {
				memmove(t->operands, t->operands + 1,
				    (MAX_OPERANDS - 1) * sizeof *t->operands);
				t->n--;
			}
			t->operands[t->n++] = o;
			continue;
		}
		operate(t, &l, o.text);
		t->c->operations--;
		if (++count % RENEW == 0) {
			arena_free(l.a);
			l.a = arena_new(256u << 20);
		}
	}
	arena_free(l.a);
}

/* A stream, with the states and marks that it opens closed after it. */
static void
run(struct content *t, const struct pobj *stream)
{
	const struct pobj *outer = t->stream;
	unsigned char *data;
	size_t n;

	t->stream = stream;
	t->base_state = t->nstates;
	t->n = 0;
	if ((data = pdf_data(t->c->pdf, stream, CONTENT_MAX, &n)) != NULL)
		run_bytes(t, data, n);
	mem_free(data);
	t->stream = outer;
}

static struct content *
content_new(struct check *c)
{
	struct content *t = arena_alloc(c->a, sizeof *t);

	if (t != NULL) {
		t->c = c;
		t->stream = pdf_real(c->pdf, NULL);
		t->states[0].fill = t->states[0].stroke = &grey;
		t->parents = -1;
	}
	return t;
}

static void
content_reset(struct content *t)
{
	t->nmarks = t->nstates = t->n = 0;
	memset(&t->states[0], 0, sizeof t->states[0]);
	t->states[0].fill = t->states[0].stroke = &grey;
	t->again = false;
	t->nesting = 0;
}

void
check_appearance(
    struct check *c, const struct pobj *stream, const struct pobj *resources)
{
	struct content *t;

	if (stream->type != POBJ_STREAM || c->nested > MAX_NESTING ||
	    check_seen(c, stream, SEEN_FORM_IN) || (t = content_new(c)) == NULL)
		return;
	c->nested++;
	check_form_dict(c, stream);
	t->own_resources = pobj_is_dict(pdf_get(c->pdf, stream, "Resources"));
	t->resources = t->own_resources || resources == NULL
			   ? pdf_get(c->pdf, stream, "Resources")
			   : resources;
	t->own_resources |= resources != NULL;
	t->owner = stream->number;
	run(t, stream);
	c->nested--;
}

/* ---- pages -------------------------------------------------------------- */

/* The streams of a page are one: joined by a line end. */
static void
run_page(struct content *t, const struct pobj *contents)
{
	unsigned char *data, *all = NULL, *more;
	size_t i, n, len = 0;

	if (contents->type != POBJ_ARRAY) {
		run(t, contents);
		return;
	}
	for (i = 0; i < contents->n && len < CONTENT_MAX; i++) {
		data = pdf_data(t->c->pdf, pdf_at(t->c->pdf, contents, i),
		    CONTENT_MAX - len, &n);
		more = data == NULL ? NULL : mem_realloc(all, len + n + 1);
		if (more != NULL) {
			all = more;
			memcpy(all + len, data, n);
			all[len + n] = '\n';
			len += n + 1;
		}
		mem_free(data);
	}
	t->stream = pdf_at(t->c->pdf, contents, 0);
	t->base_state = 0;
	if (all != NULL)
		run_bytes(t, all, len);
	mem_free(all);
}

static const struct pobj *
inherited_resources(struct check *c, const struct pobj *page, bool *own)
{
	int level;

	*own = pobj_is_dict(pdf_get(c->pdf, page, "Resources"));
	for (level = 0; level < 64 && pobj_is_dict(page); level++) {
		if (pobj_is_dict(pdf_get(c->pdf, page, "Resources")))
			return pdf_get(c->pdf, page, "Resources");
		page = pdf_get(c->pdf, page, "Parent");
	}
	return pdf_real(c->pdf, NULL);
}

void
check_contents(struct check *c)
{
	struct content *t = content_new(c);
	const struct pobj *page, *parents, *group;
	size_t i;

	for (i = 0; t != NULL && i < c->pdf->npages; i++) {
		page = c->pdf->pages[i];
		c->page = (unsigned)i + 1;
		c->transparent = false;
		content_reset(t);
		t->tagged = true;
		t->resources = inherited_resources(c, page, &t->own_resources);
		t->owner = page->number;
		parents = pdf_get(c->pdf, page, "StructParents");
		t->parents = parents->type == POBJ_INT ? parents->integer : -1;
		run_page(t, pdf_get(c->pdf, page, "Contents"));
		group = pdf_get(c->pdf, page, "Group");
		if (c->transparent && c->intent[0] == '\0' &&
		    !pobj_has(c->pdf, group, "CS"))
			report(c, CHECK_BLEND_SPACE, page, NULL);
	}
}
