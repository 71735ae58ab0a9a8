// Setters of Date name themselves when their receiver is no Date.
try {
  Date.prototype.setDate.call({});
  throw new Error("no exception");
} catch (e) {
  if (e.message !== "Method Date.prototype.setDate called on incompatible receiver #<Object>") throw e;
}
