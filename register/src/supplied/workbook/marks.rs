//! The marks of cells that `calamine` does not report: hidden rows, texts of which a part is struck through, and formulas without a
//! stored value.
//!
//! The XML of a sheet is read as a stream, after its size was checked. A part that cannot be read has no marks: `calamine` reports
//! what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{BufReader, Cursor};

use calamine::{Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MAX_COLUMNS, max_row};

/// The part of a text that is struck through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Struck {
    Part,
    Whole,
}

/// The marks of a sheet, whose rows and columns are counted from 0.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) struck: BTreeMap<(u32, u32), Struck>,
    pub(super) formulas_without_value: BTreeSet<(u32, u32)>,
}

/// The parts of a workbook that have marks.
pub(super) struct MarkedParts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The name of the part of each sheet.
    sheets: Vec<String>,
    /// The struck-through texts among the shared ones.
    struck: HashMap<usize, Struck>,
}

impl<'a> MarkedParts<'a> {
    /// Returns the parts of a workbook; `None` if they do not have the usual names.
    pub(super) fn of(bytes: &'a [u8], workbook: &Xlsx<Cursor<&[u8]>>) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut targets = HashMap::new();
        read_part(&mut archive, "xl/_rels/workbook.xml.rels", |event| {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == "Relationship"
            {
                let (id, target) = (attribute(start, "Id"), attribute(start, "Target"));
                if let (Some(id), Some(target)) = (id, target) {
                    targets.insert(id, part_name(&target));
                }
            }
        })?;
        let mut sheets = Vec::new();
        read_part(&mut archive, "xl/workbook.xml", |event| {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == "sheet"
            {
                let target = attribute(start, "id").and_then(|id| targets.get(&id));
                sheets.push(target.cloned().unwrap_or_default());
            }
        })?;
        if sheets.len() != workbook.sheets_metadata().len() {
            return None;
        }
        let strings = targets
            .values()
            .find(|name| name.ends_with("haredStrings.xml"));
        let mut struck = HashMap::new();
        if let Some(strings) = strings {
            let (mut index, mut runs) = (0, Runs::default());
            read_part(&mut archive, strings, |event| match event {
                Event::End(end) if end.local_name().as_ref() == "si" => {
                    let text = std::mem::take(&mut runs);
                    if let Some(text) = text.struck {
                        struck.insert(index, text);
                    }
                    index += 1;
                }
                event => runs.read(event),
            });
        }
        Some(Self {
            archive,
            sheets,
            struck,
        })
    }

    /// Returns the marks of the sheet at an index.
    pub(super) fn of_sheet(&mut self, index: usize) -> Option<Marks> {
        let name = self.sheets.get(index)?;
        let mut sheet = SheetReader {
            shared: &self.struck,
            row: 0,
            column: 0,
            cell: CellXml::default(),
            marks: Marks::default(),
        };
        read_part(&mut self.archive, name, |event| sheet.read(event))?;
        Some(sheet.marks)
    }
}

/// The state of reading the XML of a sheet.
struct SheetReader<'s> {
    shared: &'s HashMap<usize, Struck>,
    row: u32,
    column: u32,
    cell: CellXml,
    marks: Marks,
}

/// The XML of a cell, as far as it was read.
#[derive(Default)]
struct CellXml {
    kind: String,
    has_formula: bool,
    is_in_value: bool,
    /// The start of the value, which is long enough for the index of a shared text.
    value: String,
    runs: Runs,
}

