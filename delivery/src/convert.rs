//! The conversion of a delivery to typed files, in the pass that checks it.

mod format;
mod options;
mod error;
mod receipt;
mod repair;
mod groups;
mod codes;
mod arrays;
mod csv_text;
mod encoder;
mod sink;
mod worker;
mod conversion;

pub use self::conversion::{Conversion, Converted};
pub use self::error::ConvertError;
pub use self::format::ConvertFormat;
pub use self::options::ConvertOptions;
pub use self::receipt::{ConversionReceipt, ConvertedBlock, ConvertedFile, Repair};
