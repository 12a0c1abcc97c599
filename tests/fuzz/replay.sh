#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Each fuzzer over the fixtures: whole, cut short and with bytes changed.
set -u
replay=${builddir:-.}/tests/fuzz/replay
corpus=$srcdir/tests/fuzz/corpus
made=${builddir:-.}/fixtures/ekholm/rapporter

"$replay" exchange "$srcdir/tests/data/exchange-example.xml" \
    "$srcdir/tests/data/litet.xml" || exit 1
"$replay" csv "$srcdir/fixtures/ekholm/personer.csv" \
    "$srcdir/fixtures/ekholm/arenden.csv" || exit 1
"$replay" odf "$srcdir/templates/anslag.fodt" \
    "$srcdir/tests/fidelity/docs/figurer.fodt" "$made/svn-sen-stadning.odt" ||
    exit 1
"$replay" fill "$corpus/mall.fodt" "$srcdir/templates/anslag.fodt" \
    "$srcdir/templates/kallelse.fodt" || exit 1
"$replay" enter "$corpus/lines.txt" || exit 1
"$replay" ical "$corpus/junk.ics" "$corpus/never.ics" || exit 1
"$replay" path "$corpus/paths.txt" || exit 1
"$replay" pdf "$srcdir/tests/data/pdf/forms.pdf" "$made/trn-14-bilaga-1.pdf" ||
    exit 1
"$replay" phrases "$srcdir/templates/phrases/protokoll.xml" || exit 1
"$replay" instance "$corpus/instance.txt" "$corpus/instance.txt.gz" || exit 1
"$replay" plan "$corpus/plan.txt" || exit 1
"$replay" year "$corpus/year.csv" "$corpus/year.ics" "$corpus/year.xml" ||
    exit 1
