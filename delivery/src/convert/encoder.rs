//! Encodes the groups of a block, in any thread and in any order.

use beraad_schema::arrow::FileError;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};

use super::arrays::{BlockArrays, GroupColumn};
use super::csv_text::{BlockText, GroupText};
use super::groups::Group;

/// An encoder of groups.
pub(super) enum Encoder<'m> {
    Parquet {
        arrays: BlockArrays<'m>,
        row_groups: ArrowRowGroupWriterFactory,
    },
    Arrow(BlockArrays<'m>),
    Csv(BlockText<'m>),
    /// Nothing is written, as after an error in another block.
    Nothing,
}

/// An encoded group.
pub(super) enum Encoded {
    Parquet {
        columns: Vec<ArrowColumnChunk>,
        /// The codes of each column that occur in the group.
        texts: Vec<Vec<String>>,
    },
    Arrow {
        columns: Vec<GroupColumn>,
        rows: usize,
    },
    Csv(GroupText),
}

impl Encoder<'_> {
    /// Encodes a group; `None` if nothing is written.
    pub(super) fn encode(&self, group: &Group) -> Result<Option<Encoded>, FileError> {
        Ok(Some(match self {
            Self::Nothing => return Ok(None),
            Self::Csv(text) => Encoded::Csv(text.build(group)),
            Self::Arrow(arrays) => Encoded::Arrow {
                columns: arrays.build(group)?,
                rows: group.rows(),
            },
            Self::Parquet { arrays, row_groups } => {
                let number = usize::try_from(group.number).unwrap_or_default();
                let writers = row_groups.create_column_writers(number)?;
                let (mut writers, mut chunks) = (writers.into_iter(), Vec::new());
                let mut all_texts = Vec::new();
                let fields = arrays.schema.fields().iter();
                let columns = arrays.build(group)?.into_iter().zip(fields);
                for (place, (column, field)) in columns.enumerate() {
                    all_texts.push(column.texts().unwrap_or_default().to_vec());
                    let array = arrays.array(place, column, None)?;
                    // A column of one value in a row, or of a list of them, has one leaf.
                    for leaf in compute_leaves(field, &array)? {
                        if let Some(mut writer) = writers.next() {
                            writer.write(&leaf)?;
                            chunks.push(writer.close()?);
                        }
                    }
                }
                Encoded::Parquet {
                    columns: chunks,
                    texts: all_texts,
                }
            }
        }))
    }
}
