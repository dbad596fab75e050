//! Reads any bytes as an Arrow file: the result must be its rows or an error.
#![no_main]

use std::fmt::Debug;
use std::io::Cursor;

use beraad_fuzz::structure::Format;
use beraad_fuzz::{assert_valid_rows_or_error, with_block};
use beraad_schema::Block;
use beraad_schema::arrow::ipc::Reader;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|input: &[u8]| {
    if let [block, file @ ..] = input {
        with_block!(*block, read(file));
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    Format::Arrow.mutate(data, size, max_size, seed, fuzzer_mutate)
});

fn read<R: Block + Debug + PartialEq>(file: &[u8]) {
    let reader = Reader::<R, _>::try_new(Cursor::new(file));
    assert_valid_rows_or_error(reader.map(Reader::chunks));
}
