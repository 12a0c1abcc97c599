/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the order of deputies is decided from: which seats are empty, which
 * deputies are there, who has begun to serve, and what the regulations say.
 * Private to entry.c, entry_facts.c and entry_check.c.
 */
#ifndef RULES_ENTRY_FACTS_H
#define RULES_ENTRY_FACTS_H

#include "rules/entry.h"
#include "rules/house.h"

/* A deputy who may be asked. */
struct entry_deputy {
	const struct sitter *s;
	const char *party; /* or NULL */
	bool begun;	   /* has served before, and stayed since */
	const char *begun_for;
	int began; /* the paragraph */
};

struct entry_facts {
	struct arena *a;
	const struct bundle *b;
	const struct meeting *m;
	const struct committee *c;
	const struct rule_book *book;
	struct derivation *why;
	int paragraph;
	bool
	    before; /* the meeting has not begun: nobody's attendance is told */
	struct house h;
	struct sitting s;
	struct entry_deputy *deputies; /* in their order */
	size_t n;
	const struct sitter *
	    *empty; /* seats, by precedence; vacant ones last */
	size_t nempty;
	bool council, priority, after_conflict, fill;
	const char *law; /* that deputies enter by an order */
	const char *priority_source, *fill_source, *after_conflict_source;
};

/* A member's coming back. */
enum comeback {
	COMEBACK_NONE,	   /* nothing of the kind, or allowed */
	COMEBACK_ADVISED,  /* what regulations usually say is against it */
	COMEBACK_FORBIDDEN /* the law, or the body's own regulations */
};

/* entry_facts(f, ...): as entry_propose takes them. */
int entry_facts(struct entry_facts *f, struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const struct rule_book *book,
    struct derivation *why, struct kl_error *err);

/* entry_member(f, ref, err): the member or last holder of a vacant seat; NULL
 * with KL_E_INPUT. */
const struct sitter *entry_member(
    const struct entry_facts *f, const char *ref, struct kl_error *err);

/* entry_party(f, ref): the person's party or NULL. */
const char *entry_party(const struct entry_facts *f, const char *ref);

/* entry_party_size(f, party): members of it in the body. */
int entry_party_size(const struct entry_facts *f, const char *party);

/* entry_label(f, ref): "Martin Engman (S)", in the arena; "" for NULL. */
const char *entry_label(const struct entry_facts *f, const char *ref);

/* entry_engaged(f, deputy, member): called to serve, or serving, for another
 * than ${member} (NULL: for anybody). */
bool entry_engaged(
    const struct entry_facts *f, const char *deputy, const char *member);

/* entry_called(f, member): the deputy who has been called in for the member and
 * has not declined: who comes before who was asked last; NULL: nobody. */
const char *entry_called(const struct entry_facts *f, const char *member);

/* entry_may_again(f, d): read into ${d} whether d->s has begun to serve before
 * the paragraph and stayed.  False: may not serve any more, having left because
 * of a conflict (KL 5:18). */
bool entry_may_again(const struct entry_facts *f, struct entry_deputy *d);

/* entry_comeback(f, s, statute, err): whether the member ${s} who is there in
 * the paragraph may have the seat again (KL 5:19-20).  ${err} (may be NULL)
 * gets the sentence when not NONE. */
enum comeback entry_comeback(
    const struct entry_facts *f, const struct sitter *s, struct kl_error *err);

#endif
