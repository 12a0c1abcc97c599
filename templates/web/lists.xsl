<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     The first page, all meetings, all committees, one committee. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <!-- the first page -->
  <xsl:template match="sida[@slag = 'start']" mode="titel"><xsl:value-of select="$org/namn"/>: nämndernas möten och beslut</xsl:template>
  <xsl:template match="sida[@slag = 'start']" mode="innehåll">
    <h1>Nämndernas möten och beslut</h1>
    <p class="ingress">Här finns kallelser och protokoll från nämnderna i <xsl:value-of select="$org/namn"/>. Du ser vad som ska beslutas, vad som har beslutats, hur länge ett beslut kan överklagas och vart du vänder dig.</p>
    <div class="tva">
      <section aria-labelledby="kommande">
        <h2 id="kommande">Kommande möten</h2>
        <xsl:call-template name="möteslista"><xsl:with-param name="möten" select="kommande/möte"/><xsl:with-param name="annars">Inga kommande möten är inlagda.</xsl:with-param></xsl:call-template>
      </section>
      <section aria-labelledby="senaste">
        <h2 id="senaste">Senaste möten</h2>
        <xsl:call-template name="möteslista"><xsl:with-param name="möten" select="tidigare/möte"/><xsl:with-param name="annars">Inga möten har hållits ännu.</xsl:with-param></xsl:call-template>
      </section>
    </div>
    <p><a href="moten.html">Alla möten</a></p>
    <section aria-labelledby="namnder">
      <h2 id="namnder">Nämnder och råd</h2>
      <ul class="kort">
        <xsl:for-each select="nämnd"><li><a href="{@väg}{$i}"><xsl:value-of select="@namn"/></a></li></xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- all meetings -->
  <xsl:template match="sida[@slag = 'möten']" mode="titel">Möten</xsl:template>
  <xsl:template match="sida[@slag = 'möten']" mode="innehåll">
    <h1>Möten</h1>
    <p class="ingress">Alla nämnders sammanträden. <a href="kalender.ics">Lägg in dem i din kalender</a> eller <a href="feed.atom">få veta när något nytt publiceras</a>.</p>
    <section aria-labelledby="kommande">
      <h2 id="kommande">Kommande</h2>
      <xsl:call-template name="möteslista"><xsl:with-param name="möten" select="kommande/möte"/><xsl:with-param name="annars">Inga kommande möten är inlagda.</xsl:with-param></xsl:call-template>
    </section>
    <section aria-labelledby="tidigare">
      <h2 id="tidigare">Tidigare</h2>
      <xsl:if test="not(tidigare/möte)"><p class="tomt">Inga möten har hållits ännu.</p></xsl:if>
      <xsl:call-template name="år-för-år"><xsl:with-param name="möten" select="tidigare/möte"/></xsl:call-template>
    </section>
  </xsl:template>

  <!-- all committees -->
  <xsl:template match="sida[@slag = 'nämnder']" mode="titel">Nämnder</xsl:template>
  <xsl:template match="sida[@slag = 'nämnder']" mode="innehåll">
    <h1>Nämnder</h1>
    <p class="ingress">Nämnderna fattar beslut inom sina områden. Råden ger nämnderna synpunkter men fattar inga beslut åt dem.</p>
    <ul class="rader">
      <xsl:for-each select="nämnd">
        <li class="rad utan-nr">
          <div>
            <a href="{@väg}{$i}"><xsl:value-of select="@namn"/></a>
            <p class="fakta">
              <xsl:if test="@kontor"><xsl:value-of select="@kontor"/></xsl:if>
              <xsl:if test="@kontor and @ledamöter"> · </xsl:if>
              <xsl:if test="@ledamöter"><xsl:value-of select="@ledamöter"/> ledamöter</xsl:if>
              <xsl:if test="möte and (@kontor or @ledamöter)"> · </xsl:if>
              <xsl:for-each select="möte">nästa möte <a href="{@väg}{$i}"><xsl:call-template name="dag"><xsl:with-param name="dag" select="@datum"/></xsl:call-template></a></xsl:for-each>
            </p>
          </div>
          <xsl:if test="@råd = 'ja'"><span class="marke">Råd</span></xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- one committee -->
  <xsl:template match="sida[@slag = 'nämnd']" mode="titel"><xsl:value-of select="nämnd/@namn"/></xsl:template>
  <xsl:template match="sida[@slag = 'nämnd']" mode="stig">
    <xsl:call-template name="stig">
      <xsl:with-param name="delar"><li><span aria-current="page"><xsl:value-of select="nämnd/@namn"/></span></li></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="sida[@slag = 'nämnd']" mode="innehåll">
    <h1><xsl:value-of select="nämnd/@namn"/></h1>
    <p class="ingress"><xsl:apply-templates select="nämnd" mode="presentation"/></p>
    <div class="spalter">
      <div>
        <section aria-labelledby="kommande">
          <h2 id="kommande">Kommande möten</h2>
          <xsl:call-template name="möteslista"><xsl:with-param name="möten" select="kommande/möte"/><xsl:with-param name="annars">Inga kommande möten är inlagda.</xsl:with-param><xsl:with-param name="nämnd">nej</xsl:with-param></xsl:call-template>
        </section>
        <section aria-labelledby="tidigare">
          <h2 id="tidigare">Möten och protokoll</h2>
          <xsl:if test="not(tidigare/möte)"><p class="tomt">Inga möten har hållits ännu.</p></xsl:if>
          <xsl:call-template name="år-för-år"><xsl:with-param name="möten" select="tidigare/möte"/><xsl:with-param name="nämnd">nej</xsl:with-param></xsl:call-template>
        </section>
      </div>
      <div class="sido">
        <xsl:if test="mandat[@grupp != 'sekreterare']">
          <section class="ruta" aria-labelledby="vilka">
            <h2 id="vilka">Vilka som sitter i <xsl:choose><xsl:when test="nämnd/@råd = 'ja'">rådet</xsl:when><xsl:otherwise>nämnden</xsl:otherwise></xsl:choose></h2>
            <xsl:call-template name="mandatlista"><xsl:with-param name="grupp">ledamöter</xsl:with-param><xsl:with-param name="rubrik">Ledamöter</xsl:with-param></xsl:call-template>
            <xsl:call-template name="mandatlista"><xsl:with-param name="grupp">ersättare</xsl:with-param><xsl:with-param name="rubrik">Ersättare</xsl:with-param></xsl:call-template>
          </section>
        </xsl:if>
        <xsl:if test="mandat[@grupp = 'sekreterare']">
          <section class="ruta" aria-labelledby="kontakt">
            <h2 id="kontakt">Kontakt</h2>
            <xsl:for-each select="mandat[@grupp = 'sekreterare']">
              <p>Nämndsekreterare: <xsl:value-of select="concat(@förnamn, ' ', @efternamn)"/><xsl:if test="@epost"><br/><a href="mailto:{@epost}"><xsl:value-of select="@epost"/></a></xsl:if></p>
            </xsl:for-each>
          </section>
        </xsl:if>
        <section class="ruta" aria-labelledby="folj">
          <h2 id="folj">Följ <xsl:choose><xsl:when test="nämnd/@råd = 'ja'">rådet</xsl:when><xsl:otherwise>nämnden</xsl:otherwise></xsl:choose></h2>
          <p><a href="kalender.ics">Kalender</a> · <a href="feed.atom">Atom</a></p>
        </section>
      </div>
    </div>
  </xsl:template>

  <!-- "Trafiknämnden har 13 ledamöter. Trafikkontoret arbetar åt nämnden." -->
  <xsl:template match="nämnd" mode="presentation">
    <xsl:variable name="vad"><xsl:choose><xsl:when test="@råd = 'ja'">Rådet</xsl:when><xsl:when test="@slag = 'styrelse'">Styrelsen</xsl:when><xsl:when test="@slag = 'utskott'">Utskottet</xsl:when><xsl:when test="@slag = 'fullmäktige'">Fullmäktige</xsl:when><xsl:otherwise>Nämnden</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:if test="@ledamöter"><xsl:value-of select="$vad"/> har <xsl:value-of select="@ledamöter"/> ledamöter. </xsl:if>
    <xsl:if test="@kontor"><xsl:value-of select="@kontor"/> förbereder ärendena och genomför besluten. </xsl:if>
    <xsl:if test="../bistår">
      <xsl:text>Rådet lämnar synpunkter till </xsl:text>
      <xsl:call-template name="länkade-nämnder"><xsl:with-param name="nämnder" select="../bistår/nämnd"/></xsl:call-template>
      <xsl:text>. </xsl:text>
    </xsl:if>
    <xsl:if test="../bistås-av">
      <xsl:text>Synpunkter lämnas av </xsl:text>
      <xsl:call-template name="länkade-nämnder"><xsl:with-param name="nämnder" select="../bistås-av/nämnd"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="länkade-nämnder">
    <xsl:param name="nämnder"/>
    <xsl:for-each select="$nämnder">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()"> och </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <a href="{$rot}{@väg}{$i}"><xsl:value-of select="@namn"/></a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="mandatlista">
    <xsl:param name="grupp"/><xsl:param name="rubrik"/>
    <xsl:if test="mandat[@grupp = $grupp]">
      <h3><xsl:value-of select="$rubrik"/></h3>
      <ul class="namn">
        <xsl:for-each select="mandat[@grupp = $grupp]">
          <li>
            <xsl:value-of select="concat(@förnamn, ' ', @efternamn)"/>
            <xsl:if test="@parti"> (<xsl:value-of select="@parti"/>)</xsl:if>
            <xsl:if test="@roll != 'ledamot' and @roll != 'ersättare'">, <xsl:value-of select="@roll"/></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
