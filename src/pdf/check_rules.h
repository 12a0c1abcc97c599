/* SPDX-License-Identifier: EUPL-1.2
 *
 * All rules: a name, what it is called in PDF/UA-1 (clause and test) and in
 * PDF/A-2, and what a reader is told when it is broken, with what it is about
 * in place of %s.  Included more than once, for its RULE(name, ua, a, text).
 * Where the standards have no test of their own the name is that of the clause
 * of ISO 32000-1 which they require ("P ...").
 */
/* the file */
RULE(HEADER, "6.1-1", "A 6.1.2-1",
    KL_N_("The file does not begin with %%PDF-1.0 to %%PDF-1.7."))
RULE(BINARY, NULL, "A 6.1.2-2",
    KL_N_("The second line does not say that the file is binary."))
RULE(FILE_ID, NULL, "A 6.1.3-1", KL_N_("The file has no identifier (ID)."))
RULE(ENCRYPTED, NULL, "A 6.1.3-2", KL_N_("The file is encrypted."))
RULE(AFTER_END, NULL, "A 6.1.3-3", KL_N_("There is data after the end mark."))
RULE(XREF_SPACE, NULL, "A 6.1.4-2",
    KL_N_("The table of objects is not preceded by one line end."))
RULE(HEX_ODD, NULL, "A 6.1.6-1",
    KL_N_("A hexadecimal string has an odd number of digits."))
RULE(HEX_SIGN, NULL, "A 6.1.6-2",
    KL_N_("A hexadecimal string holds other signs than digits."))
RULE(STREAM_LENGTH, NULL, "A 6.1.7.1-1",
    KL_N_("A stream is not as long as its Length says."))
RULE(STREAM_SPACE, NULL, "A 6.1.7.1-2",
    KL_N_("The line ends around a stream are wrong."))
RULE(STREAM_FILE, NULL, "A 6.1.7.1-3",
    KL_N_("A stream takes its data from another file."))
RULE(FILTER, NULL, "A 6.1.7.2-1", KL_N_("The filter %s is not allowed."))
RULE(NAME_UTF8, NULL, "A 6.1.8-1", KL_N_("A name is not valid UTF-8."))
RULE(OBJECT_SPACE, NULL, "A 6.1.9-1",
    KL_N_("The spacing around obj or endobj is wrong."))
RULE(INLINE_FILTER, NULL, "A 6.1.10-1",
    KL_N_("A picture in the text uses the filter %s, which is not allowed."))
RULE(PERMS, NULL, "A 6.1.12-1",
    KL_N_("The permissions hold %s, which is not allowed."))
RULE(SIGNATURE_DIGEST, NULL, "A 6.1.12-2",
    KL_N_("A signature reference holds %s, which is not allowed."))
RULE(INTEGER_RANGE, NULL, "A 6.1.13-1", KL_N_("An integer is too large."))
RULE(REAL_RANGE, NULL, "A 6.1.13-2", KL_N_("A number is too large."))
RULE(STRING_LENGTH, NULL, "A 6.1.13-3",
    KL_N_("A string is longer than 32767 bytes."))
RULE(NAME_LENGTH, NULL, "A 6.1.13-4", KL_N_("A name is longer than 127 bytes."))
RULE(REAL_SMALL, NULL, "A 6.1.13-5", KL_N_("A number is too close to zero."))
RULE(OBJECT_COUNT, NULL, "A 6.1.13-7",
    KL_N_("There are more than 8388607 objects."))
RULE(STATE_DEPTH, NULL, "A 6.1.13-8",
    KL_N_("Graphics states are nested deeper than 28 levels."))
RULE(COLOURANTS, NULL, "A 6.1.13-9",
    KL_N_("A colour space has more than 32 colourants."))
RULE(CID_RANGE, NULL, "A 6.1.13-10",
    KL_N_("A character identifier is greater than 65535."))
RULE(PAGE_SIZE, NULL, "A 6.1.13-11",
    KL_N_("The page box %s is smaller than 3 or larger than 14400 units."))

/* what the file claims to be */
RULE(UA_CLAIM, "5-1", NULL,
    KL_N_("The metadata do not say that the file is PDF/UA."))
RULE(UA_PART, "5-2", NULL, KL_N_("The PDF/UA part is %s, not 1."))
RULE(UA_PART_PREFIX, "5-3", NULL,
    KL_N_("The property part of PDF/UA has the prefix %s, not pdfuaid."))
