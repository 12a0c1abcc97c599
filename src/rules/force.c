/* SPDX-License-Identifier: EUPL-1.2
 *
 * Legal force: a decision has it when its time to appeal has run out, no appeal
 * is open, and somebody has asked.  Everything that is missing is told.
 */
#include "config.h"

#include "rules/after.h"

/* A question under way. */
struct asking {
	const struct meeting *m;
	const struct paragraph *p;
	const struct minutes *minutes; /* or NULL */
	kl_day today;
	const struct rule_book *book;
	struct derivation *why;
	struct after_state *out;
	struct kl_faults *gaps;
	kl_day settled; /* the last outcome of an appeal, or KL_DAY_NONE */
};

static void
gap(struct asking *q, const struct kl_error *found, const char *statute)
{
	struct kl_error copy = *found;

	kl_error_statute(&copy, statute);
	kl_faults_add(q->gaps, &copy);
}

static const struct legal_force *
fact_of(const struct meeting *m, int nr)
{
	size_t i;

	for (i = 0; i < m->forces.n; i++)
		if (m->forces.v[i].paragraph == nr)
			return &m->forces.v[i];
	return NULL;
}

/* ---- the clock ----------------------------------------------------------- */

/* Why the time has not begun to run. */
static void
not_started(struct asking *q)
{
	const struct after_appeal *x = &q->out->appeal;
	struct kl_error e;

	if (x->per_party)
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("It is not recorded that all parties of § %d have "
			  "been served, so the time to appeal has not run."),
		    q->p->nr);
	else if (q->minutes == NULL || q->minutes->posted == KL_DAY_NONE)
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("The adjustment of § %d has not been announced on "
			  "the notice board, so the time to appeal has not "
			  "begun to run."),
		    q->p->nr);
	else
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("The notice of § %d is down, and the time to appeal "
			  "does not run out while it is."),
		    q->p->nr);
	gap(q, &e, x->statute);
}

static void
look_at_clock(struct asking *q)
{
	const struct after_appeal *x = &q->out->appeal;
	struct kl_error e;
	char last[11];

	if (x->last_day == KL_DAY_NONE) {
		not_started(q);
		return;
	}
	if (q->today > x->last_day)
		return;
	kl_error_set(&e, KL_E_RULE,
	    KL_N_("The time to appeal § %d has not run out: its last day is "
		  "%s."),
	    q->p->nr, kl_day_format(x->last_day, last));
	gap(q, &e, x->statute);
}

/* A permit that others than the parties may appeal, and a plan, are announced
 * besides. */
static void
look_at_announcement(struct asking *q)
{
	struct kl_error e;

	if (q->out->appeal.kind != APPEAL_PLAN || q->minutes == NULL ||
	    q->minutes->announced != KL_DAY_NONE)
		return;
	kl_error_set(&e, KL_E_RULE,
	    KL_N_("The adoption of the plan in § %d has not been announced "
		  "beside the notice."),
	    q->p->nr);
	gap(q, &e, "PBL 5:29");
}

/* ---- appeals and answers ------------------------------------------------- */

static void
look_at_appeal(struct asking *q, const struct appeal *a)
{
	struct kl_error e;

	switch (a->outcome) {
	case APPEAL_QUASHED:
	case APPEAL_REMITTED:
		q->out->never = true;
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("Appeal %d has led to § %d being quashed or sent "
			  "back, so it will not have legal force."),
		    a->nr, q->p->nr);
		break;
	case APPEAL_DISMISSED:
	case APPEAL_CHANGED:
	case APPEAL_INADMISSIBLE:
	case APPEAL_STRUCK_OUT:
		if (q->settled == KL_DAY_NONE || a->decided > q->settled)
			q->settled = a->decided;
		return;
	default:
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("Appeal %d of § %d has not been decided."), a->nr,
		    q->p->nr);
		break;
	}
	gap(q, &e, q->out->appeal.statute);
}

