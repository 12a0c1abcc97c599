/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the layout room.  A paragraph becomes runs and atoms, atoms become
 * lines, lines and table rows become strips: horizontal slices of a column that
 * a page takes from the top.  Positions in a strip count from its upper edge;
 * x counts from the page's left edge throughout.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "base/buf.h"
#include "layout/layout.h"

#define FLOW_MAX_DEPTH 100 /* nesting of blocks */
#define FLOW_MAX_COLUMNS 500
#define TAB_DEFAULT 35.43 /* 12.5 mm, as office suites have it [pt] */
#define FLOW_EPS 0.01	  /* rounding, not overflow [pt] */

typedef VEC(struct piece) piece_list;
typedef VEC(const struct doc_node *) node_list;

/* A page reference that was set, and what it showed. */
struct reference {
	const struct doc_node *node;
	const char *shown;
};

/* The height of a running head or foot. */
struct flow_area {
	const struct doc_node *node;
	double height;
};

#define FLOW_SPARE 4 /* paragraphs in the making, kept for the next */

/* A place where a line may begin, with the best way there: fit.c. */
struct fit_node {
	size_t atom;
	uint32_t cut;	 /* bytes of the atom that the line before has */
	uint32_t from;	 /* node that the line before begins at */
	double x, space; /* widths, and widths of spaces alone, up to here */
	double demerits; /* of all lines before */
	uint8_t fitness, ladder;
};

/* ---- paragraphs: para.c, break.c, line.c -------------------------------- */

/* Consecutive text with one look, or one image. */
struct run {
	size_t start, end; /* bytes in the paragraph's text */
	const struct font_face *face;
	double size;
	doc_colour colour;
	bool underline, strike;
	const char *language;	     /* or NULL */
	double rise;		     /* of the baseline [pt] */
	const struct doc_node *node; /* the text, field or image */
	const struct doc_node *link; /* around it, or NULL */
	double width, height;	     /* image [pt] */
};

enum atom_kind { ATOM_WORD, ATOM_SPACE, ATOM_TAB, ATOM_BREAK, ATOM_IMAGE };

/* The smallest part that stays on one line, unless a word is divided. */
struct atom {
	enum atom_kind kind;
	uint32_t run;
	uint32_t start, end; /* bytes in the paragraph's text */
	int16_t cost;	     /* of ending a line after it: layout/nobreak.h */
	bool hyphen;	     /* and then shows a hyphen */
	double width;	     /* with kerning to what follows [pt] */
	double tail;	     /* added where a line ends after it [pt] */
};

/* A broken line: atoms [first, end). */
struct line {
	size_t first, end;
	bool last;     /* of the paragraph, or before a forced break */
	bool is_first; /* of the paragraph */
	bool image;    /* holds a picture */
	double ascent, descent;
};

typedef VEC(struct line) line_list;

/* A place in a paragraph that something may lead to. */
struct mark {
	const struct doc_node *node;
	size_t at; /* byte in the paragraph's text that comes after it */
};

struct para {
	const struct doc_node *node;
	const struct doc_para_style *style;
	struct buf text; /* what is drawn, runs one after another */
	VEC(struct run) runs;
	VEC(struct atom) atoms;
	line_list lines;	    /* from fit_lines */
	VEC(struct mark) bookmarks; /* and marks of notes, in order */
};

/* Where the lines of a paragraph stand. */
struct measure {
	double left, right; /* edges of the text [pt] */
	double indent;	    /* of the first line */
	double label_end;   /* the first line begins no further left, or 0 */
};