RULE(UA_AMD_PREFIX, "5-4", NULL,
    KL_N_("The property amd of PDF/UA has the prefix %s, not pdfuaid."))
RULE(UA_CORR_PREFIX, "5-5", NULL,
    KL_N_("The property corr of PDF/UA has the prefix %s, not pdfuaid."))
RULE(A_CLAIM, NULL, "A 6.6.4-1",
    KL_N_("The metadata do not say that the file is PDF/A."))
RULE(A_PART, NULL, "A 6.6.4-2", KL_N_("The PDF/A part is %s, not 2."))
RULE(A_CONFORMANCE, NULL, "A 6.6.4-3",
    KL_N_("The PDF/A conformance level is %s, not A."))
RULE(A_PART_PREFIX, NULL, "A 6.6.4-4",
    KL_N_("The property part of PDF/A has the prefix %s, not pdfaid."))
RULE(A_CONFORMANCE_PREFIX, NULL, "A 6.6.4-5",
    KL_N_("The property conformance of PDF/A has the prefix %s, not pdfaid."))
RULE(A_AMD_PREFIX, NULL, "A 6.6.4-6",
    KL_N_("The property amd of PDF/A has the prefix %s, not pdfaid."))
RULE(A_CORR_PREFIX, NULL, "A 6.6.4-7",
    KL_N_("The property corr of PDF/A has the prefix %s, not pdfaid."))

/* metadata */
RULE(METADATA, "7.1-8", "A 6.6.2.1-1", KL_N_("There are no metadata (XMP)."))
RULE(XMP_BYTES, NULL, "A 6.6.2.1-2",
    KL_N_("The head of the metadata holds the attribute bytes."))
RULE(XMP_ENCODING, NULL, "A 6.6.2.1-3",
    KL_N_("The head of the metadata holds the attribute encoding."))
RULE(XMP_FORM, NULL, "A 6.6.2.1-4",
    KL_N_("The metadata are not well-formed XML and RDF."))
RULE(XMP_UTF8, NULL, "A 6.6.2.1-5", KL_N_("The metadata are not in UTF-8."))
RULE(XMP_UNKNOWN, NULL, "A 6.6.2.3.1-1",
    KL_N_("The property %s in the metadata is not defined."))
RULE(XMP_TYPE, NULL, "A 6.6.2.3.1-2",
    KL_N_("The property %s in the metadata has the wrong type."))
RULE(SCHEMA_EXTRA, NULL, "A 6.6.2.3.2-1",
    KL_N_("An extension schema holds the unknown field %s."))
RULE(SCHEMA_BAG, NULL, "A 6.6.2.3.3-1",
    KL_N_("The list of extension schemas is wrong."))
#define SCHEMA_FIELD                                                           \
	KL_N_("The field %s of an extension schema is missing or wrong.")
RULE(SCHEMA_SCHEMA, NULL, "A 6.6.2.3.3-2", SCHEMA_FIELD)
RULE(SCHEMA_URI, NULL, "A 6.6.2.3.3-3", SCHEMA_FIELD)
RULE(SCHEMA_PREFIX, NULL, "A 6.6.2.3.3-4", SCHEMA_FIELD)
RULE(SCHEMA_PROPERTY, NULL, "A 6.6.2.3.3-5", SCHEMA_FIELD)
RULE(SCHEMA_VALUETYPE, NULL, "A 6.6.2.3.3-6", SCHEMA_FIELD)
RULE(PROPERTY_NAME, NULL, "A 6.6.2.3.3-7", SCHEMA_FIELD)
RULE(PROPERTY_TYPE, NULL, "A 6.6.2.3.3-8", SCHEMA_FIELD)
RULE(PROPERTY_CATEGORY, NULL, "A 6.6.2.3.3-9", SCHEMA_FIELD)
RULE(PROPERTY_DESCRIPTION, NULL, "A 6.6.2.3.3-10", SCHEMA_FIELD)
RULE(TYPE_TYPE, NULL, "A 6.6.2.3.3-11", SCHEMA_FIELD)
RULE(TYPE_URI, NULL, "A 6.6.2.3.3-12", SCHEMA_FIELD)
RULE(TYPE_PREFIX, NULL, "A 6.6.2.3.3-13", SCHEMA_FIELD)
RULE(TYPE_DESCRIPTION, NULL, "A 6.6.2.3.3-14", SCHEMA_FIELD)
RULE(TYPE_FIELD, NULL, "A 6.6.2.3.3-15", SCHEMA_FIELD)
RULE(FIELD_NAME, NULL, "A 6.6.2.3.3-16", SCHEMA_FIELD)
RULE(FIELD_TYPE, NULL, "A 6.6.2.3.3-17", SCHEMA_FIELD)
RULE(FIELD_DESCRIPTION, NULL, "A 6.6.2.3.3-18", SCHEMA_FIELD)
#undef SCHEMA_FIELD
RULE(INFO_EQUAL, NULL, "A 6.6.3-1",
    KL_N_("%s in the document information is not as in the metadata."))
