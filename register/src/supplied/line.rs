//! A line of a supplied list: one meaning of a code.

use std::fmt::Display;
use std::str::FromStr;

use beraad_describe::{
    AmountClassBounds, ClosedSide, CodeList, CodeTextError, Date, Label, Language, Meaning,
    MissingReason, Period, PeriodEnd, Text, excerpt,
};
use strum::VariantArray;

use super::days::{DayOrder, NotADay};
use super::decimal::Decimal;
use super::error::Report;
use super::header::{CLASS_COLUMNS, Header};
use super::message::{LineMessage, PeriodMessage};
use super::number_style::{NotANumber, NumberStyle};
use super::warning::ListWarningKind;
use crate::csv::{Field, Line};

/// The year before which no program wrote the days of a list.
const FIRST_YEAR_OF_PROGRAMS: i32 = 1970;

/// The meaning in a valid line.
pub(super) struct SuppliedMeaning {
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) meaning: Meaning,
    pub(super) lower: Option<Decimal>,
    pub(super) upper: Option<Decimal>,
}

/// The style of days and numbers in a file, which its lines have in common.
#[derive(Clone, Copy)]
pub(super) struct Style {
    days: DayOrder,
    numbers: NumberStyle,
}

impl Header {
    /// The style of the days and numbers in the lines below this header.
    pub(super) fn style(&self, lines: &[Line]) -> Style {
        let mut days = DayOrder::default();
        let mut numbers = NumberStyle::new(self.separator);
        for (line, fields) in lines {
            let Ok(fields) = fields else { continue };
            let texts = |columns: [&'static str; 2]| {
                let fields = columns.into_iter().filter_map(|it| self.field(fields, it));
                fields.filter_map(Field::trimmed)
            };
            texts(["valid_from", "valid_to"]).for_each(|text| days.learn(*line, text));
            texts(["lower", "upper"]).for_each(|text| numbers.learn(*line, text));
        }
        Style { days, numbers }
    }

    /// The published label in a line without a code, as a template has it for a label whose code is not published.
    pub(super) fn label_to_complete<'f>(
        &self,
        fields: &'f [Field],
        list: &CodeList,
    ) -> Option<&'f str> {
        let text = |column: &str| self.field(fields, column).and_then(Field::trimmed);
        let code = self.field(fields, "code");
        if code.is_some_and(|code| code.exact().is_some()) {
            return None;
        }
        let texts = self.languages.iter();
        let texts = texts.filter_map(|it| Some((*it, text(it.as_str())?)));
        let (_, first) = texts.clone().next()?;
        let unpublished = list.codes.iter().filter(|entry| entry.code.is_none());
        let mut meanings = unpublished.flat_map(|entry| &entry.meanings);
        let is_label = meanings.any(|meaning| {
            let of_label = |(language, text): (Language, &str)| {
                meaning.label.text(language).map(str::trim) == Some(text)
            };
            texts.clone().all(of_label)
        });
        is_label.then_some(first)
    }

    /// The meaning in a line below this header; `None` if the line contains errors.
    ///
    /// Bounds are errors unless the list is of amount classes.
    pub(super) fn meaning(
        &self,
        line: usize,
        fields: &[Field],
        list: &CodeList,
        style: &Style,
        is_of_amount_classes: bool,
        report: &mut Report,
    ) -> Option<SuppliedMeaning> {
        let others = fields.iter().skip(1).all(|field| field.exact().is_none());
        if others
            && fields
                .iter()
                .any(|field| field.trimmed().is_some_and(|it| it.starts_with('#')))
        {
            report.error(line, || LineMessage::CommentBelowHeader);
            return None;
        }
        if fields.len() != self.width {
            report.error(line, || LineMessage::FieldCount {
                expected: self.width,
                found: fields.len(),
                separator: self.separator,
            });
            return None;
        }
        if let Some(text) = self.unnamed_text(fields) {
            report.error(line, || LineMessage::UnnamedColumn {
                text: excerpt(text),
            });
            return None;
        }
        let mut reader = LineReader {
            header: self,
            fields,
            list,
            style,
            line,
            report,
            is_valid: true,
        };
        let meaning = reader.meaning(is_of_amount_classes);
        meaning.filter(|_| reader.is_valid)
    }
}

