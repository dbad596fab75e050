//! Random arrays of any Arrow type.

use std::iter::once;
use std::sync::Arc;

use arbitrary::{Error, Result, Unstructured};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, BooleanArray, LargeBinaryArray,
    LargeStringArray, StringArray, StringViewArray, make_array, new_null_array,
};
use arrow_buffer::{Buffer, MutableBuffer, NullBuffer};
use arrow_data::ArrayData;
use arrow_schema::{DataType, UnionMode};

/// Generates an array of a type. Its texts are random or come from `texts`.
///
/// # Errors
/// Returns an error if the input is exhausted, or if Arrow rejects the array.
pub fn array(
    u: &mut Unstructured<'_>,
    data_type: &DataType,
    rows: usize,
    texts: &[String],
) -> Result<ArrayRef> {
    // Some arrays are slices of longer ones, so that they start at an offset.
    let margin = |u: &mut Unstructured<'_>| u.int_in_range(0..=9_usize);
    let (before, after) = if u.ratio(3, 4)? {
        (0, 0)
    } else {
        (margin(u)?, margin(u)?)
    };
    let longer = Generator { u, texts }.array(data_type, before + rows + after)?;
    Ok(longer.slice(before, rows))
}

struct Generator<'a, 'b> {
    u: &'a mut Unstructured<'b>,
    texts: &'a [String],
}

impl Generator<'_, '_> {
    fn array(&mut self, data_type: &DataType, rows: usize) -> Result<ArrayRef> {
        match data_type {
            DataType::Null => Ok(new_null_array(data_type, rows)),
            DataType::Boolean => {
                let bits: Vec<bool> = self.cycle(rows, |generator| generator.u.arbitrary())?;
                let nulls = self.nulls(rows)?;
                Ok(Arc::new(BooleanArray::new(bits.into(), nulls)))
            }
            DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Binary
            | DataType::LargeBinary
            | DataType::BinaryView
            | DataType::FixedSizeBinary(_) => self.text(data_type, rows),
            DataType::Dictionary(key, values) => self.dictionary(data_type, key, values, rows),
            DataType::Float32 | DataType::Float64 => {
                let floats = self.cycle(rows, Self::float)?;
                #[expect(clippy::cast_possible_truncation, reason = "any float is suitable")]
                let floats = match data_type {
                    DataType::Float32 => {
                        Buffer::from_vec(floats.iter().map(|float| *float as f32).collect())
                    }
                    _ => Buffer::from_vec(floats),
                };
                let nulls = self.nulls(rows)?;
                build(data_type, rows, [floats], Vec::new(), nulls)
            }
            number => match number.primitive_width() {
                None => self.nested(data_type, rows),
                Some(width) => {
                    let values = numbers(self.cycle(rows, Self::number)?, width);
                    let nulls = self.nulls(rows)?;
                    build(data_type, rows, [values], Vec::new(), nulls)
                }
            },
        }
    }

    fn dictionary(
        &mut self,
        data_type: &DataType,
        key: &DataType,
        values: &DataType,
        rows: usize,
    ) -> Result<ArrayRef> {
        let length = self.u.int_in_range(0..=9)?;
        let values = self.child(values, length)?;
        let nulls = match length {
            0 => Some(NullBuffer::new_null(rows)),
            _ => self.nulls(rows)?,
        };
        let present = |row| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
        let indices = self.cycle(rows, |generator| generator.u.int_in_range(0..=8))?;
        // The key of a null may be any number.
        let keys = indices.into_iter().enumerate().map(|(row, index)| {
            if length > 0 && present(row) {
                to_wide(index % i128::from(length))
            } else {
                to_wide(index * 0x1F1F_1F1F)
            }
        });
        let keys = numbers(keys, key.primitive_width().unwrap_or(1));
        build(data_type, rows, [keys], vec![values], nulls)
    }

