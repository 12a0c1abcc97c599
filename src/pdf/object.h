/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: a PDF file as plain objects, for reading only.  qpdf
 * finds and decodes what is in the file; the objects themselves are parsed
 * here, once, so that rules can be written as ordinary C over ordinary structs.
 * All input is hostile: every size, depth and count has a bound.
 */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include <kansli/error.h>

enum pobj_type {
	POBJ_NULL,
	POBJ_BOOL,
	POBJ_INT,
	POBJ_REAL,
	POBJ_STRING,
	POBJ_NAME,
	POBJ_ARRAY,
	POBJ_DICT,
	POBJ_STREAM,  /* its dictionary; the data by pdf_data */
	POBJ_REF,     /* to object ${integer} */
	POBJ_OPERATOR /* in content alone */
};

/* An object.  Names and strings end with a NUL beyond their ${n} bytes. */
struct pobj {
	enum pobj_type type;
	unsigned number; /* the indirect object it stands in; 0: none */
	size_t n;	 /* bytes, items, or pairs of a dictionary */
	double real;	 /* of both kinds of number */
	long long integer;
	const char *text;
	const struct pobj *items; /* of a dictionary: key, value, key ... */
};

/* Reading objects from bytes. */
struct plex {
	const unsigned char *at, *end;
	struct arena *a;
	unsigned number;	/* given to what is read */
	bool refs;		/* "1 0 R" is a reference: not so in content */
	bool hex_odd, hex_sign; /* seen in a hexadecimal string */
	size_t inline_data;	/* bytes skipped between ID and EI */
};

/* plex_next(l, out): the next object or operator; false at the end or when
 * memory is out. */
bool plex_next(struct plex *l, struct pobj *out);

/* plex_skip_image(l): after the operator ID: skip to after EI. */
void plex_skip_image(struct plex *l);

bool plex_is_space(int c);
bool plex_is_delimiter(int c);

/* A file. */
struct pdf {
	void *qpdf;
	struct arena *a;
	const unsigned char *bytes;
	size_t nbytes;
	const struct pobj **objects; /* by number; NULL: not read */
	unsigned count;		     /* highest number + 1 */
	size_t left;		     /* bytes that may still be decoded */
	const struct pobj *trailer, *root;
	const struct pobj **pages;
	size_t npages;
	bool encrypted;
	bool damaged; /* qpdf had to mend it */
};

/* pdf_open(bytes, n, pdf, err): read a file that lies in memory; ${bytes} must
 * live as long as ${pdf}.  KL_E_INPUT with a sentence if it cannot be read. */
int pdf_open(
    const void *bytes, size_t n, struct pdf **pdf, struct kl_error *err);
void pdf_close(struct pdf *pdf);

/* The object itself, behind references; never NULL (a null object instead). */
const struct pobj *pdf_real(const struct pdf *pdf, const struct pobj *o);

/* pdf_get(pdf, o, key): the value in a dictionary or stream; never NULL. */
const struct pobj *pdf_get(
    const struct pdf *pdf, const struct pobj *o, const char *key);

/* pdf_at(pdf, o, i): item ${i} of an array; never NULL. */
const struct pobj *pdf_at(
    const struct pdf *pdf, const struct pobj *o, size_t i);

/* pobj_entry(o, key): the value as it stands, perhaps a reference; or NULL. */
const struct pobj *pobj_entry(const struct pobj *o, const char *key);

/* pdf_number_of(o, key): the object that ${key} of ${o} refers to, 0 if it does
 * not refer. */
unsigned pdf_number_of(const struct pobj *o, const char *key);

bool pobj_is(const struct pobj *o, const char *name);
bool pobj_is_dict(const struct pobj *o); /* or a stream */
bool pobj_is_number(const struct pobj *o);
bool pobj_has(const struct pdf *pdf, const struct pobj *o, const char *key);
/* A name's text, or "". */
const char *pobj_name(const struct pobj *o);

/* pdf_data(pdf, stream, max, n): the decoded data, NUL-terminated, freed with
 * mem_free; NULL if it cannot be decoded (an image, say) or is too large. */
unsigned char *pdf_data(
    struct pdf *pdf, const struct pobj *stream, size_t max, size_t *n);

/* pdf_raw(pdf, stream, max, n): the data as it stands in the file. */
unsigned char *pdf_raw(
    struct pdf *pdf, const struct pobj *stream, size_t max, size_t *n);

/* pdf_text(pdf, a, o): a text string as UTF-8, or NULL if ${o} is none. */
const char *pdf_text(struct arena *a, const struct pobj *o);

#endif
