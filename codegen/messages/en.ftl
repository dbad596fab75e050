# The texts of the program in English, in the syntax of Fluent (https://projectfluent.org).
#
# A message is a whole sentence or a whole name; { $name } is the place of a value. An attribute (.mark) is a text that is
# shown in the message, or that belongs to it. A message starts its line; an attribute has four spaces before it.

language-name = English

## Words for the values of the description: `<prefix>-<word>`, with the word of the JSON form

temporality-fixed = fixed
temporality-status = status on a day
temporality-accumulated = accumulated over a period
temporality-event = event

severity-error = error
severity-warning = warning

dates-by-year = dates by year
dates-by-quarter = dates by quarter
dates-by-month = dates by month
dates-by-day = dates by day

measurement-nominal = nominal
measurement-ordinal = ordinal
measurement-metric = metric
measurement-identifier = identifier: a number that only distinguishes units

match-quality-none = no variable of the source was found
match-quality-several = several variables of the source may be meant
match-quality-likely = this variable of the source is probably meant
match-quality-exact-for-one-source = this variable is meant for one of the sources; no description of that of another source was seen
match-quality-exact = this variable of the source is meant

certainty-assumed = assumed
certainty-phrase = follows from the words of the decision
certainty-documented = documented by the source

missing-unknown = missing: unknown
missing-unspecified = missing: not specified
missing-not-applicable = missing: not applicable
missing-not-asked = missing: not asked
missing-refused = missing: refused
missing-suppressed = missing: suppressed

## Kinds of values. `.values` says how the values are written; $example and $other are examples

value-kind-day = day
    .values = { value-kind-day }, written as { $example }
value-kind-year-month = month and year
    .values = { value-kind-year-month }, written as { $example }
value-kind-year-quarter = quarter and year
    .values = { value-kind-year-quarter }, written as { $example }
value-kind-year = year
    .values = { value-kind-year }, written as { $example }
value-kind-serial-number = serial number
    .values = { value-kind-serial-number }, in the numbering { $subject }: the same number is the same unit in every block
value-kind-flag = yes or no
    .values = { value-kind-flag } ({ $example } or { $other })
value-kind-code = code
    .values = { value-kind-code }, as text
value-kind-amount-class = class of amounts
    .values = { value-kind-amount-class }: the code of the class, as text
value-kind-amount = amount of money
    .values = { value-kind-amount } in { $currency }
value-kind-count = count
value-kind-days = number of days
value-kind-weeks = number of weeks
value-kind-months = number of months
value-kind-years = number of years
value-kind-minutes = number of minutes
value-kind-hours = number of hours
value-kind-hours-per-week = number of hours per week
value-kind-percentage = percentage
value-kind-ratio = ratio
value-kind-list = several values

whole-number = { $kind }, a whole number
decimal-number = { $kind }, with at most { $decimals ->
        [one] { $decimals } decimal
       *[other] { $decimals } decimals
    }
several-values = several values at once, each: { $values }
several-values-short = { $kind }, several

## The codebook as a whole

codebook = Codebook
contents = Contents
decision-name = { $decision } { $number }
yes = yes
no = no
# The name of a fact where the fact follows on the same line.
fact-name = { $name }:

## The decision

the-decision = The decision
decision-number = Number
decision-date = Date
    .amended = { $dated }, amended on { $amended }
decision-committee = Taken by
decision-recipient = Recipient
decision-purpose = Purpose
decision-providers = Providers
    .provider = { $provider } ({ $paragraph }), { $dates }
    .without-dates = { $provider } ({ $paragraph })
decision-window = Observation window
decision-counts = In this codebook
    .counts = { $described } of { $headings ->
        [one] { $headings } heading
       *[other] { $headings } headings
    }, { $blocks ->
        [one] { $blocks } block
       *[other] { $blocks } blocks
    }, { $variables ->
        [one] { $variables } variable
       *[other] { $variables } variables
    }, { $lists ->
        [one] { $lists } code list
       *[other] { $lists } code lists
    }, { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }
decision-model = Model
    .version = version { $version }, fingerprint { $fingerprint }
