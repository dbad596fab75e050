//! The comparison of two deliveries, as text for people.

use beraad_delivery::{
    BlockComparison, CodeChange, CodeComparison, CodeDifference, ColumnComparison, Comparison,
    KeyComparison, PeriodComparison, ShownAs, Sides, UnitCounts,
};

use crate::output::Output;
use beraad_schema::describe::{counted, grouped};

/// The number of periods, and of codes of a column, that are shown.
const MAX_SHOWN: usize = 5;

/// Prints the differences of each block, and a summary.
pub(crate) fn print_comparison(comparison: &Comparison, output: &mut Output<'_>) {
    output.paragraph_break();
    output.sentence(0, "Compared with the old delivery:");
    for block in &comparison.blocks {
        output.paragraph_break();
        print_block(block, output);
    }
    output.paragraph_break();
    print_summary(comparison, output);
}

fn print_summary(comparison: &Comparison, output: &mut Output<'_>) {
    let blocks = comparison.blocks.iter();
    let differing = blocks.filter(|block| block.has_differences()).count() as u64;
    let rows = comparison.rows();
    let result = if differing == 0 {
        "no differences".to_owned()
    } else {
        format!("differences in {}", counted(differing, "block"))
    };
    let blocks = comparison.blocks.iter();
    let result = match blocks.filter(|block| !block.is_compared()).count() as u64 {
        0 => result,
        others => format!("{result}, {} not compared", counted(others, "block")),
    };
    output.sentence(
        0,
        &format!(
            "{}, {}: {result}.",
            change(rows, "row"),
            counted(comparison.blocks.len() as u64, "block")
        ),
    );
    for subject in &comparison.subjects {
        let units = units(&subject.counts);
        output.sentence(
            0,
            &format!("Subject {} in all blocks: {units}.", subject.subject),
        );
    }
    output.sentence(
        0,
        "The same options applied to both deliveries. The numbers may be small: keep them where the data are.",
    );
}

fn print_block(block: &BlockComparison, output: &mut Output<'_>) {
    let rows = change(block.rows, "row");
    output.sentence(0, &format!("{}: {rows}", block.block));
    let has_file = block.has_file();
    if !has_file.is_equal() {
        output.sentence(2, &format!("only {} has the block", the_one(has_file)));
    }
    let unread = block.unread_records;
    if unread != Sides::default() {
        let (old, new) = (grouped(unread.old), grouped(unread.new));
        output.sentence(
            2,
            &format!("not read, records that are not rows: {old} old, {new} new"),
        );
    }
    if !block.is_compared() {
        print_unread(block, output);
        return;
    }
    print_periods(&block.periods, output);
    for unit in &block.units {
        output.sentence(2, &format!("{}: {}", unit.column, units(&unit.counts)));
    }
    if let Some(keys) = &block.keys {
        print_keys(keys, &block.columns, output);
    }
    if let Some(rows) = block.whole_rows {
        output.sentence(
            2,
            &format!(
                "rows by all columns, since no key is known: {} gone, {} new, {} unchanged",
                grouped(rows.gone),
                grouped(rows.added),
                grouped(rows.unchanged)
            ),
        );
    }
    // Of a block that only one delivery has, every column would differ.
    if has_file.is_equal() {
        for column in &block.columns {
            print_column(column, block.rows, output);
        }
    }
    if !block.has_differences() {
        output.sentence(2, "no differences");
    }
}

/// Prints the files that were not read, for which the block is not compared.
fn print_unread(block: &BlockComparison, output: &mut Output<'_>) {
    output.sentence(
        2,
        "not compared, since a file was not read: its rows would count as gone or new",
    );
    let unread = block.unread();
    for (files, side) in [(unread.old, "old"), (unread.new, "new")] {
        for file in files {
            output.sentence(4, &format!("{} of the {side} delivery:", file.path));
            for line in file.unread.as_deref().unwrap_or_default().lines() {
                output.sentence(6, line.trim());
            }
        }
    }
}

fn print_periods(periods: &[PeriodComparison], output: &mut Output<'_>) {
    let of = |is_kind: fn(&PeriodComparison) -> bool| -> Vec<&PeriodComparison> {
        periods.iter().filter(|it| is_kind(it)).collect()
    };
    let added = of(|it| it.rows.old == 0);
    let gone = of(|it| it.rows.new == 0);
    let other = of(|it| it.rows.old > 0 && it.rows.new > 0 && !it.rows.is_equal());
    for (title, periods) in [("new periods", added), ("periods gone", gone)] {
        if !periods.is_empty() {
            let shown = periods.iter().take(MAX_SHOWN).map(|it| {
                let rows = it.rows.old.max(it.rows.new);
                format!("{} ({})", it.period, counted(rows, "row"))
            });
            let list = shown.collect::<Vec<_>>().join(", ");
            output.sentence(2, &format!("{title}: {list}{}", and_more(periods.len())));
        }
    }
    if !other.is_empty() {
        let mut largest = other;
        // A stable sort: differences of one size stay in the order of the periods.
        largest.sort_by_key(|it| std::cmp::Reverse(it.rows.old.abs_diff(it.rows.new)));
        let shown = largest
            .iter()
            .take(MAX_SHOWN)
            .map(|it| format!("{} ({})", it.period, signed(it.rows)));
        let list = shown.collect::<Vec<_>>().join(", ");
        output.sentence(
            2,
            &format!(
                "periods with another number of rows: {list}{}",
                and_more(largest.len())
            ),
        );
    }
}

