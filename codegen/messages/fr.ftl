# Les textes du programme en français. Les explications se trouvent dans en.ftl.
#
# Une espace insécable (U+00A0) précède les signes : ; ? ! et le guillemet fermant, et suit le guillemet ouvrant.

language-name = Français

## Mots pour les valeurs de la description

temporality-fixed = donnée fixe
temporality-status = situation à un jour donné
temporality-accumulated = cumul sur une période
temporality-event = événement

severity-error = erreur
severity-warning = avertissement

dates-by-year = dates fournies par année
dates-by-quarter = dates fournies par trimestre
dates-by-month = dates fournies par mois
dates-by-day = dates fournies par jour

measurement-nominal = nominal
measurement-ordinal = ordinal
measurement-metric = métrique
measurement-identifier = identifiant : un numéro qui sert uniquement à distinguer les unités

match-quality-none = aucune variable de la source n’a été trouvée
match-quality-several = plusieurs variables de la source peuvent être visées
match-quality-likely = cette variable de la source est probablement visée
match-quality-exact-for-one-source = pour une des sources, cette variable est visée ; aucune description de celle d’une autre source n’a été vue
match-quality-exact = cette variable de la source est visée

certainty-assumed = supposé
certainty-phrase = découle des termes de la décision
certainty-documented = documenté par la source

missing-unknown = valeur manquante : inconnue
missing-unspecified = valeur manquante : non précisée
missing-not-applicable = valeur manquante : sans objet
missing-not-asked = valeur manquante : non demandée
missing-refused = valeur manquante : refus de répondre
missing-suppressed = valeur manquante : masquée

## Types de valeurs

value-kind-day = jour
    .values = { value-kind-day }, sous la forme { $example }
value-kind-year-month = mois et année
    .values = { value-kind-year-month }, sous la forme { $example }
value-kind-year-quarter = trimestre et année
    .values = { value-kind-year-quarter }, sous la forme { $example }
value-kind-year = année
    .values = { value-kind-year }, sous la forme { $example }
value-kind-serial-number = numéro d’ordre
    .values = { value-kind-serial-number }, dans la numérotation { $subject } : un même numéro désigne la même unité dans tous les blocs
value-kind-flag = oui ou non
    .values = { value-kind-flag } ({ $example } ou { $other })
value-kind-code = code
    .values = { value-kind-code }, sous forme de texte
value-kind-amount-class = classe de montants
    .values = { value-kind-amount-class } : le code de la classe, sous forme de texte
value-kind-amount = montant
    .values = { value-kind-amount } en { $currency }
value-kind-count = nombre
value-kind-days = nombre de jours
value-kind-weeks = nombre de semaines
value-kind-months = nombre de mois
value-kind-years = nombre d’années
value-kind-minutes = nombre de minutes
value-kind-hours = nombre d’heures
value-kind-hours-per-week = nombre d’heures par semaine
value-kind-percentage = pourcentage
value-kind-ratio = rapport
value-kind-list = plusieurs valeurs

whole-number = { $kind }, valeur entière
decimal-number = { $kind }, avec au maximum { $decimals ->
        [one] { $decimals } décimale
       *[other] { $decimals } décimales
    }
several-values = plusieurs valeurs à la fois, pour chacune : { $values }
several-values-short = { $kind }, plusieurs valeurs

## Le dictionnaire des données dans son ensemble

codebook = Dictionnaire des données
contents = Table des matières
decision-name = { $decision } { $number }
yes = oui
no = non
fact-name = { $name } :

## La décision

the-decision = La décision
decision-number = Numéro
decision-date = Date
    .amended = { $dated }, modifiée le { $amended }
decision-committee = Adoptée par
decision-recipient = Destinataire
decision-purpose = Finalité
decision-providers = Fournisseurs
    .provider = { $provider } ({ $paragraph }), { $dates }
    .without-dates = { $provider } ({ $paragraph })
