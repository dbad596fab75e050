//! Variables: the columns of the blocks.

use std::io;

use beraad_schema::describe::{
    Block, Column, Grain, MeasurementLevel, Representation, ValueType, Variable,
};

use super::blocks::{file_id, origin_text, remarks, variable_id};
use super::categories;
use super::periods::references;
use super::study::{destruction_day, retention_label};
use super::xml::Xml;
use crate::format::Selection;

/// Writes a column, its elements in the order of the schema.
pub(super) fn write(
    xml: &mut Xml<'_>,
    selection: &Selection<'_>,
    block: &Block,
    column: &Column<'_>,
) -> io::Result<()> {
    let variable = column.variable();
    let deliberation = &selection.model.deliberation;
    let list = column
        .code_list()
        .and_then(|id| selection.model.code_list(id));
    open(xml, selection, block, column)?;
    // Some readers find the file of a variable by its location.
    xml.empty("location", &[("fileid", &file_id(block))])?;
    xml.label("labl", &[], &column.label())?;
    let day = destruction_day(deliberation);
    let day: Vec<_> = day.iter().map(|day| ("date", &**day)).collect();
    xml.label("security", &day, &retention_label(deliberation))?;
    if let Some(unit) = variable.and_then(|it| it.source_unit.as_ref()) {
        xml.label("anlysUnit", &[], unit)?;
    }
    range(xml, column)?;
    if let Some(universe) = variable.and_then(|it| it.universe.as_ref()) {
        xml.label("universe", &[], universe)?;
    }
    xml.label("txt", &[], &column.definition())?;
    if let Some(list) = list {
        categories::write(xml, list)?;
    }
    if let Some(variable) = variable {
        xml.text("concept", &[], &variable.phrase.term)?;
        derivation(xml, variable)?;
    }
    format(xml, column.value_type())?;
    notes(xml, column)?;
    if let Some(list) = list {
        categories::write_list(xml, list)?;
    }
    xml.close("var")
}

fn open(
    xml: &mut Xml<'_>,
    selection: &Selection<'_>,
    block: &Block,
    column: &Column<'_>,
) -> io::Result<()> {
    let (id, file) = (variable_id(block, &column.name), file_id(block));
    let mut attributes = vec![("ID", &*id), ("name", &*column.name), ("files", &*file)];
    let decimals;
    let representation = column.value_type().representation();
    let (kind, interval) = match representation {
        Representation::Period(_) => ("datetime", None),
        Representation::Whole { .. } => ("numeric", Some("discrete")),
        Representation::Decimal {
            decimals: number, ..
        } => {
            decimals = number.to_string();
            attributes.push(("dcml", &decimals));
            ("numeric", Some("contin"))
        }
        Representation::Flag => ("other", Some("discrete")),
        Representation::Code { .. } => ("code", Some("discrete")),
        Representation::List { .. } => ("other", None),
    };
    attributes.extend(interval.map(|interval| ("intrvl", interval)));
    attributes.push(("representationType", kind));
    if representation == Representation::Flag {
        attributes.push(("otherRepresentationType", "boolean"));
    }
    if column.value_type().grain().is_some() {
        attributes.push(("temporal", "Y"));
    }
    let (valid, unit);
    if let Some(variable) = column.variable() {
        // The level `metric` does not say if there is a zero point: the standard has a word for each of the two only.
        attributes.push((
            "nature",
            match variable.measurement {
                MeasurementLevel::Nominal => "nominal",
                MeasurementLevel::Ordinal => "ordinal",
                MeasurementLevel::Metric | MeasurementLevel::Identifier => "other",
            },
        ));
        let languages = &selection.model.deliberation.languages;
        let preferred = languages.preferred(languages.main_edition());
        unit = variable
            .unit
            .as_ref()
            .map(|unit| unit.first_of(&preferred).1);
        attributes.extend(unit.map(|unit| ("measUnit", unit)));
        valid = references(variable.valid);
        attributes.extend(valid.iter().map(|days| ("sdatrefs", &**days)));
    }
    xml.open("var", &attributes)
}

