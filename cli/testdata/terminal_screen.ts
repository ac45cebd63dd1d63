/**
 * What stands on a terminal after some text: enough of one for what this program writes.
 *
 * @module
 */

/** Gives the lines of the screen, from its top, without those at its end that are empty. */
export function terminalScreen(text: string): string[] {
  const lines = [""];
  let row = 0;
  let column = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    const line = lines[row] ?? "";
    const move = MOVE.exec(token);
    if (move) {
      if (move[2] === "A") row = Math.max(0, row - Number(move[1] || 1));
      else if (move[2] === "J") {
        lines.splice(row + 1);
        lines[row] = line.slice(0, column);
      } else throw new RangeError(`Cannot show ${JSON.stringify(token)}`);
    } else if (token === "\r") column = 0;
    else if (token === "\n") {
      row += 1;
      column = 0;
      lines[row] ??= "";
    } else {
      lines[row] = line.padEnd(column).slice(0, column) + token +
        line.slice(column + token.length);
      column += token.length;
    }
  }
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

// deno-lint-ignore no-control-regex
const TOKENS = /\x1b\[[\d;]*[A-Za-z]|[\r\n]|[^\x1b\r\n]+|\x1b/g;
// deno-lint-ignore no-control-regex
const MOVE = /^\x1b\[(\d*)([A-Za-z])$/;
