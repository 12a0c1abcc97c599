/* SPDX-License-Identifier: EUPL-1.2
 *
 * office: registration numbers, the numbering of agendas and the merging of
 * imports, through the public interface and a register of its own.  What the
 * command line reaches as easily is tested there (tests/cli).
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include <kansli/meeting.h>

#define MEETING "BYN/2027-03-16"

struct room {
	char dir[64], db[96], file[96];
	struct kl_office *o;
	struct kl_faults faults;
	struct kl_error err;
};

/* ---- helpers ------------------------------------------------------------- */

static struct kl_settings
settings_on(struct room *r, const char *today)
{
	static char instant[32];
	struct kl_settings s = { .db = r->db,
		.share = SRCDIR,
		.login = "test",
		.instant = instant };

	snprintf(instant, sizeof instant, "%sT12:00:00Z", today);
	assert_int_equal(kl_day_parse(today, &s.today), 0);
	return s;
}

static void
open_on(struct room *r, const char *today)
{
	struct kl_settings s = settings_on(r, today);

	kl_office_close(r->o);
	r->o = NULL;
	assert_int_equal(kl_office_open(&s, &r->o, &r->err), 0);
}

/* Import what stands between the root's tags; one thing to a line, the first
 * on line 2. */
static int
import(struct room *r, const char *body)
{
	struct kl_import what = { .path = r->file };
	FILE *f = fopen(r->file, "w");

	assert_non_null(f);
	fprintf(f, "<kansli version=\"1\">\n%s\n</kansli>\n", body);
	assert_int_equal(fclose(f), 0);
	return kl_import(r->o, &what, &r->faults, NULL, &r->err);
}

static void
imports(struct room *r, const char *body)
{
	char text[1024];

	if (import(r, body) == 0)
		return;
	kl_error_format(r->faults.n > 0 ? &r->faults.v[0] : &r->err, NULL, text,
	    sizeof text);
	fail_msg("not imported: %s", text);
}

/* Refused, with ${total} faults of which the first is on ${line}. */
static void
refuses(struct room *r, size_t total, int line, const char *body)
{
	assert_int_equal(import(r, body), KL_E_INPUT);
	assert_int_equal(r->faults.total, total);
	assert_int_equal(r->faults.v[0].line, line);
}

static int
setup(void **state)
{
	struct room *r = calloc(1, sizeof *r);
	struct kl_settings s;

	if (r == NULL)
		return -1;
	snprintf(r->dir, sizeof r->dir, "/tmp/kansli-office-XXXXXX");
	if (mkdtemp(r->dir) == NULL)
		return -1;
	snprintf(r->db, sizeof r->db, "%s/kansli.db", r->dir);
	snprintf(r->file, sizeof r->file, "%s/in.xml", r->dir);
	s = settings_on(r, "2027-03-01");
	assert_int_equal(kl_office_init(&s, &r->err), 0);
	open_on(r, "2027-03-01");
	imports(r, "<nämnd kod=\"BYN\"><namn>Bynämnden</namn></nämnd>\n"
		   "<sammanträde nämnd=\"BYN\" datum=\"2027-03-16\"/>");
	*state = r;
	return 0;
}

static int
teardown(void **state)
{
	struct room *r = *state;
	char aside[128];

	kl_office_close(r->o);
	snprintf(aside, sizeof aside, "%s-wal", r->db);
	unlink(aside);
	snprintf(aside, sizeof aside, "%s-shm", r->db);
	unlink(aside);
	unlink(r->db);
	unlink(r->file);
	rmdir(r->dir);
	free(r);
	return 0;
}

/* ---- registration numbers ------------------------------------------------ */

/* Register a matter in ${committee}; its number is ${number}, or it is refused
 * if that is NULL. */
static void
registers(struct room *r, const char *committee, const char *number)
{
	struct kl_matter m = { .committee = committee, .title = "Fråga" };
	struct kl_data *answer = NULL;
	int rc = kl_matter_register(r->o, &m, &answer, &r->err);

	if (number == NULL) {
		assert_int_equal(rc, KL_E_INPUT);
		assert_null(answer);
		return;
	}
	assert_int_equal(rc, 0);
	assert_string_equal(
	    kl_data_text(kl_data_get(answer, "number")), number);
	kl_data_free(answer);
}

