/* SPDX-License-Identifier: EUPL-1.2
 *
 * Registering matters, from an official report or by hand.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "odf/odf.h"
#include "office/office_private.h"

#define REPORT_MAX ((size_t)64 << 20)

/* ---- registration numbers --------------------------------------------------
 */

/* One placeholder of a template, {nr:5}: its name and least width.  Returns 1
 * if it is the running number, 0 if not, -1 if it is unknown. */
static int
number_part(
    struct buf *out, const char *name, size_t n, int width, int year, int nr)
{
	static const char *const names[] = { "nr", "år", "klass" };
	/* the classification is not known here */
	int values[] = { nr, year, 0 };
	size_t i;

	for (i = 0; i < 3; i++)
		if (strlen(names[i]) == n && strncmp(names[i], name, n) == 0) {
			buf_printf(out, "%0*d", width, values[i]);
			return i == 0;
		}
	return -1;
}

/* A number of the committee's template, T{år}-{klass:3}-{nr:5}.  A template
 * without {nr} would give every matter the same. */
static int
number_format(struct buf *out, const char *template, int year, int nr)
{
	const char *p = template, *end, *colon;
	int width, part, parts = 0;

	for (; *p != '\0'; p = end + 1) {
		end = strchr(p, '{');
		if (end == NULL) {
			buf_puts(out, p);
			break;
		}
		buf_put(out, p, (size_t)(end - p));
		p = end + 1;
		end = strchr(p, '}');
		if (end == NULL)
			return -1;
		colon = memchr(p, ':', (size_t)(end - p));
		width = colon == NULL ? 1 : atoi(colon + 1);
		if (width < 1 || width > 12)
			return -1;
		part = number_part(out, p,
		    (size_t)((colon == NULL ? end : colon) - p), width, year,
		    nr);
		if (part < 0)
			return -1;
		parts += part;
	}
	return parts == 0 || buf_failed(out) ? -1 : 0;
}

/* The next free number of the committee's own series. */
static int
number_next(struct work *w, const struct committee *c, const char **number,
    struct kl_error *err)
{
	const char *template = c->number_template;
	int nr, rc, year = kl_day_year(w->o->today);
	struct buf out;

	if (template == NULL)
		template = arena_printf(w->arena, "%s {år}/{nr:4}", c->code);
	buf_init(&out, 256);
	do {
		buf_reset(&out);
		rc = store_next_number(
		    w->o->store, c->code, year, "matter", &nr, err);
		if (rc == 0 && number_format(&out, template, year, nr) != 0)
			rc = kl_error_set(err, KL_E_INPUT,
			    KL_N_("The template for registration numbers “%s” "
				  "of the committee %s cannot be used. Nothing "
				  "was registered. Write one like "
				  "T{år}-{nr:5}, or give the number with "
				  "--number."),
			    template, c->code);
	} while (rc == 0 && store_has(w->o->store, "matter", out.data) == 1);
	if (rc == 0)
		*number = arena_strdup(w->arena, out.data);
	buf_free(&out);
	return rc;
}

/* ---- the report ---------------------------------------------------------- */

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The report becomes document 1 of the matter. */
static int
attach_report(struct work *w, const char *path, const struct buf *bytes,
    const struct odf_report *report, struct matter *m, struct kl_error *err)
{
	struct document_file *d = vec_push(w->arena, &m->documents);
	char sha[HASH_HEX];
	int rc;

	if (d == NULL)
		return kl_error_nomem(err);
	rc = store_put_blob(w->o->store, bytes->data, bytes->len,
	    "application/vnd.oasis.opendocument.text", sha, err);
	if (rc != 0)
		return rc;
	d->nr = 1;
	d->kind = "tjänsteutlåtande";
	d->title = m->title;
	d->date = w->o->today;
	if (report->date != NULL)
		(void)kl_day_parse(report->date, &d->date);
	d->direction = DRAWN_UP;
	d->secrecy.date = KL_DAY_NONE;
	d->publish = true;
	d->file = arena_strdup(w->arena, base_name(path));
	d->sha256 = arena_strdup(w->arena, sha);
	d->size = (int64_t)bytes->len;
	return 0;
}

static int
read_report(
    struct work *w, const char *path, struct matter *m, struct kl_error *err)
{
	struct odf_report report = { 0 };
	struct odf *odf = NULL;
	struct buf bytes;
	int rc;

