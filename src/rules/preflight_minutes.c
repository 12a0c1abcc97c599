/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of minutes that are told to have been adjusted and announced
 * already: by whom, in time, and in the right order.
 */
#include "config.h"

#include <string.h>

#include "rules/adjusting.h"
#include "rules/deadline.h"
#include "rules/preflight_private.h"

#define NOTICE_LAW "KL 8:12"
#define MEND_SIGNERS KL_N_("Correct who has adjusted the minutes (justering).")
#define MEND_DAYS                                                              \
	KL_N_("Correct the days of justering and anslag, if they are wrong.")

static const char *
law(const struct check *c)
{
	return check_law(c, "KL 5:69, 6:35", "KL 5:69");
}

/* Where the findings about the minutes stand: the ordinary ones are about the
 * whole meeting, others about their first paragraph. */
static int
place(const struct minutes *x)
{
	struct ranges r;

	return x->seq > 1 && ranges_parse(x->paragraphs, &r) == 0 && r.n > 0
		   ? r.v[0].first
		   : 0;
}

/* ---- who ------------------------------------------------------------------
 */

/* True if one was found. */
static bool
strangers(
    struct check *c, const struct minutes *x, const struct adjusting *state)
{
	bool any = false;
	size_t i;

	for (i = 0; i < x->signers.n; i++)
		if (!adjusting_may(c->m, state, x->signers.v[i])) {
			any = true;
			FIND(c, c->statutory ? BLOCKS : WARNS, place(x),
			    "adjusted-by", law(c), MEND_SIGNERS,
			    KL_N_("%s is said to have adjusted the minutes, "
				  "but neither presided nor was appointed to."),
			    check_name(c, x->signers.v[i]));
		}
	return any;
}

static void
signers(struct check *c, const struct minutes *x)
{
	struct adjusting state;

	if (!c->told || x->signers.n == 0 || adjusting_appointed(c->m) == NULL)
		return;
	c->rc = adjusting_look(
	    c->a, c->b, c->m, x, &x->signers, c->book, &state, c->err);
	if (c->rc != 0)
		return;
	/* who signed instead is the fault, then, not also who did not */
	if (!strangers(c, x, &state) && state.wait.n > 0)
		FIND(c, c->statutory ? BLOCKS : WARNS, place(x),
		    "adjusted-without", law(c), MEND_SIGNERS,
		    KL_N_("The minutes are said to be adjusted, but %s has not "
			  "adjusted them."),
		    check_name(c, state.wait.v[0]));
}

/* ---- when -----------------------------------------------------------------
 */

static void
adjusted_in_time(struct check *c, const struct minutes *x)
{
	struct rules_adjustment limit;
	char was[11], plain[11];

	if (x->adjusted < c->m->day) {
		FIND(c, BLOCKS, place(x), "adjusted-early", law(c), MEND_DAYS,
		    KL_N_("The minutes are said to be adjusted on %s, before "
			  "the meeting."),
		    kl_day_format(x->adjusted, was));
		return;
	}
	c->rc = rules_adjust(c->m->day, c->book, NULL, &limit, c->err);
	if (c->rc == 0 && x->adjusted > limit.plain)
		FIND(c, WARNS, place(x), "adjusted-late", law(c), MEND_DAYS,
		    KL_N_("The minutes were adjusted on %s, later than %s."),
		    kl_day_format(x->adjusted, was),
		    kl_day_format(limit.plain, plain));
}

static void
announced_in_time(struct check *c, const struct minutes *x)
{
	char was[11], limit[11];
	kl_day latest;

	if (x->posted < x->adjusted) {
		FIND(c, BLOCKS, place(x), "notice-early", NOTICE_LAW, MEND_DAYS,
		    KL_N_("The notice is said to be posted on %s, before the "
			  "minutes were adjusted."),
		    kl_day_format(x->posted, was));
		return;
	}
	c->rc = rules_notice(x->adjusted, c->book, NULL, &latest, c->err);
	if (c->rc == 0 && x->posted > latest)
		FIND(c, WARNS, place(x), "notice-late", NOTICE_LAW, MEND_DAYS,
		    KL_N_("The notice was posted on %s, later than %s, the "
			  "second day after the adjustment."),
		    kl_day_format(x->posted, was),
		    kl_day_format(latest, limit));
}

/* A notice that came down and stayed down before the time to appeal was out. */
static void
stayed_up(struct check *c, const struct minutes *x)
{
	struct rules_appeal appeal;
	char was[11], until[11];

	if (x->taken_down == KL_DAY_NONE || x->interruptions.n > 0 ||
	    x->superseded != KL_DAY_NONE)
		return;
	c->rc = rules_appeal(x->posted, c->book, NULL, &appeal, c->err);
	if (c->rc == 0 && x->taken_down < appeal.remove_on)
		FIND(c, WARNS, place(x), "notice-down",
		    check_law(c, "KL 8:12, 13:5", "KL 8:12, 13:5"), MEND_DAYS,
		    KL_N_("The notice was taken down on %s, but must stay "
			  "until %s."),
		    kl_day_format(x->taken_down, was),
		    kl_day_format(appeal.remove_on, until));
}

void
check_adjusted(struct check *c)
{
	const struct minutes *x;
	size_t i;

	for (i = 0; c->rc == 0 && i < c->m->minutes.n; i++) {
		x = &c->m->minutes.v[i];
		if (x->adjusted == KL_DAY_NONE ||
		    (c->only != NULL && place(x) == 0))
			continue;
		signers(c, x);
		if (c->rc == 0)
			adjusted_in_time(c, x);
		if (c->rc == 0 && x->posted != KL_DAY_NONE)
			announced_in_time(c, x);
		if (c->rc == 0 && x->posted != KL_DAY_NONE)
			stayed_up(c, x);
	}
}
