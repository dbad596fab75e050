# De teksten van het programma in het Nederlands. De uitleg staat in en.ftl.

language-name = Nederlands

## Woorden voor de waarden van de beschrijving

temporality-fixed = vast gegeven
temporality-status = toestand op een dag
temporality-accumulated = samengeteld over een periode
temporality-event = gebeurtenis

severity-error = fout
severity-warning = waarschuwing

dates-by-year = datums per jaar
dates-by-quarter = datums per kwartaal
dates-by-month = datums per maand
dates-by-day = datums per dag

measurement-nominal = nominaal
measurement-ordinal = ordinaal
measurement-metric = metrisch
measurement-identifier = identificatie: een nummer dat eenheden alleen van elkaar onderscheidt

match-quality-none = er is geen variabele van de bron gevonden
match-quality-several = meerdere variabelen van de bron kunnen bedoeld zijn
match-quality-likely = waarschijnlijk is deze variabele van de bron bedoeld
match-quality-exact-for-one-source = voor één van de bronnen is deze variabele bedoeld; een beschrijving van die van een andere bron werd niet gezien
match-quality-exact = deze variabele van de bron is bedoeld

certainty-assumed = aangenomen
certainty-phrase = volgt uit de woorden van de beslissing
certainty-documented = gedocumenteerd door de bron

missing-unknown = ontbreekt: onbekend
missing-unspecified = ontbreekt: niet opgegeven
missing-not-applicable = ontbreekt: niet van toepassing
missing-not-asked = ontbreekt: niet gevraagd
missing-refused = ontbreekt: geweigerd
missing-suppressed = ontbreekt: afgeschermd

## Soorten waarden

value-kind-day = dag
    .values = { value-kind-day }, geschreven als { $example }
value-kind-year-month = maand en jaar
    .values = { value-kind-year-month }, geschreven als { $example }
value-kind-year-quarter = kwartaal en jaar
    .values = { value-kind-year-quarter }, geschreven als { $example }
value-kind-year = jaar
    .values = { value-kind-year }, geschreven als { $example }
value-kind-serial-number = volgnummer
    .values = { value-kind-serial-number }, in de nummering { $subject }: hetzelfde nummer is in elk blok dezelfde eenheid
value-kind-flag = ja of nee
    .values = { value-kind-flag } ({ $example } of { $other })
value-kind-code = code
    .values = { value-kind-code }, als tekst
value-kind-amount-class = bedragklasse
    .values = { value-kind-amount-class }: de code van de klasse, als tekst
value-kind-amount = geldbedrag
    .values = { value-kind-amount } in { $currency }
value-kind-count = aantal
value-kind-days = aantal dagen
value-kind-weeks = aantal weken
value-kind-months = aantal maanden
value-kind-years = aantal jaren
value-kind-minutes = aantal minuten
value-kind-hours = aantal uren
value-kind-hours-per-week = aantal uren per week
value-kind-percentage = percentage
value-kind-ratio = verhouding
value-kind-list = meerdere waarden

whole-number = { $kind }, een geheel getal
decimal-number = { $kind }, met hoogstens { $decimals ->
        [one] { $decimals } decimaal
       *[other] { $decimals } decimalen
    }
several-values = meerdere waarden tegelijk, elk: { $values }
several-values-short = { $kind }, meerdere

## Het codeboek als geheel

codebook = Codeboek
contents = Inhoud
decision-name = { $decision } { $number }
yes = ja
no = nee
fact-name = { $name }:

## De beslissing

the-decision = De beslissing
decision-number = Nummer
decision-date = Datum
    .amended = { $dated }, gewijzigd op { $amended }
decision-committee = Genomen door
decision-recipient = Ontvanger
decision-purpose = Doel
decision-providers = Leveranciers
    .provider = { $provider } ({ $paragraph }), { $dates }
    .without-dates = { $provider } ({ $paragraph })
