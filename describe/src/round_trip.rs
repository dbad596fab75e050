//! Every description reads back from its JSON equal, and its JSON is then the same bytes again.
//!
//! These tests are inside the crate so that they write each struct as a literal: a new field does not compile before it
//! is set here.

use crate::{
    AmountClassBounds, AppliesTo, Block, ClosedSide, CodeEntry, CodeForm, CodeLength, CodeList,
    Condition, Constraint, Date, Deliberation, Equal, Exception, Expr, Field, GlossaryEntry, Grain,
    Group, Heading, Identity, Label, ListKind, ListStatus, Literal, MatchQuality, Meaning,
    MeasurementLevel, MissingReason, Model, Moment, Note, NumberQuantity, Operand, Operator,
    Origin, OwnQuantity, Paragraph, Period, Phrase, Quantity, ReadAt, Role, RoleColumn, Rule,
    SeriesBreak, Severity, Statement, Subject, Temporality, Term, Text, TypeCertainty, ValueKind,
    ValueType, Variable,
};
use crate::{Amounts, Language, Languages, Retention, Window, Words};
use crate::{SuppliedFile, Year, YearMonth, YearQuarter};
use proptest::prelude::*;
use strum::VariantArray;

/// Bytes that decide the content of a description. When they run out, everything is as small as possible, so that proptest
/// shrinks a description by shrinking its bytes.
struct Choices<'a>(std::slice::Iter<'a, u8>);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or_default()
    }

    fn flag(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    fn whole(&mut self) -> i64 {
        let bytes = std::array::from_fn(|_| self.byte());
        i64::from_le_bytes(bytes)
    }

    fn one<T: VariantArray + Copy>(&mut self) -> T {
        T::VARIANTS[usize::from(self.byte()) % T::VARIANTS.len()]
    }

    fn maybe<T>(&mut self, make: fn(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| make(self))
    }

    fn some<T>(&mut self, make: fn(&mut Self) -> T) -> Vec<T> {
        // Few, since each item may have lists of its own.
        let count = self.byte() % 3;
        (0..count).map(|_| make(self)).collect()
    }

    /// A text that is difficult for output formats: quotation marks, line ends, other scripts, or no characters.
    fn text(&mut self) -> Text {
        const PARTS: [&str; 12] = [
            "",
            "a",
            "01",
            "\"",
            "\\",
            "\n",
            "\u{0}",
            "é",
            "</script>",
            "null",
            "\u{1f9ee}",
            " ",
        ];
        let count = self.byte() % 4;
        let mut text = String::new();
        for _ in 0..count {
            text += PARTS[usize::from(self.byte()) % PARTS.len()];
        }
        text.into()
    }

    fn label(&mut self) -> Label {
        let mut label = Label::new([(Language::NL, self.text())]);
        for tag in ["en", "fr-BE", "sr-Latn"] {
            if let Some(text) = self.maybe(Self::text) {
                label.set(Language::new(tag), text);
            }
        }
        label
    }

    fn date(&mut self) -> Date {
        let (year, month, day) = (self.byte(), self.byte(), self.byte());
        Date::ymd(
            i32::from(year) * 39,
            u32::from(month) % 12 + 1,
            u32::from(day) % 28 + 1,
        )
    }

    fn period(&mut self) -> Period {
        Period::new(self.maybe(Self::date), self.maybe(Self::date))
    }

    fn value_type(&mut self) -> ValueType {
        match self.byte() % 11 {
            0 => ValueType::YearMonth {},
            1 => ValueType::YearQuarter {},
            2 => ValueType::Year {},
            3 => ValueType::SerialNumber { of: self.text() },
            4 => ValueType::Flag {},
            5 => ValueType::Code { list: self.text() },
            6 => ValueType::AmountClass { list: self.text() },
            7 => ValueType::Amount {
                currency: self.text(),
                decimals: self.byte(),
                min: self.whole(),
                max: self.whole(),
            },
            8 => ValueType::Day {},
            9 => ValueType::Number {
                quantity: self.quantity(),
                min: self.whole(),
                max: self.whole(),
                decimals: self.byte(),
            },
            // Lists of lists are refused.
            _ => {
                let of = self.value_type().item().clone();
                ValueType::List {
                    item: vec![of].into(),
                }
            }
        }
    }

    fn quantity(&mut self) -> NumberQuantity {
        if self.flag() {
            let own = OwnQuantity::try_new("kilometres", self.label());
            own.expect("a word that no kind has").into()
        } else {
            self.one::<Quantity>().into()
        }
    }

    fn literal(&mut self) -> Literal {
        match self.byte() % 6 {
            0 => Literal::Flag(self.flag()),
            1 => Literal::Number(self.whole()),
            2 => YearMonth::from(self.date().to_chrono()).into(),
            3 => YearQuarter::from(self.date().to_chrono()).into(),
            4 => Year::from(self.date().to_chrono()).into(),
            _ => Literal::Code {
                list: self.text(),
                code: self.text(),
            },
        }
    }

    /// An expression of at most eight levels, since `serde_json` limits the depth of what it reads.
    fn expression(&mut self) -> Expr {
        self.expression_within(8)
    }

    fn expression_within(&mut self, levels: u8) -> Expr {
        // At the last level only the two kinds without operands.
        let kinds = if levels == 1 { 2 } else { 9 };
        let kind = self.byte() % kinds;
        let mut operand = || self.expression_within(levels - 1);
        match kind {
            0 => Expr::Column(self.text()),
            1 => Expr::Literal(self.literal()),
            2 => Expr::not(operand()),
            3 => Expr::is_null(operand()),
            4 => Expr::len(operand()),
            5 => Expr::contains(operand(), operand()),
            6 => Expr::one_of(operand(), self.some(Self::literal)),
            7 => {
                let date = operand();
                Expr::containing(self.one(), date)
            }
            _ => {
                let (left, right) = (operand(), operand());
                Expr::binary(self.one::<Operator>(), left, right)
            }
        }
    }

    fn rule(&mut self) -> Rule {
        Rule {
            id: self.text(),
            message: self.label(),
            basis: self.maybe(Self::text),
            expression: self.expression(),
        }
    }

    fn origin(&mut self) -> Origin {
        Origin {
            name: self.text(),
            abbreviation: self.maybe(Self::text),
            institution: self.text(),
            file: self.text(),
            stated_validity: self.maybe(Self::text),
            stated_level: self.maybe(Self::text),
            page: self.maybe(Self::text),
        }
    }

    fn note(&mut self) -> Note {
        Note::new(self.label())
    }

    fn moment(&mut self) -> Moment {
        let text = ["2006", "2014-Q1", "2013-05-01"][usize::from(self.byte() % 3)];
        text.parse().expect("a moment")
    }

    fn series_break(&mut self) -> SeriesBreak {
        SeriesBreak {
            from: self.moment(),
            what: self.label(),
            advice: self.maybe(Self::label),
        }
    }

    fn variable(&mut self) -> Variable {
        Variable {
            id: self.text(),
            renamed_from: self.some(Self::text),
            deprecated: self.maybe(Self::label),
            label: self.label(),
            definition: self.label(),
            phrase: Phrase {
                paragraph: self.text(),
                heading: self.text(),
                term: self.text(),
                of: self.maybe(Self::text),
                relative: self.maybe(Self::text),
                dates: self.one::<Grain>(),
                disputed: self.maybe(Self::label),
            },
            value_type: self.value_type(),
            certainty: self.one::<TypeCertainty>(),
            alternatives: self.some(Self::one::<ValueKind>),
            nullable: self.flag(),
            null_means: self.maybe(Self::label),
            universe: self.maybe(Self::label),
            source_unit: self.maybe(Self::label),
            measurement: self.one::<MeasurementLevel>(),
            unit: self.maybe(Self::label),
            range: self.maybe(Self::label),
            code_list: self.maybe(Self::text),
            valid: self.period(),
            match_quality: self.maybe(Self::one),
            origins: self.some(Self::origin),
            evidence: self.some(Self::text),
            notes: self.some(Self::note),
            breaks: self.some(Self::series_break),
        }
    }

    fn field(&mut self) -> Field {
        match self.byte() % 3 {
            0 => Field::Role(RoleColumn {
                id: self.text(),
                renamed_from: self.some(Self::text),
                role: self.one::<Role>(),
                label: self.label(),
                definition: self.label(),
                why: self.maybe(Self::label),
                value_type: self.value_type(),
                nullable: self.flag(),
                certainty: self.maybe(Self::one::<TypeCertainty>),
            }),
            1 => Field::Variable(Box::new(self.variable())),
            _ => Field::Group(Group {
                prefix: self.text(),
                relative: self.maybe(Self::text),
                fields: self.some(Self::field),
            }),
        }
    }

    fn block(&mut self) -> Block {
        Block {
            id: self.text(),
            renamed_from: self.some(Self::text),
            deprecated: self.maybe(Self::label),
            label: self.label(),
            definition: self.label(),
            paragraph: self.text(),
            heading: self.text(),
            row_unit: self.label(),
            analysis_unit: self.label(),
            universe: self.maybe(Self::label),
            temporality: self.one::<Temporality>(),
            identity: if self.flag() {
                Identity::Key(self.some(Self::text))
            } else {
                Identity::NoKnownKey(self.label())
            },
            observation_period: self.maybe(Self::text),
            valid: self.period(),
            fields: self.some(Self::field),
            rules: self.some(Self::rule),
            origins: self.some(Self::origin),
            evidence: self.some(Self::text),
            notes: self.some(Self::note),
            breaks: self.some(Self::series_break),
        }
    }

    fn meaning(&mut self) -> Meaning {
        Meaning {
            period: self.period(),
            documented_from: self.maybe(Self::date),
            source: self.maybe(Self::text),
            label: self.label(),
            short: self.maybe(Self::label),
            missing: self.maybe(Self::one::<MissingReason>),
            remark: self.maybe(Self::label),
            class: self.maybe(Self::class),
            supplied_by: self.maybe(Self::text),
        }
    }

    fn class(&mut self) -> AmountClassBounds {
        AmountClassBounds {
            lower: self.maybe(Self::text),
            upper: self.maybe(Self::text),
            closed: self.one::<ClosedSide>(),
            unit: self.maybe(Self::text),
            currency: self.maybe(Self::text),
        }
    }

    fn code(&mut self) -> CodeEntry {
        CodeEntry {
            code: self.maybe(Self::text),
            aliases: self.some(Self::text),
            meanings: self.some(Self::meaning),
        }
    }

    fn form(&mut self) -> CodeForm {
        const PATTERNS: [&str; 3] = ["[A-Z]{3}", "[0-9]{2}(\\.[0-9])?", "\\.|[a-z]{1,5}"];
        let length = CodeLength::new(1, 3 + usize::from(self.byte() % 30));
        let pattern = PATTERNS.get(usize::from(self.byte() % 4));
        let pattern = pattern.map(|pattern| pattern.parse().unwrap());
        CodeForm::new(length.filter(|_| pattern.is_none() || self.flag()), pattern).unwrap()
    }

    fn code_list(&mut self) -> CodeList {
        CodeList {
            id: self.text(),
            renamed_from: self.some(Self::text),
            deprecated: self.maybe(Self::label),
            label: self.maybe(Self::label),
            definition: self.label(),
            kind: self.one::<ListKind>(),
            status: self.maybe(Self::one::<ListStatus>),
            complete: self.flag(),
            searched: self.flag(),
            read_at: self.one::<ReadAt>(),
            why: self.maybe(Self::label),
            standard: self.maybe(Self::text),
            page: self.maybe(Self::text),
            form: self.maybe(Self::form),
            codes: self.some(Self::code),
            supplied_by: self.maybe(|some| SuppliedFile {
                file: some.text(),
                sha256: some.text(),
                complete: some.flag(),
            }),
        }
    }

    fn term(&mut self) -> Term {
        Term {
            term: self.text(),
            of: self.maybe(Self::text),
            relatives: self.some(Self::text),
            precision: self.maybe(Self::one::<Grain>),
            disputed: self.maybe(Self::label),
            amounts: self.maybe(Self::one::<Amounts>),
        }
    }

    fn heading(&mut self) -> Heading {
        Heading {
            paragraph: self.text(),
            title: self.text(),
            label: self.label(),
            provider: self.maybe(Self::text),
            dates: self.maybe(Self::one::<Grain>),
            amounts: self.maybe(Self::one::<Amounts>),
            yearly_states: self.maybe(Self::one),
            relatives: self.some(Self::text),
            terms: self.some(Self::term),
        }
    }

    fn deliberation(&mut self) -> Deliberation {
        Deliberation {
            number: self.text(),
            languages: Languages {
                decision: Language::FR,
                editions: vec![Language::EN, Language::NL],
                others: self.some(|_| Language::DE),
            },
            words: Words::new(self.label(), self.label()),
            title: self.label(),
            dated: self.date(),
            amended: self.some(Self::date),
            committee: self.label(),
            recipient: self.label(),
            purpose: self.label(),
            window: if self.flag() {
                Window::Period {
                    from: self.date(),
                    to: self.maybe(Self::date),
                }
            } else {
                Window::Years(self.some(|choices| i16::from(choices.byte())))
            },
            keep_until: self.maybe(|choices| {
                if choices.flag() {
                    Retention::Until(choices.date())
                } else {
                    Retention::Words(choices.label())
                }
            }),
            paragraphs: self.some(|choices| Paragraph {
                number: choices.text(),
                provider: choices.maybe(Self::text),
                dates: choices.maybe(Self::one::<Grain>),
                amounts: choices.maybe(Self::one::<Amounts>),
                yearly_states: choices.maybe(Self::one),
            }),
            statements: self.some(|choices| Statement {
                paragraph: choices.maybe(Self::text),
                topic: choices.label(),
                text: choices.label(),
            }),
            headings: self.some(Self::heading),
        }
    }

    fn model(&mut self) -> Model {
        // The blocks first: what comes first takes the most bytes.
        let blocks = self.some(Self::block);
        Model {
            format: crate::model::StoredFormat,
            code_lists: self.some(Self::code_list),
            subjects: self.some(Self::subject),
            deliberation: self.deliberation(),
            version: self.text(),
            blocks,
            constraints: self.some(Self::constraint),
            glossary: self.some(|choices| GlossaryEntry {
                id: choices.text(),
                forms: choices.some(Self::text).into(),
                name: choices.label(),
                explanation: choices.maybe(Self::label),
            }),
        }
    }

    fn subject(&mut self) -> Subject {
        Subject {
            id: self.text(),
            name: self.label(),
            definition: self.maybe(Self::label),
        }
    }

    fn constraint(&mut self) -> Constraint {
        Constraint {
            id: self.text(),
            severity: self.one::<Severity>(),
            message: self.label(),
            applies_to: if self.flag() {
                AppliesTo::Columns(self.some(Self::text).into())
            } else {
                AppliesTo::Subject(self.text())
            },
            reads: self.some(Self::text).into(),
            tolerates: self.maybe(Self::label),
            condition: self.maybe(Self::condition),
            basis: self.text(),
        }
    }

    fn condition(&mut self) -> Condition {
        match (self.flag(), self.flag()) {
            (true, true) => {
                let equal = self.some(|it| {
                    let to = match (it.flag(), it.flag()) {
                        (true, true) => Operand::Constrained,
                        (true, false) => Operand::Column(it.text()),
                        (false, flag) => Operand::Flag(flag),
                    };
                    Equal::new(it.text(), to)
                });
                let except = self.some(|it| Exception::new(it.text(), it.text(), it.text()));
                Condition::row_exists(self.text(), equal.into(), except.into())
            }
            (true, false) => Condition::NoneOf(self.some(Self::text).into()),
            (false, has_tolerance) => {
                let (birth, at) = (self.text(), self.text());
                Condition::age(birth, at, 18, 65, has_tolerance.into())
            }
        }
    }
}

