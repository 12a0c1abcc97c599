<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     The organisation's two colours for style.css, made readable on light and on
     dark. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/sida[@slag = 'färger']">
    <text>:root { --farg: <xsl:value-of select="färger/@ljus"/>; --accent: <xsl:value-of select="färger/@accent"/>; --accent-kant: <xsl:value-of select="färger/@accent-kant"/>; }
@media screen and (prefers-color-scheme: dark) {
	:root { --farg: <xsl:value-of select="färger/@mörk"/>; --accent-kant: <xsl:value-of select="färger/@accent-mörk"/>; }
}
</text>
  </xsl:template>
</xsl:stylesheet>
