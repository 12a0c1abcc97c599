#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# LibreOffice opens a draft and saves it in its own way: nothing has been changed
# then, and a change is found as well as before.  With KANSLI_LONG alone, since
# LibreOffice takes seconds to start.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-11-30
meeting=KFN/2026-10-13

[ -n "${KANSLI_LONG:-}" ] || skip 'set KANSLI_LONG=1 to run LibreOffice'
command -v soffice >/dev/null || skip 'there is no LibreOffice (soffice)'

sed '/<justering /d; /<anslag /d; /<expediering /d; /<protokoll /d' \
    "$srcdir/tests/data/golden-meeting.xml" >open.xml
expect_ok kansli init
expect_ok kansli import open.xml

# save_again FILE: as LibreOffice saves it, in the folder saved.
save_again() {
	timeout 120 soffice "-env:UserInstallation=file://$work/profile" \
	    --headless --convert-to odt --outdir saved "$1" >out 2>err
	exists "saved/$1"
}

for kind in draft-minutes provisional-minutes; do
	it "finds nothing changed in $kind that LibreOffice has saved"
	expect_ok kansli document $meeting $kind --format odt
	save_again KFN-2026-10-13-$kind.odt
	remember
	expect_ok kansli document take saved/KFN-2026-10-13-$kind.odt
	contains out 'Nothing has been changed'
	unchanged
done

it 'takes a change from what LibreOffice has saved'
"$tool" edit KFN-2026-10-13-draft-minutes.odt content.xml \
    'prövat tre lägen' 'prövat fyra lägen'
save_again KFN-2026-10-13-draft-minutes.odt
expect_ok kansli document take saved/KFN-2026-10-13-draft-minutes.odt
contains out '§ 2, bakgrund'
contains out '+ Simhallen från 1968 är utsliten. Kontoret har prövat fyra lägen'
lines out 4

it 'names a change elsewhere in what LibreOffice has saved'
"$tool" edit KFN-2026-10-13-provisional-minutes.odt content.xml \
    Sessionssalen Festsalen
save_again KFN-2026-10-13-provisional-minutes.odt
refused 1 kansli document take saved/KFN-2026-10-13-provisional-minutes.odt
contains err 'Festsalen'
lines err 1

done_testing
