<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     The words of the calendar's events; the file itself (RFC 5545) is written
     from what this makes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="/sida[@slag = 'kalender']">
    <kalender>
      <xsl:attribute name="namn"><xsl:choose><xsl:when test="nämnd"><xsl:value-of select="nämnd/@namn"/></xsl:when><xsl:otherwise><xsl:value-of select="$org/namn"/>: nämndernas möten</xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:for-each select="möte">
        <händelse uid="{@uid}{translate(@nyckel[not(../@uid)], '/', '-')}@{/sida/@instans}" ändringar="{@ändringar}" datum="{@datum}" tid="{@tid}" slut="{@slut}">
          <xsl:if test="@läge = 'inställt'"><xsl:attribute name="inställt">ja</xsl:attribute></xsl:if>
          <rubrik><xsl:if test="@läge = 'inställt'">Inställt: </xsl:if><xsl:value-of select="@nämnd"/><xsl:if test="@nummer">, sammanträde <xsl:value-of select="@nummer"/>/<xsl:value-of select="@år"/></xsl:if></rubrik>
          <plats><xsl:value-of select="@plats"/></plats>
          <xsl:if test="/sida/@bas"><adress><xsl:value-of select="concat(/sida/@bas, @väg)"/></adress></xsl:if>
        </händelse>
      </xsl:for-each>
    </kalender>
  </xsl:template>
</xsl:stylesheet>
