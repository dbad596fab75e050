//! The report as a page: one file that loads nothing, for a browser, a phone and paper.

mod words;
mod writer;
mod chart;
mod block;
mod receipt;
mod comparison;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use beraad_schema::describe::{counted, grouped};
use sha2::{Digest, Sha256};

use self::writer::Html;
use crate::check::Check;
use crate::checks::CHECKS;
use crate::comparison::Comparison;
use crate::report::{BlockReport, Report};
use crate::severity::Severity;

const STYLE: &str = include_str!("html/style.css");

/// Returns the report as an HTML page. It needs no network and no script, and the same report gives the same bytes.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = format!("Delivery check – {}", report.deliberation);
    page(&title, |html| {
        summary(html, report);
        contents(html, report);
        for block in &report.blocks {
            block::block(html, block);
        }
        checks(html);
        receipt::receipt(html, report);
    })
}

/// Returns the comparison as an HTML page. It needs no network and no script, and the same comparison gives the same bytes.
#[must_use]
pub fn comparison_html(comparison: &Comparison) -> String {
    let title = format!("Comparison of deliveries – {}", comparison.deliberation);
    page(&title, |html| comparison::comparison(html, comparison))
}

/// Returns a page whose blocks are at the id `blocks`.
fn page(title: &str, content: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::default();
    html.element("html", &[("lang", "en")], |html| {
        html.element("head", &[], |html| head(html, title));
        html.element("body", &[], |html| {
            html.leaf(
                "a",
                &[("class", "skip"), ("href", "#blocks")],
                "Skip to the blocks",
            );
            html.element("main", &[], content);
        });
    });
    html.finish()
}

fn head(html: &mut Html, title: &str) {
    // If a text were not escaped after all, the browser would still not load or run it.
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        STANDARD.encode(Sha256::digest(STYLE))
    );
    html.void("meta", &[("charset", "utf-8")]);
    html.void(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", &policy),
        ],
    );
    html.void(
        "meta",
        &[
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ],
    );
    html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    html.void(
        "meta",
        &[("name", "color-scheme"), ("content", "light dark")],
    );
    html.leaf("title", &[], title);
    html.style(STYLE);
}

/// The result of a check or of several, as a sign and a word.
#[derive(Clone, Copy)]
enum Status {
    Passed,
    NotRun,
    Found(Severity),
}

impl Status {
    fn of_block(block: &BlockReport) -> Self {
        let findings = block.findings.iter();
        match findings.map(|finding| finding.severity).max() {
            Some(severity) => Self::Found(severity),
            // Without rows, nothing was checked but the header.
            None if block.rows == 0 => Self::NotRun,
            None => Self::Passed,
        }
    }

    fn write(self, html: &mut Html) {
        let (class, sign, word) = match self {
            Self::Passed => ("status passed", "✓", "passed"),
            Self::NotRun => ("status not-run", "–", "not run"),
            Self::Found(Severity::Warning) => ("status warning", "▲", "warning"),
            Self::Found(Severity::Error) => ("status error", "✗", "error"),
        };
        html.class("span", class, |html| {
            html.leaf("span", &[("aria-hidden", "true")], sign);
            html.text(" ");
            html.text(word);
        });
    }
}

/// The number of findings of a severity.
fn found(block: &BlockReport, severity: Severity) -> u64 {
    let findings = block.findings.iter();
    findings.filter(|it| it.severity == severity).count() as u64
}

fn summary(html: &mut Html, report: &Report) {
    let all = |severity| -> u64 {
        let blocks = report.blocks.iter();
        blocks.map(|block| found(block, severity)).sum()
    };
    let (errors, warnings) = (all(Severity::Error), all(Severity::Warning));
    html.element("header", &[], |html| {
        html.leaf("p", &[("class", "eyebrow")], "Delivery check");
        let verdict = match (errors, warnings) {
            (0, 0) => "every check passed".to_owned(),
            (0, _) => counted(warnings, "warning"),
            (_, 0) => counted(errors, "error"),
            _ => format!(
                "{} and {}",
                counted(errors, "error"),
                counted(warnings, "warning")
            ),
        };
        html.leaf(
            "h1",
            &[],
            &format!("Decision {}: {verdict}", report.deliberation),
        );
        html.class("dl", "tiles", |html| {
            let without = report.blocks_without_file.len();
            let blocks = report.blocks.len();
            let of_all = format!("{blocks} of {}", blocks + without);
            tile(html, "Blocks with a file", &of_all);
            tile(html, "Rows", &grouped(report.rows()));
            tile(html, "Errors", &grouped(errors));
            tile(html, "Warnings", &grouped(warnings));
        });
        html.class("dl", "facts", |html| {
            fact(html, "Decision", |html| html.text(&report.deliberation));
            fact(html, "Model version", |html| html.text(&report.model_version));
            fact(html, "Fingerprint", |html| html.code(&report.fingerprint));
            fact(html, "Day of the check", |html| match report.day {
                Some(day) => html.text(&day.to_string()),
                None => html.text("not stated"),
            });
        });
        for unused in &report.unused_options {
            html.class("p", "notice", |html| html.message(unused));
        }
        if report.options.show_values {
            html.class("p", "notice", |html| {
                html.leaf("strong", &[], "This page shows texts of rows.");
                html.text(" They may be about persons: keep it where the data are.");
            });
        } else {
            html.leaf(
                "p",
                &[],
                "No text of a row is on this page: it is shown by its form, in which every digit is a 9 and every letter an a or A. \
                 Published codes, periods, line numbers and numbers of rows are.",
            );
        }
    });
}

