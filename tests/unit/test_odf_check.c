/* SPDX-License-Identifier: EUPL-1.2
 *
 * Templates on trial: every fault is named with its place, old names of fields
 * keep working, and nothing hostile in a template gets anywhere.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "odf/odf.h"
#include "record/record.h"

#define NS "urn:oasis:names:tc:opendocument:xmlns:"
#define HEAD                                                                   \
	"<office:document xmlns:office=\"" NS "office:1.0\" xmlns:text=\"" NS  \
	"text:1.0\" xmlns:table=\"" NS "table:1.0\" xmlns:draw=\"" NS          \
	"drawing:1.0\" xmlns:style=\"" NS "style:1.0\" xmlns:svg=\"" NS        \
	"svg-compatible:1.0\" xmlns:fo=\"" NS "xsl-fo-compatible:1.0\" "       \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:script=\"" NS      \
	"script:1.0\" office:version=\"1.3\" "                                 \
	"office:mimetype=\"application/vnd.oasis.opendocument.text\">"
#define BODY "<office:body><office:text>\n"
#define TAIL "</office:text></office:body></office:document>"

static struct arena *a;
static struct kl_error err;
static xmlDoc *record;

static const struct odf_rename renames[] = {
	{ "sammanträde/lokal", "sammanträde/rum", "0.2" },
	{ "sammanträde/rum", "sammanträde/plats", "0.3" },
	{ "sammanträde/ärendepunkt", "sammanträde/punkt", "0.2" },
	{ "sammanträde/punkt/förslag", "sammanträde/punkt/ärende/förslag",
	    "0.2" },
	{ "sammanträde/punkt/löpnummer", "sammanträde/punkt/nr", "0.2" },
	{ "sammanträde/bort", "nämnd/namn", "0.2" },
};

static int
set_up(void **state)
{
	struct buf bytes;
	int rc;

	(void)state;
	xml_start();
	memset(&err, 0, sizeof err);
	a = arena_new(0);
	rc = file_read(SRCDIR "/templates/sample.xml", 1 << 20, &bytes, &err);
	if (rc == 0)
		rc = xml_parse(
		    bytes.data, bytes.len, "sample.xml", &record, &err);
	buf_free(&bytes);
	return rc;
}

static int
tear_down(void **state)
{
	(void)state;
	xmlFreeDoc(record);
	record = NULL;
	arena_free(a);
	return 0;
}

static struct odf *
open_whole(const char *text)
{
	struct odf *odf = NULL;

	assert_int_equal(
	    odf_open(text, strlen(text), "mall.fodt", &odf, &err), 0);
	return odf;
}

static struct odf *
open_body(const char *body)
{
	return open_whole(arena_printf(a, HEAD BODY "%s" TAIL, body));
}

/* ---- checking ---- */

static odf_findings
check_odf(struct odf *odf)
{
	static const char *const several[] = { "sammanträde/punkt",
		"sammanträde/paragraf", "sammanträde/ledamot",
		"sammanträde/paragraf/beslut/att" };
	static const char *const pictures[] = { "organisation.bild" };
	struct odf_check_options o = { .renames = renames,
		.nrenames = sizeof renames / sizeof *renames,
		.repeating = several,
		.nrepeating = sizeof several / sizeof *several,
		.pictures = pictures,
		.npictures = 1 };
	odf_findings found = { 0 };

	record_field_names(&o.known, &o.nknown);
	assert_int_equal(
	    odf_check(odf, xmlDocGetRootElement(record), &o, a, &found, &err),
	    0);
	odf_free(odf);
	return found;
}

static odf_findings
check(const char *body)
{
	return check_odf(open_body(body));
}

static const char *
sentence(const struct odf_finding *f)
{
	char text[1024];

	kl_error_format(&f->what, NULL, text, sizeof text);
	return arena_strdup(a, text);
}

