//! The columns of a block: their conversion from texts, and their labels.

use std::collections::BTreeMap;

use beraad_schema::describe::{
    CalendarPeriod, Column, Date, Grain, MeasurementLevel, Period, Representation, Role, ValueType,
    visible, visible_code,
};

use super::Script;
use super::dialect::period_start;
use super::syntax::{
    ATTRIBUTE_MAX, LIST_MAX, NUMBER_MAX, VALUE_LABEL_MAX, VARIABLE_LABEL_MAX, code_width, literal,
    name_of, number_format, quoted, quoted_within,
};
use crate::message;
use crate::packages::{
    Companion, LabelledCode, Limits, ReadAs, companions, cut, flag_labels, flag_texts,
    not_converted, read_as,
};

/// The first whole year of the calendar of SPSS.
const FIRST_YEAR: u16 = 1583;

/// The maximum number of single missing values of a variable.
const SINGLE_MISSING_MAX: usize = 3;

impl Script<'_, '_> {
    /// Converts the text of a column, and checks that the conversion lost nothing.
    pub(super) fn conversion(&mut self, column: &Column<'_>) {
        let name = name_of(&column.name);
        let raw = format!("@{}", column.name);
        let kind = read_as(column.value_type());
        let width = match kind {
            ReadAs::Code(list) => code_width(self.selection.model.code_list(list)),
            ReadAs::Number(_) | ReadAs::Period(_) | ReadAs::Flag | ReadAs::List => LIST_MAX,
        };
        let (declared, conversion, failed) = match kind {
            ReadAs::Number(limits) => number(column.value_type(), &name, &raw, limits),
            ReadAs::Period(grain) => period(grain, &name, &raw),
            ReadAs::Flag => flag(&name, &raw),
            ReadAs::Code(_) | ReadAs::List => text(&name, &raw, width),
        };
        let mark = format!("beraad_wrong_{}", self.marks.len() + 1);
        let message = not_converted(self.messages(), column, width);
        self.line(&declared);
        self.line(&format!("COMPUTE {mark} = 0."));
        self.line(&format!(
            "DO IF (beraad_line > 1 AND #other = 0 AND {raw} <> \"\")."
        ));
        self.line(&conversion);
        self.line(&format!("DO IF ({failed})."));
        self.line(&format!("COMPUTE {mark} = 1."));
        self.line(&format!("COMPUTE #{name} = #{name} + 1."));
        self.line("END IF.");
        // The first line of the file, and not the value: it is one of a person.
        self.line(&format!("DO IF ({mark} = 1 AND #{name} = 1)."));
        let first_line = self.messages().text(message!("script-first-line"));
        let first = format!("{}: {first_line}", column.name);
        self.line(&format!(
            "PRINT /{} beraad_line (F10.0).",
            quoted_within(&first)
        ));
        self.line("END IF.");
        self.line("END IF.");
        let label = quoted(&message, VARIABLE_LABEL_MAX);
        self.line(&format!("VARIABLE LABELS {mark} {label}."));
        self.marks.push(mark);
    }

    /// Labels a column.
    pub(super) fn column(&mut self, column: &Column<'_>) {
        let name = name_of(&column.name);
        self.kept.push(name.clone());
        let label = column.label().first_of(&self.preferred).1.to_owned();
        self.line(&format!(
            "VARIABLE LABELS {name} {}.",
            quoted(&label, VARIABLE_LABEL_MAX)
        ));
        self.line(&format!("VARIABLE LEVEL {name} ({}).", level(column)));
        self.attributes(column, &name);
        match column.value_type().representation() {
            Representation::Flag => self.flag_labels(column, &name),
            Representation::Code { .. } => self.companions(column),
            Representation::List { .. } => self.line(&format!("VARIABLE WIDTH {name} (20).")),
            Representation::Whole { .. }
            | Representation::Decimal { .. }
            | Representation::Period(_) => {}
        }
        let list = column.value_type().code_list();
        let list = list.and_then(|id| self.selection.model.code_list(id));
        let has_empty_code = list.is_some_and(|list| {
            let mut codes = list.published_codes();
            codes.any(|(code, _)| code.is_empty())
        });
        if !column.nullable() && !column.value_type().is_list() && !has_empty_code {
            let label = self
                .messages()
                .with(message!("script-no-value"), &[("column", &column.name)]);
            self.check(self.is_missing(&column.name), label);
        }
    }

