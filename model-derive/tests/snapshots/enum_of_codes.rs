// /// Genres of books.
// ///
// /// nl: Genres van boeken.
// #[codes(closed, status = delivered)]
// pub enum Genre {
//     #[code("A", label(nl = "Avontuur", en = "Adventure"))]
//     Adventure,
//     #[code("P", alias = "PO", from = "2012-01-01", label(nl = "Poëzie", en = "Poetry"))]
//     Poetry,
// }

#[automatically_derived]
#[allow(unused_qualifications)]
const _: () = {
    use ::beraad_schema as __b;
    impl __b::CodeList for Genre {
        const ID: &'static ::core::primitive::str = "genre";
        fn description() -> &'static __b::describe::CodeList {
            let _ = ::core::include_bytes!("deliberation.toml");
            static LIST: __b::__private::ListText = __b::__private::ListText::new(
                "{\"id\":\"genre\",\"definition\":{\"en\":\"Genres of books.\",\"nl\":\"Genres van boeken.\"},\"kind\":\"closed\",\"status\":\"delivered\",\"complete\":false,\"read_at\":\"observation_period\",\"codes\":[{\"code\":\"A\",\"meanings\":[{\"label\":{\"en\":\"Adventure\",\"nl\":\"Avontuur\"}}]},{\"code\":\"P\",\"aliases\":[\"PO\"],\"meanings\":[{\"period\":{\"from\":\"2012-01-01\"},\"label\":{\"en\":\"Poetry\",\"nl\":\"Poëzie\"}}]}]}",
            );
            LIST.list()
        }
    }
    #[cfg_attr(
        doc,
        doc = "The codes of the list `genre`. No other code occurs. \n\n| code | meaning | remarks |\n| --- | --- | --- |\n| `A` | Adventure |  |\n| `P` | Poetry | from 2012-01-01<br>also `PO` |\n",
        allow(rustdoc::all)
    )]
    impl Genre {
        /// Every code, in the order of the list.
        pub const ALL: &'static [Self] = &[Self::Adventure, Self::Poetry];
        /// Returns the stored text of the code.
        #[must_use]
        pub const fn as_str(&self) -> &'static ::core::primitive::str {
            const TEXTS: &[&::core::primitive::str] = &["A", "P"];
            TEXTS[Self::__place(self) as ::core::primitive::usize]
        }
        const fn __place(&self) -> ::core::primitive::u8 {
            match self {
                Self::Adventure => 0u8,
                Self::Poetry => 1u8,
            }
        }
        fn __nth(
            position: ::core::primitive::usize,
        ) -> ::core::result::Result<Self, __b::ValueError> {
            __b::__private::nth(
                [Self::Adventure, Self::Poetry],
                <Self as __b::CodeList>::description(),
                position,
            )
        }
    }
    impl __b::Scalar for Genre {
        const TYPE: __b::describe::ValueType = __b::describe::ValueType::Code {
            list: __b::describe::Text::Borrowed("genre"),
        };
        type Kind = Self;
        type Grain = __b::__private::grain::Undated;
        type Form = __b::__private::form::Classed;
        type Stored = __b::__private::Position;
        fn code_list() -> ::core::option::Option<&'static __b::describe::CodeList> {
            ::core::option::Option::Some(<Self as __b::CodeList>::description())
        }
        fn datum(&self) -> __b::Datum {
            __b::__private::code_datum(Self::as_str(self))
        }
        fn from_datum(
            datum: __b::Datum,
        ) -> ::core::result::Result<Self, __b::ValueError> {
            Self::__nth(
                __b::__private::position(&datum, <Self as __b::CodeList>::description())?,
            )
        }
    }
    impl __b::__private::Positioned for Genre {
        #[inline]
        fn position(&self) -> ::core::primitive::u8 {
            Self::__place(self)
        }
    }
    impl __b::__private::operand::Constant for Genre {
        type Kind = Self;
        fn literal(&self) -> __b::describe::Literal {
            __b::describe::Literal::Code {
                list: __b::describe::Text::Borrowed("genre"),
                code: __b::describe::Text::Borrowed(Self::as_str(self)),
            }
        }
    }
    __b::__code_impls!(Genre, "Genre");
};
