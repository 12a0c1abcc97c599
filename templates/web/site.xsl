<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     The public site: what all pages share.  Each kind of page (sida/@slag) has
     templates in the modes titel, stig (where one is) and innehåll.  No scripts,
     nothing from elsewhere. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord"
    xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="k svg">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:decimal-format name="sv" decimal-separator="," grouping-separator="&#160;"/>

  <xsl:include href="parts.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="meeting.xsl"/>
  <xsl:include href="document.xsl"/>
  <xsl:include href="board.xsl"/>
  <xsl:include href="people.xsl"/>
  <xsl:include href="appeal.xsl"/>
  <xsl:include href="accessibility.xsl"/>
  <xsl:include href="feed.xsl"/>
  <xsl:include href="calendar.xsl"/>
  <xsl:include href="colours.xsl"/>

  <xsl:variable name="sida" select="/sida"/>
  <xsl:variable name="rot" select="/sida/@rot"/>
  <xsl:variable name="org" select="/sida/organisation"/>
  <!-- how a folder is linked: with index.html, so that the site works from disk -->
  <xsl:variable name="i">index.html</xsl:variable>

  <xsl:template match="sida">
    <html lang="{@språk}">
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:apply-templates select="." mode="titel"/>
          <xsl:if test="@slag != 'start'"> – <xsl:value-of select="$org/namn"/></xsl:if>
        </title>
        <link rel="stylesheet" href="{$rot}style.css"/>
        <link rel="stylesheet" href="{$rot}farger.css"/>
        <link rel="alternate" type="application/atom+xml" title="{$org/namn}: möten och protokoll" href="{$rot}feed.atom"/>
        <xsl:if test="$org/@bild"><link rel="icon" type="image/png" href="{$rot}bild.png"/></xsl:if>
        <xsl:if test="@bas"><link rel="canonical" href="{@bas}{@väg}"/></xsl:if>
      </head>
      <body>
        <a class="hoppa" href="#innehall">Hoppa till innehållet</a>
        <xsl:call-template name="sidhuvud"/>
        <main id="innehall">
          <xsl:apply-templates select="." mode="stig"/>
          <xsl:apply-templates select="." mode="innehåll"/>
        </main>
        <xsl:call-template name="sidfot"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="sidhuvud">
    <header class="topp">
      <a class="hem" href="{$rot}{$i}">
        <xsl:if test="$org/@bild"><img src="{$rot}bild.png" alt="" width="28" height="28"/></xsl:if>
        <span><xsl:value-of select="$org/namn"/> · Nämnder</span>
      </a>
      <nav aria-label="Huvudmeny">
        <ul>
          <xsl:call-template name="menyval"><xsl:with-param name="val">möten</xsl:with-param><xsl:with-param name="till">moten.html</xsl:with-param><xsl:with-param name="text">Möten</xsl:with-param></xsl:call-template>
          <xsl:call-template name="menyval"><xsl:with-param name="val">nämnder</xsl:with-param><xsl:with-param name="till">namnder.html</xsl:with-param><xsl:with-param name="text">Nämnder</xsl:with-param></xsl:call-template>
          <xsl:call-template name="menyval"><xsl:with-param name="val">anslagstavla</xsl:with-param><xsl:with-param name="till">anslagstavla.html</xsl:with-param><xsl:with-param name="text">Anslagstavla</xsl:with-param></xsl:call-template>
          <xsl:call-template name="menyval"><xsl:with-param name="val">förtroendevalda</xsl:with-param><xsl:with-param name="till">fortroendevalda.html</xsl:with-param><xsl:with-param name="text">Förtroendevalda</xsl:with-param></xsl:call-template>
          <xsl:call-template name="menyval"><xsl:with-param name="val">överklaga</xsl:with-param><xsl:with-param name="till">sa-overklagar-du.html</xsl:with-param><xsl:with-param name="text">Så överklagar du</xsl:with-param></xsl:call-template>
        </ul>
      </nav>
    </header>
  </xsl:template>

  <xsl:template name="menyval">
    <xsl:param name="val"/><xsl:param name="till"/><xsl:param name="text"/>
    <li>
      <a href="{$rot}{$till}">
        <xsl:choose>
          <xsl:when test="$sida/@väg = $till"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:when>
          <xsl:when test="$sida/@meny = $val"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:when>
        </xsl:choose>
        <xsl:value-of select="$text"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template name="sidfot">
    <footer class="fot">
      <div>
        <p>
          <strong><xsl:value-of select="$org/namn"/></strong>
          <xsl:if test="$org/adress"><br/><xsl:value-of select="$org/adress"/></xsl:if>
          <xsl:if test="$org/epost"><br/><a href="mailto:{$org/epost}"><xsl:value-of select="$org/epost"/></a></xsl:if>
          <xsl:if test="starts-with($org/webb, 'https://') or starts-with($org/webb, 'http://')"><br/><a href="{$org/webb}"><xsl:value-of select="substring-after($org/webb, '//')"/></a></xsl:if>
        </p>
        <ul>
          <li><a href="{$rot}kalender.ics">Kalender med alla möten (iCalendar)</a></li>
          <li><a href="{$rot}feed.atom">Nyheter om möten och protokoll (Atom)</a></li>
          <li><a href="{$rot}tillganglighet.html">Tillgänglighet</a></li>
        </ul>
      </div>
      <p class="liten">Sidan gjordes den <xsl:value-of select="k:datum(@idag, 'lång')"/>.</p>
    </footer>
  </xsl:template>
</xsl:stylesheet>
