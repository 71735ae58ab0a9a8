export {x as "module.exports"}; const x=5;