/* Finding ${i} stands in ${line}, is of that weight and says ${what}. */
static void
says(const odf_findings *found, size_t i, int line, bool warning,
    const char *what)
{
	const struct odf_finding *f = &found->v[i];

	assert_true(i < found->n);
	if (strstr(sentence(f), what) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", sentence(f), what);
	assert_int_equal(f->what.line, line);
	assert_int_equal(f->warning, warning);
}

/* There is one finding, in line 2. */
static void
one(const char *body, bool warning, const char *what)
{
	odf_findings found = check(body);

	if (found.n != 1)
		fail_msg("%zu findings in %s", found.n, body);
	says(&found, 0, 2, warning, what);
}

static void
fine(const char *body)
{
	odf_findings found = check(body);

	if (found.n != 0)
		fail_msg("%s: %s", body, sentence(&found.v[0]));
}

static void
every_unknown_field_is_named(void **state)
{
	odf_findings found;

	(void)state;
	found = check("<text:p>{sammanträde.platsen}</text:p>\n"
		      "<text:p>{concat(nämd.namn, sammanträde.tidd)}</text:p>\n"
		      "<text:section text:name=\"varje:sammanträde/punkter\">"
		      "<text:p>{rubrik} {rubrikk}</text:p></text:section>\n"
		      "<text:p><text:user-field-get text:name=\"nämnd.namm\">x"
		      "</text:user-field-get></text:p>");
	assert_int_equal(found.n, 6);
	says(&found, 0, 2, false, "“platsen” here; the nearest is “plats”");
	assert_string_equal(found.v[0].what.field, "sammanträde.platsen");
	assert_non_null(found.v[0].near);
	says(&found, 1, 3, false, "“nämd” here; the nearest is “nämnd”");
	says(&found, 2, 3, false, "“tidd” here; the nearest is “tid”");
	says(&found, 3, 4, false, "“rubrikk” here");
	says(&found, 4, 4, false, "“punkter” here; the nearest is “punkt”");
	says(&found, 5, 5, false, "“namm” here");
}

static void
faults_of_form_are_named(void **state)
{
	odf_findings found;

	(void)state;
	one("<text:p>Öppen {nämnd.namn</text:p>", false, "never closed");
	one("<text:p>{nämnd.namn)}</text:p>", false, "cannot be understood");
	one("<text:p>{datum-lång}</text:p>", false, "no field");
	one("<text:p>{datum-långt(sammanträde.datum)}</text:p>", false,
	    "nearest is “datum-lång”");
	one("<text:p>{document('/etc/passwd')}</text:p>", false,
	    "no function called “document”");
	one("<text:section text:name=\"om:\"><text:p>x</text:p>"
	    "</text:section>",
	    false, "cannot be understood");
	found = check("<text:p>{a</text:p>\n<text:p>{b</text:p>");
	assert_int_equal(found.n, 2);
	says(&found, 1, 3, false, "never closed");
	found = check("<text:p>{{ är ingen klammer, {nämnd.namn} är</text:p>");
	assert_int_equal(found.n, 0);
}

static void
repeats_reach_several(void **state)
{
	(void)state;
	fine("<text:section text:name=\"varje:sammanträde/punkt#12\">"
	     "<text:p>{rubrik}</text:p></text:section>");
	fine("<text:section text:name=\"varje:sammanträde/punkt[@sen='ja'] | "
	     "sammanträde/utgår\"><text:p>x</text:p></text:section>");
	fine("<text:section text:name=\"varje:sammanträde/paragraf\">"
	     "<text:section text:name=\"varje:beslut/att\"><text:p>{.} "
	     "{nr} {../../rubrik} {nämnd.namn}</text:p></text:section>"
	     "</text:section>");
	one("<text:section text:name=\"varje:sammanträde/plats\"><text:p>x"
	    "</text:p></text:section>",
	    true, "never more than one");
	one("<text:section text:name=\"varje:count(sammanträde/punkt)\">"
	    "<text:p>x</text:p></text:section>",
	    false, "single value");
	one("<table:table table:name=\"varje:sammanträde/ledamot\">"
	    "<table:table-header-rows><table:table-row><table:table-cell>"
	    "<text:p>x</text:p></table:table-cell></table:table-row>"
	    "</table:table-header-rows></table:table>",
	    false, "no rows to repeat");
}

static void
control_names_where_they_work(void **state)
{
	(void)state;
	one("<text:section text:name=\"Varje: sammanträde/punkt\"><text:p>x"
	    "</text:p></text:section>",
	    true, "begin with “varje:”");
	one("<text:section text:name=\"om inte:sekretess\"><text:p>x</text:p>"
	    "</text:section>",
	    true, "begin with “om-inte:”");
	one("<text:p><draw:frame draw:name=\"om:sammanträde/plats\">"
	    "<draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>"
	    "</text:p>",
	    false, "neither repeated nor left out");
	fine("<text:section text:name=\"Innehåll\"><text:p>x</text:p>"
	     "</text:section>");
}

static void
everybody_can_read_it(void **state)
{
	(void)state;
	one("<text:p><draw:frame draw:name=\"organisation.bil\">"
	    "<draw:text-box/></draw:frame></text:p>",
	    false, "nearest is “organisation.bild”");
	fine("<text:p><draw:frame draw:name=\"organisation.bild\"/></text:p>");
	one("<table:table table:name=\"T\"><table:table-row>"
	    "<table:table-cell><text:p>a</text:p></table:table-cell>"
	    "<table:table-cell><text:p>b</text:p></table:table-cell>"
	    "</table:table-row><table:table-row><table:table-cell><text:p>c"
	    "</text:p></table:table-cell><table:table-cell><text:p>d</text:p>"
	    "</table:table-cell></table:table-row></table:table>",
	    true, "no heading row");
	one("<text:h text:outline-level=\"2\">Två</text:h>", false, "level 2");
	fine("<text:h text:outline-level=\"1\">Ett</text:h>"
	     "<text:section text:name=\"om:sammanträde/plats\">"
	     "<text:h text:outline-level=\"2\">Två</text:h></text:section>"
	     "<text:section text:name=\"om-inte:sammanträde/plats\">"
	     "<text:h text:outline-level=\"2\">Två</text:h></text:section>"
	     "<text:h text:outline-level=\"3\">Tre</text:h>");
	one("<text:section text:name=\"om:sammanträde/plats\">"
	    "<text:h text:outline-level=\"1\">Ett</text:h></text:section>"
	    "<text:h text:outline-level=\"3\">Tre</text:h>",
	    false, "level 3");
}

/* A picture in the document, with and without words. */
static void
pictures_have_words(void **state)
{
	static const char picture[] =
	    "<text:p><draw:frame draw:name=\"Bild1\"><draw:image>"
	    "<office:binary-data>iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAAA7fpsA"
	    "AAAASUVORK5CYII=</office:binary-data></draw:image>%s</draw:frame>"
	    "</text:p>";
	char body[1024];

	(void)state;
	snprintf(body, sizeof body, picture, "");
	one(body, false, "no alternative text");
	snprintf(body, sizeof body, picture, "<svg:title>Vapnet</svg:title>");
	fine(body);
}

/* ---- old names ---- */

static const char *
filled(const char *body, note_list *notes)
{
	struct odf_fill_options options = { .language = "sv",
		.renames = renames,
		.nrenames = sizeof renames / sizeof *renames,
		.notes = notes,
		.notes_arena = a };
	struct odf *odf = open_body(body);
	const char *const *known;
	const char *text = NULL;
	struct buf out;
	size_t nknown;
	char *from;

	record_field_names(&known, &nknown);
	buf_init(&out, 1 << 20);
	if (odf_fill(odf, xmlDocGetRootElement(record), &options, known, nknown,
		&err) == 0) {
		assert_int_equal(odf_write_flat(odf, &out, &err), 0);
		from = strstr(out.data, "<office:text>");
		assert_non_null(from);
		text = arena_strdup(a, from);
	}
	buf_free(&out);
	odf_free(odf);
	return text;
}

/* ---- templates that are kept ---- */

static const char *
written(struct odf *odf)
{
	const char *text;
	struct buf out;

	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	text = arena_strdup(a, out.data);
	buf_free(&out);
	odf_free(odf);
	return text;
}

/* The body filled by odf_fill, and by a template that is used three times, the
 * second time for another record. */
static void
a_kept_template_fills_alike(void **state)
{
	static const char body[] =
	    "<text:section text:name=\"varje:sammanträde.ärendepunkt\">"
	    "<text:p>{nr} {rubrik}</text:p>"
	    "<text:section text:name=\"om:ärende\"><text:p>Dnr "
	    "<text:user-field-get text:name=\"ärende.dnr\"/></text:p>"
	    "</text:section></text:section>"
	    "<table:table table:name=\"varje:sammanträde.punkt\">"
	    "<table:table-column/><table:table-row><table:table-cell>"
	    "<text:p>{nr}</text:p></table:table-cell></table:table-row>"
	    "</table:table>";
	struct odf_fill_options options = { .language = "sv",
		.renames = renames,
		.nrenames = sizeof renames / sizeof *renames };
	struct odf_template *t = NULL;
	struct odf *odf = open_body(body);
	xmlNode *root = xmlDocGetRootElement(record), *other;
	const char *const *known, *whole, *file;
	struct odf_names *names;
	xmlDoc *empty = xmlCopyDoc(record, 1);
	size_t n;
	int i;

	(void)state;
	record_field_names(&known, &n);
	assert_int_equal(odf_fill(odf, root, &options, known, n, &err), 0);
	whole = written(odf);
	options.names = names = odf_names_new(known, n);
	assert_non_null(names);
	file = arena_printf(a, HEAD BODY "%s" TAIL, body);
	assert_int_equal(odf_template_open(file, strlen(file), "mall.fodt",
			     root, &options, &t, &err),
	    0);
	assert_int_equal(odf_template_notes(t)->n, 1);
	other = xmlDocGetRootElement(empty);
	xmlNodeSetContent(other, BAD_CAST ""); /* all fields are empty */
	for (i = 0; i < 3; i++) {
		assert_int_equal(odf_template_fill(t, i == 1 ? other : root,
				     &options, &odf, &err),
		    0);
		if (i == 1)
			odf_free(odf);
		else
			assert_string_equal(written(odf), whole);
	}
	odf_template_free(t);
	t = NULL;
	file = arena_printf(
	    a, HEAD BODY "%s" TAIL, "<text:p>{sammanträde.rubrikk}</text:p>");
	assert_int_equal(odf_template_open(file, strlen(file), "mall.fodt",
			     root, &options, &t, &err),
	    KL_E_INPUT);
	assert_null(t);
	odf_template_free(t);
	odf_names_free(names);
	xmlFreeDoc(empty);
}

static void
becomes(const char *field, const char *value)
{
	const char *text =
	    filled(arena_printf(a, "<text:p>%s</text:p>", field), NULL);

	if (text == NULL)
		fail_msg("%s: %s", field, err.args);
	if (strstr(text, arena_printf(a, ">%s</text:p>", value)) == NULL)
		fail_msg("%s became %s", field, text);
}

static void
old_names_work(void **state)
{
	(void)state;
	becomes("{sammanträde.rum}", "Bråsalen, Stadshuset");
	becomes("{sammanträde.lokal}", "Bråsalen, Stadshuset");
	becomes("{/sammanträdesakt/sammanträde/lokal}", "Bråsalen, Stadshuset");
	becomes("{sammanträde/ärendepunkt[1]/löpnummer}", "1");
	becomes("{sammanträde/ärendepunkt[@löpnummer='2']/rubrik}",
	    "Fastställande av föredragningslistan");
	becomes("{sammanträde/punkt[@nr='4']/förslag/att}",
	    "Trafiknämnden antar anbud 3.");
	becomes("{sammanträde/child::lokal}", "Bråsalen, Stadshuset");
	assert_non_null(strstr(
	    filled("<text:section text:name=\"varje:sammanträde/ärendepunkt[1]"
		   "\"><text:p>{ärendepunkt.rubrik}: {löpnummer} "
		   "{sammanträde.lokal}"
		   "</text:p></text:section>",
		NULL),
	    "Val av justerare och tid för justering: 1 Bråsalen"));
	/* what did not stay below its parent is not followed */
	assert_null(filled("<text:p>{sammanträde.bort}</text:p>", NULL));
	assert_int_equal(err.code, KL_E_INPUT);
}

static void
old_names_are_told(void **state)
{
	static const char body[] = "<text:p>{sammanträde.lokal}</text:p>";
	note_list notes = { 0 };
	char text[1024];

	(void)state;
	assert_non_null(filled(body, &notes));
	assert_int_equal(notes.n, 1);
	kl_error_format(&notes.v[0], NULL, text, sizeof text);
	assert_non_null(strstr(text, "“sammanträde/lokal” is called "
				     "“sammanträde/rum” since version 0.2"));
	assert_int_equal(notes.v[0].line, 2);
	one(body, true, "“sammanträde/lokal” is called");
	fine("<text:p>{sammanträde.plats}</text:p>");
}

/* ---- hostile ---- */

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Filling ends soon, with or without a document. */
static void
ends_soon(const char *body)
{
	double start = seconds();

	filled(body, NULL);
	if (seconds() - start > 20)
		fail_msg("%.1f s for %.60s", seconds() - start, body);
}

static void
bombs_go_out(void **state)
{
	struct buf many;
	int i;

	(void)state;
	ends_soon("<text:p>{count(//*//*//*//*//*//*)}</text:p>");
	ends_soon("<text:p>{//*[//*[//*[//*]]]}</text:p>");
	ends_soon("<text:section text:name=\"varje://*\"><text:section "
		  "text:name=\"varje://*\"><text:section text:name=\"varje://*"
		  "\"><text:p>{count(//*)}</text:p></text:section>"
		  "</text:section></text:section>");
	buf_init(&many, 1 << 20);
	for (i = 0; i < 2000; i++)
		buf_puts(&many, "<text:p>{count(//*[count(//*) &gt; 1])}"
				"</text:p>");
	ends_soon(many.data);
	buf_reset(&many);
	buf_puts(&many, "<text:p>{concat('");
	for (i = 0; i < 600; i++)
		buf_puts(&many, "x");
	buf_puts(&many, "')}</text:p>");
	assert_null(filled(many.data, NULL));
	assert_non_null(strstr(err.text, "512 bytes"));
	buf_reset(&many);
	buf_puts(&many, "<text:p>{");
	for (i = 0; i < 200; i++)
		buf_puts(&many, "(");
	buf_puts(&many, "1}</text:p>");
	assert_null(filled(many.data, NULL));
	buf_free(&many);
}

static void
nothing_reaches_outside(void **state)
{
	static const char *const bad[] = { "document('/etc/passwd')",
		"unparsed-entity-uri('x')", "system-property('xsl:vendor')",
		"php:function('x')", "$x", "$k0", "kl-steg(., 'x')",
		"key('a', 'b')", "id('p1')", "lang('sv')", "namespace::x",
		"processing-instruction('x')", "format-number(1, '0')",
		"generate-id(.)", "current()", "function-available('x')" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		if (filled(arena_printf(a, "<text:p>{%s}</text:p>", bad[i]),
			NULL) != NULL)
			fail_msg("%s was let through", bad[i]);
}

static void
nothing_runs(void **state)
{
	static const struct {
		const char *body, *gone;
	} all[] = {
		{ "<text:p>x<text:script script:language=\"JavaScript\">"
		  "alert(1)</text:script></text:p>",
		    "alert" },
		{ "<text:p>x<text:execute-macro text:name=\"Standard.M.M\"/>"
		  "</text:p>",
		    "Standard.M" },
		{ "<text:section text:name=\"S\"><text:section-source "
		  "xlink:href=\"file:///etc/passwd\"/><text:p>x</text:p>"
		  "</text:section>",
		    "passwd" },
		{ "<text:section text:name=\"S\"><office:dde-source "
		  "office:dde-application=\"soffice\"/><text:p>x</text:p>"
		  "</text:section>",
		    "soffice" },
		{ "<text:p>x<draw:frame><draw:object xlink:href=\"./Obj\"/>"
		  "</draw:frame></text:p>",
		    "./Obj" },
		{ "<text:p>x<draw:frame><draw:object-ole "
		  "xlink:href=\"./Ole\"/></draw:frame></text:p>",
		    "./Ole" },
		{ "<text:p>x<draw:frame><draw:image "
		  "xlink:href=\"file:///etc/shadow\"/></draw:frame></text:p>",
		    "shadow" },
		{ "<text:p>x<draw:frame><draw:image "
		  "xlink:href=\"http://evil.example/x.png\"/></draw:frame>"
		  "</text:p>",
		    "evil" },
		{ "<text:p>x<draw:frame><draw:plugin "
		  "xlink:href=\"http://evil.example/p\"/></draw:frame>"
		  "</text:p>",
		    "evil" },
		{ "<text:p>x<draw:frame><draw:floating-frame "
		  "xlink:href=\"http://evil.example/f\"/></draw:frame>"
		  "</text:p>",
		    "evil" },
	};
	odf_findings found;
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof all / sizeof *all; i++) {
		text = filled(all[i].body, NULL);
		assert_non_null(text);
		assert_null(strstr(text, all[i].gone));
		found = check(all[i].body);
		says(&found, 0, 2, true, "left out of every document");
	}
	/* links to what a reader should not open lead nowhere */
	text = filled("<text:p><text:a xlink:href=\"javascript:x()\">l"
		      "</text:a><text:a xlink:href=\"file:///etc/passwd\">m"
		      "</text:a></text:p>",
	    NULL);
	assert_null(strstr(text, "javascript"));
	assert_null(strstr(text, "passwd"));
}

static void
no_entities(void **state)
{
	static const char *const all[] = {
		"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
		"<!DOCTYPE x SYSTEM \"http://evil.example/x.dtd\">",
		("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
		 "\"&a;&a;&a;&a;&a;\">]>")
	};
	struct odf *odf = NULL;
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof all / sizeof *all; i++) {
		text = arena_printf(
		    a, "%s" HEAD BODY "<text:p>&e;</text:p>" TAIL, all[i]);
		assert_int_equal(
		    odf_open(text, strlen(text), "mall", &odf, &err),
		    KL_E_INPUT);
		assert_null(odf);
	}
}

