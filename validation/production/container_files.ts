/**
 * The deployment files of a system, read.
 *
 * @module
 */
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { isRecord } from "./exchange.ts";
import { type Instruction, readDockerfile } from "./dockerfile.ts";

/** What stands under `deploy/`, and the task that the container runs. */
export interface ContainerFiles {
  readonly dockerfile: readonly Instruction[];
  /** What is not sent to the builder. */
  readonly ignored: readonly string[];
  /** The services of compose.yaml. */
  readonly services: readonly Service[];
  /** The objects of k8s/. */
  readonly objects: readonly Node[];
  /** The words of `deno task start`. */
  readonly start: readonly string[];
  /** What could not be read. */
  readonly problems: readonly string[];
}

/** A value of a YAML document that is walked by names; missing ones are empty. */
export class Node {
  /** Wraps a value. */
  constructor(readonly value: unknown) {}

  /** Goes down; `undefined` inside where there is nothing. */
  at(...names: readonly (string | number)[]): Node {
    return names.reduce<Node>(({ value }, name) =>
      new Node(
        Array.isArray(value) && typeof name === "number"
          ? value[name]
          : isRecord(value)
          ? value[name]
          : undefined,
      ), this);
  }

  /** The items of a list. */
  get items(): readonly Node[] {
    return Array.isArray(this.value)
      ? this.value.map((item) => new Node(item))
      : [];
  }

  /** The value as a text; empty when there is none. */
  get text(): string {
    return this.value === undefined || this.value === null
      ? ""
      : String(this.value);
  }
}

/** A service of compose.yaml. */
export interface Service {
  readonly name: string;
  readonly node: Node;
}

/** Reads them. */
export async function readContainerFiles(
  dir: string,
): Promise<ContainerFiles> {
  const read = (path: string) => Deno.readTextFile(join(dir, path));
  const problems: string[] = [];
  const yaml = async (path: string): Promise<readonly Node[]> =>
    parseAllDocuments(await read(path)).map((document) => {
      problems.push(
        ...document.errors.map(({ message }) => `${path}: ${message}`),
      );
      return new Node(document.toJS());
    });
  const [compose] = await yaml("deploy/compose.yaml");
  const services = compose?.at("services").value;
  const config = JSON.parse(await read("deno.json"));
  return {
    dockerfile: readDockerfile(await read("deploy/Dockerfile")),
    ignored: (await read("deploy/Dockerfile.dockerignore")).split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
    services: isRecord(services)
      ? Object.entries(services).map(([name, value]) => ({
        name,
        node: new Node(value),
      }))
      : [],
    objects: await yaml("deploy/k8s/system.yaml"),
    start: String(config.tasks?.start).split(" "),
    problems,
  };
}
