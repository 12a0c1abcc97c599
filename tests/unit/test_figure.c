/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drawings: from the shapes of a template to outlines, and from those to PDF,
 * HTML and text; hostile paths and formulas stay within their bounds; passages
 * in another language keep it.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "document/writers.h"
#include "odf/odf.h"
#include "odf/sketch.h"
#include "pdf/pdf.h"

#define FIXTURE SRCDIR "/tests/fidelity/docs/figurer.fodt"
#define NS                                                                     \
	" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""   \
	" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""       \
	" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""    \
	" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:"                  \
	"svg-compatible:1.0\""                                                 \
	" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""     \
	" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:"                   \
	"xsl-fo-compatible:1.0\""
#define HEAD                                                                   \
	"<office:document" NS " office:version=\"1.3\" "                       \
	"office:mimetype=\"application/vnd.oasis.opendocument.text\">"         \
	"<office:automatic-styles><style:style style:name=\"box\" "            \
	"style:family=\"graphic\"><style:graphic-properties "                  \
	"fo:border=\"1pt solid #003366\"/></style:style></"                    \
	"office:automatic-styles><office:body><office:text>"
#define TAIL "</office:text></office:body></office:document>"

static struct arena *a;
static struct kl_error err;

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	a = arena_new(0);
	return a == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct sketch
sketch_new(size_t *used)
{
	*used = 0;
	return (struct sketch){ .a = a, .m = MATRIX_UNIT, .used = used };
}

/* "M0 0L10 5C1 2 3 4 5 6Z" */
static const char *
steps_of(const struct sketch *s)
{
	char *text = arena_strdup(a, "");
	size_t i;

	for (i = 0; i < s->steps.n; i++) {
		const struct doc_step *t = &s->steps.v[i];

		if (t->kind == DOC_CURVE)
			text = arena_printf(a, "%sC%g %g %g %g %g %g", text,
			    t->x[0], t->y[0], t->x[1], t->y[1], t->x[2],
			    t->y[2]);
		else if (t->kind == DOC_CLOSE)
			text = arena_printf(a, "%sZ", text);
		else
			text = arena_printf(a, "%s%c%g %g", text,
			    t->kind == DOC_MOVE ? 'M' : 'L', t->x[0], t->y[0]);
	}
	return text;
}

static const char *
path(const char *d)
{
	size_t used;
	struct sketch s = sketch_new(&used);

	sketch_path(&s, d);
	return steps_of(&s);
}

static void
paths_become_steps(void **state)
{
	(void)state;
	assert_string_equal(path("M1 2L3,4 5-6z"), "M1 2L3 4L5 -6Z");
	assert_string_equal(path("m1 2 3 4"), "M1 2L4 6");
	assert_string_equal(
	    path("M0 0h10v10H0V5zl1 1"), "M0 0L10 0L10 10L0 10L0 5ZL1 1");
	assert_string_equal(path("M0 0c1 2 3 4 5 6s3 4 5 6"),
	    "M0 0C1 2 3 4 5 6C7 8 8 10 10 12");
	assert_string_equal(
	    path("M0 0q3 0 3 3t3 3"), "M0 0C2 0 3 1 3 3C3 5 4 6 6 6");
	assert_string_equal(path("M.5.5L1e1 +2"), "M0.5 0.5L10 2");
	/* a quarter of a circle, its flags without spaces */
	assert_string_equal(
	    path("M10 0A10 10 0 0110 20"), path("M10 0A10,10,0,0,1,10,20"));
	assert_string_equal(path("M0 0A0 5 0 0 1 9 9"), "M0 0L9 9");
	assert_string_equal(
	    path("M10 0A10 10 0 0 1 20 10"), "M10 0C15.523 0 20 4.477 20 10");
	/* reading stops at what is wrong, as SVG wants it */
	assert_string_equal(path("M1 1L2 2 3"), "M1 1L2 2");
	assert_string_equal(path("M1 1X9 9L2 2"), "M1 1");
	assert_string_equal(path(""), "");
	assert_string_equal(path("5 5"), "");
}

static void
transforms_apply_from_left_to_right(void **state)
{
	size_t used;
	struct sketch s = sketch_new(&used);

	(void)state;
	s.m = matrix_read("rotate (1.5707963267949) translate (1in 2in)");
	sketch_move(&s, 10, 0);
	assert_string_equal(steps_of(&s), "M72 134");
	s = sketch_new(&used);
	s.m = matrix_read("translate(10pt) scale(2,3)");
	sketch_move(&s, 1, 1);
	assert_string_equal(steps_of(&s), "M22 3");
	s = sketch_new(&used);
	s.m = matrix_read("rotate(oj) hokus(1) scale(");
	sketch_move(&s, 1, 1);
	assert_string_equal(steps_of(&s), "M1 1");
}

