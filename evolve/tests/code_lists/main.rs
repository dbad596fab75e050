//! Changes of code lists, codes and classes of amounts: those that are hard to see, and those that only look like one.

mod verdicts;

use beraad_describe::{
    AmountClassBounds, ClosedSide, CodeEntry, CodeForm, CodeList, Date, Field, Label, Language,
    ListKind, Meaning, MissingReason, Model, Period, ValueType, Variable, example_model,
};
use beraad_evolve::{Diff, Finding};

fn list<'m>(model: &'m mut Model, id: &str) -> &'m mut CodeList {
    let mut lists = model.code_lists.iter_mut();
    lists.find(|list| list.id == id).unwrap()
}

fn variable<'m>(model: &'m mut Model, block: &str, id: &str) -> &'m mut Variable {
    let mut blocks = model.blocks.iter_mut();
    let fields = &mut blocks.find(|it| it.id == block).unwrap().fields;
    let mut variables = fields.iter_mut().filter_map(|field| match field {
        Field::Variable(variable) => Some(&mut **variable),
        _ => None,
    });
    variables.find(|variable| variable.id == id).unwrap()
}

fn label(nl: &str, en: &str) -> Label {
    Label::new([(Language::NL, nl.to_owned()), (Language::EN, en.to_owned())])
}

/// Returns codes, each with one meaning: `(code, Dutch label, English label)`.
fn codes(codes: &[(&str, &str, &str)]) -> Vec<CodeEntry> {
    let entries = codes.iter().map(|(code, nl, en)| {
        let meaning = Meaning::new(label(nl, en));
        CodeEntry::new((*code).to_owned(), vec![meaning])
    });
    entries.collect()
}

fn meaning(nl: &str, en: &str, from: Option<i32>, to: Option<i32>) -> Meaning {
    let mut meaning = Meaning::new(label(nl, en));
    let from = from.map(|year| Date::ymd(year, 1, 1));
    let to = to.map(|year| Date::ymd(year, 12, 31));
    meaning.period = Period::new(from, to);
    meaning
}

/// Returns the findings about the closed list `sex` with these codes before and after.
fn diff_codes(old: Vec<CodeEntry>, new: Vec<CodeEntry>) -> Vec<Finding> {
    let (mut before, mut after) = (example_model(), example_model());
    list(&mut before, "sex").codes = old;
    list(&mut after, "sex").codes = new;
    Diff::new(&before, &after).findings
}

/// Returns each finding as `C008 SEMANTIC yes yes`: the rule, the classes, and the verdicts about old and new data.
fn short(findings: &[Finding]) -> Vec<String> {
    let short = findings.iter().map(|finding| {
        let classes: Vec<_> = finding.classes.iter().map(ToString::to_string).collect();
        format!(
            "{} {} {} {}",
            finding.rule.id,
            classes.join("+"),
            finding.viewpoints.old_data_in_new_model,
            finding.viewpoints.new_data_in_old_model
        )
    });
    short.collect()
}

#[track_caller]
fn assert_codes(old: &[(&str, &str, &str)], new: &[(&str, &str, &str)], expected: &[&str]) {
    assert_eq!(short(&diff_codes(codes(old), codes(new))), expected);
}

#[test]
fn swap_is_one_finding_and_two_new_labels_are_not_a_swap() {
    let old = [("1", "man", "man"), ("2", "vrouw", "woman")];
    let swapped = [("1", "vrouw", "woman"), ("2", "man", "man")];
    assert_codes(&old, &swapped, &["C010 SEMANTIC yes yes"]);
    let other = [("1", "jongen", "boy"), ("2", "meisje", "girl")];
    let two = ["C008 SEMANTIC yes yes"; 2];
    assert_codes(&old, &other, &two);
    // One takes the label of the other, which gets a new one: nothing is exchanged.
    let passed_on = [("1", "vrouw", "woman"), ("2", "meisje", "girl")];
    assert_codes(&old, &passed_on, &two);
}

#[test]
fn swap_in_one_language_is_a_swap() {
    let old = [("1", "man", "man"), ("2", "vrouw", "woman")];
    let new = [("1", "man", "woman"), ("2", "vrouw", "man")];
    let findings = diff_codes(codes(&old), codes(&new));
    assert_eq!(short(&findings), ["C010 SEMANTIC yes yes"]);
    assert_eq!(
        findings[0].message,
        r#""1": en "man" -> "woman"; "2": en "woman" -> "man""#
    );
}

