/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drawings made of a record: what they show and say, that a filled template
 * holds them as shapes that read back the same, and cells that repeat and take
 * colours.  KANSLI_GOLDEN=write renews the golden files.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "document/writers.h"
#include "odf/odf.h"
#include "publish/figure.h"
#include "record/record.h"

#define FILE_MAX ((size_t)1 << 22)

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

static xmlDoc *
parse(const char *text)
{
	xmlDoc *doc = NULL;

	assert_int_equal(xml_parse(text, strlen(text), "test", &doc, &err), 0);
	return doc;
}

static xmlDoc *
sample_year(void)
{
	xmlDoc *doc = NULL;
	struct buf in;

	assert_int_equal(
	    file_read(SRCDIR "/templates/sample-year.xml", FILE_MAX, &in, &err),
	    0);
	assert_int_equal(xml_parse(in.data, in.len, "sample", &doc, &err), 0);
	buf_free(&in);
	return doc;
}

/* The flow of ${code}, or with NULL the common one. */
static xmlNode *
flow_of(xmlDoc *doc, const char *code)
{
	xmlNode *plan = xml_child(xmlDocGetRootElement(doc), "årsplan"), *n;
	const char *own;

	for (n = xml_child(plan, "flöde"); n != NULL;
	     n = xml_next(n, "flöde")) {
		own = xml_attr(a, n, "kod");
		if (code == NULL ? own == NULL
				 : own != NULL && strcmp(own, code) == 0)
			return n;
	}
	fail_msg("no flow");
	return NULL;
}

static struct doc_node *
draw(const char *name, const xmlNode *item, double width, double height)
{
	struct document *doc = document_new(a);
	struct doc_node *figure = document_add(a, doc->body, DOC_FIGURE);

	figure->width = width;
	figure->height = height;
	assert_int_equal(
	    figure_draw((void *)"sv", name, item, a, figure, &err), 0);
	return figure;
}

static bool
shows(const struct doc_node *figure, const char *text)
{
	size_t i;

	for (i = 0; i < figure->nshapes; i++)
		if (figure->shapes[i].text != NULL &&
		    strcmp(figure->shapes[i].text, text) == 0)
			return true;
	return false;
}

static void
check_golden(const char *name, const struct buf *got)
{
	char path[4096];
	struct buf want;

	snprintf(
	    path, sizeof path, "%s/tests/golden/document/%s", SRCDIR, name);
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, got->data, got->len, &err), 0);
	assert_int_equal(file_read(path, FILE_MAX, &want, &err), 0);
	assert_string_equal(got->data, want.data);
	buf_free(&want);
}

/* ---- what they show -------------------------------------------------------
 */

static void
a_flow_is_drawn_as_before(void **state)
{
	struct document *doc = document_new(a);
	xmlDoc *year = sample_year();
	struct doc_node *common, *own;
	struct buf out;

	(void)state;
	buf_init(&out, FILE_MAX);
	common = document_add(a, doc->body, DOC_FIGURE);
	own = document_add(a, doc->body, DOC_FIGURE);
	common->width = own->width = 700;
	doc->title = "Flödesschema";
	assert_int_equal(figure_draw((void *)"sv", "flöde", flow_of(year, NULL),
			     a, common, &err),
	    0);
	assert_int_equal(figure_draw((void *)"sv", "flöde",
			     flow_of(year, "MHN"), a, own, &err),
	    0);
	assert_int_equal(document_drawings(doc, &out, &err), 0);
	check_golden("flode.svg", &out);
	buf_free(&out);
	xmlFreeDoc(year);
}

/* How a committee differs is told in the box, by the frame and in words. */
static void
differences_are_marked(void **state)
{
	xmlDoc *year = sample_year();
	struct doc_node *own = draw("flöde", flow_of(year, "MHN"), 700, 0);
	struct doc_node *common = draw("flöde", flow_of(year, NULL), 700, 0);
	size_t i, dashed = 0;

	(void)state;
	assert_true(shows(own, "ti · −2 d"));
	assert_true(shows(own, "fr · eget steg"));
	assert_true(shows(own, "utgår"));
	assert_false(shows(common, "utgår"));
	assert_non_null(strstr(own->alt,
	    "Kallelse och utskick (sekretariat): tisdag 1 v. före, 2 dagar "
	    "tidigare än gemensamt"));
	assert_non_null(strstr(own->alt, "Snabbprotokoll"));
	assert_non_null(strstr(own->alt, "utgår här"));
	for (i = 0; i < own->nshapes; i++)
		dashed += own->shapes[i].dash > 0;
	assert_int_equal(dashed, 5);
	for (i = 0; i < common->nshapes; i++)
		assert_true(common->shapes[i].dash == 0);
	xmlFreeDoc(year);
}

