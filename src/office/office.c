/* SPDX-License-Identifier: EUPL-1.2
 *
 * Opening the office, rights, and the frame in which every use case runs.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "odf/odf.h"
#include "office/office_private.h"
#include "proceedings/phrases.h"
#include "rules/statute.h"
#include <kansli/template.h>

/* Most memory that one use case may take. */
#define WORK_MAX ((size_t)2 << 30)

static const char *const roles[] = { "reader", "assistant", "secretary",
	"admin", NULL };

static int
role_rank(const char *role)
{
	return word_value(roles, role);
}

static void
office_actor(struct kl_office *o, struct store_actor *actor)
{
	actor->user = o->user.name;
	actor->instant = o->instant;
}

int
kl_office_init(const struct kl_settings *settings, struct kl_error *err)
{
	struct store_user admin = { .name = settings->login,
		.role = "admin",
		.login = settings->login };
	struct store_actor actor = { settings->login, settings->instant };
	struct store *store = NULL;
	int rc;

	xml_start();
	if (settings->user != NULL)
		admin.name = actor.user = settings->user;
	rc = store_create(settings->db, &store, err);
	if (rc == 0)
		rc = store_begin(store, &actor, err);
	if (rc == 0)
		rc = store_save_user(store, "init", &admin, err);
	if (rc == 0)
		rc = store_commit(store, err);
	store_close(store);
	return rc;
}

/* What is handed in. */
static int
office_keep(
    struct kl_office *o, const struct kl_settings *s, struct kl_error *err)
{
	o->share = arena_strdup(o->arena, s->share);
	o->instant = arena_strdup(o->arena, s->instant);
	o->today = s->today;
	o->translate = s->translate;
	o->read_only = s->read_only;
	o->checker = arena_strdup(o->arena, s->checker);
	if (o->share == NULL || o->instant == NULL ||
	    (o->checker == NULL && s->checker != NULL))
		return kl_error_nomem(err);
	return 0;
}

static int
office_settle(
    struct kl_office *o, const struct kl_settings *s, struct kl_error *err)
{
	int rc = office_keep(o, s, err);

	return rc != 0 ? rc : store_open(s->db, s->read_only, &o->store, err);
}

int
kl_office_bare(const struct kl_settings *settings, struct kl_office **office,
    struct kl_error *err)
{
	struct arena *a = arena_new(0);
	struct kl_office *o = arena_alloc(a, sizeof *o);
	int rc;

	xml_start();
	if (o == NULL) {
		arena_free(a);
		return kl_error_nomem(err);
	}
	o->arena = a;
	o->user.name = settings->login;
	o->user.role = "reader";
	rc = office_keep(o, settings, err);
	if (rc != 0) {
		kl_office_close(o);
		return rc;
	}
	*office = o;
	return 0;
}

int
kl_office_open(const struct kl_settings *settings, struct kl_office **office,
    struct kl_error *err)
{
	struct arena *a = arena_new(0);
	struct kl_office *o = arena_alloc(a, sizeof *o);
	int rc;

	xml_start();
	if (o == NULL) {
		arena_free(a);
		return kl_error_nomem(err);
	}
	o->arena = a;
	rc = office_settle(o, settings, err);
	if (rc == 0)
		rc = store_load_user(o->store, settings->user, settings->login,
		    a, &o->user, err);
	if (rc == KL_E_NOTFOUND)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Nobody called “%s” may use this register. Ask its "
			  "administrator to add you (kansli user add), or say "
			  "who you are with --as."),
		    settings->user != NULL ? settings->user : settings->login);
	if (rc != 0) {
		kl_office_close(o);
		return rc;
	}
	*office = o;
	return 0;
}

void
kl_office_close(struct kl_office *o)
{
	size_t i;

	if (o == NULL)
		return;
	fonts_close(o->tools.fonts);
	hyphens_close(o->tools.hyphens);
	phrases_free(o->phrases);
	for (i = 0; i < READY_TEMPLATES; i++)
		odf_template_free(o->ready[i].template);
	odf_names_free(o->names);
	record_schema_close(o->schema);
	store_close(o->store);
	arena_free(o->arena);
}

