// Stands in for node:tty, which the host does not have.
exports.isatty = () => false;
