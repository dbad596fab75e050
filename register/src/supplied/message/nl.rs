//! The messages in Dutch: errors of files and lines.

mod warnings;

use beraad_describe::{CodeEntry, CodeTextError, Language};

use super::{
    Amounts, CodeMessage, DescribedLine, FileAdvice, FindingWord, FolderMessage, LabelMessage,
    LayoutMessage, LineMessage, LinesMessage, Litter, PeriodMessage, Place, Texts, WorkbookMessage,
    alternatives, named,
};
use crate::csv::CsvError;
use crate::supplied::confirm_words::words_in;

pub(super) struct Dutch;

impl Texts for Dutch {
    fn folder(&self, message: &FolderMessage) -> String {
        folder(message)
    }

    fn layout(&self, message: &LayoutMessage) -> String {
        layout(message)
    }

    fn line(&self, message: &LineMessage) -> String {
        line(message)
    }

    fn lines(&self, message: &LinesMessage) -> String {
        lines(message)
    }

    fn code(&self, message: &CodeMessage) -> String {
        warnings::code(message)
    }

    fn label(&self, message: &LabelMessage) -> String {
        warnings::label(message)
    }

    fn period(&self, message: &PeriodMessage) -> String {
        warnings::period(message)
    }

    fn workbook(&self, message: &WorkbookMessage) -> String {
        match message {
            WorkbookMessage::Unreadable { error } => format!("dit bestand kan niet als werkmap worden gelezen ({error}); bewaar het als werkmap (`.xlsx`), zonder wachtwoord"),
            WorkbookMessage::TooManyParts { max } => format!("de werkmap heeft meer dan {max} onderdelen; kopieer de werkbladen naar een nieuwe werkmap"),
            WorkbookMessage::TooLarge { max } => format!("de werkmap is uitgepakt groter dan {max} MB; laat lijsten en codes weg die niet in de gegevens voorkomen"),
            WorkbookMessage::UnreadableSheet { error } => format!("het werkblad kan niet worden gelezen ({error}); bewaar de werkmap opnieuw"),
            WorkbookMessage::UnknownSheet { meant: Some(meant) } => format!("geen enkele codelijst heet zoals dit werkblad; bedoelde u `{meant}`?"),
            WorkbookMessage::UnknownSheet { meant: None } => "geen enkele codelijst heet zoals dit werkblad; geef het de naam van de lijst, of verwijder het".to_owned(),
            WorkbookMessage::MergedCells { first, last } => format!("de cellen van kolom {first} tot en met kolom {last} zijn samengevoegd; splits ze, en vul in elke cel een waarde in"),
            WorkbookMessage::TooMuchText { max } => format!("het werkblad bevat meer dan {max} MB tekst; vul alleen de lijst met codes in, met één rij per betekenis"),
            WorkbookMessage::CellFarBelow { max } => format!("ver onder de lijst staat nog een waarde, en een lijst heeft ten hoogste {max} rijen; verwijder ze"),
            WorkbookMessage::CellFarRight { column } => format!("in kolom {column}, ver rechts van de lijst, staat nog een waarde; verwijder ze"),
            WorkbookMessage::StruckThrough { cells } => format!("de tekst is doorgehaald in {cells}, en wordt als geldig gelezen; vul in `valid_to` de laatste dag in of verwijder de rij als de code niet meer gebruikt wordt; haal anders de doorhaling weg"),
            WorkbookMessage::PartlyStruckThrough { cells } => format!("een deel van de tekst is doorgehaald in {cells}, en wordt mee gelezen; verwijder dat deel, of haal de doorhaling weg"),
            WorkbookMessage::WhiteText { cells } => format!("de tekst is wit in {cells}, en wordt als geldig gelezen; verwijder de rij als de code niet bedoeld is; geef de tekst anders een andere kleur"),
            WorkbookMessage::HiddenRows { first, last } if first == last => "de rij is verborgen, met de hand, door een filter of door een overzicht, en wordt als geldig gelezen; maak ze zichtbaar, en verwijder ze als ze niet bedoeld is".to_owned(),
            WorkbookMessage::HiddenRows { first, last } => format!("de rijen {first} tot en met {last} zijn verborgen, met de hand, door een filter of door een overzicht, en worden als geldig gelezen; maak ze zichtbaar, en verwijder de rijen die niet bedoeld zijn"),
            WorkbookMessage::HiddenSheet => "het werkblad is verborgen, en de codes ervan worden als geldig gelezen; maak het zichtbaar, en verwijder het als de codes niet bedoeld zijn".to_owned(),
            WorkbookMessage::FormattedNumber { cell, format, read } => format!("cel {cell} heeft de getalopmaak `{format}`, zodat ze een andere tekst toont dan `{read}`, die gelezen wordt; schrijf de tekst zoals hij bedoeld is, in een cel met de opmaak Tekst"),
            WorkbookMessage::FormulaWithoutValue { cell, more } => {
                let others = match more {
                    0 => String::new(),
                    more => format!(" (en nog {more})"),
                };
                format!("cel {cell}{others} bevat een formule zonder bewaarde waarde; open de werkmap in een rekenprogramma en bewaar ze opnieuw, of vervang de formules door hun waarden")
            }
            WorkbookMessage::LineBreakInCode { cell, code } => format!("de code in cel {cell} bevat een regeleinde, in `{code}` op de plaats van de spatie; schrijf de code precies zoals in de gegevens, en één code per rij"),
        }
    }

