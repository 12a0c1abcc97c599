/* SPDX-License-Identifier: EUPL-1.2
 *
 * What belongs to one set of minutes in the exchange format: who approved them
 * or sent them back, warnings that somebody answers for, and when the notice
 * was down; reading and writing.
 */
#include "config.h"

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

/* ---- reading ------------------------------------------------------------- */

static void
read_approval(struct reader *r, const xmlNode *n, struct minutes *m)
{
	struct approval *x = approval_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "person"));
	x->day = value_day(r, value_attr(r, n, "datum"));
	x->instant = value_moment(r, value_attr(r, n, "kl"));
	x->record_sha256 = value_sha256(r, value_attr(r, n, "akt"));
	x->pdf_sha256 = value_sha256(r, value_attr(r, n, "pdf"));
	x->evidence_sha256 = value_sha256(r, value_attr(r, n, "bevis"));
	x->withdrawn = value_day(r, value_attr(r, n, "återtaget"));
}

static void
read_rejection(struct reader *r, const xmlNode *n, struct minutes *m)
{
	struct rejection *x = rejection_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "person"));
	x->day = value_day(r, value_attr(r, n, "datum"));
	x->record_sha256 = value_sha256(r, value_attr(r, n, "akt"));
	x->comment = value_child(r, n, "kommentar").text;
}

static void
read_accepted(struct reader *r, const xmlNode *n, struct minutes *m)
{
	struct accepted_warning *x = accepted_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->code = value_name(r, value_attr(r, n, "kod"));
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	x->by = value_attr(r, n, "av").text;
	x->day = value_day(r, value_attr(r, n, "datum"));
	x->why = value_child(r, n, "skäl").text;
}

void
read_approvals(struct reader *r, const xmlNode *n, struct minutes *m)
{
	static const struct {
		const char *name;
		void (*read)(
		    struct reader *, const xmlNode *, struct minutes *);
	} parts[] = { { "godkännande", read_approval },
		{ "underkännande", read_rejection },
		{ "godtagen", read_accepted } };
	const xmlNode *p;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (p = xml_child(n, parts[i].name); p != NULL;
		     p = xml_next(p, parts[i].name))
			parts[i].read(r, p, m);
}

void
read_interruptions(struct reader *r, const xmlNode *n, struct minutes *m)
{
	const xmlNode *p = xml_child(n, "avbrott");
	struct interruption *x;

	for (; p != NULL; p = xml_next(p, "avbrott")) {
		x = interruption_add(r->a, m);
		if (x == NULL)
			return;
		x->line = line_of(p);
		x->from = value_day(r, value_attr(r, p, "från"));
		x->back = value_day(r, value_attr(r, p, "till"));
		x->why = value_child(r, p, "skäl").text;
		if (x->back != KL_DAY_NONE && x->back < x->from)
			READ_FAULT(r, x->line, "till",
			    KL_N_("The period ends before it begins. Correct "
				  "one of the dates."));
	}
}

/* ---- writing ------------------------------------------------------------- */

void
write_approvals(struct maker *mk, xmlNode *root, const struct minutes *m)
{
	const struct approval *a;
	const struct rejection *r;
	const struct accepted_warning *w;
	xmlNode *n;
	size_t i;

	for (i = 0; i < m->approvals.n; i++) {
		a = &m->approvals.v[i];
		n = make_node(mk, root, "godkännande");
		make_attr(mk, n, "person", a->person);
		make_attr_day(mk, n, "datum", a->day);
		make_attr(mk, n, "kl", a->instant);
		make_attr(mk, n, "akt", a->record_sha256);
		make_attr(mk, n, "pdf", a->pdf_sha256);
		make_attr(mk, n, "bevis", a->evidence_sha256);
		make_attr_day(mk, n, "återtaget", a->withdrawn);
	}
	for (i = 0; i < m->rejections.n; i++) {
		r = &m->rejections.v[i];
		n = make_node(mk, root, "underkännande");
		make_attr(mk, n, "person", r->person);
		make_attr_day(mk, n, "datum", r->day);
		make_attr(mk, n, "akt", r->record_sha256);
		make_text(mk, n, "kommentar", r->comment);
	}
	for (i = 0; i < m->accepted.n; i++) {
		w = &m->accepted.v[i];
		n = make_node(mk, root, "godtagen");
		make_attr(mk, n, "kod", w->code);
		make_attr_int(mk, n, "paragraf", w->paragraph);
		make_attr(mk, n, "av", w->by);
		make_attr_day(mk, n, "datum", w->day);
		make_text(mk, n, "skäl", w->why);
	}
}

void
write_interruptions(struct maker *mk, xmlNode *root, const struct minutes *m)
{
	const struct interruption *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < m->interruptions.n; i++) {
		x = &m->interruptions.v[i];
		n = make_node(mk, root, "avbrott");
		make_attr_day(mk, n, "från", x->from);
		make_attr_day(mk, n, "till", x->back);
		make_text(mk, n, "skäl", x->why);
	}
}
