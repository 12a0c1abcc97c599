<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2
     How to appeal, in plain words: KL 13 kap., FL 40-46 §§, PBL 13 kap.  The
     organisation may edit the words; keep the law. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:kansli:ord" exclude-result-prefixes="k">

  <xsl:template match="sida[@slag = 'överklaga']" mode="titel">Så överklagar du ett beslut</xsl:template>

  <xsl:template match="sida[@slag = 'överklaga']" mode="innehåll">
    <article class="text">
      <h1>Så överklagar du ett beslut</h1>
      <p class="ingress">Hur du överklagar beror på vad beslutet gäller. På mötets sida står vid varje beslut om något särskilt gäller. Om inget särskilt står gäller i regel laglighetsprövning.</p>
      <nav aria-label="På den här sidan">
        <ul>
          <li><a href="#laglighet">Laglighetsprövning: de flesta beslut</a></li>
          <li><a href="#besvar">Förvaltningsbesvär: beslut som gäller dig</a></li>
          <li><a href="#plan">Beslut att anta en detaljplan</a></li>
          <li><a href="#lov">Bygglov och förhandsbesked</a></li>
          <li><a href="#inte">Beslut som inte kan överklagas</a></li>
          <li><a href="#laga-kraft">När beslutet får laga kraft</a></li>
        </ul>
      </nav>

      <h2 id="laglighet">Laglighetsprövning: de flesta beslut</h2>
      <p>Du som är medlem av kommunen kan få prövat om ett beslut är lagligt. Medlem är du om du är folkbokförd i kommunen, äger en fastighet här eller ska betala kommunalskatt här.</p>
      <ol>
        <li><strong>Skriv till förvaltningsrätten.</strong> Överklagandet ska vara skriftligt. Skriv vilket beslut du överklagar: nämnd, datum och paragraf. Skriv också namn, adress och telefonnummer.</li>
        <li><strong>Skriv varför beslutet är olagligt.</strong> Skälen ska finnas med innan tiden har gått ut. Nya skäl efter det prövas inte.</li>
        <li><strong>Se till att det kommer fram i tid.</strong> Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs på <a href="anslagstavla.html">anslagstavlan</a> att protokollet är justerat. Sista dagen står i anslaget.</li>
      </ol>
      <p>Domstolen prövar bara om beslutet är lagligt, inte om det är lämpligt. Den kan upphäva beslutet om</p>
      <ul>
        <li>det inte har kommit till på det sätt som lagen kräver,</li>
        <li>det gäller något som inte är en angelägenhet för kommunen,</li>
        <li>nämnden inte hade rätt att fatta det, eller</li>
        <li>det på annat sätt strider mot lag eller annan författning.</li>
      </ul>
      <p>Domstolen kan inte sätta ett annat beslut i stället. Ett överklagande som av misstag har skickats till kommunen prövas ändå, om det kom fram dit i tid.</p>
      <p class="lagrum">Kommunallagen (2017:725) 1 kap. 5 § och 13 kap. 1–8 §§</p>

      <h2 id="besvar">Förvaltningsbesvär: beslut som gäller dig</h2>
      <p>Vissa beslut gäller en viss person eller ett visst företag, till exempel ett tillstånd. De kan överklagas av den som beslutet gäller, om det har gått honom eller henne emot. Du som är part får beslutet skickat till dig med en anvisning om hur du överklagar. Följ den.</p>
      <p>Huvudregeln är att överklagandet ska vara skriftligt och lämnas till nämnden, som skickar det vidare till domstolen. Det ska ha kommit in till nämnden inom tre veckor från den dag då du fick del av beslutet.</p>
      <p class="lagrum">Förvaltningslagen (2017:900) 40–46 §§</p>

      <h2 id="plan">Beslut att anta en detaljplan</h2>
      <p>Ett beslut att anta, ändra eller upphäva en detaljplan överklagas till mark- och miljödomstolen. Skrivelsen lämnas till kommunen. Överklagandetiden är tre veckor från den dag då justeringen av protokollet tillkännagavs på <a href="anslagstavla.html">anslagstavlan</a>. Det krävs i regel att du berörs av planen och har lämnat skriftliga synpunkter på förslaget i tid. De som har rätt till det får ett meddelande med en anvisning.</p>
      <p class="lagrum">Plan- och bygglagen 13 kap.</p>

      <h2 id="lov">Bygglov och förhandsbesked</h2>
      <p>Beslut om bygglov, rivningslov, marklov och förhandsbesked överklagas till länsstyrelsen av den som berörs. Skrivelsen lämnas till nämnden. Tiden räknas olika för den som har fått beslutet skickat till sig och för andra. Läs anvisningen som hör till beslutet, eller fråga nämnden.</p>
      <p class="lagrum">Plan- och bygglagen 13 kap.</p>

      <h2 id="inte">Beslut som inte kan överklagas</h2>
      <p>Beslut som bara förbereder ett ärende eller verkställer ett tidigare beslut kan inte överklagas genom laglighetsprövning. Dit hör till exempel beslut att bordlägga ett ärende, att skicka det tillbaka för mer utredning eller att lämna ett yttrande till en annan myndighet.</p>
      <p class="lagrum">Kommunallagen (2017:725) 13 kap. 2 §</p>

      <h2 id="laga-kraft">När beslutet får laga kraft</h2>
      <p>Ett beslut får laga kraft när tiden för att överklaga har gått ut och ingen har överklagat, eller när ett överklagande är slutligt avgjort. På den här webbplatsen står därför bara vilken dag ett beslut <em>tidigast</em> kan få laga kraft. Fråga nämndens sekreterare om du behöver veta vad som gäller ett visst beslut.</p>
    </article>
  </xsl:template>
</xsl:stylesheet>
