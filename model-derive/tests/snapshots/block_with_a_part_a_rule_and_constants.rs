// /// Career of one pupil.
// ///
// /// nl: Loopbaan van één leerling.
// #[block(
//     heading = "Schoolloopbaan",
//     label(nl = "Schoolloopbaan", en = "School career"),
//     row_unit(nl = "één leerling", en = "one pupil"),
//     analysis_unit(nl = "leerling", en = "pupil"),
//     temporality = event,
//     no_known_key(nl = "niet bekend", en = "not known"),
//     rule(order: enrolled <= left || left.is_none(), nl = "eerst ingeschreven", en = "first enrolled"),
//     note = PUBLIC_SCHOOLS,
// )]
// pub struct Career {
//     /// Quarter of enrolment.
//     ///
//     /// nl: Kwartaal van inschrijving.
//     #[variable(
//         label(nl = "Inschrijving", en = "Enrolment"),
//         term = "de datum van inschrijving",
//         match_quality = likely,
//         certainty = documented,
//         measurement = metric,
//         note(nl = "eerste", en = "first"),
//         note = PUBLIC_SCHOOLS,
//         series_break = NEW_SYSTEM,
//     )]
//     pub enrolled: YearQuarter,
//     /// Month of leaving.
//     ///
//     /// nl: Maand van vertrek.
//     #[variable(
//         label(nl = "Vertrek", en = "Leaving"),
//         term = "de maand van vertrek",
//         match_quality = none,
//         certainty = phrase,
//         measurement = metric,
//         null(nl = "nog op school", en = "still at school"),
//     )]
//     pub left: Option<YearMonth>,
//     #[block(prefix = "parent_", relative = "ouder")]
//     pub parent: Languages,
// }