    /// Adds the definition and the phrase as attributes, which SPSS shows with the variable.
    fn attributes(&mut self, column: &Column<'_>, name: &str) {
        let definition = column.definition().first_of(&self.preferred).1.to_owned();
        let phrase = column.variable().map(|it| it.phrase.term.to_string());
        let mut attributes = Vec::new();
        for (attribute, text) in [("Definition", Some(definition)), ("Phrase", phrase)] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                let text = quoted(&text, ATTRIBUTE_MAX);
                attributes.push(format!("  {attribute}({text})"));
            }
        }
        if !attributes.is_empty() {
            self.line(&format!("VARIABLE ATTRIBUTE VARIABLES={name} ATTRIBUTE="));
            self.line(&format!("{}.", attributes.join("\n")));
        }
    }

    fn flag_labels(&mut self, column: &Column<'_>, name: &str) {
        let [no, yes] = flag_labels(self.selection, column, self.language)
            .map(|label| quoted(&label, VALUE_LABEL_MAX));
        self.line(&format!("VALUE LABELS {name}\n  0 {no}\n  1 {yes}."));
    }

    /// The code stays a text; a companion has its number and its label.
    fn companions(&mut self, column: &Column<'_>) {
        let companions = companions(self.selection, self.block, column, self.language);
        let numbers = Numbers::of(&companions);
        for companion in &companions {
            self.companion(column, companion, &numbers);
        }
    }

    fn companion(&mut self, column: &Column<'_>, companion: &Companion, numbers: &Numbers) {
        let (name, code) = (&*companion.name, &*name_of(&column.name));
        self.kept.push(name.to_owned());
        self.line(&format!("NUMERIC {name} (F{}.0).", numbers.width()));
        let condition = companion
            .period
            .and_then(|period| self.last_day_within(period));
        // Where a value may be missing, an empty field means that there is none, and not the code of that text.
        let is_code = |labelled: &&LabelledCode| !labelled.code.is_empty() || !column.nullable();
        let codes: Vec<_> = companion.codes.iter().filter(is_code).collect();
        if let Some(condition) = &condition {
            self.line(&format!("DO IF ({condition})."));
        }
        self.line(&format!("RECODE {code}"));
        for labelled in &codes {
            let number = numbers.number(labelled);
            self.line(&format!("  ({}={number})", literal(&labelled.code)));
        }
        self.line(&format!("  INTO {name}."));
        if condition.is_some() {
            self.line("END IF.");
        }
        self.without_label(companion, code);
        self.line(&format!("VALUE LABELS {name}"));
        for labelled in &codes {
            let label = literal(&value_label(labelled));
            self.line(&format!("  {} {label}", numbers.number(labelled)));
        }
        self.line("  .");
        if let Some(missing) = numbers.missing_values(&codes) {
            self.line(&format!("MISSING VALUES {name} ({missing})."));
        }
        self.companion_label(column, companion);
        self.unlabelled(column, companion, condition);
    }

    /// Removes the number of each code in the rows in which the code has no label: a second RECODE would remove those of the first.
    fn without_label(&mut self, companion: &Companion, code: &str) {
        let observation = self.observation();
        for (periods, group) in companion.groups() {
            let Some(condition) = self.ends_within(periods) else {
                continue;
            };
            let texts = group.iter().map(|labelled| literal(&labelled.code));
            let texts: Vec<_> = texts.collect();
            self.line(&format!(
                "IF (ANY({code},\n    {})\n    AND (MISSING({observation}) OR NOT ({condition}))) {} = $SYSMIS.",
                texts.join(",\n    "),
                companion.name
            ));
        }
    }

    fn companion_label(&mut self, column: &Column<'_>, companion: &Companion) {
        let name = &*companion.name;
        let label = column.label();
        let label = label.first_of(&self.preferred).1;
        let label = match companion.period {
            Some(period) => format!("{label} ({period})"),
            None => label.to_owned(),
        };
        self.line(&format!(
            "VARIABLE LABELS {name} {}.",
            quoted(&label, VARIABLE_LABEL_MAX)
        ));
        self.line(&format!("VARIABLE LEVEL {name} ({}).", level(column)));
        let codes = companion.codes.iter();
        let sharing: Vec<_> = codes
            .filter(|it| it.shares_label)
            .map(|it| &*it.code)
            .collect();
        if !sharing.is_empty() {
            let text = self.messages().with(
                message!("script-same-labels"),
                &[("codes", &sharing.join(", "))],
            );
            self.comment(&text);
        }
    }

    /// Counts the rows with a code that has no label in the period of the row.
    fn unlabelled(
        &mut self,
        column: &Column<'_>,
        companion: &Companion,
        condition: Option<String>,
    ) {
        let code = name_of(&column.name);
        let mut violated = format!("SYSMIS({}) AND {code} <> \"\"", companion.name);
        if let Some(condition) = condition {
            // A row without a period has an unknown condition, and is none of those.
            violated = format!(
                "{violated}\n    AND NOT MISSING({})\n    AND {condition}",
                self.observation()
            );
        }
        let label = self
            .messages()
            .with(companion.unlabelled(), &[("column", &column.name)]);
        let label = match companion.period {
            Some(period) => format!("{label} ({period})"),
            None => label,
        };
        self.check(violated, label);
    }

    fn observation(&self) -> String {
        name_of(self.block.observation_period.as_deref().unwrap_or_default())
    }

    /// Returns the condition that the observation period of a row ends within one of some periods; `None` for all rows.
    fn ends_within(&self, periods: &[Period]) -> Option<String> {
        let conditions = periods
            .iter()
            .filter_map(|period| self.last_day_within(*period));
        let conditions: Vec<_> = conditions.collect();
        match &*conditions {
            [] => None,
            [condition] => Some(condition.clone()),
            _ => Some(format!("(({}))", conditions.join(") OR ("))),
        }
    }

    /// Returns the condition that the observation period of a row ends within a period.
    fn last_day_within(&self, period: Period) -> Option<String> {
        let column = self
            .block
            .column(self.block.observation_period.as_deref()?)?;
        let grain = column.value_type().grain()?;
        let name = self.observation();
        // A month ends on a day or later if it is the month of that day or a later one, and before a day if it is an earlier one.
        let start = |day: Date| CalendarPeriod::containing(grain, day).map(period_start);
        let from = period.from.and_then(start);
        let day_after = |day: Date| Date::from_epoch_days(day.to_epoch_days().saturating_add(1));
        let to = period.to.map(day_after).and_then(start);
        let from = from.map(|from| format!("{name} >= {from}"));
        let to = to.map(|to| format!("{name} < {to}"));
        let parts: Vec<_> = from.into_iter().chain(to).collect();
        (!parts.is_empty()).then(|| parts.join(" AND "))
    }
}