static void
numbers_follow_the_template(void **state)
{
	static const struct {
		const char *template, *first, *second;
	} cases[] = {
		{ "T{år}-{klass:3}-{nr:5}", "T2027-000-00001",
		    "T2027-000-00002" },
		{ "{nr}", "1", "2" },
		{ "{nr:12}", "000000000001", "000000000002" },
		{ "Å {år:6}/{nr:2} ö", "Å 002027/01 ö", "Å 002027/02 ö" },
		{ "A{nr}B{nr:3}", "A1B001", "A2B002" },
		{ "D{år}", NULL, NULL },
		{ "alltid samma", NULL, NULL },
		{ "D{nr:0}", NULL, NULL },
		{ "D{nr:13}", NULL, NULL },
		{ "D{nr:-3}", NULL, NULL },
		{ "D{nr:x}", NULL, NULL },
		{ "D{nr:99999999999999999999}", NULL, NULL },
		{ "D{nr", NULL, NULL },
		{ "D{nr}{", NULL, NULL },
		{ "D{}{nr}", NULL, NULL },
		{ "D{n}{nr}", NULL, NULL },
		{ "D{nrs}", NULL, NULL },
		{ "D{månad}-{nr}", NULL, NULL },
	};
	struct room *r = *state;
	char body[512], code[8];
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(code, sizeof code, "N%zu", i);
		snprintf(body, sizeof body,
		    "<nämnd kod=\"%s\"><namn>Nämnd</namn>"
		    "<diariemall>%s</diariemall></nämnd>",
		    code, cases[i].template);
		imports(r, body);
		registers(r, code, cases[i].first);
		registers(r, code, cases[i].second);
	}
}

static void
numbers_begin_anew_each_year(void **state)
{
	struct room *r = *state;

	registers(r, "BYN", "BYN 2027/0001");
	registers(r, "BYN", "BYN 2027/0002");
	open_on(r, "2028-01-01");
	registers(r, "BYN", "BYN 2028/0001");
	open_on(r, "2027-12-31");
	registers(r, "BYN", "BYN 2027/0003");
}

static void
numbers_of_refused_matters_are_given_again(void **state)
{
	struct kl_matter m = { .committee = "BYN", .title = "Fråga" };
	struct room *r = *state;

	m.meeting = "BYN/2027-12-24";
	assert_int_equal(
	    kl_matter_register(r->o, &m, NULL, &r->err), KL_E_NOTFOUND);
	m.meeting = NULL;
	m.kind = "nonsens";
	assert_int_equal(
	    kl_matter_register(r->o, &m, NULL, &r->err), KL_E_INPUT);
	registers(r, "BYN", "BYN 2027/0001");
}

/* ---- the agenda ---------------------------------------------------------- */

/* The numbers of the items, headings as "-", joined by blanks. */
static void
agenda_is(struct room *r, const char *wanted)
{
	struct kl_data *answer = NULL;
	const struct kl_data *items, *nr;
	char got[1024] = "";
	size_t i, n = 0;

	assert_int_equal(kl_agenda_show(r->o, MEETING, &answer, &r->err), 0);
	items = kl_data_get(answer, "items");
	for (i = 0; i < kl_data_count(items); i++) {
		nr = kl_data_get(kl_data_at(items, i), "nr");
		n += (size_t)snprintf(got + n, sizeof got - n, "%s%s",
		    i == 0 ? "" : ", ",
		    kl_data_text(nr) == NULL ? "-" : kl_data_text(nr));
	}
	kl_data_free(answer);
	assert_string_equal(got, wanted);
}

static void
adds(struct room *r, const char *title, const char *after, bool heading)
{
	struct kl_item item = {
		.title = title, .after = after, .heading = heading
	};

	assert_int_equal(kl_agenda_add(r->o, MEETING, &item, NULL, &r->err), 0);
}

static void
headings_take_no_number(void **state)
{
	struct room *r = *state;

	adds(r, "Ett", NULL, false);
	adds(r, "Rubrik", NULL, true);
	adds(r, "Två", NULL, false);
	agenda_is(r, "1, -, 2");
	adds(r, "Mellan", "1", false);
	agenda_is(r, "1, 2, -, 3");
	assert_int_equal(
	    kl_agenda_order(r->o, MEETING, "3", 1, NULL, &r->err), 0);
	agenda_is(r, "1, 2, 3, -");
	assert_int_equal(
	    kl_agenda_remove(r->o, MEETING, "2", NULL, &r->err), 0);
	agenda_is(r, "1, 2, -");
}

static void
late_items_take_letters_while_there_are_any(void **state)
{
	struct room *r = *state;
	int i;

	adds(r, "Ett", NULL, false);
	adds(r, "Två", NULL, false);
	assert_int_equal(kl_agenda_publish(r->o, MEETING, NULL, &r->err), 0);
	for (i = 0; i < 26; i++)
		adds(r, "Sent", i % 2 == 0 ? "1" : "1 A", false);
	adds(r, "Sist", "1", false);
	agenda_is(r,
	    "1, 1 A, 1 B, 1 C, 1 D, 1 E, 1 F, 1 G, 1 H, 1 I, 1 J, "
	    "1 K, 1 L, 1 M, 1 N, 1 O, 1 P, 1 Q, 1 R, 1 S, 1 T, 1 U, 1 V, 1 W, "
	    "1 X, 1 Y, 1 Z, 3, 2");
}

