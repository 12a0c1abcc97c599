/* SPDX-License-Identifier: EUPL-1.2
 *
 * The table that Outlook imports: commas between the cells and every cell in
 * quotes.  The English headings are those of Outlook itself; an Outlook in
 * another language takes them, too, once they have been paired with its fields.
 */
#include "config.h"

#include <string.h>

#include "calendar/outlook.h"

static const struct {
	const char *heading, *yes, *no;
} words[] = {
	[OUTLOOK_ENGLISH] = { "\"Subject\",\"Start Date\",\"Start Time\","
			      "\"End Date\",\"End Time\",\"All day event\","
			      "\"Categories\",\"Location\","
			      "\"Description\"\r\n",
	    "True", "False" },
	[OUTLOOK_SWEDISH] = { "\"Ämne\",\"Startdatum\",\"Starttid\","
			      "\"Slutdatum\",\"Sluttid\",\"Heldagshändelse\","
			      "\"Kategorier\",\"Plats\",\"Beskrivning\"\r\n",
	    "Sant", "Falskt" },
};

/* Write ${text} (NULL: nothing) as a cell.  What a spreadsheet would take for
 * a formula gets an apostrophe first. */
static void
put_cell(struct buf *out, const char *text, char after)
{
	buf_putc(out, '"');
	if (text != NULL) {
		if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
			buf_putc(out, '\'');
		for (; *text != '\0'; text++) {
			if (*text == '"')
				buf_putc(out, '"');
			buf_putc(out, *text);
		}
	}
	buf_putc(out, '"');
	if (after == '\n')
		buf_puts(out, "\r\n");
	else
		buf_putc(out, after);
}

static void
put_clock(struct buf *out, const char *clock)
{
	char text[] = "00:00:00";

	if (clock != NULL)
		memcpy(text, clock, 5);
	put_cell(out, clock == NULL ? NULL : text, ',');
}

static void
put_event(
    struct buf *out, const struct ical_event *e, enum outlook_words language)
{
	char date[11];

	put_cell(out, e->summary, ',');
	put_cell(out, kl_day_format(e->day, date), ',');
	put_clock(out, e->start);
	put_cell(out, kl_day_format(ical_last_day(e), date), ',');
	put_clock(out, e->end != NULL ? e->end : e->start);
	put_cell(out,
	    e->start == NULL ? words[language].yes : words[language].no, ',');
	put_cell(out, e->category, ',');
	put_cell(out, e->location, ',');
	put_cell(out, e->description, '\n');
}

int
outlook_write(const struct ical_event *v, size_t n, enum outlook_words language,
    struct buf *out, struct kl_error *err)
{
	size_t i;
	int rc = ical_check(v, n, err);

	if (rc != 0)
		return rc;
	buf_puts(out, "\xef\xbb\xbf");
	buf_puts(out, words[language].heading);
	for (i = 0; i < n; i++)
		if (!v[i].cancelled)
			put_event(out, &v[i], language);
	return buf_failed(out) ? kl_error_nomem(err) : 0;
}
