/* SPDX-License-Identifier: EUPL-1.2
 *
 * From the name of a piece, a path in the record, to the text among the facts
 * that the record was built from.  The table says what may be edited at all.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "office/phrases.h"
#include "office/piece.h"

#define STEPS_MAX 5

/* A step of the path: a name, and what told it from its brothers. */
struct step {
	const char *name, *key; /* key: "" if it was alone */
};

struct steps {
	struct step v[STEPS_MAX];
	size_t n;
};

/* ---- paths ---- */

static bool
split(struct arena *a, const char *path, struct steps *s)
{
	size_t n, name;

	for (s->n = 0; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		name = strcspn(path, "[/");
		if (s->n == STEPS_MAX || name == 0 ||
		    (name < n && path[n - 1] != ']'))
			return false;
		s->v[s->n].name = arena_strndup(a, path, name);
		s->v[s->n].key =
		    name == n ? ""
			      : arena_strndup(a, path + name + 1, n - name - 2);
		if (s->v[s->n].name == NULL || s->v[s->n].key == NULL)
			return false;
		s->n++;
	}
	return s->n >= 2;
}

static bool
is_step(const struct steps *s, size_t i, const char *name)
{
	return i < s->n && strcmp(s->v[i].name, name) == 0;
}

/* "#2" as 1, "" as 0; what is numbered in the record itself has no "#". */
static size_t
place_of(const char *key)
{
	unsigned long n = 1;

	if (*key != '\0')
		n = strtoul(key + (*key == '#'), NULL, 10);
	return n == 0 || n > PARAGRAPH_MAX ? (size_t)-1 : (size_t)n - 1;
}

/* ---- what is in a paragraph ---- */

static const char **
proposal_text(struct paragraph *p, const char *key)
{
	size_t i;

	for (i = 0; i < p->proposals.n; i++)
		if (p->proposals.v[i].ref != NULL &&
		    strcmp(p->proposals.v[i].ref, key) == 0)
			return &p->proposals.v[i].text;
	return NULL;
}

static const char **
dissent_text(struct paragraph *p, const char *key)
{
	size_t i = place_of(key);

	return i < p->dissents.n ? &p->dissents.v[i].text : NULL;
}

static const char **
statement_text(struct paragraph *p, const char *key)
{
	size_t i = place_of(key);

	return i < p->statements.n ? &p->statements.v[i].text : NULL;
}

static const char **
division_text(struct paragraph *p, const char *key)
{
	size_t i = place_of(key);

	return i < p->divisions.n ? &p->divisions.v[i].text : NULL;
}

static const char **
background_text(struct paragraph *p, const char *key)
{
	(void)key;
	return &p->background;
}

static const char **
reasons_text(struct paragraph *p, const char *key)
{
	(void)key;
	return &p->reasons;
}

static const char **
procedure_text(struct paragraph *p, const char *key)
{
	(void)key;
	return &p->procedure;
}

/* The texts of a paragraph that may be edited; ${inner}: they stand in an
 * element "text" of that one. */
static const struct {
	const char *name;
	bool inner;
	const char **(*text)(struct paragraph *p, const char *key);
} paragraph_texts[] = { { "bakgrund", false, background_text },
	{ "beslutsgång", false, procedure_text },
	{ "skäl", false, reasons_text }, { "yrkande", true, proposal_text },
	{ "omröstning", true, division_text },
	{ "reservation", true, dissent_text },
	{ "uttalande", true, statement_text } };

#define NTEXTS (sizeof paragraph_texts / sizeof *paragraph_texts)

/* ---- what is composed ---- */

static const char *
joined(struct arena *a, const text_list *texts)
{
	const char *all = "";
	size_t i;

	for (i = 0; all != NULL && i < texts->n; i++)
		all = i == 0 ? texts->v[0]
			     : arena_printf(a, "%s\n\n%s", all, texts->v[i]);
	return all;
}

static int
known_part(const char *part, struct kl_error *err)
{
	size_t n;

	for (n = 0; compose_parts[n] != NULL; n++)
		if (strcmp(compose_parts[n], part) == 0)
			return 0;
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("The minutes have no part “%s”; the nearest is “%s”. "
		  "Nothing was changed."),
	    part, utf8_nearest(part, compose_parts, n));
}

int
piece_part(struct work *w, struct paragraph *paragraph, const char *part,
    struct editable *p, struct kl_error *err)
{
	const struct composed_text *t;
	struct composition all;
	struct meeting drawn;
	const char **now;
	int rc = known_part(part, err);

	if (rc == 0)
		rc = office_draw(w, &drawn, err);
	if (rc == 0)
		rc = office_compose(w, &drawn, &all, err);
	if (rc != 0)
		return rc;
	now = arena_alloc(w->arena, sizeof *now);
	t = compose_text(&all, paragraph->nr, part);
	p->paragraph = paragraph;
	p->part = p->label = part;
	p->fresh = t == NULL ? "" : t->fresh;
	p->text = now;
	if (now != NULL)
		*now = t == NULL ? "" : joined(w->arena, &t->sentences);
	return now == NULL || *now == NULL ? kl_error_nomem(err) : 0;
}

