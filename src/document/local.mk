## document: the tree, and it as HTML and text
libkansli_a_SOURCES += \
	src/document/document.c src/document/document.h
