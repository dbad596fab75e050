//! The rows of a group as CSV, in the dialect of this library: as `serde` and the crate `csv` write typed rows.

use std::io::Write;

use beraad_schema::describe::{CodeIndex, Grain, Representation};
use hashbrown::HashMap;

use super::codes::stored;
use super::groups::{Group, Slice};
use crate::column::{VALUE, Values};
use crate::period::period_of;
use crate::plan::BlockPlan;

/// The columns of a block, prepared for CSV.
pub(super) struct BlockText<'m> {
    columns: Vec<ColumnText<'m>>,
    header: Vec<u8>,
}

struct ColumnText<'m> {
    /// The form of a value, or of an item of a list.
    form: Form,
    index: Option<&'m CodeIndex<'m>>,
    /// The sign between two values, in a column of several.
    item_separator: Option<char>,
}

/// The way in which the values of a column are written.
#[derive(Clone, Copy)]
enum Form {
    Whole,
    Flag,
    Scaled { decimals: u8 },
    Period(Grain),
    Code,
}

/// The rows of a group, or the error of a code.
pub(super) type GroupText = Result<Vec<u8>, CodeError>;

/// A code that CSV cannot represent.
pub(super) struct CodeError {
    /// The position of the column.
    pub(super) column: usize,
    pub(super) kind: CodeErrorKind,
}

pub(super) enum CodeErrorKind {
    /// The empty text, which CSV reads as null.
    Empty,
    /// The code has the sign between two values in it.
    Sign(char),
}

/// A column of several values, without a sign between two of them.
pub(super) struct NoItemSeparator {
    /// The position of the column.
    pub(super) column: usize,
}

impl<'m> BlockText<'m> {
    /// Prepares a block.
    pub(super) fn new(
        plan: &'m BlockPlan<'m>,
        item_separator: Option<char>,
    ) -> Result<Self, NoItemSeparator> {
        let columns = plan.columns.iter().enumerate();
        let columns = columns.map(|(place, column)| {
            let is_list = matches!(
                column.value_type.representation(),
                Representation::List { .. }
            );
            if is_list && item_separator.is_none() {
                return Err(NoItemSeparator { column: place });
            }
            let item = column.value_type.item();
            let form = match (item.grain(), item.representation()) {
                (Some(grain), _) => Form::Period(grain),
                (None, Representation::Flag) => Form::Flag,
                (None, Representation::Decimal { decimals, .. }) => Form::Scaled { decimals },
                (None, Representation::Code { .. }) => Form::Code,
                (None, _) => Form::Whole,
            };
            Ok(ColumnText {
                form,
                index: column.codes.as_ref(),
                item_separator: item_separator.filter(|_| is_list),
            })
        });
        let columns = columns.collect::<Result<_, _>>()?;
        let mut header = Vec::new();
        for (place, column) in plan.columns.iter().enumerate() {
            separate(place, &mut header);
            header.extend(field(&column.name).as_bytes());
        }
        header.push(b'\n');
        Ok(Self { columns, header })
    }

    /// Returns the header.
    pub(super) fn header(&self) -> &[u8] {
        &self.header
    }

    /// Writes the rows of a group.
    pub(super) fn build(&self, group: &Group) -> GroupText {
        let mut text = Vec::new();
        let mut periods = vec![HashMap::new(); self.columns.len()];
        for slice in &group.slices {
            self.build_slice(slice, &mut periods, &mut text)?;
        }
        Ok(text)
    }

    fn build_slice(
        &self,
        slice: &Slice,
        periods: &mut [HashMap<i64, String>],
        text: &mut Vec<u8>,
    ) -> Result<(), CodeError> {
        let columns = self.columns.iter().zip(&slice.part.columns);
        let columns: Vec<_> = columns
            .map(|(of_block, column)| (of_block, column, of_block.codes(&column.values)))
            .collect();
        // The position of the next item, in a column of several values.
        let mut next_items = vec![None; columns.len()];
        let mut list = Vec::new();
        for row in slice.rows.clone() {
            let start = text.len();
            for (place, (of_block, column, codes)) in columns.iter().enumerate() {
                separate(place, text);
                if column.states[row] != VALUE {
                    continue;
                }
                let periods = &mut periods[place];
                let failed = |kind| CodeError {
                    column: place,
                    kind,
                };
                let Values::Lists { rows, items } = &column.values else {
                    of_block
                        .write(&column.values, row, codes, periods, text)
                        .map_err(failed)?;
                    continue;
                };
                let next = next_items[place]
                    .get_or_insert_with(|| rows.partition_point(|of_item| *of_item < row));
                list.clear();
                while rows.get(*next).is_some_and(|of_item| *of_item <= row) {
                    if rows[*next] == row {
                        if !list.is_empty()
                            && let Some(sign) = of_block.item_separator
                        {
                            list.extend(sign.encode_utf8(&mut [0; 4]).as_bytes());
                        }
                        of_block
                            .write(items, *next, codes, periods, &mut list)
                            .map_err(failed)?;
                    }
                    *next += 1;
                }
                text.extend(field(&String::from_utf8_lossy(&list)).as_bytes());
            }
            if text.len() == start {
                // A line of one empty field would be an empty line.
                text.extend(b"\"\"");
            }
            text.push(b'\n');
        }
        Ok(())
    }
}

