/**
 * Messages of several types, as bytes and back; and what becomes of messages that cannot be handled:
 * retries, an error port, dead letters, redrive.
 *
 *     deno run examples/harness/message_types_demo.ts
 *
 * Needs no permission.
 *
 * @module
 */
import { recoveryPart } from "./message_types/recovery_part.ts";
import { wirePart } from "./message_types/wire_part.ts";
import { Transcript } from "./transcript.ts";

const transcript = new Transcript();
await wirePart(transcript);
await recoveryPart(transcript);
transcript.end();