fn print_keys(keys: &KeyComparison, columns: &[ColumnComparison], output: &mut Output<'_>) {
    let names = keys.columns.join(", ");
    output.sentence(
        2,
        &format!(
            "keys ({names}): {} gone, {} new, {} changed, {} unchanged",
            grouped(keys.gone),
            grouped(keys.added),
            grouped(keys.changed),
            grouped(keys.unchanged)
        ),
    );
    let changed: Vec<_> = columns
        .iter()
        .filter_map(|it| Some((&it.column, it.changed.filter(|changed| *changed > 0)?)))
        .map(|(column, changed)| format!("{column} {}", grouped(changed)))
        .collect();
    if !changed.is_empty() {
        output.sentence(
            4,
            &format!("changed rows by column: {}", changed.join(", ")),
        );
    }
    for (count, text) in [
        (keys.repeated, "keys that occur more than once"),
        (keys.without_key, "rows that lack a part of the key"),
    ] {
        if count != Sides::default() {
            let (old, new) = (grouped(count.old), grouped(count.new));
            output.sentence(4, &format!("not comparable, {text}: {old} old, {new} new"));
        }
    }
}

fn print_column(column: &ColumnComparison, rows: Sides<u64>, output: &mut Output<'_>) {
    let name = &column.column;
    let (is_in_file, is_empty) = (column.is_in_file, column.is_empty(rows));
    if !is_in_file.is_equal() {
        output.sentence(
            2,
            &format!("{name}: only {} has the column", the_one(is_in_file)),
        );
    } else if !is_empty.is_equal() {
        output.sentence(2, &format!("{name}: wholly empty in {}", the_one(is_empty)));
    } else if column.has_shift_of_missing_values(rows) {
        let old = percent(column.without_value.old, rows.old);
        let new = percent(column.without_value.new, rows.new);
        output.sentence(2, &format!("{name}: rows without a value {old} -> {new}"));
    }
    if let Some(codes) = &column.codes {
        print_codes(name, codes, output);
    }
}

fn print_codes(name: &str, codes: &CodeComparison, output: &mut Output<'_>) {
    let dissimilarity = codes.dissimilarity.unwrap_or_default();
    // Shares that differ in hundredths differ in every delivery.
    if codes.differences.is_empty() && dissimilarity < 500 {
        return;
    }
    let list = match &codes.list {
        Some(list) => format!("codes ({list})"),
        None => "flags".to_owned(),
    };
    output.sentence(
        2,
        &format!(
            "{name}: {list}, index of dissimilarity {}.{:02} %",
            dissimilarity / 100,
            dissimilarity % 100
        ),
    );
    for (kind, title) in [
        (CodeChange::Appeared, "appeared"),
        (CodeChange::Vanished, "vanished"),
        (CodeChange::Shifted, "share shifted"),
    ] {
        let of_kind: Vec<_> = codes
            .differences
            .iter()
            .filter(|it| it.change == kind)
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        let shown = of_kind.iter().take(MAX_SHOWN);
        let shown: Vec<_> = shown.map(|it| code(it, codes.values)).collect();
        let more = and_more(of_kind.len());
        output.sentence(4, &format!("{title}: {}{more}", shown.join(", ")));
    }
    if codes.unnamed > 0 {
        output.sentence(
            4,
            &format!("and {}", counted(codes.unnamed, "smaller difference")),
        );
    }
}

fn code(difference: &CodeDifference, values: Sides<u64>) -> String {
    let code = &difference.code;
    let name = match difference.shown_as {
        ShownAs::Code if difference.is_listed => format!("`{code}`"),
        ShownAs::Code => format!("`{code}` (unlisted)"),
        ShownAs::Form => format!("the unlisted form `{code}`"),
    };
    let count = difference.values;
    match difference.change {
        CodeChange::Appeared => format!("{name} {}", counted(count.new, "time")),
        CodeChange::Vanished => format!("{name} {}", counted(count.old, "time")),
        CodeChange::Shifted => format!(
            "{name} {} -> {}",
            percent(count.old, values.old),
            percent(count.new, values.new)
        ),
    }
}

