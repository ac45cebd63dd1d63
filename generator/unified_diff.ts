/**
 * Shows how a text was changed, as `diff -u` does, so that it can be read and applied.
 *
 * @module
 */

/** A text before and after; undefined where there is no such file. */
export interface TextChange {
  /** Its path, as it is shown. */
  readonly path: string;
  /** As it was. */
  readonly before?: string | undefined;
  /** As it is. */
  readonly after?: string | undefined;
}

/** Renders a change with three lines around each part of it; empty when nothing has changed. */
export function unifiedDiff({ path, before, after }: TextChange): string {
  if (before === after) return "";
  const hunks = hunksOf(compareLines(linesOf(before), linesOf(after)));
  return [
    before === undefined ? "--- /dev/null" : `--- a/${path}`,
    after === undefined ? "+++ /dev/null" : `+++ b/${path}`,
    ...hunks,
    "",
  ].join("\n");
}

/** A line that both have, or only one. */
interface ComparedLine {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** The last line may lack its end, which is a change too. */
function linesOf(text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  const lines = text.split("\n");
  const last = lines.pop();
  return last === "" || last === undefined
    ? lines
    : [...lines, `${last}${NO_NEWLINE}`];
}

function compareLines(
  before: readonly string[],
  after: readonly string[],
): ComparedLine[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const same = (text: string): ComparedLine => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(same),
    ...compareMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(same),
  ];
}

/** Keeps the longest common subsequence; of what is too long to compare, nothing. */
function compareMiddle(
  before: readonly string[],
  after: readonly string[],
): ComparedLine[] {
  const removed = (text: string): ComparedLine => ({ sign: "-", text });
  const added = (text: string): ComparedLine => ({ sign: "+", text });
  if (before.length * after.length > MOST_COMPARED) {
    return [...before.map(removed), ...after.map(added)];
  }
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j]
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, young] = [before[i], after[j]];
    if (old !== undefined && old === young) {
      lines.push({ sign: " ", text: old });
      i++;
      j++;
    } else if (
      old !== undefined &&
      (young === undefined || at(i + 1, j) >= at(i, j + 1))
    ) {
      lines.push(removed(old));
      i++;
    } else {
      lines.push(added(young ?? ""));
      j++;
    }
  }
  return lines;
}

function hunksOf(lines: readonly ComparedLine[]): string[] {
  const shown = new Set<number>();
  lines.forEach(({ sign }, index) => {
    if (sign === " ") return;
    for (let near = index - AROUND; near <= index + AROUND; near++) {
      if (near >= 0 && near < lines.length) shown.add(near);
    }
  });
  const hunks: string[] = [];
  let [old, young] = [1, 1];
  let hunk: ComparedLine[] = [];
  const close = () => {
    if (hunk.length === 0) return;
    const removed = hunk.filter(({ sign }) => sign !== "+").length;
    const added = hunk.filter(({ sign }) => sign !== "-").length;
    const range = (next: number, count: number) =>
      `${count === 0 ? next - 1 : next - count},${count}`;
    hunks.push(
      `@@ -${range(old, removed)} +${range(young, added)} @@`,
      ...hunk.map(({ sign, text }) => `${sign}${text}`),
    );
    hunk = [];
  };
  lines.forEach((line, index) => {
    if (!shown.has(index)) close();
    else hunk.push(line);
    if (line.sign !== "+") old++;
    if (line.sign !== "-") young++;
  });
  close();
  return hunks;
}

const AROUND = 3;
const MOST_COMPARED = 4_000_000;
const NO_NEWLINE = "\n\\ No newline at end of file";
