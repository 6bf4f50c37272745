import states from "../../../../functions/Hub.Register/Data/states.json";

export const allStates: readonly { readonly alpha3: string; readonly name: Readonly<Record<string, string>> }[] = states;
const byCode = new Map(allStates.map(s => [s.alpha3, s.name]));

/** A State's name in a language, as the last line of an address has it; nothing where the list does not have the State. */
export const countryName = (code: string, language: string): string => byCode.get(code)?.[language] ?? byCode.get(code)?.en ?? "";
/** The same, and the State's letters where the list does not have it. */
export const stateName = (code: string, language: string): string => countryName(code, language) || code;

/** Whether a text names a State, in any language of the list. */
export const isNamedIn = (text: string, code: string): boolean =>
  Object.values(byCode.get(code) ?? {}).some(name => text.toLocaleLowerCase().includes(name.toLocaleLowerCase()));