/// Reads the fields of one line, and goes on behind an error.
struct LineReader<'a> {
    header: &'a Header,
    fields: &'a [Field],
    list: &'a CodeList,
    style: &'a Style,
    line: usize,
    report: &'a mut Report,
    is_valid: bool,
}

impl<'a> LineReader<'a> {
    fn trimmed(&self, column: &str) -> Option<&'a str> {
        self.header.field(self.fields, column)?.trimmed()
    }

    fn text(&self, column: &str) -> Option<Text> {
        self.trimmed(column).map(|text| text.to_owned().into())
    }

    fn error(&mut self, message: impl FnOnce() -> LineMessage) {
        self.is_valid = false;
        self.report.error(self.line, message);
    }

    fn meaning(&mut self, is_of_amount_classes: bool) -> Option<SuppliedMeaning> {
        let code = self.code();
        let label = self.label();
        let period = self.period();
        let missing = self.variant::<MissingReason>("missing");
        let texts = (self.bound("lower"), self.bound("upper"));
        let class = self.class(is_of_amount_classes, texts);
        let bound = |text: &Option<Text>| text.as_deref().and_then(Decimal::parse);
        let bounds = class
            .as_ref()
            .map(|class| (bound(&class.lower), bound(&class.upper)));
        let (lower, upper) = bounds.unwrap_or_default();
        let remark = self.text("remark");
        let label = label?;
        // No column gives the language of a remark, so each language of the label gets it.
        let remark = remark.map(|text| label.map(|_, _| text.to_string()));
        let mut meaning = Meaning::new(label);
        meaning.period = period;
        meaning.source = self.text("source");
        meaning.missing = missing;
        meaning.remark = remark;
        meaning.class = class;
        Some(SuppliedMeaning {
            line: self.line,
            code: code?,
            lower,
            upper,
            meaning,
        })
    }

    fn code(&mut self) -> Option<String> {
        // The only field that is not trimmed: a space is part of a code.
        let code = self.header.field(self.fields, "code");
        let Some(code) = code.and_then(Field::exact) else {
            self.error(|| LineMessage::MissingCode);
            return None;
        };
        if let Some(error) = CodeTextError::of(code) {
            self.error(|| LineMessage::InvalidCode {
                code: excerpt(code),
                error,
                // Many look like an ASCII character, or like nothing.
                other: code.chars().find(|char| !matches!(char, ' '..='~')),
            });
            return None;
        }
        if let Some(form) = self.list.required_form().filter(|form| !form.accepts(code)) {
            let list = self.list.id.to_string();
            self.error(|| LineMessage::OtherForm {
                code: excerpt(code),
                form: form.clone(),
                list,
            });
            return None;
        }
        Some(code.to_owned())
    }

    /// The label, in each language in which the line has a text.
    fn label(&mut self) -> Option<Label> {
        let languages = &self.header.languages;
        let text = |language: &Language| Some((*language, self.text(language.as_str())?));
        let label = Label::try_new(languages.iter().filter_map(text)).ok();
        if label.is_none() {
            self.error(|| LineMessage::MissingLabel {
                languages: languages.iter().map(ToString::to_string).collect(),
            });
        }
        label
    }

    fn period(&mut self) -> Period {
        let (from, to) = (self.day("valid_from"), self.day("valid_to"));
        // Programs that write such a day did not exist when the period ended: it is of a list of that time.
        let is_old = from.zip(to).is_some_and(|(from, to)| {
            (from.year(), from.month(), from.day()) == (1900, 1, 1)
                && from <= to
                && to.year() < FIRST_YEAR_OF_PROGRAMS
        });
        let from = if is_old {
            from
        } else {
            self.end(from, PeriodEnd::First)
        };
        let period = Period::new(from, self.end(to, PeriodEnd::Last));
        if let Some((from, to)) = period.from.zip(period.to).filter(|(from, to)| to < from) {
            self.error(|| LineMessage::PeriodBackwards { from, to });
        }
        period
    }

    /// The day of an end of the period. A day by which other programs write an open end is an open end, with a warning,
    /// unless the file confirms the day.
    fn end(&mut self, day: Option<Date>, end: PeriodEnd) -> Option<Date> {
        let column = match end {
            PeriodEnd::First => "valid_from",
            PeriodEnd::Last => "valid_to",
        };
        let day = day?;
        let Some(open) = PeriodEnd::left_open_by(day) else {
            return Some(day);
        };
        let is_open = open == end;
        let value = day.to_string();
        if self.report.is_confirmed(&value) {
            return Some(day);
        }
        self.report
            .warning(self.line, ListWarningKind::OpenEnd, &value, || {
                PeriodMessage::OpenEnd {
                    column: column.to_owned(),
                    day,
                    is_beginning: open == PeriodEnd::First,
                    is_open,
                }
            });
        (!is_open).then_some(day)
    }

    fn day(&mut self, column: &'static str) -> Option<Date> {
        let text = self.trimmed(column)?;
        let order = self.style.days;
        match order.day(text) {
            Ok(day) => Some(day),
            Err(NotADay::Invalid) => {
                self.error(|| LineMessage::InvalidDay {
                    text: excerpt(text),
                    column: column.to_owned(),
                });
                None
            }
            Err(NotADay::Ambiguous(one, other)) => {
                self.error(|| LineMessage::AmbiguousDay {
                    text: excerpt(text),
                    column: column.to_owned(),
                    one,
                    other,
                    lines: order.contradiction(),
                });
                None
            }
        }
    }

    /// The variant whose name is in a column.
    fn variant<T>(&mut self, column: &str) -> Option<T>
    where
        T: FromStr + VariantArray + Display,
    {
        let text = self.trimmed(column)?;
        let variant = text.parse().ok();
        if variant.is_none() {
            self.error(|| LineMessage::UnknownWord {
                text: excerpt(text),
                column: column.to_owned(),
                known: T::VARIANTS.iter().map(ToString::to_string).collect(),
            });
        }
        variant
    }

    /// A bound, as a text with a point before its decimals.
    fn bound(&mut self, column: &'static str) -> Option<String> {
        let text = self.trimmed(column)?;
        let found = self.style.numbers.number(text);
        let error = match found {
            Ok(number) if Decimal::parse(&number).is_some() => return Some(number),
            Ok(_) => NotANumber::Invalid,
            Err(error) => error,
        };
        self.error(|| {
            let (text, column) = (excerpt(text), column.to_owned());
            match error {
                NotANumber::Invalid => LineMessage::InvalidNumber { text, column },
                NotANumber::Ambiguous(one, other) => LineMessage::AmbiguousNumber {
                    text,
                    column,
                    whole: if one.contains('.') { &other } else { &one }.clone(),
                    one,
                    other,
                },
                NotANumber::OtherSign(line) => LineMessage::OtherDecimalSign { text, column, line },
            }
        });
        None
    }

    fn class(
        &mut self,
        is_of_amount_classes: bool,
        (lower, upper): (Option<String>, Option<String>),
    ) -> Option<AmountClassBounds> {
        let mut columns = CLASS_COLUMNS.iter();
        // A line that fills none of these columns has no class, also in a list of amount classes.
        let column = columns.find(|column| self.trimmed(column).is_some())?;
        if !is_of_amount_classes {
            self.error(|| LineMessage::NotAmountClasses {
                column: (*column).to_owned(),
            });
            return None;
        }
        let closed: ClosedSide = self.variant("closed").unwrap_or_default();
        let bound = |text: &Option<String>| text.as_deref().and_then(Decimal::parse);
        self.check_bounds(bound(&lower), bound(&upper), closed);
        let currency = self.text("currency");
        let is_currency =
            |text: &Text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some(text) = currency.as_ref().filter(|text| !is_currency(text)) {
            self.error(|| LineMessage::InvalidCurrency {
                text: excerpt(text),
            });
        }
        let mut class =
            AmountClassBounds::new(lower.map(Text::from), upper.map(Text::from), closed);
        class.unit = self.text("unit");
        class.currency = currency;
        Some(class)
    }

    /// Checks that there is an amount between the bounds.
    fn check_bounds(&mut self, lower: Option<Decimal>, upper: Option<Decimal>, closed: ClosedSide) {
        let Some((lower, upper)) = lower.zip(upper) else {
            return;
        };
        if lower > upper {
            self.error(|| LineMessage::BoundsBackwards {
                lower: lower.to_string(),
                upper: upper.to_string(),
            });
        } else if lower == upper && matches!(closed, ClosedSide::Left | ClosedSide::Right) {
            self.error(|| LineMessage::EmptyClass {
                lower: lower.to_string(),
                upper: upper.to_string(),
            });
        }
    }
}