/// Returns the declaration, the conversion and the condition that it failed.
type Conversion = (String, String, String);

/// The texts of [`Limits::pattern`](crate::packages::Limits::pattern) that are within the limits: SPSS has no regular expressions.
fn number(value_type: &ValueType, name: &str, raw: &str, limits: Limits) -> Conversion {
    let Limits { min, max, decimals } = limits;
    let form = match decimals {
        _ if value_type.grain().is_some() => format!("LENGTH(RTRIM({raw})) <> 4"),
        0 => format!("{name} <> TRUNC({name}) OR INDEX({raw}, \".\") > 0"),
        // At least one digit before the point, and at least one after it.
        _ => format!(
            "INDEX({raw}, \".\") = 1 OR INDEX({raw}, \"-.\") = 1\n    \
             OR (INDEX({raw}, \".\") > 0\n    \
             AND NOT RANGE(LENGTH(RTRIM({raw})) - INDEX({raw}, \".\"), 1, {decimals}))"
        ),
    };
    // SPSS also reads `1+5`, `1E5` and a number with a space; of a longer text it would read the start.
    let failed = format!(
        "MISSING({name}) OR {name} < {min} OR {name} > {max}\n    OR {form}\n    \
         OR LENGTH(RTRIM({raw})) > {NUMBER_MAX}\n    \
         OR INDEX(RTRIM({raw}), \"eEdD+ \", 1) > 0 OR RINDEX({raw}, \"-\") > 1"
    );
    // Unlike the function NUMBER, it shows no value that is not a number.
    (
        format!("NUMERIC {name} ({}).", number_format(value_type)),
        format!("RECODE {raw} (CONVERT) (ELSE=SYSMIS) INTO {name}."),
        failed,
    )
}

