//! Writes the codebook of the invented deliberation to a folder: `cargo run -p library-loans -- FOLDER`.

use beraad_codegen::{FORMATS, Options, write_folder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("missing argument: the folder to write to")?;
    let options = Options::new(FORMATS);
    let mut artefacts = Vec::new();
    for format in FORMATS {
        artefacts.extend(format.emit(library_loans::model(), &options)?);
    }
    let written = write_folder(folder.as_ref(), artefacts)?;
    println!("{folder}: {} files", written.files);
    Ok(())
}
