/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the words of a cycle definition and the fields of one step, each
 * refusal with its line and the word that was probably meant.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "calendar/cycle_read.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

int
cycle_at(struct cycle_reader *l, const xmlNode *node, int rc)
{
	kl_error_where(l->err, l->file, (int)xmlGetLineNo((xmlNode *)node),
	    (const char *)node->name);
	return rc;
}

int
cycle_unknown(struct cycle_reader *l, const xmlNode *node, const char *word,
    const char *const *words, size_t n)
{
	const char *near = utf8_nearest(word, words, n), *known = "";
	size_t i;

	if (near != NULL)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("\"%s\" is not known here. Did you mean \"%s\"? "
			      "The file was not taken into use."),
			word, near));
	for (i = 0; i < n; i++)
		known = arena_printf(
		    l->a, "%s%s%s", known, i > 0 ? ", " : "", words[i]);
	return cycle_at(l, node,
	    kl_error_set(l->err, KL_E_INPUT,
		KL_N_("\"%s\" is not known here. Known are: %s. The file was "
		      "not taken into use."),
		word, known));
}

int
cycle_find_word(const char *word, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(word, words[i]) == 0)
			return (int)i;
	return -1;
}

int
cycle_attributes(struct cycle_reader *l, const xmlNode *node,
    const char *const *words, size_t n)
{
	const xmlAttr *p;

	for (p = node->properties; p != NULL; p = p->next)
		if (cycle_find_word((const char *)p->name, words, n) < 0)
			return cycle_unknown(
			    l, node, (const char *)p->name, words, n);
	return 0;
}

int
cycle_children(struct cycle_reader *l, const xmlNode *node,
    const char *const *words, size_t n)
{
	const xmlNode *e;

	for (e = xml_child(node, NULL); e != NULL; e = xml_next(e, NULL)) {
		const char *name = (const char *)e->name;

		if (cycle_find_word(name, words, n) < 0)
			return cycle_unknown(l, e, name, words, n);
		if (xml_next(e, name) != NULL)
			return cycle_at(l, xml_next(e, name),
			    kl_error_set(l->err, KL_E_INPUT,
				KL_N_("<%s> stands twice. Keep one. The file "
				      "was not taken into use."),
				name));
	}
	return 0;
}

const char *
cycle_required(struct cycle_reader *l, const xmlNode *node, const char *name)
{
	const char *s = xml_attr(l->a, node, name);

	if (s != NULL && *s != '\0')
		return s;
	cycle_at(l, node,
	    kl_error_set(l->err, KL_E_INPUT,
		KL_N_("<%s> lacks %s=\"...\". Add it. The file was not taken "
		      "into use."),
		(const char *)node->name, name));
	return NULL;
}

int
cycle_choice(struct cycle_reader *l, const xmlNode *node, const char *name,
    const char *const *words, size_t n, int *out)
{
	const xmlNode *e = xml_child(node, name);
	const char *s;
	int i;

	if (e == NULL)
		return 0;
	s = xml_text(l->a, e);
	if (s == NULL)
		return kl_error_nomem(l->err);
	i = cycle_find_word(s, words, n);
	if (i < 0)
		return cycle_unknown(l, e, s, words, n);
	*out = i;
	return 0;
}

int
cycle_date(
    struct cycle_reader *l, const xmlNode *node, const char *text, kl_day *out)
{
	if (text == NULL || kl_day_parse(text, out) == 0)
		return 0;
	return cycle_at(l, node,
	    kl_error_set(l->err, KL_E_INPUT,
		KL_N_("\"%s\" is not a date. Write it as 2026-11-17. The file "
		      "was not taken into use."),
		text));
}

/* "5 dagar", "1 vecka", "3 arbetsdagar". */
static int
read_offset(
    struct cycle_reader *l, const xmlNode *e, int sign, struct cycle_step *step)
{
	static const char *const units[] = { "dag", "dagar", "vecka", "veckor",
		"arbetsdag", "arbetsdagar" };
	const char *s = xml_text(l->a, e);
	char *end;
	long n;
	int unit;

