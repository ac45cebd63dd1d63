/**
 * A small system of which a model writes whole files.
 *
 * @module
 */

/** Its blueprint. */
export const NOTE_BOOK = `system: notes
store: { engine: memory }
entities:
  note:
    fields:
      text: { type: string, required: true, maxLength: 20 }
      size: { type: integer, min: 1 }
`;