fn reads_back<T>(value: &T) -> Result<(), TestCaseError>
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let json = serde_json::to_string(value).unwrap();
    let back: T = serde_json::from_str(&json)
        .map_err(|error| TestCaseError::fail(format!("{error} in {json}")))?;
    prop_assert_eq!(&back, value);
    prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
    // Through a tree of values too, which is how tools hold a stored model.
    let tree: T = serde_json::from_value(serde_json::to_value(value).unwrap()).unwrap();
    prop_assert_eq!(&tree, value);
    Ok(())
}

proptest! {
    #[test]
    fn model_reads_back_from_its_json_equal(bytes in proptest::collection::vec(any::<u8>(), 0..4000)) {
        let model = Choices(bytes.iter()).model();
        reads_back(&model)?;
        let again: Model = serde_json::from_str(&serde_json::to_string(&model).unwrap()).unwrap();
        prop_assert_eq!(again.fingerprint(), model.fingerprint());
    }

    #[test]
    fn part_of_a_model_reads_back_from_its_json_equal(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let choices = || Choices(bytes.iter());
        reads_back(&choices().variable())?;
        reads_back(&choices().field())?;
        reads_back(&choices().rule())?;
        reads_back(&choices().value_type())?;
        reads_back(&choices().code_list())?;
        reads_back(&choices().deliberation())?;
    }

    #[test]
    fn models_are_equal_if_their_fingerprints_are(
        a in proptest::collection::vec(any::<u8>(), 0..60),
        b in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        let [a, b] = [a, b].map(|bytes| Choices(bytes.iter()).model());
        prop_assert_eq!(a == b, a.fingerprint() == b.fingerprint());
    }

    #[test]
    fn unknown_field_is_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        // A later release may add a field: a model that has it is not read as if the field were absent.
        let mut json = serde_json::to_value(Choices(bytes.iter()).model()).unwrap();
        json.as_object_mut().unwrap().insert("later".into(), true.into());
        prop_assert!(serde_json::from_value::<Model>(json).is_err());
    }
}

