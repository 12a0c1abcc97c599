/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting gets another day.  Its key holds the day, and other facts name it
 * by key, so those follow, each with a row in the log.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/load.h"
#include "store/log.h"

#define SECOND_MAX 9 /* meetings of a committee on one day */

int
store_meeting_now(struct store *s, const char *key, struct arena *a,
    const char **now, struct kl_error *err)
{
	struct run r;

	*now = NULL;
	run_start(&r, s, SQL_MEETING_NOW, err);
	run_text(&r, 1, key);
	if (run_step(&r)) {
		*now = arena_strdup(a, run_column(&r, 0));
		if (*now == NULL)
			run_fail(&r, kl_error_nomem(err));
	}
	return run_end(&r);
}

/* Where the meeting goes. */
struct move {
	struct store *s;
	const char *verb, *old, *new;
	int64_t meeting;
	kl_day to;
	int seq;
	struct kl_error *err;
};

static int
may_move(const struct meeting *m, kl_day to, bool force, struct kl_error *err)
{
	if (m->state == MEETING_HELD)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s has been held and is not moved. "
			  "Nothing was changed."),
		    m->key);
	if (m->state == MEETING_CANCELLED)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s is cancelled and is not moved. "
			  "Nothing was changed."),
		    m->key);
	if (m->state == MEETING_SUMMONED && !force)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The summons of the meeting %s is out. Nothing was "
			  "changed. Move it only if those summoned are told."),
		    m->key);
	if (m->day == to)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s is on that day already. Nothing was "
			  "changed."),
		    m->key);
	return 0;
}

/* The number that the meeting gets among its committee's of the day. */
static int
next_of_day(struct store *s, const struct meeting *m, struct move *v)
{
	char day[11];
	struct run r;
	int rc;

	v->seq = 1;
	run_start(&r, s, SQL_MEETING_LAST_OF_DAY, v->err);
	run_text(&r, 1, m->committee);
	run_text(&r, 2, kl_day_format(v->to, day));
	if (run_step(&r))
		v->seq = sqlite3_column_int(r.st, 0) + 1;
	rc = run_end(&r);
	if (rc == 0 && v->seq > SECOND_MAX)
		rc = kl_error_set(v->err, KL_E_RULE,
		    KL_N_("The committee has %d meetings on that day, and no "
			  "more can be told apart. Nothing was changed."),
		    SECOND_MAX);
	return rc;
}

static int
rekey(struct move *v)
{
	static const enum sql follow[] = { SQL_MOVE_MATTERS, SQL_MOVE_ISSUED,
		SQL_MOVE_ITEMS };
	char day[11];
	struct run r;
	size_t i;
	int rc;

	/* Documents refer to the key: they are set right below. */
	run_start(&r, v->s, SQL_MOVE_DEFER, v->err);
	if ((rc = run_do(&r)) != 0)
		return rc;
	run_start(&r, v->s, SQL_MOVE_MEETING, v->err);
	run_int(&r, 1, v->meeting);
	run_text(&r, 2, v->new);
	run_text(&r, 3, kl_day_format(v->to, day));
	run_int(&r, 4, v->seq);
	run_text(&r, 5, v->s->instant);
	rc = run_do(&r);
	if (rc == 0) {
		run_start(&r, v->s, SQL_MOVE_REMEMBER, v->err);
		run_int(&r, 1, v->meeting);
		run_text(&r, 2, v->old);
		rc = run_do(&r);
	}
	for (i = 0; rc == 0 && i < sizeof follow / sizeof *follow; i++) {
		run_start(&r, v->s, follow[i], v->err);
		run_text(&r, 1, v->old);
		run_text(&r, 2, v->new);
		rc = run_do(&r);
	}
	return rc;
}

/* Log every fact whose canonical form names the meeting. */
static int
log_followers(struct move *v)
{
	const struct fact_kind *kind;
	struct run r;

	run_start(&r, v->s, SQL_MOVE_FACTS, v->err);
	run_int(&r, 1, v->meeting);
	run_text(&r, 2, v->new);
	while (run_step(&r)) {
		kind = fact_named(run_column(&r, 0));
		if (kind != NULL)
			run_fail(&r,
			    log_fact(v->s, kind, sqlite3_column_int64(r.st, 1),
				v->verb, false, v->err));
	}
	return run_end(&r);
}

/* The head of the meeting, as far as moving needs it. */
static int
load_head(struct store *s, const char *key, struct arena *a, struct meeting *m,
    struct kl_error *err)
{
	struct run r;
	bool found = false;
	int rc;

	memset(m, 0, sizeof *m);
	run_start(&r, s, SQL_MEETING_GET, err);
	run_text(&r, 1, key);
	if (run_step(&r)) {
		found = true;
		m->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_MEETING].fields, a, m);
	}
	rc = run_end(&r);
	if (rc == 0 && !found)
		rc = find_fail(s, REF_MEETING, KL_E_NOTFOUND, key, err);
	return rc;
}

int
store_meeting_move(struct store *s, const char *verb, const char *key,
    kl_day to, bool force, struct arena *a, const char **moved,
    struct kl_error *err)
{
	struct move v = { s, verb, NULL, NULL, 0, to, 1, err };
	struct meeting m;
	int rc;

	if (!s->open || s->broken != 0)
		return store_stopped(s, err);
	if ((rc = load_head(s, key, a, &m, err)) != 0 ||
	    (rc = may_move(&m, to, force, err)) != 0 ||
	    (rc = next_of_day(s, &m, &v)) != 0)
		return rc;
	v.meeting = m.id;
	v.old = m.key;
	v.new = meeting_key(a, m.committee, to, v.seq);
	if (v.new == NULL)
		return kl_error_nomem(err);
	rc = rekey(&v);
	if (rc == 0)
		rc = log_followers(&v);
	if (rc != 0)
		s->broken = rc; /* half of them may have followed */
	else if (moved != NULL)
		*moved = v.new;
	return rc;
}
