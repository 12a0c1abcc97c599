/* SPDX-License-Identifier: EUPL-1.2
 *
 * odf: what arrives hostile is refused, a template is filled, the bytes are
 * always the same, the tree is right, a report is understood.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <zip.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "odf/odf.h"

#define DATA SRCDIR "/tests/data/odf/"
#define TYPE "application/vnd.oasis.opendocument.text"
#define INSTANT "2026-11-24T10:30:00Z"

#define LEVEL(n)                                                               \
	"<text:list-level-style-number text:level=\"" n "\" "                  \
	"style:num-format=\"1\"/>"
#define HEAD                                                                   \
	"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:"     \
	"xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:"     \
	"xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:"      \
	"xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:"      \
	"xmlns:drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "    \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:"                   \
	"svg-compatible:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:"  \
	"xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:"  \
	"xsl-fo-compatible:1.0\" office:version=\"1.3\" "                      \
	"office:mimetype=\"" TYPE                                              \
	"\"><office:automatic-styles><text:list-style "                        \
	"style:name=\"L\">" LEVEL("1")                                         \
	    LEVEL("2") "</text:list-style>"                                    \
		       "</office:automatic-styles><office:body><office:text>"
#define TAIL "</office:text></office:body></office:document>"

/* The smallest PNG: one pixel. */
static const unsigned char pixel[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a,
	'\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0,
	0, 0, 0x3b, 0x7e, 0x9b, 0x55, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae,
	0x42, 0x60, 0x82 };

static const char *const known[] = { "organisation/namn", "organisation/epost",
	"organisation/färg", "nämnd/namn", "nämnd/kod", "sammanträde/datum",
	"sammanträde/nummer", "sammanträde/tid", "sammanträde/plats",
	"sammanträde/slut", "sammanträde/belopp", "sammanträde/ärende/nr",
	"sammanträde/ärende/dnr", "sammanträde/ärende/rubrik",
	"sammanträde/ärende/enhet", "sammanträde/ärende/beslut/att",
	"sammanträde/ärende/reservation/person/namn",
	"sammanträde/ärende/reservation/person/parti",
	"sammanträde/ärende/reservation/text", "sammanträde/närvaro/namn",
	"sammanträde/närvaro/parti", "sammanträde/närvaro/paragrafer",
	"sammanträde/jäv/person" };
#define NKNOWN (sizeof known / sizeof *known)

static struct arena *a;
static struct kl_error err;
static xmlDoc *record;

