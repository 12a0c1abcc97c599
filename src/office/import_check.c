/* SPDX-License-Identifier: EUPL-1.2
 *
 * Checking an import: every reference must lead somewhere, in the file or in
 * the register, and registration numbers must be new.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "office/import.h"

/* ---- faults ----------------------------------------------------------------
 */

void
import_fault(struct import *im, struct kl_error *e, int line, const char *field)
{
	kl_error_where(e, im->name, line, field);
	kl_faults_add(im->faults, e);
}

/* The names that the file itself brings of that kind of fact. */
static void
names_of(const struct import *im, const char *fact, text_list *names)
{
	const struct bundle *b = &im->w->bundle;
	struct arena *a = im->w->arena;
	size_t i;

#define COLLECT(word, list, member)                                            \
	if (strcmp(fact, word) == 0)                                           \
		for (i = 0; i < b->list.n; i++)                                \
	text_add(a, names, b->list.v[i].member)
	COLLECT("committee", committees, code);
	COLLECT("person", persons, ref);
	COLLECT("department", departments, code);
	COLLECT("room", rooms, code);
	COLLECT("matter", matters, number);
#undef COLLECT
}

/* What was perhaps meant, of the file and of the register; or NULL. */
static const char *
nearest(struct import *im, const char *fact, const char *key)
{
	text_list names = { NULL, 0, 0 };
	const char *stored = NULL;

	names_of(im, fact, &names);
	if (store_nearest(
		im->w->o->store, fact, key, im->w->arena, &stored, NULL) == 0 &&
	    stored != NULL)
		text_add(im->w->arena, &names, stored);
	return utf8_nearest(key, names.v, names.n);
}

/* Whole sentences, since each is translated as one. */
static void
say_unknown(struct kl_error *e, const char *fact, const char *key)
{
	if (strcmp(fact, "committee") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no committee with the code “%s”, neither "
			  "in the file nor in the register."),
		    key);
	else if (strcmp(fact, "person") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no person “%s”, neither in the file nor "
			  "in the register."),
		    key);
	else if (strcmp(fact, "department") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no office with the code “%s”, neither in "
			  "the file nor in the register."),
		    key);
	else if (strcmp(fact, "room") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no room with the code “%s”, neither in "
			  "the file nor in the register."),
		    key);
	else
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no matter “%s”, neither in the file nor "
			  "in the register."),
		    key);
}

static void
say_near(
    struct kl_error *e, const char *fact, const char *key, const char *near)
{
	if (strcmp(fact, "committee") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no committee with the code “%s”, neither "
			  "in the file nor in the register. The nearest is "
			  "“%s”."),
		    key, near);
	else if (strcmp(fact, "person") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no person “%s”, neither in the file nor "
			  "in the register. The nearest is “%s”."),
		    key, near);
	else if (strcmp(fact, "department") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no office with the code “%s”, neither in "
			  "the file nor in the register. The nearest is "
			  "“%s”."),
		    key, near);
	else if (strcmp(fact, "room") == 0)
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no room with the code “%s”, neither in "
			  "the file nor in the register. The nearest is "
			  "“%s”."),
		    key, near);
	else
		kl_error_set(e, KL_E_INPUT,
		    KL_N_("There is no matter “%s”, neither in the file nor "
			  "in the register. The nearest is “%s”."),
		    key, near);
}

/* A reference that neither the file nor the register has. */
static bool
known(struct import *im, const char *fact, const char *key, bool in_file,
    int line, const char *field)
{
	const char *near;
	struct kl_error e;

	if (key == NULL || in_file ||
	    store_has(im->w->o->store, fact, key) == 1)
		return true;
	near = nearest(im, fact, key);
	if (near == NULL)
		say_unknown(&e, fact, key);
	else
		say_near(&e, fact, key, near);
	import_fault(im, &e, line, field);
	return false;
}

