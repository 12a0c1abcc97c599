/* SPDX-License-Identifier: EUPL-1.2
 *
 * Checking PDF files against PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2), as far as a machine can.  Needs no register.  The file is not
 * trusted: it is read in a process of its own, with little memory and time and
 * no way to write.
 */
#ifndef KANSLI_PDF_H
#define KANSLI_PDF_H

#include <kansli/data.h>
#include <kansli/error.h>

/* The standards a check may be about. */
#define KL_PDF_UA 1u /* ISO 14289-1 */
#define KL_PDF_A 2u  /* ISO 19005-2, level A */

/* kl_pdf_check(checker, path, standards, translate, answer, err): have the program
 * ${checker} (kansli-pdf-check) check the file at
 * ${path} against ${standards} (KL_PDF_UA | KL_PDF_A).  ${answer} receives
 *   {"file","ok","faults","findings":[{"rule","also","page","object","text",
 *     "more"}]}
 * "ok" is true when no rule was broken, "faults" counts all broken places, a
 * finding names one place, "page" is 1 or more and left out where there is
 * none, "also" is the same rule's name in the other standard, and "more" is
 * on a rule's last finding: at how many places beyond those listed it was
 * broken.
 * A file that cannot be read is one finding with the rule "0".  ${translate}
 * maps an English sentence to the reader's language, or is NULL.  Returns 0;
 * KL_E_ENV if the file cannot be opened or no process started, KL_E_INPUT if
 * it is too large, KL_E_NOMEM.  The caller frees with kl_data_free. */
int kl_pdf_check(const char *checker, const char *path, unsigned standards,
    const char *(*translate)(const char *), struct kl_data **answer,
    struct kl_error *err);

#endif
