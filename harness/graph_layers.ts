/** An arrow between two places in a list. */
export interface Arrow {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Whether it says nothing about who comes first, as an answer does. */
  readonly isLoose?: boolean;
}

/**
 * Assigns layers so that whoever receives is in a later layer than whoever sends: the longest way from
 * a source. Arrows that would close a circle do not count. A source moves up to its first receiver.
 */
export function layersOf(count: number, arrows: readonly Arrow[]): number[] {
  const forward = withoutCircles(count, arrows);
  const layers = new Array<number>(count).fill(0);
  const open = new Array<number>(count).fill(0);
  for (const { to } of forward) open[to]!++;
  const outgoing = Map.groupBy(forward, ({ from }) => from);
  const ready = [...open.keys()].filter((node) => open[node] === 0);
  const sources = [...ready];
  for (const node of ready) {
    for (const { to } of outgoing.get(node) ?? []) {
      layers[to] = Math.max(layers[to]!, layers[node]! + 1);
      if (--open[to]! === 0) ready.push(to);
    }
  }
  for (const node of sources) {
    const next = (outgoing.get(node) ?? []).map(({ to }) => layers[to]!);
    if (next.length > 0) layers[node] = Math.min(...next) - 1;
  }
  return layers;
}

/** Leaves out the arrows that lead back to where a walk from the first nodes came from. */
function withoutCircles(count: number, arrows: readonly Arrow[]): Arrow[] {
  const firm = arrows.filter(({ from, to, isLoose }) =>
    !isLoose && from !== to
  );
  const outgoing = Map.groupBy(firm, ({ from }) => from);
  const entered = new Set(firm.map(({ to }) => to));
  const nodes = [...Array(count).keys()];
  const starts = nodes.filter((node) => !entered.has(node));
  const state = new Map<number, "open" | "done">();
  const back = new Set<Arrow>();
  for (const start of [...starts, ...nodes]) {
    if (state.has(start)) continue;
    // Without recursion: a chain of components may be longer than the call stack.
    const stack = [{ node: start, next: 0 }];
    state.set(start, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const arrow = outgoing.get(top.node)?.[top.next++];
      if (arrow === undefined) {
        state.set(top.node, "done");
        stack.pop();
      } else if (state.get(arrow.to) === "open") {
        back.add(arrow);
      } else if (!state.has(arrow.to)) {
        state.set(arrow.to, "open");
        stack.push({ node: arrow.to, next: 0 });
      }
    }
  }
  return firm.filter((arrow) => !back.has(arrow));
}