#[test]
fn rotation_of_three_is_one_finding_and_two_swaps_are_two() {
    let old = [
        ("1", "a", "aa"),
        ("2", "b", "bb"),
        ("3", "c", "cc"),
        ("4", "d", "dd"),
    ];
    let rotated = [
        ("1", "b", "bb"),
        ("2", "c", "cc"),
        ("3", "a", "aa"),
        ("4", "d", "dd"),
    ];
    assert_codes(&old, &rotated, &["C010 SEMANTIC yes yes"]);
    let swapped = [
        ("1", "b", "bb"),
        ("2", "a", "aa"),
        ("3", "d", "dd"),
        ("4", "c", "cc"),
    ];
    assert_codes(&old, &swapped, &["C010 SEMANTIC yes yes"; 2]);
}

#[test]
fn recode_of_a_whole_list_is_one_finding() {
    let old = [
        ("1", "man", "man"),
        ("2", "vrouw", "woman"),
        ("3", "andere", "other"),
    ];
    let new = [
        ("01", "man", "man"),
        ("02", "Vrouw", "woman"),
        ("03", "andere", "other"),
    ];
    let findings = diff_codes(codes(&old), codes(&new));
    assert_eq!(short(&findings), ["C011 BREAKING no no"]);
    assert_eq!(
        findings[0].message,
        r#""1" -> "01" ("man"), "2" -> "02" ("woman"), "3" -> "03" ("other")"#
    );
}

#[test]
fn recode_with_the_old_texts_as_aliases_keeps_old_data() {
    let old = codes(&[("1", "man", "man"), ("2", "vrouw", "woman")]);
    let mut new = codes(&[("01", "man", "man"), ("02", "vrouw", "woman")]);
    new[0].aliases = vec!["1".into()];
    new[1].aliases = vec!["2".into()];
    assert_eq!(short(&diff_codes(old, new)), ["C011 RISKY yes no"]);
}

#[test]
fn recode_that_uses_a_text_again_is_semantic() {
    let old = [("1", "man", "man"), ("2", "vrouw", "woman")];
    let new = [("2", "man", "man"), ("3", "vrouw", "woman")];
    let findings = diff_codes(codes(&old), codes(&new));
    assert_eq!(short(&findings), ["C011 SEMANTIC+BREAKING no no"]);
    assert_eq!(
        findings[0].message,
        r#""1" -> "2" ("man"), "2" -> "3" ("woman")"#
    );
}

#[test]
fn equal_labels_are_not_enough_for_a_recode_if_two_codes_have_them() {
    let old = [("1", "overige", "other"), ("2", "overige", "other")];
    let new = [("3", "overige", "other"), ("4", "overige", "other")];
    let expected = ["C004 BREAKING no yes", "C002 RISKY yes no"];
    assert_codes(&old, &new, &expected);
}

