# SPDX-License-Identifier: EUPL-1.2
#
# Makes C of the SQL files.  A numbered file (0001.sql) is a migration, split at
# blank lines; every other file holds named statements ("-- name: x").
# awk -v what=h|c -f embed.awk FILES

function flush_statement() {
	if (name != "")
		statement[++count] = name SUBSEP text
	name = text = ""
}

function flush_step() {
	if (text != "")
		step[++steps] = version SUBSEP text
	text = ""
}

function add(line) {
	sub(/[ \t]*--.*$/, "", line)
	sub(/^[ \t]+/, "", line)
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	if (line != "")
		text = text "\n\t    \"" line "\\n\""
}

FNR == 1 {
	if (migration)
		flush_step()
	else
		flush_statement()
	file = FILENAME
	sub(/.*\//, "", file)
	migration = file ~ /^[0-9]+\.sql$/
	if (migration) {
		version = file + 0
		versions = version > versions ? version : versions
	}
}

migration && /^[ \t]*$/ { flush_step(); next }
migration { add($0); next }
/^-- name: / { flush_statement(); name = $3; next }
name != "" { add($0) }

END {
	if (migration)
		flush_step()
	else
		flush_statement()
	print "/* Made by embed.awk of the SQL files beside it; do not edit. */"
	if (what == "h") {
		print "#ifndef STORE_SQL_H\n#define STORE_SQL_H\n"
		print "#define SQL_SCHEMA_VERSION " versions " /* of the schema */\n"
		print "enum sql {\n\tSQL_NONE,"
		for (i = 1; i <= count; i++) {
			split(statement[i], part, SUBSEP)
			print "\tSQL_" toupper(part[1]) ","
		}
		print "\tSQL_COUNT\n};\n"
		print "struct sql_text {\n\tconst char *name, *text;\n};\n"
		print "struct sql_step {\n\tint version;\n\tconst char *text;\n};\n"
		print "extern const struct sql_text sql_texts[SQL_COUNT];"
		print "/* ended by version 0 */"
		print "extern const struct sql_step sql_steps[];\n\n#endif"
		exit
	}
	print "#include \"config.h\"\n\n#include <stddef.h>\n"
	print "#include \"store/sql.h\"\n"
	print "const struct sql_text sql_texts[SQL_COUNT] = {"
	for (i = 1; i <= count; i++) {
		split(statement[i], part, SUBSEP)
		print "\t[SQL_" toupper(part[1]) "] = { \"" part[1] "\"," part[2] " },"
	}
	print "};\n\nconst struct sql_step sql_steps[] = {"
	for (i = 1; i <= steps; i++) {
		split(step[i], part, SUBSEP)
		print "\t{ " part[1] "," part[2] " },"
	}
	print "\t{ 0, NULL }\n};"
}
