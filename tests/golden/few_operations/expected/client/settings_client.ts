/**
 * The part of the client about settings.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A setting of the system. */
export interface Setting {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The setting's value. */
  readonly value: string | null;
}

/** The body to change some fields of one setting. */
export interface SettingPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The setting's value. */
  readonly value?: string | null;
}

/** Calls the operations about settings. */
export class SettingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Change some fields of one setting. */
  async patch(
    id: string,
    body: SettingPatch,
    options: ConditionalOptions = {},
  ): Promise<Setting> {
    return await this.#caller.send<Setting>({
      method: "PATCH",
      path: `/settings/${segment(id)}`,
      body,
      options,
    });
  }
}
