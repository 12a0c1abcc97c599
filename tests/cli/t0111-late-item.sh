#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# An item that is added after the summons is new; that its papers come later is
# another matter, and only said when it is so.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2010-11-16
meeting=TRN/2010-11-23

register 01 02 03-arenden-TRN 04
expect_ok kansli agenda build $meeting
expect_ok kansli agenda publish $meeting

# The supplementary agenda after publishing, as one line of text.
supplement() {
	expect_ok kansli agenda publish $meeting
	expect_ok kansli document $meeting supplementary-agenda \
	    --format text --to .
	tr -s '[:space:]' ' ' <TRN-2010-11-23-supplementary-agenda.txt >text
}

it 'tells of an item added after the summons, with its papers'
expect_ok kansli agenda add $meeting --title 'Svar till Ekholms cykelråd'
lacks out 'late: yes'
supplement
contains text 'Svar till Ekholms cykelråd'
lacks text 'Senare utskick'

it 'says that the papers come later when they do'
expect_ok kansli agenda add $meeting --title 'Remiss om hastigheter' --late
supplement
contains text 'Remiss om hastigheter Senare utskick.'
lacks text 'Svar till Ekholms cykelråd'

it 'tells of an item that has been taken off, once'
expect_ok kansli agenda remove $meeting 8
supplement
contains text 'Utgår ----- Punkt 8. Trafikolycksutvecklingen'
lacks text 'Nya ärenden'
expect_ok kansli agenda add $meeting --title 'En punkt till'
supplement
lacks text 'Utgår'

done_testing