RULE(TITLE, "7.1-9", NULL, KL_N_("The metadata hold no title."))
RULE(SHOW_TITLE, "7.1-10", NULL,
    KL_N_("The title is not shown in the window (DisplayDocTitle)."))
RULE(XMP_LANGUAGE, "7.2-33", NULL,
    KL_N_("The language of the metadata is not known."))

/* tags */
RULE(MARKED, "6.2-1", "A 6.7.2.2-1", KL_N_("The file is not marked as tagged."))
RULE(ARTIFACT_INSIDE, "7.1-1", NULL,
    KL_N_("An artifact lies inside tagged content."))
RULE(
    TAG_INSIDE, "7.1-2", NULL, KL_N_("Tagged content lies inside an artifact."))
RULE(UNTAGGED, "7.1-3", NULL,
    KL_N_("Content (%s) is neither tagged nor an artifact."))
RULE(SUSPECTS, "7.1-4", NULL,
    KL_N_("The file says that its tags may be wrong (Suspects)."))
RULE(NOT_STANDARD, "7.1-5", "A 6.7.3.4-1",
    KL_N_("The structure type %s leads to no standard type."))
RULE(ROLE_CYCLE, "7.1-6", "A 6.7.3.4-2",
    KL_N_("The structure type %s is mapped in a circle."))
RULE(REMAPPED, "7.1-7", "A 6.7.3.4-3",
    KL_N_("The standard type %s is mapped to something else."))
RULE(NO_TREE, "7.1-11", "A 6.7.3.3-1",
    KL_N_("There is no structure tree: the file is not tagged."))
RULE(NO_PARENT, "7.1-12", NULL,
    KL_N_("The structure element %s does not say what it is part of."))
RULE(PARENT_WRONG, "P 14.7.4.4-1", NULL,
    KL_N_("The parent tree gives marked content to another structure element "
	  "than the one that holds it."))
RULE(MARK_MISSING, "P 14.7.4.4-2", NULL,
    KL_N_("A structure element holds marked content that is not there."))
RULE(MARK_TWICE, "P 14.7.4.4-3", NULL,
    KL_N_("The same number of marked content is used twice."))

/* language */
RULE(OUTLINE_LANGUAGE, "7.2-2", NULL,
    KL_N_("The language of the bookmarks is not known."))
RULE(ACTUAL_LANGUAGE, "7.2-21", NULL,
    KL_N_("The language of a replacement text is not known."))
RULE(ALT_LANGUAGE, "7.2-22", NULL,
    KL_N_("The language of an alternative text is not known."))
RULE(E_LANGUAGE, "7.2-23", NULL,
    KL_N_("The language of an expanded abbreviation is not known."))
RULE(CONTENTS_LANGUAGE, "7.2-24", NULL,
    KL_N_("The language of an annotation's description is not known."))
RULE(TU_LANGUAGE, "7.2-25", NULL,
    KL_N_("The language of a field's description is not known."))
RULE(LANGUAGE_TAG, "7.2-29", "A 6.7.4-1",
    KL_N_("The language %s is not a language code."))
RULE(SPAN_ACTUAL, "7.2-30", NULL,
    KL_N_("The language of a replacement text in the content is not known."))
RULE(SPAN_ALT, "7.2-31", NULL,
    KL_N_("The language of an alternative text in the content is not known."))
RULE(SPAN_E, "7.2-32", NULL,
    KL_N_("The language of an expanded abbreviation in the content is not "
	  "known."))
RULE(TEXT_LANGUAGE, "7.2-34", NULL,
    KL_N_("The language of the text is not known."))

