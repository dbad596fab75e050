//! What the vocabulary's own words are called in the codebook.

use beraad_schema::describe::{
    ListStatus, MatchQuality, MeasurementLevel, MissingReason, TypeCertainty, ValueType,
};

use super::{Author, Inline};
use crate::format::Words;

pub(super) fn level(level: MeasurementLevel) -> Words {
    match level {
        MeasurementLevel::Nominal => Words::new("nominaal", "nominal"),
        MeasurementLevel::Ordinal => Words::new("ordinaal", "ordinal"),
        MeasurementLevel::Metric => Words::new("metrisch", "metric"),
        MeasurementLevel::Identifier => Words::new(
            "identificatie: een nummer dat enkel eenheden uit elkaar houdt",
            "identifier: a number that only tells units apart",
        ),
        other => as_is(other.into()),
    }
}

pub(super) fn match_quality(match_quality: MatchQuality) -> Words {
    match match_quality {
        MatchQuality::None => Words::new(
            "er is geen variabele van de bron gevonden",
            "no variable of the source was found",
        ),
        MatchQuality::Several => Words::new(
            "meerdere variabelen van de bron kunnen bedoeld zijn",
            "several variables of the source may be meant",
        ),
        MatchQuality::Likely => Words::new(
            "waarschijnlijk is deze variabele van de bron bedoeld",
            "this variable of the source is probably meant",
        ),
        MatchQuality::Exact => Words::new(
            "deze variabele van de bron is bedoeld",
            "this variable of the source is meant",
        ),
        other => as_is(other.into()),
    }
}

pub(super) fn certainty(certainty: TypeCertainty) -> Words {
    match certainty {
        TypeCertainty::Assumed => Words::new("aangenomen", "assumed"),
        TypeCertainty::Phrase => Words::new(
            "volgt uit de woorden van de beraadslaging",
            "follows from the words of the deliberation",
        ),
        TypeCertainty::Documented => {
            Words::new("gedocumenteerd door de bron", "documented by the source")
        }
        other => as_is(other.into()),
    }
}

pub(super) fn missing(sort: MissingReason) -> Words {
    match sort {
        MissingReason::Unknown => Words::new("ontbreekt: onbekend", "missing: unknown"),
        MissingReason::Unspecified => {
            Words::new("ontbreekt: niet opgegeven", "missing: not specified")
        }
        MissingReason::NotApplicable => {
            Words::new("ontbreekt: niet van toepassing", "missing: not applicable")
        }
        other => as_is(other.into()),
    }
}

/// What a list that is shown for orientation is.
pub(super) fn list_role(role: ListStatus) -> Words {
    match role {
        ListStatus::Delivered => Words::new(
            "dit is de lijst waarin de gegevens geleverd worden",
            "this is the list that the data are delivered in",
        ),
        ListStatus::Reference => Words::new(
            "dit is een referentiestandaard, niet de geleverde lijst",
            "this is a reference standard, not the list that is delivered",
        ),
        ListStatus::Related => Words::new(
            "dit is de lijst van een zustervariabele, niet de geleverde lijst",
            "this is the list of a sister variable, not the list that is delivered",
        ),
        other => as_is(other.into()),
    }
}

/// The same of a list for orientation to which a file has brought codes of the delivery.
pub(super) fn published_part(role: ListStatus) -> Words {
    match role {
        ListStatus::Related => Words::new(
            "wat ervan gepubliceerd is, is de lijst van een zustervariabele; wat met de levering kwam, noemt het bestand",
            "what is published of it is the list of a sister variable; what came with the delivery names the file",
        ),
        _ => Words::new(
            "wat ervan gepubliceerd is, is een referentiestandaard; wat met de levering kwam, noemt het bestand",
            "what is published of it is a reference standard; what came with the delivery names the file",
        ),
    }
}

/// The type of values in a word or two, for overviews.
pub(super) fn short_type(author: Author<'_>, value_type: &ValueType) -> String {
    let label = value_type.item().kind().label();
    let word = author.label(&label);
    if value_type.is_list() {
        format!("{word}, {}", author.say("meerdere", "several"))
    } else {
        word.to_owned()
    }
}

/// The type of values, and how they are written.
pub(super) fn value_type(author: Author<'_>, value_type: &ValueType) -> Inline {
    if value_type.is_list() {
        let several = author.say(
            "meerdere waarden tegelijk, elk: ",
            "several values at once, each: ",
        );
        return Inline::from(several).then(item_type(author, value_type.item()));
    }
    item_type(author, value_type)
}

fn item_type(author: Author<'_>, value_type: &ValueType) -> Inline {
    let label = value_type.kind().label();
    let kind = Inline::from(author.label(&label));
    let written = |example: &str| {
        kind.clone()
            .text(author.say(", geschreven als ", ", written as "))
            .code(example)
    };
    match value_type {
        ValueType::YearMonth {} => written("2016-03"),
        ValueType::YearQuarter {} => written("2016-Q1"),
        ValueType::Year {} => written("2016"),
        ValueType::SerialNumber { of } => kind
            .text(author.say(", in de nummering ", ", in the numbering "))
            .code(&**of)
            .text(author.say(
                ": hetzelfde nummer is in elk blok dezelfde eenheid",
                ": the same number is the same unit in every block",
            )),
        ValueType::Flag {} => written("true")
            .text(author.say(" of ", " or "))
            .code("false"),
        ValueType::Code { .. } => kind.text(author.say(", als tekst", ", as text")),
        ValueType::AmountClass { .. } => kind.text(author.say(
            ": de code van de klasse, als tekst",
            ": the code of the class, as text",
        )),
        ValueType::Number { decimals: 0, .. } => {
            kind.text(author.say(", een geheel getal", ", a whole number"))
        }
        ValueType::Number { decimals, .. } => kind
            .text(author.say(", met hoogstens ", ", with at most "))
            .text(decimals.to_string())
            .text(author.say(" decimalen", " decimals")),
        _ => kind,
    }
}

fn as_is(word: &'static str) -> Words {
    Words::new(word, word)
}
