//! What a line of a supplied list says, or what is wrong with it.

use beraad_schema::CodeText;
use beraad_schema::describe::{
    AmountClassBounds, ClosedSide, Date, Label, Meaning, MissingReason, Period, Text,
};

use super::csv::Cell;
use super::decimal::Decimal;
use super::mistake::{Found, shown};
use crate::format::help;

/// The columns that every list may have. `code`, and one of `nl` and `en`, must be there.
pub(super) const COLUMNS: [&str; 9] = [
    "code",
    "nl",
    "en",
    "fr",
    "valid_from",
    "valid_to",
    "missing",
    "source",
    "remark",
];

/// The columns that a list of amount classes may have besides.
pub(super) const CLASS_COLUMNS: [&str; 5] = ["lower", "upper", "closed", "unit", "currency"];

/// Where each column stands in the lines of a file.
pub(super) struct Header {
    positions: Vec<(&'static str, usize)>,
    width: usize,
    separator: char,
}

/// A line that says what it must.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) code: String,
    /// The texts as they were written; a language that is not there takes the text of the other.
    pub(super) nl: Option<String>,
    pub(super) en: Option<String>,
    pub(super) meaning: Meaning,
    pub(super) lower: Option<Decimal>,
    pub(super) upper: Option<Decimal>,
}

impl Header {
    /// The header in this line, or `None` with its mistakes.
    pub(super) fn read(
        line: usize,
        cells: &[Cell],
        separator: char,
        found: &mut Found,
    ) -> Option<Self> {
        let known: Vec<_> = COLUMNS.iter().chain(&CLASS_COLUMNS).copied().collect();
        let mut positions: Vec<(&'static str, usize)> = Vec::new();
        let mut right = true;
        let mut wrong = |says: &dyn Fn() -> String| {
            right = false;
            found.add(line, says);
        };
        // A spreadsheet adds empty fields at the end of a line.
        let named = cells.iter().rposition(|cell| cell.words().is_some());
        let named = named.map_or(0, |last| last + 1);
        for (position, cell) in cells[..named].iter().enumerate() {
            let name = cell.text.trim();
            match known.iter().find(|known| **known == name) {
                None => wrong(&|| {
                    let help = help(&shown(name), &known);
                    format!("there is no column `{}`: {help}", shown(name))
                }),
                Some(known) if positions.iter().any(|it| it.0 == *known) => {
                    wrong(&|| {
                        format!("the column `{known}` stands twice in the header; write it once")
                    });
                }
                Some(known) => positions.push((known, position)),
            }
        }
        let has = |name| positions.iter().any(|it| it.0 == name);
        let example = COLUMNS.join(&separator.to_string());
        if !has("code") {
            wrong(&|| {
                format!(
                    "the header has no column `code`; the first line that is no comment is the header, such as `{example}`"
                )
            });
        }
        if !has("nl") && !has("en") {
            wrong(&|| "the header has no column for labels; write `nl`, `en` or both".to_owned());
        }
        right.then_some(Self {
            positions,
            width: cells.len(),
            separator,
        })
    }

    /// What a line says. Bounds are a mistake unless the list is one of `classes`.
    pub(super) fn row(
        &self,
        line: usize,
        cells: &[Cell],
        classes: bool,
        found: &mut Found,
    ) -> Option<Row> {
        if cells.len() != self.width {
            let (expected, separator, count) = (self.width, self.separator, cells.len());
            found.add(line, || format!(
                "fields: {count}, where the header has {expected}; put a text that holds `{separator}` in quotes, and write a `{separator}` for each field that is left empty"
            ));
            return None;
        }
        let mut reader = Reader {
            header: self,
            cells,
            line,
            found,
            right: true,
        };
        let row = reader.row(classes);
        row.filter(|_| reader.right)
    }
}

struct Reader<'a> {
    header: &'a Header,
    cells: &'a [Cell],
    line: usize,
    found: &'a mut Found,
    right: bool,
}