/* tables, lists, contents */
RULE(TABLE_KIDS, "7.2-3", NULL, KL_N_("A Table holds %s."))
RULE(TR_PARENT, "7.2-4", NULL, KL_N_("A TR lies in %s, not in a table."))
RULE(THEAD_PARENT, "7.2-5", NULL, KL_N_("A THead lies in %s, not in Table."))
RULE(TBODY_PARENT, "7.2-6", NULL, KL_N_("A TBody lies in %s, not in Table."))
RULE(TFOOT_PARENT, "7.2-7", NULL, KL_N_("A TFoot lies in %s, not in Table."))
RULE(TH_PARENT, "7.2-8", NULL, KL_N_("A TH lies in %s, not in TR."))
RULE(TD_PARENT, "7.2-9", NULL, KL_N_("A TD lies in %s, not in TR."))
RULE(TR_KIDS, "7.2-10", NULL, KL_N_("A TR holds %s, not only TH and TD."))
RULE(THEAD_TWICE, "7.2-11", NULL, KL_N_("A Table holds more than one THead."))
RULE(TFOOT_TWICE, "7.2-12", NULL, KL_N_("A Table holds more than one TFoot."))
RULE(TFOOT_ALONE, "7.2-13", NULL, KL_N_("A Table holds a TFoot but no TBody."))
RULE(THEAD_ALONE, "7.2-14", NULL, KL_N_("A Table holds a THead but no TBody."))
RULE(CELLS_OVERLAP, "7.2-15", NULL, KL_N_("Cells of a table overlap."))
RULE(TABLE_CAPTION, "7.2-16", NULL,
    KL_N_("A table's Caption is neither first nor last."))
RULE(LI_PARENT, "7.2-17", NULL, KL_N_("An LI lies in %s, not in L."))
RULE(LBODY_PARENT, "7.2-18", NULL, KL_N_("An LBody lies in %s, not in LI."))
RULE(L_KIDS, "7.2-19", NULL, KL_N_("An L holds %s."))
RULE(LI_KIDS, "7.2-20", NULL, KL_N_("An LI holds %s, not only Lbl and LBody."))
RULE(TOCI_PARENT, "7.2-26", NULL, KL_N_("A TOCI lies in %s, not in TOC."))
RULE(TOC_KIDS, "7.2-27", NULL, KL_N_("A TOC holds %s."))
RULE(TOC_CAPTION, "7.2-28", NULL, KL_N_("The Caption of a TOC is not first."))
RULE(THEAD_KIDS, "7.2-36", NULL, KL_N_("A THead holds %s, not only TR."))
RULE(TBODY_KIDS, "7.2-37", NULL, KL_N_("A TBody holds %s, not only TR."))
RULE(TFOOT_KIDS, "7.2-38", NULL, KL_N_("A TFoot holds %s, not only TR."))
RULE(CAPTION_TWICE, "7.2-39", NULL,
    KL_N_("A table holds more than one Caption."))
RULE(L_CAPTION, "7.2-40", NULL, KL_N_("The Caption of a list is not first."))
RULE(ROW_SPANS, "7.2-41", NULL,
    KL_N_("A cell of a table reaches below its last row."))
RULE(COLUMN_SPANS, "7.2-42", NULL,
    KL_N_("Row %s of a table has more columns than the first."))
RULE(COLUMN_COUNT, "7.2-43", NULL,
    KL_N_("Row %s of a table has fewer columns than the first."))
RULE(HEADERS, "7.5-1", NULL,
    KL_N_("A table's head has no Scope, and its cells do not name their "
	  "heads."))

/* figures, headings, formulas, notes */
RULE(FIGURE_ALT, "7.3-1", NULL, KL_N_("A picture has no alternative text."))
RULE(HEADING_LEVEL, "7.4.2-1", NULL,
    KL_N_("The heading %s skips a level or is the first without being H1."))
RULE(H_TWICE, "7.4.4-1", NULL, KL_N_("An element holds more than one H."))
RULE(H_AMONG_HN, "7.4.4-2", NULL,
    KL_N_("There is an H in a document with numbered headings."))
RULE(HN_AMONG_H, "7.4.4-3", NULL,
    KL_N_("There is a %s in a document with H headings."))
RULE(FORMULA_ALT, "7.7-1", NULL, KL_N_("A formula has no alternative text."))
RULE(NOTE_ID, "7.9-1", NULL, KL_N_("A Note has no ID."))
RULE(NOTE_ID_TWICE, "7.9-2", NULL, KL_N_("Two Notes have the same ID %s."))

