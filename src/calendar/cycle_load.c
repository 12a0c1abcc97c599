/* SPDX-License-Identifier: EUPL-1.2
 *
 * Putting a cycle definition together: common steps, committees' own, days
 * picked by hand.  The file is written by hand, so everything is checked.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "calendar/cycle_read.h"

#define FILE_MAX ((size_t)1 << 20)   /* bytes of a definition */
#define ARENA_MAX ((size_t)16 << 20) /* bytes of what it becomes */
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* A new step, common (${only} NULL) or of one committee. */
static int
add_step(struct cycle_reader *l, const xmlNode *node, const char *only)
{
	const char *id = cycle_required(l, node, "id");
	struct cycle_step *step;

	if (id == NULL)
		return KL_E_INPUT;
	if (cycle_step_index(l->c, id) != CYCLE_MEETING)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The step \"%s\" stands twice (first on line "
			      "%d). Give one of them another id. The file was "
			      "not taken into use."),
			id, l->c->steps.v[cycle_step_index(l->c, id)].line));
	if (l->c->steps.n == CYCLE_STEPS_MAX)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("A cycle has at most %d steps. The file was not "
			      "taken into use."),
			CYCLE_STEPS_MAX));
	step = vec_push(l->a, &l->c->steps);
	if (step == NULL)
		return kl_error_nomem(l->err);
	step->id = id;
	step->only = only;
	step->anchor = CYCLE_MEETING;
	step->from = step->until = KL_DAY_NONE;
	step->level = CYCLE_SECRETARIAT;
	return cycle_read_step(l, node, true, step);
}

/* A committee's own form of a common step. */
static int
add_variant(struct cycle_reader *l, const xmlNode *node, const char *committee)
{
	const char *id = cycle_required(l, node, "id");
	struct cycle_variant *v;
	size_t i;
	int rc;

	if (id == NULL)
		return KL_E_INPUT;
	rc = cycle_find_step(l, node, id, &i);
	if (rc != 0)
		return rc;
	if (cycle_step_of(l->c, i, committee) != &l->c->steps.v[i] ||
	    l->c->steps.v[i].only != NULL)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The step \"%s\" stands twice for %s. Keep one. "
			      "The file was not taken into use."),
			id, committee));
	v = vec_push(l->a, &l->c->variants);
	if (v == NULL)
		return kl_error_nomem(l->err);
	v->committee = committee;
	v->step = i;
	v->own = l->c->steps.v[i];
	rc = cycle_read_step(l, node, false, &v->own);
	return rc != 0 ? rc : cycle_read_anchor(l, node, &v->own);
}

/* Check what an exception says, and that it says it once. */
static int
check_override(struct cycle_reader *l, const xmlNode *node,
    const struct cycle_override *o, bool dropped)
{
	const struct cycle_override *before;
	char date[11];

	if ((o->day != KL_DAY_NONE) == dropped)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("An exception says either a day (<dag>) or that "
			      "the step falls away (<utgår>ja</utgår>). The "
			      "file was not taken into use.")));
	if (o->day != KL_DAY_NONE && abs(o->day - o->meeting) > CYCLE_DAYS_MAX)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The exception's day is more than a year from "
			      "the meeting. Correct the date. The file was "
			      "not taken into use.")));
	before = cycle_override_of(l->c, o->step, o->committee, o->meeting);
	if (before != NULL &&
	    (before->committee == NULL) == (o->committee == NULL))
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The exception for \"%s\" and %s stands twice "
			      "(first on line %d). Keep one. The file was not "
			      "taken into use."),
			l->c->steps.v[o->step].id,
			kl_day_format(o->meeting, date), before->line));
	if (l->c->overrides.n == CYCLE_OVERRIDES_MAX)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("A cycle has at most %d exceptions. The file "
			      "was not taken into use."),
			CYCLE_OVERRIDES_MAX));
	return 0;
}

