//! A Stata script for each block: it reads the CSV file of the block, and labels it.

use beraad_schema::describe::{
    Block, CalendarPeriod, Column, Date, Dialect, Form, Grain, Identity, Language, Literal,
    ObservationPeriod, Operator, Period, Representation, ValueType, visible,
};

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::message;
use crate::messages::{Messages, ProgramText};
use crate::packages::{self, Companion, companions, cut, flag_labels, flag_texts};
use crate::retention::retention;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "stata",
    writes: &["stata/<language>/<block>.do"],
    summary: ProgramText::of("stata"),
    support: Support {
        labels: Carried,
        languages: Partly(ProgramText::of("scripts-languages")),
        definitions: Partly(ProgramText::of("scripts-definitions")),
        phrases: Partly(ProgramText::of("scripts-phrases")),
        value_types: Partly(ProgramText::of("scripts-value-types")),
        certainty: Lost,
        nulls: Partly(ProgramText::of("scripts-nulls")),
        universe: Lost,
        keys: Partly(ProgramText::of("scripts-keys")),
        measurement: Lost,
        units: Lost,
        bounds: Partly(ProgramText::of("json-schema.bounds")),
        codes: Partly(ProgramText::of("scripts-codes")),
        code_periods: Partly(ProgramText::of("scripts-code-periods")),
        missing_codes: Partly(ProgramText::of("scripts-missing-codes")),
        validity: Lost,
        rules: Partly(ProgramText::of("scripts-rules")),
        provenance: Lost,
        evidence: Lost,
        notes: Lost,
        breaks: Lost,
        glossary: Lost,
    },
    write,
};

/// The maximum length of a variable label, in bytes.
const MAX_VARIABLE_LABEL: usize = 80;

/// The maximum length of a value label, in bytes.
const MAX_VALUE_LABEL: usize = 32_000;

/// The letters of the missing values from `.a` to `.z`.
const MISSING_LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let mut artefacts = Vec::new();
    for &language in &selection.model.deliberation.languages.editions {
        for &block in &selection.blocks {
            let selection = selection.clone();
            let path = format!("stata/{language}/{}.do", block.id);
            artefacts.push(Artefact::lazy(path, move |out| {
                let mut script = Script::new(&selection, block, language);
                script.write();
                out.write_all(script.text.as_bytes())
            }));
        }
    }
    Ok(artefacts)
}

/// The script of a block in a language.
struct Script<'s, 'a> {
    selection: &'s Selection<'a>,
    block: &'a Block,
    language: Language,
    preferred: Vec<Language>,
    text: String,
}

impl<'s, 'a> Script<'s, 'a> {
    fn new(selection: &'s Selection<'a>, block: &'a Block, language: Language) -> Self {
        Self {
            selection,
            block,
            language,
            preferred: selection.model.deliberation.languages.preferred(language),
            text: String::new(),
        }
    }

    fn write(&mut self) {
        self.header();
        self.import();
        // The observation period first: the labels of other columns depend on it.
        let mut columns = self.block.columns();
        columns.sort_by_key(|it| self.block.observation_period.as_deref() != Some(&*it.name));
        for column in columns {
            self.line("");
            self.column(&column);
        }
        self.line("");
        self.key();
        self.rules();
        self.save();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, text: &str) {
        // Nothing in a line after `*` is a command, but `///` would join the next line, and `/*` would begin a comment of lines.
        let text = visible(text).replace('/', "\u{2215}");
        self.line(&format!("* {text}"));
    }

    fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    fn header(&mut self) {
        let model = self.selection.model;
        let deliberation = &model.deliberation;
        let label = self.block.label.first_of(&self.preferred).1.to_owned();
        self.comment(&label);
        let source = self.messages().with(
            message!("script-source"),
            &[
                ("decision", &*deliberation.number),
                ("block", &*self.block.id),
                ("fingerprint", &model.block_fingerprint(self.block)),
            ],
        );
        self.comment(&source);
        self.comment(&retention(deliberation, self.language));
        let files = [
            ("read", format!("{}.csv", self.block.id)),
            ("written", format!("{}.dta", self.block.id)),
        ];
        let files = files.each_ref().map(|(name, file)| (*name, &**file));
        let reads = self.messages().with(message!("script-files"), &files);
        self.comment(&reads);
    }

    /// Reads all columns as texts: so a code keeps its zeros, and each conversion below can be checked.
    fn import(&mut self) {
        self.line("version 14");
        self.line(&format!(
            "import delimited using \"{}.csv\", clear delimiters(\",\") varnames(1) case(preserve) \
             encoding(\"UTF-8\") stringcols(_all) bindquote(strict) maxquotedrows(unlimited)",
            self.block.id
        ));
        let names: Vec<_> = self
            .block
            .columns()
            .iter()
            .map(|it| it.name.clone())
            .collect();
        self.line(&format!("confirm variable {}", names.join(" ")));
        self.line("capture label drop _all");
    }

