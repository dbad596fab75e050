//! The section "What changed" of the codebook.

mod common;

use std::collections::BTreeSet;

use beraad_codegen::messages::Messages;
use beraad_codegen::{FORMATS, History, Options, find_format, message};
use beraad_evolve::{Accepted, Class, Diff, KeptVersion, RULES};
use beraad_schema::describe::{
    CodeEntry, Condition, Date, Equal, Field, Label, Language, Meaning, Model, Operand, Window,
};
use common::page::{Parsed, parse};
use common::{block, code_list, emit_with, small_model, text, variable};
use proptest::prelude::*;

const LANGUAGES: [Language; 3] = [Language::NL, Language::EN, Language::FR];

/// The small model with three editions.
fn model() -> Model {
    let mut model = small_model();
    model.deliberation.languages.editions = LANGUAGES.to_vec();
    model
}

fn label(nl: &str, en: &str) -> Label {
    Label::new([(Language::NL, nl.to_owned()), (Language::EN, en.to_owned())])
}

/// A second version: a unit, the labels of two codes, a spelling and a definition changed, and a variable is new.
fn second() -> Model {
    let mut model = model();
    model.version = "1.3.0".into();
    variable(&mut model, "loan", "renewals").unit = Some(label("weken", "weeks"));
    let codes = &mut code_list(&mut model, "sex").codes;
    let labels = [0, 1].map(|index: usize| codes[index].meanings[0].label.clone());
    codes[0].meanings[0].label = labels[1].clone();
    codes[1].meanings[0].label = labels[0].clone();
    let mut waiting = variable(&mut model, "loan", "renewals").clone();
    waiting.id = "waiting".into();
    waiting.label = label("Wachttijd", "Waiting time");
    let fields = &mut block(&mut model, "loan").fields;
    fields.push(Field::Variable(Box::new(waiting)));
    variable(&mut model, "loan", "loan_month").definition =
        label("De maand.", "The month in which the book left.");
    model
}

/// The model at hand: a code is new, a variable and an entry of the glossary removed, and the window is longer.
fn at_hand() -> Model {
    let mut model = second();
    model.version = "2.0.0".into();
    model.glossary.clear();
    let meaning = Meaning::new(label("onbekend", "unknown"));
    let codes = &mut code_list(&mut model, "sex").codes;
    codes.push(CodeEntry::new("X", vec![meaning]));
    model.deliberation.window = Window::of_years(2010, 2017);
    let fields = &mut block(&mut model, "member").fields;
    fields.pop();
    model
}

fn kept(model: Model, day: Date) -> KeptVersion {
    KeptVersion::new(model, day)
}

fn versions() -> [KeptVersion; 2] {
    [
        kept(model(), Date::ymd(2026, 1, 10)),
        kept(second(), Date::ymd(2026, 3, 2)),
    ]
}

/// The acceptance of the new variable by a decision, and of the definition as a change of words.
fn accepted() -> Accepted {
    let mut accepted = Accepted::default();
    for finding in Diff::new(&model(), &second()).findings {
        let change = match finding.rule.id {
            "V013" => "reason = \"the same month, in other words\"\neditorial = true",
            "V003" => "reason = \"announced\"\ndecision = \"20/001, as amended on 2 March 2021\"",
            _ => continue,
        };
        let fingerprint = &finding.fingerprint;
        let text = format!("[[change]]\nfingerprint = \"{fingerprint}\"\n{change}\n");
        let one = Accepted::from_toml(&text).unwrap();
        accepted.changes.extend(one.changes);
    }
    assert_eq!(accepted.changes.len(), 2);
    accepted
}

fn page_of(model: &Model, options: &Options) -> String {
    let format = find_format(FORMATS, "codebook_html").unwrap();
    text(&emit_with(format, model, options), "index.html")
}

fn page(model: &Model, history: History) -> String {
    page_of(model, &Options::new(FORMATS).with_history(history))
}