    fn confirmable(&self, message: &str, value: &str) -> String {
        let value = words_in(Language::NL, value);
        format!(
            "{message}; als dit klopt, schrijf dan `# bevestigd: {value}` in een regel boven de kopregel"
        )
    }

    fn unused_confirmation(&self, value: &str) -> String {
        format!(
            "`{value}` is bevestigd, maar er is geen waarschuwing over; neem de waarde letter voor letter over uit de waarschuwing, of verwijder ze uit de regel"
        )
    }

    fn placed(&self, file: &str, place: Place, text: &str) -> String {
        match place {
            Place {
                sheet: None,
                line: Some(line),
            } => format!("{file}, regel {line}: {text}"),
            Place {
                sheet: None,
                line: None,
            } => format!("{file}: {text}"),
            place => format!("{file}, {}", self.in_line(place, text)),
        }
    }

    fn in_line(&self, place: Place, text: &str) -> String {
        match (place.sheet, place.line) {
            (None, None) => text.to_owned(),
            (None, Some(line)) => format!("regel {line}: {text}"),
            (Some(sheet), None) => format!("werkblad {sheet}: {text}"),
            (Some(sheet), Some(row)) => format!("werkblad {sheet}, rij {row}: {text}"),
        }
    }

    fn skipped(&self, kind: &str) -> String {
        format!("overgeslagen: dit is {kind}")
    }