#[test]
fn stored_expression_that_lacks_an_operand_is_an_error() {
    let whole = serde_json::json!({ "binary": { "operator": "equal", "left": { "column": "a" }, "right": { "column": "b" } } });
    assert!(serde_json::from_value::<Expr>(whole.clone()).is_ok());
    for operand in ["left", "right"] {
        let mut lacking = whole.clone();
        lacking["binary"].as_object_mut().unwrap().remove(operand);
        let error = serde_json::from_value::<Expr>(lacking).unwrap_err();
        assert_eq!(error.to_string(), format!("missing field `{operand}`"));
    }
}

/// The JSON of format 1 is the same in every release that has this format number.
#[test]
fn fingerprint_of_a_stored_model_does_not_change_with_the_release() {
    // The smallest model; one without constraints and without the files of a delivery; and one with every optional field.
    let [smallest, whole] = [&[][..], &[1; 3000]].map(|bytes| Choices(bytes.iter()).model());
    let mut earlier = whole.clone();
    earlier.constraints = Vec::new();
    for block in &mut earlier.blocks {
        block.renamed_from.clear();
        block.deprecated = None;
        without_lineage(&mut block.fields);
    }
    for list in &mut earlier.code_lists {
        list.renamed_from.clear();
        list.deprecated = None;
        list.supplied_by = None;
        list.searched = false;
        list.form = None;
        let codes = list.codes.iter_mut();
        for meaning in codes.flat_map(|code| &mut code.meanings) {
            meaning.class = None;
            meaning.supplied_by = None;
            // The second word when this fingerprint was computed; there are more words since.
            meaning.missing = meaning.missing.and(Some(MissingReason::Unspecified));
        }
    }
    let mut without_conditions = whole.clone();
    for constraint in &mut without_conditions.constraints {
        constraint.condition = None;
    }
    let models = [smallest, earlier, without_conditions, whole];
    assert_eq!(
        models.map(|model| model.fingerprint()[..16].to_owned()),
        [
            "ec6a34de2e5db005",
            "a796beb1d3fb03ac",
            "3ef829be02e8bdfa",
            "a382abfe9b3b041e"
        ]
    );
}

