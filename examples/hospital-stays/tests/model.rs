//! Compares the model with the reviewed snapshots and with its kept version.
//!
//! After an intended change, write these files again and review the difference:
//! `INSTA_UPDATE=always BERAAD_WRITE=1 cargo test -p hospital-stays --test model`.

use std::path::{Path, PathBuf};

use beraad_evolve::testing;
use beraad_schema::Block;
use hospital_stays::{for_each_block, model};

#[test]
fn blocks_are_as_reviewed() {
    testing::assert_blocks(model(), &folder("tests/snapshots"));
}

#[test]
fn every_snapshot_belongs_to_a_block() {
    let others = testing::other_snapshots(model(), &folder("tests/snapshots"));
    assert!(others.is_empty(), "left over: {others:?}");
}

#[test]
fn kept_version_is_the_model() {
    testing::assert_version(model(), &folder("versions"));
}

#[test]
fn every_block_is_visited_in_the_order_of_the_model() {
    let mut visited: Vec<&str> = Vec::new();
    for_each_block!(|B| visited.push(B::ID));
    let blocks: Vec<&str> = model().blocks.iter().map(|block| &*block.id).collect();
    assert_eq!(visited, blocks);
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
