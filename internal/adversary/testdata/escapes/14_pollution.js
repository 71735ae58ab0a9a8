// faithful: escapes
// What is put on the prototype of a host object is seen by all of the host.
config.__proto__.polluted = 1;
config