#[test]
fn spelling_and_translations_are_not_other_meanings() {
    let old = codes(&[("1", "man", "man")]);
    assert_codes(
        &[("1", "man", "man")],
        &[("1", "Man.", "Man")],
        &["C009 DOC yes yes"],
    );
    let mut new = old.clone();
    new[0].meanings[0].label.set(Language::FR, "homme");
    assert_eq!(
        short(&diff_codes(old.clone(), new.clone())),
        ["C009 DOC yes yes"]
    );
    assert_eq!(short(&diff_codes(new.clone(), old)), ["C023 RISKY yes yes"]);
    let mut other = new.clone();
    other[0].meanings[0].label.set(Language::FR, "garçon");
    let findings = diff_codes(new, other);
    assert_eq!(short(&findings), ["C008 SEMANTIC yes yes"]);
    assert_eq!(findings[0].message, r#"fr "homme" -> "garçon""#);
}

#[test]
fn translation_of_a_code_without_a_text_is_documentation() {
    let (old, mut new) = (example_model(), example_model());
    let maps = list(&mut new, "department").codes.last_mut().unwrap();
    maps.meanings[0].label.set(Language::FR, "cartes");
    assert_eq!(short(&Diff::new(&old, &new).findings), ["C009 DOC yes yes"]);
}

#[test]
fn code_that_ends_and_is_used_again_is_one_finding() {
    let old = vec![CodeEntry::new("1", vec![meaning("man", "man", None, None)])];
    let new = vec![CodeEntry::new(
        "1",
        vec![
            meaning("man", "man", None, Some(2010)),
            meaning("andere", "other", Some(2011), None),
        ],
    )];
    let findings = diff_codes(old.clone(), new.clone());
    assert_eq!(short(&findings), ["C012 SEMANTIC yes yes"]);
    assert_eq!(
        findings[0].message,
        r#""man" -> "man" to 2010-12-31, "other" from 2011-01-01"#
    );
    assert_eq!(short(&diff_codes(new, old)), ["C012 SEMANTIC yes yes"]);
}

#[test]
fn meaning_of_another_period_in_place_of_the_old_one_is_another_meaning() {
    let one = |meaning| vec![CodeEntry::new("1", vec![meaning])];
    let old = one(meaning("man", "man", None, Some(2011)));
    let new = one(meaning("andere", "other", Some(2012), None));
    assert_eq!(
        short(&diff_codes(old.clone(), new)),
        ["C012 SEMANTIC no no"]
    );
    // In the same period, it is the label that changed.
    let new = one(meaning("andere", "other", None, Some(2012)));
    let expected = ["C008 SEMANTIC yes yes", "C006 COMPATIBLE yes no"];
    let found = short(&diff_codes(old, new));
    assert_eq!(found, expected);
}

#[test]
fn meaning_that_did_not_change_is_not_shown() {
    let code = |last: i32, others: &[Meaning]| {
        let mut meanings = vec![
            meaning("jeugd", "youth", None, Some(last)),
            meaning("strips", "comics", Some(2014), None),
        ];
        meanings.extend(others.iter().cloned());
        vec![CodeEntry::new("1", meanings)]
    };
    let message = |old, new| diff_codes(old, new)[0].message.clone();
    assert_eq!(
        message(code(2011, &[]), code(2012, &[])),
        r#""youth": to 2011-12-31 -> to 2012-12-31"#
    );
    let other = meaning("platen", "records", Some(2013), Some(2013));
    assert_eq!(
        message(code(2011, &[]), code(2011, std::slice::from_ref(&other))),
        r#"added "records" from 2013-01-01 to 2013-12-31"#
    );
    assert_eq!(
        message(code(2011, &[other]), code(2011, &[])),
        r#"removed "records" from 2013-01-01 to 2013-12-31"#
    );
}

#[test]
fn source_that_is_added_to_a_label_gets_its_own_advice() {
    let code = |source: Option<&'static str>, label: &str| {
        let mut meaning = meaning(label, label, None, None);
        meaning.source = source.map(Into::into);
        vec![CodeEntry::new("1", vec![meaning])]
    };
    let found = diff_codes(code(None, "man"), code(Some("A"), "man"));
    assert_eq!(found[0].rule.id, "C034");
    assert!(
        found[0].remedy.starts_with("Only the source changed"),
        "{}",
        found[0].remedy
    );
    let found = diff_codes(code(None, "man"), code(Some("A"), "boy"));
    assert_eq!(found[0].rule.id, "C034");
    assert_eq!(found[0].remedy, found[0].rule.remedy);
}

#[test]
fn day_between_two_meanings_moves() {
    let code = |last: i32| {
        let meanings = vec![
            meaning("jeugd", "youth", None, Some(last)),
            meaning("strips", "comics", Some(last + 1), None),
        ];
        vec![CodeEntry::new("1", meanings)]
    };
    // Rows of 2012 mean something else, although one meaning became wider and the other one narrower.
    assert_eq!(
        short(&diff_codes(code(2011), code(2012))),
        ["C012 SEMANTIC yes yes"]
    );
}

