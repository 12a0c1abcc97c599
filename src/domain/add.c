/* SPDX-License-Identifier: EUPL-1.2
 *
 * New entries in the lists of a meeting.
 */
#include "config.h"

#include "domain/add.h"

struct regulation *
regulation_add(struct arena *a, struct bundle *b)
{
	struct regulation *n = vec_push(a, &b->regulations);

	if (n != NULL)
		n->from = KL_DAY_NONE;
	return n;
}

struct absence_report *
absence_add(struct arena *a, struct meeting *m)
{
	struct absence_report *n = vec_push(a, &m->absences);

	if (n != NULL)
		n->reported = KL_DAY_NONE;
	return n;
}

struct call *
call_add(struct arena *a, struct absence_report *x)
{
	struct call *n = vec_push(a, &x->calls);

	if (n != NULL)
		n->asked = KL_DAY_NONE;
	return n;
}

struct paragraph *
paragraph_add(struct arena *a, struct meeting *m)
{
	struct paragraph *n = vec_push(a, &m->paragraphs);

	if (n != NULL)
		n->tabled_to = KL_DAY_NONE;
	return n;
}

struct minutes *
minutes_add(struct arena *a, struct meeting *m)
{
	struct minutes *n = vec_push(a, &m->minutes);

	if (n != NULL)
		n->adjusted = n->posted = n->taken_down = n->superseded =
		    n->announced = KL_DAY_NONE;
	return n;
}

struct correction *
correction_add(struct arena *a, struct meeting *m)
{
	struct correction *n = vec_push(a, &m->corrections);

	if (n != NULL)
		n->day = n->adjusted = KL_DAY_NONE;
	return n;
}

struct appeal *
appeal_add(struct arena *a, struct meeting *m)
{
	struct appeal *n = vec_push(a, &m->appeals);

	if (n != NULL)
		n->received = n->tried = n->forwarded = n->stayed = n->decided =
		    KL_DAY_NONE;
	return n;
}

struct legal_force *
force_add(struct arena *a, struct meeting *m)
{
	struct legal_force *n = vec_push(a, &m->forces);

	if (n != NULL)
		n->asked = n->county_board = n->since = KL_DAY_NONE;
	return n;
}

struct accepted_warning *
accepted_add(struct arena *a, struct minutes *x)
{
	struct accepted_warning *n = vec_push(a, &x->accepted);

	if (n != NULL)
		n->day = KL_DAY_NONE;
	return n;
}

struct division *
division_add(struct arena *a, struct paragraph *p)
{
	struct division *n = vec_push(a, &p->divisions);
	int i;

	for (i = 0; n != NULL && i <= VOTE_ABSENT; i++)
		n->count[i] = -1;
	return n;
}

struct election *
election_add(struct arena *a, struct paragraph *p)
{
	struct election *n = vec_push(a, &p->elections);

	if (n != NULL)
		n->from = n->to = KL_DAY_NONE;
	return n;
}

struct commission *
commission_add(struct arena *a, struct paragraph *p)
{
	struct commission *n = vec_push(a, &p->commissions);

	if (n != NULL)
		n->due = n->reported = KL_DAY_NONE;
	return n;
}

struct dissent *
dissent_add(struct arena *a, struct paragraph *p)
{
	struct dissent *n = vec_push(a, &p->dissents);

	if (n != NULL)
		n->motivated = KL_DAY_NONE;
	return n;
}

struct approval *
approval_add(struct arena *a, struct minutes *x)
{
	struct approval *n = vec_push(a, &x->approvals);

	if (n != NULL)
		n->day = n->withdrawn = KL_DAY_NONE;
	return n;
}

struct rejection *
rejection_add(struct arena *a, struct minutes *x)
{
	struct rejection *n = vec_push(a, &x->rejections);

	if (n != NULL)
		n->day = KL_DAY_NONE;
	return n;
}

struct interruption *
interruption_add(struct arena *a, struct minutes *x)
{
	struct interruption *n = vec_push(a, &x->interruptions);

	if (n != NULL)
		n->from = n->back = KL_DAY_NONE;
	return n;
}
