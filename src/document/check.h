/* SPDX-License-Identifier: EUPL-1.2
 *
 * What makes a document hard to read for those who hear it or see badly, found
 * in the tree before it becomes pages: the author can still mend it.
 */
#ifndef DOCUMENT_CHECK_H
#define DOCUMENT_CHECK_H

#include "base/note.h"
#include "document/document.h"

/* What the check is told about the language of the document. */
struct check_options {
	/* link texts that say nothing by themselves ("här"), in lower case */
	const char *const *vague;
	size_t nvague;
};

/* document_check(doc, a, options, notes): add what was found to ${notes}, each
 * with the place where it stands; copies are in ${a}.  Rules: headings begin at
 * level 1, skip no level, are not empty and not made of bold text; lists are
 * not typed; tables have heads with text; links say where they lead; pictures
 * and drawings have alternative texts; language and title are known; text is at
 * least 8 pt and has contrast (WCAG 2.2: 1.1.1, 1.3.1, 1.4.3, 2.4.2, 2.4.4,
 * 2.4.6, 3.1.1).  ${options} may be NULL. */
void document_check(const struct document *doc, struct arena *a,
    const struct check_options *options, note_list *notes);

/* document_contrast(x, y): the contrast of two colours by WCAG 2.2, 1 to 21. */
double document_contrast(doc_colour x, doc_colour y);

/* check_words(a, text, list): the lines of a word list (UTF-8; empty lines and
 * lines that begin with # apart) appended to ${list}, for check_options. */
void check_words(struct arena *a, const char *text, text_list *list);

#endif
