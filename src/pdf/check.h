/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: checking a file against the rules of check_rules.h.
 * Each topic has a file and a function that looks through its part of the
 * document and reports what is broken.  Nothing here trusts the file.
 */
#ifndef PDF_CHECK_H
#define PDF_CHECK_H

#include <stdint.h>

#include "pdf/object.h"
#include <kansli/pdf.h>

enum check_rule {
#define RULE(name, ua, a, text) CHECK_##name,
#include "pdf/check_rules.h"
#undef RULE
	CHECK_NRULES
};

struct check_rule_row {
	const char *ua, *a; /* what it is called, or NULL */
	const char *text;   /* a message key */
};

extern const struct check_rule_row check_rules[CHECK_NRULES];

#define CHECK_LISTED 20 /* places listed of a rule */

/* One broken place. */
struct finding {
	enum check_rule rule;
	unsigned page, object; /* 0: none */
	char about[64];
};

/* A structure element. */
struct selem {
	const struct pobj *obj;
	const char *type;     /* its S */
	const char *standard; /* what that means; NULL: nothing */
	struct selem *parent, *first, *last, *next;
	unsigned page;	  /* number of the page object, 0: unknown */
	const char *lang; /* its own or inherited */
	size_t nmarks;	  /* marked content directly in it */
	size_t nobjects;  /* object references directly in it */
};

/* Marked content that an element says it holds. */
struct smark {
	unsigned owner; /* the page's or the form's object number */
	long long mcid;
	struct selem *elem;
	bool seen;
};

struct font;
struct separation;

struct check {
	struct pdf *pdf;
	struct arena *a;
	unsigned standards;
	VEC(struct finding) findings;
	unsigned counts[CHECK_NRULES];
	unsigned page; /* the page looked at, from 1; 0: none */
	/* the document */
	bool has_lang;		 /* the catalogue's Lang is there */
	char intent[5];		 /* colour space of the PDF/A output intent */
	struct selem *tree;	 /* the root's children hang under it */
	struct selem **elem_of;	 /* by object number */
	VEC(struct smark) marks; /* sorted once the tree is read */
	const struct pobj *parent_tree;
	/* remembered by object number */
	unsigned char *seen; /* bits SEEN_* */
	struct font **fonts;
	unsigned *form_uses;
	VEC(struct separation *) separations;
	size_t operations; /* still allowed in content */
	bool transparent;  /* something on the page is */
	int nested;	   /* appearances within each other */
};

#define SEEN_COLOUR 1u
#define SEEN_IMAGE 2u
#define SEEN_STATE 4u
#define SEEN_ELEM 8u
#define SEEN_FORM_IN 16u  /* read inside tagged content */
#define SEEN_FORM_OUT 32u /* read outside */
#define SEEN_ACTION 64u
#define SEEN_FIELD 128u

/* check_bytes(bytes, n, standards, a, check, err): check a file that lies in
 * memory.  A pure function; ${check} lives in ${a}.  KL_E_INPUT with a sentence
 * if the file cannot be read at all, KL_E_NOMEM. */
int check_bytes(const void *bytes, size_t n, unsigned standards,
    struct arena *a, struct check **check, struct kl_error *err);

/* report(c, rule, o, about): the rule is broken at ${o} (or NULL) on the page
 * looked at; ${about} goes into the sentence and may be NULL. */
void report(struct check *c, enum check_rule rule, const struct pobj *o,
    const char *about);

/* check_clean(dst, size, src): copy a word of a file so that it is safe to
 * show: UTF-8 without controls, cut to ${size}. */
void check_clean(char *dst, size_t size, const char *src);

/* check_seen(c, o, bit): true if asked before about the indirect object that is
 * ${o}; a direct object is always new. */
bool check_seen(struct check *c, const struct pobj *o, unsigned bit);

/* The topics, in the order in which they are looked at. */
void check_raw(struct check *c);	 /* bytes: check_raw.c */
void check_objects(struct check *c);	 /* limits: check_objects.c */
void check_catalog(struct check *c);	 /* check_catalog.c */
void check_metadata(struct check *c);	 /* check_metadata.c */
void check_intents(struct check *c);	 /* check_colour.c */
void check_tree(struct check *c);	 /* read the structure: check_tree.c */
void check_structure(struct check *c);	 /* its grammar: check_structure.c */
void check_annotations(struct check *c); /* check_annot.c */
void check_contents(struct check *c);	 /* check_content.c */
void check_marks(struct check *c);	 /* what no content had: check_tree.c */

/* check_table(c, table): rows and columns of a Table: check_table.c */
void check_table(struct check *c, struct selem *table);

/* check_lang(c, o): the Lang of a dictionary; true if it has one. */
bool check_lang(struct check *c, const struct pobj *o);

/* check_attribute(c, e, owner, key): an attribute of an element: check_tree.c
 */
const struct pobj *check_attribute(
    struct check *c, const struct selem *e, const char *owner, const char *key);

/* check_parent(c, key, mcid): the element that the parent tree has under
 * ${key}; with
 * ${mcid} >= 0 that of the marked content.  NULL if there is none. */
struct selem *check_parent(struct check *c, long long key, long long mcid);

/* check_mark_seen(c, owner, mcid, elem, o): the content of ${owner} holds
 * ${mcid}, which the parent tree gives to ${elem}. */
void check_mark_seen(struct check *c, unsigned owner, long long mcid,
    const struct selem *elem, const struct pobj *o);

/* check_colour(c, resources, space): a colour space that is used, by name or
 * as it stands: check_colour.c */
void check_colour(struct check *c, const struct pobj *resources,
    const struct pobj *space, int depth);
/* check_icc(c, profile, rule, space): the head of an ICC profile; its colour
 * space goes to ${space} ("" if the profile is broken). */
void check_icc(
    struct check *c, const struct pobj *profile, bool output, char space[5]);
/* check_rendering(c, o): a rendering intent, if it is one. */
void check_rendering(struct check *c, const struct pobj *o);

/* check_image(c, resources, image): check_image.c */
void check_image(
    struct check *c, const struct pobj *resources, const struct pobj *image);

/* check_gstate(c, gs): an ExtGState that is used: check_state.c. */
void check_gstate(struct check *c, const struct pobj *gs);

/* check_action(c, o, depth): an action and those after it: check_action.c */
void check_action(struct check *c, const struct pobj *o, int depth);

/* check_font(c, o): the font, its dictionary checked once; NULL when memory is
 * out: check_font.c */
struct font *check_font(struct check *c, const struct pobj *o);

/* check_glyphs(c, font, s, n, mode, replaced): a shown string: check_glyph.c.
 * ${mode} is the rendering mode; ${replaced}: it has a replacement text. */
void check_glyphs(struct check *c, struct font *font, const char *s, size_t n,
    int mode, bool replaced);

/* check_appearance(c, stream, resources): content beyond the pages, such as an
 * annotation's appearance, without regard to tags: check_content.c.  Its own
 * resources count before ${resources}, which may be NULL. */
void check_appearance(
    struct check *c, const struct pobj *stream, const struct pobj *resources);

#endif
