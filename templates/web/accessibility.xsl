<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     A draft of the accessibility statement (lag 2018:1937, 13 §).  It says only
     what has been tested; the organisation completes it with its own review. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="sida[@slag = 'tillgänglighet']" mode="titel">Tillgänglighet</xsl:template>

  <xsl:template match="sida[@slag = 'tillgänglighet']" mode="innehåll">
    <article class="text">
      <h1>Tillgänglighet</h1>
      <p class="ingress"><xsl:value-of select="$org/namn"/> står bakom den här webbplatsen. Så många som möjligt ska kunna använda den. Här står hur långt vi har kommit och vart du vänder dig om något inte fungerar.</p>

      <h2>Hur tillgänglig webbplatsen är</h2>
      <p>Sidorna är byggda med målet att uppfylla WCAG 2.2 på nivå AA. <strong>Det är ännu inte granskat av någon oberoende, och inte prövat av användare.</strong> Vi kan därför inte säga att webbplatsen uppfyller lagens krav i alla delar.</p>

      <h2>Vad som har prövats</h2>
      <p>När programmet som gör sidorna byggs prövas detta automatiskt på sidor i ett exempel:</p>
      <ul>
        <li>att varje sida är välformad, anger sitt språk och har en enda huvudrubrik,</li>
        <li>att varje bild har en alternativtext, om den inte är dekoration,</li>
        <li>att alla länkar mellan sidorna leder någonstans,</li>
        <li>att kontrasten är minst 4,5 till 1 för organisationens färg i länkar och rubriker, både mot ljus och mot mörk bakgrund,</li>
        <li>att sidorna varken behöver skript eller hämtar något från andra webbplatser.</li>
      </ul>

      <h2>Vad som inte har prövats</h2>
      <ul>
        <li>Hur sidorna fungerar med skärmläsare, talstyrning och andra hjälpmedel.</li>
        <li>Om språket är lätt att förstå.</li>
        <li>Varje publicerad PDF. De görs märkta för tillgänglighet, men bilagor som kommer från andra kan ha brister.</li>
      </ul>

      <h2>Om du hittar ett hinder</h2>
      <p>
        <xsl:choose>
          <xsl:when test="$org/epost">Skriv till <a href="mailto:{$org/epost}"><xsl:value-of select="$org/epost"/></a> så rättar vi det. Du kan också be att få en handling på ett sätt som passar dig. Du får svar utan onödigt dröjsmål.</xsl:when>
          <xsl:otherwise>Hör av dig till oss så rättar vi det. Du kan också be att få en handling på ett sätt som passar dig. Du får svar utan onödigt dröjsmål.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p>Är du inte nöjd med hur vi hanterar det kan du anmäla det till den myndighet som har tillsyn över lagen (2018:1937) om tillgänglighet till digital offentlig service.</p>
      <p class="liten">Redogörelsen är ett utkast som följer med programmet. Organisationen fyller på med sin egen granskning.</p>
    </article>
  </xsl:template>
</xsl:stylesheet>
