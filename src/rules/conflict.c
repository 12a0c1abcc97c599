/* SPDX-License-Identifier: EUPL-1.2
 *
 * Conflicts of interest: grounds, and trying them.
 */
#include "config.h"

#include <string.h>

#include "rules/conflict.h"

/* The grounds and where else they apply. */
static const struct ground {
	const char *text;
	bool council;
} grounds[] = {
	{ "KL 6:28 p 1", false },
	{ "KL 6:28 p 2", false },
	{ "KL 6:28 p 3", false },
	{ "KL 6:28 p 4", false },
	{ "KL 5:47", true },
};

#define NGROUNDS (sizeof grounds / sizeof *grounds)

int
conflict_ground(const char *ground, enum body_kind body, bool official,
    struct kl_error *err)
{
	bool council = body == BODY_ASSEMBLY && !official;
	size_t i;

	if (ground == NULL || *ground == '\0') {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The conflict of interest has no ground. Say which: "
			  "\"KL 6:28 p 1\" to \"p 4\", for the council "
			  "\"KL 5:47\"."));
		kl_error_statute(err, council ? "KL 5:47" : "KL 6:28");
		return KL_E_INPUT;
	}
	for (i = 0; i < NGROUNDS; i++)
		if (strcmp(ground, grounds[i].text) == 0 &&
		    grounds[i].council == council)
			return 0;
	kl_error_set(err, KL_E_INPUT,
	    council
		? KL_N_("\"%s\" is no ground for a conflict of interest in the "
			"council, where only what concerns a member personally "
			"is one: \"KL 5:47\".")
		: KL_N_("\"%s\" is no ground for a conflict of interest. There "
			"are \"KL 6:28 p 1\" to \"p 4\"."),
	    ground);
	kl_error_statute(err, council ? "KL 5:47" : "KL 6:28");
	return KL_E_INPUT;
}

/* The meeting as if ${ref} had a conflict in the paragraph, in the arena. */
static int
suppose(struct arena *a, const struct meeting *m, int paragraph,
    const char *ref, struct meeting *out, struct kl_error *err)
{
	struct conflict *c;
	size_t i;

	*out = *m;
	memset(&out->conflicts, 0, sizeof out->conflicts);
	for (i = 0; i < m->conflicts.n; i++) {
		c = vec_push(a, &out->conflicts);
		if (c == NULL)
			return kl_error_nomem(err);
		*c = m->conflicts.v[i];
	}
	c = vec_push(a, &out->conflicts);
	if (c == NULL)
		return kl_error_nomem(err);
	c->person = ref;
	c->paragraph = paragraph;
	return 0;
}

static bool
replaced(const struct sitting *s, const char *ref)
{
	size_t i;

	for (i = 0; i < s->v.n; i++)
		if (s->v.v[i].seat == SEAT_SERVING &&
		    s->v.v[i].serves_for != NULL &&
		    strcmp(s->v.v[i].serves_for, ref) == 0)
			return true;
	return false;
}

int
conflict_try(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, const char *ref, bool can_call, struct derivation *why,
    struct conflict_trial *out, struct kl_error *err)
{
	struct meeting as;
	struct sitting s;
	int rc;

	memset(out, 0, sizeof *out);
	rc = suppose(a, m, paragraph, ref, &as, err);
	if (rc == 0)
		rc = sitting_at(a, b, &as, paragraph, &s, err);
	if (rc != 0)
		return rc;
	out->needed = !replaced(&s, ref);
	out->others = s.serving;
	out->need = s.need;
	out->takes_part = out->needed && s.serving < s.need && !can_call;
	if (!out->needed)
		derive(why, "conflict", "KL 6:30",
		    KL_N_("A deputy has taken the seat, so there is nothing to "
			  "decide."));
	else if (s.serving >= s.need)
		derive(why, "conflict", "KL 6:30",
		    KL_N_("The %d others decide at once, without the person; "
			  "%d are enough."),
		    s.serving, s.need);
	else if (can_call)
		derive(why, "conflict", "KL 6:30",
		    KL_N_("The %d others are too few and somebody can be "
			  "called: the body decides when they are %d."),
		    s.serving, s.need);
	else
		derive(why, "conflict", "KL 6:30",
		    KL_N_("The %d others are too few and nobody can be called "
			  "without inconvenient delay: the person takes part "
			  "in that decision, and only in that."),
		    s.serving);
	return derive_done(why, err);
}