keep-until = The data must be destroyed after { $date }.
    .words = The data may be kept until: { $until }.
    .unlimited = The decision does not say until when the data may be kept.
window-open = from { $from }
statements = What the decision says about the data
    .statement = { $topic }. { $text } ({ $paragraph })
    .without-paragraph = { $topic }. { $text }

## Instructions for reading the codebook

reading = Reading this codebook
reference-date = Reference date
    .text = An observation period is a day, a month, a quarter or a year. If a row holds a state, the day of the period that it is about is not stated.
    .period-end = An observation period is a month, a quarter or a year. A state is the one at the end of the last day of the period. Year T is therefore the state on 31 December T at 24:00, which is 1 January T+1: the state on 1 January of a year is in the row of the year before.
    .link = reference date
reading-validity = Validity
    .text = If the start or end of a period is not stated, it is not known, and no value is rejected because of it. The stated days belong to the period. ‘Documented from’ is the first day of the file that documents a code; it says nothing about the time before.
period-assumed = Meaning of the period
    .mark = assumed, to be asked
    .text = { $mark }: that the delivery writes in this column the period as it is defined here.
    .year-end = { $mark }: that the delivery writes year T for the state on 31 December T at 24:00. It may write T+1, or the year of 1 January.
documented-from = documented from { $from }; earlier validity not seen
reading-codes = Codes
    .text = A code is a text: 01 and 1 are different codes. The meaning of a code depends on the period in which it occurs.
reading-no-value = No value
    .text = A row without a value does not mean ‘no’ and does not mean zero, unless the documentation states it.
reading-certainty = Certainty
    .text = For each variable, the codebook says whether it was found in a source, and how certain the type of its values is. An assumption may turn out to be wrong when the data are delivered; the other possibilities are listed. The evidence is in English.
glossary = Institutions and terms
    .introduction = Each abbreviation is explained once, here. The texts of the codebook lead to it.

## Headings and phrases of the decision

paragraph-of-provider = { $paragraph } · { $provider }
heading-in-text = In the text: { $title }
    .relatives = In the text: { $title }, also for: { $relatives }
    .only-relatives = Also for: { $relatives }
heading-not-modelled = This heading is not modelled yet. The decision names:
not-modelled = not modelled
quotation = “{ $text }”
term-of-term = { $term } of { $whole }
term-with-relatives = { $term }, also for: { $relatives }
phrase = Phrase
    .place = { $phrase } ({ $paragraph }, heading { $heading })
    .relative = { $phrase }, of { $relative }
    .dates = { $phrase }; { $dates }
disputed-precision = { $mark }: { $why }
    .mark = disputed precision

## Blocks

row-unit = One row
analysis-unit = Unit of analysis
universe = Universe
time = Time
observation-period = Observation period
    .column = { $column }; see { $reference-date }
    .column-with-type = { $column }, { $type }; see { $reference-date }
key = Key
    .one-column = { $columns }; each value occurs at most once
    .columns = { $columns }; each combination occurs at most once
no-known-key = { $mark }: { $why }
    .mark = no key is known
rows-exist = Rows exist
rules = Rules
based-on = Based on: { $basis }
foreign-keys = Foreign keys
    .own = { $column }: number of the unit that the row is about (numbering { $subject })
    .other = { $column }: refers to rows with this number (numbering { $subject })
constraints = Between rows
    .applies = { $constraint }: applies to { $columns }
    .compares = { $constraint }: applies to { $columns }; compared with { $others }
    .tolerates = Tolerated: { $deviations }
columns-of = Columns of { $block }
column = Column
label = Label
may-be-empty = May be empty

## Variables

type-of-values = Type
    .certain = { $type } – { $certainty }
    .assumed = { $type } – { $certainty }: not documented, and the decision does not say
    .alternatives = { $type } – { $certainty }: may turn out to be: { $alternatives }
either = { $options } or { $last }
no-value = No value
    .never = every row has a value
    .means = possible; it means: { $meaning }
    .undocumented = possible; what it means is not documented
    .empty-list = the list may be empty
    .empty-list-means = the list may be empty: { $meaning }
