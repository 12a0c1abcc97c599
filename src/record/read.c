/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: the file as a whole.  First its form by the
 * schema, then every value; all faults of both are collected.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "record/exchange.h"
#include "record/record.h"
#include "record/shape.h"

static const struct {
	const char *name;
	void (*read)(struct reader *, const xmlNode *);
} themes[] = {
	{ "organisation", read_organisation },
	{ "kontor", read_department },
	{ "nämnd", read_committee },
	{ "person", read_person },
	{ "mandat", read_mandate },
	{ "ärende", read_matter },
	{ "sammanträde", read_meeting },
	{ "lokal", read_room },
	{ "bokning", read_booking },
	{ "vikarie", read_stand_in },
	{ "frånvaro", read_absence },
	{ "planregler", read_plan_rules },
	{ "plan", read_plan },
};

static void
read_root(struct reader *r, const xmlNode *root)
{
	const xmlNode *n;
	size_t i;

	for (n = xml_child(root, NULL); n != NULL; n = xml_next(n, NULL))
		for (i = 0; i < sizeof themes / sizeof *themes; i++)
			if (xml_is(n, themes[i].name))
				themes[i].read(r, n);
}

/* ---- what may stand once ------------------------------------------------- */

void
named_add(struct reader *r, named_list *list, const char *name, int line)
{
	struct named *x;

	if (name == NULL || *name == '\0')
		return;
	x = vec_push(r->a, list);
	if (x != NULL)
		*x = (struct named){ name, line };
}

static int
by_name(const void *x, const void *y)
{
	const struct named *a = x, *b = y;
	int d = strcmp(a->name, b->name);

	return d != 0 ? d : (a->line > b->line) - (a->line < b->line);
}

void
named_check(struct reader *r, named_list *list, const char *field)
{
	size_t i;

	if (list->n < 2)
		return;
	qsort(list->v, list->n, sizeof *list->v, by_name);
	for (i = 1; i < list->n; i++)
		if (strcmp(list->v[i].name, list->v[i - 1].name) == 0)
			READ_FAULT(r, list->v[i].line, field,
			    KL_N_("%s stands twice, the first time on line "
				  "%d. It may stand once: change or remove "
				  "one of them."),
			    list->v[i].name, list->v[i - 1].line);
}

/* A year has one plan; its versions are one after another. */
static void
unique_plans(struct reader *r)
{
	const struct bundle *b = r->b;
	named_list years = { 0 };
	size_t i;

	for (i = 0; i < b->plans.n; i++)
		if (b->plans.v[i].version == 1)
			named_add(r, &years,
			    arena_printf(r->a, "%d", b->plans.v[i].year),
			    b->plans.v[i].line);
	named_check(r, &years, "plan");
}

/* Facts of planning have no code of their own but for the rooms: who, where and
 * from when is what they are known by. */
static void
unique_planning(struct reader *r)
{
	named_list rooms = { 0 }, bookings = { 0 }, covers = { 0 };
	named_list absences = { 0 }, rules = { 0 };
	const struct bundle *b = r->b;
	char day[11];
	size_t i;

#define REMEMBER(list, vec, ...)                                               \
	for (i = 0; i < b->vec.n; i++)                                         \
	named_add(r, &list, arena_printf(r->a, __VA_ARGS__), b->vec.v[i].line)
#define GIVEN(text) ((text) == NULL ? "" : (text))
	REMEMBER(rooms, rooms, "%s", b->rooms.v[i].code);
	REMEMBER(bookings, bookings, "%s %s %s", b->bookings.v[i].room,
	    kl_day_format(b->bookings.v[i].from, day),
	    GIVEN(b->bookings.v[i].start));
	REMEMBER(covers, stand_ins, "%s %s %s", b->stand_ins.v[i].person,
	    b->stand_ins.v[i].by, GIVEN(b->stand_ins.v[i].committee));
	REMEMBER(absences, absences, "%s %s", b->absences.v[i].person,
	    kl_day_format(b->absences.v[i].from, day));
	REMEMBER(rules, plan_rules, "%s %d", b->plan_rules.v[i].committee,
	    b->plan_rules.v[i].year);
#undef GIVEN
#undef REMEMBER
	named_check(r, &rooms, "kod");
	named_check(r, &bookings, "bokning");
	named_check(r, &covers, "vikarie");
	named_check(r, &absences, "frånvaro");
	named_check(r, &rules, "planregler");
	unique_plans(r);
}

