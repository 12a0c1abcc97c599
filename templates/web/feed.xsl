<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     News as an Atom feed (RFC 4287): a summons, minutes, a cancelled meeting.
     An entry's id never changes (RFC 4151); its links are relative unless the
     site's address is known. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:variable name="tagg" select="concat('tag:', /sida/@instans, ',2020:')"/>
  <!-- how the site's root is reached from the feed -->
  <xsl:variable name="upp"><xsl:choose><xsl:when test="/sida/@bas"><xsl:value-of select="/sida/@bas"/></xsl:when><xsl:otherwise><xsl:value-of select="/sida/@rot"/></xsl:otherwise></xsl:choose></xsl:variable>

  <xsl:template match="/sida[@slag = 'flöde']">
    <feed xml:lang="{@språk}">
      <title><xsl:choose><xsl:when test="nämnd"><xsl:value-of select="nämnd/@namn"/></xsl:when><xsl:otherwise><xsl:value-of select="$org/namn"/>, alla nämnder</xsl:otherwise></xsl:choose>: kallelser och protokoll</title>
      <id><xsl:value-of select="$tagg"/><xsl:value-of select="nämnd/@väg"/>feed</id>
      <updated><xsl:value-of select="@stund"/></updated>
      <author><name><xsl:value-of select="$org/namn"/></name></author>
      <xsl:if test="@bas"><link rel="self" type="application/atom+xml" href="{@bas}{@väg}"/></xsl:if>
      <link rel="alternate" type="text/html" href="{$upp}{nämnd/@väg}{$i}"/>
      <xsl:for-each select="möte">
        <xsl:apply-templates select="protokoll" mode="inlägg"><xsl:sort select="@justerat" order="descending"/></xsl:apply-templates>
        <xsl:apply-templates select="." mode="inlägg"/>
      </xsl:for-each>
    </feed>
  </xsl:template>

  <!-- adjusted minutes -->
  <xsl:template match="protokoll" mode="inlägg">
    <entry>
      <title><xsl:value-of select="../@nämnd"/>: <xsl:if test="@omedelbart = 'ja'">omedelbart justerat </xsl:if>protokoll <xsl:value-of select="k:paragrafer(@paragrafer)"/> från den <xsl:value-of select="k:datum(../@datum, 'lång')"/></title>
      <id><xsl:value-of select="concat($tagg, ../@väg, 'protokoll/', @nr)"/></id>
      <updated><xsl:choose><xsl:when test="@anslaget"><xsl:value-of select="@anslaget"/></xsl:when><xsl:otherwise><xsl:value-of select="@justerat"/></xsl:otherwise></xsl:choose>T12:00:00Z</updated>
      <published><xsl:value-of select="@justerat"/>T12:00:00Z</published>
      <link rel="alternate" type="text/html" href="{$upp}{../@väg}{$i}"/>
      <summary>Justerat den <xsl:value-of select="k:datum(@justerat, 'lång')"/>.<xsl:if test="@anslaget"> Anslaget den <xsl:value-of select="k:datum(@anslaget, 'lång')"/>.</xsl:if><xsl:if test="@sista-dag and ../@råd = 'nej'"> Sista dag att överklaga: <xsl:value-of select="k:datum(@sista-dag, 'veckodag')"/>.</xsl:if></summary>
    </entry>
  </xsl:template>

  <!-- the meeting: summoned or cancelled -->
  <xsl:template match="möte" mode="inlägg">
    <entry>
      <title><xsl:value-of select="@nämnd"/>: <xsl:choose><xsl:when test="@läge = 'inställt'">inställt sammanträde</xsl:when><xsl:otherwise>kallelse till sammanträde</xsl:otherwise></xsl:choose> den <xsl:value-of select="k:datum(@datum, 'lång')"/></title>
      <id><xsl:value-of select="concat($tagg, @väg, 'kallelse')"/></id>
      <updated><xsl:value-of select="@kallad"/>T12:00:00Z</updated>
      <link rel="alternate" type="text/html" href="{$upp}{@väg}{$i}"/>
      <summary><xsl:value-of select="k:stor(k:datum(@datum, 'veckodag'))"/><xsl:if test="@tid"> klockan&#160;<xsl:value-of select="k:tid(@tid)"/></xsl:if><xsl:if test="@plats">, <xsl:value-of select="@plats"/></xsl:if>.</summary>
    </entry>
  </xsl:template>
</xsl:stylesheet>