decision-window = Observatievenster
decision-counts = In dit codeboek
    .counts = { $described } van { $headings ->
        [one] { $headings } rubriek
       *[other] { $headings } rubrieken
    }, { $blocks ->
        [one] { $blocks } blok
       *[other] { $blocks } blokken
    }, { $variables ->
        [one] { $variables } variabele
       *[other] { $variables } variabelen
    }, { $lists ->
        [one] { $lists } codelijst
       *[other] { $lists } codelijsten
    }, { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }
decision-model = Model
    .version = versie { $version }, vingerafdruk { $fingerprint }
keep-until = De gegevens moeten vernietigd worden na { $date }.
    .words = De gegevens mogen bewaard worden tot: { $until }.
    .unlimited = De beslissing zegt niet tot wanneer de gegevens bewaard mogen worden.
window-open = vanaf { $from }
statements = Wat de beslissing over de gegevens zegt
    .statement = { $topic }. { $text } ({ $paragraph })
    .without-paragraph = { $topic }. { $text }

## Dit codeboek lezen

reading = Dit codeboek lezen
reference-date = Peildatum
    .text = Een observatieperiode is een dag, een maand, een kwartaal of een jaar. Geeft een rij een toestand, dan is niet vermeld van welke dag van de periode.
    .period-end = Een observatieperiode is een maand, een kwartaal of een jaar. Een toestand is die aan het einde van de laatste dag van de periode. Jaar T is dus de toestand op 31 december T om 24 uur, dat is 1 januari T+1: de toestand op 1 januari van een jaar staat in de rij van het jaar ervoor.
    .link = peildatum
reading-validity = Geldigheid
    .text = Staat bij een periode geen begin of einde, dan is het niet bekend, en dan wordt er nooit een waarde om afgekeurd. De vermelde dagen horen zelf bij de periode. ‘Gedocumenteerd vanaf’ is de eerste dag van het bestand dat een code documenteert; het zegt niets over de tijd ervoor.
period-assumed = Betekenis van de periode
    .mark = verondersteld, na te vragen
    .text = { $mark }: dat de levering in deze kolom de periode schrijft zoals ze hier is omschreven.
    .year-end = { $mark }: dat de levering jaar T schrijft voor de toestand op 31 december T om 24.00 uur. Het kan ook T+1 zijn, of het jaar van 1 januari.
documented-from = gedocumenteerd vanaf { $from }; eerdere geldigheid niet gezien
reading-codes = Codes
    .text = Een code is een tekst: 01 en 1 zijn verschillende codes. Wat een code betekent, hangt af van de periode waarin ze voorkomt.
reading-no-value = Geen waarde
    .text = Een rij zonder waarde betekent niet ‘nee’ en niet nul, tenzij de documentatie dat zegt.
reading-certainty = Zekerheid
    .text = Bij elke variabele staat of ze in een bron teruggevonden is, en hoe zeker het soort waarde is. Wat aangenomen is, kan bij de levering anders blijken te zijn; de andere mogelijkheden staan erbij. De onderbouwing is in het Engels.
glossary = Instellingen en termen
    .introduction = Elke afkorting is hier één keer uitgelegd. De teksten van het codeboek verwijzen ernaar.

## Rubrieken en zinsdelen van de beslissing

paragraph-of-provider = { $paragraph } · { $provider }
heading-in-text = In de tekst: { $title }
    .relatives = In de tekst: { $title }, ook van: { $relatives }
    .only-relatives = Ook van: { $relatives }
heading-not-modelled = Deze rubriek is nog niet gemodelleerd. De beslissing noemt:
not-modelled = niet gemodelleerd
quotation = „{ $text }”
term-of-term = { $term } van { $whole }
term-with-relatives = { $term }, ook van: { $relatives }
phrase = Zinsdeel
    .place = { $phrase } ({ $paragraph }, rubriek { $heading })
    .relative = { $phrase }, van { $relative }
    .dates = { $phrase }; { $dates }
disputed-precision = { $mark }: { $why }
    .mark = betwiste precisie

