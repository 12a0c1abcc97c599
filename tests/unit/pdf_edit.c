/* SPDX-License-Identifier: EUPL-1.2
 *
 * Changed PDF files for tests, with qpdf.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>

#include "pdf_edit.h"

#define MAX ((size_t)64 << 20)

bool
edit_bytes(struct buf *b, const struct edit *edits)
{
	struct buf out;
	const char *at;

	for (; edits->find != NULL; edits++) {
		at = memmem(b->data, b->len, edits->find, strlen(edits->find));
		if (at == NULL) {
			print_error("there is no: %s\n", edits->find);
			return false;
		}
		buf_init(&out, MAX);
		buf_put(&out, b->data, (size_t)(at - b->data));
		buf_puts(&out, edits->put);
		at += strlen(edits->find);
		buf_put(&out, at, b->len - (size_t)(at - b->data));
		assert_false(buf_failed(&out));
		buf_free(b);
		*b = out;
	}
	return true;
}

static qpdf_data
open_file(const struct buf *in)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "test", in->data, in->len, NULL) & QPDF_ERRORS)
		fail_msg("%s", qpdf_get_error_full_text(q, qpdf_get_error(q)));
	qpdf_init_write_memory(q);
	qpdf_set_object_stream_mode(q, qpdf_o_disable);
	qpdf_set_static_ID(q, QPDF_TRUE);
	return q;
}

static void
write_file(qpdf_data q, struct buf *out)
{
	if (qpdf_write(q) & QPDF_ERRORS)
		fail_msg("%s", qpdf_get_error_full_text(q, qpdf_get_error(q)));
	buf_init(out, MAX);
	buf_put(out, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
	qpdf_cleanup(&q);
}

void
edit_readable(const struct buf *in, struct buf *out)
{
	qpdf_data q = open_file(in);

	qpdf_set_qdf_mode(q, QPDF_TRUE);
	qpdf_set_suppress_original_object_IDs(q, QPDF_TRUE);
	write_file(q, out);
}

void
edit_rewrite(const struct buf *in, struct buf *out)
{
	qpdf_data q = open_file(in);

	qpdf_set_stream_data_mode(q, qpdf_s_preserve);
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	write_file(q, out);
}

void
edit_encrypt(const struct buf *in, bool access, struct buf *out)
{
	qpdf_data q = open_file(in);

	qpdf_set_r3_encryption_parameters_insecure(q, "", "owner", access,
	    QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
	    qpdf_r3p_full);
	write_file(q, out);
}