fn history() -> History {
    History::new(versions(), accepted())
}

/// The section of one edition.
fn section(page: &str, language: Language) -> &str {
    let start = format!("<section class=\"matter\" id=\"{language}/what-changed\">");
    let start = page.find(&start).expect("the section");
    let page = &page[start..];
    let mut depth = 0;
    for (at, _) in page.match_indices("section") {
        match page[..at].chars().next_back() {
            Some('<') => depth += 1,
            Some('/') => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return &page[..at + "section>".len()];
        }
    }
    panic!("the section does not end");
}

/// The rows of all tables of a section, each with the text of its cells.
fn rows(section: &str) -> Vec<Vec<String>> {
    let bodies = section.split("<tbody>").skip(1);
    let bodies = bodies.map(|rest| rest.split("</tbody>").next().unwrap());
    let rows = bodies.flat_map(|body| body.split("<tr>").skip(1));
    rows.map(|row| {
        let cells = row.split_inclusive(['\n']);
        let cells = cells.filter(|cell| cell.contains("</td>") || cell.contains("</th>"));
        cells
            .map(|cell| parse_part(cell).text.trim().to_owned())
            .collect()
    })
    .collect()
}

/// Parses a part of a page, whose elements may begin before it.
fn parse_part(part: &str) -> Parsed {
    let part = part.trim_end();
    let tag = if part.ends_with("</th>") { "th" } else { "td" };
    let start = part.rfind(&format!("<{tag}")).unwrap_or_default();
    parse(&part[start..])
}

fn assert_sound(page: &str) {
    let parsed = parse(page);
    let ids = parsed.values("id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "duplicate id");
    for href in parsed.values("href") {
        if let Some(id) = href.strip_prefix('#') {
            assert!(ids.contains(&id), "{href} has no target");
        }
    }
}

#[test]
fn dutch_section() {
    let page = page(&at_hand(), history());
    insta::assert_snapshot!(section(&page, Language::NL));
}

#[test]
fn english_section() {
    let page = page(&at_hand(), history());
    insta::assert_snapshot!(section(&page, Language::EN));
}

#[test]
fn french_section() {
    let page = page(&at_hand(), history());
    insta::assert_snapshot!(section(&page, Language::FR));
}

#[test]
fn page_with_changes_is_well_formed_and_its_links_have_targets() {
    let page = page(&at_hand(), history());
    assert_sound(&page);
    let english = section(&page, Language::EN);
    for target in [
        "en/loan",
        "en/loan/renewals",
        "en/member/sex",
        "en/the-decision",
    ] {
        assert!(english.contains(&format!("href=\"#{target}\"")), "{target}");
    }
    // The removed variable has no section.
    assert!(english.contains("<code>parent_1_sex</code>"), "{english}");
    assert!(!english.contains("#en/member/parent_1_sex"), "{english}");
}

#[test]
fn newest_version_comes_first_and_the_worst_change_of_a_version() {
    let page = page(&at_hand(), history());
    let english = section(&page, Language::EN);
    let at = |text: &str| english.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at("compared with version 1.3.0") < at("Version 1.3.0, kept on 2026-03-02"));
    let words: Vec<_> = [
        message!("change-class.semantic-mark"),
        message!("change-class.breaking"),
        message!("change-class.disclosure"),
        message!("change-class.risky"),
        message!("change-class.compatible"),
        message!("change-class.doc"),
        message!("change-class.editorial"),
    ]
    .map(|word| Messages::of(Language::EN).text(word))
    .to_vec();
    for version in english.split("<section").skip(2) {
        let ranks = rows(version).into_iter().map(|row| {
            let class = row.last().expect("a class").clone();
            let rank = words.iter().position(|word| class.starts_with(word));
            rank.unwrap_or_else(|| panic!("{class}"))
        });
        let ranks: Vec<_> = ranks.collect();
        assert!(!ranks.is_empty() && ranks.is_sorted(), "{ranks:?}");
    }
}