static int
set_up(void **state)
{
	struct buf bytes;
	int rc;

	(void)state;
	xml_start();
	memset(&err, 0, sizeof err);
	a = arena_new(0);
	rc = file_read(DATA "akt.xml", 1 << 20, &bytes, &err);
	if (rc == 0)
		rc = xml_parse(bytes.data, bytes.len, "akt.xml", &record, &err);
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

/* ---- help ---- */

static int
fill(struct odf *odf)
{
	struct odf_fill_options options = { .language = "sv" };

	return odf_fill(
	    odf, xmlDocGetRootElement(record), &options, known, NKNOWN, &err);
}

static struct odf *
open_text(const char *body)
{
	const char *text = arena_printf(a, HEAD "%s" TAIL, body);
	struct odf *odf = NULL;

	assert_int_equal(
	    odf_open(text, strlen(text), "mall.fodt", &odf, &err), 0);
	return odf;
}

static void
gather(const struct doc_node *n, struct buf *out)
{
	for (; n != NULL; n = n->next) {
		if (n->kind == DOC_TEXT)
			buf_puts(out, n->text);
		if (n->kind == DOC_BREAK)
			buf_puts(out, "\\");
		if (n->kind == DOC_TAB)
			buf_puts(out, "\t");
		if (n->kind == DOC_ITEM)
			buf_printf(out, "(%s)", n->text);
		gather(n->first, out);
		if (n->kind == DOC_PARAGRAPH || n->kind == DOC_HEADING)
			buf_puts(out, "|");
		if (n->kind == DOC_ROW)
			buf_puts(out, "/");
	}
}

/* The document's text: "|" ends a paragraph, "/" a row, "\" is a line break. */
static const char *
text_of(struct odf *odf)
{
	struct document *doc = NULL;
	struct buf out;
	char *text;

	assert_int_equal(odf_to_document(odf, a, &doc, NULL, &err), 0);
	buf_init(&out, 1 << 20);
	gather(doc->body->first, &out);
	text = arena_strdup(a, out.data);
	buf_free(&out);
	return text;
}

/* What the template ${body} says when filled. */
static const char *
filled(const char *body)
{
	struct odf *odf = open_text(body);
	const char *text;
	int rc = fill(odf);

	text = rc == 0 ? text_of(odf) : NULL;
	odf_free(odf);
	return text;
}

static struct doc_node *
find(struct doc_node *n, enum doc_kind kind)
{
	struct doc_node *found;

	for (; n != NULL; n = n->next) {
		if (n->kind == kind)
			return n;
		found = find(n->first, kind);
		if (found != NULL)
			return found;
	}
	return NULL;
}

struct entry {
	const char *name;
	const void *bytes;
	size_t n;
};

/* A zip of ${n} entries in ${out}, which the caller frees. */
static void
make_zip(const struct entry *entries, size_t n, struct buf *out)
{
	char path[] = "/tmp/kansli-odf-XXXXXX";
	int error = 0, fd = mkstemp(path);
	zip_t *zip;
	size_t i;

	assert_true(fd >= 0);
	close(fd);
	zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
	assert_non_null(zip);
	for (i = 0; i < n; i++)
		assert_true(zip_file_add(zip, entries[i].name,
				zip_source_buffer(
				    zip, entries[i].bytes, entries[i].n, 0),
				0) >= 0);
	assert_int_equal(zip_close(zip), 0);
	assert_int_equal(file_read(path, 1 << 26, out, &err), 0);
	unlink(path);
}

static int
open_zip(const struct entry *entries, size_t n)
{
	struct odf *odf = NULL;
	struct buf bytes;
	int rc;

	make_zip(entries, n, &bytes);
	rc = odf_open(bytes.data, bytes.len, "x.odt", &odf, &err);
	odf_free(odf);
	buf_free(&bytes);
	return rc;
}

/* ---- what arrives ---- */

#define CONTENT                                                                \
	"<office:document-content xmlns:office=\"urn:oasis:names:tc:"          \
	"opendocument:xmlns:office:1.0\" xmlns:t=\"urn:oasis:names:tc:"        \
	"opendocument:xmlns:text:1.0\"><office:body><office:text><t:p>hej"     \
	"</t:p></office:text></office:body></office:document-content>"

static void
a_zip_is_read(void **state)
{
	struct entry entries[] = { { "mimetype", TYPE, strlen(TYPE) },
		{ "content.xml", CONTENT, strlen(CONTENT) } };
	struct odf *odf = NULL;
	struct buf bytes;

	(void)state;
	make_zip(entries, 2, &bytes);
	assert_int_equal(
	    odf_open(bytes.data, bytes.len, "x.odt", &odf, &err), 0);
	assert_string_equal(text_of(odf), "hej|");
	odf_free(odf);
	buf_free(&bytes);
}

static void
hostile_zips_are_refused(void **state)
{
	struct entry entries[] = { { "mimetype", TYPE, strlen(TYPE) },
		{ "content.xml", CONTENT, strlen(CONTENT) },
		{ "../utanför", "x", 1 } };
	size_t n = (size_t)8 << 20;
	char *zeros = mem_alloc(n);

	(void)state;
	assert_int_equal(open_zip(entries, 3), KL_E_INPUT);
	assert_string_equal(err.file, "x.odt");
	entries[2].name = "/etc/passwd";
	assert_int_equal(open_zip(entries, 3), KL_E_INPUT);
	entries[2].name = "a/../../b";
	assert_int_equal(open_zip(entries, 3), KL_E_INPUT);
	entries[2] = (struct entry){ "Pictures/bomb.png", zeros, n };
	assert_int_equal(open_zip(entries, 3), KL_E_INPUT);
	entries[2].name = "a..b/ok";
	entries[2].n = 100;
	assert_int_equal(open_zip(entries, 3), 0);
	entries[0].bytes = "application/pdf";
	entries[0].n = 15;
	assert_int_equal(open_zip(entries, 2), KL_E_INPUT);
	assert_int_equal(open_zip(entries + 1, 1), KL_E_INPUT);
	entries[0] = (struct entry){ "mimetype", TYPE, strlen(TYPE) };
	entries[1].bytes = "<office:broken";
	entries[1].n = 14;
	assert_int_equal(open_zip(entries, 2), KL_E_INPUT);
	mem_free(zeros);
}

static void
too_many_entries_are_refused(void **state)
{
	struct entry *entries = mem_alloc(1100 * sizeof *entries);
	size_t i;

	(void)state;
	entries[0] = (struct entry){ "mimetype", TYPE, strlen(TYPE) };
	entries[1] = (struct entry){ "content.xml", CONTENT, strlen(CONTENT) };
	for (i = 2; i < 1100; i++)
		entries[i] =
		    (struct entry){ arena_printf(a, "e%zu", i), "", 0 };
	assert_int_equal(open_zip(entries, 900), 0);
	assert_int_equal(open_zip(entries, 1100), KL_E_INPUT);
	mem_free(entries);
}

static void
damaged_zips_are_refused(void **state)
{
	struct entry entries[] = { { "mimetype", TYPE, strlen(TYPE) },
		{ "content.xml", CONTENT, strlen(CONTENT) } };
	struct odf *odf;
	struct buf bytes;
	size_t n;

	(void)state;
	make_zip(entries, 2, &bytes);
	for (n = 0; n < bytes.len; n++) {
		odf = NULL;
		assert_int_not_equal(
		    odf_open(bytes.data, n, "x.odt", &odf, &err), 0);
		assert_null(odf);
	}
	/* A flipped byte anywhere may be refused or not, never more. */
	for (n = 0; n < bytes.len; n++) {
		odf = NULL;
		bytes.data[n] ^= 0x55;
		odf_open(bytes.data, bytes.len, "x.odt", &odf, &err);
		odf_free(odf);
		bytes.data[n] ^= 0x55;
	}
	buf_free(&bytes);
}

static void
what_is_no_text_is_refused(void **state)
{
	struct odf *odf = NULL;

	(void)state;
	assert_int_equal(odf_open("", 0, "x", &odf, &err), KL_E_INPUT);
	assert_int_equal(odf_open("<a/>", 4, "x", &odf, &err), KL_E_INPUT);
	assert_int_equal(
	    odf_open_file(DATA "saknas.odt", &odf, &err), KL_E_ENV);
	assert_null(odf);
}

static void
nothing_active_is_left(void **state)
{
	struct odf *odf =
	    open_text("<text:section text:name=\"s\"><text:section-source "
		      "xlink:href=\"file:///etc/passwd\"/><text:p>kvar<text:a "
		      "xlink:href=\"javascript:x\">l</text:a><text:script>rm</"
		      "text:script>"
		      "<draw:frame><draw:image xlink:href=\"http://x/y.png\"/>"
		      "</draw:frame></text:p></text:section>");
	struct buf out;

	(void)state;
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_null(strstr(out.data, "passwd"));
	assert_null(strstr(out.data, "javascript"));
	assert_null(strstr(out.data, "rm<"));
	assert_null(strstr(out.data, "y.png"));
	assert_non_null(strstr(out.data, "kvar"));
	buf_free(&out);
	odf_free(odf);
}

/* ---- filling ---- */

static void
values_are_put_in(void **state)
{
	(void)state;
	assert_string_equal(filled("<text:p><text:user-field-get "
				   "text:name=\"nämnd.namn\">x"
				   "</text:user-field-get>!</text:p>"),
	    "Trafiknämnden!|");
	assert_string_equal(
	    filled("<text:p>{ nämnd/namn } {sammanträde.datum}</text:p>"),
	    "Trafiknämnden 2026-11-17|");
	/* known, but the record has none */
	assert_string_equal(
	    filled("<text:p>[{sammanträde.slut}]</text:p>"), "[]|");
	assert_string_equal(filled("<text:p>{datum-lång(sammanträde.datum)} "
				   "{veckodag(sammanträde.datum)} "
				   "{tal(sammanträde.belopp)}</text:p>"),
	    "17\u00a0november 2026 tisdag 12\u00a0450\u00a0000|");
	assert_string_equal(
	    filled("<text:p>{lista(sammanträde.närvaro.namn)}; "
		   "{paragrafer(sammanträde.närvaro.paragrafer)}</text:p>"),
	    "Åsa Ek och Bo Alm; §§\u00a01–10, 12–23 och 11|");
	assert_string_equal(
	    filled("<text:p>{count(sammanträde.ärende)} "
		   "{sammanträde.ärende[@nr=2].rubrik} "
		   "{sammanträde.ärende[dnr=’T2026-102-00500’]/nr} {1.5 + 1}"
		   "</text:p>"),
	    "2 Parkering vid torget 2 2.5|");
	assert_string_equal(filled("<text:p>{personer(sammanträde.närvaro)}; "
				   "{personer(sammanträde.slut)}</text:p>"),
	    "Åsa Ek\u00a0(M) och Bo Alm\u00a0(C);|");
	assert_string_equal(
	    filled("<text:p>{om(sammanträde.nummer, 'nr', 'utan')} "
		   "{om(sammanträde.slut, 'a', 'b')}{om(1 = 2, 'c')} "
		   "{med('(', sammanträde.nummer, ')')}"
		   "{med('till ', sammanträde.slut)}</text:p>"),
	    "nr b (9)|");
	assert_null(filled("<text:p>{om(1)}</text:p>"));
	assert_null(filled("<text:p>{med('a')}</text:p>"));
	assert_null(filled("<text:p>{personer()}</text:p>"));
}

static void
split_fields_are_healed(void **state)
{
	(void)state;
	assert_string_equal(
	    filled("<text:p>a<text:span>{näm</text:span>nd<text:span>"
		   "<text:span>.na</text:span></text:span>mn}b{{c}</text:p>"),
	    "aTrafiknämndenb{c}|");
	assert_string_equal(
	    filled(
		"<text:p>{nämnd.kod}{nämnd<text:span>.kod}{nämnd.</text:span>"
		"kod}</text:p>"),
	    "TRNTRNTRN|");
	assert_string_equal(
	    filled("<text:p>{concat(nämnd.kod,<text:s/>\"}\")}</text:p>"),
	    "TRN}|");
	assert_null(filled("<text:p>{nämnd.kod</text:p>"));
	assert_int_equal(err.code, KL_E_INPUT);
}

static void
misspelt_fields_are_named(void **state)
{
	static const char *const bad[] = { "sammanträde.ärende.rubrikk",
		"samanträde.datum", "nämnd.rubrik", "sammanträde.ärende[nrr=1]",
		"//ruubrik", "count(sammanträde.ärrende)", "/aktt/nämnd",
		"sammanträde.@datumm" };
	char message[600];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_null(
		    filled(arena_printf(a, "<text:p>{%s}</text:p>", bad[i])));
		assert_int_equal(err.code, KL_E_INPUT);
		assert_string_equal(err.field, bad[i]);
	}
	/* also where nothing is repeated, kept or shown */
	assert_null(filled("<text:section text:name=\"varje:sammanträde.jäv\">"
			   "<text:p>{persson}</text:p></text:section>"));
	kl_error_format(&err, NULL, message, sizeof message);
	assert_non_null(strstr(message, "\"persson\""));
	assert_non_null(strstr(message, "\"person\""));
	assert_string_equal(err.file, "mall.fodt");
	assert_true(err.line > 0);
	assert_null(filled("<text:section text:name=\"om:sammanträde.jäv\">"
			   "<text:p>{nämd.namn}</text:p></text:section>"));
	kl_error_format(&err, NULL, message, sizeof message);
	assert_non_null(strstr(message, "nämnd.namn"));
	assert_null(filled("<text:section text:name=\"varje:arende\">"
			   "<text:p/></text:section>"));
}

