//! The SPSS scripts.

mod common;

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{CodeEntry, Date, Label, Language, Meaning, MissingReason, Model};
use common::{block, code_list, emit, small_model, text};

fn script(model: &Model, block: &str) -> String {
    let files = emit(find_format(FORMATS, "spss").unwrap(), model);
    let text = text(&files, &format!("spss/en/{block}.sps"));
    text.strip_prefix('\u{feff}')
        .expect("a byte order mark")
        .to_owned()
}

fn meaning(label: &str) -> Meaning {
    Meaning::new(Label::new([
        (Language::NL, label.to_owned()),
        (Language::EN, label.to_owned()),
    ]))
}

fn missing(label: &str) -> Meaning {
    let mut meaning = meaning(label);
    meaning.missing = Some(MissingReason::Unknown);
    meaning
}

/// The lines from the one that begins a command to the one that ends it.
fn command(script: &str, start: &str) -> String {
    let lines = script.lines().skip_while(|line| !line.starts_with(start));
    let mut text = String::new();
    for line in lines {
        text.push_str(line);
        text.push('\n');
        if line.ends_with('.') {
            break;
        }
    }
    text
}

#[test]
fn script_of_a_block() {
    insta::assert_snapshot!(script(&small_model(), "loan"));
}

#[test]
fn hostile_labels_and_codes_stay_text() {
    let mut model = small_model();
    let list = code_list(&mut model, "department");
    list.codes.clear();
    let texts = [
        ("\"", "a \"quoted\" 'text'. EXECUTE."),
        ("'", "first\nsecond.\n\nERASE FILE=\"loan.csv\"."),
        (".", "a\u{202e}b /* c */ !macro"),
        ("a  b", "same"),
        ("+", "same"),
    ];
    for (code, label) in texts {
        list.codes.push(CodeEntry::new(code, vec![meaning(label)]));
    }
    for code in ["L1", "L2"] {
        let label = format!("{}{code}", "é".repeat(5_000));
        list.codes.push(CodeEntry::new(code, vec![meaning(&label)]));
    }
    let loan = block(&mut model, "loan");
    loan.label = Label::new([
        (Language::NL, "a. b"),
        (Language::EN, "it's \"a\". /* b\n\nERASE FILE='x'."),
    ]);
    let script = script(&model, "loan");
    let shown = [
        command(&script, "*"),
        command(&script, "RECODE department"),
        command(&script, "VALUE LABELS department"),
        command(&script, "FILE LABEL"),
    ];
    insta::assert_snapshot!(shown.join("\n"));
    assert!(script.lines().all(|line| line.len() < 250));
    assert!(
        script
            .lines()
            .all(|line| !line.starts_with("ERASE FILE=\"loan.csv"))
    );
}

#[test]
fn more_missing_codes_than_spss_takes_get_numbers_that_are_a_range() {
    let of = |codes: &[(&'static str, bool)]| {
        let mut model = small_model();
        let list = code_list(&mut model, "department");
        list.codes.clear();
        for (code, is_missing) in codes {
            let meaning = if *is_missing {
                missing(code)
            } else {
                meaning(code)
            };
            list.codes.push(CodeEntry::new(*code, vec![meaning]));
        }
        command(&script(&model, "loan"), "MISSING VALUES")
    };
    let three = [("1", true), ("2", false), ("3", true), ("9", true)];
    assert_eq!(of(&three), "MISSING VALUES department_n (1, 3, 9).\n");
    let together = [
        ("1", false),
        ("6", true),
        ("7", true),
        ("8", true),
        ("9", true),
    ];
    assert_eq!(of(&together), "MISSING VALUES department_n (6 THRU 9).\n");
    let apart = [
        ("1", true),
        ("2", false),
        ("3", true),
        ("8", true),
        ("9", true),
    ];
    assert_eq!(of(&apart), "MISSING VALUES department_n (-4 THRU -1).\n");
    assert_eq!(of(&[("1", false)]), "");
}

#[test]
fn label_that_changes_has_a_variable_for_each_period() {
    let mut model = small_model();
    block(&mut model, "loan").observation_period = Some("loan_month".into());
    let list = code_list(&mut model, "department");
    list.read_at = beraad_schema::describe::ReadAt::ObservationPeriod;
    let mut old = meaning("old");
    old.period.to = Some(Date::ymd(2011, 12, 31));
    let mut new = meaning("new");
    new.period.from = Some(Date::ymd(2012, 1, 1));
    list.codes = vec![CodeEntry::new("1", vec![old, new])];
    let script = script(&model, "loan");
    let lines = script
        .lines()
        .filter(|line| line.contains("department_n") || line.starts_with("DO IF (loan_month"));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}