/* Every coordinate is a number within reach, and not a tiny one. */
static void
check_sane(const struct sketch *s)
{
	size_t i;
	int p;

	assert_true(*s->used <= SKETCH_STEPS);
	for (i = 0; i < s->steps.n; i++)
		for (p = 0; p < 3; p++) {
			double x = s->steps.v[i].x[p], y = s->steps.v[i].y[p];

			assert_true(fabs(x) <= 10000 && fabs(y) <= 10000);
			assert_true(x == 0 || fabs(x) > 0.0009);
			assert_true(y == 0 || fabs(y) > 0.0009);
		}
}

static void
hostile_paths_stay_in_bounds(void **state)
{
	static const char *const bad[] = { "M1e400 1e400L-1e400 0",
		"MNaN NaNLinf inf", "M0 0L1e-300 1e-30",
		("M0 0A1e300 1e300 "
		 "1e300 1 1 1e300 5"),
		"A1 1 0 0 1 5 5", "M0 0A1e-9 1 0 0 1 5 5",
		"M99999999999999999999999999999 1", "zzzzzzzz", "C", "M", "M0",
		"M0 0L", "M0 0Q1 1 2 2T3 3T", "m1e9 1e9m1e9 1e9l1e9 1e9",
		"M0 0A1 1 0 2 1 5 5", "M-.e5 1", "\xff\xfe",
		"M0,0,,,,L,,,1 1" };
	size_t used, i, n = SKETCH_STEPS + 50;
	struct sketch s;
	char *many;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		s = sketch_new(&used);
		sketch_path(&s, bad[i]);
		sketch_points(&s, bad[i], true);
		check_sane(&s);
	}
	many = arena_alloc(a, n * 4 + 1);
	for (i = 0; i < n; i++)
		memcpy(many + 4 * i, i == 0 ? "M1 1" : "L2 2", 4);
	s = sketch_new(&used);
	sketch_path(&s, many);
	assert_true(s.full);
	assert_int_equal(s.steps.n, SKETCH_STEPS);
	check_sane(&s);
	s = sketch_new(&used);
	sketch_arc(&s, &(struct extent){ 0, 0, 10, 10 }, 0, 1e12, false);
	assert_true(s.steps.n < 200);
	sketch_arc(&s, &(struct extent){ 0, 0, 1, 1 }, NAN, 1, false);
	check_sane(&s);
}

/* A custom shape in a box of 100 times 50 points; NULL if it is refused. */
static const char *
custom(const char *inside)
{
	struct doc_shape look = { .fill = 1, .stroke = 2 };
	char *xml = arena_printf(a, "<draw:enhanced-geometry" NS " %s", inside);
	const char *text = "";
	struct sketch s;
	xmlDoc *doc;
	size_t used, i;
	bool ok;

	s = sketch_new(&used);
	assert_int_equal(xml_parse(xml, strlen(xml), "shape", &doc, &err), 0);
	ok = enhanced_draw(&s, xmlDocGetRootElement(doc),
	    &(struct extent){ 0, 0, 100, 50 }, &look);
	if (!ok)
		assert_int_equal(s.shapes.n, 0);
	for (i = 0; i < s.shapes.n; i++) {
		memcpy(&s.steps,
		    &(__typeof__(s.steps)){
			.v = (struct doc_step *)s.shapes.v[i].steps,
			.n = s.shapes.v[i].nsteps },
		    sizeof s.steps);
		check_sane(&s);
		text = arena_printf(a, "%s%s%s%s;", text, steps_of(&s),
		    s.shapes.v[i].fill == DOC_NO_COLOUR ? "F" : "",
		    s.shapes.v[i].stroke == DOC_NO_COLOUR ? "S" : "");
	}
	xmlFreeDoc(doc);
	return ok ? text : NULL;
}

#define VIEW "svg:viewBox=\"0 0 200 100\" "
#define PATH(p) VIEW "draw:enhanced-path=\"" p "\""
#define EQ(name, f)                                                            \
	"<draw:equation draw:name=\"" name "\" draw:formula=\"" f "\"/>"
#define WITH(p, eqs)                                                           \
	PATH(p) " draw:modifiers=\"50 7\">" eqs "</draw:enhanced-geometry>"

