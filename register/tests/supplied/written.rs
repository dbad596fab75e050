//! A list is read the same in whatever valid form it is written.

use beraad_describe::*;
use proptest::prelude::*;

use super::{CLASSES, lines, list, merged, read};

/// A code list as a provider may write it: with commas or semicolons, the columns in reverse order, with a byte order mark.
fn written(codes: &[CodeEntry], semicolon: bool, reverse: bool, bom: bool) -> String {
    let separator = if semicolon { ";" } else { "," };
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let optional = |text: Option<&str>| text.map(quoted).unwrap_or_default();
    let mut lines = vec![
        "code nl en fr valid_from valid_to missing source remark lower upper closed unit currency"
            .split(' ')
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    ];
    for code in codes {
        for meaning in &code.meanings {
            let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let class = meaning.class.as_ref();
            let remark = meaning.remark.as_ref();
            let remark = remark.and_then(|remark| Some(remark.iter().next()?.1));
            lines.push(vec![
                quoted(code.code.as_deref().expect("a code")),
                optional(meaning.label.text(Language::NL)),
                optional(meaning.label.text(Language::EN)),
                optional(meaning.label.text(Language::FR)),
                day(meaning.period.from),
                day(meaning.period.to),
                meaning.missing.map(|it| it.to_string()).unwrap_or_default(),
                optional(meaning.source.as_deref()),
                optional(remark),
                optional(class.and_then(|class| class.lower.as_deref())),
                optional(class.and_then(|class| class.upper.as_deref())),
                class
                    .map(|class| class.closed.to_string())
                    .unwrap_or_default(),
                optional(class.and_then(|class| class.unit.as_deref())),
                optional(class.and_then(|class| class.currency.as_deref())),
            ]);
        }
    }
    let mut file = if bom { "\u{feff}# a comment\n" } else { "" }.to_owned();
    for mut line in lines {
        if reverse {
            line.reverse();
        }
        file += &line.join(separator);
        file += if reverse { "\r\n" } else { "\n" };
    }
    file
}

fn words() -> impl Strategy<Value = String> {
    // No space around the text, since it is not kept.
    "[a-zé\";,#<\u{202e}\u{1b}]([a-z \";,\n\r'|]{0,12}[a-zé\"])?"
}

/// A label in at least one of the languages of the model.
fn label() -> impl Strategy<Value = Label> {
    let all = vec![Language::NL, Language::EN, Language::FR];
    proptest::sample::subsequence(all, 1..=3).prop_flat_map(|languages| {
        let texts = proptest::collection::vec(words(), languages.len());
        texts.prop_map(move |texts| Label::new(languages.iter().copied().zip(texts)))
    })
}

fn meaning(index: usize) -> impl Strategy<Value = Meaning> {
    let period = prop_oneof![
        Just(Period::ALWAYS),
        Just(Period::new(Some(Date::ymd(2005, 1, 1)), None)),
        Just(Period::new(None, Some(Date::ymd(2011, 12, 31)))),
    ];
    let missing = proptest::option::of(prop_oneof![
        Just(MissingReason::Unknown),
        Just(MissingReason::NotApplicable)
    ]);
    let closed = prop_oneof![Just(ClosedSide::Left), Just(ClosedSide::Unknown)];
    let maybe = || proptest::option::of(words());
    let texts = (label(), maybe(), maybe(), maybe());
    (texts, period, missing, proptest::option::of(closed)).prop_map(
        move |((label, source, remark, unit), period, missing, closed)| {
            // The remark is in each language of the label.
            let remark = remark.map(|text| label.map(|_, _| text.clone()));
            let mut meaning = Meaning::new(label);
            meaning.period = period;
            meaning.source = source.map(Into::into);
            meaning.missing = missing;
            meaning.remark = remark;
            meaning.supplied_by = Some("fine_class.csv".into());
            // Other tests check gaps and overlaps: here each class has a unit of its own.
            meaning.class = closed.map(|closed| {
                let lower = format!("{index}.50").into();
                let mut class = AmountClassBounds::new(Some(lower), None, closed);
                class.unit = Some(format!("{}{index}", unit.unwrap_or_default()).into());
                class.currency = Some("EUR".into());
                class
            });
            meaning
        },
    )
}