    fn column(&mut self, column: &Column<'_>) {
        let name = &*column.name;
        match column.value_type().representation() {
            Representation::Whole { .. } | Representation::Decimal { .. } => self.number(name),
            Representation::Period(grain) => self.period(name, grain),
            Representation::Flag => self.flag(column),
            Representation::Code { .. } => self.code(column),
            // A list stays the text that the file has.
            Representation::List { .. } => {}
        }
        let label = column.label();
        let label = cut(label.first_of(&self.preferred).1, MAX_VARIABLE_LABEL).into_owned();
        self.line(&format!("label variable {name} {}", quoted(&label)));
        let definition = column.definition().first_of(&self.preferred).1.to_owned();
        if !definition.is_empty() {
            self.line(&format!("notes {name}: {}", note(&definition)));
        }
        if let Some(variable) = column.variable() {
            let phrase = variable.phrase.term.to_string();
            self.line(&format!("notes {name}: {}", note(&phrase)));
        }
        self.bounds(name, column.value_type());
        if !column.nullable() && !column.value_type().is_list() {
            self.line(&format!("assert !missing({name})"));
        }
    }

    /// `destring` leaves a column as it is if it contains another text.
    fn number(&mut self, name: &str) {
        self.line(&format!("destring {name}, replace"));
        self.line(&format!("confirm numeric variable {name}"));
    }

    fn period(&mut self, name: &str, grain: Grain) {
        let part = |start, length| format!("real(substr({name}, {start}, {length}))");
        let (value, format) = match grain {
            Grain::Day => (
                format!("mdy({}, {}, {})", part(6, 2), part(9, 2), part(1, 4)),
                "%td",
            ),
            Grain::Month => (format!("ym({}, {})", part(1, 4), part(6, 2)), "%tm"),
            Grain::Quarter => (format!("yq({}, {})", part(1, 4), part(7, 1)), "%tq"),
            Grain::Year => (part(1, 4), "%ty"),
        };
        self.converted(name, &format!("generate long beraad_value = {value}"));
        self.line(&format!("format {name} {format}"));
    }

    /// Writes a conversion to `beraad_value`, checks that it lost nothing, and puts the result in the place of the column.
    fn converted(&mut self, name: &str, conversion: &str) {
        self.line(conversion);
        self.line(&format!("assert !missing(beraad_value) if {name} != \"\""));
        self.line(&format!("order beraad_value, after({name})"));
        self.line(&format!("drop {name}"));
        self.line(&format!("rename beraad_value {name}"));
    }

    fn flag(&mut self, column: &Column<'_>) {
        let name = &*column.name;
        let [no, yes] = flag_texts().map(|texts| {
            let texts = texts.map(|text| format!("{name} == \"{text}\""));
            texts.join(" | ")
        });
        let conversion = format!("generate byte beraad_value = cond({yes}, 1, cond({no}, 0, .))");
        self.converted(name, &conversion);
        let [no, yes] = flag_labels(self.selection, column, self.language)
            .map(|label| quoted(&cut(&label, MAX_VALUE_LABEL)));
        self.line(&format!("label define {name} 0 {no} 1 {yes}"));
        self.line(&format!("label values {name} {name}"));
    }

    /// The code stays a text; a companion has its number and its label.
    fn code(&mut self, column: &Column<'_>) {
        let companions = companions(self.selection, self.block, column, self.language);
        for companion in &companions {
            self.companion(column, companion);
        }
    }

    fn companion(&mut self, column: &Column<'_>, companion: &Companion) {
        let (name, code) = (&*companion.name, &*column.name);
        let condition = companion
            .period
            .and_then(|period| self.last_day_within(period));
        let condition = condition.map_or_else(String::new, |condition| format!(" & {condition}"));
        self.line(&format!("generate long {name} = ."));
        for labelled in &companion.codes {
            let number = number(labelled.number, labelled.missing.map(|(place, _)| place));
            let text = quoted(&labelled.code);
            self.line(&format!(
                "replace {name} = {number} if {code} == {text}{condition}"
            ));
            let label = quoted(&cut(&labelled.label, MAX_VALUE_LABEL));
            self.line(&format!("label define {name} {number} {label}, add"));
        }
        self.line(&format!("label values {name} {name}"));
        self.line(&format!("order {name}, after({code})"));
        let label = column.label();
        let label = label.first_of(&self.preferred).1;
        let label = match companion.period {
            Some(period) => format!("{label} ({period})"),
            None => label.to_owned(),
        };
        let label = cut(&label, MAX_VARIABLE_LABEL).into_owned();
        self.line(&format!("label variable {name} {}", quoted(&label)));
        let sharing: Vec<_> = companion
            .codes
            .iter()
            .filter(|it| it.shares_label)
            .collect();
        if !sharing.is_empty() {
            let codes: Vec<_> = sharing.iter().map(|it| &*it.code).collect();
            let codes = self.messages().with(
                message!("script-same-labels"),
                &[("codes", &codes.join(", "))],
            );
            self.comment(&codes);
        }
        self.line(&format!(
            "quietly count if missing({name}) & {name} == . & {code} != \"\"{condition}"
        ));
        let unlabelled = self
            .messages()
            .with(message!("script-unlabelled"), &[("column", code)]);
        self.line(&format!(
            "if r(N) > 0 display as text r(N) {}",
            quoted(&format!(" {unlabelled}"))
        ));
    }

