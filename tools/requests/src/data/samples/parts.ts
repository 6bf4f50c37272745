import type { Item } from "../../rules/context.ts";

/** The day on which the samples are written: their dates are counted from it. */
export const sampleDay = "2026-03-02";

const weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"];
const hours = (days: readonly string[], from = "09:00", to = "17:00"): Item[] => days.map(day => ({ day, from, to }));

const designations: Item[] = [
  ["UNTOC", "18", "MLA"], ["UNTOC", "16", "EXTRADITION"], ["UNTOC", "17", "TRANSFER_SENTENCED_PERSONS"], ["UNCAC", "55", "ASSET_RECOVERY"],
  ["UNTOC-SOM", "8", "MIGRANT_SMUGGLING_SEA"], ["UNTOC-FA", "13", "FIREARMS_LIAISON"],
].map(([instrument, article, matter]) => ({ instrument, article, matter, function: "CENTRAL_AUTHORITY" }));

/** An invented office, in the shape in which the directory has one; its record says nothing about the real State's rules. */
export function office(state: string, name: string, email: string, phone: string, languages: string[], more: Item = {}): Item {
  return {
    recordId: `demo-${state.toLowerCase()}`, version: 1, state, status: "CONFIRMED", authorityName: { en: name }, designations,
    lastChangedOn: "2024-05-02T08:00:00+00:00", lastConfirmedOn: "2026-01-15T08:00:00+00:00", interpolAccepted: "UNKNOWN",
    emails: [{ address: email, functional: true }], phones: [{ number: phone, purpose: "OFFICE" }], languagesOfRequests: languages,
    officeHours: hours(weekdays), ...more,
  };
}
export const sundayToThursday: Item = { officeHours: hours(["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"]) };

export const addressee = (record: Item, more: Item = {}): Item => ({
  state: record.state, office: (record.authorityName as Item).en, channel: "DIRECT", record, ...more,
});

export const arvenia: Item = {
  state: "XAA", office: "Office of International Legal Cooperation, Ministry of Justice, Arvenia", reference: "OILC-2026-014",
  address: "12 Harbour Road\n1000 Port Arven", email: "cooperation@justice.example", phone: "+999 1 555 0100",
  timeZone: "Atlantic/Reykjavik", conductingOffice: "Office of the Public Prosecutor, Port Arven", conductingFunction: "Public prosecutor",
  signatory: "Head of the Office of International Legal Cooperation", place: "Port Arven",
};

export const offence = (title: string, hook: string, more: Item = {}): Item => ({
  title, provision: "Criminal Code of Arvenia, article 214", years: 8, textAttached: true, hook, transnational: ["3.2a"],
  groupStatement: "Four people acted together over two years for money.", dual: "The same conduct is an offence in the requested State.",
  ...more,
});
export const untoc = (article: string, more: Item = {}): Item =>
  ({ kind: "UNTOC", article, role: "SOLE", partyRequesting: "PARTY", partyRequested: "PARTY", ...more });
export const person = (role: string, name: string, more: Item = {}): Item => ({
  role, name, birth: "1979-04-17", nationality: "XAA", location: "14 Mill Street, in the requested State", language: "en", ...more,
});
export const measure = (type: string, more: Item = {}): Item => ({
  type, person: "1", purpose: "To establish who received the money.", nexus: "The transfers of March 2025 went to the requested State.",
  ...more,
});

/** A case to which nothing is missing but its measures. */
export const written = (more: Item): Item => ({
  requesting: arvenia,
  asks: { extraditionBasis: "YES", dualCriminality: "NOT_STATED", deMinimis: "NO", leadDays: 50, maxMegabytes: 10 },
  bases: [untoc("18")],
  proceeding: { nature: "INVESTIGATION", subject: "Laundering of the proceeds of fraud", limitation: "2031-01-15" },
  offences: [offence("Laundering of proceeds", "A6")],
  events: [{
    from: "2025-03-14", to: "2025-06-30", where: "Port Arven",
    what: "The company sent eleven transfers abroad under invoices for goods that were never delivered.",
  }],
  facts: { link: "The money was paid into accounts in the requested State.", unproven: true },
  persons: [person("SUSPECT", "Tomas Arvel")],
  time: { urgency: "NORMAL" },
  secrecy: { level: "CONFIDENTIAL", reason: "The accounts could be emptied." },
  assurances: { useLimit: true, consult: true },
  attachments: [{ title: "Text of the offences", language: "en", usedFor: "Offences", certified: true }],
  meta: { documentLanguage: "en" },
  ...more,
});