decision-window = Fenêtre d’observation
decision-counts = Dans ce dictionnaire
    .counts = { $described } { $headings ->
        [one] rubrique sur { $headings }
       *[other] rubriques sur { $headings }
    }, { $blocks ->
        [one] { $blocks } bloc
       *[other] { $blocks } blocs
    }, { $variables ->
        [one] { $variables } variable
       *[other] { $variables } variables
    }, { $lists ->
        [one] { $lists } liste de codes
       *[other] { $lists } listes de codes
    }, { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }
decision-model = Modèle
    .version = version { $version }, empreinte { $fingerprint }
keep-until = Les données doivent être détruites après le { $date }.
    .words = Les données peuvent être conservées jusqu’à : { $until }.
    .unlimited = La décision ne dit pas jusqu’à quand les données peuvent être conservées.
window-open = à partir de { $from }
statements = Ce que la décision dit des données
    .statement = { $topic }. { $text } ({ $paragraph })
    .without-paragraph = { $topic }. { $text }

## Lire ce dictionnaire

reading = Lire ce dictionnaire
reference-date = Date de référence
    .text = Une période d’observation est un jour, un mois, un trimestre ou une année. Si une ligne décrit une situation, le jour de la période auquel elle se rapporte n’est pas indiqué.
    .period-end = Une période d’observation est un mois, un trimestre ou une année. Une situation est celle constatée à la fin du dernier jour de la période. L’année T correspond donc à la situation au 31 décembre T à 24 heures, c’est-à-dire au 1er janvier T+1 : la situation au 1er janvier d’une année figure dans la ligne de l’année précédente.
    .link = date de référence
reading-validity = Validité
    .text = Si le début ou la fin d’une période n’est pas indiqué, il n’est pas connu, et aucune valeur n’est rejetée pour cette raison. Les jours indiqués font eux-mêmes partie de la période. « Documenté à partir du » donne le premier jour du fichier qui documente un code et ne dit rien du temps d’avant.
period-assumed = Signification de la période
    .mark = supposé, à demander
    .text = { $mark } : que la livraison écrive dans cette colonne la période telle qu’elle est définie ici.
    .year-end = { $mark } : que la livraison écrive l’année T pour la situation au 31 décembre T à 24 heures. Elle peut écrire T+1, ou l’année du 1er janvier.
documented-from = documenté à partir du { $from } ; validité antérieure non vue
reading-codes = Codes
    .text = Un code est un texte : 01 et 1 sont des codes différents. La signification d’un code dépend de la période dans laquelle il apparaît.
reading-no-value = Absence de valeur
    .text = Une ligne sans valeur ne signifie ni « non » ni zéro, sauf si la documentation le précise.
reading-certainty = Certitude
    .text = Pour chaque variable, le dictionnaire indique si elle a été retrouvée dans une source et dans quelle mesure le type de ses valeurs est certain. Ce qui est supposé peut se révéler inexact lors de la livraison ; les autres possibilités sont mentionnées. Les justifications sont en anglais.
glossary = Institutions et termes
    .introduction = Chaque abréviation est expliquée une fois, ici. Les textes du dictionnaire y renvoient.

## Rubriques et passages de la décision

paragraph-of-provider = { $paragraph } · { $provider }
heading-in-text = Dans le texte : { $title }
    .relatives = Dans le texte : { $title }, également pour : { $relatives }
    .only-relatives = Également pour : { $relatives }
heading-not-modelled = Cette rubrique n’est pas encore modélisée. La décision mentionne :
not-modelled = non modélisé
quotation = « { $text } »
term-of-term = { $term } dans { $whole }
term-with-relatives = { $term }, également pour : { $relatives }
phrase = Passage
    .place = { $phrase } ({ $paragraph }, rubrique { $heading })
    .relative = { $phrase }, pour { $relative }
    .dates = { $phrase } ; { $dates }
