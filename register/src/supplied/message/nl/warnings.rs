//! The messages in Dutch: values that are probably not meant.

use super::super::{
    CodeDifference, CodeMessage, CodeShape, LabelDifference, LabelMessage, PeriodMessage,
    ProgramDay,
};
use super::some_of;

const AS_TEXT: &str = "(geef de cellen in een rekenblad eerst de opmaak Tekst)";

pub(super) fn code(message: &CodeMessage) -> String {
    match message {
        CodeMessage::LikeLine {
            code,
            other,
            line,
            difference,
        } => format!(
            "code `{code}` verschilt van de code `{other}` in regel {line} alleen door {}; schrijf codes zoals in de gegevens {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::LikePublished {
            code,
            other,
            difference,
        } => format!(
            "code `{code}` verschilt van de gepubliceerde code `{other}` alleen door {}; schrijf codes zoals in de gegevens {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::SimilarToPublished {
            code,
            other,
            difference,
        } => format!(
            "code `{code}` verschilt van de gepubliceerde code `{other}` alleen door {}; schrijf codes zoals in de gegevens",
            code_difference(*difference)
        ),
        CodeMessage::FewerDigits { code, width } => format!(
            "code `{code}` heeft minder dan {width} cijfers, terwijl alle gepubliceerde codes er {width} hebben, met nullen vooraan; schrijf codes zoals in de gegevens {AS_TEXT}"
        ),
        CodeMessage::SwappedColumns { code, label } => format!(
            "code `{code}` is een woord en het label `{label}` ziet eruit als een code, zoals in elke regel; verwissel de namen van deze kolommen in de kopregel"
        ),
        CodeMessage::Changed { code, form } => {
            // The line may not be a code at all.
            let write = match form {
                CodeShape::Comment | CodeShape::Header | CodeShape::Total => "schrijf anders de code",
                _ => "schrijf de code",
            };
            format!(
                "code `{code}` {}; {write} zoals in de gegevens {AS_TEXT}",
                shape(*form)
            )
        }
        CodeMessage::Placeholder { code } => format!(
            "code `{code}` is de tekst waarmee programma’s een ontbrekende waarde schrijven; verwijder de regel, of vul `missing` in als de gegevens deze code bevatten"
        ),
        CodeMessage::LacksAll => {
            "volgens het bestand is de lijst volledig, maar er staat geen enkele code onder de kopregel; voeg de codes toe, of schrijf `nee` bij `complete`".to_owned()
        }
        CodeMessage::LacksPublished { codes, more } => format!(
            "volgens het bestand is de lijst volledig, maar deze gepubliceerde codes ontbreken: {}; voeg ze toe, of schrijf `nee` bij `complete` (een gepubliceerde code wordt nooit geweigerd)",
            some_of(codes, *more)
        ),
    }
}

fn code_difference(difference: CodeDifference) -> &'static str {
    match difference {
        CodeDifference::LeadingZeros => "nullen vooraan",
        CodeDifference::Capitals => "hoofdletters",
        CodeDifference::Space => "een spatie",
        CodeDifference::LetterLikeDigit => "een letter die op een cijfer lijkt",
    }
}