impl ColumnText<'_> {
    /// Returns the texts of the codes; those of a list are fields only together.
    fn codes(&self, values: &Values) -> Vec<String> {
        match values {
            Values::Codes { texts, .. } => {
                let texts = texts.iter().map(|text| stored(self.index, text));
                match self.item_separator {
                    Some(_) => texts.map(str::to_owned).collect(),
                    None => texts.map(field).collect(),
                }
            }
            Values::Lists { items, .. } => self.codes(items),
            Values::Numbers(_) => Vec::new(),
        }
    }

    /// Writes one value.
    #[inline]
    fn write(
        &self,
        values: &Values,
        place: usize,
        codes: &[String],
        periods: &mut HashMap<i64, String>,
        text: &mut Vec<u8>,
    ) -> Result<(), CodeErrorKind> {
        match values {
            Values::Codes { keys, .. } => {
                let code = &codes[usize::try_from(keys[place]).unwrap_or_default()];
                if code.is_empty() {
                    return Err(CodeErrorKind::Empty);
                }
                if let Some(sign) = self.item_separator.filter(|sign| code.contains(*sign)) {
                    return Err(CodeErrorKind::Sign(sign));
                }
                text.extend(code.as_bytes());
            }
            Values::Numbers(numbers) => match (self.form, numbers[place]) {
                (Form::Flag, 0) => text.extend(b"false"),
                (Form::Flag, _) => text.extend(b"true"),
                (Form::Scaled { decimals }, units) => scaled(units, decimals, text),
                (Form::Period(grain), day) => {
                    let period = periods.entry(day).or_insert_with(|| {
                        let period = period_of(grain, day);
                        period.map(|period| period.to_string()).unwrap_or_default()
                    });
                    text.extend(period.as_bytes());
                }
                (Form::Whole | Form::Code, number) => whole(number, text),
            },
            // A list has no lists.
            Values::Lists { .. } => {}
        }
        Ok(())
    }
}

fn separate(place: usize, text: &mut Vec<u8>) {
    if place > 0 {
        text.push(b',');
    }
}

/// Returns a text as a field, in quote signs where it needs them.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn whole(number: i64, text: &mut Vec<u8>) {
    let mut digits = [0_u8; 20];
    let mut place = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        place -= 1;
        digits[place] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        text.push(b'-');
    }
    text.extend(&digits[place..]);
}

/// Writes a number with at least one decimal, and without zeros after it.
fn scaled(units: i64, decimals: u8, text: &mut Vec<u8>) {
    let unit = 10_u64.pow(decimals.into());
    let units_abs = units.unsigned_abs();
    if units < 0 {
        text.push(b'-');
    }
    whole(i64::try_from(units_abs / unit).unwrap_or_default(), text);
    let _ = write!(
        text,
        ".{:0width$}",
        units_abs % unit,
        width = decimals.into()
    );
    while text.ends_with(b"0") && !text.ends_with(b".0") {
        text.pop();
    }
    if text.ends_with(b".") {
        text.push(b'0');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut text = Vec::new();
        write(&mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn numbers_are_written_with_the_digits_that_they_need() {
        for number in [0, 7, -7, 10, i64::MAX, i64::MIN] {
            assert_eq!(written(|text| whole(number, text)), number.to_string());
        }
        for (units, decimals, expected) in [
            (385_000, 4, "38.5"),
            (380_000, 4, "38.0"),
            (-1, 4, "-0.0001"),
            (100, 1, "10.0"),
            (0, 2, "0.0"),
        ] {
            assert_eq!(written(|text| scaled(units, decimals, text)), expected);
        }
    }

    #[test]
    fn field_is_quoted_where_it_needs_to_be() {
        assert_eq!(field("01"), "01");
        assert_eq!(field("a,\"b"), "\"a,\"\"b\"");
    }
}
