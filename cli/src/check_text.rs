//! The report of a check of a delivery, as text for people.

use std::collections::BTreeMap;

use beraad_delivery::{BlockReport, Finding, FindingScope, Line, Report, Severity};
use beraad_schema::describe::{Language, Model, counted};

use crate::output::Output;

/// The number of details of a finding that are shown.
const MAX_DETAILS: usize = 3;

/// The number of characters of a detail that shares its line with others.
const MAX_SHORT: usize = 32;

/// Prints the findings of each block, and a summary.
pub(crate) fn print_report(report: &Report, model: &Model, output: &mut Output<'_>) {
    for block in &report.blocks {
        print_block(block, model, output);
        output.paragraph_break();
    }
    let of_severity = |severity| {
        let findings = report.findings();
        findings.filter(|it| it.severity == severity).count() as u64
    };
    let (errors, warnings) = (of_severity(Severity::Error), of_severity(Severity::Warning));
    output.sentence(
        0,
        &format!(
            "{} of {}: {}, {}.",
            counted(report.rows(), "row"),
            counted(report.blocks.len() as u64, "block"),
            counted(errors, "error"),
            counted(warnings, "warning"),
        ),
    );
    let without = report.blocks_without_file.len() as u64;
    if without > 0 {
        let verb = if without == 1 { "has" } else { "have" };
        output.sentence(0, &format!("{} {verb} no file.", counted(without, "block")));
    }
    for unused in &report.unused_options {
        output.sentence(0, &format!("Warning: {unused}."));
    }
    print_not_computed(report, output);
    output.sentence(
        0,
        &format!(
            "Checked with model {} of {}, fingerprint {}.",
            report.model_version,
            report.deliberation,
            &report.fingerprint[..12]
        ),
    );
}

/// Prints the constraints that were not computed, each once with a reason and the number of its blocks.
fn print_not_computed(report: &Report, output: &mut Output<'_>) {
    let mut blocks: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for it in &report.constraints_not_computed {
        *blocks.entry((&it.constraint, &it.reason)).or_default() += 1;
    }
    for ((constraint, reason), blocks) in blocks {
        let blocks = counted(blocks, "block");
        let line = format!("Constraint {constraint} was not computed in {blocks}: {reason}.");
        output.sentence(0, &line);
    }
}

fn print_block(block: &BlockReport, model: &Model, output: &mut Output<'_>) {
    let files: Vec<_> = block.files.iter().map(|file| &*file.path).collect();
    let rows = counted(block.rows, "row");
    output.sentence(
        0,
        &format!("{} ({}): {rows}", block.block, files.join(", ")),
    );
    // Findings of one check follow each other: its title and its remedy are printed once.
    for findings in block
        .findings
        .chunk_by(|one, other| one.check == other.check)
    {
        let check = findings[0].check;
        let title = format!("{} {}: {}", check.severity, check.id, check.title);
        output.sentence(2, &title);
        for finding in findings {
            print_finding(finding, model, output);
        }
        output.sentence(4, &format!("help: {}", check.remedy));
    }
    let passed = counted(block.passed.len() as u64, "check");
    let not_run = counted(block.not_run.len() as u64, "check");
    if !block.passed.is_empty() {
        output.sentence(2, &format!("passed: {passed}"));
    }
    if block.rows == 0 {
        output.sentence(2, &format!("not run: {not_run}, since no row was read"));
    } else if !block.not_run.is_empty() {
        output.sentence(2, &format!("not run: {not_run} with nothing to examine"));
    }
}

/// Returns the condition that a rule or a constraint states, in words.
fn message(model: &Model, finding: &Finding, id: &str) -> Option<String> {
    if finding.unit() != "violation" {
        return None;
    }
    let block = model.block(&finding.block)?;
    let rules = block.rules.iter().map(|rule| (&rule.id, &rule.message));
    let constraints = model.constraints.iter().map(|it| (&it.id, &it.message));
    let mut messages = rules.chain(constraints);
    let (_, message) = messages.find(|(of, _)| *of == id)?;
    message.text(Language::EN).map(str::to_owned)
}