## Blokken

row-unit = Eén rij
analysis-unit = Analyse-eenheid
universe = Populatie
time = Tijd
observation-period = Observatieperiode
    .column = { $column }; zie { $reference-date }
    .column-with-type = { $column }, { $type }; zie { $reference-date }
key = Sleutel
    .one-column = { $columns }; elke waarde komt hoogstens één keer voor
    .columns = { $columns }; elke combinatie komt hoogstens één keer voor
no-known-key = { $mark }: { $why }
    .mark = geen sleutel bekend
rows-exist = Rijen bestaan
rules = Regels
based-on = Berust op: { $basis }
foreign-keys = Verwijzende sleutels
    .own = { $column }: nummer van de eenheid waarover de rij gaat (nummering { $subject })
    .other = { $column }: verwijst naar rijen met dit nummer (nummering { $subject })
constraints = Tussen rijen
    .applies = { $constraint }: geldt voor { $columns }
    .compares = { $constraint }: geldt voor { $columns }; vergeleken met { $others }
    .tolerates = Gedoogd: { $deviations }
columns-of = Kolommen van { $block }
column = Kolom
label = Label
may-be-empty = Kan leeg zijn

## Variabelen

type-of-values = Soort waarde
    .certain = { $type } – { $certainty }
    .assumed = { $type } – { $certainty }: niet gedocumenteerd, en de beslissing zegt het niet
    .alternatives = { $type } – { $certainty }: kan ook blijken te zijn: { $alternatives }
either = { $options } of { $last }
no-value = Geen waarde
    .never = elke rij heeft een waarde
    .means = mogelijk; betekent: { $meaning }
    .undocumented = mogelijk; wat het betekent, is niet gedocumenteerd
    .empty-list = een lege lijst is mogelijk
    .empty-list-means = een lege lijst is mogelijk: { $meaning }
column-reason = Reden voor de kolom
other-texts = In andere talen
flag-written-as = In de bron
    .stated = 1 ({ $yes }) of 0 ({ $no })
    .assumed = geen bron zegt hoe het geschreven wordt; we nemen 1 of true voor ja aan, 0 of false voor nee
source-unit = Eenheid in de bron
measurement = Meetniveau
unit = Meeteenheid
bounds = Grenzen
    .at-least = minstens { $min }
    .at-most = hoogstens { $max }
    .between = van { $min } tot en met { $max }
range = Bereik
exists = Bestaat
period-from = vanaf { $from }
period-until = tot en met { $to }

## Bronnen, onderbouwing, opmerkingen en breuken in de reeks

source = Bron
    .origin = { $name }, { $institution }, bestand { $file }
    .validity = { $origin }; periode volgens de bron: { $validity }
    .level = { $origin }; meetniveau volgens de bron: { $level }
    .page = { $origin }; { $page }
page-on = pagina op { $host }
evidence = Hoe zeker is dit?
notes = Opmerkingen
breaks = Breuken in de reeks
    .advice = { $mark } { $advice }
    .advice-mark = Wat te doen:

## Codelijsten

code-list = Codelijst
    .name = { $list }: { $definition }
    .name-with-label = { $list } { $label }: { $definition }
code-form = Vorm van de codes: { $length }.
    .pattern = Vorm van de codes: { $length } volgens het patroon { $pattern }.
closed-list = Gesloten lijst.
    .rejects = Gesloten lijst: een andere code is een fout.
open-list = Open lijst: er kunnen andere codes voorkomen.
    .without-codes = Open lijst: geen enkele code is vooraf bekend.
awaited-list = De lijst { $mark }.
    .mark = komt met de levering
# Wat bekend is van een lijst zonder codes. De opmerkingen van een model en de sjablonen gebruiken die woorden ook.
no-list-found = in openbare bronnen werd geen lijst gevonden
    .sentence = { $found }.
supplied-list = De lijst { $mark }.
    .mark = kwam met de levering
