const tab = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1; return n; });
const crc = (s) => { let c = -1; for (const ch of s) c = tab[(c ^ ch.charCodeAt(0)) & 255] ^ (c >>> 8); return (c ^ -1) >>> 0; };
console.log(crc("123456789").toString(16), crc(""), crc("The quick brown fox"));
