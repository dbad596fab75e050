//! The comparison of a delivery with an earlier one.

use crate::against::{self, BlockInput, Subjects};
use crate::block_file::BlockFile;
use crate::comparison::{COMPARISON_FORMAT, Comparison, Sides};
use crate::delivery::Delivery;
use crate::error::DeliveryError;
use crate::options::Options;
use crate::plan::BlockPlan;
use crate::used_options::UsedOptions;

impl Delivery<'_> {
    /// Compares this delivery with an earlier one of the same model, by the model of this one. The options apply to the files of both.
    ///
    /// | part | comparison |
    /// | --- | --- |
    /// | blocks, columns | those that only one delivery has, or leaves empty |
    /// | periods | the rows of each observation period |
    /// | units | the persons and other subjects that are gone or new, as numbers |
    /// | values | the rows without a value; codes that appeared, vanished, or whose share of the values changed by at least 5 percentage points; the index of dissimilarity of each column of codes |
    /// | keys | those gone, new and changed, with the number of changed rows of each column; a key that a delivery has more than once is not comparable |
    /// | rows | of a block without a known key: those gone and new, by all of their columns |
    ///
    /// Keys and rows are compared by the columns that both deliveries have. Each file is read once, and again if rows changed or only one
    /// delivery has a column. No row is kept, but 16 bytes of a hash of each row of the old delivery and 8 of
    /// each new key; neither grows with the number of differences. Rows with the same 96 bits count as equal; a changed row is overlooked
    /// if 32 bits of a hash stay the same, once in 4 thousand million.
    ///
    /// ```
    /// # use beraad_schema::describe::example_model;
    /// use beraad_delivery::{Delivery, Options};
    ///
    /// let model = example_model();
    /// # let parent = tempfile::tempdir()?;
    /// # let (old, new) = (parent.path().join("old"), parent.path().join("new"));
    /// # let header = "person,loan_month,return_month,department,renewals,fine_class\n";
    /// # for (folder, rows) in [(&old, "1,2011-03,,01,2,\n"), (&new, "1,2011-03,,01,2,\n2,2011-04,,01,0,\n")] {
    /// #     std::fs::create_dir(folder)?;
    /// #     std::fs::write(folder.join("loan.csv"), format!("{header}{rows}"))?;
    /// # }
    /// let (old, new) = (Delivery::open(&old, &model)?, Delivery::open(&new, &model)?);
    /// let comparison = new.compare(&old, &Options::new())?;
    /// let loan = &comparison.blocks[0];
    /// assert_eq!((loan.rows.old, loan.rows.new), (1, 2));
    /// assert_eq!(loan.units[0].counts.added, 1);
    /// assert!(comparison.has_differences());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If a file changes while it is read. A block with a file that cannot be read, or whose header is not valid, is not compared:
    /// [`Comparison::unread_files`]. A text that is not a value counts as one. [`check`](Self::check) finds all of them.
    pub fn compare(
        &self,
        old: &Delivery<'_>,
        options: &Options,
    ) -> Result<Comparison, DeliveryError> {
        self.compare_with_progress(old, options, |_| {})
    }

    /// As [`compare`](Self::compare); `progress` is called with the path of each file and its delivery before it is read.
    ///
    /// # Errors
    /// As [`compare`](Self::compare).
    pub fn compare_with_progress(
        &self,
        old: &Delivery<'_>,
        options: &Options,
        mut progress: impl FnMut(&str),
    ) -> Result<Comparison, DeliveryError> {
        let model = self.model;
        let mut blocks = Vec::new();
        let mut subjects = Subjects::default();
        for block in self.wanted(options) {
            let files = Sides {
                old: files_of(old, &block.id),
                new: files_of(self, &block.id),
            };
            if files.old.is_empty() && files.new.is_empty() {
                continue;
            }
            let plan = BlockPlan::new(model, block);
            let input = BlockInput {
                plan: &plan,
                files,
                options,
            };
            blocks.push(against::compare(&input, &mut subjects, &mut progress)?);
        }
        Ok(Comparison {
            format: COMPARISON_FORMAT,
            deliberation: model.deliberation.number.to_string(),
            model_version: model.version.to_string(),
            fingerprint: model.fingerprint(),
            program_version: env!("CARGO_PKG_VERSION"),
            day: None,
            options: UsedOptions::new(options),
            blocks,
            subjects: subjects.finish(),
        })
    }
}

/// Returns the files of a block; none if the delivery does not have it.
fn files_of<'d>(delivery: &'d Delivery<'_>, block: &str) -> &'d [BlockFile] {
    delivery.files.get(block).map_or(&[], Vec::as_slice)
}