supplied-file = Codes { $mark } { $file } (SHA-256 { $sha256 }).
    .mark = geleverd met het bestand
completely-supplied-list = Volgens het bestand bevat het elke code die in de gegevens voorkomt: een andere code is een fout.
delivered-list = Volgens de bron worden de gegevens met deze lijst geleverd.
reference-only-list = lijst ter referentie
    .reference = { $mark }: de gepubliceerde lijst is een referentiestandaard, niet de geleverde lijst; ze keurt nooit een code af.
    .reference-supplied = { $mark }: het gepubliceerde deel is een referentiestandaard, die nooit een code afkeurt; bij elke betekenis uit de levering staat het bestand.
    .related = { $mark }: de gepubliceerde lijst is die van een verwante variabele, niet de geleverde lijst; ze keurt nooit een code af.
    .related-supplied = { $mark }: het gepubliceerde deel is de lijst van een verwante variabele, die nooit een code afkeurt; bij elke betekenis uit de levering staat het bestand.
complete-list = De volledige tabel was beschikbaar.
codes-not-published = { $mark }: alleen de labels zijn bekend.
    .mark = codes niet gevonden
read-at-observation-period = De observatieperiode van de rij bepaalt wat een code betekent.
read-at-event-date = De datum van de gebeurtenis bepaalt wat een code betekent.
read-at-not-checkable = De geldigheid van codes is niet na te gaan: de datum die bepaalt wat een code betekent, staat niet in de rij.
    .explained = De geldigheid van codes is niet na te gaan.
list-standard = Standaard: { $standard }
list-page = Bron: { $page }
codes-of = Codes van { $list }
code = Code
    .empty = (lege tekst)
    .not-published = code niet gevonden
    .aliases = { $code }, ook { $aliases }
meaning = Betekenis
    .short = { $meaning }; kort: { $short }
    .source = { $meaning }; volgens { $source }
    .file = { $meaning }; uit het bestand { $file }
    .outside-window = buiten het observatievenster
class = Klasse
    .between = { $lower } en { $upper }
    .from = vanaf { $lower }
    .to = tot { $upper }
    .from-to = vanaf { $lower } tot { $upper }
    .unknown = { $bounds }; welke grens meetelt is onbekend
valid = Geldig

## Van zinsdeel naar kolom

trace = Van zinsdeel naar kolom
    .summary = Elk zinsdeel van de beslissing en de kolom die het uitvoert, in de volgorde van de tekst. { $missing } van { $total } regels { $missing ->
        [one] heeft
       *[other] hebben
    } geen kolom.
    .caption = Zinsdelen en kolommen
heading = Rubriek

## Wat veranderde sinds eerdere versies

changes = Wat is veranderd
    .introduction = Het model heeft versies. Elke tabel zegt wat van de ene versie naar de volgende is veranderd, met de zwaarste gevolgen eerst. De oorzaken zijn in het Engels.
    .no-version = Er is geen eerdere versie van het model bekend.
    .elsewhere = In dit codeboek is niets veranderd sinds de eerdere versies die bekend zijn.
    .version = Versie { $version }, bewaard op { $day }
    .at-hand = Dit codeboek, vergeleken met versie { $version }
    .semantic = { $count ->
        [one] { $count } wijziging verandert
       *[other] { $count } wijzigingen veranderen
    } de betekenis: dezelfde waarden betekenen iets anders.
    .since = Sinds versie { $version }: { $count ->
        [one] { $count } wijziging
       *[other] { $count } wijzigingen
    }.
    .wording = Alleen de verwoording: { $count ->
        [one] { $count } wijziging
       *[other] { $count } wijzigingen
    }
    .part = Deel
    .day = Datum
    .not-kept = nog niet bewaard
    .from = Van
    .to = Naar
    .cause = Oorzaak
    .value = { $name }: { $value }
    .more = en nog { $count }
    .decision = Beslissing: { $decision }
    .reason = Reden: { $reason }
