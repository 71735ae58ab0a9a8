import source code from "<module source>";
export { code };