static bool
known_committee(struct import *im, const char *code, int line)
{
	return known(im, "committee", code,
	    bundle_committee(&im->w->bundle, code) != NULL, line, "nämnd");
}

static bool
known_person(struct import *im, const char *ref, int line)
{
	return known(im, "person", ref,
	    bundle_person(&im->w->bundle, ref) != NULL, line, "person");
}

static void
known_persons(struct import *im, const text_list *refs, int line)
{
	size_t i;

	for (i = 0; i < refs->n; i++)
		known_person(im, refs->v[i], line);
}

/* ---- references ---------------------------------------------------------- */

static void
check_people(struct import *im)
{
	const struct bundle *b = &im->w->bundle;
	const struct committee *c;
	const struct mandate *m;
	size_t i, j;

	for (i = 0; i < b->committees.n; i++) {
		c = &b->committees.v[i];
		known(im, "department", c->department,
		    bundle_department(b, c->department) != NULL, c->line,
		    "kontor");
		for (j = 0; j < c->assists.n; j++)
			known_committee(im, c->assists.v[j], c->line);
	}
	for (i = 0; i < b->mandates.n; i++) {
		m = &b->mandates.v[i];
		known_committee(im, m->committee, m->line);
		known_person(im, m->person, m->line);
		known_person(im, m->personal_for, m->line);
	}
}

/* A regulation that would loosen the law is not taken in. */
static void
check_regulations(struct import *im)
{
	const struct regulation *x;
	struct rule_local local;
	struct kl_error e;
	size_t i;

	for (i = 0; i < im->w->bundle.regulations.n; i++) {
		x = &im->w->bundle.regulations.v[i];
		known_committee(im, x->committee, x->line);
		local = office_regulation(x);
		if (rule_local_check(&local, &e) != 0)
			import_fault(im, &e, x->line, "regel");
	}
}

static void
check_matters(struct import *im)
{
	const struct bundle *b = &im->w->bundle;
	const struct matter *m;
	struct kl_error e;
	size_t i;

	for (i = 0; i < b->matters.n; i++) {
		m = &b->matters.v[i];
		known_committee(im, m->committee, m->line);
		known(im, "department", m->department,
		    bundle_department(b, m->department) != NULL, m->line,
		    "kontor");
		if (store_has(im->w->o->store, "matter", m->number) != 1)
			continue;
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The registration number “%s” is in the register "
			  "already."),
		    m->number);
		import_fault(im, &e, m->line, "dnr");
	}
}

static void
check_sitting(struct import *im, const struct meeting *m)
{
	const struct absence_report *x;
	size_t i, j;

	for (i = 0; i < m->absences.n; i++) {
		x = &m->absences.v[i];
		known_person(im, x->person, x->line);
		for (j = 0; j < x->calls.n; j++)
			known_person(
			    im, x->calls.v[j].person, x->calls.v[j].line);
	}
	for (i = 0; i < m->attendance.n; i++) {
		known_person(
		    im, m->attendance.v[i].person, m->attendance.v[i].line);
		known_person(
		    im, m->attendance.v[i].serves_for, m->attendance.v[i].line);
	}
	for (i = 0; i < m->presiding.n; i++)
		known_person(
		    im, m->presiding.v[i].person, m->presiding.v[i].line);
	for (i = 0; i < m->conflicts.n; i++)
		known_person(
		    im, m->conflicts.v[i].person, m->conflicts.v[i].line);
	known_persons(im, &m->approvers, m->line);
}

static void
check_after(struct import *im, const struct meeting *m)
{
	const struct minutes *x;
	size_t i, j;

	for (i = 0; i < m->minutes.n; i++) {
		x = &m->minutes.v[i];
		known_persons(im, &x->signers, x->line);
		for (j = 0; j < x->approvals.n; j++)
			known_person(im, x->approvals.v[j].person,
			    x->approvals.v[j].line);
		for (j = 0; j < x->rejections.n; j++)
			known_person(im, x->rejections.v[j].person,
			    x->rejections.v[j].line);
	}
	for (i = 0; i < m->corrections.n; i++)
		known_persons(
		    im, &m->corrections.v[i].signers, m->corrections.v[i].line);
}

