/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rules that apply: the law's numbers and those of the regulations in the
 * register, as a book that every rule is asked with; listed, shown, set.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "office/office_private.h"
#include <kansli/rule.h>

#define SUMMONS "summons-lead"
#define COUNCIL_SUMMONS "council-summons"

/* Where a number stands whose source nobody has given. */
#define REGULATIONS "Reglemente"

/* ---- the book ------------------------------------------------------------ */

struct rule_local
office_regulation(const struct regulation *x)
{
	return (struct rule_local){ .committee = x->committee,
		.rule = x->rule,
		.from = x->from,
		.value = x->value,
		.source = x->source == NULL ? REGULATIONS : x->source };
}

/* The law's own days for the council's summons (KL 5:15) stand in for those
 * that a committee has by regulation (KL 6:44); stricter ones are set under the
 * name of the council's rule. */
static struct rule_local
council_summons(const struct committee *c, kl_day day)
{
	struct rule_local x = {
		.committee = c->code, .rule = SUMMONS, .from = KL_DAY_NONE
	};
	const struct rule *law = rule_on(RULE_COUNCIL_SUMMONS, day, NULL);

	if (law == NULL)
		law = rule_wording(RULE_COUNCIL_SUMMONS, 0);
	x.value = law->value;
	x.source = law->statute;
	return x;
}

/* What counts for the summons of the body in question; the rest as it is. */
static bool
take_regulation(struct rule_local *to, const struct regulation *x, bool council)
{
	*to = office_regulation(x);
	if (!council)
		return true;
	if (strcmp(x->rule, COUNCIL_SUMMONS) == 0)
		to->rule = SUMMONS;
	else if (strcmp(x->rule, SUMMONS) == 0)
		return false;
	return true;
}

/* The committee's days for the summons stand with the committee itself; they
 * come first, so that a dated regulation goes before them. */
struct rule_book
office_book(struct work *w)
{
	const struct committee *c = w->committee;
	bool council = c != NULL && c->kind == BODY_ASSEMBLY;
	struct rule_book book = { .committee = c == NULL ? NULL : c->code };
	struct rule_local *v;
	size_t i, n = 0;

	v = arena_alloc(w->arena, (w->bundle.regulations.n + 2) * sizeof *v);
	if (v == NULL)
		return book; /* the arena remembers it */
	if (council)
		v[n++] = council_summons(
		    c, w->meeting == NULL ? w->o->today : w->meeting->day);
	if (c != NULL && c->summons_days > (n > 0 ? v[0].value : 0))
		v[n++] = (struct rule_local){ .committee = c->code,
			.rule = SUMMONS,
			.from = KL_DAY_NONE,
			.value = c->summons_days,
			.source = REGULATIONS };
	for (i = 0; i < w->bundle.regulations.n; i++)
		if (take_regulation(
			&v[n], &w->bundle.regulations.v[i], council))
			n++;
	book.v = v;
	book.n = n;
	return book;
}

/* ---- list ---------------------------------------------------------------- */

/* The regulations, and the committee that is asked for (NULL: none). */
static int
load_book(struct work *w, const char *committee, struct kl_error *err)
{
	int rc = 0;

	if (committee != NULL) {
		w->committee = arena_alloc(w->arena, sizeof *w->committee);
		if (w->committee == NULL)
			return kl_error_nomem(err);
		rc = store_load_committee(
		    w->o->store, committee, w->arena, w->committee, err);
	}
	if (rc == 0)
		rc = store_load_regulations(
		    w->o->store, committee, &w->bundle, err);
	return rc;
}

static const char *
whose(const struct rule_local *l)
{
	if (l == NULL)
		return "lag";
	return l->committee == NULL ? "gemensam" : l->committee;
}

static int
answer_rule(struct kl_data *row, enum rule_id id, kl_day on,
    const struct rule_book *book, struct kl_error *err)
{
	struct rule_applied a;
	int rc = rule_apply(id, on, book, &a, err);

	if (rc != 0)
		return rc;
	data_add_text(row, "rule", a.law->name);
	data_add_int(row, "value", a.value);
	data_add_int(row, "law", a.law->value);
	data_add_text(row, "whose", whose(a.local));
	if (a.local != NULL)
		data_add_text(row, "source", a.local->source);
	data_add_text(row, "statute", a.law->statute);
	data_add_day(
	    row, "from", a.local == NULL ? a.law->from : a.local->from);
	return 0;
}