/* <undantag>: a day picked by hand. */
static int
add_override(struct cycle_reader *l, const xmlNode *node)
{
	static const char *const attributes[] = { "steg", "sammanträde",
		"nämnd" };
	static const char *const words[] = { "dag", "utgår", "skäl" };
	static const char *const yes[] = { "ja" };
	struct cycle_override o = { .meeting = KL_DAY_NONE,
		.day = KL_DAY_NONE };
	const char *id = cycle_required(l, node, "steg");
	const char *date =
	    id == NULL ? NULL : cycle_required(l, node, "sammanträde");
	struct cycle_override *slot;
	int rc, dropped = -1;

	if (date == NULL)
		return KL_E_INPUT;
	rc = cycle_attributes(l, node, attributes, COUNT(attributes));
	if (rc == 0)
		rc = cycle_children(l, node, words, COUNT(words));
	if (rc == 0)
		rc = cycle_find_step(l, node, id, &o.step);
	if (rc == 0)
		rc = cycle_date(l, node, date, &o.meeting);
	if (rc == 0)
		rc = cycle_date(
		    l, node, xml_child_text(l->a, node, "dag"), &o.day);
	if (rc == 0)
		rc = cycle_choice(l, node, "utgår", yes, 1, &dropped);
	if (rc != 0)
		return rc;
	o.committee = xml_attr(l->a, node, "nämnd");
	o.reason = xml_child_text(l->a, node, "skäl");
	o.line = (int)xmlGetLineNo((xmlNode *)node);
	rc = check_override(l, node, &o, dropped == 0);
	if (rc != 0)
		return rc;
	slot = vec_push(l->a, &l->c->overrides);
	if (slot == NULL)
		return kl_error_nomem(l->err);
	*slot = o;
	return 0;
}

static const char *const root_words[] = { "namn", "steg", "nämnd", "undantag" };
static const char *const committee_words[] = { "steg", "eget-steg" };
static const char *const committee_attributes[] = { "kod" };

/* All new steps, in file order: the common ones, then the committees'. */
static int
load_steps(struct cycle_reader *l, const xmlNode *root)
{
	const xmlNode *e, *s;
	const char *code;
	int rc;

	for (e = xml_child(root, "steg"); e != NULL; e = xml_next(e, "steg")) {
		rc = add_step(l, e, NULL);
		if (rc != 0)
			return rc;
	}
	for (e = xml_child(root, "nämnd"); e != NULL;
	     e = xml_next(e, "nämnd")) {
		code = cycle_required(l, e, "kod");
		if (code == NULL)
			return KL_E_INPUT;
		for (s = xml_child(e, "eget-steg"); s != NULL;
		     s = xml_next(s, "eget-steg")) {
			rc = add_step(l, s, code);
			if (rc != 0)
				return rc;
		}
	}
	return 0;
}

/* The anchors of the new steps, in the order in which load_steps made them. */
static int
load_anchors(struct cycle_reader *l, const xmlNode *root)
{
	const xmlNode *e, *s;
	size_t i = 0;
	int rc;

	for (e = xml_child(root, "steg"); e != NULL; e = xml_next(e, "steg")) {
		rc = cycle_read_anchor(l, e, &l->c->steps.v[i++]);
		if (rc != 0)
			return rc;
	}
	for (e = xml_child(root, "nämnd"); e != NULL; e = xml_next(e, "nämnd"))
		for (s = xml_child(e, "eget-steg"); s != NULL;
		     s = xml_next(s, "eget-steg")) {
			rc = cycle_read_anchor(l, s, &l->c->steps.v[i++]);
			if (rc != 0)
				return rc;
		}
	return 0;
}

static int
load_variants(struct cycle_reader *l, const xmlNode *root)
{
	const xmlNode *e, *s;
	const char *code;
	int rc;

	for (e = xml_child(root, "nämnd"); e != NULL;
	     e = xml_next(e, "nämnd")) {
		rc = cycle_attributes(
		    l, e, committee_attributes, COUNT(committee_attributes));
		if (rc != 0)
			return rc;
		code = cycle_required(l, e, "kod");
		for (s = xml_child(e, NULL); s != NULL; s = xml_next(s, NULL)) {
			rc = 0;
			if (xml_is(s, "steg"))
				rc = add_variant(l, s, code);
			else if (!xml_is(s, "eget-steg"))
				rc = cycle_unknown(l, s, (const char *)s->name,
				    committee_words, COUNT(committee_words));
			if (rc != 0)
				return rc;
		}
	}
	return 0;
}

