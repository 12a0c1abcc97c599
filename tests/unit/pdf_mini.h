/* SPDX-License-Identifier: EUPL-1.2
 *
 * A small PDF that follows every rule and has what our own writer does not
 * make: fields, notes, formulas, contents, layers, an embedded file.  The test
 * changes it one feature at a time.
 */
#ifndef TESTS_PDF_MINI_H
#define TESTS_PDF_MINI_H

/* Metadata; the test puts it into object 7. */
#define MINI_XMP                                                               \
	"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" \
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "                      \
	"xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"           \
	"<rdf:Description rdf:about=\"\" "                                     \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                       \
	"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "                          \
	"xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "                    \
	"xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "                  \
	"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "      \
	"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "            \
	"xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\" "        \
	"xmlns:pdfaType=\"http://www.aiim.org/pdfa/ns/type#\" "                \
	"xmlns:pdfaField=\"http://www.aiim.org/pdfa/ns/field#\" "              \
	"xmlns:k=\"http://kansli.example/ns/\">\n"                             \
	"<pdfaid:part>2</pdfaid:part>\n"                                       \
	"<pdfaid:conformance>A</pdfaid:conformance>\n"                         \
	"<pdfaid:amd>0</pdfaid:amd><pdfaid:corr>0</pdfaid:corr>\n"             \
	"<pdfuaid:part>1</pdfuaid:part>\n"                                     \
	"<pdfuaid:amd>0</pdfuaid:amd><pdfuaid:corr>0</pdfuaid:corr>\n"         \
	"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Prov</rdf:li>"      \
	"</rdf:Alt></dc:title>\n"                                              \
	"<dc:creator><rdf:Seq><rdf:li>Ekholm</rdf:li></rdf:Seq></dc:creator>"  \
	"<xmp:CreateDate>2026-11-17T10:00:00+01:00</xmp:CreateDate>\n"         \
	"<pdfaExtension:schemas><rdf:Bag>\n"                                   \
	"<rdf:li rdf:parseType=\"Resource\">\n"                                \
	"<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>\n"                      \
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"            \
	"</pdfaSchema:namespaceURI>\n"                                         \
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"                     \
	"<pdfaSchema:property><rdf:Seq>"                                       \
	"<rdf:li rdf:parseType=\"Resource\">"                                  \
	"<pdfaProperty:name>part</pdfaProperty:name>"                          \
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"             \
	"<pdfaProperty:category>internal</pdfaProperty:category>"              \
	"<pdfaProperty:description>Part</pdfaProperty:description>"            \
	"</rdf:li><rdf:li rdf:parseType=\"Resource\">"                         \
	"<pdfaProperty:name>amd</pdfaProperty:name>"                           \
	"<pdfaProperty:valueType>Text</pdfaProperty:valueType>"                \
	"<pdfaProperty:category>internal</pdfaProperty:category>"              \
	"<pdfaProperty:description>Amendment</pdfaProperty:description>"       \
	"</rdf:li><rdf:li rdf:parseType=\"Resource\">"                         \
	"<pdfaProperty:name>corr</pdfaProperty:name>"                          \
	"<pdfaProperty:valueType>Text</pdfaProperty:valueType>"                \
	"<pdfaProperty:category>internal</pdfaProperty:category>"              \
	"<pdfaProperty:description>Corrigenda</pdfaProperty:description>"      \
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"                          \
	"<pdfaSchema:valueType><rdf:Seq>"                                      \
	"<rdf:li rdf:parseType=\"Resource\">"                                  \
	"<pdfaType:type>Akt</pdfaType:type>"                                   \
	"<pdfaType:namespaceURI>http://kansli.example/ns/"                     \
	"</pdfaType:namespaceURI>"                                             \
	"<pdfaType:prefix>k</pdfaType:prefix>"                                 \
	"<pdfaType:description>A file</pdfaType:description>"                  \
	"<pdfaType:field><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"         \
	"<pdfaField:name>nr</pdfaField:name>"                                  \
	"<pdfaField:valueType>Text</pdfaField:valueType>"                      \
	"<pdfaField:description>Number</pdfaField:description>"                \
	"</rdf:li></rdf:Seq></pdfaType:field>"                                 \
	"</rdf:li></rdf:Seq></pdfaSchema:valueType>\n"                         \
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"                        \
	"</rdf:Description></rdf:RDF></x:xmpmeta>\n"                           \
	"<?xpacket end=\"r\"?>"

