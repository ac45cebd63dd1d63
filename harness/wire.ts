/**
 * Messages as bytes and back: {@linkcode MessageProtocol} writes CloudEvents 1.0 in JSON, with dates,
 * bigint, maps, sets, bytes and errors intact, and checks data by schemas. An entry point of its own,
 * because nothing inside one process needs it.
 *
 * @module
 */
export {
  MessageError,
  type MessageErrorCode,
  type MessageIssue,
} from "./message_error.ts";
export {
  MessageProtocol,
  type MessageProtocolOptions,
  type SerializeOptions,
} from "./message_protocol.ts";
export type {
  StandardIssue,
  StandardResult,
  StandardSchema,
} from "./standard_schema.ts";
export type { MessageCompression } from "./wire_frame.ts";
