//! The comparison of two deliveries as a page.

use beraad_schema::describe::{counted, grouped};

use super::chart::{self, MAX_LISTED};
use super::words::percent;
use super::writer::Html;
use super::{block_id, fact, receipt, table, tile};
use crate::comparison::{
    BlockComparison, CodeChange, CodeComparison, CodeDifference, ColumnComparison, Comparison,
    KeyComparison, PeriodComparison, ShownAs, Sides, UnitCounts,
};

/// The number of codes of a column that are not folded.
const MAX_SHOWN_CODES: usize = 3;

/// Writes the content of the page.
pub(super) fn comparison(html: &mut Html, comparison: &Comparison) {
    summary(html, comparison);
    contents(html, comparison);
    subjects(html, comparison);
    for block in &comparison.blocks {
        section(html, block);
    }
    rules(html);
    receipt(html, comparison);
}

fn summary(html: &mut Html, comparison: &Comparison) {
    let blocks = comparison.blocks.iter();
    let differing = blocks.filter(|block| block.has_differences()).count() as u64;
    html.element("header", &[], |html| {
        html.leaf(
            "p",
            &[("class", "eyebrow")],
            "Comparison of the new delivery with the old one",
        );
        let verdict = match differing {
            0 => "no differences".to_owned(),
            _ => format!("differences in {}", counted(differing, "block")),
        };
        let blocks = comparison.blocks.iter();
        let verdict = match blocks.filter(|block| !block.is_compared()).count() as u64 {
            0 => verdict,
            others => format!("{verdict}, {} not compared", counted(others, "block")),
        };
        let title = format!("Decision {}: {verdict}", comparison.deliberation);
        html.leaf("h1", &[], &title);
        html.class("dl", "tiles", |html| {
            let rows = comparison.rows();
            let blocks = comparison.blocks.len() as u64;
            tile(html, "Blocks", &grouped(blocks));
            tile(html, "Blocks with differences", &grouped(differing));
            tile(html, "Rows of the old delivery", &grouped(rows.old));
            tile(html, "Rows of the new delivery", &grouped(rows.new));
        });
        html.class("dl", "facts", |html| {
            fact(html, "Decision", |html| {
                html.text(&comparison.deliberation);
            });
            fact(html, "Model version", |html| {
                html.text(&comparison.model_version);
            });
            fact(html, "Fingerprint", |html| {
                html.code(&comparison.fingerprint);
            });
            fact(html, "Day of the comparison", |html| match comparison.day {
                Some(day) => html.text(&day.to_string()),
                None => html.text("not stated"),
            });
        });
        html.class("p", "notice", |html| {
            html.leaf("strong", &[], "Numbers may be as small as 1.");
            html.text(" No value of a person is on this page");
            if comparison.options.show_values {
                html.text(", except for codes that no list has, which may be about persons");
            }
            html.text(". Keep it where the data are.");
        });
    });
}

/// Writes the result of a block as a sign and a word.
fn status(html: &mut Html, block: &BlockComparison) {
    let has_file = block.has_file();
    let (class, sign, word) = match (has_file.old, has_file.new) {
        _ if !block.is_compared() => ("status error", "✗", "not compared"),
        (true, false) => ("status warning", "−", "only old"),
        (false, true) => ("status warning", "+", "only new"),
        _ if block.has_differences() => ("status warning", "▲", "differs"),
        _ => ("status passed", "✓", "no differences"),
    };
    html.class("span", class, |html| {
        html.leaf("span", &[("aria-hidden", "true")], sign);
        html.text(" ");
        html.text(word);
    });
}

/// Writes a cell with a number; a narrow page shows the name after it.
fn number(html: &mut Html, name: &str, number: Option<u64>) {
    let class = match number {
        Some(1..) => "number",
        _ => "number none",
    };
    let text = number.map_or("–".to_owned(), grouped);
    html.leaf("td", &[("class", class), ("data-name", name)], &text);
}

fn contents(html: &mut Html, comparison: &Comparison) {
    html.element("nav", &[("aria-labelledby", "blocks")], |html| {
        html.leaf("h2", &[("id", "blocks"), ("tabindex", "-1")], "Blocks");
        let names = [
            "Block",
            "Status",
            "Rows, old",
            "Rows, new",
            "Gone",
            "New",
            "Changed",
        ];
        table(html, "contents", &names, |html| {
            for block in &comparison.blocks {
                html.element("tr", &[], |html| contents_row(html, block));
            }
        });
        html.leaf(
            "p",
            &[("class", "soft")],
            "Gone, new and changed are keys, or whole rows in a block without a known key.",
        );
        html.element("p", &[], |html| {
            html.leaf("a", &[("href", "#rules")], "The rules of the comparison");
            html.text(" · ");
            html.leaf("a", &[("href", "#receipt")], "The receipt");
        });
    });
}

