/* SPDX-License-Identifier: EUPL-1.2
 *
 * publish: the site is built in a temporary folder from public records and read
 * back: form, links, words, what must not be there.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "publish/colour.h"
#include "publish/publish.h"

#define FILE_MAX (8u << 20)
#define NB "\xc2\xa0" /* no-break space */

static const unsigned char picture[] = "\x89PNG\r\n\x1a\nnot really";
static const char pdf[] = "%PDF-1.7 not really";

static const char minutes_html[] =
    "<article><h1>Protokoll</h1>"
    "<section id=\"p9\"><h2>§ 9 Ekonomisk uppföljning</h2></section>"
    "<section id=\"p10\"><h2>§ 10 Cykelbanor</h2><p class=\"rad\" "
    "onclick=\"x()\">Nämnden "
    "<a href=\"javascript:x()\">godkänner</a> <em>förslaget</em>.</p>"
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" "
    "role=\"img\" aria-label=\"Väg\" onload=\"alert(1)\"><title>Väg</title>"
    "<path d=\"M0 0L9 9\" stroke=\"#000000\" style=\"x\"/>"
    "<script>alert(1)</script><a href=\"https://x.example\"/></svg>"
    "<script>alert(1)</script><table><tr><th scope=\"col\">Parti</th></tr>"
    "<tr><td>S</td></tr></table></section>"
    "<section id=\"p12\"><h2>§ 12 Ärende med sekretess</h2></section>"
    "</article>";

/* One site and where it is written. */
struct fixture {
	struct arena *a;
	char dir[64];
	struct publish_site site;
	struct kl_error err;
	size_t count;
};

static xmlDoc *
read_doc(const char *name)
{
	char path[1024];
	struct kl_error err;
	xmlDoc *doc = NULL;
	struct buf b;

	snprintf(path, sizeof path, "%s/tests/data/publish/%s", SRCDIR, name);
	assert_int_equal(file_read(path, FILE_MAX, &b, &err), 0);
	assert_int_equal(xml_parse(b.data, b.len, name, &doc, &err), 0);
	buf_free(&b);
	return doc;
}

static struct publish_meeting *
add_meeting(struct fixture *f, const char *name)
{
	struct publish_meeting *m = vec_push(f->a, &f->site.meetings);

	assert_non_null(m);
	m->record = read_doc(name);
	return m;
}

