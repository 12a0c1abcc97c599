/* SPDX-License-Identifier: EUPL-1.2
 *
 * What is fuzzed: one function for each thing that reads what arrives.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* One input; always 0. */
typedef int fuzz_target(const uint8_t *data, size_t n);

fuzz_target fuzz_csv, fuzz_enter, fuzz_exchange, fuzz_fill, fuzz_ical,
    fuzz_instance, fuzz_odf, fuzz_path, fuzz_pdf, fuzz_phrases, fuzz_plan,
    fuzz_year;

/* fuzz_find(name): the target called "csv" and so on, or NULL. */
fuzz_target *fuzz_find(const char *name);

#endif