/// Writes the smallest and the largest value, and the range in the words of the source.
fn range(xml: &mut Xml<'_>, column: &Column<'_>) -> io::Result<()> {
    let (min, max) = column.value_type().documented_bounds();
    let words = column.variable().and_then(|it| it.range.as_ref());
    let (min, max) = (min.map(|it| it.to_string()), max.map(|it| it.to_string()));
    if min.is_some() || max.is_some() {
        let is_whole = matches!(
            column.value_type().item().representation(),
            Representation::Whole { .. }
        );
        let mut attributes = vec![("UNITS", if is_whole { "INT" } else { "REAL" })];
        attributes.extend(min.iter().map(|min| ("min", &**min)));
        attributes.extend(max.iter().map(|max| ("max", &**max)));
        xml.open("valrng", &[])?;
        xml.empty("range", &attributes)?;
        xml.close("valrng")?;
    }
    let Some(words) = words else { return Ok(()) };
    xml.open("valrng", &[])?;
    // The schema wants a range or an item, and the words of a source are neither: a range without bounds.
    xml.empty("range", &[])?;
    xml.label_note("range", Some(words))?;
    xml.close("valrng")
}

fn derivation(xml: &mut Xml<'_>, variable: &Variable) -> io::Result<()> {
    if variable.origins.is_empty() {
        return Ok(());
    }
    xml.open("derivation", &[])?;
    for origin in &variable.origins {
        xml.text("drvdesc", &[], &origin_text(origin))?;
    }
    xml.close("derivation")
}

/// Writes how a value is written in a file.
fn format(xml: &mut Xml<'_>, value_type: &ValueType) -> io::Result<()> {
    let (kind, form) = match value_type.representation() {
        Representation::Period(grain) => ("character", Some(grain)),
        Representation::Whole { .. } if value_type.grain().is_some() => {
            ("numeric", Some(Grain::Year))
        }
        Representation::Whole { .. } | Representation::Decimal { .. } => ("numeric", None),
        Representation::Flag | Representation::Code { .. } | Representation::List { .. } => {
            ("character", None)
        }
    };
    let Some(grain) = form else {
        return xml.empty("varFormat", &[("type", kind), ("schema", "other")]);
    };
    let name = match grain {
        Grain::Day => "YYYY-MM-DD",
        Grain::Month => "YYYY-MM",
        Grain::Quarter => "YYYY-Qn",
        Grain::Year => "YYYY",
    };
    let attributes = [
        ("type", kind),
        ("formatname", name),
        ("schema", "other"),
        ("category", "date"),
    ];
    xml.empty("varFormat", &attributes)
}

/// Writes what the standard has no element for, each under the name that it has in the tables.
fn notes(xml: &mut Xml<'_>, column: &Column<'_>) -> io::Result<()> {
    let value_type = column.value_type();
    xml.optional_note("role", column.role())?;
    xml.label_note("reason", column.why())?;
    xml.optional_note("relative", column.relative())?;
    xml.note("kind", &value_type.item().kind().to_string())?;
    xml.note("is_list", &value_type.is_list().to_string())?;
    xml.optional_note("currency", value_type.currency())?;
    if let ValueType::SerialNumber { of } = value_type.item() {
        xml.note("numbering", of)?;
    }
    xml.note("nullable", &column.nullable().to_string())?;
    xml.optional_note("certainty", column.period_certainty())?;
    let Some(variable) = column.variable() else {
        return Ok(());
    };
    xml.label_note("null_means", variable.null_means.as_ref())?;
    xml.note("measurement", &variable.measurement.to_string())?;
    xml.label_note("unit", variable.unit.as_ref())?;
    xml.note("certainty", &variable.certainty.to_string())?;
    for kind in &variable.alternatives {
        xml.note("alternative", &kind.to_string())?;
    }
    xml.optional_note("match_quality", variable.match_quality)?;
    phrase(xml, variable)?;
    xml.label_note("deprecated", variable.deprecated.as_ref())?;
    let texts = variable.notes.iter().map(|note| &note.text);
    remarks(xml, &variable.evidence, texts, &variable.breaks)
}

fn phrase(xml: &mut Xml<'_>, variable: &Variable) -> io::Result<()> {
    let phrase = &variable.phrase;
    xml.note("phrase_paragraph", &phrase.paragraph)?;
    xml.note("phrase_heading", &phrase.heading)?;
    xml.optional_note("phrase_of", phrase.of.as_ref())?;
    xml.optional_note("phrase_relative", phrase.relative.as_ref())?;
    xml.note("phrase_dates", &phrase.dates.to_string())?;
    xml.label_note("phrase_disputed", phrase.disputed.as_ref())
}
