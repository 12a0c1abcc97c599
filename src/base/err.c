/* SPDX-License-Identifier: EUPL-1.2
 *
 * Errors as data: arguments are stringified when the error is set and put into
 * the (perhaps translated) sentence when it is shown.
 */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <kansli/error.h>

/* Append one stringified argument. */
static void
arg_add(struct kl_error *err, size_t *used, const char *s)
{
	size_t left = sizeof err->args - *used;
	size_t n = strlen(s);

	if (err->nargs == KL_ERROR_MAX_ARGS || left < 2)
		return;
	if (n > left - 1)
		n = left - 1;
	memcpy(err->args + *used, s, n);
	err->args[*used + n] = '\0';
	*used += n + 1;
	err->nargs++;
}

/* Stringify the argument of the conversion at ${p} (after the %); returns the
 * first byte after the conversion. */
static const char *
arg_take(struct kl_error *err, size_t *used, const char *p, va_list *ap)
{
	char num[32];
	const char *s;
	int longs = 0, size = 0;

	for (; *p == 'l'; p++)
		longs++;
	if (*p == 'z') {
		size = 1;
		p++;
	}
	switch (*p) {
	case 's':
		s = va_arg(*ap, const char *);
		arg_add(err, used, s == NULL ? "" : s);
		break;
	case 'c':
		num[0] = (char)va_arg(*ap, int);
		num[1] = '\0';
		arg_add(err, used, num);
		break;
	case 'd':
		snprintf(num, sizeof num, "%lld",
		    longs > 1	     ? va_arg(*ap, long long)
			: longs == 1 ? (long long)va_arg(*ap, long)
				     : (long long)va_arg(*ap, int));
		arg_add(err, used, num);
		break;
	case 'u':
		snprintf(num, sizeof num, "%llu",
		    size	     ? (unsigned long long)va_arg(*ap, size_t)
			: longs > 1  ? va_arg(*ap, unsigned long long)
			: longs == 1 ? (unsigned long long)va_arg(*ap,
					   unsigned long)
				     : (unsigned long long)va_arg(
					   *ap, unsigned int));
		arg_add(err, used, num);
		break;
	default:
		break;
	}
	return *p == '\0' ? p : p + 1;
}

int
kl_error_set(struct kl_error *err, int code, const char *fmt, ...)
{
	size_t used = 0;
	const char *p;
	va_list ap;

	if (err == NULL)
		return code;
	memset(err, 0, sizeof *err);
	err->code = code;
	err->text = fmt;
	va_start(ap, fmt);
	for (p = fmt; (p = strchr(p, '%')) != NULL;) {
		p++;
		if (*p == '%')
			p++;
		else
			p = arg_take(err, &used, p, &ap);
	}
	va_end(ap);
	return code;
}

static void
copy_cut(char *dst, size_t size, const char *src)
{
	size_t n;

	if (src == NULL)
		return;
	n = strlen(src);
	if (n > size - 1) {
		n = size - 1;
		/* never leave half a UTF-8 sequence */
		while (n > 0 && ((unsigned char)src[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(dst, src, n);
	dst[n] = '\0';
}

void
kl_error_where(
    struct kl_error *err, const char *file, int line, const char *field)
{
	if (err == NULL)
		return;
	copy_cut(err->file, sizeof err->file, file);
	copy_cut(err->field, sizeof err->field, field);
	if (line > 0)
		err->line = line;
}

void
kl_error_statute(struct kl_error *err, const char *statute)
{
	if (err != NULL)
		copy_cut(err->statute, sizeof err->statute, statute);
}

int
kl_error_nomem(struct kl_error *err)
{
	return kl_error_set(err, KL_E_NOMEM,
	    KL_N_("There is not enough memory. Nothing was changed."));
}

/* Argument ${i} from 0, or "". */
static const char *
arg_at(const struct kl_error *err, size_t i)
{
	const char *p = err->args;

	if (i >= err->nargs)
		return "";
	while (i-- > 0)
		p += strlen(p) + 1;
	return p;
}

struct out {
	char *p;
	size_t left;
};

static void
out_put(struct out *o, const char *s, size_t n)
{
	if (n > o->left)
		n = o->left;
	memcpy(o->p, s, n);
	o->p += n;
	o->left -= n;
}

/* Put the conversion at ${p} (after the %) and return what follows it. */
static const char *
out_conversion(
    struct out *o, const struct kl_error *err, const char *p, size_t *next)
{
	const char *arg;
	size_t i;

	if (*p == '%') {
		out_put(o, "%", 1);
		return p + 1;
	}
	if (*p >= '1' && *p <= '9' && p[1] == '$') {
		i = (size_t)(*p - '1');
		p += 2;
	} else {
		i = (*next)++;
	}
	arg = arg_at(err, i);
	out_put(o, arg, strlen(arg));
	while (*p == 'l' || *p == 'z')
		p++;
	return *p == '\0' ? p : p + 1;
}

void
kl_error_format(const struct kl_error *err,
    const char *(*translate)(const char *), char *out, size_t size)
{
	struct out o = { out, size - 1 };
	const char *p, *q;
	size_t next = 0;

	if (size == 0)
		return;
	p = err->text == NULL ? "" : err->text;
	if (translate != NULL && *p != '\0')
		p = translate(p);
	while ((q = strchr(p, '%')) != NULL) {
		out_put(&o, p, (size_t)(q - p));
		p = out_conversion(&o, err, q + 1, &next);
	}
	out_put(&o, p, strlen(p));
	*o.p = '\0';
}

int
kl_faults_add(struct kl_faults *faults, const struct kl_error *err)
{
	if (faults->n < KL_FAULTS_MAX)
		faults->v[faults->n++] = *err;
	faults->total++;
	return err->code;
}
