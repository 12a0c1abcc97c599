<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     Parts that several pages use: dates, outcome words, rows of meetings, the
     path to where one is. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <!-- a date in words, and for machines -->
  <xsl:template name="dag">
    <xsl:param name="dag"/><xsl:param name="form" select="'lång'"/>
    <time datetime="{$dag}"><xsl:value-of select="k:datum($dag, $form)"/></time>
  </xsl:template>

  <!-- Nämnder › …: the rest comes from the page -->
  <xsl:template name="stig">
    <xsl:param name="delar"/>
    <nav class="stig" aria-label="Du är här">
      <ol>
        <li><a href="{$rot}namnder.html">Nämnder</a></li>
        <xsl:copy-of select="$delar"/>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="sida" mode="stig"/>

  <!-- "Trafiknämnden, tisdagen den 17 november 2026", for a second one "(2)" -->
  <xsl:template match="möte" mode="namn">
    <xsl:value-of select="concat(@nämnd, ', ', k:datum(@datum, 'veckodag'))"/>
    <xsl:if test="@ordning"> (sammanträde <xsl:value-of select="@ordning"/>)</xsl:if>
  </xsl:template>

  <!-- the state of a meeting: a word with its colour -->
  <xsl:template match="möte" mode="läge">
    <xsl:choose>
      <xsl:when test="@läge = 'inställt'"><span class="marke m-varning">Inställt</span></xsl:when>
      <xsl:when test="@läge = 'planerat'"><span class="marke">Planerat</span></xsl:when>
      <xsl:when test="@läge = 'kallat'"><span class="marke m-gul">Kallelse finns</span></xsl:when>
      <xsl:when test="@läge = 'genomfört'"><span class="marke">Protokoll väntas</span></xsl:when>
      <xsl:when test="@läge = 'justerat'"><span class="marke m-gron">Protokoll justerat</span></xsl:when>
      <xsl:when test="@läge = 'anslaget'"><span class="marke m-gron">Protokoll anslaget</span></xsl:when>
      <xsl:otherwise><span class="marke m-gron">Protokoll</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a meeting in a list; nämnd="nej" leaves the committee's name out -->
  <xsl:template match="möte" mode="rad">
    <xsl:param name="nämnd" select="'ja'"/>
    <li class="rad">
      <span class="nr"><xsl:call-template name="dag"><xsl:with-param name="dag" select="@datum"/><xsl:with-param name="form" select="'knapp'"/></xsl:call-template></span>
      <div>
        <a href="{$rot}{@väg}{$i}">
          <xsl:choose>
            <xsl:when test="$nämnd = 'ja'"><xsl:value-of select="@nämnd"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="k:stor(k:datum(@datum, 'veckodag'))"/></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@ordning"> (sammanträde <xsl:value-of select="@ordning"/>)</xsl:if>
        </a>
        <p class="fakta">
          <xsl:if test="$nämnd = 'ja'"><xsl:value-of select="k:stor(k:datum(@datum, 'veckodag'))"/></xsl:if>
          <xsl:if test="$nämnd = 'ja' and (@tid or @plats)">, </xsl:if>
          <xsl:call-template name="tid-plats"/>
          <xsl:if test="$nämnd = 'nej' and @nummer"> · sammanträde&#160;<xsl:value-of select="@nummer"/>/<xsl:value-of select="@år"/></xsl:if>
        </p>
      </div>
      <xsl:apply-templates select="." mode="läge"/>
    </li>
  </xsl:template>

  <!-- "klockan 16.30 · Bråsalen" of the meeting at hand -->
  <xsl:template name="tid-plats">
    <xsl:if test="@tid">klockan&#160;<xsl:value-of select="k:tid(@tid)"/></xsl:if>
    <xsl:if test="@tid and @plats"> · </xsl:if>
    <xsl:value-of select="@plats"/>
  </xsl:template>

  <!-- a list of meetings, or a sentence that there are none -->
  <xsl:template name="möteslista">
    <xsl:param name="möten"/><xsl:param name="annars"/><xsl:param name="nämnd" select="'ja'"/>
    <xsl:choose>
      <xsl:when test="$möten">
        <ul class="rader">
          <xsl:apply-templates select="$möten" mode="rad"><xsl:with-param name="nämnd" select="$nämnd"/></xsl:apply-templates>
        </ul>
      </xsl:when>
      <xsl:otherwise><p class="tomt"><xsl:value-of select="$annars"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- meetings under a heading for each year (they come sorted) -->
  <xsl:template name="år-för-år">
    <xsl:param name="möten"/><xsl:param name="nämnd" select="'ja'"/>
    <xsl:if test="$möten">
      <xsl:variable name="år" select="substring($möten[1]/@datum, 1, 4)"/>
      <h3 id="ar-{$år}"><xsl:value-of select="$år"/></h3>
      <ul class="rader">
        <xsl:apply-templates select="$möten[starts-with(@datum, $år)]" mode="rad"><xsl:with-param name="nämnd" select="$nämnd"/></xsl:apply-templates>
      </ul>
      <xsl:call-template name="år-för-år">
        <xsl:with-param name="möten" select="$möten[not(starts-with(@datum, $år))]"/>
        <xsl:with-param name="nämnd" select="$nämnd"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "PDF, 24 sidor, 210 kB" -->
  <xsl:template match="fil" mode="fakta">
    <xsl:value-of select="translate(@typ, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    <xsl:if test="@sidor = 1">, 1&#160;sida</xsl:if>
    <xsl:if test="@sidor > 1">, <xsl:value-of select="@sidor"/>&#160;sidor</xsl:if>
    <xsl:text>, </xsl:text>
    <xsl:choose>
      <xsl:when test="@byte >= 999500"><xsl:value-of select="format-number(@byte div 1000000, '0,0', 'sv')"/>&#160;MB</xsl:when>
      <xsl:when test="@byte > 1000"><xsl:value-of select="round(@byte div 1000)"/>&#160;kB</xsl:when>
      <xsl:otherwise>1&#160;kB</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
