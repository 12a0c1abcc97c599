#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# What may be written only in certain rooms, or nowhere: SQL, HTML, calls that
# print, exit, read the clock or the environment, and unbounded string calls.
# Comments are not looked at.
set -u
cd "${srcdir:-.}" || exit 1

# What to look at (code without strings, or strings), a regular expression,
# where it may stand (a regular expression on paths, - for nowhere), and why.
rules() {
	sed 's/^	*//' <<-'END'
	code	(^|[^a-z_])(strcpy|strcat|sprintf|vsprintf|strtok|gets) *[(]	-	has no bound
	code	(^|[^a-z_])(gmtime|localtime|asctime|ctime) *[(]	-	is not reentrant
	code	(^|[^a-z_])(v?f?printf|puts|putchar|fputs|perror) *[(]	^src/(cli|web)/	the library never prints
	code	(^|[^a-z_])(exit|_exit|abort) *[(]	^src/((cli|web)/|base/pool[.]c$|pdf/(checker|check_run)[.]c$)	the library never exits
	code	(^|[^a-z_])(time|clock_gettime|gettimeofday) *[(]	^src/(cli/|web/|store/open[.]c$)	today is handed in
	code	(^|[^a-z_])(secure_)?getenv *[(]	^src/(cli/|web/|base/mem[.]c$)	the environment is handed in
	code	(^|[^a-z_])(setlocale|gettext|dgettext) *[(]	^src/(cli|web)/	the language is handed in
	code	(^|[^a-z_])(malloc|calloc|realloc|strdup|strndup) *[(]	^src/(base/|cli/heap[.]c$)	memory comes from base/mem.h
	code	(^|[^a-z_])(system|popen|exec[lv]p?e?) *[(]	^src/pdf/check_run[.]c$	starts a shell or a program
	code	(^|[^a-z_])xml(ReadFile|ReadMemory|ReadDoc|ParseFile|ParseMemory|CtxtRead[A-Za-z]*) *[(]	^src/base/xml[.]c$	XML arrives through base/xml.h
	string	(^|[^A-Za-z])(SELECT [^ ].* FROM |INSERT (OR [A-Z]* )?INTO |DELETE FROM |UPDATE [a-z_]* SET |CREATE (TABLE|INDEX|TRIGGER|VIEW)|PRAGMA )	^src/store/	SQL belongs to store
	string	</?(html|head|body|div|span|p|h[1-6]|ul|ol|li|table|tr|td|th|a|br|img|form|input)[ >/]	-	HTML is not written in C strings
	END
}

{ rules | sed 's/^/rule	/' && find src -name '*.[ch]' | sort |
    sed 's/^/file	/'; } | awk -F '\t' '
$1 == "rule" {
	n++
	what[n] = $2
	re[n] = $3
	where[n] = $4
	why[n] = $5
	next
}
{
	look($2)
	files++
}

# Takes a file apart: code with empty strings, and the strings.
function look(file,   line, nr, comment, code, strings, c, i, quote) {
	comment = 0
	while ((getline line < file) > 0) {
		nr++
		code = strings = quote = ""
		for (i = 1; i <= length(line); i++) {
			c = substr(line, i, 1)
			if (comment) {
				if (c == "*" && substr(line, i + 1, 1) == "/") {
					comment = 0
					i++
				}
			} else if (quote != "") {
				if (c == "\\") {
					strings = strings substr(line, i++, 2)
				} else if (c == quote) {
					quote = ""
					code = code c
				} else {
					strings = strings c
				}
			} else if (c == "\"" || c == "\047") {
				quote = c
				code = code c
			} else if (c == "/" && substr(line, i + 1, 1) == "*") {
				comment = 1
				i++
			} else if (c == "/" && substr(line, i + 1, 1) == "/") {
				break
			} else {
				code = code c
			}
		}
		judge(file, nr, code, strings)
	}
	close(file)
}

function judge(file, nr, code, strings,   i) {
	for (i = 1; i <= n; i++) {
		if ((what[i] == "code" ? code : strings) !~ re[i])
			continue
		if (where[i] != "-" && file ~ where[i])
			continue
		print file ":" nr ": " why[i]
		bad++
	}
}
END {
	print n " rules, " files + 0 " files, " bad + 0 " breaches"
	exit bad > 0 || files < 50 || n < 10
}'
