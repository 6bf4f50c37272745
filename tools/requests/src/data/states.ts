import states from "../../../../functions/Hub.Register/Data/states.json";

export const allStates: readonly { readonly alpha3: string; readonly name: Readonly<Record<string, string>> }[] = states;
const byCode = new Map(allStates.map(s => [s.alpha3, s.name]));

/** A State's name in a language; its letters, where the list does not have it. */
export const stateName = (code: string, language: string): string => byCode.get(code)?.[language] ?? byCode.get(code)?.en ?? code;

/** Whether a text names a State, in any language of the list. */
export const isNamedIn = (text: string, code: string): boolean =>
  Object.values(byCode.get(code) ?? {}).some(name => text.toLocaleLowerCase().includes(name.toLocaleLowerCase()));
