//! Rows of several files: a folder for each year, whose path has the year.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::Path;

use ::parquet::arrow::ArrowWriter;
use beraad_model::{ksz, model};
use beraad_schema::arrow::{self, parquet};
use beraad_tests::rows::random;

/// Writes rows as the files of a folder for each year, without the column of the year, as other programs do.
fn write_by_year(folder: &Path, rows: &[ksz::PersonYear]) {
    let years: BTreeSet<_> = rows.iter().map(|row| row.year.get()).collect();
    for year in years {
        let of_year = rows.iter().filter(|row| row.year.get() == year).cloned();
        let batch = arrow::to_batch(&of_year.collect::<Vec<_>>()).unwrap();
        let index = batch.schema().index_of("year").unwrap();
        let columns = (0..batch.num_columns()).filter(|column| *column != index);
        let batch = batch.project(&columns.collect::<Vec<_>>()).unwrap();
        let folder = folder.join(format!("year={year}"));
        std::fs::create_dir_all(&folder).unwrap();
        let file = File::create(folder.join("part-0.parquet")).unwrap();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
    }
}

type YearFiles<O> = arrow::Files<parquet::Reader<ksz::PersonYear, File>, O>;

fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[test]
fn folder_of_years_is_read_with_the_year_of_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let mut rows = random::<ksz::PersonYear>(model(), 200);
    write_by_year(folder.path(), &rows);
    std::fs::write(folder.path().join("_SUCCESS.parquet"), "").unwrap();
    let paths = arrow::data_files(folder.path(), "parquet").unwrap();
    let read: Result<Vec<_>, _> = YearFiles::try_new(paths.clone(), open).unwrap().collect();
    rows.sort_by_key(|row| row.year);
    assert_eq!(read.unwrap(), rows);

    // Without its path, a file says where the year may be.
    let alone = parquet::Reader::<ksz::PersonYear, _>::try_new(open(&paths[0]).unwrap());
    let message = alone.map(drop).unwrap_err().to_string();
    assert!(message.contains("column `year`: missing"), "{message}");
    assert!(message.contains("in the path of the file"), "{message}");
}

#[test]
fn error_of_several_files_names_each_of_them() {
    let folder = tempfile::tempdir().unwrap();
    write_by_year(folder.path(), &random::<ksz::PersonYear>(model(), 200));
    let paths = arrow::data_files(folder.path(), "parquet").unwrap();
    std::fs::write(&paths[1], "no Parquet file").unwrap();
    let wrong_year = folder.path().join("year=twenty/part-0.parquet");
    std::fs::create_dir_all(wrong_year.parent().unwrap()).unwrap();
    std::fs::copy(&paths[0], &wrong_year).unwrap();
    let paths = paths.into_iter().chain([wrong_year.clone()]);
    let paths: Vec<_> = paths.collect();
    let error = YearFiles::try_new(paths.clone(), open).unwrap_err();
    let files: Vec<_> = error.files().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(files, [paths[1].clone(), wrong_year]);
    let message = error.to_string();
    assert!(message.contains("not a valid Parquet file"), "{message}");
    assert!(
        message.contains("column `year`: expected int16"),
        "{message}"
    );
    // A folder that does not exist.
    assert!(arrow::data_files(&folder.path().join("none"), "parquet").is_err());
}
