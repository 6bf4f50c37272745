/** The steps in which a request is written, and the groups of fields on each. */
export const steps: readonly { readonly id: string; readonly groups: readonly string[] }[] = [
  { id: "purpose", groups: ["measures"] },
  { id: "addressee", groups: ["addressee", "asks"] },
  { id: "basis", groups: ["bases"] },
  { id: "proceeding", groups: ["requesting", "proceeding", "offences", "laws"] },
  { id: "facts", groups: ["events", "facts"] },
  { id: "persons", groups: ["persons"] },
  { id: "details", groups: ["measures"] },
  { id: "time", groups: ["time", "secrecy"] },
  { id: "assurances", groups: ["assurances", "contacts", "history"] },
  { id: "attachments", groups: ["attachments"] },
  { id: "check", groups: [] },
  { id: "export", groups: [] },
];