/// The period that was read must give its text again. The parts are compared first: a date function shows those that it refuses.
fn period(grain: Grain, name: &str, raw: &str) -> Conversion {
    let part = |start, length, part: &str| {
        format!(
            "COMPUTE beraad_part = SUBSTR({raw}, {start}, {length}).\n\
             RECODE beraad_part (CONVERT) (ELSE=SYSMIS) INTO beraad_{part}."
        )
    };
    let year = "STRING(XDATE.YEAR({name}), N4)".replace("{name}", name);
    let month = format!("STRING(XDATE.MONTH({name}), N2)");
    let day = format!("STRING(XDATE.MDAY({name}), N2)");
    let year_part = part(1, 4, "year");
    let (format, parts, is_known, value, text) = match grain {
        Grain::Day => (
            "SDATE10",
            vec![year_part, part(6, 2, "month"), part(9, 2, "day")],
            " AND RANGE(beraad_month, 1, 12) AND RANGE(beraad_day, 1, 31)",
            "DATE.DMY(beraad_day, beraad_month, beraad_year)",
            format!("{year}, \"-\", {month}, \"-\", {day}"),
        ),
        Grain::Quarter => (
            "QYR8",
            vec![year_part, part(7, 1, "quarter")],
            " AND RANGE(beraad_quarter, 1, 4)",
            "DATE.QYR(beraad_quarter, beraad_year)",
            format!("{year}, \"-Q\", STRING(XDATE.QUARTER({name}), N1)"),
        ),
        Grain::Month | Grain::Year => (
            "MOYR8",
            vec![year_part, part(6, 2, "month")],
            " AND RANGE(beraad_month, 1, 12)",
            "DATE.MOYR(beraad_month, beraad_year)",
            format!("{year}, \"-\", {month}"),
        ),
    };
    let parts = parts.join("\n");
    (
        format!("NUMERIC {name} ({format})."),
        format!(
            "{parts}\nDO IF (RANGE(beraad_year, {FIRST_YEAR}, 9999){is_known}).\n\
             COMPUTE {name} = {value}.\nEND IF."
        ),
        format!("MISSING({name}) OR CONCAT({text}) <> {raw}"),
    )
}

fn flag(name: &str, raw: &str) -> Conversion {
    let [no, yes] = flag_texts();
    let values = |texts: [&str; 2], value: u8| texts.map(|text| format!(" (\"{text}\"={value})"));
    let values = [values(no, 0), values(yes, 1)].concat().concat();
    (
        format!("NUMERIC {name} (F1.0)."),
        format!("RECODE {raw}{values} INTO {name}."),
        format!("MISSING({name})"),
    )
}

