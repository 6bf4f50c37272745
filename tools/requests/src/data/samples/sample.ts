import type { Item } from "../../rules/context.ts";

/** An invented case, and the codes that the rules are to find in it. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly expected: readonly string[];
  readonly case: Item;
}
