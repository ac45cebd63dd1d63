/**
 * What may be spent on a model, in tokens and in money.
 *
 * @module
 */
import {
  addUsage,
  type LanguageModel,
  ModelFailure,
  NO_USAGE,
  type TokenUsage,
} from "./language_model.ts";
import { costOf, type Price } from "./prices.ts";
import { estimatedUsage } from "./providers/estimated_usage.ts";

/** What may be spent at most. */
export interface BudgetLimits {
  /** Tokens, sent and answered. @default any number */
  readonly tokens?: number;
  /** US dollars. @default any sum */
  readonly money?: number;
}

/** Nothing more may be spent; the message says what was, and what to do. */
export class BudgetSpent extends Error {
  /** The name of the error. */
  override readonly name = "BudgetSpent";
  /** What was spent. */
  readonly usage: TokenUsage;

  /** Takes the whole message and what was spent. */
  constructor(message: string, usage: TokenUsage) {
    super(message);
    this.usage = usage;
  }
}

/** Keeps count of what is spent. */
export class Budget {
  /** What may be spent. */
  readonly limits: BudgetLimits;
  readonly #price: Price | undefined;
  readonly #held = new Set<TokenUsage>();
  #usage = NO_USAGE;

  /** Takes the limits and, where money is one of them, what a token costs. */
  constructor(limits: BudgetLimits = {}, price?: Price) {
    if (limits.money !== undefined && price === undefined) {
      throw new RangeError("A budget of money needs a price: found none");
    }
    this.limits = limits;
    this.#price = price;
  }

  /** What was spent. */
  get usage(): TokenUsage {
    return this.#usage;
  }

  /** What that costs in US dollars; undefined where the price is not known. */
  get cost(): number | undefined {
    return this.#price && costOf(this.#usage, this.#price);
  }

  /** Counts what a call took, which never fails: it is spent already. */
  record(usage: TokenUsage): void {
    this.#usage = addUsage(this.#usage, usage);
  }

  /**
   * Makes sure that something is left before more is asked for.
   *
   * @param next What the next question takes at least. @default nothing
   * @throws {BudgetSpent} when a limit is reached, or what is left does not reach for the next question.
   */
  check(next: TokenUsage = NO_USAGE): void {
    const { tokens, money } = this.limits;
    const held = [...this.#held].reduce(addUsage, NO_USAGE);
    const wanted = addUsage(held, next);
    if (tokens !== undefined) {
      const [spent, more] = [total(this.#usage), total(wanted)];
      if (spent >= tokens) throw this.#spent(`${spent} of ${tokens} tokens`);
      if (spent + more > tokens) {
        throw this.#short(`${spent} of ${tokens} tokens`, `${more} more`);
      }
    }
    if (money !== undefined && this.#price) {
      const spent = costOf(this.#usage, this.#price);
      const more = costOf(wanted, this.#price);
      const of = `${dollars(spent)} of ${dollars(money)} USD`;
      if (spent >= money) throw this.#spent(of);
      if (spent + more > money) throw this.#short(of, `${dollars(more)} more`);
    }
  }

  /**
   * Sets aside what a question takes at least, until the function that is given is called.
   *
   * @throws {BudgetSpent} when it is not left.
   */
  hold(next: TokenUsage): () => void {
    this.check(next);
    const held = { ...next };
    this.#held.add(held);
    return () => void this.#held.delete(held);
  }

  /**
   * Counts what a call took and makes sure that something is left.
   *
   * @throws {BudgetSpent} when a limit is reached.
   */
  spend(usage: TokenUsage): void {
    this.record(usage);
    this.check();
  }

  #spent(of: string): BudgetSpent {
    return new BudgetSpent(
      `The budget is spent: ${of}; ${REMEDY}`,
      this.#usage,
    );
  }

  #short(of: string, more: string): BudgetSpent {
    return new BudgetSpent(
      `The budget does not reach: ${of} are spent, and the questions under way and the next one take about ${more} without their answers; ${REMEDY}`,
      this.#usage,
    );
  }
}

/**
 * Holds a model to a budget. Nothing is asked for which not enough is left; what a question takes is set aside while it is
 * under way. An answer is let come to its end and is given, as it is paid for: so a budget may be gone beyond by the answers,
 * not by the questions, that are under way at once.
 */
export function withinBudget(
  model: LanguageModel,
  budget: Budget,
): LanguageModel {
  return {
    name: model.name,
    ask: async (request, options = {}) => {
      const question = estimatedUsage(request, 0);
      const release = budget.hold(question);
      let lost = NO_USAGE;
      try {
        const reply = await model.ask(request, {
          ...options,
          onLost: (usage) => {
            lost = usage;
            release();
            budget.check(addUsage(usage, question));
            options.onLost?.(usage);
          },
        });
        budget.record(reply.usage);
        return reply;
      } catch (error) {
        budget.record(error instanceof ModelFailure ? error.usage : lost);
        throw error;
      } finally {
        release();
      }
    },
  };
}

function total({ input, output }: TokenUsage): number {
  return input + output;
}

/**
 * Reads a budget as it is written: `200000`, `200k tokens`, `$2.50`, `2.50 USD`, `500k, 5 USD`.
 *
 * @throws {ModelFailure} when it is none.
 */
export function parseBudget(text: string): BudgetLimits {
  const limits: { tokens?: number; money?: number } = {};
  for (const part of text.split(",")) {
    const tokens = TOKENS.exec(part);
    const money = MONEY.exec(part);
    if (tokens && limits.tokens === undefined) {
      const [, count = "", scale = ""] = tokens;
      limits.tokens = Math.round(
        Number(count) * (SCALES[scale.toLowerCase()] ?? 1),
      );
    } else if (money && limits.money === undefined) {
      limits.money = Number(money[1] ?? money[2]);
    } else {
      throw new ModelFailure(
        "not configured",
        `Cannot read the budget "${text}": found "${part.trim()}", wanted tokens such as "200000" or "200k", money such as "2.50 USD", or both with a comma between them`,
      );
    }
  }
  return limits;
}

const REMEDY =
  "raise it with --budget; what was answered and passed is kept where a system is written, and costs nothing again when it is generated from the blueprint.yaml there";

/** Money to a hundredth of a cent, as a call may cost less than a cent. */
function dollars(sum: number): string {
  return sum.toFixed(4).replace(/0{1,2}$/, "");
}

const TOKENS = /^\s*(\d+(?:\.\d+)?)\s*([km]?)\s*(?:tokens?)?\s*$/i;
const MONEY =
  /^\s*(?:\$\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(?:usd|dollars?|\$))\s*$/i;
const SCALES: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };
