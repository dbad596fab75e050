//! Any bytes as a file of Parquet: its rows, or an error.
#![no_main]

use std::fmt::Debug;
use std::panic::{catch_unwind, resume_unwind, set_hook};
use std::sync::Mutex;

use beraad_fuzz::{assert_sound_file, files, with_block};
use beraad_schema::Block;
use beraad_schema::arrow::parquet::Reader;
use bytes::Bytes;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// What the last panic said.
static SAID: Mutex<String> = Mutex::new(String::new());

// The hook of libfuzzer-sys ends the process at every panic, also where `Reader` goes on to make an error of it. This one
// only keeps what was said: a panic that leaves the target cannot go on through its C function, and ends the process.
fuzz_target!(
    init: set_hook(Box::new(|panic| {
        if let Ok(mut said) = SAID.lock() {
            *said = panic.to_string();
        }
    })),
    |input: &[u8]| {
        if let Err(panic) = catch_unwind(|| choose(input)) {
            eprintln!("{}", SAID.lock().map(|said| said.clone()).unwrap_or_default());
            resume_unwind(panic);
        }
    }
);

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    files::mutate(data, size, max_size, seed, "PAR1".len(), fuzzer_mutate)
});

fn choose(input: &[u8]) {
    if let [block, file @ ..] = input {
        with_block!(*block, read(file));
    }
}

fn read<R: Block + Debug + PartialEq>(file: &[u8]) {
    assert_sound_file(Reader::<R>::open(Bytes::copy_from_slice(file)));
}
