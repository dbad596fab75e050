//! The receipt: the files, the options and the versions.

use std::collections::BTreeMap;

use beraad_schema::describe::grouped;

use super::writer::Html;
use super::{fact, table};
use crate::receipt::FileReceipt;
use crate::report::Report;
use crate::used_options::UsedOptions;

/// Writes the section with everything that is needed to repeat the check.
pub(super) fn receipt(html: &mut Html, report: &Report) {
    html.element("section", &[("aria-labelledby", "receipt")], |html| {
        html.leaf("h2", &[("id", "receipt")], "Receipt");
        html.leaf(
            "p",
            &[],
            "The same program with the same options and files gives the same report.",
        );
        html.leaf("h3", &[], "Files");
        table(html, "files", &FILE_COLUMNS, |html| files(html, report));
        html.leaf("h3", &[], "Options");
        html.class("dl", "facts", |html| options(html, &report.options));
        html.leaf("h3", &[], "Versions");
        html.class("dl", "facts", |html| {
            fact(html, "Program", |html| html.text(report.program_version));
            fact(html, "Model", |html| html.text(&report.model_version));
            fact(html, "Fingerprint", |html| html.code(&report.fingerprint));
            let format = report.format.to_string();
            fact(html, "Format of report.json", |html| html.text(&format));
        });
    });
}

fn files(html: &mut Html, report: &Report) {
    for block in &report.blocks {
        for file in &block.files {
            file_row(html, &block.block, file);
        }
    }
}

/// The columns of a table of files.
pub(super) const FILE_COLUMNS: [&str; 5] = ["File", "Block", "Rows", "Bytes", "SHA-256"];

/// Writes the row of a file.
pub(super) fn file_row(html: &mut Html, block: &str, file: &FileReceipt) {
    html.element("tr", &[], |html| {
        html.element("th", &[("scope", "row")], |html| {
            html.code(&file.path);
            if !file.renamed.is_empty() {
                html.class("p", "soft", |html| renames(html, &file.renamed));
            }
        });
        html.element("td", &[("data-name", "block")], |html| html.code(block));
        for (name, number) in [("rows", file.rows), ("bytes", file.bytes)] {
            let attributes = [("class", "number"), ("data-name", name)];
            html.leaf("td", &attributes, &grouped(number));
        }
        let attributes = [("class", "hash"), ("data-name", "SHA-256")];
        html.element("td", &attributes, |html| html.code(&file.sha256));
    });
}

/// Writes the options as facts.
pub(super) fn options(html: &mut Html, options: &UsedOptions) {
    let flag = |value: bool| if value { "yes" } else { "no" };
    fact(html, "Separator", |html| match &*options.separator {
        "\t" => html.text("tab"),
        sign => html.code(sign),
    });
    fact(html, "Encoding", |html| match &options.encoding {
        Some(name) => html.text(name),
        None => html.text("UTF-8, or UTF-16 with its byte order mark"),
    });
    fact(html, "Decimal comma", |html| {
        html.text(flag(options.decimal_comma));
    });
    fact(html, "White space is removed", |html| {
        html.text(flag(options.trim));
    });
    fact(html, "Notations", |html| codes(html, &options.notations));
    fact(html, "Words for true and false", |html| {
        codes(html, options.flags.as_ref().map_or(&[], |words| &words[..]));
    });
    fact(html, "Texts for a missing value", |html| {
        codes(html, &options.missing);
    });
    fact(
        html,
        "Sign between two values of a field",
        |html| match &options.item_separator {
            Some(sign) => html.code(sign),
            None => html.text("none"),
        },
    );
    fact(html, "Columns renamed in all files", |html| {
        renames(html, &options.renames);
        if options.renames.is_empty() {
            html.text("none");
        }
    });
    fact(html, "Ignored columns", |html| {
        codes(html, &options.ignored);
    });
    fact(html, "Blocks", |html| match &options.blocks {
        Some(blocks) => codes(html, blocks),
        None => html.text("all that have a file"),
    });
    fact(html, "Texts of rows are shown", |html| {
        html.text(flag(options.show_values));
    });
}

fn codes(html: &mut Html, texts: &[String]) {
    for (place, text) in texts.iter().enumerate() {
        html.text(if place == 0 { "" } else { ", " });
        html.code(text);
    }
    if texts.is_empty() {
        html.text("none");
    }
}

/// Writes the names of columns in a file with those of the model.
fn renames(html: &mut Html, renames: &BTreeMap<String, String>) {
    for (place, (in_file, column)) in renames.iter().enumerate() {
        html.text(if place == 0 { "" } else { ", " });
        html.code(in_file);
        html.text(" as ");
        html.code(column);
    }
}
