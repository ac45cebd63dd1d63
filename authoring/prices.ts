/**
 * What tokens cost.
 *
 * @module
 */
import type { TokenUsage } from "./language_model.ts";

/** US dollars for a million tokens. */
export interface Price {
  /** Of what is sent. */
  readonly input: number;
  /** Of what is answered. */
  readonly output: number;
  /** Of what is sent and the provider had kept. @default as `input` */
  readonly cached?: number;
  /** Of what is sent and the provider keeps from now on. @default as `input` */
  readonly stored?: number;
}

/** A price and where it is from. */
export interface KnownPrice extends Price {
  /** Where it was read, or `your own`. */
  readonly source: string;
  /** When it held. */
  readonly date: string;
  /**
   * How sure it is: read in a stored copy of the provider's page, read where somebody quotes that page, or said by
   * the user. None was compared with the page of today.
   */
  readonly basis: "copy" | "quoted" | "own";
}

/** Prices of models by name; `*` in the user's own stands for any part of a name. */
export type Prices = Readonly<Record<string, Price>>;

/**
 * Finds the price of a model: the user's own, else the list price of the table. A model that is named with its date has
 * the price of the one without. Undefined where it is not known, which is never the same as free.
 */
export function priceOf(
  model: string,
  own: Prices = {},
): KnownPrice | undefined {
  const given = Object.hasOwn(own, model)
    ? own[model]
    : Object.entries(own).find(([pattern]) => fits(pattern, model))?.[1];
  if (given) return { ...given, source: "your own", date: "", basis: "own" };
  const name = model.replace(DATE_SUFFIX, "");
  const list = PRICE_LISTS.find(({ prices }) => Object.hasOwn(prices, name));
  const price = list?.prices[name];
  return list && price &&
    { ...price, source: list.source, date: list.date, basis: list.basis };
}

/** Calculates what tokens cost in US dollars. */
export function costOf(usage: TokenUsage, price: Price): number {
  const { input, output, cached = input, stored = input } = price;
  const keeping = usage.stored ?? 0;
  const plain = usage.input - usage.cached - keeping;
  return (plain * input + usage.cached * cached + keeping * stored +
    usage.output * output) / 1_000_000;
}

/** Says where a price is from and how far it can be trusted. */
export function describePrice(price: KnownPrice | undefined): string {
  if (price === undefined) return "price not known";
  const { input, output, source, date, basis } = price;
  const rates = `${input} / ${output} USD per million tokens sent / answered`;
  if (basis === "own") return `${rates}, ${source}`;
  const trust = basis === "copy" ? "a copy of" : "as others quote";
  return `${rates}, list price of ${date}, ${trust} ${source}; not compared with the page of today`;
}

function fits(pattern: string, model: string): boolean {
  if (!pattern.includes("*")) return false;
  const parts = pattern.split("*").map((part) =>
    part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  );
  return new RegExp(`^${parts.join(".*")}$`).test(model);
}

/** Models are also sold under the day they were made: `-20250929` or `-2025-04-14`. */
const DATE_SUFFIX = /-(\d{8}|\d{4}-\d{2}-\d{2})$/;

/** What Claude is sent and keeps for five minutes costs a quarter more. */
function claude(input: number, output: number, cached: number): Price {
  return { input, output, cached, stored: input * 1.25 };
}

/**
 * The table. A model whose price depends on the length of its prompt is left out: one number would be wrong for it.
 */
export const PRICE_LISTS: readonly {
  readonly source: string;
  readonly date: string;
  readonly basis: "copy" | "quoted";
  readonly prices: Prices;
}[] = [{
  source: "https://platform.claude.com/docs/en/about-claude/pricing",
  date: "2026-10",
  basis: "copy",
  prices: {
    "claude-fable-5-1": claude(10, 50, 0.25),
    "claude-fable-5": claude(10, 50, 1),
    "claude-opus-5": claude(5, 25, 0.5),
    "claude-opus-4-8": claude(5, 25, 0.5),
    "claude-opus-4-7": claude(5, 25, 0.5),
    "claude-opus-4-6": claude(5, 25, 0.5),
    "claude-opus-4-5": claude(5, 25, 0.5),
    "claude-opus-4-1": claude(15, 75, 1.5),
    "claude-sonnet-5": claude(2, 10, 0.2),
    "claude-sonnet-4-6": claude(3, 15, 0.3),
    "claude-sonnet-4-5": claude(3, 15, 0.3),
    "claude-haiku-4-5": claude(1, 5, 0.1),
  },
}, {
  source: "https://platform.claude.com/docs/en/about-claude/pricing",
  date: "2026-10",
  basis: "quoted",
  prices: {
    "claude-opus-5-5": claude(4, 20, 0.2),
    "claude-sonnet-5-5": claude(2, 10, 0.1),
  },
}, {
  source: "https://developers.openai.com/api/docs/pricing",
  date: "2026-06",
  basis: "quoted",
  prices: {
    "gpt-5.5": { input: 5, output: 30, cached: 0.5 },
    "gpt-5.4": { input: 2.5, output: 15, cached: 0.25 },
    "gpt-5.4-mini": { input: 0.75, output: 4.5, cached: 0.075 },
    "gpt-5.4-nano": { input: 0.2, output: 1.25, cached: 0.02 },
    "gpt-5": { input: 1.25, output: 10, cached: 0.125 },
    "gpt-5-mini": { input: 0.25, output: 2, cached: 0.025 },
    "gpt-4.1": { input: 2, output: 8, cached: 0.5 },
    "gpt-4.1-mini": { input: 0.4, output: 1.6, cached: 0.1 },
    "gpt-4o": { input: 2.5, output: 10, cached: 1.25 },
    "gpt-4o-mini": { input: 0.15, output: 0.6, cached: 0.075 },
  },
}];
