<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     The notice board (KL 8:9-12): adjusted minutes, when and where. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="sida[@slag = 'anslagstavla']" mode="titel">Anslagstavla</xsl:template>

  <xsl:template match="sida[@slag = 'anslagstavla']" mode="innehåll">
    <h1>Anslagstavla</h1>
    <p class="ingress">Här tillkännages att protokoll har justerats. Ett anslag sitter uppe tills tiden för att överklaga har gått ut.</p>
    <xsl:if test="not(möte)"><p class="tomt">Just nu sitter inget anslag uppe.</p></xsl:if>
    <xsl:for-each select="möte">
      <xsl:sort select="protokoll/@anslaget" order="descending"/>
      <xsl:sort select="@nämnd"/>
      <article class="anslag" id="{translate(@väg, '/', '-')}{protokoll/@nr}" aria-labelledby="rubrik-{translate(@väg, '/', '-')}{protokoll/@nr}">
        <h2 id="rubrik-{translate(@väg, '/', '-')}{protokoll/@nr}"><xsl:value-of select="@nämnd"/>: <xsl:if test="protokoll/@omedelbart = 'ja'">omedelbart </xsl:if>justerat protokoll</h2>
        <dl>
          <div><dt>Sammanträde</dt><dd><xsl:call-template name="dag"><xsl:with-param name="dag" select="@datum"/><xsl:with-param name="form" select="'veckodag'"/></xsl:call-template></dd></div>
          <div><dt>Paragrafer</dt><dd><xsl:value-of select="k:paragrafer(protokoll/@paragrafer)"/></dd></div>
          <div><dt>Justerat</dt><dd><xsl:call-template name="dag"><xsl:with-param name="dag" select="protokoll/@justerat"/></xsl:call-template></dd></div>
          <div><dt>Anslaget</dt><dd><xsl:call-template name="dag"><xsl:with-param name="dag" select="protokoll/@anslaget"/></xsl:call-template></dd></div>
          <xsl:if test="protokoll/@sista-dag and @råd = 'nej'"><div><dt>Sista dag att överklaga</dt><dd><strong><xsl:call-template name="dag"><xsl:with-param name="dag" select="protokoll/@sista-dag"/><xsl:with-param name="form" select="'veckodag'"/></xsl:call-template></strong></dd></div></xsl:if>
          <xsl:if test="protokoll/@nere"><div><dt>Anslaget tas ned</dt><dd><xsl:call-template name="dag"><xsl:with-param name="dag" select="protokoll/@nere"/></xsl:call-template></dd></div></xsl:if>
          <xsl:if test="protokoll/@förvaring or $org/förvaring"><div><dt>Protokollet förvaras</dt><dd>
            <xsl:choose>
              <xsl:when test="protokoll/@förvaring"><xsl:value-of select="protokoll/@förvaring"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$org/förvaring"/></xsl:otherwise>
            </xsl:choose></dd></div></xsl:if>
        </dl>
        <p>
          <xsl:if test="@webbsida"><a href="{@webbsida}">Läs protokollet<span class="dold"> från <xsl:value-of select="concat(@nämnd, ' den ', k:datum(@datum, 'lång'))"/></span></a> · </xsl:if>
          <a href="{@väg}{$i}">Till mötet<span class="dold"> med <xsl:value-of select="concat(@nämnd, ' den ', k:datum(@datum, 'lång'))"/></span></a>
          <xsl:if test="@råd = 'nej'"> · <a href="sa-overklagar-du.html">Så överklagar du</a></xsl:if>
        </p>
      </article>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