static void
single_names_are_enough(void **state)
{
	static const char *const names[] = { "sammanträde", "ärende", "nr",
		"rubrik", "nämnd", "namn", "kod", "person", "enhet", "text",
		"reservation", "slut", "version" };
	static const char text[] =
	    "<text:section text:name=\"varje:sammanträde.ärende\"><text:p>{nr} "
	    "{nämnd.namn} [{enhet}{version}{slut}] {ärende.rubrik}</text:p>"
	    "<text:section text:name=\"varje:reservation.person\"><text:p>"
	    "{namn} {ärende.nr}</text:p></text:section></text:section>";
	struct odf *odf = open_text(text);

	(void)state;
	assert_int_equal(odf_fill(odf, xmlDocGetRootElement(record), NULL,
			     names, sizeof names / sizeof *names, &err),
	    0);
	assert_string_equal(text_of(odf),
	    "1 Trafiknämnden [] Cykelbanor på Sandviksvägen & {inte ett fält}|"
	    "Åsa Ek 1|Bo Alm 1|2 Trafiknämnden [] Parkering vid torget|");
	odf_free(odf);
	odf = open_text("<text:p>{sammanträde.rubrikk}</text:p>");
	assert_int_equal(odf_fill(odf, xmlDocGetRootElement(record), NULL,
			     names, sizeof names / sizeof *names, &err),
	    KL_E_INPUT);
	odf_free(odf);
}

