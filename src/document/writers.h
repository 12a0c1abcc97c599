/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree as HTML and as plain text.
 */
#ifndef DOCUMENT_WRITERS_H
#define DOCUMENT_WRITERS_H

#include "base/buf.h"
#include "document/document.h"
#include <kansli/error.h>

/* document_html(doc, out, err): a whole HTML 5 page: semantic elements (h1-h6,
 * ol, table with th scope), lang, title; a small style sheet inside. */
int document_html(
    const struct document *doc, struct buf *out, struct kl_error *err);

/* document_html_body(doc, out, err): the content alone, to stand inside another
 * page (an <article>), well-formed XHTML so that XSLT can take it. */
int document_html_body(
    const struct document *doc, struct buf *out, struct kl_error *err);

/* document_plain(doc, width, out, err): UTF-8 text wrapped at ${width} columns
 * of a terminal (0: not wrapped); only an address may be longer.  A table that
 * is too wide becomes lines "Head: value". */
int document_plain(const struct document *doc, int width, struct buf *out,
    struct kl_error *err);

/* document_drawings(doc, out, err): the drawings of the document alone, under
 * each other, as one SVG file; small ones in a line of text (signs, boxes) are
 * no drawings of their own.  KL_E_INPUT when there is none. */
int document_drawings(
    const struct document *doc, struct buf *out, struct kl_error *err);

/* document_follows(href): true for addresses that a reader may follow without
 * harm (#place, http, https, mailto, tel); other links become plain text. */
bool document_follows(const char *href);

#endif
