import { and, at, is, lacking, measure, missing, not, or, rule, some, type, unclear, type Rule } from "./rule.ts";

const sea = ["SEA_DRUGS", "SEA_MIGRANTS"];
const uncac = some("bases", is(".kind", "UNCAC"));
const deep = or(type("REALTIME"), and(type("EDATA"), not(is(".level", "SUBSCRIBER", "TRAFFIC"))));

/** M36 to M56: what each type of assistance needs beyond the rest. M35 follows from the types themselves. */
export const measureRules: readonly Rule[] = [
  rule("M36", "UNTOC 18(3)(f)", ...lacking(["BANK"], "from", "to"),
    measure("W", ".from", and(type("BANK"), ["longer", ".from", ".to", 10])), measure("W", ".to", and(type("BANK"), ["after", ".to", 0]))),
  rule("M37", "UNTOC 18(3)(f)",
    measure("W", ".account", and(type("BANK"), ["badIban", ".account"])), measure("W", ".bic", ["badBic", ".bic"])),
  rule("M38", "UNTOC 18(3)(i)", measure("E", ".connections", ["lineWithoutZone", ".connections"], "zone"),
    measure("W", ".connections", ["lineWithoutSeconds", ".connections"], "seconds"),
    measure("W", ".connections", ["lineWithoutPort", ".connections"], "port"),
    ...["start", "end"].map(n => measure("E", `.${n}`, and(type("REALTIME"), ["zoneless", `.${n}`]), "zone")),
    measure("E", ".zone", and(type("PRESERVE"), ["zoneless", ".zone"]), "zone")),
  rule("M39", "UNTOC 18(3)(i)", measure("E", ".account", and(type("EDATA"),
    or(["inexact", ".account"], and(missing(".account"), missing(".connections")))))),
  rule("M40", "UNTOC 18(3)(i)", ...lacking(["EDATA"], "level")),
  rule("M41", "UNTOC 18(3)(i)", ...["authorisation", "threshold"].map(n => measure("W", `.${n}`, and(deep, missing(`.${n}`))))),
  rule("M42", "UNTOC 18(3)(i)",
    measure("H", ".preservation", and(type("EDATA"), missing(".preservation"), missing("history.preservationRef"))),
    at("W", "history.preservationUntil", ["before", "history.preservationUntil", 14])),
  rule("M43", "UNTOC 18(3)(i)", ...lacking(["PRESERVE"], "promise")),
  rule("M44", "UNTOC 18(3)(b)", measure("E", ".hearing", and(type("SERVICE"), ["before", ".hearing", 0])),
    measure("W", ".hearing", and(type("SERVICE"), not(["before", ".hearing", 0]), ["sooner", ".hearing", "asks.leadDays", 50])),
    at("H", "asks.leadDays", and(some("measures", type("SERVICE")), missing("asks.leadDays")), "ask"),
    at("W", "asks.leadDays", unclear("asks.leadDays"), "number")),
  rule("M45", "UNTOC 18(3)(b)", measure("E", ".address", and(type("SERVICE"), missing(".address"), missing("person.location")))),
  rule("M46", "UNTOC 18(3)(c)", ...lacking(["SEARCH"], "place", "items", "grounds")),
  rule("M47", "UNTOC 18(18)", ...lacking(["VIDEO"], "whyNotInPerson", "judge", "at"),
    measure("E", ".at", and(type("VIDEO"), ["zoneless", ".at"])),
    measure("E", ".consent", and(type("VIDEO"), is("person.role", "ACCUSED", "SUSPECT"), missing(".consent")))),
  rule("M48", "UNTOC 18(10)-(11)", ...lacking(["CUSTODY"], "consent", "returnDate", "credit")),
  rule("M49", "UNTOC 18(27), 18(12)", measure("E", "assurances.safeConduct",
    and(type("VOLUNTARY", "CUSTODY"), missing("assurances.safeConduct")))),
  rule("M50", "UNTOC 13(3); UNCAC 55(3)", ...lacking(["FREEZE", "CONFISCATE"], "property", "grounds"),
    measure("E", ".orderCopy", and(type("CONFISCATE"), is(".order", "HOME_ORDER"), missing(".orderCopy"))),
    ...["final", "thirdParties"].map(n =>
      measure("E", `.${n}`, and(type("CONFISCATE"), uncac, is(".order", "HOME_ORDER"), missing(`.${n}`))))),
  rule("M51", "UNTOC 13(3); UNCAC 55(3)", ...["value", "location"].map(n =>
    measure("W", `.${n}`, and(type("FREEZE", "CONFISCATE"), missing(`.${n}`)))),
    measure("W", ".value", and(type("FREEZE", "CONFISCATE"), unclear(".value")), "number")),
  rule("M52", "UNTOC 19", ...lacking(["JIT"], "members", "scope", "from", "to")),
  rule("M53", "UNTOC 16(7)", measure("E", ".warrant", and(type("EXTRADITION"), missing(".warrant"), missing(".judgment"))),
    ...lacking(["EXTRADITION"], "identity", "lawText")),
  rule("M54", "UNTOC 16(9)", ...lacking(["PROV_ARREST"], "warrant", "intention", "sendBy")),
  rule("M55", "UNTOC-SOM 8(2); CND-1988 17(3)", ...lacking(sea, "flag", "position", "at", "grounds", "action"),
    measure("E", ".at", and(type(...sea), ["zoneless", ".at"]))),
  rule("M56", "UNTOC-FA 12(4)", measure("E", ".serial", and(type("GUN_TRACE"), missing(".serial"), missing(".defaced"))),
    ...["maker", "country"].map(n => measure("W", `.${n}`, and(type("GUN_TRACE"), missing(`.${n}`))))),
];

