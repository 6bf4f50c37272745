import { items, type Item, type Value } from "../rules/context.ts";

/** Takes an item out of a list. Measures name persons by their number: those behind move up, and who is gone is named nowhere. */
export function removeItem(of: Item, list: string, index: number): void {
  (of[list] as Value[]).splice(index, 1);
  if (list !== "persons") return;
  for (const measure of items(of, "measures")) {
    const number = Number(measure.person);
    if (number === index + 1) measure.person = "";
    else if (number > index + 1) measure.person = String(number - 1);
  }
}

/** Forgets the office that was chosen: it is one of the State that was named before. */
export function leaveOffice(of: Item): void {
  const addressee = of.addressee as Item | undefined;
  for (const name of ["record", "office", "address", "channel"]) delete addressee?.[name];
  // What that State asks for is not what another does.
  delete of.asks;
  delete (of.meta as Item | undefined)?.directory;
}