/* What is the same throughout one layout. */
struct flow {
	struct arena *a;
	struct fonts *fonts;
	struct hyphens *hyphens;       /* NULL: no word is divided */
	const char *language;	       /* of the document, or NULL */
	struct para spare[FLOW_SPARE]; /* memory for the next paragraphs */
	size_t nspare;
	VEC(struct fit_node) nodes; /* of the paragraph that is broken */
	VEC(uint32_t) active, trail;
	struct laid_out *out;
	size_t page;   /* number shown by a page number field */
	size_t pages;  /* number shown by a page count field */
	double height; /* of the page's body: nothing may be taller [pt] */
	const struct refer *known; /* pages of the pass before, or NULL */
	VEC(struct reference) references;
	node_list end_notes;
	VEC(struct flow_area) areas; /* that were measured */
	int depth;
	bool deep; /* FLOW_MAX_DEPTH was met */
	bool lost; /* memory ran out outside the arena */
};

/* para_read(f, node, room, p): flatten the inlines of ${node} (NULL: none) into
 * runs and atoms in the arena of ${f}; text without a glyph is replaced and
 * noted; pictures are at most ${room} wide.  Give back with para_free, the last
 * one read first.  Failure shows in the arena. */
void para_read(
    struct flow *f, const struct doc_node *node, double room, struct para *p);
void para_free(struct flow *f, struct para *p);

/* para_forget(f): free what para_free kept for later. */
void para_forget(struct flow *f);

/* para_style(node): the paragraph style of ${node}, or a default. */
const struct doc_para_style *para_style(const struct doc_node *node);

/* break_atoms(f, p): cut the text of ${p} into atoms where a line may
 * end. */
void break_atoms(struct flow *f, struct para *p);

/* break_ignored(cp): true for a code point that is never drawn but
 * tells where a line may end (soft hyphen, zero width space, word
 * joiner). */
bool break_ignored(uint32_t cp);

/* break_width(p, run, start, end): width of bytes of a run, kerned [pt]. */
double break_width(
    const struct para *p, const struct run *run, size_t start, size_t end);

/* break_measure(p, atom): set width and tail of a word. */
void break_measure(const struct para *p, struct atom *atom);

/* fit_lines(f, p, m): choose where the lines of ${p} end, all at once.  Divided
 * words become two atoms; a word wider than a line is cut.  At least one line
 * unless memory is out. */
void fit_lines(struct flow *f, struct para *p, const struct measure *m);

/* How far the spaces of a justified line may give [parts of their width]. */
#define FIT_STRETCH 0.5
#define FIT_SHRINK 0.2

/* first_fit(f, p, m, line): end the line that begins at line->first where no
 * more goes in; a word wider than a line is cut. */
void first_fit(
    struct flow *f, struct para *p, const struct measure *m, struct line *line);

#define DIVIDE_MAX 64 /* most places in a word */

/* A place where a word may be divided. */
struct division {
	size_t at; /* byte, from the beginning of the atom */
	int cost;
};

/* divide_word(f, p, atom, points): where the word may be divided by
 * hyphenation, in order; returns how many places, at most DIVIDE_MAX. */
size_t divide_word(struct flow *f, const struct para *p,
    const struct atom *atom, struct division *points);

/* A cursor along a line that knows tab stops. */
struct cursor {
	const struct para *p;
	const struct measure *m;
	double x;	      /* where the next atom begins */
	double stop;	      /* the pending tab stop */
	double from;	      /* where the text after the tab would begin at the
				 least */
	double held;	      /* width of the text after the tab so far */
	enum doc_align align; /* of the pending stop; DOC_START: none pending */
	uint32_t leader;      /* of the latest tab, or 0 */
};

/* cursor_open(c, p, m, is_first): at the beginning of a line. */
void cursor_open(struct cursor *c, const struct para *p,
    const struct measure *m, bool is_first);
/* cursor_tab(c, tab): go to the next tab stop; the tab is atom ${tab}. */
void cursor_tab(struct cursor *c, size_t tab);
/* cursor_add(c, width): go past text of that width. */
void cursor_add(struct cursor *c, double width);

/* line_place(f, p, m, line, baseline, pieces): the pieces of a line,
 * with the baseline at ${baseline}. */
void line_place(struct flow *f, const struct para *p, const struct measure *m,
    const struct line *line, double baseline, piece_list *pieces);

