//! The workbook that a provider completes: a sheet for each code list that is still to come.

use beraad_describe::{ClosedSide, CodeList, Language, Meaning, MissingReason, Model, visible};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook,
    Worksheet, XlsxError,
};
use strum::VariantArray;

use super::header::{CLASS_COLUMNS, columns};
use super::is_of_amount_classes;
use super::sheet_names::{READ_ME, SheetNames};

/// The rows below the header that have drop-downs.
const COMPLETED_ROWS: u32 = 5_000;

/// The workbook for the code lists that the providers of the data still have to send, with a sheet for each list.
///
/// A sheet has the explanation, the header, and a row for each label whose code is not published. All cells are texts, so that `01`
/// stays `01`. [`SuppliedLists`](super::SuppliedLists) reads a workbook that was completed; one that was not supplies nothing.
///
/// ```no_run
/// # fn model() -> beraad_describe::Model { unimplemented!() }
/// use beraad_register::TemplateWorkbook;
///
/// let model = model();
/// let mut workbook = TemplateWorkbook::new(&model);
/// for list in model.code_lists.iter().filter(|list| list.awaits_codes()) {
///     workbook.add(list, vec!["Please complete this list.".to_owned()]);
/// }
/// std::fs::write("codelists.xlsx", workbook.to_bytes()?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct TemplateWorkbook<'m> {
    model: &'m Model,
    read_me: Vec<Vec<String>>,
    sheets: Vec<(&'m CodeList, Vec<String>)>,
}

impl<'m> TemplateWorkbook<'m> {
    /// The name of the file in a folder of templates.
    pub const FILE_NAME: &'static str = "codelists.xlsx";

    /// A workbook without sheets.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            read_me: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// Adds a row to the first sheet, which says what the others are for. A first cell that is the id of a list becomes a link to its
    /// sheet.
    pub fn explain(&mut self, row: Vec<String>) {
        self.read_me.push(row);
    }

    /// Adds the sheet of a list, with these lines as comments above the header.
    pub fn add(&mut self, list: &'m CodeList, comments: Vec<String>) {
        self.sheets.push((list, comments));
    }

    /// Returns the file; the same model and the same texts give the same bytes.
    ///
    /// # Errors
    /// If a text is longer than a cell can be, 32,767 characters.
    pub fn to_bytes(&self) -> Result<Vec<u8>, TemplateError> {
        Ok(self.write()?)
    }

