//! The script: it reads the CSV file of a block, and labels it.

use beraad_schema::describe::{Block, Column, Date, Grain, Identity, Period};

use super::dialect::STATA;
use super::text::{code_literal, quoted, without_macros};
use super::variables::{Number, Variable, Variables};
use crate::format::Selection;
use crate::message;
use crate::messages::{Message, Messages, Piece};
use crate::packages::{
    self, Companion, Limits, ReadAs, flag_texts, header, not_converted, period_pattern, read_as,
};

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

/// The function that looks at the lines of the file.
const LINES: &str = include_str!("lines.do");

/// Returns the condition that a whole text has a form. A dollar sign would begin a macro.
fn has_form(name: &str, pattern: &str) -> String {
    format!("ustrregexm({name}, \"^({pattern})\\z\")")
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
        let delivered = self.selection.columns_of_file(self.block);
        self.line("version 14");
        self.lines_of_file(delivered.len());
        self.line(&format!(
            "import delimited using \"{}.csv\", clear delimiters(\",\") varnames(1) case(preserve) \
             encoding(\"UTF-8\") stringcols(_all) bindquote(strict) maxquotedrows(unlimited)",
            self.block.id
        ));
        for name in &delivered {
            self.line(&format!("capture confirm variable {name}, exact"));
            let missing = self
                .messages()
                .with(message!("script-other-column.missing"), &[("column", name)]);
            self.stop_if("_rc != 0", &quoted(&missing));
        }
        let names = self.block.columns();
        let names: Vec<_> = names.iter().map(|it| &*it.name).collect();
        let names = names.join(" ");
        self.line(&format!("keep {names}"));
        self.line(&format!("order {names}"));
        // The header is line 1.
        self.line("generate long beraad_line = _n + 1");
        self.line("capture label drop _all");
    }

    /// Checks the lines of the file: `import` fills short rows, and skips blank lines. Without a macro, which a text could end.
    fn lines_of_file(&mut self, expected: usize) {
        self.text.push_str(LINES);
        self.line(&format!(
            "mata: beraad_lines(\"{}.csv\", {expected})",
            self.block.id
        ));
        let messages = self.messages();
        let empty = quoted(messages.text(message!("script-empty-file")));
        self.stop_if("scalar(beraad_count) == 0", &empty);
        let no_row = quoted(messages.text(message!("script-no-row")));
        self.line(&format!(
            "if scalar(beraad_count) == 1 display as text {no_row}"
        ));
        if expected > 1 {
            let separator = messages.with(message!("script-separator"), &[("found", "\";\"")]);
            self.stop_if("scalar(beraad_semicolon) == 1", &quoted(&separator));
            let separator = quoted(messages.text(message!("script-separator.unknown")));
            self.stop_if("scalar(beraad_comma) == 0", &separator);
        }
        let number = |name: &str| format!("string(scalar({name}), \"%12.0f\")");
        let line = [("line", number("beraad_blank"))];
        let blank = self.shown(message!("script-blank-line"), &line);
        self.stop_if("scalar(beraad_blank) > 0", &blank);
        let line = [("line", number("beraad_open"))];
        let open = self.shown(message!("script-open-quote"), &line);
        self.stop_if("scalar(beraad_open) > 0", &open);
        let values = [
            ("line", number("beraad_other")),
            ("found", number("beraad_fields")),
            ("expected", quoted(&expected.to_string())),
        ];
        let other = self.shown(message!("script-field-count"), &values);
        self.stop_if("scalar(beraad_other) > 0", &other);
    }

    /// Returns a message as texts and expressions that `display` shows one after the other.
    fn shown(&self, message: Message, values: &[(&str, String)]) -> String {
        let pieces = self.messages().pieces(message, |_| None);
        let pieces = pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(quoted(text)),
            Piece::Placeholder(name) => {
                let value = values.iter().find(|(of, _)| of == name);
                value.map(|(_, value)| value.clone())
            }
        });
        pieces.collect::<Vec<_>>().join(" ")
    }

    /// Stops the script with a message if a condition is true.
    fn stop_if(&mut self, condition: &str, message: &str) {
        self.line(&format!("if {condition} {{"));
        self.line(&format!("    display as error {message}"));
        self.line("    exit 459");
        self.line("}");
    }

    /// Shows the number of rows for which a condition is true. Nothing stops: the data are saved.
    fn count(&mut self, condition: &str, message: &str) {
        self.line(&format!("quietly count if {condition}"));
        let message = quoted(&format!(": {message}"));
        self.line(&format!(
            "display as text string(r(N), \"%12.0f\") {message}"
        ));
    }

    fn variable(&mut self, variable: &Variable<'a>) {
        let (name, column) = (&*variable.name, &variable.column);
        if let Some(companion) = &variable.companion {
            self.companion(variable, companion);
            self.labels(variable);
            self.unlabelled(&column.name, companion);
            return;
        }
        match read_as(column.value_type()) {
            ReadAs::Number(limits) => self.number(column, limits),
            ReadAs::Period(grain) => self.period(column, grain),
            ReadAs::Flag => self.flag(column),
            ReadAs::Code(list) => self.aliases(name, list),
            // A list stays the text that the file has.
            ReadAs::List => {}
        }
        if column.value_type().code_list().is_some() || column.value_type().is_list() {
            self.utf_8(name);
        }
        self.labels(variable);
        if !column.nullable() && !self.is_empty_a_code(column) {
            let message = self
                .messages()
                .with(message!("script-no-value"), &[("column", name)]);
            self.count(&format!("missing({name})"), &message);
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

    /// Stops at a text with a sign that takes the place of one that is not in UTF-8.
    fn utf_8(&mut self, name: &str) {
        self.line(&format!(
            "quietly summarize beraad_line if ustrinvalidcnt({name}) > 0 | strpos({name}, uchar(65533)) > 0"
        ));
        let line = [("line", "string(r(min), \"%12.0f\")".to_owned())];
        let message = self.shown(message!("script-not-utf-8"), &line);
        self.stop_if("r(N) > 0", &message);
    }

    /// A point and a letter after it would be a missing value: only the form of a number is converted.
    fn number(&mut self, column: &Column<'_>, limits: Limits) {
        let name = &*column.name;
        let pattern = match column.value_type().grain() {
            Some(grain) => period_pattern(grain).to_owned(),
            None => limits.pattern(),
        };
        let (form, min, max) = (has_form(name, &pattern), limits.min, limits.max);
        self.converted(
            column,
            &format!(
                "double beraad_value = real({name}) if {form} & inrange(real({name}), {min}, {max})"
            ),
        );
    }

    fn period(&mut self, column: &Column<'_>, grain: Grain) {
        let name = &*column.name;
        let part = |start, length| format!("real(substr({name}, {start}, {length}))");
        let value = match grain {
            Grain::Day => format!("mdy({}, {}, {})", part(6, 2), part(9, 2), part(1, 4)),
            Grain::Month => format!("ym({}, {})", part(1, 4), part(6, 2)),
            Grain::Quarter => format!("yq({}, {})", part(1, 4), part(7, 1)),
            Grain::Year => part(1, 4),
        };
        let form = has_form(name, period_pattern(grain));
        self.converted(column, &format!("long beraad_value = {value} if {form}"));
    }

    /// Writes a conversion to `beraad_value`, stops if it lost a value, and puts the result in the place of the column.
    fn converted(&mut self, column: &Column<'_>, conversion: &str) {
        let name = &*column.name;
        self.line(&format!("quietly generate {conversion}"));
        self.line(&format!(
            "quietly summarize beraad_line if missing(beraad_value) & {name} != \"\""
        ));
        // The number of rows and the first line, and not a value, which is confidential.
        let message = not_converted(self.messages(), column, usize::MAX);
        let first = self.messages().text(message!("script-first-line"));
        let number = |name: &str| format!("string(r({name}), \"%12.0f\")");
        let message = [
            quoted(&format!("{message}: ")),
            number("N"),
            quoted(&format!(", {first} ")),
            number("min"),
        ];
        self.stop_if("r(N) > 0", &message.join(" "));
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
        let conversion = format!("byte beraad_value = cond({yes}, 1, cond({no}, 0, .))");
        self.converted(column, &conversion);
    }

    /// The code stays a text; a companion has its number and its label.
    fn companion(&mut self, variable: &Variable<'a>, companion: &Companion) {
        let (name, code) = (&*variable.name, &*variable.column.name);
        let condition = self.condition(companion);
        self.line(&format!("generate long {name} = ."));
        for labelled in &companion.codes {
            let number = Number::of(labelled.number, labelled.missing.map(|(place, _)| place));
            let text = code_literal(&labelled.code);
            let of_code = self.ends_within(&labelled.periods);
            self.line(&format!(
                "replace {name} = {number} if {code} == {text}{condition}{of_code}"
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
            "if r(N) > 0 display as text string(r(N), \"%12.0f\") {}",
            quoted(&format!(": {unlabelled}"))
        ));
    }

    /// Returns the condition, after another one, that the observation period of a row ends within one of some periods; empty for
    /// all rows.
    fn ends_within(&self, periods: &[Period]) -> String {
        let conditions = periods
            .iter()
            .filter_map(|period| self.last_day_within(*period));
        let conditions: Vec<_> = conditions.collect();
        match &*conditions {
            [] => String::new(),
            [condition] => format!(" & {condition}"),
            _ => format!(" & (({}))", conditions.join(") | (")),
        }
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

    /// Counts the rows with the same key, and restores the order of the rows.
    fn key(&mut self) {
        let Identity::Key(columns) = &self.block.identity else {
            return;
        };
        let names: Vec<_> = columns.iter().map(ToString::to_string).collect();
        self.line(&format!(
            "quietly bysort {}: generate long beraad_rows = _N",
            names.join(" ")
        ));
        self.line("sort beraad_line");
        let columns = names.join(", ");
        let message = self
            .messages()
            .with(message!("script-same-key"), &[("columns", &columns)]);
        self.count("beraad_rows > 1", &message);
        self.line("drop beraad_rows");
    }

    fn rules(&mut self) {
        for rule in packages::rules_of(self.selection, self.block) {
            let message = rule.message.first_of(&self.dataset.preferred).1.to_owned();
            if let Some(violated) = packages::translated(&rule, &STATA) {
                let message = self
                    .messages()
                    .with(message!("script-violates"), &[("rule", &message)]);
                self.count(&violated, &message);
            } else {
                self.comment(&message);
                let text = self.messages().text(message!("script-rule-not-checked"));
                self.comment(text);
            }
        }
    }

    /// The types of the model, and not of the rows: so that datasets of several deliveries can be appended.
    fn types(&mut self) {
        self.line("");
        self.line("drop beraad_line");
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