#[automatically_derived]
#[allow(unused_qualifications)]
const _: () = {
    use ::beraad_schema as __b;
    #[allow(dead_code)]
    const fn checks() {
        let _ = <<YearQuarter as __b::Value>::Grain as __b::__private::field::ByQuarter<
            71u32,
        >>::HOLDS;
        let _ = <<YearQuarter as __b::Value>::Form as __b::__private::field::NoExactAmount<
            71u32,
        >>::HOLDS;
        let _ = <<YearQuarter as __b::Value>::Form as __b::__private::field::NoIdentifier>::HOLDS;
        let _ = <Option<YearMonth> as __b::Value>::NULLABLE;
        let _ = <<Option<
            YearMonth,
        > as __b::Value>::Form as __b::__private::field::NoExactAmount<72u32>>::HOLDS;
        let _ = <<Option<
            YearMonth,
        > as __b::Value>::Form as __b::__private::field::NoIdentifier>::HOLDS;
        let _ = <Option<YearMonth> as __b::__private::field::MayBeEmpty>::HOLDS;
        let _ = <Languages as __b::Fields>::PHRASES;
    }
    const _: () = __b::__private::no_days(
        <Option<YearMonth> as __b::Value>::__IS_DAY,
        "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`; line 72 of deliberation.toml would have to allow days",
    );
    #[allow(dead_code)]
    fn rules() {
        {
            let __column_0 = __b::__private::operand::column::<
                <YearQuarter as __b::Value>::Kind,
            >();
            let __column_1 = __b::__private::operand::column::<
                <Option<YearMonth> as __b::Value>::Kind,
            >();
            let _: __b::__private::operand::Operand<__b::Flag> = __b::__private::operand::IsBoolean::condition(
                __b::__private::operand::Same::same(
                    __b::__private::operand::IsBoolean::condition(
                        __b::__private::operand::Ordered::ordered(__column_0, __column_1),
                    ),
                    __b::__private::operand::IsBoolean::condition(
                        __b::__private::operand::null(__column_1),
                    ),
                ),
            );
        }
    }
    const __NOTES: &[__b::describe::Note] = &[PUBLIC_SCHOOLS];
    const __BREAKS: &[__b::describe::SeriesBreak] = &[NEW_SYSTEM];
    const _: () = {
        const EDITIONS: &[__b::describe::Language] = &[
            __b::describe::Language::NL,
            __b::describe::Language::EN,
        ];
        __b::__private::check_note(&__NOTES[0usize], EDITIONS);
        __b::__private::check_series_break(&__BREAKS[0usize], EDITIONS);
    };
    const __NAMES: &[__b::__private::ColumnNames] = &[
        __b::__private::ColumnNames::Column("enrolled"),
        __b::__private::ColumnNames::Column("left"),
        __b::__private::ColumnNames::Group("parent_", <Languages as __b::Fields>::NAMES),
    ];
    const _: () = __b::__private::column_names(__NAMES, 2usize);
    #[cfg_attr(
        doc,
        doc = "The columns of the block `career`. Heading “Schoolloopbaan”, paragraph 3 of decision 99/001. One row: one pupil. No known key: not known.\n\n| column | contents | phrase of the decision |\n| --- | --- | --- |\n| `enrolled`<br>[`YearQuarter`](YearQuarter) | Enrolment<br>breaks: `NEW_SYSTEM` | “de datum van inschrijving”<br>certainty of the type: documented |\n| `left`<br>[`Option<YearMonth>`](YearMonth) | Leaving<br>no value: still at school | “de maand van vertrek”<br>certainty of the type: phrase |\n| `parent_..`<br>[`Languages`](Languages) | the columns of this struct, each with the prefix | about “ouder” |\n\nThe page of a code list has its codes. `description()` has all texts, also those of shared breaks and notes, in every language.",
        allow(rustdoc::all)
    )]
    #[allow(dead_code, clippy::too_many_arguments)]
    impl Career {
        /// Creates a row from the columns that always have a value, in declaration order. All others are empty: set them
        /// in the result.
        #[must_use]
        pub fn new(enrolled: YearQuarter, parent: Languages) -> Self {
            Self {
                enrolled,
                left: ::core::default::Default::default(),
                parent,
            }
        }
    }
    impl __b::Fields for Career {
        const PHRASES: &'static [__b::__private::Carried] = &[
            __b::__private::Carried::Phrase(
                320017473488390372987709942860029957227u128,
                0u128,
            ),
            __b::__private::Carried::Phrase(
                105195622881665319923099076808347193336u128,
                0u128,
            ),
            __b::__private::Carried::Group(
                9756232309575610648343917195437151697u128,
                <Languages as __b::Fields>::PHRASES,
            ),
        ];
        fn types() -> ::std::vec::Vec<__b::__private::FieldType> {
            let _ = ::core::include_bytes!("deliberation.toml");
            ::std::vec![
                < YearQuarter as __b::Value > ::__variable(), < Option < YearMonth > as
                __b::Value > ::__variable(), < Languages as __b::Fields > ::__typed()
            ]
        }
        fn fields() -> ::std::vec::Vec<__b::describe::Field> {
            __b::__private::fields::<Self>()
        }
        fn walk<__W: __b::Walk<Self>>(walk: &mut __W) {
            <YearQuarter as __b::Value>::__walk(walk, |row| &row.enrolled);
            <Option<YearMonth> as __b::Value>::__walk(walk, |row| &row.left);
            <Languages as __b::Fields>::__walk(walk, |row| &row.parent);
        }
        fn __reader<__S: __b::Source>(
            source: &mut __S,
        ) -> ::core::result::Result<
            impl ::core::ops::Fn(::core::primitive::usize) -> Self + use<__S>,
            __S::Error,
        > {
            let __value_0 = match <YearQuarter as __b::Value>::__column(source) {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };
            let __value_1 = match <Option<YearMonth> as __b::Value>::__column(source) {
                __b::__private::Ok(column) => column,
                __b::__private::Err(error) => return __b::__private::Err(error),
            };
            let __value_2 = <Languages as __b::Fields>::__reader(source)?;
            ::core::result::Result::Ok(move |index: ::core::primitive::usize| Self {
                enrolled: <YearQuarter as __b::Value>::__get::<__S>(&__value_0, index),
                left: <Option<YearMonth> as __b::Value>::__get::<__S>(&__value_1, index),
                parent: __value_2(index),
            })
        }
        type __Values = (
            ::core::option::Option<YearQuarter>,
            ::core::option::Option<Option<YearMonth>>,
            __b::__private::GroupValues<Languages>,
        );
        const __COLUMNS: ::core::primitive::usize = 2usize
            + <Languages as __b::Fields>::__COLUMNS;
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
                    <YearQuarter as __b::Value>::__read_value(&mut values.0, source)
                }
                1usize => {
                    <Option<
                        YearMonth,
                    > as __b::Value>::__read_value(&mut values.1, source)
                }
                _ => {
                    let column = column - 2usize;
                    if column < <Languages as __b::Fields>::__COLUMNS {
                        <Languages as __b::Fields>::__read_within_group(
                            &mut values.2,
                            column,
                            source,
                        )
                    } else {
                        ::core::result::Result::Ok(())
                    }
                }
            }
        }
        #[inline]
        fn __from_values(values: Self::__Values) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self {
                enrolled: <YearQuarter as __b::Value>::__value_or_null(values.0)?,
                left: <Option<YearMonth> as __b::Value>::__value_or_null(values.1)?,
                parent: <Languages as __b::Fields>::__from_group_values(values.2)?,
            })
        }
    }
    impl __b::Block for Career {
        const ID: &'static ::core::primitive::str = "career";
        const PARAGRAPH: &'static ::core::primitive::str = "3";
        const HEADING: &'static ::core::primitive::str = "Schoolloopbaan";
        const DECISION: &'static ::core::primitive::str = "99/001";
        fn described() -> &'static __b::__private::Described {
            static BLOCK: ::std::sync::LazyLock<__b::__private::Described> = ::std::sync::LazyLock::new(||
            {
                __b::__private::Draft {
                    text: "{\"description\":{\"id\":\"career\",\"label\":{\"en\":\"School career\",\"nl\":\"Schoolloopbaan\"},\"definition\":{\"en\":\"Career of one pupil.\",\"nl\":\"Loopbaan van één leerling.\"},\"paragraph\":\"3\",\"heading\":\"Schoolloopbaan\",\"row_unit\":{\"en\":\"one pupil\",\"nl\":\"één leerling\"},\"analysis_unit\":{\"en\":\"pupil\",\"nl\":\"leerling\"},\"temporality\":\"event\",\"identity\":{\"no_known_key\":{\"en\":\"not known\",\"nl\":\"niet bekend\"}},\"fields\":[{\"variable\":{\"id\":\"enrolled\",\"label\":{\"en\":\"Enrolment\",\"nl\":\"Inschrijving\"},\"definition\":{\"en\":\"Quarter of enrolment.\",\"nl\":\"Kwartaal van inschrijving.\"},\"phrase\":{\"paragraph\":\"3\",\"heading\":\"Schoolloopbaan\",\"term\":\"de datum van inschrijving\",\"dates\":\"quarter\"},\"value_type\":{\"kind\":\"flag\"},\"certainty\":\"documented\",\"alternatives\":[],\"nullable\":true,\"measurement\":\"metric\",\"match_quality\":\"likely\",\"origins\":[],\"evidence\":[],\"notes\":[{\"en\":\"first\",\"nl\":\"eerste\"}],\"breaks\":[]}},{\"variable\":{\"id\":\"left\",\"label\":{\"en\":\"Leaving\",\"nl\":\"Vertrek\"},\"definition\":{\"en\":\"Month of leaving.\",\"nl\":\"Maand van vertrek.\"},\"phrase\":{\"paragraph\":\"3\",\"heading\":\"Schoolloopbaan\",\"term\":\"de maand van vertrek\",\"dates\":\"month\",\"disputed\":{\"en\":\"the paragraph says quarter\",\"nl\":\"de paragraaf zegt kwartaal\"}},\"value_type\":{\"kind\":\"flag\"},\"certainty\":\"phrase\",\"alternatives\":[],\"nullable\":true,\"null_means\":{\"en\":\"still at school\",\"nl\":\"nog op school\"},\"measurement\":\"metric\",\"match_quality\":\"none\",\"origins\":[],\"evidence\":[],\"notes\":[],\"breaks\":[]}},{\"group\":{\"prefix\":\"parent_\",\"relative\":\"ouder\",\"fields\":[]}}],\"rules\":[{\"id\":\"order\",\"message\":{\"en\":\"first enrolled\",\"nl\":\"eerst ingeschreven\"},\"expression\":{\"literal\":{\"flag\":true}}}],\"origins\":[],\"evidence\":[],\"notes\":[],\"breaks\":[]},\"origins\":[],\"notes\":[[null,0,0],[0,1,0]],\"breaks\":[[0,0,0]]}",
                    origins: &[],
                    notes: __NOTES,
                    breaks: __BREAKS,
                    expressions: ::std::vec![
                        __b::describe::Expr::binary(__b::describe::Operator::Or,
                        __b::describe::Expr::binary(__b::describe::Operator::LessOrEqual,
                        __b::describe::Expr::Column(__b::describe::Text::Borrowed("enrolled")),
                        __b::describe::Expr::Column(__b::describe::Text::Borrowed("left"))),
                        __b::describe::Expr::is_null(__b::describe::Expr::Column(__b::describe::Text::Borrowed("left"))))
                    ],
                }
                    .block::<Career>()
            });
            &BLOCK
        }
    }
    __b::__row_impls!(Career, "Career", "99/001");
};