#[test]
fn changes_of_wording_are_folded_away_and_others_are_not() {
    let page = page(&at_hand(), history());
    for language in LANGUAGES {
        let section = section(&page, language);
        let folded: Vec<_> = section.split("<details").skip(1).collect();
        assert_eq!(folded.len(), 2, "{language}");
        let words = Messages::of(language);
        let semantic = words.text(message!("change-class.semantic-mark"));
        let wording = words.text(message!("change-class.doc"));
        let editorial = words.text(message!("change-class.editorial"));
        let opened = |part: &str| part.split("</details>").nth(1).map(str::to_owned);
        let folded_part = |part: &&str| part.split("</details>").next().unwrap().to_owned();
        let inside: String = folded.iter().map(folded_part).collect();
        let outside: String = section.split("<details").next().unwrap().to_owned()
            + &folded
                .iter()
                .filter_map(|part| opened(part))
                .collect::<String>();
        assert!(inside.contains(wording) && inside.contains(editorial));
        assert!(!outside.contains(wording));
        assert!(outside.contains(semantic) && !inside.contains(semantic));
        assert!(outside.contains("<p class=\"notice\">"));
    }
}

#[test]
fn accepted_change_has_its_decision_and_its_reason() {
    let page = page(&at_hand(), history());
    let english = section(&page, Language::EN);
    assert!(english.contains("Decision: 20/001, as amended on 2 March 2021"));
    assert!(english.contains("Reason: announced"));
}

#[test]
fn titles_of_rules_are_marked_as_english_in_other_editions() {
    let page = page(&at_hand(), history());
    let title = "the unit changed";
    assert!(section(&page, Language::NL).contains(&format!("<span lang=\"en\">{title}</span>")));
    assert!(section(&page, Language::FR).contains(&format!("<span lang=\"en\">{title}</span>")));
    assert!(section(&page, Language::EN).contains(title));
    assert!(!section(&page, Language::EN).contains(&format!("<span lang=\"en\">{title}")));
}

#[test]
fn page_without_a_version_that_differs_has_one_sentence() {
    let equal = History::new(
        [kept(at_hand(), Date::ymd(2026, 1, 10))],
        Accepted::default(),
    );
    for history in [History::none(), equal] {
        let page = page(&at_hand(), history);
        assert_sound(&page);
        for (language, sentence) in [
            (
                Language::NL,
                "Er is geen eerdere versie van het model bekend.",
            ),
            (Language::EN, "No earlier version of the model is known."),
            (
                Language::FR,
                "Aucune version antérieure du modèle n’est connue.",
            ),
        ] {
            let section = section(&page, language);
            assert!(section.contains(sentence), "{section}");
            assert_eq!(section.matches("<p").count(), 1, "{section}");
        }
    }
}

#[test]
fn same_versions_in_any_order_give_the_same_bytes() {
    let [first, second] = versions();
    let forward = page(&at_hand(), history());
    assert_eq!(forward, page(&at_hand(), history()));
    let backward = History::new([second, first], accepted());
    assert_eq!(forward, page(&at_hand(), backward));
}

#[test]
fn codebook_of_some_blocks_has_their_changes_only() {
    let model = at_hand();
    let options = Options::new(FORMATS).with_history(history());
    let page = page_of(&model, &options.clone().with_blocks(["member"]));
    assert_sound(&page);
    let english = section(&page, Language::EN);
    assert!(!english.contains("renewals"), "{english}");
    assert!(english.contains("code list"), "{english}");
    let mut other = model.clone();
    variable(&mut other, "loan", "renewals").unit = Some(label("uren", "hours"));
    other.version.clone_from(&model.version);
    let history = History::new([kept(model, Date::ymd(2026, 1, 10))], Accepted::default());
    let options = Options::new(FORMATS)
        .with_history(history)
        .with_blocks(["member"]);
    let page = page_of(&other, &options);
    let english = section(&page, Language::EN);
    assert!(
        english.contains("Nothing in this codebook changed since"),
        "{english}"
    );
}

