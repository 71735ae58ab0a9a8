import { log } from "./log_FIXTURE.js";
await 0;
log.push("awaited");
