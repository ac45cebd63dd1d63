/**
 * Values that a setting must not take.
 *
 * @module
 */
import { CANARY } from "../check_endpoints.ts";
import { hostsIn, numberIn, type ReadSetting } from "./read_settings.ts";

/** A wrong value of a setting. */
export interface BadValue {
  readonly name: string;
  readonly value: string;
  /** What is wrong with it. */
  readonly why: string;
  /** What the message has to tell besides, such as the flag to add. */
  readonly says?: string;
  /** What must not be shown. */
  readonly secret?: boolean;
  /** Other settings, which it needs to matter. */
  readonly besides?: Readonly<Record<string, string>>;
}

/** Lists wrong values of a setting; undefined when its kind is not known. */
export function badValues(
  setting: ReadSetting,
  all: readonly ReadSetting[],
): readonly BadValue[] | undefined {
  const { name, kind } = setting;
  const bad = (why: string, value: string, more: Partial<BadValue> = {}) => ({
    name,
    value,
    why,
    ...more,
  });
  const secret = { secret: true };
  switch (kind) {
    case "integer": {
      const [min, max] = [numberIn(setting, "min"), numberIn(setting, "max")];
      return [
        bad("no number", "many"),
        bad("a fraction", "1.5"),
        ...(min === undefined ? [] : [bad("too small", String(min - 1))]),
        ...(max === undefined ? [] : [bad("too large", String(max + 1))]),
      ];
    }
    case "oneOf":
      return [bad("an unknown word", "no-such-word")];
    case "oneProcess":
      return [bad("more than one", "2"), bad("no number", "many")];
    case "flag":
      return [bad("neither true nor false", "perhaps")];
    case "secretKey":
      return [
        bad("nothing", ""),
        bad("too short", `${CANARY}-x`, secret),
        bad("no secret", "a".repeat(64), secret),
      ];
    case "firstUser":
    case "secretObject":
      return [
        bad("no JSON", `{${CANARY}`, secret),
        bad("no object", `["${CANARY}"]`, secret),
        bad("no such fields", `{"noSuchField":"${CANARY}"}`, secret),
      ];
    case "postgresUrl":
      return [
        bad("no URL of a database", `mysql://u:${CANARY}@127.0.0.1/x`, secret),
        bad("an unknown host", `postgres://u:${CANARY}@db.example.com:5432/x`, {
          ...secret,
          says: "--allow-net",
        }),
        bad("nobody there", `postgres://u:${CANARY}@127.0.0.1:1/x`, secret),
      ];
    case "webhookUrl": {
      const used = { ...secret, besides: webhookSecretFor(all) };
      const [host = "hooks.example.com"] = hostsIn(setting);
      return [
        bad("no URL", CANARY, used),
        bad("not encrypted", `http://${host}/${CANARY}`, used),
        bad("an unknown host", `https://elsewhere.example.net/${CANARY}`, {
          ...used,
          says: "--allow-net",
        }),
      ];
    }
    case "webhookSecret":
      return [bad("not of that form", CANARY, secret)];
    case "text":
    case "headerName":
    case "filePath":
      return TEXTS[name]?.map(([why, value]) => bad(why, value)) ?? [];
    default:
      return undefined;
  }
}

function webhookSecretFor(
  all: readonly ReadSetting[],
): Readonly<Record<string, string>> {
  const setting = all.find(({ kind }) => kind === "webhookSecret");
  return setting ? { [setting.name]: WEBHOOK_SECRET } : {};
}

/** A secret for webhooks of the right form. */
export const WEBHOOK_SECRET = `whsec_${
  btoa("0123456789abcdef0123456789abcdef")
}`;

/** Texts look all alike; what they are for does not. */
const TEXTS: Readonly<Record<string, readonly (readonly [string, string])[]>> =
  {
    HOST: [["no address of this machine", "no-such-host.invalid"]],
    DATABASE_PATH: [["a place that it may not use", "/nowhere/at/all.db"]],
    FILES_DIR: [["a place that it may not use", "/nowhere/at/all"]],
    CLIENT_ADDRESS_HEADER: [["no name of a header", "not a header"]],
  };