disputed-precision = { $mark } : { $why }
    .mark = précision contestée

## Blocs

row-unit = Une ligne
analysis-unit = Unité d’analyse
universe = Population
time = Rapport au temps
observation-period = Période d’observation
    .column = { $column } ; voir { $reference-date }
    .column-with-type = { $column }, { $type } ; voir { $reference-date }
key = Clé
    .one-column = { $columns } ; chaque valeur apparaît au plus une fois
    .columns = { $columns } ; chaque combinaison apparaît au plus une fois
no-known-key = { $mark } : { $why }
    .mark = aucune clé connue
rows-exist = Lignes disponibles
rules = Règles
based-on = Fondement : { $basis }
foreign-keys = Clés étrangères
    .own = { $column } : numéro de l’unité que la ligne décrit (numérotation { $subject })
    .other = { $column } : renvoie aux lignes qui portent ce numéro (numérotation { $subject })
constraints = Contraintes entre lignes
    .applies = { $constraint } : s’applique à { $columns }
    .compares = { $constraint } : s’applique à { $columns } ; comparaison avec { $others }
    .tolerates = Toléré : { $deviations }
columns-of = Colonnes de { $block }
column = Colonne
label = Libellé
may-be-empty = Peut être vide

## Variables

type-of-values = Type de valeurs
    .certain = { $type } – { $certainty }
    .assumed = { $type } – { $certainty } : non documenté, et la décision ne le précise pas
    .alternatives = { $type } – { $certainty } ; il pourrait aussi s’agir de : { $alternatives }
either = { $options } ou { $last }
no-value = Absence de valeur
    .never = chaque ligne a une valeur
    .means = possible ; signification : { $meaning }
    .undocumented = possible ; sa signification n’est pas documentée
    .empty-list = la liste peut être vide
    .empty-list-means = la liste peut être vide : { $meaning }
column-reason = Raison de la colonne
other-texts = En d’autres langues
flag-written-as = Dans la source
    .stated = 1 ({ $yes }) ou 0 ({ $no })
    .assumed = aucune source n’indique la forme ; nous supposons 1 ou true pour oui, 0 ou false pour non
source-unit = Unité dans la source
measurement = Niveau de mesure
unit = Unité de mesure
bounds = Bornes
    .at-least = au moins { $min }
    .at-most = au plus { $max }
    .between = de { $min } à { $max }
range = Plage de valeurs
exists = Disponible
period-from = à partir du { $from }
period-until = jusqu’au { $to } inclus

## Sources, justifications, remarques et ruptures de série

source = Source
    .origin = { $name }, { $institution }, fichier { $file }
    .validity = { $origin } ; période selon la source : { $validity }
    .level = { $origin } ; niveau de mesure selon la source : { $level }
    .page = { $origin } ; { $page }
page-on = page sur { $host }
evidence = Dans quelle mesure est-ce certain ?
notes = Remarques
breaks = Ruptures de série
    .advice = { $mark } { $advice }
    .advice-mark = Que faire :

## Listes de codes

code-list = Liste de codes
    .name = { $list } : { $definition }
    .name-with-label = { $list } { $label } : { $definition }
code-form = Forme des codes : { $length }.
    .pattern = Forme des codes : { $length } selon le modèle { $pattern }.
closed-list = Liste fermée.
    .rejects = Liste fermée : tout autre code est une erreur.
open-list = Liste ouverte : d’autres codes peuvent apparaître.
    .without-codes = Liste ouverte : aucun code n’est connu à l’avance.
awaited-list = La liste { $mark }.
    .mark = sera fournie avec la livraison
# Ce qui est connu d’une liste sans codes. Les remarques d’un modèle et les modèles de fichiers utilisent aussi ces mots.
no-list-found = aucune liste n’a été trouvée dans les sources publiques
    .sentence = { $found }.
supplied-list = La liste { $mark }.
    .mark = a été fournie avec la livraison