static int
list_rules(
    struct work *w, kl_day on, struct kl_data *list, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	int id, rc = 0;

	for (id = 0; rc == 0 && id < RULE_COUNT; id++)
		rc = answer_rule(data_add_object(list, NULL), (enum rule_id)id,
		    on, &book, err);
	return rc;
}

int
kl_rule_list(struct kl_office *o, const char *committee, kl_day on,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list = data_list();
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	if (rc == 0)
		rc = load_book(&w, committee, err);
	if (rc == 0)
		rc = list_rules(&w, on, list, err);
	if (rc == 0 && data_failed(list))
		rc = kl_error_nomem(err);
	rc = work_end(&w, rc, NULL, err);
	if (rc == 0 && answer != NULL)
		*answer = list;
	else
		kl_data_free(list);
	return rc;
}

/* ---- show ---------------------------------------------------------------- */

static const char *
bound_word(enum rule_bound bound)
{
	switch (bound) {
	case RULE_FIXED:
		return "fast";
	case RULE_LOWER:
		return "lägre";
	case RULE_HIGHER:
		return "högre";
	case RULE_CHOICE:
		return "valfri";
	}
	return NULL;
}

/* Every number that the rule has had, the law's and then the regulations'. */
static void
answer_wordings(
    struct kl_data *list, const struct rule *now, const struct rule_book *book)
{
	const struct rule *law;
	struct kl_data *row;
	size_t i;

	for (i = 0; (law = rule_wording(now->id, i)) != NULL; i++) {
		row = data_add_object(list, NULL);
		data_add_text(row, "whose", whose(NULL));
		data_add_int(row, "value", law->value);
		data_add_day(row, "from", law->from);
		data_add_text(row, "source", law->statute);
	}
	for (i = 0; i < book->n; i++) {
		if (strcmp(book->v[i].rule, now->name) != 0)
			continue;
		row = data_add_object(list, NULL);
		data_add_text(row, "whose", whose(&book->v[i]));
		data_add_int(row, "value", book->v[i].value);
		data_add_day(row, "from", book->v[i].from);
		data_add_text(row, "source", book->v[i].source);
	}
}

int
kl_rule_show(struct kl_office *o, const char *rule, const char *committee,
    kl_day on, struct kl_data **answer, struct kl_error *err)
{
	const struct rule *found = NULL, *law = NULL;
	struct rule_book book;
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	if (rc == 0)
		rc = rule_find(rule, &found, err);
	if (rc == 0)
		rc = load_book(&w, committee, err);
	if (rc == 0) {
		law = rule_on(found->id, on, err);
		rc = law == NULL ? KL_E_INPUT : 0;
	}
	if (rc == 0) {
		book = office_book(&w);
		rc = answer_rule(w.answer, found->id, on, &book, err);
		data_add_text(w.answer, "bound", bound_word(law->bound));
		answer_wordings(
		    data_add_list(w.answer, "wordings"), law, &book);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- set ----------------------------------------------------------------- */

static int
check_committee(struct work *w, const char *code, struct kl_error *err)
{
	struct committee unused = { 0 };

	return code == NULL ? 0
			    : store_load_committee(
				  w->o->store, code, w->arena, &unused, err);
}

int
kl_rule_set(struct kl_office *o, const struct kl_rule *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct regulation x = { .committee = what->committee,
		.rule = what->rule,
		.from = what->from,
		.value = what->value,
		.source = what->source };
	struct rule_local local;
	struct work w;
	int rc = work_begin(
	    &w, o, what->committee == NULL ? MAY_ADMIN : MAY_DECIDE, true, err);

	if (rc == 0)
		rc = check_committee(&w, what->committee, err);
	if (rc == 0)
		rc = office_may(o,
		    what->committee == NULL ? MAY_ADMIN : MAY_DECIDE,
		    what->committee, err);
	local = office_regulation(&x);
	local.source = what->source;
	if (rc == 0)
		rc = rule_local_check(&local, err);
	if (rc == 0)
		rc = store_save_regulation(o->store, "rule-set", &x, err);
	if (rc == 0) {
		data_add_text(w.answer, "rule", what->rule);
		data_add_text(w.answer, "whose", whose(&local));
		data_add_int(w.answer, "value", what->value);
		data_add_day(w.answer, "from", what->from);
		data_add_text(w.answer, "source", what->source);
	}
	return work_end(&w, rc, answer, err);
}
