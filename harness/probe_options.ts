/** Settings of a probe. */
export interface ProbeOptions {
  /**
   * Name of the type of what passes by its port, compared by `connect()`.
   * @default any
   */
  readonly type?: string;
}
