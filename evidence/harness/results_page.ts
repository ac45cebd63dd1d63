/**
 * Keeps what was measured of the harness, one JSON file a program, and the page for people that has
 * all of it.
 *
 * @module
 */
import { type Circumstances, print } from "../record.ts";
import type { Numbers } from "./bench_harness.ts";
import type { Fairness } from "./fairness.ts";
import { fairnessText } from "./fairness_page.ts";
import { numbersText } from "./numbers_page.ts";
import type { Soak } from "./soak.ts";
import { soakText } from "./soak_page.ts";

/** Results, by the file that keeps them. */
export interface ResultFiles {
  readonly "results.json": Numbers;
  readonly "fairness.json": Fairness;
  readonly "soak.json": Soak;
}

/** Writes one program's results, and the page anew; prints the page. */
export async function keepResults<File extends keyof ResultFiles>(
  file: File,
  results: ResultFiles[File],
): Promise<void> {
  await Deno.writeTextFile(
    new URL(file, HERE),
    JSON.stringify(results, null, 2) + "\n",
  );
  const text = await page();
  await Deno.writeTextFile(new URL("results.md", HERE), text);
  print(text);
}

async function page(): Promise<string> {
  const numbers = await read("results.json");
  const fairness = await read("fairness.json");
  const soak = await read("soak.json");
  const sections = [
    "# The harness beside its peers and its goals\n",
    numbers && numbersText(numbers, fairness) + source(numbers),
    fairness && fairnessText(fairness) + source(fairness),
    soak && soakText(soak) + source(soak),
  ];
  return sections.filter((text) => text !== undefined).join("\n");
}

async function read<File extends keyof ResultFiles>(
  file: File,
): Promise<ResultFiles[File] | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(new URL(file, HERE)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function source(
  { circumstances }: { readonly circumstances: Circumstances },
): string {
  const { command, date, machine, versions } = circumstances;
  const names = Object.entries(versions).map((pair) => pair.join(" "));
  return `\n\`${command}\` · ${date} · ${machine} · ${names.join(", ")}\n`;
}

const HERE = new URL("./", import.meta.url);
