/* SPDX-License-Identifier: EUPL-1.2
 *
 * What command tests need and the shell cannot do: make zip files that no
 * program would make, tell whether lines are JSON, hold a register's lock.
 *
 *	tool zip FILE NAME=TEXT... NAME@FILE... NAME*BYTES...
 *	tool edit FILE NAME OLD NEW
 *	tool json <LINES
 *	tool lock FILE [SQL]
 *
 * edit replaces a text in an entry each time it stands there; lock lasts until
 * standard input ends, and what SQL did is kept.
 */
#include "config.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* ---- zip ----------------------------------------------------------------- */

/* Put one entry, described as above, into the archive. */
static int
put_entry(zip_t *zip, char *entry)
{
	char *at = entry + strcspn(entry, "=@*");
	zip_source_t *source;
	size_t n;
	void *zeros;
	char how = *at;

	if (how == '\0')
		return -1;
	*at++ = '\0';
	if (how == '=') {
		source = zip_source_buffer(zip, at, strlen(at), 0);
	} else if (how == '@') {
		source = zip_source_file(zip, at, 0, -1);
	} else {
		n = strtoul(at, NULL, 10);
		zeros = calloc(1, n);
		if (zeros == NULL)
			return -1;
		source = zip_source_buffer(zip, zeros, n, 1);
	}
	return source != NULL &&
		       zip_file_add(zip, entry, source, ZIP_FL_ENC_UTF_8) >= 0
		   ? 0
		   : -1;
}

static int
make_zip(int argc, char **argv)
{
	zip_t *zip = zip_open(argv[0], ZIP_CREATE | ZIP_TRUNCATE, NULL);
	int i;

	if (zip == NULL)
		return 1;
	for (i = 1; i < argc; i++)
		if (put_entry(zip, argv[i]) != 0) {
			fprintf(stderr, "%s: %s\n", argv[i], zip_strerror(zip));
			return 1;
		}
	return zip_close(zip) == 0 ? 0 : 1;
}

/* ---- editing ------------------------------------------------------------- */

#define ENTRY_MAX ((size_t)16 << 20)

/* The whole entry as a text; the caller frees. */
static char *
read_entry(zip_t *zip, const char *name)
{
	zip_file_t *file = zip_fopen(zip, name, 0);
	char *text = calloc(1, ENTRY_MAX + 1);

	if (file == NULL || text == NULL ||
	    zip_fread(file, text, ENTRY_MAX) < 0) {
		free(text);
		text = NULL;
	}
	zip_fclose(file);
	return text;
}

/* ${text} with each ${old} replaced; NULL if there is none. */
static char *
replaced(const char *text, const char *old, const char *new)
{
	size_t n = strlen(old);
	char *out = calloc(1, 2 * ENTRY_MAX + strlen(new) + 1), *w = out;
	bool found = false;

	if (out == NULL)
		return NULL;
	for (; *text != '\0' && w < out + 2 * ENTRY_MAX;) {
		if (strncmp(text, old, n) != 0) {
			*w++ = *text++;
			continue;
		}
		w = stpcpy(w, new);
		text += n;
		found = true;
	}
	if (found)
		return out;
	free(out);
	return NULL;
}

static int
edit_zip(char **argv)
{
	zip_t *zip = zip_open(argv[0], 0, NULL);
	char *text, *edited;
	zip_source_t *source;
	int rc = 1;

	if (zip == NULL)
		return 1;
	text = read_entry(zip, argv[1]);
	edited = text == NULL ? NULL : replaced(text, argv[2], argv[3]);
	if (edited == NULL) {
		fprintf(stderr, "%s: there is no: %s\n", argv[0], argv[2]);
		zip_discard(zip);
	} else {
		source = zip_source_buffer(zip, edited, strlen(edited), 0);
		if (zip_file_add(zip, argv[1], source, ZIP_FL_OVERWRITE) >= 0)
			rc = 0;
		if (zip_close(zip) != 0)
			rc = 1;
	}
	free(text);
	free(edited);
	return rc;
}

