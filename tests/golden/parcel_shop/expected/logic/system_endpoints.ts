/**
 * All endpoints of the system's own.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import type { CustomEndpoint } from "../kit/custom_endpoint.ts";
import { QUOTE_ENDPOINT } from "./quote_endpoint.ts";

/** The endpoints that the blueprint has. */
export const SYSTEM_ENDPOINTS: readonly CustomEndpoint<Client>[] = [
  QUOTE_ENDPOINT,
];