supplied-file = Codes { $mark } { $file } (SHA-256 { $sha256 }).
    .mark = fournis avec le fichier
completely-supplied-list = Selon le fichier, il contient chaque code qui apparaît dans les données : un autre code est une erreur.
delivered-list = Selon la source, les données sont livrées avec cette liste.
reference-only-list = liste indicative
    .reference = { $mark } : la liste publiée est une norme de référence et non la liste livrée ; elle n’entraîne jamais le rejet d’un code.
    .reference-supplied = { $mark } : la partie publiée est une norme de référence, qui n’entraîne jamais le rejet d’un code ; le fichier est mentionné pour chaque signification issue de la livraison.
    .related = { $mark } : la liste publiée est celle d’une variable apparentée et non la liste livrée ; elle n’entraîne jamais le rejet d’un code.
    .related-supplied = { $mark } : la partie publiée est la liste d’une variable apparentée, qui n’entraîne jamais le rejet d’un code ; le fichier est mentionné pour chaque signification issue de la livraison.
complete-list = La table complète était disponible.
codes-not-published = { $mark } : seuls les libellés sont connus.
    .mark = codes non trouvés
read-at-observation-period = La période d’observation de la ligne détermine la signification d’un code.
read-at-event-date = La date de l’événement détermine la signification d’un code.
read-at-not-checkable = La validité des codes ne peut pas être vérifiée : la date qui détermine la signification d’un code ne figure pas dans la ligne.
    .explained = La validité des codes ne peut pas être vérifiée.
list-standard = Norme : { $standard }
list-page = Source : { $page }
codes-of = Codes de { $list }
code = Code
    .empty = (texte vide)
    .not-published = code non trouvé
    .aliases = { $code }, également { $aliases }
meaning = Signification
    .short = { $meaning } ; en abrégé : { $short }
    .source = { $meaning } ; selon { $source }
    .file = { $meaning } ; selon le fichier { $file }
    .outside-window = hors de la fenêtre d’observation
class = Classe
    .between = { $lower } et { $upper }
    .from = à partir de { $lower }
    .to = jusqu’à { $upper }
    .from-to = de { $lower } à { $upper }
    .unknown = { $bounds } ; on ignore quelle borne est comprise
valid = Validité

## Du passage à la colonne

trace = Du passage à la colonne
    .summary = Chaque passage de la décision et la colonne qui y correspond, dans l’ordre du texte. { $missing } des { $total } lignes { $missing ->
        [one] n’a
       *[other] n’ont
    } pas de colonne.
    .caption = Passages et colonnes
heading = Rubrique

## Ce qui a changé depuis les versions antérieures