fn without_lineage(fields: &mut [Field]) {
    for field in fields {
        match field {
            Field::Role(column) => column.renamed_from.clear(),
            Field::Variable(variable) => {
                variable.renamed_from.clear();
                variable.deprecated = None;
            }
            Field::Group(group) => without_lineage(&mut group.fields),
        }
    }
}

/// The text of a word is its JSON.
#[test]
fn word_of_the_vocabulary_has_one_spelling() {
    fn words<T>()
    where
        T: VariantArray + PartialEq + std::fmt::Debug + std::fmt::Display + std::str::FromStr,
        T: serde::Serialize + serde::de::DeserializeOwned,
    {
        for word in T::VARIANTS {
            let json = serde_json::to_value(word).unwrap();
            assert_eq!(json, word.to_string(), "one spelling");
            assert_eq!(&serde_json::from_value::<T>(json).unwrap(), word);
            assert_eq!(word.to_string().parse().ok().as_ref(), Some(word));
        }
    }
    words::<Severity>();
    words::<Grain>();
    words::<ClosedSide>();
    words::<MeasurementLevel>();
    words::<ListKind>();
    words::<ListStatus>();
    words::<MatchQuality>();
    words::<MissingReason>();
    words::<Quantity>();
    words::<ReadAt>();
    words::<Role>();
    words::<Temporality>();
    words::<TypeCertainty>();
    words::<ValueKind>();
    words::<Amounts>();
}