    fn word(&self, word: FindingWord) -> &'static str {
        match word {
            FindingWord::Note => "opmerking",
            FindingWord::Error => "fout",
            FindingWord::Warning => "waarschuwing",
        }
    }

    fn with_word(&self, word: FindingWord, text: &str) -> String {
        format!("{}: {text}", self.word(word))
    }

    fn more(&self, errors: usize, warnings: usize) -> String {
        let counted = |count: usize, one: &str, several: &str| match count {
            0 => None,
            1 => Some(format!("nog 1 {one}")),
            count => Some(format!("nog {count} {several}")),
        };
        let parts = [
            counted(errors, "fout", "fouten"),
            counted(warnings, "waarschuwing", "waarschuwingen"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        format!("{}; los eerst de bovenstaande op", parts.join(", "))
    }
}

fn folder(message: &FolderMessage) -> String {
    match message {
        FolderMessage::Unreadable { dir, error } => format!(
            "`{dir}` kan niet gelezen worden als een map met codelijsten: {error}; geef het pad op van een map met bestanden `<list id>.csv`"
        ),
        FolderMessage::TooManyFiles { dir, max } => format!(
            "`{dir}` bevat meer dan {max} bestanden; er is geen enkel bestand gelezen; geef het pad op van een map met alleen bestanden `<list id>.csv`"
        ),
        FolderMessage::DuplicateFile { list, other } => format!(
            "voor de lijst `{list}` is er ook al het bestand `{other}`; haal een van beide uit de map"
        ),
        FolderMessage::TooManyLines {
            max,
            lines_before,
            lines,
            files_after,
        } => format!(
            "de bestanden in de map hebben samen meer dan {max} regels: {lines_before} in de vorige bestanden en {lines} in dit bestand; {}",
            not_read(*files_after)
        ),
        FolderMessage::TooManyBytes {
            megabytes,
            bytes_before,
            bytes_left,
            files_after,
        } => format!(
            "de bestanden in de map zijn samen groter dan {megabytes} MB: {bytes_before} bytes in de vorige bestanden en meer dan {bytes_left} in dit bestand; {}",
            not_read(*files_after)
        ),
        FolderMessage::UnreadableEntry { error } => format!("het bestand kan niet gelezen worden: {error}"),
        FolderMessage::UnreadableFile { error } => {
            format!("het bestand kan niet gelezen worden: {error}; controleer of u het mag lezen")
        }
        FolderMessage::FileTooLarge { megabytes } => format!(
            "het bestand is groter dan {megabytes} MB; laat er alleen de lijst met codes in staan, met één regel per betekenis"
        ),
        FolderMessage::SymbolicLink => {
            "dit is een snelkoppeling (symbolische link); zet het bestand zelf in de map".to_owned()
        }
        FolderMessage::Disguised { list, advice } => format!(
            "in de map horen alleen werkmappen (`.xlsx`) en bestanden `<list id>.csv`, met de naam van de lijst; dit bestand hoort misschien bij de lijst `{list}`: {}",
            self::advice(*advice, list)
        ),
        FolderMessage::Folder => {
            "in de map horen alleen werkmappen (`.xlsx`) en bestanden `<list id>.csv`, met de naam van de lijst; haal deze submap eruit".to_owned()
        }
        FolderMessage::OtherFile => {
            "in de map horen alleen werkmappen (`.xlsx`) en bestanden `<list id>.csv`, met de naam van de lijst; haal dit bestand eruit, of bewaar het in een van die vormen".to_owned()
        }
        FolderMessage::MisspeltList { list, meant } => {
            format!("de codelijst `{list}` bestaat niet; bedoelt u `{meant}.csv`?")
        }
        FolderMessage::UnknownList { list, known } => {
            format!("de codelijst `{list}` bestaat niet; kies {}", one_of(known))
        }
        FolderMessage::UnknownListOfMany { list } => format!(
            "de codelijst `{list}` bestaat niet; het commando `codelists` toont alle codelijsten"
        ),
        FolderMessage::Skipped { litter } => self::litter(*litter).to_owned(),
        FolderMessage::Utf16 => {
            "het bestand staat in UTF-16; bewaar het als UTF-8 (in een rekenblad: `CSV UTF-8`)".to_owned()
        }
        FolderMessage::ProbablyUtf16 => {
            "het bestand staat waarschijnlijk in UTF-16; bewaar het als UTF-8 (in een rekenblad: `CSV UTF-8`)"
                .to_owned()
        }
        FolderMessage::Packed => {
            "het bestand heeft de naam van een CSV-bestand, maar is een rekenblad of een ander ingepakt bestand; open het in een rekenblad en bewaar het als `CSV UTF-8`".to_owned()
        }
        FolderMessage::MixedEncodings { byte, offset } => format!(
            "byte {byte:02X} op positie {offset} is geen UTF-8, maar de letters ervoor wel: twee bestanden met een verschillende codering zijn samengevoegd; bewaar elk ervan eerst als UTF-8"
        ),
        FolderMessage::InvalidUtf8 { byte, offset } => {
            format!("het bestand is geen geldige UTF-8: byte {byte:02X} op positie {offset}; {SAVE_AS_UTF8}")
        }
        FolderMessage::OtherEncoding {
            byte,
            offset,
            encoding,
            word,
        } => format!(
            "het bestand staat niet in UTF-8, maar waarschijnlijk in {encoding}: byte {byte:02X} op positie {offset} hoort dan bij `{word}`; {SAVE_AS_UTF8}"
        ),
        FolderMessage::SeveralEncodings {
            byte,
            offset,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(word, encoding)| format!("`{word}` in {encoding}"))
                .collect();
            format!(
                "het bestand staat niet in UTF-8: byte {byte:02X} op positie {offset} hoort bij {}; open het bestand in de juiste codering; {SAVE_AS_UTF8}",
                readings.join(" of ")
            )
        }
    }
}

