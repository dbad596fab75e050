//! The words of the codebook for the values of the description enums.

use beraad_schema::describe::{
    MatchQuality, MeasurementLevel, MissingReason, TypeCertainty, ValueType,
};

use super::edition::Edition;
use crate::bilingual::Bilingual;
use crate::codebook::document::Inline;

pub(super) fn measurement(level: MeasurementLevel) -> Bilingual {
    match level {
        MeasurementLevel::Nominal => Bilingual::new("nominaal", "nominal"),
        MeasurementLevel::Ordinal => Bilingual::new("ordinaal", "ordinal"),
        MeasurementLevel::Metric => Bilingual::new("metrisch", "metric"),
        MeasurementLevel::Identifier => Bilingual::new(
            "identificatie: een nummer dat eenheden alleen van elkaar onderscheidt",
            "identifier: a number that only distinguishes units",
        ),
    }
}

pub(super) fn match_quality(match_quality: MatchQuality) -> Bilingual {
    match match_quality {
        MatchQuality::None => Bilingual::new(
            "er is geen variabele van de bron gevonden",
            "no variable of the source was found",
        ),
        MatchQuality::Several => Bilingual::new(
            "meerdere variabelen van de bron kunnen bedoeld zijn",
            "several variables of the source may be meant",
        ),
        MatchQuality::Likely => Bilingual::new(
            "waarschijnlijk is deze variabele van de bron bedoeld",
            "this variable of the source is probably meant",
        ),
        MatchQuality::Exact => Bilingual::new(
            "deze variabele van de bron is bedoeld",
            "this variable of the source is meant",
        ),
    }
}

pub(super) fn certainty(certainty: TypeCertainty) -> Bilingual {
    match certainty {
        TypeCertainty::Assumed => Bilingual::new("aangenomen", "assumed"),
        TypeCertainty::Phrase => Bilingual::new(
            "volgt uit de woorden van de beraadslaging",
            "follows from the words of the deliberation",
        ),
        TypeCertainty::Documented => {
            Bilingual::new("gedocumenteerd door de bron", "documented by the source")
        }
    }
}

pub(super) fn missing(reason: MissingReason) -> Bilingual {
    match reason {
        MissingReason::Unknown => Bilingual::new("ontbreekt: onbekend", "missing: unknown"),
        MissingReason::Unspecified => {
            Bilingual::new("ontbreekt: niet opgegeven", "missing: not specified")
        }
        MissingReason::NotApplicable => {
            Bilingual::new("ontbreekt: niet van toepassing", "missing: not applicable")
        }
        MissingReason::NotAsked => Bilingual::new("ontbreekt: niet gevraagd", "missing: not asked"),
        MissingReason::Refused => Bilingual::new("ontbreekt: geweigerd", "missing: refused"),
        MissingReason::Suppressed => {
            Bilingual::new("ontbreekt: afgeschermd", "missing: suppressed")
        }
    }
}

/// The type of the values in a word or two, for overviews.
pub(super) fn short_type(edition: Edition<'_>, value_type: &ValueType) -> String {
    let label = value_type.item().kind().label();
    let word = edition.label(&label);
    if value_type.is_list() {
        format!("{word}, {}", edition.pick("meerdere", "several"))
    } else {
        word.to_owned()
    }
}

/// The type of the values, and how they are written.
pub(super) fn value_type(edition: Edition<'_>, value_type: &ValueType) -> Inline {
    if value_type.is_list() {
        let several = edition.pick(
            "meerdere waarden tegelijk, elk: ",
            "several values at once, each: ",
        );
        return Inline::from(several).then(item_type(edition, value_type.item()));
    }
    item_type(edition, value_type)
}

fn item_type(edition: Edition<'_>, value_type: &ValueType) -> Inline {
    let record = value_type.kind().record();
    let kind = Inline::from(edition.label(&record.label));
    match value_type {
        ValueType::SerialNumber { of } => kind
            .text(edition.pick(", in de nummering ", ", in the numbering "))
            .code(&**of)
            .text(edition.pick(
                ": hetzelfde nummer is in elk blok dezelfde eenheid",
                ": the same number is the same unit in every block",
            )),
        ValueType::Number { decimals: 0, .. } => {
            kind.text(edition.pick(", een geheel getal", ", a whole number"))
        }
        ValueType::Number { decimals, .. } => kind
            .text(edition.pick(", met hoogstens ", ", with at most "))
            .text(decimals.to_string())
            .text(edition.pick(" decimalen", " decimals")),
        // `item` flattens lists of lists, so that only a list without an item type arrives here.
        ValueType::YearMonth {}
        | ValueType::YearQuarter {}
        | ValueType::Year {}
        | ValueType::Flag {}
        | ValueType::Code { .. }
        | ValueType::AmountClass { .. }
        | ValueType::List { .. } => {
            let mut line = kind;
            if let Some(remark) = &record.remark {
                line = line.text(edition.label(remark));
            }
            for (index, example) in record.examples.iter().enumerate() {
                let before = match index {
                    0 => edition.pick(", geschreven als ", ", written as "),
                    _ => edition.pick(" of ", " or "),
                };
                line = line.text(before).code(*example);
            }
            line
        }
    }
}