/* layers, files, forms, protection */
RULE(LAYER_NAME, "7.10-1", "A 6.9-1", KL_N_("A setting of layers has no name."))
RULE(LAYER_NAME_TWICE, NULL, "A 6.9-2",
    KL_N_("Two settings of layers have the name %s."))
RULE(LAYER_ORDER, NULL, "A 6.9-3",
    KL_N_("A setting's order does not name all layers."))
RULE(LAYER_AS, "7.10-2", "A 6.9-4",
    KL_N_("A setting of layers changes by itself (AS)."))
RULE(FILE_NAMES, "7.11-1", "A 6.8-2",
    KL_N_("An embedded file has not both its names (F and UF)."))
RULE(FILE_KIND, NULL, "A 6.8-5", KL_N_("An embedded file is not PDF/A."))
RULE(XFA_DYNAMIC, "7.15-1", NULL, KL_N_("The form is a dynamic XFA form."))
RULE(XFA, NULL, "A 6.4.2-1", KL_N_("There is an XFA form."))
RULE(NEEDS_RENDERING, NULL, "A 6.4.2-2",
    KL_N_("The file must be made by an XFA program before it is shown."))
RULE(SIGNATURE_RANGE, NULL, "A 6.4.3-1",
    KL_N_("A signature does not cover the whole file."))
RULE(EXTRACTION, "7.16-1", NULL,
    KL_N_("The protection keeps screen readers out."))
RULE(ALTERNATES, NULL, "A 6.10-1", KL_N_("There are alternate presentations."))
RULE(STEPS, NULL, "A 6.10-2", KL_N_("The page has presentation steps."))
RULE(REQUIREMENTS, NULL, "A 6.11-1",
    KL_N_("The file demands things of its reader (Requirements)."))

/* annotations and actions */
RULE(ANNOT_TAG, "7.18.1-1", NULL,
    KL_N_("The annotation %s is not in an Annot element."))
RULE(ANNOT_ALT, "7.18.1-2", NULL, KL_N_("The annotation %s is not described."))
RULE(WIDGET_ALT, "7.18.1-3", NULL, KL_N_("A form field is not described."))
RULE(TRAPNET, "7.18.2-1", NULL, KL_N_("There is a TrapNet annotation."))
RULE(TABS, "7.18.3-1", NULL,
    KL_N_("The page does not say that its tab order follows the structure."))
RULE(WIDGET_TAG, "7.18.4-1", NULL,
    KL_N_("A form field is not in a Form element."))
RULE(FORM_KIDS, "7.18.4-2", NULL,
    KL_N_("A Form element without role holds more than its field."))
RULE(LINK_TAG, "7.18.5-1", NULL, KL_N_("A link is not in a Link element."))
RULE(LINK_CONTENTS, "7.18.5-2", NULL, KL_N_("A link is not described."))
RULE(MEDIA_TYPE, "7.18.6.2-1", NULL,
    KL_N_("A media clip does not say what kind it is."))
RULE(MEDIA_ALT, "7.18.6.2-2", NULL, KL_N_("A media clip is not described."))
RULE(PRINTER_MARK, "7.18.8-1", NULL,
    KL_N_("A printer's mark is in the structure."))
RULE(ANNOT_TYPE, NULL, "A 6.3.1-1",
    KL_N_("Annotations of the type %s are not allowed."))
RULE(ANNOT_FLAGS_MISSING, NULL, "A 6.3.2-1",
    KL_N_("The annotation %s has no flags."))
RULE(ANNOT_FLAGS, NULL, "A 6.3.2-2",
    KL_N_("The annotation %s is hidden or is not printed."))
RULE(APPEARANCE, NULL, "A 6.3.3-1",
    KL_N_("The annotation %s does not say how it looks."))
RULE(APPEARANCE_KEYS, NULL, "A 6.3.3-2",
    KL_N_("The annotation %s looks different in different states."))
RULE(WIDGET_ACTION, NULL, "A 6.4.1-1", KL_N_("A form field starts an action."))
RULE(FIELD_ACTION, NULL, "A 6.4.1-2", KL_N_("A field has actions of its own."))
RULE(NEED_APPEARANCES, NULL, "A 6.4.1-3",
    KL_N_("The form leaves to the reader how it looks."))
RULE(ACTION, NULL, "A 6.5.1-1", KL_N_("The action %s is not allowed."))
RULE(NAMED_ACTION, NULL, "A 6.5.1-2",
    KL_N_("The named action %s is not allowed."))
