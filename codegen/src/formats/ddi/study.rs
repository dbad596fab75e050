//! The study: the decision, its providers, its time, and the conditions of use.

use std::io;

use beraad_schema::describe::{Deliberation, Label, Retention};

use super::periods::Days;
use super::xml::Xml;
use crate::format::Selection;
use crate::messages::capitalised;
use crate::packages::distinct_providers;
use crate::retention::retention;

pub(super) fn write(xml: &mut Xml<'_>, selection: &Selection<'_>, days: &Days) -> io::Result<()> {
    guide(xml, selection)?;
    xml.open("stdyDscr", &[("ID", "study")])?;
    citation(xml, selection)?;
    authorization(xml, &selection.model.deliberation)?;
    information(xml, selection, days)?;
    conditions(xml, &selection.model.deliberation)?;
    xml.close("stdyDscr")
}

/// Writes the glossary: the terms and definitions that the description uses.
fn guide(xml: &mut Xml<'_>, selection: &Selection<'_>) -> io::Result<()> {
    xml.open("docDscr", &[])?;
    for entry in &selection.model.glossary {
        let forms = entry.forms.join(", ");
        let named = entry.name.map(|language, name| {
            let explanation = entry.explanation.as_ref().and_then(|it| it.text(language));
            let parts = [Some(&*forms), Some(name), explanation];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        });
        xml.label("guide", &[], &named)?;
    }
    xml.close("docDscr")
}

fn citation(xml: &mut Xml<'_>, selection: &Selection<'_>) -> io::Result<()> {
    let deliberation = &selection.model.deliberation;
    let main = deliberation.languages.main_edition();
    let preferred = deliberation.languages.preferred(main);
    let (language, title) = deliberation.title.first_of(&preferred);
    xml.open("citation", &[])?;
    xml.open("titlStmt", &[])?;
    xml.text("titl", &[("xml:lang", language.as_str())], title)?;
    for (other, title) in deliberation.title.iter().filter(|(it, _)| *it != language) {
        xml.text("parTitl", &[("xml:lang", other.as_str())], title)?;
    }
    xml.text("IDNo", &[], &deliberation.number)?;
    xml.close("titlStmt")?;
    xml.open("distStmt", &[])?;
    for provider in distinct_providers(selection) {
        xml.text("distrbtr", &[], provider)?;
    }
    xml.close("distStmt")?;
    xml.open("verStmt", &[])?;
    xml.text("version", &[("type", "model")], &selection.model.version)?;
    xml.note("fingerprint", selection.fingerprint())?;
    xml.close("verStmt")?;
    xml.close("citation")
}

/// Writes who decided, and when.
fn authorization(xml: &mut Xml<'_>, deliberation: &Deliberation) -> io::Result<()> {
    let date = deliberation.dated.to_string();
    xml.open("studyAuthorization", &[("date", &date)])?;
    xml.label("authorizingAgency", &[], &deliberation.committee)?;
    let decision = deliberation.words.decision.map(|_, word| {
        let amended = deliberation.amended.iter().map(ToString::to_string);
        let dates: Vec<_> = [date.clone()].into_iter().chain(amended).collect();
        format!(
            "{} {} ({})",
            capitalised(word),
            deliberation.number,
            dates.join(", ")
        )
    });
    xml.label("authorizationStatement", &[], &decision)?;
    xml.close("studyAuthorization")
}

/// Writes the purpose, the observation window, the days of other periods, and the statements of the decision.
fn information(xml: &mut Xml<'_>, selection: &Selection<'_>, days: &Days) -> io::Result<()> {
    let deliberation = &selection.model.deliberation;
    xml.open("stdyInfo", &[])?;
    xml.label(
        "abstract",
        &[("contentType", "purpose")],
        &deliberation.purpose,
    )?;
    xml.open("sumDscr", &[])?;
    // The window first: a reader takes the first days for those of the study.
    let window = deliberation.window.span();
    for (day, event, id) in [
        (window.from, "start", "window.start"),
        (window.to, "end", "window.end"),
    ] {
        if let Some(day) = day {
            let date = day.to_string();
            let attributes = [("ID", id), ("event", event), ("date", &*date)];
            xml.text("timePrd", &attributes, &date)?;
        }
    }
    days.write(xml)?;
    let mut units: Vec<&Label> = Vec::new();
    for block in &selection.blocks {
        if !units.contains(&&block.analysis_unit) {
            units.push(&block.analysis_unit);
            xml.label("anlyUnit", &[], &block.analysis_unit)?;
        }
    }
    xml.close("sumDscr")?;
    for statement in &deliberation.statements {
        for (language, text) in statement.text.iter() {
            let topic = statement.topic.text(language).unwrap_or_default();
            let mut attributes = vec![
                ("type", "statement"),
                ("subject", topic),
                ("xml:lang", language.as_str()),
            ];
            let paragraph = statement.paragraph.as_deref();
            attributes.extend(paragraph.map(|paragraph| ("level", paragraph)));
            xml.text("notes", &attributes, text)?;
        }
    }
    xml.close("stdyInfo")
}

/// Writes who may use the data for what, and until when.
fn conditions(xml: &mut Xml<'_>, deliberation: &Deliberation) -> io::Result<()> {
    xml.open("dataAccs", &[])?;
    xml.open("useStmt", &[])?;
    xml.label("restrctn", &[], &deliberation.recipient)?;
    xml.label("conditions", &[], &retention_label(deliberation))?;
    xml.close("useStmt")?;
    xml.close("dataAccs")
}

/// Returns the sentence that says until when the data may be kept, in each edition.
pub(super) fn retention_label(deliberation: &Deliberation) -> Label {
    let editions = deliberation.languages.editions.iter();
    Label::new(editions.map(|&language| (language, retention(deliberation, language))))
}

/// Returns the day of destruction, if the decision states one.
pub(super) fn destruction_day(deliberation: &Deliberation) -> Option<String> {
    match deliberation.keep_until {
        Some(Retention::Until(day)) => Some(day.to_string()),
        Some(Retention::Words(_)) | None => None,
    }
}
