/* SPDX-License-Identifier: EUPL-1.2
 *
 * A dictionary read here divides words as libhyphen divides them that read it
 * itself.
 */
#include "config.h"

#include <ctype.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "layout/patterns.h"

#define DICTIONARIES "/usr/share/hyphen/"
#define WORD_MAX 90

static void
divide(HyphenDict *dict, const char *word, char marks[WORD_MAX + 8])
{
	char **spelling = NULL;
	int *pos = NULL, *cut = NULL, n = (int)strlen(word), i;

	memset(marks, 0, WORD_MAX + 8);
	assert_int_equal(hnj_hyphen_hyphenate2(
			     dict, word, n, marks, NULL, &spelling, &pos, &cut),
	    0);
	for (i = 0; spelling != NULL && i < n; i++) {
		if (spelling[i] != NULL)
			marks[i] = '=';
		free(spelling[i]);
	}
	free(spelling);
	free(pos);
	free(cut);
}

static void
same(HyphenDict *a, HyphenDict *b, const char *word)
{
	char ours[WORD_MAX + 8], theirs[WORD_MAX + 8];

	divide(a, word, ours);
	divide(b, word, theirs);
	assert_string_equal(ours, theirs);
}

/* The letters of each pattern are words enough, two and two as well. */
static void
compare(const char *path)
{
	char word[2 * WORD_MAX] = "";
	struct patterns *p;
	struct buf text;
	HyphenDict *theirs;
	size_t i, n = 0, before = 0, words = 0;

	assert_int_equal(file_read(path, 8 << 20, &text, NULL), 0);
	assert_int_equal(patterns_read(path, &text, &p), 0);
	assert_non_null(p);
	assert_non_null(theirs = hnj_hyphen_load(path));
	for (i = 0; i < text.len; i++) {
		if (n < WORD_MAX / 2 && text.data[i] != '.' &&
		    !isdigit((unsigned char)text.data[i]) &&
		    !isspace((unsigned char)text.data[i]))
			word[before + n++] = text.data[i];
		if (text.data[i] != '\n' || n == 0)
			continue;
		word[before + n] = '\0';
		same(patterns_dict(p), theirs, word);
		same(patterns_dict(p), theirs, word + before);
		memmove(word, word + before, n);
		before = n;
		n = 0;
		words++;
	}
	assert_true(words > 0);
	hnj_hyphen_free(theirs);
	patterns_free(p);
	buf_free(&text);
}

static void
test_installed(void **state)
{
	(void)state;
	compare(DICTIONARIES "hyph_sv_SE.dic");
}

/* Write a dictionary of its own, and compare. */
static void
compare_text(const char *text)
{
	char path[] = "patterns.XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(file_write(path, text, strlen(text), NULL), 0);
	compare(path);
	unlink(path);
}

static void
test_made(void **state)
{
	(void)state;
	compare_text("ISO8859-1\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n"
		     "a1b\r\n%a comment\n1ba\n.ab3c\n2c1d.\n4\nabc0d\n"
		     "a1be2\nbcdea1\ndea2b3c1d\nzz\nhalt-och-mat\nNOHYPHEN d\n"
		     "8la9st");
	compare_text("UTF-8\nLEFTHYPHENMIN 2\nCOMPOUNDLEFTHYPHENMIN 3\n"
		     "å1ä\n2ö1å\nbl\xc3\xa5 1\nÅ3Ä5\nn1d\xc3\xb6\n");
	compare_text("UTF-8\n");
}

/* What changes the spelling or has levels is libhyphen's to read. */
static void
test_more_than_patterns(void **state)
{
	(void)state;
	compare_text("ISO8859-1\nl1l/ll=l,1,2\na1b\ntill1l\nfulla\n");
	compare_text("UTF-8\na1b\nabba\nNEXTLEVEL\nb1a\nbabab\n");
	compare_text("a long name of an encoding1b\na1b\nabba\n");
	compare_text("UTF-8\na1b\nabba\n"
		     "x1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
		     "b1a\n");
}

static void
test_none(void **state)
{
	struct patterns *p;
	struct buf text;

	(void)state;
	buf_init(&text, 8);
	assert_int_equal(patterns_read("/nonexistent", &text, &p), 0);
	assert_null(p);
	buf_free(&text);
	patterns_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_installed),
		cmocka_unit_test(test_made),
		cmocka_unit_test(test_more_than_patterns),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
