/* SPDX-License-Identifier: EUPL-1.2
 *
 * Where templates differ, in sentences: the committees' templates of a kind, or
 * two files; and whether the latest documents that were issued were made with
 * what is used today.
 */
#include "config.h"

#include <string.h>

#include "odf/odf.h"
#include "office/templates.h"

/* Something to compare: a committee's template, a file, an issued document. */
struct side {
	const char *who; /* "Trafiknämnden" */
	struct template_file file;
	struct odf_profile profile;
};

typedef VEC(struct side) sides;

struct comparing {
	struct work *w;
	struct kl_data *list; /* of sentences */
	struct kl_error *err;
};

/* say(c, KEY, args...): add a sentence in the reader's language. */
#define say(c, ...)                                                            \
	do {                                                                   \
		struct kl_error what_;                                         \
		kl_error_set(&what_, 0, __VA_ARGS__);                          \
		data_add_text((c)->list, NULL, template_say((c)->w, &what_));  \
	} while (0)

/* ---- two profiles -------------------------------------------------------- */

static bool
holds(const text_list *list, const char *text)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i], text) == 0)
			return true;
	return false;
}

/* What ${a} has and ${b} lacks; ${key} takes who has, what, and who lacks. */
static void
only_in(struct comparing *c, const struct side *a, const text_list *has,
    const struct side *b, const text_list *lacks, const char *key)
{
	struct kl_error what;
	size_t i;

	for (i = 0; i < has->n; i++) {
		if (holds(lacks, has->v[i]))
			continue;
		kl_error_set(&what, 0, "%s%s%s", a->who, has->v[i], b->who);
		what.text = key;
		data_add_text(c->list, NULL, template_say(c->w, &what));
	}
}

static void
compare_lists(struct comparing *c, const struct side *a, const struct side *b)
{
	const struct odf_profile *p = &a->profile, *q = &b->profile;

	only_in(c, a, &p->headings, b, &q->headings,
	    KL_N_("%s has the heading “%s”, which %s lacks."));
	only_in(c, a, &p->controls, b, &q->controls,
	    KL_N_("%s has the section or table “%s”, which %s lacks."));
	only_in(c, a, &p->tables, b, &q->tables,
	    KL_N_("%s has the table “%s”, which %s lacks."));
	only_in(c, a, &p->fields, b, &q->fields,
	    KL_N_("%s has the field “%s”, which %s lacks."));
}

static const struct odf_look *
find_property(const struct odf_profile *p, const struct odf_look *like)
{
	size_t i;

	for (i = 0; i < p->looks.n; i++)
		if (strcmp(p->looks.v[i].of, like->of) == 0 &&
		    strcmp(p->looks.v[i].name, like->name) == 0)
			return &p->looks.v[i];
	return NULL;
}

static bool
has_style(const struct odf_profile *p, const char *name)
{
	size_t i;

	for (i = 0; i < p->looks.n; i++)
		if (strcmp(p->looks.v[i].of, name) == 0)
			return true;
	return false;
}

/* Properties of a style that both have; ${second} when ${a} is the second side,
 * which then only tells what the other does not say at all. */
static void
compare_looks(struct comparing *c, const struct side *a, const struct side *b,
    bool second)
{
	const struct odf_look *p, *q;
	const char *told = "", *other;
	size_t i;

	for (i = 0; i < a->profile.looks.n; i++) {
		p = &a->profile.looks.v[i];
		if (!has_style(&b->profile, p->of)) {
			if (strcmp(told, p->of) != 0)
				say(c,
				    KL_N_("%s has the style “%s”, which %s "
					  "lacks."),
				    a->who, p->of, b->who);
			told = p->of;
			continue;
		}
		q = find_property(&b->profile, p);
		if ((q != NULL && strcmp(q->value, p->value) == 0) ||
		    (q != NULL && second))
			continue;
		other = q == NULL ? "–" : q->value;
		if (*p->of == '\0')
			say(c, KL_N_("The page's %s is %s in %s and %s in %s."),
			    p->name, p->value, a->who, other, b->who);
		else
			say(c,
			    KL_N_("The style “%s” has %s %s in %s and %s in "
				  "%s."),
			    p->of, p->name, p->value, a->who, other, b->who);
	}
}

static int
describe(struct comparing *c, struct side *s)
{
	struct odf *odf = NULL;
	int rc = odf_open(
	    s->file.bytes.data, s->file.bytes.len, s->file.name, &odf, c->err);

	if (rc == 0)
		rc = odf_profile(odf, c->w->arena, &s->profile, c->err);
	odf_free(odf);
	return rc;
}

static int
compare(struct comparing *c, struct side *a, struct side *b)
{
	int rc;

	if (strcmp(a->file.sha256, b->file.sha256) == 0)
		return 0;
	rc = describe(c, a);
	if (rc == 0)
		rc = describe(c, b);
	if (rc != 0)
		return rc;
	compare_lists(c, a, b);
	compare_lists(c, b, a);
	compare_looks(c, a, b, false);
	compare_looks(c, b, a, true);
	return 0;
}

/* ---- committees ---------------------------------------------------------- */

static void
free_sides(sides *all)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		template_free(&all->v[i].file);
}

static struct side *
add_side(struct comparing *c, sides *all, const char *who)
{
	struct side *s = vec_push(c->w->arena, all);

	if (s == NULL)
		return NULL;
	template_init(&s->file);
	s->who = arena_strdup(c->w->arena, who);
	return s;
}