const SAVE_AS_UTF8: &str = "bewaar het bestand als UTF-8 (in een rekenblad: `CSV UTF-8`)";

/// The files that were not read since a limit was reached.
fn not_read(files_after: usize) -> String {
    let files = match files_after {
        0 => "het is niet gelezen".to_owned(),
        1 => "dit bestand en het volgende zijn niet gelezen".to_owned(),
        more => format!("dit bestand en de {more} volgende zijn niet gelezen"),
    };
    format!("{files}; laat lijsten en codes weg die niet in de gegevens voorkomen")
}

fn advice(advice: FileAdvice, list: &str) -> String {
    match advice {
        FileAdvice::Download => {
            "het staat nog niet volledig op deze computer; wacht tot het gedownload is, of kopieer het opnieuw"
                .to_owned()
        }
        FileAdvice::Unpack => format!("het is ingepakt; pak het uit als `{list}.csv`"),
        FileAdvice::SaveFromSpreadsheet => format!(
            "het is een rekenblad; bewaar het daar als werkmap `{list}.xlsx`, of als `CSV UTF-8` met de naam `{list}.csv`"
        ),
        FileAdvice::SaveFromProgram => format!(
            "het is van een ander programma; bewaar het daar als CSV in UTF-8, met de naam `{list}.csv`"
        ),
        FileAdvice::MoveEarlierState => format!(
            "het is waarschijnlijk een oudere versie van de lijst; haal het uit de map, of hernoem het naar `{list}.csv` als het de juiste versie is"
        ),
        FileAdvice::Rename => format!("hernoem het naar `{list}.csv`"),
        FileAdvice::RenameHidden => {
            format!("het is verborgen door de punt vooraan in de naam; hernoem het naar `{list}.csv`")
        }
        FileAdvice::KeepOne => format!("behoud één van de bestanden, met de naam `{list}.csv`"),
    }
}

fn litter(kind: Litter) -> &'static str {
    match kind {
        Litter::System => "een bestand van het besturingssysteem",
        Litter::Lock => {
            "het vergrendelingsbestand van een programma waarin de lijst nog open staat"
        }
        Litter::Copy => "een reservekopie van een tekstprogramma",
        Litter::Hidden => "een verborgen bestand",
    }
}

