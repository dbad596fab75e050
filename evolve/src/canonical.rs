//! The canonical text of a block: one fact on each line, in a fixed order, for people who review a change.

use std::fmt::Write;

use beraad_describe::{
    AmountClassBounds, Block, CodeForm, CodeList, Column, Date, Dialect, Form, Grain, Identity,
    Label, Language, Literal, Model, Note, Operator, Origin, Period, SeriesBreak, Text, ValueType,
    Variable,
};

/// Returns the canonical text of a block, with its columns, its rules and the code lists that they name.
///
/// ```
/// let model = beraad_describe::example_model();
/// let text = beraad_evolve::canonical_text(&model, &model.blocks[0]);
/// assert!(text.contains("\n  type: serial_number of person, never null\n"));
/// ```
#[must_use]
pub fn canonical_text(model: &Model, block: &Block) -> String {
    let languages: Vec<_> = model.deliberation.languages.all().collect();
    text_of_block(block, &languages, |id| model.code_list(id))
}

/// Returns the canonical text of a block. The texts of labels are in the order of `languages`, and others after them.
pub(crate) fn text_of_block<'m>(
    block: &'m Block,
    languages: &[Language],
    find_list: impl Fn(&str) -> Option<&'m CodeList>,
) -> String {
    let mut page = Page {
        text: String::new(),
        depth: 0,
        languages: languages.to_vec(),
    };
    page.line("block", &block.id);
    page.lineage(&block.renamed_from, block.deprecated.as_ref());
    page.label("label", &block.label);
    page.label("definition", &block.definition);
    page.line("heading", &format!("{} {}", block.paragraph, block.heading));
    page.label("row", &block.row_unit);
    page.label("unit of analysis", &block.analysis_unit);
    page.optional_label("universe", block.universe.as_ref());
    page.line("temporality", &block.temporality.to_string());
    match &block.identity {
        Identity::Key(columns) => page.line("key", &columns.join(", ")),
        Identity::NoKnownKey(why) => page.label("no known key", why),
    }
    page.optional("observation period", block.observation_period.as_deref());
    page.period("valid", block.valid);
    page.sources(&block.origins, &block.evidence);
    page.remarks(&block.notes, &block.breaks);
    for rule in &block.rules {
        page.open("rule", &rule.id);
        page.line("expression", &CANONICAL.print(&rule.expression));
        page.label("message", &rule.message);
        page.optional("basis", rule.basis.as_deref());
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
        match find_list(id) {
            Some(list) => page.code_list(list),
            None => page.line("code list that is missing in the model", id),
        }
    }
    page.text
}

