import type { StopError } from "./stop_report.ts";

/** Resources that several components share, disposed last one first. */
export class ResourceStack {
  readonly #resources: {
    readonly name: string;
    readonly resource: Disposable | AsyncDisposable;
  }[] = [];

  /** Takes charge of a resource. */
  own(name: string, resource: Disposable | AsyncDisposable): void {
    this.#resources.push({ name, resource });
  }

  /** Disposes them all; one that throws does not keep the others. */
  async disposeAll(): Promise<StopError[]> {
    const errors: StopError[] = [];
    for (const { name, resource } of this.#resources.splice(0).reverse()) {
      try {
        if (Symbol.asyncDispose in resource) {
          await resource[Symbol.asyncDispose]();
        } else resource[Symbol.dispose]();
      } catch (error) {
        errors.push({ name, error });
      }
    }
    return errors;
  }
}