static void
only_harmless_expressions_pass(void **state)
{
	static const char *const bad[] = { "document('/etc/passwd')", "$k0",
		"id('x')", "nämnd:namn", "namespace::x", "nämnd.namn)", "",
		"kl-steg(nämnd,'namn')", "generate-id(nämnd)", "nämnd..namn.",
		"'oavslutad", "comment()", "nämnd namn" };
	char deep[400];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_null(filled(arena_printf(a,
		    "<text:p><text:user-field-get text:name=\"%s\"/>"
		    "</text:p>",
		    bad[i])));
	memset(deep, '(', sizeof deep);
	deep[sizeof deep - 1] = '\0';
	assert_null(filled(arena_printf(a, "<text:p>{%s}</text:p>", deep)));
	assert_null(filled("<text:p>{count(//node()[count(//node()[count(//"
			   "node()[count(//node()) > 1]) > 1]) > 1])}"
			   "</text:p>"));
	assert_int_equal(err.code, KL_E_INPUT);
}

static void
repeats_have_their_own_values(void **state)
{
	(void)state;
	assert_string_equal(
	    filled("<text:section text:name=\"varje:sammanträde/ärende\">"
		   "<text:p>§ {nr} {ärende.rubrik} {nämnd.kod} "
		   "{position()}({last()})</text:p>"
		   "<text:section text:name=\"varje:beslut/att#2\"><text:p>"
		   "{ärende.nr}: {.}</text:p></text:section></text:section>"),
	    "§ 1 Cykelbanor på Sandviksvägen & {inte ett fält} TRN 1(2)|"
	    "1: Nämnden godkänner förslaget.|"
	    "1: Nämnden justerar punkten omedelbart.|"
	    "§ 2 Parkering vid torget TRN 2(2)|2: Ärendet bordläggs.|");
	assert_string_equal(
	    filled("<text:section text:name=\"varje:sammanträde/ärende/beslut/"
		   "att\"><text:list "
		   "text:style-name=\"L\"><text:list-item><text:p>{.}</text:p>"
		   "</text:list-item></text:list></text:section>"),
	    "(1)Nämnden godkänner förslaget.|"
	    "(2)Nämnden justerar punkten omedelbart.|(3)Ärendet bordläggs.|");
}

static void
conditions_keep_or_drop(void **state)
{
	(void)state;
	assert_string_equal(
	    filled("<text:section text:name=\"varje:sammanträde/ärende\">"
		   "<text:section text:name=\"om:reservation#7\"><text:p>ja"
		   "</text:p></text:section>"
		   "<text:section text:name=\"om-inte:reservation\"><text:p>"
		   "nej</text:p></text:section></text:section>"
		   "<text:section text:name=\"om:sammanträde/jäv\"><text:p>"
		   "jäv</text:p></text:section>"
		   "<text:section text:name=\"om:nämnd.kod='TRN' and "
		   "not(sammanträde.slut)\"><text:p>rätt</text:p>"
		   "</text:section>"),
	    "ja|nej|rätt|");
}