static bool
granted(const struct store_user *u, const char *committee)
{
	size_t i;

	if (u->committees.n == 0 || committee == NULL)
		return true;
	for (i = 0; i < u->committees.n; i++)
		if (strcmp(u->committees.v[i], committee) == 0)
			return true;
	return false;
}

int
office_may(struct kl_office *o, enum right right, const char *committee,
    struct kl_error *err)
{
	if (role_rank(o->user.role) < (int)right)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The user “%s” has the role “%s”, which does not "
			  "allow this. Nothing was changed. An administrator "
			  "can give another role (kansli user add)."),
		    o->user.name, o->user.role);
	if (right > MAY_READ && !granted(&o->user, committee))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The user “%s” does not work for the committee %s. "
			  "Nothing was changed. An administrator can grant "
			  "the committee (kansli user add)."),
		    o->user.name, committee);
	return 0;
}

char *
office_path(struct kl_office *o, struct arena *a, const char *file)
{
	return arena_printf(a, "%s/%s", o->share, file);
}

char *
work_folder(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? arena_strdup(a, ".")
			     : arena_strndup(a, path, (size_t)(slash - path));
}

int
work_begin(struct work *w, struct kl_office *o, enum right right, bool writing,
    struct kl_error *err)
{
	int rc;

	memset(w, 0, sizeof *w);
	xml_starved_forget();
	w->o = o;
	w->arena = arena_new(WORK_MAX);
	w->bundle.arena = w->arena;
	w->answer = data_object();
	if (w->arena == NULL || w->answer == NULL)
		return kl_error_nomem(err);
	rc = office_may(o, right, NULL, err);
	return rc != 0 || !writing ? rc : work_lock(w, err);
}

int
work_lock(struct work *w, struct kl_error *err)
{
	struct store_actor actor;
	int rc;

	office_actor(w->o, &actor);
	rc = store_begin(w->o->store, &actor, err);
	w->writing = rc == 0;
	return rc;
}

int
work_meeting(
    struct work *w, const char *key, enum right right, struct kl_error *err)
{
	int rc = store_load_meeting(w->o->store, key, &w->bundle, err);

	if (rc != 0)
		return rc;
	w->meeting = &w->bundle.meetings.v[0];
	w->committee = bundle_committee(&w->bundle, w->meeting->committee);
	if (w->committee == NULL)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The meeting %s belongs to a committee that is not "
			  "in the register. Run kansli check."),
		    key);
	return office_may(w->o, right, w->committee->code, err);
}

int
work_change(struct work *w, struct kl_office *o, const char *key,
    enum right right, struct kl_error *err)
{
	int rc = work_begin(w, o, right, true, err);

	return rc != 0 ? rc : work_meeting(w, key, right, err);
}

int
work_look(
    struct work *w, struct kl_office *o, const char *key, struct kl_error *err)
{
	int rc = work_begin(w, o, MAY_READ, false, err);

	return rc != 0 ? rc : work_meeting(w, key, MAY_READ, err);
}

/* What was refused is refused by the act that was in force when the meeting was
 * held.  What names an older act already is left. */
static void
name_statute(const struct work *w, struct kl_error *err)
{
	char then[sizeof err->statute];

	if (w->meeting == NULL || strstr(err->statute, " (") != NULL)
		return;
	statute_on(err->statute, w->meeting->day, then, sizeof then);
	kl_error_statute(err, then);
}

int
work_end(struct work *w, int rc, struct kl_data **answer, struct kl_error *err)
{
	if (xml_starved() ||
	    (rc == 0 && (data_failed(w->answer) || arena_failed(w->arena))))
		rc = kl_error_nomem(err);
	if (rc == 0 && w->writing)
		rc = store_commit(w->o->store, err);
	if (rc != 0 && w->writing)
		store_rollback(w->o->store);
	if (rc == KL_E_RULE && err != NULL)
		name_statute(w, err);
	if (rc == 0 && answer != NULL)
		*answer = w->answer;
	else
		kl_data_free(w->answer);
	arena_free(w->arena);
	return rc;
}