changed-item = Variabele of code
    .model = het model
    .block = blok { $name }
    .code-list = codelijst { $name }
    .code = code { $name }
    .paragraph = punt { $name }
    .statement = bepaling { $name }
    .heading = rubriek { $name }
    .term = zinsdeel { $name }
    .subject = soort eenheid { $name }
    .glossary-entry = term { $name }
    .rule = regel { $name }
    .break = breuk in de reeks { $name }
    .constraint = voorwaarde { $name }
changed-condition = enkel in woorden
    .row-exists = een rij van { $block } heeft { $values }
    .constrained = de waarde zelf
    .except = { $condition }, behalve voor { $column } waar { $because } gelijk is aan { $code }
    .none-of = geen waarde in { $columns }
    .age = een leeftijd van { $min } tot { $max } jaar, volgens { $birth } en { $at }
    .tolerance = { $condition } (marge in jaren: { $years })
change-class = Gevolg
    .semantic = { $mark }: dezelfde waarden betekenen iets anders
    .semantic-mark = andere betekenis
    .breaking = bestaande programma’s, bestanden of koppelingen werken niet meer, of een controle kan gegevens weigeren
    .disclosure = meer of fijnere gegevens dan voordien
    .risky = kan programma’s of de vergelijking in de tijd raken
    .compatible = toevoeging of ruimere grens: eerdere gegevens blijven geldig
    .doc = alleen de verwoording
    .editorial = alleen de verwoording, zo heeft een persoon geoordeeld

## Formaten, de kenmerken van een model, en wat een formaat ervan bevat

formats = Wat de formaten bevatten
    .format = { $format }: { $summary } ({ $files })
    .caption = Wat elk formaat niet volledig bevat; al het andere bevat het
    .name = Formaat
    .in-part = Bevat deels
    .lost = Bevat niet
    .partly = { $feature } ({ $part })

feature-labels = Labels
feature-languages = Talen
feature-definitions = Definities
feature-phrases = Zinsdeel van de beslissing
feature-value-types = Soort waarde
feature-certainty = Zekerheid
feature-nulls = Ontbrekende waarden
feature-universe = Populatie en eenheden
feature-keys = Sleutels
feature-measurement = Meetniveau
feature-units = Meeteenheden
feature-bounds = Grenzen
feature-codes = Codes en hun betekenis
feature-code-periods = Geldigheid van codes
feature-missing-codes = Codes voor een ontbrekende waarde
feature-validity = Geldigheid van blokken en variabelen
feature-rules = Regels
feature-provenance = Herkomst
feature-evidence = Onderbouwing
feature-notes = Opmerkingen
feature-breaks = Breuken in de reeks
feature-glossary = Woordenlijst

codebook-html = het codeboek als één webpagina met elke editie van het model, ook zonder netwerk leesbaar
codebook-md = het codeboek als Markdown (GitHub): een index en een bestand per blok, in elke taal
codebook-languages = talen zonder editie alleen bij labels, definities en betekenissen van codes
json-schema = JSON Schema (2020-12) van de rijen van elk blok
    .bounds = wel grenzen, geen bereik in woorden
    .codes = de codes met hun betekenissen, niet wat de lijst als geheel is
arrow = Arrow-schema van elk blok: een IPC-bestand zonder rijen, en hetzelfde als leesbare JSON
    .phrases = zonder de precisie van datums
    .codes = de codes met hun betekenissen, niet wat de lijst als geheel is
workbook = de variabelen, codes, breuken, regels en verwachte codelijsten als één werkmap voor Excel of LibreOffice: alle cellen zijn tekst, zodat `01` `01` blijft
    .use = Elk blad heeft een filter op de eerste rij. Alle cellen zijn tekst: `01` blijft `01`. De codes staan in de rijen van hun codelijst, met een rij per periode en per taal.
