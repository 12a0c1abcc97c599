## hyphenation: words that the common dictionary divides wrongly, by language
nobase_dist_pkgdata_DATA += hyphenation/sv.txt