fn units(counts: &UnitCounts) -> String {
    format!(
        "{} -> {} distinct, {} gone, {} new",
        grouped(counts.units.old),
        grouped(counts.units.new),
        grouped(counts.gone),
        grouped(counts.added)
    )
}

/// Returns a change of a number, with a noun: `1 -> 3 rows (+2)`.
fn change(number: Sides<u64>, noun: &str) -> String {
    let new = counted(number.new, noun);
    if number.is_equal() {
        return format!("{new} in both");
    }
    format!("{} -> {new} ({})", grouped(number.old), signed(number))
}

fn signed(number: Sides<u64>) -> String {
    let sign = if number.new < number.old { '-' } else { '+' };
    format!("{sign}{}", grouped(number.new.abs_diff(number.old)))
}

fn the_one(has: Sides<bool>) -> &'static str {
    if has.old {
        "the old delivery"
    } else {
        "the new delivery"
    }
}

fn and_more(count: usize) -> String {
    match count.saturating_sub(MAX_SHOWN) {
        0 => String::new(),
        more => format!(", and {more} more"),
    }
}

/// Returns a share in per cent, rounded down. Only nothing is `0 %`, and only everything is `100 %`.
fn percent(part: u64, whole: u64) -> String {
    let per_thousand = u128::from(part) * 1000 / u128::from(whole.max(1));
    match per_thousand {
        _ if part >= whole && whole > 0 => "100 %".to_owned(),
        0 if part > 0 => "< 0.1 %".to_owned(),
        _ => format!("{}.{} %", per_thousand / 10, per_thousand % 10),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use beraad_delivery::{Delivery, Options};
    use beraad_schema::describe::{Model, example_model};

    use super::*;

    /// The example model, whose block of members has no column of several values: CSV has no form for it.
    fn model() -> Model {
        let mut json = serde_json::to_value(example_model()).expect("JSON");
        let fields = json["blocks"][1]["fields"].as_array_mut().expect("fields");
        fields.retain(|field| field["variable"]["id"] != "languages");
        serde_json::from_value(json).expect("a model")
    }

    fn write(folder: &Path, name: &str, lines: &[String]) {
        std::fs::create_dir_all(folder).expect("a folder");
        std::fs::write(folder.join(name), lines.join("\n")).expect("the file is written");
    }

    fn printed(old: &Path, new: &Path) -> String {
        let model = model();
        let open = |folder| Delivery::open(folder, &model).expect("a delivery");
        let comparison = open(new)
            .compare(&open(old), &Options::new())
            .expect("the files are read");
        let mut bytes = Vec::new();
        let mut output = Output::new(&mut bytes, 80);
        print_comparison(&comparison, &mut output);
        output.finish().expect("a vector takes everything");
        String::from_utf8(bytes).expect("the output is UTF-8")
    }

    #[test]
    fn differences_of_every_kind_are_shown() {
        let parent = tempfile::tempdir().expect("a folder");
        let (old, new) = (parent.path().join("old"), parent.path().join("new"));
        let member = |person: u32, sex: &str, parent: &str| {
            format!("{person},{},{sex},{parent}", 2008 + person % 9)
        };
        let header = "person,year,sex,parent_1_sex".to_owned();
        let sexes = ["M", "V", "V", "V"];
        let members = (1..2000).map(|it| member(it, sexes[it as usize % 4], "V"));
        let mut lines: Vec<_> = [header.clone()].into_iter().chain(members).collect();
        lines.push(member(7, "V", ""));
        write(&old, "member.csv", &lines);
        let sexes = ["M", "V", "V", "X9"];
        let members = (400..2100).filter(|it| it % 9 != 3).map(|it| {
            member(
                it,
                sexes[it as usize % 4],
                if it % 2 == 0 { "V" } else { "" },
            )
        });
        let mut lines: Vec<_> = [header].into_iter().chain(members).collect();
        lines.push("x,2011,V,V".to_owned());
        lines.push("1,2011".to_owned());
        write(&new, "member.csv", &lines);
        let loan = |rows: &[&str]| -> Vec<String> {
            let header = "person,loan_month,return_month,department,renewals,fine_class";
            let lines = [header].into_iter().chain(rows.iter().copied());
            lines.map(str::to_owned).collect()
        };
        write(
            &old,
            "loan.csv",
            &loan(&["1,2011-03,,01,2,", "2,2011-04,,9,2,"]),
        );
        let rows = ["1,2011-03,,01,2,A", "2,2011-04,,9,2,", "2,2011-04,,9,2,"];
        write(&new, "loan.csv", &loan(&rows));
        insta::assert_snapshot!(printed(&old, &new));
        insta::assert_snapshot!("same", printed(&old, &old));
        std::fs::remove_file(old.join("loan.csv")).expect("the file is removed");
        insta::assert_snapshot!("only_new", printed(&old, &new));
    }
}
