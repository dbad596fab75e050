//! Options of Arrow schemas, the same for arrow-rs and arrow2.

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
}

impl SchemaOptions {
    /// Marks months, quarters and serial numbers as extension types.
    #[must_use]
    pub fn with_extension_names(mut self) -> Self {
        self.extension_names = true;
        self
    }
}
