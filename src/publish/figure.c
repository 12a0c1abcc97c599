/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which drawing a frame asks for, the small ones, and the words of all of them.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "publish/figure_parts.h"

#define SIDES_MAX 12
#define MEETINGS_MAX 12 /* of one day that are drawn */
#define GAP_AFTER 0.5	/* of that, what comes after the code */
#define MARK_ROOM 1.6	/* of a sign with the space round it, times the size */

const char *const figure_names[] = { "figur:flöde", "figur:belastning",
	"figur:märke", "figur:möten", "figur:ruta", NULL };

static const struct {
	const char *name;
	int (*draw)(const char *language, const xmlNode *item, struct pen *p,
	    struct doc_node *figure);
} drawings[] = { { "flöde", figure_flow }, { "belastning", figure_load },
	{ "märke", figure_mark }, { "möten", figure_meetings },
	{ "ruta", figure_box } };

const struct figure_words *
figure_words_of(const char *language)
{
	static const struct figure_words sv = {
		.week = "v.",
		.level = { "Kontor", "Sekretariat", "Nämnd" },
		.meeting_week = "Sammanträde",
		.before = "v. före",
		.after = "v. efter",
		.own = "eget steg",
		.dropped = "utgår",
		.day = "dag",
		.days = "dagar",
		.earlier = "tidigare än gemensamt",
		.later = "senare än gemensamt",
		.own_long = "eget steg",
		.dropped_long = "utgår här",
		.same_week = "samma vecka",
		.cap = "tak",
		.high_cap = "övre tak",
		.one_week = "vecka",
		.most = "Mest",
		.over = "Över taket",
		.none_over = "Ingen vecka är över taket.",
	};
	static const struct figure_words en = {
		.week = "w.",
		.level = { "Office", "Secretariat", "Committee" },
		.meeting_week = "Meeting",
		.before = "w. before",
		.after = "w. after",
		.own = "own step",
		.dropped = "left out",
		.day = "day",
		.days = "days",
		.earlier = "earlier than common",
		.later = "later than common",
		.own_long = "a step of its own",
		.dropped_long = "left out here",
		.same_week = "the same week",
		.cap = "cap",
		.high_cap = "upper cap",
		.one_week = "week",
		.most = "Most",
		.over = "Above the cap",
		.none_over = "No week is above the cap.",
	};

	return language != NULL && strncmp(language, "en", 2) == 0 ? &en : &sv;
}

int
figure_number(const xmlNode *item, const char *name, int otherwise)
{
	xmlChar *text = xmlGetNoNsProp(item, BAD_CAST name);
	long v = text == NULL ? otherwise : strtol((char *)text, NULL, 10);

	xmlFree(text);
	return v < -100000 || v > 100000 ? otherwise : (int)v;
}

const struct doc_text_style *
figure_style(struct arena *a, double size, bool heavy, doc_colour colour)
{
	static const struct doc_text_style spare = { .family = "Open Sans",
		.size = 8 };
	struct doc_text_style *s = arena_alloc(a, sizeof *s);

	if (s == NULL)
		return &spare;
	s->family = heavy ? "Open Sans Semibold" : "Open Sans";
	s->size = size;
	s->colour = colour;
	return s;
}

/* ---- the sign of a body ---------------------------------------------------
 */

/* The corners of a sign in a square of side 1, by its number; the second is a
 * circle. */
static const struct {
	int n;
	double xy[2 * SIDES_MAX];
} signs[] = { { 4, { 0.06, 0.06, 0.94, 0.06, 0.94, 0.94, 0.06, 0.94 } },
	{ 0, { 0 } }, { 3, { 0.5, 0.02, 1, 0.95, 0, 0.95 } },
	{ 4, { 0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5 } },
	{ 3, { 0, 0.05, 1, 0.05, 0.5, 0.98 } },
	{ 12,
	    { 0.33, 0, 0.67, 0, 0.67, 0.33, 1, 0.33, 1, 0.67, 0.67, 0.67, 0.67,
		1, 0.33, 1, 0.33, 0.67, 0, 0.67, 0, 0.33, 0.33, 0.33 } } };

#define NSIGNS ((int)(sizeof signs / sizeof *signs))

static void
draw_sign(struct pen *p, int sign, const struct area *at, const struct ink *ink)
{
	double xy[2 * SIDES_MAX];
	int i;

	if (signs[sign].n == 0) {
		pen_ellipse(p, at, ink);
		return;
	}
	for (i = 0; i < signs[sign].n; i++) {
		xy[2 * i] = at->x + signs[sign].xy[2 * i] * at->width;
		xy[2 * i + 1] = at->y + signs[sign].xy[2 * i + 1] * at->height;
	}
	pen_polygon(p, xy, (size_t)signs[sign].n, true, ink);
}

/* A council has its committee's sign as an outline; from the seventh body the
 * signs come again, with a hole. */