static void
a_late_item_not_yet_sent_out_leaves_no_trace(void **state)
{
	struct room *r = *state;

	adds(r, "Ett", NULL, false);
	assert_int_equal(kl_agenda_publish(r->o, MEETING, NULL, &r->err), 0);
	adds(r, "Sent", NULL, false);
	assert_int_equal(
	    kl_agenda_remove(r->o, MEETING, "2", NULL, &r->err), 0);
	agenda_is(r, "1");
	assert_int_equal(
	    kl_agenda_publish(r->o, MEETING, NULL, &r->err), KL_E_RULE);
}

static void
an_agenda_without_items_is_not_published(void **state)
{
	struct room *r = *state;

	assert_int_equal(
	    kl_agenda_publish(r->o, MEETING, NULL, &r->err), KL_E_RULE);
	adds(r, "Rubrik", NULL, true);
	assert_int_equal(
	    kl_agenda_publish(r->o, MEETING, NULL, &r->err), KL_E_RULE);
}

static void
what_was_tabled_comes_back(void **state)
{
	struct room *r = *state;
	struct kl_data *answer = NULL;
	const struct kl_data *item;

	imports(r,
	    "<ärende dnr=\"B1\"><nämnd>BYN</nämnd><rubrik>Bro</rubrik></ärende>"
	    "<sammanträde nämnd=\"BYN\" datum=\"2027-02-16\">"
	    "<punkt nr=\"1\" dnr=\"B1\"/><punkt nr=\"2\"><rubrik>Väg</rubrik>"
	    "</punkt><paragraf nr=\"1\" punkt=\"1\"><utgång>bordlagt</utgång>"
	    "</paragraf><paragraf nr=\"2\" punkt=\"2\"><utgång>utgår</utgång>"
	    "</paragraf></sammanträde>");
	assert_int_equal(kl_agenda_build(r->o, MEETING, &answer, &r->err), 0);
	item = kl_data_get(answer, "items");
	assert_int_equal(kl_data_count(item), 1);
	item = kl_data_at(item, 0);
	assert_string_equal(kl_data_text(kl_data_get(item, "number")), "B1");
	assert_string_equal(kl_data_text(kl_data_get(item, "title")), "Bro");
	kl_data_free(answer);
}

/* ---- merging ------------------------------------------------------------- */

#define BYN(inside)                                                            \
	"<sammanträde nämnd=\"BYN\" datum=\"2027-03-16\">\n" inside            \
	"</sammanträde>"

static void
an_agenda_is_added_to_a_meeting_without(void **state)
{
	struct room *r = *state;

	imports(r, BYN("<tid>17:00</tid>\n<punkt nr=\"1\"><rubrik>Ett</rubrik>"
		       "</punkt>\n<punkt nr=\"4\"><rubrik>Fyra</rubrik>"
		       "</punkt>\n"));
	agenda_is(r, "1, 4");
	imports(r, BYN("<plats>Salen</plats>\n"));
	agenda_is(r, "1, 4");
}

static void
another_agenda_is_refused(void **state)
{
	struct room *r = *state;

	adds(r, "Ett", NULL, false);
	imports(r, BYN("<punkt nr=\"1\"><rubrik>Ett</rubrik></punkt>\n"));
	refuses(r, 1, 4,
	    BYN("<punkt nr=\"1\"><rubrik>Ett</rubrik></punkt>\n"
		"<punkt nr=\"2\"><rubrik>Två</rubrik></punkt>\n"));
	refuses(
	    r, 1, 3, BYN("<punkt nr=\"1\"><rubrik>Annat</rubrik></punkt>\n"));
	agenda_is(r, "1");
}

static void
proceedings_need_their_items(void **state)
{
	struct room *r = *state;

	refuses(r, 1, 3,
	    BYN("<paragraf nr=\"1\" punkt=\"1\"><utgång>valt</utgång>"
		"</paragraf>\n"));
	adds(r, "Ett", NULL, false);
	refuses(r, 1, 4,
	    BYN("<paragraf nr=\"1\" punkt=\"1\"><utgång>valt</utgång>"
		"</paragraf>\n"
		"<paragraf nr=\"2\" punkt=\"2\"><utgång>valt</utgång>"
		"</paragraf>\n"));
	imports(r, BYN("<paragraf nr=\"1\" punkt=\"1\"><utgång>valt</utgång>"
		       "</paragraf>\n"));
}