#define CELL(text)                                                             \
	"<table:table-cell><text:p>" text "</text:p></table:table-cell>"
#define TABLE(path)                                                            \
	"<table:table table:name=\"varje:" path "\"><table:table-column "      \
	"table:number-columns-repeated=\"2\"/><table:table-header-rows>"       \
	"<table:table-row>" CELL("Namn i {nämnd.kod}") CELL(                   \
	    "§") "</table:"                                                    \
		 "table-row></table:table-header-rows><table:table-row>" CELL( \
		     "{namn}")                                                 \
		     CELL("{position()}") "</table:table-row></table:table>"

static void
rows_repeat_after_the_head(void **state)
{
	(void)state;
	assert_string_equal(filled(TABLE("sammanträde.närvaro")),
	    "Namn i TRN|§|/Åsa Ek|1|/Bo Alm|2|/");
	/* no items, no table */
	assert_string_equal(
	    filled("<text:p>a</text:p>" TABLE(
		"sammanträde.ärende.reservation.person[parti='X']")),
	    "a|");
}

static void
too_deep_repeats_are_refused(void **state)
{
	struct buf out;
	int i;

	(void)state;
	buf_init(&out, 1 << 20);
	for (i = 0; i < 17; i++)
		buf_puts(&out, "<text:section text:name=\"varje:.\">");
	buf_puts(&out, "<text:p>x</text:p>");
	for (i = 0; i < 17; i++)
		buf_puts(&out, "</text:section>");
	assert_null(filled(out.data));
	assert_int_equal(err.code, KL_E_INPUT);
	buf_free(&out);
}

static void
lines_and_spaces_are_kept(void **state)
{
	struct odf *odf =
	    open_text("<text:p>{sammanträde.ärende.reservation.text}</text:p>");
	struct buf out;

	(void)state;
	assert_int_equal(fill(odf), 0);
	assert_string_equal(text_of(odf),
	    "Första raden.\\  Andra raden,  med två mellanslag.|");
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_non_null(strstr(out.data, "<text:line-break/>"));
	assert_non_null(strstr(out.data, "<text:s text:c=\"2\"/>Andra"));
	assert_non_null(strstr(out.data, ", <text:s/>med"));
	buf_free(&out);
	odf_free(odf);
}

static void
control_names_are_gone(void **state)
{
	struct odf *odf = NULL;
	struct buf out;

	(void)state;
	assert_int_equal(odf_open_file(DATA "protokoll.fodt", &odf, &err), 0);
	assert_int_equal(fill(odf), 0);
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_null(strstr(out.data, "varje:"));
	assert_null(strstr(out.data, "om:reservation"));
	assert_null(strstr(out.data, "user-field"));
	assert_null(strstr(out.data, "Basic"));
	assert_null(strstr(out.data, "loext:"));
	assert_non_null(strstr(out.data, "text:name=\"paragraf-1\""));
	assert_non_null(strstr(out.data, "text:name=\"paragraf-2\""));
	assert_non_null(strstr(out.data, "mailto:stad@ekholm.example"));
	buf_free(&out);
	odf_free(odf);
}

static void
names_stay_unlike(void **state)
{
	struct odf *odf =
	    open_text("<text:section text:name=\"varje:sammanträde/ärende\">"
		      "<text:section text:name=\"del\"><text:p>{nr}</text:p>"
		      "</text:section></text:section>");
	struct buf out;

	(void)state;
	assert_int_equal(fill(odf), 0);
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_non_null(strstr(out.data, "text:name=\"del\""));
	assert_non_null(strstr(out.data, "text:name=\"del-2\""));
	buf_free(&out);
	odf_free(odf);
}

/* ---- pictures ---- */

#define FRAME                                                                  \
	"<text:p><draw:frame draw:name=\"organisation.bild#2\" "               \
	"svg:width=\"40pt\" svg:height=\"10pt\"/></text:p>"

static void
pictures_come_by_name(void **state)
{
	struct odf_picture picture = { "organisation.bild", pixel, sizeof pixel,
		"Ekholms vapen" };
	struct odf_fill_options options = {
		.language = "sv", .pictures = &picture, .npictures = 1
	};
	struct odf *odf = open_text(FRAME), *again = NULL;
	struct document *doc = NULL;
	struct doc_node *image;
	struct buf out;

	(void)state;
	assert_int_equal(odf_fill(odf, xmlDocGetRootElement(record), &options,
			     known, NKNOWN, &err),
	    0);
	assert_int_equal(odf_to_document(odf, a, &doc, NULL, &err), 0);
	image = find(doc->body->first, DOC_IMAGE);
	assert_non_null(image);
	assert_int_equal(image->nbytes, sizeof pixel);
	assert_memory_equal(image->bytes, pixel, sizeof pixel);
	assert_string_equal(image->alt, "Ekholms vapen");
	/* two pixels by one, fitted into 40 by 10 */
	assert_true(image->width > 19.9 && image->width < 20.1);
	assert_true(image->height > 9.9 && image->height < 10.1);
	/* flat and back */
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_non_null(strstr(out.data, "<office:binary-data>iVBORw0KGgo"));
	assert_int_equal(
	    odf_open(out.data, out.len, "a.fodt", &again, &err), 0);
	assert_int_equal(odf_to_document(again, a, &doc, NULL, &err), 0);
	image = find(doc->body->first, DOC_IMAGE);
	assert_non_null(image);
	assert_memory_equal(image->bytes, pixel, sizeof pixel);
	odf_free(again);
	/* zipped and back */
	buf_reset(&out);
	assert_int_equal(odf_write(odf, INSTANT, &out, &err), 0);
	assert_int_equal(odf_open(out.data, out.len, "a.odt", &again, &err), 0);
	assert_int_equal(odf_to_document(again, a, &doc, NULL, &err), 0);
	assert_non_null(find(doc->body->first, DOC_IMAGE));
	odf_free(again);
	buf_free(&out);
	odf_free(odf);
}

