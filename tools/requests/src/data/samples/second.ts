import { addressee, arvenia, measure, offence, office, person, sundayToThursday, untoc, written } from "./parts.ts";
import type { Sample } from "./sample.ts";

export const second: readonly Sample[] = [
  {
    id: "C6", title: "CONFISCATE", expected: ["M20", "M50", "M51", "M59", "M65", "M68"],
    case: written({
      addressee: addressee(office("EGY", "Ministry of Justice, international cooperation", "intcoop@moj-eg.example", "+999 20 555 0206",
        ["ar"], { ...sundayToThursday, acceptedFormats: ["CERTIFIED_COPY"] })),
      bases: [{ ...untoc("55"), kind: "UNCAC" }],
      offences: [offence("Bribery", "UNCAC_OFFENCE", { dual: "" })],
      measures: [measure("CONFISCATE", {
        order: "HOME_ORDER", property: "Two villas", location: "North coast", grounds: "Bought with the bribe.", orderCopy: true,
        extent: "Both villas", heard: "The owner was heard",
      })],
      time: { urgency: "NORMAL", due: "2026-05-15", dueReason: "A hearing follows." },
      attachments: [{ title: "Order of first instance", language: "en", usedFor: "M1" }],
    }),
  },
  {
    id: "C7", title: "EXTRADITION", expected: ["M13", "M25", "M29", "M53", "M54", "M63"],
    case: written({
      addressee: addressee(office("THA", "Office of the Attorney General", "extradition@oag-th.example", "+999 66 555 0207", ["th", "en"],
        { urgentProcedure: { provisionalArrestDays: 60 } })),
      asks: { extraditionBasis: "NOT_STATED", deMinimis: "NO" },
      bases: [untoc("16")],
      proceeding: { nature: "PROSECUTION", subject: "Trafficking and killing of a witness" },
      offences: [offence("Killing in the service of an organized group", "SERIOUS_CRIME", { death: true })],
      persons: [person("ACCUSED", "Vasil Korren", { birth: "" })],
      measures: [
        measure("EXTRADITION", { identity: "Photograph and prints attached", lawText: true, speciality: "Only for these offences" }),
        measure("PROV_ARREST", {
          description: "Man of 46, 1.80 m", whereabouts: "A hotel in the capital", whyUrgent: "He has booked a flight.",
        }),
      ],
    }),
  },
  {
    id: "C8", title: "SEA_MIGRANTS", expected: ["M07", "M55", "M60"],
    case: written({
      requesting: {
        ...arvenia, state: "ITA", office: "Maritime Rescue and Coast Guard office", email: "mrcc@mare-it.example",
        phone: "+999 39 555 0208",
      },
      addressee: addressee(office("XAA", "Arvenian Coordination Centre", "coordination@sea.example", "+999 1 555 0120", ["en", "fr"],
        { outOfHoursReach: true, timeZone: "Atlantic/Reykjavik" }), { channel: "INTERPOL", oral: true }),
      bases: [{ ...untoc("8"), kind: "UNTOC-SOM" }],
      offences: [offence("Smuggling of migrants", "PROTOCOL")],
      measures: [measure("SEA_MIGRANTS", {
        ship: "Marea", flag: "Arvenian marks", position: "35°12' N 12°40' E", at: "tonight, 23:40", grounds: "Overloaded, no lights",
        aboard: "about 60",
        unit: "Patrol boat 21", safety: "Water is coming in", replyBy: "2026-03-03",
      })],
    }),
  },
  {
    id: "C9", title: "GUN_TRACE", expected: ["M11", "M56"],
    case: written({
      addressee: addressee(
        office("SRB", "Ministry of Interior, firearms liaison", "liaison@mup-rs.example", "+999 381 555 0209", ["sr", "en"])),
      bases: [untoc("13")],
      offences: [offence("Illicit trafficking in firearms", "PROTOCOL")],
      measures: [measure("GUN_TRACE", {
        model: "Rifle, model of 1970", calibre: "7.62 x 39 mm", foundAt: "A warehouse in Port Arven", foundOn: "2026-01-20",
      })],
    }),
  },
  {
    id: "C10", title: "FREEZE", expected: ["M03", "M20", "M35", "M42", "M50", "M57", "M62"],
    case: written({
      addressee: addressee(office("SGP", "Attorney-General's Chambers", "mla@agc-sg.example", "+999 65 555 0210", ["en"],
        { lastConfirmedOn: "2024-06-03T08:00:00+00:00" })),
      bases: [{ kind: "RECIPROCITY", role: "SOLE" }],
      offences: [offence("Fraud", "A6", { dual: "" })],
      measures: [
        measure("FREEZE", {
          property: "Bank account and wallet", location: "Singapore", value: "410 000", currency: "USD", holder: "Tomas Arvel",
          dissipation: "Half was moved last week.", duration: "Six months",
        }),
        measure("TRACE", {
          asset: ["ACCOUNT", "CRYPTO"], identifiers: "Wallet address ending in 7f3a", from: "2025-01-01", to: "2025-12-31",
        }),
      ],
      time: { urgency: "URGENT" }, history: { preservationRef: "PR-88", preservationUntil: "2026-03-08" },
    }),
  },
];
