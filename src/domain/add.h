/* SPDX-License-Identifier: EUPL-1.2
 *
 * New entries in the lists of a meeting, with every day KL_DAY_NONE, every
 * number and text nothing.  Each is NULL when memory is out, which the arena
 * remembers (arena_failed).  Whoever makes one of these makes it here, so that
 * a day that was not given is never 1 January 1970.
 */
#ifndef DOMAIN_ADD_H
#define DOMAIN_ADD_H

#include "domain/bundle.h"

struct regulation *regulation_add(struct arena *a, struct bundle *b);

struct absence_report *absence_add(struct arena *a, struct meeting *m);
struct call *call_add(struct arena *a, struct absence_report *x);
struct paragraph *paragraph_add(struct arena *a, struct meeting *m);
struct minutes *minutes_add(struct arena *a, struct meeting *m);
struct correction *correction_add(struct arena *a, struct meeting *m);
struct appeal *appeal_add(struct arena *a, struct meeting *m);
struct legal_force *force_add(struct arena *a, struct meeting *m);
struct accepted_warning *accepted_add(struct arena *a, struct minutes *x);

/* division_add: all counts are -1: not told. */
struct division *division_add(struct arena *a, struct paragraph *p);
struct election *election_add(struct arena *a, struct paragraph *p);
struct commission *commission_add(struct arena *a, struct paragraph *p);
struct dissent *dissent_add(struct arena *a, struct paragraph *p);

struct approval *approval_add(struct arena *a, struct minutes *x);
struct rejection *rejection_add(struct arena *a, struct minutes *x);
struct interruption *interruption_add(struct arena *a, struct minutes *x);

#endif