#[test]
fn period_in_two_parts_is_the_same_period() {
    let old = vec![CodeEntry::new("1", vec![meaning("man", "man", None, None)])];
    let mut new = old.clone();
    new[0].meanings = vec![
        meaning("Man", "man", None, Some(2011)),
        meaning("man", "man", Some(2012), None),
    ];
    let found = short(&diff_codes(old.clone(), new.clone()));
    assert_eq!(found, ["C036 DOC yes yes"]);
    // With a year between the parts, rows of that year are not valid.
    new[0].meanings[1] = meaning("man", "man", Some(2013), None);
    new[0].meanings[0] = meaning("man", "man", None, Some(2011));
    assert_eq!(short(&diff_codes(old, new)), ["C007 BREAKING no yes"]);
}

#[test]
fn period_outside_the_window_affects_no_row() {
    let one = |meaning| vec![CodeEntry::new("1", vec![meaning])];
    let always = one(meaning("man", "man", None, None));
    // The window is 2010 to 2015.
    for (period, expected) in [
        (
            meaning("man", "man", None, Some(2015)),
            "C005 RISKY yes yes",
        ),
        (meaning("man", "man", None, Some(2014)), "C005 RISKY no yes"),
        (
            meaning("man", "man", Some(2010), None),
            "C007 RISKY yes yes",
        ),
        (
            meaning("man", "man", Some(2011), None),
            "C007 BREAKING no yes",
        ),
    ] {
        assert_eq!(short(&diff_codes(always.clone(), one(period))), [expected]);
    }
}

#[test]
fn code_is_split_or_merged_only_if_the_labels_leave_no_doubt() {
    let whole = [
        ("0", "kaart", "map"),
        ("1", "romans en strips", "novels and comics"),
    ];
    let parts = [
        ("0", "kaart", "map"),
        ("11", "romans", "novels"),
        ("12", "strips", "comics"),
    ];
    assert_codes(&whole, &parts, &["C014 SEMANTIC no no"]);
    assert_codes(&parts, &whole, &["C015 SEMANTIC no no"]);
    let narrower = [
        ("0", "kaart", "map"),
        ("11", "romans en strips, jeugd", "novels and comics, youth"),
        (
            "12",
            "romans en strips, volwassenen",
            "novels and comics, adults",
        ),
    ];
    assert_codes(&whole, &narrower, &["C014 SEMANTIC no no"]);
    // The text of one of the parts stays, and means the whole from then on.
    let wider = [
        ("0", "kaart", "map"),
        ("11", "romans en strips", "novels and comics"),
    ];
    assert_codes(&parts, &wider, &["C015 SEMANTIC no yes"]);
    assert_codes(&wider, &parts, &["C014 SEMANTIC yes no"]);
    // One of the parts may belong to another code that is removed too.
    let two = [
        ("0", "romans", "novels"),
        ("1", "romans en strips", "novels and comics"),
    ];
    let both = [("11", "romans", "novels"), ("12", "strips", "comics")];
    let renamed = [
        "C011 BREAKING no no",
        "C004 BREAKING no yes",
        "C002 RISKY yes no",
    ];
    assert_codes(&two, &both, &renamed);
    // The parts are not all of the whole, or the languages do not agree.
    for doubtful in [
        [
            ("0", "kaart", "map"),
            ("11", "romans", "novels"),
            ("12", "films", "films"),
        ],
        [
            ("0", "kaart", "map"),
            ("11", "romans", "novels"),
            ("12", "strips", "films"),
        ],
    ] {
        let apart = ["C004 BREAKING no yes", "C002 RISKY yes no"];
        assert_codes(&whole, &doubtful, &apart);
    }
}

#[test]
fn code_that_ends_is_split_if_the_parts_begin_then() {
    let old = codes(&[("1", "romans en strips", "novels and comics")]);
    let new = |from| {
        vec![
            CodeEntry::new(
                "1",
                vec![meaning(
                    "romans en strips",
                    "novels and comics",
                    None,
                    Some(2012),
                )],
            ),
            CodeEntry::new("11", vec![meaning("romans", "novels", from, None)]),
            CodeEntry::new("12", vec![meaning("strips", "comics", from, None)]),
        ]
    };
    assert_eq!(
        short(&diff_codes(old.clone(), new(Some(2013)))),
        ["C014 SEMANTIC no no"]
    );
    let apart = ["C005 RISKY no yes", "C002 RISKY yes no"];
    assert_eq!(short(&diff_codes(old, new(None))), apart);
}

