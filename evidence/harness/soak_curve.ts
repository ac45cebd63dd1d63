import type { SoakSample } from "./soak.ts";

/** Draws the memory of a soak over its minutes: resident above, heap below, each from 0 in its scale. */
export function soakCurve(samples: readonly SoakSample[]): string {
  const minutes = samples.at(-1)?.minute ?? 1;
  const times = Array.from({ length: 11 }, (_, n) => n * minutes / 10);
  const bottom = 2 * PANEL - 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${
    LEFT + WIDTH + 30
  } ${bottom + 50}" font-family="sans-serif" font-size="14">
<title>Memory of the soak over its minutes</title>
<rect width="100%" height="100%" fill="white"/>
${
    panel(samples.map(({ minute, rssBytes }) => [minute, rssBytes]), {
      title: "Resident memory, MiB",
      colour: "#b3541e",
      top: 0,
    })
  }
${
    panel(samples.map(({ minute, heapBytes }) => [minute, heapBytes]), {
      title: "Heap after a collection of all garbage, MiB",
      colour: "#1e5fb3",
      top: PANEL,
    })
  }
${
    times.map((minute) => {
      const x = LEFT + WIDTH * minute / minutes;
      return text([x, bottom], "middle", String(Number(minute.toFixed(1))));
    }).join("\n")
  }
${text([LEFT + WIDTH / 2, bottom + 26], "middle", "minutes")}
</svg>
`;
}

interface PanelOptions {
  readonly title: string;
  readonly colour: string;
  readonly top: number;
}

function panel(
  points: readonly (readonly [minute: number, bytes: number])[],
  { title, colour, top }: PanelOptions,
): string {
  const minutes = points.at(-1)?.[0] ?? 1;
  const most = Math.max(...points.map(([, bytes]) => bytes)) / MIB;
  const step = STEPS.find((each) => most / each <= 5) ?? 1_000;
  const highest = Math.ceil(most / step) * step;
  const x = (minute: number) => LEFT + WIDTH * minute / minutes;
  const y = (mib: number) => top + 40 + HEIGHT * (1 - mib / highest);
  const levels = Array.from(
    { length: highest / step + 1 },
    (_, n) => n * step,
  );
  const line = points.map(([minute, bytes]) =>
    `${x(minute).toFixed(1)},${y(bytes / MIB).toFixed(1)}`
  );
  return [
    text([LEFT, top + 24], "start", title, colour),
    ...levels.map((mib) =>
      `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(mib).toFixed(1)}" y2="${
        y(mib).toFixed(1)
      }" stroke="#ddd"/>${text([LEFT - 8, y(mib) + 5], "end", String(mib))}`
    ),
    `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${
      line.join(" ")
    }"/>`,
  ].join("\n");
}

function text(
  [x, y]: readonly [number, number],
  anchor: "start" | "middle" | "end",
  content: string,
  colour = "#444",
): string {
  return `<text x="${x.toFixed(1)}" y="${
    y.toFixed(1)
  }" text-anchor="${anchor}" fill="${colour}">${content}</text>`;
}

const MIB = 2 ** 20;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const LEFT = 56;
const WIDTH = 760;
const HEIGHT = 150;
const PANEL = 220;
