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
    form: Form,
    index: Option<&'m CodeIndex<'m>>,
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

/// The rows of a group, or the position of a column with an empty code.
pub(super) type GroupText = Result<Vec<u8>, usize>;

impl<'m> BlockText<'m> {
    /// Prepares a block; the error is the position of a column for which CSV has no form.
    pub(super) fn new(plan: &'m BlockPlan<'m>) -> Result<Self, usize> {
        let columns = plan.columns.iter().enumerate();
        let columns = columns.map(|(place, column)| {
            let form = match (
                column.value_type.grain(),
                column.value_type.representation(),
            ) {
                (_, Representation::List { .. }) => return Err(place),
                (Some(grain), _) => Form::Period(grain),
                (None, Representation::Flag) => Form::Flag,
                (None, Representation::Decimal { decimals, .. }) => Form::Scaled { decimals },
                (None, Representation::Code { .. }) => Form::Code,
                (None, _) => Form::Whole,
            };
            Ok(ColumnText {
                form,
                index: column.codes.as_ref(),
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
    ) -> Result<(), usize> {
        let columns: Vec<_> = self
            .columns
            .iter()
            .zip(&slice.part.columns)
            .map(|(of_block, column)| {
                let codes = match &column.values {
                    Values::Codes { texts, .. } => {
                        let texts = texts.iter().map(|text| field(stored(of_block.index, text)));
                        texts.collect()
                    }
                    Values::Numbers(_) | Values::Lists { .. } => Vec::new(),
                };
                (of_block.form, column, codes)
            })
            .collect();
        for row in slice.rows.clone() {
            let start = text.len();
            for (place, (form, column, codes)) in columns.iter().enumerate() {
                separate(place, text);
                if column.states[row] != VALUE {
                    continue;
                }
                match &column.values {
                    Values::Codes { keys, .. } => {
                        let key = usize::try_from(keys[row]).unwrap_or_default();
                        if codes[key].is_empty() {
                            return Err(place);
                        }
                        text.extend(codes[key].as_bytes());
                    }
                    Values::Numbers(numbers) => match (form, numbers[row]) {
                        (Form::Flag, 0) => text.extend(b"false"),
                        (Form::Flag, _) => text.extend(b"true"),
                        (Form::Scaled { decimals }, units) => scaled(units, *decimals, text),
                        (Form::Period(grain), day) => {
                            let period = periods[place].entry(day).or_insert_with(|| {
                                let period = period_of(*grain, day);
                                period.map(|period| period.to_string()).unwrap_or_default()
                            });
                            text.extend(period.as_bytes());
                        }
                        (Form::Whole | Form::Code, number) => whole(number, text),
                    },
                    Values::Lists { .. } => {}
                }
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