fn print_finding(finding: &Finding, model: &Model, output: &mut Output<'_>) {
    let place = place(finding);
    let line = match &finding.column {
        Some(column) if place.is_empty() => column.clone(),
        Some(column) => format!("{column}: {place}"),
        None => place,
    };
    output.sentence(4, &line);
    let details = finding.details_by_count();
    let shown = details.iter().take(MAX_DETAILS);
    let mut shown: Vec<_> = shown
        .map(|(detail, count)| match message(model, finding, detail) {
            Some(message) => format!("{} {detail}: {message}", counted(*count, "time")),
            None => format!("{} {detail}", counted(*count, "time")),
        })
        .collect();
    if details.len() > MAX_DETAILS {
        let others = (details.len() - MAX_DETAILS) as u64;
        shown.push(format!("and {}", counted(others, "other form")));
    }
    if finding.without_detail > 0 && !shown.is_empty() {
        let rest = counted(finding.without_detail, finding.unit());
        shown.push(format!("and {rest} without a form here"));
    }
    // Forms are short and share a line; messages have one each.
    if details
        .iter()
        .all(|(detail, _)| detail.chars().count() <= MAX_SHORT)
    {
        shown = vec![shown.join("; ")];
    }
    for line in shown.iter().filter(|line| !line.is_empty()) {
        output.sentence(6, line);
    }
}

/// Returns the number of rows with the first lines and the periods; an empty text for a finding about a whole column.
fn place(finding: &Finding) -> String {
    match finding.scope() {
        FindingScope::Column => return String::new(),
        FindingScope::Periods => {
            let number = counted(finding.count, "period");
            return match periods(finding) {
                Some((first, last)) if first != last => format!("{number}, {first} to {last}"),
                Some((first, _)) => format!("{number}, {first}"),
                None => number,
            };
        }
        FindingScope::Headers => {
            let lines: Vec<_> = finding.lines.iter().map(Line::to_string).collect();
            // The columns of a Parquet file are in no row.
            return match finding.line_noun() {
                "line" => format!("line {}", lines.join(", ")),
                _ => counted(finding.count, "error"),
            };
        }
        FindingScope::Files => return counted(finding.count, "file"),
        FindingScope::Rows => {}
    }
    let lines: Vec<_> = finding.lines.iter().map(Line::to_string).collect();
    let plural = if lines.len() == 1 { "" } else { "s" };
    let word = format!("{}{plural}", finding.line_noun());
    let more = if finding.count > lines.len() as u64 {
        ", .."
    } else {
        ""
    };
    let rows = counted(finding.count, finding.unit());
    let place = format!("{rows}, {word} {}{more}", lines.join(", "));
    match periods(finding) {
        None => place,
        Some((first, last)) if first == last => format!("{place}; {first}"),
        Some((first, last)) => {
            let number = counted(finding.periods.len() as u64, "period");
            format!("{place}; {first} to {last}, {number}")
        }
    }
}

/// Returns the first and the last period of a finding.
fn periods(finding: &Finding) -> Option<(&str, &str)> {
    let (first, _) = finding.periods.first_key_value()?;
    let (last, _) = finding.periods.last_key_value()?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use beraad_delivery::{Delivery, Options};
    use beraad_schema::csv::Dialect;
    use beraad_schema::describe::example_model;

    use super::*;

    fn printed(report: &Report) -> String {
        let mut bytes = Vec::new();
        let mut output = Output::new(&mut bytes, 80);
        print_report(report, &example_model(), &mut output);
        output.finish().expect("a vector takes everything");
        String::from_utf8(bytes).expect("the output is UTF-8")
    }

    #[test]
    fn report_has_title_and_remedy_of_a_check_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let loan = "\
person,loan_month,return_month,department,renewals,fine_class
1,2011-03,2011-04,01,2,
2,03/2011,,01,9,
3,04/2011,2011/5,77,x,
4,2011-06,2011-01,9,1,
5,2011-06,2011-01,9,1,
5,2011-06,2011-01,9,1,
";
        let member = "person,year\n1,2011\n";
        for (name, text) in [("loan.csv", loan), ("member.csv", member)] {
            std::fs::write(folder.path().join(name), text).expect("the file is written");
        }
        let model = example_model();
        let delivery = Delivery::open(folder.path(), &model).expect("a delivery");
        let options = Options::new().dialect(Dialect::new());
        let report = delivery.check(&options).expect("the files are read");
        insta::assert_snapshot!(printed(&report));
    }
}
