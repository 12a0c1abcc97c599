/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whether the meetings of one group find times at all, with everything but the
 * group left aside: a matching of what must take place and times.  What takes a
 * SAT solver for ever (more meetings than times, whichever are swapped) is
 * counted here.
 */
#ifndef PLAN_FIT_H
#define PLAN_FIT_H

#include "plan/model.h"

enum fit_answer { FIT_UNKNOWN, FIT_YES, FIT_NO };

/* Something that needs a time of its own: one of these meetings, from day
 * ${first} to ${last}. */
struct fit_item {
	const int *meeting; /* all of the group */
	int n;
	int first, last;
	bool blame; /* after FIT_NO */
};

/* fit_group(m, g, cap, v, n, banned, a): can each of ${v}, that have no meeting
 * in common, have one of its meetings' slots with no ${banned} (by slot), no
 * more than ${cap} of them at one time?  After FIT_NO those to blame are one
 * too many for their times, so that without any one of them the others find
 * times. FIT_UNKNOWN when it is too much to count or memory is out; ${a} for
 * working space. */
enum fit_answer fit_group(const struct plan_model *m,
    const struct plan_group *g, int cap, struct fit_item *v, int n,
    const uint8_t *banned, struct arena *a);

#endif
