#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The same document in kansli and in LibreOffice: the same text, the same
# tables, headings on the same pages.  Compared are the documents in docs/, one
# for each thing that layout can do, and the documents of the demo: one
# committee's, or with KANSLI_LONG=1 all committees'.
#
# The renderings stay in $builddir/fidelity, to be looked at side by side.
set -u
here=$srcdir/tests/fidelity
tool=$builddir/tests/fidelity/fidelity
for need in soffice pdftotext pdfinfo; do
	command -v $need >/dev/null 2>&1 || {
		echo "there is no $need here, so nothing was compared with" \
		    "LibreOffice"
		exit 77
	}
done
work=$builddir/fidelity
rm -rf "$work"
mkdir -p "$work/odt" "$work/ours" "$work/theirs" || exit 1

sh "$srcdir/fixtures/ekholm/demo.sh" "$builddir" "$work/demo" \
    >"$work/demo.log" 2>&1 || {
	tail -n 5 "$work/demo.log"
	exit 1
}
set -- "$work/demo/documents/TRN"
[ "${KANSLI_LONG:-0}" = 0 ] || set -- "$work"/demo/documents/*
for folder; do
	cp "$folder"/*.odt "$work/odt/"
done
for file in "$here"/docs/*.fodt; do
	[ ! -f "$file" ] || cp "$file" "$work/odt/"
done

# A profile of its own: the user's may be open, and may say anything.
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to \
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' \
    --outdir "$work/theirs" "$work"/odt/* >"$work/soffice.log" 2>&1 || {
	tail -n 5 "$work/soffice.log"
	exit 1
}

# read_out NAME: the words with their places, and the structure.
read_out() {
	pdftotext -bbox "$1.pdf" - | sed 's/<!DOCTYPE[^>]*>//' >"$1.words" &&
	    pdfinfo -struct-text "$1.pdf" >"$1.tags" 2>"$1.log"
}

compared=0 differ=0
for file in "$work"/odt/*; do
	name=$(basename "$file")
	name=${name%.*}
	compared=$((compared + 1))
	"$tool" render "$file" "$work/ours/$name.pdf" &&
	    read_out "$work/ours/$name" && read_out "$work/theirs/$name" &&
	    said=$("$tool" compare "$file" "$work/ours/$name" \
	        "$work/theirs/$name")
	status=$?
	echo "$name: $said"
	[ $status = 0 ] || differ=$((differ + 1))
done
echo "$compared documents compared with LibreOffice, $differ differ"
[ "$compared" -gt 0 ] && [ $differ = 0 ]
