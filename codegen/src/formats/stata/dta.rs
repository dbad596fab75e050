//! A dataset of Stata without rows, in format 118 (Stata 14 and later).
//!
//! The file is a sequence of elements with a start tag and an end tag, and binary content between them; numbers are little-endian, and
//! names and labels are UTF-8 in fields of a fixed width, filled with zeros:
//!
//! | element | content |
//! | --- | --- |
//! | `header` | `release` (`118`), `byteorder` (`LSF`), `K` (variables, u16), `N` (rows, u64), `label` (u16 length, text), `timestamp` (u8 length: 0, none) |
//! | `map` | the offset of each of the 14 parts of the file, from `stata_dta` to its end (u64) |
//! | `variable_types` | u16 each: 1 to 2045 for `str#`, 32768 `strL`, 65526 `double`, 65528 `long`, 65529 `int`, 65530 `byte` |
//! | `varnames` | 129 bytes each |
//! | `sortlist` | u16 for each variable and one more: 0, not sorted |
//! | `formats` | 57 bytes each |
//! | `value_label_names` | 129 bytes each; empty for none |
//! | `variable_labels` | 321 bytes each |
//! | `characteristics` | `ch` each: u32 length, the names of the variable and of the characteristic in 129 bytes each, the text and a zero. Notes are `note1`, `note2`, and `note0` is their number |
//! | `data`, `strls` | nothing |
//! | `value_labels` | `lbl` each: u32 length of the table, the name in 129 bytes, 3 zeros, the table: u32 number of values, u32 length of the texts, u32 offsets of the texts, i32 values in ascending order, the texts with a zero after each |
//!
//! A missing value from `.a` to `.z` is a number from 2,147,483,622 to 2,147,483,647 in a value label.

use super::variables::{Number, Storage, Variables};

/// The width of a name, with its zero.
const NAME: usize = 129;

/// The width of a variable label, with its zero.
const LABEL: usize = 321;

/// The width of a format, with its zero.
const FORMAT: usize = 57;

/// The number of the missing value `.a` in a value label.
const FIRST_LETTER: i32 = 2_147_483_622;

/// Returns the content of the file.
pub(super) fn bytes(dataset: &Variables<'_>) -> Vec<u8> {
    let mut file = File::default();
    file.part("<stata_dta>");
    file.header(dataset);
    let map = file.bytes.len();
    file.element("map", |it| it.bytes.extend([0; 14 * 8]));
    file.element("variable_types", |it| {
        for variable in &dataset.all {
            it.u16(type_number(variable.storage));
        }
    });
    file.element("varnames", |it| {
        for variable in &dataset.all {
            it.field(&variable.name, NAME);
        }
    });
    file.element("sortlist", |it| {
        for _ in 0..=dataset.all.len() {
            it.u16(0);
        }
    });
    file.element("formats", |it| {
        for variable in &dataset.all {
            it.field(&variable.format, FORMAT);
        }
    });
    file.element("value_label_names", |it| {
        for variable in &dataset.all {
            let is_labelled = !variable.values.is_empty();
            it.field(if is_labelled { &variable.name } else { "" }, NAME);
        }
    });
    file.element("variable_labels", |it| {
        for variable in &dataset.all {
            it.field(&variable.label, LABEL);
        }
    });
    file.element("characteristics", |it| it.notes(dataset));
    file.element("data", |_| {});
    file.element("strls", |_| {});
    file.element("value_labels", |it| it.value_labels(dataset));
    file.part("</stata_dta>");
    file.with_map(map)
}

fn type_number(storage: Storage) -> u16 {
    match storage {
        Storage::Text(length) => length,
        Storage::LongText => 32_768,
        Storage::Double => 65_526,
        Storage::Long => 65_528,
        Storage::Int => 65_529,
        Storage::Byte => 65_530,
    }
}

/// The content of a file, and the offset of each part.
#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    parts: Vec<usize>,
}