static void
proceedings_are_not_overwritten(void **state)
{
	struct room *r = *state;

	imports(r, BYN("<paragraf nr=\"1\"><rubrik>Ett</rubrik>"
		       "<utgång>valt</utgång></paragraf>\n"));
	refuses(r, 1, 2,
	    BYN("<paragraf nr=\"1\"><rubrik>Ett</rubrik>"
		"<utgång>beslutat</utgång></paragraf>\n"));
}

static void
a_cancelled_meeting_takes_nothing(void **state)
{
	struct room *r = *state;

	assert_int_equal(
	    kl_meeting_cancel(r->o, MEETING, NULL, NULL, &r->err), 0);
	refuses(r, 1, 2, BYN("<tid>17:00</tid>\n"));
}

#define SITS(id, role)                                                         \
	"<person id=\"" id "\"><förnamn>" id "</förnamn>"                     \
	"<efternamn>Ek</efternamn></person>"                                   \
	"<mandat nämnd=\"BYN\" person=\"" id "\"><roll>" role "</roll>"        \
	"<från>2027-01-01</från></mandat>\n"
#define PEOPLE                                                                 \
	SITS("k1", "ordförande") SITS("k2", "ledamot") SITS("k3", "ledamot")
#define PRESENT                                                                \
	"<närvaro person=\"k1\"/>\n<närvaro person=\"k2\"/>\n"               \
	"<närvaro person=\"k3\"/>\n"

static void
minutes_need_an_outcome_each(void **state)
{
	struct room *r = *state;

	imports(
	    r, PEOPLE BYN(PRESENT "<paragraf nr=\"1\"><rubrik>Ett</rubrik>"
				  "</paragraf>\n<justerare person=\"k2\"/>\n"));
	assert_int_equal(
	    kl_minutes_freeze(r->o, MEETING, NULL, NULL, &r->err), KL_E_RULE);
	assert_string_equal(r->err.statute, "KL 5:67, 6:35");
}

static void
minutes_need_somebody_to_sign(void **state)
{
	struct room *r = *state;

	imports(
	    r, PEOPLE BYN(PRESENT "<paragraf nr=\"1\"><rubrik>Ett</rubrik>"
				  "<utgång>information</utgång></paragraf>\n"));
	open_on(r, "2027-03-17");
	assert_int_equal(
	    kl_minutes_freeze(r->o, MEETING, NULL, NULL, &r->err), KL_E_RULE);
	assert_string_equal(r->err.statute, "KL 5:69, 6:35");
}

static void
at_most_twenty_faults_are_kept(void **state)
{
	struct room *r = *state;
	char body[8192];
	size_t i, n = 0;

	for (i = 0; i < 35; i++)
		n += (size_t)snprintf(body + n, sizeof body - n,
		    "<ärende dnr=\"B%zu\"><nämnd>X%zu</nämnd>"
		    "<rubrik>x</rubrik></ärende>\n",
		    i, i);
	refuses(r, 35, 2, body);
	assert_int_equal(r->faults.n, KL_FAULTS_MAX);
}

/* Nobody asks for the answer, or a meeting has no such name. */
static void
answers_may_be_left(void **state)
{
	struct room *r = *state;
	struct kl_data *answer = NULL;

	assert_int_equal(kl_agenda_show(r->o, MEETING, NULL, &r->err), 0);
	assert_int_equal(kl_list(r->o, "meetings", NULL, NULL, &r->err), 0);
	assert_int_not_equal(kl_agenda_show(r->o, "", &answer, &r->err), 0);
	assert_null(answer);
	assert_int_not_equal(
	    kl_show(r->o, "matter", "'; DROP TABLE matter", &answer, &r->err),
	    0);
	assert_null(answer);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(numbers_follow_the_template),
		TEST(numbers_begin_anew_each_year),
		TEST(numbers_of_refused_matters_are_given_again),
		TEST(headings_take_no_number),
		TEST(late_items_take_letters_while_there_are_any),
		TEST(a_late_item_not_yet_sent_out_leaves_no_trace),
		TEST(an_agenda_without_items_is_not_published),
		TEST(what_was_tabled_comes_back),
		TEST(an_agenda_is_added_to_a_meeting_without),
		TEST(another_agenda_is_refused),
		TEST(proceedings_need_their_items),
		TEST(proceedings_are_not_overwritten),
		TEST(a_cancelled_meeting_takes_nothing),
		TEST(minutes_need_an_outcome_each),
		TEST(minutes_need_somebody_to_sign),
		TEST(at_most_twenty_faults_are_kept),
		TEST(answers_may_be_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
