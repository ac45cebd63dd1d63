/**
 * Adds up what several workers have counted, in the Prometheus text format.
 *
 * @module
 */

/**
 * Makes one text of those of all workers. Counters and histograms are their exact sums, also with those of workers that
 * are `gone`: a counter never falls. What is measured is added up, or is the largest or the smallest, as
 * {@link gaugeRule} says; those that are gone measure nothing.
 */
export function sumMetrics(
  texts: readonly string[],
  gone: readonly string[] = [],
): string {
  const families = new Map<string, Family>();
  for (const text of texts) addText(families, text, () => true);
  for (const text of gone) addText(families, text, (type) => type !== "gauge");
  return [...families.values()].map(({ head, samples }) =>
    [...head, ...[...samples].map(([key, value]) => `${key} ${value}\n`)]
      .join("")
  ).join("");
}

/** How what several workers measure becomes one value. */
export function gaugeRule(name: string): (a: number, b: number) => number {
  if (name === "process_start_time_seconds") return Math.min;
  return LARGEST.test(name) ? Math.max : add;
}

interface Family {
  readonly head: readonly string[];
  readonly samples: Map<string, number>;
}

function addText(
  families: Map<string, Family>,
  text: string,
  counts: (type: string) => boolean,
): void {
  let family: Family | undefined;
  let join: (a: number, b: number) => number = add;
  let help = "";
  for (const line of text.split("\n")) {
    if (line === "") continue;
    if (line.startsWith("# HELP ")) {
      help = `${line}\n`;
      continue;
    }
    const [, name, type] = TYPE.exec(line) ?? [];
    if (name !== undefined && type !== undefined) {
      family = undefined;
      if (counts(type)) {
        family = families.get(name) ??
          { head: [help, `${line}\n`], samples: new Map() };
        families.set(name, family);
        join = type === "gauge" ? gaugeRule(name) : add;
      }
      help = "";
      continue;
    }
    if (!family) continue;
    const end = line.lastIndexOf(" ");
    const key = line.slice(0, end);
    const value = Number(line.slice(end + 1));
    const known = family.samples.get(key);
    family.samples.set(key, known === undefined ? value : join(known, value));
  }
}

function add(a: number, b: number): number {
  return a + b;
}

const TYPE = /^# TYPE (\S+) (\S+)$/;
/** All threads have the memory of one process; a state, a mark or a moment is not more because several have it. */
const LARGEST =
  /^process_resident_memory_bytes$|_(?:state|restarting|high_water|seconds)$/;