    /// Returns the condition that the observation period of a row ends within a period.
    fn last_day_within(&self, period: Period) -> Option<String> {
        let name = self.block.observation_period.as_deref()?;
        let column = self.block.column(name)?;
        let last_day = match column.value_type().grain()? {
            Grain::Day => name.to_owned(),
            Grain::Month => format!("dofm({name} + 1) - 1"),
            Grain::Quarter => format!("dofq({name} + 1) - 1"),
            Grain::Year => format!("mdy(12, 31, {name})"),
        };
        let day = |day: Date| format!("mdy({}, {}, {})", day.month(), day.day(), day.year());
        let from = period
            .from
            .map(|from| format!("{last_day} >= {}", day(from)));
        let to = period.to.map(|to| format!("{last_day} <= {}", day(to)));
        let parts: Vec<_> = from.into_iter().chain(to).collect();
        (!parts.is_empty()).then(|| parts.join(" & "))
    }

    fn bounds(&mut self, name: &str, value_type: &ValueType) {
        if value_type.is_list() {
            return;
        }
        let (min, max) = value_type.documented_bounds();
        let parts: Vec<_> = min
            .map(|min| format!("{name} >= {min}"))
            .into_iter()
            .chain(max.map(|max| format!("{name} <= {max}")))
            .collect();
        if !parts.is_empty() {
            self.line(&format!("assert {} if !missing({name})", parts.join(" & ")));
        }
    }

    fn key(&mut self) {
        if let Identity::Key(columns) = &self.block.identity {
            let columns: Vec<_> = columns.iter().map(ToString::to_string).collect();
            self.line(&format!("isid {}", columns.join(" ")));
        }
    }

    fn rules(&mut self) {
        for rule in &self.block.rules {
            let message = rule.message.first_of(&self.preferred).1.to_owned();
            self.comment(&message);
            match packages::translated(rule, &STATA) {
                Some(violated) => self.line(&format!("assert !({violated})")),
                None => {
                    let text = self.messages().text(message!("script-rule-not-checked"));
                    self.comment(text);
                }
            }
        }
    }

    fn save(&mut self) {
        let label = self.block.label.first_of(&self.preferred).1;
        let label = cut(label, MAX_VARIABLE_LABEL).into_owned();
        self.line("");
        self.line(&format!("label data {}", quoted(&label)));
        self.line("compress");
        self.line(&format!("save \"{}.dta\", replace", self.block.id));
    }
}

/// The number of a code: a missing code has a letter as long as there are letters.
fn number(number: i64, missing: Option<usize>) -> String {
    let letter = missing.and_then(|place| MISSING_LETTERS.chars().nth(place));
    letter.map_or_else(|| number.to_string(), |letter| format!(".{letter}"))
}

/// Returns a text in compound double quotes, in which Stata expands nothing.
fn quoted(text: &str) -> String {
    format!("`\"{}\"'", without_macros(text))
}

/// Returns a text as a note, which has no quotes of its own.
fn note(text: &str) -> String {
    // A note is cut at 67,784 bytes.
    without_macros(&cut(text, 60_000))
}

/// Replaces the signs that begin or end a macro or a string of Stata by signs that look like them.
fn without_macros(text: &str) -> String {
    visible(text)
        .replace('`', "\u{2018}")
        .replace('$', "\u{ff04}")
        .replace("\"'", "\"\u{2019}")
}

/// The expressions of Stata.
const STATA: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0} | {1}", 1),
        Operator::And => Form::infix("{0} & {1}", 2),
        Operator::Equal => Form::comparison("{0} == {1}", 3),
        Operator::NotEqual => Form::comparison("{0} != {1}", 3),
        Operator::Less => Form::comparison("{0} < {1}", 3),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 3),
        Operator::Greater => Form::comparison("{0} > {1}", 3),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 3),
        Operator::Plus => Form::infix("{0} + {1}", 4),
        Operator::Minus => Form::infix("{0} - {1}", 4),
    },
    not: Form::prefix("!{0}", 6),
    is_null: Form::call("missing({0})"),
    is_not_null: Some(Form::prefix("!missing({0})", 6)),
    // Lists and the periods that contain another one are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |_| Form::call("{0}"),
    contains: Form::call("{0}"),
    one_of: Form::call("inlist({0}, {1})"),
    separator: ", ",
    column: str::to_owned,
    literal: |literal| match literal {
        Literal::Flag(flag) => u8::from(*flag).to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code, .. } => quoted(code),
        Literal::Period(period) => period_literal(period),
    },
};

fn period_literal(period: &CalendarPeriod) -> String {
    let first = period.first_day();
    match period.grain() {
        Grain::Day => format!("mdy({}, {}, {})", first.month(), first.day(), first.year()),
        Grain::Month => format!("ym({}, {})", first.year(), first.month()),
        Grain::Quarter => format!("yq({}, {})", first.year(), first.month().div_ceil(3)),
        Grain::Year => first.year().to_string(),
    }
}
