//! Rejects an output folder that is part of a delivery, or that cannot be created.

use std::path::Path;

use beraad_codegen::OutputError;
use beraad_schema::describe::visible;

use crate::error::Error;

/// Rejects a folder for the output whose parent folder does not exist, before files are read for a long time.
pub(crate) fn require_parent(folder: &Path) -> Result<(), Error> {
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    match parent {
        Some(parent) if !parent.is_dir() => Err(Error::Folder(OutputError::NoParent {
            parent: parent.to_owned(),
        })),
        _ => Ok(()),
    }
}

/// Rejects a folder for the output that is the delivery or within it, where the next call would find its files.
pub(crate) fn require_outside(folder: &Path, delivery: &Path) -> Result<(), Error> {
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let (Ok(parent), Ok(delivery)) = (parent.canonicalize(), delivery.canonicalize()) else {
        // The one or the other is reported where it is used.
        return Ok(());
    };
    let is_delivery = folder.canonicalize().is_ok_and(|it| it == delivery);
    if !is_delivery && !parent.starts_with(&delivery) {
        return Ok(());
    }
    let shown = visible(&folder.display().to_string());
    Err(Error::CommandLine(vec![format!(
        "`{shown}` is in the delivery: write the path of a folder outside it"
    )]))
}
