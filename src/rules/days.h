/* SPDX-License-Identifier: EUPL-1.2
 *
 * Days, windows and the annual wheel as answers with their reasons, for
 * whoever asks: `kansli when` and the use cases.
 */
#ifndef RULES_DAYS_H
#define RULES_DAYS_H

#include <kansli/data.h>

#include "calendar/days_off.h"
#include "calendar/wheel.h"
#include "rules/derive.h"

/* rules_day(d, day, committee, why): whether no meeting of ${committee} (NULL:
 * of any) should be held on ${day}; a reason in ${why} for each period or rule
 * that says so, with its statute or file and line, or one that nothing does.
 */
bool rules_day(const struct days_off *d, kl_day day, const char *committee,
    struct derivation *why);

/* rules_answer_windows(list, d, committee, why): append {"name","from","to",
 * "committee","because"} for each process window that touches the year of ${d}
 * and concerns ${committee} (NULL: all of them).  ${why} is used up. */
void rules_answer_windows(struct kl_data *list, const struct days_off *d,
    const char *committee, struct derivation *why);

/* rules_answer_wheel(list, w, turns, committee, why): append {"committee","id",
 * "title","responsible","period","from","to","report","meeting","because"} for
 * each turn. */
void rules_answer_wheel(struct kl_data *list, const struct wheel *w,
    const wheel_turns *turns, const char *committee, struct derivation *why);

#endif