/* Boxes do not lie over each other, and all is within the drawing. */
static void
boxes_are_apart(void **state)
{
	xmlDoc *year = sample_year();
	struct doc_node *f = draw("flöde", flow_of(year, "MHN"), 700, 0);
	const struct doc_shape *s, *o;
	size_t i, k, boxes = 0;

	(void)state;
	for (i = 0; i < f->nshapes; i++) {
		s = &f->shapes[i];
		if (s->fill != 0xffffff || s->nsteps != 5)
			continue;
		boxes++;
		assert_true(s->steps[2].x[0] <= f->width);
		assert_true(s->steps[2].y[0] <= f->height);
		for (k = 0; k < i; k++) {
			o = &f->shapes[k];
			if (o->fill != 0xffffff || o->nsteps != 5)
				continue;
			assert_true(s->steps[0].x[0] > o->steps[2].x[0] ||
				    o->steps[0].x[0] > s->steps[2].x[0] ||
				    s->steps[0].y[0] > o->steps[2].y[0] ||
				    o->steps[0].y[0] > s->steps[2].y[0]);
		}
	}
	assert_int_equal(boxes, 11);
	xmlFreeDoc(year);
}

static void
bars_tell_what_is_over_the_cap(void **state)
{
	xmlDoc *doc =
	    parse("<person tak='4' tak-högt='6' summa='12'>"
		  "<vecka nr='1' enheter='3'/><vecka nr='2' "
		  "enheter='7'/><vecka nr='3' enheter='2'/></person>");
	struct doc_node *f =
	    draw("belastning", xmlDocGetRootElement(doc), 600, 100);

	(void)state;
	assert_string_equal(
	    f->alt, "Mest: vecka 2: 7. Över taket: vecka 2: 7.");
	assert_true(shows(f, "tak 4"));
	assert_true(shows(f, "övre tak 6"));
	xmlFreeDoc(doc);
	doc = parse("<person tak='4' summa='1'><vecka nr='9' enheter='1'/>"
		    "</person>");
	f = draw("belastning", xmlDocGetRootElement(doc), 600, 100);
	assert_string_equal(
	    f->alt, "Mest: vecka 9: 1. Ingen vecka är över taket.");
	xmlFreeDoc(doc);
}

/* Without colour: another outline for each of six, a hole from the seventh, and
 * no filling for a council. */
static void
signs_differ_without_colour(void **state)
{
	struct doc_node *sign[13];
	char text[60];
	xmlDoc *doc;
	int i, k;

	(void)state;
	for (i = 1; i <= 12; i++) {
		snprintf(text, sizeof text, "<organ märke='%d'/>", i);
		doc = parse(text);
		sign[i] = draw("märke", xmlDocGetRootElement(doc), 8, 8);
		assert_string_equal(sign[i]->alt, "");
		assert_int_equal(sign[i]->nshapes, i > 6 ? 2 : 1);
		for (k = 1; k < i && i <= 6; k++)
			assert_true(sign[i]->shapes->nsteps !=
					sign[k]->shapes->nsteps ||
				    sign[i]->shapes->steps->y[0] !=
					sign[k]->shapes->steps->y[0] ||
				    sign[i]->shapes->steps->x[0] !=
					sign[k]->shapes->steps->x[0]);
		xmlFreeDoc(doc);
	}
	doc = parse("<organ märke='2' råd='ja'/>");
	assert_int_equal(
	    draw("märke", xmlDocGetRootElement(doc), 8, 8)->shapes->fill,
	    DOC_NO_COLOUR);
	assert_true(sign[2]->shapes->fill != DOC_NO_COLOUR);
	xmlFreeDoc(doc);
}

/* A day with many meetings still fits. */
static void
a_days_meetings_fit(void **state)
{
	xmlDoc *doc = parse("<årsplan preliminär='delvis'><dag>"
			    "<möte kod='TRN' märke='1'/><möte kod='MHN' "
			    "märke='2' preliminärt='ja'/><möte kod='SBN' "
			    "märke='3'/><möte kod='FSN' märke='4'/><möte "
			    "kod='SVN' märke='5'/></dag></årsplan>");
	const xmlNode *item = xmlDocGetRootElement(doc)->children;
	struct doc_node *f = draw("möten", item, 86, 8.5);
	const struct doc_shape *last = &f->shapes[f->nshapes - 1];

	(void)state;
	assert_string_equal(f->alt, "TRN, MHN, SBN, FSN, SVN");
	assert_true(shows(f, "(MHN)"));
	assert_true(last->x + document_about_width(last->style, last->text,
				  strlen(last->text)) <=
		    86.01);
	xmlFreeDoc(doc);
	doc = parse("<dag/>");
	assert_int_equal(
	    draw("möten", xmlDocGetRootElement(doc), 86, 8)->nshapes, 0);
	xmlFreeDoc(doc);
}