/* One side for each committee with a template that no side before has. */
static int
gather_templates(struct comparing *c, const struct kind *kind, sides *all)
{
	static const char *const none[] = { NULL };
	struct kl_data *rows = data_list();
	const struct kl_data *row;
	struct side *s;
	size_t i, j;
	int rc = store_query(c->w->o->store, "committees", none, rows, c->err);

	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		row = kl_data_at(rows, i);
		s = add_side(c, all, kl_data_text(kl_data_get(row, "name")));
		if (s == NULL) {
			rc = kl_error_nomem(c->err);
			break;
		}
		rc = office_template(c->w, kind,
		    kl_data_text(kl_data_get(row, "code")), &s->file, c->err);
		for (j = 0; rc == 0 && j + 1 < all->n; j++)
			if (strcmp(all->v[j].file.sha256, s->file.sha256) ==
			    0) {
				all->v[j].who = arena_printf(c->w->arena,
				    "%s, %s", all->v[j].who, s->who);
				template_free(&s->file);
				all->n--;
				break;
			}
	}
	kl_data_free(rows);
	return rc;
}

/* Which fixed headings of the templates a document shows. */
static void
compare_shown(
    struct comparing *c, const struct side *doc, const struct side *template)
{
	const text_list *fixed = &template->profile.headings;
	size_t i;

	for (i = 0; i < doc->profile.headings.n; i++)
		if (holds(fixed, doc->profile.headings.v[i]))
			return;
	if (fixed->n > 0 && doc->profile.headings.n > 0)
		say(c,
		    KL_N_("%s shares no heading with the template used now."),
		    doc->who);
}

/* The latest document of the kind that each committee has issued, against the
 * template that the committee uses today. */
static int
compare_issued(struct comparing *c, const struct kind *kind,
    const struct kl_data *committee)
{
	const char *code = kl_data_text(kl_data_get(committee, "code"));
	const char *name = kl_data_text(kl_data_get(committee, "name"));
	struct side now = { .who = "" }, old = { .who = "" };
	struct issued d;
	int rc;

	template_init(&now.file);
	template_init(&old.file);
	rc = store_latest_issued(
	    c->w->o->store, code, kind->name, "odt", c->w->arena, &d, c->err);
	if (rc != 0 || d.id == 0)
		goto out;
	rc = office_template(c->w, kind, code, &now.file, c->err);
	if (rc != 0 || d.template_sha256 == NULL ||
	    strcmp(now.file.sha256, d.template_sha256) == 0)
		goto out;
	buf_free(&old.file.bytes);
	rc = store_get_blob(c->w->o->store, d.sha256, &old.file.bytes, c->err);
	if (rc != 0)
		goto out;
	hash_of(old.file.bytes.data, old.file.bytes.len, old.file.sha256);
	old.file.name = now.file.name;
	say(c,
	    KL_N_("The latest document of %s (%s) was made with another "
		  "template than the one used now."),
	    name, d.meeting == NULL ? "" : d.meeting);
	old.who = arena_printf(
	    c->w->arena, "%s (%s)", name, d.meeting == NULL ? "" : d.meeting);
	now.who = now.file.name;
	rc = describe(c, &old);
	if (rc == 0)
		rc = describe(c, &now);
	if (rc != 0)
		goto out;
	compare_shown(c, &old, &now);
	compare_looks(c, &old, &now, false);
	compare_looks(c, &now, &old, true);
out:
	template_free(&now.file);
	template_free(&old.file);
	return rc;
}

static int
compare_all_issued(struct comparing *c, const struct kind *kind)
{
	static const char *const none[] = { NULL };
	struct kl_data *rows = data_list();
	size_t i;
	int rc = store_query(c->w->o->store, "committees", none, rows, c->err);

	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		rc = compare_issued(c, kind, kl_data_at(rows, i));
	kl_data_free(rows);
	return rc;
}

static void
start(struct comparing *c, struct work *w, struct kl_error *err)
{
	c->w = w;
	c->err = err;
	c->list = data_add_list(w->answer, "differences");
}

int
kl_template_compare(struct kl_office *o, const char *name,
    struct kl_data **answer, struct kl_error *err)
{
	const struct kind *kind = NULL;
	struct comparing c;
	sides all = { 0 };
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	start(&c, &w, err);
	if (rc == 0)
		rc = kind_find(name, &kind, err);
	if (rc == 0 && o->store == NULL)
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("The committees' templates are compared in a "
			  "register; name one, or name two files."));
	if (rc == 0)
		rc = gather_templates(&c, kind, &all);
	for (i = 1; rc == 0 && i < all.n; i++)
		rc = compare(&c, &all.v[0], &all.v[i]);
	if (rc == 0)
		rc = compare_all_issued(&c, kind);
	if (rc == 0)
		data_add_bool(w.answer, "same", kl_data_count(c.list) == 0);
	free_sides(&all);
	return work_end(&w, rc, answer, err);
}

int
kl_template_compare_files(struct kl_office *o, const char *first,
    const char *second, struct kl_data **answer, struct kl_error *err)
{
	const char *names[2] = { first, second };
	struct kl_template what = { 0 };
	const struct kind *kind;
	struct side both[2];
	struct comparing c;
	struct work w;
	int i, rc = work_begin(&w, o, MAY_READ, false, err);

	start(&c, &w, err);
	for (i = 0; i < 2; i++) {
		template_init(&both[i].file);
		both[i].who = names[i];
		what.file = names[i];
		if (rc == 0)
			rc =
			    template_find(&w, &what, &kind, &both[i].file, err);
	}
	if (rc == 0)
		rc = compare(&c, &both[0], &both[1]);
	if (rc == 0)
		data_add_bool(w.answer, "same", kl_data_count(c.list) == 0);
	template_free(&both[0].file);
	template_free(&both[1].file);
	return work_end(&w, rc, answer, err);
}