/* Structure elements below the document. */
#define MINI_ELEMS                                                             \
	"<</S/H1/P 6 0 R>><</S/H2/P 6 0 R>>\n"                                 \
	"<</S/Sect/P 6 0 R/K[<</S/H2/P 6 0 R>>]>>\n"                           \
	"<</S/Table/P 6 0 R/K[<</S/Caption/P 6 0 R>>\n"                        \
	"<</S/THead/P 6 0 R/K[<</S/TR/P 6 0 R/K["                              \
	"<</S/TH/P 6 0 R/A<</O/Table/Scope/Column>>>>"                         \
	"<</S/TH/P 6 0 R/A<</O/Table/Scope/Column>>>>]>>]>>\n"                 \
	"<</S/TBody/P 6 0 R/K["                                                \
	"<</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R/A<</O/Table/RowSpan 2>>>>"          \
	"<</S/TD/P 6 0 R>>]>>\n"                                               \
	"<</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R/B 2>>]>>"                           \
	"<</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R/A<</O/Table/ColSpan 2>>>>]>>"       \
	"]>>\n<</S/TFoot/P 6 0 R/K[<</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R>>"        \
	"<</S/TD/P 6 0 R>>]>>]>>]>>\n"                                         \
	"<</S/L/P 6 0 R/K[<</S/Caption/P 6 0 R>><</S/LI/P 6 0 R/K["            \
	"<</S/Lbl/P 6 0 R>><</S/LBody/P 6 0 R>>]>>]>>\n"                       \
	"<</S/TOC/P 6 0 R/K[<</S/Caption/P 6 0 R>><</S/TOCI/P 6 0 R>>]>>\n"    \
	"<</S/Note/P 6 0 R/ID(n1)>><</S/Note/P 6 0 R/ID(n2)>>\n"               \
	"<</S/Formula/P 6 0 R/Alt(E = mc2)/Lang(en-GB)>>\n"                    \
	"<</S/Figure/P 6 0 R/Alt(Vapen)>>\n"                                   \
	"<</S/Ruta/P 6 0 R/E(och s\\345 vidare)/ActualText(osv)>>\n"

/* Fonts: TrueType with and without an encoding, composite, Type 1.  Their
 * programs are objects 70 and on. */
#define MINI_FONTS                                                             \
	"40 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/Prov/FirstChar 65"   \
	"/LastChar 66/Widths[500 600]/Encoding/WinAnsiEncoding"                \
	"/FontDescriptor<</Type/FontDescriptor/FontName/Prov/Flags 32"         \
	"/FontFile2 70 0 R>>>>\nendobj\n"                                      \
	"41 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/Tecken/FirstChar 65" \
	"/LastChar 66/Widths[500 600]/ToUnicode 47 0 R"                        \
	"/FontDescriptor<</Type/FontDescriptor/FontName/Tecken/Flags 4"        \
	"/FontFile2 71 0 R>>>>\nendobj\n"                                      \
	"42 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Sammansatt"      \
	"/Encoding 46 0 R/DescendantFonts[44 0 R]/ToUnicode 47 0 R>>\nendobj\n" \
	"43 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Gammal"          \
	"/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor"                 \
	"<</Type/FontDescriptor/FontName/ABCDEF+Gammal/Flags 32/CharSet(/A/B)" \
	"/FontFile 73 0 R>>>>\nendobj\n"                                       \
	"44 0 obj\n<</Type/Font/Subtype/CIDFontType2"                          \
	"/BaseFont/ABCDEF+Sammansatt/DW 500/W[2 2 600]"                        \
	"/CIDSystemInfo<</Registry(Kansli)/Ordering(Prov)/Supplement 0>>"      \
	"/CIDToGIDMap/Identity/FontDescriptor<</Type/FontDescriptor"           \
	"/FontName/ABCDEF+Sammansatt/Flags 4/CIDSet 45 0 R/FontFile2 70 0 R"   \
	">>>>\nendobj\n"                                                       \
	"45 0 obj\n<</Length 1>>stream\n`\nendstream\nendobj\n"                          \
	"46 0 obj\n<</Type/CMap/CMapName/Egen/WMode 0/CIDSystemInfo"           \
	"<</Registry(Kansli)/Ordering(Prov)/Supplement 0>>>>stream\n"          \
	"/WMode 0 def\n1 begincodespacerange <0000> <FFFF> "                   \
	"endcodespacerange\n1 begincidrange <0041> <0042> 1 endcidrange\n"     \
	"endstream\nendobj\n"                                                  \
	"47 0 obj\n<<>>stream\n1 begincodespacerange <00> <FF> "               \
	"endcodespacerange\n1 beginbfrange <41> <42> <0041> endbfrange\n"      \
	"endstream\nendobj\n"

