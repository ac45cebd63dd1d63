import type { Transcript } from "../transcript.ts";

/** Has the next day begin in a process of its own, which finds nothing of this one but the dead letters. */
export async function night(transcript: Transcript): Promise<void> {
  transcript.part("The next day, in another process");
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "--quiet", "--no-prompt", ...PERMISSIONS, NEXT_DAY],
  }).output();
  const decoder = new TextDecoder();
  const told = decoder.decode(stdout) + decoder.decode(stderr);
  for (const line of told.trim().split("\n")) transcript.say(`  ${line}`);
  transcript.equal("it exits with", code, 0);
}

/** Where the dead letters of the shop are kept. */
export const LETTERS_FOLDER = "dist/web_shop";
/** The file of the dead letters. */
export const LETTERS_FILE = `${LETTERS_FOLDER}/dead_letters.jsonl`;

const NEXT_DAY = "examples/harness/pipeline/next_day.ts";
const PERMISSIONS = [
  `--allow-read=${LETTERS_FOLDER},examples/harness/pipeline,harness`,
  `--allow-write=${LETTERS_FOLDER}`,
];
