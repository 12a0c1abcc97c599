#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The Swedish catalogue has every sentence of the sources, translated, with the
# same conversions, and nothing else.
set -u
srcdir=${srcdir:-.}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

for tool in xgettext msgmerge msgfmt msgattrib; do
	command -v $tool >"$work/which" && continue
	echo "$tool is not installed (package gettext)"
	exit 77
done

# complain WHAT FILE: name the messages of FILE, if there are any.
complain() {
	n=$(grep -c '^msgid' "$2")
	[ "$n" -gt 1 ] || return # the first is the header
	echo "$((n - 1)) sentences are $1, among them:"
	sed -n 's/^msgid "\(..*\)"$/  \1/p' "$2" | head -n 20
	bad=1
}

sh "$srcdir/po/extract.sh" "$work/kansli.pot" || exit 1
found=$(grep -c '^msgid' "$work/kansli.pot")
if [ "$found" -lt 100 ]; then
	echo "only $found sentences were found in the sources"
	exit 1
fi
if ! grep -q '^msgid "..*"' "$srcdir/po/sv.po"; then
	echo "po/sv.po has no translations yet ($found sentences)"
	exit 77
fi
# What the sources no longer have becomes obsolete, what is new untranslated,
# and each message gets the conversions of the sources to be held against.
msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$work/sv.po" \
    "$srcdir/po/sv.po" "$work/kansli.pot" || exit 1
msgfmt --check -o "$work/kansli.mo" "$work/sv.po" || bad=1
for what in untranslated only-fuzzy only-obsolete; do
	echo 'msgid ""' >"$work/part"
	msgattrib --$what --no-wrap "$work/sv.po" |
	    sed 's/^#~ //; /^msgid ""$/d' >>"$work/part"
	complain "$what (make update-po)" "$work/part"
done
msgfmt --statistics -o "$work/kansli.mo" "$work/sv.po"
exit $bad
