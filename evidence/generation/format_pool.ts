/**
 * Formats files in several workers at once: the variant that the generator would use if it won.
 *
 * @module
 */

/** A rendered file. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}

/** A pool of workers, each with a formatter of its own. */
export class FormatPool implements Disposable {
  readonly #workers: readonly Worker[];

  private constructor(workers: readonly Worker[]) {
    this.#workers = workers;
  }

  /** Starts workers and waits until they have loaded their formatters. */
  static async start(size: number): Promise<FormatPool> {
    const url = new URL("format_worker.ts", import.meta.url);
    const workers = Array.from(
      { length: size },
      () => new Worker(url, { type: "module" }),
    );
    await Promise.all(workers.map(answer));
    return new FormatPool(workers);
  }

  /** Formats files; longest first, each to the worker that has the least to do. */
  async format(files: readonly RenderedFile[]): Promise<RenderedFile[]> {
    const shares = this.#workers.map(() => ({
      length: 0,
      files: [] as RenderedFile[],
    }));
    const longestFirst = files.toSorted((a, b) =>
      b.text.length - a.text.length
    );
    for (const file of longestFirst) {
      const share = shares.reduce((a, b) => b.length < a.length ? b : a);
      share.files.push(file);
      share.length += file.text.length;
    }
    const formatted = await Promise.all(this.#workers.map((worker, i) => {
      const answered = answer(worker);
      worker.postMessage(shares[i]?.files ?? []);
      return answered;
    }));
    return formatted.flat();
  }

  /** Ends the workers. */
  [Symbol.dispose](): void {
    for (const worker of this.#workers) worker.terminate();
  }
}

function answer(worker: Worker): Promise<RenderedFile[]> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  });
}