/* All objects but the streams 7, 8 and 20, which the test adds. */
#define MINI_OBJECTS                                                           \
	"1 0 obj\n<</Type/Catalog/Pages 2 0 R/Lang(sv)"                        \
	"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>" \
	"/StructTreeRoot 5 0 R/Metadata 7 0 R/AcroForm<</Fields[15 0 R]>>"     \
	"/Outlines 18 0 R"                                                     \
	"/OCProperties<</OCGs[19 0 R]/D<</Name(Alla)/Order[19 0 R]>>"          \
	"/Configs[<</Name(Andra)>>]>>"                                         \
	"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.pdf)"          \
	"/UF(a.pdf)/EF<</F 20 0 R>>>>]>>>>"                                    \
	"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"                      \
	"/OutputConditionIdentifier(sRGB)/DestOutputProfile 8 0 R>>]"          \
	">>\nendobj\n"                                                         \
	"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"               \
	"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"             \
	"/Resources<</XObject<</X0 17 0 R>>"                                   \
	"/Font<</F0 40 0 R/F1 41 0 R/F2 42 0 R/F3 43 0 R>>>>"                  \
	"/Contents 4 0 R/StructParents 0"                                      \
	"/Tabs/S/Annots[9 0 R 15 0 R 16 0 R]>>\nendobj\n"                      \
	"4 0 obj\n<<>>stream\n/P <</MCID 0>> BDC\n0 0 9 9 re f\n"              \
	"BT /F0 9 Tf (A) Tj /F1 9 Tf (A) Tj /F2 9 Tf <0041> Tj "               \
	"/F3 9 Tf (A) Tj ET\nEMC\n"                                            \
	"/Artifact BMC\n0 0 5 5 re f\n/X0 Do\nEMC\n\nendstream\nendobj\n"      \
	"5 0 obj\n<</Type/StructTreeRoot/K[6 0 R]/RoleMap<</Ruta/Div>>"        \
	"/ParentTree<</Nums[0[10 0 R]1 12 0 R 2 13 0 R 3 14 0 R]>>"            \
	">>\nendobj\n"                                                         \
	"6 0 obj\n<</Type/StructElem/S/Document/P 5 0 R/K["                    \
	"10 0 R 12 0 R 13 0 R 14 0 R\n" MINI_ELEMS "]>>\nendobj\n"             \
	"9 0 obj\n<</Type/Annot/Subtype/Link/Rect[10 10 20 20]/F 4"            \
	"/Contents(Till sidan)/StructParent 1"                                 \
	"/A<</S/URI/URI(http://ekholm.example)>>>>\nendobj\n"                  \
	"10 0 obj\n<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[0]>>\nendobj\n"   \
	"12 0 obj\n<</Type/StructElem/S/Link/P 6 0 R/K["                       \
	"<</Type/OBJR/Pg 3 0 R/Obj 9 0 R>>]>>\nendobj\n"                       \
	"13 0 obj\n<</Type/StructElem/S/Form/P 6 0 R/K["                       \
	"<</Type/OBJR/Pg 3 0 R/Obj 15 0 R>>]>>\nendobj\n"                      \
	"14 0 obj\n<</Type/StructElem/S/Annot/P 6 0 R/K["                      \
	"<</Type/OBJR/Pg 3 0 R/Obj 16 0 R>>]>>\nendobj\n"                      \
	"15 0 obj\n<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/TU(Ditt namn)"   \
	"/Rect[30 10 90 20]/F 4/StructParent 2/AP<</N 17 0 R>>>>\nendobj\n"    \
	"16 0 obj\n<</Type/Annot/Subtype/Text/Contents(En anm\\344rkning)"     \
	"/Rect[30 30 90 40]/F 4/StructParent 3/AP<</N 17 0 R>>>>\nendobj\n"    \
	"17 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]"                 \
	"/Resources<<>>>>stream\n0 0 9 9 re f\nendstream\nendobj\n"            \
	"18 0 obj\n<</Type/Outlines/First 21 0 R/Last 21 0 R/Count 1>>\n"      \
	"endobj\n"                                                             \
	"19 0 obj\n<</Type/OCG/Name(Lager)>>\nendobj\n"                        \
	"21 0 obj\n<</Title(Bokm\\344rke)/Parent 18 0 R/Dest[3 0 R/Fit]>>\n"   \
	"endobj\n"                                                             \
	"22 0 obj\n<</Title(Prov)/Author(Ekholm)"                              \
	"/CreationDate(D:20261117100000+01'00')/Unused<feff00e5>>>\nendobj\n"

#endif
