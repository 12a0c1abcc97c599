/* SPDX-License-Identifier: EUPL-1.2
 *
 * Small bodies to sit in, for the tests of sitting, entry and conflict.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "domain/add.h"
#include "domain/ranges.h"
#include "record/record.h"
#include "sitting_help.h"

#define DAY 20774 /* 2026-11-17 */

struct bundle
body_new(int seats)
{
	struct bundle b = { .arena = arena_new(0) };
	struct committee *c;
	struct meeting *m;

	assert_non_null(b.arena);
	c = vec_push(b.arena, &b.committees);
	m = vec_push(b.arena, &b.meetings);
	assert_non_null(c);
	assert_non_null(m);
	c->code = "N";
	c->name = "Nämnden";
	c->kind = BODY_COMMITTEE;
	c->seats = seats;
	m->committee = "N";
	m->key = "N/2026-11-17";
	m->day = DAY;
	m->time = "16:30";
	return b;
}

void
body_free(struct bundle *b)
{
	arena_free(b->arena);
}

struct meeting *
body_meeting(const struct bundle *b)
{
	return &b->meetings.v[0];
}

struct mandate *
body_seat(struct bundle *b, const char *ref, enum role role, const char *party)
{
	struct person *p = vec_push(b->arena, &b->persons);
	struct mandate *x = vec_push(b->arena, &b->mandates);

	assert_non_null(p);
	assert_non_null(x);
	p->ref = x->person = arena_strdup(b->arena, ref);
	p->last = p->ref;
	p->party = party;
	x->committee = "N";
	x->role = role;
	x->from = DAY - 1000;
	x->to = KL_DAY_NONE;
	return x;
}

void
body_fill(struct bundle *b, const char *members, const char *deputies)
{
	const char *lists[] = { members, deputies }, *s;
	char *word, ref[16];
	struct mandate *x;
	enum role role;
	int list, n;
	size_t len;

	for (list = 0; list < 2; list++) {
		for (s = lists[list], n = 1;; s += len, n++) {
			s += strspn(s, " ");
			len = strcspn(s, " ");
			if (len == 0)
				break;
			word = arena_strndup(b->arena, s, len);
			snprintf(ref, sizeof ref, "%c%d", "md"[list], n);
			role = list == 1 ? ROLE_DEPUTY
			       : n == 1	 ? ROLE_CHAIR
			       : n == 2	 ? ROLE_VICE_CHAIR
					 : ROLE_MEMBER;
			x = body_seat(b, ref, role, word);
			if (list == 1)
				x->order = n;
		}
	}
}

struct attendance *
body_present(struct bundle *b, const char *ref, const char *paragraphs,
    const char *serves_for)
{
	struct attendance *at =
	    vec_push(b->arena, &body_meeting(b)->attendance);

	assert_non_null(at);
	at->person = arena_strdup(b->arena, ref);
	at->paragraphs = arena_strdup(b->arena, paragraphs);
	at->serves_for = arena_strdup(b->arena, serves_for);
	at->serving = true;
	return at;
}

struct attendance *
body_listens(struct bundle *b, const char *ref, const char *paragraphs)
{
	struct attendance *at = body_present(b, ref, paragraphs, NULL);

	at->serving = false;
	return at;
}

void
body_paragraphs(struct bundle *b, int last)
{
	struct paragraph *p;
	int nr;

	for (nr = 1; nr <= last; nr++) {
		p = paragraph_add(b->arena, body_meeting(b));
		assert_non_null(p);
		p->nr = nr;
	}
}

struct conflict *
body_conflict(struct bundle *b, const char *ref, int nr)
{
	struct conflict *c = vec_push(b->arena, &body_meeting(b)->conflicts);

	assert_non_null(c);
	c->person = arena_strdup(b->arena, ref);
	c->paragraph = nr;
	c->ground = "KL 6:28 p 1";
	return c;
}

void
body_order(struct bundle *b, const char *party, const char *order)
{
	struct party_order *o = vec_push(b->arena, &b->committees.v[0].orders);

	assert_non_null(o);
	o->party = party;
	o->order = order;
}

struct sitting
body_at(struct bundle *b, int nr)
{
	struct kl_error e;
	struct sitting s;

	assert_int_equal(
	    sitting_at(b->arena, b, body_meeting(b), nr, &s, &e), 0);
	return s;
}

const char *
body_ranges(
    struct bundle *b, const char *ref, enum seat as, const char *for_whom)
{
	struct ranges r;
	struct kl_error e;

	assert_int_equal(sitting_ranges(b->arena, b, body_meeting(b), ref, as,
			     for_whom, &r, &e),
	    0);
	return ranges_format(b->arena, &r);
}

const char *
body_propose(struct bundle *b, int nr, const struct rule_book *book)
{
	struct derivation why = { .arena = b->arena };
	const char *text = "";
	struct kl_error e;
	entries list;
	size_t i;

	assert_int_equal(entry_propose(b->arena, b, body_meeting(b), nr, book,
			     &why, &list, &e),
	    0);
	assert_int_equal(why.reasons.n, list.n);
	for (i = 0; i < list.n; i++)
		text = arena_printf(b->arena, "%s%s%s:%s", text,
		    i > 0 ? " " : "", list.v[i].member,
		    list.v[i].deputy == NULL ? "-" : list.v[i].deputy);
	return text;
}

struct bundle
body_read(const char *const *paths, size_t n)
{
	struct bundle b = { .arena = arena_new(0) };
	struct kl_faults faults = { .n = 0 };
	struct kl_error e;
	struct buf in;
	char s[1024];
	size_t i;

	assert_non_null(b.arena);
	for (i = 0; i < n; i++) {
		assert_int_equal(
		    file_read(paths[i], (size_t)16 << 20, &in, &e), 0);
		if (exchange_read(in.data, in.len, paths[i],
			SRCDIR "/templates/schema/exchange.rng", &b, &faults,
			&e) != 0) {
			kl_error_format(&faults.v[0], NULL, s, sizeof s);
			fail_msg("%s:%d: %s", paths[i], faults.v[0].line, s);
		}
		buf_free(&in);
	}
	return b;
}
