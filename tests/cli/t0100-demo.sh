#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The demo from end to end: every document is there and sound, nothing secret
# is on the site, and doing it again gives the same bytes.
. "${srcdir:-.}/tests/cli/lib.sh"
builddir=${builddir:-$srcdir/build}
unset KANSLI_TODAY

have() {
	command -v "$1" >/dev/null
}

demo() {
	expect_ok sh "$ekholm/demo.sh" "$builddir" "$1"
}

# every_file CASE NAMES COMMAND...: the command accepts each of those files.
every_file() {
	it "$1"
	pattern=$2
	shift 2
	find demo -name "$pattern" | sort >files
	[ -s files ] || complain "there are no such files: $pattern"
	while read -r path; do
		"$@" "$path" >out 2>err || complain "$path" out err
	done <files
}

# words FILE...: their text, in one line.
words() {
	for path in "$@"; do
		case $path in
		*.pdf) pdftotext "$path" - ;;
		*) cat "$path" ;;
		esac
	done | tr -s '[:space:]' ' '
}

it 'goes through'
demo demo
contains out 'Ärenden registrerade'
contains out 'demo/site/index.html'
[ "$case_ok" = yes ] || done_testing

it 'makes every kind for every committee, as ODT and PDF'
for code in EXN TRN MHN SBN FSN SVN; do
	for kind in summons supplementary-agenda provisional-minutes minutes \
	    immediate-minutes extract notice certificate-of-posting \
	    acknowledgement dispatch-list attendance-list welcome-letter \
	    published-minutes voting-list dissent cover-letter address-labels \
	    delegation-list action-list; do
		for type in odt pdf; do
			set -- demo/documents/$code/$code-*-$kind*.$type
			exists "$1"
		done
	done
	exists demo/documents/$code/undertecknat/$code-*-minutes.pdf
	set -- demo/documents/$code/$code-*-legal-force-p*.pdf
	[ $code = SBN ] || exists "$1"
done
exists demo/documents/SBN/SBN-2011-09-29-simplified-service.pdf \
    demo/documents/TRN/TRN-2011-08-23-cancelled-meeting.pdf \
    demo/documents/TRN/TRN-2011-meeting-dates.pdf

it 'leaves a register that holds together'
expect_ok kansli check --db demo/kansli.db
expect_ok kansli list matters --json --db demo/kansli.db
[ "$(grep -o '"number"' out | wc -l)" -eq 127 ] ||
    complain 'there are not 127 matters'

it 'has the notices of the last meeting on the board'
expect_ok kansli notice list --db demo/kansli.db --today 2011-10-12 --json
[ "$(grep -o '"meeting":"SBN/2011-09-29"' out | wc -l)" -eq 2 ] ||
    complain 'the board is wrong' out
lacks out 'TRN/2010-11-23'

it 'dates what is signed no later than the signing'
if have pdftotext; then
	for path in demo/documents/TRN/undertecknat/*; do
		words "$path" >text
		lacks text 'den 2 december 2010'
	done
	words demo/documents/TRN/TRN-2010-11-23-minutes.pdf >text
	contains text 'torsdagen den 2 december 2010'
else
	echo '# skipped: there is no pdftotext'
fi

it 'publishes nothing secret'
if have pdftotext; then
	words demo/documents/EXN/EXN-*-minutes.pdf >text
	contains text 'Sandhagen'
	contains text 'tomträttsavgäld'
	contains text 'i uppdrag att överklaga domen'
	find demo/site -type f ! -name '*.png' >files
else
	find demo/site -type f ! -name '*.png' ! -name '*.pdf' >files
fi
while read -r path; do
	words "$path"
done <files >text
contains text 'Anmälan av dom'
contains text 'Kvarnbron. Brådskande reparation av lager'
lacks text 'Sandhagen'
lacks text 'tomträttsavgäld'
lacks text 'i uppdrag att överklaga domen'

if have qpdf; then
	every_file 'writes PDF that qpdf finds sound' '*.pdf' qpdf --check
fi
if have pdfinfo; then
	every_file 'writes PDF that poppler can read' '*.pdf' pdfinfo
fi

it 'writes PDF that everybody can read, now and later'
find demo -name '*.pdf' | sort >files
[ -s files ] || complain 'there are no PDF files'
xargs -n 40 "$KANSLI" pdf check <files >checks 2>err ||
    complain 'a file breaks a rule' checks err
[ "$(grep -c ': follows the rules' checks)" -eq "$(wc -l <files)" ] ||
    complain 'not every file was checked' err

if [ -n "${KANSLI_ODF_SCHEMA:-}" ] && have xmllint && have unzip; then
	it 'writes OpenDocument that follows the schema'
	set --
	for path in demo/documents/*/*.odt; do
		parts=parts/$(basename "$path" .odt)
		mkdir -p "$parts"
		unzip -q -d "$parts" "$path" ||
		    complain "$path cannot be unpacked"
		set -- "$@" "$parts/content.xml" "$parts/styles.xml" \
		    "$parts/meta.xml"
	done
	expect_ok xmllint --noout --relaxng "$KANSLI_ODF_SCHEMA" "$@"
else
	echo '# skipped: KANSLI_ODF_SCHEMA names no schema, or no xmllint, unzip'
fi

it 'gives the same bytes again'
mv demo first
demo demo
diff -r first/documents demo/documents >difference ||
    complain 'the documents differ' difference
diff -r first/site demo/site >difference || complain 'the site differs' difference

it 'says which command failed, and why'
mkdir broken
ln -s "$builddir/kansli" broken/kansli
expect_fail 1 sh "$ekholm/demo.sh" broken elsewhere
contains err 'demo:'
contains err 'kansli --today'

it 'refuses to start without a program'
expect_fail 2 sh "$ekholm/demo.sh" nowhere elsewhere

done_testing
