## odf
