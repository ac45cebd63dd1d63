/**
 * The npm packages that outputs use, pinned with the hashes that go into deno.lock.
 *
 * A test compares this table with the lock file that Deno writes for the same imports.
 *
 * @module
 */

/** One entry of a lock file's `npm` section. */
export interface LockedPackage {
  /** The registry's hash of the package. */
  readonly integrity: string;
  /** The packages it needs. */
  readonly dependencies?: readonly string[];
}

/** The table: direct imports by alias, and every package with its hash. */
export const LOCKED_PACKAGES: {
  readonly direct: Readonly<Record<string, string>>;
  /** The driver of PostgreSQL: a direct import of the systems that use it. */
  readonly postgres: string;
  /** What Deno adds by itself, by specifier: up to 2.5 it takes the types of `node:` modules from npm. */
  readonly implied: Readonly<Record<string, string>>;
  readonly npm: Readonly<Record<string, LockedPackage>>;
} = {
  direct: {
    "fast-check": "fast-check@4.10.2",
    hono: "hono@4.13.19",
    zod: "zod@4.6.7",
  },
  postgres: "postgres@3.4.9",
  implied: { "npm:@types/node@*": "22.15.15" },
  npm: {
    "@types/node@22.15.15": {
      integrity:
        "sha512-R5muMcZob3/Jjchn5LcO8jdKwSCbzqmPB6ruBxMcf9kbxtniZHP327s6C37iOfuw8mbKK3cAQa7sEl7afLrQ8A==",
      dependencies: ["undici-types"],
    },
    "fast-check@4.10.2": {
      integrity:
        "sha512-iK2f+YrcmoeGqk6fA0ea2bptcu/itMIm4NfEozq6N25+aG6h7s5HZbB/k1aV7b5w5sFLMCbbtRUsTVR+BgC3xw==",
      dependencies: ["pure-rand"],
    },
    "hono@4.13.19": {
      integrity:
        "sha512-KmXvQAXwcAHV+muzbIwoJ23niEB5nMoDVr9WcRkU8mvjUECm/1+7v4Jgp7P7a+H6MLFrh+vXrGonGrGS+RQfkA==",
    },
    "postgres@3.4.9": {
      integrity:
        "sha512-GD3qdB0x1z9xgFI6cdRD6xu2Sp2WCOEoe3mtnyB5Ee0XrrL5Pe+e4CCnJrRMnL1zYtRDZmQQVbvOttLnKDLnaw==",
    },
    "pure-rand@8.4.2": {
      integrity:
        "sha512-vvuOGgcuPJAirlHvuQw1TrOiw7ptaIXXmIbNuiNOY6lNGJJH49PQ1Kj4nd783nPdQhQdicgOjVI2yI/9BD6/Ng==",
    },
    "undici-types@6.21.0": {
      integrity:
        "sha512-iwDZqg0QAGrg9Rav5H4n0M64c3mkR59cJ6wQp+7C4nI0gsmExaedaYLNO44eT4AtBBwjbTiGPMlt2Md0T9H9JQ==",
    },
    "zod@4.6.7": {
      integrity:
        "sha512-g8W2D2kU6a8untc053fX1uVBKzM7yqAxW/3zwk83+6RyF2+SKOuV+c0wBDhUwzV1PaGapmZH+rmcUzPf+3CGwg==",
    },
  },
};

/** What systems with users have beside that. */
export const LOCKED_WITH_USERS: Pick<
  typeof LOCKED_PACKAGES,
  "direct" | "npm"
> = {
  direct: { jose: "jose@6.2.17" },
  npm: {
    "jose@6.2.17": {
      integrity:
        "sha512-wOuK9V1yujQFH5S0ZWmLcDZN7+IKh9bUCC2ZPCf2HDlol3WWHy+PPyNjEI75FXRLMp3vDKQcupP59xhVU95hcg==",
    },
  },
};
