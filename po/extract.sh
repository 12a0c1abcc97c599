#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# extract.sh POT: every sentence of the sources that can be translated, into
# the file POT.  srcdir and XGETTEXT are taken from the environment.
set -eu
case $1 in
/*) pot=$1 ;;
*) pot=$PWD/$1 ;;
esac
cd "${srcdir:-.}"
find src include -name '*.[ch]' | LC_ALL=C sort |
    "${XGETTEXT:-xgettext}" --files-from=- --from-code=UTF-8 --language=C \
	--keyword --keyword=_ --keyword=N_ --keyword=KL_N_ \
	--add-comments=TRANSLATORS --no-wrap --package-name=kansli \
	--msgid-bugs-address=none --output="$pot"
