//! Columns whose value is in the path of a file: `year=2010/part-0.parquet`.

use std::collections::BTreeMap;
use std::path::Path;

use beraad_schema::Datum;
use beraad_schema::arrow::{self, BatchColumns, ColumnErrorKind};
use beraad_schema::csv::FieldReader;
use beraad_schema::describe::{Grain, Representation, excerpt, nearest};

use crate::block_file::BlockFile;
use crate::column::{Column, VALUE, Values};
use crate::column_data::whole;
use crate::options::Options;
use crate::part::Part;
use crate::plan::BlockPlan;
use crate::shape::shape;

/// The columns that a file takes from its path.
#[derive(Default)]
pub(crate) struct PathColumns {
    /// The position of each column in the block, with its value; `None` is null.
    columns: Vec<(usize, Option<String>)>,
    /// The columns of the block by their names in the path, where they differ.
    pub(crate) renamed: BTreeMap<String, String>,
    /// The names in the path that the options leave out.
    pub(crate) ignored: Vec<String>,
    /// The errors of the names.
    errors: Vec<String>,
}

/// The values that a file takes from its path.
#[derive(Default)]
pub(crate) struct PathValues {
    /// The position of each column in the block, and the column with one row.
    columns: Vec<(usize, Column)>,
}

impl PathColumns {
    /// Finds the columns that a file takes from its path: those of the block that it does not have itself. `in_file` returns true for the
    /// name of a column that the file has, either in the file or in the block.
    pub(crate) fn of_file(
        file: &BlockFile,
        plan: &BlockPlan<'_>,
        options: &Options,
        in_file: impl Fn(&str) -> bool,
    ) -> Self {
        let mut found = Self::default();
        let path_columns = arrow::PathColumns::of_path(Path::new(&file.name));
        let of_dialect = options.dialect.description().renames;
        for (name, value) in path_columns.iter() {
            if options.dialect.ignores(name) {
                found.ignored.push(name.to_owned());
                continue;
            }
            if in_file(name) {
                continue;
            }
            let renamed = options.renames.of_header(plan.block, [name].into_iter());
            let renamed_to = renamed.get(name).or_else(|| of_dialect.get(name));
            let column = renamed_to.map_or(name, String::as_str);
            if in_file(column) {
                continue;
            }
            let Ok(place) = plan.position(column) else {
                found.errors.push(unknown(name, plan));
                continue;
            };
            if found.has(place) {
                found.errors.push(format!(
                    "two columns in the path are read as `{column}`: rename one, or leave it out with `Dialect::ignore`"
                ));
                continue;
            }
            let representation = plan.columns[place].value_type.representation();
            if matches!(representation, Representation::List { .. }) {
                found.errors.push(format!(
                    "column `{column}` in the path has several values in a row, which a folder cannot have: write it to the files"
                ));
                continue;
            }
            // The programs that write such folders have one for null and for the empty text.
            let value = value.filter(|value| !value.is_empty());
            found.columns.push((place, value.map(str::to_owned)));
            found.renamed.extend(renamed);
        }
        found
    }

    /// Returns true if the path has a column of the block.
    pub(crate) fn has(&self, place: usize) -> bool {
        self.columns.iter().any(|(column, _)| *column == place)
    }

    /// Reads the values. A CSV file has `readers` of its columns, and the same options apply to its path.
    ///
    /// # Errors
    /// All errors of the names and the values.
    pub(crate) fn read(
        mut self,
        plan: &BlockPlan<'_>,
        options: &Options,
        readers: Option<&[FieldReader<'_>]>,
    ) -> Result<PathValues, Vec<String>> {
        let mut values = PathValues::default();
        if self.columns.is_empty() && self.errors.is_empty() {
            return Ok(values);
        }
        let batch_columns = BatchColumns::of_block(plan.model, plan.block);
        for (place, text) in self.columns {
            let column = &plan.columns[place];
            let of_dialect = readers.zip(text.as_deref());
            let of_dialect = of_dialect.map(|(readers, text)| readers[place].read(text));
            if let Some(Ok(datum)) = of_dialect {
                values.columns.push((place, of_datum(&datum)));
                continue;
            }
            let is_year = column.value_type.grain() == Some(Grain::Year);
            match batch_columns.read_text(text.as_deref(), place) {
                Ok(data) => values.columns.push((place, whole(data, 1, is_year))),
                Err(error) => {
                    let form = match text {
                        None => String::new(),
                        Some(text) if options.show_values => format!(", `{}`", excerpt(&text)),
                        Some(text) => format!(", the form `{}`", shape(&text)),
                    };
                    let error = match error {
                        ColumnErrorKind::MissingValue { .. } => {
                            "missing value in a required column".to_owned()
                        }
                        // The path has one row, whose number says nothing.
                        ColumnErrorKind::InvalidValue { error, .. } => error.to_string(),
                        error => error.to_string(),
                    };
                    let name = &column.name;
                    self.errors
                        .push(format!("column `{name}` in the path{form}: {error}"));
                }
            }
        }
        if self.errors.is_empty() {
            Ok(values)
        } else {
            Err(self.errors)
        }
    }
}

impl PathValues {
    /// Returns a column of the block in which all rows have the value of the path; `None` if the path does not have the column.
    pub(crate) fn column(&self, place: usize, rows: usize) -> Option<Column> {
        let (_, one) = self.columns.iter().find(|(column, _)| *column == place)?;
        let state = one.states[0];
        let values = match &one.values {
            Values::Codes { keys, texts } if state == VALUE => Values::Codes {
                keys: vec![keys[0]; rows],
                texts: texts.clone(),
            },
            Values::Numbers(numbers) if state == VALUE => Values::Numbers(vec![numbers[0]; rows]),
            _ => return Some(Column::without_values(rows)),
        };
        Some(Column {
            states: vec![state; rows],
            values,
        })
    }

    /// Adds the columns to a part that was read without them.
    pub(crate) fn add_to(&self, part: &mut Part, plan: &BlockPlan<'_>) {
        let rows = part.rows();
        for (place, _) in &self.columns {
            if plan.is_read[*place]
                && let Some(column) = self.column(*place, rows)
            {
                part.columns[*place] = column;
            }
        }
    }
}

/// Returns a value as a column of one row.
fn of_datum(datum: &Datum) -> Column {
    let number = match datum {
        Datum::Flag(flag) => i64::from(*flag),
        Datum::Whole(number) => *number,
        Datum::Scaled { units, .. } => *units,
        Datum::Period(period) => period.to_epoch_days().into(),
        Datum::Code(code) => {
            return Column {
                states: vec![VALUE],
                values: Values::Codes {
                    keys: vec![0],
                    texts: vec![code.as_str().to_owned()],
                },
            };
        }
        Datum::Null | Datum::List(_) => return Column::without_values(1),
    };
    Column {
        states: vec![VALUE],
        values: Values::Numbers(vec![number]),
    }
}

fn unknown(name: &str, plan: &BlockPlan<'_>) -> String {
    let names = plan.columns.iter().map(|column| &*column.name);
    let hint = match nearest(name, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => {
            "rename it with `Dialect::rename`, or leave it out with `Dialect::ignore`".to_owned()
        }
    };
    format!("unknown column `{}` in the path; {hint}", excerpt(name))
}