/* Does following the anchors from step ${i} as ${committee} has them end? */
static bool
ends(const struct cycle *c, size_t i, const char *committee)
{
	size_t left = c->steps.n;

	for (; i != CYCLE_MEETING && left > 0; left--)
		i = cycle_step_of(c, i, committee)->anchor;
	return i == CYCLE_MEETING;
}

static int
check_circles(struct cycle_reader *l)
{
	const struct cycle_step *step;
	const char *committee;
	size_t i, v;

	for (v = 0; v <= l->c->variants.n; v++) {
		committee = v == 0 ? NULL : l->c->variants.v[v - 1].committee;
		for (i = 0; i < l->c->steps.n; i++) {
			if (ends(l->c, i, committee))
				continue;
			step = cycle_step_of(l->c, i, committee);
			kl_error_set(l->err, KL_E_INPUT,
			    KL_N_("The step \"%s\" is counted from itself, "
				  "through <räknat-från>. Count one of the "
				  "steps from the meeting. The file was not "
				  "taken into use."),
			    step->id);
			kl_error_where(
			    l->err, l->c->file, step->line, "räknat-från");
			return KL_E_INPUT;
		}
	}
	return 0;
}

static int
load_root(struct cycle_reader *l, const xmlNode *root)
{
	static const char *const attributes[] = { "version" };
	const xmlNode *e;
	const char *version;
	int rc;

	if (root == NULL) /* well-formed XML has one, so memory ran out */
		return kl_error_nomem(l->err);
	if (!xml_is(root, "cykel"))
		return cycle_at(l, root,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("This is not a cycle definition: it begins with "
			      "<%s>, not <cykel>."),
			(const char *)root->name));
	rc = cycle_attributes(l, root, attributes, COUNT(attributes));
	if (rc != 0)
		return rc;
	version = cycle_required(l, root, "version");
	if (version == NULL)
		return KL_E_INPUT;
	if (strcmp(version, "1") != 0)
		return cycle_at(l, root,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("Version %s of cycle definitions is not known; "
			      "this program reads version 1."),
			version));
	for (e = xml_child(root, NULL); e != NULL; e = xml_next(e, NULL))
		if (cycle_find_word((const char *)e->name, root_words,
			COUNT(root_words)) < 0)
			return cycle_unknown(l, e, (const char *)e->name,
			    root_words, COUNT(root_words));
	l->c->name = xml_child_text(l->a, root, "namn");
	if (l->c->name == NULL || l->c->name[0] == '\0')
		return cycle_at(l, root,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The definition has no <namn>. Add one; it is "
			      "named as the reason for each day.")));
	return 0;
}

static int
load(struct cycle_reader *l, const xmlNode *root)
{
	const xmlNode *e;
	int rc;

	rc = load_root(l, root);
	if (rc == 0)
		rc = load_steps(l, root);
	if (rc == 0)
		rc = load_anchors(l, root);
	if (rc == 0)
		rc = load_variants(l, root);
	if (rc == 0)
		rc = check_circles(l);
	for (e = xml_child(root, "undantag"); rc == 0 && e != NULL;
	     e = xml_next(e, "undantag"))
		rc = add_override(l, e);
	if (rc == 0 && l->c->steps.n == 0)
		rc = cycle_at(l, root,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The definition has no step. Add at least one "
			      "<steg>.")));
	if (arena_failed(l->a)) /* it may look like something missing */
		rc = kl_error_nomem(l->err);
	return rc;
}

int
cycle_load(const char *path, struct cycle **out, struct kl_error *err)
{
	struct cycle *c = mem_alloc(sizeof *c);
	struct cycle_reader l = { .file = path, .c = c, .err = err };
	struct buf bytes;
	xmlDoc *doc = NULL;
	int rc;

	buf_init(&bytes, FILE_MAX);
	if (c == NULL || (c->arena = arena_new(ARENA_MAX)) == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	l.a = c->arena;
	c->file = arena_strdup(c->arena, path);
	rc = file_read(path, FILE_MAX, &bytes, err);
	if (rc != 0)
		goto out;
	rc = xml_parse(bytes.data, bytes.len, path, &doc, err);
	if (rc != 0)
		goto out;
	rc = load(&l, xmlDocGetRootElement(doc));
	if (rc != 0)
		goto out;
	*out = c;
	c = NULL;
out:
	xmlFreeDoc(doc);
	buf_free(&bytes);
	cycle_free(c);
	return rc;
}