tables-csv = dezelfde tabellen als CSV voor programma’s: komma, UTF-8, de teksten zoals ze zijn
tables-excel = dezelfde tabellen als CSV voor een rekenblad met een decimale komma: puntkomma, byte order mark; open ze met een dubbelklik, of gebruik de werkmap, die de nul van `01` bewaart
tables-languages = teksten in elke uitgave, labels van codes in alle talen
tables-provenance = van variabelen, en van hun bronnen alleen de namen, de afkortingen en de instellingen
model-json = het hele model als JSON, voor programma’s
table-blocks = de blokken: een rij voor elk soort rij, met sleutel en populatie
table-code-lists = de codelijsten, gepubliceerd en nog te leveren: een rij voor elke lijst, met de variabelen die ze gebruiken
table-variables = de variabelen: een rij voor elke kolom van een blok
table-codes = de codes en wat ze betekenen: een rij voor elke code, periode en taal
table-breaks = de breuken in de reeksen, met het advies van de bron
table-rules = de regels binnen een rij en de voorwaarden over rijen heen
table-awaited = de codelijsten die de leverancier nog moet sturen: een rij voor elke variabele, met de passage die ze toelaat
table-model-version = Versie van het model
readme-files = Bestanden
readme-content = Inhoud
readme-version = De bestanden zijn van versie { $version } van het model, met de vingerafdruk { $fingerprint }.
readme-model-file = de versie en de vingerafdrukken, waaraan een programma het model herkent
ddi = DDI-Codebook 2.5 en 2.6 (XML) voor archieven: de studie, het bestand van elk blok, de variabelen, en de categorieën met hun periode; waarvoor de standaard geen element heeft, is een opmerking waarvan het type zegt wat ze is
frictionless = Frictionless Data Package: de velden van het CSV-bestand van elk blok met soort en beperkingen; de codelijsten met alle periodes zijn een eigen eigenschap
csvw = CSV on the Web: de kolommen van het CSV-bestand van elk blok met hun soort, en de codelijsten als SKOS-begrippen met hun periode
    .code-periods = zonder de reden waarom een datum bepaalt wat een code betekent
croissant = Croissant 1.1: het CSV-bestand van elk blok en de codelijsten als verzamelingen van records
    .value-types = getallen, datums, ja of nee, en teksten, zonder de grootheid, de munt en de nummering
    .codes = codes met alles wat van hun betekenissen bekend is; van de lijst als geheel alleen het label en de definitie. De lezer mlcroissant raadt de soort van de kolommen van een CSV-bestand: de code `01` wordt 1, en `NA` een ontbrekende waarde
    .code-periods = zonder de datum die bepaalt wat een code betekent
archives-definitions = zonder de reden voor een kolom
archives-value-types = zonder de grootheid en de munt van een getal
stata = een Stata-script (.do) per blok en taal: het leest het CSV-bestand met types, labels, ontbrekende waarden en controles
spss = een SPSS-script (.sps) per blok en taal, dat ook in PSPP werkt: het leest het CSV-bestand met types, labels, ontbrekende waarden en controles
python = een Python-module per blok en taal: ze leest het CSV-bestand met pandas of polars, geeft codes het label van de periode van de rij, en controleert rijen met dataframely
    .code-periods = de perioden, en welke datum bepalend is, maar niet waarom
