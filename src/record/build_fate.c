/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: what became of the minutes: who approved them or sent
 * them back, what was corrected, and who has appealed.
 */
#include "config.h"

#include "record/build.h"

static void
build_correction(struct building *g, xmlNode *node, const struct correction *x)
{
	xmlNode *n = make_node(&g->mk, node, "rättelse");

	make_attr_int(&g->mk, n, "paragraf", x->paragraph);
	make_attr_day(&g->mk, n, "datum", x->day);
	make_text(&g->mk, n, "var", x->was);
	make_text(&g->mk, n, "är", x->is);
	make_text(&g->mk, n, "skäl", x->why);
	make_day(&g->mk, n, "justerad", x->adjusted);
	build_people(g, n, "person", &x->signers);
}

void
build_corrections(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->corrections.n; i++)
		build_correction(g, node, &g->m->corrections.v[i]);
}

void
build_approvals(struct building *g, xmlNode *node, const struct minutes *x)
{
	const struct approval *a;
	const struct rejection *r;
	xmlNode *n;
	size_t i;

	for (i = 0; i < x->approvals.n; i++) {
		a = &x->approvals.v[i];
		if (a->withdrawn != KL_DAY_NONE)
			continue;
		n = make_node(&g->mk, node, "godkännande");
		make_attr_day(&g->mk, n, "datum", a->day);
		make_attr(&g->mk, n, "akt", a->record_sha256);
		make_attr(&g->mk, n, "pdf", a->pdf_sha256);
		build_person(g, n, a->person);
		make_text(&g->mk, n, "kl", a->instant);
	}
	for (i = 0; i < x->rejections.n; i++) {
		r = &x->rejections.v[i];
		n = make_node(&g->mk, node, "underkännande");
		make_attr_day(&g->mk, n, "datum", r->day);
		build_person(g, n, r->person);
		make_text(&g->mk, n, "kommentar", r->comment);
	}
}

static void
build_appeal(struct building *g, xmlNode *node, const struct appeal *x)
{
	xmlNode *n = make_node(&g->mk, node, "överklagande-mål");

	make_attr_int(&g->mk, n, "nr", x->nr);
	make_text(&g->mk, n, "av", x->by);
	make_day(&g->mk, n, "inkom", x->received);
	make_word(&g->mk, n, "hos", words_appeal_place, (int)x->place);
	make_word(&g->mk, n, "tid", words_appeal_time, (int)x->time);
	make_day(&g->mk, n, "prövat", x->tried);
	make_day(&g->mk, n, "vidaresänt", x->forwarded);
	make_text(&g->mk, n, "domstol", x->court);
	make_text(&g->mk, n, "mål", x->case_number);
	make_day(&g->mk, n, "inhibition", x->stayed);
	make_word(&g->mk, n, "utfall", words_appeal_outcome, (int)x->outcome);
	make_day(&g->mk, n, "avgjort", x->decided);
	make_text(&g->mk, n, "anmält", x->reported_at);
}

void
build_appeals(struct building *g, xmlNode *node, int nr)
{
	size_t i;

	for (i = 0; i < g->m->appeals.n; i++)
		if (g->m->appeals.v[i].paragraph == nr)
			build_appeal(g, node, &g->m->appeals.v[i]);
}
