import { first } from "./first.ts";
import { measure, person, sampleDay, written, addressee, office } from "./parts.ts";
import { second } from "./second.ts";
import type { Sample } from "./sample.ts";
import type { Item } from "../../rules/context.ts";

export { sampleDay, type Sample };
/** The ten samples, and C3 once more, complete: the positive control. */
export const samples: readonly Sample[] = [...first, ...second];
export const sample = (id: string): Sample => samples.find(s => s.id === id) ?? samples[0]!;

/** C1, refused because of bank secrecy: the negative control. */
export const refusedForSecrecy: Item = {
  ...sample("C1").case, register: [{ caseRef: "OILC-2026-014", outcome: "REFUSED", grounds: ["BANK_SECRECY"] }],
};

/** A case in which no rule finds anything. */
export const complete: Item = written({
  addressee: addressee(office("FRA", "Ministry of Justice", "bepi@justice-fr.example", "+999 33 555 0203", ["fr", "en"])),
  persons: [person("WITNESS", "Claire Montagne"), person("ACCUSED", "Tomas Arvel")],
  measures: [measure("STATEMENT", { questions: "Who ordered the goods?", compulsion: "VOLUNTARY_ACT", recording: "Written record" })],
});
