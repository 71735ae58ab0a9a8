import { z } from "zod";
const S = z.object({ n: z.number().int().min(1), s: z.string().email().optional(), u: z.union([z.literal("a"), z.array(z.boolean())]) });
for (const v of [{ n: 1, u: "a" }, { n: 0.5, s: "x", u: [1] }, null]) {
  const r = S.safeParse(v);
  console.log(r.success, JSON.stringify(r.success ? r.data : r.error.issues));
}
