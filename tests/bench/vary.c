/* SPDX-License-Identifier: EUPL-1.2
 *
 * A planner's instance that can be planned in, one that cannot out:
 *
 *	vary INSTANCE VARIETY >OUT
 *	vary			names the varieties
 *
 * Exit status: 0 done, 1 it could not be, 2 usage.
 */
#include "config.h"

#include <stdio.h>

#include "../unit/plan_vary.h"
#include "plan/instance.h"

static int
list(void)
{
	const struct vary *v;

	for (v = plan_varieties; v->name != NULL; v++)
		printf("%s\t%s\n", v->name, v->what);
	return 0;
}

static int
complain(const struct kl_error *err)
{
	char text[500];

	kl_error_format(err, NULL, text, sizeof text);
	fprintf(stderr, "vary: %s:%d: %s\n", err->file, err->line, text);
	return 1;
}

int
main(int argc, char **argv)
{
	struct plan_model m = { 0 };
	struct kl_error err;
	struct buf out;
	int rc = 1;

	if (argc == 1)
		return list();
	if (argc != 3) {
		fputs("usage: vary INSTANCE VARIETY\n", stderr);
		return 2;
	}
	if (instance_read(argv[1], &m, &err) != 0)
		return complain(&err);
	buf_init(&out, (size_t)512 << 20);
	if (!plan_vary(&m, argv[2]))
		fprintf(stderr, "vary: there is no variety %s\n", argv[2]);
	else if (plan_model_finish(&m, &err) != 0)
		complain(&err);
	else if (!instance_write(&m, &out) || buf_failed(&out))
		fputs("vary: it cannot be written\n", stderr);
	else
		rc = fwrite(out.data, 1, out.len, stdout) != out.len;
	buf_free(&out);
	instance_free(&m);
	return rc;
}