fn text(name: &str, raw: &str, width: usize) -> Conversion {
    (
        format!("STRING {name} (A{width})."),
        format!("COMPUTE {name} = {raw}."),
        format!("LENGTH(RTRIM({raw})) > {width}"),
    )
}

fn level(column: &Column<'_>) -> &'static str {
    match column.variable().map(|variable| variable.measurement) {
        Some(MeasurementLevel::Ordinal) => "ORDINAL",
        Some(MeasurementLevel::Metric) => "SCALE",
        None if column.role() == Some(Role::ObservationPeriod) => "SCALE",
        Some(MeasurementLevel::Nominal | MeasurementLevel::Identifier) | None => "NOMINAL",
    }
}

/// Returns the label of a code. One that is cut has the code at its end, since two labels may have the same start.
fn value_label(labelled: &LabelledCode) -> String {
    // Of spaces in a row `visible` keeps one, and two codes may differ in them.
    let own_ending = format!(" [{}]", labelled.code);
    let label = if labelled.shares_label {
        labelled.label.strip_suffix(&own_ending)
    } else {
        None
    };
    let label = visible(label.unwrap_or(&labelled.label));
    if label.len() <= VALUE_LABEL_MAX && !labelled.shares_label {
        return label;
    }
    let ending = format!(" [{}]", visible_code(&labelled.code));
    let label = cut(&label, VALUE_LABEL_MAX.saturating_sub(ending.len()));
    format!("{label}{ending}")
}

/// The numbers of the codes of a column in all of its companions.
struct Numbers {
    /// The number of each missing code, by its place among them, if the own numbers cannot all be declared as missing.
    replaced: Option<i64>,
    width: usize,
}

impl Numbers {
    fn of(companions: &[Companion]) -> Self {
        let codes = companions.iter().flat_map(|companion| &companion.codes);
        let mut numbers = BTreeMap::new();
        for code in codes {
            numbers.insert(code.number, code.missing.is_some());
        }
        let missing: Vec<i64> = numbers
            .iter()
            .filter(|(_, is_missing)| **is_missing)
            .map(|(number, _)| *number)
            .collect();
        let (first, last) = (missing.first(), missing.last());
        let is_range = first.zip(last).is_some_and(|(first, last)| {
            numbers
                .range(*first..=*last)
                .all(|(_, is_missing)| *is_missing)
        });
        let smallest = numbers.keys().next().copied().unwrap_or(0).min(0);
        let replaced =
            (missing.len() > SINGLE_MISSING_MAX && !is_range).then(|| smallest.saturating_sub(1));
        let lengths = numbers.keys().map(|number| number.to_string().len());
        // Room for the numbers in the place of others.
        let room = usize::from(replaced.is_some()) * 4;
        Self {
            replaced,
            width: lengths.max().unwrap_or(1) + room,
        }
    }

    fn width(&self) -> usize {
        self.width
    }

    fn number(&self, labelled: &LabelledCode) -> i64 {
        let place = labelled.missing.map(|(place, _)| place);
        let place = place.and_then(|place| i64::try_from(place).ok());
        match (self.replaced, place) {
            (Some(first), Some(place)) => first.saturating_sub(place),
            _ => labelled.number,
        }
    }

    /// Returns the missing values: at most three, or a range.
    fn missing_values(&self, codes: &[&LabelledCode]) -> Option<String> {
        let missing = codes.iter().filter(|labelled| labelled.missing.is_some());
        let mut numbers: Vec<_> = missing.map(|labelled| self.number(labelled)).collect();
        numbers.sort_unstable();
        match &*numbers {
            [] => None,
            [first, .., last] if numbers.len() > SINGLE_MISSING_MAX => {
                Some(format!("{first} THRU {last}"))
            }
            numbers => {
                let numbers = numbers.iter().map(ToString::to_string);
                Some(numbers.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
