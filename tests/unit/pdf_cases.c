/* SPDX-License-Identifier: EUPL-1.2
 *
 * One row for each rule: the change that takes one feature away.
 */
#include "config.h"

#include "pdf_cases.h"

#define END                                                                    \
	{                                                                      \
		NULL, NULL                                                     \
	}

const struct pdf_case cases_of_ours[] = {
	{ "", { END } },
	{ "6.2-1", { { "/Marked true", "/Marked false" }, END } },
	{ "7.1-4", { { "/Marked true", "/Marked true /Suspects true" }, END } },
	{ "7.1-10", { { "/DisplayDocTitle true", "" }, END } },
	{ "7.2-29", { { "/Lang <feff00730076>", "/Lang (s_v)" }, END } },
	{ "7.1-9",
	    { { "<dc:title>", "<dc:type>" }, { "</dc:title>", "</dc:type>" },
		{ "rdf:Alt", "rdf:Bag" }, { "/rdf:Alt", "/rdf:Bag" }, END } },
	{ "7.3-1", { { "/Alt ", "/Alx " }, END } },
	{ "7.18.3-1",
	    { { "/Tabs /S", "/Tabs /R" }, { "/Tabs /S", "/Tabs /R" }, END } },
	{ "7.18.5-2", { { "/Subtype /Link", "/Subtype /Link" },
			  { "/Contents <", "/Cintents <" }, END } },
	/* text and marks */
	{ "7.1-3, P 14.7.4.4-2", { { "/P<</MCID", "/P<</MEID" }, END } },
	{ "7.21.3.2-1",
	    { { "/CIDToGIDMap /Identity", "/CIDToGIDMap 0" }, END } },
	{ "7.21.3.3-1",
	    { { "/Encoding /Identity-H", "/Encoding /Egen-H" }, END } },
	{ "7.21.4.1-1", { { "/FontFile2", "/FontFile9" }, END } },
	{ "7.21.5-1", { { "/W [", "/V [" }, END } },
	{ "7.21.7-1", { { "/ToUnicode", "/FromUnicode" }, END } },
	{ "7.21.7-2", { { "<0003> <0020>", "<0003> <FEFF>" }, END } },
	{ "A 6.2.11.7.3-1", { { "<0003> <0020>", "<0003> <E000>" }, END } },
	{ "7.21.7-1, 7.21.8-1",
	    { { "BT\n", "BT\n/F0 9 Tf <0000> Tj\n" }, END } },
	{ "7.21.4.1-2, 7.21.7-1",
	    { { "BT\n", "BT\n/F0 9 Tf <FFF0> Tj\n" }, END } },
	{ "A 6.2.11.2-1", { { "/Type /Font\n", "/Type /Fonts\n" }, END } },
};
const size_t ncases_of_ours = sizeof cases_of_ours / sizeof *cases_of_ours;

/* A resource and its use in the page's artifact. */
#define RESOURCE(kind, dict)                                                   \
	{                                                                      \
		"/XObject<</X0", kind "<<" dict ">>/XObject<</X0"              \
	}
#define CONTENT(text)                                                          \
	{                                                                      \
		"/X0 Do", "/X0 Do " text                                       \
	}
#define OBJECT(text)                                                           \
	{                                                                      \
		"22 0 obj", text "22 0 obj"                                    \
	}
#define ELEM(text)                                                             \
	{                                                                      \
		"<</S/Ruta", text "<</S/Ruta"                                  \
	}
#define STATE(entries)                                                         \
	RESOURCE("/ExtGState", "/G0<</Type/ExtGState" entries ">>"),           \
	    CONTENT("/G0 gs")
#define SPACE(space)                                                           \
	RESOURCE("/ColorSpace", "/C0 " space), CONTENT("/C0 cs 0 0 1 1 re f")
#define IMAGE(entries)                                                         \
	OBJECT("30 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1"      \
	       "/BitsPerComponent 8/ColorSpace/DeviceGray" entries             \
	       ">>stream\nx\nendstream\nendobj\n"),                            \
	    { "/X0 17 0 R", "/X0 17 0 R/X1 30 0 R" }, CONTENT("/X1 Do")
#define FORM(entries)                                                          \
	OBJECT("30 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" entries  \
	       ">>stream\n0 0 1 1 re f\nendstream\nendobj\n"),                 \
	    { "/X0 17 0 R", "/X0 17 0 R/X1 30 0 R" }, CONTENT("/X1 Do")
#define JPX(number)                                                            \
	{ "/X0 17 0 R", "/X0 17 0 R/X1 " number " 0 R" }, CONTENT("/X1 Do")
#define NO_INTENT                                                              \
	{                                                                      \
		"/S/GTS_PDFA1", "/S/GTS_NONE"                                  \
	}
