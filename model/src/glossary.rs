//! The glossary: the institutions and terms that the texts of the model use.
//!
//! The English and French names are those of this codebook where the institution itself has none.

use beraad_schema::describe::GlossaryEntry;
use beraad_schema::glossary_entry;

/// The entries, institutions first.
pub const GLOSSARY: &[GlossaryEntry] = &[
    glossary_entry! {
        id: "vdab",
        forms: ["VDAB"],
        name: {
            nl: "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding",
            en: "Flemish public employment and vocational training service",
            fr: "Office flamand de l’emploi et de la formation professionnelle",
        },
    },
    glossary_entry! {
        id: "ksz",
        forms: ["KSZ", "BCSS", "KSZ/BCSS"],
        name: {
            nl: "Kruispuntbank van de Sociale Zekerheid",
            en: "Crossroads Bank for Social Security",
            fr: "Banque Carrefour de la sécurité sociale",
        },
    },
    glossary_entry! {
        id: "dwh",
        forms: ["DWH"],
        name: {
            nl: "datawarehouse arbeidsmarkt en sociale bescherming",
            en: "data warehouse labour market and social protection",
            fr: "data warehouse marché du travail et protection sociale",
        },
        explanation: {
            nl: "De KSZ houdt het bij. De namen van zijn bestanden beginnen met DWH.",
            en: "The KSZ keeps it. The names of its files begin with DWH.",
        },
    },
    glossary_entry! {
        id: "rsz",
        forms: ["RSZ", "ONSS", "RSZ/ONSS"],
        name: {
            nl: "Rijksdienst voor Sociale Zekerheid",
            en: "National Social Security Office",
            fr: "Office national de sécurité sociale",
        },
    },
    glossary_entry! {
        id: "rszppo",
        forms: ["RSZPPO", "ONSSAPL", "RSZPPO/ONSSAPL"],
        name: {
            nl: "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten",
            en: "National Social Security Office of the Provincial and Local Administrations",
            fr: "Office national de sécurité sociale des administrations provinciales et locales",
        },
        explanation: {
            nl: "De plaatselijke besturen geven hun werknemers hier aan, niet bij de RSZ.",
            en: "Local government declares its workers here, not at the RSZ.",
        },
    },
    glossary_entry! {
        id: "rva",
        forms: ["RVA", "ONEM", "ONEm", "RVA/ONEM"],
        name: {
            nl: "Rijksdienst voor Arbeidsvoorziening",
            en: "National Employment Office",
            fr: "Office national de l’emploi",
        },
        explanation: {
            nl: "Hij betaalt de uitkeringen voor werkloosheid, loopbaanonderbreking en tijdskrediet.",
            en: "It pays the benefits for unemployment, career break and time credit.",
        },
    },
    glossary_entry! {
        id: "rsvz",
        forms: ["RSVZ", "INASTI", "RSVZ/INASTI"],
        name: {
            nl: "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen",
            en: "National Institute for the Social Security of the Self-employed",
            fr: "Institut national d’assurances sociales pour travailleurs indépendants",
        },
    },
    glossary_entry! {
        id: "riziv",
        forms: ["RIZIV", "INAMI"],
        name: {
            nl: "Rijksinstituut voor Ziekte- en Invaliditeitsverzekering",
            en: "National Institute for Health and Disability Insurance",
            fr: "Institut national d’assurance maladie-invalidité",
        },
    },
    glossary_entry! {
        id: "nic",
        forms: ["NIC", "CIN", "NIC/CIN"],
        name: {
            nl: "Nationaal Intermutualistisch College",
            en: "National Intermutualist College",
            fr: "Collège intermutualiste national",
        },
        explanation: {
            nl: "Het college van de ziekenfondsen.",
            en: "The college of the health insurance funds.",
        },
    },
    glossary_entry! {
        id: "ocmw",
        forms: ["OCMW", "PCSW", "PCSWs"],
        name: {
            nl: "openbaar centrum voor maatschappelijk welzijn",
            en: "public centre for social welfare",
            fr: "centre public d’action sociale",
        },
    },
    glossary_entry! {
        id: "pod_mi",
        forms: ["POD MI", "POD Maatschappelijke Integratie"],
        name: {
            nl: "programmatorische federale overheidsdienst Maatschappelijke Integratie",
            en: "federal public planning service for social integration",
            fr: "service public fédéral de programmation Intégration sociale",
        },
    },
    glossary_entry! {
        id: "fod",
        forms: ["FOD", "FPS"],
        name: {
            nl: "federale overheidsdienst",
            en: "federal public service",
            fr: "service public fédéral",
        },
    },
    glossary_entry! {
        id: "rkw",
        forms: ["RKW", "ONAFTS", "RKW/ONAFTS"],
        name: {
            nl: "Rijksdienst voor Kinderbijslag voor Werknemers",
            en: "National Office for Family Allowances for Employees",
            fr: "Office national d’allocations familiales pour travailleurs salariés",
        },
        explanation: {
            nl: "FAMIFED is de opvolger ervan.",
            en: "FAMIFED succeeded it.",
        },
    },
    glossary_entry! {
        id: "famifed",
        forms: ["FAMIFED"],
        name: {
            nl: "Federaal Agentschap voor de Kinderbijslag",
            en: "Federal Agency for Family Allowances",
            fr: "Agence fédérale pour les allocations familiales",
        },
    },
    glossary_entry! {
        id: "dibiss",
        forms: ["DIBISS"],
        name: {
            nl: "Dienst voor de Bijzondere Socialezekerheidsstelsels",
            en: "Office for the Special Social Security Schemes",
            fr: "Office des régimes particuliers de sécurité sociale",
        },
    },
    glossary_entry! {
        id: "fbz",
        forms: ["FBZ"],
        name: {
            nl: "Fonds voor de Beroepsziekten",
            en: "Fund for Occupational Diseases",
            fr: "Fonds des maladies professionnelles",
        },
    },
    glossary_entry! {
        id: "fao",
        forms: ["FAO"],
        name: {
            nl: "Fonds voor Arbeidsongevallen",
            en: "Fund for Accidents at Work",
            fr: "Fonds des accidents du travail",
        },
    },
    glossary_entry! {
        id: "rjv",
        forms: ["RJV"],
        name: {
            nl: "Rijksdienst voor Jaarlijkse Vakantie",
            en: "National Office for Annual Holidays",
            fr: "Office national des vacances annuelles",
        },
    },
    glossary_entry! {
        id: "wse",
        forms: ["WSE"],
        name: {
            nl: "Departement Werk en Sociale Economie van de Vlaamse overheid",
            en: "Department of Work and Social Economy of the Flemish authorities",
            fr: "Département Travail et Économie sociale des autorités flamandes",
        },
    },
    glossary_entry! {
        id: "ahovoks",
        forms: ["AHOVOKS"],
        name: {
            nl: "Agentschap voor Hoger Onderwijs, Volwassenenonderwijs, Kwalificaties en Studietoelagen",
            en: "Agency for Higher Education, Adult Education, Qualifications and Study Grants",
            fr: "Agence pour l’enseignement supérieur, l’éducation des adultes, les qualifications et les allocations d’études",
        },
    },
    glossary_entry! {
        id: "forem",
        forms: ["Forem"],
        name: {
            nl: "Waalse dienst voor arbeidsbemiddeling en beroepsopleiding",
            en: "Walloon employment and vocational training service",
            fr: "Service public de l’emploi et de la formation en Wallonie",
        },
    },
    glossary_entry! {
        id: "actiris",
        forms: ["Actiris"],
        name: {
            nl: "Brusselse dienst voor arbeidsbemiddeling",
            en: "Brussels employment service",
            fr: "Office bruxellois de l’emploi",
        },
    },
    glossary_entry! {
        id: "adg",
        forms: ["ADG"],
        name: {
            nl: "dienst voor arbeidsbemiddeling van de Duitstalige Gemeenschap",
            en: "employment service of the German-speaking Community",
            fr: "Office de l’emploi de la Communauté germanophone",
        },
    },
    glossary_entry! {
        id: "statbel",
        forms: ["Statbel"],
        name: {
            nl: "het Belgische statistiekbureau",
            en: "the Belgian statistical office",
            fr: "l’office belge de statistique",
        },
    },
    glossary_entry! {
        id: "nis",
        forms: ["NIS"],
        name: {
            nl: "Nationaal Instituut voor de Statistiek",
            en: "National Institute of Statistics",
            fr: "Institut national de statistique",
        },
        explanation: {
            nl: "Nu Statbel; de codes van landen en gemeenten dragen nog deze naam.",
            en: "Now Statbel; the codes of countries and municipalities still have this name.",
        },
    },
    glossary_entry! {
        id: "arvastat",
        forms: ["Arvastat"],
        name: {
            nl: "de arbeidsmarktstatistieken die VDAB online publiceert",
            en: "the labour market statistics that VDAB publishes online",
            fr: "les statistiques du marché du travail que le VDAB publie en ligne",
        },
    },
    glossary_entry! {
        id: "stat_92",
        forms: ["STAT 92", "STAT.92"],
        name: {
            nl: "maandelijks bestand van de gewestelijke diensten voor arbeidsbemiddeling over werkzoekenden",
            en: "monthly file of the regional employment services on jobseekers",
            fr: "fichier mensuel des services régionaux de l’emploi sur les demandeurs d’emploi",
        },
    },
    glossary_entry! {
        id: "led",
        forms: ["LED"],
        name: {
            nl: "Leer- en Ervaringsbewijzendatabank",
            en: "database of certificates of learning and experience",
            fr: "banque de données des titres d’apprentissage et d’expérience",
        },
    },
    glossary_entry! {
        id: "dmfa",
        forms: ["DmfA"],
        name: {
            nl: "multifunctionele aangifte (déclaration multifonctionnelle)",
            en: "multifunctional declaration (déclaration multifonctionnelle)",
            fr: "déclaration multifonctionnelle",
        },
        explanation: {
            nl: "De aangifte van werknemers die elke werkgever per kwartaal doet.",
            en: "The declaration of workers that every employer makes each quarter.",
        },
    },
    glossary_entry! {
        id: "dmfappl",
        forms: ["DmfAPPL"],
        name: {
            nl: "DmfA van de provinciale en plaatselijke overheidsdiensten",
            en: "DmfA of the provincial and local administrations",
            fr: "DmfA des administrations provinciales et locales",
        },
    },
    glossary_entry! {
        id: "nace",
        forms: ["NACE"],
        name: {
            nl: "statistische classificatie van economische activiteiten in de Europese Unie",
            en: "statistical classification of economic activities in the European Union",
            fr: "nomenclature statistique des activités économiques dans l’Union européenne",
        },
    },
    glossary_entry! {
        id: "nace_bel",
        forms: ["NACE-BEL"],
        name: {
            nl: "Belgische versie van NACE",
            en: "Belgian version of NACE",
            fr: "version belge de la NACE",
        },
        explanation: {
            nl: "De editie van 2003 geldt tot en met 2007, die van 2008 vanaf 2008.",
            en: "The edition of 2003 applies up to 2007, that of 2008 from 2008.",
        },
    },
    glossary_entry! {
        id: "isced",
        forms: ["ISCED"],
        name: {
            nl: "internationale standaardclassificatie van het onderwijs",
            en: "International Standard Classification of Education",
            fr: "classification internationale type de l’éducation",
        },
    },
    glossary_entry! {
        id: "lipro",
        forms: ["LIPRO"],
        name: {
            nl: "typologie van de plaats van een persoon in het huishouden (lifestyle projections)",
            en: "typology of the position of a person in the household (lifestyle projections)",
            fr: "typologie de la position d’une personne dans le ménage (lifestyle projections)",
        },
    },
    glossary_entry! {
        id: "ct",
        forms: ["CT1", "CT2"],
        name: {
            nl: "codes gerechtigde 1 en 2 van de ziekenfondsen",
            en: "codes of the first and second entitled person of the health insurance funds",
            fr: "codes titulaire 1 et 2 des mutualités",
        },
        explanation: {
            nl: "Samen geven ze het sociaal statuut van de verzekerde.",
            en: "Together they give the social status of the insured person.",
        },
    },
    glossary_entry! {
        id: "living_wage",
        forms: ["leefloon", "Leefloon", "living wage", "Living wage"],
        name: {
            nl: "leefloon",
            en: "living wage (leefloon; social integration income)",
            fr: "revenu d’intégration",
        },
        explanation: {
            nl: "De uitkering van een OCMW volgens de wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie.",
            en: "The benefit of a PCSW under the act of 26 May 2002 on the right to social integration. The Federal Public Service Social Security calls it integration income; it is not a wage.",
        },
    },
    glossary_entry! {
        id: "rmi",
        forms: ["RMI"],
        name: {
            nl: "recht op maatschappelijke integratie (wet van 26 mei 2002)",
            en: "right to social integration (act of 26 May 2002)",
            fr: "droit à l’intégration sociale (loi du 26 mai 2002)",
        },
    },
    glossary_entry! {
        id: "rmh",
        forms: ["RMH"],
        name: {
            nl: "recht op maatschappelijke hulp (wet van 2 april 1965)",
            en: "right to social assistance (act of 2 April 1965)",
            fr: "droit à l’aide sociale (loi du 2 avril 1965)",
        },
    },
    glossary_entry! {
        id: "gpmi",
        forms: ["GPMI"],
        name: {
            nl: "geïndividualiseerd project voor maatschappelijke integratie",
            en: "individualised project for social integration",
            fr: "projet individualisé d’intégration sociale",
        },
    },
    glossary_entry! {
        id: "tussenkomst",
        forms: ["tussenkomst", "RVA-tussenkomst"],
        name: {
            nl: "tussenkomst van de RVA: een uitkering of een deel van een loon dat hij betaalt",
            en: "contribution of the RVA: a benefit or a part of a wage that it pays",
            fr: "intervention de l’ONEM : une allocation ou une partie d’un salaire qu’il paie",
        },
    },
    glossary_entry! {
        id: "sine",
        forms: ["SINE"],
        name: {
            nl: "sociale inschakelingseconomie",
            en: "social integration economy",
            fr: "économie d’insertion sociale",
        },
        explanation: {
            nl: "Een activeringsmaatregel.",
            en: "An activation measure.",
        },
    },
    glossary_entry! {
        id: "swt",
        forms: ["SWT"],
        name: {
            nl: "stelsel van werkloosheid met bedrijfstoeslag",
            en: "unemployment with company supplement",
            fr: "régime de chômage avec complément d’entreprise",
        },
        explanation: {
            nl: "Tot 2011 heette het brugpensioen.",
            en: "Up to 2011 it was called early retirement (brugpensioen).",
        },
    },
    glossary_entry! {
        id: "igu",
        forms: ["IGU"],
        name: {
            nl: "inkomensgarantie-uitkering",
            en: "income guarantee benefit",
            fr: "allocation de garantie de revenus",
        },
    },
    glossary_entry! {
        id: "pwa",
        forms: ["PWA", "ALE"],
        name: {
            nl: "plaatselijk werkgelegenheidsagentschap",
            en: "local employment agency",
            fr: "agence locale pour l’emploi",
        },
    },
    glossary_entry! {
        id: "ibo",
        forms: ["IBO"],
        name: {
            nl: "individuele beroepsopleiding in de onderneming",
            en: "individual vocational training in a company",
            fr: "formation professionnelle individuelle en entreprise",
        },
    },
    glossary_entry! {
        id: "gibo",
        forms: ["GIBO"],
        name: {
            nl: "gespecialiseerde individuele beroepsopleiding",
            en: "specialised individual vocational training",
            fr: "formation professionnelle individuelle spécialisée",
        },
    },
    glossary_entry! {
        id: "bio",
        forms: ["BIO", "beroepsinlevingsovereenkomst"],
        name: {
            nl: "beroepsinlevingsovereenkomst",
            en: "work immersion agreement",
            fr: "convention d’immersion professionnelle",
        },
    },
    glossary_entry! {
        id: "bis",
        forms: ["BIS"],
        name: {
            nl: "beroepsinlevingsstage",
            en: "work immersion internship",
            fr: "stage d’immersion professionnelle",
        },
    },
    glossary_entry! {
        id: "bvs",
        forms: ["BVS"],
        name: {
            nl: "beroepsverkennende stage",
            en: "internship to explore an occupation",
            fr: "stage de découverte professionnelle",
        },
    },
    glossary_entry! {
        id: "fte",
        forms: ["VTE", "FTE"],
        name: {
            nl: "voltijdsequivalent",
            en: "full-time equivalent",
            fr: "équivalent temps plein",
        },
    },
    glossary_entry! {
        id: "bvr",
        forms: ["BVR"],
        name: {
            nl: "besluit van de Vlaamse Regering",
            en: "decree of the Flemish Government",
            fr: "arrêté du Gouvernement flamand",
        },
    },
    glossary_entry! {
        id: "kb",
        forms: ["KB"],
        name: {
            nl: "koninklijk besluit",
            en: "royal decree",
            fr: "arrêté royal",
        },
    },
    glossary_entry! {
        id: "rvp",
        forms: ["RVP"],
        name: {
            nl: "Rijksdienst voor Pensioenen",
            en: "National Pensions Office",
            fr: "Office national des pensions",
        },
    },
    glossary_entry! {
        id: "fpd",
        forms: ["FPD"],
        name: {
            nl: "Federale Pensioendienst",
            en: "Federal Pensions Service",
            fr: "Service fédéral des pensions",
        },
    },
    glossary_entry! {
        id: "fedris",
        forms: ["FEDRIS", "Fedris"],
        name: {
            nl: "federaal agentschap voor beroepsrisico’s",
            en: "federal agency for occupational risks",
            fr: "agence fédérale des risques professionnels",
        },
    },
    glossary_entry! {
        id: "eu",
        forms: ["EU"],
        name: {
            nl: "Europese Unie",
            en: "European Union",
            fr: "Union européenne",
        },
    },
    glossary_entry! {
        id: "ilo",
        forms: ["ILO"],
        name: {
            nl: "Internationale Arbeidsorganisatie",
            en: "International Labour Organization",
            fr: "Organisation internationale du travail",
        },
    },
    glossary_entry! {
        id: "isco",
        forms: ["ISCO"],
        name: {
            nl: "internationale standaardclassificatie van beroepen",
            en: "International Standard Classification of Occupations",
            fr: "classification internationale type des professions",
        },
    },
    glossary_entry! {
        id: "refnis",
        forms: ["REFNIS"],
        name: {
            nl: "codes van de gemeenten en andere gebieden van België",
            en: "codes of the municipalities and other areas of Belgium",
            fr: "codes des communes et des autres territoires de Belgique",
        },
    },
    glossary_entry! {
        id: "secondary_education",
        forms: ["ASO", "BSO", "KSO", "TSO"],
        name: {
            nl: "algemeen, beroeps-, kunst- en technisch secundair onderwijs",
            en: "general, vocational, arts and technical secondary education",
            fr: "enseignement secondaire général, professionnel, artistique et technique",
        },
    },
    glossary_entry! {
        id: "c_ibo",
        forms: ["C-IBO"],
        name: {
            nl: "curatieve individuele beroepsopleiding",
            en: "curative individual vocational training",
            fr: "formation professionnelle individuelle curative",
        },
    },
    glossary_entry! {
        id: "k_ibo",
        forms: ["K-IBO"],
        name: {
            nl: "individuele beroepsopleiding voor kwetsbare werkzoekenden",
            en: "individual vocational training for vulnerable jobseekers",
            fr: "formation professionnelle individuelle pour demandeurs d’emploi vulnérables",
        },
    },
];
