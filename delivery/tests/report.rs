//! The report as a page and as JSON: well formed, of its schema, without values of rows.

mod common;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use beraad_delivery::schemas::report_schema;
use beraad_delivery::{CHECKS, Options, Renames, Report, Severity, html};
use beraad_schema::csv::Dialect;
use common::{SECRETS, assert_page, assert_schema, check, delivery, folder, parse, without_style};
use proptest::prelude::*;

fn json(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap() + "\n"
}

fn report() -> Report {
    check(delivery().path(), &Options::new())
}

#[test]
fn report_is_the_same_for_the_same_files() {
    let report = report();
    // The fingerprint and the version change with the model and with each release.
    let stable = |text: String| {
        let text = text.replace(&report.fingerprint, "<fingerprint>");
        text.replace(report.program_version, "<version>")
    };
    insta::assert_snapshot!("json", stable(json(&report)));
    insta::assert_snapshot!("html", without_style(&stable(html(&report))));
    let many = Options::new().threads(NonZeroUsize::new(7).unwrap());
    let of_many = check(delivery().path(), &many);
    assert_eq!(json(&of_many), json(&report));
    assert_eq!(html(&of_many), html(&report));
}

/// Threads take the parts of a file in another order each time.
#[test]
fn forms_of_many_files_are_counted_in_any_order() {
    let header = "person,loan_month,return_month,department,renewals,fine_class\n";
    let text = |file: usize| {
        let rows = (0..300).map(|row| {
            let form = "x".repeat((file * 7 + row) % 60);
            format!("1,2011-03,2011-04,0{form},{form}y,\n")
        });
        (
            format!("loan/{file}.csv"),
            header.to_owned() + &rows.collect::<String>(),
        )
    };
    let files: Vec<_> = (0..40).map(text).collect();
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    let folder = folder(&files);
    let of_threads = |threads| {
        let options = Options::new().threads(NonZeroUsize::new(threads).unwrap());
        check(folder.path(), &options)
    };
    let report = of_threads(1);
    for threads in [2, 3, 5] {
        assert_eq!(
            json(&of_threads(threads)),
            json(&report),
            "{threads} threads"
        );
    }
    let counts = report.findings().map(|finding| {
        let with_detail: u64 = finding.details.values().sum();
        (
            finding.check.id,
            finding.count,
            with_detail + finding.without_detail,
        )
    });
    for (check, count, all) in counts.filter(|(_, _, all)| *all > 0) {
        assert_eq!(all, count, "{check}");
    }
}

#[test]
fn page_is_well_formed_and_loads_nothing() {
    assert_page(&parse(&html(&report())));
}

#[test]
fn page_shows_every_check_and_finding() {
    let report = report();
    let shown = parse(&html(&report)).text;
    for check in CHECKS {
        for text in [check.id, check.title] {
            assert!(shown.contains(text), "{text}");
        }
    }
    for finding in report.findings() {
        assert!(shown.contains(finding.check.title));
        if let Some(column) = &finding.column {
            assert!(shown.contains(&**column), "{column}");
        }
    }
    for block in &report.blocks {
        for file in &block.files {
            assert!(shown.contains(&file.sha256));
        }
    }
    let worst: BTreeSet<_> = report.findings().map(|it| it.severity).collect();
    assert_eq!(worst, BTreeSet::from([Severity::Warning, Severity::Error]));
}

#[test]
fn report_has_the_options_of_the_check() {
    let dialect = Dialect::new()
        .decimal_comma()
        .separator(b'\t')
        .trim()
        .notation("yyyyMM".parse().unwrap())
        .flags("J", "N")
        .missing("<NA>")
        .rename("volgnr", "person")
        .ignore("opmerking");
    let folder = folder(&[(
        "loan.csv",
        "volgnr\tloan_month\treturn_month\tdepartment\trenewals\tfine_class\topmerking\n",
    )]);
    let report = check(folder.path(), &Options::new().dialect(dialect));
    insta::assert_snapshot!(
        "options",
        serde_json::to_string_pretty(&report.options).unwrap()
    );
    let shown = parse(&html(&report)).text;
    for text in ["tab", "yyyyMM", "<NA>", "volgnr as person", "opmerking"] {
        assert!(shown.contains(text), "{text}");
    }
    // No row was read, so that only the file and its header passed.
    assert_eq!(
        report.blocks[0].passed,
        ["unreadable-file", "invalid-header"]
    );
    assert!(shown.contains("not run: 24 checks with nothing to examine"));
}