static void
strange_items_are_survived(void **state)
{
	static const char *const items[] = { "<x/>",
		"<flöde från='-999999' till='999999'><steg/></flöde>",
		"<flöde från='0' till='0'><steg vecka='0' veckodag='-4'/></flöde>",
		"<person tak='-1'><vecka nr='99' enheter='-5'/></person>",
		"<dag><möte/><möte kod='' märke='999999'/></dag>" };
	static const char *const names[] = { "flöde", "belastning", "märke",
		"möten", "ruta" };
	struct doc_node figure = { .kind = DOC_FIGURE };
	xmlDoc *doc;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof items / sizeof *items; i++) {
		doc = parse(items[i]);
		for (k = 0; k < sizeof names / sizeof *names; k++)
			draw(names[k], xmlDocGetRootElement(doc), 100, 40);
		assert_int_equal(
		    figure_draw(NULL, "flode", xmlDocGetRootElement(doc), a,
			&figure, &err),
		    KL_E_INPUT);
		xmlFreeDoc(doc);
	}
}

/* ---- in a template --------------------------------------------------------
 */

static const char template[] =
    "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:"
    "office:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
    "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
    "office:version='1.3' "
    "office:mimetype='application/vnd.oasis.opendocument.text'>"
    "<office:styles/><office:automatic-styles>"
    "<style:style style:name='C' style:family='table-cell'>"
    "<style:table-cell-properties fo:padding='1mm'/></style:style>"
    "<style:style style:name='Grå' style:family='section'>"
    "<style:section-properties fo:background-color='#dddddd'/></style:style>"
    "<style:style style:name='K' style:family='table-column'>"
    "<style:table-column-properties style:column-width='20mm'/></style:style>"
    "</office:automatic-styles><office:body><office:text>"
    "<table:table table:name='varje:rad'>"
    "<table:table-column table:style-name='K'/>"
    "<table:table-column table:style-name='K'/>"
    "<table:table-header-rows><table:table-row>"
    "<table:table-cell><text:p>Rad</text:p></table:table-cell>"
    "<table:table-cell><text:section text:name='varje-cell:kolumn'>"
    "<text:p>{nr}</text:p></text:section></table:table-cell>"
    "</table:table-row></table:table-header-rows>"
    "<table:table-row>"
    "<table:table-cell><text:p>{nr}</text:p></table:table-cell>"
    "<table:table-cell table:style-name='C'>"
    "<text:section text:name='varje-cell:dag'>"
    "<text:section text:name='om:röd' text:style-name='Grå'>"
    "<text:p>röd {nr}</text:p></text:section>"
    "<text:section text:name='om-inte:röd'><text:p>{nr}"
    "<draw:frame draw:name='figur:ruta' text:anchor-type='as-char' "
    "svg:width='4mm' svg:height='4mm'><svg:title>x</svg:title></draw:frame>"
    "</text:p></text:section></text:section></table:table-cell>"
    "</table:table-row></table:table>"
    "</office:text></office:body></office:document>";

static const char record[] =
    "<akt><kolumn nr='1'/><kolumn nr='2'/><kolumn nr='3'/>"
    "<rad nr='1'><dag nr='11'/><dag nr='12' röd='ja'/><dag nr='13'/></rad>"
    "<rad nr='2'><dag nr='21' klart='ja'/><dag nr='22'/><dag nr='23'/></rad>"
    "</akt>";

static const char *const known[] = { "kolumn", "kolumn/nr", "rad", "rad/nr",
	"rad/dag", "rad/dag/nr", "rad/dag/röd", "rad/dag/klart" };

