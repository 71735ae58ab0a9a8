// Stands in for MessageChannel, which the host does not have; Node has its own.
globalThis.MessageChannel ??= class {
  constructor() {
    const port1 = (this.port1 = { onmessage: null });
    this.port2 = { postMessage: (data) => setTimeout(() => port1.onmessage?.({ data }), 0) };
  }
};
