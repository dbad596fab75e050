//! The fields of footers and page headers that the crate `parquet` reads, with their types: `parquet.thrift` of the format.

use super::thrift::Kind::{self, Byte, Bytes, Double, Flag, Long, Number};
use super::thrift::Layout;

const fn list(item: &'static Kind) -> Kind {
    Kind::List(item)
}

/// The header of a page.
pub(super) const PAGE_HEADER: Layout = &[
    (1, Number), // type
    (2, Number), // uncompressed_page_size
    (3, Number), // compressed_page_size
    (4, Number), // crc
    (5, Kind::Struct(DATA_PAGE)),
    (6, Kind::Struct(&[])),
    (7, Kind::Struct(DICTIONARY_PAGE)),
    (8, Kind::Struct(DATA_PAGE_V2)),
];

const DATA_PAGE: Layout = &[
    (1, Number), // num_values
    (2, Number), // encoding
    (3, Number), // definition_level_encoding
    (4, Number), // repetition_level_encoding
    (5, Kind::Struct(STATISTICS)),
];

const DICTIONARY_PAGE: Layout = &[
    (1, Number), // num_values
    (2, Number), // encoding
    (3, Flag),   // is_sorted
];

const DATA_PAGE_V2: Layout = &[
    (1, Number), // num_values
    (2, Number), // num_nulls
    (3, Number), // num_rows
    (4, Number), // encoding
    (5, Number), // definition_levels_byte_length
    (6, Number), // repetition_levels_byte_length
    (7, Flag),   // is_compressed
    (8, Kind::Struct(STATISTICS)),
];

const STATISTICS: Layout = &[
    (1, Bytes), // max
    (2, Bytes), // min
    (3, Long),  // null_count
    (4, Long),  // distinct_count
    (5, Bytes), // max_value
    (6, Bytes), // min_value
    (7, Flag),  // is_max_value_exact
    (8, Flag),  // is_min_value_exact
    (9, Long),  // nan_count
];

/// The footer of a file.
pub(super) const FOOTER: Layout = &[
    (1, Number),                                         // version
    (2, list(&Kind::Struct(SCHEMA_ELEMENT))),            // schema
    (3, Long),                                           // num_rows
    (4, list(&Kind::Struct(ROW_GROUP))),                 // row_groups
    (5, list(&Kind::Struct(KEY_VALUE))),                 // key_value_metadata
    (6, Bytes),                                          // created_by
    (7, list(&Kind::Struct(&[(1, EMPTY), (2, EMPTY)]))), // column_orders
    (8, Kind::Struct(ENCRYPTION)),                       // encryption_algorithm
    (9, Bytes),                                          // footer_signing_key_metadata
];

const EMPTY: Kind = Kind::Struct(&[]);

const SCHEMA_ELEMENT: Layout = &[
    (1, Number), // type
    (2, Number), // type_length
    (3, Number), // repetition_type
    (4, Bytes),  // name
    (5, Number), // num_children
    (6, Number), // converted_type
    (7, Number), // scale
    (8, Number), // precision
    (9, Number), // field_id
    (10, Kind::Struct(LOGICAL_TYPE)),
];

/// A union: one of these, most of which have no fields.
const LOGICAL_TYPE: Layout = &[
    (1, EMPTY),
    (2, EMPTY),
    (3, EMPTY),
    (4, EMPTY),
    (5, Kind::Struct(&[(1, Number), (2, Number)])), // decimal: scale, precision
    (6, EMPTY),
    (7, Kind::Struct(&[(1, Flag), (2, TIME_UNIT)])), // time
    (8, Kind::Struct(&[(1, Flag), (2, TIME_UNIT)])), // timestamp
    (10, Kind::Struct(&[(1, Byte), (2, Flag)])),     // integer: bits, is signed
    (11, EMPTY),
    (12, EMPTY),
    (13, EMPTY),
    (14, EMPTY),
    (15, EMPTY),
    (16, Kind::Struct(&[(1, Byte)])),               // variant
    (17, Kind::Struct(&[(1, Bytes)])),              // geometry
    (18, Kind::Struct(&[(1, Bytes), (2, Number)])), // geography
    (19, EMPTY),
];

const TIME_UNIT: Kind = Kind::Struct(&[(1, EMPTY), (2, EMPTY), (3, EMPTY)]);

const KEY_VALUE: Layout = &[(1, Bytes), (2, Bytes)];

const ENCRYPTION: Layout = &[(1, Kind::Struct(CIPHER)), (2, Kind::Struct(CIPHER))];

const CIPHER: Layout = &[(1, Bytes), (2, Bytes), (3, Flag)];

const ROW_GROUP: Layout = &[
    (1, list(&Kind::Struct(COLUMN_CHUNK))), // columns
    (2, Long),                              // total_byte_size
    (3, Long),                              // num_rows
    (4, list(&Kind::Struct(&[(1, Number), (2, Flag), (3, Flag)]))), // sorting_columns
    (5, Long),                              // file_offset
    (6, Long),                              // total_compressed_size
    (7, Number),                            // ordinal
];

const COLUMN_CHUNK: Layout = &[
    (1, Bytes), // file_path
    (2, Long),  // file_offset
    (3, Kind::Struct(COLUMN)),
    (4, Long),   // offset_index_offset
    (5, Number), // offset_index_length
    (6, Long),   // column_index_offset
    (7, Number), // column_index_length
    (
        8,
        Kind::Struct(&[
            (1, EMPTY),
            (2, Kind::Struct(&[(1, list(&Bytes)), (2, Bytes)])),
        ]),
    ),
    (9, Bytes), // encrypted_column_metadata
];

const COLUMN: Layout = &[
    (1, Number),                         // type
    (2, list(&Number)),                  // encodings
    (3, list(&Bytes)),                   // path_in_schema
    (4, Number),                         // codec
    (5, Long),                           // num_values
    (6, Long),                           // total_uncompressed_size
    (7, Long),                           // total_compressed_size
    (8, list(&Kind::Struct(KEY_VALUE))), // key_value_metadata
    (9, Long),                           // data_page_offset
    (10, Long),                          // index_page_offset
    (11, Long),                          // dictionary_page_offset
    (12, Kind::Struct(STATISTICS)),
    (
        13,
        list(&Kind::Struct(&[(1, Number), (2, Number), (3, Number)])),
    ), // encoding_stats
    (14, Long),   // bloom_filter_offset
    (15, Number), // bloom_filter_length
    (
        16,
        Kind::Struct(&[(1, Long), (2, list(&Long)), (3, list(&Long))]),
    ), // size_statistics
    (
        17,
        Kind::Struct(&[(1, Kind::Struct(BOUNDING_BOX)), (2, list(&Number))]),
    ), // geospatial
];

const BOUNDING_BOX: Layout = &[
    (1, Double),
    (2, Double),
    (3, Double),
    (4, Double),
    (5, Double),
    (6, Double),
    (7, Double),
    (8, Double),
];
