/**
 * Secrets: none in the files, the log or an answer, and in the store only what nobody can use.
 *
 * @module
 */
import { join } from "node:path";
import type { DeepContext } from "../deep_part.ts";
import { jsonRequest } from "./json_request.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { secretIn } from "./secret_patterns.ts";

/** Reads the files, what the system said and what it keeps. */
export function attackSecrets(context: DeepContext): Promise<CheckOutcome> {
  return onGround(context, "secrets", async (ground) => {
    const files = await filesOf(context, ground.stage.dir);
    const told = await answersWithSecrets(ground);
    const kept = await attackStore(ground);
    return {
      findings: [
        ...files.findings,
        ...told,
        ...logWithSecrets(ground),
        ...kept.findings,
      ],
      note: [
        noteOf(ground.attempts(), WEAKNESSES),
        `${files.count} files`,
        `${ground.lines.length} lines of the log`,
        kept.note,
      ].join("; "),
    };
  });
}

async function filesOf(
  { manifest }: DeepContext,
  dir: string,
): Promise<{ findings: FindingDraft[]; count: number }> {
  const findings: FindingDraft[] = [];
  const paths = manifest.files.map(({ path }) => path);
  for (const path of paths) {
    const text = await Deno.readTextFile(join(dir, path)).catch(() => "");
    for (const [at, line] of text.split("\n").entries()) {
      const found = secretIn(line);
      if (found === undefined) continue;
      findings.push({
        code: "V510",
        place: `${path}:${at + 1}`,
        cause: `found ${found}, wanted no secret in a file`,
        nextStep: "read it from a setting, and change it wherever it is used",
      });
    }
  }
  return { findings, count: paths.length };
}

/** What was sent as a secret does not come back, whatever is wrong with the rest. */
async function answersWithSecrets(
  ground: AttackGround,
): Promise<FindingDraft[]> {
  const { send, operations, world } = ground;
  const findings: FindingDraft[] = [];
  const headers = { authorization: `Bearer ${SENT_SECRET}` };
  const signed = world.viewers[0]?.headers ?? {};
  const paths = [
    "/health",
    "/metrics",
    "/openapi.json",
    "/docs",
    ...operations.map(({ path }) => path.replaceAll(/\{[^}]+\}/g, "none")),
  ];
  const secrets = secretsOf(ground);
  for (const path of new Set(paths)) {
    for (const method of ["GET", "POST"]) {
      const body = method === "POST"
        ? { password: SENT_SECRET, token: SENT_SECRET }
        : undefined;
      const { text } = await send(
        jsonRequest(method, path, body, method === "GET" ? headers : signed),
      );
      if (![...secrets, SENT_SECRET].some((one) => text.includes(one))) {
        continue;
      }
      findings.push({
        code: "V510",
        place: `${method} ${path}`,
        cause: "found a secret in the answer, wanted none",
        nextStep: "name what is wrong with a body without repeating it",
      });
    }
  }
  return findings;
}

function logWithSecrets(ground: AttackGround): FindingDraft[] {
  const secrets = [...secretsOf(ground), SENT_SECRET];
  const text = [...ground.lines, ground.system.output.stderr];
  const line = text.find((line) => secrets.some((one) => line.includes(one)));
  return line === undefined ? [] : [{
    code: "V510",
    place: "the log",
    cause: "found a line with a password, a token or a secret, wanted none",
    nextStep: "log what happened, not what was sent",
  }];
}

/** Passwords, the settings' secrets, and the tokens of all who are signed in. */
function secretsOf({ world, stage }: AttackGround): readonly string[] {
  return [
    ...world.viewers.flatMap(({ login, headers }) =>
      login
        ? [String(login.password), headers.authorization?.split(" ")[1] ?? ""]
        : []
    ),
    stage.env.AUTH_SECRET ?? "",
  ].filter((secret) => secret.length >= 8);
}

/** Looks at every row of what users sign in with. */
async function attackStore(
  ground: AttackGround,
): Promise<{ findings: FindingDraft[]; note: string }> {
  const { model, sight } = ground;
  const { users } = model;
  if (!users) return { findings: [], note: "no users, so nothing to keep" };
  if (!sight) return { findings: [], note: "nothing is kept after its end" };
  const refreshToken = await refreshTokenOf(ground);
  const findings: FindingDraft[] = [];
  const find = (place: string, cause: string) =>
    findings.push({
      code: "V511",
      place,
      cause,
      nextStep:
        "keep passwords as scrypt or argon2 hashes and tokens as hashes, by the kit's modules",
    });
  const secrets = [...secretsOf(ground), ...refreshToken];
  let looked = 0;
  const entities = [...model.entities, users.credential, users.refreshToken];
  for (const { table } of entities) {
    const rows = await sight.rows(`SELECT * FROM "${table}"`);
    looked += rows.length;
    const text = JSON.stringify(rows);
    if (secrets.some((one) => text.includes(one))) {
      find(table, "found a password or a token as it is, wanted hashes");
    }
  }
  const hashes = await sight.rows(
    `SELECT * FROM "${users.credential.table}"`,
  );
  const column =
    users.credential.fields.find(({ name }) => /hash/i.test(name))?.column ??
      "";
  const weak = hashes.find((row) => !isMemoryHard(String(row[column])));
  if (weak) {
    find(
      users.credential.table,
      "found a password that is no scrypt or argon2 hash of enough cost, wanted one",
    );
  }
  return {
    findings,
    note: `${looked} rows, ${hashes.length} of them hashes of passwords`,
  };
}

/** A new one, beyond those of the accounts; none in an API whose users have none. */
async function refreshTokenOf(
  { model, world, send }: AttackGround,
): Promise<string[]> {
  const { users, api } = model;
  const { login } = world.viewers.find(({ login }) => login) ?? {};
  if (!users || !login || api?.account) return [];
  const { json } = await send(
    jsonRequest("POST", `${api?.basePath ?? ""}/auth/login`, {
      [users.signIn]: login[users.signIn],
      password: login.password,
    }),
  );
  const { refreshToken } = Object(json);
  // Its first part names the family; what is after it is the secret.
  return typeof refreshToken === "string"
    ? [refreshToken.split(".").at(-1) ?? refreshToken]
    : [];
}

/** OWASP's least costs: 16 MiB for scrypt, 7 MiB for argon2. */
function isMemoryHard(hash: string): boolean {
  const scrypt = /^\$?scrypt\$n=(\d+),r=(\d+),p=(\d+)\$/.exec(hash);
  if (scrypt) return Number(scrypt[1]) * Number(scrypt[2]) * 128 >= 2 ** 24;
  const argon = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash);
  return argon !== null && Number(argon[1]) >= 7168;
}

const SENT_SECRET = "s3nt-as-A-secret-and-never-told";
const WEAKNESSES =
  "CWE-256, CWE-312, CWE-532, CWE-798, CWE-916; OWASP API2:2023, API8:2023";