fn shape(form: CodeShape) -> &'static str {
    match form {
        CodeShape::Error => "is de tekst voor een waarde die een programma niet kon berekenen",
        CodeShape::Comment => {
            "begint als een opmerking, die boven de kopregel moet staan; laat de regel weg als het een opmerking is"
        }
        CodeShape::Header => {
            "is de naam van de kolom: de kopregel staat tweemaal in het bestand; laat de regel weg als het een kopregel is"
        }
        CodeShape::Total => {
            "is het woord van een regel met totalen; laat de regel weg als het een totaal is"
        }
        CodeShape::Formula => "is een formule, of een tekst zoals een rekenblad die markeert",
        CodeShape::Exponent => "is een getal dat een rekenblad heeft ingekort",
        CodeShape::CutDigits => {
            "heeft nullen na 15 cijfers; meer cijfers bewaart een rekenblad niet van een getal"
        }
        CodeShape::Date => {
            "is een datum, die een rekenblad waarschijnlijk van een code heeft gemaakt"
        }
        CodeShape::TranslatedBoolean => {
            "is het woord waarmee een rekenblad `TRUE` of `FALSE` in een andere taal schrijft"
        }
        CodeShape::WholeWithDecimals => {
            "is een geheel getal met decimalen, die een programma waarschijnlijk heeft toegevoegd"
        }
        CodeShape::Boolean => {
            "is een waarheidswaarde, anders dan de andere codes van de lijst: een programma heeft die waarschijnlijk van een code gemaakt"
        }
        CodeShape::Time => {
            "is een tijdstip, anders dan de andere codes van de lijst: een rekenblad heeft dat waarschijnlijk van een code gemaakt"
        }
        CodeShape::Percentage => {
            "is een percentage, anders dan de andere codes van de lijst: een rekenblad heeft dat waarschijnlijk van een code gemaakt"
        }
        CodeShape::YearAndMonth => {
            "is een maand van een jaar, anders dan de andere codes van de lijst: een rekenblad heeft die waarschijnlijk van een code gemaakt"
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one text for each message")]
pub(super) fn label(message: &LabelMessage) -> String {
    match message {
        LabelMessage::Near {
            label,
            language,
            published,
            difference,
            has_code,
        } => {
            let state = if *has_code {
                ""
            } else {
                ", waarvan de code niet gepubliceerd is,"
            };
            format!(
                "het label `{label}` in `{language}` verschilt van het gepubliceerde label `{published}`{state} alleen door {}; neem het gepubliceerde label letter voor letter over, zodat het één betekenis wordt",
                label_difference(*difference)
            )
        }
        LabelMessage::OfOtherCode {
            code,
            label,
            language,
            other,
        } => format!(
            "code `{code}` heeft in `{language}` het label `{label}`, maar dat is in deze periode het gepubliceerde label van code `{other}`; controleer de code, en schrijf een ander label als beide bestaan"
        ),
        LabelMessage::OtherLanguage {
            code,
            label,
            language,
            of,
            published,
        } => format!(
            "code `{code}` heeft in `{language}` het label `{label}`, maar dat is het gepubliceerde label in `{of}`; schrijf het in de kolom `{of}`, en schrijf hier `{published}` of niets"
        ),
        LabelMessage::Contradiction {
            code,
            label,
            language,
            published,
        } => format!(
            "code `{code}` heeft in `{language}` het label `{label}`, maar het gepubliceerde label is `{published}`; controleer de code, neem het gepubliceerde label over als beide hetzelfde betekenen, of schrijf `valid_from` en `valid_to` als de code in een andere periode iets anders betekent"
        ),
        LabelMessage::ReferenceContradiction {
            code,
            label,
            language,
            published,
            others,
        } => {
            let others = match others {
                0 => String::new(),
                1 => " (nog 1 andere regel wijkt af)".to_owned(),
                others => format!(" (nog {others} andere regels wijken af)"),
            };
            format!(
                "code `{code}` heeft in `{language}` het label `{label}`, maar in de gepubliceerde referentielijst is het label `{published}`{others}; controleer de code, en neem het gepubliceerde label over als beide hetzelfde betekenen"
            )
        }
        LabelMessage::OtherMissingReason {
            code,
            missing,
            published,
        } => format!(
            "bij code `{code}` staat `{missing}` in `missing`, maar de gepubliceerde reden is `{published}`; schrijf `{published}`, of laat het veld leeg"
        ),
        LabelMessage::ChangedLabel { label } => format!(
            "het label `{label}` is een datum of een ingekort getal, dat een rekenblad waarschijnlijk van een tekst zoals `5-9` heeft gemaakt; schrijf het label zoals het bedoeld is {AS_TEXT}"
        ),
        LabelMessage::Computed { text, column } => format!(
            "`{text}` in `{column}` is de tekst van een formule die een rekenblad niet kon berekenen; schrijf de woorden zelf"
        ),
        LabelMessage::Placeholder { text, column } => format!(
            "`{text}` in `{column}` is de tekst waarmee programma’s een ontbrekende waarde schrijven; laat het veld leeg, of schrijf woorden"
        ),
        LabelMessage::Note { text, column } => format!(
            "`{text}` in `{column}` is een notitie dat de tekst nog moet komen; laat het veld leeg, of schrijf woorden"
        ),
        LabelMessage::ReadAsOtherEncoding {
            text,
            column,
            meant,
        } => format!(
            "`{text}` in `{column}` is in UTF-8 geschreven en in een andere codering gelezen; bedoeld is waarschijnlijk `{meant}`; importeer het oorspronkelijke bestand als UTF-8, en bewaar het opnieuw als UTF-8"
        ),
        LabelMessage::WrittenInOtherEncoding {
            text,
            column,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(meant, encoding)| format!("`{meant}` als dat {encoding} was"))
                .collect();
            format!(
                "`{text}` in `{column}` is waarschijnlijk in een andere codering geschreven dan gelezen: {}; importeer het oorspronkelijke bestand in de juiste codering, en bewaar het als UTF-8",
                readings.join(", ")
            )
        }
        LabelMessage::Escape {
            escape,
            text,
            column,
        } => format!(
            "`{escape}` in `{text}` in `{column}` is een teken zoals een programma of een webpagina het schrijft; schrijf het teken zelf"
        ),
        LabelMessage::LostLetter { text, column } => format!(
            "een letter van `{text}` in `{column}` is verloren gegaan in een andere codering; schrijf de tekst opnieuw, en bewaar het bestand als UTF-8"
        ),
        LabelMessage::QuestionMark { text, column } => format!(
            "`{text}` in `{column}` heeft een vraagteken midden in een woord, waarschijnlijk voor een letter die in een andere codering verloren is gegaan; schrijf de letter, of een spatie na het vraagteken"
        ),
        LabelMessage::Long {
            text,
            language,
            bytes,
            max,
        } => format!(
            "het label `{text}` in `{language}` telt {bytes} bytes, en SPSS toont er slechts {max}; schrijf een korter label, en de rest in `remark`"
        ),
        LabelMessage::InvisibleCharacter { text, column, char } => format!(
            "`{text}` in `{column}` bevat het onzichtbare teken U+{:04X}; schrijf de tekst opnieuw zonder dat teken",
            u32::from(*char)
        ),
        LabelMessage::SimilarSource { source, other } => format!(
            "de bron `{source}` verschilt van de bron `{other}` alleen door hoofdletters, accenten, spaties of leestekens; schrijf eenzelfde bron overal op dezelfde manier"
        ),
    }
}

fn label_difference(difference: LabelDifference) -> &'static str {
    match difference {
        LabelDifference::NoBreakSpace => "een vaste spatie",
        LabelDifference::DoubledSpace => "een dubbele spatie",
        LabelDifference::InvisibleCharacter => "een onzichtbaar teken",
        LabelDifference::PunctuationAtEnd => "leestekens achteraan",
        LabelDifference::Capitals => "hoofdletters",
        LabelDifference::Signs => {
            "hoofdletters, accenten, aanhalingstekens, koppeltekens, spaties of leestekens"
        }
        LabelDifference::OneLetter => "één letter",
    }
}