static void
custom_shapes_are_reckoned(void **state)
{
	(void)state;
	assert_string_equal(custom(PATH("M 0 0 L 200 0 200 100 Z N") "/>"),
	    "M0 0L100 0L100 50Z;");
	assert_string_equal(
	    custom(PATH("M 0 0 L 9 9 F N M 0 0 L 2 2 S N") "/>"),
	    "M0 0L4.5 4.5F;M0 0L1 1S;");
	assert_string_equal(
	    custom(WITH("M ?a ?b L ?c $1",
		EQ("a", "left+$0 *2") EQ("b", "if(?a -99,bottom/4,0)")
		    EQ("c", "max(abs(-8),sqrt(64))-min(1,2)*(3-1)"))),
	    "M50 12.5L3 3.5;");
	assert_string_equal(
	    custom(PATH("M 0 0 L 20 10") " draw:mirror-horizontal=\"true\"/>"),
	    "M100 0L90 5;");
	/* the whole ellipse, and a quarter each way */
	assert_non_null(
	    strstr(custom(PATH("U 100 50 100 50 0 360 Z N") "/>"), "M100 25C"));
	assert_string_equal(
	    custom(PATH("M 0 0 X 20 20") "/>"), "M0 0C5.523 0 10 4.477 10 10;");
	assert_string_equal(
	    custom(PATH("M 0 0 Y 20 20") "/>"), "M0 0C0 5.523 4.477 10 10 10;");
}

static void
hostile_formulas_are_refused(void **state)
{
	static const char *const bad[] = {
		WITH("M ?a 0 L 1 1", EQ("a", "?a +1")),
		WITH("M ?a 0 L 1 1", EQ("a", "?b ") EQ("b", "?a ")),
		WITH("M ?x 0 L 1 1", EQ("a", "1")),
		WITH("M $9 0 L 1 1", EQ("a", "1")),
		WITH("M ?a 0 L 1 1", EQ("a", "hokus(1)")),
		WITH("M ?a 0 L 1 1", EQ("a", "sin(1,2)")),
		WITH("M ?a 0 L 1 1", EQ("a", "1 2")),
		WITH("M ?a 0 L 1 1", EQ("a", "((((1)")),
		WITH("M ?a 0 L 1 1", EQ("a", "")),
		PATH("M 0") "/>",
		PATH("K 0 0") "/>",
		PATH("0 0") "/>",
		PATH("Z Z N F S N") "/>",
		PATH("") "/>",
		VIEW "/>",
	};
	char *deep = arena_alloc(a, 20001), *xml;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_null(custom(bad[i]));
	memset(deep, '(', 20000);
	xml = arena_printf(a, WITH("M ?a 0 L 1 1", "%s"),
	    arena_printf(a, EQ("a", "%s"), deep));
	assert_null(custom(xml));
	memset(deep, '-', 20000);
	xml = arena_printf(a, WITH("M ?a 0 L 1 1", "%s"),
	    arena_printf(a, EQ("a", "%s"), deep));
	assert_null(custom(xml));
	/* dividing by nothing is nothing, not infinity */
	assert_string_equal(
	    custom(WITH("M ?a 0 L 2 2", EQ("a", "5/(1-1)"))), "M0 0L1 1;");
	assert_non_null(custom(WITH("M ?a 0 L 2 2", EQ("a", "1e400*1e400"))));
}

/* ---- documents ---- */

static struct document *
read_xml(const char *body, note_list *notes)
{
	char *xml = arena_printf(a, HEAD "%s" TAIL, body);
	struct document *doc = NULL;
	struct odf *odf = NULL;

	assert_int_equal(
	    odf_open(xml, strlen(xml), "ritning.fodt", &odf, &err), 0);
	assert_int_equal(odf_to_document(odf, a, &doc, notes, &err), 0);
	odf_free(odf);
	return doc;
}

static const struct doc_node *
find(const struct doc_node *from, enum doc_kind kind)
{
	const struct doc_node *n, *found;

	for (n = from->first; n != NULL; n = n->next) {
		if (n->kind == kind)
			return n;
		if ((found = find(n, kind)) != NULL)
			return found;
	}
	return NULL;
}

static bool
noted(const note_list *notes, const char *part)
{
	size_t i;

	for (i = 0; i < notes->n; i++)
		if (strstr(notes->v[i].text, part) != NULL)
			return true;
	return false;
}

