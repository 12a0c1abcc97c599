/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving the organisation, its offices, committees and their regulations,
 * persons and mandates.
 */
#include "config.h"

#include "store/fact.h"

int
store_save_organisation(struct store *s, const char *verb,
    const struct organisation *o, struct kl_error *err)
{
	struct save w;
	int64_t id = 1; /* there is only one */

	save_start(&w, s, FACT_ORGANISATION, verb, o->line, err);
	save_need(&w, REF_BLOB, o->picture_sha256, "bild");
	save_row(&w, &id, 0, o);
	return save_end(&w);
}

int
store_save_department(struct store *s, const char *verb,
    const struct department *d, struct kl_error *err)
{
	struct save w;
	int64_t id = 0;

	save_start(&w, s, FACT_DEPARTMENT, verb, d->line, err);
	save_row(&w, &id, 0, d);
	return save_end(&w);
}

int
store_save_committee(struct store *s, const char *verb, struct committee *c,
    struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_COMMITTEE, verb, c->line, err);
	save_need(&w, REF_DEPARTMENT, c->department, "kontor");
	save_row(&w, &c->id, 0, c);
	for (i = 0; i < c->orders.n; i++)
		save_child(&w, SQL_COMMITTEE_ORDER_PUT, i + 1, order_fields,
		    &c->orders.v[i]);
	save_list(&w, SQL_COMMITTEE_STANDING_PUT, &c->standing);
	save_list(&w, SQL_COMMITTEE_ASSISTS_PUT, &c->assists);
	for (i = 0; i < c->rights.n; i++)
		save_child(&w, SQL_COMMITTEE_RIGHT_PUT, i + 1, right_fields,
		    &c->rights.v[i]);
	return save_end(&w);
}

int
store_save_regulation(struct store *s, const char *verb, struct regulation *x,
    struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_REGULATION, verb, x->line, err);
	save_need(&w, REF_COMMITTEE, x->committee, "nämnd");
	save_row(&w, &x->id, 0, x);
	return save_end(&w);
}

int
store_save_person(
    struct store *s, const char *verb, struct person *p, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_PERSON, verb, p->line, err);
	save_row(&w, &p->id, 0, p);
	return save_end(&w);
}

int
store_save_mandate(
    struct store *s, const char *verb, struct mandate *m, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_MANDATE, verb, m->line, err);
	save_need(&w, REF_COMMITTEE, m->committee, "nämnd");
	save_need(&w, REF_PERSON, m->person, "person");
	save_need(&w, REF_PERSON, m->personal_for, "personlig-för");
	save_row(&w, &m->id, 0, m);
	return save_end(&w);
}

int
store_save_user(struct store *s, const char *verb, struct store_user *u,
    struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_USER, verb, 0, err);
	save_need_all(&w, REF_COMMITTEE, &u->committees, "committee");
	save_row(&w, &u->id, 0, u);
	save_list(&w, SQL_ACCOUNT_COMMITTEE_PUT, &u->committees);
	return save_end(&w);
}