RULE(CATALOG_ACTIONS, NULL, "A 6.5.2-1",
    KL_N_("The document starts actions by itself."))
RULE(PAGE_ACTIONS, NULL, "A 6.5.2-2",
    KL_N_("The page starts actions by itself."))

/* content and colour */
RULE(OPERATOR, NULL, "A 6.2.2-1", KL_N_("The operator %s does not exist."))
RULE(RESOURCES, NULL, "A 6.2.2-2",
    KL_N_("The content uses %s, which its own resources do not have."))
RULE(INTENT_PROFILE, NULL, "A 6.2.3-1",
    KL_N_("The colour profile of the output intent is not valid."))
RULE(INTENT_SAME, NULL, "A 6.2.3-2",
    KL_N_("The output intents have different colour profiles."))
RULE(INTENT_REF, NULL, "A 6.2.3-3",
    KL_N_("An output intent takes its profile from elsewhere."))
RULE(PROFILE, NULL, "A 6.2.4.2-1", KL_N_("A colour profile is not valid."))
RULE(OVERPRINT, NULL, "A 6.2.4.2-2",
    KL_N_("Overprint mode 1 is used with a CMYK colour profile."))
RULE(DEVICE_RGB, NULL, "A 6.2.4.3-2",
    KL_N_("DeviceRGB is used without an RGB output intent."))
RULE(DEVICE_CMYK, NULL, "A 6.2.4.3-3",
    KL_N_("DeviceCMYK is used without a CMYK output intent."))
RULE(DEVICE_GREY, NULL, "A 6.2.4.3-4",
    KL_N_("DeviceGray is used without an output intent."))
RULE(COLOURANT_LIST, NULL, "A 6.2.4.4-1",
    KL_N_("The colourant %s is not described."))
RULE(SEPARATION_SAME, NULL, "A 6.2.4.4-2",
    KL_N_("The colourant %s is described in two ways."))
RULE(TRANSFER, NULL, "A 6.2.5-1", KL_N_("A transfer function is used (TR)."))
RULE(TRANSFER2, NULL, "A 6.2.5-2", KL_N_("A transfer function is used (TR2)."))
RULE(
    HALFTONE_PHASE, NULL, "A 6.2.5-3", KL_N_("A halftone phase is used (HTP)."))
RULE(HALFTONE_TYPE, NULL, "A 6.2.5-4",
    KL_N_("A halftone is not of type 1 or 5."))
RULE(HALFTONE_NAME, NULL, "A 6.2.5-5", KL_N_("A halftone is named."))
RULE(HALFTONE_TRANSFER, NULL, "A 6.2.5-6",
    KL_N_("A halftone's transfer function is out of place."))
RULE(RENDERING_INTENT, NULL, "A 6.2.6-1",
    KL_N_("The rendering intent %s does not exist."))
RULE(IMAGE_ALTERNATES, NULL, "A 6.2.8-1", KL_N_("A picture has alternates."))
RULE(IMAGE_OPI, NULL, "A 6.2.8-2",
    KL_N_("A picture stands for another file (OPI)."))
RULE(INTERPOLATE, NULL, "A 6.2.8-3", KL_N_("A picture is interpolated."))
RULE(JPX_CHANNELS, NULL, "A 6.2.8.3-1",
    KL_N_("A JPEG 2000 picture has not 1, 3 or 4 channels."))
RULE(JPX_SPACES, NULL, "A 6.2.8.3-2",
    KL_N_("A JPEG 2000 picture does not say which colour space is best."))
RULE(JPX_METHOD, NULL, "A 6.2.8.3-3",
    KL_N_("A JPEG 2000 picture's colour space is given in a forbidden way."))
RULE(JPX_CIEJAB, NULL, "A 6.2.8.3-4", KL_N_("A JPEG 2000 picture uses CIEJab."))
RULE(JPX_DEPTH, NULL, "A 6.2.8.3-5",
    KL_N_("A JPEG 2000 picture has a bad bit depth."))
RULE(FORM_POSTSCRIPT, NULL, "A 6.2.9-1",
    KL_N_("A form XObject holds PostScript or stands for another file."))
RULE(FORM_REFERENCE, "7.20-1", "A 6.2.9-2",
    KL_N_("A form XObject stands for a page of another file."))
RULE(XOBJECT_POSTSCRIPT, NULL, "A 6.2.9-3",
    KL_N_("There is a PostScript XObject."))