#[test]
fn list_is_renamed_and_a_label_changes() {
    let (old, mut new) = (example_model(), example_model());
    let department = list(&mut new, "department");
    department.id = "section".into();
    department.renamed_from = vec!["department".into()];
    department.codes[2].meanings[0].label = label("film", "film");
    let json = serde_json::to_string(&new).unwrap();
    let json = json.replace(r#""list":"department""#, r#""list":"section""#);
    let json = json.replace(r#""code_list":"department""#, r#""code_list":"section""#);
    let new = Model::from_json(&json).unwrap();
    let findings = Diff::new(&old, &new).findings;
    assert_eq!(
        short(&findings),
        ["C008 SEMANTIC yes yes", "C024 BREAKING yes yes"]
    );
}

/// Returns classes of amounts: `(code, lower, upper)`.
fn classes(bounds: &[(&str, Option<&str>, Option<&str>)]) -> Vec<CodeEntry> {
    let classes = bounds.iter().map(|(code, lower, upper)| {
        let mut meaning = Meaning::new(label("klasse", "class"));
        let bound = |bound: Option<&str>| bound.map(|bound| bound.to_owned().into());
        let bounds = AmountClassBounds::new(bound(*lower), bound(*upper), ClosedSide::Left);
        meaning.class = Some(bounds);
        CodeEntry::new((*code).to_owned(), vec![meaning])
    });
    classes.collect()
}

#[test]
fn moved_bound_is_seen_although_every_code_is_the_same() {
    let old = classes(&[("1", Some("0"), Some("5")), ("2", Some("5"), Some("10"))]);
    let new = classes(&[("1", Some("0"), Some("7")), ("2", Some("7"), Some("10"))]);
    let findings = diff_codes(old.clone(), new);
    assert_eq!(short(&findings), ["A001 SEMANTIC yes yes"]);
    assert_eq!(
        findings[0].message,
        r#""1" 0 to 5, "2" 5 to 10 -> "1" 0 to 7, "2" 7 to 10"#
    );
    let same = classes(&[("1", Some("0"), Some("5.0")), ("2", Some("5"), Some("10"))]);
    assert_eq!(short(&diff_codes(old, same)), ["A010 DOC yes yes"]);
}

#[test]
fn bound_that_moves_on_a_day_is_another_meaning_from_that_day_on() {
    let old = classes(&[("1", Some("0"), Some("5"))]);
    let mut new = old.clone();
    let until_2011 = meaning("klasse", "class", None, Some(2011)).period;
    let from_2012 = meaning("klasse", "class", Some(2012), None).period;
    let mut later = new[0].meanings[0].clone();
    later.period = from_2012;
    later.class.as_mut().unwrap().upper = Some("7".into());
    new[0].meanings[0].period = until_2011;
    new[0].meanings.push(later);
    let findings = diff_codes(old, new.clone());
    assert_eq!(short(&findings), ["C012 SEMANTIC yes yes"]);
    assert_eq!(
        findings[0].message,
        "\"class\" (0 to 5, including the lower bound) -> \"class\" (0 to 5, including the lower bound) to 2011-12-31, \
         \"class\" (0 to 7, including the lower bound) from 2012-01-01"
    );
    // The bound of one of the periods moves.
    let mut moved = new.clone();
    moved[0].meanings[1].class.as_mut().unwrap().upper = Some("8".into());
    let findings = diff_codes(new, moved);
    assert_eq!(short(&findings), ["A001 SEMANTIC yes yes"]);
}

#[test]
fn code_that_is_a_missing_value_from_a_day_on_is_another_meaning() {
    let old = codes(&[("9", "andere", "other")]);
    let mut new = old.clone();
    let mut later = meaning("andere", "other", Some(2012), None);
    later.missing = Some(MissingReason::Unknown);
    new[0].meanings[0].period = meaning("andere", "other", None, Some(2011)).period;
    new[0].meanings.push(later);
    assert_eq!(short(&diff_codes(old, new)), ["C012 SEMANTIC yes yes"]);
}

#[test]
fn classes_are_split_and_merged_also_if_their_codes_move_up() {
    let old = classes(&[("1", Some("0"), Some("10")), ("2", Some("10"), Some("20"))]);
    let new = classes(&[
        ("1", Some("0"), Some("5")),
        ("2", Some("5"), Some("10")),
        ("3", Some("10"), Some("20")),
    ]);
    let split = diff_codes(old.clone(), new.clone());
    assert_eq!(short(&split), ["A003 SEMANTIC+DISCLOSURE yes no"]);
    assert_eq!(short(&diff_codes(new, old)), ["A004 SEMANTIC no yes"]);
}

#[test]
fn class_at_the_top_is_capped() {
    let old = classes(&[("1", Some("0"), Some("1000")), ("2", Some("1000"), None)]);
    let capped = classes(&[
        ("1", Some("0"), Some("1000")),
        ("2", Some("1000"), Some("2000")),
        ("3", Some("2000"), None),
    ]);
    let found = short(&diff_codes(old.clone(), capped.clone()));
    assert_eq!(found, ["A002 SEMANTIC+DISCLOSURE yes no"]);
    // The code of the class at the end is gone: it was merged with the one before.
    assert_eq!(short(&diff_codes(capped, old)), ["A004 SEMANTIC no yes"]);
}

#[test]
fn bounds_that_become_known_are_documentation() {
    let new = classes(&[("1", Some("0"), Some("5"))]);
    let mut old = new.clone();
    old[0].meanings[0].class = None;
    assert_eq!(
        short(&diff_codes(old.clone(), new.clone())),
        ["A008 DOC yes yes"]
    );
    assert_eq!(short(&diff_codes(new.clone(), old)), ["A009 RISKY yes yes"]);
    let mut known = new.clone();
    known[0].meanings[0].class.as_mut().unwrap().closed = ClosedSide::Unknown;
    assert_eq!(short(&diff_codes(known, new)), ["A008 DOC yes yes"]);
}

#[test]
fn alias_of_an_open_list_changes_what_a_text_means() {
    let old = codes(&[("V", "vrouw", "woman")]);
    let mut new = old.clone();
    new[0].aliases = vec!["F".into()];
    assert_eq!(
        short(&diff_codes(old.clone(), new.clone())),
        ["C031 COMPATIBLE yes no"]
    );
    assert_eq!(
        short(&diff_codes(new.clone(), old.clone())),
        ["C031 BREAKING no yes"]
    );
    let (mut before, mut after) = (example_model(), example_model());
    list(&mut before, "language").status = None;
    list(&mut after, "language").status = None;
    list(&mut before, "language").codes = old;
    list(&mut after, "language").codes = new;
    let findings = Diff::new(&before, &after).findings;
    assert_eq!(short(&findings), ["C031 SEMANTIC yes yes"]);
}

#[test]
fn two_new_lists_with_the_codes_of_a_removed_one_are_a_split() {
    let (old, mut new) = (example_model(), example_model());
    let mut parts = ["man", "woman"].map(|id| {
        let mut part = list(&mut new, "sex").clone();
        part.id = id.into();
        part
    });
    parts[0].codes.truncate(1);
    parts[1].codes.remove(0);
    new.code_lists.retain(|list| list.id != "sex");
    new.code_lists.extend(parts);
    let found = |old: &Model, new: &Model| {
        let mut findings = Diff::new(old, new).findings;
        findings.retain(|finding| finding.rule.id.starts_with('C'));
        findings
    };
    let split = found(&old, &new);
    assert_eq!(short(&split), ["C027 BREAKING yes yes"]);
    assert_eq!(split[0].message, "sex -> man, woman");
    let merge = found(&new, &old);
    assert_eq!(short(&merge), ["C028 BREAKING yes no"]);
    assert_eq!(merge[0].message, "man, woman -> sex");
    // Half of the codes is not enough.
    new.code_lists.pop();
    let removed = found(&old, &new);
    assert_eq!(
        short(&removed),
        ["C026 BREAKING yes yes", "C025 COMPATIBLE yes yes"]
    );
}

#[test]
fn patterns_that_nobody_can_compare_are_undetermined() {
    let with_form = |pattern: &str| {
        let mut model = example_model();
        let form = CodeForm::new(None, Some(pattern.parse().unwrap()));
        list(&mut model, "fine_class").form = form.ok();
        model
    };
    let changed = |old, new| short(&Diff::new(&with_form(old), &with_form(new)).findings);
    let undetermined = ["Y011 BREAKING undecided undecided"];
    assert_eq!(changed("[0-9]{2}", "[0-9][0-9]"), undetermined);
    assert_eq!(
        changed("[0-9]{2}", "[0-9]{1,2}"),
        ["Y011 BREAKING undecided no"]
    );
    assert_eq!(
        changed("[0-9]{1,2}", "[0-9]{2}"),
        ["Y011 BREAKING no undecided"]
    );
    assert_eq!(changed("[A-C]", "[X-Z]"), ["Y011 BREAKING no no"]);
}

#[test]
fn list_that_opens_while_its_form_loosens_has_two_findings() {
    let (mut old, mut new) = (example_model(), example_model());
    let letter = "[A-Z]".parse().unwrap();
    list(&mut old, "sex").form = CodeForm::new(None, Some(letter)).ok();
    let sex = list(&mut new, "sex");
    sex.form = None;
    sex.kind = ListKind::Open;
    let found = short(&Diff::new(&old, &new).findings);
    assert_eq!(found, ["C021 RISKY yes no", "Y011 COMPATIBLE yes no"]);
}

/// A list of an administrative register may have 100,000 codes: a comparison of all pairs would take minutes.
#[test]
fn supplied_list_that_arrives_is_one_finding() {
    let codes: Vec<_> = (0..20_000)
        .map(|number| {
            let label = Label::new([(Language::EN, format!("place {number}"))]);
            CodeEntry::new(format!("{number:05}"), vec![Meaning::new(label)])
        })
        .collect();
    let (old, mut new) = (example_model(), example_model());
    let language = list(&mut new, "language");
    language.codes.extend(codes.clone());
    let findings = Diff::new(&old, &new).findings;
    assert_eq!(short(&findings), ["C001 COMPATIBLE yes yes"]);
    assert_eq!(findings[0].place, "language");
    assert!(
        findings[0]
            .message
            .starts_with(r#"20000 codes: "00000" ("place 0"), "#)
            && findings[0].message.ends_with(" and 19995 others"),
        "{}",
        findings[0].message
    );
    let findings = Diff::new(&new, &old).findings;
    assert_eq!(short(&findings), ["C004 RISKY yes yes"]);
}

#[test]
fn thousands_of_other_codes_are_not_compared_in_pairs() {
    let codes = |first: usize, name: &str| -> Vec<_> {
        (first..first + 3_000)
            .map(|number| {
                let label = Label::new([(Language::EN, format!("{name} place {number}"))]);
                CodeEntry::new(format!("{number:05}"), vec![Meaning::new(label)])
            })
            .collect()
    };
    let findings = diff_codes(codes(0, "old"), codes(3_000, "new"));
    assert_eq!(
        short(&findings),
        ["C004 BREAKING no yes", "C002 RISKY yes no"]
    );
}

/// The columns of both lists keep their codes, so that a merge is one finding with verdicts.
#[test]
fn lists_with_equal_codes_become_one_list() {
    let with_lists = |names: [&'static str; 2], lists: &[&'static str]| {
        let mut model = example_model();
        let department = list(&mut model, "department").clone();
        model.code_lists.retain(|list| list.id != "department");
        for id in lists {
            let mut list = department.clone();
            list.id = (*id).into();
            model.code_lists.push(list);
        }
        for (column, name) in [("department", names[0]), ("renewals", names[1])] {
            let variable = variable(&mut model, "loan", column);
            variable.code_list = Some(name.into());
            variable.value_type = ValueType::Code { list: name.into() };
        }
        model
    };
    let old = with_lists(["one", "other"], &["one", "other"]);
    let mut new = with_lists(["both", "both"], &["both"]);
    list(&mut new, "both").renamed_from = vec!["one".into(), "other".into()];
    assert_eq!(
        short(&Diff::new(&old, &new).findings),
        ["C028 BREAKING yes yes"]
    );
    // A code that means something else is named, and is a change of meaning.
    list(&mut new, "both").codes[0].meanings[0].label = label("iets anders", "something else");
    let findings = Diff::new(&old, &new).findings;
    assert_eq!(short(&findings)[0], "C028 SEMANTIC+BREAKING yes yes");
    assert!(findings[0].message.contains("; other meanings: "));
}

#[test]
fn new_texts_in_an_open_list_are_silent() {
    let (old, mut new) = (example_model(), example_model());
    for code in &mut list(&mut new, "department").codes {
        let text = code.code.take();
        code.code = text.map(|text| format!("0{text}").into());
        code.aliases.clear();
    }
    let findings = Diff::new(&old, &new).findings;
    assert_eq!(short(&findings), ["C011 SEMANTIC yes yes"]);
}

#[test]
fn other_texts_of_yes_and_no_are_another_stored_form() {
    let of_flag = |codes: [&'static str; 2]| {
        let mut model = example_model();
        let sex = list(&mut model, "sex");
        for (entry, code) in sex.codes.iter_mut().zip(codes) {
            entry.code = Some(code.into());
            entry.aliases.clear();
        }
        variable(&mut model, "member", "sex").value_type = ValueType::Flag {};
        model
    };
    let findings = Diff::new(&of_flag(["0", "1"]), &of_flag(["N", "J"])).findings;
    assert_eq!(short(&findings), ["C011 SEMANTIC+BREAKING no no"]);
}

/// Returns the list of fines with three classes: to 10, 10 to 50, from 50.
fn fines() -> Model {
    let mut model = example_model();
    let class = |code: &'static str, lower: Option<&'static str>, upper: Option<&'static str>| {
        let mut bounds = AmountClassBounds::new(
            lower.map(Into::into),
            upper.map(Into::into),
            ClosedSide::Left,
        );
        bounds.currency = Some("EUR".into());
        let mut meaning = Meaning::new(label(&format!("klasse {code}"), &format!("class {code}")));
        meaning.class = Some(bounds);
        CodeEntry::new(code, vec![meaning])
    };
    list(&mut model, "fine_class").codes = vec![
        class("1", None, Some("10")),
        class("2", Some("10"), Some("50")),
        class("3", Some("50"), None),
    ];
    model
}

fn class_of(model: &mut Model, index: usize) -> &mut AmountClassBounds {
    let code = &mut list(model, "fine_class").codes[index];
    code.meanings[0].class.as_mut().unwrap()
}

#[test]
fn merge_at_an_open_end_is_a_merge() {
    let mut new = fines();
    class_of(&mut new, 0).upper = Some("50".into());
    list(&mut new, "fine_class").codes.remove(1);
    let findings = Diff::new(&fines(), &new).findings;
    assert_eq!(findings[0].rule.id, "A004");
    assert_eq!(findings.len(), 1);
    // The other way round, no class is closed either.
    assert_eq!(Diff::new(&new, &fines()).findings[0].rule.id, "A003");
}

#[test]
fn classes_that_exchange_bounds_close_none() {
    let (old, mut new) = (fines(), fines());
    let first = class_of(&mut new, 0).clone();
    let second = std::mem::replace(class_of(&mut new, 1), first);
    *class_of(&mut new, 0) = second;
    let rules = |new: &Model| -> Vec<_> {
        let findings = Diff::new(&old, new).findings;
        findings.iter().map(|finding| finding.rule.id).collect()
    };
    assert_eq!(rules(&new), ["A001"]);
    let codes = &mut list(&mut new, "fine_class").codes;
    let label = codes[0].meanings[0].label.clone();
    codes[0].meanings[0].label = std::mem::replace(&mut codes[1].meanings[0].label, label);
    assert_eq!(rules(&new), ["C010"]);
}

#[test]
fn change_of_all_classes_is_one_finding_for_the_list() {
    let changes: [fn(&mut AmountClassBounds); 2] = [
        |class| class.currency = Some("BEF".into()),
        |class| class.closed = ClosedSide::Right,
    ];
    for change in changes {
        let mut new = fines();
        (0..3).for_each(|index| change(class_of(&mut new, index)));
        let findings = Diff::new(&fines(), &new).findings;
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(findings[0].place, "fine_class");
        assert!(findings[0].message.starts_with(r#""1", "2", "3": "#));
    }
    let mut new = fines();
    for code in &mut list(&mut new, "fine_class").codes {
        code.meanings[0].class = None;
    }
    assert_eq!(
        short(&Diff::new(&fines(), &new).findings),
        ["A009 RISKY yes yes"]
    );
    assert_eq!(
        short(&Diff::new(&new, &fines()).findings),
        ["A008 DOC yes yes"]
    );
}
