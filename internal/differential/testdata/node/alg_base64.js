const A = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const enc = (s) => s.replace(/[^]{1,3}/g, (m) => { const n = (m.charCodeAt(0) << 16) | ((m.charCodeAt(1) || 0) << 8) | (m.charCodeAt(2) || 0); return [18, 12, 6, 0].map((k, i) => (i > m.length ? "=" : A[(n >> k) & 63])).join(""); });
console.log(enc("Man"), enc("Ma"), enc("M"), enc("hello world"));