static bool
find_in_paragraph(struct work *w, const struct steps *s, struct editable *p)
{
	const char *key = s->n > 2 ? s->v[2].key : "";
	struct kl_error ignored;
	size_t i;

	p->nr = s->v[1].key;
	p->paragraph = meeting_paragraph(w->meeting, atoi(p->nr));
	if (p->paragraph == NULL)
		return false;
	p->label = s->v[2].name;
	if (s->n == 3 && is_step(s, 2, "beslut")) {
		p->points = &p->paragraph->decision;
		return true;
	}
	if (s->n == 4 && is_step(s, 2, "texter"))
		return piece_part(w, p->paragraph, s->v[3].name, p, &ignored) ==
		       0;
	for (i = 0; i < NTEXTS; i++)
		if (is_step(s, 2, paragraph_texts[i].name))
			break;
	if (i == NTEXTS || s->n != (paragraph_texts[i].inner ? 4u : 3u) ||
	    (paragraph_texts[i].inner && !is_step(s, 3, "text")))
		return false;
	if (*key != '\0')
		p->label = arena_printf(
		    w->arena, "%s %s", p->label, *key == '#' ? key + 1 : key);
	p->text = paragraph_texts[i].text(p->paragraph, key);
	return p->text != NULL;
}

/* ---- what is in an agenda item ---- */

static bool
find_in_item(struct work *w, const struct steps *s, struct editable *p)
{
	p->nr = s->v[1].key;
	p->item = meeting_item(w->meeting, p->nr);
	if (p->item == NULL)
		return false;
	if (s->n == 3 && is_step(s, 2, "anmärkning")) {
		p->label = "anmärkning";
		p->text = &p->item->note;
		return true;
	}
	if (s->n != 4 || !is_step(s, 2, "ärende") || !is_step(s, 3, "förslag"))
		return false;
	p->label = "förslag";
	p->matter = bundle_matter(&w->bundle, p->item->number);
	p->points = p->matter == NULL ? NULL : &p->matter->proposals;
	return p->points != NULL;
}

bool
piece_find(struct work *w, const char *name, struct editable *p)
{
	struct steps s;

	memset(p, 0, sizeof *p);
	if (!split(w->arena, name, &s) || s.n < 3 ||
	    !is_step(&s, 0, "sammanträde"))
		return false;
	if (is_step(&s, 1, "paragraf"))
		return find_in_paragraph(w, &s, p);
	return is_step(&s, 1, "punkt") && find_in_item(w, &s, p);
}

/* ---- reading and writing ---- */

text_list
piece_texts(struct arena *a, const struct editable *p)
{
	text_list one = { 0 };

	if (p->points != NULL)
		memcpy(&one, p->points, sizeof one);
	else if (*p->text != NULL)
		text_add(a, &one, *p->text);
	return one;
}

/* Without spaces at the ends, and without the hyphens that an office suite puts
 * where a word may be divided. */
static const char *
clean(struct arena *a, const char *text)
{
	char *copy, *w;
	uint32_t c;
	size_t n;

	text += strspn(text, " \t\r\n");
	w = copy = arena_strdup(a, text);
	for (; copy != NULL && (n = utf8_next(text, &c)) > 0; text += n) {
		if (c == 0xadu || c == 0x200bu || c == '\r')
			continue;
		memcpy(w, text, n);
		w += n;
	}
	while (copy != NULL && w > copy && strchr(" \t\n", w[-1]) != NULL)
		w--;
	if (copy != NULL)
		*w = '\0';
	return copy;
}

/* Keep what somebody has written of a composed part, or forget it. */
static int
set_part(struct arena *a, const struct editable *p, const char *text)
{
	struct paragraph *x = p->paragraph;
	struct edited_text *e;
	size_t i;

	for (i = 0; i < x->edits.n; i++)
		if (strcmp(x->edits.v[i].part, p->part) == 0)
			break;
	if (strcmp(p->part, "beslutsgång") == 0)
		x->procedure = NULL; /* what came with the facts */
	if (strcmp(text, p->fresh) == 0) {
		if (i < x->edits.n)
			x->edits.v[i] = x->edits.v[--x->edits.n];
		return 0;
	}
	e = i < x->edits.n ? &x->edits.v[i] : vec_push(a, &x->edits);
	if (e == NULL)
		return KL_E_NOMEM;
	*e = (struct edited_text){
		.part = p->part, .text = text, .was = p->fresh
	};
	return 0;
}

int
piece_set(struct arena *a, struct editable *p, const text_list *texts)
{
	text_list points = { 0 };
	const char *text, *all = NULL;
	size_t i;

	for (i = 0; i < texts->n; i++) {
		text = clean(a, texts->v[i]);
		if (text == NULL)
			return KL_E_NOMEM;
		if (*text == '\0')
			continue;
		all =
		    all == NULL ? text : arena_printf(a, "%s\n\n%s", all, text);
		if (all == NULL || text_add(a, &points, text) != 0)
			return KL_E_NOMEM;
	}
	if (p->points != NULL)
		memcpy(p->points, &points, sizeof points);
	else
		*p->text = all;
	return p->part == NULL ? 0 : set_part(a, p, all == NULL ? "" : all);
}
