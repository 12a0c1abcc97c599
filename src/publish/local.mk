## publish