column-reason = Reason for the column
other-texts = In other languages
flag-written-as = In the source
    .stated = 1 ({ $yes }) or 0 ({ $no })
    .assumed = no source says how it is written; we assume 1 or true for yes, 0 or false for no
source-unit = Unit in the source
measurement = Measurement
unit = Unit
bounds = Bounds
    .at-least = at least { $min }
    .at-most = at most { $max }
    .between = from { $min } to { $max }
range = Range
exists = Exists
period-from = from { $from }
period-until = until { $to }

## Sources, evidence, notes and breaks in series

source = Source
    .origin = { $name }, { $institution }, file { $file }
    .validity = { $origin }; period according to the source: { $validity }
    .level = { $origin }; level of measurement according to the source: { $level }
    .page = { $origin }; { $page }
page-on = page on { $host }
evidence = How sure is this?
notes = Notes
breaks = Breaks in series
    .advice = { $mark } { $advice }
    .advice-mark = What to do:

## Code lists

code-list = Code list
    .name = { $list }: { $definition }
    .name-with-label = { $list } { $label }: { $definition }
code-form = Form of the codes: { $length }.
    .pattern = Form of the codes: { $length } by the pattern { $pattern }.
closed-list = Closed list.
    .rejects = Closed list: another code is an error.
open-list = Open list: other codes may occur.
    .without-codes = Open list: no code is known in advance.
awaited-list = The list { $mark }.
    .mark = comes with the delivery
# What is known of a list without codes. The notes of a model and the templates use these words too.
no-list-found = no list was found in public material
    .sentence = { $found }.
supplied-list = The list { $mark }.
    .mark = came with the delivery
supplied-file = Codes { $mark } { $file } (SHA-256 { $sha256 }).
    .mark = supplied with the file
completely-supplied-list = The file says that it has every code that occurs in the data: another code is an error.
delivered-list = According to the source, the data are delivered with this list.
reference-only-list = reference-only list
    .reference = { $mark }: the published list is a reference standard, not the list that is delivered; it never rejects a code.
    .reference-supplied = { $mark }: the published part is a reference standard, which never rejects a code; each meaning that came with the delivery names its file.
    .related = { $mark }: the published list is that of a related variable, not the list that is delivered; it never rejects a code.
    .related-supplied = { $mark }: the published part is the list of a related variable, which never rejects a code; each meaning that came with the delivery names its file.
complete-list = The complete table was available.
codes-not-published = { $mark }: only the labels are known.
    .mark = codes not found
read-at-observation-period = The observation period of the row decides what a code means.
read-at-event-date = The date of the event decides what a code means.
read-at-not-checkable = The validity of codes cannot be checked: the row does not contain the date that decides what a code means.
    .explained = The validity of codes cannot be checked.
list-standard = Standard: { $standard }
list-page = Source: { $page }
codes-of = Codes of { $list }
code = Code
    .empty = (empty text)
    .not-published = code not found
    .aliases = { $code }, also { $aliases }
meaning = Meaning
    .short = { $meaning }; short: { $short }
    .source = { $meaning }; according to { $source }
    .file = { $meaning }; from the file { $file }
    .outside-window = outside the observation window
class = Class
    .between = { $lower } and { $upper }
    .from = from { $lower }
    .to = to { $upper }
    .from-to = from { $lower } to { $upper }
    .unknown = { $bounds }; which bound is included is not known
valid = Valid

## From phrase to column

trace = From phrase to column
    .summary = Each phrase of the decision and the column that carries it out, in the order of the text. { $missing } of { $total } lines { $missing ->
        [one] has
       *[other] have
    } no column.
    .caption = Phrases and columns
heading = Heading

## What changed since earlier versions