fn contents_row(html: &mut Html, block: &BlockComparison) {
    html.element("th", &[("scope", "row")], |html| {
        let href = format!("#{}", block_id(&block.block));
        html.element("a", &[("href", &href)], |html| html.code(&block.block));
    });
    html.element("td", &[], |html| status(html, block));
    let keys = block.keys.as_ref();
    let rows = block.whole_rows.as_ref();
    let gone = keys.map(|it| it.gone).or(rows.map(|it| it.gone));
    let added = keys.map(|it| it.added).or(rows.map(|it| it.added));
    number(html, "rows old", Some(block.rows.old));
    number(html, "rows new", Some(block.rows.new));
    number(html, "gone", gone);
    number(html, "new", added);
    number(html, "changed", keys.map(|it| it.changed));
}

/// Writes a table of units. Each has its name, which `name` writes.
fn units<'u, U: 'u>(
    html: &mut Html,
    first: &str,
    units: &'u [U],
    name: impl Fn(&mut Html, &'u U),
    counts: impl Fn(&'u U) -> &'u UnitCounts,
) {
    table(
        html,
        "contents numbers",
        &[first, "Old", "New", "Gone", "Added"],
        |html| {
            for unit in units {
                html.element("tr", &[], |html| {
                    html.element("th", &[("scope", "row")], |html| name(html, unit));
                    let counts = counts(unit);
                    number(html, "old", Some(counts.units.old));
                    number(html, "new", Some(counts.units.new));
                    number(html, "gone", Some(counts.gone));
                    number(html, "added", Some(counts.added));
                });
            }
        },
    );
}

fn subjects(html: &mut Html, comparison: &Comparison) {
    if comparison.subjects.is_empty() {
        return;
    }
    html.element("section", &[("aria-labelledby", "subjects")], |html| {
        html.leaf("h2", &[("id", "subjects")], "Subjects");
        html.leaf(
            "p",
            &[],
            "The number of distinct units over all columns of all blocks.",
        );
        units(
            html,
            "Subject",
            &comparison.subjects,
            |html, it| html.code(&it.subject),
            |it| &it.counts,
        );
    });
}

fn section(html: &mut Html, block: &BlockComparison) {
    let id = block_id(&block.block);
    let attributes = [("class", "block"), ("aria-labelledby", &*id)];
    html.element("section", &attributes, |html| {
        html.element("h2", &[("id", &id)], |html| {
            html.code(&block.block);
            html.text(" ");
            status(html, block);
        });
        let (old, new) = (block.rows.old, block.rows.new);
        let rows = format!("{} → {}", grouped(old), counted(new, "row"));
        html.leaf("p", &[], &rows);
        unread(html, block);
        if !block.is_compared() {
            return;
        }
        if let Some(keys) = &block.keys {
            key_facts(html, keys);
        }
        if let Some(rows) = block.whole_rows {
            html.leaf("h3", &[], "Rows");
            let numbers = [
                ("Gone", rows.gone),
                ("New", rows.added),
                ("Unchanged", rows.unchanged),
            ];
            html.class("dl", "facts", |html| number_facts(html, &numbers));
        }
        periods(html, &block.periods);
        if !block.units.is_empty() {
            html.leaf("h3", &[], "Units");
            units(
                html,
                "Column",
                &block.units,
                |html, it| {
                    html.name(&it.column);
                    let own = if it.is_own { ", of the row" } else { "" };
                    html.text(&format!(" ({}{own})", it.subject));
                },
                |it| &it.counts,
            );
        }
        columns(html, block);
    });
}

fn unread(html: &mut Html, block: &BlockComparison) {
    let unread = block.unread();
    for (files, side) in [(unread.old, "old"), (unread.new, "new")] {
        for file in files {
            html.class("p", "notice", |html| {
                html.text("Not compared: ");
                html.code(&file.path);
                html.text(&format!(" of the {side} delivery was not read: "));
                html.message(file.unread.as_deref().unwrap_or_default());
            });
        }
    }
    let count = block.unread_records;
    if count != Sides::default() {
        let (old, new) = (grouped(count.old), grouped(count.new));
        let text = format!("Not read, records that are not rows: {old} old, {new} new.");
        html.leaf("p", &[("class", "notice")], &text);
    }
}

fn number_facts(html: &mut Html, numbers: &[(&str, u64)]) {
    for (name, number) in numbers {
        fact(html, name, |html| html.text(&grouped(*number)));
    }
}

fn key_facts(html: &mut Html, keys: &KeyComparison) {
    html.leaf("h3", &[], "Keys");
    html.class("dl", "facts", |html| {
        fact(html, "Columns of the key", |html| {
            for (place, column) in keys.columns.iter().enumerate() {
                html.text(if place == 0 { "" } else { ", " });
                html.name(column);
            }
        });
        let numbers = [
            ("Gone", keys.gone),
            ("New", keys.added),
            ("Changed", keys.changed),
            ("Unchanged", keys.unchanged),
        ];
        number_facts(html, &numbers);
        for (count, name) in [
            (keys.repeated, "Not comparable: keys more than once"),
            (keys.without_key, "Not comparable: rows without a key"),
        ] {
            let text = format!("{} old, {} new", grouped(count.old), grouped(count.new));
            fact(html, name, |html| html.text(&text));
        }
    });
}

fn periods(html: &mut Html, periods: &[PeriodComparison]) {
    if periods.is_empty() {
        return;
    }
    html.leaf("h3", &[], "Periods");
    html.class("div", "compared", |html| {
        chart::compared_periods(html, periods);
        let differing: Vec<_> = periods.iter().filter(|it| !it.rows.is_equal()).collect();
        let of = counted(periods.len() as u64, "period");
        if differing.is_empty() {
            html.leaf("p", &[], &format!("{of}, each with as many rows as before"));
            return;
        }
        html.element("details", &[("open", "")], |html| {
            let summary = format!("{} of {of} differ", grouped(differing.len() as u64));
            html.leaf("summary", &[], &summary);
            html.class("ul", "counts", |html| {
                for it in differing.iter().take(MAX_LISTED) {
                    let (old, new) = (grouped(it.rows.old), grouped(it.rows.new));
                    html.leaf("li", &[], &format!("{}: {old} → {new}", it.period));
                }
                if differing.len() > MAX_LISTED {
                    let others = counted((differing.len() - MAX_LISTED) as u64, "other period");
                    html.leaf("li", &[], &format!("{others}, in comparison.json"));
                }
            });
        });
    });
}

fn columns(html: &mut Html, block: &BlockComparison) {
    html.leaf("h3", &[], "Columns");
    let names = [
        "Column",
        "Without a value, old",
        "Without a value, new",
        "Changed rows",
        "Index of dissimilarity",
        "Codes",
    ];
    table(html, "files columns", &names, |html| {
        for column in &block.columns {
            html.element("tr", &[], |html| column_row(html, block, column));
        }
    });
}

fn column_row(html: &mut Html, block: &BlockComparison, column: &ColumnComparison) {
    html.element("th", &[("scope", "row")], |html| {
        html.name(&column.column);
        for note in notes(block, column) {
            html.leaf("p", &[], &note);
        }
    });
    let shares = [
        (
            "old",
            column.is_in_file.old,
            column.without_value.old,
            block.rows.old,
        ),
        (
            "new",
            column.is_in_file.new,
            column.without_value.new,
            block.rows.new,
        ),
    ];
    for (name, is_in_file, without_value, rows) in shares {
        let attributes = [("class", "number"), ("data-name", name)];
        let text = if is_in_file && rows > 0 {
            percent(without_value, rows)
        } else {
            "–".to_owned()
        };
        html.leaf("td", &attributes, &text);
    }
    number(html, "changed", column.changed);
    let codes = column.codes.as_ref();
    let dissimilarity = codes.and_then(|it| it.dissimilarity).map_or_else(
        || "–".to_owned(),
        |it| format!("{}.{:02} %", it / 100, it % 100),
    );
    let attributes = [("class", "number"), ("data-name", "index")];
    html.leaf("td", &attributes, &dissimilarity);
    html.element("td", &[("data-name", "codes")], |html| match codes {
        Some(codes) if !codes.differences.is_empty() => code_list(html, codes),
        _ => html.text("–"),
    });
}

/// Returns the facts about a column that a reader must not overlook.
fn notes(block: &BlockComparison, column: &ColumnComparison) -> Vec<String> {
    let has_file = block.has_file();
    let name = |has: Sides<bool>| if has.old { "old" } else { "new" };
    let mut notes = Vec::new();
    let (is_in_file, is_empty) = (column.is_in_file, column.is_empty(block.rows));
    if !has_file.is_equal() {
        return notes;
    }
    if !is_in_file.is_equal() {
        notes.push(format!("▲ only the {} delivery has it", name(is_in_file)));
    } else if !is_empty.is_equal() {
        notes.push(format!("▲ wholly empty in the {} delivery", name(is_empty)));
    } else if column.has_shift_of_missing_values(block.rows) {
        notes.push("▲ share without a value shifted".to_owned());
    }
    if column.invalid != Sides::default() {
        let (old, new) = (grouped(column.invalid.old), grouped(column.invalid.new));
        notes.push(format!("not a value: {old} old, {new} new"));
    }
    notes
}

fn code_list(html: &mut Html, codes: &CodeComparison) {
    let shown = codes.differences.len().min(MAX_SHOWN_CODES);
    let (first, others) = codes.differences.split_at(shown);
    list(html, first, codes.values);
    if !others.is_empty() {
        html.element("details", &[], |html| {
            let number = counted(others.len() as u64, "other difference");
            html.leaf("summary", &[], &number);
            list(html, others, codes.values);
        });
    }
    if codes.unnamed > 0 {
        let smaller = counted(codes.unnamed, "smaller difference");
        html.leaf("p", &[("class", "soft")], &format!("and {smaller}"));
    }
}

fn list(html: &mut Html, differences: &[CodeDifference], values: Sides<u64>) {
    html.class("ul", "forms", |html| {
        for it in differences {
            html.element("li", &[], |html| difference(html, it, values));
        }
    });
}

fn difference(html: &mut Html, it: &CodeDifference, values: Sides<u64>) {
    html.text(match it.change {
        CodeChange::Appeared => "+ appeared: ",
        CodeChange::Vanished => "− vanished: ",
        CodeChange::Shifted => "▲ shifted: ",
    });
    html.text(match it.shown_as {
        ShownAs::Code if it.is_listed => "",
        ShownAs::Code => "unlisted ",
        ShownAs::Form => "the unlisted form ",
    });
    html.code(&it.code);
    html.class("span", "soft", |html| {
        let (old, new) = (grouped(it.values.old), grouped(it.values.new));
        let old_share = percent(it.values.old, values.old);
        let new_share = percent(it.values.new, values.new);
        html.text(&format!(" {old} → {new} ({old_share} → {new_share})"));
    });
}

fn rules(html: &mut Html) {
    html.element("section", &[("aria-labelledby", "rules")], |html| {
        html.leaf("h2", &[("id", "rules")], "Rules of the comparison");
        html.class("ul", "rules", |html| {
            for rule in [
                "The same options apply to the files of both deliveries.",
                "A code shifts if its share of the values changes by at least 5 percentage points, and so does the share of rows without a value.",
                "The index of dissimilarity of a column is half of the sum of the changes of all shares: the share of the values that would need \
                 another code for both deliveries to have the same shares. 0 % are equal shares, 100 % are codes that no delivery shares with \
                 the other.",
                "A key that a delivery has more than once does not say which row became which: it is not compared.",
                "Two texts that are not values count as equal.",
                "Codes that no list has are shown by their form, in which every digit is a 9 and every letter an a or A, unless the options say \
                 otherwise.",
                "Of rows that are equal in all columns, their number is compared.",
            ] {
                html.leaf("li", &[], rule);
            }
        });
    });
}

fn receipt(html: &mut Html, comparison: &Comparison) {
    html.element("section", &[("aria-labelledby", "receipt")], |html| {
        html.leaf("h2", &[("id", "receipt")], "Receipt");
        html.leaf(
            "p",
            &[],
            "The same program with the same options and files gives the same comparison.",
        );
        for is_old in [true, false] {
            let name = if is_old { "old" } else { "new" };
            html.leaf("h3", &[], &format!("Files of the {name} delivery"));
            table(html, "files", &receipt::FILE_COLUMNS, |html| {
                for block in &comparison.blocks {
                    let files = &block.files;
                    for file in if is_old { &files.old } else { &files.new } {
                        receipt::file_row(html, &block.block, file);
                    }
                }
            });
        }
        html.leaf("h3", &[], "Options");
        html.class("dl", "facts", |html| {
            receipt::options(html, &comparison.options);
        });
        html.leaf("h3", &[], "Versions");
        html.class("dl", "facts", |html| {
            fact(html, "Program", |html| {
                html.text(comparison.program_version);
            });
            fact(html, "Model", |html| html.text(&comparison.model_version));
            fact(html, "Fingerprint", |html| {
                html.code(&comparison.fingerprint);
            });
            let format = comparison.format.to_string();
            fact(html, "Format of comparison.json", |html| html.text(&format));
        });
    });
}