RULE(FORM_TWICE, "7.20-2", NULL,
    KL_N_("A form XObject with tagged content is used more than once."))
RULE(BLEND_MODE, NULL, "A 6.2.10-1", KL_N_("The blend mode %s does not exist."))
RULE(BLEND_SPACE, NULL, "A 6.2.10-2",
    KL_N_("The page is transparent, but no blending colour space is given."))

/* fonts */
RULE(FONT_TYPE, NULL, "A 6.2.11.2-1",
    KL_N_("The font %s does not say that it is a font."))
RULE(FONT_SUBTYPE, NULL, "A 6.2.11.2-2",
    KL_N_("The font %s is of an unknown type."))
RULE(FONT_NAME, NULL, "A 6.2.11.2-3", KL_N_("A font has no name."))
RULE(FONT_FIRST, NULL, "A 6.2.11.2-4", KL_N_("The font %s has no FirstChar."))
RULE(FONT_LAST, NULL, "A 6.2.11.2-5", KL_N_("The font %s has no LastChar."))
RULE(FONT_WIDTHS, NULL, "A 6.2.11.2-6",
    KL_N_("The font %s has not one width for each character."))
RULE(FONT_FILE_KIND, NULL, "A 6.2.11.2-7",
    KL_N_("The font program of %s is of an unknown kind."))
RULE(CID_SYSTEM, "7.21.3.1-1", "A 6.2.11.3.1-1",
    KL_N_("The character collections of the font %s and its encoding differ."))
RULE(CID_MAP, "7.21.3.2-1", "A 6.2.11.3.2-1",
    KL_N_("The font %s has no CIDToGIDMap."))
RULE(CMAP_EMBEDDED, "7.21.3.3-1", "A 6.2.11.3.3-1",
    KL_N_("The encoding %s is not embedded."))
RULE(CMAP_MODE, "7.21.3.3-2", "A 6.2.11.3.3-2",
    KL_N_("The encoding of the font %s gives two writing directions."))
RULE(CMAP_USE, "7.21.3.3-3", "A 6.2.11.3.3-3",
    KL_N_("An encoding refers to %s, which is not a predefined one."))
RULE(FONT_EMBEDDED, "7.21.4.1-1", "A 6.2.11.4.1-1",
    KL_N_("The font %s is not embedded."))
RULE(GLYPH_MISSING, "7.21.4.1-2", "A 6.2.11.4.1-2",
    KL_N_("The embedded font %s lacks a character that is shown."))
RULE(CHAR_SET, "7.21.4.2-1", "A 6.2.11.4.2-1",
    KL_N_("The CharSet of the font %s does not list its characters."))
RULE(CID_SET, "7.21.4.2-2", "A 6.2.11.4.2-2",
    KL_N_("The CIDSet of the font %s does not list its characters."))
RULE(GLYPH_WIDTH, "7.21.5-1", "A 6.2.11.5-1",
    KL_N_("The widths of the font %s differ from those of its font program."))
RULE(TRUETYPE_CMAP, "7.21.6-1", "A 6.2.11.6-1",
    KL_N_("The font program of %s has no usable character map."))
RULE(TRUETYPE_ENCODING, "7.21.6-2", "A 6.2.11.6-2",
    KL_N_("The font %s has not the encoding MacRoman or WinAnsi."))
RULE(SYMBOLIC_ENCODING, "7.21.6-3", "A 6.2.11.6-3",
    KL_N_("The symbol font %s has an encoding."))
RULE(SYMBOLIC_CMAP, "7.21.6-4", "A 6.2.11.6-4",
    KL_N_("The font program of the symbol font %s has several character "
	  "maps."))
RULE(NO_UNICODE, "7.21.7-1", "A 6.2.11.7.2-1",
    KL_N_("Characters of the font %s cannot be read as text (ToUnicode)."))
RULE(BAD_UNICODE, "7.21.7-2", "A 6.2.11.7.2-2",
    KL_N_("A character of the font %s means U+0000, U+FEFF or U+FFFE."))
RULE(PRIVATE_UNICODE, NULL, "A 6.2.11.7.3-1",
    KL_N_("A character of the font %s is private and has no replacement "
	  "text."))
RULE(NOTDEF, "7.21.8-1", "A 6.2.11.8-1",
    KL_N_("The font %s shows the sign for a missing character (.notdef)."))