changes = What changed
    .introduction = The model has versions. Each table says what changed from one version to the next, the changes with the worst consequences first.
    .no-version = No earlier version of the model is known.
    .elsewhere = Nothing in this codebook changed since the earlier versions that are known.
    .version = Version { $version }, kept on { $day }
    .at-hand = This codebook, compared with version { $version }
    .semantic = { $count ->
        [one] { $count } change is one
       *[other] { $count } changes are changes
    } of meaning: the same values mean something else.
    .since = Since version { $version }: { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }.
    .wording = Wording only: { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
    .part = Part
    .day = Date
    .not-kept = not kept yet
    .from = From
    .to = To
    .cause = Cause
    .value = { $name }: { $value }
    .more = and { $count } more
    .decision = Decision: { $decision }
    .reason = Reason: { $reason }
changed-item = Variable or code
    .model = the model
    .block = block { $name }
    .code-list = code list { $name }
    .code = code { $name }
    .paragraph = paragraph { $name }
    .statement = statement { $name }
    .heading = heading { $name }
    .term = phrase { $name }
    .subject = subject { $name }
    .glossary-entry = term { $name }
    .rule = rule { $name }
    .break = break in series { $name }
    .constraint = constraint { $name }
changed-condition = only in words
    .row-exists = a row of { $block } has { $values }
    .constrained = the value itself
    .except = { $condition }, except for { $column } where { $because } is { $code }
    .none-of = no value in { $columns }
    .age = an age of { $min } to { $max } years, by { $birth } and { $at }
    .tolerance = { $condition } (tolerance in years: { $years })
change-class = Consequence
    .semantic = { $mark }: the same values mean something else
    .semantic-mark = other meaning
    .breaking = existing programs, files or joins stop working, or a check may reject data
    .disclosure = more or finer data than before
    .risky = may affect programs, or the comparison over time
    .compatible = addition or wider limit: earlier data remain valid
    .doc = wording only
    .editorial = wording only, as a person has judged

## Formats, the features of a model, and what a format carries of them

formats = What the formats carry
    .format = { $format }: { $summary } ({ $files })
    .caption = What each format does not carry in full; it carries everything else
    .name = Format
    .in-part = Carries in part
    .lost = Does not carry
    .partly = { $feature } ({ $part })

feature-labels = Labels
feature-languages = Languages
feature-definitions = Definitions
feature-phrases = Phrase of the decision
feature-value-types = Type of values
feature-certainty = Certainty
feature-nulls = Missing values
feature-universe = Universe and units
feature-keys = Keys
feature-measurement = Level of measurement
feature-units = Units of measurement
feature-bounds = Bounds
feature-codes = Codes and their meanings
feature-code-periods = Validity of codes
feature-missing-codes = Codes for a missing value
feature-validity = Validity of blocks and variables
feature-rules = Rules
feature-provenance = Provenance
feature-evidence = Evidence
feature-notes = Notes
feature-breaks = Breaks in series
feature-glossary = Glossary

codebook-html = the codebook as one web page with each edition of the model, readable without a network
codebook-md = the codebook as Markdown (GitHub): an index and a file for each block, in each language
codebook-languages = languages without an edition only for labels, definitions and meanings of codes
json-schema = JSON Schema (2020-12) of the rows of each block
    .bounds = bounds, but not a range in words
    .codes = the codes with their meanings, but not what the list as a whole is
arrow = Arrow schema of each block: an IPC file without rows, and the same as readable JSON
    .phrases = without the precision of dates
    .codes = the codes with their meanings, but not what the list as a whole is
workbook = the variables, codes, breaks, rules and awaited code lists as one workbook for Excel or LibreOffice: all cells are texts, so that `01` stays `01`
    .use = Each sheet has a filter on its first row. All cells are texts: `01` stays `01`. The codes are in the rows of their code list, one row for each period and language.
tables-csv = the same tables as CSV for programs: comma, UTF-8, the texts as they are
tables-excel = the same tables as CSV for a spreadsheet that uses a decimal comma: semicolon, byte order mark; open them with a double click, or use the workbook, which keeps the zero of `01`
tables-languages = texts in each edition, labels of codes in all languages
tables-provenance = of variables, and of their sources only the names, the abbreviations and the institutions
model-json = the whole model as JSON, for programs
table-blocks = the blocks: a row for each kind of row, with its key and its universe
table-code-lists = the code lists, published and still to come: a row for each list, with the variables that use it
table-variables = the variables: a row for each column of a block
table-codes = the codes and what they mean: a row for each code, period and language
table-breaks = the breaks in series, with the advice of the source
table-rules = the rules within a row and the constraints across rows
table-awaited = the code lists that the provider still has to send: a row for each variable, with the phrase that authorises it
table-model-version = Version of the model
readme-files = Files
readme-content = Content
readme-version = The files are of version { $version } of the model, with the fingerprint { $fingerprint }.
readme-model-file = the version and the fingerprints, by which a program recognises the model
ddi = DDI-Codebook 2.5 and 2.6 (XML) for archives: the study, the file of each block, the variables, and the categories with their periods; what the standard has no element for is a note whose type names it
frictionless = Frictionless Data Package: the fields of the CSV file of each block with types and constraints; the code lists with all periods are a property of our own
csvw = CSV on the Web: the columns of the CSV file of each block with datatypes, and the code lists as SKOS concepts with their periods
    .code-periods = without the reason why a date decides what a code means
croissant = Croissant 1.1: the CSV file of each block and the code lists as record sets
    .value-types = numbers, dates, yes or no, and texts, without the quantity, the currency and the numbering
    .codes = codes with all that is known of their meanings; of the list as a whole only the label and the definition. The reader mlcroissant guesses the types of a CSV file: the code `01` becomes 1, and `NA` a missing value
    .code-periods = without the date that decides what a code means
archives-definitions = without the reason for a column
archives-value-types = without the quantity and the currency of a number
stata = a Stata script (.do) for each block and language: it reads the CSV file with types, labels, missing values and checks
spss = an SPSS script (.sps) for each block and language, which PSPP runs too: it reads the CSV file with types, labels, missing values and checks
python = a Python module for each block and language: it reads the CSV file with pandas or polars, labels codes by the period of the row, and checks rows with dataframely
    .code-periods = the periods, and which date decides, but not why
r = R scripts (.R) for each block and language: one in base R with factors, one for haven with labelled numbers, which also writes files for Stata and SPSS
sas = a SAS script (.sas) for each block and language: it reads the CSV file with types, labels, formats, missing values and checks
scripts-languages = one language in each file
scripts-definitions = of variables, without the reason for a column
scripts-phrases = only the phrase itself
scripts-value-types = without the quantity, the currency and the numbering
scripts-nulls = where a value may be missing, but not what it means
scripts-keys = the columns of a key, but not the reason why none is known
scripts-codes = texts, labels and sources; not what the list as a whole is
scripts-code-periods = of codes whose label begins, changes or ends within the observation window
scripts-missing-codes = of codes that are a missing value in each of their meanings
scripts-rules = rules within a row, but no constraints
script-source = Decision { $decision }, block { $block }, fingerprint { $fingerprint }
script-supplied = Code list { $list }: { $file }, SHA-256 { $sha256 }
script-files = Reads { $read } in the present folder, and writes { $written }
script-part = The file has all columns of the block; this script keeps { $columns }
script-same-labels = Several codes have the same label; it has the code in square brackets: { $codes }
script-unlabelled = rows with a code of { $column } that is not in the list
    .of-period = rows with a code of { $column } that is not in the list of this period
script-rule-not-checked = (This rule is not checked here.)
codes-read-at = the periods of codes, but not the date that decides which one holds
script-not-converted = Column { $column }: rows whose value is not { $expected }
script-expected-whole = a whole number from { $min } to { $max }
script-expected-decimal = a number from { $min } to { $max } with at most { $decimals ->
        [one] { $decimals } decimal
       *[other] { $decimals } decimals
    }
script-expected-period = a date such as { $example }
script-expected-flag = one of { $texts }
script-expected-text = a text of at most { $max } bytes
script-first-line = the first one is in line
script-empty-file = The file is empty.
script-no-row = The file has no row.
script-open-quote = Line { $line } of the file has a quotation mark that is not closed.
script-separator = The first line of the file has no comma, but { $found }: expected a comma between the columns. Save the file with commas.
    .unknown = The first line of the file has no comma: expected a comma between the columns. Save the file with commas.
script-other-column = Column { $place } of the file is not { $column }: expected the columns of the block, in their order.
    .found = Column { $place } of the file is { $found }: expected { $column }.
    .missing = The file has no column { $column }.
script-field-count = Line { $line } of the file has { $found } fields: expected { $expected }.
script-blank-line = Line { $line } of the file is blank: remove it.
script-not-utf-8 = Line { $line } of the file is not in UTF-8: save the file as CSV in UTF-8.
script-stopped = stopped, see the message above
script-no-value = rows without a value of { $column }
script-same-key = rows that have the same { $columns } as another row
script-violates = rows that violate: { $rule }
script-violations = Number of checks that the row violates
script-violating-rows = Number of rows that violate each check (0 for none)
script-utf-8 = This script needs a session in UTF-8.
only-of-variables = of variables, not of blocks
only-certainty = the certainty, but not the other possible types
only-row-unit = what one row is, but not the universe

## The web page

skip-to-content = Skip to content
language = Language
# The script of the page replaces # by a number.
search = Search name, label, phrase, code
    .one = 1 result
    .many = # results
    .more = only the first # are shown

## The command line

show-one-variable = One variable in full:
show-all-variables = All variables in full:
show-placeholder = VARIABLE

## The check of the code lists that a provider completed

check-lists = Without errors: { $lists ->
        [one] { $lists } code list
       *[other] { $lists } code lists
    } with { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }. Found: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    } and { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
    .awaited = { $awaited ->
        [one] { $awaited } list that comes with the delivery still has no file with codes.
       *[other] { $awaited } lists that come with the delivery still have no file with codes.
    }
    .complete = Every list that comes with the delivery has a file.

## The comments in a file for a code list that the provider completes

template = Code list { $list } ({ $decision } { $number })
    .instructions =
        Please write every code that may occur in the data below the header, with its meaning:
        one line for each meaning, and a separate line for each period in which a code means something else.
    .variable =
        Variable { $variable }: { $label }
          Phrase of the decision: ‘{ $phrase }’
    .technical = Column { $variable }: { $label }
    .no-codes-known = Known: nothing.
    .nothing-known = Known: nothing; { $found }.
    .labels-known = Known: these labels, without their code (copy the label as it is):
    .reference-codes-known = Known: { $known } codes of a reference-only list; it is not known whether the data contain these codes.
    .codes-known = Known: { $known } codes are published; it is not known whether these are all.
    .codes-and-labels-known = Known: { $known } codes are published, and these labels without their code (copy the label as it is):
    .columns =
        code: exactly as in the data, at most { $length } characters without a space before or after them, 01 is not 1; "" for the empty text.
        { $languages }: the meaning; one language is enough. valid_from, valid_to: first and last day, such as 2013-01-31.
        missing: not_applicable, unknown, not_asked, refused, suppressed, unspecified, or empty.
        source: the institution, if a code has another meaning in each. remark: other information.
    .form = Each code of this list has { $form }.
    .class-columns =
        lower, upper: the bounds of the class, with a point before the decimals; empty if there is no such bound.
        closed: the bounds that belong to the class: left, right, both or unknown. unit: what the amount is for. currency: EUR, BEF.
    .complete =
        Does this file have every code that occurs in the data? Then write yes instead of no in the line ‘# complete: no’.
        A code of the data that the file does not have is an error then.
    .save = Save as CSV in UTF-8, with commas or semicolons. Lines above the header that begin with # may stay.
    .complete-workbook =
        Does this sheet have every code that occurs in the data? Then choose yes in the cell beside ‘complete’.
        A code of the data that the sheet does not have is an error then.
    .labels-in-rows = Known: labels without their code, which are in the rows below the header (write the code of each).
    .save-workbook = Save the workbook as .xlsx. The comments above the header may stay; empty rows have no effect.

template-workbook =
    Code lists for { $decision } { $number }
    Please complete one sheet for each code list below: every code that may occur in the data, with its meaning.
    The first rows of each sheet explain what to write. A sheet without codes has no effect.
    .list = Sheet
    .label = Code list
    .provider = Provider
    .source = Source institution
    .phrase = Phrase of the decision
