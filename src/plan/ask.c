/* SPDX-License-Identifier: EUPL-1.2
 *
 * The public face of the planner for instance files: read, solve or judge,
 * answer as data.
 */
#include "config.h"

#include <math.h>

#include <kansli/plan.h>

#include "base/file.h"
#include "base/tree.h"
#include "plan/explain.h"
#include "plan/instance.h"
#include "plan/solve.h"

#define ARENA_MAX ((size_t)256 << 20)
#define SENTENCES 1000
#define SENTENCE_MAX 1024
#define PLAN_FILE_MAX ((size_t)4 << 20)

/* A question under way. */
struct ask {
	const struct kl_plan_request *request;
	struct arena *arena;
	struct plan_model m, moved;
	struct plan base;
	struct plan_result result;
	double base_seconds;
	struct kl_error *err;
};

/* ---- plans from files ---- */

static int
plan_make(struct arena *a, const struct plan_model *m, struct plan *plan,
    struct kl_error *err)
{
	plan->n = m->n_meetings;
	plan->slot = arena_alloc(a, ((size_t)plan->n + 1) * sizeof *plan->slot);
	return plan->slot == NULL ? kl_error_nomem(err) : 0;
}

/* Whether nothing in it is broken. */
static int
is_whole(struct ask *k, const struct plan *plan, bool *whole)
{
	struct plan_verdict v;
	int rc = plan_judge(&k->m, plan, k->arena, &v, k->err);

	*whole = rc == 0 && v.n_violations == 0;
	return rc;
}

/* The plan that ${from} names; it must be whole to be changed. */
static int
read_from(struct ask *k, bool *found)
{
	const char *path = k->request->from;
	bool whole;
	int rc;

	*found = path != NULL;
	if (path == NULL)
		return 0;
	if ((rc = instance_plan_read(path, &k->m, &k->base, k->err)) != 0 ||
	    (rc = is_whole(k, &k->base, &whole)) != 0)
		return rc;
	if (whole || k->request->meeting == KL_PLAN_NO_MEETING)
		return 0;
	kl_error_set(k->err, KL_E_INPUT,
	    KL_N_("The plan breaks constraints, so it cannot be changed. Look "
		  "at it with “kansli plan check”; nothing was moved."));
	kl_error_where(k->err, path, 0, NULL);
	return KL_E_INPUT;
}

/* The plan in ${out} from before, if it is one of this instance. */
static int
read_out(struct ask *k, bool *found)
{
	struct kl_error ignored;
	int rc;

	*found = false;
	if (k->request->out == NULL || !file_exists(k->request->out))
		return 0;
	rc = instance_plan_read(k->request->out, &k->m, &k->base, &ignored);
	if (rc == KL_E_NOMEM)
		return kl_error_nomem(k->err);
	return rc == 0 ? is_whole(k, &k->base, found) : 0;
}

/* ---- solving ---- */

static void
tell(void *ctx, const struct plan_progress *now)
{
	const struct kl_plan_request *r = ctx;
	struct kl_plan_progress p = { now->cost, now->bound, now->seconds };

	r->progress(r->ctx, &p);
}

static bool
should_stop(void *ctx)
{
	const struct kl_plan_request *r = ctx;

	return r->should_stop != NULL && r->should_stop(r->ctx);
}

static double
read_clock(void *ctx)
{
	const struct kl_plan_request *r = ctx;

	return r->clock == NULL ? 0 : r->clock(r->ctx);
}

static int
solve(struct ask *k, const struct plan_model *m, const struct plan *start)
{
	const struct kl_plan_request *r = k->request;
	struct plan_settings set = { .seconds = r->seconds,
		.iterations = r->iterations,
		.seed = r->seed,
		.threads = r->threads == 0 ? 2 : r->threads,
		.should_stop = should_stop,
		.clock = read_clock,
		.progress = r->progress == NULL ? NULL : tell,
		.ctx = (void *)(uintptr_t)r,
		.start = start };

	return plan_solve(m, &set, k->arena, &k->result, k->err);
}

