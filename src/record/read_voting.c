/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: the questions that the chair put, divisions and
 * elections of one paragraph, whose proposals have been read.
 */
#include "config.h"

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

#define DIVISIONS_MAX 999
#define VOTES_MAX 1000

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

/* ${ref} must be a proposal of this paragraph, or stand for rejecting one. */
static void
check_ref(struct reader *r, const struct paragraph *p, const char *ref,
    int line, const char *field)
{
	size_t i;

	if (strcmp(ref, "avslag") == 0)
		return;
	for (i = 0; i < p->proposals.n; i++)
		if (strcmp(p->proposals.v[i].ref, ref) == 0)
			return;
	READ_FAULT(r, line, field,
	    KL_N_("The division names %s, which is no proposal (yrkande) of "
		  "the same paragraph. Give the id of one."),
	    ref);
}

/* The proposal that an attribute names, checked. */
static const char *
read_side(struct reader *r, const struct paragraph *p, struct value v)
{
	const char *ref = value_ref(r, v);

	if (ref != NULL)
		check_ref(r, p, ref, v.line, v.field);
	return ref;
}

/* Who votes twice, or without serving, is told by the preflight: what happened
 * is kept as it was told. */
static void
read_ballots(struct reader *r, const xmlNode *n, struct division *d)
{
	const xmlNode *v = xml_child(n, "röst");
	struct ballot *b;

	for (; v != NULL; v = xml_next(v, "röst")) {
		b = vec_push(r->a, &d->ballots);
		if (b == NULL)
			return;
		b->line = line_of(v);
		b->person = value_name(r, value_attr(r, v, "person"));
		b->vote = (enum vote)value_word(r, value_own(r, v), words_vote);
	}
}

/* How many voted how, where it is not known who did. */
static void
read_counts(struct reader *r, const xmlNode *n, struct division *d)
{
	struct value v;
	int i;

	for (i = VOTE_YES; n != NULL && i <= VOTE_ABSENT; i++) {
		v = value_attr(r, n, words_vote[i - 1]);
		if (v.text != NULL)
			d->count[i] = value_int(r, v, VOTES_MAX);
	}
}

static void
read_division(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct division *d = division_add(r->a, p);

	if (d == NULL)
		return;
	d->line = line_of(n);
	d->yes = read_side(r, p, value_attr(r, n, "ja"));
	d->no = read_side(r, p, value_attr(r, n, "nej"));
	d->text = value_child(r, n, "text").text;
	d->secret = value_yes(r, value_attr(r, n, "sluten"), false);
	d->casting = value_yes(r, value_attr(r, n, "utslagsröst"), false);
	d->lots = value_yes(r, value_attr(r, n, "lottning"), false);
	d->carried = read_side(r, p, value_attr(r, n, "utfall"));
	read_counts(r, xml_child(n, "antal"), d);
	read_ballots(r, n, d);
}

static void
read_question(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct question *q = vec_push(r->a, &p->questions);
	struct value about = value_attr(r, n, "på");
	struct value division = value_attr(r, n, "omröstning");
	size_t i;

	if (q == NULL)
		return;
	q->line = line_of(n);
	q->kind = (enum question_kind)value_word(
	    r, value_attr(r, n, "slag"), words_question);
	value_list(r, about, &q->proposals);
	for (i = 0; i < q->proposals.n; i++)
		check_ref(r, p, q->proposals.v[i], about.line, "på");
	q->carried = read_side(r, p, value_attr(r, n, "utfall"));
	q->division = value_int(r, division, DIVISIONS_MAX);
	if (q->division > (int)p->divisions.n)
		READ_FAULT(r, division.line, "omröstning",
		    KL_N_("The question was decided by division %d, but the "
			  "paragraph has only %zu (omröstning)."),
		    q->division, p->divisions.n);
}

static void
read_election(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct election *x = election_add(r->a, p);
	const xmlNode *e = xml_child(n, "vald");
	struct value person, name;

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->office = value_child(r, n, "uppdrag").text;
	x->from = value_day(r, value_child(r, n, "från"));
	x->to = value_day(r, value_child(r, n, "till"));
	x->secret = value_yes(r, value_attr(r, n, "sluten"), false);
	for (; e != NULL; e = xml_next(e, "vald")) {
		person = value_attr(r, e, "person");
		name = value_attr(r, e, "namn");
		if (person.text != NULL)
			text_add(r->a, &x->persons, person.text);
		else if (name.text != NULL)
			text_add(r->a, &x->names, name.text);
		else
			READ_FAULT(r, line_of(e), "vald",
			    KL_N_("Somebody was elected. Give person or, for "
				  "one who is no person of the register, "
				  "namn."));
	}
}

void
read_voting(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	static const struct {
		const char *name;
		void (*read)(
		    struct reader *, const xmlNode *, struct paragraph *);
	} parts[] = { { "omröstning", read_division },
		{ "fråga", read_question }, { "val", read_election } };
	const xmlNode *x;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (x = xml_child(n, parts[i].name); x != NULL;
		     x = xml_next(x, parts[i].name))
			parts[i].read(r, x, p);
}
