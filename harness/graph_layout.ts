import { type Arrow, layersOf } from "./graph_layers.ts";
import { placeRows, type Row } from "./graph_rows.ts";

/** A rectangle, by its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The way of an arrow, and where there is room for what is said of it. */
export interface Way {
  /** As the `d` of an SVG path. */
  readonly path: string;
  /** Place of the label. */
  readonly label: Box;
}

/** Where everything is. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** One a node, in the order of the nodes. */
  readonly boxes: readonly Box[];
  /** One an arrow, in the order of the arrows. */
  readonly ways: readonly Way[];
}

/**
 * Lays nodes out in layers from left to right, receivers to the right of their senders, in the way of
 * Sugiyama, Tagawa and Toda (https://doi.org/10.1109/TSMC.1981.4308636): long arrows get a place in
 * every layer that they cross, and the order within the layers is turned towards fewer crossings.
 * Nodes without arrows stand in rows below.
 */
export function layOutGraph(
  count: number,
  arrows: readonly Arrow[],
): GraphLayout {
  const layers = layersOf(count, arrows);
  const connected = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const routes = arrows.map((arrow) => routeOf(arrow, layers));
  const sides = endsBySide(routes);
  const rows: Row[] = layers.map((layer, node) => ({
    layer,
    height: heightOf(node, sides),
    near: [],
  }));
  for (const route of routes) addWaypoints(route, rows);
  const shown = [...rows.keys()].filter((i) => i >= count || connected.has(i));
  const tops = placeRows(rows, shown);
  const boxes: Box[] = [...Array(count).keys()].map((node) => ({
    x: MARGIN + layers[node]! * (BOX_WIDTH + GAP),
    y: tops[node] ?? 0,
    width: BOX_WIDTH,
    height: rows[node]!.height,
  }));
  const alone = [...boxes.keys()].filter((node) => !connected.has(node));
  const columns = Math.max(3, ...layers.map((layer) => layer + 1));
  const bottom = Math.max(
    0,
    ...shown.map((row) => tops[row]! + rows[row]!.height + ROW_GAP),
  );
  alone.forEach((node, place) => {
    boxes[node] = {
      x: MARGIN + (place % columns) * (BOX_WIDTH + GAP),
      y: bottom + MARGIN + Math.floor(place / columns) * (BOX_HEIGHT + ROW_GAP),
      width: BOX_WIDTH,
      height: BOX_HEIGHT,
    };
  });
  const ways = drawWays(routes, sides, boxes, tops);
  const right = Math.max(
    0,
    ...boxes.map(({ x, width }) => x + width),
    ...ways.map(({ label }) => label.x + label.width),
  );
  const low = Math.max(
    bottom - ROW_GAP,
    ...boxes.map(({ y, height }) => y + height),
    ...ways.map(({ label }) => label.y + label.height),
  );
  return { width: right + MARGIN, height: low + MARGIN, boxes, ways };
}

/** An arrow from left to right, whichever way it points, and the rows it passes between its ends. */
interface Route {
  readonly left: number;
  readonly right: number;
  readonly leftLayer: number;
  readonly isBackward: boolean;
  readonly span: number;
  readonly waypoints: number[];
}

function routeOf({ from, to }: Arrow, layers: readonly number[]): Route {
  const isBackward = layers[to]! < layers[from]!;
  const [left, right] = isBackward ? [to, from] : [from, to];
  const leftLayer = layers[left]!;
  const span = layers[right]! - leftLayer;
  return { left, right, leftLayer, isBackward, span, waypoints: [] };
}

/** One end of a route, at a side of a box. Within a layer, both ends are at the right. */
interface End {
  readonly route: number;
  readonly isFirst: boolean;
}

/** Groups ends by box and side: twice the node, and 1 more at the right. */
function endsBySide(routes: readonly Route[]): ReadonlyMap<number, End[]> {
  const ends = routes.flatMap((_, route): End[] => [
    { route, isFirst: true },
    { route, isFirst: false },
  ]);
  return Map.groupBy(ends, ({ route, isFirst }) => {
    const { left, right, span } = routes[route]!;
    return isFirst ? left * 2 + 1 : right * 2 + (span === 0 ? 1 : 0);
  });
}

function heightOf(node: number, sides: ReadonlyMap<number, End[]>): number {
  const most = Math.max(
    sides.get(node * 2)?.length ?? 0,
    sides.get(node * 2 + 1)?.length ?? 0,
  );
  return Math.max(BOX_HEIGHT, most * SLOT + SLOT / 2);
}

