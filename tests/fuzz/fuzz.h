/* SPDX-License-Identifier: EUPL-1.2
 *
 * What every fuzzer offers.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* LLVMFuzzerTestOneInput(data, n): one input; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#endif
