/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading plans made by hand: what the readers of the three kinds of file
 * share.
 */
#ifndef PLAN_YEAR_READER_H
#define PLAN_YEAR_READER_H

#include "domain/bundle.h"
#include <kansli/error.h>

#define READ_BYTES_MAX ((size_t)16 << 20) /* of a file */
#define READ_MEETINGS_MAX 20000		  /* of a file */

/* A meeting as the file has it; texts live in the arena. */
struct read_meeting {
	const char *committee, *day, *start, *end, *room;
	int line;
};

struct plan_reader {
	const char *path;
	const struct bundle *facts; /* or NULL */
	struct arena *a;
	struct year_plan *out;
	struct kl_faults *faults;
};

/* read_fault(r, line, field, e): the error ${e} (already set) is a fault of the
 * file. */
void read_fault(
    struct plan_reader *r, int line, const char *field, struct kl_error *e);

/* READ_PLAN_FAULT(r, line, field, KL_N_("sentence"), args...) */
#define READ_PLAN_FAULT(r, line, field, ...)                                   \
	do {                                                                   \
		struct kl_error read_error_;                                   \
		kl_error_set(&read_error_, KL_E_INPUT, __VA_ARGS__);           \
		read_fault((r), (line), (field), &read_error_);                \
	} while (0)

/* read_add(r, m): one meeting, its cells checked; what is wrong is a fault. */
void read_add(struct plan_reader *r, const struct read_meeting *m);

/* read_csv(r, text): the rows of a table, ${text} is changed. */
void read_csv(struct plan_reader *r, char *text);

#endif
