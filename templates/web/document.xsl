<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     A document (minutes ...) as a web page: its own words, in the site's frame.
     Elements and attributes come from a short list; anything else leaves its
     text behind, and scripts and styles leave nothing.  Headings go down a level
     so that the page has one h1. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord"
    xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="k svg">

  <xsl:template match="sida[@slag = 'dokument']" mode="titel"><xsl:value-of select="titel"/> – <xsl:apply-templates select="möte" mode="namn"/></xsl:template>

  <xsl:template match="sida[@slag = 'dokument']" mode="stig">
    <xsl:call-template name="stig">
      <xsl:with-param name="delar">
        <li><a href="../{$i}"><xsl:value-of select="möte/@nämnd"/></a></li>
        <li><a href="{$i}"><xsl:value-of select="k:datum(möte/@datum, 'lång')"/></a></li>
        <li><span aria-current="page"><xsl:value-of select="k:bind(titel)"/></span></li>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="sida[@slag = 'dokument']" mode="innehåll">
    <xsl:variable name="kind" select="@dokument"/>
    <xsl:variable name="här" select="webbsida[@slag = $kind][. = $sida/titel][1]/@länk"/>
    <xsl:variable name="rader" select="rader/rad[@länk and starts-with(@länk, concat($här, '#'))]"/>
    <h1><xsl:value-of select="k:bind(titel)"/></h1>
    <p class="ingress">
      <xsl:apply-templates select="möte" mode="namn"/>. <a href="{$i}">Till mötets sida</a><xsl:for-each select="fil[@slag = $kind][. = $sida/titel]"> · <a href="{@länk}">Hämta som fil</a> (<xsl:apply-templates select="." mode="fakta"/>)</xsl:for-each>
    </p>
    <div class="spalter">
      <div class="dokument">
        <xsl:apply-templates select="innehåll/node()" mode="dokument"/>
      </div>
      <xsl:if test="count($rader) > 1">
        <nav class="sido" aria-labelledby="sidans-paragrafer">
          <div class="ruta foljer">
            <h2 id="sidans-paragrafer">Paragrafer</h2>
            <ol class="namn">
              <xsl:for-each select="$rader">
                <li><a href="#{substring-after(@länk, '#')}">§&#160;<xsl:value-of select="@nr"/>&#160;<xsl:value-of select="k:bind(rubrik)"/></a></li>
              </xsl:for-each>
            </ol>
          </div>
        </nav>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:variable name="tillåtna"> article section div header footer p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup thead tbody tfoot tr th td a em strong b i u s sub sup br hr span blockquote figure figcaption time </xsl:variable>

  <xsl:template match="*" mode="dokument">
    <xsl:choose>
      <xsl:when test="contains($tillåtna, concat(' ', local-name(), ' '))">
        <xsl:element name="{local-name()}"><xsl:apply-templates select="@* | node()" mode="dokument"/></xsl:element>
      </xsl:when>
      <xsl:when test="contains(' script style iframe object embed template noscript head title form ', concat(' ', local-name(), ' '))"/>
      <xsl:otherwise><xsl:apply-templates select="node()" mode="dokument"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[local-name() = 'h1' or local-name() = 'h2' or local-name() = 'h3' or local-name() = 'h4' or local-name() = 'h5']" mode="dokument">
    <xsl:variable name="ner" select="number(boolean(/sida/innehåll//*[local-name() = 'h1']))"/>
    <xsl:element name="h{number(substring(local-name(), 2)) + $ner}"><xsl:apply-templates select="@* | node()" mode="dokument"/></xsl:element>
  </xsl:template>

  <!-- a picture only if it is in the page itself -->
  <xsl:template match="*[local-name() = 'img']" mode="dokument">
    <xsl:if test="starts-with(@src, 'data:image/png;base64,') or starts-with(@src, 'data:image/jpeg;base64,')">
      <img src="{@src}" alt="{@alt}"/>
    </xsl:if>
  </xsl:template>

  <!-- a drawing: outlines and text, nothing that links or runs -->
  <xsl:template match="svg:svg | svg:path | svg:text | svg:title" mode="dokument">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:copy-of select="@viewBox | @width | @height | @role | @aria-label | @aria-hidden | @d | @fill | @fill-rule | @stroke | @stroke-width | @stroke-linejoin | @x | @y | @text-anchor | @font-family | @font-size | @font-weight | @font-style"/>
      <xsl:apply-templates select="svg:path | svg:text | svg:title | text()" mode="dokument"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@*" mode="dokument"/>
  <xsl:template match="@id | @lang | @scope | @colspan | @rowspan | @span | @headers | @start | @value | @type | @role | @tabindex | @aria-label | @datetime | @title" mode="dokument"><xsl:copy/></xsl:template>
  <!-- a document's styles are its own: they never meet the site's -->
  <xsl:template match="@class" mode="dokument"><xsl:attribute name="class">d-<xsl:value-of select="."/></xsl:attribute></xsl:template>
  <xsl:template match="@href" mode="dokument">
    <xsl:if test="starts-with(., '#') or starts-with(., 'https://') or starts-with(., 'http://') or starts-with(., 'mailto:')"><xsl:copy/></xsl:if>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="dokument"/>
</xsl:stylesheet>