/// A builder of indented lines.
struct Page {
    text: String,
    depth: usize,
    /// The languages of the model, in the order in which the texts of a label are written.
    languages: Vec<Language>,
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

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(key, value);
        }
    }

    fn label(&mut self, key: &str, label: &Label) {
        let mut texts: Vec<_> = label.iter().collect();
        texts.sort_by_key(|(language, _)| {
            let mut languages = self.languages.iter();
            languages
                .position(|known| known == language)
                .unwrap_or(usize::MAX)
        });
        for (language, text) in texts {
            self.line(&format!("{key}, {language}"), text);
        }
    }

    fn optional_label(&mut self, key: &str, label: Option<&Label>) {
        if let Some(label) = label {
            self.label(key, label);
        }
    }

    fn lineage(&mut self, renamed_from: &[Text], deprecated: Option<&Label>) {
        for name in renamed_from {
            self.line("renamed from", name);
        }
        self.optional_label("deprecated", deprecated);
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
            &format!("{}, {null}", type_text(column.value_type())),
        );
        self.optional("relative", column.relative());
        let deprecated = column.variable().and_then(|it| it.deprecated.as_ref());
        self.lineage(column.renamed_from(), deprecated);
        match (column.role(), column.variable()) {
            (Some(role), _) => {
                self.line("role", role.into());
                let certainty = column.period_certainty();
                self.optional("meaning of the period", certainty.map(<&str>::from));
                // The texts of the other roles follow from the role and the type.
                if let Some(why) = column.why() {
                    self.label("label", &column.label());
                    self.label("definition", &column.definition());
                    self.label("why", why);
                }
            }
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
        self.optional("of", phrase.of.as_deref());
        self.line("precision of dates", phrase.dates.into());
        self.optional_label("disputed precision", phrase.disputed.as_ref());
        self.optional("match quality", variable.match_quality.map(Into::into));
        self.line("certainty of the type", variable.certainty.into());
        for kind in &variable.alternatives {
            self.line("alternative type", (*kind).into());
        }
        self.line("measurement", variable.measurement.into());
        self.optional_label("unit", variable.unit.as_ref());
        self.optional_label("range", variable.range.as_ref());
        self.optional_label("universe", variable.universe.as_ref());
        self.optional_label("row of the source", variable.source_unit.as_ref());
        self.optional_label("meaning of null", variable.null_means.as_ref());
        self.optional("code list", variable.code_list.as_deref());
        self.period("valid", variable.valid);
        self.sources(&variable.origins, &variable.evidence);
        self.remarks(&variable.notes, &variable.breaks);
    }

    fn sources(&mut self, origins: &[Origin], evidence: &[Text]) {
        for origin in origins {
            self.open("origin", &origin.name);
            self.optional("abbreviation", origin.abbreviation.as_deref());
            self.line("institution", &origin.institution);
            self.line("file", &origin.file);
            self.optional("stated validity", origin.stated_validity.as_deref());
            self.optional("stated level", origin.stated_level.as_deref());
            self.optional("page", origin.page.as_deref());
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
        for series_break in breaks {
            self.open("break from", series_break.from.as_str());
            self.label("change", &series_break.what);
            self.optional_label("advice", series_break.advice.as_ref());
            self.close();
        }
    }

    fn code_list(&mut self, list: &CodeList) {
        self.open("code list", &list.id);
        self.lineage(&list.renamed_from, list.deprecated.as_ref());
        self.line("kind", list.kind.into());
        self.optional("status", list.status.map(<&str>::from));
        if list.complete {
            self.line("complete", "the whole table is known");
        }
        self.optional_label("label", list.label.as_ref());
        self.label("definition", &list.definition);
        self.line("codes are read at", list.read_at.into());
        self.optional_label("reason", list.why.as_ref());
        self.optional("standard", list.standard.as_deref());
        self.optional("page", list.page.as_deref());
        let form = list.form.as_ref().map(CodeForm::to_string);
        self.optional("form", form.as_deref());
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
                let documented_from = meaning.documented_from.map(|day| day.to_string());
                self.optional("documented from", documented_from.as_deref());
                self.label("label", &meaning.label);
                self.optional("source", meaning.source.as_deref());
                self.optional("supplied by", meaning.supplied_by.as_deref());
                self.optional("missing", meaning.missing.map(<&str>::from));
                self.optional_label("short", meaning.short.as_ref());
                self.optional_label("remark", meaning.remark.as_ref());
                if let Some(class) = &meaning.class {
                    self.line("class", &class_text(class));
                }
                self.close();
            }
            self.close();
        }
        self.close();
    }
}

fn class_text(class: &AmountClassBounds) -> String {
    let bound = |bound: Option<&Text>| bound.map_or("no bound".to_owned(), ToString::to_string);
    let (lower, upper) = (bound(class.lower.as_ref()), bound(class.upper.as_ref()));
    let mut text = format!("{lower} to {upper}, closed: {}", class.closed);
    for part in [&class.currency, &class.unit].into_iter().flatten() {
        text += ", ";
        text += part;
    }
    text
}

fn days(period: Period) -> String {
    if period.is_always() {
        return "at all times".to_owned();
    }
    let day = |day: Option<Date>| day.map_or("not stated".to_owned(), |day| day.to_string());
    format!("{} to {}", day(period.from), day(period.to))
}

fn type_text(value_type: &ValueType) -> String {
    let kind: &str = match value_type {
        ValueType::Number { quantity, .. } => quantity.id(),
        _ => value_type.kind().into(),
    };
    match value_type {
        ValueType::SerialNumber { of } => format!("{kind} of {of}"),
        ValueType::Code { list } | ValueType::AmountClass { list } => format!("{kind} of {list}"),
        ValueType::Number {
            min, max, decimals, ..
        } => format!("{kind} {min} to {max} with {decimals} decimals"),
        ValueType::Amount {
            currency,
            min,
            max,
            decimals,
        } => format!("{kind} in {currency} {min} to {max} with {decimals} decimals"),
        ValueType::List { .. } => format!("list of {}", type_text(value_type.item())),
        ValueType::Day {}
        | ValueType::YearMonth {}
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
    containing: |grain| match grain {
        Grain::Year => Form::call("year({0})"),
        Grain::Quarter => Form::call("quarter({0})"),
        Grain::Month => Form::call("month({0})"),
        Grain::Day => Form::call("day({0})"),
    },
    contains: Form::call("contains({0}, {1})"),
    one_of: Form::call("one_of({0}; {1})"),
    separator: ", ",
    column: str::to_owned,
    literal,
};

fn literal(value: &Literal) -> String {
    match value {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Period(period) => period.to_string(),
        Literal::Code { list, code } => format!("{list} `{code}`"),
    }
}
