// /// Visits of one reader in one month.
// ///
// /// nl: Bezoeken van één lezer in één maand.
// #[block(
//     heading = "Bezoek",
//     label(nl = "Bezoek", en = "Visit"),
//     row_unit(nl = "één lezer in één maand", en = "one reader in one month"),
//     analysis_unit(nl = "lezer", en = "reader"),
//     temporality = accumulated,
//     key(reader, month),
// )]
// pub struct Visit {
//     #[block(role = subject)]
//     pub reader: SerialNumber<Person>,
//     #[block(role = observation_period)]
//     pub month: YearMonth,
//     /// Number of visits.
//     ///
//     /// nl: Aantal bezoeken.
//     #[variable(
//         label(nl = "Bezoeken", en = "Visits"),
//         term = "het aantal bezoeken",
//         match_quality = none,
//         certainty = phrase,
//         measurement = metric,
//     )]
//     pub visits: Option<Count>,
// }

#[automatically_derived]
#[allow(unused_qualifications)]
const _: () = {
    use ::beraad_schema as __b;
    #[allow(dead_code)]
    const fn checks() {
        let _ = <SerialNumber<Person> as __b::Value>::NULLABLE;
        let _ = <<SerialNumber<
            Person,
        > as __b::Value>::Form as __b::__private::field::IdentifiesUnit>::HOLDS;
        let _ = <YearMonth as __b::Value>::NULLABLE;
        let _ = <<YearMonth as __b::Value>::Form as __b::__private::field::IsPeriod>::HOLDS;
        let _ = <Option<Count> as __b::Value>::NULLABLE;
        let _ = <<Option<
            Count,
        > as __b::Value>::Form as __b::__private::field::NoExactAmount<61u32>>::HOLDS;
        let _ = <<Option<
            Count,
        > as __b::Value>::Form as __b::__private::field::NoIdentifier>::HOLDS;
        {
            type __Cardinality = <SerialNumber<Person> as __b::Value>::Cardinality;
            let _ = <__Cardinality as __b::__private::field::InKey>::HOLDS;
        }
        {
            type __Cardinality = <YearMonth as __b::Value>::Cardinality;
            let _ = <__Cardinality as __b::__private::field::InKey>::HOLDS;
        }
    }
    const _: () = __b::__private::no_days(
        <SerialNumber<Person> as __b::Value>::__IS_DAY,
        "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`; line 56 of deliberation.toml would have to allow days",
    );
    const _: () = __b::__private::no_days(
        <YearMonth as __b::Value>::__IS_DAY,
        "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`; line 56 of deliberation.toml would have to allow days",
    );
    const _: () = __b::__private::no_days(
        <Option<Count> as __b::Value>::__IS_DAY,
        "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`; line 61 of deliberation.toml would have to allow days",
    );
    const _: () = __b::__private::check_subject(
        <SerialNumber<Person> as __b::Value>::__SUBJECT,
        &[__b::describe::Language::new("nl"), __b::describe::Language::new("en")],
    );
    #[cfg_attr(
        doc,
        doc = "The columns of the block `visit`. Heading “Bezoek”, paragraph 2 of decision 99/001. One row: one reader in one month. Key: `reader`, `month`.\n\n| column | contents | phrase of the decision |\n| --- | --- | --- |\n| `reader`<br>[`SerialNumber<Person>`](Person)<br>key | the subject of the row |  |\n| `month`<br>[`YearMonth`](YearMonth)<br>key | the observation period |  |\n| `visits`<br>[`Option<Count>`](Count) | Visits | “het aantal bezoeken”<br>certainty of the type: phrase |\n\nThe page of a code list has its codes. `description()` has all texts, also those of shared breaks and notes, in every language.",
        allow(rustdoc::all)
    )]
    #[allow(dead_code, clippy::too_many_arguments)]
    impl Visit {
        /// Creates a row from the columns that always have a value, in declaration order. All others are empty: set them
        /// in the result.
        #[must_use]
        pub fn new(reader: SerialNumber<Person>, month: YearMonth) -> Self {
            Self {
                reader,
                month,
                visits: ::core::default::Default::default(),
            }
        }
    }
    impl __b::Fields for Visit {
        const PHRASES: &'static [__b::__private::Carried] = &[
            __b::__private::Carried::Phrase(
                279978956742600322040734287905093066657u128,
                0u128,
            ),
        ];
        fn types() -> ::std::vec::Vec<__b::__private::FieldType> {
            let _ = ::core::include_bytes!("deliberation.toml");
            ::std::vec![
                < SerialNumber < Person > as __b::Value > ::__role(), < YearMonth as
                __b::Value > ::__role(), < Option < Count > as __b::Value >
                ::__variable()
            ]
        }
        fn fields() -> ::std::vec::Vec<__b::describe::Field> {
            __b::__private::fields::<Self>()
        }
        fn walk<__W: __b::Walk<Self>>(walk: &mut __W) {
            <SerialNumber<Person> as __b::Value>::__walk(walk, |row| &row.reader);
            <YearMonth as __b::Value>::__walk(walk, |row| &row.month);
            <Option<Count> as __b::Value>::__walk(walk, |row| &row.visits);
        }
        fn __reader<__S: __b::Source>(
            source: &mut __S,
        ) -> ::core::result::Result<
            impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<__S>,
            __S::Error,
        > {
            let __value_0 = match <SerialNumber<
                Person,
            > as __b::Value>::__column(source) {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };
            let __value_1 = match <YearMonth as __b::Value>::__column(source) {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };
            let __value_2 = match <Option<Count> as __b::Value>::__column(source) {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };
            ::core::result::Result::Ok(move |index: ::core::primitive::usize| Self {
                reader: <SerialNumber<
                    Person,
                > as __b::Value>::__get::<__S>(&__value_0, index),
                month: <YearMonth as __b::Value>::__get::<__S>(&__value_1, index),
                visits: <Option<Count> as __b::Value>::__get::<__S>(&__value_2, index),
            })
        }
        type __Values = (
            ::core::option::Option<SerialNumber<Person>>,
            ::core::option::Option<YearMonth>,
            ::core::option::Option<Option<Count>>,
        );
        const __COLUMNS: ::core::primitive::usize = 3usize;
        fn __no_values() -> Self::__Values {
            (
                ::core::default::Default::default(),
                ::core::default::Default::default(),
                ::core::default::Default::default(),
            )
        }
        #[inline]
        fn __read_value<__S: __b::__private::RowSource>(
            values: &mut Self::__Values,
            column: ::core::primitive::usize,
            source: &mut __S,
        ) -> ::core::result::Result<(), __S::Error> {
            match column {
                0usize => {
                    <SerialNumber<
                        Person,
                    > as __b::Value>::__read_value(&mut values.0, source)
                }
                1usize => <YearMonth as __b::Value>::__read_value(&mut values.1, source),
                2usize => {
                    <Option<Count> as __b::Value>::__read_value(&mut values.2, source)
                }
                _ => ::core::result::Result::Ok(()),
            }
        }
        #[inline]
        fn __from_values(values: Self::__Values) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self {
                reader: <SerialNumber<Person> as __b::Value>::__value_or_null(values.0)?,
                month: <YearMonth as __b::Value>::__value_or_null(values.1)?,
                visits: <Option<Count> as __b::Value>::__value_or_null(values.2)?,
            })
        }
    }
    impl __b::Block for Visit {
        const ID: &'static ::core::primitive::str = "visit";
        const PARAGRAPH: &'static ::core::primitive::str = "2";
        const HEADING: &'static ::core::primitive::str = "Bezoek";
        const DECISION: &'static ::core::primitive::str = "99/001";
        fn described() -> &'static __b::__private::Described {
            static BLOCK: ::std::sync::LazyLock<__b::__private::Described> = ::std::sync::LazyLock::new(||
            {
                __b::__private::Draft {
                    text: "{\"description\":{\"id\":\"visit\",\"label\":{\"en\":\"Visit\",\"nl\":\"Bezoek\"},\"definition\":{\"en\":\"Visits of one reader in one month.\",\"nl\":\"Bezoeken van één lezer in één maand.\"},\"paragraph\":\"2\",\"heading\":\"Bezoek\",\"row_unit\":{\"en\":\"one reader in one month\",\"nl\":\"één lezer in één maand\"},\"analysis_unit\":{\"en\":\"reader\",\"nl\":\"lezer\"},\"temporality\":\"accumulated\",\"identity\":{\"key\":[\"reader\",\"month\"]},\"observation_period\":\"month\",\"fields\":[{\"role\":{\"id\":\"reader\",\"role\":\"subject\",\"label\":{\"en\":\"\"},\"definition\":{\"en\":\"\"},\"value_type\":{\"kind\":\"flag\"},\"nullable\":false}},{\"role\":{\"id\":\"month\",\"role\":\"observation_period\",\"label\":{\"en\":\"Observation period\",\"fr\":\"Période d’observation\",\"nl\":\"Observatieperiode\"},\"definition\":{\"en\":\"The period that the row is about; a state is that of its last day.\",\"fr\":\"La période que la ligne décrit\u{a0}; une situation est celle de son dernier jour.\",\"nl\":\"De periode waarover de rij gaat; een toestand is die op de laatste dag ervan.\"},\"value_type\":{\"kind\":\"flag\"},\"nullable\":false}},{\"variable\":{\"id\":\"visits\",\"label\":{\"en\":\"Visits\",\"nl\":\"Bezoeken\"},\"definition\":{\"en\":\"Number of visits.\",\"nl\":\"Aantal bezoeken.\"},\"phrase\":{\"paragraph\":\"2\",\"heading\":\"Bezoek\",\"term\":\"het aantal bezoeken\",\"dates\":\"month\"},\"value_type\":{\"kind\":\"flag\"},\"certainty\":\"phrase\",\"alternatives\":[],\"nullable\":true,\"measurement\":\"metric\",\"match_quality\":\"none\",\"origins\":[],\"evidence\":[],\"notes\":[],\"breaks\":[]}}],\"rules\":[],\"origins\":[],\"evidence\":[],\"notes\":[],\"breaks\":[]},\"origins\":[],\"notes\":[],\"breaks\":[]}",
                    origins: &[],
                    notes: &[],
                    breaks: &[],
                    expressions: ::std::vec![],
                }
                    .block::<Visit>()
            });
            &BLOCK
        }
    }
    __b::__row_impls!(Visit, "Visit", "99/001");
};
