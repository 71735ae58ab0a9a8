import { log } from "./log_FIXTURE.js";
import "./awaited_FIXTURE.js";
log.push("waiting");
export const value = 8;
