/* SPDX-License-Identifier: EUPL-1.2
 *
 * Deflating the streams of a PDF file, one after the other.
 */
#ifndef PDF_PACK_H
#define PDF_PACK_H

#include <stdbool.h>
#include <stddef.h>

struct packer;

/* Takes bytes that are ready; false to give up. */
typedef bool (*pack_sink)(void *context, const void *data, size_t n);

/* packer_new(): NULL when memory is out. */
struct packer *packer_new(void);
void packer_free(struct packer *p);

/* pack_begin(p, sink, context): a new stream.  pack_add(p, data, n): more of
 * it.  pack_end(p): its end; true if all went well since its beginning. */
void pack_begin(struct packer *p, pack_sink sink, void *context);
void pack_add(struct packer *p, const void *data, size_t n);
bool pack_end(struct packer *p);

#endif
