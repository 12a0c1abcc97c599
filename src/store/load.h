/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading facts with what belongs to them, inside the store.
 */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/fact.h"

/* load_new(r, p): ${p}, a new element; NULL makes ${r} fail. */
void *load_new(struct run *r, void *p);

/* load_list(s, which, id, a, list, err): the texts that belong to the fact. */
int load_list(struct store *s, enum sql which, int64_t id, struct arena *a,
    text_list *list, struct kl_error *err);

/* A list of a fact or a bundle: its array, and the size of an element. */
struct load_rows {
	void *array;
	size_t *n, *cap, size;
};
#define LOAD_ROWS(list)                                                        \
	((struct load_rows){                                                   \
	    &(list).v, &(list).n, &(list).cap, sizeof *(list).v })

/* load_children(s, which, id, fields, a, to, err): append what belongs to the
 * fact ${id} to the list ${to}. */
int load_children(struct store *s, enum sql which, int64_t id,
    const struct row_field *fields, struct arena *a, struct load_rows to,
    struct kl_error *err);

/* load_facts(...): the same of facts of their own, whose structs begin with
 * their identifier. */
int load_facts(struct store *s, enum sql which, int64_t id,
    const struct row_field *fields, struct arena *a, struct load_rows to,
    struct kl_error *err);

/* load_paragraph_parts(s, a, p, err): everything of the paragraph p->id. */
int load_paragraph_parts(struct store *s, struct arena *a, struct paragraph *p,
    struct kl_error *err);

/* load_after(s, a, m, err): what became of the meeting m->id: minutes, annexes,
 * corrections, appeals, legal force, deliveries. */
int load_after(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err);

/* load_committee_parts, load_matter_parts: what belongs to ${c} or ${m}. */
int load_committee_parts(struct store *s, struct arena *a, struct committee *c,
    struct kl_error *err);
int load_matter_parts(
    struct store *s, struct arena *a, struct matter *m, struct kl_error *err);

/* load_meeting_parts(s, a, m, err): everything of the meeting m->id. */
int load_meeting_parts(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err);

/* load_planning(s, committee, b, err): rooms, bookings, stand-ins, absences and
 * rules of planning into ${b}; ${committee} NULL: of all. */
int load_planning(struct store *s, const char *committee, struct bundle *b,
    struct kl_error *err);

#endif
