// The closed lists that choices are made from. What people read of a code stands in texts/words.txt.
export const vocabularies = {
  instrument: ["UNTOC", "UNTOC-TIP", "UNTOC-SOM", "UNTOC-FA", "CND-1988", "UNCAC", "BILATERAL", "REGIONAL", "RECIPROCITY", "DOMESTIC_LAW",
    "CASE_BY_CASE"],
  role: ["SOLE", "PRINCIPAL", "COMPLEMENTARY", "DEEMED_INCLUDED"],
  party: ["PARTY", "NOT_PARTY", "UNKNOWN"],
  declared: ["YES", "NO", "NOT_TREATY_CONDITIONAL", "NOT_STATED"],
  asked: ["YES", "NO", "NOT_STATED"],
  nature: ["INVESTIGATION", "PROSECUTION", "JUDICIAL"],
  hook: ["A5", "A6", "A8", "A23", "PROTOCOL", "SERIOUS_CRIME", "CND_3_1", "UNCAC_OFFENCE"],
  transnational: ["3.2a", "3.2b", "3.2c", "3.2d", "18.1"],
  marker: ["POLITICAL", "MILITARY", "FISCAL"],
  personRole: ["SUSPECT", "ACCUSED", "CONVICTED", "WITNESS", "VICTIM", "EXPERT", "LEGAL_PERSON", "HOLDER"],
  urgency: ["NORMAL", "EXPEDITED", "URGENT"],
  urgencyReason: ["CUSTODY_TIME", "HEARING", "LOSS_OF_EVIDENCE", "DISSIPATION", "DANGER_TO_LIFE", "LIMITATION"],
  secrecy: ["NORMAL", "CONFIDENTIAL", "DO_NOT_TELL_SUBJECT"],
  ifImpossible: ["ASK_FIRST", "EXECUTE"],
  channel: ["DIRECT", "DIPLOMATIC", "INTERPOL", "POST", "COURIER", "FAX", "EMAIL", "SECURE_PLATFORM"],
  compulsion: ["VOLUNTARY_ACT", "COMPELLED"],
  level: ["SUBSCRIBER", "TRAFFIC", "CONTENT"],
  original: ["ORIGINAL", "CERTIFIED_COPY"],
  asset: ["ACCOUNT", "LAND", "VEHICLE", "COMPANY", "CRYPTO"],
  order: ["NO_ORDER", "HOME_ORDER"],
  action: ["CONFIRM_REGISTRY", "BOARD", "SEARCH_SHIP", "MEASURES"],
  outcome: ["EXECUTED_FULL", "EXECUTED_PART", "EXECUTED_CONDITIONS", "REFUSED", "WITHDRAWN_BY_REQUESTER", "NOT_LOCATED", "NOT_AVAILABLE",
    "PASSED_TO_OTHER_CHANNEL", "LAPSED"],
  status: ["DRAFT", "SENT", "RECEIVED", "ACKNOWLEDGED", "MORE_INFO", "FORWARDED", "IN_EXECUTION", "PARTLY", "POSTPONED", "CLOSED"],
  direction: ["OUT", "IN"],
  ground: ["FORM", "ESSENTIAL_INTERESTS", "PROHIBITED_DOMESTIC", "LEGAL_SYSTEM", "DUAL_CRIMINALITY", "OUT_OF_SCOPE", "DE_MINIMIS",
    "EVIDENCE_LATE", "POLITICAL", "DISCRIMINATION", "NATIONALITY", "NE_BIS_IN_IDEM", "LIMITATION", "DEATH_PENALTY", "FAIR_TRIAL_RIGHTS",
    "IN_ABSENTIA", "TERRITORIALITY", "IMMUNITY", "DATA_PROTECTION", "NO_TREATY", "OTHER", "BANK_SECRECY", "FISCAL"],
  offenceGroup: ["PARTICIPATION", "LAUNDERING", "CORRUPTION", "OBSTRUCTION", "TIP", "SOM", "FIREARMS", "DRUGS", "CYBERCRIME",
    "CULTURAL_PROPERTY", "WILDLIFE", "COUNTERFEIT", "FALSIFIED_MEDICINES", "PIRACY", "KIDNAPPING", "FRAUD", "TAX", "TERRORISM", "VIOLENT",
    "OTHER_SERIOUS"],
  measureType: ["STATEMENT", "SITE", "INFO_EXPERT", "SERVICE", "SEARCH", "FREEZE", "BANK", "RECORDS", "TRACE", "PRESERVE", "EDATA",
    "REALTIME", "VOLUNTARY", "CUSTODY", "VIDEO", "CONFISCATE", "RETURN", "JIT", "SPECIAL", "PROCEEDINGS", "SPONTANEOUS", "EXTRADITION",
    "PROV_ARREST", "SENTENCED", "SEA_DRUGS", "SEA_MIGRANTS", "GUN_TRACE"],
  completeness: ["FULL", "PARTIAL", "ESTIMATE"],
  language: ["en", "fr", "es", "ar", "zh", "ru", "de", "it", "pt", "th", "sw", "sr"],
} as const satisfies Record<string, readonly string[]>;

export type Vocabulary = keyof typeof vocabularies;

/** Grounds that no request is refused on alone: UNTOC 18(8), 18(22). */
export const notAlone: readonly string[] = ["BANK_SECRECY", "FISCAL"];

/** Which article of which instrument is about which matter. */
export const pairs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  UNTOC: { MLA: ["18", "19", "20", "21"], EXTRADITION: ["16"], SENTENCED: ["17"], ASSETS: ["12", "13", "14", "18"], PROCEEDINGS: ["21"] },
  "CND-1988": { MLA: ["7", "9", "11"], EXTRADITION: ["6"], SENTENCED: ["6"], ASSETS: ["5", "7"], PROCEEDINGS: ["8"], SEA_DRUGS: ["17"] },
  UNCAC: {
    MLA: ["46", "49", "50"], EXTRADITION: ["44"], SENTENCED: ["45"], ASSETS: ["31", "46", "54", "55", "56", "57"], PROCEEDINGS: ["47"],
  },
  "UNTOC-SOM": { SEA_MIGRANTS: ["8"], MLA: ["1"] },
  "UNTOC-TIP": { MLA: ["1"] },
  "UNTOC-FA": { GUN_TRACE: ["12", "13"], MLA: ["1"] },
};
