//! The canonical text of a block: one fact on each line, in a fixed order, for people who review a change.

use std::fmt::Write;

use beraad_schema::describe::{
    Block, CodeList, Column, Dialect, Form, Identity, Label, Literal, Model, Note, Operator,
    Origin, Period, SeriesBreak, ValueType, Variable,
};

/// Returns the canonical text of a block, with its columns, its rules and the code lists that they name.
#[must_use]
pub fn block(model: &Model, block: &Block) -> String {
    let mut page = Page::default();
    page.line("block", &block.id);
    page.label("label", &block.label);
    page.label("definition", &block.definition);
    page.line("heading", &format!("{} {}", block.paragraph, block.heading));
    page.label("row_unit", &block.row_unit);
    page.label("unit type", &block.analysis_unit);
    page.maybe_label("universe", block.universe.as_ref());
    page.line("temporality", &block.temporality.to_string());
    match &block.identity {
        Identity::Key(columns) => page.line("key", &columns.join(", ")),
        Identity::NoKnownKey(why) => page.label("no known key", why),
    }
    page.maybe("observation period", block.observation_period.as_deref());
    page.period("rows exist", block.valid);
    page.sources(&block.origins, &block.evidence);
    page.remarks(&block.notes, &block.breaks);
    for rule in &block.rules {
        page.open("rule", &rule.id);
        page.line("expression", &CANONICAL.print(&rule.expression));
        page.label("message", &rule.message);
        page.maybe("basis", rule.basis.as_deref());
        page.close();
    }
    let columns = block.columns();
    for column in &columns {
        page.column(column);
    }
    let mut lists: Vec<&str> = Vec::new();
    for column in &columns {
        let of_variable = column
            .variable()
            .and_then(|variable| variable.code_list.as_deref());
        let list = column.value_type().code_list().or(of_variable);
        lists.extend(list.filter(|list| !lists.contains(list)));
    }
    for id in lists {
        match model.code_list(id) {
            Some(list) => page.code_list(list),
            None => page.line("code list that the model does not have", id),
        }
    }
    page.text
}

/// A builder of indented lines.
#[derive(Default)]
struct Page {
    text: String,
    depth: usize,
}

impl Page {
    fn line(&mut self, key: &str, value: &str) {
        let indent = "  ".repeat(self.depth);
        // Line breaks are escaped, so that every fact is on one line.
        let value = value.replace('\\', "\\\\").replace('\n', "\\n");
        let line = format!("{indent}{key}: {value}");
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    fn maybe(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(key, value);
        }
    }

    fn label(&mut self, key: &str, label: &Label) {
        self.line(&format!("{key}, nl"), &label.nl);
        self.line(&format!("{key}, en"), &label.en);
        self.maybe(&format!("{key}, fr"), label.fr.as_deref());
    }

    fn maybe_label(&mut self, key: &str, label: Option<&Label>) {
        if let Some(label) = label {
            self.label(key, label);
        }
    }

    fn period(&mut self, key: &str, period: Period) {
        if !period.is_always() {
            self.line(key, &days(period));
        }
    }

    fn open(&mut self, key: &str, value: &str) {
        self.line(key, value);
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth -= 1;
    }

    fn column(&mut self, column: &Column<'_>) {
        self.open("column", &column.name);
        let null = if column.nullable() {
            "may be null"
        } else {
            "never null"
        };
        self.line(
            "type",
            &format!("{}, {null}", value_type(column.value_type())),
        );
        self.maybe("relative", column.relative());
        match (column.role(), column.variable()) {
            (Some(role), _) => self.line("role", role.into()),
            (None, Some(variable)) => self.variable(variable),
            (None, None) => self.line("column", "neither a role nor a variable"),
        }
        self.close();
    }

    fn variable(&mut self, variable: &Variable) {
        let phrase = &variable.phrase;
        self.label("label", &variable.label);
        self.label("definition", &variable.definition);
        self.line(
            "phrase",
            &format!("{} {} | {}", phrase.paragraph, phrase.heading, phrase.term),
        );
        self.maybe("of", phrase.of.as_deref());
        self.line("dates by", phrase.dates.into());
        self.maybe_label("precision is disputed", phrase.disputed.as_ref());
        self.line("match_quality", variable.match_quality.into());
        self.line("certainty of the type", variable.certainty.into());
        for kind in &variable.alternatives {
            self.line("or else", (*kind).into());
        }
        self.line("measurement", variable.measurement.into());
        self.maybe_label("unit", variable.unit.as_ref());
        self.maybe_label("range", variable.range.as_ref());
        self.maybe_label("universe", variable.universe.as_ref());
        self.maybe_label("row of the source", variable.source_unit.as_ref());
        self.maybe_label("null means", variable.null_means.as_ref());
        self.maybe("code list", variable.code_list.as_deref());
        self.period("exists", variable.valid);
        self.sources(&variable.origins, &variable.evidence);
        self.remarks(&variable.notes, &variable.breaks);
    }