fn tile(html: &mut Html, name: &str, value: &str) {
    html.element("div", &[], |html| {
        html.leaf("dt", &[], name);
        html.leaf("dd", &[], value);
    });
}

fn fact(html: &mut Html, name: &str, value: impl FnOnce(&mut Html)) {
    html.element("div", &[], |html| {
        html.leaf("dt", &[], name);
        html.element("dd", &[], value);
    });
}

/// The id of the section of a block.
fn block_id(block: &str) -> String {
    format!("block-{block}")
}

/// The id of the text about a check.
fn check_id(check: &str) -> String {
    format!("check-{check}")
}

fn contents(html: &mut Html, report: &Report) {
    html.element("nav", &[("aria-labelledby", "blocks")], |html| {
        html.leaf("h2", &[("id", "blocks"), ("tabindex", "-1")], "Blocks");
        html.leaf(
            "p",
            &[],
            "An error or a warning is one check in one column, whatever the number of its rows.",
        );
        let names = ["Block", "Status", "Rows", "Errors", "Warnings"];
        table(html, "contents", &names, |html| {
            for block in &report.blocks {
                contents_row(html, block);
            }
        });
        let without = &report.blocks_without_file;
        if !without.is_empty() {
            html.element("details", &[], |html| {
                let number = counted(without.len() as u64, "block");
                html.leaf("summary", &[], &format!("{number} without a file"));
                html.element("ul", &[], |html| {
                    for block in without {
                        html.element("li", &[], |html| html.code(block));
                    }
                });
            });
        }
        let not_computed = &report.constraints_not_computed;
        if !not_computed.is_empty() {
            html.element("details", &[], |html| {
                let number = counted(not_computed.len() as u64, "constraint");
                html.leaf("summary", &[], &format!("{number} not computed"));
                html.element("ul", &[], |html| {
                    for it in not_computed {
                        html.element("li", &[], |html| {
                            html.code(&it.constraint);
                            html.text(" in ");
                            html.code(&it.block);
                            html.text(&format!(": {}", it.reason));
                        });
                    }
                });
            });
        }
        html.element("p", &[], |html| {
            html.leaf("a", &[("href", "#checks")], "The checks");
            html.text(" · ");
            html.leaf("a", &[("href", "#receipt")], "The receipt");
        });
    });
}

fn contents_row(html: &mut Html, block: &BlockReport) {
    html.element("tr", &[], |html| {
        html.element("th", &[("scope", "row")], |html| {
            let href = format!("#{}", block_id(&block.block));
            html.element("a", &[("href", &href)], |html| html.code(&block.block));
        });
        html.element("td", &[], |html| Status::of_block(block).write(html));
        for (noun, number) in [
            ("row", block.rows),
            ("error", found(block, Severity::Error)),
            ("warning", found(block, Severity::Warning)),
        ] {
            let class = if number == 0 { "number none" } else { "number" };
            // A narrow page shows the noun after the number.
            let name = if number == 1 {
                noun.to_owned()
            } else {
                format!("{noun}s")
            };
            html.leaf(
                "td",
                &[("class", class), ("data-name", &name)],
                &grouped(number),
            );
        }
    });
}

/// Writes a table with these names of columns; `rows` writes its rows.
fn table(html: &mut Html, class: &str, names: &[&str], rows: impl FnOnce(&mut Html)) {
    html.class("table", class, |html| {
        table_head(html, names);
        html.element("tbody", &[], rows);
    });
}

fn table_head(html: &mut Html, names: &[&str]) {
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            for name in names {
                html.leaf("th", &[("scope", "col")], name);
            }
        });
    });
}

/// Writes the reason for a check, and the advice.
fn reason(html: &mut Html, check: &Check) {
    html.element("p", &[], |html| html.message(check.why));
    html.element("p", &[], |html| html.message(check.remedy));
}

fn checks(html: &mut Html) {
    html.element("section", &[("aria-labelledby", "checks")], |html| {
        html.leaf("h2", &[("id", "checks")], "Checks");
        for check in CHECKS {
            html.element("div", &[("id", &check_id(check.id))], |html| {
                html.element("details", &[], |html| {
                    html.element("summary", &[], |html| {
                        html.code(check.id);
                        html.text(&format!(" ({}): {}", check.severity, check.title));
                    });
                    reason(html, check);
                });
            });
        }
    });
}