fn codes() -> impl Strategy<Value = Vec<CodeEntry>> {
    let texts = proptest::collection::btree_set("([!-~]([ -~]{0,30}[!-~])?)?", 1..8);
    texts.prop_flat_map(|texts| {
        let texts: Vec<_> = texts.into_iter().collect();
        let meanings: Vec<_> = (0..texts.len()).map(meaning).collect();
        (Just(texts), meanings).prop_map(|(texts, meanings)| {
            let codes = texts.into_iter().zip(meanings);
            let code = |(text, meaning): (String, Meaning)| CodeEntry::new(text, vec![meaning]);
            codes.map(code).collect()
        })
    })
}

proptest! {
    #[test]
    fn written_list_reads_back_equal(codes in codes(), semicolon: bool, reverse: bool, bom: bool) {
        let file = written(&codes, semicolon, reverse, bom);
        let model = merged(&[("fine_class.csv", &file)]);
        prop_assert_eq!(&*list(&model, "fine_class").codes, &codes, "{}", file);
    }

    /// The check is one pass over sorted lines; here every line is compared with every other.
    #[test]
    fn contradictions_are_found_in_any_order_of_lines(
        rows in proptest::collection::vec((0..3_u8, 1..8_u8, 0..5_u8), 1..7)
    ) {
        let rows: Vec<_> = rows.into_iter().map(|(label, from, days)| (label, from, from + days)).collect();
        let pairs = || rows.iter().enumerate().flat_map(|(at, one)| rows[..at].iter().map(move |two| (one, two)));
        let is_invalid = pairs().any(|(one, two)| one == two || (one.0 != two.0 && one.1 <= two.2 && two.1 <= one.2));
        let lines = lines(rows.len(), |at| {
            let (label, from, to) = rows[at];
            format!("1,label {label},2012-01-{from:02},2012-01-{to:02}\n")
        });
        let read = read(&[("language.csv", format!("code,nl,valid_from,valid_to\n{lines}"))]);
        prop_assert_eq!(read.is_err(), is_invalid, "{}", lines);
    }

    /// Day by day and amount by amount: between the smallest and the largest, each is in one class.
    #[test]
    fn gaps_and_overlaps_are_found_on_any_day(
        classes in proptest::collection::vec((0..8_i64, 0..3_i64, 1..5_u8, 0..4_u8), 1..6)
    ) {
        let classes: Vec<_> = classes
            .into_iter()
            .map(|(lower, width, from, days)| (lower, lower + width, from, from + days))
            .collect();
        let is_invalid = (1..10_u8).any(|day| {
            let holding = || classes.iter().filter(move |class| class.2 <= day && day <= class.3);
            let least = holding().map(|class| class.0).min().unwrap_or_default();
            let most = holding().map(|class| class.1).max().unwrap_or(-1);
            (least..=most).any(|amount| holding().filter(|class| class.0 <= amount && amount <= class.1).count() != 1)
        });
        let lines = lines(classes.len(), |at| {
            let (lower, upper, from, to) = classes[at];
            format!("{at},a,,{lower},{upper},both,2012-01-{from:02},2012-01-{to:02}\n")
        });
        let read = read(&[("fine_class.csv", format!("{CLASSES}{lines}"))]);
        prop_assert_eq!(read.is_err(), is_invalid, "{}", lines);
    }

    #[test]
    fn any_file_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "(code|nl|closed|lower|[,;\"\r\n#0-9-]){0,60}") {
        for content in [bytes, text.clone().into_bytes(), format!("{CLASSES}{text}").into_bytes()] {
            let _ = read(&[("fine_class.csv", &content), ("sex.csv", &content)]);
        }
    }
}
