// faithful: holds
// import() has no loader here.
import('node:fs').constructor === Promise ? undefined : import('x')