impl SheetReader<'_> {
    fn read(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "row" => self.start_row(start),
                "c" => {
                    let place = attribute(start, "r").and_then(|name| place(&name));
                    if let Some((row, column)) = place {
                        (self.row, self.column) = (row, column);
                    }
                    self.cell = CellXml {
                        kind: attribute(start, "t").unwrap_or_default(),
                        ..CellXml::default()
                    };
                }
                "f" => self.cell.has_formula = true,
                "v" => self.cell.is_in_value = true,
                _ => self.cell.runs.read(event),
            },
            Event::End(end) => match end.local_name().as_ref() {
                "row" => {
                    self.row = self.row.saturating_add(1);
                    self.column = 0;
                }
                "c" => {
                    self.end_cell();
                    self.column = self.column.saturating_add(1);
                }
                "v" => self.cell.is_in_value = false,
                _ => self.cell.runs.read(event),
            },
            Event::Text(text) if self.cell.is_in_value => {
                let room = 20_usize.saturating_sub(self.cell.value.len());
                self.cell.value.extend(text.chars().take(room));
            }
            event => self.cell.runs.read(event),
        }
    }

    fn start_row(&mut self, start: &BytesStart<'_>) {
        let number = attribute(start, "r").and_then(|it| it.parse::<u32>().ok());
        self.row = number.map_or(self.row, |number| number.saturating_sub(1));
        let is_true = |name| attribute(start, name).is_some_and(|it| it == "1" || it == "true");
        let height = attribute(start, "ht").and_then(|it| it.parse::<f64>().ok());
        let is_hidden = is_true("hidden") || height == Some(0.0);
        if is_hidden && self.row <= max_row() {
            self.marks.hidden_rows.insert(self.row);
        }
    }

    fn end_cell(&mut self) {
        let place = (self.row, self.column);
        let cell = std::mem::take(&mut self.cell);
        if self.row > max_row() || self.column >= MAX_COLUMNS {
            return;
        }
        // The result of a formula may be the empty text, which is stored as such.
        if cell.has_formula && cell.value.is_empty() && cell.kind != "str" {
            self.marks.formulas_without_value.insert(place);
        }
        let struck = if cell.kind == "s" {
            let index = cell.value.trim().parse().ok();
            index.and_then(|index: usize| self.shared.get(&index).copied())
        } else {
            cell.runs.struck
        };
        if let Some(struck) = struck {
            self.marks.struck.insert(place, struck);
        }
    }
}

/// The parts of a text, each with its own font.
#[derive(Default)]
struct Runs {
    is_in_text: bool,
    is_struck: bool,
    has_plain: bool,
    struck: Option<Struck>,
}

impl Runs {
    fn read(&mut self, event: &Event<'_>) {
        let has_text = match event {
            Event::Start(start) => {
                match start.local_name().as_ref() {
                    "r" => self.is_struck = false,
                    "strike" => {
                        let value = attribute(start, "val");
                        self.is_struck = value.is_none_or(|it| it != "0" && it != "false");
                    }
                    "t" => self.is_in_text = true,
                    _ => {}
                }
                false
            }
            Event::End(end) => {
                self.is_in_text &= end.local_name().as_ref() != "t";
                false
            }
            Event::Text(text) => !text.trim().is_empty(),
            Event::GeneralRef(_) | Event::CData(_) => true,
            _ => false,
        };
        if has_text && self.is_in_text {
            self.has_plain |= !self.is_struck;
            if self.is_struck || self.struck.is_some() {
                let is_whole = !self.has_plain;
                self.struck = Some(if is_whole {
                    Struck::Whole
                } else {
                    Struck::Part
                });
            }
        }
    }
}

/// Reads the XML of a part, up to its end or its first error; `None` if there is no such part.
fn read_part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    mut each: impl FnMut(&Event<'_>),
) -> Option<()> {
    let part = archive.by_name(name).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return Some(()),
            Ok(event) => each(&event),
        }
    }
}

/// Returns the value of an attribute with this name, in any namespace.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// Returns the name of the part that a relationship of the workbook has as its target.
fn part_name(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    }
}

/// Returns the row and the column of a cell such as `B34`, counted from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|char: char| char.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?;
        column.checked_mul(26)?.checked_add(value.into())
    })?;
    Some((
        digits.parse::<u32>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}
