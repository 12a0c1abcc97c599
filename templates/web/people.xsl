<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     Elected people with their assignments. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="sida[@slag = 'förtroendevalda']" mode="titel">Förtroendevalda</xsl:template>

  <xsl:template match="sida[@slag = 'förtroendevalda']" mode="innehåll">
    <h1>Förtroendevalda</h1>
    <p class="ingress">Ledamöter och ersättare i nämnderna, med sina uppdrag den <xsl:value-of select="k:datum(@idag, 'lång')"/>.</p>
    <xsl:if test="not(förtroendevald)"><p class="tomt">Inga uppdrag är inlagda.</p></xsl:if>
    <xsl:if test="förtroendevald">
      <ul class="personer">
        <xsl:for-each select="förtroendevald">
          <li>
            <h2><xsl:value-of select="concat(@förnamn, ' ', @efternamn)"/><xsl:if test="@parti"> (<xsl:value-of select="@parti"/>)</xsl:if></h2>
            <ul>
              <xsl:for-each select="mandat">
                <li><xsl:value-of select="k:stor(@roll)"/>, <a href="{nämnd/@väg}{$i}"><xsl:value-of select="nämnd/@namn"/></a></li>
              </xsl:for-each>
            </ul>
            <xsl:if test="@epost"><p><a href="mailto:{@epost}"><xsl:value-of select="@epost"/></a></p></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
