package object

// ClassModuleNamespace is the class of module namespace exotic objects (10.4.6).
var ClassModuleNamespace = &Class{Name: "Module", Kind: KindOther}
