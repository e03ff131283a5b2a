"""Hold small invented documents of every genre, in the markup of `tests.builders`.

They were written after the cues were chosen, and no cue was changed for them.
"""

DOCUMENTS: tuple[tuple[str, str], ...] = (
    (
        "beleidsnota",
        """
# Samen gezond oud worden

Nota ouderenbeleid gemeente Lindewaard 2027-2030

# 1. Aanleiding

In Lindewaard wonen steeds meer mensen boven de zeventig. De gemeenteraad vroeg het college
daarom om nieuw beleid. Deze nota beschrijft wat wij met onze partners willen bereiken en hoe
wij dat doen.

# 2. Onze ambitie

Wij willen dat inwoners zo lang mogelijk thuis kunnen wonen, met mensen om zich heen. Daarvoor
werken wij samen met huisartsen, woningcorporaties en vrijwilligers.

# 3. Uitgangspunten

- Wij sluiten aan bij wat inwoners zelf kunnen en willen.
- De aanpak verschilt per dorp.

# 4. Speerpunten

Ons eerste speerpunt is wonen. Het tweede speerpunt is ontmoeting: in elke wijk komt een plek waar
inwoners elkaar kunnen treffen.

# 5. Monitoring en evaluatie

Het college laat de gemeenteraad elk jaar zien hoe het gaat. In 2029 volgt een evaluatie van dit
beleid.
""",
    ),
    (
        "beleidsnota",
        """
# Omgevingsvisie Veldervoort 2040

Vastgesteld door de gemeenteraad op 3 juni 2027

# Voorwoord

Hoe ziet Veldervoort eruit als onze kinderen groot zijn? Met deze visie geven wij richting aan de
toekomst van onze dorpen en het landschap.

# Onze visie op wonen

Wij bouwen voor wie hier wil blijven. Inwoners dachten mee over de plekken. De ambitie is dat
een derde van de woningen betaalbaar is.

# Ambities voor het landschap

Het beekdal blijft open. Samen met boeren en het waterschap geven wij de beek meer ruimte. Deze
visie noemt daarvoor drie doelen.

# Van visie naar uitvoering

De gemeente maakt een uitvoeringsprogramma. Daarin staat wat het college doet, wat partners doen
en wat het kost.
""",
    ),
    (
        "verordening",
        """
# Verordening speelplekken gemeente Lindewaard 2027

De raad van de gemeente Lindewaard;

gelezen het voorstel van burgemeester en wethouders van 2 februari 2027;

gelet op artikel 149 van de Gemeentewet;

besluit vast te stellen de volgende verordening:

## Artikel 1 Begripsbepalingen

In deze verordening wordt verstaan onder speelplek: een plek als bedoeld in het tweede lid.

## Artikel 2 Aanvraag

- 1. De aanvrager vraagt de vergunning ten minste acht weken tevoren aan.
- 2. Het college beslist op grond van artikel 3, onverminderd het bepaalde in het eerste lid.

## Artikel 3 Hardheidsclausule

Het college kan afwijken van artikel 2, tweede lid, indien de toepassing onredelijk is.

## Artikel 4 Inwerkingtreding en citeertitel

Deze verordening treedt in werking met ingang van 1 juli 2027 en wordt aangehaald als: Verordening
speelplekken Lindewaard.
""",
    ),
    (
        "begroting",
        """
# Programmabegroting 2028-2031

Gemeente Veldervoort

# Financiële positie

De begroting sluit in 2028 met een voordelig saldo van € 412.000. Vanaf 2030 is er structureel een
tekort, omdat de algemene uitkering lager wordt.

# Overzicht van baten en lasten

| Programma

| Baten

| Lasten

| Sociaal domein

| 14.210

| 38.904

| Ruimte

| 9.120

| 11.034

| Bestuur

| 1.201

| 8.410

De lasten stijgen door hogere lonen. De baten blijven gelijk.

# Reserves en voorzieningen

Uit de algemene reserve is € 1,2 miljoen onttrokken. De dotatie aan de voorziening onderhoud is
incidenteel.

# Weerstandsvermogen en risicobeheersing

De ratio is 1,6. De afschrijvingen staan in de bijlage.
""",
    ),
    (
        "begroting",
        """
# Voorjaarsnota 2027

Deze nota laat zien hoe de uitgaven van Zuiderkoog lopen en wat dat betekent voor de
meerjarenraming.

# Wat mag het kosten

De jeugdzorg kost € 800.000 meer dan de begroting. Daarvan is € 300.000 incidenteel en € 500.000
structureel. Het saldo van baten en lasten komt daarmee op een nadeel van € 210.000.

# Voorstel tot begrotingswijziging

Wij dekken het nadeel uit de algemene reserve. De begrotingswijziging staat in bijlage 2. De
bestemmingsreserve wegen blijft gelijk.

# Lokale heffingen

De opbrengst van de onroerendezaakbelasting stijgt met de inflatie.
""",
    ),
    (
        "programma",
        """
# Verkiezingsprogramma Dorpsbelang Zuiderkoog

Gemeenteraadsverkiezingen 2030

# Onze standpunten

Op 20 maart zijn er verkiezingen. Onze partij vraagt uw stem. Wij willen dat de politiek
luistert naar mensen die nooit naar een avond komen.

# Veiligheid

Dorpsbelang wil dat de wijkagent terugkomt. Wij pleiten voor licht op alle fietspaden.

# Onderwijs en cultuur

Wij vinden dat elke school een conciërge verdient. De eigen bijdrage voor de muziekschool wordt
afgeschaft. Er komt een fonds voor jonge makers.

# Sport

Wij kiezen voor open sportvelden. In de komende raadsperiode willen wij geen coalitie die daarop
bezuinigt.
""",
    ),
    (
        "plantoelichting",
        """
# Bestemmingsplan Graanloods Lindewaard

Toelichting

# 1.1 Ligging plangebied

Het plangebied ligt tussen de Kade en het spoor. Het vigerende bestemmingsplan staat wonen niet
toe.

# 1.2 Huidige situatie

De bebouwing in het plangebied bestaat uit een loods. Het perceel is verhard.

# 2.1 Provinciaal beleid

De ruimtelijke ontwikkeling past in de ladder voor duurzame verstedelijking.

# 3.1 Watertoets

Het waterschap is akkoord met de planologische wijziging.

# 3.2 Externe veiligheid en luchtkwaliteit

Er zijn geen belemmeringen. Archeologisch onderzoek is gedaan.

# 4. Economische uitvoerbaarheid

De kosten zijn voor de eigenaar. De planregels en de verbeelding horen bij het plan. Er kwamen twee
zienswijzen binnen.
""",
    ),
    (
        "handreiking",
        """
# Handreiking praten met buren over een nieuwe opvang

# Voor wie is deze handreiking?

Deze handreiking helpt je om een eerste gesprek met de buurt voor te bereiden. Je kunt de
stappen los van elkaar gebruiken.

# Stap 1: bepaal wie je uitnodigt

- Maak een lijst van straten en verenigingen.
- Zorg dat de uitnodiging in gewone taal is. Denk aan mensen die niet lezen.
- Leg vast wie wat doet.

# Stap 2: kies een plek

- Houd rekening met de bus. Bekijk of de zaal een oprit heeft.
- Vraag bijvoorbeeld de school.

# Wat doe je als er boze mensen komen?

Zorg ervoor dat iedereen kan praten. Als je niet weet wat je moet zeggen, luister dan.

# Meer informatie

Onder aan deze pagina staan hulpmiddelen en een checklist.
""",
    ),
    (
        "brief",
        """
Gemeente Zuiderkoog, Postbus 12, 1234 AB Zuiderkoog

Aan de leden van de gemeenteraad

Datum: 4 mei 2027

Ons kenmerk: Z-27-0031

Onderwerp: stand van zaken zwembad

Geachte leden van de raad,

Met deze brief informeren wij u over het zwembad. Op 12 april heeft u vragen gesteld over de
kosten.

De aannemer heeft de lekkage gevonden. In juli gaat het bad weer open. Wij houden u op de hoogte.

Met vriendelijke groet,

het college van burgemeester en wethouders van Zuiderkoog
""",
    ),
    (
        "brief",
        """
Uw brief van: 9 januari

Behandeld door: team Wonen

Betreft: uw vraag over de wachtlijst

Geachte mevrouw Visser,

Op 9 januari schreef u ons over de wachtlijst voor een woning in Veldervoort. Hierbij ontvangt u
ons antwoord.

U staat sinds 2022 ingeschreven. Daarmee kunt u vanaf volgend jaar reageren op de nieuwe
woningen aan de Molenweg. Heeft u nog vragen? Bel dan met het team Wonen.

Hoogachtend,

namens het college, J. de Boer
""",
    ),
)

NO_GENRE: tuple[str, ...] = (
    """
Motie vreemd aan de orde van de dag

De raad van de gemeente Lindewaard, in vergadering bijeen op 5 mei 2027,

constaterende dat het buurthuis op zaterdag dicht is;

verzoekt het college met de beheerder te praten,

en gaat over tot de orde van de dag.
""",
    """
Gisteren liep ik over de markt. Het regende en de kaasboer had een nieuw zeil. Wij praatten over
zijn dochter, die in de stad gaat wonen. Daarna kocht ik peren en ging ik naar huis.
""",
)