pub(super) fn period(message: &PeriodMessage) -> String {
    match message {
        PeriodMessage::OpenEnd {
            column,
            day,
            is_beginning,
            is_open,
        } => {
            let meaning = if *is_beginning {
                "geen begin"
            } else {
                "geen einde"
            };
            let reading = if *is_open {
                "zo gelezen"
            } else {
                "als een gewone dag gelezen"
            };
            format!(
                "met `{column}` {day} geven programma’s aan dat een periode {meaning} heeft; de dag is {reading}; laat het veld leeg als de dag niet bekend is of nog moet komen"
            )
        }
        PeriodMessage::ProgramDay {
            column,
            day,
            program,
        } => format!(
            "`{column}` {day} is {}, een dag die programma’s in plaats van een leeg veld schrijven; laat het veld leeg als de dag niet bekend is of nog moet komen",
            program_day(*program)
        ),
        PeriodMessage::FarDay {
            column,
            day,
            first,
            last,
        } => format!(
            "`{column}` {day} ligt ver buiten de jaren {first} tot {last}, die dit programma aannemelijk vindt; controleer het jaar, of laat het veld leeg als de dag niet bekend is"
        ),
        PeriodMessage::FarBound {
            column,
            bound,
            smallest,
            largest,
            unit,
        } => format!(
            "`{column}` {bound} ligt ver buiten {smallest} tot {largest}, wat dit programma aannemelijk vindt voor `{unit}`; controleer het getal en de eenheid"
        ),
        PeriodMessage::HalfOpen {
            end,
            code,
            line,
            before,
        } => format!(
            "`valid_to` {end} van code `{code}` is de eerste dag van haar periode in regel {line}; `valid_to` is de laatste dag waarop een code haar betekenis heeft: schrijf {before} als dat bedoeld is"
        ),
        PeriodMessage::EndIsOtherBeginning { end, before } => format!(
            "op `valid_to` {end} begint een andere code; `valid_to` is de laatste dag waarop een code haar betekenis heeft: schrijf {before} als dat bedoeld is, hier en in de andere regels"
        ),
        PeriodMessage::EndIsFirstOfYear { end, before } => format!(
            "`valid_to` {end} is de eerste dag van nog een jaar van de code; `valid_to` is de laatste dag waarop een code haar betekenis heeft: schrijf {before} als dat bedoeld is, hier en in de andere regels"
        ),
        PeriodMessage::Gap {
            code,
            first,
            last,
            end,
            from,
            line,
        } => {
            let gap = if first == last {
                format!("op {first}")
            } else {
                format!("van {first} tot en met {last}")
            };
            format!(
                "code `{code}` heeft {gap} geen betekenis, tussen `valid_to` {end} en `valid_from` {from} in regel {line}; schrijf {last} in `valid_to` als de ene betekenis op de andere volgt"
            )
        }
        PeriodMessage::OtherUnit {
            column,
            code,
            here,
            there,
            line,
        } => {
            let shown = |text: &Option<String>| match text {
                Some(text) => format!("`{text}`"),
                None => "leeg".to_owned(),
            };
            let (here, there) = (shown(here), shown(there));
            format!(
                "`{column}` van klasse `{code}` is {here}, en in regel {line} {there}; schrijf voor alle klassen van een periode dezelfde `{column}`, en `valid_from` en `valid_to` waar die veranderd is"
            )
        }
        PeriodMessage::Nines { upper, code } => format!(
            "met `upper` {upper} van klasse `{code}` geven programma’s aan dat een klasse geen bovengrens heeft; laat het veld leeg als er geen bovengrens is"
        ),
    }
}

fn program_day(program: ProgramDay) -> &'static str {
    match program {
        ProgramDay::Mumps => "dag 0 van MUMPS",
        ProgramDay::OldSpreadsheets => "dag 0 van oude rekenbladen",
        ProgramDay::SasAndStata => "dag 0 van SAS en Stata",
        ProgramDay::Unix => "dag 0 van Unix",
        ProgramDay::EndOfUnix => "de laatste dag van Unix",
    }
}
