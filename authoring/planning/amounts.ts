/**
 * Figures with their units, and whether two of them are the same amount.
 *
 * @module
 */

/** A figure as it is written, with the unit beside it. */
export interface Amount {
  /** The figure as it is written: `1,000`. */
  readonly written: string;
  /** The same as a number. */
  readonly value: number;
  /** What the word beside it may stand for: `m` for minutes and for metres; nothing where it is no unit. */
  readonly units: readonly Unit[];
  /** Whether it is the least or the most of something; missing where no word before it says so. */
  readonly bound?: "min" | "max";
}

/** A unit. */
export interface Unit {
  /** What it measures. */
  readonly of: string;
  /** How much of the least unit of that it is. */
  readonly size: number;
}

/** Lists the figures of a text that stand by themselves, perhaps with a unit: `2.5kg`, but not the 2 of `OAuth2`. */
export function amountsIn(text: string): readonly Amount[] {
  return [...text.matchAll(FIGURE), ...text.matchAll(WORDED)].map((match) => {
    const [written] = match;
    const after = text.slice(match.index + written.length);
    const before = text.slice(0, match.index);
    const word = AFTER.exec(after)?.[1] ?? "";
    const units = unitsOf(word);
    const bound = MOST.test(before)
      ? "max"
      : LEAST.test(before)
      ? "min"
      : undefined;
    return {
      written,
      value: valueOf(written),
      ...(bound ? { bound } : {}),
      units: units.length > 0 ? units : unitsOf(BEFORE.exec(before)?.[1] ?? ""),
    };
  });
}

/** Lists the units that a text names, alone or as words of a name: `weightGrams`, `30m`. */
export function unitsIn(text: string): readonly Unit[] {
  const words = text.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .match(/[\p{L}]+|[%€$£¢]/gu) ?? [];
  return [...new Set(words)].flatMap(unitsOf);
}

/**
 * Tells whether a figure of some units says an amount.
 *
 * A figure of another size does so only where both have a unit; 15 % is 0.15 of something, or 0.85 or 1.15 of it.
 */
export function saysAmount(
  figure: number,
  units: readonly Unit[],
  amount: Amount,
): boolean {
  const { value } = amount;
  if (isClose(figure, value)) return true;
  return amount.units.some(({ of, size }) =>
    of === "share"
      ? value < 100 && SHARES.some((share) => isClose(share(value), figure))
      : units.some((other) =>
        other.of === of && isClose(value * size, figure * other.size)
      )
  );
}

/** `1,000`, `fifty`, `twenty-five`, `two hundred` */
function valueOf(written: string): number {
  const figure = Number(written.replaceAll(",", ""));
  if (!Number.isNaN(figure)) return figure;
  return written.toLowerCase().split(/[ -]/).reduce((sum, word) => {
    const value = NUMBERS.get(word) ?? 0;
    return value >= 100 ? Math.max(1, sum) * value : sum + value;
  }, 0);
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), 1e-9);
}

function unitsOf(word: string): readonly Unit[] {
  const small = word.toLowerCase();
  const known = UNITS.get(small);
  return known ??
    (small.length > 3 ? UNITS.get(small.replace(/s$/, "")) : undefined) ??
    [];
}

const FIGURE =
  /(?<![\p{L}\p{N}_/.,#-])\d+(?:,\d{3})*(?:\.\d+)?(?![\p{N}]|\.\d)/gu;
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ").map((word, index) => [word, index + 1] as const),
  ..."twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
    .map((word, index) => [word, 10 * (index + 2)] as const),
  ["hundred", 100],
  ["thousand", 1000],
]);

/** Figures in words, where they are a limit: "at most fifty", but not "with two resources", nor "more than one". */
const WORDED = new RegExp(
  `(?<=\\b(?:most|least|than|up to|exactly|maximum(?: of)?|minimum(?: of)?) )(?!one\\b)(?:${
    [...NUMBERS.keys()].join("|")
  })(?:[ -](?:${[...NUMBERS.keys()].join("|")}))*\\b`,
  "gi",
);

const MOST =
  /\b(?:at most|up to|(?:no|not) (?:more|longer|larger|greater|higher|heavier|older|later) than|max(?:imum)?(?: of)?)\s*$/i;
const LEAST =
  /\b(?:at least|(?:no|not) (?:less|fewer|shorter|smaller|lower|lighter|younger|earlier) than|min(?:imum)?(?: of)?)\s*$/i;
const AFTER = /^[ \u00a0-]?([\p{L}]+|[%€$£¢])/u;
const BEFORE = /([€$£]|\b(?:EUR|USD|GBP|CHF))\s?$/;

const SHARES: readonly ((percent: number) => number)[] = [
  (percent) => percent / 100,
  (percent) => 1 - percent / 100,
  (percent) => 1 + percent / 100,
];

/** The units by what they measure, with how many of the least each is; sizes of files are counted in two ways. */
const KINDS: readonly (readonly [string, Readonly<Record<string, number>>])[] =
  [
    ["share", { "% percent": 1 }],
    ["time", {
      "ms millisecond": 1,
      "s sec secs second": 1000,
      "m min mins minute": 60_000,
      "h hr hrs hour hourly": 3_600_000,
      "d day daily": 86_400_000,
      "w week weekly": 604_800_000,
      "month monthly": 2_592_000_000,
      "year yearly": 31_536_000_000,
    }],
    ["size", {
      "b byte": 1,
      "kb kib kilobyte": 1024,
      "mb mib megabyte": 1024 ** 2,
      "gb gib gigabyte": 1024 ** 3,
    }],
    ["plain size", {
      "b byte": 1,
      "kb kilobyte": 1000,
      "mb megabyte": 1e6,
      "gb gigabyte": 1e9,
    }],
    ["weight", {
      "mg milligram": 1,
      "g gram": 1000,
      "kg kilo kilogram": 1e6,
      "t ton tonne": 1e9,
    }],
    ["length", {
      "mm millimeter millimetre": 1,
      "cm centimeter centimetre": 10,
      "m meter metre": 1000,
      "km kilometer kilometre": 1e6,
    }],
    ["volume", {
      "ml milliliter millilitre": 1,
      "cl centiliter centilitre": 10,
      "l liter litre": 1000,
    }],
    ["money", {
      "cent pence penny ¢": 1,
      "$ € £ eur usd gbp chf euro dollar pound franc": 100,
    }],
  ];

const UNITS: ReadonlyMap<string, readonly Unit[]> = unitsByWord();

function unitsByWord(): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  for (const [of, sizes] of KINDS) {
    for (const [words, size] of Object.entries(sizes)) {
      for (const word of words.split(" ")) {
        units.set(word, [...units.get(word) ?? [], { of, size }]);
      }
    }
  }
  return units;
}
