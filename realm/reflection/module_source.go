package reflection

import "github.com/burrowjs/burrow/object"

// The intrinsics of module sources. No global variable leads to them.
var (
	AbstractModuleSource          = object.DeclareIntrinsic("AbstractModuleSource")
	AbstractModuleSourcePrototype = object.DeclareIntrinsic("AbstractModuleSource.prototype")
)

// moduleSource is the payload of module source objects.
type moduleSource struct {
	className string // [[ModuleSourceClassName]]
}

var classModuleSource = &object.Class{Name: "ModuleSource", Kind: object.KindOther}

func init() {
	object.DefineIntrinsic(AbstractModuleSource, object.Spec{
		Fn: abstractModuleSourceConstructor, Name: "AbstractModuleSource", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", AbstractModuleSourcePrototype)},
	})
	object.DefineIntrinsic(AbstractModuleSourcePrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", AbstractModuleSource),
			object.SymbolGetter(object.SymbolToStringTag, abstractModuleSourcePrototypeGetToStringTag),
		},
	})
}

// NewModuleSource returns a module source object, for hosts that have kinds of
// modules with a source. Its prototype should inherit from that of AbstractModuleSource.
func NewModuleSource(a *object.Agent, proto *object.Object, className string) *object.Object {
	return object.New(a, classModuleSource, proto, &moduleSource{className})
}

// 28.1.1.1 %AbstractModuleSource% ( ), https://tc39.es/proposal-source-phase-imports/#sec-%abstractmodulesource%-constructor
func abstractModuleSourceConstructor(c *object.Call) (object.Value, error) {
	return object.Undefined, c.Agent.TypeError("Abstract class AbstractModuleSource not directly constructable")
}

// 28.1.3.2 get %AbstractModuleSource%.prototype [ %Symbol.toStringTag% ], https://tc39.es/proposal-source-phase-imports/#sec-get-%abstractmodulesource%.prototype.@@tostringtag
func abstractModuleSourcePrototypeGetToStringTag(c *object.Call) (object.Value, error) {
	s := object.PayloadOf[moduleSource](c.This, classModuleSource)
	if s == nil {
		return object.Undefined, nil
	}
	return object.StrGo(s.className), nil
}