    fn write(&self) -> Result<Vec<u8>, XlsxError> {
        let names = SheetNames::of(self.model);
        let mut workbook = Workbook::new();
        // The day of the decision, since a workbook has a day and the same model has one.
        let day = self.model.deliberation.dated;
        let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        let created = ExcelDateTime::from_ymd(year, small(day.month()), small(day.day()))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        self.write_read_me(workbook.add_worksheet(), &names)?;
        for (list, comments) in &self.sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(names.of_list(&list.id).unwrap_or(&list.id))?;
            self.write_list(sheet, list, comments)?;
        }
        workbook.save_to_buffer()
    }

    fn write_read_me(
        &self,
        sheet: &mut Worksheet,
        names: &SheetNames<'_>,
    ) -> Result<(), XlsxError> {
        sheet.set_name(READ_ME)?;
        let text = text_format().set_text_wrap();
        for (column, width) in [(0, 36), (1, 60), (2, 20), (3, 60)] {
            sheet.set_column_width(column, width)?;
        }
        for (row, cells) in (0..).zip(&self.read_me) {
            for (column, cell) in (0..).zip(cells) {
                let list = self.sheets.iter().find(|(list, _)| list.id == **cell);
                let cell = visible(cell);
                let list = list.filter(|_| column == 0);
                match list.and_then(|(list, _)| names.of_list(&list.id)) {
                    Some(name) => {
                        let link = Url::new(format!("internal:'{name}'!A1")).set_text(cell);
                        sheet.write_url(row, column, link)?;
                    }
                    // A line of its own goes on to the right.
                    None if cells.len() == 1 => {
                        sheet.write_string_with_format(row, column, cell, &text_format())?;
                    }
                    None => {
                        sheet.write_string_with_format(row, column, cell, &text)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write_list(
        &self,
        sheet: &mut Worksheet,
        list: &CodeList,
        comments: &[String],
    ) -> Result<(), XlsxError> {
        let mut columns = columns(&self.model.deliberation.languages);
        if is_of_amount_classes(self.model, list) {
            columns.extend(CLASS_COLUMNS.map(str::to_owned));
        }
        for (place, column) in (0..).zip(&columns) {
            sheet.set_column_format(place, &text_format())?;
            sheet.set_column_width(place, width(column))?;
        }
        let mut row = 0;
        for comment in comments {
            let comment = match &**comment {
                "" => "#".to_owned(),
                comment => format!("# {}", visible(comment)),
            };
            sheet.write_string_with_format(row, 0, comment, &text_format())?;
            row += 1;
        }
        let answer = text_format().set_border(FormatBorder::Thin);
        sheet.write_string_with_format(row, 0, "complete", &text_format().set_bold())?;
        sheet.write_string_with_format(row, 1, "no", &answer)?;
        sheet.add_data_validation(row, 1, row, 1, &one_of(&["yes", "no"])?)?;
        row += 1;
        let header = text_format()
            .set_bold()
            .set_border_bottom(FormatBorder::Medium);
        for (place, column) in (0..).zip(&columns) {
            sheet.write_string_with_format(row, place, column, &header)?;
            if let Some(words) = words(column) {
                let bottom = row + COMPLETED_ROWS;
                sheet.add_data_validation(row + 1, place, bottom, place, &one_of(&words)?)?;
            }
        }
        row += 1;
        sheet.set_freeze_panes(row, 0)?;
        // The first screen shows the header also where the explanation is long.
        sheet.set_freeze_panes_top_cell(row, 0)?;
        for meaning in list
            .codes
            .iter()
            .filter(|it| it.code.is_none())
            .flat_map(|it| &it.meanings)
        {
            for (place, column) in (0..).zip(&columns) {
                if let Some(text) = known(meaning, column) {
                    sheet.write_string_with_format(row, place, visible(&text), &text_format())?;
                }
            }
            row += 1;
        }
        Ok(())
    }
}

/// The error of a workbook that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook of code lists cannot be written: {0}; shorten the text")]
pub struct TemplateError(#[from] XlsxError);

/// The format of a cell that is a text also where a person edits it.
fn text_format() -> Format {
    Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top)
}

fn one_of(words: &[&str]) -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(words)
}

/// Returns the words that a column may have; `None` if it may have any text.
fn words(column: &str) -> Option<Vec<&'static str>> {
    match column {
        "missing" => Some(MissingReason::VARIANTS.iter().map(Into::into).collect()),
        "closed" => Some(ClosedSide::VARIANTS.iter().map(Into::into).collect()),
        _ => None,
    }
}

fn width(column: &str) -> f64 {
    match column {
        "code" | "valid_from" | "valid_to" | "lower" | "upper" | "closed" | "unit" | "currency" => {
            12.0
        }
        "missing" | "source" => 16.0,
        _ => 40.0,
    }
}

/// Returns the part of a published meaning that a column has.
fn known(meaning: &Meaning, column: &str) -> Option<String> {
    let period = meaning.period;
    match column {
        "valid_from" => period.from.map(|day| day.to_string()),
        "valid_to" => period.to.map(|day| day.to_string()),
        "missing" => meaning.missing.map(|it| it.to_string()),
        "source" => meaning.source.as_ref().map(ToString::to_string),
        "lower" | "upper" | "closed" | "unit" | "currency" => {
            let class = meaning.class.as_ref()?;
            match column {
                "lower" => class.lower.as_ref().map(ToString::to_string),
                "upper" => class.upper.as_ref().map(ToString::to_string),
                "closed" => Some(class.closed.to_string()),
                "unit" => class.unit.as_ref().map(ToString::to_string),
                _ => class.currency.as_ref().map(ToString::to_string),
            }
        }
        _ => {
            let language: Language = column.parse().ok()?;
            meaning.label.text(language).map(str::to_owned)
        }
    }
}
