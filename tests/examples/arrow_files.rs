//! Files of rows for other programs to read, and the rows of files that they wrote: `.ci/arrow_files.py` calls it.
//!
//! `arrow_files write DIR` writes `<block>.json`, `<block>.parquet` and `<block>.arrow` for every block.
//! `arrow_files read DIR` reads every other file of the folder, `<block>.<program>.parquet` or `.arrow`, and holds its rows
//! against `<block>.json`; it ends with 1 if one is not the same.

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

/// The rows of each file.
const ROWS: usize = 200;

/// The folder, and what is wrong with the files in it.
static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);
static WRONG: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (what, folder) = match &*arguments {
        [what, folder] if what == "write" || what == "read" => (what, folder),
        _ => {
            eprintln!("arrow_files (write | read) DIR");
            return ExitCode::from(2);
        }
    };
    *FOLDER.lock().expect("one thread") = Some(folder.into());
    if what == "write" {
        for_each_block!(|B| write::<B>());
    } else {
        for_each_block!(|B| read::<B>());
    }
    let wrong = WRONG.lock().expect("one thread");
    wrong.iter().for_each(|wrong| eprintln!("{wrong}"));
    if wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn folder() -> PathBuf {
    let folder = FOLDER.lock().expect("one thread");
    folder.clone().expect("main puts it there")
}

fn note(file: &Path, result: Result<(), Box<dyn Error>>) {
    if let Err(error) = result {
        let message = format!("{}: {error}", file.display());
        WRONG.lock().expect("one thread").push(message);
    }
}

fn rows<R: Block + Debug>() -> Vec<R> {
    arbitrary::rows_from_seed(model(), 47).take(ROWS).collect()
}

fn write<R: Block + Debug>() {
    let path = folder().join(R::ID);
    note(&path, write_files::<R>(&path));
}

fn write_files<R: Block + Debug>(path: &Path) -> Result<(), Box<dyn Error>> {
    let rows = rows::<R>();
    fs::write(path.with_extension("json"), serde_json::to_vec(&rows)?)?;
    let file = File::create(path.with_extension("parquet"))?;
    let mut writer = parquet::Writer::new(file, model())?;
    writer.write(&rows)?;
    writer.finish()?;
    let file = BufWriter::new(File::create(path.with_extension("arrow"))?);
    let mut writer = ipc::Writer::new(file, model())?;
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
        note(&path, read_file::<R>(&path));
    }
}

fn read_file<R: Block + Debug + PartialEq>(path: &Path) -> Result<(), Box<dyn Error>> {
    let file = File::open(path)?;
    let is_parquet = path.extension().is_some_and(|of| of == "parquet");
    let chunks: Result<Vec<Vec<R>>, FileError> = if is_parquet {
        parquet::Reader::open(file)?.collect()
    } else {
        ipc::Reader::open(file)?.collect()
    };
    let read = chunks?.concat();
    let same = rows::<R>();
    if let Some(row) = (0..ROWS).find(|row| read.get(*row) != same.get(*row)) {
        return Err(format!("row {row} came back as another").into());
    }
    println!("{}: {} rows", path.display(), read.len());
    Ok(())
}