#define RECT(anchor, more)                                                     \
	"<draw:rect " anchor " svg:x=\"5cm\" svg:y=\"1cm\" "                   \
	"svg:width=\"1in\" svg:height=\"0.5in\" " more ">"                     \
	"<svg:title>Ruta</svg:title><text:p>Text</text:p></draw:rect>"

static void
a_drawing_stands_where_its_paragraph_is(void **state)
{
	note_list notes = { 0 };
	const struct doc_node *p, *n;
	struct document *doc;

	(void)state;
	doc = read_xml(
	    "<text:p>A" RECT("text:anchor-type=\"as-char\"", "") "B</text:p>",
	    &notes);
	assert_int_equal(notes.n, 0);
	p = doc->body->first;
	n = p->first->next;
	assert_int_equal(n->kind, DOC_FIGURE);
	assert_string_equal(n->alt, "Ruta");
	assert_string_equal(n->next->text, "B");
	assert_int_equal(n->nshapes, 2); /* outline, then text */
	assert_string_equal(n->shapes[1].text, "Text");
	/* a line has a width, so the drawing is that much larger */
	assert_true(fabs(n->width - 72) < 2 && fabs(n->height - 36) < 2);
	assert_true(n->shapes[0].steps[0].x[0] < 2);
	/* anchored before the text: above it, and that is said */
	doc = read_xml("<text:p>" RECT("text:anchor-type=\"paragraph\"",
			   "") "Text</text:p>",
	    &notes);
	p = doc->body->first;
	assert_int_equal(p->first->kind, DOC_FIGURE);
	assert_int_equal(p->first->next->kind, DOC_BREAK);
	assert_string_equal(p->last->text, "Text");
	assert_true(noted(&notes, "not where it was placed"));
	/* in the middle: below it */
	doc = read_xml(
	    "<text:p>A" RECT("text:anchor-type=\"char\"", "") "B</text:p>",
	    NULL);
	p = doc->body->first;
	assert_int_equal(p->last->kind, DOC_FIGURE);
	/* on the page: a paragraph of its own */
	doc = read_xml(
	    RECT("text:anchor-type=\"page\"", "") "<text:p>A</text:p>", NULL);
	assert_int_equal(doc->body->first->first->kind, DOC_FIGURE);
	assert_string_equal(doc->body->first->next->first->text, "A");
}

static void
what_cannot_be_drawn_is_said(void **state)
{
	note_list notes = { 0 };
	struct document *doc;
	const struct doc_node *n;

	(void)state;
	doc = read_xml("<text:p><draw:custom-shape svg:width=\"2cm\" "
		       "svg:height=\"1cm\"><text:p>Ord</text:p>"
		       "<draw:enhanced-geometry draw:enhanced-path=\"K\"/>"
		       "</draw:custom-shape></text:p>",
	    &notes);
	n = find(doc->body, DOC_FIGURE);
	assert_int_equal(n->nshapes, 2);
	assert_null(n->alt);
	assert_string_equal(document_figure_words(a, n), "Ord");
	assert_true(noted(&notes, "only the box"));
	doc = read_xml("<text:p><draw:g/>Kvar</text:p>", NULL);
	assert_null(find(doc->body, DOC_FIGURE));
	assert_string_equal(doc->body->first->first->text, "Kvar");
}

#define BOX(style)                                                             \
	"<text:p><draw:frame draw:style-name=\"" style                         \
	"\" text:anchor-type=\"as-char\" svg:width=\"5cm\"><draw:text-box>"    \
	"<text:p>I rutan</text:p></draw:text-box></draw:frame></text:p>"

static void
a_text_box_is_a_block(void **state)
{
	note_list notes = { 0 };
	const struct doc_node *table;
	struct document *doc;

	(void)state;
	doc = read_xml(BOX("box"), &notes);
	table = find(doc->body, DOC_TABLE);
	assert_non_null(table);
	assert_int_equal(table->ncolumns, 1);
	assert_true(table->first->first->box.border[DOC_TOP].width == 1);
	assert_string_equal(find(table, DOC_TEXT)->text, "I rutan");
	assert_int_equal(notes.n, 0);
	doc = read_xml(BOX(""), NULL);
	assert_null(find(doc->body, DOC_TABLE));
	assert_string_equal(find(doc->body, DOC_TEXT)->text, "I rutan");
	/* nothing else stood in the paragraph: it is not an empty line now */
	assert_int_equal(doc->body->first->kind, DOC_SECTION);
}

/* ---- all of it ---- */

