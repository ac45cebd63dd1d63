/**
 * Where a provider is asked, and whether a key may be sent there.
 *
 * @module
 */
import { ModelFailure } from "../language_model.ts";
import type { ApiKey } from "./api_key.ts";
import type { GivenText } from "./given_values.ts";

/** A checked address. */
export interface BaseUrl {
  /** The address, without a slash at its end. */
  readonly href: string;
  /** Whether it is on this machine. */
  readonly isLocal: boolean;
}

/**
 * Checks the address of a provider. A key in the environment is sent to it with every question, so a file that only lies in
 * the working directory, such as one of a repository that was fetched, cannot name a server elsewhere.
 *
 * @throws {ModelFailure} when it is none, holds a secret itself, or is not safe to send the key to.
 */
export function checkBaseUrl(
  { value, origin, isTrusted }: GivenText,
  key: ApiKey | undefined,
): BaseUrl {
  const refuse = (why: string): never => {
    throw new ModelFailure(
      "not configured",
      `Cannot use the base URL from ${origin}: ${why}`,
    );
  };
  if (!URL.canParse(value)) {
    return refuse("found no address, wanted one such as https://host/v1");
  }
  const url = new URL(value);
  const { protocol, hostname, username, password, search, hash } = url;
  if (protocol !== "https:" && protocol !== "http:") {
    return refuse(`found "${protocol}", wanted https: or http:`);
  }
  if (username || password || search || hash) {
    return refuse(
      "found a name, a password, a query or a fragment in it, wanted none: keys stand in the environment only",
    );
  }
  const isLocal = LOCAL.test(hostname);
  const shown = `${protocol}//${url.host}`;
  if (!isLocal && !isTrusted) {
    return refuse(
      `found "${shown}", wanted an address on this machine: this file was not named by you, and your key would be sent there; ` +
        "give the address by --base-url or AUTOCODER_BASE_URL, or name the file by --model-config",
    );
  }
  const isOpen = protocol === "http:" && !isLocal;
  if (isOpen && key && key.variable !== "AUTOCODER_API_KEY") {
    return refuse(
      `found "${shown}", wanted https: for ${key.variable}, which would travel readable to all; ` +
        "use https:, or set AUTOCODER_API_KEY to the key (or any word) that is meant for this server",
    );
  }
  return { href: url.href.replace(/\/+$/, ""), isLocal };
}

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