function addWaypoints(route: Route, rows: Row[]): void {
  let last = route.left;
  for (let layer = 1; layer < route.span; layer++) {
    const layerAt = route.leftLayer + layer;
    const next = rows.push({ layer: layerAt, height: SLOT, near: [] }) - 1;
    route.waypoints.push(next);
    join(rows, last, next);
    last = next;
  }
  if (route.span > 0) join(rows, last, route.right);
}

function join(rows: readonly Row[], a: number, b: number): void {
  rows[a]!.near.push(b);
  rows[b]!.near.push(a);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function drawWays(
  routes: readonly Route[],
  sides: ReadonlyMap<number, End[]>,
  boxes: readonly Box[],
  tops: readonly (number | undefined)[],
): Way[] {
  const { starts, ends } = slots(routes, sides, boxes, tops);
  const labels: Box[] = [];
  return routes.map((route, index) => {
    const first = {
      x: boxes[route.left]!.x + BOX_WIDTH,
      y: starts[index]!,
    };
    const last = route.span === 0
      ? { x: boxes[route.right]!.x + BOX_WIDTH, y: ends[index]! }
      : { x: boxes[route.right]!.x, y: ends[index]! };
    const points: Point[] = [first];
    for (const [step, row] of route.waypoints.entries()) {
      const x = MARGIN + (route.leftLayer + step + 1) * (BOX_WIDTH + GAP);
      const y = tops[row]! + SLOT / 2;
      points.push({ x, y }, { x: x + BOX_WIDTH, y });
    }
    points.push(last);
    const label = labelFor(first, points[1]!, route.span === 0, labels);
    labels.push(label);
    if (route.isBackward) points.reverse();
    return { path: curve(points, route.span === 0), label };
  });
}

/** Spreads the ends of arrows along the sides of the boxes, in the order of where they come from. */
function slots(
  routes: readonly Route[],
  sides: ReadonlyMap<number, End[]>,
  boxes: readonly Box[],
  tops: readonly (number | undefined)[],
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  const nextTo = ({ route, isFirst }: End) => {
    const { left, right, waypoints } = routes[route]!;
    const row = isFirst ? waypoints[0] : waypoints.at(-1);
    const box = boxes[isFirst ? right : left]!;
    return row === undefined ? box.y + box.height / 2 : tops[row]! + SLOT / 2;
  };
  for (const [side, own] of sides) {
    const { y, height } = boxes[side >> 1]!;
    own.sort((a, b) => nextTo(a) - nextTo(b) || a.route - b.route);
    const top = y + height / 2 - (own.length - 1) * SLOT / 2;
    own.forEach(({ route, isFirst }, place) => {
      (isFirst ? starts : ends)[route] = top + place * SLOT;
    });
  }
  return { starts, ends };
}

function curve(points: readonly Point[], isLoop: boolean): string {
  let path = `M${points[0]!.x} ${round(points[0]!.y)}`;
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!;
    const middle = isLoop ? from.x + LOOP : (from.x + to.x) / 2;
    path += from.y === to.y && !isLoop
      ? `H${to.x}`
      : `C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${to.x} ${
        round(to.y)
      }`;
  }
  return path;
}

/** Looks for a place on the first stretch of a way where no other label is. */
function labelFor(
  from: Point,
  to: Point,
  isLoop: boolean,
  taken: readonly Box[],
): Box {
  const width = LABEL_WIDTH;
  const height = LABEL_HEIGHT;
  const boxes = LABEL_PLACES.map((t): Box => {
    const x = isLoop
      ? from.x + LOOP + width / 2
      : from.x + (to.x - from.x) * (1.5 * t - 1.5 * t ** 2 + t ** 3);
    const y = from.y + (to.y - from.y) * (3 * t ** 2 - 2 * t ** 3);
    return { x: round(x - width / 2), y: round(y - height / 2), width, height };
  });
  return boxes.find((box) => !taken.some((other) => overlap(box, other))) ??
    boxes[0]!;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width &&
    a.y < b.y + b.height && b.y < a.y + a.height;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const MARGIN = 16;
const BOX_WIDTH = 184;
const BOX_HEIGHT = 76;
const GAP = 192;
const ROW_GAP = 28;
const SLOT = 26;
const LOOP = 44;
const LABEL_WIDTH = 128;
const LABEL_HEIGHT = 24;
const LABEL_PLACES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.3, 0.7];