static bool
holds(const struct buf *out, const char *part)
{
	return memmem(out->data, out->len, part, strlen(part)) != NULL;
}

/* As the PDF writer has text strings. */
static bool
holds_string(const struct buf *pdf, const char *key, const char *ascii)
{
	char want[400];
	int n = snprintf(want, sizeof want, "/%s <FEFF", key);

	for (; *ascii != '\0'; ascii++)
		n += snprintf(want + n, sizeof want - (size_t)n, "%04X",
		    (unsigned)(unsigned char)*ascii);
	snprintf(want + n, sizeof want - (size_t)n, ">");
	return holds(pdf, want);
}

static void
the_fixture_is_drawn_everywhere(void **state)
{
	struct laid_out *laid;
	struct document *doc;
	struct layout_tools tools = { 0 };
	note_list notes = { 0 };
	struct odf *odf;
	struct buf out;
	size_t i, figures = 0, words = 0;

	(void)state;
	buf_init(&out, 16 << 20);
	assert_int_equal(odf_open_file(FIXTURE, &odf, &err), 0);
	assert_int_equal(odf_to_document(odf, a, &doc, &notes, &err), 0);
	assert_int_equal(notes.n, 0);
	assert_int_equal(document_html(doc, &out, &err), 0);
	assert_true(holds(&out, "role=\"img\" aria-label="));
	assert_true(holds(&out, ">Utskottet föreslår</text>"));
	assert_true(holds(&out, "<path d=\"M"));
	assert_true(holds(&out, "<span lang=\"en-GB\"><em>Healthy"));
	assert_true(holds(&out, "lang=\"fi-FI\">Kunnan"));
	assert_true(holds(&out, "beteckningen HWC-2031/7."));
	buf_reset(&out);
	assert_int_equal(document_plain(doc, 72, &out, &err), 0);
	assert_true(holds(&out, "[Ärendets väg. Ett ärende går"));
	buf_reset(&out);
	assert_int_equal(fonts_open(&tools.fonts, &err), 0);
	assert_int_equal(layout_document(doc, &tools, a, &laid, &err), 0);
	for (i = 0; i < laid->pages.v[0].pieces.n; i++) {
		const struct piece *p = &laid->pages.v[0].pieces.v[i];

		figures += p->kind == PIECE_FIGURE;
		words += p->kind == PIECE_TEXT && p->node->kind == DOC_FIGURE &&
			 p->text[strlen(p->text) - 1] == ' ';
	}
	assert_int_equal(figures, 2);
	assert_int_equal(words, 5);
	assert_int_equal(pdf_write(laid, &out, &err), 0);
	assert_true(holds(&out, "/S/Figure"));
	assert_true(holds(&out, "/BBox["));
	assert_true(holds_string(&out, "Lang", "en-GB"));
	assert_true(holds_string(&out, "Lang", "fi-FI"));
	assert_false(holds_string(&out, "Lang", "zxx-none"));
	fonts_close(tools.fonts);
	odf_free(odf);
	buf_free(&out);
}

static void
languages_are_compared_as_people_mean(void **state)
{
	(void)state;
	assert_true(document_same_language("sv", "sv-SE"));
	assert_true(document_same_language("sv-SE", "sv-se"));
	assert_true(document_same_language(NULL, "fi"));
	assert_false(document_same_language("sv-SE", "sv-FI"));
	assert_false(document_same_language("sv", "svm"));
	assert_false(document_same_language("en-GB", "sv-SE"));
	assert_true(document_is_language("fit"));
	assert_true(document_is_language("sr-Latn-RS"));
	assert_false(document_is_language("zxx"));
	assert_false(document_is_language("none"));
	assert_false(document_is_language("\"><script>"));
	assert_false(document_is_language(""));
	assert_true(document_is_country("SE"));
	assert_true(document_is_country("419"));
	assert_false(document_is_country("none"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_become_steps),
		cmocka_unit_test(transforms_apply_from_left_to_right),
		cmocka_unit_test(hostile_paths_stay_in_bounds),
		cmocka_unit_test(custom_shapes_are_reckoned),
		cmocka_unit_test(hostile_formulas_are_refused),
		cmocka_unit_test(a_drawing_stands_where_its_paragraph_is),
		cmocka_unit_test(what_cannot_be_drawn_is_said),
		cmocka_unit_test(a_text_box_is_a_block),
		cmocka_unit_test(the_fixture_is_drawn_everywhere),
		cmocka_unit_test(languages_are_compared_as_people_mean),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