void
work_warn(struct work *w, const struct kl_error *err)
{
	struct kl_error named = *err;
	char sentence[1024];

	name_statute(w, &named);
	kl_error_format(&named, w->o->translate, sentence, sizeof sentence);
	data_add_text(data_list_of(w->answer, "warnings"), NULL, sentence);
}

struct derivation
work_derivation(struct work *w)
{
	return (struct derivation){ .arena = w->arena,
		.translate = w->o->translate };
}

/* Somebody must be left who can give rights. */
static int
keep_an_admin(
    struct work *w, const char *name, const char *role, struct kl_error *err)
{
	static const char *const none[] = { NULL };
	struct kl_data *rows = data_list();
	const struct kl_data *row;
	size_t i, others = 0;
	int rc;

	rc = store_query(w->o->store, "users", none, rows, err);
	for (i = 0; i < kl_data_count(rows); i++) {
		row = kl_data_at(rows, i);
		if (strcmp(kl_data_text(kl_data_get(row, "role")), "admin") ==
			0 &&
		    strcmp(kl_data_text(kl_data_get(row, "name")), name) != 0)
			others++;
	}
	kl_data_free(rows);
	if (rc == 0 && others == 0 && strcmp(role, "admin") != 0 &&
	    strcmp(name, w->o->user.name) == 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The user “%s” is the only administrator and must "
			  "stay one until somebody else is. Nothing was "
			  "changed."),
		    name);
	return rc;
}

int
kl_user_add(struct kl_office *o, const char *name, const char *role,
    const char *login, const char *committees, struct kl_data **answer,
    struct kl_error *err)
{
	struct store_user u = { .name = name, .role = role, .login = login };
	const char *p = committees == NULL ? "" : committees;
	struct work w;
	char *code;
	size_t n;
	int rc;

	rc = work_begin(&w, o, MAY_ADMIN, true, err);
	if (rc == 0 && role_rank(role) == 0)
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("“%s” is no role. The roles are reader, assistant, "
			  "secretary and admin. Nothing was changed."),
		    role);
	for (; rc == 0 && *(p += strspn(p, " ,")) != '\0'; p += n) {
		n = strcspn(p, " ,");
		code = arena_strndup(w.arena, p, n);
		if (code == NULL || text_add(w.arena, &u.committees, code) != 0)
			rc = kl_error_nomem(err);
		else if (store_has(o->store, "committee", code) != 1)
			rc = kl_error_set(err, KL_E_INPUT,
			    KL_N_("There is no committee with the code %s. "
				  "Nothing was changed."),
			    code);
	}
	if (rc == 0)
		rc = keep_an_admin(&w, name, role, err);
	if (rc == 0)
		rc = store_save_user(o->store, "user-add", &u, err);
	if (rc == 0) {
		data_add_text(w.answer, "user", name);
		data_add_text(w.answer, "role", role);
	}
	return work_end(&w, rc, answer, err);
}

static struct kl_data *
check_answer(const struct store_counts *counts, const char *head)
{
	struct kl_data *answer = data_object();

	data_add_int(answer, "facts", (int64_t)counts->facts);
	data_add_int(answer, "blobs", (int64_t)counts->blobs);
	data_add_int(answer, "events", (int64_t)counts->events);
	data_add_text(answer, "head", head);
	return answer;
}

int
kl_check(const struct kl_settings *settings, const char *head,
    void (*found)(void *ctx, const struct kl_error *finding), void *ctx,
    struct kl_data **answer, struct kl_error *err)
{
	struct store_counts counts = { 0 };
	char last[HASH_HEX] = "";
	struct store *store = NULL;
	struct kl_data *made;
	int rc;

	xml_start();
	rc = store_open(settings->db, true, &store, err);
	if (rc == 0)
		rc = store_check(store, head, found, ctx, &counts, err);
	if (rc == 0)
		rc = store_log_head(store, last, err);
	store_close(store);
	if (rc != 0 || answer == NULL)
		return rc;
	made = check_answer(&counts, last);
	if (data_failed(made)) {
		kl_data_free(made);
		return kl_error_nomem(err);
	}
	*answer = made;
	return 0;
}
