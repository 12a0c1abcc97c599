/* SPDX-License-Identifier: EUPL-1.2
 *
 * Provisions of acts now in force, and those of the acts before them that said
 * the same.  The numbers of the older acts were written from knowledge; see
 * doc/LAW.md.
 */
#include "config.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "rules/statute.h"

#define KL_2017 17532	/* 2018-01-01 */
#define FL_2017 17713	/* 2018-07-01 */
#define GDPR_2016 17676 /* 2018-05-25 */
#define OSL_2009 14425	/* 2009-06-30 */

struct renamed {
	const char *now, *then;
};

static const struct renamed kl[] = { { "4:20", "4:17" }, { "4:22", "4:23" },
	{ "4:24", "4:19" }, { "4:25", "4:20" }, { "4:26", "4:21" },
	{ "4:27", "4:22" }, { "5:1", "3:9" }, { "5:4", "5:1" },
	{ "5:5", "5:1" }, { "5:12", "5:7" }, { "5:17", "5:12-17" },
	{ "5:35", "5:33" }, { "5:45", "5:18" }, { "5:45-46", "5:18" },
	{ "5:46", "5:18" }, { "5:47", "5:20" }, { "5:50", "5:36" },
	{ "5:53", "5:42" }, { "5:54", "5:44" }, { "5:55", "5:43" },
	{ "5:55-56", "5:43-44" }, { "5:56", "5:43" }, { "5:65", "5:57" },
	{ "5:65-67", "5:57-59" }, { "5:66", "5:58" }, { "5:67", "5:59" },
	{ "5:69", "5:61" }, { "6:6", "6:7" }, { "6:12", "6:9" },
	{ "6:16", "6:9-10" }, { "6:16-17", "6:9-10" }, { "6:17", "6:10" },
	{ "6:23", "6:18" }, { "6:25", "6:19 a" }, { "6:27", "6:23" },
	{ "6:28", "6:24" }, { "6:30", "6:26" }, { "6:33", "6:28" },
	{ "6:35", "6:30" }, { "7:4", "6:24" }, { "8:12", "5:62" },
	{ "13:2", "10:2" }, { "13:3", "10:3" }, { "13:5", "10:6" },
	{ "13:5-6", "10:6-7" }, { "13:6", "10:7" }, { NULL, NULL } };
static const struct renamed fl[] = { { "25", "17" }, { "31-32", "20" },
	{ "32", "20" }, { "33", "21" }, { "36", "26" }, { "40", "22" },
	{ "40-41", "22" }, { "41", "22" }, { "43-45", "23-24" }, { "44", "23" },
	{ "45", "24" }, { "45-46", "24-25" }, { NULL, NULL } };
static const struct renamed gdpr[] = { { "5", "9" }, { "6", "10" },
	{ "86", "8" }, { "87", "22" }, { NULL, NULL } };
static const struct renamed dataskydd[] = { { "2018:218", "" }, { "3:10", "" },
	{ NULL, NULL } };
static const struct renamed osl[] = { { "5:5", "15:3" }, { NULL, NULL } };

static const struct act {
	const char *name;
	kl_day since;
	const char *before; /* the act before it; "": left out */
	const struct renamed *provisions;
} acts[] = { { "KL", KL_2017, "KL (1991:900)", kl },
	{ "FL", FL_2017, "FL (1986:223)", fl },
	{ "GDPR", GDPR_2016, "PuL (1998:204)", gdpr },
	{ "lag", GDPR_2016, "", dataskydd },
	{ "OSL", OSL_2009, "SekrL (1980:100)", osl } };

struct writer {
	char *out;
	size_t size, n;
	const struct act *act; /* of the provisions now read, or NULL */
	bool acted;	       /* it has been named */
	bool all_known;
	char last[16];
};

static void
put(struct writer *w, const char *s)
{
	size_t n = strlen(s);

	if (n >= w->size - w->n)
		n = w->size - w->n - 1;
	memcpy(w->out + w->n, s, n);
	w->n += n;
	w->out[w->n] = '\0';
}

static const struct act *
older(const char *name, kl_day day)
{
	size_t i;

	for (i = 0; i < sizeof acts / sizeof *acts; i++)
		if (strcmp(acts[i].name, name) == 0 && day < acts[i].since)
			return &acts[i];
	return NULL;
}

static const char *
renamed(const struct act *act, const char *provision)
{
	const struct renamed *x;

	for (x = act->provisions; x->now != NULL; x++)
		if (strcmp(x->now, provision) == 0)
			return x->then;
	return NULL;
}

/* A provision of an older act; twice the same is said once. */
static void
put_renamed(struct writer *w, const char *provision)
{
	const char *then = renamed(w->act, provision);

	if (then == NULL) {
		w->all_known = false;
		return;
	}
	if (*then == '\0' || (w->acted && strcmp(w->last, then) == 0))
		return;
	if (w->n > 0)
		put(w, ", ");
	if (!w->acted) {
		put(w, w->act->before);
		put(w, " ");
	}
	w->acted = true;
	snprintf(w->last, sizeof w->last, "%s", then);
	put(w, then);
}

/* A word of the list: the name of an act, a provision, or "p 3", which older
 * provisions are named without. */
static void
word(struct writer *w, const char *s, bool after_comma, kl_day day)
{
	bool number = isdigit((unsigned char)*s) != 0;

	if (!number && strcmp(s, "p") != 0 && strcmp(s, "§") != 0) {
		w->act = older(s, day);
		w->acted = false;
	}
	if (w->act != NULL) {
		if (number &&
		    (strchr(s, ':') != NULL || !w->acted || after_comma))
			put_renamed(w, s);
		return;
	}
	if (w->n > 0)
		put(w, after_comma ? ", " : " ");
	put(w, s);
}

/* It names an act before those now in force, and so has been asked about. */
static bool
is_named(const char *s)
{
	size_t i;

	for (i = 0; i < sizeof acts / sizeof *acts; i++)
		if (*acts[i].before != '\0' &&
		    strstr(s, acts[i].before) != NULL)
			return true;
	return false;
}

void
statute_on(const char *now, kl_day day, char *out, size_t size)
{
	struct writer w = { .out = out, .size = size, .all_known = true };
	const char *s = now;
	bool comma = false;
	char one[32];
	size_t n;

	if (is_named(now)) {
		snprintf(out, size, "%s", now);
		return;
	}
	*out = '\0';
	while (*s != '\0') {
		n = strcspn(s, " ,");
		if (n > 0 && n < sizeof one) {
			memcpy(one, s, n);
			one[n] = '\0';
			word(&w, one, comma, day);
			comma = false;
		}
		w.all_known = w.all_known && n < sizeof one;
		s += n;
		for (; *s == ' ' || *s == ','; s++)
			comma = comma || *s == ',';
	}
	if (!w.all_known)
		snprintf(out, size, "%s", now);
}
