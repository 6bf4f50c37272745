import {
  and, at, begun, each, every, given, is, measure, missing, not, or, rule, some, type, unclear, type Clause, type Rule,
} from "./rule.ts";

const lacks = (part: string, ...paths: string[]): Clause[] => paths.map(path => at("E", path, missing(path), part));
const noState = (path: string): Clause => at("E", path, ["notState", path], "state");
const basis = each("bases");
const offence = each("offences");
const untoc = is(".kind", "UNTOC", "UNTOC-SOM", "UNTOC-TIP", "UNTOC-FA");
const treaty = is(".kind", "UNTOC", "UNTOC-SOM", "UNTOC-TIP", "UNTOC-FA", "CND-1988", "UNCAC");
const extradition = some("measures", type("EXTRADITION"));
const coercive = some("measures", ["coercive"]);
const noPenalty = and(missing(".years"), missing(".life"), missing(".death"));

/** M01 to M20: who asks whom, on what basis, for which offence. */
export const parties: readonly Rule[] = [
  rule("M01", "UNTOC 18(15)(a)", ...["office", "reference"].map(n => at("E", `requesting.${n}`, missing(`requesting.${n}`))),
    at("W", "requesting.timeZone", ["zoneless", "requesting.timeZone"], "zone"),
    ...lacks("from", "requesting.state"), noState("requesting.state")),
  rule("M02", "UNTOC 18(15)(b)",
    ...["conductingOffice", "conductingFunction"].map(n => at("E", `requesting.${n}`, missing(`requesting.${n}`))),
    ...lacks("matter", "proceeding.nature", "proceeding.subject")),
  rule("M03", "UNTOC 18(13)",
    at("E", "addressee.office", or(is("record.status", "WITHDRAWN"), is("package.record.status", "WITHDRAWN"), ["ended"])),
    at("W", "addressee.office", ["unconfirmed"]), measure("W", ".type", ["undesignated"]), measure("E", ".type", ["nil"], "nil"),
    ...lacks("to", "addressee.state", "addressee.office"), noState("addressee.state")),
  rule("M04", "UNTOC 18(13)",
    at("W", "addressee.office", ["superseded"]), at("W", "addressee.office", ["before", "package.madeOn", -30])),
  rule("M05", "UNTOC 18(1)", at("E", "addressee.state", ["same", "requesting.state", "addressee.state"])),
  rule("M06", "UNTOC 18(13)", at("E", "addressee.channel", ["refusedChannel"]), at("W", "addressee.channel", ["secondChannel"]),
    ...lacks("none", "addressee.channel")),
  rule("M07", "UNTOC 18(13)",
    at("E", "addressee.channel", and(is("addressee.channel", "INTERPOL"), or(is("record.interpolAccepted", "NO"),
      and(is("record.interpolAccepted", "URGENT_ONLY"), not(is("time.urgency", "URGENT")))))),
    at("W", "addressee.channel", and(is("addressee.channel", "INTERPOL"),
      or(is("record.interpolAccepted", "UNKNOWN"), missing("record.interpolAccepted"))))),
  rule("M08", "UNTOC 18(13)", at("W", "addressee.territory", ["outOfScope"])),
  rule("M09", "UNTOC 18(7)", at("E", "bases", missing("bases")), ...["kind", "role"].map(n => basis("E", `.${n}`, missing(`.${n}`))),
    basis("E", ".article", and(treaty, missing(".article")), "article"),
    basis("E", ".treaty", and(is(".kind", "BILATERAL", "REGIONAL", "DOMESTIC_LAW"), missing(".treaty")), "treaty")),
  rule("M10", "UNTOC 18(7)",
    ...["partyRequesting", "partyRequested"].flatMap(n => [
      basis("E", `.${n}`, and(treaty, is(`.${n}`, "NOT_PARTY"))),
      basis("W", `.${n}`, and(treaty, not(is(`.${n}`, "PARTY", "NOT_PARTY")))),
    ])),
  rule("M11", "UNTOC 13, 16-18; CND-1988 6, 7, 17; UNCAC 44-46, 55", basis("E", ".article", ["unpaired"])),
  rule("M12", "UNTOC 18(7)", basis("W", ".kind", and(untoc, is(".role", "SOLE"), given(".mlaTreaty")))),
  rule("M13", "UNTOC 16(4)-(5)",
    ...(["E", "W"] as const).map(severity => at(severity, "bases", and(extradition, every("bases", untoc),
      severity === "E" ? is("asks.extraditionBasis", "NO") : not(is("asks.extraditionBasis", "YES", "NO", "NOT_TREATY_CONDITIONAL")))))),
  rule("M14", "UNTOC 17; UNCAC 45", at("E", "bases",
    and(some("measures", type("SENTENCED")), every("bases", is(".kind", "UNTOC", "UNCAC"))))),
  rule("M15", "UNTOC 3(1), 2(b)",
    offence("E", ".hook", and(some("bases", untoc), missing(".hook"))),
    offence("E", ".years", and(is(".hook", "SERIOUS_CRIME"), ["under", ".years", 4], missing(".life"), missing(".death")))),
  rule("M16", "UNTOC 3(2), 2(a)", ...["transnational", "groupStatement"].flatMap(n => [
    offence("E", `.${n}`, and(some("bases", untoc), is(".hook", "SERIOUS_CRIME"), missing(`.${n}`))),
    offence("W", `.${n}`, and(some("bases", untoc), not(is(".hook", "SERIOUS_CRIME")), missing(`.${n}`))),
  ])),
  rule("M17", "CND-1988 3(1)", at("E", "offences",
    and(some("bases", is(".kind", "CND-1988")), not(some("offences", is(".hook", "CND_3_1")))))),
  rule("M18", "UNTOC 18(15)(b)", at("E", "offences", missing("offences")),
    ...["title", "provision"].map(n => offence("E", `.${n}`, missing(`.${n}`))), offence("E", ".years", noPenalty),
    offence("E", ".years", unclear(".years"), "number")),
  rule("M19", "UNTOC 18(15)(b)",
    offence("E", ".textAttached", and(missing(".textAttached"), not(["quoted"]), coercive)),
    offence("W", ".textAttached", and(missing(".textAttached"), not(["quoted"]), not(coercive))),
    ...begun("laws", "state", "title", "provision", "extract"), each("laws")("E", ".state", ["notState", ".state"], "state")),
  rule("M20", "UNTOC 18(9), 16(1)",
    offence("E", ".dual", and(missing(".dual"), or(coercive, is("asks.dualCriminality", "YES")))),
    offence("W", ".dual", and(missing(".dual"), not(coercive), not(is("asks.dualCriminality", "YES", "NO")))),
    at("H", "asks.dualCriminality",
      and(some("offences", missing(".dual")), not(coercive), not(is("asks.dualCriminality", "YES", "NO"))), "ask")),
];