fn layout(message: &LayoutMessage) -> String {
    match message {
        LayoutMessage::MissingHeader { header, list } => {
            format!("de kopregel ontbreekt; schrijf `{header}` boven de codes van `{list}`")
        }
        LayoutMessage::NotAHeader { line, header } => format!(
            "hier staat geen kopregel, maar `{line}`; schrijf `{header}` boven deze regel, of in de plaats ervan als ze de namen van de kolommen bevat"
        ),
        LayoutMessage::HeaderInOneCell { separator } => {
            let sign = match separator {
                '\t' => "een tab".to_owned(),
                sign => format!("`{sign}`"),
            };
            format!(
                "de kopregel staat in één cel, met {sign} tussen de namen; zet in het rekenblad elke naam van de kopregel en elke waarde eronder in een eigen cel, en bewaar het bestand opnieuw"
            )
        }
        LayoutMessage::MisspeltCompleteness { found } => {
            format!("`{found}` is niet bekend; bedoelt u `volledig` (`complete`)?")
        }
        LayoutMessage::MisspeltConfirmation { found } => {
            format!("`{found}` is niet bekend; bedoelt u `bevestigd` (`confirmed`)?")
        }
        LayoutMessage::AboveHeader { text } => format!(
            "de regel `{text}` staat boven de kopregel; zet er `#` voor als het een opmerking is, of verplaats de regel onder de kopregel als het een code is"
        ),
        LayoutMessage::OppositeCompleteness { line } => format!(
            "regel {line} en deze regel spreken elkaar tegen over de vraag of de lijst volledig is; verwijder een van beide"
        ),
        LayoutMessage::UnknownCompleteness { found } => format!(
            "`{found}` is geen geldige waarde voor `complete` (`volledig`); schrijf `ja` als het bestand elke code bevat die in de gegevens voorkomt, en anders `nee`"
        ),
        LayoutMessage::InvalidCsv { error } => csv(*error).to_owned(),
        LayoutMessage::InvalidHeader { error } => format!("fout in de kopregel: {}", csv(*error)),
        LayoutMessage::MisspeltColumn { column, meant } => {
            format!("de kolom `{column}` is niet bekend; bedoelt u `{meant}`?")
        }
        LayoutMessage::UnknownColumn { column, known } => {
            format!("de kolom `{column}` is niet bekend; kies {}", one_of(known))
        }
        LayoutMessage::DuplicateColumn { column } => {
            format!("de kolom `{column}` staat er tweemaal; verwijder er één")
        }
        LayoutMessage::MissingCodeColumn { example } => format!(
            "de kolom `code` ontbreekt; de eerste regel die geen opmerking is, is de kopregel, bijvoorbeeld `{example}`"
        ),
        LayoutMessage::MissingLabelColumn { languages } => {
            format!(
                "er is geen kolom met de betekenis van de codes; voeg {} toe",
                one_of(languages)
            )
        }
        LayoutMessage::TooManyRows { max } => {
            format!(
                "er staan meer dan {max} regels onder de kopregel; de rest van het bestand is niet gelezen"
            )
        }
    }
}

