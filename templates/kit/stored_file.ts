/**
 * What is known of a file, as entities and clients have it.
 *
 * @module
 */

/** What is known of a file, as clients see it. */
export interface StoredFile {
  /** Its id, another for every upload. */
  readonly id: string;
  /** The name that a client gave it; never a path. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  /** How many bytes it has. */
  readonly size: number;
  /** The SHA-256 of its bytes, in hex. */
  readonly sha256: string;
  /** Where it is read. */
  readonly url: string;
}

/** What a file may be. */
export interface FileRule {
  /** The most bytes. */
  readonly maxBytes: number;
  /** The media types. @default any */
  readonly accept?: readonly string[];
}
