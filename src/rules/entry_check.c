/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whether one deputy may enter for one member, and one member come back.
 */
#include "config.h"

#include <string.h>

#include "rules/entry_facts.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static int
refuse(struct kl_error *err, const char *statute)
{
	kl_error_statute(err, statute);
	return KL_E_RULE;
}

/* Who else serves on the member's seat in the paragraph, or NULL. */
static const char *
holder(const struct entry_facts *f, const char *member, const char *deputy)
{
	const struct sitter *s;
	size_t i;

	for (i = 0; i < f->s.v.n; i++) {
		s = &f->s.v.v[i];
		if (s->seat == SEAT_SERVING && same(s->serves_for, member) &&
		    !same(s->ref, deputy))
			return s->ref;
	}
	return NULL;
}

static int
check_seat(const struct entry_facts *f, const char *deputy, const char *member,
    struct kl_error *err)
{
	const struct sitter *of = sitting_of(&f->s, member);
	const char *other = holder(f, member, deputy);

	if (other != NULL) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s serves for %s in § %d. A seat changes hands "
			  "between items: let %s enter from the next one."),
		    entry_label(f, other), entry_label(f, member), f->paragraph,
		    entry_label(f, deputy));
		return refuse(err, "KL 6:44");
	}
	if (!f->before && of != NULL && of->seat == SEAT_SERVING &&
	    entry_comeback(f, of, NULL) == COMEBACK_NONE) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s is there and serves in § %d, so nobody can enter "
			  "for that seat."),
		    entry_label(f, member), f->paragraph);
		return refuse(err, "KL 4:22");
	}
	return 0;
}

static int
check_deputy(const struct entry_facts *f, const char *deputy,
    const char *member, struct kl_error *err)
{
	const struct sitter *s = sitting_of(&f->s, deputy);

	if (s == NULL || s->mandate == NULL ||
	    s->mandate->role != ROLE_DEPUTY) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s is not a deputy in the body that day and may not "
			  "serve in it."),
		    entry_label(f, deputy));
		return refuse(err, f->law);
	}
	if (house_conflicted(f->m, f->paragraph, deputy)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has a conflict of interest in § %d and may "
			  "neither take part nor be there."),
		    entry_label(f, deputy), f->paragraph);
		return refuse(err, f->council ? "KL 5:47" : "KL 6:30");
	}
	if (!f->before && s->serves_for != NULL &&
	    !same(s->serves_for, member)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s serves for %s in § %d already and has one vote "
			  "there."),
		    entry_label(f, deputy), entry_label(f, s->serves_for),
		    f->paragraph);
		return refuse(err, "KL 4:24");
	}
	return 0;
}

int
entry_check(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, const char *deputy, const char *member,
    const struct rule_book *book, struct kl_error *err)
{
	struct entry_facts f;
	struct entry_deputy d = { 0 };
	int rc = entry_facts(&f, a, b, m, paragraph, book, NULL, err);

	if (rc != 0)
		return rc;
	if (entry_member(&f, member, err) == NULL)
		return KL_E_RULE;
	rc = check_deputy(&f, deputy, member, err);
	if (rc == 0)
		rc = check_seat(&f, deputy, member, err);
	d.s = sitting_of(&f.s, deputy);
	if (rc == 0 && !entry_may_again(&f, &d)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s left because of a conflict of interest and may "
			  "not serve again that day."),
		    entry_label(&f, deputy));
		rc = refuse(err, f.after_conflict_source);
	}
	return rc;
}

int
entry_check_return(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *member,
    const struct rule_book *book, bool *forbidden, struct kl_error *err)
{
	struct entry_facts f;
	const struct sitter *of;
	enum comeback c;
	int rc = entry_facts(&f, a, b, m, paragraph, book, NULL, err);

	*forbidden = false;
	if (rc != 0)
		return rc;
	of = entry_member(&f, member, err);
	if (of == NULL)
		return KL_E_INPUT;
	c = entry_comeback(&f, of, err);
	*forbidden = c == COMEBACK_FORBIDDEN;
	return c == COMEBACK_NONE ? 0 : KL_E_RULE;
}
