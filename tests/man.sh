#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The manual pages: each command and each option that the program knows is in a
# SYNOPSIS and the other way round, kansli.1 names every page, and mandoc finds
# nothing to warn about.
set -u
KANSLI_LANG=en
export KANSLI_LANG
program=${KANSLI:-build/kansli}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0
cd "${srcdir:-.}/doc/man" || exit 1

# "command --option" as the program has them; a command alone stands there too.
"$program" --help >"$work/help" || exit 1
sed -n 's/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p' "$work/help" >"$work/commands"
while read -r command; do
	echo "$command"
	# shellcheck disable=SC2086 # one or two words
	"$program" $command --help |
	    sed -n "s/^ *\(--[a-z-]*\).*/$command \1/p"
done <"$work/commands" >"$work/program"
{
	grep '^usage:' "$work/help" | grep -o -e '--[a-z]*'
	echo '--help'
	echo '--version'
} | sed 's/^/* /' >>"$work/program"

# The same as the pages have them.
awk '
/^\.Sh / {
	synopsis = $2 == "SYNOPSIS"
	next
}
!synopsis {
	next
}
$1 == ".Nm" {
	command = $3 == "" ? "*" : $3 ($4 == "" ? "" : " " $4)
	if (command != "*")
		print command
}
{
	for (i = 1; i < NF; i++)
		if ($i == "Fl" || $i == ".Fl")
			print command " -" $(i + 1)
}' kansli*.1 >"$work/pages"

sort -u "$work/program" >"$work/program.sorted"
sort -u "$work/pages" >"$work/pages.sorted"
if ! diff "$work/program.sorted" "$work/pages.sorted" >"$work/diff"; then
	echo "the program (<) and the pages' SYNOPSIS (>) differ:"
	cat "$work/diff"
	bad=1
fi
if [ "$(wc -l <"$work/commands")" -lt 20 ]; then
	echo "kansli --help names too few commands:"
	cat "$work/help"
	bad=1
fi

for page in kansli-*.[1-9]; do
	section=${page##*.}
	if ! grep -q "^\(.It \)\{0,1\}\.\{0,1\}Xr ${page%.*} $section" kansli.1
	then
		echo "kansli.1 does not name ${page%.*}($section)"
		bad=1
	fi
done

if ! command -v mandoc >"$work/which"; then
	[ $bad = 0 ] || exit 1
	echo "mandoc is not installed, so the pages were not linted"
	exit 77
fi
mandoc -Tlint -W warning kansli*.[1-9] || bad=1
exit $bad
