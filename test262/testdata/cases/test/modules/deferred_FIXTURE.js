import { log } from "./log_FIXTURE.js";
log.push("deferred");
export const value = 7;
