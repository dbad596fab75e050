//! Categories: each meaning of a code is one, with the days of its period. Two meanings are never in one label.

use std::io;

use beraad_schema::describe::{CodeEntry, CodeForm, CodeList, Meaning};

use super::periods::references;
use super::xml::Xml;

pub(super) fn write(xml: &mut Xml<'_>, list: &CodeList) -> io::Result<()> {
    if let Some(standard) = &list.standard {
        let page: Vec<_> = list.page.iter().map(|page| ("URI", &**page)).collect();
        xml.text("stdCatgry", &page, standard)?;
    }
    for entry in &list.codes {
        for meaning in &entry.meanings {
            category(xml, entry, meaning)?;
        }
    }
    Ok(())
}

fn category(xml: &mut Xml<'_>, entry: &CodeEntry, meaning: &Meaning) -> io::Result<()> {
    let missing = meaning.missing.map(|reason| reason.to_string());
    let days = references(meaning.period);
    let mut attributes = Vec::new();
    if let Some(reason) = &missing {
        attributes.extend([("missing", "Y"), ("missType", reason)]);
    }
    attributes.extend(days.iter().map(|days| ("sdatrefs", &**days)));
    xml.open("catgry", &attributes)?;
    // A code that is not published has no element; the empty text has an empty one.
    if let Some(code) = &entry.code {
        xml.text("catValu", &[], code)?;
    }
    xml.label("labl", &[], &meaning.label)?;
    if let Some(short) = &meaning.short {
        xml.label("labl", &[("level", "short")], short)?;
    }
    for alias in &entry.aliases {
        detail(xml, "alias", Some(alias))?;
    }
    detail(xml, "documented_from", meaning.documented_from)?;
    detail(xml, "source", meaning.source.as_ref())?;
    detail(xml, "supplied_by", meaning.supplied_by.as_ref())?;
    if let Some(class) = &meaning.class {
        detail(xml, "class_lower", class.lower.as_ref())?;
        detail(xml, "class_upper", class.upper.as_ref())?;
        detail(xml, "class_closed", Some(class.closed))?;
        detail(xml, "class_unit", class.unit.as_ref())?;
        detail(xml, "class_currency", class.currency.as_ref())?;
    }
    if let Some(remark) = &meaning.remark {
        xml.label("txt", &[("level", "remark")], remark)?;
    }
    xml.close("catgry")
}

fn detail(xml: &mut Xml<'_>, level: &str, text: Option<impl ToString>) -> io::Result<()> {
    match text {
        Some(text) => xml.text("txt", &[("level", level)], &text.to_string()),
        None => Ok(()),
    }
}

/// Writes what is known of the list as a whole.
pub(super) fn write_list(xml: &mut Xml<'_>, list: &CodeList) -> io::Result<()> {
    xml.note("code_list", &list.id)?;
    xml.label_note("code_list_label", list.label.as_ref())?;
    xml.label_note("code_list_definition", Some(&list.definition))?;
    xml.note("code_list_kind", &list.kind.to_string())?;
    xml.optional_note("code_list_status", list.status)?;
    xml.note("code_list_complete", &list.complete.to_string())?;
    xml.note("code_list_awaits_codes", &list.awaits_codes().to_string())?;
    xml.note("code_list_read_at", &list.read_at.to_string())?;
    xml.label_note("code_list_read_at_because", list.why.as_ref())?;
    let form = list.form.as_ref().map(CodeForm::label);
    xml.label_note("code_list_form", form.as_ref())?;
    xml.optional_note("code_list_page", list.page.as_ref())?;
    xml.label_note("code_list_deprecated", list.deprecated.as_ref())?;
    if let Some(file) = &list.supplied_by {
        xml.note("code_list_file", &file.file)?;
        xml.note("code_list_sha256", &file.sha256)?;
        xml.note("code_list_supplied_complete", &file.complete.to_string())?;
    }
    Ok(())
}
