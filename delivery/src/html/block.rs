//! A block: a table of its findings, and the checks that passed.

use beraad_schema::describe::{counted, grouped};

use super::chart;
use super::words::percent;
use super::writer::Html;
use super::{Status, block_id, check_id, reason, table};
use crate::checks::check;
use crate::finding_scope::FindingScope;
use crate::line::Line;
use crate::report::{BlockReport, Finding};

/// The number of forms that are not folded.
const MAX_SHOWN_FORMS: usize = 3;

/// Writes the section of a block.
pub(super) fn block(html: &mut Html, block: &BlockReport) {
    let id = block_id(&block.block);
    let attributes = [("class", "block"), ("aria-labelledby", &*id)];
    html.element("section", &attributes, |html| {
        html.element("h2", &[("id", &id)], |html| {
            html.code(&block.block);
            html.text(" ");
            Status::of_block(block).write(html);
        });
        html.element("p", &[], |html| {
            for (place, file) in block.files.iter().enumerate() {
                html.text(if place == 0 { "" } else { ", " });
                html.code(&file.path);
            }
            html.text(&format!(": {}", counted(block.rows, "row")));
        });
        if !block.findings.is_empty() {
            let names = [
                "Status",
                "Check",
                "Column",
                "Rows",
                "Periods",
                "First lines",
                "Forms",
            ];
            table(html, "findings", &names, |html| {
                for finding in &block.findings {
                    html.element("tr", &[], |html| row(html, block, finding));
                }
            });
        }
        without_finding(html, Status::Passed, &block.passed);
        without_finding(html, Status::NotRun, &block.not_run);
    });
}

/// Writes a cell with the name of its column, which a narrow page shows before it.
fn cell(html: &mut Html, name: &str, is_empty: bool, content: impl FnOnce(&mut Html)) {
    let class = if is_empty { "empty" } else { "" };
    let attributes = [("data-name", name), ("class", class)];
    let attributes = &attributes[..if is_empty { 2 } else { 1 }];
    html.element("td", attributes, |html| {
        if is_empty {
            html.text("–");
        } else {
            content(html);
        }
    });
}

fn row(html: &mut Html, block: &BlockReport, finding: &Finding) {
    let check = finding.check;
    cell(html, "Status", false, |html| {
        Status::Found(finding.severity).write(html);
    });
    html.element("th", &[("scope", "row")], |html| {
        html.element("p", &[], |html| html.text(check.title));
        html.element("details", &[], |html| {
            html.element("summary", &[], |html| {
                html.code(check.id);
                html.text(": why, and what to do");
            });
            reason(html, check);
        });
    });
    cell(html, "Column", finding.column.is_none(), |html| {
        html.name(finding.column.as_deref().unwrap_or_default());
    });
    cell(html, "Rows", false, |html| rows(html, block, finding));
    cell(html, "Periods", finding.periods.is_empty(), |html| {
        chart::periods(html, &finding.periods);
    });
    let has_lines = finding.scope() == FindingScope::Rows;
    cell(html, "First lines", !has_lines, |html| {
        let lines: Vec<_> = finding.lines.iter().map(Line::to_string).collect();
        let rows = if finding.line_noun() == "row" {
            "rows "
        } else {
            ""
        };
        html.leaf("p", &[], &format!("{rows}{}", lines.join("; ")));
        let others = finding.count.saturating_sub(lines.len() as u64);
        if others > 0 {
            html.leaf(
                "p",
                &[("class", "soft")],
                &format!("and {} more", grouped(others)),
            );
        }
    });
    cell(html, "Forms", finding.details.is_empty(), |html| {
        forms(html, finding);
    });
}

fn rows(html: &mut Html, block: &BlockReport, finding: &Finding) {
    match finding.scope() {
        FindingScope::Column => html.text("the column as a whole"),
        FindingScope::Periods => html.text(&counted(finding.count, "period")),
        FindingScope::Headers => {
            html.text(&counted(finding.count, "header"));
        }
        FindingScope::Files => html.text(&counted(finding.count, "file")),
        FindingScope::Rows => match finding.rows_of(block) {
            Some(all) => {
                html.element("p", &[], |html| {
                    html.leaf("strong", &[], &grouped(finding.count));
                    html.text(&format!(" of {}", grouped(all)));
                });
                chart::share(html, finding.count, all);
                html.leaf("p", &[("class", "soft")], &percent(finding.count, all));
            }
            // A row may violate several rules.
            None => html.text(&counted(finding.count, finding.unit())),
        },
    }
}

fn forms(html: &mut Html, finding: &Finding) {
    let details = finding.details_by_count();
    let shown = details.len().min(MAX_SHOWN_FORMS);
    let (first, others) = details.split_at(shown);
    list_of_forms(html, first);
    let rest = finding.without_detail;
    if others.is_empty() {
        if rest > 0 {
            html.leaf("p", &[("class", "soft")], &not_listed(rest));
        }
        return;
    }
    html.element("details", &[], |html| {
        let number = counted(others.len() as u64, "other form");
        html.leaf("summary", &[], &number);
        list_of_forms(html, others);
        if rest > 0 {
            html.leaf("p", &[("class", "soft")], &not_listed(rest));
        }
    });
}

fn not_listed(rows: u64) -> String {
    format!("{} without a form here", counted(rows, "row"))
}

fn list_of_forms(html: &mut Html, forms: &[(&str, u64)]) {
    html.class("ul", "forms", |html| {
        for (form, count) in forms {
            html.element("li", &[], |html| {
                html.message(form);
                if *count > 1 {
                    html.class("span", "soft", |html| {
                        html.text(&format!(" ({})", counted(*count, "time")));
                    });
                }
            });
        }
    });
}

/// Writes checks without a finding, folded.
fn without_finding(html: &mut Html, status: Status, ids: &[&str]) {
    if ids.is_empty() {
        return;
    }
    html.element("details", &[("class", "others")], |html| {
        html.element("summary", &[], |html| {
            status.write(html);
            let number = counted(ids.len() as u64, "check");
            html.text(&match status {
                Status::NotRun => format!(": {number} with nothing to examine"),
                _ => format!(": {number}"),
            });
        });
        table(html, "passed-checks", &["Status", "Check", "Id"], |html| {
            for id in ids {
                html.element("tr", &[], |html| {
                    html.element("td", &[], |html| status.write(html));
                    let title = check(id).map_or("", |check| check.title);
                    html.leaf("td", &[], title);
                    html.element("td", &[], |html| {
                        let href = format!("#{}", check_id(id));
                        html.element("a", &[("href", &href)], |html| html.code(id));
                    });
                });
            }
        });
    });
}
