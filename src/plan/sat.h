/* SPDX-License-Identifier: EUPL-1.2
 *
 * Constraints of a year as clauses: can these be kept together, and if not,
 * which of them cannot?  The only door to the SAT solver.
 */
#ifndef PLAN_SAT_H
#define PLAN_SAT_H

#include "plan/explain.h"

/* What the explanations are about; all borrowed. */
struct sat_input {
	const struct plan_model *m;
	const struct plan_ban *bans;
	size_t n_bans;
	bool (*should_stop)(void *ctx); /* or NULL */
	void *ctx;
	int64_t *left; /* steps of the solver, counted down; at 0 it stops */
};

/* Steps of an explanation, or of all its loosenings: some seconds. */
#define SAT_STEPS 100000

struct sat;

/* sat_new(in, v, n, out, err): the constraints ${v} (borrowed), with the
 * numbers of in->m.  Meetings that none of them wants to take place are left
 * out, as are constraints about them alone.  Free with sat_free.  KL_E_NOMEM.
 */
int sat_new(const struct sat_input *in, const struct plan_constraint *v,
    size_t n, struct sat **out, struct kl_error *err);
void sat_free(struct sat *s); /* NULL is fine */

enum sat_answer { SAT_STOPPED, SAT_YES, SAT_NO };

/* sat_solve(s, keep): can the constraints with ${keep}[i] be kept? */
enum sat_answer sat_solve(struct sat *s, const bool *keep);

/* sat_probe(s, keep, m, v, n): can they be kept together with the constraints
 * ${v} that have the numbers of ${m}?  Those are forgotten again afterwards;
 * they are about meetings of the constraints given before. */
enum sat_answer sat_probe(struct sat *s, const bool *keep,
    const struct plan_model *m, const struct plan_constraint *v, size_t n);

/* sat_takes(s, slot): after SAT_YES: is that slot of the model taken?  Not
 * known, and false, of a meeting that is not asked for, or when it was counted.
 */
bool sat_takes(const struct sat *s, uint32_t slot);

/* sat_blames(s, i): after SAT_NO: is constraint i part of the proof? */
bool sat_blames(const struct sat *s, size_t i);

#endif
