//! Blocks: each is a file, and a group of variables.

use std::io;

use beraad_schema::describe::{AppliesTo, Block, Identity, Label, Origin, SeriesBreak};

use super::periods::references;
use super::xml::Xml;
use crate::format::Selection;

pub(super) fn file_id(block: &Block) -> String {
    format!("file.{}", block.id)
}

pub(super) fn variable_id(block: &Block, column: &str) -> String {
    format!("variable.{}.{column}", block.id)
}

/// Writes the file of each block: its name, its key and its period.
pub(super) fn write_files(xml: &mut Xml<'_>, selection: &Selection<'_>) -> io::Result<()> {
    let languages = &selection.model.deliberation.languages;
    let preferred = languages.preferred(languages.main_edition());
    for block in &selection.blocks {
        let (id, name) = (file_id(block), format!("{}.csv", block.id));
        let valid = references(block.valid);
        let mut attributes = vec![("ID", &*id), ("URI", &*name)];
        attributes.extend(valid.iter().map(|days| ("sdatrefs", &**days)));
        xml.open("fileDscr", &attributes)?;
        xml.open("fileTxt", &[])?;
        xml.text("fileName", &[], &name)?;
        // One element in version 2.5: the group has the label in all languages.
        let (language, label) = block.label.first_of(&preferred);
        xml.text("fileCont", &[("xml:lang", language.as_str())], label)?;
        xml.open("fileStrc", &[("type", "rectangular")])?;
        let key = match &block.identity {
            Identity::Key(columns) => columns
                .iter()
                .map(|name| variable_id(block, name))
                .collect(),
            Identity::NoKnownKey(_) => Vec::new(),
        };
        if !key.is_empty() {
            xml.open("recGrp", &[("keyvar", &key.join(" "))])?;
            xml.label("labl", &[], &block.row_unit)?;
            xml.close("recGrp")?;
        }
        xml.close("fileStrc")?;
        xml.open("dimensns", &[])?;
        xml.text("varQnty", &[], &block.columns().len().to_string())?;
        xml.close("dimensns")?;
        xml.text("fileType", &[], "text/csv; charset=utf-8")?;
        xml.close("fileTxt")?;
        if let Identity::NoKnownKey(why) = &block.identity {
            xml.label_note("no_known_key", Some(why))?;
        }
        xml.optional_note("provider", selection.provider(block))?;
        xml.note("fingerprint", &selection.model.block_fingerprint(block))?;
        xml.close("fileDscr")?;
    }
    Ok(())
}

/// Writes the group of the variables of each block, with everything that is known of its rows.
pub(super) fn write_groups(xml: &mut Xml<'_>, selection: &Selection<'_>) -> io::Result<()> {
    selection
        .blocks
        .iter()
        .try_for_each(|block| group(xml, block))
}

fn group(xml: &mut Xml<'_>, block: &Block) -> io::Result<()> {
    let columns = block.columns();
    let ids: Vec<_> = columns
        .iter()
        .map(|it| variable_id(block, &it.name))
        .collect();
    let (id, variables) = (format!("group.{}", block.id), ids.join(" "));
    let valid = references(block.valid);
    let mut attributes = vec![
        ("ID", &*id),
        ("name", &*block.id),
        ("type", "file"),
        ("var", &*variables),
    ];
    attributes.extend(valid.iter().map(|days| ("sdatrefs", &**days)));
    xml.open("varGrp", &attributes)?;
    xml.label("labl", &[], &block.label)?;
    xml.text("concept", &[], &block.heading)?;
    xml.label("defntn", &[], &block.definition)?;
    if let Some(universe) = &block.universe {
        xml.label("universe", &[], universe)?;
    }
    xml.label_note("row_unit", Some(&block.row_unit))?;
    xml.label_note("analysis_unit", Some(&block.analysis_unit))?;
    xml.note("temporality", &block.temporality.to_string())?;
    xml.optional_note("observation_period", block.observation_period.as_ref())?;
    xml.note("paragraph", &block.paragraph)?;
    xml.label_note("deprecated", block.deprecated.as_ref())?;
    for rule in &block.rules {
        let attributes = [("type", "rule"), ("subject", &*rule.id)];
        xml.label("notes", &attributes, &rule.message)?;
        let attributes = [("type", "rule_expression"), ("subject", &*rule.id)];
        xml.text("notes", &attributes, &rule.expression.to_string())?;
        xml.optional_note("rule_basis", rule.basis.as_ref())?;
    }
    for origin in &block.origins {
        xml.note("origin", &origin_text(origin))?;
    }
    remarks(
        xml,
        &block.evidence,
        block.notes.iter().map(|it| &it.text),
        &block.breaks,
    )?;
    xml.close("varGrp")
}

/// Writes the reasons, the remarks and the breaks in series of a block or a variable.
pub(super) fn remarks<'l>(
    xml: &mut Xml<'_>,
    evidence: &[beraad_schema::describe::Text],
    notes: impl Iterator<Item = &'l Label>,
    breaks: &[SeriesBreak],
) -> io::Result<()> {
    for reason in evidence {
        xml.text("notes", &[("type", "evidence"), ("xml:lang", "en")], reason)?;
    }
    for note in notes {
        xml.label_note("note", Some(note))?;
    }
    for series_break in breaks {
        let from = ("subject", series_break.from.as_str());
        xml.label("notes", &[("type", "break"), from], &series_break.what)?;
        if let Some(advice) = &series_break.advice {
            xml.label("notes", &[("type", "break_advice"), from], advice)?;
        }
    }
    Ok(())
}

/// Returns what a source says of a variable or a block, as the source says it.
pub(super) fn origin_text(origin: &Origin) -> String {
    let name = match &origin.abbreviation {
        Some(abbreviation) => format!("{} ({abbreviation})", origin.name),
        None => origin.name.to_string(),
    };
    let parts = [
        Some(&*name),
        Some(&*origin.institution),
        Some(&*origin.file),
        origin.stated_validity.as_deref(),
        origin.stated_level.as_deref(),
        origin.page.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Writes the conditions on several rows that name a column of a block.
pub(super) fn write_constraints(xml: &mut Xml<'_>, selection: &Selection<'_>) -> io::Result<()> {
    for constraint in &selection.model.constraints {
        let mut blocks = selection.blocks.iter();
        if !blocks.any(|block| constraint.columns_in(block).next().is_some()) {
            continue;
        }
        let id = ("subject", &*constraint.id);
        xml.label("notes", &[("type", "constraint"), id], &constraint.message)?;
        let columns = match &constraint.applies_to {
            AppliesTo::Columns(columns) => columns.join("; "),
            AppliesTo::Subject(subject) => subject.to_string(),
        };
        let facts = [
            ("constraint_severity", constraint.severity.to_string()),
            ("constraint_columns", columns),
            ("constraint_reads", constraint.reads.join("; ")),
            ("constraint_basis", constraint.basis.to_string()),
        ];
        for (kind, text) in facts.iter().filter(|(_, text)| !text.is_empty()) {
            xml.text("notes", &[("type", *kind), id], text)?;
        }
        if let Some(tolerated) = &constraint.tolerates {
            xml.label("notes", &[("type", "constraint_tolerates"), id], tolerated)?;
        }
    }
    Ok(())
}