impl File {
    /// Begins a part that the map names.
    fn part(&mut self, tag: &str) {
        self.parts.push(self.bytes.len());
        self.bytes.extend(tag.as_bytes());
    }

    /// Writes a part with its tags.
    fn element(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.part(&format!("<{name}>"));
        content(self);
        self.bytes.extend(format!("</{name}>").as_bytes());
    }

    fn u16(&mut self, number: u16) {
        self.bytes.extend(number.to_le_bytes());
    }

    fn u32(&mut self, number: usize) {
        // No text of a dataset without rows comes near 4 GiB.
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.bytes.extend(number.to_le_bytes());
    }

    /// Writes a text in a field of this width, with at least one zero at its end.
    fn field(&mut self, text: &str, width: usize) {
        let mut ends = (0..width).rev();
        let end = ends.find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        self.bytes.extend(&text.as_bytes()[..end]);
        self.bytes.extend(std::iter::repeat_n(0, width - end));
    }

    fn header(&mut self, dataset: &Variables<'_>) {
        self.bytes
            .extend(b"<header><release>118</release><byteorder>LSF</byteorder><K>");
        let count = u16::try_from(dataset.all.len()).unwrap_or(u16::MAX);
        self.u16(count);
        self.bytes.extend(b"</K><N>");
        self.bytes.extend(0_u64.to_le_bytes());
        self.bytes.extend(b"</N><label>");
        let length = u16::try_from(dataset.label.len()).unwrap_or(u16::MAX);
        self.u16(length);
        self.bytes.extend(dataset.label.as_bytes());
        self.bytes
            .extend(b"</label><timestamp>\0</timestamp></header>");
    }

    fn notes(&mut self, dataset: &Variables<'_>) {
        for variable in &dataset.all {
            if variable.notes.is_empty() {
                continue;
            }
            let count = variable.notes.len().to_string();
            let notes = [&count].into_iter().chain(&variable.notes);
            for (number, note) in notes.enumerate() {
                self.bytes.extend(b"<ch>");
                self.u32(2 * NAME + note.len() + 1);
                self.field(&variable.name, NAME);
                self.field(&format!("note{number}"), NAME);
                self.bytes.extend(note.as_bytes());
                self.bytes.extend(b"\0</ch>");
            }
        }
    }

    fn value_labels(&mut self, dataset: &Variables<'_>) {
        for variable in &dataset.all {
            if variable.values.is_empty() {
                continue;
            }
            let mut values: Vec<_> = variable.values.iter().collect();
            values.sort_by_key(|(number, _)| *number);
            let length: usize = values.iter().map(|(_, label)| label.len() + 1).sum();
            self.bytes.extend(b"<lbl>");
            self.u32(8 + 8 * values.len() + length);
            self.field(&variable.name, NAME);
            self.bytes.extend([0; 3]);
            self.u32(values.len());
            self.u32(length);
            let mut offset = 0;
            for (_, label) in &values {
                self.u32(offset);
                offset += label.len() + 1;
            }
            for (number, _) in &values {
                self.bytes.extend(stored(*number).to_le_bytes());
            }
            for (_, label) in &values {
                self.bytes.extend(label.as_bytes());
                self.bytes.push(0);
            }
            self.bytes.extend(b"</lbl>");
        }
    }

    /// Fills the map: the offsets of its parts, and the length of the file.
    fn with_map(mut self, map: usize) -> Vec<u8> {
        let at = map + "<map>".len();
        let offsets = self.parts.iter().copied().chain([self.bytes.len()]);
        let offsets: Vec<u8> = offsets
            .flat_map(|offset| (offset as u64).to_le_bytes())
            .collect();
        self.bytes.splice(at..at + offsets.len(), offsets);
        self.bytes
    }
}

/// A code has at most the value of the largest `long`, and a position is small.
fn stored(number: Number) -> i32 {
    match number {
        Number::Value(number) => i32::try_from(number).unwrap_or(i32::MAX),
        Number::Missing(place) => FIRST_LETTER + i32::from(place),
    }
}
