/** How much of one file was reached. */
export interface FileCoverage {
  /** Its name within the folder. */
  readonly file: string;
  readonly lines: number;
  readonly linesHit: number;
  readonly branches: number;
  readonly branchesHit: number;
  /** Lines that were not reached: `12` or `12-15`. */
  readonly missed: readonly string[];
}

/** Reads a report in the format of lcov, of the files directly in a folder. */
export function parseLcov(report: string, folder: URL): FileCoverage[] {
  return report.split("end_of_record").flatMap((record) => {
    const path = /^SF:(.*)$/m.exec(record)?.[1];
    if (!path?.startsWith(folder.pathname)) return [];
    const number = (key: string) =>
      Number(new RegExp(`^${key}:(\\d+)$`, "m").exec(record)?.[1] ?? 0);
    const missed = [...record.matchAll(/^DA:(\d+),0$/gm)]
      .map(([, line]) => Number(line));
    return [{
      file: path.slice(folder.pathname.length),
      lines: number("LF"),
      linesHit: number("LH"),
      branches: number("BRF"),
      branchesHit: number("BRH"),
      missed: ranges(missed),
    }];
  });
}

function ranges(lines: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => from === to ? `${from}` : `${from}-${to}`);
}
