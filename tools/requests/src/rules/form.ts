import { and, at, begun, each, given, is, missing, not, or, rule, some, type, unclear, type Rule } from "./rule.ts";

const attachment = each("attachments");
const death = some("offences", given(".death"));
const extradition = some("measures", type("EXTRADITION"));
const urgent = is("time.urgency", "EXPEDITED", "URGENT");
const treatyLanguages = "UNTOC 18(14); CND-1988 7(9)";

/** M57 to M73: time, secrecy, assurances, and the paper itself. */
export const formRules: readonly Rule[] = [
  rule("M57", "UNTOC 18(13), 18(24)", ...["reason", "due"].map(n => at("E", `time.${n}`, and(urgent, missing(`time.${n}`)))),
    at("E", "time.urgency", missing("time.urgency"), "level")),
  rule("M58", "UNTOC 18(24)", at("W", "time.dueReason", and(given("time.due"), missing("time.dueReason"), missing("time.reason")))),
  rule("M59", "UNTOC 18(24)", at("W", "time.due", or(["before", "time.due", 0], ["closed", "time.due"]))),
  rule("M60", "UNTOC 18(14)", at("E", "addressee.oralConfirmed", and(given("addressee.oral"), missing("addressee.oralConfirmed")))),
  rule("M61", "UNTOC 18(20)", at("E", "secrecy.level", missing("secrecy.level")),
    at("E", "secrecy.reason", and(is("secrecy.level", "CONFIDENTIAL", "DO_NOT_TELL_SUBJECT"), missing("secrecy.reason")))),
  rule("M62", "UNTOC 18(7)", at("E", "assurances.reciprocity",
    and(some("bases", is(".kind", "RECIPROCITY")), missing("assurances.reciprocity")))),
  rule("M63", "UNTOC 16(7), 18(21)(b)",
    at("E", "assurances.deathPenalty", and(death, missing("assurances.deathPenalty"), extradition)),
    at("W", "assurances.deathPenalty", and(death, missing("assurances.deathPenalty"), not(extradition)))),
  rule("M64", "UNTOC 18(28)", at("W", "assurances.costs",
    and(some("measures", type("VIDEO", "CUSTODY", "INFO_EXPERT", "REALTIME")), missing("assurances.costs")))),
  rule("M65", treatyLanguages, at("E", "meta.documentLanguage", ["unaccepted"]),
    at("W", "meta.documentLanguage", missing("record.languagesOfRequests"))),
  rule("M66", "UNTOC 18(15)", at("E", "attachments", ["absentAnnex"]), attachment("E", ".usedFor", missing(".usedFor")),
    ...begun("attachments", "title", "language")),
  rule("M67", treatyLanguages, attachment("W", ".translatedFrom", and(given(".translation"), missing(".translatedFrom")))),
  rule("M68", "UNTOC 18(14)", at("W", "attachments", and(is("record.acceptedFormats", "CERTIFIED_COPY"),
    or(missing("attachments"), some("attachments", missing(".certified")))))),
  rule("M69", "UNTOC 18(14)", ...["signatory", "place"].map(n => at("E", `requesting.${n}`, missing(`requesting.${n}`)))),
  rule("M70", "UNTOC 18(15)", at("E", "check", ["placeholder"])),
  rule("M71", "UNTOC 18(14)", attachment("W", ".megabytes", ["over", ".megabytes", "asks.maxMegabytes"]),
    at("H", "asks.maxMegabytes", and(some("attachments", given(".megabytes")), missing("asks.maxMegabytes")), "ask"),
    at("W", "asks.maxMegabytes", unclear("asks.maxMegabytes"), "number"),
    ...["megabytes", "pages"].map(n => attachment("W", `.${n}`, unclear(`.${n}`), "number"))),
  rule("M72", "UNTOC 18(24), 18(25)", at("H", "history.earlierUnanswered", given("history.earlierUnanswered"))),
  rule("M73", "UNTOC 18(8), 18(22)", { ...at("H", ".grounds", and(is(".outcome", "REFUSED"), ["onlyNotAlone"])), each: "register" }),
];