static void
add_minutes(struct fixture *f, struct publish_meeting *m)
{
	struct publish_file *file = vec_push(f->a, &m->files);
	struct publish_page *page = vec_push(f->a, &m->pages);

	file->path = "trn/2026-11-17/TRN-2026-11-17-minutes.pdf";
	file->label = "Protokoll §§ 9–13";
	file->kind = "minutes";
	file->bytes = pdf;
	file->n = sizeof pdf - 1;
	file->pages = 24;
	page->kind = "minutes";
	page->label = file->label;
	page->html = minutes_html;
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	xml_start();
	f->a = arena_new(0);
	strcpy(f->dir, "/tmp/kansli-publish.XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	f->site.organisation = read_doc("organisation.xml");
	f->site.picture = picture;
	f->site.picture_size = sizeof picture - 1;
	f->site.templates = SRCDIR "/templates/web";
	f->site.today = kl_day_of(2026, 11, 26);
	f->site.instant = "2026-11-26T09:30:00Z";
	add_minutes(f, add_meeting(f, "posted.xml"));
	add_meeting(f, "summoned.xml");
	add_meeting(f, "held.xml");
	*state = f;
	return 0;
}

/* Run ${command} with the site's folder as $D. */
static void
shell(const char *command, const struct fixture *f)
{
	assert_int_equal(setenv("D", f->dir, 1), 0);
	assert_int_equal(system(command), 0);
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;
	size_t i;

	if (getenv("KANSLI_KEEP") == NULL)
		shell("rm -rf \"$D\"", f);
	else
		fprintf(stderr, "kept: %s\n", f->dir);
	for (i = 0; i < f->site.meetings.n; i++)
		xmlFreeDoc(f->site.meetings.v[i].record);
	xmlFreeDoc(f->site.organisation);
	arena_free(f->a);
	free(f);
	return 0;
}

static void
write_site(struct fixture *f)
{
	int rc = publish_write(&f->site, f->dir, &f->count, &f->err);
	char why[1024];

	if (rc != 0) {
		kl_error_format(&f->err, NULL, why, sizeof why);
		fail_msg("%d: %s (%s:%d)", rc, why, f->err.file, f->err.line);
	}
}

/* The bytes of a file of the site, in the arena. */
static const char *
slurp(struct fixture *f, const char *path)
{
	struct buf b;
	char *text;

	if (file_read(arena_printf(f->a, "%s/%s", f->dir, path), FILE_MAX, &b,
		&f->err) != 0)
		fail_msg("missing: %s", path);
	text = arena_strndup(f->a, b.data, b.len);
	buf_free(&b);
	return text;
}

static bool
has_file(struct fixture *f, const char *path)
{
	return file_exists(arena_printf(f->a, "%s/%s", f->dir, path));
}

#define assert_has(text, part)                                                 \
	do {                                                                   \
		if (strstr((text), (part)) == NULL)                            \
			fail_msg("not found: %s", (part));                     \
	} while (0)
#define assert_lacks(text, part)                                               \
	do {                                                                   \
		if (strstr((text), (part)) != NULL)                            \
			fail_msg("should not be there: %s", (part));           \
	} while (0)

/* The paths of the manifest. */
static text_list
manifest(struct fixture *f)
{
	char *text = arena_strdup(f->a, slurp(f, "manifest.txt"));
	char *line, *rest = NULL;
	text_list paths = { 0 };

	for (line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		text_add(f->a, &paths, line + 66);
	return paths;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* A page without its document type, parsed. */
static xmlDoc *
parse_page(struct fixture *f, const char *path)
{
	static const char doctype[] = "<!DOCTYPE html>\n";
	const char *text = slurp(f, path);
	xmlDoc *doc = NULL;

	assert_true(strncmp(text, doctype, sizeof doctype - 1) == 0);
	text += sizeof doctype - 1;
	if (xml_parse(text, strlen(text), path, &doc, &f->err) != 0)
		fail_msg("%s: line %d", path, f->err.line);
	return doc;
}

static xmlNode *
next_element(xmlNode *root, xmlNode *n)
{
	do {
		if (n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	} while (n != NULL && n->type != XML_ELEMENT_NODE);
	return n;
}

static bool
has_id(struct fixture *f, xmlDoc *doc, const char *id)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	const char *have;

	for (n = root; n != NULL; n = next_element(root, n)) {
		have = xml_attr(f->a, n, "id");
		if (have != NULL && strcmp(have, id) == 0)
			return true;
	}
	return false;
}

/* ${link} as seen from ${page}, without "..": a path from the root. */
static const char *
resolve(struct fixture *f, const char *page, const char *link)
{
	char *base = arena_strdup(f->a, page), *slash;

	slash = strrchr(base, '/');
	*(slash == NULL ? base : slash) = '\0';
	while (strncmp(link, "../", 3) == 0) {
		assert_true(*base != '\0');
		slash = strrchr(base, '/');
		*(slash == NULL ? base : slash) = '\0';
		link += 3;
	}
	return *base == '\0' ? link : arena_printf(f->a, "%s/%s", base, link);
}

/* The link ${href} of ${page} leads to a file that is there, and to an id. */
static void
check_link(struct fixture *f, const char *page, const char *href)
{
	const char *hash = strchr(href, '#'), *to;
	xmlDoc *doc;

	if (strncmp(href, "mailto:", 7) == 0 ||
	    strcmp(href, "https://www.ekholm.example") == 0)
		return;
	assert_null(strstr(href, "://"));
	to = arena_strndup(f->a, href, strcspn(href, "#"));
	to = *to == '\0' ? page : resolve(f, page, to);
	if (!has_file(f, to))
		fail_msg("%s links to %s, which is not there", page, href);
	if (hash == NULL)
		return;
	doc = parse_page(f, to);
	if (!has_id(f, doc, hash + 1))
		fail_msg(
		    "%s links to %s, a place that is not there", page, href);
	xmlFreeDoc(doc);
}

static void
check_page(struct fixture *f, const char *path)
{
	xmlDoc *doc = parse_page(f, path);
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	int h1 = 0, mains = 0, level = 1, now;
	text_list ids = { 0 };
	const char *id;
	size_t i;

	assert_string_equal(xml_attr(f->a, root, "lang"), "sv");
	for (n = root; n != NULL; n = next_element(root, n)) {
		h1 += xml_is(n, "h1");
		mains += xml_is(n, "main");
		if (n->name[0] == 'h' && n->name[1] >= '1' &&
		    n->name[1] <= '6') {
			now = n->name[1] - '0';
			if (now > level + 1)
				fail_msg("%s: h%d after h%d", path, now, level);
			level = now;
		}
		if (xml_is(n, "img"))
			assert_non_null(xml_attr(f->a, n, "alt"));
		assert_false(xml_is(n, "script"));
		assert_null(xml_attr(f->a, n, "onclick"));
		if (xml_attr(f->a, n, "href") != NULL)
			check_link(f, path, xml_attr(f->a, n, "href"));
		if (xml_attr(f->a, n, "src") != NULL)
			check_link(f, path, xml_attr(f->a, n, "src"));
		id = xml_attr(f->a, n, "id");
		for (i = 0; id != NULL && i < ids.n; i++)
			if (strcmp(ids.v[i], id) == 0)
				fail_msg("%s: id %s twice", path, id);
		if (id != NULL)
			text_add(f->a, &ids, id);
	}
	if (h1 != 1 || mains != 1)
		fail_msg("%s: %d h1, %d main", path, h1, mains);
	xmlFreeDoc(doc);
}

static void
every_page_is_well_made(void **state)
{
	struct fixture *f = *state;
	text_list paths;
	size_t i, pages = 0;

	write_site(f);
	paths = manifest(f);
	assert_int_equal(paths.n, f->count);
	for (i = 0; i < paths.n; i++) {
		assert_true(has_file(f, paths.v[i]));
		if (ends_with(paths.v[i], ".html")) {
			check_page(f, paths.v[i]);
			pages++;
		}
	}
	/* 7 common, 3 committees, 3 meetings, 1 minutes */
	assert_int_equal(pages, 14);
	shell("cd \"$D\" && sha256sum --quiet -c manifest.txt", f);
}

static void
nothing_secret_gets_out(void **state)
{
	struct fixture *f = *state;
	text_list paths;
	size_t i;

	write_site(f);
	paths = manifest(f);
	for (i = 0; i < paths.n; i++)
		if (strstr(slurp(f, paths.v[i]), "HEMLIGT") != NULL)
			fail_msg("a secret in %s", paths.v[i]);
}

static void
only_public_records(void **state)
{
	struct fixture *f = *state;

	xmlSetProp(xmlDocGetRootElement(f->site.meetings.v[1].record),
	    BAD_CAST "variant", BAD_CAST "fullständig");
	assert_int_equal(
	    publish_write(&f->site, f->dir, &f->count, &f->err), KL_E_RULE);
	assert_false(has_file(f, "index.html"));
}

static void
a_meeting_shows_where_it_stands(void **state)
{
	struct fixture *f = *state;
	const char *page;

	write_site(f);
	page = slurp(f, "trn/2026-11-17/index.html");
	assert_has(page, "Trafiknämnden, tisdagen den 17" NB "november 2026");
	assert_has(page, "Anslaget, kan överklagas");
	assert_has(page, "till och med <time datetime=\"2026-12-16\">");
	assert_has(page, "tidigast <time datetime=\"2026-12-17\">");
	assert_has(page, "<time datetime=\"2026-11-10\">");
	assert_has(page, "sista dag att överklaga är onsdagen den 16");
	assert_has(page, "§" NB "14 har en egen tid, till och med onsdagen "
			 "den 9" NB "december 2026");
	assert_has(page, "omröstning 3" NB "ja, 2" NB "nej · reservation (S) "
			 "· uttalande (V)");
	assert_has(page, "kan inte överklagas");
	assert_has(page, "<a href=\"protokoll.html#p10\"");
	assert_has(page, "Sekretess: Offentlighets- och sekretesslagen");
	assert_has(page, "Ej offentligt");
	assert_has(page, "&lt;2026/2027&gt; &amp; svar");
	assert_has(page, "(PDF, 24" NB "sidor, 1" NB "kB)");
	assert_lacks(page, "fått laga kraft.");
}

static void
after_the_period_nothing_is_promised(void **state)
{
	struct fixture *f = *state;
	const char *page;

	f->site.today = kl_day_of(2026, 12, 16);
	write_site(f);
	page = slurp(f, "trn/2026-11-17/index.html");
	assert_has(page, "Anslaget, kan överklagas");
	f->site.today = kl_day_of(2026, 12, 17);
	write_site(f);
	page = slurp(f, "trn/2026-11-17/index.html");
	assert_lacks(page, "Anslaget, kan överklagas");
	assert_has(page, "Tiden för att överklaga är slut.");
	assert_has(page, "tidigast <time datetime=\"2026-12-17\">");
	assert_has(page, "gick ut onsdagen den 16");
}

static void
the_agenda_shows_before_the_minutes(void **state)
{
	struct fixture *f = *state;
	const char *page;

	f->site.meetings.v[1].summoned = kl_day_of(2026, 11, 30);
	f->site.today = kl_day_of(2026, 12, 1);
	write_site(f);
	page = slurp(f, "trn/2026-12-08/index.html");
	assert_has(page, "Föredragningslista");
	assert_has(page, ">Beslutsärenden</h3>");
	assert_has(page, "Bordlagt den" NB "17");
	assert_has(page, "Skickas senare");
	assert_has(page, "<time datetime=\"2026-11-30\">");
	assert_has(page, "nämnden sammanträder tisdagen den 8");
	page = slurp(f, "mon/2026-11-24-2/index.html");
	assert_has(page, "Omedelbart justerade beslut");
	assert_has(page, "§" NB "102");
	assert_has(page, "Val av justerare");
	assert_has(page, "protokollet justeras senast tisdagen den 8");
}

static void
the_board_holds_what_is_posted(void **state)
{
	struct fixture *f = *state;
	const char *page;

	write_site(f);
	page = slurp(f, "anslagstavla.html");
	assert_has(page, "Trafiknämnden: justerat protokoll");
	assert_has(page, "Trafiknämnden: omedelbart justerat protokoll");
	assert_has(page, "§§" NB "9–13");
	assert_has(page, "Nämndsekretariatet, Tekniska nämndhuset");
	assert_has(page, "href=\"trn/2026-11-17/protokoll.html\"");
	assert_lacks(page, "Miljönämnden");
	/* on the day of removal it is still there, the day after it is not */
	f->site.today = kl_day_of(2026, 12, 17);
	write_site(f);
	page = slurp(f, "anslagstavla.html");
	assert_has(page, "Trafiknämnden: justerat protokoll");
	assert_lacks(page, "omedelbart justerat protokoll");
	f->site.today = kl_day_of(2026, 12, 18);
	write_site(f);
	assert_has(slurp(f, "anslagstavla.html"), "sitter inget anslag uppe");
	f->site.today = kl_day_of(2026, 11, 24);
	write_site(f);
	assert_lacks(
	    slurp(f, "anslagstavla.html"), "Trafiknämnden: justerat protokoll");
}

static void
people_and_committees(void **state)
{
	struct fixture *f = *state;
	const char *page, *x, *y, *z;

	write_site(f);
	page = slurp(f, "fortroendevalda.html");
	x = strstr(page, "Kerstin Almqvist (MP)");
	y = strstr(page, "Erik Ågren (V)");
	z = strstr(page, "Åsa Östling (L)");
	assert_non_null(x);
	assert_true(x < y && y < z);
	assert_has(z, "Miljönämnden");
	assert_lacks(page, "Nils Tidigare");
	assert_lacks(page, "Rut Rådsledamot");
	assert_has(slurp(f, "trnr/index.html"), "Rut Rådsledamot");
	assert_lacks(page, "Viveka Isaksson");
	assert_has(page, "mailto:carina.lindvall@ekholm.example");
	page = slurp(f, "trn/index.html");
	assert_has(page, "Nämnden har 13 ledamöter.");
	assert_true(strstr(page, "Carina Lindvall (M), ordförande") <
		    strstr(page, "Kerstin Almqvist (MP)"));
	/* deputies in their order, not by name */
	assert_true(strstr(page, "Åsa Östling") < strstr(page, "Erik Ågren"));
	assert_has(page, "id=\"ar-2026\"");
	assert_has(slurp(f, "trnr/index.html"), "Rådet lämnar synpunkter till");
}

static void
minutes_stand_in_the_frame(void **state)
{
	struct fixture *f = *state;
	const char *page;

	write_site(f);
	page = slurp(f, "trn/2026-11-17/protokoll.html");
	assert_has(page, "<section id=\"p10\"");
	assert_has(page, "<em>förslaget</em>");
	assert_has(page, "<th scope=\"col\">");
	assert_has(page, "<a href=\"#p10\">");
	assert_has(page, "<p class=\"d-rad\">");
	assert_lacks(page, "alert(1)");
	assert_lacks(page, "javascript:");
	/* a drawing keeps its outlines and its name, and nothing else */
	assert_has(
	    page, "viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"Väg\">");
	assert_has(page, "<title>Väg</title>");
	assert_has(page, "<path d=\"M0 0L9 9\" stroke=\"#000000\"");
	assert_lacks(page, "x.example");
	assert_lacks(page, "style=\"x\"");
	f->site.meetings.v[0].pages.v[0].html = "<p>inte slut";
	assert_int_equal(
	    publish_write(&f->site, f->dir, &f->count, &f->err), KL_E_INPUT);
}

static void
feeds_have_stable_ids(void **state)
{
	struct fixture *f = *state;
	const char *feed, *ics;
	xmlDoc *doc = NULL;

	write_site(f);
	feed = slurp(f, "feed.atom");
	assert_int_equal(
	    xml_parse(feed, strlen(feed), "feed", &doc, &f->err), 0);
	assert_string_equal(
	    xmlDocGetRootElement(doc)->ns->href, "http://www.w3.org/2005/Atom");
	xmlFreeDoc(doc);
	assert_has(feed, "<id>tag:ekholm.example,2020:trn/2026-11-17/"
			 "protokoll/1</id>");
	assert_has(feed, "<updated>2026-11-26T09:30:00Z</updated>");
	assert_has(feed, "href=\"trn/2026-11-17/index.html\"");
	/* summoned already, though its planned day is later */
	assert_has(feed, "<updated>2026-11-26T12:00:00Z</updated>");
	assert_lacks(feed, "<updated>2026-12-");
	assert_lacks(slurp(f, "mon/feed.atom"), "Trafiknämnden");
	ics = slurp(f, "kalender.ics");
	assert_has(ics, "UID:TRN-2026-11-17@ekholm.example\r\n");
	assert_has(ics, "DTSTART;TZID=Europe/Stockholm:20261208T163000\r\n");
	assert_has(ics, "Trafiknämnden\\, sammanträde 9/2026");
	assert_lacks(slurp(f, "trn/kalender.ics"), "Miljönämnden");
	f->site.base = "https://namnder.ekholm.example/";
	write_site(f);
	feed = slurp(f, "feed.atom");
	assert_has(feed, "rel=\"self\"");
	assert_has(feed, "href=\"https://namnder.ekholm.example/trn/"
			 "2026-11-17/index.html\"");
}

static void
stale_files_go_and_others_stay(void **state)
{
	struct fixture *f = *state;
	size_t before;

	write_site(f);
	before = f->count;
	shell("echo mine > \"$D/own.txt\"", f);
	/* a manifest may not make anything outside the site go */
	shell("touch \"$D.outside\"", f);
	shell("cd \"$D\" && n=$(basename \"$PWD\") && printf '%064d  "
	      "../%s.outside\\n' 0 \"$n\" >> manifest.txt",
	    f);
	xmlFreeDoc(f->site.meetings.v[0].record);
	f->site.meetings.v[0] = f->site.meetings.v[2];
	f->site.meetings.n = 2;
	write_site(f);
	assert_true(f->count < before);
	assert_false(has_file(f, "trn/2026-11-17"));
	assert_true(has_file(f, "trn/2026-12-08/index.html"));
	assert_true(has_file(f, "own.txt"));
	assert_true(has_file(
	    f, arena_printf(f->a, "../%s.outside", strrchr(f->dir, '/') + 1)));
	shell("rm \"$D.outside\"", f);
}

static void
the_same_input_gives_the_same_bytes(void **state)
{
	struct fixture *f = *state;
	struct stat one, two;
	const char *first, *page = "trn/2026-11-17/index.html";

	write_site(f);
	first = slurp(f, "manifest.txt");
	stat(arena_printf(f->a, "%s/%s", f->dir, page), &one);
	write_site(f);
	assert_string_equal(slurp(f, "manifest.txt"), first);
	stat(arena_printf(f->a, "%s/%s", f->dir, page), &two);
	/* not even written again */
	assert_true(one.st_ino == two.st_ino);
	shell("rm -r \"$D\"/*", f);
	write_site(f);
	assert_string_equal(slurp(f, "manifest.txt"), first);
}

static void
files_stay_inside(void **state)
{
	static const char *const bad[] = { "../x.pdf", "/etc/x.pdf",
		"trn/../../x.pdf", "trn/.x.pdf", "trn//x.pdf", "a b.pdf",
		"manifest.txt", "index.html" };
	struct fixture *f = *state;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		f->site.meetings.v[0].files.v[0].path = bad[i];
		assert_int_equal(
		    publish_write(&f->site, f->dir, &f->count, &f->err),
		    KL_E_INPUT);
	}
}

static void
a_missing_or_broken_style_sheet(void **state)
{
	struct fixture *f = *state;
	char *own = arena_printf(f->a, "%s/web", f->dir);

	f->site.templates = own;
	assert_int_equal(
	    publish_write(&f->site, f->dir, &f->count, &f->err), KL_E_ENV);
	shell("cp -r " SRCDIR "/templates/web \"$D/web\"", f);
	shell("chmod -R u+w \"$D/web\"", f);
	shell("sed -i 's/select=\"\\/sida\"/select=\"\\/sida[\"/' "
	      "\"$D/web/site.xsl\"",
	    f);
	assert_int_equal(
	    publish_write(&f->site, f->dir, &f->count, &f->err), KL_E_INPUT);
	/* a style sheet may not read files */
	shell("cp " SRCDIR "/templates/web/site.xsl \"$D/web/site.xsl\"", f);
	shell("cp " SRCDIR "/tests/data/publish/posted.xml \"$D/web\"", f);
	shell("cd \"$D/web\" && sed -i \"s|<h1>Möten</h1>|<h1><xsl:copy-of "
	      "select='document(\\\"$PWD/posted.xml\\\")'/></h1>|\" lists.xsl",
	    f);
	shell("grep -q posted.xml \"$D/web/lists.xsl\"", f);
	if (publish_write(&f->site, f->dir, &f->count, &f->err) == 0)
		assert_lacks(slurp(f, "moten.html"), "HEMLIGT");
}

static void
colours_are_made_readable(void **state)
{
	uint32_t c = 7;

	(void)state;
	assert_false(colour_parse("red", &c));
	assert_false(colour_parse("#12345", &c));
	assert_false(colour_parse("#1234567", &c));
	assert_false(colour_parse("#12345g", &c));
	assert_false(colour_parse(NULL, &c));
	assert_int_equal(c, 7);
	assert_true(colour_parse("#f2C230", &c));
	assert_int_equal(c, 0xf2c230);
	assert_true(colour_contrast(0, 0xffffff) > 20.99);
	assert_true(colour_contrast(0x777777, 0xffffff) < 4.5);
	assert_true(colour_contrast(0x767676, 0xffffff) >= 4.5);
	assert_int_equal(colour_readable(0x003366, 0xffffff, 4.5), 0x003366);
	c = colour_readable(0xf2c230, 0xffffff, 4.5);
	assert_true(colour_contrast(c, 0xffffff) >= 4.5);
	c = colour_readable(0x003366, 0x20252e, 4.5);
	assert_true(colour_contrast(c, 0x20252e) >= 4.5);
}

static void
colours_reach_the_style_sheet(void **state)
{
	struct fixture *f = *state;
	xmlNode *org;

	write_site(f);
	assert_has(slurp(f, "farger.css"), "--farg: #003366;");
	org = xml_child(
	    xmlDocGetRootElement(f->site.organisation), "organisation");
	xmlNodeSetContent(
	    xml_child(org, "färg"), BAD_CAST "#123456;} body{display:none");
	write_site(f);
	assert_has(slurp(f, "farger.css"), "--farg: #003366;");
	assert_lacks(slurp(f, "farger.css"), "display");
}

static void
a_council_has_nothing_to_appeal(void **state)
{
	struct fixture *f = *state;
	xmlNode *n =
	    xml_child(xmlDocGetRootElement(f->site.organisation), "nämnd");
	const char *page;

	write_site(f);
	assert_has(slurp(f, "trn/2026-12-08/index.html"), "Laga kraft");
	xmlNodeSetContent(xml_child(n, "slag"), BAD_CAST "råd");
	write_site(f);
	page = slurp(f, "trn/2026-12-08/index.html");
	assert_lacks(page, "Laga kraft");
	assert_lacks(page, "id=\"overklaga\"");
	assert_has(page, "Följ rådet");
}

static void
a_cancelled_meeting_says_so(void **state)
{
	struct fixture *f = *state;
	xmlNode *n;

	n = xml_child(
	    xmlDocGetRootElement(f->site.meetings.v[1].record), "sammanträde");
	xmlSetProp(n, BAD_CAST "läge", BAD_CAST "inställt");
	xmlSetProp(n, BAD_CAST "uid", BAD_CAST "TRN-2026-12-01");
	xmlSetProp(n, BAD_CAST "ändringar", BAD_CAST "2");
	write_site(f);
	assert_has(slurp(f, "trn/2026-12-08/index.html"),
	    "<strong>Sammanträdet är inställt.</strong>");
	assert_has(slurp(f, "index.html"), ">Inställt</span>");
	assert_has(slurp(f, "kalender.ics"), "STATUS:CANCELLED");
	assert_has(slurp(f, "kalender.ics"),
	    "UID:TRN-2026-12-01@ekholm.example\r\n");
	assert_has(slurp(f, "kalender.ics"), "SEQUENCE:2");
	assert_has(slurp(f, "feed.atom"), "inställt sammanträde");
	assert_lacks(slurp(f, "namnder.html"), "nästa möte");
}

static void
several_immediate_minutes(void **state)
{
	struct fixture *f = *state;
	struct publish_meeting *m = &f->site.meetings.v[0];
	struct publish_page *page;
	int i;

	for (i = 0; i < 2; i++) {
		page = vec_push(f->a, &m->pages);
		page->kind = "immediate-minutes";
		page->label = "Omedelbart justerat protokoll § 14";
		page->html = i == 0 ? "<p>Ett.</p>"
				    : "<h2 id=\"x\">§" NB
				      "14 Avtal</h2><h2>§ 15 B</h2>";
	}
	write_site(f);
	assert_has(
	    slurp(f, "trn/2026-11-17/omedelbart-protokoll.html"), "Ett.");
	assert_has(slurp(f, "trn/2026-11-17/index.html"),
	    "<a href=\"omedelbart-protokoll-2.html#p14\">Avtal");
	assert_has(slurp(f, "trn/2026-11-17/omedelbart-protokoll-2.html"),
	    "<h2 id=\"p15\">");
}

/* The colour that ${css} gives --${name}. */
static uint32_t
css_colour(struct fixture *f, const char *css, const char *name)
{
	const char *at = strstr(css, arena_printf(f->a, "--%s: #", name));
	uint32_t rgb = 0;

	if (at == NULL)
		fail_msg("no colour %s", name);
	at = strchr(at, '#');
	assert_true(colour_parse(arena_strndup(f->a, at, 7), &rgb));
	return rgb;
}

static void
the_style_sheet_is_readable(void **state)
{
	static const char *const pairs[][2] = { { "text", "botten" },
		{ "text", "ruta" }, { "svag", "botten" }, { "svag", "ruta" },
		{ "gron-text", "gron" }, { "gul-text", "gul" },
		{ "bla-text", "bla" }, { "rod-text", "rod" } };
	struct fixture *f = *state;
	const char *css[2];
	double ratio;
	size_t i, j;

	write_site(f);
	css[0] = slurp(f, "style.css");
	css[1] = strstr(css[0], "prefers-color-scheme: dark");
	assert_non_null(css[1]);
	assert_lacks(css[0], "url(");
	assert_lacks(css[0], "@import");
	for (i = 0; i < 2; i++)
		for (j = 0; j < sizeof pairs / sizeof *pairs; j++) {
			ratio =
			    colour_contrast(css_colour(f, css[i], pairs[j][0]),
				css_colour(f, css[i], pairs[j][1]));
			if (ratio < COLOUR_TEXT)
				fail_msg("%s on %s: %.2f", pairs[j][0],
				    pairs[j][1], ratio);
		}
	/* the backgrounds that the organisation's colours are fitted to */
	assert_int_equal(css_colour(f, css[0], "ruta"), 0xf4f5f9);
	assert_int_equal(css_colour(f, css[1], "ruta"), 0x20252e);
}

static void
folders(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    publish_folder(f->a, "TRN/2010-11-23/2"), "trn/2010-11-23-2");
	assert_string_equal(
	    publish_folder(f->a, "MÖN/2010-11-23"), "mon/2010-11-23");
	assert_string_equal(publish_folder(f->a, "../etc/x"), "x/etc-x");
}

#define with_site(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		with_site(every_page_is_well_made),
		with_site(nothing_secret_gets_out),
		with_site(only_public_records),
		with_site(a_meeting_shows_where_it_stands),
		with_site(after_the_period_nothing_is_promised),
		with_site(the_agenda_shows_before_the_minutes),
		with_site(the_board_holds_what_is_posted),
		with_site(people_and_committees),
		with_site(minutes_stand_in_the_frame),
		with_site(feeds_have_stable_ids),
		with_site(stale_files_go_and_others_stay),
		with_site(the_same_input_gives_the_same_bytes),
		with_site(files_stay_inside),
		with_site(a_missing_or_broken_style_sheet),
		cmocka_unit_test(colours_are_made_readable),
		with_site(colours_reach_the_style_sheet),
		with_site(a_council_has_nothing_to_appeal),
		with_site(a_cancelled_meeting_says_so),
		with_site(several_immediate_minutes),
		with_site(the_style_sheet_is_readable),
		with_site(folders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
