import { fields, type Field } from "./fields.ts";

export type Family = "MLA" | "ASSETS" | "PROCEEDINGS" | "EXTRADITION" | "SENTENCED" | "SEA_DRUGS" | "SEA_MIGRANTS" | "GUN_TRACE";
export interface AssistanceType {
  readonly code: string;
  readonly article: string;
  readonly family: Family;
  readonly coercive: boolean;
  readonly short: boolean;
  readonly fields: readonly Field[];
}

const type = (code: string, article: string, family: Family, marks: string, text: string): AssistanceType => ({
  code, article, family, coercive: marks.includes("coercive"), short: marks.includes("short"), fields: fields(text),
});
const ship = `ship! imo flag port position at:time course grounds:long aboard! action:many/action unit! safety:long replyBy:date!`;

/** What can be asked for, with what each needs: "!" is asked for by M35, what has a rule of its own is not. */
export const types: readonly AssistanceType[] = [
  type("STATEMENT", "UNTOC 18(3)(a)", "MLA", "", `questions:long! compulsion:choice/compulsion! oath rights:long attendees recording!`),
  type("SITE", "UNTOC 18(3)(d)", "MLA", "", `object! place! method:long! experts sampling`),
  type("INFO_EXPERT", "UNTOC 18(3)(e)", "MLA", "", `questions:long! method:long! custodyChain recordKind`),
  type("SERVICE", "UNTOC 18(3)(b)", "MLA", "short", `document! hearing:date address:long proof! noPenalty:yes! allowances`),
  type("SEARCH", "UNTOC 18(3)(c)", "MLA", "coercive", `place:long items:long grounds:long order handover:long! attendees privileged:long`),
  type("FREEZE", "UNTOC 18(3)(c), 13(2)", "ASSETS", "coercive",
    `property:long location:long value:number currency holder! grounds:long dissipation:long! order duration! informing`),
  type("BANK", "UNTOC 18(3)(f)", "MLA", "coercive", `bank! bic account from:date to:date kinds:long! form noTipping:yes`),
  type("RECORDS", "UNTOC 18(3)(f)", "MLA", "", `custodian! record! from:date! to:date! original:choice/original!
    whyOriginal:long!original=ORIGINAL`),
  type("TRACE", "UNTOC 18(3)(g)", "ASSETS", "",
    `asset:many/asset! identifiers:long! chain!asset=CRYPTO transaction!asset=CRYPTO from:date! to:date! method:long`),
  type("PRESERVE", "UNTOC 18(3)(i)", "MLA", "short",
    `provider! account! dataKind! from:date! to:date! zone! necessity:long! promise:yes extensionOf until:date`),
  type("EDATA", "UNTOC 18(3)(f), (i)", "MLA", "coercive",
    `level:choice/level provider! account connections:long from:date! to:date! preservation authorisation threshold:long format
    noNotice:yes`),
  type("REALTIME", "UNTOC 18(3)(i)", "MLA", "coercive",
    `provider! target! start:time! end:time! order! authorisation threshold:long format`),
  type("VOLUNTARY", "UNTOC 18(3)(h), 18(27)", "MLA", "", `dates! place! allowances! visa protectionPlan:long`),
  type("CUSTODY", "UNTOC 18(10)-(12)", "MLA", "",
    `prison! consent transferDate:date! returnDate:date credit:yes duty! immunity:long escort! transit health`),
  type("VIDEO", "UNTOC 18(18)", "MLA", "",
    `whyNotInPerson:long judge at:time testCall! linkKind! interpreter oath identity! protectionPlan:long silence:long minutes consent`),
  type("CONFISCATE", "UNTOC 13(1)", "ASSETS", "coercive",
    `order:choice/order property:long location:long value:number currency grounds:long orderCopy:yes final:yes thirdParties:yes extent!
    heard sharing:long`),
  type("RETURN", "UNTOC 14; UNCAC 57", "ASSETS", "", `owner! proof:long! finalJudgment! stateAccount use:long! expenses`),
  type("JIT", "UNTOC 19", "MLA", "", `members:long scope:long from:date to:date leader! place! evidenceRules:long! languages! costs
    thirdBodies`),
  type("SPECIAL", "UNTOC 20", "MLA", "", `route:long! goods! substitution commander! fallBack:long!`),
  type("PROCEEDINGS", "UNTOC 21", "PROCEEDINGS", "", `whyThere:long! files:long! evidenceList:long! victims:long inCustody
    limitation:date stopped:long!`),
  type("SPONTANEOUS", "UNTOC 18(4)", "MLA", "", `content:long! useLimits:long!`),
  type("EXTRADITION", "UNTOC 16", "EXTRADITION", "coercive",
    `warrant judgment identity:long lawText:yes sentenceLeft presence speciality:long! guarantees:long`),
  type("PROV_ARREST", "UNTOC 16(9)", "EXTRADITION", "coercive",
    `warrant intention:yes sendBy:date description:long! whereabouts:long! interpolRef whyUrgent:long!`),
  type("SENTENCED", "UNTOC 17", "SENTENCED", "", `ties:long! judgment! served! release:date! consent! dual:long reports:long mode`),
  type("SEA_DRUGS", "CND-1988 17", "SEA_DRUGS", "", ship),
  type("SEA_MIGRANTS", "UNTOC-SOM 8", "SEA_MIGRANTS", "", ship),
  type("GUN_TRACE", "UNTOC-FA 12", "GUN_TRACE", "",
    `maker country model! calibre! serial defaced:long importMark foundAt! foundOn:date! photos licence`),
];

/** What a family of assistance is, in the directory's words. */
export const matters: Readonly<Record<Family, readonly string[]>> = {
  MLA: ["MLA"], ASSETS: ["ASSET_RECOVERY", "MLA"], PROCEEDINGS: ["MLA"], EXTRADITION: ["EXTRADITION"], GUN_TRACE: ["FIREARMS_LIAISON"],
  SENTENCED: ["TRANSFER_SENTENCED_PERSONS"], SEA_DRUGS: ["DRUG_SMUGGLING_SEA"], SEA_MIGRANTS: ["MIGRANT_SMUGGLING_SEA"],
};

const byCode = new Map(types.map(t => [t.code, t]));
export const typeOf = (code: unknown): AssistanceType | undefined => byCode.get(String(code));
