#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Each fuzzer over the fixtures: whole, cut short and with bytes changed.
set -u
here=${builddir:-.}/tests/fuzz
"$here/replay_exchange" "$srcdir/tests/data/exchange-example.xml" \
    "$srcdir/tests/data/litet.xml" || exit 1
"$here/replay_csv" "$srcdir/fixtures/ekholm/personer.csv" \
    "$srcdir/fixtures/ekholm/arenden.csv" || exit 1
"$here/replay_odf" "$srcdir/templates/anslag.fodt" \
    "$srcdir/tests/fidelity/docs/figurer.fodt" \
    "${builddir:-.}"/fixtures/ekholm/rapporter/svn-sen-stadning.odt || exit 1
"$here/replay_fill" "$srcdir/tests/fuzz/corpus/mall.fodt" \
    "$srcdir/templates/anslag.fodt" "$srcdir/templates/kallelse.fodt" || exit 1
"$here/replay_ical" "$srcdir/tests/fuzz/corpus/junk.ics" || exit 1
"$here/replay_path" "$srcdir/tests/fuzz/corpus/paths.txt" || exit 1
"$here/replay_pdf" "$srcdir/tests/data/pdf/forms.pdf" \
    "${builddir:-.}"/fixtures/ekholm/rapporter/trn-14-bilaga-1.pdf || exit 1
