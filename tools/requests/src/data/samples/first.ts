import { addressee, measure, offence, office, person, untoc, written } from "./parts.ts";
import type { Sample } from "./sample.ts";

const bank = measure("BANK", {
  bank: "Banque de la Plaine, Zurich", kinds: "All accounts of the company: opening file, signatories, statements",
});
const summons = measure("SERVICE", {
  purpose: "To let the witness know the hearing.", nexus: "The witness lives in the requested State.", document: "Summons to a hearing",
  proof: "Signed receipt with the date", noPenalty: true,
});
const paris = office("FRA", "Ministry of Justice", "bepi@justice-fr.example", "+999 33 555 0203", ["fr", "en"]);

export const first: readonly Sample[] = [
  {
    id: "C1", title: "BANK", expected: ["M19", "M22", "M29", "M36", "M61", "M65"],
    case: written({
      addressee: addressee(office("CHE", "Federal Office of Justice", "rhis@bj.example", "+999 41 555 0201", ["de", "fr", "it"])),
      offences: [offence("Laundering of proceeds", "A6", { textAttached: false })],
      persons: [person("LEGAL_PERSON", "Plaine Trading Company", { birth: "", registration: "" })],
      measures: [{ ...bank, nexus: "" }], secrecy: {},
    }),
  },
  {
    id: "C2", title: "EDATA", expected: ["M16", "M38", "M40", "M41", "M42"],
    case: written({
      addressee: addressee(office("USA", "Office of International Affairs", "oia@justice-us.example", "+999 1 555 0202", ["en"])),
      offences: [offence("Computer fraud", "SERIOUS_CRIME", { groupStatement: "" })],
      measures: [measure("EDATA", {
        provider: "Mail service of the requested State, legal entity Example Mail Inc.", from: "2025-03-01", to: "2025-03-31",
        connections: "192.0.2.14 14/03/2025 9.15 pm\n192.0.2.90 14/03/2025 9.15 pm\n198.51.100.7 14/03/2025 9.15 pm",
      })],
    }),
  },
  {
    id: "C3", title: "SERVICE", expected: ["M29", "M30", "M44", "M45"],
    case: written({
      addressee: addressee(paris),
      persons: [{ role: "WITNESS", name: "Claire Montagne", unknownBecause: "Only the name is on file." }],
      measures: [{ ...summons, hearing: "2026-03-22" }], events: [], secrecy: { level: "NORMAL" },
    }),
  },
  {
    id: "C3+", title: "SERVICE", expected: [],
    case: written({
      addressee: addressee(paris),
      persons: [person("WITNESS", "Claire Montagne", { nationality: "FRA", language: "fr", location: "3 rue du Lac, Lyon" })],
      measures: [{ ...summons, hearing: "2026-06-01", address: "3 rue du Lac, Lyon" }], events: [], secrecy: { level: "NORMAL" },
    }),
  },
  {
    id: "C4", title: "VIDEO", expected: ["M30", "M47", "M64"],
    case: written({
      addressee: addressee(office("KEN", "Office of the Attorney General", "mla@ag-ke.example", "+999 254 555 0204", ["en", "sw"],
        { timeZone: "Africa/Nairobi" })),
      bases: [untoc("18", { role: "COMPLEMENTARY" }), { ...untoc("46", { role: "PRINCIPAL" }), kind: "UNCAC" }],
      persons: [person("WITNESS", "Esther Wanjala", { nationality: "KEN", language: "" })],
      measures: [measure("VIDEO", {
        at: "Tuesday 10 o'clock", testCall: "The day before", linkKind: "H.323 or a link that the requested State names",
        identity: "Passport shown to the camera",
      })],
    }),
  },
  {
    id: "C5", title: "CUSTODY", expected: ["M32", "M48", "M49", "M64", "M65"],
    case: written({
      addressee: addressee(office("BRA", "Ministry of Justice, DRCI", "drci@mj-br.example", "+999 55 555 0205", ["pt"])),
      offences: [offence("Trafficking in persons", "PROTOCOL")],
      persons: [person("WITNESS", "Paulo Ferraz", { nationality: "BRA", language: "pt", protection: true })],
      measures: [measure("CUSTODY", {
        prison: "State prison of the requested State", transferDate: "2026-06-01", duty: "Ministry of Interior, Arvenia",
        escort: "Two officers",
      })],
      secrecy: { level: "NORMAL" },
    }),
  },
];
