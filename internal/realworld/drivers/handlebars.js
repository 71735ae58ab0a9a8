import Handlebars from "handlebars/dist/cjs/handlebars.js";
Handlebars.registerHelper("up", (s) => s.toUpperCase());
console.log(Handlebars.compile("{{#each items}}{{@index}}:{{up name}}{{#if last}}!{{else}},{{/if}}{{/each}} {{{raw}}} {{raw}}")({ items: [{ name: "a" }, { name: "b", last: true }], raw: "<b>" }));
