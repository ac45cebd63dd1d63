/**
 * The bank of patterns: good bodies for behaviours, of which the nearest are shown to a model that is to write one.
 *
 * @module
 */
import { kindOf, type Pattern } from "./pattern.ts";
import { readPattern } from "./read_pattern.ts";
import { readUserBank } from "./user_bank.ts";
import { wordSimilarity } from "./word_similarity.ts";

/** What patterns are looked for: a behaviour, and where it belongs. */
export interface WantedPattern {
  /** The path of the behaviour in its blueprint. */
  readonly id: string;
  /** What it is to do. */
  readonly behavior: string;
}

/** Patterns that can be looked up by what they do. */
export class PatternBank {
  /** The patterns, by name. */
  readonly patterns: readonly Pattern[];

  /** Takes patterns; of two with the same name, the later stands. */
  constructor(patterns: readonly Pattern[]) {
    const byName = new Map(patterns.map((one) => [one.name, one]));
    this.patterns = [...byName.values()]
      .toSorted((a, b) => a.name < b.name ? -1 : 1);
  }

  /**
   * Opens the bank that comes with this program, and a user's own folder of patterns beside it.
   *
   * @throws {PatternError} when a file of that folder holds no pattern.
   */
  static async open(
    options: { readonly folder?: string } = {},
  ): Promise<PatternBank> {
    const { BANK } = await import("./patterns.gen.ts");
    const built = await Promise.all(
      Object.entries(BANK).map(([file, text]) => readPattern(text, file)),
    );
    const own = options.folder === undefined
      ? []
      : await readUserBank(options.folder);
    return new PatternBank([...built, ...own]);
  }

  /**
   * Lists the patterns that are nearest to a behaviour, the nearest first: by their words, where one of the same kind counts
   * twice. The same bank and the same words give the same list.
   */
  nearest(wanted: WantedPattern, count: number): readonly Pattern[] {
    const kind = kindOf(wanted.id);
    const alike = wordSimilarity(
      this.patterns.map(({ behavior, unit }) => wordsOf(behavior, unit)),
    ).to(wordsOf(wanted.behavior, wanted.id));
    return this.patterns.map((pattern, at) => {
      const same = kindOf(pattern.unit) === kind;
      const likeness = alike[at] ?? 0;
      return { pattern, score: same ? OF_KIND + 2 * likeness : likeness };
    })
      .toSorted((a, b) => b.score - a.score) // stable: by name where alike
      .slice(0, count).map(({ pattern }) => pattern);
  }
}

/** Of what a path consists, only the names say something. */
function wordsOf(behavior: string, unit: string): string {
  const names = unit.split(".").filter((_, at) => at % 2 === 1);
  return `${behavior} ${names.join(" ")}`;
}

/** What the form of a body is worth where no word is shared. */
const OF_KIND = 0.1;