/* figure_place(f, figure, pieces): the drawing that ${figure} (PIECE_FIGURE)
 * puts on the page, then the text in it. */
void figure_place(
    struct flow *f, const struct piece *figure, piece_list *pieces);

/* ---- blocks: flow.c, table.c, row.c, cut.c ------------------------------ */

/* STRIP_PAGE: a new page begins; STRIP_COLUMN: a column, or a page */
enum strip_kind { STRIP_LINE, STRIP_ROW, STRIP_PAGE, STRIP_COLUMN };

struct strip {
	enum strip_kind kind;
	bool glued;    /* no page ends after it */
	double before; /* space above, none at the top of a page */
	double left;   /* edge of the column that it was set in */
	const struct doc_page *page; /* STRIP_PAGE: its style, or NULL */
	double height;
	piece_list pieces; /* STRIP_LINE */
	struct row *row;   /* STRIP_ROW */
	node_list places;  /* begin here */
	node_list notes;   /* footnotes whose marks stand here */
	size_t foot, rest; /* how many strips of notes came before it */
};

/* A column being filled: the page's body, a cell, a running head. */
struct column {
	struct flow *f;
	double left, right;
	double inset; /* of list items, from left */
	bool listed;  /* inside an item: inset replaces left margins */
	double after; /* space below the last block */
	VEC(struct strip) strips;
	node_list places;	      /* wait for the next strip */
	const struct doc_node *item;  /* whose label waits for a line */
	const struct doc_node *boxed; /* the last block, if a boxed paragraph */
	const struct doc_node *above; /* the last block, if a paragraph */
};

struct cell {
	const struct doc_node *node;
	double x, width; /* of the cell's box */
	size_t span;	 /* rows spanned */
	double height;	 /* of content, padding and borders */
	struct column column;
	bool cut;   /* part of a cell that broke */
	double box; /* its height when it ends inside a row, or 0 */
};

struct table {
	const struct doc_node *node;
	double x, width;
	size_t nhead;	  /* leading header rows */
	double head;	  /* their height, 0: not repeated */
	size_t most_span; /* rows that a cell spans at most */
	VEC(struct row *) rows;
};

struct row {
	struct table *table;
	const struct doc_node *node;
	size_t index; /* in the table; the rest of a broken row has the same */
	double height;
	double least; /* height without cells of several rows */
	/* where borders collapse: room for the lines above and below, and
	 * padding, of all its cells */
	double line_above, line_below, pad_top, pad_bottom;
	bool head, keep; /* keep: does not break */
	bool first, last;
	VEC(struct cell) cells;
};

/* column_open(c, f, left, right): an empty column between two x. */
void column_open(struct column *c, struct flow *f, double left, double right);

/* column_blocks(c, parent): lay out the blocks in ${parent}. */
void column_blocks(struct column *c, const struct doc_node *parent);

/* column_block(c, node): lay out one block. */
void column_block(struct column *c, const struct doc_node *node);

/* column_note(c, note): lay out the text of a note after its mark. */
void column_note(struct column *c, const struct doc_node *note);

/* column_strip(c, before): append a strip; NULL when memory is out. */
struct strip *column_strip(struct column *c, double before);

/* column_finish(c): places and labels that found no strip get an empty
 * one. */
void column_finish(struct column *c);

/* column_height(c): of all strips, with the space after the last. */
double column_height(const struct column *c);

/* table_lay(c, node): a table as STRIP_ROWs of ${c}. */
void table_lay(struct column *c, const struct doc_node *node);

/* row_inset(row, cell, side): padding and line on that side of the text. */
double row_inset(
    const struct row *row, const struct cell *cell, enum doc_side side);

/* row_cell_height(row, cell): of content, padding and lines. */
double row_cell_height(const struct row *row, const struct cell *cell);

/* row_cut_spans(f, above, below): a page ends between two strips; if they are
 * rows of one table, the cells that go through both are cut there. */
void row_cut_spans(
    struct flow *f, const struct strip *above, struct strip *below);

