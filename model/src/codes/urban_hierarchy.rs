use crate::prelude::*;

/// Ranks of municipalities in the hierarchy of cities and other municipalities.
///
/// nl: Rangen van gemeenten in de hiërarchie van steden en andere gemeenten.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "most likely Van Hecke, Actualisation de la hiérarchie urbaine / Actualisering van de stedelijke hiërarchie, Bulletin du Crédit Communal 205, 1998/3, 45-76"
)]
pub enum UrbanHierarchy {}
