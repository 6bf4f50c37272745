import { and, at, begun, each, every, given, is, measure, missing, not, or, rule, some, type, type Rule } from "./rule.ts";

const offence = each("offences");
const event = each("events");
const person = each("persons");
const extradition = some("measures", type("EXTRADITION"));
const heard = type("STATEMENT", "SERVICE", "VIDEO", "VOLUNTARY", "CUSTODY");
const noId = and(missing("person.birth"), missing("person.registration"));
const dated = some("events", and(given(".from"), given(".where")));

/** M21 to M34: what happened, and who is concerned. */
export const caseRules: readonly Rule[] = [
  rule("M21", "UNTOC 18(15)(c)", at("E", "events", and(given("measures"), not(every("measures", type("SERVICE"))), not(dated))),
    ...begun("events", "from", "where", "what")),
  rule("M22", "UNTOC 18(15)(d)",
    measure("E", ".nexus", and(missing(".nexus"), ["coercive"])), measure("W", ".nexus", and(missing(".nexus"), not(["coercive"]))),
    at("E", "facts.link", missing("facts.link"), "link")),
  rule("M23", "UNTOC 18(15)(f)", measure("E", ".purpose", missing(".purpose"))),
  rule("M24", "UNTOC 18(15)(c)", event("H", ".what", ["acronym", ".what"])),
  rule("M25", "UNTOC 16(7)",
    at("E", "proceeding.limitation", and(extradition, missing("proceeding.limitation"))),
    at("W", "proceeding.limitation", ["before", "proceeding.limitation", 365])),
  rule("M26", "UNCAC 46(9)", offence("W", ".harm", and(is("asks.deMinimis", "YES"), missing(".harm"))),
    at("H", "asks.deMinimis", and(some("offences", missing(".harm")), not(is("asks.deMinimis", "YES", "NO"))), "ask")),
  rule("M27", "UNTOC 18(21)(b), 18(22)", at("W", "facts.markers", given("facts.markers"))),
  rule("M28", "UNTOC 18(15)(e)", ...["name", "location", "nationality"].map(n =>
    person("W", `.${n}`, and(missing(`.${n}`), missing(".unknownBecause")))), ...begun("persons", "role", "name")),
  rule("M29", "UNTOC 18(15)(e)",
    measure("E", ".person", and(type("SERVICE", "EXTRADITION"), noId)),
    measure("E", ".person", and(type("BANK"), missing(".account"), noId))),
  rule("M30", "UNTOC 18(15)(d)", measure("E", ".person", and(heard, missing("person.language")))),
  rule("M31", "UNTOC 18(15)(e)", person("W", ".role", ["twoRoles"])),
  rule("M32", "UNTOC 24, 18(20)", person("E", ".protection",
    and(given(".protection"), is("secrecy.level", "NORMAL")))),
  rule("M33", "UNTOC 18(15)(e)", event("W", ".what", ["stranger", ".what"])),
  rule("M34", "UNTOC 18(15)(d)", at("E", "measures", or(missing("measures"), some("measures", missing(".type"))))),
];
