import { checkSystemsOf } from "./check_systems.ts";

await checkSystemsOf(import.meta.url);