static void
check_paragraph(struct import *im, const struct paragraph *p)
{
	size_t i, j;

	for (i = 0; i < p->proposals.n; i++)
		known_persons(
		    im, &p->proposals.v[i].persons, p->proposals.v[i].line);
	for (i = 0; i < p->divisions.n; i++)
		for (j = 0; j < p->divisions.v[i].ballots.n; j++)
			known_person(im, p->divisions.v[i].ballots.v[j].person,
			    p->divisions.v[i].ballots.v[j].line);
	for (i = 0; i < p->elections.n; i++)
		known_persons(
		    im, &p->elections.v[i].persons, p->elections.v[i].line);
	for (i = 0; i < p->dissents.n; i++)
		known_persons(
		    im, &p->dissents.v[i].persons, p->dissents.v[i].line);
	for (i = 0; i < p->statements.n; i++)
		known_persons(
		    im, &p->statements.v[i].persons, p->statements.v[i].line);
	known_persons(im, &p->not_participating, p->line);
}

static void
check_meeting(struct import *im, const struct meeting *m)
{
	const struct bundle *b = &im->w->bundle;
	size_t i;

	known_committee(im, m->committee, m->line);
	for (i = 0; i < m->items.n; i++)
		known(im, "matter", m->items.v[i].number,
		    m->items.v[i].number != NULL &&
			bundle_matter(b, m->items.v[i].number) != NULL,
		    m->items.v[i].line, "dnr");
	check_sitting(im, m);
	for (i = 0; i < m->paragraphs.n; i++)
		check_paragraph(im, &m->paragraphs.v[i]);
	check_after(im, m);
}

static void
check_meetings(struct import *im)
{
	size_t i;

	for (i = 0; i < im->w->bundle.meetings.n; i++)
		check_meeting(im, &im->w->bundle.meetings.v[i]);
}

static void
known_room(struct import *im, const char *code, int line)
{
	known(im, "room", code, bundle_room(&im->w->bundle, code) != NULL, line,
	    "lokal");
}

static void
check_plans(struct import *im)
{
	const struct bundle *b = &im->w->bundle;
	const struct year_plan *p;
	size_t i, k;

	for (i = 0; i < b->plans.n; i++) {
		p = &b->plans.v[i];
		for (k = 0; k < p->meetings.n; k++) {
			known_committee(
			    im, p->meetings.v[k].committee, p->line);
			known_room(im, p->meetings.v[k].room, p->line);
		}
	}
}

static void
check_planning(struct import *im)
{
	const struct bundle *b = &im->w->bundle;
	size_t i;

	for (i = 0; i < b->bookings.n; i++)
		known_room(im, b->bookings.v[i].room, b->bookings.v[i].line);
	for (i = 0; i < b->stand_ins.n; i++) {
		known_person(
		    im, b->stand_ins.v[i].person, b->stand_ins.v[i].line);
		known_person(im, b->stand_ins.v[i].by, b->stand_ins.v[i].line);
		known_committee(
		    im, b->stand_ins.v[i].committee, b->stand_ins.v[i].line);
	}
	for (i = 0; i < b->absences.n; i++)
		known_person(
		    im, b->absences.v[i].person, b->absences.v[i].line);
	for (i = 0; i < b->plan_rules.n; i++) {
		known_committee(
		    im, b->plan_rules.v[i].committee, b->plan_rules.v[i].line);
		known_room(
		    im, b->plan_rules.v[i].room, b->plan_rules.v[i].line);
	}
}

void
import_check(struct import *im)
{
	check_people(im);
	check_regulations(im);
	check_matters(im);
	check_meetings(im);
	check_planning(im);
	check_plans(im);
}