static void
a_frame_without_picture_is_dropped(void **state)
{
	struct odf *odf = open_text(FRAME);
	struct buf out;

	(void)state;
	assert_int_equal(fill(odf), 0);
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	assert_null(strstr(out.data, "draw:frame"));
	buf_free(&out);
	odf_free(odf);
}

/* ---- writing ---- */

static void
make_minutes(struct buf *out)
{
	struct odf_meta meta = { "Protokoll", NULL, "Ekholms stad", "sv-SE",
		INSTANT, NULL, 0 };
	struct odf *odf = NULL;

	assert_int_equal(odf_open_file(DATA "protokoll.fodt", &odf, &err), 0);
	assert_int_equal(fill(odf), 0);
	assert_int_equal(odf_set_meta(odf, &meta, &err), 0);
	assert_int_equal(odf_write(odf, INSTANT, out, &err), 0);
	odf_free(odf);
}

static void
the_same_bytes_again(void **state)
{
	struct buf x, y;

	(void)state;
	buf_init(&x, 1 << 20);
	buf_init(&y, 1 << 20);
	make_minutes(&x);
	setenv("TZ", "Asia/Tokyo", 1);
	make_minutes(&y);
	setenv("TZ", "UTC", 1);
	assert_int_equal(x.len, y.len);
	assert_memory_equal(x.data, y.data, x.len);
	/* mimetype first, stored, at the place where readers look */
	assert_memory_equal(x.data + 30, "mimetype" TYPE, 8 + strlen(TYPE));
	assert_int_equal(x.data[8], 0);
	buf_free(&x);
	buf_free(&y);
}

static void
written_and_read_again(void **state)
{
	struct odf *flat = NULL, *zipped = NULL;
	struct document *doc = NULL;
	struct buf out;

	(void)state;
	buf_init(&out, 1 << 20);
	make_minutes(&out);
	assert_int_equal(
	    odf_open(out.data, out.len, "x.odt", &zipped, &err), 0);
	buf_free(&out);
	assert_int_equal(odf_open_file(DATA "protokoll.fodt", &flat, &err), 0);
	assert_int_equal(fill(flat), 0);
	assert_string_equal(text_of(zipped), text_of(flat));
	assert_int_equal(odf_to_document(zipped, a, &doc, NULL, &err), 0);
	assert_string_equal(doc->title, "Protokoll");
	assert_string_equal(doc->author, "Ekholms stad");
	assert_string_equal(doc->language, "sv-SE");
	assert_string_equal(doc->created, INSTANT);
	odf_free(flat);
	odf_free(zipped);
}

static void
automatic_styles_stay_apart(void **state)
{
#define NS                                                                     \
	" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""   \
	" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""       \
	" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""     \
	" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:"                   \
	"xsl-fo-compatible:1.0\""
#define STYLE(weight)                                                          \
	"<office:automatic-styles><style:style style:name=\"P1\" "             \
	"style:family=\"paragraph\"><style:text-properties "                   \
	"fo:font-weight=\"" weight "\"/></style:style>"                        \
	"<style:page-layout style:name=\"pm\"/></office:automatic-styles>"
	static const char content[] = "<office:document-content" NS ">" STYLE(
	    "bold") "<office:body><office:text><text:p text:style-name=\"P1\">"
		    "b</text:p></office:text></office:body>"
		    "</office:document-content>";
	static const char styles[] = "<office:document-styles" NS ">" STYLE(
	    "normal") "<office:master-styles><style:master-page "
		      "style:name=\"Standard\" style:page-layout-name=\"pm\">"
		      "<style:header><text:p text:style-name=\"P1\">h</text:p>"
		      "</style:header></style:master-page>"
		      "</office:master-styles></office:document-styles>";
	struct entry entries[] = { { "mimetype", TYPE, strlen(TYPE) },
		{ "content.xml", content, strlen(content) },
		{ "styles.xml", styles, strlen(styles) } };
	struct document *doc = NULL;
	struct odf *odf = NULL;
	struct buf bytes;

	(void)state;
	make_zip(entries, 3, &bytes);
	assert_int_equal(
	    odf_open(bytes.data, bytes.len, "x.odt", &odf, &err), 0);
	assert_int_equal(odf_to_document(odf, a, &doc, NULL, &err), 0);
	assert_true(doc->body->first->para->text.bold);
	assert_false(doc->page.header->first->para->text.bold);
	odf_free(odf);
	buf_free(&bytes);
}