/* ---- fonts and looks ---- */

static void
looks_are_described(void **state)
{
	static const char text[] = HEAD
	    "<office:font-face-decls><style:font-face style:name=\"F\" "
	    "svg:font-family=\"'Open Sans'\"/><style:font-face "
	    "style:name=\"Oanvänt\" svg:font-family=\"X\"/>"
	    "</office:font-face-decls><office:styles><style:style "
	    "style:name=\"B\" style:display-name=\"Brödtext\" "
	    "style:family=\"paragraph\"><style:text-properties "
	    "style:font-name=\"F\" fo:font-size=\"11pt\"/></style:style>"
	    "</office:styles>" BODY "<text:h text:outline-level=\"1\">Möte "
	    "{sammanträde.nummer}</text:h>"
	    "<text:section text:name=\"varje:sammanträde/punkt#2\"><text:p>"
	    "{rubrik}{rubrik}</text:p></text:section>" TAIL;
	struct odf *odf = open_whole(text);
	struct odf_profile p;
	text_list families = { 0 };

	(void)state;
	assert_int_equal(odf_fonts(odf, a, &families, &err), 0);
	assert_int_equal(families.n, 1);
	assert_string_equal(families.v[0], "Open Sans");
	assert_int_equal(odf_profile(odf, a, &p, &err), 0);
	assert_int_equal(p.headings.n, 1);
	assert_string_equal(p.headings.v[0], "Möte {sammanträde.nummer}");
	assert_int_equal(p.controls.n, 1);
	assert_string_equal(p.controls.v[0], "varje:sammanträde/punkt");
	assert_int_equal(p.fields.n, 2);
	assert_int_equal(p.looks.n, 2);
	assert_string_equal(p.looks.v[1].of, "Brödtext");
	assert_string_equal(p.looks.v[1].value, "11pt");
	odf_free(odf);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(every_unknown_field_is_named),
		TEST(faults_of_form_are_named), TEST(repeats_reach_several),
		TEST(control_names_where_they_work),
		TEST(everybody_can_read_it), TEST(pictures_have_words),
		TEST(old_names_work), TEST(old_names_are_told),
		TEST(a_kept_template_fills_alike), TEST(bombs_go_out),
		TEST(nothing_reaches_outside), TEST(nothing_runs),
		TEST(no_entities), TEST(looks_are_described) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