#[test]
fn kept_versions_with_one_number_have_ids_of_their_own() {
    let mut changed = model();
    variable(&mut changed, "loan", "renewals").unit = Some(label("uren", "hours"));
    let day = Date::ymd(2026, 1, 10);
    let versions = [kept(model(), day), kept(changed, day), kept(model(), day)];
    assert_sound(&page(
        &at_hand(),
        History::new(versions, Accepted::default()),
    ));
}

#[test]
fn computed_condition_of_a_constraint_is_in_words() {
    let mut old = model();
    old.constraints[0].condition = None;
    let shown = |new: &Model, language| {
        let history = History::new(
            [kept(old.clone(), Date::ymd(2026, 1, 10))],
            Accepted::default(),
        );
        let page = page(new, history);
        let mut rows = rows(section(&page, language));
        assert_eq!(rows.len(), 1, "{rows:?}");
        let row = rows.remove(0);
        format!("{} -> {}", row[3], row[4])
    };
    let with = |condition| {
        let mut model = model();
        model.constraints[0].condition = Some(condition);
        model
    };
    let equal = vec![
        Equal::new("person".into(), Operand::Constrained),
        Equal::new("year".into(), Operand::Column("loan_month".into())),
    ];
    let row = with(Condition::row_exists(
        "member".into(),
        equal.into(),
        vec![].into(),
    ));
    assert_eq!(
        shown(&row, Language::EN),
        "only in words -> a row of member has person = the value itself, year = loan_month"
    );
    assert_eq!(
        shown(&row, Language::FR),
        "en mots seulement -> une ligne de member a person = la valeur même, year = loan_month"
    );
    let age = with(Condition::age("birth".into(), "year".into(), 18, 65, 1));
    assert_eq!(
        shown(&age, Language::NL),
        "enkel in woorden -> een leeftijd van 18 tot 65 jaar, volgens birth en year (marge in jaren: 1)"
    );
    let none = with(Condition::NoneOf(vec!["renewals".into()].into()));
    assert_eq!(
        shown(&none, Language::EN),
        "only in words -> no value in renewals"
    );
}

#[test]
fn change_of_each_rule_is_shown_with_two_values_that_differ() {
    let mut alike = Vec::new();
    // The number of the version is in the heading.
    for rule in RULES.iter().filter(|rule| rule.id != "M001") {
        let (mut old, mut new) = rule.example_models();
        for model in [&mut old, &mut new] {
            if rule.id != "D013" && rule.id != "D014" && rule.id != "D015" {
                model.deliberation.languages.editions = LANGUAGES.to_vec();
            }
        }
        let diff = Diff::new(&old, &new);
        let history = History::new([kept(old, Date::ymd(2026, 1, 10))], Accepted::default());
        let page = page(&new, history);
        let language = new.deliberation.languages.editions[0];
        let section = section(&page, language);
        // Some examples have blocks below no heading, to which other sections have links.
        for href in parse(section).values("href") {
            let id = href.trim_start_matches('#');
            assert!(page.contains(&format!("id=\"{id}\"")), "{}: {id}", rule.id);
        }
        let rows = rows(section);
        assert_eq!(rows.len(), diff.findings.len(), "{}", rule.id);
        for row in rows {
            assert_eq!(row.len(), 7, "{}: {row:?}", rule.id);
            if row[3] == row[4] {
                alike.push(format!("{}: {row:?}", rule.id));
            }
        }
    }
    assert!(alike.is_empty(), "{}", alike.join("\n"));
}