static void
look_at_answer(struct asking *q)
{
	const struct legal_force *f = q->out->fact;
	const struct after_appeal *x = &q->out->appeal;
	struct kl_error e;
	char asked[11];

	if (f == NULL || f->asked == KL_DAY_NONE) {
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("Nobody has recorded who at the court said that § %d "
			  "has not been appealed."),
		    q->p->nr);
		gap(q, &e, x->statute);
	} else if (x->last_day != KL_DAY_NONE && f->asked <= x->last_day) {
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("The court's answer about § %d is of %s, before the "
			  "time to appeal had run out."),
		    q->p->nr, kl_day_format(f->asked, asked));
		gap(q, &e, x->statute);
	}
	if (q->settled != KL_DAY_NONE &&
	    (f == NULL || f->since == KL_DAY_NONE)) {
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("§ %d was appealed. The day since which the ruling "
			  "has legal force is the court's to say, and is not "
			  "recorded."),
		    q->p->nr);
		gap(q, &e, x->statute);
	}
}

static void
look_at_county_board(struct asking *q)
{
	const struct legal_force *f = q->out->fact;
	struct rule_applied a;
	struct kl_error e;

	if (q->out->appeal.kind != APPEAL_PLAN ||
	    (f != NULL && f->county_board != KL_DAY_NONE))
		return;
	if (rule_apply(RULE_COUNTY_BOARD, q->m->day, q->book, &a, NULL) != 0)
		return;
	kl_error_set(&e, KL_E_RULE,
	    KL_N_("The county board has not answered whether it reviews the "
		  "plan in § %d; it decides within %d weeks."),
	    q->p->nr, a.value);
	gap(q, &e, a.source);
}

/* ---- the answer ---------------------------------------------------------- */

static kl_day
later(kl_day x, kl_day y)
{
	return x == KL_DAY_NONE || (y != KL_DAY_NONE && y > x) ? y : x;
}

static void
in_force(struct asking *q)
{
	const struct legal_force *f = q->out->fact;

	q->out->since = later(q->out->appeal.force, f->since);
	if (q->out->appeal.kind == APPEAL_PLAN)
		q->out->since = later(q->out->since, f->county_board);
	derive(q->why, "legal-force", q->out->appeal.statute,
	    KL_N_("The time to appeal ended on %s, the court answered on %s, "
		  "and no appeal is open: § %d has legal force since %s."),
	    derive_day(q->why, q->out->appeal.last_day),
	    derive_day(q->why, f->asked), q->p->nr,
	    derive_day(q->why, q->out->since));
}

int
after_state(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, kl_day today, const struct rule_book *book,
    struct derivation *why, struct after_state *out, struct kl_faults *gaps,
    struct kl_error *err)
{
	struct asking q = { m, p, meeting_minutes_of(m, p->nr), today, book,
		why, out, gaps, KL_DAY_NONE };
	struct kl_error e;
	size_t i;
	int rc;

	*out = (struct after_state){ .since = KL_DAY_NONE };
	gaps->n = gaps->total = 0;
	rc = after_appeal(b, m, p, book, why, &out->appeal, err);
	if (rc != 0)
		return rc;
	out->fact = fact_of(m, p->nr);
	if (out->appeal.kind == APPEAL_NONE) {
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("§ %d cannot be appealed, so there is no time that "
			  "has to run out."),
		    p->nr);
		gap(&q, &e, out->appeal.statute);
		return 0;
	}
	look_at_clock(&q);
	look_at_announcement(&q);
	for (i = 0; i < m->appeals.n; i++)
		if (m->appeals.v[i].paragraph == p->nr)
			look_at_appeal(&q, &m->appeals.v[i]);
	look_at_answer(&q);
	look_at_county_board(&q);
	if (gaps->total == 0)
		in_force(&q);
	return derive_done(why, err);
}

int
after_force(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, kl_day today, const struct rule_book *book,
    struct derivation *why, kl_day *since, struct kl_error *err)
{
	struct after_state state;
	struct kl_faults gaps;
	int rc = after_state(b, m, p, today, book, why, &state, &gaps, err);

	*since = state.since;
	if (rc == 0 && gaps.total > 0) {
		if (err != NULL)
			*err = gaps.v[0];
		return gaps.v[0].code;
	}
	return rc;
}
