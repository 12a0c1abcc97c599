/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the tests of the exchange format and of the record share.
 */
#ifndef TESTS_RECORD_HELP_H
#define TESTS_RECORD_HELP_H

#include "record/record.h"

#define EXCHANGE SRCDIR "/templates/schema/exchange.rng"
#define RECORD SRCDIR "/templates/schema/record.rng"
#define EXAMPLE SRCDIR "/tests/data/exchange-example.xml"
#define BYTES_MAX (16u << 20)

/* The faults of the last reading. */
extern struct kl_faults faults;

struct bundle new_bundle(void);

/* Print the faults, for a test that is about to fail. */
void show_faults(void);

/* Read a whole file, or the body of one that begins on line 2. */
int read_text(const char *text, struct bundle *b);
int read_body(const char *body, struct bundle *b);

/* tests/data/exchange-example.xml, which has no faults. */
struct bundle read_example(void);

/* The text is that of the golden file ${name}; KANSLI_GOLDEN=write makes it. */
void check_golden_text(const char *name, const struct buf *text);

#endif
