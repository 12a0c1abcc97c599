/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: a document being asked for.
 */
#ifndef OFFICE_REQUEST_H
#define OFFICE_REQUEST_H

#include "office/kinds.h"
#include "office/office_private.h"

/* The formats, in the order in which they are written. */
#define OFFICE_NFORMATS 5
struct format_row {
	enum format format;
	const char *name, *extension, *type;
};
extern const struct format_row office_formats[OFFICE_NFORMATS];

struct request {
	const struct kind *kind;
	unsigned formats;
	const char *year;	 /* "TRN/2026", of a kind that is of a year */
	const char *paragraphs;	 /* normalised, or NULL */
	struct minutes *minutes; /* of kinds made from minutes */
	kl_day day;		 /* dates the document */
	const char *title;
	const char *name; /* file name without extension */
	xmlDoc *record;
	struct buf frozen;  /* the record's canonical bytes */
	const char *sha256; /* of them */
	unsigned missing;   /* formats that have not been issued of it */
	struct made made;
	bool failed; /* told among the faults; the others go on */
};

/* request_formats(list, out, err): "odt,pdf" as a set of enum format; NULL:
 * those two.  KL_E_USAGE for an unknown one. */
int request_formats(const char *list, unsigned *out, struct kl_error *err);

/* request_init(r): nothing asked for.  request_free(r) in any case. */
void request_init(struct request *r);
void request_free(struct request *r);

/* request_open(w, what, r, err): fill ${r}, whose kind is set, for the work's
 * meeting, with its record.  KL_E_RULE if the meeting has not got that far. */
int request_open(struct work *w, const struct kl_document *what,
    struct request *r, struct kl_error *err);

/* request_issue(w, what, r, n, faults, err): make what is missing of the ${n}
 * documents, keep it in the register and write the files to what->dir.  The
 * register is held only while it is written; ${*stale} is set, and nothing has
 * been done, if facts were changed meanwhile.  With ${faults} a document that
 * cannot be made is told there and the others go on. */
int request_issue(struct work *w, const struct kl_document *what,
    struct request *r, size_t n, struct kl_faults *faults, bool *stale,
    struct kl_error *err);

/* request_keep(w, r, err): make what is missing of the document and keep it in
 * the register, which is held, without writing a file. */
int request_keep(struct work *w, struct request *r, struct kl_error *err);

#endif