#define NOT_LANG                                                               \
	{                                                                      \
		"/Lang(sv)", "/Lung(sv)"                                       \
	}
#define FIELD(name)                                                            \
	{ "<pdfa" name ">", "<pdfa" name "><rdf:Bag><rdf:li>" },               \
	{                                                                      \
		"</pdfa" name ">", "</rdf:li></rdf:Bag></pdfa" name ">"        \
	}

const struct pdf_case cases_of_mini[] = {
	{ "", { END } },
	/* objects */
	{ "A 6.1.7.1-3", { { "4 0 obj\n<<", "4 0 obj\n<</FFilter/X" }, END } },
	{ "A 6.1.7.2-1", { IMAGE("/Filter/LZWDecode"), END } },
	{ "A 6.1.8-1", { { "/FontName/Prov", "/FontName/Pr#ffv" }, END } },
	{ "A 6.1.10-1",
	    { CONTENT("BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI"), END } },
	{ "", { CONTENT("BI /W 1 /H 1 /BPC 8 /CS /G /F /Fl ID x EI"), END } },
	{ "A 6.1.12-1",
	    { { "/AcroForm", "/Perms<</UR3 null/Hej 1>>/AcroForm" }, END } },
	{ "A 6.1.12-2",
	    { { "/AcroForm", "/Perms<</DocMDP<</Type/Sig/Reference["
			     "<</DigestMethod/MD5>>]>>>>/AcroForm" },
		END } },
	{ "A 6.1.13-1", { { "/AcroForm", "/Tal 2147483648/AcroForm" }, END } },
	{ "A 6.1.13-2",
	    { { "/AcroForm", "/Tal 400000000000000000000000000000000000000.0"
			     "/AcroForm" },
		END } },
	{ "A 6.1.13-4",
	    { { "/AcroForm",
		  "/N1/"
		  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		  "a"
		  "aaaaaaaaaaaaaaaa/AcroForm" },
		END } },
	{ "A 6.1.13-5",
	    { { "/AcroForm", "/Tal 0.00000000000000000000000000000000000000001"
			     "/AcroForm" },
		END } },
	{ "A 6.1.13-8",
	    { CONTENT("q q q q q q q q q q q q q q q q q q q q q q q q q q q q "
		      "q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q "
		      "Q Q Q"),
		END } },
	{ "A 6.1.13-9",
	    { SPACE("[/DeviceN[/None/None/None/None/None/None/None/None/None"
		    "/None/None/None/None/None/None/None/None/None/None/None"
		    "/None/None/None/None/None/None/None/None/None/None/None"
		    "/None/None]/DeviceRGB<<>>]"),
		END } },
	{ "A 6.1.13-10, 7.21.8-1",
	    { { "1 begincidrange <0041> <0042> 1",
		  "1 begincidrange <0042> <0042> 70000" },
		END } },
	{ "A 6.1.13-11",
	    { { "/MediaBox", "/TrimBox[0 0 2 400]/MediaBox" }, END } },
	/* claims */
	{ "5-1", { { "<pdfuaid:part>1</pdfuaid:part>", "" }, END } },
	{ "5-2", { { "<pdfuaid:part>1<", "<pdfuaid:part>2<" }, END } },
	{ "5-3", { { "<pdfuaid:part>1</pdfuaid:part>",
		       "<ua:part xmlns:ua=\"http://www.aiim.org/pdfua/ns/id/\">"
		       "1</ua:part>" },
		     END } },
	{ "5-4", { { "<pdfuaid:amd>0</pdfuaid:amd>",
		       "<ua:amd xmlns:ua=\"http://www.aiim.org/pdfua/ns/id/\">"
		       "1</ua:amd>" },
		     END } },
	{ "5-5", { { "<pdfuaid:corr>0</pdfuaid:corr>",
		       "<ua:corr xmlns:ua=\"http://www.aiim.org/pdfua/ns/id/\">"
		       "1</ua:corr>" },
		     END } },
	{ "A 6.6.4-1", { { "<pdfaid:part>2</pdfaid:part>", "" }, END } },
	{ "A 6.6.4-2", { { "<pdfaid:part>2<", "<pdfaid:part>3<" }, END } },
	{ "A 6.6.4-3", { { "conformance>A<", "conformance>B<" }, END } },
	{ "A 6.6.4-4",
	    { { "<pdfaid:part>2</pdfaid:part>",
		  "<x1:part xmlns:x1=\"http://www.aiim.org/pdfa/ns/id/\">2"
		  "</x1:part>" },
		END } },
	{ "A 6.6.4-5",
	    { { "<pdfaid:conformance>A</pdfaid:conformance>",
		  "<x1:conformance xmlns:x1=\"http://www.aiim.org/pdfa/ns/id/\""
		  ">A</x1:conformance>" },
		END } },
	{ "A 6.6.4-6",
	    { { "<pdfaid:amd>0</pdfaid:amd>",
		  "<x1:amd xmlns:x1=\"http://www.aiim.org/pdfa/ns/id/\">0"
		  "</x1:amd>" },
		END } },
	{ "A 6.6.4-7",
	    { { "<pdfaid:corr>0</pdfaid:corr>",
		  "<x1:corr xmlns:x1=\"http://www.aiim.org/pdfa/ns/id/\">0"
		  "</x1:corr>" },
		END } },
	/* metadata */
	{ "7.1-8", { { "/Metadata 7 0 R", "" }, END } },
	{ "A 6.6.2.1-2", { { "begin=\"", "bytes=\"9\" begin=\"" }, END } },
	{ "A 6.6.2.1-3", { { "begin=\"", "encoding=\"x\" begin=\"" }, END } },
	{ "A 6.6.2.1-4", { { "</rdf:RDF>", "</rdf:RDG>" }, END } },
	{ "A 6.6.2.1-4, A 6.6.2.1-5", { { ">Prov<", ">Pr\xf6v<" }, END } },
	{ "A 6.6.2.3.1-1",
	    { { "<xmp:CreateDate>", "<k:akt>1</k:akt><xmp:CreateDate>" },
		END } },
	{ "A 6.6.2.3.1-2",
	    { { "<dc:creator><rdf:Seq>", "<dc:creator><rdf:Bag>" },
		{ "</rdf:Seq></dc:creator>", "</rdf:Bag></dc:creator>" },
		END } },
	{ "A 6.6.2.3.2-1",
	    { { "<pdfaSchema:prefix>", "<pdfaSchema:extra>x</pdfaSchema:extra>"
				       "<pdfaSchema:prefix>" },
		END } },
	{ "A 6.6.2.3.3-1",
	    { { "schemas><rdf:Bag>", "schemas><rdf:Seq>" },
		{ "</rdf:Bag></pdfaExt", "</rdf:Seq></pdfaExt" }, END } },
	{ "A 6.6.2.3.3-2", { FIELD("Schema:schema"), END } },
	{ "A 6.6.2.3.1-1, A 6.6.2.3.3-3",
	    { FIELD("Schema:namespaceURI"),
		{ "http://www.aiim.org/pdfua/ns/id/</rdf", "x</rdf" }, END } },
	{ "A 6.6.2.3.3-4", { FIELD("Schema:prefix"), END } },
	{ "A 6.6.2.3.3-5", { { "property><rdf:Seq>", "property><rdf:Bag>" },
			       { "</rdf:Seq></pdfaSchema:property",
				   "</rdf:Bag></pdfaSchema:property" },
			       END } },
	{ "A 6.6.2.3.3-6", { { "<pdfaSchema:valueType><rdf:Seq>",
				 "<pdfaSchema:valueType><rdf:Bag>" },
			       { "</rdf:Seq></pdfaSchema:valueType",
				   "</rdf:Bag></pdfaSchema:valueType" },
			       END } },
	{ "A 6.6.2.3.3-7",
	    { { "<pdfaProperty:description>Part",
		  "<p:x xmlns:p=\"http://www.aiim.org/pdfa/ns/property#\"/>"
		  "<pdfaProperty:description>Part" },
		{ "p:x xmlns", "p:name xmlns" },
		{ "<pdfaProperty:name>part</pdfaProperty:name>", "" },
		{ "property#\"/>", "property#\">part</p:name>" }, END } },
	{ "A 6.6.2.3.3-8", { FIELD("Property:valueType"), END } },
	{ "A 6.6.2.3.3-9", { { "category>internal", "category>other" }, END } },
	{ "A 6.6.2.3.3-10", { FIELD("Property:description"), END } },
	{ "A 6.6.2.3.3-11", { FIELD("Type:type"), END } },
	{ "A 6.6.2.3.3-12", { FIELD("Type:namespaceURI"), END } },
	{ "A 6.6.2.3.3-13", { FIELD("Type:prefix"), END } },
	{ "A 6.6.2.3.3-14", { FIELD("Type:description"), END } },
	{ "A 6.6.2.3.3-15",
	    { { "<pdfaType:field><rdf:Seq>", "<pdfaType:field><rdf:Bag>" },
		{ "</rdf:Seq></pdfaType:field", "</rdf:Bag></pdfaType:field" },
		END } },
	{ "A 6.6.2.3.3-16", { FIELD("Field:name"), END } },
	{ "A 6.6.2.3.3-17", { FIELD("Field:valueType"), END } },
	{ "A 6.6.2.3.3-18", { FIELD("Field:description"), END } },
	{ "A 6.6.3-1", { { "/Author(Ekholm)", "/Author(Ekby)" }, END } },
	{ "A 6.6.3-1", { { "20261117100000+01", "20261117100000+02" }, END } },
	/* tags */
	{ "7.1-1", { { "9 9 re f\n", "9 9 re f /Artifact BMC EMC\n" }, END } },
	{ "7.1-2, P 14.7.4.4-3", { CONTENT("/P <</MCID 0>> BDC EMC"), END } },
	{ "7.1-3", { { "Do\nEMC", "Do\nEMC 0 0 1 1 re S" }, END } },
	{ "7.1-3", { { "Do\nEMC", "EMC /X0 Do" }, END } },
	{ "7.1-3",
	    { { "Do\nEMC", "Do\nEMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI" },
		END } },
	{ "", { { "Do\nEMC", "Do\nEMC 0 0 1 1 re W n" }, END } },
	{ "7.1-5", { { "/RoleMap<</Ruta/Div>>", "" }, END } },
	{ "7.1-6", { { "/Ruta/Div", "/Ruta/Ram/Ram/Ruta" }, END } },
	{ "7.1-7", { { "/Ruta/Div", "/Ruta/Div/Note/P" }, END } },
	{ "7.1-3, 7.1-11, 7.18.1-1, 7.18.4-1, 7.18.5-1",
	    { { "/StructTreeRoot 5 0 R", "" }, END } },
	{ "7.1-12", { { "<</S/H2/P 6 0 R>>", "<</S/H2>>" }, END } },
	{ "P 14.7.4.4-1", { { "0[10 0 R]", "0[12 0 R]" }, END } },
	{ "P 14.7.4.4-2", { { "/K[0]", "/K[0 1]" }, END } },
	{ "P 14.7.4.4-3", { { "/K[0]", "/K[0 0]" }, END } },
	/* language */
	{ "7.2-33, 7.2-2, 7.2-21, 7.2-22, 7.2-23, 7.2-24, 7.2-25, 7.2-34",
	    { NOT_LANG, END } },
	{ "7.2-33, 7.2-2, 7.2-21, 7.2-22, 7.2-23, 7.2-24, 7.2-25, 7.2-30, "
	  "7.2-31, 7.2-32, 7.2-34",
	    { NOT_LANG, CONTENT("/Span <</ActualText(a)/Alt(b)/E(c)>> BDC EMC"),
		END } },
	{ "7.2-29", { { "/Lang(en-GB)", "/Lang()" }, END } },
	/* tables */
	{ "7.2-3",
	    { { "<</S/Caption/P 6 0 R>>\n", "<</S/P/P 6 0 R>>\n" }, END } },
	{ "7.2-4", { ELEM("<</S/TR/P 6 0 R>>"), END } },
	{ "7.2-5", { ELEM("<</S/THead/P 6 0 R>>"), END } },
	{ "7.2-6", { ELEM("<</S/TBody/P 6 0 R>>"), END } },
	{ "7.2-7", { ELEM("<</S/TFoot/P 6 0 R>>"), END } },
	{ "7.2-8", { ELEM("<</S/TH/P 6 0 R>>"), END } },
	{ "7.2-9", { ELEM("<</S/TD/P 6 0 R>>"), END } },
	/* a type without a name leads nowhere, not even in circles */
	{ "7.1-5, 7.2-10",
	    { { "<</S/TR/P 6 0 R/K[", "<</S/TR/P 6 0 R/K[<</P 6 0 R>>" },
		END } },
	{ "7.2-10", { { "<</S/TR/P 6 0 R/K[", "<</S/TR/P 6 0 R/K["
					      "<</S/P/P 6 0 R>>" },
			END } },
	{ "7.2-11",
	    { { "<</S/TBody", "<</S/THead/P 6 0 R>><</S/TBody" }, END } },
	{ "7.2-12",
	    { { "<</S/TFoot", "<</S/TFoot/P 6 0 R>><</S/TFoot" }, END } },
	{ "7.2-13",
	    { ELEM("<</S/Table/P 6 0 R/K[<</S/TFoot/P 6 0 R>>]>>"), END } },
	{ "7.2-14",
	    { ELEM("<</S/Table/P 6 0 R/K[<</S/THead/P 6 0 R>>]>>"), END } },
	{ "7.2-15",
	    { { "<</S/TD/P 6 0 R/A<</O/Table/RowSpan 2>>>><</S/TD/P 6 0 R>>",
		  "<</S/TD/P 6 0 R>><</S/TD/P 6 0 R/A<</O/Table/RowSpan 2>>"
		  ">>" },
		{ "/B 2", "/A<</O/Table/ColSpan 2>>" }, END } },
	{ "7.2-16", { { "<</S/TBody", "<</S/Caption/P 6 0 R>><</S/TBody" },
			{ "<</S/Caption/P 6 0 R>>\n", "" }, END } },
	{ "7.2-39", { { "]>>]>>]>>\n<</S/L/", "]>>]>><</S/Caption/P 6 0 R>>]>>"
					      "\n<</S/L/" },
			END } },
	{ "7.2-17", { ELEM("<</S/LI/P 6 0 R>>"), END } },
	{ "7.2-18", { ELEM("<</S/LBody/P 6 0 R>>"), END } },
	{ "7.2-19", { ELEM("<</S/L/P 6 0 R/K[<</S/P/P 6 0 R>>]>>"), END } },
	{ "7.2-20", { { "<</S/Lbl", "<</S/P/P 6 0 R>><</S/Lbl" }, END } },
	{ "7.2-26", { ELEM("<</S/TOCI/P 6 0 R>>"), END } },
	{ "7.2-27", { ELEM("<</S/TOC/P 6 0 R/K[<</S/P/P 6 0 R>>]>>"), END } },
	{ "7.2-28", { { "<</S/TOCI", "<</S/TOCI/P 6 0 R>><</S/Caption/P 6 0 R>>"
				     "<</S/TOCI" },
			END } },
	{ "7.2-36", { { "<</S/THead/P 6 0 R/K[",
			  "<</S/THead/P 6 0 R/K[<</S/P/P 6 0 R>>" },
			END } },
	{ "7.2-37", { { "<</S/TBody/P 6 0 R/K[",
			  "<</S/TBody/P 6 0 R/K[<</S/P/P 6 0 R>>" },
			END } },
	{ "7.2-38", { { "<</S/TFoot/P 6 0 R/K[",
			  "<</S/TFoot/P 6 0 R/K[<</S/P/P 6 0 R>>" },
			END } },
	{ "7.2-40", { { "<</S/LI/", "<</S/LI/P 6 0 R>><</S/Caption/P 6 0 R>>"
				    "<</S/LI/" },
			END } },
	{ "7.2-41", { { "/ColSpan 2", "/ColSpan 2/RowSpan 9" }, END } },
	{ "7.2-42", { { "/ColSpan 2", "/ColSpan 3" }, END } },
	{ "7.2-43", { { "/ColSpan 2", "/ColSpan 1" }, END } },
	{ "", { { "/A<</O/Table/Scope/Column>>", "/ID(a)" },
		  { "/A<</O/Table/Scope/Column>>", "/ID(b)" }, END } },
	{ "7.5-1",
	    { ELEM("<</S/Table/P 6 0 R/K[<</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R>>"
		   "<</S/TD/P 6 0 R>>]>><</S/TR/P 6 0 R/K[<</S/TD/P 6 0 R>>"
		   "<</S/TH/P 6 0 R/ID(h)>>]>>]>>"),
		END } },
	/* other structure */
	{ "7.3-1", { { "/Alt(Vapen)", "/Alt()" }, END } },
	{ "7.4.2-1", { ELEM("<</S/H4/P 6 0 R>>"), END } },
	{ "7.4.2-1", { { "<</S/H1/P 6 0 R>>", "" }, END } },
	{ "7.4.4-1, 7.4.4-2, 7.4.4-3",
	    { ELEM("<</S/H/P 6 0 R>><</S/H/P 6 0 R>>"), END } },
	{ "7.4.4-2, 7.4.4-3", { ELEM("<</S/H/P 6 0 R>>"), END } },
	{ "7.7-1", { { "/Alt(E = mc2)", "" }, END } },
	{ "7.9-1", { { "/ID(n1)", "" }, END } },
	{ "7.9-2", { { "/ID(n1)", "/ID(n2)" }, END } },
	/* layers, files, forms */
	{ "7.10-1", { { "/Name(Alla)", "" }, END } },
	{ "A 6.9-2", { { "/Name(Alla)", "/Name(Andra)" }, END } },
	{ "A 6.9-3", { { "/Order[19 0 R]", "/Order[]" }, END } },
	{ "7.10-2", { { "/Name(Alla)", "/Name(Alla)/AS[]" }, END } },
	{ "7.11-1", { { "/UF(a.pdf)", "" }, END } },
	{ "A 6.8-5", { { "/EF<</F 20 0 R", "/EF<</F 23 0 R" }, END } },
	{ "7.15-1, A 6.4.2-1",
	    { OBJECT("30 0 obj\n<<>>stream\n<dynamicRender>required"
		     "</dynamicRender>\nendstream\nendobj\n"),
		{ "/Fields", "/XFA 30 0 R/Fields" }, END } },
	{ "A 6.4.2-1", { { "/Fields", "/XFA(x)/Fields" }, END } },
	{ "A 6.4.2-2",
	    { { "/AcroForm", "/NeedsRendering true/AcroForm" }, END } },
	{ "A 6.4.3-1",
	    { { "/FT/Tx", "/FT/Sig/V<</ByteRange[0 9 19 20]>>" }, END } },
	{ "A 6.10-1",
	    { { "/EmbeddedFiles", "/AlternatePresentations<<>>/EmbeddedFiles" },
		END } },
	{ "A 6.10-2", { { "/Tabs/S", "/Tabs/S/PresSteps<<>>" }, END } },
	{ "A 6.11-1", { { "/AcroForm", "/Requirements[]/AcroForm" }, END } },
	/* annotations */
	{ "7.18.1-1", { { "Subtype/Text/", "Subtype/Square/" },
			  { "/StructParent 3", "" }, END } },
	{ "7.18.1-2", { { "/Contents(En anm\\344rkning)", "" }, END } },
	{ "", { { "/F 4/StructParent 3", "/F 4" },
		  { "/Rect[30 30", "/Rect[900 30" }, { " 90 40]", " 990 40]" },
		  END } },
	{ "7.18.1-3", { { "/TU(Ditt namn)", "" }, END } },
	{ "7.18.2-1", { { "Subtype/Text/", "Subtype/TrapNet/" }, END } },
	{ "7.18.3-1", { { "/Tabs/S", "" }, END } },
	{ "7.18.4-1", { { "/StructParent 2", "" }, END } },
	{ "7.18.4-2", { { "/Obj 15 0 R>>", "/Obj 15 0 R>>1" },
			  { "0[10 0 R]", "0[10 0 R 13 0 R]" },
			  { "13 0 obj\n<<", "13 0 obj\n<</Pg 3 0 R" },
			  { "/Artifact BMC", "/P <</MCID 1>> BDC EMC "
					     "/Artifact BMC" },
			  END } },
	{ "7.18.5-1", { { "/StructParent 1", "" }, END } },
	{ "7.18.5-2", { { "/Contents(Till sidan)", "" }, END } },
	{ "7.18.6.2-1, 7.18.6.2-2, A 6.5.1-1",
	    { { "/S/URI", "/S/Rendition/R<</S/MR/C<</S/MCD>>>>" }, END } },
	{ "A 6.5.1-1",
	    { { "/S/URI", "/S/Rendition/R<</S/MR/C<</S/MCD/CT(audio/wav)"
			  "/Alt[()(Tal)]>>>>" },
		END } },
	{ "7.18.8-1", { { "Subtype/Text/", "Subtype/PrinterMark/" }, END } },
	{ "A 6.3.1-1", { { "Subtype/Text/", "Subtype/Movie/" }, END } },
	{ "A 6.3.2-1", { { "/F 4/StructParent 3", "/StructParent 3" }, END } },
	{ "A 6.3.2-2",
	    { { "/F 4/StructParent 3", "/F 0/StructParent 3" }, END } },
	{ "A 6.3.3-1",
	    { { "/StructParent 3/AP<</N 17 0 R>>", "/StructParent 3" }, END } },
	{ "A 6.3.3-2", { { "/StructParent 3/AP<</N 17 0 R>>",
			     "/StructParent 3/AP<</N 17 0 R/D 17 0 R>>" },
			   END } },
	{ "A 6.4.1-1", { { "/FT/Tx", "/FT/Tx/A<</S/GoTo>>" }, END } },
	{ "A 6.4.1-1, A 6.4.1-2", { { "/FT/Tx", "/FT/Tx/AA<<>>" }, END } },
	{ "A 6.4.1-3", { { "/Fields", "/NeedAppearances true/Fields" }, END } },
	{ "A 6.5.1-1", { { "/S/URI", "/S/Launch" }, END } },
	{ "A 6.5.1-1",
	    { { "/EmbeddedFiles", "/JavaScript<<>>/EmbeddedFiles" }, END } },
	{ "A 6.5.1-1", { { "/S/URI", "/Next<</S/Hide>>/S/URI" }, END } },
	{ "A 6.5.1-2", { { "/S/URI", "/S/Named/N/Print" }, END } },
	{ "A 6.5.2-1", { { "/AcroForm", "/AA<<>>/AcroForm" }, END } },
	{ "A 6.5.2-2", { { "/Tabs/S", "/Tabs/S/AA<<>>" }, END } },
	/* content and colour */
	{ "A 6.2.2-1", { CONTENT("hej"), END } },
	{ "A 6.2.2-2", { CONTENT("/X9 Do"), END } },
	{ "A 6.2.3-1, A 6.2.4.3-4",
	    { { "/DestOutputProfile 8", "/DestOutputProfile 60" }, END } },
	{ "A 6.2.3-2",
	    { { "/OutputIntents[",
		  "/OutputIntents[<</S/GTS_X/DestOutputProfile 61 0 R>>" },
		END } },
	{ "A 6.2.3-3",
	    { { "/OutputIntents[",
		  "/OutputIntents[<</S/GTS_PDFX/DestOutputProfileRef<<>>>>" },
		END } },
	{ "", { SPACE("[/ICCBased 61 0 R]"), END } },
	{ "A 6.2.4.2-1", { SPACE("[/ICCBased 60 0 R]"), END } },
	{ "A 6.2.4.2-2",
	    { RESOURCE("/ExtGState<</G0<</OPM 1/op true>>>>/ColorSpace",
		  "/C0 [/ICCBased 62 0 R]"),
		CONTENT("/G0 gs /C0 cs 0 0 1 1 re f"), END } },
	{ "A 6.2.4.3-2, A 6.2.4.3-4",
	    { NO_INTENT, CONTENT("1 0 0 rg 0 0 1 1 re f"), END } },
	{ "A 6.2.4.3-3", { CONTENT("0 0 0 1 k 0 0 1 1 re f"), END } },
	{ "", { CONTENT("0 0 0 1 k 0 0 0 rg 0 0 1 1 re f"), END } },
	{ "A 6.2.4.3-4", { NO_INTENT, END } },
	{ "A 6.2.4.4-1", { SPACE("[/DeviceN[/Guld]/DeviceRGB<<>>]"), END } },
	{ "A 6.2.4.4-2",
	    { RESOURCE("/ColorSpace",
		  "/C0[/Separation/Guld/DeviceRGB<</N 1>>]"
		  "/C1[/Separation/Guld/DeviceRGB<</N 2>>]"),
		CONTENT("/C0 cs 0 0 1 1 re f /C1 cs 0 0 1 1 re f"), END } },
	{ "A 6.2.5-1", { STATE("/TR/Identity"), END } },
	{ "A 6.2.5-2", { STATE("/TR2/Identity"), END } },
	{ "A 6.2.5-3", { STATE("/HTP[0 0]"), END } },
	{ "A 6.2.5-4", { STATE("/HT<</HalftoneType 6>>"), END } },
	{ "A 6.2.5-5",
	    { STATE("/HT<</HalftoneType 1/HalftoneName(x)>>"), END } },
	{ "A 6.2.5-6",
	    { STATE("/HT<</HalftoneType 1/TransferFunction/Identity>>"),
		END } },
	{ "A 6.2.6-1", { CONTENT("/Fint ri"), END } },
	{ "", { CONTENT("/Perceptual ri"), END } },
	{ "", { IMAGE(""), END } },
	{ "A 6.2.8-1", { IMAGE("/Alternates[]"), END } },
	{ "A 6.2.8-2", { IMAGE("/OPI<<>>"), END } },
	{ "A 6.2.8-3", { IMAGE("/Interpolate true"), END } },
	{ "", { JPX("50"), END } },
	{ "A 6.2.8.3-1", { JPX("51"), END } },
	{ "A 6.2.8.3-2", { JPX("52"), END } },
	{ "A 6.2.8.3-3", { JPX("53"), END } },
	{ "A 6.2.8.3-4", { JPX("54"), END } },
	{ "A 6.2.8.3-5", { JPX("55"), END } },
	{ "", { FORM("/Resources<<>>"), END } },
	{ "A 6.2.9-1", { FORM("/PS(x)"), END } },
	{ "7.20-1", { FORM("/Ref<<>>"), END } },
	{ "A 6.2.9-3",
	    { OBJECT("30 0 obj\n<</Type/XObject/Subtype/PS>>stream\nx\n"
		     "endstream\nendobj\n"),
		{ "/X0 17 0 R", "/X0 17 0 R/X1 30 0 R" }, CONTENT("/X1 Do"),
		END } },
	{ "7.20-2",
	    { OBJECT("30 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
		     "/StructParents 9>>stream\n/P <</MCID 0>> BDC "
		     "0 0 1 1 re f EMC\nendstream\nendobj\n"
		     "31 0 obj\n<</Type/StructElem/S/P/P 6 0 R/K["
		     "<</Type/MCR/Pg 3 0 R/Stm 30 0 R/MCID 0>>]>>\nendobj\n"),
		{ "/X0 17 0 R", "/X0 17 0 R/X1 30 0 R" },
		{ "Do\nEMC", "Do\nEMC /X1 Do /X1 Do" },
		{ "/K[10 0 R 12 0 R 13 0 R 14 0 R\n"
		  "",
		    "/K[31 0 R 10 0 R 12 0 R 13 0 R 14 0 R\n" },
		{ "/Nums[", "/Nums[9[31 0 R]" } } },
	{ "A 6.2.10-1", { STATE("/BM/Fin"), END } },
	{ "A 6.2.4.3-4, A 6.2.10-2", { NO_INTENT, STATE("/ca 0.5"), END } },
	{ "A 6.2.4.3-4", { NO_INTENT, STATE("/ca 0.5"),
			     { "/Tabs/S", "/Tabs/S/Group<</S/Transparency"
					  "/CS/DeviceRGB>>" },
			     END } },
	/* fonts */
	{ "A 6.2.11.2-2", { { "/Subtype/Type1/", "/Subtype/Type9/" }, END } },
	{ "A 6.2.11.2-3", { { "/BaseFont/Prov", "" }, END } },
	{ "A 6.2.11.2-4, A 6.2.11.2-6", { { "/FirstChar 65", "" }, END } },
	{ "A 6.2.11.2-5, A 6.2.11.2-6", { { "/LastChar 66", "" }, END } },
	{ "A 6.2.11.2-6", { { "[500 600]", "[500]" }, END } },
	{ "A 6.2.11.2-7",
	    { OBJECT("30 0 obj\n<</Subtype/Kant>>stream\nx\nendstream\n"
		     "endobj\n"),
		{ "/FontFile 73 0 R", "/FontFile3 30 0 R" }, END } },
	{ "7.21.3.1-1", { { "/Ordering(Prov)", "/Ordering(Annan)" }, END } },
	{ "7.21.3.3-2", { { "/WMode 0 def", "/WMode 1 def" }, END } },
	{ "7.21.3.3-3",
	    { { "/WMode 0 def", "/Annan usecmap\n/WMode 0 def" }, END } },
	{ "7.21.4.1-2",
	    { { "(A) Tj", "(C) Tj" }, { "[500 600]", "[500 600 1]" },
		{ "LastChar 66", "LastChar 67" }, END } },
	{ "7.21.4.2-1", { { "(/A/B)", "(/A)" }, END } },
	{ "7.21.4.2-2", { { "\n`\n", "\n@\n" }, END } },
	{ "7.21.4.2-2", { { "\n`\n", "\np\n" }, END } },
	{ "7.21.5-1", { { "[500 600]", "[502 600]" }, END } },
	{ "", { { "[500 600]", "[501 600]" }, END } },
	{ "7.21.4.1-2, 7.21.6-1", { { "70 0 R", "74 0 R" }, END } },
	{ "7.21.6-2", { { "/WinAnsiEncoding", "/StandardEncoding" }, END } },
	{ "7.21.6-2, 7.21.7-1", { { "/Encoding/WinAnsiEncoding",
				      "/Encoding<</BaseEncoding/WinAnsiEncoding"
				      "/Differences[65/g12]>>" },
				    END } },
	{ "7.21.6-3", { { "/ToUnicode 47 0 R", "/ToUnicode 47 0 R/Encoding"
					       "/WinAnsiEncoding" },
			  END } },
	{ "7.21.6-4", { { "71 0 R", "72 0 R" }, END } },
	{ "7.21.8-1", { { "/Encoding/WinAnsiEncoding",
			    "/Encoding<</BaseEncoding/WinAnsiEncoding"
			    "/Differences[65/.notdef]>>" },
			  END } },
};
const size_t ncases_of_mini = sizeof cases_of_mini / sizeof *cases_of_mini;