/* ---- the tree ---- */

static void
the_tree_has_styles(void **state)
{
	struct document *doc = NULL;
	struct doc_node *n, *cell;
	note_list notes = { 0 };
	struct odf *odf = NULL;

	(void)state;
	assert_int_equal(odf_open_file(DATA "protokoll.fodt", &odf, &err), 0);
	assert_int_equal(fill(odf), 0);
	assert_int_equal(odf_to_document(odf, a, &doc, &notes, &err), 0);
	odf_free(odf); /* the tree lives on its own */
	assert_int_equal(notes.n, 0);
	assert_true(doc->page.margin[DOC_LEFT] > 85 &&
		    doc->page.margin[DOC_LEFT] < 85.1);
	assert_non_null(doc->page.header);
	assert_non_null(find(doc->page.header->first, DOC_PAGE_COUNT));
	assert_non_null(doc->page.first_header);
	assert_null(doc->page.first_footer);
	n = doc->body->first;
	assert_int_equal(n->kind, DOC_HEADING);
	assert_int_equal(n->level, 1);
	assert_string_equal(n->para->name, "Heading 1");
	assert_string_equal(n->para->text.family, "Open Sans Semibold");
	assert_true(n->para->text.size > 15.7 && n->para->text.size < 15.8);
	assert_int_equal(n->para->text.colour, 0x003366);
	assert_true(n->para->keep_with_next);
	assert_int_equal(n->para->widows, 2);
	assert_false(n->para->hyphenate);
	assert_int_equal(n->para->hyphen_before, 3);
	assert_int_equal(n->para->hyphen_after, 4);
	assert_int_equal(n->para->hyphen_ladder, 2);
	assert_true(find(n, DOC_PARAGRAPH)->para->hyphenate);
	assert_string_equal(n->para->text.language, "sv-SE");
	n = find(n, DOC_TABLE);
	assert_non_null(n);
	assert_int_equal(n->ncolumns, 3);
	assert_true(n->columns[0] > 283 && n->columns[0] < 284);
	assert_true(n->first->header && n->first->keep_together);
	assert_false(n->first->next->header);
	cell = n->first->next->first;
	assert_true(cell->box.padding[DOC_LEFT] == 3);
	assert_true(cell->box.border[DOC_BOTTOM].width == 0.5);
	assert_int_equal(cell->box.border[DOC_BOTTOM].colour, 0x003366);
	assert_true(cell->box.border[DOC_TOP].width == 0);
	assert_int_equal(cell->box.background, 0xeeeeee);
	n = n->next;
	assert_int_equal(n->kind, DOC_SECTION);
	assert_string_equal(n->id, "paragraf-1");
	n = find(n, DOC_ITEM);
	assert_string_equal(n->text, "1.");
	assert_true(n->label_indent == 6 && n->text_indent == 24);
	assert_string_equal(n->next->text, "2.");
	assert_null(n->next->next);
	n = find(doc->body->last, DOC_LINK);
	assert_string_equal(n->href, "mailto:stad@ekholm.example");
}

static void
lists_are_numbered(void **state)
{
	struct odf *odf = open_text(
	    "<text:list text:style-name=\"L\"><text:list-item><text:p>a"
	    "</text:p><text:list><text:list-item><text:p>b</text:p>"
	    "</text:list-item><text:list-item><text:p>c</text:p>"
	    "</text:list-item></text:list></text:list-item><text:list-item "
	    "text:start-value=\"7\"><text:p>d</text:p><text:list>"
	    "<text:list-item><text:p>e</text:p></text:list-item></text:list>"
	    "</text:list-item></text:list><text:p>f</text:p><text:list "
	    "text:style-name=\"L\" text:continue-numbering=\"true\">"
	    "<text:list-item><text:p>g</text:p></text:list-item></text:list>"
	    "<text:list text:style-name=\"L\"><text:list-item><text:p>h"
	    "</text:p></text:list-item></text:list>");

	(void)state;
	assert_string_equal(
	    text_of(odf), "(1)a|(1)b|(2)c|(7)d|(1)e|f|(8)g|(1)h|");
	odf_free(odf);
}

static void
nothing_is_lost(void **state)
{
	struct document *doc = NULL;
	note_list notes = { 0 };
	struct odf *odf = open_text(
	    "<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>\n"
	    "   d<text:soft-page-break/>e<text:note><text:note-citation>1"
	    "</text:note-citation><text:note-body><text:p>fot</text:p>"
	    "</text:note-body></text:note><draw:frame><draw:text-box><text:p>"
	    "ruta</text:p></draw:text-box></draw:frame>"
	    "<text:date>2026</text:date></text:p>");
	struct buf out;
	char said[300];

	(void)state;
	assert_int_equal(odf_to_document(odf, a, &doc, &notes, &err), 0);
	buf_init(&out, 4096);
	gather(doc->body->first, &out);
	assert_string_equal(out.data, "a  b\tc\\defot|2026|ruta|");
	assert_int_equal(notes.n, 2);
	kl_error_format(&notes.v[1], NULL, said, sizeof said);
	assert_string_equal(said, "Near “abc de1fotruta2026”: the field date "
				  "shows what the file holds.");
	buf_free(&out);
	odf_free(odf);
}

