/** Something that takes a place in a layer: a node, or an arrow that passes. */
export interface Row {
  /** Its layer, from 0. */
  readonly layer: number;
  /** Room that it takes from top to bottom. */
  readonly height: number;
  /** Those in the layers beside it to which it is joined. */
  readonly near: number[];
}

/**
 * Places rows within their layers, so that those which are joined are near each other and few joints
 * cross: the order comes from the mean place of the neighbours, swept forth and back. Returns the top of each.
 */
export function placeRows(
  rows: readonly Row[],
  shown: readonly number[],
): (number | undefined)[] {
  const layers = layersIn(rows, shown);
  const tops: (number | undefined)[] = [];
  const place = new Map<number, number>();
  for (const layer of layers) setPlaces(layer, place);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0;
    for (const layer of isForth ? layers : layers.toReversed()) {
      const wish = new Map(layer.map((row) => {
        const before = rows[row]!.near.filter((other) =>
          isForth
            ? rows[other]!.layer < rows[row]!.layer
            : rows[other]!.layer > rows[row]!.layer
        );
        return [row, mean(before.map((other) => place.get(other)!))];
      }));
      layer.sort((a, b) =>
        (wish.get(a) ?? place.get(a)!) - (wish.get(b) ?? place.get(b)!)
      );
      setPlaces(layer, place);
    }
  }
  for (const layer of layers) stack(layer, rows, tops);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0;
    for (const layer of isForth ? layers : layers.toReversed()) {
      settle(layer, rows, tops);
    }
  }
  const least = Math.min(...shown.map((row) => tops[row]!));
  for (const row of shown) tops[row] = Math.round(tops[row]! - least + TOP);
  return tops;
}

function layersIn(rows: readonly Row[], shown: readonly number[]): number[][] {
  const layers: number[][] = [];
  for (const row of shown) (layers[rows[row]!.layer] ??= []).push(row);
  return [...layers].map((layer) => layer ?? []);
}

/** Places count in parts of the layer's length, so that layers of different lengths compare. */
function setPlaces(layer: readonly number[], place: Map<number, number>): void {
  layer.forEach((row, index) => place.set(row, (index + 0.5) / layer.length));
}

function stack(
  layer: readonly number[],
  rows: readonly Row[],
  tops: (number | undefined)[],
): void {
  const height = layer.reduce((sum, row) => sum + rows[row]!.height + GAP, 0);
  let top = -height / 2;
  for (const row of layer) {
    tops[row] = top;
    top += rows[row]!.height + GAP;
  }
}

/** Moves every row towards its neighbours as far as the order allows, the layer as a whole to the mean. */
function settle(
  layer: readonly number[],
  rows: readonly Row[],
  tops: (number | undefined)[],
): void {
  const wishes = layer.map((row) => {
    const middles = rows[row]!.near.map((other) =>
      tops[other]! + rows[other]!.height / 2
    );
    return (mean(middles) ?? tops[row]! + rows[row]!.height / 2) -
      rows[row]!.height / 2;
  });
  let least = -Infinity;
  layer.forEach((row, index) => {
    tops[row] = Math.max(wishes[index]!, least);
    least = tops[row]! + rows[row]!.height + GAP;
  });
  const drift = mean(layer.map((row, index) => tops[row]! - wishes[index]!));
  for (const row of layer) tops[row]! -= drift ?? 0;
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const SWEEPS = 8;
const GAP = 28;
const TOP = 16;