fn line(message: &LineMessage) -> String {
    match message {
        LineMessage::LabelWithoutCode { label } => format!("het label `{label}` heeft nog geen code; vul de code in, of verwijder de rij als de gegevens ze niet bevatten"),
        LineMessage::CommentBelowHeader => {
            "onder de kopregel staat een opmerking; zet ze erboven, of verwijder ze".to_owned()
        }
        LineMessage::FieldCount {
            expected,
            found,
            separator,
        } => {
            let separator = match separator {
                '\t' => "tab".to_owned(),
                separator => separator.to_string(),
            };
            format!(
                "de kopregel heeft {expected} velden, maar deze regel heeft er {found}; zet een tekst met `{separator}` erin tussen aanhalingstekens, en schrijf een `{separator}` voor elk leeg veld"
            )
        }
        LineMessage::UnnamedColumn { text } => format!(
            "`{text}` staat in een kolom zonder naam; schrijf de naam van de kolom in de kopregel, of verwijder de tekst"
        ),
        LineMessage::MissingCode => {
            "de code ontbreekt; schrijf de code zoals ze in de gegevens staat, of `\"\"` als dat de lege tekst is".to_owned()
        }
        LineMessage::InvalidCode { code, error, other } => {
            let other = other.map(|char| format!("; er staat U+{:04X} in", u32::from(char)));
            format!(
                "`{code}` kan geen code zijn: {}; schrijf de code exact zoals in de gegevens{}",
                code_error(*error),
                other.unwrap_or_default()
            )
        }
        LineMessage::OtherForm { code, form, list } => format!(
            "de code `{code}` heeft niet de vorm van de codes van `{list}` ({}); als de gegevens deze code bevatten, moet eerst het model aangepast worden",
            form.label().get(Language::NL)
        ),
        LineMessage::MissingLabel { languages } => format!(
            "de betekenis ontbreekt; schrijf de betekenis van de code in {}",
            one_of(languages)
        ),
        LineMessage::PeriodBackwards { from, to } => format!(
            "`valid_to` {to} ligt vóór `valid_from` {from}; schrijf de eerste en de laatste dag waarop de code deze betekenis heeft"
        ),
        LineMessage::InvalidDay { text, column } => format!(
            "`{text}` in `{column}` is geen geldige dag; schrijf de dag als `2013-01-31` (geef de cellen in een rekenblad eerst de opmaak Tekst), of niets als hij niet bekend is"
        ),
        LineMessage::AmbiguousDay {
            text,
            column,
            one,
            other,
            lines,
        } => {
            let cause = match lines {
                None => "uit geen enkele andere dag in het bestand blijkt welke".to_owned(),
                Some((first, second)) => format!("de regels {first} en {second} gebruiken elk een andere volgorde"),
            };
            format!(
                "de dag `{text}` in `{column}` is dubbelzinnig: het is {one} of {other}, en {cause}; schrijf de dag als `2013-01-31` (geef de cellen in een rekenblad eerst de opmaak Tekst)"
            )
        }
        LineMessage::UnknownWord {
            text,
            column,
            known,
        } => format!(
            "`{text}` is geen geldige waarde in `{column}`; schrijf {}, of niets",
            one_of(known)
        ),
        LineMessage::InvalidNumber { text, column } => format!(
            "`{text}` in `{column}` is geen geldig getal; schrijf hoogstens 15 cijfers en 6 decimalen, zoals `1239.47`, of niets als de klasse die grens niet heeft"
        ),
        LineMessage::AmbiguousNumber {
            text,
            column,
            one,
            other,
            whole,
        } => format!(
            "het getal `{text}` in `{column}` is dubbelzinnig: het is {one} of {other}, en uit geen enkel ander getal in het bestand blijkt welk; schrijf `{whole}` of `{text}0` (geef de cellen in een rekenblad eerst de opmaak Tekst)"
        ),
        LineMessage::OtherDecimalSign { text, column, line } => format!(
            "het getal `{text}` in `{column}` heeft een ander decimaalteken dan regel {line}; schrijf alle decimalen in het bestand met een punt, of allemaal met een komma"
        ),
        LineMessage::NotAmountClasses { column } => format!(
            "`{column}` kan niet in deze lijst, want het is geen lijst van bedragklassen; laat de kolommen met grenzen leeg, of verwijder ze"
        ),
        LineMessage::InvalidCurrency { text } => {
            format!("`{text}` is geen geldige munteenheid; schrijf drie hoofdletters, zoals `EUR`")
        }
        LineMessage::BoundsBackwards { lower, upper } => {
            format!("`lower` {lower} is groter dan `upper` {upper}; schrijf het kleinste bedrag in `lower`")
        }
        LineMessage::EmptyClass { lower, upper } => format!(
            "de klasse van {lower} tot {upper} bevat geen enkel bedrag, want maar één van haar grenzen hoort erbij; schrijf `both` in `closed`"
        ),
    }
}

