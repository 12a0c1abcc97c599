/* SPDX-License-Identifier: EUPL-1.2
 *
 * The pages' style sheets (XSLT 1.0, site.xsl and what it includes): read,
 * compiled and applied without any right to touch files or the network.  Beside
 * XSLT's own functions they have these, in the namespace STYLE_NAMESPACE:
 *   datum(day, form)    "2026-11-17" in words; form: lång kort veckodag dagnamn
 *                       knapp
 *   tid(clock)          "16:30" as Swedish writes it
 *   paragrafer(ranges)  "1-9 11" as "§§ 1–9 och 11"
 *   stor(text)          first letter in upper case
 *   bind(text)          no-break spaces where they belong
 *   noder(variable)     the content of a variable as nodes
 */
#ifndef PUBLISH_STYLE_H
#define PUBLISH_STYLE_H

#include <libxml/tree.h>

#include "base/buf.h"
#include <kansli/error.h>

#define STYLE_NAMESPACE "urn:kansli:ord"

struct style;

/* style_load(folder, language, style, err): compile ${folder}/site.xsl.  Freed
 * with style_free.  KL_E_ENV if a file is missing, KL_E_INPUT if it is wrong.
 */
int style_load(const char *folder, const char *language, struct style **style,
    struct kl_error *err);

/* style_free(style): NULL is fine. */
void style_free(struct style *style);

/* style_apply(style, page, result, err): the page that ${page} describes.  The
 * caller frees ${result} with xmlFreeDoc. */
int style_apply(
    struct style *style, xmlDoc *page, xmlDoc **result, struct kl_error *err);

/* style_html(result, out): an HTML 5 page in XML syntax; ${result} gets line
 * breaks between blocks. */
int style_html(xmlDoc *result, struct buf *out);

#endif
