//! The script: it reads the CSV file of a block, and labels it.

use beraad_schema::describe::{
    Block, Column, Date, Grain, Identity, Period, Representation, ValueType,
};

use super::dialect::STATA;
use super::text::{code_literal, quoted, without_macros};
use super::variables::{Number, Variable, Variables};
use crate::format::Selection;
use crate::message;
use crate::messages::Messages;
use crate::packages::{self, Companion, flag_texts, header};

/// Returns the text of the script.
pub(super) fn text(selection: &Selection<'_>, dataset: &Variables<'_>) -> String {
    let mut script = Script {
        selection,
        dataset,
        block: dataset.block,
        text: String::new(),
    };
    script.write();
    script.text
}

/// The script of a block in a language.
struct Script<'s, 'a> {
    selection: &'s Selection<'s>,
    dataset: &'s Variables<'a>,
    block: &'a Block,
    text: String,
}

impl<'a> Script<'_, 'a> {
    fn write(&mut self) {
        self.header();
        self.import();
        // The observation period first: the labels of other columns depend on it.
        let dataset = self.dataset;
        let mut variables: Vec<_> = dataset.all.iter().collect();
        let period = self.block.observation_period.as_deref();
        variables.sort_by_key(|it| period != Some(&*it.name));
        for variable in variables {
            self.line("");
            self.variable(variable);
        }
        self.line("");
        self.key();
        self.rules();
        self.types();
        self.save();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, text: &str) {
        // Nothing in a line after `*` is a command, but `///` would join the next line, and `/*` would begin a comment of lines.
        // A macro is expanded in a comment too.
        let text = without_macros(text).replace('/', "\u{2215}");
        self.line(&format!("* {text}"));
    }

    fn messages(&self) -> &'static Messages {
        Messages::of(self.dataset.language)
    }

    fn header(&mut self) {
        let written = format!("{}.dta", self.block.id);
        for line in header(
            self.selection,
            self.block,
            self.dataset.language,
            Some(&written),
        ) {
            self.comment(&line);
        }
    }

    /// Reads all columns as texts: so a code keeps its zeros, and each conversion below can be checked.
    fn import(&mut self) {
        self.line("version 14");
        self.line(&format!(
            "import delimited using \"{}.csv\", clear delimiters(\",\") varnames(1) case(preserve) \
             encoding(\"UTF-8\") stringcols(_all) bindquote(strict) maxquotedrows(unlimited)",
            self.block.id
        ));
        let names = self.block.columns();
        let names: Vec<_> = names.iter().map(|it| &*it.name).collect();
        self.line(&format!("confirm variable {}", names.join(" ")));
        self.line("capture label drop _all");
    }

    fn variable(&mut self, variable: &Variable<'a>) {
        let (name, column) = (&*variable.name, &variable.column);
        if let Some(companion) = &variable.companion {
            self.companion(variable, companion);
            self.labels(variable);
            self.unlabelled(&column.name, companion);
            return;
        }
        match column.value_type().representation() {
            Representation::Whole { .. } | Representation::Decimal { .. } => self.number(name),
            Representation::Period(grain) => self.period(name, grain),
            Representation::Flag => self.flag(name),
            Representation::Code { list } => self.aliases(name, list),
            // A list stays the text that the file has.
            Representation::List { .. } => {}
        }
        self.labels(variable);
        self.bounds(name, column.value_type());
        if !column.nullable() && !self.is_empty_a_code(column) {
            self.line(&format!("assert !missing({name})"));
        }
    }

    /// A code stays the text that the file has, but other texts of it are replaced by the code.
    fn aliases(&mut self, name: &str, list: &str) {
        let list = self.selection.model.code_list(list);
        for (alias, code) in list.map(packages::aliases).unwrap_or_default() {
            let (alias, code) = (code_literal(alias), code_literal(code));
            self.line(&format!("replace {name} = {code} if {name} == {alias}"));
        }
    }

    /// Returns true if an empty text in a column may be a value: a code of its list, or a list without values.
    fn is_empty_a_code(&self, column: &Column<'_>) -> bool {
        let list = column.value_type().code_list();
        let list = list.and_then(|id| self.selection.model.code_list(id));
        column.value_type().is_list()
            || list.is_some_and(|list| list.published_codes().any(|(code, _)| code.is_empty()))
    }

    /// Writes the format, the labels and the notes of a variable.
    fn labels(&mut self, variable: &Variable<'_>) {
        let name = &*variable.name;
        self.line(&format!("format {name} {}", variable.format));
        for (number, label) in &variable.values {
            let label = quoted(label);
            self.line(&format!("label define {name} {number} {label}, add"));
        }
        if !variable.values.is_empty() {
            self.line(&format!("label values {name} {name}"));
        }
        self.line(&format!(
            "label variable {name} {}",
            quoted(&variable.label)
        ));
        // As characteristics, which have quotes: `notes` would read `/*` as the start of a comment, and `TS` as the time.
        for (number, note) in (1..).zip(&variable.notes) {
            self.line(&format!("char {name}[note{number}] {}", quoted(note)));
        }
        if !variable.notes.is_empty() {
            self.line(&format!("char {name}[note0] {}", variable.notes.len()));
        }
    }

    /// A point and a letter after it would be a missing value: `real` gives it, and the check refuses it.
    fn number(&mut self, name: &str) {
        let conversion = format!("generate double beraad_value = real({name})");
        self.converted(name, &conversion, "");
    }

    fn period(&mut self, name: &str, grain: Grain) {
        let part = |start, length| format!("real(substr({name}, {start}, {length}))");
        let (value, length) = match grain {
            Grain::Day => (
                format!("mdy({}, {}, {})", part(6, 2), part(9, 2), part(1, 4)),
                10,
            ),
            Grain::Month => (format!("ym({}, {})", part(1, 4), part(6, 2)), 7),
            Grain::Quarter => (format!("yq({}, {})", part(1, 4), part(7, 1)), 7),
            Grain::Year => (part(1, 4), 4),
        };
        let conversion = format!("generate long beraad_value = {value}");
        self.converted(name, &conversion, &format!(" & strlen({name}) == {length}"));
    }

    /// Writes a conversion to `beraad_value`, checks that it lost nothing, and puts the result in the place of the column.
    fn converted(&mut self, name: &str, conversion: &str, check: &str) {
        self.line(conversion);
        self.line(&format!(
            "assert !missing(beraad_value){check} if {name} != \"\""
        ));
        self.line(&format!("order beraad_value, after({name})"));
        self.line(&format!("drop {name}"));
        self.line(&format!("rename beraad_value {name}"));
    }

    fn flag(&mut self, name: &str) {
        let [no, yes] = flag_texts().map(|texts| {
            let texts = texts.map(|text| format!("{name} == \"{text}\""));
            texts.join(" | ")
        });
        let conversion = format!("generate byte beraad_value = cond({yes}, 1, cond({no}, 0, .))");
        self.converted(name, &conversion, "");
    }

    /// The code stays a text; a companion has its number and its label.
    fn companion(&mut self, variable: &Variable<'a>, companion: &Companion) {
        let (name, code) = (&*variable.name, &*variable.column.name);
        let condition = self.condition(companion);
        self.line(&format!("generate long {name} = ."));
        for labelled in &companion.codes {
            let number = Number::of(labelled.number, labelled.missing.map(|(place, _)| place));
            let text = code_literal(&labelled.code);
            self.line(&format!(
                "replace {name} = {number} if {code} == {text}{condition}"
            ));
        }
        self.line(&format!("order {name}, after({})", self.before(name)));
        let sharing = companion.codes.iter().filter(|it| it.shares_label);
        let sharing: Vec<_> = sharing.map(|it| &*it.code).collect();
        if !sharing.is_empty() {
            let codes = &[("codes", &*sharing.join(", "))];
            let codes = self.messages().with(message!("script-same-labels"), codes);
            self.comment(&codes);
        }
    }

    /// Returns the name of the variable before another one.
    fn before(&self, name: &str) -> &'_ str {
        let variables = &self.dataset.all;
        let place = variables.iter().position(|it| it.name == name);
        let before = place.and_then(|place| variables.get(place.checked_sub(1)?));
        before.map_or("", |it| &*it.name)
    }

    /// Returns the condition that a companion applies to a row.
    fn condition(&self, companion: &Companion) -> String {
        let condition = companion
            .period
            .and_then(|period| self.last_day_within(period));
        condition.map_or_else(String::new, |condition| format!(" & {condition}"))
    }

    fn unlabelled(&mut self, code: &str, companion: &Companion) {
        let (name, condition) = (&companion.name, self.condition(companion));
        self.line(&format!(
            "quietly count if {name} == . & {code} != \"\"{condition}"
        ));
        let unlabelled = self
            .messages()
            .with(companion.unlabelled(), &[("column", code)]);
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
            let message = rule.message.first_of(&self.dataset.preferred).1.to_owned();
            self.comment(&message);
            if let Some(violated) = packages::translated(rule, &STATA) {
                self.line(&format!("assert !({violated})"));
            } else {
                let text = self.messages().text(message!("script-rule-not-checked"));
                self.comment(text);
            }
        }
    }

    /// The types of the model, and not of the rows: so that datasets of several deliveries can be appended.
    fn types(&mut self) {
        self.line("");
        let dataset = self.dataset;
        for variable in &dataset.all {
            let (name, storage) = (&variable.name, variable.storage);
            self.line(&format!("recast {storage} {name}"));
            // A text stays as long as it is.
            if !storage.is_text() {
                self.line(&format!("confirm {storage} variable {name}"));
            }
        }
    }

    fn save(&mut self) {
        self.line("");
        self.line(&format!("label data {}", quoted(&self.dataset.label)));
        self.line(&format!("save \"{}.dta\", replace", self.block.id));
    }
}