fn csv(error: CsvError) -> &'static str {
    match error {
        CsvError::TooManyFields => {
            "er zijn te veel velden voor een lijst van codes; controleer of dit het juiste bestand is"
        }
        CsvError::CarriageReturn => {
            "er is een regeleinde CR zonder LF; bewaar het bestand met regeleinden LF of CR LF"
        }
        CsvError::TextBehindQuote => {
            "er staat tekst na het aanhalingsteken dat een veld sluit; verdubbel elk aanhalingsteken in een veld tussen aanhalingstekens"
        }
        CsvError::OpenQuote => {
            "een aanhalingsteken wordt niet gesloten; sluit het, en verdubbel elk aanhalingsteken in een veld tussen aanhalingstekens"
        }
        CsvError::QuoteInField => {
            "er staat een aanhalingsteken in een veld; zet het hele veld tussen aanhalingstekens, en verdubbel elk aanhalingsteken erin"
        }
    }
}

fn code_error(error: CodeTextError) -> String {
    let length = CodeEntry::MAX_CODE_BYTES;
    match error {
        CodeTextError::TooLong | CodeTextError::NotPrintable => format!(
            "een code heeft hoogstens {length} gewone tekens (letters zonder accent, cijfers, leestekens)"
        ),
        CodeTextError::SurroundingSpace => "er staat een spatie voor of achter de code".to_owned(),
    }
}

fn lines(message: &LinesMessage) -> String {
    match message {
        LinesMessage::DuplicateLine { line } => {
            format!("deze regel herhaalt regel {line}; verwijder een van beide")
        }
        LinesMessage::MeaningsOnLastDay {
            code,
            here,
            there,
            line,
            first,
            before,
        } => format!(
            "code `{code}` betekent hier {} en in regel {line} {}, allebei op de laatste dag van de periode in regel {first}; `valid_to` is de laatste dag waarop een code haar betekenis heeft: schrijf daar {before} als dat bedoeld is",
            described(here),
            described(there)
        ),
        LinesMessage::Meanings {
            code,
            here,
            there,
            line,
        } => format!(
            "code `{code}` betekent hier {} en in regel {line} {}, in periodes die overlappen; schrijf bij elke betekenis `valid_from` en `valid_to`, of een `source`",
            described(here),
            described(there)
        ),
        LinesMessage::Overlap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "klasse `{code}` ({}) en klasse `{other}` ({}, regel {line}) overlappen; verbeter een grens of `closed`, of schrijf bij elke klasse `valid_from` en `valid_to`",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::Gap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "tussen klasse `{code}` ({}) en klasse `{other}` ({}, regel {line}) blijft een gat; verbeter een grens of `closed`, of voeg de klasse ertussen toe",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::UnknownCode {
            code,
            list,
            known,
            more,
        } => format!(
            "de gesloten lijst `{list}` heeft geen code `{code}`, wel {}; als de gegevens `{code}` bevatten, moet eerst het model aangepast worden",
            some_of(known, *more)
        ),
        LinesMessage::OtherMeaning {
            code,
            list,
            known,
            more,
            found,
        } => format!(
            "code `{code}` van de gesloten lijst `{list}` betekent {}, niet {}; neem het gepubliceerde label over, of laat eerst het model aanpassen",
            some_of(known, *more),
            described(found)
        ),
    }
}

fn described(line: &DescribedLine) -> String {
    let label = &line.label;
    match &line.amounts {
        None => format!("`{label}`"),
        Some(amounts) => format!("`{label}` ({})", self::amounts(amounts)),
    }
}

fn amounts(amounts: &Amounts) -> String {
    match (&amounts.lower, &amounts.upper) {
        (Some(lower), Some(upper)) => format!("{lower} tot {upper}"),
        (Some(lower), None) => format!("vanaf {lower}"),
        (None, Some(upper)) => format!("tot {upper}"),
        (None, None) => String::new(),
    }
}

fn one_of(values: &[String]) -> String {
    alternatives(values, "of", "niets")
}

fn some_of(values: &[String], more: usize) -> String {
    named(values, more, |more| format!("en nog {more}"))
}