	if (s == NULL)
		return kl_error_nomem(l->err);
	n = strtol(s, &end, 10);
	if (end == s || *s < '0' || *s > '9' || *end != ' ')
		return cycle_at(l, e,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("\"%s\" is not a number of days. Write for "
			      "example \"5 dagar\", \"1 vecka\" or \"3 "
			      "arbetsdagar\". The file was not taken into "
			      "use."),
			s));
	unit = cycle_find_word(end + 1, units, COUNT(units));
	if (unit < 0)
		return cycle_unknown(l, e, end + 1, units, COUNT(units));
	if (n > CYCLE_DAYS_MAX || (unit / 2 == 1 && 7 * n > CYCLE_DAYS_MAX))
		return cycle_at(l, e,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("\"%s\" is more than a year. Correct the number. "
			      "The file was not taken into use."),
			s));
	step->working = unit / 2 == 2;
	step->offset = sign * (int)n * (unit / 2 == 1 ? 7 : 1);
	return 0;
}

/* <före> or <efter>: exactly one in a new step, at most one in a variant. */
static int
read_place(struct cycle_reader *l, const xmlNode *node, bool need,
    struct cycle_step *step)
{
	const xmlNode *before = xml_child(node, "före");
	const xmlNode *after = xml_child(node, "efter");

	if (before != NULL && after != NULL)
		return cycle_at(l, after,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("A step is either before (<före>) or after "
			      "(<efter>), not both. Keep one. The file was "
			      "not taken into use.")));
	if (before != NULL)
		return read_offset(l, before, -1, step);
	if (after != NULL)
		return read_offset(l, after, 1, step);
	if (need)
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The step \"%s\" does not say when. Add <före>5 "
			      "dagar</före> or <efter>1 arbetsdag</efter>. "
			      "The file was not taken into use."),
			step->id));
	return 0;
}

static int
read_choices(
    struct cycle_reader *l, const xmlNode *node, struct cycle_step *step)
{
	static const char *const rolls[] = { "nej", "bakåt", "framåt", "lag" };
	static const char *const levels[] = { "kontor", "sekretariat",
		"nämnd" };
	static const char *const limits[] = { "ingen", "kallelse", "justering",
		"anslag" };
	static const char *const answers[] = { "nej", "ja" };
	int roll = (int)step->roll, level = (int)step->level;
	int limit = (int)step->limit, dropped = step->dropped, rc;

	rc = cycle_choice(l, node, "flyttas", rolls, COUNT(rolls), &roll);
	if (rc == 0)
		rc = cycle_choice(
		    l, node, "ansvar", levels, COUNT(levels), &level);
	if (rc == 0)
		rc = cycle_choice(
		    l, node, "lagregel", limits, COUNT(limits), &limit);
	if (rc == 0)
		rc = cycle_choice(
		    l, node, "utgår", answers, COUNT(answers), &dropped);
	step->roll = (enum cycle_roll)roll;
	step->level = (enum cycle_level)level;
	step->limit = (enum cycle_limit)limit;
	step->dropped = dropped == 1;
	return rc;
}

/* <gäller från="..." till="..."/>: the meetings that have the step. */
static int
read_validity(
    struct cycle_reader *l, const xmlNode *node, struct cycle_step *step)
{
	static const char *const words[] = { "från", "till" };
	const xmlNode *e = xml_child(node, "gäller");
	int rc;

	if (e == NULL)
		return 0;
	rc = cycle_attributes(l, e, words, COUNT(words));
	if (rc == 0)
		rc = cycle_date(l, e, xml_attr(l->a, e, "från"), &step->from);
	if (rc == 0)
		rc = cycle_date(l, e, xml_attr(l->a, e, "till"), &step->until);
	if (rc == 0 && step->from != KL_DAY_NONE &&
	    step->until != KL_DAY_NONE && step->from > step->until)
		rc = cycle_at(l, e,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The last day lies before the first. Correct "
			      "the dates. The file was not taken into use.")));
	return rc;
}

size_t
cycle_step_index(const struct cycle *c, const char *id)
{
	size_t i;

	for (i = 0; i < c->steps.n; i++)
		if (strcmp(c->steps.v[i].id, id) == 0)
			return i;
	return CYCLE_MEETING;
}