/* A rule has one value of a body from a day. */
static void
unique_rules(struct reader *r)
{
	const struct regulation *x;
	named_list rules = { 0 };
	char day[11] = "";
	size_t i;

	for (i = 0; i < r->b->regulations.n; i++) {
		x = &r->b->regulations.v[i];
		if (x->from != KL_DAY_NONE)
			kl_day_format(x->from, day);
		named_add(r, &rules,
		    arena_printf(r->a, "%s %s %s", x->rule,
			x->committee == NULL ? "" : x->committee,
			x->from == KL_DAY_NONE ? "" : day),
		    x->line);
	}
	named_check(r, &rules, "regel");
}

void
unique_check(struct reader *r)
{
	named_list departments = { 0 }, committees = { 0 }, persons = { 0 };
	named_list matters = { 0 }, meetings = { 0 };
	size_t i;
	const struct bundle *b = r->b;

#define REMEMBER(list, vec, member)                                            \
	for (i = 0; i < b->vec.n; i++)                                         \
	named_add(r, &list, b->vec.v[i].member, b->vec.v[i].line)
	REMEMBER(departments, departments, code);
	REMEMBER(committees, committees, code);
	REMEMBER(persons, persons, ref);
	REMEMBER(matters, matters, number);
	REMEMBER(meetings, meetings, key);
#undef REMEMBER
	named_check(r, &departments, "kod");
	named_check(r, &committees, "kod");
	named_check(r, &persons, "id");
	named_check(r, &matters, "dnr");
	named_check(r, &meetings, "sammanträde");
	unique_rules(r);
	unique_planning(r);
}

/* ---- the whole ----------------------------------------------------------- */

static int
by_line(const void *x, const void *y)
{
	const struct kl_error *a = x, *b = y;

	return (a->line > b->line) - (a->line < b->line);
}

int
read_finish(struct reader *r, struct kl_error *err)
{
	if (arena_failed(r->a))
		return kl_error_nomem(err);
	if (r->faults->n == 0)
		return 0;
	qsort(r->faults->v, r->faults->n, sizeof *r->faults->v, by_line);
	if (err != NULL)
		*err = r->faults->v[0];
	return KL_E_INPUT;
}

int
exchange_read(const void *bytes, size_t n, const char *name, const char *schema,
    struct bundle *bundle, struct kl_faults *faults, struct kl_error *err)
{
	struct reader r = { bundle->arena, bundle, faults, name };
	struct kl_error fault;
	struct shape *shape = NULL;
	xmlDoc *doc = NULL;
	int rc;

	memset(faults, 0, sizeof *faults);
	xml_start();
	rc = shape_open(schema, r.a, &shape, err);
	if (rc != 0)
		goto out;
	rc = xml_parse(bytes, n, name, &doc, &fault);
	if (rc == KL_E_INPUT) {
		kl_error_where(&fault, name, 0, NULL);
		kl_faults_add(faults, &fault);
	} else if (rc != 0) {
		if (err != NULL)
			*err = fault;
		goto out;
	} else {
		rc = shape_check(shape, doc, name, faults);
		read_root(&r, xmlDocGetRootElement(doc));
		unique_check(&r);
		if (rc == 0 && faults->total == 0)
			rc = shape_validate(shape, doc, name, faults);
		if (rc != 0) {
			kl_error_nomem(err);
			goto out;
		}
	}
	rc = read_finish(&r, err);
out:
	xmlFreeDoc(doc);
	shape_close(shape);
	return rc;
}