static struct document *
fill(struct buf *flat)
{
	const struct odf_fill_options options = { .language = "sv",
		.draw = figure_draw };
	struct document *doc = NULL;
	xmlDoc *data = parse(record);
	struct odf *odf = NULL;
	note_list notes = { 0 };

	assert_int_equal(
	    odf_open(template, strlen(template), "t.fodt", &odf, &err), 0);
	if (odf_fill(odf, xmlDocGetRootElement(data), &options, known,
		sizeof known / sizeof *known, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(odf_to_document(odf, a, &doc, &notes, &err), 0);
	assert_int_equal(notes.n, 0);
	assert_int_equal(odf_write_flat(odf, flat, &err), 0);
	odf_free(odf);
	xmlFreeDoc(data);
	return doc;
}

static void
cells_repeat_across_and_take_colours(void **state)
{
	const struct doc_node *table, *row, *cell;
	struct document *doc;
	struct buf flat;
	int cells;

	(void)state;
	buf_init(&flat, FILE_MAX);
	doc = fill(&flat);
	table = doc->body->first;
	assert_int_equal(table->kind, DOC_TABLE);
	assert_int_equal(table->ncolumns, 4);
	for (row = table->first; row != NULL; row = row->next) {
		for (cells = 0, cell = row->first; cell != NULL;
		     cell = cell->next)
			cells++;
		assert_int_equal(cells, 4);
	}
	row = table->first->next;
	assert_int_equal(row->first->next->box.background, DOC_NO_COLOUR);
	assert_int_equal(row->first->next->next->box.background, 0xdddddd);
	/* the padding of the cell's own style stays */
	assert_true(row->first->next->next->box.padding[DOC_LEFT] > 2);
	assert_null(strstr(flat.data, "varje-cell"));
	buf_free(&flat);
}

static void
drawings_become_shapes_that_read_back(void **state)
{
	const struct doc_node *table, *p, *figure;
	struct document *doc;
	struct buf flat;

	(void)state;
	buf_init(&flat, FILE_MAX);
	doc = fill(&flat);
	table = doc->body->first;
	/* first row: an empty box; second: a ticked one */
	p = table->first->next->first->next->first;
	for (figure = p->first; figure->kind != DOC_FIGURE;)
		figure = figure->next;
	assert_int_equal(figure->nshapes, 1);
	assert_string_equal(figure->alt, "");
	assert_true(figure->width > 11 && figure->width < 12.5);
	p = table->first->next->next->first->next->first;
	for (figure = p->first; figure->kind != DOC_FIGURE;)
		figure = figure->next;
	assert_int_equal(figure->nshapes, 2);
	assert_non_null(strstr(flat.data, "<draw:g "));
	assert_null(strstr(flat.data, "figur:ruta"));
	buf_free(&flat);
}

/* ---- from a cycle ---------------------------------------------------------
 */

static void
a_cycle_becomes_a_flow(void **state)
{
	struct record_meeting m = { .key = "SBN/2027-03-18",
		.committee = "SBN",
		.day = kl_day_of(2027, 3, 18),
		.summons = KL_DAY_NONE,
		.adjust = KL_DAY_NONE,
		.hand_in = KL_DAY_NONE,
		.dispatch = KL_DAY_NONE,
		.state = MEETING_PLANNED };
	record_meetings list = { &m, 1, 1 };
	struct record_year_parts parts = { .version = 2 };
	struct record_flow *f;
	struct committee *c;
	struct bundle b = { .arena = a };
	struct cycle *cycle = NULL;
	struct buf out;
	xmlDoc *doc = NULL;

	(void)state;
	c = vec_push(a, &b.committees);
	c->code = "SBN";
	c->name = "Stadsbyggnadsnämnden";
	c->kind = BODY_COMMITTEE;
	assert_int_equal(
	    cycle_load(SRCDIR "/tests/data/cycle-small.xml", &cycle, &err), 0);
	/* Thursday: nine days before is a Tuesday, five days a Saturday that
	 * moves to Friday */
	assert_int_equal(cycle_nominal(cycle, "SBN", 1, 3), -9);
	assert_int_equal(cycle_nominal(cycle, NULL, 1, 3), -7);
	assert_int_equal(cycle_nominal(cycle, "SBN", 4, 3), -6);
	assert_int_equal(cycle_nominal(cycle, NULL, 3, 4), 3);
	f = vec_push(a, &parts.flows);
	*f = (struct record_flow){ cycle, NULL, 3 };
	f = vec_push(a, &parts.flows);
	*f = (struct record_flow){ cycle, "SBN", 3 };
	assert_int_equal(record_year(&b, 2027, &list, &parts, &doc, &err), 0);
	buf_init(&out, FILE_MAX);
	assert_int_equal(xml_canonical(doc, &out), 0);
	assert_non_null(strstr(out.data, "planversion=\"2\""));
	assert_non_null(strstr(out.data,
	    "id=\"utskick\" läge=\"flyttat\" nivå=\"sekretariat\" "
	    "skillnad=\"-2\" vecka=\"-1\" veckodag=\"2\""));
	assert_non_null(strstr(out.data, "id=\"besked\" läge=\"utgår\""));
	assert_non_null(strstr(out.data,
	    "id=\"presidium\" läge=\"eget\" nivå=\"nämnd\" vecka=\"-1\" "
	    "veckodag=\"5\""));
	assert_non_null(strstr(out.data, "skillnader=\"3\""));
	buf_free(&out);
	xmlFreeDoc(doc);
	cycle_free(cycle);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(a_flow_is_drawn_as_before),
		TEST(differences_are_marked), TEST(boxes_are_apart),
		TEST(bars_tell_what_is_over_the_cap),
		TEST(signs_differ_without_colour), TEST(a_days_meetings_fit),
		TEST(strange_items_are_survived),
		TEST(cells_repeat_across_and_take_colours),
		TEST(drawings_become_shapes_that_read_back),
		TEST(a_cycle_becomes_a_flow) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
