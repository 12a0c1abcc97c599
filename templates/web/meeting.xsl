<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     A meeting: where it stands, what comes next, its paragraphs or agenda, its
     documents, how to appeal.  Never says that a decision has legal force: only
     the earliest day. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="sida[@slag = 'möte']" mode="titel"><xsl:apply-templates select="möte" mode="namn"/></xsl:template>

  <xsl:template match="sida[@slag = 'möte']" mode="stig">
    <xsl:call-template name="stig">
      <xsl:with-param name="delar">
        <li><a href="../{$i}"><xsl:value-of select="möte/@nämnd"/></a></li>
        <li><span aria-current="page"><xsl:value-of select="k:datum(möte/@datum, 'lång')"/></span></li>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="sida[@slag = 'möte']" mode="innehåll">
    <h1><xsl:apply-templates select="möte" mode="namn"/></h1>
    <p class="ingress"><xsl:apply-templates select="möte" mode="tid"/></p>
    <xsl:if test="möte/@läge = 'inställt'"><p class="varning"><strong>Sammanträdet är inställt.</strong></p></xsl:if>
    <xsl:apply-templates select="steg-rad"/>
    <div class="spalter">
      <div><xsl:call-template name="vad-som-togs-upp"/></div>
      <div class="sido">
        <xsl:call-template name="handlingar"/>
        <xsl:call-template name="överklaga-ruta"/>
        <xsl:if test="sekreterare/@namn">
          <section class="ruta" aria-labelledby="fragor">
            <h2 id="fragor">Frågor</h2>
            <p>
              <xsl:value-of select="sekreterare/@namn"/>, nämndsekreterare
              <xsl:if test="sekreterare/@epost"><br/><a href="mailto:{sekreterare/@epost}"><xsl:value-of select="sekreterare/@epost"/></a></xsl:if>
              <xsl:if test="sekreterare/@telefon"><br/><xsl:value-of select="sekreterare/@telefon"/></xsl:if>
            </p>
          </section>
        </xsl:if>
        <section class="ruta" aria-labelledby="folj">
          <h2 id="folj">Följ <xsl:choose><xsl:when test="möte/@råd = 'ja'">rådet</xsl:when><xsl:otherwise>nämnden</xsl:otherwise></xsl:choose></h2>
          <p><a href="../kalender.ics">Kalender</a> · <a href="../feed.atom">Atom</a></p>
        </section>
      </div>
    </div>
  </xsl:template>

  <!-- "Klockan 16.30–18.05 i Bråsalen, Stadshuset. Sammanträde 9/2026." -->
  <xsl:template match="möte" mode="tid">
    <xsl:if test="@tid">
      <xsl:text>Klockan&#160;</xsl:text><xsl:value-of select="k:tid(@tid)"/>
      <xsl:if test="@slut">–<xsl:value-of select="k:tid(@slut)"/></xsl:if>
      <xsl:if test="not(@plats)">. </xsl:if>
    </xsl:if>
    <xsl:if test="@plats">
      <xsl:choose><xsl:when test="@tid">, </xsl:when><xsl:otherwise>Plats: </xsl:otherwise></xsl:choose>
      <xsl:value-of select="@plats"/><xsl:text>. </xsl:text>
    </xsl:if>
    <xsl:if test="@nummer">Sammanträde&#160;<xsl:value-of select="@nummer"/>/<xsl:value-of select="@år"/>.</xsl:if>
  </xsl:template>

  <!-- ==== where it stands ================================================= -->

  <xsl:template match="steg-rad">
    <section class="lage" aria-labelledby="laget">
      <h2 id="laget" class="dold">Läget just nu</h2>
      <ol class="steg steg-{count(steg)}">
        <xsl:apply-templates select="steg"/>
      </ol>
      <p class="nasta"><xsl:apply-templates select="../möte" mode="nästa"/></p>
    </section>
  </xsl:template>

  <xsl:template match="steg">
    <li class="{translate(@när, 'ä', 'a')}">
      <xsl:if test="@när = 'nu'"><xsl:attribute name="aria-current">step</xsl:attribute></xsl:if>
      <span class="vad">
        <xsl:apply-templates select="." mode="vad"/>
        <xsl:if test="@när = 'klart'"><span class="dold"> (klart)</span></xsl:if>
      </span>
      <xsl:if test="@datum">
        <span class="dag">
          <xsl:apply-templates select="." mode="före"/>
          <xsl:call-template name="dag"><xsl:with-param name="dag" select="@datum"/><xsl:with-param name="form" select="'knapp'"/></xsl:call-template>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="steg[@slag = 'kallelse']" mode="vad">Kallelse</xsl:template>
  <xsl:template match="steg[@slag = 'sammanträde']" mode="vad">Sammanträde</xsl:template>
  <xsl:template match="steg[@slag = 'justerat']" mode="vad"><xsl:choose><xsl:when test="@när = 'sedan'">Justeras</xsl:when><xsl:otherwise>Justerat</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="steg[@slag = 'anslaget']" mode="vad">
    <xsl:choose>
      <xsl:when test="@när = 'sedan'">Anslås</xsl:when>
      <xsl:when test="@när = 'nu' and ../../möte/@råd = 'nej'">Anslaget, kan överklagas</xsl:when>
      <xsl:otherwise>Anslaget</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="steg[@slag = 'laga-kraft']" mode="vad"><xsl:if test="@när = 'nu'">Tiden för att överklaga är slut. </xsl:if>Laga kraft</xsl:template>

  <!-- the word before the day -->
  <xsl:template match="steg" mode="före"/>
  <xsl:template match="steg[@slag = 'kallelse' or @slag = 'justerat']" mode="före"><xsl:if test="@när = 'sedan'">senast </xsl:if></xsl:template>
  <xsl:template match="steg[@slag = 'anslaget']" mode="före"><xsl:if test="@när = 'nu'">till och med </xsl:if></xsl:template>
  <xsl:template match="steg[@slag = 'laga-kraft']" mode="före">tidigast </xsl:template>

  <!-- what comes next -->
  <xsl:template match="möte" mode="nästa">
    <xsl:variable name="p" select="../protokoll[@omedelbart = 'nej'][1]"/>
    <xsl:choose>
      <xsl:when test="@läge = 'planerat' and @kommande = 'nej'"/>
      <xsl:when test="@läge = 'planerat' and @kallelse"><strong>Härnäst:</strong> kallelsen skickas senast <xsl:value-of select="k:datum(@kallelse, 'veckodag')"/>.</xsl:when>
      <xsl:when test="@läge = 'planerat'"><strong>Härnäst:</strong> kallelsen skickas.</xsl:when>
      <xsl:when test="@läge = 'kallat'"><strong>Härnäst:</strong> nämnden sammanträder <xsl:value-of select="k:datum(@datum, 'veckodag')"/><xsl:if test="@tid"> klockan&#160;<xsl:value-of select="k:tid(@tid)"/></xsl:if>.</xsl:when>
      <xsl:when test="@läge = 'genomfört' and @justeras-senast"><strong>Härnäst:</strong> protokollet justeras senast <xsl:value-of select="k:datum(@justeras-senast, 'veckodag')"/>. Då publiceras besluten här.</xsl:when>
      <xsl:when test="@läge = 'genomfört'"><strong>Härnäst:</strong> protokollet justeras. Då publiceras besluten här.</xsl:when>
      <xsl:when test="@läge = 'justerat' and @råd = 'ja'">Protokollet är justerat.</xsl:when>
      <xsl:when test="@läge = 'justerat'"><strong>Härnäst:</strong> protokollet sätts upp på anslagstavlan. Från den dagen går det att överklaga i tre veckor.</xsl:when>
      <xsl:when test="@läge = 'anslaget' and $p/@sista-dag and @råd = 'nej'"><strong>Härnäst:</strong> sista dag att överklaga är <xsl:value-of select="k:datum($p/@sista-dag, 'veckodag')"/>.</xsl:when>
      <xsl:when test="@läge = 'anslaget'">Protokollet finns på <a href="{$rot}anslagstavla.html">anslagstavlan</a>.</xsl:when>
      <xsl:when test="@läge = 'slut' and $p/@sista-dag">Tiden för att överklaga gick ut <xsl:value-of select="k:datum($p/@sista-dag, 'veckodag')"/>. Den som vill veta om ett visst beslut har överklagats eller fått laga kraft kan fråga nämndens sekreterare.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== paragraphs or agenda ============================================ -->

  <xsl:template name="vad-som-togs-upp">
    <xsl:if test="rader[@slag = 'paragrafer']">
      <section aria-labelledby="beslut">
        <h2 id="beslut">
          <xsl:choose>
            <xsl:when test="rader[@slag = 'punkter']">Omedelbart justerade beslut</xsl:when>
            <xsl:when test="möte/@råd = 'ja'">Protokollets paragrafer</xsl:when>
            <xsl:otherwise>Beslut</xsl:otherwise>
          </xsl:choose>
        </h2>
        <ol class="rader"><xsl:apply-templates select="rader[@slag = 'paragrafer']/rad"/></ol>
      </section>
    </xsl:if>
    <xsl:if test="rader[@slag = 'punkter']">
      <section aria-labelledby="lista">
        <h2 id="lista">Föredragningslista</h2>
        <xsl:for-each select="rader[@slag = 'punkter']">
          <xsl:if test="rubrik"><h3><xsl:value-of select="rubrik"/></h3></xsl:if>
          <xsl:if test="rad"><ol class="rader"><xsl:apply-templates select="rad"/></ol></xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
    <xsl:if test="not(rader)">
      <section aria-labelledby="lista">
        <h2 id="lista">Föredragningslista</h2>
        <p class="tomt">Föredragningslistan publiceras när kallelsen skickas.</p>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rad">
    <li class="rad">
      <xsl:if test="@slag = 'paragraf'"><xsl:attribute name="id">p<xsl:value-of select="@nr"/></xsl:attribute></xsl:if>
      <span class="nr"><xsl:if test="@slag = 'paragraf'">§&#160;</xsl:if><xsl:value-of select="@nr"/></span>
      <div>
        <xsl:choose>
          <xsl:when test="@länk"><a href="{@länk}"><xsl:value-of select="k:bind(rubrik)"/></a></xsl:when>
          <xsl:otherwise><span class="rubrik"><xsl:value-of select="k:bind(rubrik)"/></span></xsl:otherwise>
        </xsl:choose>
        <xsl:variable name="fakta"><xsl:apply-templates select="." mode="fakta"/></xsl:variable>
        <xsl:if test="string($fakta) != ''"><p class="fakta"><xsl:copy-of select="$fakta"/></p></xsl:if>
      </div>
      <xsl:apply-templates select="." mode="utgång"/>
    </li>
  </xsl:template>

  <!-- the outcome: a word, and a colour that says the same -->
  <xsl:template match="rad" mode="utgång">
    <xsl:choose>
      <xsl:when test="@utgång = 'beslutat'"><span class="marke m-gron">Beslutat</span></xsl:when>
      <xsl:when test="@utgång = 'valt'"><span class="marke m-gron">Valt</span></xsl:when>
      <xsl:when test="@utgång = 'bordlagt'"><span class="marke m-gul">Bordlagt</span></xsl:when>
      <xsl:when test="@utgång = 'återremiss'"><span class="marke m-gul">Återremiss</span></xsl:when>
      <xsl:when test="@utgång = 'utgår'"><span class="marke">Utgår</span></xsl:when>
      <xsl:when test="@utgång = 'anmält'"><span class="marke m-bla">Anmält</span></xsl:when>
      <xsl:when test="@utgång = 'information'"><span class="marke m-bla">Information</span></xsl:when>
      <xsl:when test="@utgång"><span class="marke"><xsl:value-of select="k:stor(@utgång)"/></span></xsl:when>
      <xsl:when test="@sen = 'ja'"><span class="marke m-gul">Skickas senare</span></xsl:when>
      <xsl:when test="@ny = 'ja'"><span class="marke m-gul">Tillagt</span></xsl:when>
    </xsl:choose>
  </xsl:template>
  <!-- secret: that it is, and the ground (in the facts), no more -->
  <xsl:template match="rad[sekretess]" mode="utgång"><span class="marke m-streckad">Ej offentligt</span></xsl:template>
  <xsl:template match="rad[sekretess]" mode="fakta">Sekretess: <xsl:value-of select="k:bind(sekretess)"/></xsl:template>

  <!-- one line of facts, parted by dots -->
  <xsl:template match="rad" mode="fakta">
    <xsl:variable name="delar">
      <xsl:if test="@dnr"><span>Dnr&#160;<xsl:value-of select="@dnr"/></span></xsl:if>
      <xsl:if test="@anmärkning"><span><xsl:value-of select="k:bind(@anmärkning)"/></span></xsl:if>
      <xsl:if test="@utdelas = 'ja'"><span>delas ut på mötet</span></xsl:if>
      <xsl:if test="@slag = 'punkt' and @omedelbart = 'ja'"><span>väntas bli omedelbart justerat</span></xsl:if>
      <xsl:for-each select="omröstning"><span>omröstning <xsl:value-of select="@ja"/>&#160;ja, <xsl:value-of select="@nej"/>&#160;nej<xsl:if test="@avstår > 0">, <xsl:value-of select="@avstår"/>&#160;avstår</xsl:if></span></xsl:for-each>
      <xsl:for-each select="reservation | uttalande"><span><xsl:choose><xsl:when test="self::reservation">reservation</xsl:when><xsl:otherwise>uttalande</xsl:otherwise></xsl:choose><xsl:if test="parti"> (<xsl:for-each select="parti"><xsl:if test="position() > 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>)</xsl:if></span></xsl:for-each>
      <xsl:apply-templates select="." mode="överklagande"/>
    </xsl:variable>
    <xsl:for-each select="k:noder($delar)/span">
      <xsl:if test="position() > 1"> · </xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:for-each>
  </xsl:template>

  <!-- the appeal clock belongs to the decision -->
  <xsl:template match="rad" mode="överklagande"/>
  <xsl:template match="rad[@slag = 'paragraf']" mode="överklagande">
    <xsl:choose>
      <xsl:when test="$sida/möte/@råd = 'ja'"/>
      <xsl:when test="@överklagande = 'inget'"><span>kan inte överklagas</span></xsl:when>
      <xsl:when test="@överklagande = 'förvaltningsbesvär'"><span><a href="{$rot}sa-overklagar-du.html#besvar">överklagas av den beslutet gäller</a></span></xsl:when>
      <xsl:when test="@överklagande = 'plan'"><span><a href="{$rot}sa-overklagar-du.html#plan">överklagas till mark- och miljödomstolen</a></span></xsl:when>
      <xsl:when test="@överklagande = 'lov'"><span><a href="{$rot}sa-overklagar-du.html#lov">överklagas till länsstyrelsen</a></span></xsl:when>
    </xsl:choose>
    <xsl:for-each select="protokoll">
      <span>omedelbart justerad <xsl:value-of select="k:datum(@justerat, 'knapp')"/></span>
      <xsl:if test="(../@överklagande = 'laglighetsprövning' or not(../@överklagande)) and @sista-dag and $sida/möte/@råd = 'nej'">
        <xsl:if test="@tid = 'löper'"><span>kan överklagas till och med <xsl:value-of select="k:datum(@sista-dag, 'knapp')"/></span></xsl:if>
        <xsl:if test="@tid = 'slut'"><span>kunde överklagas till och med <xsl:value-of select="k:datum(@sista-dag, 'knapp')"/></span></xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== boxes at the side =============================================== -->

  <xsl:template name="handlingar">
    <section class="ruta" aria-labelledby="handlingar">
      <h2 id="handlingar">Handlingar</h2>
      <xsl:if test="not(fil | webbsida)"><p class="tomt">Inga handlingar är publicerade ännu.</p></xsl:if>
      <xsl:if test="fil | webbsida">
        <ul>
          <xsl:for-each select="fil"><li><a href="{@länk}"><xsl:value-of select="k:bind(.)"/></a> (<xsl:apply-templates select="." mode="fakta"/>)</li></xsl:for-each>
          <xsl:for-each select="webbsida">
            <li><a href="{@länk}">
              <xsl:choose>
                <xsl:when test="@slag = 'minutes'">Läs protokollet som webbsida</xsl:when>
                <xsl:when test="@slag = 'summons'">Läs kallelsen som webbsida</xsl:when>
                <xsl:otherwise>Läs som webbsida: <xsl:value-of select="k:bind(.)"/></xsl:otherwise>
              </xsl:choose>
            </a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="överklaga-ruta">
    <xsl:variable name="p" select="protokoll[@omedelbart = 'nej'][1]"/>
    <xsl:variable name="egna" select="protokoll[@omedelbart = 'ja'][@tid]"/>
    <xsl:if test="möte/@råd = 'nej' and möte/@läge != 'inställt'">
      <section class="ruta" aria-labelledby="overklaga">
        <h2 id="overklaga">Så överklagar du</h2>
        <p>
          <xsl:choose>
            <xsl:when test="$p/@tid = 'löper' and $p/@sista-dag">De beslut i protokollet som går att överklaga kan överklagas till och med <xsl:value-of select="k:datum($p/@sista-dag, 'veckodag')"/>. </xsl:when>
            <xsl:when test="$p/@tid = 'löper'">De beslut i protokollet som går att överklaga kan överklagas i tre veckor från den <xsl:value-of select="k:datum($p/@anslaget, 'lång')"/>. </xsl:when>
            <xsl:when test="$p/@tid = 'slut'">Tiden för att överklaga besluten gick ut <xsl:value-of select="k:datum($p/@sista-dag, 'veckodag')"/>. </xsl:when>
            <xsl:otherwise>När protokollet är justerat och anslaget går det att överklaga de flesta beslut i tre veckor. </xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="$egna">
            <xsl:value-of select="k:paragrafer(@paragrafer)"/> har en egen tid<xsl:if test="@sista-dag">, till och med <xsl:value-of select="k:datum(@sista-dag, 'veckodag')"/></xsl:if>
            <xsl:text>. </xsl:text>
          </xsl:for-each>
          <xsl:if test="rader[@slag = 'paragrafer']">Varje beslut visar vad som gäller. </xsl:if>
          <a href="{$rot}sa-overklagar-du.html">Så här gör du</a>.
        </p>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
