import MarkdownIt from "markdown-it";
console.log(new MarkdownIt({ html: true, linkify: true, typographer: true }).render('# T\n\n* a **b** _c_ `d`\n  1. x\n\n> "q" -- (c)\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```js\nx < 1\n```\nhttp://example.org [l](/u "t") ![i](s)\n'));