r = R-scripts (.R) per blok en taal: een in base R met factoren, een voor haven met gelabelde getallen, dat ook bestanden voor Stata en SPSS schrijft
sas = een SAS-script (.sas) per blok en taal: het leest het CSV-bestand met types, labels, formaten, ontbrekende waarden en controles
scripts-languages = één taal per bestand
scripts-definitions = van variabelen, zonder de reden voor een kolom
scripts-phrases = alleen het zinsdeel zelf
scripts-value-types = zonder de grootheid, de munt en de nummering
scripts-nulls = wel waar een waarde kan ontbreken, niet wat dat betekent
scripts-keys = de kolommen van een sleutel, niet de reden waarom er geen bekend is
scripts-codes = teksten, labels en bronnen; niet wat de lijst als geheel is
scripts-code-periods = van codes waarvan het label binnen het observatievenster begint, verandert of eindigt
scripts-missing-codes = van codes die in elk van hun betekenissen een ontbrekende waarde zijn
scripts-rules = regels binnen een rij, geen voorwaarden over rijen heen
script-source = Beslissing { $decision }, blok { $block }, vingerafdruk { $fingerprint }
script-supplied = Codelijst { $list }: { $file }, SHA-256 { $sha256 }
script-files = Leest { $read } in de huidige map, en schrijft { $written }
script-part = Het bestand heeft alle kolommen van het blok; dit script bewaart { $columns }
script-same-labels = Verschillende codes hebben hetzelfde label; de code staat er tussen vierkante haken bij: { $codes }
script-unlabelled = rijen met een code van { $column } die niet in de lijst staat
    .of-period = rijen met een code van { $column } die niet in de lijst van deze periode staat
script-rule-not-checked = (Deze regel wordt hier niet gecontroleerd.)
codes-read-at = de periodes van codes, niet de datum die bepaalt welke geldt
script-not-converted = Kolom { $column }: rijen met een andere waarde dan { $expected }
script-expected-whole = een geheel getal van { $min } tot en met { $max }
script-expected-decimal = een getal van { $min } tot en met { $max } met hoogstens { $decimals ->
        [one] { $decimals } decimaal
       *[other] { $decimals } decimalen
    }
script-expected-period = een datum zoals { $example }
script-expected-flag = een van { $texts }
script-expected-text = een tekst van hoogstens { $max } bytes
script-first-line = de eerste staat op regel
script-empty-file = Het bestand is leeg.
script-no-row = Het bestand heeft geen rij.
script-open-quote = Regel { $line } van het bestand heeft een aanhalingsteken dat niet wordt gesloten.
script-separator = De eerste regel van het bestand heeft geen komma, maar wel { $found }: verwacht wordt een komma tussen de kolommen. Bewaar het bestand met komma’s.
    .unknown = De eerste regel van het bestand heeft geen komma: verwacht wordt een komma tussen de kolommen. Bewaar het bestand met komma’s.
script-other-column = Kolom { $place } van het bestand is niet { $column }: verwacht worden de kolommen van het blok, in hun volgorde.
    .found = Kolom { $place } van het bestand is { $found }: verwacht wordt { $column }.
    .missing = Het bestand heeft geen kolom { $column }.
script-field-count = Regel { $line } van het bestand heeft { $found } velden: verwacht worden er { $expected }.
script-blank-line = Regel { $line } van het bestand is leeg: verwijder die regel.
script-not-utf-8 = Regel { $line } van het bestand is niet in UTF-8: bewaar het bestand als CSV in UTF-8.
script-stopped = gestopt, zie het bericht hierboven
script-no-value = rijen zonder waarde van { $column }
script-same-key = rijen met dezelfde { $columns } als een andere rij
script-violates = rijen die niet voldoen aan: { $rule }
script-violations = Aantal controles waaraan de rij niet voldoet
script-violating-rows = Per controle het aantal rijen dat er niet aan voldoet (0 als er geen zijn)
script-utf-8 = Dit script heeft een sessie in UTF-8 nodig.
only-of-variables = van variabelen, niet van blokken
only-certainty = wel de zekerheid, niet de andere mogelijke soorten
only-row-unit = wel wat één rij is, niet de populatie

## De webpagina

skip-to-content = Naar de inhoud
language = Taal
# Het script van de pagina vervangt # door een getal.
search = Zoek naam, label, zinsdeel, code
    .one = 1 resultaat
    .many = # resultaten
    .more = alleen de eerste # worden getoond

## De opdrachtregel

show-one-variable = Eén variabele voluit:
show-all-variables = Allemaal voluit:
show-placeholder = VARIABELE

## De controle van de codelijsten die een leverancier heeft ingevuld