impl<'a> Reader<'a> {
    fn cell(&self, name: &str) -> Option<&'a Cell> {
        let mut positions = self.header.positions.iter();
        let (_, position) = positions.find(|(column, _)| *column == name)?;
        self.cells.get(*position)
    }

    fn words(&self, name: &str) -> Option<&'a str> {
        self.cell(name)?.words()
    }

    fn owned(&self, name: &str) -> Option<Text> {
        self.words(name).map(|words| words.to_owned().into())
    }

    fn wrong(&mut self, says: impl FnOnce() -> String) {
        self.right = false;
        self.found.add(self.line, says);
    }

    fn row(&mut self, classes: bool) -> Option<Row> {
        let code = self.code();
        let (nl, en) = (self.words("nl"), self.words("en"));
        let mut label = None;
        if let Some((nl, en)) = nl.or(en).zip(en.or(nl)) {
            let mut both = Label::new(nl.to_owned(), en.to_owned());
            both.fr = self.owned("fr");
            label = Some(both);
        } else {
            self.wrong(|| "a code without a label; write what it means in `nl` or `en`".to_owned());
        }
        let period = self.period();
        let missing =
            self.word::<MissingReason>("missing", &["unknown", "unspecified", "not_applicable"]);
        let (lower, upper) = (self.bound("lower"), self.bound("upper"));
        let class = self.class(classes, lower, upper);
        let mut meaning = Meaning::new(label?);
        meaning.period = period;
        meaning.source = self.owned("source");
        meaning.missing = missing;
        // In the language in which it was written: which one that is, no column says.
        let remark = self.owned("remark");
        meaning.remark = remark.map(|text| Label::new(text.clone(), text));
        meaning.class = class;
        Some(Row {
            line: self.line,
            code: code?,
            nl: nl.map(str::to_owned),
            en: en.map(str::to_owned),
            lower,
            upper,
            meaning,
        })
    }

    fn code(&mut self) -> Option<String> {
        let Some(code) = self.cell("code").and_then(Cell::exact) else {
            self.wrong(|| "a line without a code; write the stored text, and `\"\"` where that is the empty text".to_owned());
            return None;
        };
        if CodeText::new(code).is_err() {
            let most = CodeText::MOST;
            self.wrong(|| format!(
                "`code`: `{}` is no code; expected at most {most} printable ASCII characters, exactly as the data have them",
                shown(code)
            ));
            return None;
        }
        Some(code.to_owned())
    }

    fn period(&mut self) -> Period {
        let period = Period::new(self.day("valid_from"), self.day("valid_to"));
        if let Some((from, to)) = period.from.zip(period.to).filter(|(from, to)| to < from) {
            self.wrong(|| format!(
                "`valid_to` {to} lies before `valid_from` {from}; write the first and the last day on which the code has this meaning"
            ));
        }
        period
    }

    fn day(&mut self, name: &'static str) -> Option<Date> {
        let text = self.words(name)?;
        let day = text.parse().ok();
        if day.is_none() {
            self.wrong(|| {
                let text = shown(text);
                format!("`{name}`: `{text}` is no day; write it in the form `2013-01-31`, or nothing where it is not known")
            });
        }
        day
    }

    fn word<T: std::str::FromStr>(&mut self, name: &str, known: &[&str]) -> Option<T> {
        let text = self.words(name)?;
        let word = text.parse().ok();
        if word.is_none() {
            self.wrong(|| {
                let (text, known) = (shown(text), known.join("`, `"));
                format!("`{name}`: `{text}` is no known word; write one of `{known}`, or nothing")
            });
        }
        word
    }

    fn bound(&mut self, name: &'static str) -> Option<Decimal> {
        let text = self.words(name)?;
        let number = Decimal::parse(text);
        if number.is_none() {
            self.wrong(|| {
                let text = shown(text);
                format!("`{name}`: `{text}` is no number; write digits with a point before the decimals and no other sign, such as `1239.47`, or nothing where the class has no such bound")
            });
        }
        number
    }

    fn class(
        &mut self,
        classes: bool,
        lower: Option<Decimal>,
        upper: Option<Decimal>,
    ) -> Option<AmountClassBounds> {
        let column = CLASS_COLUMNS
            .iter()
            .find(|name| self.words(name).is_some())?;
        if !classes {
            self.wrong(|| format!("`{column}`: this list is no list of amount classes; leave the columns of bounds empty, or out"));
            return None;
        }
        let closed = self.word("closed", &["left", "right", "both", "unknown"]);
        let closed: ClosedSide = closed.unwrap_or_default();
        if let Some((lower, upper)) = lower.zip(upper) {
            if lower > upper {
                self.wrong(|| format!("`lower` {lower} is above `upper` {upper}; write the smaller amount as `lower`"));
            } else if lower == upper && matches!(closed, ClosedSide::Left | ClosedSide::Right) {
                self.wrong(|| format!("a class from {lower} to {upper} of which only one bound belongs to it holds no amount; write `both` as `closed`"));
            }
        }
        let currency = self.owned("currency");
        let is_currency =
            |text: &Text| text.len() == 3 && text.bytes().all(|it| it.is_ascii_uppercase());
        if let Some(text) = currency.as_ref().filter(|text| !is_currency(text)) {
            let text = shown(text);
            self.wrong(|| {
                format!(
                    "`currency`: `{text}` is no currency; write its three letters, such as `EUR`"
                )
            });
        }
        let mut class = AmountClassBounds::new(self.owned("lower"), self.owned("upper"), closed);
        class.unit = self.owned("unit");
        class.currency = currency;
        Some(class)
    }
}