changes = Ce qui a changé
    .introduction = Le modèle a des versions. Chaque tableau indique ce qui a changé d’une version à la suivante, les conséquences les plus graves en premier. Les causes sont en anglais.
    .no-version = Aucune version antérieure du modèle n’est connue.
    .elsewhere = Rien dans ce dictionnaire des données n’a changé depuis les versions antérieures connues.
    .version = Version { $version }, conservée le { $day }
    .at-hand = Ce dictionnaire des données, comparé à la version { $version }
    .semantic = { $count ->
        [one] { $count } modification change
       *[other] { $count } modifications changent
    } le sens : les mêmes valeurs signifient autre chose.
    .since = Depuis la version { $version } : { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }.
    .wording = Formulation seulement : { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
    .part = Partie
    .day = Date
    .not-kept = pas encore conservée
    .from = De
    .to = À
    .cause = Cause
    .value = { $name } : { $value }
    .more = et { $count } de plus
    .decision = Décision : { $decision }
    .reason = Motif : { $reason }
changed-item = Variable ou code
    .model = le modèle
    .block = bloc { $name }
    .code-list = liste de codes { $name }
    .code = code { $name }
    .paragraph = point { $name }
    .statement = disposition { $name }
    .heading = rubrique { $name }
    .term = passage { $name }
    .subject = type d’unité { $name }
    .glossary-entry = terme { $name }
    .rule = règle { $name }
    .break = rupture de série { $name }
    .constraint = contrainte { $name }
changed-condition = en mots seulement
    .row-exists = une ligne de { $block } a { $values }
    .constrained = la valeur même
    .except = { $condition }, sauf pour { $column } où { $because } est { $code }
    .none-of = aucune valeur dans { $columns }
    .age = un âge de { $min } à { $max } ans, selon { $birth } et { $at }
    .tolerance = { $condition } (tolérance en années : { $years })
change-class = Conséquence
    .semantic = { $mark } : les mêmes valeurs signifient autre chose
    .semantic-mark = autre sens
    .breaking = des programmes, fichiers ou jointures existants ne fonctionnent plus, ou un contrôle peut refuser des données
    .disclosure = des données plus nombreuses ou plus fines qu’avant
    .risky = peut toucher des programmes ou la comparaison dans le temps
    .compatible = ajout ou limite élargie : les données antérieures restent valables
    .doc = formulation seulement
    .editorial = formulation seulement, selon le jugement d’une personne

## Formats, caractéristiques d’un modèle et ce qu’un format en contient

formats = Ce que contiennent les formats
    .format = { $format } : { $summary } ({ $files })
    .caption = Ce que chaque format ne contient pas entièrement ; il contient tout le reste
    .name = Format
    .in-part = Contient en partie
    .lost = Ne contient pas
    .partly = { $feature } ({ $part })

feature-labels = Libellés
feature-languages = Langues
feature-definitions = Définitions
feature-phrases = Passage de la décision
feature-value-types = Type de valeurs
feature-certainty = Certitude
feature-nulls = Valeurs manquantes
feature-universe = Population et unités
feature-keys = Clés
feature-measurement = Niveau de mesure
feature-units = Unités de mesure
feature-bounds = Bornes
feature-codes = Codes et leur signification
feature-code-periods = Validité des codes
feature-missing-codes = Codes désignant une valeur manquante
feature-validity = Validité des blocs et des variables
feature-rules = Règles
feature-provenance = Provenance
feature-evidence = Justifications
feature-notes = Remarques
feature-breaks = Ruptures de série
feature-glossary = Glossaire

codebook-html = le dictionnaire des données en une seule page web, avec chaque édition du modèle, lisible hors connexion
codebook-md = le dictionnaire des données en Markdown (GitHub) : un index et un fichier par bloc, dans chaque langue
codebook-languages = les langues sans édition uniquement pour les libellés, les définitions et les significations des codes
json-schema = JSON Schema (2020-12) des lignes de chaque bloc
    .bounds = les bornes, mais pas une plage de valeurs décrite en mots
    .codes = les codes avec leurs significations, mais pas ce qu’est la liste dans son ensemble
arrow = schéma Arrow de chaque bloc : un fichier IPC sans lignes, et le même contenu en JSON lisible
    .phrases = sans la précision des dates
    .codes = les codes avec leurs significations, mais pas ce qu’est la liste dans son ensemble
workbook = les variables, codes, ruptures, règles et listes de codes attendues en un classeur pour Excel ou LibreOffice : toutes les cellules sont du texte, pour que `01` reste `01`
    .use = Chaque feuille a un filtre sur sa première ligne. Toutes les cellules sont du texte : `01` reste `01`. Les codes se trouvent dans les lignes de leur liste, avec une ligne par période et par langue.
tables-csv = les mêmes tableaux en CSV pour des programmes : virgule, UTF-8, les textes tels quels
tables-excel = les mêmes tableaux en CSV pour un tableur qui utilise la virgule décimale : point-virgule, indicateur d’ordre des octets ; ouvrez-les d’un double clic, ou utilisez le classeur, qui garde le zéro de `01`
tables-languages = textes dans chaque édition, libellés des codes dans toutes les langues
tables-provenance = pour les variables, et de leurs sources seulement les noms, les abréviations et les institutions
model-json = le modèle entier en JSON, pour des programmes
table-blocks = les blocs : une ligne pour chaque type de ligne, avec sa clé et sa population
table-code-lists = les listes de codes, publiées ou attendues : une ligne pour chaque liste, avec les variables qui l’utilisent
table-variables = les variables : une ligne pour chaque colonne d’un bloc
table-codes = les codes et leur signification : une ligne pour chaque code, période et langue
table-breaks = les ruptures de série, avec le conseil de la source
table-rules = les règles au sein d’une ligne et les contraintes entre lignes
table-awaited = les listes de codes que le fournisseur doit encore envoyer : une ligne pour chaque variable, avec le passage qui l’autorise
table-model-version = Version du modèle
readme-files = Fichiers
readme-content = Contenu
readme-version = Les fichiers correspondent à la version { $version } du modèle, avec l’empreinte { $fingerprint }.
readme-model-file = la version et les empreintes, qui permettent à un programme de reconnaître le modèle
ddi = DDI-Codebook 2.5 et 2.6 (XML) pour les archives : l’étude, le fichier de chaque bloc, les variables, et les catégories avec leur période ; ce pour quoi la norme n’a pas d’élément est une note dont le type dit ce qu’elle est
frictionless = Frictionless Data Package : les champs du fichier CSV de chaque bloc avec leur type et leurs contraintes ; les listes de codes avec toutes les périodes sont une propriété propre
csvw = CSV on the Web : les colonnes du fichier CSV de chaque bloc avec leur type, et les listes de codes comme concepts SKOS avec leur période
    .code-periods = sans la raison pour laquelle une date détermine le sens d’un code
croissant = Croissant 1.1 : le fichier CSV de chaque bloc et les listes de codes comme ensembles d’enregistrements
    .value-types = nombres, dates, oui ou non, et textes, sans la grandeur, la monnaie ni la numérotation
    .codes = codes avec tout ce qui est connu de leurs significations ; de la liste dans son ensemble, seulement le libellé et la définition. Le lecteur mlcroissant devine le type des colonnes d’un fichier CSV : le code `01` devient 1, et `NA` une valeur manquante
    .code-periods = sans la date qui détermine le sens d’un code
archives-definitions = sans la raison d’une colonne
archives-value-types = sans la grandeur ni la monnaie d’un nombre
stata = un script Stata (.do) par bloc et par langue : il lit le fichier CSV avec les types, les libellés, les valeurs manquantes et les contrôles
spss = un script SPSS (.sps) par bloc et par langue, que PSPP exécute aussi : il lit le fichier CSV avec les types, les libellés, les valeurs manquantes et les contrôles
python = un module Python par bloc et par langue : il lit le fichier CSV avec pandas ou polars, donne aux codes le libellé de la période de la ligne, et contrôle les lignes avec dataframely
    .code-periods = les périodes, et quelle date est déterminante, mais pas pourquoi
r = scripts R (.R) par bloc et par langue : l’un en R de base avec des facteurs, l’autre pour haven avec des nombres étiquetés, qui écrit aussi des fichiers pour Stata et SPSS
sas = un script SAS (.sas) par bloc et par langue : il lit le fichier CSV avec les types, les libellés, les formats, les valeurs manquantes et les contrôles
scripts-languages = une langue par fichier
scripts-definitions = pour les variables, sans la raison d’une colonne
scripts-phrases = uniquement le passage lui-même
scripts-value-types = sans la grandeur, la monnaie ni la numérotation
scripts-nulls = là où une valeur peut manquer, mais pas ce que cela signifie
scripts-keys = les colonnes d’une clé, mais pas la raison pour laquelle aucune n’est connue
scripts-codes = textes, libellés et sources ; pas ce qu’est la liste dans son ensemble
scripts-code-periods = pour les codes dont le libellé commence, change ou se termine dans la fenêtre d’observation
scripts-missing-codes = pour les codes qui sont une valeur manquante dans chacune de leurs significations
scripts-rules = règles au sein d’une ligne, mais pas de contraintes entre lignes
script-source = Décision { $decision }, bloc { $block }, empreinte { $fingerprint }
script-supplied = Liste de codes { $list } : { $file }, SHA-256 { $sha256 }
script-files = Lit { $read } dans le dossier actuel, et écrit { $written }
script-part = Le fichier a toutes les colonnes du bloc ; ce script garde { $columns }
script-same-labels = Plusieurs codes ont le même libellé ; le code y figure entre crochets : { $codes }
script-unlabelled = lignes avec un code de { $column } qui n’est pas dans la liste
    .of-period = lignes avec un code de { $column } qui n’est pas dans la liste de cette période
script-rule-not-checked = (Cette règle n’est pas contrôlée ici.)
codes-read-at = les périodes des codes, mais pas la date qui détermine laquelle vaut
script-not-converted = Colonne { $column } : lignes dont la valeur n’est pas { $expected }
script-expected-whole = un nombre entier de { $min } à { $max }
script-expected-decimal = un nombre de { $min } à { $max } avec au maximum { $decimals ->
        [one] { $decimals } décimale
       *[other] { $decimals } décimales
    }
script-expected-period = une date telle que { $example }
script-expected-flag = un de ces textes : { $texts }
script-expected-text = un texte de { $max } octets au maximum
script-first-line = la première se trouve à la ligne
script-empty-file = Le fichier est vide.
script-no-row = Le fichier n’a aucune ligne de données.
script-open-quote = La ligne { $line } du fichier a un guillemet qui n’est pas fermé.
script-separator = La première ligne du fichier n’a pas de virgule, mais { $found } : une virgule est attendue entre les colonnes. Enregistrez le fichier avec des virgules.
    .unknown = La première ligne du fichier n’a pas de virgule : une virgule est attendue entre les colonnes. Enregistrez le fichier avec des virgules.
script-other-column = La colonne { $place } du fichier n’est pas { $column } : les colonnes du bloc sont attendues, dans leur ordre.
    .found = La colonne { $place } du fichier est { $found }, au lieu de { $column }.
    .missing = Le fichier n’a pas de colonne { $column }.
script-field-count = La ligne { $line } du fichier a { $found } champs, au lieu de { $expected }.
script-blank-line = La ligne { $line } du fichier est vide : supprimez-la.
script-not-utf-8 = La ligne { $line } du fichier n’est pas en UTF-8 : enregistrez le fichier comme CSV en UTF-8.
script-stopped = arrêté, voir le message ci-dessus
script-no-value = lignes sans valeur de { $column }
script-same-key = lignes avec les mêmes valeurs de { $columns } qu’une autre ligne
script-violates = lignes qui ne respectent pas : { $rule }
script-violations = Nombre de contrôles que la ligne ne respecte pas
script-violating-rows = Pour chaque contrôle, le nombre de lignes qui ne le respectent pas (0 s’il n’y en a pas)
script-utf-8 = Ce script a besoin d’une session en UTF-8.
only-of-variables = pour les variables, mais pas pour les blocs
only-certainty = la certitude, mais pas les autres types possibles
only-row-unit = ce que représente une ligne, mais pas la population

## La page web

skip-to-content = Aller au contenu
language = Langue
# Le script de la page remplace # par un nombre.
search = Rechercher un nom, un libellé, un passage, un code
    .one = 1 résultat
    .many = résultats : #
    .more = seuls les # premiers sont affichés

## La ligne de commande

show-one-variable = Une variable en détail :
show-all-variables = Toutes en détail :
show-placeholder = VARIABLE

## Le contrôle des listes de codes qu’un fournisseur a complétées

check-lists = Sans erreur : { $lists ->
        [one] { $lists } liste de codes
       *[other] { $lists } listes de codes
    } avec { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }. Résultat : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    } et { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }.
    .awaited = { $awaited ->
        [one] Pour { $awaited } liste fournie avec la livraison, il n’y a pas encore de fichier avec des codes.
       *[other] Pour { $awaited } listes fournies avec la livraison, il n’y a pas encore de fichier avec des codes.
    }
    .complete = Pour chaque liste fournie avec la livraison, il y a un fichier.

