/**
 * Finds the fenced blocks of a Markdown text, as CommonMark has them, at any indentation.
 *
 * @module
 */

/** A fenced block. */
export interface FencedBlock {
  /** What stands after the opening fence. */
  readonly info: string;
  /** What stands between the fences, without the indentation of the opening one. */
  readonly text: string;
  /** The last line above the block with anything in it, down from the block before; empty where there is none. */
  readonly above: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** Whether it has a closing fence; without one the text was cut off. */
  readonly closed: boolean;
}

/** Lists the blocks in their order. A block ends at a fence at least as long as its own, with nothing after it. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { fence: Fence; line: number; lines: string[] } | undefined;
  let above = "";
  const end = (closed: boolean) => {
    if (!open) return;
    const { fence, line, lines } = open;
    const text = lines.map((text) => `${text}\n`).join("");
    blocks.push({ info: fence.info, text, above, line, closed });
    open = undefined;
    above = "";
  };
  for (const [index, text] of markdown.split(/\r\n|\n|\r/).entries()) {
    const fence = fenceIn(text);
    if (!open) {
      if (fence) open = { fence, line: index + 1, lines: [] };
      else if (text.trim() !== "") above = text;
    } else if (fence && closes(fence, open.fence)) {
      end(true);
    } else {
      open.lines.push(withoutIndent(text, open.fence.indent));
    }
  }
  end(false);
  return blocks;
}

interface Fence {
  readonly indent: number;
  readonly marks: string;
  readonly info: string;
}

function fenceIn(line: string): Fence | undefined {
  const parts = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line);
  if (!parts) return undefined;
  const [, space = "", marks = "", rest = ""] = parts;
  if (marks.startsWith("`") && rest.includes("`")) return undefined;
  return { indent: space.length, marks, info: rest.trim() };
}

function closes(fence: Fence, opening: Fence): boolean {
  return fence.info === "" && fence.marks[0] === opening.marks[0] &&
    fence.marks.length >= opening.marks.length;
}

function withoutIndent(line: string, indent: number): string {
  const space = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(space, indent));
}