/* ---- JSON (RFC 8259) ----------------------------------------------------- */

#define DEPTH_MAX 40

static const char *json_value(const char *p, int depth);

static const char *
json_space(const char *p)
{
	return p + strspn(p, " \t\r");
}

/* Each returns where it ended, or NULL; after NULL all of them give NULL. */
static const char *
json_string(const char *p)
{
	if (*p++ != '"')
		return NULL;
	for (; *p != '"'; p++) {
		if ((unsigned char)*p < 0x20)
			return NULL;
		if (*p != '\\')
			continue;
		p++;
		if (*p == 'u' && strspn(p + 1, "0123456789abcdefABCDEF") >= 4)
			p += 4;
		else if (*p == '\0' || strchr("\"\\/bfnrt", *p) == NULL)
			return NULL;
	}
	return p + 1;
}

static const char *
json_number(const char *p)
{
	size_t n;

	p += *p == '-';
	n = strspn(p, "0123456789");
	if (n == 0 || (n > 1 && *p == '0'))
		return NULL;
	return p + n;
}

/* An object or a list: what stands between ${open} and its end. */
static const char *
json_members(const char *p, bool object, int depth)
{
	char end = object ? '}' : ']';

	p = json_space(p + 1);
	if (*p == end)
		return p + 1;
	for (;;) {
		if (object) {
			p = json_string(json_space(p));
			p = p == NULL ? NULL : json_space(p);
			if (p == NULL || *p++ != ':')
				return NULL;
		}
		p = json_value(p, depth + 1);
		p = p == NULL ? NULL : json_space(p);
		if (p == NULL || (*p != ',' && *p != end))
			return NULL;
		if (*p++ == end)
			return p;
	}
}

static const char *
json_value(const char *p, int depth)
{
	static const char *const words[] = { "true", "false", "null" };
	size_t i;

	p = json_space(p);
	if (depth > DEPTH_MAX)
		return NULL;
	if (*p == '{' || *p == '[')
		return json_members(p, *p == '{', depth);
	if (*p == '"')
		return json_string(p);
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(p, words[i], strlen(words[i])) == 0)
			return p + strlen(words[i]);
	return json_number(p);
}

static int
check_json(void)
{
	char *line = NULL;
	const char *end;
	size_t size = 0;
	int lines = 0, bad = 0;

	while (getline(&line, &size, stdin) > 0) {
		line[strcspn(line, "\n")] = '\0';
		end = json_value(line, 0);
		lines++;
		if (end != NULL && *json_space(end) == '\0')
			continue;
		bad++;
		fprintf(stderr, "line %d is not JSON: %.200s\n", lines, line);
	}
	free(line);
	return lines > 0 && bad == 0 ? 0 : 1;
}

/* ---- lock ---------------------------------------------------------------- */

static int
hold_lock(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	int rc = 1;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) ==
		SQLITE_OK &&
	    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) ==
		SQLITE_OK &&
	    sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK) {
		printf("locked\n");
		fflush(stdout);
		while (getchar() != EOF)
			continue;
		rc = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK;
	}
	if (rc != 0)
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	sqlite3_close(db);
	return rc;
}

int
main(int argc, char **argv)
{
	if (argc >= 3 && strcmp(argv[1], "zip") == 0)
		return make_zip(argc - 2, argv + 2);
	if (argc == 6 && strcmp(argv[1], "edit") == 0)
		return edit_zip(argv + 2);
	if (argc == 2 && strcmp(argv[1], "json") == 0)
		return check_json();
	if ((argc == 3 || argc == 4) && strcmp(argv[1], "lock") == 0)
		return hold_lock(argv[2], argc == 4 ? argv[3] : "");
	fprintf(stderr, "usage: tool zip|edit|json|lock ...\n");
	return 2;
}
