#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The default templates share one graphic profile: fonts, styles, cells, pages,
# head and foot are the same bytes in each, and protokoll.fodt is where they
# are changed.  With KANSLI_PROFILE=write in the environment the others take
# its fonts and styles over.  Each template opens as XML, is installed, has its
# control names once and headings that skip no level.
set -u
cd "${srcdir:-.}" || exit 1
master=templates/protokoll.fodt
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
wrong=0

complain() {
	echo "$*"
	wrong=1
}

# part FILE FIRST LAST: the lines between two, as patterns.
part() {
	awk -v first="$2" -v last="$3" '
	    index($0, first) { inside = 1 }
	    inside { print }
	    index($0, last) { inside = 0 }' "$1"
}

# fonts and every named style
profile() {
	part "$1" '<office:font-face-decls>' '</office:styles>'
}

# cell FILE NAME: an automatic style, which office suites keep in each file.
automatic() {
	part "$1" "<style:style style:name=\"$2\"" '</style:style>'
}

# take_over FILE: the master's profile in place of its own.
take_over() {
	profile $master >"$work/profile"
	awk -v with="$work/profile" '
	    /<office:font-face-decls>/ {
		while ((getline line <with) > 0)
			print line
		skip = 1
	    }
	    !skip { print }
	    /<\/office:styles>/ { skip = 0 }' "$1" >"$work/new" &&
	    cat "$work/new" >"$1"
}

# The headings' levels in their order, the first 1.  Parts that exclude each
# other stand after each other, so a level may come back, not be skipped.
levels() {
	sed -n 's/.*<text:h [^>]*text:outline-level="\([0-9]*\)".*/\1/p' "$1" |
	    awk 'NR == 1 && $1 != 1 || $1 > last + 1 { exit 1 } { last = $1 }'
}

profile $master >"$work/master"
[ "$(wc -l <"$work/master")" -gt 150 ] || complain "$master has no profile"
for file in templates/*.fodt; do
	[ "${KANSLI_PROFILE:-}" != write ] || take_over "$file"
	profile "$file" | cmp -s "$work/master" - ||
	    complain "$file: its styles are not those of $master"
	for name in Huvudcell Cell Ruta_20_huvud Ruta Sidhuvudcell; do
		automatic "$file" $name >"$work/own"
		automatic $master $name >"$work/theirs"
		[ ! -s "$work/own" ] || cmp -s "$work/own" "$work/theirs" ||
		    complain "$file: the cells $name are not those of $master"
	done
	part "$file" '<style:page-layout style:name="A4">' \
	    '</style:page-layout>' >"$work/own"
	part $master '<style:page-layout style:name="A4">' \
	    '</style:page-layout>' | cmp -s - "$work/own" ||
	    complain "$file: its pages are not those of $master"
	grep -q "^	$file" templates/local.mk ||
	    complain "$file is not in templates/local.mk"
	sed -n 's/.*\(text:section text\|table:table table\):name="\([^"]*\)".*/\2/p' \
	    "$file" | sort | uniq -d >"$work/twice"
	[ ! -s "$work/twice" ] ||
	    complain "$file: names that stand twice: $(tr '\n' ' ' <"$work/twice")"
	levels "$file" || complain "$file: its headings skip a level"
	[ "$(grep -c '<draw:frame ' "$file")" -eq \
	    "$(grep -c '<draw:frame .*<svg:desc>[^<]' "$file")" ] ||
	    complain "$file: a picture has no description"
	[ -z "${XMLLINT:-}" ] || $XMLLINT --noout "$file" ||
	    complain "$file is not XML"
done
exit $wrong
