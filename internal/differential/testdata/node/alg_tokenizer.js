const re = /\s*(?:(?<num>\d+(?:\.\d+)?)|(?<id>[a-z_]\w*)|(?<op>[-+*\/()=]))/giy;
const lex = (s) => { const r = []; re.lastIndex = 0; for (let m; re.lastIndex < s.length && (m = re.exec(s));) r.push(Object.entries(m.groups).find(([, v]) => v !== undefined)); return r; };
console.log(lex("x1 = 3.14 * (y + 42)"));
