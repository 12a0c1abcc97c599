/* SPDX-License-Identifier: EUPL-1.2
 *
 * Laid-out pages to tagged PDF 1.7 (PDF/UA-1, PDF/A-2a) with libharu.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/buf.h"
#include "layout/layout.h"
#include <kansli/error.h>

/* pdf_write(laid, out, err): the PDF.  Title, language, author and creation
 * instant come from the document; /ID is a hash of the content, so the same
 * pages give the same bytes.  Appends to ${out}. */
int pdf_write(
    const struct laid_out *laid, struct buf *out, struct kl_error *err);

#endif