/* The cheapest change of a plan that is given, is there, or is made now. */
static int
solve_change(struct ask *k)
{
	const struct kl_plan_request *r = k->request;
	bool found = false;
	int rc;

	if (r->meeting < 0 || r->meeting >= k->m.n_meetings) {
		kl_error_set(k->err, KL_E_INPUT,
		    KL_N_("There is no meeting %d; the instance has %d, "
			  "counted from 0."),
		    r->meeting, k->m.n_meetings);
		return KL_E_INPUT;
	}
	rc = read_from(k, &found);
	if (rc == 0 && !found)
		rc = read_out(k, &found);
	if (rc == 0 && !found) {
		rc = solve(k, &k->m, NULL);
		k->base = k->result.plan;
		k->base_seconds = k->result.seconds;
		if (rc == 0 && k->base.n == 0)
			return 0; /* there is nothing to change */
	}
	if (rc == 0)
		rc = plan_model_moved(&k->m, &k->base, r->meeting, r->day,
		    KL_PLAN_CHANGE, &k->moved, k->err);
	return rc == 0 ? solve(k, &k->moved, &k->base) : rc;
}

static int
solve_plan(struct ask *k)
{
	bool found;
	int rc = read_from(k, &found);

	return rc == 0 ? solve(k, &k->m, found ? &k->base : NULL) : rc;
}

static int
write_plan(struct ask *k)
{
	struct buf b;
	int rc;

	if (k->request->out == NULL || k->result.plan.n == 0)
		return 0;
	buf_init(&b, PLAN_FILE_MAX);
	instance_plan_write(&k->m, &k->result.plan, &b);
	rc = buf_failed(&b)
		 ? kl_error_nomem(k->err)
		 : file_write(k->request->out, b.data, b.len, k->err);
	buf_free(&b);
	return rc;
}

/* ---- answers ---- */

static const char *const status_name[] = { "optimal", "feasible", "infeasible",
	"unknown" };

static void
add_sentence(struct kl_data *list, const struct kl_error *sentence,
    const char *(*translate)(const char *))
{
	char text[SENTENCE_MAX];

	kl_error_format(sentence, translate, text, sizeof text);
	data_add_text(list, NULL, text);
}

/* The conflict, found on the way or sought now. */
static int
add_conflict(struct ask *k, struct kl_data *answer)
{
	const struct plan_model *m = k->moved.n_bodies > 0 ? &k->moved : &k->m;
	struct plan_conflict *c = k->result.conflict, found;
	struct kl_data *list = data_add_list(answer, "conflict");
	struct kl_error sentence;
	size_t i;
	int rc = 0;

	if (c == NULL) {
		c = &found;
		rc = plan_explain(m, NULL, 0, should_stop,
		    (void *)(uintptr_t)k->request, k->arena, c, k->err);
	}
	for (i = 0; rc == 0 && i < c->n; i++) {
		plan_constraint_say(m, &c->v[i], &sentence);
		add_sentence(list, &sentence, k->request->translate);
	}
	return rc;
}

static int64_t
milliseconds(double seconds)
{
	return (int64_t)ceil(seconds * 1000);
}

/* Two decimals, rounded down, so that no more is said than was proved. */
static const char *
bound_text(struct arena *a, double bound)
{
	return bound == floor(bound)
		   ? arena_printf(a, "%.0f", bound)
		   : arena_printf(a, "%.2f", floor(bound * 100) / 100);
}

static int
answer_solved(struct ask *k, struct kl_data **answer)
{
	const struct plan_result *r = &k->result;
	struct kl_data *d = data_object();
	int rc = 0;

	if (r->cost != PLAN_NO_COST)
		data_add_int(d, "cost", r->cost);
	if (r->bound < HUGE_VAL)
		data_add_text(d, "bound", bound_text(k->arena, r->bound));
	data_add_text(d, "status", status_name[r->status]);
	data_add_int(d, "first_ms", milliseconds(r->first_seconds));
	data_add_int(d, "time_ms", milliseconds(r->seconds));
	data_add_int(d, "base_ms", milliseconds(k->base_seconds));
	data_add_int(d, "iterations", r->iterations);
	if (r->status == PLAN_INFEASIBLE)
		rc = add_conflict(k, d);
	if (rc == 0 && (data_failed(d) || arena_failed(k->arena)))
		rc = kl_error_nomem(k->err);
	if (rc == 0)
		*answer = d;
	else
		kl_data_free(d);
	return rc;
}

static int
ask_open(struct ask *k, const char *instance)
{
	int rc = instance_read(instance, &k->m, k->err);

	if (rc != 0)
		return rc;
	k->arena = arena_new(ARENA_MAX);
	if (k->arena == NULL)
		return kl_error_nomem(k->err);
	return plan_make(k->arena, &k->m, &k->base, k->err);
}