	rc = file_read(path, REPORT_MAX, &bytes, err);
	if (rc == 0)
		rc = odf_open(bytes.data, bytes.len, path, &odf, err);
	if (rc == 0)
		rc = odf_read_report(odf, w->arena, &report, err);
	if (rc == 0) {
		m->title = report.title;
		m->number = report.registration_number;
		m->officer = report.case_officer;
		m->proposals.v = report.proposals.v;
		m->proposals.n = report.proposals.n;
		m->proposals.cap = report.proposals.cap;
		rc = attach_report(w, path, &bytes, &report, m, err);
	}
	if (rc == KL_E_INPUT) /* not only the entry inside */
		kl_error_where(err, path, 0, NULL);
	odf_free(odf);
	buf_free(&bytes);
	return rc;
}

/* ---- registering --------------------------------------------------------- */

/* What was said on the command line goes before what the report says. */
static int
override(struct work *w, const struct kl_matter *what, struct matter *m,
    struct kl_error *err)
{
	m->committee = what->committee;
	if (what->title != NULL)
		m->title = what->title;
	if (what->number != NULL)
		m->number = what->number;
	if (what->officer != NULL)
		m->officer = what->officer;
	m->unit = what->unit;
	m->meeting = what->meeting;
	m->registered = w->o->today;
	if (what->answer_by != NULL &&
	    kl_day_parse(what->answer_by, &m->answer_by) != 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("“%s” is no day. Write it as 2027-03-31. Nothing was "
			  "registered."),
		    what->answer_by);
	m->kind = MATTER_DECISION;
	m->appeal = APPEAL_LEGALITY;
	if (what->appeal != NULL)
		m->appeal =
		    (enum appeal_kind)word_value(words_appeal, what->appeal);
	if (m->appeal == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("“%s” is no way to appeal. Nothing was registered. "
			  "The ways are listed in kansli-exchange(5)."),
		    what->appeal);
	if (what->kind == NULL)
		return 0;
	m->kind = (enum matter_kind)word_value(words_matter, what->kind);
	if (m->kind == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("“%s” is no kind of matter. Nothing was registered. "
			  "The kinds are listed in kansli-exchange(5)."),
		    what->kind);
	return 0;
}

static int
check_matter(struct work *w, const struct committee *c, struct matter *m,
    struct kl_error *err)
{
	if (m->title == NULL || *m->title == '\0')
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The matter has no title: none was found in the "
			  "report and none was given. Nothing was registered. "
			  "Give one with --title."));
	if (m->meeting != NULL &&
	    store_has(w->o->store, "meeting", m->meeting) != 1)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no meeting %s. Nothing was registered."),
		    m->meeting);
	if (m->number == NULL)
		return number_next(w, c, &m->number, err);
	if (store_has(w->o->store, "matter", m->number) == 1)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The registration number %s is taken already. "
			  "Nothing was registered. Give another with "
			  "--number, or leave the report's number to the "
			  "matter that has it."),
		    m->number);
	return 0;
}

static void
answer_matter(struct work *w, const struct matter *m)
{
	struct kl_data *list;
	size_t i;

	data_add_text(w->answer, "number", m->number);
	data_add_text(w->answer, "committee", m->committee);
	data_add_text(w->answer, "title", m->title);
	data_add_text(w->answer, "officer", m->officer);
	data_add_text(w->answer, "department", m->department);
	data_add_text(w->answer, "meeting", m->meeting);
	if (m->answer_by != KL_DAY_NONE)
		data_add_day(w->answer, "answer_by", m->answer_by);
	list = data_add_list(w->answer, "proposals");
	for (i = 0; i < m->proposals.n; i++)
		data_add_text(list, NULL, m->proposals.v[i]);
}

static int
matter_register(
    struct work *w, const struct kl_matter *what, struct kl_error *err)
{
	struct matter m = { .answer_by = KL_DAY_NONE };
	struct committee c = { 0 };
	int rc;

	m.secrecy.date = KL_DAY_NONE;
	rc = store_load_committee(
	    w->o->store, what->committee, w->arena, &c, err);
	if (rc == 0)
		rc = office_may(w->o, MAY_DECIDE, c.code, err);
	if (rc == 0 && what->report != NULL)
		rc = read_report(w, what->report, &m, err);
	if (rc == 0)
		rc = override(w, what, &m, err);
	if (rc == 0)
		rc = check_matter(w, &c, &m, err);
	if (rc == 0 && m.department == NULL)
		m.department = c.department;
	if (rc == 0)
		rc = store_save_matter(w->o->store, "register", &m, err);
	if (rc == 0)
		answer_matter(w, &m);
	return rc;
}

int
kl_matter_register(struct kl_office *o, const struct kl_matter *matter,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_begin(&w, o, MAY_DECIDE, true, err);

	if (rc == 0)
		rc = matter_register(&w, matter, err);
	return work_end(&w, rc, answer, err);
}
