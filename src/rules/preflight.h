/* SPDX-License-Identifier: EUPL-1.2
 *
 * What would not stand in the minutes of a meeting, before they are signed.
 * Errors block the adjustment, warnings are signed for.
 */
#ifndef RULES_PREFLIGHT_H
#define RULES_PREFLIGHT_H

#include "rules/sitting.h"

struct finding {
	bool blocks;	  /* an error; otherwise a warning */
	bool again;	  /* the one of an earlier paragraph, for this one */
	int paragraph;	  /* 0: the whole meeting */
	const char *code; /* "quorum", "dissent-not-taking-part" ... */
	struct kl_error says; /* the sentence, with its statute */
	const char *mend;     /* key: where and how it is mended */
};
typedef VEC(struct finding) findings;

/* What the rules cannot see for themselves. */
struct preflight_facts {
	kl_day today;
	/* true if the document is accessible, or not a PDF; asked per document;
	 * NULL: not looked at */
	bool (*accessible)(void *ctx, const struct document_file *d);
	void *ctx;
	/* composed text of a part of a paragraph, or NULL; NULL: none looked at
	 */
	const char *(*composed)(
	    void *ctx, const struct paragraph *p, const char *part);
	/* the body's next meetings' days, for answer-by dates; in order */
	const kl_day *next;
	size_t nnext;
	/* the highest paragraph number that the body's earlier meetings of the
	 * year have used; 0: none is known */
	int before;
};

/* preflight(a, b, m, only, book, facts, out, err): every finding of the
 * paragraphs ${only} (NULL: all), by paragraph and then by check.  The table of
 * checks is in preflight.c; doc/LAW.md has each with its statute and test. */
int preflight(struct arena *a, const struct bundle *b, const struct meeting *m,
    const struct ranges *only, const struct rule_book *book,
    const struct preflight_facts *facts, findings *out, struct kl_error *err);

#endif