int
cycle_find_step(
    struct cycle_reader *l, const xmlNode *node, const char *id, size_t *out)
{
	if (cycle_find(l->c, id, out, l->err) == 0)
		return 0;
	if (l->err != NULL)
		l->err->code = KL_E_INPUT; /* the file is wrong */
	return cycle_at(l, node, KL_E_INPUT);
}

int
cycle_read_anchor(
    struct cycle_reader *l, const xmlNode *node, struct cycle_step *step)
{
	const xmlNode *e = xml_child(node, "räknat-från");
	const char *id = xml_text(l->a, e);

	if (e == NULL)
		return 0;
	if (id == NULL)
		return kl_error_nomem(l->err);
	if (strcmp(id, "sammanträdet") == 0) {
		step->anchor = CYCLE_MEETING;
		return 0;
	}
	return cycle_find_step(l, e, id, &step->anchor);
}

/* <rutin> and <lathund>: what a checklist says of the step.  A committee's own
 * quick guide replaces the common one. */
static int
read_guide(struct cycle_reader *l, const xmlNode *node, struct cycle_step *step)
{
	static const char *const words[] = { "punkt" };
	const char *routine = xml_child_text(l->a, node, "rutin");
	const xmlNode *e = xml_child(node, "lathund"), *point;
	const char *text;

	if (routine != NULL)
		step->routine = routine[0] == '\0' ? NULL : routine;
	if (e == NULL)
		return 0;
	step->guide = (text_list){ 0 };
	for (point = xml_child(e, NULL); point != NULL;
	     point = xml_next(point, NULL)) {
		if (!xml_is(point, "punkt"))
			return cycle_unknown(l, point,
			    (const char *)point->name, words, COUNT(words));
		text = xml_text(l->a, point);
		if (text == NULL)
			return kl_error_nomem(l->err);
		if (*text == '\0' || step->guide.n == CYCLE_GUIDE_MAX)
			return cycle_at(l, point,
			    kl_error_set(l->err, KL_E_INPUT,
				KL_N_("A quick guide (<lathund>) has at most "
				      "%d points (<punkt>), none of them "
				      "empty. The file was not taken into "
				      "use."),
				CYCLE_GUIDE_MAX));
		if (text_add(l->a, &step->guide, text) != 0)
			return kl_error_nomem(l->err);
	}
	text = xml_text(l->a, e);
	if (text == NULL)
		return kl_error_nomem(l->err);
	if (step->guide.n > 0 || *text == '\0')
		return 0;
	return cycle_at(l, e,
	    kl_error_set(l->err, KL_E_INPUT,
		KL_N_("The quick guide holds text outside its points. Write "
		      "<lathund><punkt>...</punkt></lathund>. The file was "
		      "not taken into use.")));
}

int
cycle_read_step(struct cycle_reader *l, const xmlNode *node, bool need,
    struct cycle_step *step)
{
	static const char *const words[] = { "namn", "före", "efter",
		"räknat-från", "flyttas", "ansvar", "lagregel", "stöd",
		"gäller", "utgår", "rutin", "lathund" };
	static const char *const attributes[] = { "id" };
	const char *name, *source;
	int rc;

	rc = cycle_attributes(l, node, attributes, COUNT(attributes));
	if (rc == 0)
		rc = cycle_children(l, node, words, COUNT(words));
	if (rc == 0)
		rc = read_place(l, node, need, step);
	if (rc == 0)
		rc = read_choices(l, node, step);
	if (rc == 0)
		rc = read_validity(l, node, step);
	if (rc == 0)
		rc = read_guide(l, node, step);
	if (rc != 0)
		return rc;
	step->line = (int)xmlGetLineNo((xmlNode *)node);
	name = xml_child_text(l->a, node, "namn");
	source = xml_child_text(l->a, node, "stöd");
	step->name = name != NULL ? name : step->name;
	step->source = source != NULL ? source : step->source;
	if (step->name == NULL || step->name[0] == '\0')
		return cycle_at(l, node,
		    kl_error_set(l->err, KL_E_INPUT,
			KL_N_("The step \"%s\" has no <namn>. Add what people "
			      "call it. The file was not taken into use."),
			step->id));
	return 0;
}