    fn nested(&mut self, data_type: &DataType, rows: usize) -> Result<ArrayRef> {
        let count = i64::try_from(rows).unwrap_or_default();
        let integers = |integers: Vec<i64>, width| {
            let integers = integers.into_iter().map(|integer| to_wide(integer.into()));
            numbers(integers, width)
        };
        match data_type {
            DataType::List(item) | DataType::LargeList(item) | DataType::Map(item, _) => {
                let (first, lengths) = (self.u.int_in_range(0..=3)?, self.lengths(rows)?);
                let ends = lengths.iter().scan(first, |end, length| {
                    *end += length;
                    Some(*end)
                });
                let offsets: Vec<i64> = once(first).chain(ends).collect();
                let unused = self.u.int_in_range(0..=2)?;
                let items = offsets.last().copied().unwrap_or_default() + unused;
                let items = self.child(item.data_type(), items)?;
                let is_large = matches!(data_type, DataType::LargeList(_));
                let offsets = integers(offsets, if is_large { 8 } else { 4 });
                let nulls = self.nulls(rows)?;
                build(data_type, rows, [offsets], vec![items], nulls)
            }
            DataType::FixedSizeList(item, length) => {
                let items = self.child(item.data_type(), count * i64::from(*length))?;
                let nulls = self.nulls(rows)?;
                build(data_type, rows, [], vec![items], nulls)
            }
            DataType::ListView(item) | DataType::LargeListView(item) => {
                let is_large = matches!(data_type, DataType::LargeListView(_));
                let width = if is_large { 8 } else { 4 };
                let starts = integers(self.lengths(rows)?, width);
                let lengths = integers(self.lengths(rows)?, width);
                let items = self.child(item.data_type(), 6)?;
                build(data_type, rows, [starts, lengths], vec![items], None)
            }
            DataType::Struct(fields) => {
                let children = fields.iter();
                let children = children.map(|field| self.child(field.data_type(), count));
                let children = children.collect::<Result<Vec<_>>>()?;
                let nulls = self.nulls(rows)?;
                build(data_type, rows, [], children, nulls)
            }
            DataType::Union(fields, mode) => {
                let ids: Vec<i64> = fields.iter().map(|(id, _)| id.into()).collect();
                let ids = self.cycle(rows, |generator| generator.u.choose(&ids).copied())?;
                let mut buffers = vec![integers(ids, 1)];
                if *mode == UnionMode::Dense {
                    buffers.push(integers(vec![0; rows], 4));
                }
                let children = fields.iter();
                let children =
                    children.map(|(_, field)| self.child(field.data_type(), count.max(1)));
                let children = children.collect::<Result<Vec<_>>>()?;
                build(data_type, rows, buffers, children, None)
            }
            DataType::RunEndEncoded(ends, values) => {
                let ends_of_runs = (1..=count).filter(|end| end % 3 == 0 || *end == count);
                let runs: Vec<i64> = ends_of_runs.collect();
                let length = runs.len();
                let runs = build(
                    ends.data_type(),
                    length,
                    [integers(runs, 4)],
                    Vec::new(),
                    None,
                )?;
                let length = i64::try_from(length).unwrap_or_default();
                let values = self.child(values.data_type(), length)?;
                build(data_type, rows, [], vec![runs.to_data(), values], None)
            }
            _ => Err(Error::IncorrectFormat),
        }
    }

    fn child(&mut self, data_type: &DataType, rows: i64) -> Result<ArrayData> {
        let rows = usize::try_from(rows).map_err(|_| Error::IncorrectFormat)?;
        Ok(array(self.u, data_type, rows, self.texts)?.to_data())
    }

    /// Repeats a few generated values, so that little input gives many rows.
    fn cycle<T: Clone>(
        &mut self,
        rows: usize,
        mut generate: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let values = (0..self.u.int_in_range(1..=8)?).map(|_| generate(self));
        let values = values.collect::<Result<Vec<_>>>()?;
        Ok(values.into_iter().cycle().take(rows).collect())
    }

    fn lengths(&mut self, rows: usize) -> Result<Vec<i64>> {
        self.cycle(rows, |generator| generator.u.int_in_range(0..=3))
    }

    fn nulls(&mut self, rows: usize) -> Result<Option<NullBuffer>> {
        if self.u.ratio(2, 3)? {
            return Ok(None);
        }
        let present: Vec<bool> = self.cycle(rows, |generator| generator.u.ratio(3, 4))?;
        Ok(Some(present.into()))
    }