const struct pdf_case cases_of_bytes[] = {
	{ "", { END } },
	{ "6.1-1", { { "%PDF-1.7", "%PDF-1.8" }, END } },
	{ "A 6.1.2-2", { { "\n%\xbf\xf7\xa2\xfe\n", "\n%abcd\n" }, END } },
	{ "A 6.1.3-1", { { "/ID [", "/IX [" }, END } },
	{ "A 6.1.3-3", { { "%%EOF\n", "%%EOF\nx" }, END } },
	{ "A 6.1.4-2", { { "xref\n0 ", "xref 0 " }, END } },
	{ "A 6.1.6-1", { { "<feff00e5>", "<feff0e5>" }, END } },
	{ "A 6.1.6-2", { { "<feff00e5>", "<feff0ze5>" }, END } },
	{ "A 6.1.7.1-1", { { "/Length 13 ", "/Length 12 " }, END } },
	{ "A 6.1.7.1-2", { { "stream\n", "stream\r" }, END } },
	{ "A 6.1.9-1", { { "endobj\n", "endobj " }, END } },
	{ "A 6.1.9-1", { { "2 0 obj\n", "2 0  obj\n" }, END } },
	{ "A 6.1.13-7", { { "/Size ", "/Size 99999" }, END } },
};
const size_t ncases_of_bytes = sizeof cases_of_bytes / sizeof *cases_of_bytes;
