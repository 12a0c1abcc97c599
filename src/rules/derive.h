/* SPDX-License-Identifier: EUPL-1.2
 *
 * A derivation: the reasons that a rule gives for its answer, in order, each
 * naming the rule, where it stands and what it did with which days.  Reasons
 * are English sentences with a translation key, like errors.
 */
#ifndef RULES_DERIVE_H
#define RULES_DERIVE_H

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

struct reason {
	const char *rule;    /* the rule's name, e.g. "appeal-period" */
	const char *statute; /* the provision, or the local source */
	const char *text;    /* a sentence in the reader's language */
};

struct derivation {
	struct arena *arena; /* the caller's; owns all texts */
	/* maps an English key to the reader's language; NULL is English */
	const char *(*translate)(const char *);
	VEC(struct reason) reasons;
};

/* derive(d, rule, statute, KL_N_("sentence"), args...): add a reason.  ${rule}
 * must outlive ${d}; ${statute} is copied.  The sentence takes the conversions
 * of kl_error_set.  A NULL ${d} adds nothing; a failed allocation is found with
 * arena_failed(d->arena). */
#define derive(d, rule, statute, ...)                                          \
	do {                                                                   \
		struct kl_error derive_sentence_;                              \
		kl_error_set(&derive_sentence_, 0, __VA_ARGS__);               \
		derive_add((d), (rule), (statute), &derive_sentence_);         \
	} while (0)

/* derive_add(d, rule, statute, sentence): the work of derive(). */
void derive_add(struct derivation *d, const char *rule, const char *statute,
    const struct kl_error *sentence);

/* derive_word(d, word): ${word}, a literal marked with KL_N_, in the reader's
 * language. */
const char *derive_word(const struct derivation *d, const char *word);

/* derive_day(d, day): "Tuesday 2021-08-31" with the weekday in the reader's
 * language, in ${d}'s arena; "" for a NULL ${d} or on failure. */
const char *derive_day(struct derivation *d, kl_day day);

/* derive_days_off(d, first, end): the days from ${first} up to but not with
 * ${end}, with the holiday's name where there is one: "Friday 2025-04-18
 * (Långfredagen), Saturday 2025-04-19". */
const char *derive_days_off(struct derivation *d, kl_day first, kl_day end);

/* derive_done(d, err): 0, or KL_E_NOMEM if any reason was lost. */
int derive_done(const struct derivation *d, struct kl_error *err);

#endif