    fn text(&mut self, data_type: &DataType, rows: usize) -> Result<ArrayRef> {
        let texts = self.cycle(rows, Self::one_text)?;
        let nulls = self.nulls(rows)?;
        let present = |row| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
        let texts = texts.into_iter().enumerate();
        let texts = texts.map(|(row, text)| present(row).then_some(text));
        let bytes = || texts.clone().map(|text| text.map(String::into_bytes));
        Ok(match data_type {
            DataType::Utf8 => Arc::new(texts.collect::<StringArray>()),
            DataType::LargeUtf8 => Arc::new(texts.collect::<LargeStringArray>()),
            DataType::Utf8View => Arc::new(texts.collect::<StringViewArray>()),
            DataType::Binary => Arc::new(bytes().collect::<BinaryArray>()),
            DataType::LargeBinary => Arc::new(bytes().collect::<LargeBinaryArray>()),
            DataType::BinaryView => Arc::new(bytes().collect::<BinaryViewArray>()),
            _ => {
                return build(
                    data_type,
                    rows,
                    [Buffer::from(vec![1; rows * 3])],
                    Vec::new(),
                    nulls,
                );
            }
        })
    }

    fn one_text(&mut self) -> Result<String> {
        Ok(match self.u.int_in_range(0..=7)? {
            0..=4 if !self.texts.is_empty() => self.u.choose(self.texts)?.clone(),
            5 => self.u.int_in_range(0..=99_999_u32)?.to_string(),
            6 => (*self.u.choose(&[
                "",
                " ",
                "é",
                "a\u{0}",
                "~~~~",
                "123456789",
                "a text that is too long for an inline view",
            ])?)
            .to_owned(),
            _ => self.u.arbitrary::<&str>()?.chars().take(20).collect(),
        })
    }

    fn float(&mut self) -> Result<f64> {
        const EDGE_CASES: &[f64] = &[
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            -0.0,
            0.5,
            0.1,
            12.3456,
            12.34567,
            1e300,
            -1e300,
            f64::MIN_POSITIVE,
            9_007_199_254_740_992.0,
            16_777_217.0,
            f64::MAX,
            4_294_967_296.0,
            2016.0,
        ];
        Ok(match self.u.int_in_range(0..=3)? {
            0 => self.u.int_in_range(0..=120_u8)?.into(),
            1 => *self.u.choose(EDGE_CASES)?,
            2 => f64::from(self.u.arbitrary::<i32>()?) / 10_000.0,
            _ => self.u.arbitrary()?,
        })
    }

    fn number(&mut self) -> Result<[u8; 32]> {
        const DAY: i128 = 86_400;
        let small = i128::from(self.u.int_in_range(0..=120_u8)?);
        // The first day of a quarter, which is also the first day of a month.
        let quarter = 16_801 + 1_461 * (small - 60);
        Ok(to_wide(match self.u.int_in_range(0..=15)? {
            0..=2 => small,
            3 => 1_900 + small,
            4 => quarter,
            5 => quarter * DAY * 10_i128.pow(3 * self.u.int_in_range(0..=3)?),
            6 => small * 10_i128.pow(self.u.int_in_range(0..=36)?),
            7 => -small,
            8 => (1 << self.u.int_in_range(0..=126)?) - small,
            9 => i128::MAX - small,
            10 => i128::MIN + small,
            11 => self.u.arbitrary::<i16>()?.into(),
            12 => self.u.arbitrary::<i32>()?.into(),
            13 => self.u.arbitrary::<i64>()?.into(),
            14 => self.u.arbitrary()?,
            _ => return self.u.arbitrary(),
        }))
    }
}

/// Extends a number to 32 bytes, in little-endian order. Its first bytes are the number in any smaller width.
pub(crate) fn to_wide(number: i128) -> [u8; 32] {
    let mut bytes = [if number < 0 { 0xFF } else { 0 }; 32];
    bytes[..16].copy_from_slice(&number.to_le_bytes());
    bytes
}

/// Builds a buffer of numbers of `width` bytes, aligned as Arrow requires.
pub(crate) fn numbers(numbers: impl IntoIterator<Item = [u8; 32]>, width: usize) -> Buffer {
    let mut bytes = MutableBuffer::new(0);
    for number in numbers {
        bytes.extend_from_slice(&number[..width]);
    }
    bytes.into()
}

/// Builds an array from its parts. An array that Arrow rejects cannot be in a batch, so it is not tested.
fn build(
    data_type: &DataType,
    rows: usize,
    buffers: impl IntoIterator<Item = Buffer>,
    children: Vec<ArrayData>,
    nulls: Option<NullBuffer>,
) -> Result<ArrayRef> {
    let data = ArrayData::builder(data_type.clone()).len(rows);
    let data = data.buffers(buffers.into_iter().collect());
    let data = data.child_data(children).nulls(nulls).build();
    data.map(make_array).map_err(|_| Error::IncorrectFormat)
}