#[test]
fn change_of_many_codes_does_not_fill_the_page() {
    let mut old = model();
    let list = code_list(&mut old, "department");
    for number in 0..200 {
        let meaning = Meaning::new(label("zaal", &format!("room {number}")));
        list.codes
            .push(CodeEntry::new(format!("a{number}"), vec![meaning]));
    }
    let mut new = old.clone();
    for code in &mut code_list(&mut new, "department").codes {
        if let Some(text) = code.code.as_deref().and_then(|it| it.strip_prefix('a')) {
            code.code = Some(format!("b{text}").into());
        }
    }
    let history = History::new([kept(old, Date::ymd(2026, 1, 10))], Accepted::default());
    let page = page(&new, history);
    let english = section(&page, Language::EN);
    for row in rows(english) {
        assert!(row[3].chars().count() < 2000, "{row:?}");
    }
}

#[test]
fn markdown_has_the_same_rows() {
    let format = find_format(FORMATS, "codebook_md").unwrap();
    let options = Options::new(FORMATS).with_history(history());
    let files = emit_with(format, &at_hand(), &options);
    let index = text(&files, "codebook-en.md");
    assert!(index.contains("## What changed"), "{index}");
    assert!(
        index.contains("### Version 1.3.0, kept on 2026-03-02"),
        "{index}"
    );
    assert!(index.contains("*[other meaning]*: the same values mean something else"));
}

#[test]
fn change_of_meaning_is_marked() {
    let diff = Diff::new(&model(), &second());
    let semantic = diff
        .findings
        .iter()
        .filter(|finding| finding.class() == Class::Semantic && finding.rule.id != "V013");
    let page = page(&at_hand(), history());
    let marks = section(&page, Language::EN).matches("class=\"mark caution\"");
    assert_eq!(marks.count(), semantic.count());
}

/// Two versions with a hostile text in many places of the newer one.
fn poisoned(hostile: &str) -> (Model, History) {
    let old = model();
    let mut new = at_hand();
    let hostile_label = label(hostile, hostile);
    new.version = hostile.to_owned().into();
    let it = variable(&mut new, "loan", "department");
    it.label = hostile_label.clone();
    it.unit = Some(hostile_label.clone());
    it.definition = hostile_label.clone();
    it.phrase.term = hostile.to_owned().into();
    it.evidence.push(hostile.to_owned().into());
    let list = code_list(&mut new, "sex");
    let meaning = Meaning::new(hostile_label);
    list.codes
        .push(CodeEntry::new(hostile.to_owned(), vec![meaning]));
    let mut accepted = Accepted::default();
    for finding in Diff::new(&old, &new).findings {
        let text = "[[change]]\nfingerprint = \"0123456789ab\"\nreason = \"x\"\n";
        let mut change = Accepted::from_toml(text).unwrap().changes.remove(0);
        change.fingerprint.clone_from(&finding.fingerprint);
        hostile.clone_into(&mut change.reason);
        change.decision = Some(hostile.to_owned());
        accepted.changes.push(change);
    }
    let history = History::new([kept(old, Date::ymd(2026, 1, 10))], accepted);
    (new, history)
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "</script><img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "\" onmouseover=\"x",
        "' autofocus onfocus='x",
        "</td></tr></table>",
        "</details>",
        "<!--",
        "&lt;",
        "&",
        "\"",
        "'",
        "`",
        "|",
        "\u{202e}",
        "\0",
        "\n",
        " -> ",
        "javascript:x",
        "é",
    ]);
    prop::collection::vec(pieces, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn hostile_text_in_a_version_stays_text(hostile in hostile()) {
        let elements = |text: &str| {
            let (model, history) = poisoned(text);
            let page = page(&model, history);
            let names = parse(&page).elements.into_iter().map(|(name, _)| name);
            (names.collect::<Vec<_>>(), page)
        };
        // Both are texts, and not names of the data, which are shown in another way.
        let (harmless, _) = elements("A harmless text");
        let (names, page) = elements(&format!("A {hostile}"));
        prop_assert_eq!(harmless, names);
        let is_hidden = |char: char| matches!(char, '\u{202e}' | '\0');
        prop_assert!(!page.contains(is_hidden));
    }
}