    fn sources(&mut self, origins: &[Origin], evidence: &[beraad_schema::describe::Text]) {
        for origin in origins {
            self.open("origin", &origin.name);
            self.maybe("abbreviation", origin.abbreviation.as_deref());
            self.line("institution", &origin.institution);
            self.line("file", &origin.file);
            self.maybe("valid", origin.stated_validity.as_deref());
            self.maybe("level", origin.stated_level.as_deref());
            self.maybe("page", origin.page.as_deref());
            self.close();
        }
        for line in evidence {
            self.line("evidence", line);
        }
    }

    fn remarks(&mut self, notes: &[Note], breaks: &[SeriesBreak]) {
        for note in notes {
            self.label("note", &note.text);
        }
        for each in breaks {
            self.open("break from", each.from.as_str());
            self.label("what", &each.what);
            self.maybe_label("what to do", each.advice.as_ref());
            self.close();
        }
    }

    fn code_list(&mut self, list: &CodeList) {
        self.open("code list", &list.id);
        self.line("kind", list.kind.into());
        self.maybe("status", list.status.map(<&str>::from));
        if list.complete {
            self.line("complete", "a whole table was seen");
        }
        self.maybe_label("label", list.label.as_ref());
        self.line("definition", &list.definition);
        self.line("read at", list.read_at.into());
        self.maybe_label("why", list.why.as_ref());
        self.maybe("standard", list.standard.as_deref());
        self.maybe("page", list.page.as_deref());
        for code in &list.codes {
            match &code.code {
                Some(text) => self.open("code", &format!("`{text}`")),
                None => self.open("code", "not published"),
            }
            for alias in &code.aliases {
                self.line("alias", &format!("`{alias}`"));
            }
            for meaning in &code.meanings {
                self.open("meaning", &days(meaning.period));
                self.label("label", &meaning.label);
                self.maybe("source", meaning.source.as_deref());
                self.maybe("supplied by", meaning.supplied_by.as_deref());
                self.maybe("missing", meaning.missing.map(<&str>::from));
                self.maybe_label("short", meaning.short.as_ref());
                self.maybe_label("remark", meaning.remark.as_ref());
                self.close();
            }
            self.close();
        }
        self.close();
    }
}

fn days(period: Period) -> String {
    let day = |day: Option<beraad_schema::describe::Date>| {
        day.map_or("not stated".to_owned(), |day| day.to_string())
    };
    format!("{} to {}", day(period.from), day(period.to))
}

fn value_type(of: &ValueType) -> String {
    let kind: &str = of.kind().into();
    match of {
        ValueType::SerialNumber { of } => format!("{kind} of {of}"),
        ValueType::Code { list } | ValueType::AmountClass { list } => format!("{kind} of {list}"),
        ValueType::Number {
            min, max, decimals, ..
        } => format!("{kind} {min} to {max} with {decimals} decimals"),
        ValueType::List { .. } => format!("list of {}", value_type(of.item())),
        ValueType::YearMonth {}
        | ValueType::YearQuarter {}
        | ValueType::Year {}
        | ValueType::Flag {} => kind.to_owned(),
    }
}

/// Expressions with parentheses around every operator, so that readers need not know the precedences.
const CANONICAL: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Equal => Form::call("({0} == {1})"),
        Operator::NotEqual => Form::call("({0} != {1})"),
        Operator::Less => Form::call("({0} < {1})"),
        Operator::LessOrEqual => Form::call("({0} <= {1})"),
        Operator::Greater => Form::call("({0} > {1})"),
        Operator::GreaterOrEqual => Form::call("({0} >= {1})"),
        Operator::And => Form::call("({0} && {1})"),
        Operator::Or => Form::call("({0} || {1})"),
        Operator::Plus => Form::call("({0} + {1})"),
        Operator::Minus => Form::call("({0} - {1})"),
    },
    not: Form::call("not({0})"),
    is_null: Form::call("is_null({0})"),
    is_not_null: None,
    len: Form::call("len({0})"),
    is_empty: None,
    contains: Form::call("contains({0}, {1})"),
    one_of: Form::call("one_of({0}; {1})"),
    separator: ", ",
    column: str::to_owned,
    literal,
};

fn literal(of: &Literal) -> String {
    match of {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Period(period) => period.to_string(),
        Literal::Code { list, code } => format!("{list} `{code}`"),
    }
}