#[test]
fn report_is_of_its_published_schema() {
    let value = serde_json::to_value(report()).unwrap();
    let pointers = [
        "/options/separator",
        "/blocks/0/files/0/bytes",
        "/blocks/0/findings/0/severity",
    ];
    assert_schema(
        "report-1.json",
        report_schema().as_value(),
        &value,
        &pointers,
    );
}

#[test]
fn values_are_in_a_report_only_if_they_are_asked_for() {
    let hidden = report();
    for text in [json(&hidden), html(&hidden)] {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let shown = check(delivery().path(), &Options::new().show_values());
    for text in [json(&shown), html(&shown)] {
        for secret in SECRETS {
            assert!(text.contains(secret), "{secret}");
        }
    }
}

#[test]
fn receipt_has_the_renames_of_a_file() {
    let mut renames = Renames::default();
    renames.add(Some("loan"), "<boete>", "fine_class");
    let header = "person,loan_month,return_month,department,renewals,<boete>\n";
    let folder = folder(&[("loan.csv", header)]);
    let report = check(folder.path(), &Options::new().renames(renames));
    let shown = parse(&html(&report)).text;
    assert!(shown.contains("<boete> as fine_class"));
}

/// A file of loans whose second row has this text in a column of codes of an open list and in one of months.
fn loans(text: &str) -> tempfile::TempDir {
    let quoted = text.replace('"', "\"\"");
    folder(&[(
        "loan.csv",
        &format!(
            "person,loan_month,return_month,department,renewals,fine_class\n\
             1,2011-03,2011-04,01,2,\n\
             1,\"{quoted}\",2011-04,\"{quoted}\",\"{quoted}\",\n"
        ),
    )])
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "\" onmouseover=\"x",
        "' autofocus onfocus='x",
        "</style>",
        "<!--",
        "]]>",
        "&lt;",
        "&#60;",
        "&",
        "<",
        ">",
        "\"",
        "`",
        "` ",
        "\u{202e}",
        "\t",
        " ",
        "é",
        "</td>",
    ]);
    let any = prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => "[ -~]{0,8}"];
    prop::collection::vec(any, 1..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_text_stays_text(hostile in hostile()) {
        let folder = loans(&hostile);
        let known: BTreeSet<_> = ["html", "head", "meta", "title", "style", "body", "a", "main", "header", "p", "h1", "h2", "h3", "dl", "div",
            "dt", "dd", "code", "strong", "nav", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "li", "span", "svg",
            "rect", "section", "wbr"].into();
        for options in [Options::new(), Options::new().show_values()] {
            let report = check(folder.path(), &options);
            let page = html(&report);
            let parsed = parse(&page);
            let is_invisible = |char| matches!(char, '\u{202e}' | '\0');
            for (name, attributes) in &parsed.elements {
                prop_assert!(known.contains(&**name), "{}", name);
                prop_assert!(!attributes.keys().any(|key| key.starts_with("on")));
            }
            prop_assert!(!page.contains(is_invisible));
        }
    }

    /// The digits of a value are in neither form of the report.
    #[test]
    fn digits_of_values_are_not_in_a_report(digits in "[0-8]{2}[0-7]{6,18}", before in "[a-z/.-]{0,3}", after in "[a-z/. -]{0,3}") {
        let folder = loans(&format!("{before}{digits}{after}"));
        let report = check(folder.path(), &Options::new());
        // The hash of the file is not a value, and may have any digits.
        let hashes: Vec<_> = report.blocks.iter().flat_map(|block| &block.files).map(|file| file.sha256.clone()).collect();
        for mut text in [json(&report), html(&report)] {
            for hash in hashes.iter().chain([&report.fingerprint]) {
                text = text.replace(&**hash, "");
            }
            prop_assert!(!text.contains(&digits), "{}", digits);
        }
    }
}

#[cfg(unix)]
#[test]
fn name_of_a_file_stays_text() {
    let row =
        "person,loan_month,return_month,department,renewals,fine_class\n1,2011-03,2011-04,01,2,\n";
    let folder = folder(&[("loan/<script>alert(1)<&script>.csv", row)]);
    let page = html(&check(folder.path(), &Options::new()));
    let parsed = parse(&page);
    assert!(!parsed.names().contains(&"script"));
    assert!(parsed.text.contains("loan/<script>alert(1)<&script>.csv"));
}