## Les commentaires d’un fichier que le fournisseur complète pour une liste de codes

template = Liste de codes { $list } ({ $decision } { $number })
    .instructions =
        Écrivez sous la ligne d’en-tête chaque code qui peut apparaître dans les données, avec sa signification :
        une ligne par signification, et une ligne distincte pour chaque période dans laquelle un code a une autre signification.
    .variable =
        Variable { $variable } : { $label }
          Passage de la décision : « { $phrase } »
    .technical = Colonne { $variable } : { $label }
    .no-codes-known = Connu : rien.
    .nothing-known = Connu : rien ; { $found }.
    .labels-known = Connu : les libellés suivants, sans leur code (recopiez le libellé tel quel) :
    .reference-codes-known = Connu : { $known } codes d’une liste purement indicative ; on ignore si les données contiennent ces codes.
    .codes-known = Connu : { $known } codes sont publiés ; on ignore s’il s’agit de tous les codes.
    .codes-and-labels-known = Connu : { $known } codes sont publiés, ainsi que les libellés suivants sans leur code (recopiez le libellé tel quel) :
    .columns =
        code : exactement comme dans les données, au maximum { $length } caractères sans espace avant ou après, 01 n’est pas 1 ; "" pour le texte vide.
        { $languages } : la signification ; une langue suffit. valid_from, valid_to : premier et dernier jour, par exemple 2013-01-31.
        missing : not_applicable (sans objet), unknown (inconnu), not_asked (non demandé), refused (refus), suppressed (masqué), unspecified (non précisé), ou vide.
        source : l’institution, si un code a une signification différente selon l’institution. remark : autres informations.
    .form = Chaque code de cette liste a { $form }.
    .class-columns =
        lower, upper : les bornes de la classe, avec un point devant les décimales ; vide s’il n’y a pas de borne.
        closed : les bornes comprises dans la classe : left, right, both ou unknown. unit : à quoi le montant se rapporte. currency : EUR, BEF.
    .complete =
        Ce fichier contient-il chaque code qui apparaît dans les données ? Écrivez alors yes ou oui au lieu de no dans la ligne qui commence par # complete.
        Un code des données qui ne figure pas dans le fichier est alors une erreur.
    .save = Enregistrez en CSV et en UTF-8, avec des virgules ou des points-virgules. Les lignes au-dessus de l’en-tête qui commencent par # peuvent rester.
    .complete-workbook =
        Cette feuille contient-elle chaque code qui figure dans les données ? Choisissez alors yes dans la cellule à côté de « complete ».
        Un code des données qui n’y figure pas est alors une erreur.
    .labels-in-rows = Connu : des libellés sans leur code, qui figurent dans les lignes sous l’en-tête (indiquez le code de chacun).
    .save-workbook = Enregistrez le classeur au format .xlsx. Les explications au-dessus de l’en-tête peuvent rester ; les lignes vides n’ont aucun effet.

template-workbook =
    Listes de codes pour { $decision } { $number }
    Veuillez remplir une feuille pour chaque liste de codes ci-dessous : chaque code qui peut figurer dans les données, avec sa signification.
    Les premières lignes de chaque feuille expliquent ce qu’il faut écrire. Une feuille sans codes n’a aucun effet.
    .list = Feuille
    .label = Liste de codes
    .provider = Fournisseur
    .source = Institution source
    .phrase = Passage de la décision