/* ---- reports ---- */

static void
a_report_is_read(void **state)
{
	struct odf_report r;
	struct odf *odf = NULL;

	(void)state;
	assert_int_equal(odf_open_file(DATA "rapport.fodt", &odf, &err), 0);
	assert_int_equal(odf_read_report(odf, a, &r, &err), 0);
	odf_free(odf);
	assert_string_equal(
	    r.title, "Cykelbanor på Sandviksvägen. Genomförandebeslut");
	assert_string_equal(r.registration_number, "T2026-102-00418");
	assert_string_equal(r.case_officer, "Maja Sjö");
	assert_string_equal(r.date, "2026-10-20");
	assert_string_equal(r.department, "Trafikkontoret");
	assert_int_equal(r.proposals.n, 2);
	assert_string_equal(
	    r.proposals.v[0], "Trafiknämnden godkänner förslaget.");
}

static void
a_report_in_tables_is_read(void **state)
{
	struct odf_report r;
	struct odf *odf = NULL;

	(void)state;
	assert_int_equal(odf_open_file(DATA "tabell.fodt", &odf, &err), 0);
	assert_int_equal(odf_read_report(odf, a, &r, &err), 0);
	odf_free(odf);
	assert_string_equal(r.title, "Detaljplan för kvarteret Lärkan");
	assert_string_equal(r.registration_number, "2026-07-112");
	assert_string_equal(r.case_officer, "Östen Åkerlind");
	assert_string_equal(r.date, "2026-09-03");
	assert_string_equal(r.department, "Stadsbyggnadskontoret");
	assert_int_equal(r.proposals.n, 2);
	assert_string_equal(r.proposals.v[1],
	    "Nämnden förklarar paragrafen omedelbart justerad.");
}

static void
a_report_without_facts_is_read(void **state)
{
	struct odf_report r;
	struct odf *odf = open_text("<text:p>Hej</text:p>");

	(void)state;
	assert_int_equal(odf_read_report(odf, a, &r, &err), 0);
	assert_null(r.registration_number);
	assert_null(r.case_officer);
	assert_int_equal(r.proposals.n, 0);
	odf_free(odf);
}

/* ---- the schema ---- */

static void
the_files_are_valid(void **state)
{
	const char *schema = getenv("KANSLI_ODF_SCHEMA");
	const char *lint = getenv("XMLLINT");
	char dir[] = "/tmp/kansli-odf-XXXXXX";
	struct odf *odf = NULL;
	const char *path;
	struct buf out;

	(void)state;
	if (schema == NULL || *schema == '\0' || access(schema, R_OK) != 0) {
		print_message("KANSLI_ODF_SCHEMA names no schema: skipped\n");
		skip();
	}
	if (lint == NULL || *lint != '/')
		lint = "xmllint";
	assert_non_null(mkdtemp(dir));
	assert_int_equal(odf_open_file(DATA "protokoll.fodt", &odf, &err), 0);
	assert_int_equal(fill(odf), 0);
	buf_init(&out, 1 << 20);
	assert_int_equal(odf_write_flat(odf, &out, &err), 0);
	path = arena_printf(a, "%s/a.fodt", dir);
	assert_int_equal(file_write(path, out.data, out.len, &err), 0);
	buf_reset(&out);
	assert_int_equal(odf_write(odf, INSTANT, &out, &err), 0);
	path = arena_printf(a, "%s/a.odt", dir);
	assert_int_equal(file_write(path, out.data, out.len, &err), 0);
	assert_int_equal(system(arena_printf(a,
			     "cd %s && unzip -q a.odt && %s --noout --relaxng "
			     "'%s' a.fodt content.xml styles.xml meta.xml "
			     "settings.xml 2>err || { cat err; false; }",
			     dir, lint, schema)),
	    0);
	assert_int_equal(system(arena_printf(a, "rm -r %s", dir)), 0);
	buf_free(&out);
	odf_free(odf);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_zip_is_read),
		TEST(hostile_zips_are_refused),
		TEST(too_many_entries_are_refused),
		TEST(damaged_zips_are_refused),
		TEST(what_is_no_text_is_refused),
		TEST(nothing_active_is_left),
		TEST(values_are_put_in),
		TEST(split_fields_are_healed),
		TEST(misspelt_fields_are_named),
		TEST(single_names_are_enough),
		TEST(only_harmless_expressions_pass),
		TEST(repeats_have_their_own_values),
		TEST(conditions_keep_or_drop),
		TEST(rows_repeat_after_the_head),
		TEST(too_deep_repeats_are_refused),
		TEST(lines_and_spaces_are_kept),
		TEST(control_names_are_gone),
		TEST(names_stay_unlike),
		TEST(pictures_come_by_name),
		TEST(a_frame_without_picture_is_dropped),
		TEST(the_same_bytes_again),
		TEST(written_and_read_again),
		TEST(automatic_styles_stay_apart),
		TEST(the_tree_has_styles),
		TEST(lists_are_numbered),
		TEST(nothing_is_lost),
		TEST(a_report_is_read),
		TEST(a_report_in_tables_is_read),
		TEST(a_report_without_facts_is_read),
		TEST(the_files_are_valid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