check-lists = Zonder fouten: { $lists ->
        [one] { $lists } codelijst
       *[other] { $lists } codelijsten
    } met { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }. Gevonden: { $errors ->
        [one] { $errors } fout
       *[other] { $errors } fouten
    } en { $warnings ->
        [one] { $warnings } waarschuwing
       *[other] { $warnings } waarschuwingen
    }.
    .awaited = { $awaited ->
        [one] Voor { $awaited } lijst die met de levering komt, is er nog geen bestand met codes.
       *[other] Voor { $awaited } lijsten die met de levering komen, is er nog geen bestand met codes.
    }
    .complete = Voor elke lijst die met de levering komt, is er een bestand.

## De opmerkingen in een bestand voor een codelijst dat de leverancier invult

template = Codelijst { $list } ({ $decision } { $number })
    .instructions =
        Schrijf onder de kopregel elke code die in de gegevens kan voorkomen, met haar betekenis:
        één regel per betekenis, en een aparte regel voor elke periode waarin een code iets anders betekent.
    .variable =
        Variabele { $variable }: { $label }
          Zinsdeel van de beslissing: ‘{ $phrase }’
    .technical = Kolom { $variable }: { $label }
    .no-codes-known = Bekend: niets.
    .nothing-known = Bekend: niets; { $found }.
    .labels-known = Bekend: deze labels, zonder hun code (neem het label letterlijk over):
    .reference-codes-known = Bekend: { $known } codes van een lijst die enkel ter referentie dient; het is niet bekend of de gegevens die codes bevatten.
    .codes-known = Bekend: { $known } codes zijn gepubliceerd; het is niet bekend of dat alle codes zijn.
    .codes-and-labels-known = Bekend: { $known } codes zijn gepubliceerd, en deze labels zonder hun code (neem het label letterlijk over):
    .columns =
        code: exact zoals in de gegevens, hoogstens { $length } tekens zonder spatie ervoor of erna, 01 is niet 1; "" voor de lege tekst.
        { $languages }: de betekenis; één taal volstaat. valid_from, valid_to: eerste en laatste dag, zoals 2013-01-31.
        missing: not_applicable (niet van toepassing), unknown (onbekend), not_asked (niet gevraagd), refused (geweigerd), suppressed (afgeschermd), unspecified (niet opgegeven), of leeg.
        source: de instelling, als een code per instelling iets anders betekent. remark: andere informatie.
    .form = Elke code van deze lijst heeft { $form }.
    .class-columns =
        lower, upper: de grenzen van de klasse, met een punt voor de decimalen; leeg als er geen grens is.
        closed: de grenzen die tot de klasse behoren: left, right, both of unknown. unit: waarvoor het bedrag is. currency: EUR, BEF.
    .complete =
        Bevat dit bestand elke code die in de gegevens voorkomt? Schrijf dan yes of ja in plaats van no in de regel ‘# complete: no’.
        Een code in de gegevens die niet in het bestand staat, is dan een fout.
    .save = Bewaar als CSV in UTF-8, met komma's of puntkomma's. Regels boven de kopregel die met # beginnen, mogen blijven staan.
    .complete-workbook =
        Bevat dit werkblad elke code die in de gegevens voorkomt? Kies dan yes in de cel naast ‘complete’.
        Een code in de gegevens die niet op het werkblad staat, is dan een fout.
    .labels-in-rows = Bekend: labels zonder hun code; ze staan in de rijen onder de kopregel (vul van elk de code in).
    .save-workbook = Bewaar de werkmap als .xlsx. De toelichting boven de kopregel mag blijven staan; lege rijen tellen niet mee.

template-workbook =
    Codelijsten voor { $decision } { $number }
    Vul per codelijst hieronder één werkblad in: elke code die in de gegevens kan voorkomen, met haar betekenis.
    De eerste rijen van elk werkblad leggen uit wat u invult. Een werkblad zonder codes heeft geen gevolg.
    .list = Werkblad
    .label = Codelijst
    .provider = Leverancier
    .source = Broninstelling
    .phrase = Passage van de beslissing
