//! The comparison as a page and as JSON: well formed, of its schema, without values of rows.

mod common;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;

use beraad_delivery::schemas::comparison_schema;
use beraad_delivery::{Comparison, Delivery, Options, comparison_html};
use beraad_schema::describe::{Date, Field, Model};
use common::{SECRETS, assert_page, assert_schema, delivery, folder, model, parse, without_style};
use proptest::prelude::*;

fn json(comparison: &Comparison) -> String {
    serde_json::to_string_pretty(comparison).unwrap() + "\n"
}

fn compare(model: &Model, old: &Path, new: &Path, options: &Options) -> Comparison {
    let old = Delivery::open(old, model).unwrap();
    let new = Delivery::open(new, model).unwrap();
    let mut comparison = new.compare(&old, options).unwrap();
    comparison.day = Some(Date::ymd(2026, 11, 29));
    comparison
}

/// An earlier delivery than that of `common`, with differences of every kind.
fn old() -> tempfile::TempDir {
    folder(&[
        (
            "loan.csv",
            "person,loan_month,return_month,department,renewals\n\
             1,2011-03,2011-04,01,2\n\
             2,2011-05,,9,2\n\
             5,2011-06,2011-01,9,1\n",
        ),
        (
            "member.csv",
            "person,year,sex,parent_1_sex\n\
             1,2010,M,\n\
             2,2012,V,\n\
             3,1850,M,\n\
             9,2013,V,\n\
             9,2013,V,\n",
        ),
    ])
}

fn comparison() -> Comparison {
    compare(&model(), old().path(), delivery().path(), &Options::new())
}

#[test]
fn comparison_is_the_same_for_the_same_files() {
    let comparison = comparison();
    // The fingerprint and the version change with the model and with each release.
    let stable = |text: String| {
        let text = text.replace(&comparison.fingerprint, "<fingerprint>");
        text.replace(comparison.program_version, "<version>")
    };
    insta::assert_snapshot!("json", stable(json(&comparison)));
    insta::assert_snapshot!("html", without_style(&stable(comparison_html(&comparison))));
    let many = Options::new().threads(NonZeroUsize::new(7).unwrap());
    let of_many = compare(&model(), old().path(), delivery().path(), &many);
    assert_eq!(json(&of_many), json(&comparison));
    assert_eq!(comparison_html(&of_many), comparison_html(&comparison));
}

#[test]
fn page_is_well_formed_and_loads_nothing() {
    assert_page(&parse(&comparison_html(&comparison())));
}

#[test]
fn page_shows_every_block_column_and_file() {
    let comparison = comparison();
    let shown = parse(&comparison_html(&comparison)).text;
    for block in &comparison.blocks {
        assert!(shown.contains(&block.block));
        for column in &block.columns {
            assert!(shown.contains(&column.column), "{}", column.column);
        }
        for file in block.files.old.iter().chain(&block.files.new) {
            assert!(shown.contains(&file.sha256));
        }
    }
    assert!(shown.contains("only the new delivery has it"));
    assert!(shown.contains("wholly empty in the old delivery"));
}

#[test]
fn comparison_is_of_its_published_schema() {
    let value = serde_json::to_value(comparison()).unwrap();
    let pointers = [
        "/options/separator",
        "/blocks/0/files/old/0/bytes",
        "/blocks/1/keys/gone",
        "/blocks/1/units/0/added",
        "/blocks/1/columns/2/codes/differences/0/change",
    ];
    let schema = comparison_schema();
    assert_schema("comparison-1.json", schema.as_value(), &value, &pointers);
}

#[test]
fn codes_that_no_list_has_are_shown_only_if_they_are_asked_for() {
    let hidden = comparison();
    for text in [json(&hidden), comparison_html(&hidden)] {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let options = Options::new().show_values();
    let shown = compare(&model(), old().path(), delivery().path(), &options);
    // Only codes: a text that is not a value is in no comparison.
    for text in [json(&shown), comparison_html(&shown)] {
        for code in ["QZXW", "60524817", "JVKQ"] {
            assert!(text.contains(code), "{code}");
        }
    }
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
        "&",
        "<",
        ">",
        "\"",
        "`",
        "_",
        "\u{202e}",
        "\t",
        "é",
        "</td>",
    ]);
    prop::collection::vec(pieces, 1..4).prop_map(|pieces| pieces.concat())
}

/// The example model with another name of a column of codes of members.
fn with_column(name: &str) -> Model {
    let mut model = model();
    for field in &mut model.blocks[1].fields {
        if let Field::Variable(variable) = field
            && variable.id == "sex"
        {
            variable.id = name.to_owned().into();
        }
    }
    model
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_names_and_codes_stay_text(column in hostile(), code in "[!-+./:-~-]{1,8}") {
        let model = with_column(&column);
        let quoted = |text: &str| text.replace('"', "\"\"");
        let file = |code: &str| {
            let (column, code) = (quoted(&column), quoted(code));
            format!("person,year,\"{column}\",parent_1_sex\n1,2011,\"{code}\",\"{code}\"\n")
        };
        let (old, new) = (folder(&[("member.csv", &file("M"))]), folder(&[("member.csv", &file(&code))]));
        let known: BTreeSet<_> = ["html", "head", "meta", "title", "style", "body", "a", "main", "header", "p", "h1", "h2", "h3", "dl", "div",
            "dt", "dd", "code", "strong", "nav", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "li", "span", "svg",
            "rect", "section", "wbr"].into();
        for options in [Options::new(), Options::new().show_values()] {
            let comparison = compare(&model, old.path(), new.path(), &options);
            let page = comparison_html(&comparison);
            for (name, attributes) in &parse(&page).elements {
                prop_assert!(known.contains(&**name), "{}", name);
                prop_assert!(!attributes.keys().any(|key| key.starts_with("on")));
            }
            let is_invisible = |char| matches!(char, '\u{202e}' | '\0');
            prop_assert!(!page.contains(is_invisible));
        }
    }
}

#[cfg(unix)]
#[test]
fn name_of_a_file_stays_text() {
    let row = "person,year,sex,parent_1_sex\n1,2011,M,M\n";
    let folder = folder(&[("member/<script>alert(1)<&script>.csv", row)]);
    let comparison = compare(&model(), folder.path(), folder.path(), &Options::new());
    assert!(!comparison.has_differences());
    let parsed = parse(&comparison_html(&comparison));
    assert!(!parsed.names().contains(&"script"));
    assert!(parsed.text.contains("member/<script>alert(1)<&script>.csv"));
}
