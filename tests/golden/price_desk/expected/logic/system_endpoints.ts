/**
 * All endpoints of the system's own.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import type { CustomEndpoint } from "../kit/custom_endpoint.ts";
import { CONVERSION_ENDPOINT } from "./conversion_endpoint.ts";
import { SHOWING_ENDPOINT } from "./showing_endpoint.ts";

/** The endpoints that the blueprint has. */
export const SYSTEM_ENDPOINTS: readonly CustomEndpoint<Client>[] = [
  CONVERSION_ENDPOINT,
  SHOWING_ENDPOINT,
];