/* row_split(f, row, room, force, tail): cut ${row} so that it is at most
 * ${room} high; the rest is ${tail}.  False if it cannot be cut well; ${force}
 * accepts a bad cut, and overflows rather than cut nothing. */
bool row_split(struct flow *f, struct row *row, double room, bool force,
    struct row **tail);

/* strip_draw(f, strip, y, repeat, page): the strip's pieces at ${y}
 * from the page's top; ${repeat} makes them decoration.  Places are
 * recorded for page number ${index} unless ${repeat}. */
void strip_draw(struct flow *f, const struct strip *strip, double y,
    bool repeat, size_t index, piece_list *pieces);

/* row_draw(f, row, y, repeat, index, pieces): the same for a row. */
void row_draw(struct flow *f, const struct row *row, double y, bool repeat,
    size_t index, piece_list *pieces);

/* fill_add(f, pieces, x, y, width, height, colour): a filled rectangle.
 */
void fill_add(struct flow *f, piece_list *pieces, double x, double y,
    double width, double height, doc_colour colour);

/* ---- footnotes: foot.c -------------------------------------------------- */

/* The foot of the page being filled. */
struct foot {
	struct flow *f;
	const struct doc_page *page; /* its style */
	VEC(struct strip) strips;    /* on this page */
	VEC(struct strip) rest;	     /* for the pages after it */
	double height;		     /* with the line above them; 0: no notes */
};

/* foot_begin(foot, page, body): a page of the style ${page}, whose body
 * is
 * ${body} high, begins with what the pages before had no room for. */
void foot_begin(struct foot *foot, const struct doc_page *page, double body);

/* foot_fits(foot, strip, room): true if the notes of ${strip} can
 * stand, or the last of them begin, when the foot may be ${room} high.
 */
bool foot_fits(struct foot *foot, const struct strip *strip, double room);

/* foot_add(foot, strip, room): put the notes of ${strip} on the page;
 * what has no room waits for the next.  Writes into ${strip} how to
 * undo it. */
void foot_add(struct foot *foot, struct strip *strip, double room);

/* foot_undo(foot, strip): ${strip} and all after it go on a later page.
 */
void foot_undo(struct foot *foot, const struct strip *strip);

/* foot_collect(f, strip, notes): append the notes of ${strip}, in the order of
 * their marks. */
void foot_collect(struct flow *f, const struct strip *strip, node_list *notes);

/* foot_needs(foot, strip): how high the notes of ${strip} are [pt]. */
double foot_needs(struct foot *foot, const struct strip *strip);

/* foot_draw(foot, bottom, index, pieces): the line and the notes, down
 * to
 * ${bottom}, on page ${index}. */
void foot_draw(
    const struct foot *foot, double bottom, size_t index, piece_list *pieces);

/* ---- references to pages: refer.c --------------------------------------- */

/* The pages that are referred to, as a pass of the layout found them.
 */
struct refer;

/* refer_any(doc): true if the document refers to its pages. */
bool refer_any(const struct document *doc);

/* refer_learn(f, a): what each reference of the pass in ${f} should
 * show, in
 * ${a}; NULL when memory is out. */
const struct refer *refer_learn(const struct flow *f, struct arena *a);

/* refer_text(known, node): what the reference ${node} shows; a guess
 * while
 * ${known} is NULL. */
const char *refer_text(const struct refer *known, const struct doc_node *node);

/* refer_holds(f, now): true if the pass in ${f} showed what ${now}
 * says. */
bool refer_holds(const struct flow *f, const struct refer *now);

/* refer_patch(f, now): write what ${now} says into the pieces of the
 * pass. */
void refer_patch(struct flow *f, const struct refer *now);

/* refer_index(f): sort the places of the pass by id, for layout_find.
 */
void refer_index(struct flow *f);

/* flow_note(f, note): say what could not be set, once; from
 * kl_error_set. */
void flow_note(struct flow *f, const struct kl_error *note);

#endif
