//! Writes files for other programs, and reads the files that they write: called by `.ci/arrow_files.py`.
//!
//! `arrow_files write DIR` writes `<block>.json`, `<block>.parquet` and `<block>.arrow` for every block.
//! `arrow_files read DIR` reads every file `<block>.<program>.parquet` or `.arrow` in the folder, and compares its rows with
//! those that were written; it exits with 1 if a file has other rows.

use std::error::Error;
use std::fmt::Debug;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

use beraad_model::{for_each_block, model};
use beraad_schema::arrow::{FileError, ipc, parquet};
use beraad_schema::{Block, arbitrary};

/// The number of rows of each file.
const ROWS: usize = 200;

/// The folder, and the errors of the files in it. `write` and `read` are functions without arguments.
static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);
static ERRORS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, folder) = match &*arguments {
        [command, folder] if command == "write" || command == "read" => (command, folder),
        _ => {
            eprintln!("arrow_files (write | read) DIR");
            return ExitCode::from(2);
        }
    };
    *FOLDER.lock().expect("one thread") = Some(folder.into());
    if command == "write" {
        for_each_block!(|B| write::<B>());
    } else {
        for_each_block!(|B| read::<B>());
    }
    let errors = ERRORS.lock().expect("one thread");
    errors.iter().for_each(|error| eprintln!("{error}"));
    if errors.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn folder() -> PathBuf {
    let folder = FOLDER.lock().expect("one thread");
    folder.clone().expect("`main` sets it")
}

fn record(file: &Path, result: Result<(), Box<dyn Error>>) {
    if let Err(error) = result {
        let message = format!("{}: {error}", file.display());
        ERRORS.lock().expect("one thread").push(message);
    }
}

fn rows<R: Block + Debug>() -> Vec<R> {
    arbitrary::rows_from_seed(model(), 47).take(ROWS).collect()
}

fn write<R: Block + Debug>() {
    let path = folder().join(R::ID);
    record(&path, write_files::<R>(&path));
}

fn write_files<R: Block + Debug>(path: &Path) -> Result<(), Box<dyn Error>> {
    let rows = rows::<R>();
    fs::write(path.with_extension("json"), serde_json::to_vec(&rows)?)?;
    let file = File::create(path.with_extension("parquet"))?;
    let mut writer = parquet::Writer::try_new(file, model())?;
    writer.write(&rows)?;
    writer.finish()?;
    let file = BufWriter::new(File::create(path.with_extension("arrow"))?);
    let mut writer = ipc::Writer::try_new(file, model())?;
    writer.write(&rows)?;
    writer.finish()?;
    Ok(())
}

fn read<R: Block + Debug + PartialEq>() {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.split('.').count() == 3 && name.split('.').next() == Some(R::ID)
        })
        .collect();
    files.sort();
    for path in files {
        record(&path, read_file::<R>(&path));
    }
}

fn read_file<R: Block + Debug + PartialEq>(path: &Path) -> Result<(), Box<dyn Error>> {
    let file = File::open(path)?;
    let is_parquet = path.extension().is_some_and(|of| of == "parquet");
    let read: Result<Vec<R>, FileError> = if is_parquet {
        parquet::Reader::try_new(file)?.collect()
    } else {
        ipc::Reader::try_new(file)?.collect()
    };
    let (read, written) = (read?, rows::<R>());
    if read.len() != written.len() {
        return Err(format!("{} rows instead of {ROWS}", read.len()).into());
    }
    if let Some(row) = (0..ROWS).find(|row| read[*row] != written[*row]) {
        return Err(format!("row {row} is different").into());
    }
    println!("{}: {ROWS} rows", path.display());
    Ok(())
}
