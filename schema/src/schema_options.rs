//! Options of Arrow schemas, the same for arrow-rs and arrow2.

use crate::physical::{PhysicalField, PhysicalType};

/// Options of an Arrow schema, and of the files that are written with it.
///
/// ```
/// use beraad_schema::arrow::SchemaOptions;
///
/// assert!(!SchemaOptions::default().extension_names);
/// assert!(SchemaOptions::default().with_extension_names().extension_names);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SchemaOptions {
    /// True if months, quarters and serial numbers are marked as Arrow extension types (`beraad.year_month`,
    /// `beraad.year_quarter`, `beraad.serial_number`).
    ///
    /// Off by default: the ordinary metadata of the field (`beraad.kind`) contains this already, and some programs load an
    /// extension type that they do not know as an opaque type. polars 2.1 can then neither filter nor cast the column.
    pub extension_names: bool,
    /// True if a flag whose source is known to write it as 0 and 1 is written so, as an integer of 8 bits, instead of a
    /// Boolean value.
    ///
    /// Off by default: a Boolean value shows what it means. Every reader of this library reads both.
    pub numeric_flags: bool,
}

impl SchemaOptions {
    /// Marks months, quarters and serial numbers as extension types.
    #[must_use]
    pub fn with_extension_names(mut self) -> Self {
        self.extension_names = true;
        self
    }

    /// Writes flags as 0 and 1 where their source is known to write them so.
    #[must_use]
    pub fn with_numeric_flags(mut self) -> Self {
        self.numeric_flags = true;
        self
    }

    /// Returns the type as which the values of a column are written.
    pub(crate) fn written_type(self, column: &PhysicalField) -> &PhysicalType {
        if self.numeric_flags && column.is_numeric_flag {
            &PhysicalType::Int8
        } else {
            &column.physical_type
        }
    }
}
