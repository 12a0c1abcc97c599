/* SPDX-License-Identifier: EUPL-1.2
 *
 * Small bodies to sit in, for the tests of sitting, entry and conflict.
 */
#ifndef TESTS_SITTING_HELP_H
#define TESTS_SITTING_HELP_H

#include "rules/conflict.h"
#include "rules/entry.h"

/* A body N with one meeting on 17 November 2026 at 16:30. */
struct bundle body_new(int seats);
void body_free(struct bundle *b);

/* The meeting. */
struct meeting *body_meeting(const struct bundle *b);

/* A person of that party with a mandate; the ref says who: "m1", "d1". */
struct mandate *body_seat(
    struct bundle *b, const char *ref, enum role role, const char *party);

/* Members m1 (chair), m2 (vice chair), m3 ... of the parties in ${members}, one
 * word each, and deputies d1, d2 ... of those in ${deputies}. */
void body_fill(struct bundle *b, const char *members, const char *deputies);

/* A row of the attendance; serves. */
struct attendance *body_present(struct bundle *b, const char *ref,
    const char *paragraphs, const char *serves_for);

/* A row of a deputy who only listens. */
struct attendance *body_listens(
    struct bundle *b, const char *ref, const char *paragraphs);

void body_paragraphs(struct bundle *b, int last); /* 1 to ${last} */
struct conflict *body_conflict(struct bundle *b, const char *ref, int nr);
void body_order(struct bundle *b, const char *party, const char *order);

/* Who sits there; the ranges in which somebody does. */
struct sitting body_at(struct bundle *b, int nr);
const char *body_ranges(
    struct bundle *b, const char *ref, enum seat as, const char *for_whom);

/* "m3:d1 m4:-": who should enter, before the meeting or in a paragraph. */
const char *body_propose(
    struct bundle *b, int nr, const struct rule_book *book);

/* Facts from a file in tests/data or fixtures. */
struct bundle body_read(const char *const *paths, size_t n);

#endif