static void
ask_close(struct ask *k)
{
	arena_free(k->arena);
	instance_free(&k->m);
}

int
kl_plan_instance_solve(const struct kl_plan_request *request,
    struct kl_data **answer, struct kl_error *err)
{
	struct ask k = { .request = request, .err = err };
	int rc = ask_open(&k, request->instance);

	if (rc == 0)
		rc = request->meeting == KL_PLAN_NO_MEETING ? solve_plan(&k)
							    : solve_change(&k);
	if (rc == 0)
		rc = write_plan(&k);
	if (rc == 0)
		rc = answer_solved(&k, answer);
	ask_close(&k);
	return rc;
}

/* ---- checking ---- */

/* What is broken, in numbers as the instance has them. */
static void
say_violation(const struct plan_model *m, const struct plan_violation *v,
    struct kl_error *out)
{
	switch (v->rule) {
	case PLAN_PLACED:
		kl_error_set(out, 0,
		    KL_N_("Meeting %d has none of its possible times."),
		    v->meeting);
		break;
	case PLAN_GAP:
		kl_error_set(out, 0,
		    KL_N_("Meetings %d and %d of committee %d are too close "
			  "or too far apart: %d to %d days are allowed."),
		    v->meeting, v->other, v->body, m->body[v->body].gap_min,
		    m->body[v->body].gap_max);
		break;
	case PLAN_LEAD:
		kl_error_set(out, 0,
		    KL_N_("The council's meeting %d is not %d to %d days "
			  "before meeting %d of committee %d."),
		    v->meeting, m->body[v->body].lead_min,
		    m->body[v->body].lead_max, v->other, v->body);
		break;
	case PLAN_WINDOW:
		kl_error_set(out, 0,
		    KL_N_("Committee %d has no meeting from day %d to %d."),
		    v->body, m->body[v->body].window[v->window].first,
		    m->body[v->body].window[v->window].last);
		break;
	case PLAN_GROUP:
		if (v->band == PLAN_NONE)
			kl_error_set(out, 0,
			    KL_N_("More than %d meetings of group %d are on "
				  "day %d."),
			    m->group[v->group].cap, v->group, v->day);
		else
			kl_error_set(out, 0,
			    KL_N_("More than %d meetings of group %d are on "
				  "day %d in band %d."),
			    m->group[v->group].cap, v->group, v->day, v->band);
		break;
	case PLAN_LINK:
		kl_error_set(out, 0,
		    KL_N_("Meeting %d does not follow meeting %d by %d to %d "
			  "days."),
		    v->other, v->meeting, m->link[v->link].min,
		    m->link[v->link].max);
		break;
	}
}

static struct kl_data *
answer_checked(const struct plan_model *m, const struct plan_verdict *v,
    const char *(*translate)(const char *))
{
	struct kl_data *d = data_object(), *part, *list;
	struct kl_error sentence;
	size_t i;

	data_add_int(d, "cost", v->cost);
	data_add_int(d, "violations", (int64_t)v->n_violations);
	part = data_add_object(d, "parts");
	data_add_int(part, "slots", v->slots);
	data_add_int(part, "weekday", v->weekday);
	data_add_int(part, "load", v->load);
	data_add_int(part, "dispatch", v->dispatch);
	list = data_add_list(d, "broken");
	for (i = 0; i < v->n_violations && i < SENTENCES; i++) {
		say_violation(m, &v->violation[i], &sentence);
		add_sentence(list, &sentence, translate);
	}
	return d;
}

int
kl_plan_instance_check(const char *instance, const char *plan,
    const char *(*translate)(const char *), struct kl_data **answer,
    struct kl_error *err)
{
	struct ask k = { .err = err };
	struct plan_verdict v;
	struct kl_data *d;
	int rc = ask_open(&k, instance);

	if (rc == 0)
		rc = instance_plan_read(plan, &k.m, &k.base, err);
	if (rc == 0)
		rc = plan_judge(&k.m, &k.base, k.arena, &v, err);
	if (rc == 0) {
		d = answer_checked(&k.m, &v, translate);
		if (data_failed(d)) {
			kl_data_free(d);
			rc = kl_error_nomem(err);
		} else
			*answer = d;
	}
	ask_close(&k);
	return rc;
}
