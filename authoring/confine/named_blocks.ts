/**
 * Finds out which fenced block of an answer is which file.
 *
 * @module
 */
import { type FencedBlock, fencedBlocks } from "./fenced_blocks.ts";

/** A block and the file that it is meant to be. */
export interface NamedBlock {
  /** As the answer writes it. */
  readonly path: string;
  readonly block: FencedBlock;
}

/**
 * Lists the blocks that are meant for files: those whose info string says `file=`. Small models forget it; so where no block
 * says it, a block is the wanted file that is named elsewhere in the info string, in its first line, a comment, or in the line
 * above it. Blocks without any name are the wanted files that are left, in their order, where there are as many. Which paths may
 * be written does not depend on it: none but wanted ones are found in these ways.
 */
export function namedBlocks(
  answer: string,
  wanted: readonly string[],
): NamedBlock[] {
  const blocks = fencedBlocks(answer);
  const said = blocks.flatMap((block) => {
    const path = pathIn(block.info);
    return path === undefined ? [] : [{ path, block }];
  });
  const named = said.length > 0
    ? said
    : blocks.flatMap((block) => nameElsewhere(block, wanted));
  const left = wanted.filter((path) => !named.some((one) => one.path === path));
  const nameless = blocks.filter(({ line, info }) =>
    !named.some(({ block }) => block.line === line) &&
    left.some((path) => isWrittenIn(info, path))
  );
  if (nameless.length !== left.length) return named;
  return [
    ...named,
    ...nameless.flatMap((block, at) => {
      const path = left[at];
      return path === undefined ? [] : [{ path, block }];
    }),
  ];
}

/** Tells whether a block may be a file, by its language. */
function isWrittenIn(info: string, path: string): boolean {
  const [language = ""] = info.toLowerCase().split(/\s/);
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return language === "" || language === ending ||
    (LANGUAGES[ending] ?? []).includes(language);
}

/** The path in an info string: `file=a/b.ts`, also in quotes. */
function pathIn(info: string): string | undefined {
  const found = /(?:^|\s)file=(?:"([^"]*)"|'([^']*)'|(\S*))/.exec(info);
  return found ? found[1] ?? found[2] ?? found[3] ?? "" : undefined;
}

function nameElsewhere(
  block: FencedBlock,
  wanted: readonly string[],
): NamedBlock[] {
  const [inInfo, other] = pathsNamed(block.info, wanted);
  if (inInfo !== undefined && other === undefined) {
    return [{ path: inInfo, block }];
  }
  const parts = namedParts(block, wanted);
  if (parts.length > 0) return parts;
  const [above, another] = pathsNamed(block.above, wanted);
  return above === undefined || another !== undefined
    ? []
    : [{ path: above, block }];
}

/** The files in a block that begins with a comment of nothing but a name: each goes on to the next such comment. */
function namedParts(
  block: FencedBlock,
  wanted: readonly string[],
): NamedBlock[] {
  const lines = block.text.split("\n");
  const heads = lines.flatMap((text, at) => {
    const [, path = ""] = NAME_ALONE.exec(text) ?? [];
    return wanted.includes(path) ? [{ path, at }] : [];
  });
  if (heads[0]?.at !== 0) return [];
  return heads.map(({ path, at }, index) => {
    const next = heads[index + 1];
    const text = lines.slice(at + 1, next?.at ?? -1)
      .map((one) => `${one}\n`).join("");
    // The last one alone can be cut off.
    const closed = next !== undefined || block.closed;
    const line = block.line + at;
    return { path, block: { ...block, text, line, closed } };
  });
}

/** The wanted paths that stand in a text, each as a whole: `b.ts` does not stand in `a/b.ts`. */
function pathsNamed(text: string, wanted: readonly string[]): string[] {
  const words = text.split(/[\s`'"*()[\]{}<>:;,=]+/);
  return wanted.filter((path) => words.includes(path));
}

/** A comment of nothing but a path. */
const NAME_ALONE =
  /^\s*(?:\/\/|\/\*+|#|--|<!--)\s*(?:file(?:name)?\s*[:=]\s*)?[`"']?([^\s`"']+)[`"']?\s*(?:\*\/|-->)?\s*$/i;

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  ts: ["typescript", "tsx", "js", "javascript"],
  md: ["markdown"],
};
