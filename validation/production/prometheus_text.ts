/**
 * Reads the Prometheus text format 0.0.4, strictly.
 *
 * @module
 */

/** One value. */
export interface Sample {
  /** Its name, with `_bucket`, `_sum` or `_count` for those of a histogram. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a system tells of itself. */
export interface Metrics {
  readonly samples: readonly Sample[];
  /** The type of each family. */
  readonly types: ReadonlyMap<string, string>;
  /** What is not right, one sentence each. */
  readonly problems: readonly string[];
}

/** Reads a whole text. */
export function readPrometheus(text: string): Metrics {
  const samples: Sample[] = [];
  const types = new Map<string, string>();
  const problems: string[] = [];
  const seen = new Set<string>();
  if (!text.endsWith("\n")) problems.push("the last line has no end");
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "" || line.startsWith("# HELP ")) continue;
    const [, typed, type] = TYPE.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) {
      if (types.has(typed)) problems.push(`${typed} has two types`);
      types.set(typed, type);
      continue;
    }
    const sample = sampleIn(line);
    if (!sample) {
      problems.push(`line ${index + 1} is no sample: ${line.slice(0, 80)}`);
      continue;
    }
    const key = line.slice(0, line.lastIndexOf(" "));
    if (seen.has(key)) problems.push(`${key} is there twice`);
    seen.add(key);
    if (!familyOf(sample.name, types)) {
      problems.push(`${sample.name} has no type`);
    }
    samples.push(sample);
  }
  return { samples, types, problems: [...problems, ...unsound(samples)] };
}

/** Adds up the samples of a name, those with these labels only. */
export function sumOf(
  { samples }: Pick<Metrics, "samples">,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  return samples.filter((sample) =>
    sample.name === name &&
    Object.entries(labels).every(([key, value]) => sample.labels[key] === value)
  ).reduce((sum, { value }) => sum + value, 0);
}

function sampleIn(line: string): Sample | undefined {
  const [, name, inner = "", value = ""] = SAMPLE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const labels = Object.fromEntries(
    [...inner.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, text]),
  );
  const number = value === "+Inf" ? Infinity : Number(value);
  return Number.isNaN(number) && value !== "NaN"
    ? undefined
    : { name, labels, value: number };
}

function familyOf(
  name: string,
  types: ReadonlyMap<string, string>,
): string | undefined {
  if (types.has(name)) return name;
  const family = name.replace(/_(bucket|sum|count)$/, "");
  return types.get(family) === "histogram" ? family : undefined;
}

/** Buckets of a histogram grow, and the last holds all. */
function unsound(samples: readonly Sample[]): string[] {
  const buckets = samples.filter(({ name }) => name.endsWith("_bucket"));
  const series = Map.groupBy(
    buckets,
    ({ name, labels: { le: _, ...labels } }) => JSON.stringify([name, labels]),
  );
  return [...series].flatMap(([key, list]) => {
    const grows = list.every(({ value }, n) =>
      value >= (list[n - 1]?.value ?? 0)
    );
    const last = list.at(-1);
    const [name, labels] = JSON.parse(key);
    const count = sumOf({ samples }, name.replace("_bucket", "_count"), labels);
    const isWhole = last?.labels.le === "+Inf" && last.value === count;
    return grows && isWhole ? [] : [`${key} is no histogram`];
  });
}

const TYPE =
  /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram|summary|untyped)$/;
const SAMPLE =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"/g;
