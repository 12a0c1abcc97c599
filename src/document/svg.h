/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the document room: a drawing as SVG.
 */
#ifndef DOCUMENT_SVG_H
#define DOCUMENT_SVG_H

#include <libxml/xmlwriter.h>

#include "base/buf.h"
#include "document/document.h"
#include <kansli/error.h>

/* svg_write(w, figure, words): the DOC_FIGURE ${figure} as an svg element named
 * ${words}; NULL or "" for decoration.  KL_E_NOMEM if a path did not fit. */
int svg_write(
    xmlTextWriter *w, const struct doc_node *figure, const char *words);

#endif
