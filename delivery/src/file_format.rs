//! The format of a file of rows, by its name.

/// A format of files of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileFormat {
    /// CSV, which may be packed by gzip or zstd.
    Csv,
    Parquet,
    /// The file format of Arrow IPC, also known as Feather version 2.
    Arrow,
}

impl FileFormat {
    /// Returns the format of a file with this name, and the name without its extensions; `None` if it is not a file of rows.
    pub(crate) fn of_name(name: &str) -> Option<(Self, &str)> {
        let unpacked = ["gz", "zst"].iter().find_map(|it| without(name, it));
        if let Some(stem) = without(unpacked.unwrap_or(name), "csv") {
            return Some((Self::Csv, stem));
        }
        let others = [
            ("parquet", Self::Parquet),
            ("arrow", Self::Arrow),
            ("feather", Self::Arrow),
            // The name that polars gives to the same format.
            ("ipc", Self::Arrow),
        ];
        let mut others = others.into_iter();
        others.find_map(|(extension, format)| Some((format, without(name, extension)?)))
    }
}

fn without<'n>(name: &'n str, extension: &str) -> Option<&'n str> {
    let (stem, found) = name.rsplit_once('.')?;
    found.eq_ignore_ascii_case(extension).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::FileFormat;

    #[test]
    fn name_of_a_file_has_its_format_and_its_block() {
        let csv = Some((FileFormat::Csv, "loan"));
        assert_eq!(FileFormat::of_name("loan.csv"), csv);
        assert_eq!(FileFormat::of_name("loan.CSV.gz"), csv);
        assert_eq!(FileFormat::of_name("loan.csv.zst"), csv);
        assert_eq!(FileFormat::of_name("loan.txt"), None);
        assert_eq!(FileFormat::of_name("loan.parquet.gz"), None);
        let parquet = Some((FileFormat::Parquet, "loan"));
        assert_eq!(FileFormat::of_name("loan.parquet"), parquet);
        let arrow = Some((FileFormat::Arrow, "loan"));
        assert_eq!(FileFormat::of_name("loan.Arrow"), arrow);
        assert_eq!(FileFormat::of_name("loan.feather"), arrow);
        assert_eq!(FileFormat::of_name("loan.ipc"), arrow);
    }
}