static void
draw_mark(struct pen *p, const xmlNode *item, double x, double y, double side)
{
	static const doc_colour colours[NSIGNS] = { 0x003366, 0xa3420a,
		0x1f6b3a, 0x7a1f5c, 0x5a4a00, 0x8c1c13 };
	int number = figure_number(item, "märke", 0), sign, again;
	struct area at = { x + 0.4, y + 0.4, side - 0.8, side - 0.8 };
	struct area hole = { x + side * 0.36, y + side * 0.36, side * 0.28,
		side * 0.28 };
	bool council = xmlHasProp((xmlNode *)item, BAD_CAST "råd") != NULL;
	struct ink ink = { DOC_NO_COLOUR, 0, 0.8, 0 };

	if (number < 1 || side <= 2)
		return;
	sign = (number - 1) % NSIGNS;
	again = (number - 1) / NSIGNS % 2;
	ink.stroke = colours[sign];
	if (!council)
		ink.fill = colours[sign];
	draw_sign(p, sign, &at, &ink);
	if (again) {
		ink.fill = council ? colours[sign] : 0xffffff;
		ink.stroke = DOC_NO_COLOUR;
		pen_ellipse(p, &hole, &ink);
	}
}

int
figure_mark(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure)
{
	(void)language;
	figure->height = figure->width;
	figure->alt = "";
	draw_mark(p, item, 0, 0, figure->width);
	return 0;
}

/* The day's meetings beside each other: sign and code, smaller when they are
 * many; a preliminary one has its code in brackets. */
int
figure_meetings(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure)
{
	const xmlNode *n = xml_child(item, "möte");
	struct doc_text_style *style;
	const char *code[MEETINGS_MAX], *alt = NULL;
	const xmlNode *of[MEETINGS_MAX];
	double size = figure->height * 0.95, x = 0, width = 0;
	int i, count = 0;

	(void)language;
	style = (struct doc_text_style *)figure_style(
	    p->a, size, true, FIGURE_BLACK);
	for (; n != NULL && count < MEETINGS_MAX; n = xml_next(n, "möte")) {
		of[count] = n;
		code[count] = xml_attr(p->a, n, "kod");
		if (code[count] == NULL)
			continue;
		alt = alt == NULL
			  ? code[count]
			  : arena_printf(p->a, "%s, %s", alt, code[count]);
		if (xmlHasProp((xmlNode *)n, BAD_CAST "preliminärt") != NULL)
			code[count] = arena_printf(p->a, "(%s)", code[count]);
		if (code[count] == NULL || alt == NULL)
			return KL_E_NOMEM;
		width +=
		    MARK_ROOM * size + document_about_width(style, code[count],
					   strlen(code[count]));
		count++;
	}
	if (count == 0)
		return 0;
	width -= GAP_AFTER * size;
	if (width > figure->width) {
		size *= figure->width / width;
		style->size = size;
	}
	for (i = 0; i < count; i++) {
		draw_mark(
		    p, of[i], x, figure->height / 2 - size * 0.45, size * 0.9);
		pen_words(p, x + size * 1.1, figure->height / 2 + size * 0.36,
		    DOC_START, style, code[i]);
		x += MARK_ROOM * size +
		     document_about_width(style, code[i], strlen(code[i]));
	}
	figure->alt = alt;
	return 0;
}

int
figure_box(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure)
{
	double side = figure->width;
	struct area box = { 0.5, 0.5, side - 1, side - 1 };
	const struct ink frame = { DOC_NO_COLOUR, FIGURE_BLACK, 0.8, 0 };
	const struct ink tick = { DOC_NO_COLOUR, FIGURE_BLACK, 1.4, 0 };
	const double xy[] = { side * 0.2, side * 0.5, side * 0.42, side * 0.75,
		side * 0.82, side * 0.22 };
	xmlChar *done = xmlGetNoNsProp(item, BAD_CAST "klart");

	(void)language;
	figure->height = side;
	figure->alt = ""; /* the day and the name stand beside it */
	pen_rectangle(p, &box, &frame);
	if (done != NULL)
		pen_polygon(p, xy, 3, false, &tick);
	xmlFree(done);
	return 0;
}

int
figure_draw(void *ctx, const char *name, const xmlNode *item, struct arena *a,
    struct doc_node *figure, struct kl_error *err)
{
	const size_t n = sizeof drawings / sizeof *drawings;
	const char *names[sizeof drawings / sizeof *drawings], *near;
	struct pen p = { .a = a };
	size_t i;
	int rc;

	for (i = 0; i < n && strcmp(drawings[i].name, name) != 0; i++)
		names[i] = drawings[i].name;
	if (i < n) {
		rc = drawings[i].draw(ctx, item, &p, figure);
		if (rc == 0)
			rc = pen_done(&p, figure);
		return rc == 0 ? 0 : kl_error_nomem(err);
	}
	near = utf8_nearest(name, names, n);
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("There is no drawing “%s”; the nearest is “%s”. Nothing was "
		  "made. Correct the name of the frame in the template."),
	    name, near == NULL ? names[0] : near);
}
