/* SPDX-License-Identifier: EUPL-1.2
 *
 * Is it there, and if not, what is it most like?
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "store/fact.h"

#define NAMES_MAX 200000 /* most names that are compared */

static const struct {
	const char *name;
	enum sql has, names; /* SQL_NONE: there is nothing to compare with */
} refs[REF_COUNT] = {
	[REF_DEPARTMENT] = { "department", SQL_DEPARTMENT_HAS,
	    SQL_DEPARTMENT_NAMES },
	[REF_COMMITTEE] = { "committee", SQL_COMMITTEE_HAS,
	    SQL_COMMITTEE_NAMES },
	[REF_PERSON] = { "person", SQL_PERSON_HAS, SQL_PERSON_NAMES },
	[REF_MATTER] = { "matter", SQL_MATTER_HAS, SQL_MATTER_NAMES },
	[REF_MEETING] = { "meeting", SQL_MEETING_HAS, SQL_MEETING_NAMES },
	[REF_USER] = { "user", SQL_NONE, SQL_ACCOUNT_NAMES },
	[REF_BLOB] = { "blob", SQL_BLOB_HAS, SQL_NONE },
	[REF_ROOM] = { "room", SQL_ROOM_HAS, SQL_ROOM_NAMES },
};

int
find_has(struct store *s, enum ref ref, const char *key, struct kl_error *err)
{
	int64_t ignored;

	return run_number(s, refs[ref].has, key, &ignored, err);
}

int
store_has(struct store *s, const char *fact, const char *key)
{
	enum ref ref;

	for (ref = 0; ref < REF_COUNT; ref++)
		if (strcmp(refs[ref].name, fact) == 0 &&
		    refs[ref].has != SQL_NONE)
			return find_has(s, ref, key, NULL);
	return KL_E_USAGE;
}

/* The part of a meeting's key before the slash, if there is such a committee:
 * the nearest meeting is one of the same committee. */
static const char *
meeting_of(struct store *s, struct arena *a, const char *key)
{
	const char *slash = strchr(key, '/');
	const char *code;

	if (slash == NULL)
		return NULL;
	code = arena_strndup(a, key, (size_t)(slash - key));
	if (code == NULL || find_has(s, REF_COMMITTEE, code, NULL) != 1)
		return NULL;
	return code;
}

static int
nearest(struct store *s, enum ref ref, const char *key, struct arena *a,
    const char **name, struct kl_error *err)
{
	text_list names = { NULL, 0, 0 };
	struct run r;
	int rc;

	*name = NULL;
	run_start(&r, s, refs[ref].names, err);
	if (ref == REF_MEETING)
		run_text(&r, 1, meeting_of(s, a, key));
	while (names.n < NAMES_MAX && run_step(&r))
		if (text_add(a, &names, run_column(&r, 0)) != 0)
			run_fail(&r, kl_error_nomem(err));
	rc = run_end(&r);
	if (rc == 0)
		*name = utf8_nearest(key, names.v, names.n);
	return rc;
}

int
store_nearest(struct store *s, const char *fact, const char *key,
    struct arena *a, const char **name, struct kl_error *err)
{
	enum ref ref;

	*name = NULL;
	for (ref = 0; ref < REF_COUNT; ref++)
		if (strcmp(refs[ref].name, fact) == 0 &&
		    refs[ref].names != SQL_NONE)
			return nearest(s, ref, key, a, name, err);
	return KL_E_USAGE;
}

/* Whole sentences, since each is translated as one. */
static int
say_missing(enum ref ref, int code, const char *key, struct kl_error *err)
{
	switch (ref) {
	case REF_DEPARTMENT:
		return kl_error_set(err, code,
		    KL_N_("There is no office \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	case REF_COMMITTEE:
		return kl_error_set(err, code,
		    KL_N_(
			"There is no committee \"%s\" in the register. Nothing "
			"was changed."),
		    key);
	case REF_PERSON:
		return kl_error_set(err, code,
		    KL_N_("There is no person \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	case REF_MATTER:
		return kl_error_set(err, code,
		    KL_N_("There is no matter \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	case REF_MEETING:
		return kl_error_set(err, code,
		    KL_N_("There is no meeting \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	case REF_USER:
		return kl_error_set(err, code,
		    KL_N_("There is no user \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	case REF_ROOM:
		return kl_error_set(err, code,
		    KL_N_("There is no room \"%s\" in the register. Nothing "
			  "was changed."),
		    key);
	default:
		return kl_error_set(err, code,
		    KL_N_("The content with the SHA-256 %s is not in the "
			  "register. Nothing was changed."),
		    key);
	}
}

static int
say_nearest(enum ref ref, int code, const char *key, const char *name,
    struct kl_error *err)
{
	switch (ref) {
	case REF_DEPARTMENT:
		return kl_error_set(err, code,
		    KL_N_("There is no office \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_COMMITTEE:
		return kl_error_set(err, code,
		    KL_N_("There is no committee \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_PERSON:
		return kl_error_set(err, code,
		    KL_N_("There is no person \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_MATTER:
		return kl_error_set(err, code,
		    KL_N_("There is no matter \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_MEETING:
		return kl_error_set(err, code,
		    KL_N_("There is no meeting \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_USER:
		return kl_error_set(err, code,
		    KL_N_("There is no user \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	case REF_ROOM:
		return kl_error_set(err, code,
		    KL_N_("There is no room \"%s\" in the register; the "
			  "nearest is \"%s\". Nothing was changed."),
		    key, name);
	default:
		return say_missing(ref, code, key, err);
	}
}

int
find_fail(struct store *s, enum ref ref, int code, const char *key,
    struct kl_error *err)
{
	const char *name = NULL;
	struct arena *a = NULL;
	int rc = KL_E_NOMEM;

	if (refs[ref].names == SQL_NONE)
		return say_missing(ref, code, key, err);
	a = arena_new(0);
	if (a == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	if (ref == REF_MEETING) {
		rc = store_meeting_now(s, key, a, &name, err);
		if (rc == 0 && name != NULL)
			rc = kl_error_set(err, code,
			    KL_N_("The meeting \"%s\" has been moved: it is %s "
				  "now. Nothing was changed."),
			    key, name);
		if (rc != 0)
			goto out;
	}
	rc = nearest(s, ref, key, a, &name, err);
	if (rc != 0)
		goto out;
	rc = name == NULL ? say_missing(ref, code, key, err)
			  : say_nearest(ref, code, key, name, err);
out:
	arena_free(a);
	return rc;
}
