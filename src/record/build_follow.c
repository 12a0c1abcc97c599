/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: what is reported to a meeting from elsewhere and what
 * follows on it: decisions made on delegation, what somebody is to do, the
 * meetings to come.
 */
#include "config.h"

#include <string.h>

#include "record/build.h"

/* The word for such a decision among the kinds of a matter's documents. */
#define DELEGATED "delegationsbeslut"

/* What a follow-up is about. */
#define TO_DO "uppdrag"
#define REFERRED_BACK "återremiss"
#define TABLED "bordläggning"
#define TO_ANSWER "svar"

void
build_address(struct building *g, xmlNode *node, const char *address)
{
	const char *p = address, *line;
	size_t n;

	for (; p != NULL && *(p += strspn(p, ",; \n")) != '\0'; p += n) {
		n = strcspn(p, ",;\n");
		line = arena_strndup(g->mk.a, p, n);
		if (line == NULL)
			g->mk.failed = true;
		make_text(&g->mk, node, "adressrad", line);
	}
}

/* ---- decisions made on delegation ---------------------------------------- */

static void
build_delegated(struct building *g, xmlNode *node, const struct matter *x,
    const struct document_file *d, int *nr)
{
	const char *title = d->title;
	xmlNode *n;

	if (d->kind == NULL || strcmp(d->kind, DELEGATED) != 0)
		return;
	if (x->secrecy.provision != NULL)
		title = x->secrecy.neutral_title;
	else if (d->secrecy.provision != NULL)
		title = d->secrecy.neutral_title;
	n = make_node(&g->mk, node, DELEGATED);
	make_attr_int(&g->mk, n, "nr", ++*nr);
	make_attr_day(&g->mk, n, "datum", d->date);
	make_attr(&g->mk, n, "dnr", x->number);
	make_text(&g->mk, n, "rubrik", title == NULL ? x->number : title);
	make_text(&g->mk, n, "beslutsfattare", d->correspondent);
}

static void
build_delegated_in(
    struct building *g, xmlNode *node, const struct matter *x, int *nr)
{
	size_t i;

	for (i = 0; x != NULL && i < x->documents.n; i++)
		build_delegated(g, node, x, &x->documents.v[i], nr);
}

void
build_delegations(struct building *g, xmlNode *node)
{
	const struct agenda_item *item;
	size_t i;
	int nr = 0;

	for (i = 0; i < g->m->items.n; i++) {
		item = &g->m->items.v[i];
		if (item->removed == 0)
			build_delegated_in(
			    g, node, bundle_matter(g->b, item->number), &nr);
	}
}

void
build_delegation_list(
    struct building *g, xmlNode *node, const struct matter *x, int paragraph)
{
	xmlNode *n;
	int nr = 0;

	if (build_annex(g, ANNEX_DELEGATION, paragraph, 1) == NULL)
		return;
	n = make_node(&g->mk, node, "delegationslista");
	build_annex_nr(g, n, ANNEX_DELEGATION, paragraph, 1);
	build_delegated_in(g, n, x, &nr);
}

/* ---- what is to be done -------------------------------------------------- */

/* A point of a decision that gives somebody something to do, though nobody has
 * recorded it as a commission.  The minutes are in the words of the law: a
 * committee "uppdrar åt" somebody. */
static bool
is_commission(const char *point)
{
	static const char *const words[] = { "uppdrar", "i uppdrag" };
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(point, words[i]) != NULL)
			return true;
	return false;
}

static bool
is_recorded(const struct paragraph *p, size_t point)
{
	size_t i;

	for (i = 0; i < p->commissions.n; i++)
		if (p->commissions.v[i].point == (int)point + 1)
			return true;
	return false;
}

/* A commission: in its own words or those of its point, of the whole decision
 * when it has none. */
static void
build_commission(struct building *g, xmlNode *node, const struct paragraph *p,
    const struct matter *x, const struct commission *c)
{
	xmlNode *n = make_node(&g->mk, node, "åtgärd");

	make_attr_int(&g->mk, n, "paragraf", p->nr);
	make_attr(&g->mk, n, "slag", TO_DO);
	build_subject(g, n, p->nr);
	if (x == NULL || x->secrecy.provision == NULL) {
		make_text(&g->mk, n, "text", build_commission_text(p, c));
		make_text(&g->mk, n, "ansvarig", c->responsible);
	}
	make_day(&g->mk, n, "senast", c->due);
	make_day(&g->mk, n, "klar", c->reported);
}

static void
build_one_action(struct building *g, xmlNode *node, const struct paragraph *p,
    const struct matter *x, const char *kind, const char *text)
{
	xmlNode *n = make_node(&g->mk, node, "åtgärd");
	bool secret = x != NULL && x->secrecy.provision != NULL;

	make_attr_int(&g->mk, n, "paragraf", p->nr);
	make_attr(&g->mk, n, "slag", kind);
	build_subject(g, n, p->nr);
	if (!secret)
		make_text(&g->mk, n, "text", text);
	/* who is commissioned stands in the point's own words */
	if (text == NULL && x != NULL)
		make_text(&g->mk, n, "ansvarig",
		    build_department_name(g, x->department));
	if (strcmp(kind, TABLED) == 0 && p->tabled_to != KL_DAY_NONE)
		make_day(&g->mk, n, "senast", p->tabled_to);
	else if (x != NULL)
		make_day(&g->mk, n, "senast", x->answer_by);
}

static void
build_paragraph_actions(
    struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(g->m, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(g->b, item->number);
	size_t i;
	bool told = p->commissions.n > 0;

	for (i = 0; i < p->commissions.n; i++)
		build_commission(g, node, p, x, &p->commissions.v[i]);

	if (p->outcome == OUTCOME_REFERRED_BACK ||
	    p->outcome == OUTCOME_TABLED) {
		build_one_action(g, node, p, x,
		    p->outcome == OUTCOME_TABLED ? TABLED : REFERRED_BACK,
		    NULL);
		return;
	}
	for (i = 0; i < p->decision.n; i++)
		if (is_commission(p->decision.v[i]) && !is_recorded(p, i)) {
			build_one_action(
			    g, node, p, x, TO_DO, p->decision.v[i]);
			told = true;
		}
	if (!told && x != NULL && x->answer_by != KL_DAY_NONE)
		build_one_action(g, node, p, x, TO_ANSWER, NULL);
}

void
build_actions(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->paragraphs.n; i++)
		build_paragraph_actions(g, node, &g->m->paragraphs.v[i]);
}

/* ---- the meetings to come ------------------------------------------------ */

void
build_upcoming(struct building *g, xmlNode *node)
{
	const struct record_meeting *m;
	xmlNode *n;
	size_t i;

	for (i = 0; g->dates != NULL && i < g->dates->upcoming.n; i++) {
		m = &g->dates->upcoming.v[i];
		n = make_node(&g->mk, node, "kommande");
		make_attr(&g->mk, n, "nyckel", m->key);
		make_attr_day(&g->mk, n, "datum", m->day);
		make_text(&g->mk, n, "tid", m->time);
		make_text(&g->mk, n, "plats", m->place);
	}
}
